//! The client's reading of the messages against the server's.

use std::collections::BTreeMap;

use domain::language::Language;

use super::{
    super::{Args, MessageId, embedded, id},
    complete,
    ftl::{self, Piece, Unread},
    light,
};

/// What the variables hold, one after the other, where a number is shown or chosen by.
const NUMBERS: [f64; 7] = [0.0, 1.0, 2.0, 5.0, 1_000.0, 1_234.5, -3.0];

/// What a variable has to hold.
enum Holds<'m> {
    Number,
    Day,
    OneOf(Vec<&'m str>),
}

/// Finds the variables of a message, and what each has to hold: what is chosen by decides, and stands before its texts.
fn find<'m>(pieces: &'m [Piece], found: &mut BTreeMap<&'m str, Holds<'m>>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) | Piece::Term(_) => {}
            Piece::Variable(variable) | Piece::Number { variable, .. } => {
                found.entry(variable).or_insert(Holds::Number);
            }
            Piece::Day { variable, .. } => {
                found.entry(variable).or_insert(Holds::Day);
            }
            Piece::Choice { variable, variants, .. } => {
                let keys: Vec<_> = variants.iter().map(|(key, _)| key.as_str()).collect();
                let is_plural = keys.contains(&"one") || keys.contains(&"0");
                found.insert(variable, if is_plural { Holds::Number } else { Holds::OneOf(keys) });
                for (_, pieces) in variants {
                    find(pieces, found);
                }
            }
        }
    }
}

fn rounds(variables: &BTreeMap<&str, Holds<'_>>) -> usize {
    let keys = |holds: &Holds<'_>| if let Holds::OneOf(keys) = holds { keys.len() + 1 } else { 0 };
    variables.values().map(keys).max().unwrap_or_default().max(NUMBERS.len())
}

#[test]
fn the_client_writes_every_message_as_the_server_does() {
    for language in Language::ALL {
        let text = embedded::bundle_text(language);
        let client = light::Bundle::read(language, text).unwrap();
        let server = complete::bundle(language).unwrap();
        let read = ftl::read(text).unwrap();
        for &message in id::ALL {
            let Some(pieces) = read.get(message.short) else {
                let own = message.to_string();
                assert!(own.starts_with("activity-log-"), "{own} is no word of the server's alone");
                continue;
            };
            let mut variables = BTreeMap::new();
            find(pieces, &mut variables);
            for round in 0..rounds(&variables) {
                let number = &NUMBERS[round % NUMBERS.len()];
                let args = variables.iter().fold(Args::new(), |args, (name, holds)| match holds {
                    Holds::Number => args.with(name, number),
                    Holds::Day => args.with(name, "2026-03-01"),
                    Holds::OneOf(keys) => args.with(name, *keys.get(round).unwrap_or(&"none of them")),
                });
                assert_eq!(
                    client.format(message, &args),
                    server.format(message, &args),
                    "{message}, {args:?}"
                );
            }
        }
    }
}

#[test]
fn a_message_is_read_with_its_attributes_and_its_choices() {
    let text = &edition(
        "-name = Atout\na-b = { -name } of { $who }\n    .title = On { DATETIME($day, dateStyle: \"long\") }\n\
                c =\n    { $n ->\n        [one] { $n } row\n       *[other] { NUMBER($n, minimumFractionDigits: 1) } rows\n    }\n",
    );
    let bundle = light::Bundle::read(Language::French, text).unwrap();
    let written = |short, args: &Args<'_>| bundle.format(MessageId::value("", short), args).unwrap();
    assert_eq!(written("a-b", &Args::new().with("who", "Zoé")), "Atout of Zoé");
    let args = Args::new().with("day", "2026-03-01");
    assert_eq!(written("a-b.title", &args), "On 1er mars 2026");
    assert_eq!(written("c", &Args::new().with("n", &1_u32)), "1 row");
    assert_eq!(written("c", &Args::new().with("n", &2_000_u32)), "2\u{202f}000,0 rows");
    assert_eq!(bundle.format(MessageId::value("", "d"), &Args::new()), None);
}

/// The text as the server would serve it.
fn edition(text: &str) -> String {
    format!("edition = {}\n{text}", id::EDITION)
}

#[test]
fn a_message_without_a_name_is_called_by_its_place() {
    let messages = ftl::read("-brand = Atout\n= One\n=\n    .title = Two\n= Three\n").unwrap();
    let text = |name: &str| messages.get(name).map(|pieces| format!("{pieces:?}"));
    for (name, said) in [("a", "One"), ("b.title", "Two"), ("c", "Three")] {
        assert_eq!(text(name), Some(format!("[Text({said:?})]")), "{name}");
    }
    assert_eq!(text("b"), None);
}

#[test]
fn words_of_another_build_are_not_read() {
    for text in ["a = b\n", "edition = 0123456789abcdef\na = b\n", ""] {
        assert!(light::Bundle::read(Language::English, text).is_err(), "{text}");
    }
    assert!(light::Bundle::read(Language::English, &edition("a = b\n")).is_ok());
}

#[test]
fn what_ours_do_not_use_is_refused_where_it_stands() {
    for (text, rest) in [
        ("a = { b }", "b }"),
        ("a = { $n -> [one] x }", "}"),
        ("a = { $n", ""),
        ("a: b", ": b"),
        ("a = { DATETIME($d, timeStyle: \"short\") }", ", timeStyle: \"short\") }"),
    ] {
        assert_eq!(ftl::read(text).err(), Some(Unread(rest.to_owned())), "{text}");
    }
}
