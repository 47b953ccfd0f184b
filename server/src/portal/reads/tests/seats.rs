//! The page of all seats, and the pools by their titles.

use app::portal::{PeopleQuery, Portal, SeatQuery};
use domain::{entitlement::BenefitType, visual_studio::SeatRefusal};

use super::support::{ELISE, INES, acme, benefit, seat, visit};

#[tokio::test]
async fn seats_are_filtered_sorted_and_cut_into_pages() {
    let store = acme().await;
    let visit = visit(&store, Some(INES));
    let find = async |query| visit.seats(query).await.unwrap();
    let count = async |state: &str| {
        find(SeatQuery { state: state.to_owned(), ..SeatQuery::default() }).await.matching
    };
    let counts =
        (count("assigned").await, count("activated").await, count("locked").await, count("free").await);
    assert_eq!(counts, (1, 1, 1, 3));
    assert_eq!(count("nonsense").await, 6);

    let page = find(SeatQuery { q: "Élise MAR".to_owned(), ..SeatQuery::default() }).await;
    assert_eq!((page.rows.len(), page.rows[0].seat, page.all), (1, seat("a41"), 6));

    let page = find(SeatQuery { size: 2, page: 2, ..SeatQuery::default() }).await;
    assert_eq!((page.page, page.matching), ((2, 3), 6));
    for sort in ["person", "subscription", "state", "since"] {
        let sorted = async |sort: String| {
            let page = find(SeatQuery { sort, ..SeatQuery::default() }).await;
            page.rows.into_iter().map(|row| row.seat).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(sorted(sort.to_owned()).await, sorted(format!("-{sort}")).await, "{sort}");
    }
}

#[tokio::test]
async fn a_seat_says_since_when_and_from_when_it_can_move() {
    let store = acme().await;
    let page = visit(&store, Some(INES)).seats(SeatQuery::default()).await.unwrap();
    let day = |text: &str| Some(text.parse().unwrap());
    let of = |id: &str| {
        let row = page.rows.iter().find(|row| row.seat == seat(id)).unwrap();
        (row.since, row.changeable_from)
    };
    assert_eq!(of("a31"), (day("2026-05-05"), day("2026-08-03")));
    assert_eq!(of("a32"), (day("2026-05-07"), day("2026-08-04")));
    assert_eq!(of("a33"), (day("2026-05-08"), None));
    assert_eq!(of("a34"), (None, None));
}

#[tokio::test]
async fn nothing_of_a_pool_that_has_ended_is_free_and_each_pool_goes_by_one_title() {
    let store = acme().await;
    let visit = visit(&store, Some(INES));
    let ended = async |text: &str| {
        let mut tx = store.database().begin().await.unwrap();
        sqlx::query("UPDATE memberships SET purchased_on = '2025-04-01', activated_on = '2025-04-02', anniversary = $1
             WHERE offer = 'silver-competency'",)
            .bind(text)
            .execute(&mut *tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    };
    let free = async || {
        let query = SeatQuery { state: "free".to_owned(), ..SeatQuery::default() };
        visit.seats(query).await.unwrap().matching
    };
    ended("2026-04-14").await;
    assert_eq!(free().await, 3, "on the last day");
    ended("2026-04-13").await;
    assert_eq!(free().await, 0, "on the next");
    let page = visit.seats(SeatQuery::default()).await.unwrap();
    assert_eq!((page.matching, page.all), (6, 6));
    let row = page.rows.iter().find(|row| row.seat == seat("a34")).unwrap();
    assert_eq!(row.usable_until, "2026-05-13".parse().unwrap());
    let titles: Vec<_> = page.pools.iter().map(|(_, _, pool)| (pool.offer.fr.as_str(), pool.part)).collect();
    assert_eq!(
        titles,
        [("Compétence Silver · DevOps", Some(BenefitType::Core)), ("Microsoft Action Pack", None)]
    );
}

#[tokio::test]
async fn a_picker_names_the_pool_of_the_seat_that_a_person_holds() {
    let store = acme().await;
    let query = PeopleQuery { benefit: benefit("a21"), text: "ines".to_owned() };
    let found = visit(&store, Some(ELISE)).people(query).await.unwrap();
    let Some(SeatRefusal::AlreadyHolds { pool }) = &found.people[0].refusal else { panic!("{found:?}") };
    assert_eq!((pool.offer.en.as_str(), pool.part), ("Silver competency · DevOps", Some(BenefitType::Core)));
}
