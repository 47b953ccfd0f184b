//! The rules through their public face: life-cycle tables that a partner manager can read, and properties.

mod attention;
mod entitlements;
mod finding;
mod permissions;
mod seat_lifecycle;
mod software_lifecycle;
