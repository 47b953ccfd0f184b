//! The portal: the door for changes, and the reads of the pages.
//!
//! Owns transactions and what is read for whom; refuses to know any rule (`domain`) and any statement (`db`).

pub mod activity;
pub mod door;
pub mod facts;
pub mod operator;
pub mod people;
pub mod reads;
pub mod software;
pub mod store;

mod account;
mod directory;
mod failure;
mod sealing;
mod visual_studio;

pub use directory::CompanyDirectory;
pub use failure::{Failure, Fault};
