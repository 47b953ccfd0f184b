//! The lists, held against those by which the program goes.

use std::{collections::BTreeMap, convert::Infallible};

use app::{api::Ask, routes};
use domain::{
    company::MachineName,
    programme::{Family, OsType, SoftwareLanguage},
    software::Reveal,
};
use server::{act, auth};

use super::*;
use crate::cast::parsed;

fn id<T: std::str::FromStr>() -> T {
    parsed("018f4e2a-0000-7000-8000-000000000001").unwrap()
}

/// A command of each name. One that is added is sent by nobody until it is here.
fn command(name: &str) -> Command {
    match name {
        "get-keys" => Command::GetKeys { benefit: id() },
        "reveal-key" => Command::RevealKey { key: id(), manner: Reveal::Shown },
        "record-activation" => Command::RecordActivation {
            benefit: id(),
            machine: MachineName::parse("PC-1").unwrap(),
            hardware: Hardware::Unchanged,
        },
        "choose-installation" => Command::ChooseInstallation {
            benefit: id(),
            language: SoftwareLanguage::parse("fr").unwrap(),
            os_type: OsType::parse("windows-x64").unwrap(),
        },
        "assign-seat" => Command::AssignSeat { benefit: id(), holder: id() },
        "remove-seat" => Command::RemoveSeat { seat: id() },
        "reassign-seat" => Command::ReassignSeat { seat: id(), holder: id() },
        "confirm-activation" => Command::ConfirmActivation { seat: id() },
        "undo-seat-change" => Command::UndoSeatChange { event: id() },
        "export-activity" => Command::ExportActivity { filter: ActivityFilter::default() },
        other => panic!("{other} is not scanned"),
    }
}

fn requests() -> Vec<Request> {
    let mut requests = commands(&Command::NAMES.map(command), id(), "ana@lumiere.example");
    requests.extend(others(|_, _| Ok::<_, Infallible>(String::new())).unwrap());
    mark(&mut requests);
    requests
}

/// The fields of all requests, by their addresses.
fn sent() -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut sent = BTreeMap::<String, BTreeSet<_>>::new();
    for request in requests() {
        sent.entry(request.path).or_default().extend(request.fields.into_iter().map(|(name, _)| name));
    }
    sent
}

#[test]
fn every_field_of_every_command_is_sent() {
    let sent = sent();
    for name in Command::NAMES {
        let known = act::known_fields(name).unwrap().iter().copied();
        let known: BTreeSet<_> = known.chain([ONCE, BACK]).collect();
        assert_eq!(sent[&format!("/act/{name}")], known, "{name}");
    }
}

#[test]
fn every_parameter_of_every_read_is_sent() {
    let (sent, mut asked) = (sent(), BTreeSet::new());
    for (read, _) in READS {
        let params = [("benefit", "018f4e2a-0000-7000-8000-000000000001")].into_iter().collect();
        let ask = Ask::of(read, &params).unwrap();
        assert_eq!(sent[&format!("/api/{read}")], ask.parameters().iter().copied().collect(), "{read}");
        asked.insert(read.split('/').next().unwrap());
    }
    assert_eq!(asked, BTreeSet::from(Ask::NAMES));
    assert!(Family::ALL.iter().all(|family| sent.contains_key(&format!("/api/benefits/{}", family.code()))));
}

#[test]
fn every_page_is_asked_for_what_its_read_knows() {
    let sent = sent();
    assert_eq!(PAGES.map(|(page, ..)| page), routes::ALL);
    for (page, read, _) in PAGES.into_iter().filter(|(_, read, _)| !read.is_empty()) {
        let known = READS.iter().find(|(other, _)| *other == read).unwrap().1;
        assert!(known.iter().all(|parameter| sent[page].contains(parameter)), "{page}");
    }
}

#[test]
fn every_act_and_every_cookie_is_sent() {
    let acts: BTreeSet<_> = ACTS.into_iter().map(|(act, ..)| act).collect();
    assert_eq!(acts, auth::addresses().into_iter().collect());
    assert_eq!(COOKIES, [auth::cookie::session_name(false), auth::cookie::LANGUAGE, auth::cookie::THEME]);
}

#[test]
fn what_is_read_by_the_same_lines_is_scanned_once() {
    let requests = requests();
    let scanned = |path: &str| {
        let of_path = requests.iter().filter(|request| request.path == path);
        of_path.flat_map(|request| request.scanned.clone()).collect::<Vec<_>>()
    };
    assert_eq!(scanned("/api/benefits/cloud"), BENEFITS);
    assert_eq!(scanned("/"), OF_EVERY_PAGE);
    assert_eq!(scanned("/sign-in"), [BACK]);
    assert!(scanned("/benefits/cloud").is_empty());
    assert_eq!(scanned("/act/get-keys"), ["benefit", BACK, ONCE]);
    assert_eq!(scanned("/act/assign-seat"), ["benefit", "holder", "holder-typed"]);
}
