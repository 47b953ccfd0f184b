//! What can be asked: every read of the portal, and its address.

use domain::programme::Family;
use leptos_router::params::ParamsMap;

use super::Wire;
#[cfg(feature = "ssr")]
use crate::portal::ActivityQuery;
use crate::{
    portal::{BenefitQuery, PeopleQuery, SeatQuery},
    routes,
};

/// A read of the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Who is signed in, for the frame around every page.
    Frame,
    /// What the sign-in page offers.
    SignIn,
    /// What an invitation's link leads to.
    Invitation {
        /// The token of the link.
        token: String,
    },
    /// The person's own account.
    Account,
    /// What needs the person who asks.
    Dashboard,
    /// What happened to the form that led to the page: read once. Without a name it is nothing.
    Flash {
        /// The name of the flash.
        id: String,
    },
    /// One tab of the Benefits page.
    Benefits(Family, BenefitQuery),
    /// Every seat of every pool.
    Seats(SeatQuery),
    /// The company's activity log, by the parameters of its address: what reads them is no part of what every page loads.
    Activity(ParamsMap),
    /// The people who match what was typed into a picker.
    People(PeopleQuery),
}

impl Ask {
    /// The names of all of them, as they stand after `/api/`: for the matrix that tests who may read what.
    pub const NAMES: [&'static str; 10] = [
        "frame", "sign-in", "invitation", "account", "dashboard", "flash", "benefits", "seats", "activity",
        "people",
    ];

    /// The address under which the client asks.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Frame => "/api/frame".to_owned(),
            Self::SignIn => "/api/sign-in".to_owned(),
            Self::Invitation { token } => one("/api/invitation", "token", token),
            Self::Account => "/api/account".to_owned(),
            Self::Dashboard => "/api/dashboard".to_owned(),
            Self::Flash { id } => one("/api/flash", "id", id),
            Self::Benefits(family, query) => query.to_href(&format!("/api/benefits/{}", family.code())),
            Self::Seats(query) => query.to_href("/api/seats"),
            Self::Activity(params) => format!("/api/activity{}", params.to_query_string()),
            Self::People(query) => query.to_href("/api/people"),
        }
    }

    /// What the address `path` after `/api/`, with `params`, asks for; an address that asks for nothing has none.
    #[must_use]
    pub fn of(path: &str, params: &ParamsMap) -> Option<Self> {
        let text = |name: &str| params.get(name).unwrap_or_default();
        Some(match path {
            "frame" => Self::Frame,
            "sign-in" => Self::SignIn,
            "invitation" => Self::Invitation { token: text("token") },
            "account" => Self::Account,
            "dashboard" => Self::Dashboard,
            "flash" => Self::Flash { id: text("id") },
            "seats" => Self::Seats(SeatQuery::from_params(params)),
            "activity" => Self::Activity(params.clone()),
            "people" => Self::People(PeopleQuery::from_params(params)?),
            _ => {
                let code = path.strip_prefix("benefits/")?;
                let family = Family::ALL.into_iter().find(|family| family.code() == code)?;
                Self::Benefits(family, BenefitQuery::from_params(params))
            }
        })
    }

    /// The parameters that its address may have.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub const fn parameters(&self) -> &'static [&'static str] {
        match self {
            Self::Frame | Self::SignIn | Self::Account | Self::Dashboard => &[],
            Self::Invitation { .. } => &["token"],
            Self::Flash { .. } => &["id"],
            Self::Benefits(..) => &BenefitQuery::PARAMETERS,
            Self::Seats(_) => &SeatQuery::PARAMETERS,
            Self::Activity(_) => &ActivityQuery::PARAMETERS,
            Self::People(_) => &PeopleQuery::PARAMETERS,
        }
    }

    /// The answer, from the portal that the server has put in context.
    #[cfg(feature = "ssr")]
    pub async fn send(self) -> Wire {
        use std::sync::Arc;

        use crate::portal::{Portal, PortalError};

        let portal = leptos::prelude::use_context::<Arc<dyn Portal>>();
        match portal {
            Some(portal) => self.answer(&*portal).await,
            None => Wire::of::<()>(Err(PortalError::unread())),
        }
    }

    /// The answer of `portal`.
    #[cfg(feature = "ssr")]
    pub async fn answer(self, portal: &dyn crate::portal::Portal) -> Wire {
        match self {
            Self::Frame => Wire::of(portal.frame().await),
            Self::SignIn => Wire::of(portal.sign_in_page().await),
            Self::Invitation { token } => Wire::of(portal.invitation(token).await),
            Self::Account => Wire::of(portal.account().await),
            Self::Dashboard => Wire::of(portal.dashboard().await),
            Self::Flash { id } if id.is_empty() => Wire::of(Ok(None::<crate::flash::Flash>)),
            Self::Flash { id } => Wire::of(portal.flash(id).await),
            Self::Benefits(family, query) => Wire::of(portal.benefits(family, query).await),
            Self::Seats(query) => Wire::of(portal.seats(query).await),
            Self::Activity(params) => Wire::of(portal.activity(ActivityQuery::from_params(&params)).await),
            Self::People(query) => Wire::of(portal.people(query).await),
        }
    }

    /// The answer, fetched from the server.
    #[cfg(not(feature = "ssr"))]
    pub async fn send(self) -> Wire {
        use send_wrapper::SendWrapper;

        match self {
            Self::Flash { id } if id.is_empty() => Wire::nothing(),
            // The browser has one thread, which the types of a resource do not know.
            ask => SendWrapper::new(Wire::fetch(&ask.href())).await,
        }
    }
}

fn one(path: &str, name: &str, value: &str) -> String {
    format!("{path}?{name}={}", routes::encoded(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(href: &str) -> Option<Ask> {
        let (path, query) = href.strip_prefix("/api/")?.split_once('?').unwrap_or((&href[5..], ""));
        let mut params = ParamsMap::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=')?;
            params.insert(name.to_owned(), value.to_owned());
        }
        Ask::of(path, &params)
    }

    #[test]
    fn every_read_has_an_address_that_asks_for_it() {
        let benefit = "018f4e2a-0000-7000-8000-000000000001".parse().unwrap();
        let mut asks = vec![
            Ask::Frame,
            Ask::SignIn,
            Ask::Invitation { token: "abc".into() },
            Ask::Account,
            Ask::Dashboard,
            Ask::Flash { id: "abc".into() },
            Ask::Seats(SeatQuery { q: "ana".into(), page: 2, ..SeatQuery::default() }),
            Ask::Activity([("q", "ana"), ("from", "2026-05-14")].into_iter().collect()),
            Ask::People(PeopleQuery { benefit, text: "ana".into() }),
        ];
        let query =
            BenefitQuery { state: "ending".into(), page: 1, open: Some(benefit), ..BenefitQuery::default() };
        asks.extend(Family::ALL.map(|family| Ask::Benefits(family, query.clone())));
        for ask in asks {
            let href = ask.href();
            assert_eq!(read(&href), Some(ask.clone()), "{ask:?}");
            let pairs = href.split_once('?').map_or("", |(_, query)| query).split('&');
            let mut names = pairs.filter_map(|pair| Some(pair.split_once('=')?.0));
            assert!(names.all(|name| ask.parameters().contains(&name)), "{href}");
        }
    }

    #[test]
    fn an_unknown_address_asks_for_nothing() {
        for href in ["/api/", "/api/secrets", "/api/benefits/gold", "/api/benefits", "/api/people?text=a"] {
            assert_eq!(read(href), None, "{href}");
        }
    }
}
