//! The log and its checkpoints from the shell: what `atout log verify` finds, and with what it ends.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use server::{checkpoint::Keeper, db::Engine};

use crate::support::{Installation, browser::FORM, cast::LUMIERE, folder::Folder};

const WHOLE: &str = "Every entry is as it was written.";

fn told(mut command: Command) -> (i32, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let told = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(!told.contains("panicked"), "{told}");
    (status.code().unwrap(), told)
}

fn verified(installation: &Installation) -> (i32, String) {
    told(installation.shell(&["log", "verify"]))
}

fn file(installation: &Installation) -> PathBuf {
    installation.folder().join("checkpoints.jsonl")
}

/// What a server writes down as it stops.
async fn checkpoint(installation: &Installation) {
    Keeper::begin(installation.application.clone()).end().await;
}

/// Somebody acts, so that the chain of the company moves.
async fn act(installation: &Installation, once: &str) {
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let id = installation.company(LUMIERE).await;
    let key = format!("SELECT key_id FROM software_keys WHERE company_id = '{id}'");
    let fields = format!("key={}&manner=shown&once={once}", installation.text(&key).await);
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    let asked = axum::http::Request::post("/act/reveal-key");
    assert_eq!(browser.send(asked, &headers, &fields).await.status, 200);
}

/// Whoever can write everything in the database.
async fn unprotect(installation: &Installation) {
    installation
        .write(match installation.application.database.engine() {
            Engine::Sqlite => "DROP TRIGGER events_never_updated; DROP TRIGGER events_never_deleted",
            Engine::Postgres => "ALTER TABLE events DISABLE TRIGGER ALL",
        })
        .await;
}

#[tokio::test]
async fn a_log_that_nobody_touched_is_whole_with_checkpoints_and_without() {
    let installation = Installation::new().await;
    let (code, without) = verified(&installation);
    assert_eq!((code, without.contains(WHOLE)), (0, true), "{without}");
    assert!(without.contains("No checkpoints"), "{without}");
    checkpoint(&installation).await;
    act(&installation, "one-more").await;
    checkpoint(&installation).await;
    act(&installation, "after-the-last").await;
    let (code, with) = verified(&installation);
    assert_eq!((code, with.contains(WHOLE)), (0, true), "{with}");
    assert!(with.contains("2 checkpoints, the latest of 2023-11-15 11:00:00 UTC"), "{with}");
}

#[tokio::test]
async fn a_server_writes_one_down_as_it_begins_and_when_it_has_ended() {
    let (installation, site) = (Installation::new().await, Folder::client());
    let mut serve = installation.shell(&["serve", "--demonstration", "--listen", "127.0.0.1:0"]);
    serve.arg("--site").arg(site.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut server = serve.spawn().unwrap();
    let said = BufReader::new(server.stdout.take().unwrap()).lines().map_while(Result::ok);
    let greeted = said.into_iter().any(|line| line.contains("Ctrl-C"));
    act(&installation, "while-it-is-served").await;
    let kill = Command::new("kill").arg("-INT").arg(server.id().to_string()).status().unwrap();
    let ended = server.wait_with_output().unwrap();
    assert!(greeted && kill.success() && ended.status.success(), "{ended:?}");
    let lines = fs::read_to_string(file(&installation)).unwrap().lines().count();
    assert_eq!(lines, 2);
    assert_eq!(verified(&installation).0, 0);
}

#[tokio::test]
async fn a_changed_entry_is_named_with_its_company() {
    let installation = Installation::new().await;
    unprotect(&installation).await;
    let id = installation.company(LUMIERE).await;
    let third = format!("UPDATE events SET content = '{{}}' WHERE chain = '{id}' AND position = 3");
    installation.write(&third).await;
    let (code, told) = verified(&installation);
    assert_eq!(code, 1);
    assert!(told.contains(&format!("{LUMIERE} ({id}): entry 3 is not the one that was written")), "{told}");
    assert!(told.contains("the log is not as it was written"), "{told}");
}

#[tokio::test]
async fn a_tail_that_was_cut_with_all_its_traces_is_found_by_the_checkpoint() {
    let installation = Installation::new().await;
    act(&installation, "to-be-hidden").await;
    checkpoint(&installation).await;
    unprotect(&installation).await;
    let id = installation.company(LUMIERE).await;
    let cut = format!(
        "DELETE FROM events WHERE chain = '{id}'
         AND position = (SELECT position FROM event_chains WHERE chain = '{id}');
         UPDATE event_chains SET position = position - 1, hash =
             (SELECT e.hash FROM events e WHERE e.chain = '{id}' AND e.position = event_chains.position - 1)
         WHERE chain = '{id}'"
    );
    installation.write(&cut).await;
    let (code, told) = verified(&installation);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains(LUMIERE) && told.contains("at the checkpoint of 2023-11-15"), "{told}");
    // Without it, nothing would tell.
    fs::remove_file(file(&installation)).unwrap();
    assert_eq!(verified(&installation).0, 0);
}

#[tokio::test]
async fn a_checkpoint_that_was_changed_or_signed_by_others_is_told() {
    let (installation, other) = (Installation::new().await, Installation::new().await);
    checkpoint(&installation).await;
    let file = file(&installation);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("\"position\":", "\"position\":1", 1)).unwrap();
    let (code, said) = verified(&installation);
    assert!(code == 1 && said.contains("line 1 was changed after it was signed"), "{said}");
    fs::write(&file, &text).unwrap();
    assert_eq!(verified(&installation).0, 0);
    // The template of these tests has one ring, so that another is made here.
    fs::remove_file(other.folder().join("keyring.json")).unwrap();
    server::keyring::RingPlace::in_folder(other.folder()).create().unwrap();
    let mut elsewhere = other.shell(&["log", "verify"]);
    elsewhere.arg(&file);
    let (code, said) = told(elsewhere);
    assert!(code == 1 && said.contains("line 1 was signed by a key that is not ours"), "{said}");
}

#[tokio::test]
async fn whoever_has_the_public_key_verifies_a_copy_without_the_ring() {
    let installation = Installation::new().await;
    checkpoint(&installation).await;
    let (code, key) = told(installation.shell(&["log", "public-key"]));
    assert_eq!(code, 0, "{key}");
    let copy = installation.folder().join("elsewhere.jsonl");
    fs::rename(file(&installation), &copy).unwrap();
    fs::remove_file(installation.folder().join("keyring.json")).unwrap();
    let mut verify = installation.shell(&["log", "verify", "--public-key", key.trim()]);
    verify.arg(&copy);
    let (code, said) = told(verify);
    assert!(code == 0 && said.contains("1 checkpoints"), "{said}");
}

#[test]
fn where_nothing_has_begun_there_is_nothing_to_verify() {
    let mut verify = Command::new(env!("CARGO_BIN_EXE_atout"));
    verify.args(["log", "verify", "--data", env!("CARGO_TARGET_TMPDIR"), "--config", "/dev/null"]);
    let (code, said) = told(verify);
    assert!(code == 2 && said.contains("no installation"), "{said}");
}
