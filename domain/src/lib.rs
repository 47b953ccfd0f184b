//! The rules of Atout.
//!
//! A member [`company`] of a vendor's [`programme`] holds [`membership`]s: offers that it has bought. At a level
//! (Action Pack, Silver, Gold) and for the competencies that it has proved, they grant it benefits in five families:
//! [`software`], cloud, [`visual_studio`] subscriptions, technical benefits, go-to-market offers. The catalogue says
//! how much of each; [`entitlement`] adds it up and caps it; [`expiry`] says until when, and in which sense.
//!
//! People of the company have [`role`]s. What they ask for is a [`command`]; what comes out is an [`outcome`] and an
//! [`event`] for the log, which the company can look through ([`activity`]), or a [`refusal`] that carries the facts:
//! which rule, until when, and through the permission table who may. Where programmes differ, a dated [`policy`] decides.
//! An act that ends the right to a refund is known before it is done ([`cancellation`]).
//!
//! Facts come in as small structs, the time and new ids as arguments; nothing here reads, writes, waits or rolls dice.
//! The same code runs in the browser, to show an action open or closed with its reason, and on the server, inside the
//! transaction, where alone its answer counts.
#![forbid(unsafe_code)]
#![deny(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::wildcard_enum_match_arm)]

pub mod company;
pub mod day;
pub mod id;
pub mod language;

pub mod policy;
pub mod programme;
pub mod role;

pub mod attention;
pub mod cancellation;
pub mod entitlement;
pub mod expiry;
pub mod membership;

pub mod software;
pub mod visual_studio;

pub mod activity;
pub mod command;
pub mod event;
pub mod outcome;
pub mod refusal;
