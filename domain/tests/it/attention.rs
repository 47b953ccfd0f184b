//! What needs whom, as one table.

use std::{collections::BTreeSet, fmt::Write};

use domain::{
    attention::{Matter, Whose},
    day::Day,
    id::UserId,
    membership::Stage,
    policy::Policy,
    programme::Family,
    role::{Rights, Role, Standing},
    visual_studio::SeatState,
};
use proptest::{prelude::*, sample};
use uuid::Uuid;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn user(number: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number))
}

const READER: u128 = 1;
const SOMEBODY: u128 = 2;

/// Everything that can stand on a dashboard; seats are the reader's where it says so.
fn matters() -> Vec<(&'static str, Matter)> {
    let (on, until) = (day("2026-06-01"), day("2026-08-30"));
    let (mine, other) = (user(READER), user(SOMEBODY));
    vec![
        ("own seat, assigned", Matter::Seat(SeatState::Assigned { holder: mine, on })),
        ("own seat, activated", Matter::Seat(SeatState::Activated { holder: mine, on })),
        ("own seat, taken back", Matter::Seat(SeatState::CoolingDown { last_holder: mine, until })),
        ("other's seat, assigned", Matter::Seat(SeatState::Assigned { holder: other, on })),
        ("free seat", Matter::Seat(SeatState::Free)),
        ("offer, active", Matter::Offer(Stage::Active)),
        ("offer, to renew", Matter::Offer(Stage::RenewalWindow { until })),
        ("offer, lapsed", Matter::Offer(Stage::Lapsed { since: until })),
        ("keys never got", Matter::Unused(Family::Software)),
        ("seats without holder", Matter::Unused(Family::VisualStudio)),
        ("cloud unused", Matter::Unused(Family::Cloud)),
        ("technical unused", Matter::Unused(Family::Technical)),
        ("go-to-market unused", Matter::Unused(Family::GoToMarket)),
    ]
}

#[test]
fn what_needs_whom() {
    let policy = Policy::default();
    let people = [None].into_iter().chain(Role::ALL.map(Some));
    let mut table = String::new();
    for (name, matter) in matters() {
        let needed = people.clone().filter(|role| {
            let rights = Rights { roles: role.iter().copied().collect(), standing: Standing::Active };
            matter.needs(user(READER), &rights, &policy)
        });
        let names: Vec<_> = needed.map(|role| role.map_or("default-user", Role::code)).collect();
        writeln!(table, "{name:<22} | {}", if names.is_empty() { "nobody".into() } else { names.join(", ") })
            .unwrap();
    }
    insta::assert_snapshot!(table);
}

fn rights() -> impl Strategy<Value = Rights> {
    let standing =
        sample::select(vec![Standing::Invited, Standing::Active, Standing::Suspended, Standing::Removed]);
    let roles = proptest::collection::btree_set(sample::select(Role::ALL.to_vec()), 0..4);
    (roles, standing).prop_map(|(roles, standing): (BTreeSet<Role>, _)| Rights { roles, standing })
}

proptest! {
    /// Nobody is told of a matter as theirs that a role keeps them from settling, under any policy.
    #[test]
    fn who_is_needed_may_act(
        rights in rights(),
        assigning in proptest::collection::btree_set(sample::select(Role::ALL.to_vec()), 0..4),
        purchasing in proptest::collection::btree_set(sample::select(Role::ALL.to_vec()), 0..4),
        matter in sample::select(matters()),
    ) {
        let policy = Policy { assigning_roles: assigning, purchasing_roles: purchasing, ..Policy::default() };
        let (_, matter) = matter;
        let is_needed = matter.needs(user(READER), &rights, &policy);
        prop_assert!(!is_needed || rights.standing == Standing::Active);
        match matter.whose() {
            Whose::Nobodys => prop_assert!(!is_needed),
            Whose::Persons(person) => prop_assert!(!is_needed || person == user(READER)),
            Whose::Those(action) => prop_assert_eq!(is_needed, rights.allow(action, &policy).is_ok()),
        }
    }
}
