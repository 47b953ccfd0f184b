//! Addresses, there and back.

use leptos_router::params::ParamsMap;

use super::*;

const BENEFIT: &str = "018f4e2a-0000-7000-8000-000000000001";
const SEAT: &str = "018f4e2a-0000-7000-8000-000000000002";

/// The parameters of an address as a browser sends them: the map decodes what is put into it.
fn params(href: &str) -> ParamsMap {
    let query = href.split_once('?').map_or("", |(_, query)| query);
    query.split('&').filter_map(|pair| pair.split_once('=')).fold(
        ParamsMap::new(),
        |mut params, (name, value)| {
            params.insert(name.to_owned(), value.to_owned());
            params
        },
    )
}

fn full() -> BenefitQuery {
    BenefitQuery {
        q: "Élise & 100 % = ?".to_owned(),
        offer: "gold".to_owned(),
        benefit_type: "core".to_owned(),
        state: "ending".to_owned(),
        sort: "-expiry".to_owned(),
        page: 3,
        open: BENEFIT.parse().ok(),
        who: "éli".to_owned(),
        seat: SEAT.parse().ok(),
    }
}

#[test]
fn what_is_written_into_an_address_is_read_from_it() {
    let href = full().to_href("/benefits/software");
    assert_eq!(BenefitQuery::from_params(&params(&href)), full());
    let seats = SeatQuery {
        q: "Øystein".to_owned(),
        pool: BENEFIT.parse().ok(),
        state: "locked".to_owned(),
        sort: "since".to_owned(),
        page: 2,
        size: 500,
    };
    assert_eq!(SeatQuery::from_params(&params(&seats.to_href("/benefits/visual-studio/seats"))), seats);
}

#[test]
fn an_address_says_only_what_was_asked() {
    assert_eq!(BenefitQuery { page: 1, ..Default::default() }.to_href("/benefits/cloud"), "/benefits/cloud");
    let searched = BenefitQuery { q: "a b".to_owned(), ..Default::default() };
    assert_eq!(searched.to_href("/benefits/cloud"), "/benefits/cloud?q=a%20b");
    assert_eq!(SeatQuery::default().to_href("/seats"), "/seats");
}

#[test]
fn garbage_is_left_out() {
    let garbage =
        "/?q=%20&offer=No%20Such&type=free&state=odd&sort=--left&page=-1&open=1&who=&seat=x&size=999999";
    let nothing = BenefitQuery { page: 1, ..Default::default() };
    assert_eq!(BenefitQuery::from_params(&params(garbage)), nothing);
    assert_eq!(SeatQuery::from_params(&params(garbage)), SeatQuery { page: 1, ..Default::default() });
    assert_eq!(BenefitQuery::from_params(&params("/?page=0&sort=left")).page, 1);
}

#[test]
fn an_over_long_search_is_left_out() {
    let long = BenefitQuery { q: "x".repeat(121), ..Default::default() };
    assert_eq!(BenefitQuery::from_params(&params(&long.to_href("/"))).q, "");
}

#[test]
fn a_click_on_a_head_sorts_and_the_next_one_turns_round() {
    let once = full().sorted_by("left");
    assert_eq!((once.sort.as_str(), once.page), ("left", 1));
    assert_eq!(once.sorting("left"), Sorting::Ascending);
    let twice = once.sorted_by("left");
    assert_eq!(twice.sorting("left"), Sorting::Descending);
    assert_eq!(twice.sorting("used"), Sorting::Elsewhere);
    assert_eq!(twice.sorted_by("left").sort, "left");
}

#[test]
fn another_row_starts_without_what_was_typed_in_the_first() {
    let closed = full().opening(None);
    assert_eq!((closed.open, closed.who.as_str(), closed.seat), (None, "", None));
    assert_eq!((closed.page, closed.q.as_str()), (3, "Élise & 100 % = ?"));
}
