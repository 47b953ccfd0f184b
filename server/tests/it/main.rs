//! The server from outside, in one binary.

mod agreement;
mod auth;
mod canary;
mod catalogue;
mod cli;
mod door;
mod input;
mod permission_matrix;
mod support;
