//! Entries, as they read.

use std::{collections::BTreeMap, fmt::Write as _};

use domain::{
    activity::ActivityFilter,
    command::Command,
    day::Day,
    policy::Policy,
    programme::{Catalogue, CatalogueCode},
    refusal::Refusal,
    visual_studio::{SeatChange, SeatRefusal},
};

use super::*;

fn id<T: std::str::FromStr>(number: u32) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("018f4e2a-0000-7000-8000-{number:012}").parse().unwrap()
}

/// A programme in which nothing has a name, so that codes stand for themselves.
fn catalogue() -> Catalogue {
    Catalogue {
        code: CatalogueCode::parse("programme").unwrap(),
        programme: Localised::same("Programme"),
        version: "2026-01-01".parse().unwrap(),
        policy: Policy::default(),
        languages: Vec::new(),
        os_types: Vec::new(),
        offers: Vec::new(),
        competencies: Vec::new(),
        products: Vec::new(),
    }
}

/// The entries in both languages, each in a line, with its change and its refusal beneath.
fn read(events: &[(Event, Option<Event>)]) -> String {
    let catalogue = catalogue();
    let names = Names {
        people: BTreeMap::from([(id(1), "Amina B.".to_owned()), (id(2), "Ben C.".to_owned())]),
        seats: BTreeMap::from([(id(3), 7)]),
        keys: BTreeMap::from([(id(4), 2)]),
        offers: BTreeMap::new(),
        catalogue: &catalogue,
    };
    let logged: Vec<_> =
        events.iter().map(|(event, undone)| Logged { event, undone: undone.as_ref() }).collect();
    let mut page = String::new();
    for language in [Language::English, Language::French] {
        for told in told_in(language, &logged, &names) {
            let _ = writeln!(page, "{}", told.what);
            if let Some((before, after)) = told.change {
                let _ = writeln!(page, "  {before} > {after}");
            }
            if let Some(why) = told.refused {
                let _ = writeln!(page, "  {why}");
            }
        }
    }
    page
}

fn assigned() -> Event {
    assigned_while_locked(None)
}

fn assigned_while_locked(locked_until: Option<Day>) -> Event {
    let change = SeatChange::Assigned(id(6));
    Event::SeatAssigned { benefit: id(5), seat: id(3), holder: id(1), locked_until, change }
}

#[test]
fn a_seat_that_moves_says_from_whom_and_to_whom() {
    let change = SeatChange::Reassigned { ended: id(6), began: id(7) };
    let moved = Event::SeatReassigned { benefit: id(5), seat: id(3), from: id(1), to: id(2), change };
    assert_eq!(
        read(&[(assigned(), None), (moved, None)]),
        "Assigned seat 7 to Amina B.\n  Free > Amina B.\n\
         Reassigned seat 7 from Amina B. to Ben C.\n  Amina B. > Ben C.\n\
         Licence 7 affectée à Amina B.\n  Libre > Amina B.\n\
         Licence 7 réaffectée\u{a0}: Amina B., puis Ben C.\n  Amina B. > Ben C.\n"
    );
}

#[test]
fn a_locked_seat_that_goes_back_to_its_last_holder_was_not_free() {
    let until = "2026-05-14".parse().ok();
    assert_eq!(
        read(&[(assigned_while_locked(until), None)]),
        "Assigned seat 7 to Amina B.\n  Can be reassigned from May 14, 2026 > Amina B.\n\
         Licence 7 affectée à Amina B.\n  Réaffectable à partir du 14 mai 2026 > Amina B.\n"
    );
}

#[test]
fn guests_who_can_hold_nothing_are_said_so_in_a_sentence() {
    let rule = |benefits: &[GuestBenefit]| {
        let value = PolicyOverride::GuestsMayHold(benefits.iter().copied().collect());
        (Event::PolicyOverridden { value }, None)
    };
    assert_eq!(
        read(&[rule(&[]), rule(&[GuestBenefit::Azure])]),
        "Set for the company: guests cannot hold any benefit\n\
         Set for the company: guests can hold Azure subscriptions\n\
         Fixé pour l’entreprise\u{a0}: les utilisateurs invités ne peuvent avoir aucun avantage\n\
         Fixé pour l’entreprise\u{a0}: les utilisateurs invités peuvent avoir des abonnements Azure\n"
    );
}

#[test]
fn what_was_undone_is_said_with_it_and_goes_the_other_way() {
    let undone = Event::SeatChangeUndone { benefit: id(5), seat: id(3), undone: id(8) };
    assert_eq!(
        read(&[(undone.clone(), Some(assigned())), (undone, None)]),
        "Undid a change: “Assigned seat 7 to Amina B.”\n  Amina B. > Free\n\
         Undid a change of seat 7\n\
         Changement annulé\u{a0}: «\u{a0}Licence 7 affectée à Amina B.\u{a0}»\n  Amina B. > Libre\n\
         Changement de la licence 7 annulé\n"
    );
}

#[test]
fn what_was_refused_says_what_was_asked_for_and_why_in_the_words_that_were_told() {
    let command = Command::AssignSeat { benefit: id(5), holder: id(2) };
    let refusal = Refusal::Seat(SeatRefusal::NoSeatLeft { granted: 5 });
    assert_eq!(
        read(&[(Event::CommandRefused { command, refusal, benefit: None }, None)]),
        "Assign a seat to Ben C.\n  All 5 seats are assigned. Reassign one, or remove one first.\n\
         Affecter une licence à Ben C.\n  Les 5 licences sont toutes affectées. Réaffectez-en une, ou \
         retirez-en une d’abord.\n"
    );
}

#[test]
fn what_is_not_the_company_s_has_no_name() {
    let foreign = Event::SeatActivated { benefit: id(5), seat: id(90), holder: id(91) };
    let key = Event::KeyRevealed { benefit: id(5), key: id(92), manner: Reveal::Shown, first: true };
    assert_eq!(
        read(&[(foreign, None), (key, None)]),
        "Confirmed that an unknown person has activated seat ?\n  Assigned, waiting for sign-in > Activated\n\
         Showed key ? for the first time\n\
         Activation de la licence ? confirmée pour une personne inconnue\n  \
         Affectée, en attente de connexion > Activée\n\
         Clé ? affichée pour la première fois\n"
    );
}

#[test]
fn counts_are_said_in_both_languages() {
    let listed = |drawn| (Event::KeysListed { benefit: id(5), drawn }, None);
    let exported = (Event::ActivityExported { filter: ActivityFilter::default(), rows: 1_200 }, None);
    assert_eq!(
        read(&[listed(0), listed(1), listed(3), exported]),
        "Listed the keys, masked\nGot 1 key, masked\nGot 3 keys, masked\n\
         Exported 1,200 entries of this log as CSV\n\
         Clés consultées, masquées\n1 clé obtenue, masquée\n3 clés obtenues, masquées\n\
         1\u{202f}200 entrées de ce journal exportées en CSV\n"
    );
}

#[test]
fn everything_that_is_mentioned_is_asked_for_once() {
    let events = [assigned(), assigned()];
    let all = mentioned(&events);
    assert_eq!((all.people, all.seats, all.keys), (vec![id(1)], vec![id(3)], vec![]));
}
