//! The pages: one file for each URL, its path being the URL.
//!
//! Owns what a page shows; refuses to know where it comes from, and every rule.

mod accessibility;
mod account;
mod action;
mod activity;
mod benefits;
mod dashboard;
mod failed;
mod gallery;
#[cfg(feature = "ssr")]
mod instead;
mod invitation;
#[cfg(feature = "ssr")]
mod key;
#[cfg(feature = "ssr")]
mod resend;
mod sign_in;

pub use accessibility::AccessibilityPage;
pub use account::AccountPage;
pub use action::Offered;
pub use activity::ActivityPage;
#[cfg(feature = "hydrate")]
pub use benefits::open_row_arrives;
pub use benefits::{
    CloudBenefits, GoToMarketBenefits, SeatsPage, SoftwareBenefits, TechnicalBenefits, VisualStudioBenefits,
};
pub use dashboard::DashboardPage;
pub use failed::{Failed, answer_with, not_found};
pub use gallery::{GalleryChanges, GalleryControls, GalleryLists};
#[cfg(feature = "ssr")]
pub use instead::Instead;
pub use invitation::InvitationPage;
#[cfg(feature = "ssr")]
pub use key::ShownKey;
#[cfg(feature = "ssr")]
pub use resend::Unanswered;
pub use sign_in::SignInPage;
