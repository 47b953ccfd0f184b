//! G35: however many sign in at once, hashing takes the memory of two, and everybody is let in.

use std::{net::Ipv4Addr, time::Duration};

use anyhow::{Context, Result, ensure};

use crate::{
    http::{Client, Fate},
    process::Server,
    proof::{Findings, Proof},
    race::at_once,
    reading::Reading,
    times::{Times, said},
};

const CLIENTS: usize = 100;
/// The password of the demonstration's people.
const PASSWORD: &str = "atout-demonstration";
/// How a password is kept, before its salt and its hash.
const COST: &str = "$argon2id$v=19$m=47104,t=1,p=1$";
/// What one hash takes.
const HASH_KIB: u64 = 46 * 1024;
/// Two hashes, and what a hundred requests take beside.
const MEMORY_KIB: u64 = 2 * HASH_KIB + 32 * 1024;

/// Shows it.
///
/// # Errors
/// Who was not let in, or how much memory it took.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let mut reading = installation.reading()?;
    let kept = reading.count(&format!("accounts WHERE password_hash LIKE '{COST}%'"))?;
    let all = reading.count("accounts WHERE password_hash IS NOT NULL")?;
    ensure!(kept == all, "{} passwords are kept otherwise", all - kept);
    let server = installation.serve_with(|command| {
        command.env("ATOUT_TRUSTED_PROXIES", "127.0.0.1");
    })?;
    let people = people(&mut reading)?;
    let idle = server.memory_kib();
    server.forget_peak()?;
    let _ = all_at_once(&server, &people[..1], 0)?;
    let one = server.peak_kib().saturating_sub(idle);
    ensure!(one * 10 > HASH_KIB * 9, "the control took {} MiB: this measures no hash", one / 1024);
    let (mut times, rounds) = (Times::default(), proof.times(1, 10));
    for round in 1..=rounds {
        times.join(all_at_once(&server, &people, round)?);
    }
    let most = server.peak_kib().saturating_sub(idle);
    ensure!(most <= MEMORY_KIB, "{CLIENTS} at once took {} MiB", most / 1024);
    Ok(Findings {
        rounds: format!("{rounds} times {CLIENTS} at once, with the right password"),
        result: format!(
            "all let in, after {} at most; {} MiB more memory at most; {all} passwords kept as {COST}",
            said(times.longest()),
            most / 1024
        ),
        control: format!(
            "one of them alone: {} MiB, of which a hundred would be {} GiB",
            one / 1024,
            one / 10_485
        ),
        sometimes: vec![("a sign-in", times.count())],
    })
}

/// The addresses of as many people.
fn people(reading: &mut Reading) -> Result<Vec<String>> {
    let mut people = reading.texts(
        "SELECT email FROM accounts WHERE password_hash IS NOT NULL AND disabled_at IS NULL ORDER BY account_id",
    )?;
    ensure!(people.len() >= CLIENTS, "only {} accounts", people.len());
    people.truncate(CLIENTS);
    Ok(people)
}

/// Everybody signs in at the same moment, each at a place of their own; how long it took them.
fn all_at_once(server: &Server, people: &[String], round: usize) -> Result<Times> {
    let third = u8::try_from(round).context("a round fits into an address")?;
    let runners = people.iter().zip(1..).map(|(address, last)| {
        let client = Client::new(server.address()).from(Ipv4Addr::new(10, 0, third, last));
        (client.with_patience(Duration::from_mins(1)), address)
    });
    let fates = at_once(
        runners.collect(),
        |(client, _)| drop(client.connect()),
        |(mut client, address)| {
            let fate = client.post("/act/sign-in", &[("address", address), ("password", PASSWORD)]);
            (fate, client.is_signed_in())
        },
    );
    let mut times = Times::default();
    for (fate, is_signed_in) in fates {
        let Fate::Answered(answer) = fate else { anyhow::bail!("somebody was not answered: {fate:?}") };
        ensure!(answer.status == 303 && is_signed_in, "somebody was answered {}", answer.status);
        times.add(answer.took);
    }
    Ok(times)
}
