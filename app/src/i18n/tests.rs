//! The two languages against what is written down. They run on the server's side.

use std::{collections::BTreeSet, fmt::Write as _};

use domain::{command::Command, day::Day, language::Language, refusal::Refusal};
use fluent::FluentResource;
use leptos::prelude::Owner;

use super::{
    Args, MessageId, Wishes, Words, choose, embedded, entries, format, id, page_title, pattern, refusals, t,
    text, written::WRITTEN,
};
use crate::portal::{PortalError, Trouble};

#[test]
fn every_value_is_written_as_the_list_says() {
    for language in Language::ALL {
        for row in WRITTEN {
            assert_eq!(row.actual(language).as_deref(), Some(row.expected(language)), "{:?}", row.value);
        }
    }
}

#[test]
fn every_message_of_both_languages_parses() {
    for language in Language::ALL {
        for text in embedded::texts(language) {
            let parsed = FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| faults);
            assert!(parsed.is_ok(), "{}: {:?}", language.tag(), parsed.err());
        }
    }
}

#[test]
fn none_is_plural_in_english_and_singular_in_french() {
    let mut table = String::new();
    for language in [Language::English, Language::French] {
        for count in [0_u32, 1, 2, 1_000] {
            let args = Args::new().with("count", &count);
            let _ = writeln!(table, "{}", format(language, id::ERRORS_SUMMARY_TITLE, &args));
        }
    }
    assert_eq!(
        table,
        "0 fields need your attention\n\
         1 field needs your attention\n\
         2 fields need your attention\n\
         1,000 fields need your attention\n\
         0 champ est à corriger\n\
         1 champ est à corriger\n\
         2 champs sont à corriger\n\
         1\u{202f}000 champs sont à corriger\n"
    );
}

#[test]
fn only_where_something_was_sent_it_is_said_that_nothing_was_saved() {
    let busy = PortalError::Unavailable { reference: "7".to_owned(), trouble: Trouble::Busy };
    let said = |say: fn(Words, &PortalError) -> String| {
        entries::speaking(Language::English, |words| say(words, &busy))
    };
    assert_eq!(said(refusals::error), "Atout is very busy. Try again in a moment. Reference: 7.");
    assert_eq!(
        said(|words, busy| refusals::of_act(words, "assign-seat", busy)),
        "Atout is very busy. Try again in a moment. Reference: 7. Nothing was saved. What you entered is not lost: you \
         can send it again. Your request will not be carried out twice."
    );
}

#[test]
fn what_is_shown_each_time_is_not_said_to_be_carried_out_once() {
    for command in Command::NAMES {
        let said = entries::speaking(Language::English, |words| {
            refusals::of_act(words, command, &PortalError::Offline)
        });
        let is_once = said.contains("will not be carried out twice");
        assert_eq!(is_once, !Command::TOLD_EACH_TIME.contains(&command), "{command}: {said}");
    }
}

#[test]
fn a_form_that_was_sent_before_names_what_for() {
    for language in [Language::English, Language::French] {
        let said = |command: &&str| {
            let sent = Refusal::AlreadySent { command: (*command).to_owned() };
            entries::speaking(language, |words| refusals::refusal(words, &sent))
        };
        let told: BTreeSet<_> = Command::NAMES.iter().map(said).collect();
        assert_eq!(told.len(), Command::NAMES.len(), "{told:#?}");
    }
}

#[test]
fn an_attribute_is_a_message_of_its_own() {
    assert_eq!(text(Language::English, id::TERMS_ROLE_GLOBAL_ADMIN), "Global admin");
    assert_eq!(text(Language::French, id::TERMS_ROLE_GLOBAL_ADMIN__IN_TEXT), "administrateur général");
}

#[test]
fn a_term_stands_inside_a_message_without_invisible_marks() {
    assert_eq!(
        text(Language::French, id::ERRORS_UNAVAILABLE_TITLE),
        "Atout ne peut pas répondre pour le moment"
    );
}

#[test]
fn a_date_goes_into_a_message_raw() {
    let day: Day = "2026-05-01".parse().unwrap();
    let args = Args::new().with("date", &day);
    let written = |language| format(language, id::TERMS_SEAT_LOCKED, &args);
    assert_eq!(written(Language::English), "Can be reassigned from May 1, 2026");
    assert_eq!(written(Language::French), "Réaffectable à partir du 1er mai 2026");
}

#[test]
fn fraction_digits_are_kept_between_the_two_limits() {
    let written =
        |value, least, most| pattern::number(Language::French, value, pattern::Digits::between(least, most));
    assert_eq!(written(2.5, None, None), "2,5");
    assert_eq!(written(2.5, Some(2), None), "2,50");
    assert_eq!(written(2.5, None, Some(0)), "3");
    assert_eq!(written(1_234.567_8, None, None), "1\u{202f}234,568");
    assert_eq!(written(-0.2, Some(3), Some(0)), "0");
}

#[test]
fn a_time_that_does_not_exist_is_not_written() {
    for text in ["2026-05-14", "2026-05-14T24:00", "2026-05-14T12", "2026-02-30T12:00"] {
        assert_eq!(pattern::date_time(Language::French, text, None, true), None, "{text}");
    }
    assert_eq!(
        pattern::date_time(Language::English, "2026-05-14T09:05:59", None, true).as_deref(),
        Some("9:05\u{a0}AM")
    );
}

#[test]
fn a_message_that_does_not_exist_shows_its_name() {
    assert_eq!(
        text(Language::French, MessageId::attribute("no-such-message", "title", "")),
        "no-such-message.title"
    );
}

#[test]
fn a_text_follows_the_language() {
    Owner::new().with(|| {
        let words = Words::provide(Language::English);
        let name = String::from("Chloé");
        let signed_in = t!(id::SHELL_ACCOUNT_SIGNED_IN, "name" => name);
        let title = page_title(id::SIGN_IN_PAGE_TITLE);
        assert_eq!((signed_in(), title()), ("Signed in as Chloé".to_owned(), "Sign in · Atout".to_owned()));
        words.show(Language::French);
        assert_eq!(
            (signed_in(), title()),
            ("Session ouverte au nom de Chloé".to_owned(), "Connexion · Atout".to_owned())
        );
    });
}

#[test]
fn the_strongest_wish_decides() {
    let all = Wishes {
        query: Some("fr"),
        person: Some(Language::English),
        cookie: Some("en-US"),
        accept: Some("en"),
    };
    assert_eq!(choose(all), Language::French);
    assert_eq!(choose(Wishes { query: Some("de"), ..all }), Language::English);
    assert_eq!(
        choose(Wishes { cookie: Some("fr-FR"), accept: Some("en"), ..Wishes::default() }),
        Language::French
    );
    assert_eq!(choose(Wishes::default()), Language::English);
}

#[test]
fn a_browser_is_answered_in_the_language_that_it_weighs_most() {
    let accepted = |accept| choose(Wishes { accept: Some(accept), ..Wishes::default() });
    assert_eq!(accepted("de, en;q=0.7, fr-CA;q=0.9"), Language::French);
    assert_eq!(accepted("fr, en"), Language::French);
    assert_eq!(accepted("fr;q=0, en;q=0.1"), Language::English);
    assert_eq!(accepted("de;q=nonsense, *"), Language::English);
}

#[test]
fn the_path_of_a_text_names_its_language() {
    for language in Language::ALL {
        let path = super::bundle_path(language);
        assert!(path.starts_with(&std::format!("/i18n/{}.", language.tag())), "{path}");
    }
}
