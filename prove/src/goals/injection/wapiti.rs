//! wapiti: whether a link or a form is answered by the words of a database, or later than it should.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{
    desk::Desk,
    inputs::{Request, Who},
    scan::{self, Job},
    vulnerable::{LOUD, Vulnerable},
};
use crate::http::escaped;

const NAME: &str = "wapiti";
/// Its modules: by faults, and by time, which has changed its name.
const BY_FAULTS: &str = "sql";
const BY_TIME: [&str; 2] = ["timesql", "blindsql"];
/// Only what the first page links to is looked at, and all of that; time is told by two seconds more.
const WORDS: [&str; 14] = [
    "--scope", "punk", "--depth", "1", "--scan-force", "insane", "--timeout", "2", "--verbose", "1",
    "--no-bugreport", "--flush-session", "--format", "json",
];

/// The program.
#[derive(Debug)]
pub struct Wapiti {
    folder: PathBuf,
    modules: String,
}

impl Wapiti {
    /// The program that is installed, with its files in `folder`.
    pub fn installed(folder: &Path) -> Option<Self> {
        let folder = folder.join(NAME);
        fs::create_dir(&folder).ok()?;
        let known = scan::program(NAME, &folder).arg("--list-modules").output().ok()?.stdout;
        let known = String::from_utf8_lossy(&known).into_owned();
        let by_time = BY_TIME.into_iter().find(|module| known.contains(module))?;
        Some(Self { folder, modules: format!("{BY_FAULTS},{by_time}") })
    }

    /// The scan of everything that `who` sends, beside the control, which it has to find.
    pub fn job<'a>(
        &'a self,
        desk: &mut Desk,
        vulnerable: &Vulnerable,
        (who, requests): (Who, &[Request]),
    ) -> Result<Job<'a>> {
        let requests = requests.iter().filter(|request| request.who == who && !request.scanned.is_empty());
        let requests: Vec<_> = requests.collect();
        let name = format!("/{who:?}");
        let index: String = requests.iter().map(|request| shown(request, desk)).collect();
        vulnerable.show(&name, &index);
        let address = format!("http://{}{name}", vulnerable.address());
        let browser = desk.browser(requests.first().context("there is something to scan")?)?;
        let session = browser.session().map(str::to_owned);
        let seen: Vec<_> = requests.iter().map(|request| seen(request, desk)).collect();
        let fields = requests.iter().map(|request| request.fields.len()).sum();
        Ok(Box::new(move || {
            let (said, report) = self.run(&address, session.as_deref())?;
            let unseen = seen.iter().find(|request| !said.contains(*request));
            ensure!(unseen.is_none(), "wapiti has not seen {unseen:?}: {}", scan::last_words(&said));
            let found = found(&report);
            let (control, others): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|found| found.starts_with(LOUD));
            ensure!(others.is_empty(), "wapiti has found something: {}", others.join(" | "));
            ensure!(!control.is_empty(), "wapiti finds nothing in the control: it shows nothing");
            Ok(fields)
        }))
    }

    /// What it says, and its report.
    fn run(&self, address: &str, session: Option<&str>) -> Result<(String, Value)> {
        let folder = self.folder.join(address.rsplit('/').next().unwrap_or_default());
        fs::create_dir(&folder)?;
        let report = folder.join("report.json");
        let mut command = scan::program(NAME, &folder);
        command.args(["--url", address, "--module", &self.modules]).args(WORDS);
        command.args(["--header", "Sec-Fetch-Site: same-origin"]);
        if let Some(session) = session {
            command.args(["--header", &format!("Cookie: {session}")]);
        }
        command.arg("--store-session").arg(folder.join("session"));
        command.arg("--store-config").arg(folder.join("config"));
        let done = command.arg("--output").arg(&report).output().context("starting wapiti")?;
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let report = fs::read_to_string(&report).with_context(|| scan::last_words(&said))?;
        Ok((said, serde_json::from_str(&report)?))
    }
}

/// What it says when it has seen a request.
fn seen(request: &Request, desk: &Desk) -> String {
    let (method, mark) = if request.is_form() { ("POST", "") } else { ("GET", "?") };
    format!("[+] {method} http://{}{}{mark}", desk.server().address(), request.path)
}

/// A request as a link or a form.
fn shown(request: &Request, desk: &Desk) -> String {
    let address = format!("http://{}{}", desk.server().address(), request.path);
    if request.is_form() {
        let field = |(name, value): &(&str, String)| format!("<input name=\"{name}\" value=\"{value}\">");
        let fields: String = request.fields.iter().map(field).collect();
        return format!("<form method=\"post\" action=\"{address}\">{fields}</form>");
    }
    let pairs = request.fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    format!("<a href=\"{address}?{}\">link</a>", pairs.collect::<Vec<_>>().join("&amp;"))
}

/// What a report tells of: where, and what.
fn found(report: &Value) -> Vec<String> {
    let kinds = report["vulnerabilities"].as_object().into_iter().flatten();
    let all = kinds.flat_map(|(_, found)| found.as_array().into_iter().flatten());
    let text = |found: &Value, name: &str| found[name].as_str().unwrap_or_default().to_owned();
    all.map(|found| format!("{}: {}", text(found, "path"), text(found, "info"))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = json!({"vulnerabilities": {
            "SQL Injection": [{"path": "/loud", "info": "in q"}],
            "Blind SQL Injection": [],
        }});
        assert_eq!(found(&report), ["/loud: in q"]);
    }
}
