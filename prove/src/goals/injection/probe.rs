//! Texts that break every statement of which they become a part: an answer by a fault tells of it.

use anyhow::{Context, Result, ensure};

use super::{
    desk::Desk,
    inputs::Request,
    vulnerable::{LOUD, Vulnerable},
};
use crate::{
    http::{Answer, Client, escaped},
    proof::Size,
};

/// What ends a text, a name, a list or a number, wherever it stands, and leaves what no statement goes on with.
const TEXTS: [&str; 2] = ["'", "\\\")'"];

/// Whether such a text is answered by a fault where it becomes a part of a statement.
pub fn finds(vulnerable: &Vulnerable) -> Result<()> {
    let mut client = Client::new(vulnerable.address());
    for (text, is_found) in [("e", false), (TEXTS[0], true), (TEXTS[1], true)] {
        let answer = client.get(&format!("{LOUD}?q={}", escaped(text))).answer();
        let status = answer.context("the control was not answered")?.status;
        ensure!(
            (status >= 500) == is_found,
            "the control answered {text:?} by {status}: this probe shows nothing"
        );
    }
    Ok(())
}

/// Sends each request as it is meant, and then with each text at the end of each field; how many texts that were. With every
/// change there is no time for the fields that something before has brought to the same reader.
pub fn probe(desk: &mut Desk, requests: &[Request], size: Size) -> Result<usize> {
    let mut probed = 0;
    for request in requests {
        let mut browser = desk.browser(request)?;
        let meant = send(&mut browser, request, None, probed)?;
        ensure!(is_read(meant.status), "{} as it is meant was answered {}", request.path, meant.status);
        ensure!(meant.json()["matching"] != 0, "{} as it is meant finds nothing", request.path);
        // A form is sent by a program, and by a page.
        let mut pages = browser.again(desk.server().address()).reading_pages();
        let all = request.fields.iter().map(|(name, _)| *name);
        for name in all.filter(|name| size == Size::Full || request.scanned.contains(name)) {
            for (text, client) in TEXTS.into_iter().zip([&mut browser, &mut pages]) {
                let answer = send(client, request, Some((name, text)), probed)?;
                ensure!(
                    answer.status < 500,
                    "{} was answered {} with {text:?} in {name}",
                    request.path,
                    answer.status
                );
                probed += 1;
            }
        }
    }
    Ok(probed)
}

/// Whether this is an answer of what reads the fields, which found nothing wrong with their form.
const fn is_read(status: u16) -> bool {
    matches!(status, 200 | 204 | 303 | 401 | 409 | 410)
}

fn send(client: &mut Client, request: &Request, with: Option<(&str, &str)>, probed: usize) -> Result<Answer> {
    let once = format!("probe-{probed:04}-{}", if with.is_some() { "with" } else { "meant" });
    let value = |name: &str, value: &str| match with {
        Some((field, text)) if field == name => format!("{value}{text}"),
        _ if name == super::inputs::ONCE => once.clone(),
        _ => value.to_owned(),
    };
    let fields: Vec<_> = request.fields.iter().map(|(name, text)| (*name, value(name, text))).collect();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let fate = if request.is_form() {
        client.post(&request.path, &fields)
    } else {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
        client.get(&format!("{}?{}", request.path, pairs.collect::<Vec<_>>().join("&")))
    };
    fate.answer().with_context(|| format!("{} was not answered", request.path))
}
