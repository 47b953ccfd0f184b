//! What needs whom, as one table.

use std::{collections::BTreeSet, fmt::Write};

use domain::{
    attention::Matter,
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

fn roles() -> impl Strategy<Value = BTreeSet<Role>> {
    proptest::collection::btree_set(sample::select(Role::ALL.to_vec()), 0..5)
}

proptest! {
    /// Whoever loses a role is needed for nothing new, under any policy.
    #[test]
    fn with_fewer_roles_no_matter_becomes_ones_own(
        held in roles(),
        lost in roles(),
        lists in [roles(), roles(), roles()],
        (_, matter) in sample::select(matters()),
    ) {
        let [assigning_roles, purchasing_roles, key_roles] = lists;
        let policy = Policy { assigning_roles, purchasing_roles, key_roles, ..Policy::default() };
        let kept = Rights { roles: &held - &lost, standing: Standing::Active };
        let held = Rights { roles: held, standing: Standing::Active };
        let reader = user(READER);
        prop_assert!(!matter.needs(reader, &kept, &policy) || matter.needs(reader, &held, &policy));
    }

    /// Nobody is needed who has not come yet, has been stopped, or has left.
    #[test]
    fn only_active_people_are_needed(
        roles in roles(),
        standing in sample::select(vec![Standing::Invited, Standing::Suspended, Standing::Removed]),
        (_, matter) in sample::select(matters()),
    ) {
        let rights = Rights { roles, standing };
        prop_assert!(!matter.needs(user(READER), &rights, &Policy::default()));
    }

    /// A matter of one person is no matter of anybody else, whatever the other's roles.
    #[test]
    fn a_seat_needs_nobody_but_its_holder(roles in roles(), number in 2_u128..9) {
        let assigned = SeatState::Assigned { holder: user(READER), on: day("2026-06-01") };
        let rights = Rights { roles, standing: Standing::Active };
        prop_assert!(!Matter::Seat(assigned).needs(user(number), &rights, &Policy::default()));
    }
}
