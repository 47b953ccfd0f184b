//! The server from outside, in one binary.

mod auth;
mod catalogue;
mod cli;
