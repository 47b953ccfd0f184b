//! Commands as the forms that post them, and what an answer to one says.

use domain::{
    command::Command,
    outcome::Outcome,
    refusal::Refusal,
    software::{Hardware, Reveal},
};

use crate::http::{Answer, Client, Fate};

/// The fields of a command's form. A command that is added takes a line here, or nothing compiles.
#[must_use]
pub fn fields(command: &Command) -> Vec<(&'static str, String)> {
    match command {
        Command::GetKeys { benefit } => vec![("benefit", benefit.to_string())],
        Command::RevealKey { key, manner } => {
            let manner = match manner {
                Reveal::Shown => "shown",
                Reveal::Copied => "copied",
            };
            vec![("key", key.to_string()), ("manner", manner.to_owned())]
        }
        Command::RecordActivation { benefit, machine, hardware } => {
            let mut fields = vec![("benefit", benefit.to_string()), ("machine", machine.as_str().to_owned())];
            if *hardware == Hardware::Changed {
                fields.push(("hardware", "changed".to_owned()));
            }
            fields
        }
        Command::ChooseInstallation { benefit, language, os_type } => vec![
            ("benefit", benefit.to_string()),
            ("language", language.to_string()),
            ("os-type", os_type.to_string()),
        ],
        Command::AssignSeat { benefit, holder } => {
            vec![("benefit", benefit.to_string()), ("holder", holder.to_string())]
        }
        Command::RemoveSeat { seat } | Command::ConfirmActivation { seat } => {
            vec![("seat", seat.to_string())]
        }
        Command::ReassignSeat { seat, holder } => {
            vec![("seat", seat.to_string()), ("holder", holder.to_string())]
        }
        Command::UndoSeatChange { event } => vec![("event", event.to_string())],
        Command::ExportActivity { filter } => {
            let by = filter.by.as_ref().map(|by| ("q", by.as_str().to_owned()));
            let group = filter.group.map(|group| ("act", group.code().to_owned()));
            let benefit = filter.benefit.map(|benefit| ("benefit", benefit.to_string()));
            let from = filter.from.map(|day| ("from", day.to_string()));
            let to = filter.to.map(|day| ("to", day.to_string()));
            [by, group, benefit, from, to].into_iter().flatten().collect()
        }
    }
}

/// What the server said to a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It was done, and this is the key that it let leave its mask, if there is one.
    Done(Outcome, Option<String>),
    /// A rule refused it.
    Refused(Refusal),
    /// There is no such thing.
    NotFound,
    /// The server could not, and says when to try again.
    Unavailable {
        /// After so many seconds.
        retry_after: Option<u64>,
    },
    /// Something that a form is never answered.
    Strange(u16, String),
}

impl Said {
    /// Reads an answer; one whose status does not agree with its words is strange.
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        let strange = || Self::Strange(answer.status, answer.body.chars().take(300).collect());
        let json = answer.json();
        match answer.status {
            200 => match serde_json::from_value(json["outcome"].clone()) {
                Ok(outcome) => Self::Done(outcome, json["key"].as_str().map(str::to_owned)),
                Err(_) => strange(),
            },
            403 | 409 => match serde_json::from_value(json["refused"].clone()) {
                Ok(refusal) => Self::Refused(refusal),
                Err(_) => strange(),
            },
            404 if json == "not-found" => Self::NotFound,
            503 if json.get("unavailable").is_some() => Self::Unavailable { retry_after: answer.retry_after },
            _ => strange(),
        }
    }

    /// The code of the refusal, where it is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<&'static str> {
        match self {
            Self::Refused(refusal) => Some(refusal.code()),
            _ => None,
        }
    }
}

/// Posts a command under an idempotency key.
pub fn post(client: &mut Client, command: &Command, once: &str) -> Fate {
    let fields = fields(command);
    let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.push(("once", once));
    client.post(&format!("/act/{}", command.name()), &form)
}
