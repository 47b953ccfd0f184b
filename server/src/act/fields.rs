//! The fields of a form, read into a command: typed, or refused with the field that is wrong.

use std::str::FromStr;

use app::portal::{ActivityQuery, PortalError};
use domain::{
    command::Command,
    company::{FieldFault, MachineName, SearchText},
    id::UserId,
    refusal::InvalidField,
    software::{Hardware, Reveal},
};

use crate::portal::{Failure, people::find_holder, store::Store};

/// The fields that were posted.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Takes the fields as they came.
    pub fn new(posted: Vec<(String, String)>) -> Self {
        Self(posted)
    }

    /// The text of a field; of one that was posted twice the last, as a pressed button comes after its form's fields.
    pub fn text(&self, field: &str) -> &str {
        self.0.iter().rev().find(|(name, _)| name == field).map_or("", |(_, value)| value.as_str())
    }

    /// The fields whose text may be shown again: not the idempotency key, nor where to return to.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        let kept = |name: &str| name != app::act::ONCE && name != app::act::BACK;
        self.0.iter().filter(move |(name, _)| kept(name)).map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The idempotency key: every form carries one.
    pub fn once(&self) -> Result<&str, PortalError> {
        let once = self.text(app::act::ONCE);
        let formed = (8..=64).contains(&once.len())
            && once.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if formed { Ok(once) } else { Err(invalid(app::act::ONCE, FieldFault::Malformed)) }
    }

    fn parsed<T: FromStr>(&self, field: &str) -> Result<T, PortalError> {
        let text = self.text(field).trim();
        let fault = if text.is_empty() { FieldFault::Empty } else { FieldFault::Malformed };
        text.parse().map_err(|_| invalid(field, fault))
    }

    /// Refuses fields that the command does not have: nothing that is posted is silently ignored.
    fn only(&self, known: &[&str]) -> Result<(), PortalError> {
        let is_known = |name: &str| name == app::act::ONCE || name == app::act::BACK || known.contains(&name);
        match self.0.iter().find(|(name, _)| !is_known(name)) {
            Some((name, _)) => {
                Err(invalid(&name.chars().take(64).collect::<String>(), FieldFault::Malformed))
            }
            None => Ok(()),
        }
    }
}

/// Reads the command `name` from its form.
pub async fn command(store: &Store, user: UserId, name: &str, form: &Form) -> Result<Command, PortalError> {
    form.only(known_fields(name).ok_or(PortalError::NotFound)?)?;
    match name {
        "get-keys" => Ok(Command::GetKeys { benefit: form.parsed("benefit")? }),
        "reveal-key" => Ok(Command::RevealKey { key: form.parsed("key")?, manner: manner(form)? }),
        "record-activation" => Ok(Command::RecordActivation {
            benefit: form.parsed("benefit")?,
            machine: MachineName::parse(form.text("machine")).map_err(|fault| invalid("machine", fault))?,
            hardware: match form.text("hardware") {
                "" => Hardware::Unchanged,
                "changed" => Hardware::Changed,
                _ => return Err(invalid("hardware", FieldFault::Malformed)),
            },
        }),
        "choose-installation" => Ok(Command::ChooseInstallation {
            benefit: form.parsed("benefit")?,
            language: form.parsed("language")?,
            os_type: form.parsed("os-type")?,
        }),
        "assign-seat" => {
            let benefit = form.parsed("benefit")?;
            Ok(Command::AssignSeat { benefit, holder: holder(store, user, form).await? })
        }
        "remove-seat" => Ok(Command::RemoveSeat { seat: form.parsed("seat")? }),
        "reassign-seat" => {
            let seat = form.parsed("seat")?;
            Ok(Command::ReassignSeat { seat, holder: holder(store, user, form).await? })
        }
        "confirm-activation" => Ok(Command::ConfirmActivation { seat: form.parsed("seat")? }),
        "export-activity" => {
            let query = ActivityQuery::of(|field| form.text(field).to_owned());
            Ok(Command::ExportActivity { filter: query.filter().map_err(PortalError::Invalid)? })
        }
        "undo-seat-change" => Ok(Command::UndoSeatChange { event: form.parsed("event")? }),
        _ => Err(PortalError::NotFound),
    }
}

/// The fields of each command, besides those of every form; a test holds them against `Command::NAMES`.
#[must_use]
pub fn known_fields(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "get-keys" => &["benefit"],
        "reveal-key" => &["key", "manner"],
        "record-activation" => &["benefit", "machine", "hardware"],
        "choose-installation" => &["benefit", "language", "os-type"],
        "assign-seat" => &["benefit", "holder", "holder-typed"],
        "remove-seat" | "confirm-activation" => &["seat"],
        "reassign-seat" => &["seat", "holder", "holder-typed"],
        "undo-seat-change" => &["event"],
        "export-activity" => &ActivityQuery::FIELDS,
        _ => return None,
    })
}

fn manner(form: &Form) -> Result<Reveal, PortalError> {
    match form.text("manner") {
        "shown" => Ok(Reveal::Shown),
        "copied" => Ok(Reveal::Copied),
        _ => Err(invalid("manner", FieldFault::Malformed)),
    }
}

/// The person who was chosen, or else the one whom the typed text names exactly (R47).
async fn holder(store: &Store, user: UserId, form: &Form) -> Result<UserId, PortalError> {
    if !form.text("holder").is_empty() {
        return form.parsed("holder");
    }
    let typed = SearchText::parse(form.text("holder-typed")).map_err(|fault| invalid("holder", fault))?;
    let found = find_holder(store, user, &typed).await.map_err(Failure::told)?;
    found.map_err(|fault| invalid("holder", fault))
}

fn invalid(field: &str, fault: FieldFault) -> PortalError {
    PortalError::Invalid(vec![InvalidField { field: field.to_owned(), fault }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_its_fields() {
        assert!(Command::NAMES.iter().all(|name| known_fields(name).is_some()));
    }

    #[test]
    fn a_field_that_the_command_does_not_have_is_refused() {
        let form = Form::new(vec![("seat".into(), "x".into()), ("is_admin".into(), "1".into())]);
        let error = form.only(known_fields("remove-seat").unwrap()).unwrap_err();
        assert_eq!(error, invalid("is_admin", FieldFault::Malformed));
    }

    #[test]
    fn an_idempotency_key_has_a_form() {
        let once = |text: &str| Form::new(vec![("once".into(), text.into())]).once().is_ok();
        assert!(once("018f4e2a-0000-7000-8000-000000000001"));
        assert!(!once("") && !once("short") && !once(&"a".repeat(65)) && !once("12345678'--"));
    }
}
