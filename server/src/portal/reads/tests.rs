//! Every page as different people get it.

mod downloads;
mod seats;
mod support;

use app::portal::{
    BenefitDetail, BenefitPage, BenefitQuery, InvitationPage, Opening, PeopleQuery, PoolOpen, Portal,
    PortalError, SeatQuery, SoftwareOpen,
};
use domain::{
    cancellation::RefundRight,
    programme::Family,
    role::{AccessRefusal, Action},
    visual_studio::{SeatRefusal, SeatState},
};

use self::support::{BIRCH, ELISE, INES, MARC, PAUL, acme, benefit, seat, stranger, user, visit};
use super::Visit;

async fn tab(visit: &Visit, family: Family, query: BenefitQuery) -> BenefitPage {
    visit.benefits(family, query).await.unwrap()
}

fn names(page: &BenefitPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.product.as_str()).collect()
}

async fn pool(visit: &Visit, id: &str) -> PoolOpen {
    let query = BenefitQuery { open: Some(benefit(id)), who: "eli".to_owned(), ..BenefitQuery::default() };
    match tab(visit, Family::VisualStudio, query).await.open.row().and_then(|(_, detail)| detail.read()) {
        Some(BenefitDetail::VisualStudio(pool)) => *pool,
        other => panic!("{other:?}"),
    }
}

async fn software(visit: &Visit, id: &str) -> SoftwareOpen {
    let query = BenefitQuery { open: Some(benefit(id)), ..BenefitQuery::default() };
    match tab(visit, Family::Software, query).await.open.row().and_then(|(_, detail)| detail.read()) {
        Some(BenefitDetail::Software(software)) => *software,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_pool_stands_as_its_latest_assignments_say() {
    let store = acme().await;
    let open = pool(&visit(&store, Some(INES)), "a21").await;
    let day = |text: &str| text.parse().unwrap();
    let states: Vec<_> = open.pool.seats.iter().map(|seat| seat.state).collect();
    assert_eq!(
        states,
        [
            SeatState::Assigned { holder: user(INES), on: day("2026-05-05") },
            SeatState::CoolingDown { last_holder: user(MARC), until: day("2026-08-04") },
            SeatState::Free,
            SeatState::Free,
            SeatState::Free,
        ]
    );
    assert_eq!(open.pool.usable_until, day("2027-06-01"));
    assert_eq!((open.pool.country_cap, open.cap_in_all), (Some(25), Some(50)));
    let held: Vec<_> = open.countries.iter().map(|used| (used.country.to_string(), used.held)).collect();
    assert_eq!(held, [("BE".to_owned(), 0), ("FR".to_owned(), 1)]);
}

#[tokio::test]
async fn a_ledger_shows_who_held_a_seat_and_nothing_of_what_was_undone() {
    let store = acme().await;
    let open = pool(&visit(&store, Some(ELISE)), "a21").await;
    let rows: Vec<_> = open
        .ledger
        .iter()
        .map(|row| (row.number, row.person.as_ref().map(|person| person.name.as_str()), row.history.len()))
        .collect();
    let (ines, marc) = (Some("Inès Delaunay"), Some("Marc Dubois"));
    assert_eq!(rows, [(1, ines, 2), (2, marc, 1), (3, marc, 1), (4, None, 0), (5, None, 0)]);
    let first = &open.ledger[0].history[1];
    assert_eq!((first.name.as_str(), first.assigned_by.as_str()), ("Marc Dubois", "Élise Marchand"));
    assert_eq!(first.until, Some(("2026-05-04".parse().unwrap(), "Élise Marchand".to_owned())));
}

#[tokio::test]
async fn rows_count_seats_by_their_assignments_and_software_by_its_activations() {
    let store = acme().await;
    let visit = visit(&store, Some(INES));
    let page = tab(&visit, Family::VisualStudio, BenefitQuery::default()).await;
    let counted: Vec<_> =
        page.rows.iter().map(|row| (row.used, row.locked, row.left(), row.is_closed)).collect();
    assert_eq!(counted, [(1, 1, Some(3), false), (1, 0, Some(0), true)]);
    let page = tab(&visit, Family::Software, BenefitQuery::default()).await;
    let counted: Vec<_> = page.rows.iter().map(|row| (row.used, row.left(), row.offers.len())).collect();
    assert_eq!(counted, [(4, Some(6), 1), (0, Some(25), 2)]);
}

#[tokio::test]
async fn a_tab_is_filtered_and_sorted_by_its_address() {
    let store = acme().await;
    let visit = visit(&store, Some(INES));
    let find = async |query| names(&tab(&visit, Family::Software, query).await).join(" ");
    let (office, windows) = ("office-professional-plus-2019", "windows-10-enterprise");
    let query = BenefitQuery::default;
    assert_eq!(find(BenefitQuery { q: "COMPETENCE  wind".to_owned(), ..query() }).await, windows);
    assert_eq!(find(BenefitQuery { q: "action pack".to_owned(), ..query() }).await, windows);
    assert_eq!(find(BenefitQuery { q: "nothing".to_owned(), ..query() }).await, "");
    assert_eq!(find(BenefitQuery { state: "never-used".to_owned(), ..query() }).await, windows);
    assert_eq!(find(BenefitQuery { offer: "action-pack".to_owned(), ..query() }).await, windows);
    assert_eq!(
        find(BenefitQuery { sort: "-granted".to_owned(), ..query() }).await,
        format!("{windows} {office}")
    );
    assert_eq!(
        find(BenefitQuery { sort: "nonsense".to_owned(), page: 9, ..query() }).await,
        format!("{office} {windows}")
    );
}

#[tokio::test]
async fn the_open_row_stays_whatever_the_filters_and_what_is_unknown_is_left_out_or_said() {
    let (store, windows) = (acme().await, benefit("a24"));
    let visit = visit(&store, Some(INES));
    let (open, q) = (Some(windows), "no such product".to_owned());
    let page = tab(&visit, Family::Software, BenefitQuery { open, q, ..BenefitQuery::default() }).await;
    assert_eq!(page.rows.iter().map(|row| row.benefit).collect::<Vec<_>>(), [windows]);
    assert_eq!(page.open.row().map(|(benefit, _)| benefit), Some(windows));
    let all = tab(&visit, Family::Software, BenefitQuery::default()).await.all;
    let offer = "no-such-offer".to_owned();
    let page = tab(&visit, Family::Software, BenefitQuery { offer, ..BenefitQuery::default() }).await;
    assert_eq!(page.matching, all);
    let opening = async |query| tab(&visit, Family::Software, query).await.open;
    let open = Some(benefit("00"));
    assert_eq!(opening(BenefitQuery { open, ..BenefitQuery::default() }).await, Opening::Unknown);
    assert_eq!(opening(BenefitQuery::default()).await, Opening::Closed);
}

#[tokio::test]
async fn keys_are_listed_for_those_who_may_get_them_and_a_view_ends_the_refund() {
    let store = acme().await;
    let open = software(&visit(&store, Some(MARC)), "a24").await;
    assert_eq!(open.keys[0].first_viewed, Some(("Marc Dubois".to_owned(), "2026-05-10".parse().unwrap())));
    assert_eq!((open.facts.activated, open.facts.issued, open.facts.in_stock), (4, 1, 0));
    assert_eq!(open.activations.iter().map(|row| row.units > 0).collect::<Vec<_>>(), [false, true]);
    assert_eq!(open.sources[0].refund, RefundRight::Used);
    let open = software(&visit(&store, Some(INES)), "a24").await;
    assert_eq!((open.keys.len(), open.facts.issued), (0, 1));
}

#[tokio::test]
async fn a_closed_action_comes_with_the_people_who_can() {
    let store = acme().await;
    let page = tab(&visit(&store, Some(INES)), Family::Cloud, BenefitQuery::default()).await;
    let viewpoint = page.viewpoint.read().unwrap();
    let named =
        |action| viewpoint.people_for(action).iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!(named(Action::AssignBenefits), ["Élise Marchand"]);
    assert_eq!(named(Action::GetKeys), ["Élise Marchand", "Marc Dubois"]);
    assert!(named(Action::ViewBenefits).is_empty());
    assert_eq!(viewpoint.policy.seat_cooldown.days(), Some(90));
}

#[tokio::test]
async fn a_picker_says_of_each_person_why_not() {
    let store = acme().await;
    let open = pool(&visit(&store, Some(ELISE)), "a21").await;
    let found: Vec<_> =
        open.found.people.iter().map(|found| (found.person.name.as_str(), found.refusal.clone())).collect();
    assert_eq!(
        found,
        [
            ("Anne-Claire Élie", Some(SeatRefusal::GuestsMayNotHold)),
            ("Élis Atelier", Some(SeatRefusal::SharedMailbox)),
            ("Élise Marchand", None),
            ("Paul Élias", Some(SeatRefusal::HolderNotActive)),
        ]
    );
}

#[tokio::test]
async fn a_picker_finds_words_by_their_beginnings_and_takes_signs_as_they_are() {
    let store = acme().await;
    let visit = visit(&store, Some(ELISE));
    let find = async |text: &str| {
        let query = PeopleQuery { benefit: benefit("a21"), text: text.to_owned() };
        let found = visit.people(query).await.unwrap();
        found.people.into_iter().map(|found| found.person.user).collect::<Vec<_>>()
    };
    assert_eq!(find("INÈS").await, [user(INES)]);
    assert_eq!(find("delau ine").await, [user(INES)]);
    assert_eq!(find("claire").await, [user("a4")]);
    assert_eq!(find("%").await, []);
    assert_eq!(find("100%").await, [user("a7")]);
    assert_eq!(find("essai_").await, [user("a7")]);
    assert_eq!(find("e_ise").await, []);
    assert_eq!(find("aunay").await, []);
    assert_eq!(find("  ").await, []);
}

#[tokio::test]
async fn a_picker_says_how_many_match_and_whom_a_text_means() {
    let store = acme().await;
    let visit = visit(&store, Some(ELISE));
    let find = async |text: &str| {
        let query = PeopleQuery { benefit: benefit("a21"), text: text.to_owned() };
        let found = visit.people(query).await.unwrap();
        (found.count, found.meant)
    };
    assert_eq!(find("eli").await, (4, None));
    assert_eq!(find("elise").await, (1, Some(user(ELISE))));
    assert_eq!(find("ELISE  marchand").await, (1, Some(user(ELISE))));
    assert_eq!(find("elise marchand paul elias").await, (0, None));
}

#[tokio::test]
async fn a_company_sees_nothing_of_another() {
    let store = acme().await;
    let visit = visit(&store, Some(ELISE));
    let query = BenefitQuery { open: Some(benefit("b21")), ..BenefitQuery::default() };
    assert_eq!(tab(&visit, Family::VisualStudio, query).await.open, Opening::Unknown);
    let query = PeopleQuery { benefit: benefit("b21"), text: "elise".to_owned() };
    assert_eq!(visit.people(query).await, Err(PortalError::NotFound));
    let seats = visit.seats(SeatQuery { pool: Some(benefit("b21")), ..SeatQuery::default() }).await.unwrap();
    assert_eq!((seats.rows.len(), seats.matching, seats.all), (0, 0, 6));
    let birch = support::visit(&store, Some(BIRCH));
    let seats = birch.seats(SeatQuery::default()).await.unwrap();
    assert_eq!((seats.rows.len(), seats.matching, seats.all), (1, 1, 1));
    assert_eq!(pool(&birch, "b21").await.found.people.len(), 1);
}

#[tokio::test]
async fn a_dashboard_shows_what_needs_the_person() {
    let store = acme().await;
    let page = visit(&store, Some(ELISE)).dashboard().await.unwrap();
    let unused: Vec<_> = page.unused.iter().map(|unused| (unused.benefit, unused.unused)).collect();
    // Of the pool, the seat whose holder was undone and the one that came back are free as the one never held is.
    assert_eq!(unused, [(benefit("a21"), 3), (benefit("a23"), 25)]);
    assert_eq!((page.more, page.for_others, page.unclaimed), (vec![], vec![], 1));
    assert_eq!((page.mine[0].seat, page.mine.len(), page.memberships.len()), (seat("a41"), 1, 2));
    let page = visit(&store, Some(INES)).dashboard().await.unwrap();
    assert_eq!((page.unclaimed, page.mine[0].seat), (0, seat("a31")));
    let for_others = vec![(Family::Software, 1), (Family::VisualStudio, 1)];
    assert_eq!((page.unused, page.for_others), (vec![], for_others));
}

#[tokio::test]
async fn a_dashboard_lists_only_what_the_person_can_put_to_use() {
    let store = acme().await;
    let page = visit(&store, Some(MARC)).dashboard().await.unwrap();
    let unused: Vec<_> = page.unused.iter().map(|unused| (unused.benefit, unused.family)).collect();
    assert_eq!(unused, [(benefit("a23"), Family::Software)]);
    assert_eq!(page.for_others, [(Family::VisualStudio, 1)]);
    let who = page.viewpoint.people_for(Action::AssignBenefits);
    assert_eq!(who.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Élise Marchand"]);
}

#[tokio::test]
async fn an_operator_sees_companies_and_no_benefits() {
    let store = acme().await;
    let visit = visit(&store, None);
    let page = visit.dashboard().await.unwrap();
    assert_eq!(page.companies, [("Acme".to_owned(), 7), ("Birch".to_owned(), 1)]);
    let benefits = visit.benefits(Family::Software, BenefitQuery::default()).await;
    assert_eq!(benefits, Err(PortalError::NotFound));
    assert_eq!(visit.frame().await.unwrap().unwrap().viewer.company, None);
}

#[tokio::test]
async fn who_is_stopped_or_unknown_gets_no_page() {
    let store = acme().await;
    let stopped = PortalError::Refused(AccessRefusal::NotActive.into());
    assert_eq!(visit(&store, Some(PAUL)).dashboard().await, Err(stopped.clone()));
    assert_eq!(visit(&store, Some(PAUL)).seats(SeatQuery::default()).await, Err(stopped));
    assert_eq!(stranger(&store).dashboard().await, Err(PortalError::SignedOut));
    assert_eq!(stranger(&store).frame().await, Ok(None));
    let query = PeopleQuery { benefit: benefit("a21"), text: "elise".to_owned() };
    assert!(matches!(visit(&store, Some(MARC)).people(query).await, Err(PortalError::Refused(_))));
}

#[tokio::test]
async fn the_pages_before_sign_in_say_no_more_than_they_should() {
    let store = acme().await;
    let page = stranger(&store).sign_in_page().await.unwrap();
    let people: Vec<_> = page.demonstration.iter().map(|known| known.person.name.as_str()).collect();
    assert_eq!((people, page.is_empty), (vec!["Élise Marchand", "Inès Delaunay"], false));
    assert_eq!(page.demonstration[0].levels.len(), 2);
    for token in ["", "nonsense", &"a".repeat(64)] {
        assert_eq!(stranger(&store).invitation(token.to_owned()).await, Ok(InvitationPage::Spent));
    }
}
