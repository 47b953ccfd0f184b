//! The messages as the client reads them, and writes them into a text.

use domain::language::Language;

use super::{
    super::{
        Args, MessageId, id,
        message::Value,
        pattern::{self, Digits},
    },
    ftl::{self, Messages, Piece, Unread},
};

/// The messages of a language.
#[derive(Debug)]
pub(super) struct Bundle {
    language: Language,
    messages: Messages,
}

#[cfg(not(feature = "ssr"))]
pub(super) use loaded::bundle;
#[cfg(not(feature = "ssr"))]
pub use loaded::load;

#[cfg(not(feature = "ssr"))]
mod loaded {
    //! What the browser was given.

    use std::sync::OnceLock;

    use domain::language::Language;
    use leptos::logging::error;

    use super::Bundle;

    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    static FRENCH: OnceLock<Bundle> = OnceLock::new();

    const fn slot(language: Language) -> &'static OnceLock<Bundle> {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
        }
    }

    /// The messages of `language`, once they were [loaded](load).
    pub(in super::super) fn bundle(language: Language) -> Option<&'static Bundle> {
        slot(language).get()
    }

    /// Takes the messages of `language`, as the server serves them, and says whether they are here. A second text for the
    /// same language is ignored.
    pub fn load(language: Language, text: &str) -> bool {
        match Bundle::read(language, text) {
            Ok(bundle) => drop(slot(language).set(bundle)),
            Err(unread) => error!("messages of {}: {unread:?}", language.tag()),
        }
        bundle(language).is_some()
    }
}

impl Bundle {
    /// Reads the messages of `language`, as the server serves them: those of another build are not read, since the same
    /// short name is another message there.
    pub(super) fn read(language: Language, text: &str) -> Result<Self, Unread> {
        let messages = text.strip_prefix("edition = ").and_then(|text| text.strip_prefix(id::EDITION));
        let messages = messages.ok_or_else(|| Unread(text.chars().take(40).collect()))?;
        Ok(Self { language, messages: ftl::read(messages)? })
    }

    /// The text of a message, when there is such a message.
    pub(super) fn format(&self, message: MessageId, args: &Args<'_>) -> Option<String> {
        let pieces = self.messages.get(message.short)?;
        let mut text = String::new();
        self.write(&mut text, pieces, args);
        Some(text)
    }

    fn write(&self, text: &mut String, pieces: &[Piece], args: &Args<'_>) {
        for piece in pieces {
            match piece {
                Piece::Text(written) => text.push_str(written),
                Piece::Variable(name) => self.write_value(text, name, args.get(name)),
                Piece::Term(name) => {
                    self.write(text, self.messages.get(name).map_or(&[], Vec::as_slice), &Args::new());
                }
                Piece::Day { variable, style } => match args.get(variable) {
                    Some(Value::Text(day)) => match day.parse() {
                        Ok(day) => text.push_str(&pattern::date(self.language, day, *style)),
                        Err(_) => text.push_str(day),
                    },
                    other => self.write_value(text, variable, other),
                },
                Piece::Number { variable, digits } => match args.get(variable) {
                    Some(Value::Number(number)) => {
                        text.push_str(&pattern::number(self.language, *number, *digits));
                    }
                    other => self.write_value(text, variable, other),
                },
                Piece::Choice { variable, variants, otherwise } => {
                    let held = args.get(variable);
                    let suits =
                        |(key, _): &&(String, Vec<Piece>)| held.is_some_and(|held| self.suits(key, held));
                    let chosen = variants.iter().find(suits).or_else(|| variants.get(*otherwise));
                    self.write(text, chosen.map_or(&[], |(_, pieces)| pieces.as_slice()), args);
                }
            }
        }
    }

    /// The value of the variable `name`; its name, when it has none.
    fn write_value(&self, text: &mut String, name: &str, value: Option<&Value<'_>>) {
        match value {
            Some(Value::Text(held)) => text.push_str(held),
            Some(Value::Number(number)) => {
                text.push_str(&pattern::number(self.language, *number, Digits::PLAIN));
            }
            None => {
                text.push_str("{$");
                text.push_str(name);
                text.push('}');
            }
        }
    }

    fn suits(&self, key: &str, held: &Value<'_>) -> bool {
        match held {
            Value::Text(held) => key == held,
            Value::Number(number) => match key.parse::<u32>() {
                Ok(exactly) => is(*number, f64::from(exactly)),
                Err(_) => key == plural(self.language, *number),
            },
        }
    }
}

/// The category of the number, as CLDR has it for the two languages.
fn plural(language: Language, number: f64) -> &'static str {
    let is_one = match language {
        Language::English => is(number.abs(), 1.0),
        Language::French => number.abs() < 2.0,
    };
    if is_one { "one" } else { "other" }
}

fn is(number: f64, whole: f64) -> bool {
    (number - whole).abs() < f64::EPSILON
}
