//! Where a form post returns to. Only ever a page of this server.

use app::{flash::SESSION_ENDED, routes};

/// The longest address to return to; nothing that the pages write comes near it.
const MOST: usize = 2_000;

/// `back` when it is the address of a page, else the first page: what the server answers elsewhere is not for people.
#[must_use]
pub fn local(back: &str) -> &str {
    let path = back.split(['?', '#']).next().unwrap_or_default();
    let is_page = path == routes::BENEFITS || routes::ALL.contains(&path);
    // Browsers drop tabs and line ends, and a header holds no other character.
    let plain = back.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_page && plain && back.len() <= MOST { back } else { routes::DASHBOARD }
}

/// The sign-in page that says that the session has ended and nothing was done, and leads to `back` afterwards.
#[must_use]
pub fn sign_in(back: &str) -> String {
    with(&routes::sign_in_and_back(back), "flash", SESSION_ENDED)
}

/// The local path `back` without the query parameter `name`.
#[must_use]
pub fn without(back: &str, name: &str) -> String {
    let address = back.split('#').next().unwrap_or_default();
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let other = |pair: &&str| pair.split('=').next() != Some(name) && !pair.is_empty();
    let rest: Vec<&str> = query.split('&').filter(other).collect();
    if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
}

/// The local path `back` with the query parameter `name` set to `value`, encoded.
#[must_use]
pub fn with(back: &str, name: &str, value: &str) -> String {
    let rest = without(back, name);
    let separator = if rest.contains('?') { '&' } else { '?' };
    format!("{rest}{separator}{name}={}", routes::encoded(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_ours_is_kept() {
        for back in ["/", "/benefits/software?open=1&sort=name", "/benefits?q=%2F%2Fevil", "/?a#b"] {
            assert_eq!(local(back), back);
        }
        for page in routes::ALL {
            assert_eq!(local(page), page);
        }
    }

    #[test]
    fn what_is_not_a_page_is_refused() {
        for back in ["/api/frame", "/act/sign-out", "/act/sign-out?back=/", "/assets/atout.0.css", "/nowhere"]
        {
            assert_eq!(local(back), "/", "{back}");
        }
    }

    #[test]
    fn whatever_could_leave_this_server_is_refused() {
        let long = format!("/?{}", "a".repeat(MOST));
        for back in [
            "",
            "evil",
            "https://evil.example",
            "javascript:alert(1)",
            "//evil.example",
            "/\\evil.example",
            "/.//evil.example",
            "\\\\evil",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: a=b",
            "/\0",
            "/é",
            "/a b",
            " /",
            &long,
        ] {
            assert_eq!(local(back), "/", "{back:?}");
        }
    }

    #[test]
    fn a_parameter_is_replaced_and_the_others_stay() {
        assert_eq!(with("/a", "flash", "1"), "/a?flash=1");
        assert_eq!(with("/a?flash=0&open=2", "flash", "1"), "/a?open=2&flash=1");
        assert_eq!(with("/sign-in", "back", "/a?b=c&d=é"), "/sign-in?back=%2Fa%3Fb%3Dc%26d%3D%C3%A9");
        assert_eq!(without("/a?lang=fr-FR#x", "lang"), "/a");
    }
}
