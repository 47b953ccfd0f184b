//! The server from outside, in one binary.

mod agreement;
mod auth;
mod canary;
mod catalogue;
mod cli;
mod door;
mod holders;
mod input;
mod key_page;
mod log;
mod older_client;
mod permission_matrix;
mod shell;
mod support;
