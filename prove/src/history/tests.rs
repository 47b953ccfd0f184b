//! Histories that are right, and the same ones spoiled in one place.

use std::time::Duration;

use domain::{id::SeatAssignmentId, visual_studio::SeatChange};

use super::*;
use crate::cast::parsed;

fn id<T: std::str::FromStr>(number: u32) -> T {
    parsed(&format!("018f4e2a-0000-7000-8000-{number:012}")).unwrap()
}

fn assigned(seat: u32, holder: u32) -> Event {
    let change = SeatChange::Assigned(id::<SeatAssignmentId>(1));
    let (benefit, locked_until) = (id(900), None);
    Event::SeatAssigned { benefit, seat: id(seat), holder: id(holder), locked_until, change }
}

fn assign(clock: (Instant, u64, u64), holder: u32, said: Said) -> Asked {
    let (zero, begun, ended) = clock;
    let command = Command::AssignSeat { benefit: id(900), holder: id(holder) };
    Asked {
        begun: zero + Duration::from_millis(begun),
        ended: zero + Duration::from_millis(ended),
        command,
        said,
    }
}

fn won(event: u32, seat: u32, holder: u32) -> Said {
    let (benefit, name) = (id(900), String::new());
    Said::Done(
        Outcome::SeatAssigned { benefit, seat: id(seat), holder: id(holder), name, event: id(event) },
        None,
    )
}

/// Two seats, which two people get; the third one comes too late.
fn history() -> History {
    let zero = Instant::now();
    let holding = |holder: u32| Holding { holder: id(holder), is_activated: false };
    History {
        pools: [(id(1), id(900)), (id(2), id(900))].into(),
        before: Seats::default(),
        log: vec![(id(501), assigned(1, 11)), (id(502), assigned(2, 12))],
        asked: vec![
            assign((zero, 0, 10), 11, won(501, 1, 11)),
            assign((zero, 5, 20), 12, won(502, 2, 12)),
            assign((zero, 15, 30), 13, Said::Refused(SeatRefusal::NoSeatLeft { granted: 2 }.into())),
        ],
        after: Seats::of_rows([(id(1), holding(11)), (id(2), holding(12))]),
    }
}

fn fault(spoil: impl FnOnce(&mut History)) -> String {
    let mut history = history();
    spoil(&mut history);
    history.check().unwrap_err().to_string()
}

#[test]
fn a_history_that_could_have_happened_is_right() {
    assert_eq!(history().check().unwrap(), 1);
}

#[test]
fn a_seat_has_one_holder_and_a_person_one_seat() {
    assert!(fault(|history| history.log[1].1 = assigned(1, 12)).contains("two holders"));
    assert!(fault(|history| history.log[1].1 = assigned(2, 11)).contains("two seats"));
}

#[test]
fn what_was_told_is_in_the_log_and_nothing_else() {
    assert!(fault(|history| drop(history.log.pop())).contains("another state"));
    assert!(fault(|history| drop(history.asked.remove(0))).contains("were told"));
    assert!(fault(|history| history.asked[0].said = won(503, 1, 11)).contains("not in the log"));
}

#[test]
fn the_log_agrees_with_the_clock_of_those_who_asked() {
    let late = fault(|history| {
        let zero = history.asked[0].begun;
        history.asked[0].begun = zero + Duration::from_millis(40);
        history.asked[0].ended = zero + Duration::from_millis(50);
    });
    assert!(late.contains("before an earlier one was asked for"), "{late}");
}

#[test]
fn a_refusal_that_was_never_right_is_found() {
    let early = fault(|history| {
        let zero = history.asked[0].begun;
        // Answered before the last seat was asked for.
        history.asked[1].begun = zero + Duration::from_millis(31);
        history.asked[1].ended = zero + Duration::from_millis(40);
    });
    assert!(early.contains("never right"), "{early}");
}
