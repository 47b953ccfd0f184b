//! The life of a seat: every state, every command, every outcome.

use std::fmt::Write;

use domain::{
    day::{Day, Instant},
    entitlement::{BenefitType, PoolTitle},
    id::{SeatAssignmentId, SeatId, UserId},
    language::Localised,
    policy::{Policy, SeatCooldown},
    role::Standing,
    visual_studio::{Holder, Seat, SeatChange, SeatPool, SeatRefusal, SeatState, UndoFacts},
};
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn user(number: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number))
}

fn seat(number: u32, state: SeatState) -> Seat {
    Seat { id: SeatId::from_uuid(Uuid::from_u128(1000 + u128::from(number))), number, state }
}

fn pool(states: &[SeatState]) -> SeatPool {
    let seats = (1..).zip(states).map(|(number, state)| seat(number, *state)).collect();
    SeatPool { usable_until: day("2027-01-01"), country_cap: Some(25), seats }
}

fn holder(number: u128) -> Holder {
    Holder {
        user: user(number),
        standing: Standing::Active,
        is_guest: false,
        has_shared_mailbox: false,
        holds: None,
        country: "FR".parse().unwrap(),
        held_in_country: 3,
    }
}

fn devops() -> PoolTitle {
    PoolTitle { offer: Localised::same("Gold · DevOps"), part: Some(BenefitType::Incremental) }
}

const ALICE: u128 = 1;
const BOB: u128 = 2;

/// The states of a seat on 20 June 2026, under the ninety days' rule.
fn states() -> [(&'static str, SeatState); 6] {
    let on = day("2026-06-01");
    let last_holder = user(ALICE);
    [
        ("free", SeatState::Free),
        ("assigned to Alice on 1 June", SeatState::Assigned { holder: user(ALICE), on }),
        ("activated by Alice", SeatState::Activated { holder: user(ALICE), on }),
        ("held by Alice since March", SeatState::Activated { holder: user(ALICE), on: day("2026-03-01") }),
        ("locked until 30 August", SeatState::CoolingDown { last_holder, until: day("2026-08-30") }),
        ("lock ended yesterday", SeatState::CoolingDown { last_holder, until: day("2026-06-20") }),
    ]
}

fn outcome<T: std::fmt::Debug>(answer: Result<T, SeatRefusal>, done: impl Fn(T) -> String) -> String {
    match answer {
        Ok(value) => done(value),
        Err(refusal) => format!("refused: {refusal:?}"),
    }
}

fn table(policy: &Policy) -> String {
    let today = day("2026-06-20");
    let mut table = String::new();
    for (name, state) in states() {
        let pool = pool(&[state]);
        let id = pool.seats[0].id;
        let mut line = |command: &str, outcome: String| {
            writeln!(table, "{name:<28} | {command:<28} | {outcome}").unwrap();
        };
        let mut alice = holder(ALICE);
        alice.holds = state.holder().map(|_| devops());
        line("assign to Bob", outcome(pool.assign(&holder(BOB), policy, today), |_| "assigned".into()));
        line("assign to Alice", outcome(pool.assign(&alice, policy, today), |_| "assigned".into()));
        line(
            "remove",
            outcome(pool.remove(id, policy, today), |removed| match removed.locked_until {
                Some(until) => format!("removed, locked until {until}"),
                None => "removed, free at once".into(),
            }),
        );
        line(
            "reassign to Bob",
            outcome(pool.reassign(id, &holder(BOB), policy, today), |_| "reassigned".into()),
        );
        line("reassign to Alice", outcome(pool.reassign(id, &alice, policy, today), |_| "reassigned".into()));
        line("confirm, by Alice", outcome(pool.seats[0].confirm(user(ALICE), false), |_| "activated".into()));
        line(
            "confirm, by a Global admin",
            outcome(pool.seats[0].confirm(user(9), true), |_| "activated".into()),
        );
        line(
            "confirm, by somebody else",
            outcome(pool.seats[0].confirm(user(BOB), false), |_| "activated".into()),
        );
        table.push('\n');
    }
    table
}

#[test]
fn a_seat_moves_at_once_where_the_programme_has_no_cooldown() {
    insta::assert_snapshot!(table(&Policy::default()));
}

#[test]
fn a_seat_waits_where_the_programme_has_ninety_days() {
    let policy = Policy { seat_cooldown: SeatCooldown::Days(90), ..Policy::default() };
    insta::assert_snapshot!(table(&policy));
}

#[test]
fn who_may_hold_a_seat() {
    let policy = Policy::default();
    let pool = pool(&[SeatState::Free]);
    let mut table = String::new();
    let mut line = |who: &str, change: &dyn Fn(&mut Holder)| {
        let mut candidate = holder(BOB);
        change(&mut candidate);
        let answer = outcome(pool.assign(&candidate, &policy, day("2026-06-20")), |_| "assigned".into());
        writeln!(table, "{who:<28} | {answer}").unwrap();
    };
    line("an active employee", &|_| {});
    line("invited, not accepted", &|candidate| candidate.standing = Standing::Invited);
    line("suspended", &|candidate| candidate.standing = Standing::Suspended);
    line("has left", &|candidate| candidate.standing = Standing::Removed);
    line("a guest", &|candidate| candidate.is_guest = true);
    line("info@, a shared mailbox", &|candidate| candidate.has_shared_mailbox = true);
    line("holds one in another pool", &|candidate| candidate.holds = Some(devops()));
    line("the country has 24 of 25", &|candidate| candidate.held_in_country = 24);
    line("the country has 25 of 25", &|candidate| candidate.held_in_country = 25);
    insta::assert_snapshot!(table);
}

#[test]
fn a_pool_is_usable_on_its_last_day_and_closed_on_the_next() {
    let pool = pool(&[SeatState::Free]);
    assert_eq!(pool.can_assign(day("2027-01-01")), Ok(()));
    let closed = SeatRefusal::PoolClosed { since: day("2027-01-01") };
    assert_eq!(pool.can_assign(day("2027-01-02")), Err(closed));
}

#[test]
fn nothing_of_a_pool_that_has_ended_is_free() {
    let taken = SeatState::Assigned { holder: user(ALICE), on: day("2026-06-01") };
    let pool = pool(&[taken, SeatState::Free, SeatState::Free]);
    let free = |today| pool.free(day(today)).map(|seat| seat.number).collect::<Vec<_>>();
    assert_eq!(free("2027-01-01"), [2, 3]);
    assert_eq!(free("2027-01-02"), []);
}

#[test]
fn a_full_pool_says_how_many_seats_it_has() {
    let taken = SeatState::Assigned { holder: user(ALICE), on: day("2026-06-01") };
    let refusal = pool(&[taken, taken]).can_assign(day("2026-06-20"));
    assert_eq!(refusal, Err(SeatRefusal::NoSeatLeft { granted: 2 }));
}

#[test]
fn a_pool_without_a_free_seat_names_the_first_day_of_the_next_one() {
    let locked = |until| SeatState::CoolingDown { last_holder: user(ALICE), until: day(until) };
    let refusal = pool(&[locked("2026-09-10"), locked("2026-08-30")]).can_assign(day("2026-06-20"));
    assert_eq!(refusal, Err(SeatRefusal::LockedUntil { day: day("2026-08-30") }));
}

#[test]
fn an_undo_is_for_a_minute_for_the_same_person_and_for_what_nothing_has_followed() {
    let change = SeatChange::Assigned(SeatAssignmentId::from_uuid(Uuid::from_u128(7)));
    let seat = SeatId::from_uuid(Uuid::from_u128(1));
    let at = Instant::from_microseconds(0);
    let facts = UndoFacts { seat, change, by: user(ALICE), at, overtaken: false };
    assert_eq!(facts.undo(user(ALICE), at.plus_seconds(59)), Ok(change));
    assert_eq!(facts.undo(user(ALICE), at.plus_seconds(60)), Err(SeatRefusal::UndoTooLate));
    assert_eq!(facts.undo(user(BOB), at.plus_seconds(1)), Err(SeatRefusal::UndoNotYours));
    let overtaken = UndoFacts { overtaken: true, ..facts };
    assert_eq!(overtaken.undo(user(ALICE), at.plus_seconds(1)), Err(SeatRefusal::UndoOvertaken));
}

/// One step of a random life of a pool: who, and what.
fn step() -> impl Strategy<Value = (u128, u8, usize, i64)> {
    (1_u128..12, 0_u8..3, 0_usize..6, 0_i64..20)
}

proptest! {
    /// However seats are assigned, taken back and moved: never more holders than seats, never two seats for one person,
    /// and a locked seat goes to nobody but its last holder (R45, R46, R49).
    #[test]
    fn a_pool_never_has_more_holders_than_seats(size in 1_usize..5, steps in prop::collection::vec(step(), 1..60)) {
        let policy = Policy { seat_cooldown: SeatCooldown::Days(90), ..Policy::default() };
        let mut pool = pool(&vec![SeatState::Free; size]);
        let mut today = day("2026-01-01");
        for (who, what, which, days) in steps {
            today = today.plus_days(days);
            let mut candidate = holder(who);
            let holds_one = pool.seats.iter().any(|seat| seat.state.holder().is_some_and(|held| held.0 == user(who)));
            candidate.holds = holds_one.then(devops);
            let index = which % size;
            let (id, before) = (pool.seats[index].id, pool.seats[index].state);
            match what {
                0 => if let Ok(assigned) = pool.assign(&candidate, &policy, today) {
                    let seat = pool.seats.iter_mut().find(|seat| seat.id == assigned.seat).unwrap();
                    prop_assert!(seat.state.is_free(today) || seat.state.is_kept_for(user(who), today));
                    seat.state = SeatState::Assigned { holder: user(who), on: today };
                },
                1 => if let Ok(removed) = pool.remove(id, &policy, today) {
                    pool.seats[index].state = match removed.locked_until {
                        Some(until) => SeatState::CoolingDown { last_holder: removed.holder, until },
                        None => SeatState::Free,
                    };
                },
                _ => if pool.reassign(id, &candidate, &policy, today).is_ok() {
                    let (_, on) = before.holder().unwrap();
                    prop_assert!(on.days_until(today) >= 90);
                    pool.seats[index].state = SeatState::Assigned { holder: user(who), on: today };
                },
            }
            let mut holders: Vec<_> = pool.seats.iter().filter_map(|seat| seat.state.holder()).map(|held| held.0).collect();
            prop_assert!(holders.len() <= size);
            holders.sort();
            let in_all = holders.len();
            holders.dedup();
            prop_assert_eq!(in_all, holders.len());
        }
    }
}
