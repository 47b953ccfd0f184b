//! Whom a request comes from when it comes through a proxy.
//!
//! Owns which proxies are believed; refuses to believe a client: whoever is not a proxy of ours can write into
//! `X-Forwarded-For` whatever it likes.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};

use crate::config::Config;

/// The header that each proxy adds the one to from whom it has the request.
const FORWARDED: &str = "x-forwarded-for";

/// The proxies that are believed, by their addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpAddr>);

impl FromStr for TrustedProxies {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let addresses = text.split(',').map(|address| address.trim().parse());
        let addresses: Result<_, _> = addresses.collect();
        addresses.map(Self).map_err(|_| "not addresses with commas between them, such as 127.0.0.1,::1")
    }
}

impl TrustedProxies {
    /// Whom a request comes from that `peer` has sent: the last one named who is not a proxy of ours.
    fn origin(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let named =
            headers.get_all(FORWARDED).iter().flat_map(|value| value.to_str().unwrap_or("?").split(','));
        let named: Vec<&str> = named.collect();
        let mut from = peer;
        for text in named.into_iter().rev() {
            if !self.0.contains(&from.to_canonical()) {
                break;
            }
            match address(text.trim()) {
                Some(address) => from = address,
                // What our own proxy has written can be read: this is somebody else's.
                None => break,
            }
        }
        from
    }
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.parse().ok();
    bare.or_else(|| text.parse().ok().map(|socket: SocketAddr| socket.ip()))
        .or_else(|| text.strip_prefix('[')?.strip_suffix(']')?.parse().ok())
}

/// The layer that puts whom a request comes from in the place of the proxy that has sent it.
pub async fn see_through(State(config): State<Arc<Config>>, mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied() {
        let from = config.trusted_proxies.origin(peer.ip(), request.headers());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(from, peer.port())));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(trusted: &str, peer: &str, forwarded: &[&str]) -> String {
        let headers = forwarded.iter().map(|value| (FORWARDED.parse().unwrap(), value.parse().unwrap()));
        let trusted = if trusted.is_empty() { TrustedProxies::default() } else { trusted.parse().unwrap() };
        trusted.origin(peer.parse().unwrap(), &headers.collect()).to_string()
    }

    #[test]
    fn a_header_of_somebody_who_is_no_proxy_of_ours_says_nothing() {
        assert_eq!(origin("", "127.0.0.1", &["192.0.2.1"]), "127.0.0.1");
        assert_eq!(origin("127.0.0.1", "192.0.2.9", &["192.0.2.1"]), "192.0.2.9");
    }

    #[test]
    fn a_proxy_says_whom_it_has_the_request_from_and_the_client_before_it_says_nothing() {
        assert_eq!(origin("127.0.0.1", "127.0.0.1", &["192.0.2.1"]), "192.0.2.1");
        assert_eq!(origin("127.0.0.1", "::ffff:127.0.0.1", &["192.0.2.1:4711"]), "192.0.2.1");
        assert_eq!(origin("::1", "::1", &["198.51.100.7, [2001:db8::1]:80"]), "2001:db8::1");
        assert_eq!(
            origin("127.0.0.1,10.0.0.2", "127.0.0.1", &["198.51.100.7", "192.0.2.1, 10.0.0.2"]),
            "192.0.2.1"
        );
    }

    #[test]
    fn what_cannot_be_read_is_whoever_has_sent_it() {
        assert_eq!(origin("127.0.0.1", "127.0.0.1", &[]), "127.0.0.1");
        assert_eq!(origin("127.0.0.1", "127.0.0.1", &["192.0.2.1, unknown"]), "127.0.0.1");
        assert_eq!(origin("127.0.0.1,127.0.0.2", "127.0.0.1", &["192.0.2.1, x, 127.0.0.2"]), "127.0.0.2");
    }

    #[test]
    fn proxies_are_addresses() {
        for text in ["", "proxy.example", "127.0.0.1;::1", "127.0.0.1,"] {
            assert!(text.parse::<TrustedProxies>().is_err(), "{text}");
        }
    }
}
