//! A constant for every message of `locales/en-US`, made by `build.rs`.
//!
//! A name is the message's id in capitals, an attribute's follows two underscores: `terms-role-user-admin` and its
//! `.in-text` are `TERMS_ROLE_USER_ADMIN` and `TERMS_ROLE_USER_ADMIN__IN_TEXT`.

use super::MessageId;

include!(concat!(env!("OUT_DIR"), "/id.rs"));
