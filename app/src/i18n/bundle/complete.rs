//! The messages as the `fluent` crate reads them: the server's side, and what the client's is measured by.

use std::sync::OnceLock;

use domain::language::Language;
use fluent::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle, types::FluentNumber,
};
use leptos::logging::error;

use super::super::{
    Args, MessageId, embedded,
    message::Value,
    pattern::{self, DateStyle, Digits},
};

/// The messages of a language.
pub(super) struct Bundle {
    language: Language,
    messages: FluentBundle<FluentResource>,
}

/// The messages of `language`.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a browser may not have the language yet, and the callers are shared"
)]
pub(super) fn bundle(language: Language) -> Option<&'static Bundle> {
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    static FRENCH: OnceLock<Bundle> = OnceLock::new();
    let slot = match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    };
    Some(slot.get_or_init(|| Bundle::parse(language, &embedded::texts(language))))
}

impl Bundle {
    /// The text of a message, when there is such a message.
    pub(super) fn format(&self, message: MessageId, args: &Args<'_>) -> Option<String> {
        let found = self.messages.get_message(message.id)?;
        let pattern = match message.attribute {
            None => found.value()?,
            Some(attribute) => found.get_attribute(attribute)?.value(),
        };
        let mut errors = Vec::new();
        let text = self.messages.format_pattern(pattern, Some(&variables(args)), &mut errors).into_owned();
        for fault in errors {
            error!("message {message} in {}: {fault}", self.language.tag());
        }
        Some(text)
    }

    fn parse(language: Language, texts: &[&str]) -> Self {
        // Plural rules need the tag; it is a valid one.
        let mut messages = FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
        // Isolating marks would end up in what people copy, in exported files and in the subjects of letters.
        messages.set_use_isolating(false);
        messages.set_formatter(Some(match language {
            Language::English => |value, _| write_number(Language::English, value),
            Language::French => |value, _| write_number(Language::French, value),
        }));
        if let Err(fault) = add_functions(&mut messages, language) {
            error!("functions of {}: {fault}", language.tag());
        }
        for text in texts {
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, faults)| {
                    error!("messages of {}: {faults:?}", language.tag());
                    resource
                });
            if let Err(faults) = messages.add_resource(resource) {
                error!("messages of {}: {faults:?}", language.tag());
            }
        }
        Self { language, messages }
    }
}

fn variables<'a>(args: &Args<'a>) -> FluentArgs<'a> {
    let value = |value: &Value<'a>| match value {
        Value::Text(text) => FluentValue::String(text.clone()),
        Value::Number(number) => (*number).into(),
    };
    args.0.iter().map(|(name, held)| (*name, value(held))).collect()
}

fn add_functions(messages: &mut FluentBundle<FluentResource>, language: Language) -> Result<(), FluentError> {
    messages.add_function("NUMBER", number)?;
    messages.add_function("DATETIME", move |positional, named| date(language, positional, named))
}

/// `NUMBER($n, minimumFractionDigits: 2)`: still a number, so that a plural can be chosen by it.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else { return FluentValue::Error };
    let mut number = number.clone();
    number.options.merge(named);
    number.into()
}

/// `DATETIME($day, dateStyle: "long")`, of a local date in ISO 8601.
fn date<'a>(language: Language, positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::String(text)) = positional.first() else { return FluentValue::Error };
    let style = match named.get("dateStyle") {
        Some(FluentValue::String(style)) => DateStyle::from_name(style),
        _ => None,
    };
    let day = text.parse().ok();
    day.zip(style).map_or(FluentValue::Error, |(day, style)| pattern::date(language, day, style).into())
}

fn write_number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, options }) => {
            let digits = Digits::between(options.minimum_fraction_digits, options.maximum_fraction_digits);
            Some(pattern::number(language, *value, digits))
        }
        _ => None,
    }
}
