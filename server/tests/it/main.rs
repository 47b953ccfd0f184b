//! The server from outside, in one binary.

mod account;
mod activity;
mod agreement;
mod auth;
mod backup;
mod canary;
mod catalogue;
mod checkpoints;
mod cli;
mod door;
mod exposure;
mod forgery;
mod holders;
mod injection;
mod input;
mod key_page;
mod keyring;
mod log;
mod migrating;
mod older_client;
mod permission_matrix;
mod serving;
mod shell;
mod support;
mod unreadable;
