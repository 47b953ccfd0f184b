//! The effects of Atout: HTTP, database, sessions, command line. Not a sentence that a user of the pages reads.

pub mod accepted;
pub mod act;
pub mod api;
pub mod application;
pub mod assets;
pub mod auth;
pub mod catalogue;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demonstration;
pub mod headers;
pub mod keyring;
pub mod portal;
pub mod random;
pub mod rendering;
pub mod router;
