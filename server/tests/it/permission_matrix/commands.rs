//! Every command of a company, by everybody, about every mixture of one's own things, those of another company, and none.

use axum::http::Request;
use domain::command::Command;

use super::{
    cast::{Asking, Whose, everybody},
    objects::{Named, Objects},
    table::{Table, row},
};
use crate::{
    input::PAGE,
    support::{
        Installation,
        browser::{Answered, Browser, FORM},
        cast::{ATELIER, LUMIERE},
    },
};

const JSON: (&str, &str) = ("accept", "application/json");

/// A form that can be posted.
pub struct Form {
    pub command: &'static str,
    label: &'static str,
    pub things: Vec<Named>,
    rest: &'static str,
    accept: (&'static str, &'static str),
}

impl Form {
    /// The fields, about the things of `of`.
    pub fn fields<'a>(&self, of: impl Fn(Whose) -> &'a Objects, way: &[Whose]) -> String {
        let named = self.things.iter().zip(way);
        let fields: Vec<_> =
            named.map(|((name, thing), whose)| format!("{name}={}", thing(of(*whose)))).collect();
        fields.join("&") + self.rest
    }
}

/// The forms of a command. A command that is not here is open to nobody knows whom.
pub fn forms(command: &'static str) -> Vec<Form> {
    let form = |things: &[Named], rest: &'static str| Form {
        command,
        label: command,
        things: things.to_vec(),
        rest,
        accept: JSON,
    };
    let software: Named = ("benefit", |objects| &objects.software);
    let pool: Named = ("benefit", |objects| &objects.pool);
    match command {
        "get-keys" => vec![form(&[software], "")],
        "reveal-key" => vec![form(&[("key", |objects| &objects.key)], "&manner=shown")],
        "record-activation" => vec![form(&[software], "&machine=PC-007")],
        "choose-installation" => vec![form(&[software], "&language=en&os-type=windows-x64")],
        "assign-seat" => vec![
            form(&[pool, ("holder", |objects| &objects.person)], ""),
            form(&[pool, ("holder-typed", |objects| &objects.typed)], ""),
        ],
        "remove-seat" => vec![form(&[("seat", |objects| &objects.held)], "")],
        "reassign-seat" => vec![
            form(&[("seat", |objects| &objects.moved), ("holder", |objects| &objects.newcomer)], ""),
            form(&[("seat", |objects| &objects.another), ("holder-typed", |objects| &objects.typed_too)], ""),
        ],
        "confirm-activation" => vec![form(&[("seat", |objects| &objects.waiting)], "")],
        "undo-seat-change" => vec![form(&[("event", |objects| &objects.event)], "")],
        "export-activity" => vec![
            form(&[software], ""),
            Form { label: "export-activity, the file", accept: PAGE, ..form(&[software], "") },
        ],
        other => panic!("nobody has reviewed who may {other}"),
    }
}

/// What a form is about, one of each.
struct World {
    own: Objects,
    other: Objects,
    absent: Objects,
}

impl World {
    const fn of(&self, whose: Whose) -> &Objects {
        match whose {
            Whose::Own => &self.own,
            Whose::Other => &self.other,
            Whose::Absent => &self.absent,
        }
    }

    async fn post(&self, browser: &mut Browser, form: &Form, way: &[Whose]) -> Answered {
        let once = server::random::hexadecimal(&server::random::bytes::<16>());
        let fields = form.fields(|whose| self.of(whose), way);
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), form.accept];
        let request = Request::post(app::act::path(form.command));
        browser.send(request, &headers, &format!("{fields}&once={once}")).await
    }
}

fn cell(answer: &Answered) -> String {
    let is_file = answer.headers.contains_key("content-disposition");
    if is_file { "file".to_owned() } else { answer.status.to_string() }
}

/// Whether everything that a form names is of the company itself.
fn is_own(way: &[Whose]) -> bool {
    way.iter().all(|whose| *whose == Whose::Own)
}

/// The answers to one person, in the order of the rows. What could succeed comes last.
async fn answers(world: &World, asking: &mut Asking, rows: &[(Vec<Vec<Whose>>, Form)]) -> Vec<Vec<Answered>> {
    let mut all = Vec::new();
    for (ways, form) in rows {
        let mut answers = Vec::new();
        for way in ways.iter().rev() {
            answers.push(world.post(&mut asking.browser, form, way).await);
        }
        answers.reverse();
        all.push(answers);
    }
    all
}

/// Another company's is answered as what is not there.
fn is_as_absent(form: &Form, ways: &[Vec<Whose>], answers: &[Answered], who: &str) {
    for (way, answer) in ways.iter().zip(answers) {
        let like = ways.iter().position(|other| *other == Whose::like(way)).unwrap();
        let (told, absent) = ((answer.status, &answer.body), (answers[like].status, &answers[like].body));
        assert_eq!(told, absent, "{who}: {}", row(form.label, &form.things, way));
    }
}

#[tokio::test]
async fn who_may_do_what() {
    let installation = Installation::new().await;
    let (mut all, admin) = everybody(&installation).await;
    let world = World {
        own: Objects::of(&installation, LUMIERE, Some(admin)).await,
        other: Objects::of(&installation, ATELIER, None).await,
        absent: Objects::absent(),
    };
    let forms = Command::NAMES.into_iter().flat_map(forms);
    let rows: Vec<_> = forms.map(|form| (Whose::of_each(form.things.len()), form)).collect();
    let labels =
        rows.iter().flat_map(|(ways, form)| ways.iter().map(|way| row(form.label, &form.things, way)));
    let mut table = Table::new(&all, labels);
    for asking in &mut all {
        let before = installation.contents().await;
        let answers = answers(&world, asking, &rows).await;
        let mut number = 0;
        for ((ways, form), answers) in rows.iter().zip(&answers) {
            is_as_absent(form, ways, answers, &asking.who);
            for (way, answer) in ways.iter().zip(answers) {
                let done = answer.status == 200;
                assert!(!done || (asking.is_of_company && is_own(way)), "{}: {}", asking.who, form.label);
                table.note(number, cell(answer));
                number += 1;
            }
        }
        let is_done = answers.iter().flatten().any(|answer| answer.status == 200);
        assert!(is_done || installation.contents().await == before, "{} has changed something", asking.who);
    }
    insta::assert_snapshot!(table.text("303 is the way back to the page, which says what became of it"));
}
