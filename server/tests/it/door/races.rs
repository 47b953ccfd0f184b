//! Several who want the same at once.

use std::{collections::BTreeSet, sync::Arc};

use tokio::{sync::Barrier, task::JoinSet};

use super::{Pool, done, send};
use crate::support::{
    Installation,
    browser::{Answered, Browser},
    cast::LUMIERE,
};

/// How many ask at once: more than there are seats, and more than there are connections.
const CLIENTS: usize = 24;

/// Sends all of these forms at once.
async fn at_once(browser: &Browser, command: &'static str, forms: Vec<(String, String)>) -> Vec<Answered> {
    let (start, mut sent) = (Arc::new(Barrier::new(forms.len())), JoinSet::new());
    for (fields, once) in forms {
        let (mut browser, start) = (browser.clone(), Arc::clone(&start));
        sent.spawn(async move {
            let _ = start.wait().await;
            send(&mut browser, command, &fields, &once).await
        });
    }
    sent.join_all().await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_assign_the_last_seats_as_many_win_as_there_are_seats() {
    let installation = Installation::new().await;
    let browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pool = Pool::of(&installation, LUMIERE).await;
    assert!(pool.free > 0 && pool.free < CLIENTS);
    let people = installation.seatless(LUMIERE, CLIENTS).await;
    let form = |(place, person): (usize, &server::portal::door::Caller)| {
        (format!("benefit={}&holder={}", pool.benefit, person.user), format!("client-{place:04}"))
    };
    let forms = people.iter().enumerate().map(form).collect();
    let before = installation.count("events WHERE kind = 'seat-assigned'").await;
    let (won, lost): (Vec<_>, Vec<_>) =
        at_once(&browser, "assign-seat", forms).await.into_iter().partition(|answer| answer.status == 200);
    assert_eq!((won.len(), lost.len()), (pool.free, CLIENTS - pool.free));
    for answer in lost {
        assert_eq!(answer.status, 409, "{}", answer.body);
        assert!(answer.body.contains("no-seat-left"), "{}", answer.body);
    }
    let seats: BTreeSet<_> = won.iter().map(|answer| format!("{:?}", done(answer))).collect();
    assert_eq!(seats.len(), pool.free);
    assert_eq!(Pool::of(&installation, LUMIERE).await.free, 0);
    let written = installation.count("events WHERE kind = 'seat-assigned'").await - before;
    assert_eq!(usize::try_from(written).unwrap(), pool.free);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_many_times_at_once_has_one_effect_and_one_answer() {
    let installation = Installation::new().await;
    let browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pool = Pool::of(&installation, LUMIERE).await;
    let person = installation.seatless(LUMIERE, 1).await[0].user;
    let form = (format!("benefit={}&holder={person}", pool.benefit), "the-same-form".to_owned());
    let answers = at_once(&browser, "assign-seat", vec![form; CLIENTS]).await;
    let bodies: BTreeSet<_> = answers.iter().map(|answer| (answer.status, &answer.body)).collect();
    assert_eq!(bodies.len(), 1, "{bodies:?}");
    let _ = done(&answers[0]);
    assert_eq!(installation.count(&format!("seat_assignments WHERE user_id = '{person}'")).await, 1);
    assert_eq!(installation.count("submissions WHERE once = 'the-same-form'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_seat_that_many_take_back_at_once_is_taken_back_once() {
    let installation = Installation::new().await;
    let browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pool = Pool::of(&installation, LUMIERE).await;
    let seat = format!(
        "SELECT seat_id FROM seat_assignments WHERE released_at IS NULL
         AND seat_id IN (SELECT seat_id FROM seats WHERE benefit_id = '{}')",
        pool.benefit
    );
    let seat = installation.text(&seat).await;
    let forms = (0..CLIENTS).map(|place| (format!("seat={seat}"), format!("client-{place:04}"))).collect();
    let answers = at_once(&browser, "remove-seat", forms).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    assert!(answers.iter().all(|answer| answer.status == 200 || answer.body.contains("not-held")));
    assert_eq!(Pool::of(&installation, LUMIERE).await.free, pool.free + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_activations_at_once_as_many_count_as_are_left() {
    let installation = Installation::new().await;
    let browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let id = installation.company(LUMIERE).await;
    let product = "windows-10-enterprise";
    let of = format!("company_id = '{id}' AND product = '{product}'");
    installation.write(&format!("UPDATE benefits SET used = granted - 2 WHERE {of}")).await;
    let benefit = installation.text(&format!("SELECT benefit_id FROM benefits WHERE {of}")).await;
    let form =
        |place: usize| (format!("benefit={benefit}&machine=NEW-{place:03}"), format!("client-{place:04}"));
    let answers = at_once(&browser, "record-activation", (0..CLIENTS).map(form).collect()).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 2);
    assert!(answers.iter().all(|answer| answer.status == 200 || answer.body.contains("maximum-reached")));
    assert_eq!(installation.count(&format!("benefits WHERE {of} AND used = granted")).await, 1);
}
