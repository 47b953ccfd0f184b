//! What stands around every page: bar, navigation, notices, news, footer.
//!
//! Owns who sees which frame: those who are signed in have a navigation, the others have nowhere to go yet. Refuses to
//! know the pages.

mod account;
#[cfg(not(feature = "ssr"))]
mod address;
mod notice;
mod preferences;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::document::facts;
use crate::{
    api::{Ask, Reading},
    i18n::{MessageId, id, t},
    portal::{self, Viewer},
    routes,
    ui::{self, LinkButton, NavLink, PlainFrame, SkipLink, ToastRegion},
};
use account::{Account, Company};
use notice::{Notices, provide_flash};
use preferences::{LanguagePreference, ThemePreference};

/// Fetches the code that says a notice.
#[cfg(feature = "hydrate")]
pub async fn notice_arrives() {
    notice::__preload_flash_notice().await;
}

/// Who is signed in. It changes with a load of the page only: signing in, signing out and switching are plain forms.
#[derive(Clone, Copy)]
pub struct SignedIn(Option<Reading<Option<portal::Frame>>>);

impl SignedIn {
    /// What `draw` makes of the person, once that is known.
    fn drawn(self, draw: fn(Viewer) -> AnyView) -> AnyView {
        view! {
            <Transition>
                {move || Suspend::new(async move { self.person().await.map(draw).into_any() })}
            </Transition>
        }
        .into_any()
    }

    /// The person, once that is known; `None` when nobody is signed in.
    pub async fn person(self) -> Option<Viewer> {
        let frame = self.0?.await.ok().flatten()?;
        Some(frame.viewer)
    }
}

/// Who is signed in, as the frame knows it.
pub fn use_viewer() -> SignedIn {
    use_context().unwrap_or(SignedIn(None))
}

/// The frame around the pages.
#[component]
pub fn Frame(
    /// The pages.
    children: Children,
) -> impl IntoView {
    let flash = provide_flash();
    let page = move || {
        view! {
            <Banner/>
            <Notices flash/>
            {children()}
        }
    };
    let framed = if facts().is_signed_in {
        view! { <MemberFrame>{page()}</MemberFrame> }.into_any()
    } else {
        view! { <GuestFrame>{page()}</GuestFrame> }.into_any()
    };
    view! {
        <SkipLink label=t!(id::SHELL_SKIP_CONTENT)/>
        {framed}
        <Footer/>
        <ToastRegion label=t!(id::SHELL_NEWS_REGION__ARIA_LABEL) close=t!(id::SHELL_NOTICE_CLOSE_BUTTON)/>
    }
}

/// The frame of those who are signed in.
#[component]
fn MemberFrame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let viewer = SignedIn(Some(Reading::first(|| (Ask::Frame, 0))));
    provide_context(viewer);
    let tools = move || {
        view! {
            {viewer.drawn(|viewer| view! { <Company viewer/> }.into_any())}
            <LanguagePreference/>
            {viewer.drawn(|viewer| view! { <Account viewer/> }.into_any())}
        }
    };
    view! {
        <ui::Frame
            brand=t!(id::SHELL_BRAND_NAME)
            home_href=routes::DASHBOARD
            nav_label=t!(id::SHELL_NAV_REGION__ARIA_LABEL)
            menu_label=t!(id::SHELL_NAV_MENU_BUTTON)
            nav=move || view! { <Navigation viewer/> }
            tools
        >
            {children()}
        </ui::Frame>
    }
}

/// The pages that there are. Benefits belong to a company, and the operator has none.
#[component]
fn Navigation(
    /// Who is signed in.
    viewer: SignedIn,
) -> impl IntoView {
    let path = use_location().pathname;
    let on_dashboard = Signal::derive(move || path.read().as_str() == routes::DASHBOARD);
    view! {
        <NavLink href=routes::DASHBOARD label=t!(id::SHELL_NAV_DASHBOARD) current=on_dashboard/>
        {viewer.drawn(|person| {
            let benefits = person.company.map(|_| section(routes::BENEFITS, id::SHELL_NAV_BENEFITS));
            let activity = person.reads_activity.then(|| section(routes::ACTIVITY, id::SHELL_NAV_ACTIVITY));
            view! { {benefits}{activity} }.into_any()
        })}
    }
}

/// The way to the pages at `root` and beneath it.
fn section(root: &'static str, label: MessageId) -> AnyView {
    let path = use_location().pathname;
    let current = Signal::derive(move || path.read().starts_with(root));
    view! { <NavLink href=root label=t!(label) current/> }.into_any()
}

/// The frame of those who are not signed in.
#[component]
fn GuestFrame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let path = use_location().pathname;
    let elsewhere = move || path.read().as_str() != routes::SIGN_IN;
    let tools = move || {
        view! {
            <LanguagePreference/>
            <ThemePreference/>
            {move || elsewhere().then(|| {
                view! { <LinkButton label=t!(id::SHELL_SIGN_IN_LINK) href=routes::SIGN_IN/> }.into_any()
            })}
        }
    };
    view! {
        <PlainFrame brand=t!(id::SHELL_BRAND_NAME) home_href=routes::DASHBOARD tools>
            {children()}
        </PlainFrame>
    }
}

/// Says that nothing here is real.
#[component]
fn Banner() -> impl IntoView {
    facts()
        .is_demonstration
        .then(|| view! { <p class="shell__banner">{t!(id::SHELL_DEMONSTRATION_BANNER)}</p> }.into_any())
}

/// What is said below every page.
#[component]
fn Footer() -> impl IntoView {
    let class = if facts().is_signed_in { "shell__foot shell__foot--beside" } else { "shell__foot" };
    view! {
        <footer class=class>
            <a href=routes::ACCESSIBILITY>{t!(id::SHELL_FOOTER_ACCESSIBILITY)}</a>
            <span>{t!(id::SHELL_FOOTER_VERSION, "version" => env!("CARGO_PKG_VERSION"))}</span>
        </footer>
    }
}
