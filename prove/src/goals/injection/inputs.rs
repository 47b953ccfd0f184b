//! Everything that can be sent: the forms of all commands and acts, the addresses of all reads and pages, with every field.
//!
//! Owns that none is left out: tests hold these lists against those by which the program itself goes. Refuses to know what the
//! fields hold.

use std::collections::BTreeSet;

use domain::{
    activity::{ActGroup, ActivityFilter},
    command::Command,
    company::SearchText,
    id::BenefitId,
    software::Hardware,
};

use crate::forms;

/// The idempotency key of a form, and where it returns to.
pub const ONCE: &str = "once";
const BACK: &str = "back";
/// A key of the right form, which is another one each time that something is sent.
pub const KEY: &str = "injection-0000-once";
/// What every page reads of its address.
const OF_EVERY_PAGE: [&str; 2] = ["lang", "flash"];

const BENEFITS: [&str; 9] = ["q", "offer", "type", "state", "sort", "page", "open", "who", "seat"];
const SEATS: [&str; 6] = ["q", "pool", "state", "sort", "page", "size"];
const ACTIVITY: [&str; 7] = ["q", "act", "benefit", "from", "to", "before", "after"];

/// The reads, after `/api/`, with their parameters.
pub const READS: [(&str, &[&str]); 14] = [
    ("frame", &[]),
    ("sign-in", &[]),
    ("invitation", &["token"]),
    ("account", &[]),
    ("dashboard", &[]),
    ("flash", &["id"]),
    ("benefits/software", &BENEFITS),
    ("benefits/cloud", &BENEFITS),
    ("benefits/visual-studio", &BENEFITS),
    ("benefits/technical", &BENEFITS),
    ("benefits/go-to-market", &BENEFITS),
    ("seats", &SEATS),
    ("activity", &ACTIVITY),
    ("people", &["benefit", "text"]),
];

/// The pages: the address, the read behind it, and what is read of its address.
pub const PAGES: [(&str, &str, &[&str]); 15] = [
    ("/", "dashboard", &[]),
    ("/sign-in", "sign-in", &[BACK]),
    ("/invitation", "invitation", &["token"]),
    ("/account", "account", &[]),
    ("/benefits/software", "benefits/software", &BENEFITS),
    ("/benefits/cloud", "benefits/cloud", &BENEFITS),
    ("/benefits/visual-studio", "benefits/visual-studio", &BENEFITS),
    ("/benefits/visual-studio/seats", "seats", &SEATS),
    ("/benefits/technical", "benefits/technical", &BENEFITS),
    ("/benefits/go-to-market", "benefits/go-to-market", &BENEFITS),
    ("/activity", "activity", &ACTIVITY),
    ("/accessibility", "", &[]),
    ("/gallery", "", &[]),
    ("/gallery/lists", "", &[]),
    ("/gallery/changes", "", &[]),
];

/// What people do to their own account, or before anybody knows who they are: the address, who, and the fields.
pub const ACTS: [(&str, Who, &[&str]); 10] = [
    ("/act/sign-in", Who::Nobody, &["address", "password", BACK, ONCE]),
    ("/act/demonstration", Who::Nobody, &["user", BACK, ONCE]),
    ("/act/accept-invitation", Who::Nobody, &["token", "password", ONCE]),
    ("/act/sign-out", Who::Oneself, &["everywhere", ONCE]),
    ("/act/end-session", Who::Oneself, &["session", ONCE]),
    ("/act/end-other-sessions", Who::Oneself, &[ONCE]),
    ("/act/change-password", Who::Oneself, &["current", "password", "others", ONCE]),
    ("/act/switch-company", Who::Oneself, &["user", BACK, ONCE]),
    ("/act/language", Who::Oneself, &["language", BACK, ONCE]),
    ("/act/theme", Who::Oneself, &["theme", BACK, ONCE]),
];

/// The cookies.
pub const COOKIES: [&str; 3] = ["atout-session", "atout-language", "atout-theme"];
/// The headers of which more is read than whether they are ours.
pub const HEADERS: [&str; 4] = ["User-Agent", "Accept-Language", "X-Forwarded-For", "Atout-Client"];

/// Whose browser sends something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Nobody who is known.
    #[default]
    Nobody,
    /// The Global admin of a company.
    Admin,
    /// Somebody whose own account it is about, and who does nothing else.
    Oneself,
}

/// Something that can be sent.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// By whom.
    pub who: Who,
    /// Where.
    pub path: String,
    /// Its fields: those of a form, or the parameters of an address.
    pub fields: Vec<(&'static str, String)>,
    /// Those of its fields that nothing before it has brought to the same reader.
    pub scanned: Vec<&'static str>,
    /// What reads its fields.
    reader: String,
}

impl Request {
    /// Whether it is the form of something that changes something.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.path.starts_with("/act/")
    }

    /// What reads a field: some are read for all of a kind by the same lines of code.
    fn reader(&self, field: &str) -> String {
        match field {
            ONCE | BACK if self.is_form() => format!("{:?}", self.who),
            field if !self.is_form() && OF_EVERY_PAGE.contains(&field) => "page".to_owned(),
            _ => self.reader.clone(),
        }
    }
}

/// The requests that these commands are, with every field that they may have. An entry of the log is looked for by `benefit`,
/// and a person by the address `typed`.
#[must_use]
pub fn commands(commands: &[Command], benefit: BenefitId, typed: &str) -> Vec<Request> {
    let mut requests = Vec::new();
    for command in commands {
        let mut fields = forms::fields(&whole(command.clone(), benefit));
        fields.extend([(BACK, "/benefits/software".to_owned()), (ONCE, KEY.to_owned())]);
        let path = format!("/act/{}", command.name());
        // Who was chosen goes before what was typed.
        let other = |(name, value): &(&'static str, String)| {
            if *name == "holder" { ("holder-typed", typed.to_owned()) } else { (*name, value.clone()) }
        };
        let others: Vec<_> = fields.iter().map(other).collect();
        let is_another = others != fields;
        for fields in [Some(fields), is_another.then_some(others)].into_iter().flatten() {
            let (who, reader) = (Who::Admin, path.clone());
            requests.push(Request { who, path: path.clone(), fields, scanned: Vec::new(), reader });
        }
    }
    requests
}

/// The same command with whatever it may leave out.
fn whole(command: Command, about: BenefitId) -> Command {
    match command {
        Command::RecordActivation { benefit, machine, .. } => {
            Command::RecordActivation { benefit, machine, hardware: Hardware::Changed }
        }
        Command::ExportActivity { .. } => Command::ExportActivity {
            filter: ActivityFilter {
                by: SearchText::parse("e").ok(),
                group: Some(ActGroup::Keys),
                benefit: Some(about),
                from: "2020-01-01".parse().ok(),
                to: "2040-12-31".parse().ok(),
            },
        },
        other => other,
    }
}

/// The other requests: acts, reads and pages, as `value` fills in their fields.
///
/// # Errors
/// What `value` has no answer to.
pub fn others<E>(value: impl Fn(&str, &str) -> Result<String, E>) -> Result<Vec<Request>, E> {
    let request = |who, path: &str, reader: &str, names: &[&'static str]| {
        let fields = names.iter().map(|name| Ok((*name, value(path, name)?))).collect::<Result<_, E>>()?;
        Ok(Request { who, path: path.to_owned(), fields, scanned: Vec::new(), reader: reader.to_owned() })
    };
    let mut requests = Vec::new();
    for (path, who, names) in ACTS {
        requests.push(request(who, path, path, names)?);
    }
    for (read, names) in READS {
        requests.push(request(Who::Admin, &format!("/api/{read}"), &format!("/api/{read}"), names)?);
    }
    for (path, read, names) in PAGES {
        // A page takes its address apart as the read behind it does.
        let names = [names, &OF_EVERY_PAGE].concat();
        requests.push(request(Who::Admin, path, &format!("/api/{read}"), &names)?);
    }
    Ok(requests)
}

/// Says of each field whether something before it has brought it to the same reader.
pub fn mark(requests: &mut [Request]) {
    let mut seen = BTreeSet::new();
    for request in requests {
        let names = request.fields.iter().map(|(name, _)| *name);
        let new: Vec<_> = names.filter(|name| seen.insert((request.reader(name), *name))).collect();
        request.scanned = new;
    }
}

#[cfg(test)]
mod tests;
