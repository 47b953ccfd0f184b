//! The reads and the pages, by everybody, about one's own things, those of another company, and none.

use std::path::Path;

use app::app::App;
use axum::http::Request;
use domain::language::Language;
use leptos::prelude::*;
use leptos_axum::generate_route_list;

use super::{
    cast::{Asking, Whose, everybody},
    objects::Objects,
    queries::{Query, of_asks, of_page},
    table::{Table, row},
};
use crate::{
    forgery::visit,
    support::{
        Installation,
        browser::{Answered, Browser},
        cast::{ATELIER, LUMIERE},
        page::constant,
    },
};

const SIGNS: &str = "200- is 200 as if there were no such thing; 30x leads to another page";

/// What is asked for, one of each.
struct World {
    own: Objects,
    other: Objects,
    absent: Objects,
}

/// An answer without what is never twice the same, and without what was asked for.
#[derive(PartialEq)]
struct Told {
    status: u16,
    body: String,
    location: String,
}

impl World {
    async fn of(installation: &Installation) -> Self {
        Self {
            own: Objects::of(installation, LUMIERE, None).await,
            other: Objects::of(installation, ATELIER, None).await,
            absent: Objects::absent(),
        }
    }

    const fn of_whom(&self, whose: Whose) -> &Objects {
        match whose {
            Whose::Own => &self.own,
            Whose::Other => &self.other,
            Whose::Absent => &self.absent,
        }
    }

    async fn ask(&self, browser: &mut Browser, query: &Query, way: &[Whose]) -> Told {
        let href = query.href(|whose| self.of_whom(whose), way);
        let answer = browser.send(Request::get(&href), &[("accept", "text/html")], "").await;
        let asked = query.things.iter().zip(way).map(|((_, of), whose)| of(self.of_whom(*whose)));
        let asked: Vec<_> = asked.collect();
        let without = |text: &str| {
            let written = |text: String, asked: &&str| {
                text.replace(*asked, "ASKED").replace(&app::routes::encoded(asked), "ASKED")
            };
            constant(&asked.iter().fold(text.to_owned(), written))
        };
        let Answered { status, ref body, .. } = answer;
        Told { status, body: without(body), location: without(answer.location()) }
    }

    /// Nothing that is the company's own is told.
    fn is_silent(&self, told: &Told, place: &str) {
        let Objects { software, key, pool, held, moved, event, person, typed, .. } = &self.own;
        for own in [software, key, pool, held, moved, event, person, typed] {
            assert!(!told.body.contains(own.as_str()), "{place} tells of {own}");
        }
    }
}

/// The answers to one person, held to what is true of all of them.
async fn answers(world: &World, asking: &mut Asking, query: &Query, ways: &[Vec<Whose>]) -> Vec<String> {
    let mut told: Vec<Told> = Vec::new();
    for way in ways {
        told.push(world.ask(&mut asking.browser, query, way).await);
    }
    let mut cells = Vec::new();
    for (way, answer) in ways.iter().zip(&told) {
        let place = format!("{}: {}", asking.who, row(&query.name(), &query.things, way));
        let like = ways.iter().position(|other| *other == Whose::like(way)).unwrap();
        assert!(*answer == told[like], "{place} is told from what is not there");
        if !asking.is_of_company {
            world.is_silent(answer, &place);
        }
        let is_nothing = !way.is_empty() && answer.status == 200 && *answer == told[ways.len() - 1];
        cells.push(format!("{}{}", answer.status, if is_nothing { "-" } else { "" }));
    }
    cells
}

async fn table(queries: Vec<Query>) -> String {
    let installation = Installation::new().await;
    let (mut all, _) = everybody(&installation).await;
    let world = World::of(&installation).await;
    let rows: Vec<_> = queries.into_iter().map(|query| (Whose::of_each(query.things.len()), query)).collect();
    let labels =
        rows.iter().flat_map(|(ways, query)| ways.iter().map(|way| row(&query.name(), &query.things, way)));
    let mut table = Table::new(&all, labels);
    let before = installation.contents().await;
    for asking in &mut all {
        let mut number = 0;
        for (ways, query) in &rows {
            for cell in answers(&world, asking, query, ways).await {
                table.note(number, cell);
                number += 1;
            }
        }
    }
    assert_eq!(installation.contents().await, before, "reading has changed something");
    table.text(SIGNS)
}

#[tokio::test]
async fn who_may_read_what() {
    insta::assert_snapshot!(table(of_asks()).await);
}

#[tokio::test]
async fn who_may_open_which_page() {
    let routes = generate_route_list(|| view! { <App language=Language::default()/> });
    let pages = routes.iter().flat_map(|route| of_page(route.path())).collect();
    insta::assert_snapshot!(table(pages).await);
}

#[tokio::test]
async fn an_address_that_asks_for_nothing_is_not_found() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for path in ["secrets", "benefits", "benefits/gold", "people", "people?benefit=1&text=a", "frame/x"] {
        assert_eq!(browser.get(&format!("/api/{path}")).await.status, 404, "{path}");
    }
}

/// What is read besides is files that everybody may have, and whether the server lives and how it fares.
#[test]
fn addresses_that_are_read_are_made_in_four_places() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut makers = Vec::new();
    visit(&source, &mut |path, text| {
        if text.lines().any(|line| line.contains(".route(") && line.contains(" get(")) {
            makers.push(path.strip_prefix(&source).unwrap().to_string_lossy().into_owned());
        }
    });
    makers.sort();
    assert_eq!(makers, ["api.rs", "assets.rs", "health.rs", "metrics/endpoint.rs"]);
}
