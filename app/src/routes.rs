//! Every URL, in one file: the sitemap.

use std::fmt::Write as _;

use domain::programme::Family;

/// The dashboard.
pub const DASHBOARD: &str = "/";
/// Signing in; `?back=` is where to go afterwards.
pub const SIGN_IN: &str = "/sign-in";
/// What an invitation's link leads to; `?token=` is the invitation.
pub const INVITATION: &str = "/invitation";
/// One's own account: sessions and password.
pub const ACCOUNT: &str = "/account";
/// The five tabs, by their family.
pub const BENEFITS: &str = "/benefits";
/// Every seat of every pool.
pub const SEATS: &str = "/benefits/visual-studio/seats";
/// The company's activity log.
pub const ACTIVITY: &str = "/activity";
/// The statement on accessibility.
pub const ACCESSIBILITY: &str = "/accessibility";
/// The design system, in demonstration mode only.
pub const GALLERY: &str = "/gallery";
/// Its lists.
pub const GALLERY_LISTS: &str = "/gallery/lists";
/// Its page of what is under way and what opens.
pub const GALLERY_CHANGES: &str = "/gallery/changes";

/// The tab of a family.
#[must_use]
pub const fn tab(family: Family) -> &'static str {
    match family {
        Family::Software => "/benefits/software",
        Family::Cloud => "/benefits/cloud",
        Family::VisualStudio => "/benefits/visual-studio",
        Family::Technical => "/benefits/technical",
        Family::GoToMarket => "/benefits/go-to-market",
    }
}

/// The sign-in page that leads to `back` afterwards; the dashboard is where it leads anyway.
#[must_use]
pub fn sign_in_and_back(back: &str) -> String {
    if back == DASHBOARD {
        return SIGN_IN.to_owned();
    }
    format!("{SIGN_IN}?back={}", encoded(back))
}

/// `text` as it stands in the query of an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            written.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}

/// Every path that is a page, for crawls and gates. `/benefits` leads to the first tab.
pub const ALL: [&str; 15] = [
    DASHBOARD,
    SIGN_IN,
    INVITATION,
    ACCOUNT,
    tab(Family::Software),
    tab(Family::Cloud),
    tab(Family::VisualStudio),
    SEATS,
    tab(Family::Technical),
    tab(Family::GoToMarket),
    ACTIVITY,
    ACCESSIBILITY,
    GALLERY,
    GALLERY_LISTS,
    GALLERY_CHANGES,
];
