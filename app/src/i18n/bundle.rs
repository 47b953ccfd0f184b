//! The messages of each language, parsed once and kept for the life of the process or of the page.
//!
//! Owns the two bundles and the functions that messages may call. Refuses to know which language is on screen, and
//! where a text comes from: the server embeds it, a browser is given it.

use std::sync::OnceLock;

use domain::language::Language;
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use leptos::logging::error;

use super::{Args, MessageId, pattern};

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: OnceLock<Bundle> = OnceLock::new();
static FRENCH: OnceLock<Bundle> = OnceLock::new();

/// A message without variables, in `language`.
pub fn text(language: Language, message: MessageId) -> String {
    formatted(language, message, None)
}

/// A message with its variables, in `language`.
pub fn format(language: Language, message: MessageId, args: &Args<'_>) -> String {
    formatted(language, message, Some(&args.0))
}

/// Takes the messages of `language`, as the server serves them. A second text for the same language is ignored.
#[cfg(not(feature = "ssr"))]
pub fn load(language: Language, text: &str) {
    slot(language).get_or_init(|| parse(language, &[text]));
}

/// Whether the messages of `language` are here.
pub(super) fn is_loaded(language: Language) -> bool {
    bundle(language).is_some()
}

const fn slot(language: Language) -> &'static OnceLock<Bundle> {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    }
}

#[cfg(feature = "ssr")]
#[expect(
    clippy::unnecessary_wraps,
    reason = "a browser may not have the language yet, and the callers are shared"
)]
fn bundle(language: Language) -> Option<&'static Bundle> {
    Some(slot(language).get_or_init(|| parse(language, &super::embedded::texts(language))))
}

#[cfg(not(feature = "ssr"))]
fn bundle(language: Language) -> Option<&'static Bundle> {
    slot(language).get()
}

/// What cannot happen by construction is still loud: the id stands where the text should, and the console says why.
fn formatted(language: Language, message: MessageId, args: Option<&FluentArgs<'_>>) -> String {
    let Some(bundle) = bundle(language) else {
        error!("the messages of {} are not loaded: {message}", language.tag());
        return message.to_string();
    };
    let found = bundle.get_message(message.id).and_then(|found| match message.attribute {
        None => found.value(),
        Some(attribute) => found.get_attribute(attribute).map(|attribute| attribute.value()),
    });
    let Some(pattern) = found else {
        error!("no message {message} in {}", language.tag());
        return message.to_string();
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    for fault in errors {
        error!("message {message} in {}: {fault}", language.tag());
    }
    text
}

fn parse(language: Language, texts: &[&str]) -> Bundle {
    // Plural rules need the tag; it is a valid one.
    let mut bundle = Bundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
    // Isolating marks would end up in what people copy, in exported files and in the subjects of letters.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| write_number(Language::English, value),
        Language::French => |value, _| write_number(Language::French, value),
    }));
    if let Err(fault) = add_functions(&mut bundle, language) {
        error!("functions of {}: {fault}", language.tag());
    }
    for text in texts {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, faults)| {
            error!("messages of {}: {faults:?}", language.tag());
            resource
        });
        if let Err(faults) = bundle.add_resource(resource) {
            error!("messages of {}: {faults:?}", language.tag());
        }
    }
    bundle
}

fn add_functions(bundle: &mut Bundle, language: Language) -> Result<(), FluentError> {
    bundle.add_function("NUMBER", number)?;
    bundle.add_function("DATETIME", move |positional, named| date_time(language, positional, named))
}

/// `NUMBER($n, minimumFractionDigits: 2)`: still a number, so that a plural can be chosen by it.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else { return FluentValue::Error };
    let mut number = number.clone();
    number.options.merge(named);
    number.into()
}

/// `DATETIME($at, dateStyle: "long", timeStyle: "short")`, of a local date or a local date and time in ISO 8601.
fn date_time<'a>(
    language: Language,
    positional: &[FluentValue<'a>],
    named: &FluentArgs<'_>,
) -> FluentValue<'a> {
    let Some(FluentValue::String(text)) = positional.first() else { return FluentValue::Error };
    let date = match named.get("dateStyle") {
        Some(FluentValue::String(style)) => pattern::DateStyle::from_name(style),
        _ => None,
    };
    let with_time = named.get("timeStyle").is_some();
    pattern::date_time(language, text, date, with_time).map_or(FluentValue::Error, Into::into)
}

fn write_number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(pattern::number(language, number)),
        _ => None,
    }
}
