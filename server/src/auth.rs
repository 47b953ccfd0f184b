//! Who is asking: passwords, sessions, and what a browser may be trusted with.
//!
//! Owns signing in and out, the visitor of each request, and the refusal of requests that another site caused. Refuses
//! to know what a visitor may do: the door decides that, with the rules of the domain.

pub mod back;
pub mod cookie;
pub mod directory;
pub mod form;
pub mod invitation;
pub mod origin;
pub mod password;
pub mod preferences;
pub mod session;
pub mod sign_in;
pub mod throttle;
pub mod visitor;

use std::sync::Arc;

use axum::{Router, routing::post};

use crate::{application::Application, clock::Clock, config::Config, db::Database};

pub use directory::{Answer, Directory};
pub use visitor::{Theme, Visitor};

/// What the handlers of this module work with.
#[derive(Clone)]
pub struct Auth {
    database: Database,
    clock: Clock,
    config: Arc<Config>,
    hasher: password::Hasher,
    directory: Arc<dyn Directory>,
}

impl Auth {
    /// Sign-in for an installation whose people are in `directory`.
    #[must_use]
    pub fn new(application: &Application, directory: Arc<dyn Directory>) -> Self {
        Self {
            database: application.database.clone(),
            clock: application.clock.clone(),
            config: Arc::clone(&application.config),
            hasher: password::Hasher::new(),
            directory,
        }
    }
}

/// The acts of this module, each a form post.
pub fn routes(auth: Auth) -> Router {
    Router::new()
        .route("/act/sign-in", post(sign_in::sign_in))
        .route("/act/demonstration", post(sign_in::demonstration_sign_in))
        .route("/act/sign-out", post(sign_in::sign_out))
        .route("/act/accept-invitation", post(invitation::accept_invitation))
        .route("/act/switch-company", post(preferences::switch_company))
        .route("/act/language", post(preferences::set_language))
        .route("/act/theme", post(preferences::set_theme))
        .with_state(auth)
}
