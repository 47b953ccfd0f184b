//! Who is asking: passwords, sessions, and what a browser may be trusted with.
//!
//! Owns signing in and out, the visitor of each request, and the refusal of requests that another site caused. Refuses
//! to know what a visitor may do: the door decides that, with the rules of the domain.

pub mod account;
pub mod back;
pub mod cookie;
pub mod device;
pub mod directory;
pub mod form;
pub mod invitation;
pub mod mark;
pub mod origin;
pub mod password;
pub mod preferences;
pub mod proof;
pub mod session;
pub mod sign_in;
pub mod throttle;
pub mod visitor;

use std::sync::Arc;

use axum::{
    Router,
    routing::{MethodRouter, post},
};

use crate::{application::Application, clock::Clock, config::Config, db::Database};

pub use device::Device;
pub use directory::{Answer, Directory, Oneself};
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

/// The acts of this module by their addresses, each a form post.
fn acts() -> [(&'static str, MethodRouter<Auth>); 10] {
    [
        ("/act/sign-in", post(sign_in::sign_in)),
        ("/act/demonstration", post(sign_in::demonstration_sign_in)),
        ("/act/sign-out", post(sign_in::sign_out)),
        ("/act/accept-invitation", post(invitation::accept_invitation)),
        ("/act/end-session", post(account::end_session)),
        ("/act/end-other-sessions", post(account::end_other_sessions)),
        ("/act/change-password", post(account::change_password)),
        ("/act/switch-company", post(preferences::switch_company)),
        ("/act/language", post(preferences::set_language)),
        ("/act/theme", post(preferences::set_theme)),
    ]
}

/// The addresses of the acts of this module, for the tests that send each of them what must be refused.
#[must_use]
pub fn addresses() -> Vec<&'static str> {
    acts().into_iter().map(|(address, _)| address).collect()
}

/// The acts of this module.
pub fn routes(auth: Auth) -> Router {
    let with = |router: Router<Auth>, (address, act)| router.route(address, act);
    acts().into_iter().fold(Router::new(), with).with_state(auth)
}
