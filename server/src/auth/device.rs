//! What a session is known again by: the kind of browser, and the network that it came from.
//!
//! Owns what is understood of what a browser says of itself, and keeps nothing else of it: the text is long, up to whoever
//! sends it, and as good as a fingerprint.

use std::{convert::Infallible, net::IpAddr};

use app::portal::{Browser, Maker, System};
use axum::{
    extract::FromRequestParts,
    http::{header::USER_AGENT, request::Parts},
};

use super::throttle::Place;

/// A browser somewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Device {
    /// What kind it is.
    pub browser: Browser,
    /// Where it is.
    pub place: Place,
}

impl<S: Send + Sync> FromRequestParts<S> for Device {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let said = parts.headers.get(USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
        let browser = browser(said);
        Ok(Self { browser, place: Place::from_request_parts(parts, state).await? })
    }
}

impl Device {
    /// The network, as people know it; none for the server's own machine, which is also where a proxy may stand.
    #[must_use]
    pub fn network(self) -> Option<String> {
        match self.place.address() {
            address if address.is_loopback() || address.is_unspecified() => None,
            IpAddr::V4(address) => Some(address.to_string()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Some(format!("{a:x}:{b:x}:{c:x}:{d:x}::/64"))
            }
        }
    }
}

/// The marks by which browsers are told apart. Most of them call themselves by the names of others too: the first counts.
const MAKERS: [(&str, Maker); 10] = [
    ("Edg/", Maker::Edge),
    ("EdgA/", Maker::Edge),
    ("EdgiOS/", Maker::Edge),
    ("OPR/", Maker::Opera),
    ("Firefox/", Maker::Firefox),
    ("FxiOS/", Maker::Firefox),
    ("CriOS/", Maker::Chrome),
    ("Chrome/", Maker::Chrome),
    ("Chromium/", Maker::Chrome),
    ("Safari/", Maker::Safari),
];

const SYSTEMS: [(&str, System); 7] = [
    ("Android", System::Android),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("Windows NT", System::Windows),
    ("Macintosh", System::MacOs),
    ("Linux", System::Linux),
    ("X11", System::Linux),
];

/// The kind of browser that says this of itself.
fn browser(said: &str) -> Browser {
    let maker = MAKERS.into_iter().find(|(mark, _)| said.contains(mark)).map(|(_, maker)| maker);
    let system = SYSTEMS.into_iter().find(|(mark, _)| said.contains(mark)).map(|(_, system)| system);
    Browser { maker: maker.unwrap_or_default(), system: system.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart_whatever_names_they_borrow() {
        let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
        let cases = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0".to_owned(), Maker::Firefox, System::Linux),
            (format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) {webkit} Chrome/130.0.0.0 Safari/537.36 Edg/130.0"), Maker::Edge, System::Windows),
            (format!("Mozilla/5.0 (Linux; Android 14; K) {webkit} Chrome/130.0.0.0 Mobile Safari/537.36"), Maker::Chrome, System::Android),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15".to_owned(), Maker::Safari, System::MacOs),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1".to_owned(), Maker::Chrome, System::Ios),
            (format!("Mozilla/5.0 (X11; Linux x86_64) {webkit} Chrome/130.0.0.0 Safari/537.36 OPR/115.0"), Maker::Opera, System::Linux),
            ("curl/8.9.1".to_owned(), Maker::Other, System::Other),
            (String::new(), Maker::Other, System::Other),
            ("<script>alert(1)</script>\u{202e}".repeat(500), Maker::Other, System::Other),
        ];
        for (said, maker, system) in cases {
            assert_eq!(browser(&said), Browser { maker, system }, "{said}");
        }
    }

    #[test]
    fn a_network_is_an_address_or_a_household_and_this_machine_is_none() {
        let network =
            |text: &str| Device { place: Place::new(text.parse().unwrap()), ..Device::default() }.network();
        assert_eq!(network("192.0.2.7").as_deref(), Some("192.0.2.7"));
        assert_eq!(network("::ffff:192.0.2.7").as_deref(), Some("192.0.2.7"));
        assert_eq!(network("2001:db8:1:2::9").as_deref(), Some("2001:db8:1:2::/64"));
        assert_eq!((network("127.0.0.1"), network("::1"), network("0.0.0.0")), (None, None, None));
    }
}
