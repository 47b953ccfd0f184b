//! Proofs: races and faults against the real program, over HTTP, each with a broken variant that has to fail.
//!
//! Owns how the program is started, harmed and judged; refuses to know how it is built, and reaches into it by nothing but
//! HTTP, signals and its database.

pub mod books;
pub mod browsers;
pub mod bystanders;
pub mod cast;
pub mod chance;
pub mod crew;
pub mod folder;
pub mod forms;
pub mod founding;
pub mod goals;
pub mod ground;
pub mod history;
pub mod http;
pub mod mounts;
pub mod preload;
pub mod probe;
pub mod process;
pub mod proof;
pub mod proxy;
pub mod race;
pub mod reading;
pub mod record;
pub mod sizing;
pub mod table;
pub mod times;
pub mod worker;
