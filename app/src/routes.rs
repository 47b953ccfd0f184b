//! Every URL, in one file: the sitemap, and how the query of an address is written and read.

use std::fmt::Write as _;

use domain::programme::Family;
use leptos::prelude::*;
use leptos_router::{hooks::use_url, params::ParamsMap};

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

/// The query of the page's address. The router has a map of its own, in which `%2541` would be `A`.
#[must_use]
pub fn use_query() -> Memo<ParamsMap> {
    let url = use_url();
    Memo::new(move |_| url.with(|url| read(url.search())))
}

/// The pairs of a query. They go into the map as they are written: it decodes what is put into it.
fn read(search: &str) -> ParamsMap {
    let pairs = search.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.replace('+', " "))).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_into_a_query_is_read_from_it_decoded_once() {
        for text in ["%41", "100 % + 1", "a&b=c", "Élise", "+", ""] {
            let query = read(&format!("page=2&q={}", encoded(text)));
            assert_eq!(query.get_str("q"), Some(text));
            assert_eq!(query.get_str("page"), Some("2"));
        }
    }

    #[test]
    fn a_query_is_read_as_forms_write_it() {
        let query = read("q=a+b%2Bc&act=&flash");
        assert_eq!(query.get_str("q"), Some("a b+c"));
        assert_eq!(query.get_str("act"), Some(""));
        assert_eq!(query.get_str("flash"), None);
        assert_eq!(read(""), ParamsMap::new());
    }
}
