//! Signing in and out, over HTTP.

mod account;
mod invitation;
mod origin;
mod password;
mod preferences;
mod session;
mod sign_in;
mod support;
