//! Reads about the person who asks.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{
    flash::Flash,
    portal::{Dashboard, Frame, InvitationPage, PortalError, SignInPage},
};

/// Who is signed in, for the frame around every page.
#[server(name = ReadFrame, endpoint = "frame", input = GetUrl)]
pub async fn frame() -> Result<Option<Frame>, PortalError> {
    super::door::with_status(super::door::portal()?.frame().await)
}

/// What the sign-in page offers.
#[server(name = ReadSignIn, endpoint = "sign-in", input = GetUrl)]
pub async fn sign_in_page() -> Result<SignInPage, PortalError> {
    super::door::with_status(super::door::portal()?.sign_in_page().await)
}

/// What an invitation's link leads to.
#[server(name = ReadInvitation, endpoint = "invitation", input = GetUrl)]
pub async fn invitation(token: String) -> Result<InvitationPage, PortalError> {
    super::door::with_status(super::door::portal()?.invitation(token).await)
}

/// What needs the person who asks.
#[server(name = ReadDashboard, endpoint = "dashboard", input = GetUrl)]
pub async fn dashboard() -> Result<Dashboard, PortalError> {
    super::door::with_status(super::door::portal()?.dashboard().await)
}

/// What happened to the form that led to the page: read once.
#[server(name = ReadFlash, endpoint = "flash", input = GetUrl)]
pub async fn flash(id: String) -> Result<Option<Flash>, PortalError> {
    super::door::with_status(super::door::portal()?.flash(id).await)
}
