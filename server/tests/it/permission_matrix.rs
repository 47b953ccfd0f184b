//! Who may do what, and who may read what: each role alone, none, a stranger, somebody who was stopped, an operator;
//! with one's own ids, those of another company, and ids of nothing. Another company's id is answered as one of nothing.

mod objects;
mod reads;

use std::collections::BTreeMap;

use axum::http::Request;
use domain::{
    command::Command,
    role::{
        Action,
        Role::{self, GlobalAdmin, MpnPartnerAdmin},
    },
};

use self::objects::Objects;
use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::{ATELIER, LUMIERE},
};

/// The status of each command for one's own company, as reviewed. A command that is not here has not been.
fn reviewed(command: &str, role: Option<Role>) -> u16 {
    let may = match command {
        "get-keys" | "reveal-key" | "record-activation" | "choose-installation" => {
            matches!(role, Some(GlobalAdmin | MpnPartnerAdmin))
        }
        // Of these, a holder confirms without any role; nobody here holds the seat.
        "assign-seat" | "remove-seat" | "reassign-seat" | "undo-seat-change" | "confirm-activation" => {
            role == Some(GlobalAdmin)
        }
        other => panic!("nobody has reviewed who may {other}"),
    };
    if may { 200 } else { 403 }
}

/// Without the role one is told so whatever the id; with it, that there is nothing.
fn reviewed_elsewhere(command: &str, role: Option<Role>) -> u16 {
    match command {
        "confirm-activation" => 404,
        other if reviewed(other, role) == 200 => 404,
        _ => 403,
    }
}

/// The fields of a command, about what is in `objects`.
fn fields(command: &str, objects: &Objects) -> String {
    let Objects { software, key, pool, held, waiting, moved, event, person, newcomer, .. } = objects;
    match command {
        "get-keys" => format!("benefit={software}"),
        "reveal-key" => format!("key={key}&manner=shown"),
        "record-activation" => format!("benefit={software}&machine=PC-007"),
        "choose-installation" => format!("benefit={software}&language=en&os-type=windows-x64"),
        "assign-seat" => format!("benefit={pool}&holder={person}"),
        "remove-seat" => format!("seat={held}"),
        "reassign-seat" => format!("seat={moved}&holder={newcomer}"),
        "undo-seat-change" => format!("event={event}"),
        "confirm-activation" => format!("seat={waiting}"),
        other => panic!("{other} has no fields here"),
    }
}

async fn act(browser: &mut Browser, command: &str, fields: &str) -> Answered {
    let once = server::random::hexadecimal(&server::random::bytes::<16>());
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    let body = format!("{fields}&once={once}");
    browser.send(Request::post(format!("/act/{command}")), &headers, &body).await
}

#[tokio::test]
async fn every_command_is_open_to_the_roles_that_were_reviewed_and_to_nobody_else() {
    let installation = Installation::new().await;
    let mut hatted = installation.hatted(LUMIERE).await;
    let own = Objects::of(&installation, LUMIERE, Some(hatted[0].1)).await;
    let (other, absent) = (Objects::of(&installation, ATELIER, None).await, Objects::absent());
    // The Global admin comes last: until then nothing of this is done.
    hatted.reverse();
    let mut cells = 0;
    for (role, person) in hatted {
        let mut browser = installation.browser_of(person).await;
        for command in Command::NAMES {
            let foreign = act(&mut browser, command, &fields(command, &other)).await;
            let nothing = act(&mut browser, command, &fields(command, &absent)).await;
            assert_eq!(foreign.status, reviewed_elsewhere(command, role), "{role:?} {command} elsewhere");
            assert_eq!((foreign.status, foreign.body), (nothing.status, nothing.body), "{role:?} {command}");
            let answer = act(&mut browser, command, &fields(command, &own)).await;
            assert_eq!(answer.status, reviewed(command, role), "{role:?} {command}: {}", answer.body);
            cells += 3;
        }
    }
    assert_eq!(cells, (Role::ALL.len() + 1) * Command::NAMES.len() * 3);
}

#[tokio::test]
async fn a_person_of_another_company_is_nobody_even_for_one_s_own_seat() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let own = Objects::of(&installation, LUMIERE, Some(admin)).await;
    let mut browser = installation.browser_of(admin).await;
    for command in ["assign-seat", "reassign-seat"] {
        let mut answers = Vec::new();
        for person in [Objects::of(&installation, ATELIER, None).await.person, Objects::absent().person] {
            let objects = Objects { newcomer: person.clone(), person, ..own.clone() };
            let answer = act(&mut browser, command, &fields(command, &objects)).await;
            answers.push((answer.status, answer.body));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0].0, 404, "{command}");
    }
}

#[tokio::test]
async fn who_has_no_place_in_the_company_does_nothing_in_it() {
    let installation = Installation::new().await;
    let hatted: BTreeMap<_, _> = installation.hatted(LUMIERE).await.into_iter().collect();
    let admin = hatted[&Some(GlobalAdmin)];
    let own = Objects::of(&installation, LUMIERE, Some(admin)).await;
    let stopped = installation.browser_of(admin).await;
    installation.write(&format!("UPDATE users SET suspended_at = 1 WHERE user_id = '{}'", admin.user)).await;
    let neighbour = installation.admin(ATELIER).await;
    let before = installation.contents().await;
    for (mut browser, status) in [
        (installation.browser(), 401),
        (stopped, 403),
        (installation.browser_with(neighbour, None).await, 404),
        (installation.browser_of(neighbour).await, 404),
    ] {
        for command in Command::NAMES {
            let answer = act(&mut browser, command, &fields(command, &own)).await;
            assert_eq!(answer.status, status, "{command}: {}", answer.body);
        }
    }
    assert_eq!(installation.contents().await, before);
}

#[tokio::test]
async fn a_role_that_is_taken_away_is_gone_with_the_next_request() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let own = Objects::of(&installation, LUMIERE, Some(admin)).await;
    let mut browser = installation.browser_of(admin).await;
    assert_eq!(act(&mut browser, "get-keys", &fields("get-keys", &own)).await.status, 200);
    installation.write(&format!("DELETE FROM user_roles WHERE user_id = '{}'", admin.user)).await;
    for command in Command::NAMES {
        assert_eq!(act(&mut browser, command, &fields(command, &own)).await.status, 403, "{command}");
    }
}

#[test]
fn the_table_says_of_each_role_what_the_rules_say() {
    let policy = domain::policy::Policy::default();
    for role in Role::ALL {
        assert_eq!(role.allows(Action::GetKeys, &policy), reviewed("get-keys", Some(role)) == 200);
        assert_eq!(role.allows(Action::AssignBenefits, &policy), reviewed("assign-seat", Some(role)) == 200);
    }
}
