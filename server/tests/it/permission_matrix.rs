//! Who may do what, and who may read what: the tables that a person reviews, with everything that can be asked for in the
//! rows and everybody who could ask in the columns. Another company's things are answered as things that are not there.
//!
//! The rows are enumerated from the code: what is added there and is in no table here fails.

pub mod accounts;
pub mod cast;
pub mod commands;
mod flashes;
pub mod objects;
mod oneself;
pub mod queries;
mod reads;
mod table;
