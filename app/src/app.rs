//! The application: document, frame, routes.

mod document;
mod frame;

pub use document::{Document, Shell, facts};
pub use frame::use_viewer;

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    Lazy, SsrMode,
    components::{Redirect, Route, Router, Routes},
    path,
};

use crate::{act::Changes, i18n::Words, pages, ui::provide_toasts};

/// Fetches the code of the parts that only some addresses show. A page is taken over in one go, so it has to be there.
#[cfg(feature = "hydrate")]
pub async fn parts_arrive() {
    let location = leptos::prelude::window().location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let Ok(asked) = web_sys::UrlSearchParams::new_with_str(&search) else { return };
    if asked.has("flash") {
        frame::notice_arrives().await;
    }
    if asked.has("open") {
        pages::open_row_arrives(&path).await;
    }
}

/// The routes, in the frame that stands around all of them.
#[component]
pub fn App(
    /// The language in which the page begins.
    language: domain::language::Language,
) -> impl IntoView {
    provide_meta_context();
    let _ = Words::provide(language);
    Changes::provide();
    let _ = provide_toasts();
    #[cfg(feature = "ssr")]
    if let Some(instead) = use_context::<pages::Instead>() {
        return view! { <Router><frame::Frame>{instead.page()}</frame::Frame></Router> }.into_any();
    }
    view! {
        <Router>
            <document::Destination/>
            <frame::Frame>
                <Routes fallback=pages::not_found>
                    <Route path=path!("/") view={Lazy::<pages::DashboardPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in") view={Lazy::<pages::SignInPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/invitation") view={Lazy::<pages::InvitationPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/account") view={Lazy::<pages::AccountPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/benefits") view=|| view! { <Redirect path="/benefits/software"/> } ssr=SsrMode::Async/>
                    <Route path=path!("/benefits/software") view={Lazy::<pages::SoftwareBenefits>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/benefits/cloud") view={Lazy::<pages::CloudBenefits>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/benefits/visual-studio") view={Lazy::<pages::VisualStudioBenefits>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/benefits/visual-studio/seats") view={Lazy::<pages::SeatsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/benefits/technical") view={Lazy::<pages::TechnicalBenefits>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/benefits/go-to-market") view={Lazy::<pages::GoToMarketBenefits>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/activity") view={Lazy::<pages::ActivityPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/accessibility") view={Lazy::<pages::AccessibilityPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/gallery") view={Lazy::<pages::GalleryControls>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/gallery/lists") view={Lazy::<pages::GalleryLists>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/gallery/changes") view={Lazy::<pages::GalleryChanges>::new()} ssr=SsrMode::Async/>
                </Routes>
            </frame::Frame>
        </Router>
    }
    .into_any()
}
