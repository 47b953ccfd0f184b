//! The life of a software benefit: every state, every command, every outcome.

use std::fmt::Write;

use domain::{
    policy::{ActivationCounting, Policy},
    programme::{KeyKind, Unit},
    software::{Hardware, SoftwareBenefit, SoftwareRefusal},
};
use proptest::prelude::*;

fn benefit() -> SoftwareBenefit {
    SoftwareBenefit {
        keys: KeyKind::MultipleActivation,
        usable_until: "2027-01-01".parse().unwrap(),
        unit: Unit::Licences,
        granted: 10,
        units_per_key: 1,
        activated: 0,
        issued: 1,
        in_stock: 5,
    }
}

fn states() -> Vec<(&'static str, SoftwareBenefit)> {
    let server =
        SoftwareBenefit { keys: KeyKind::SingleUse, granted: 40, units_per_key: 16, issued: 3, ..benefit() };
    vec![
        ("keys never got", SoftwareBenefit { issued: 0, ..benefit() }),
        ("keys never got, stock empty", SoftwareBenefit { issued: 0, in_stock: 0, ..benefit() }),
        ("keys got", benefit()),
        ("9 of 10 activated", SoftwareBenefit { activated: 9, ..benefit() }),
        ("10 of 10 activated", SoftwareBenefit { activated: 10, ..benefit() }),
        ("40 cores, 16 a key, none", SoftwareBenefit { issued: 0, ..server.clone() }),
        ("40 cores, 16 a key, 32 used", SoftwareBenefit { activated: 32, ..server }),
        ("client access licence", SoftwareBenefit { keys: KeyKind::None, issued: 0, ..benefit() }),
        ("offer lapsed", SoftwareBenefit { usable_until: "2026-06-19".parse().unwrap(), ..benefit() }),
    ]
}

fn outcome<T>(answer: Result<T, SoftwareRefusal>, done: impl Fn(T) -> String) -> String {
    match answer {
        Ok(value) => done(value),
        Err(refusal) => format!("refused: {refusal:?}"),
    }
}

#[test]
fn the_life_of_a_software_benefit() {
    let (policy, today) = (Policy::default(), "2026-06-20".parse().unwrap());
    let mut table = String::new();
    for (name, state) in states() {
        let mut line = |command: &str, outcome: String| {
            writeln!(table, "{name:<28} | {command:<32} | {outcome}").unwrap();
        };
        let listed = |listed: domain::software::KeysListed| match listed.drawn {
            0 => "listed".to_owned(),
            drawn => format!("listed, {drawn} drawn, {} activation(s) each", listed.maximum),
        };
        let record = |known, hardware| {
            outcome(state.record_activation(known, hardware, &policy, today), |recorded| {
                match recorded.units {
                    0 => "recorded, does not count".to_owned(),
                    units => format!("recorded, takes {units}"),
                }
            })
        };
        line("get keys", outcome(state.get_keys(today), listed));
        line("show or copy a key", outcome(state.reveal(today), |()| "revealed".into()));
        line(
            "activate, no machine named yet",
            outcome(state.can_record_activation(&policy, today), |()| "offered".into()),
        );
        line("activate on a new machine", record(false, Hardware::Unchanged));
        line("activate again, same machine", record(true, Hardware::Unchanged));
        line("activate again, hardware changed", record(true, Hardware::Changed));
        table.push('\n');
    }
    insta::assert_snapshot!(table);
}

#[test]
fn where_every_activation_counts_the_same_machine_counts_again() {
    let policy = Policy { activation_counting: ActivationCounting::EveryActivation, ..Policy::default() };
    let recorded =
        benefit().record_activation(true, Hardware::Unchanged, &policy, "2026-06-20".parse().unwrap());
    assert_eq!(recorded.unwrap().units, 1);
}

#[test]
fn where_every_activation_counts_none_is_offered_at_the_maximum() {
    let policy = Policy { activation_counting: ActivationCounting::EveryActivation, ..Policy::default() };
    let full = SoftwareBenefit { activated: 10, ..benefit() };
    let refusal =
        SoftwareRefusal::MaximumReached { maximum: 10, unit: Unit::Licences, known_may_repeat: false };
    assert_eq!(full.can_record_activation(&policy, "2026-06-20".parse().unwrap()), Err(refusal));
}

proptest! {
    /// However activations are recorded, the count never passes what is granted (R33).
    #[test]
    fn activations_never_pass_the_grant(
        granted in 0_u32..60,
        units_per_key in 1_u32..20,
        steps in prop::collection::vec((any::<bool>(), any::<bool>()), 0..80),
    ) {
        let today = "2026-06-20".parse().unwrap();
        let mut state = SoftwareBenefit { granted, units_per_key, ..benefit() };
        for (known, changed) in steps {
            let hardware = if changed { Hardware::Changed } else { Hardware::Unchanged };
            match state.record_activation(known, hardware, &Policy::default(), today) {
                Ok(recorded) => state.activated += recorded.units,
                Err(refusal) => prop_assert_eq!(refusal, state.maximum_reached(&Policy::default())),
            }
            prop_assert!(state.activated <= granted);
        }
    }

    /// What is offered before a machine is named is what at least one machine would be answered (R32, R33).
    #[test]
    fn an_activation_is_offered_while_some_machine_would_be_accepted(
        granted in 0_u32..4,
        activated in 0_u32..4,
        counts_every in any::<bool>(),
    ) {
        let today = "2026-06-20".parse().unwrap();
        let activation_counting =
            if counts_every { ActivationCounting::EveryActivation } else { ActivationCounting::MachineChange };
        let policy = Policy { activation_counting, ..Policy::default() };
        let state = SoftwareBenefit { granted, activated: activated.min(granted), ..benefit() };
        let accepts = |known| state.record_activation(known, Hardware::Unchanged, &policy, today).is_ok();
        let some = accepts(false) || (state.activated > 0 && accepts(true));
        prop_assert_eq!(state.can_record_activation(&policy, today).is_ok(), some);
    }
}
