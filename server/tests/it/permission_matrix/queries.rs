//! What can be read, at which addresses, and about which things.

use std::collections::BTreeSet;

use app::{api::Ask, routes};
use domain::programme::Family;
use leptos_router::params::ParamsMap;

use super::{
    cast::Whose,
    objects::{Named, Objects},
};

/// An address that can be read.
#[derive(Clone)]
pub struct Query {
    pub path: String,
    pub things: Vec<Named>,
    pub rest: &'static str,
    /// What tells it from others of the same path.
    pub label: &'static str,
}

impl Query {
    fn new(path: &str, things: &[Named]) -> Self {
        Self { path: path.to_owned(), things: things.to_vec(), rest: "", label: "" }
    }

    /// The address, about the things of `of`.
    pub fn href<'a>(&self, of: impl Fn(Whose) -> &'a Objects, way: &[Whose]) -> String {
        let named = self.things.iter().zip(way);
        let pairs = named.map(|((name, thing), whose)| format!("{name}={}", thing(of(*whose))));
        let mut pairs: Vec<_> = pairs.collect();
        pairs.extend((!self.rest.is_empty()).then(|| self.rest.to_owned()));
        if pairs.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, pairs.join("&")) }
    }

    /// How the row is called.
    pub fn name(&self) -> String {
        format!("{}{}", self.path, self.label)
    }
}

/// The reads of the client: what stands after `/api/`. One that is not here has been reviewed by nobody.
pub fn of_asks() -> Vec<Query> {
    Ask::NAMES.into_iter().flat_map(of_ask).collect()
}

fn of_ask(name: &str) -> Vec<Query> {
    let path = format!("/api/{name}");
    match name {
        "frame" | "sign-in" | "account" | "dashboard" => vec![Query::new(&path, &[])],
        // The tokens of others are secrets: nobody knows one to ask for.
        "invitation" => vec![Query { rest: TOKEN, ..Query::new(&path, &[]) }],
        "flash" => vec![Query { rest: FLASH, ..Query::new(&path, &[]) }],
        "benefits" => Family::ALL.into_iter().flat_map(|family| of_tab(&path, family)).collect(),
        "seats" => vec![Query::new(&path, &[POOL])],
        "activity" => vec![Query::new(&path, &[SOFTWARE])],
        "people" => vec![Query::new(&path, &[BENEFIT, ("text", |objects| &objects.typed)])],
        other => panic!("nobody has reviewed who may read {other}"),
    }
}

/// The pages, by the paths that the router has. One that is not here has been reviewed by nobody.
pub fn of_page(path: &str) -> Vec<Query> {
    match path {
        routes::DASHBOARD
        | routes::ACCOUNT
        | routes::SIGN_IN
        | routes::ACCESSIBILITY
        | routes::GALLERY
        | routes::GALLERY_LISTS
        | routes::GALLERY_CHANGES
        | routes::BENEFITS => vec![Query::new(path, &[])],
        routes::INVITATION => vec![Query { rest: TOKEN, ..Query::new(path, &[]) }],
        routes::SEATS => vec![Query::new(path, &[POOL])],
        routes::ACTIVITY => vec![Query::new(path, &[SOFTWARE])],
        tab => {
            let family = Family::ALL.into_iter().find(|family| routes::tab(*family) == tab);
            let family = family.unwrap_or_else(|| panic!("nobody has reviewed who may open {tab}"));
            of_tab(routes::BENEFITS, family)
        }
    }
}

/// A tab with a row open: one of its own, one of another tab, and one in which a seat is about to be moved.
fn of_tab(base: &str, family: Family) -> Vec<Query> {
    let path = format!("{base}/{}", family.code());
    let row = Query::new(&path, &[("open", of_family(family))]);
    match family {
        Family::VisualStudio => {
            let seat: Named = ("seat", |objects| &objects.moved);
            vec![Query { rest: "who=e", ..Query::new(&path, &[("open", |objects| &objects.pool), seat]) }]
        }
        Family::Cloud => {
            let stray = Query {
                label: ", a row of software",
                ..Query::new(&path, &[("open", |objects| &objects.software)])
            };
            vec![row, stray]
        }
        Family::Software | Family::Technical | Family::GoToMarket => vec![row],
    }
}

fn of_family(family: Family) -> fn(&Objects) -> &str {
    match family {
        Family::Software => |objects| &objects.software,
        Family::Cloud => |objects| &objects.benefits["cloud"],
        Family::VisualStudio => |objects| &objects.pool,
        Family::Technical => |objects| &objects.benefits["technical"],
        Family::GoToMarket => |objects| &objects.benefits["go-to-market"],
    }
}

const POOL: Named = ("pool", |objects| &objects.pool);
const BENEFIT: Named = ("benefit", |objects| &objects.pool);
const SOFTWARE: Named = ("benefit", |objects| &objects.software);
/// Of the form of a token and of a flash, and nobody's.
const TOKEN: &str = "token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const FLASH: &str = "id=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

/// The name of a read: one that is added does not compile here, until somebody reviews who may read it.
const fn name(ask: &Ask) -> &'static str {
    match ask {
        Ask::Frame => "frame",
        Ask::SignIn => "sign-in",
        Ask::Invitation { .. } => "invitation",
        Ask::Account => "account",
        Ask::Dashboard => "dashboard",
        Ask::Flash { .. } => "flash",
        Ask::Benefits(..) => "benefits",
        Ask::Seats(_) => "seats",
        Ask::Activity(_) => "activity",
        Ask::People(_) => "people",
    }
}

#[test]
fn every_read_is_among_them() {
    let absent = Objects::absent();
    let asked = of_asks().into_iter().map(|query| {
        let mut params = ParamsMap::new();
        for (name, thing) in &query.things {
            params.insert(*name, thing(&absent).to_owned());
        }
        name(&Ask::of(query.path.trim_start_matches("/api/"), &params).unwrap())
    });
    assert_eq!(asked.collect::<BTreeSet<_>>(), BTreeSet::from(Ask::NAMES));
}
