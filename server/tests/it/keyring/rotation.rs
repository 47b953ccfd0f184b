//! A ring that grows while people read, from the shell: nobody notices, and whoever is killed begins where they were.

use std::{
    fs,
    process::{Command, Output, Stdio},
    time::Duration,
};

use domain::programme::ProductCode;
use secrecy::SecretString;
use server::{
    keyring::{HeldRing, RingPlace},
    portal::door::Door,
};

use super::{VISIO, WINDOWS, act, admin, benefit, keys, reveal};
use crate::support::{Installation, cast::LUMIERE};

/// Keys in stock, so that a rotation takes many batches.
const STOCK: usize = 1_500;

async fn stocked() -> Installation {
    let installation = Installation::new().await;
    let mut tx = installation.application.database.begin().await.unwrap();
    let keys = (0..STOCK).map(|number| SecretString::from(format!("STOCK-{number}"))).collect();
    let product = ProductCode::parse(WINDOWS).unwrap();
    Door(&installation.store).stock_keys_in(&mut tx, None, &product, keys).await.unwrap();
    tx.commit().await.unwrap();
    installation
}

fn told(mut command: Command) -> (i32, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let told = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(!told.contains("panicked"), "{told}");
    (status.code().unwrap(), told)
}

fn done(command: Command) -> String {
    let (code, told) = told(command);
    assert_eq!(code, 0, "{told}");
    told
}

/// The versions that seal keys, with how many each.
async fn versions(installation: &Installation) -> Vec<String> {
    let of = "SELECT CAST(ring_version AS TEXT) || ':' || CAST(COUNT(*) AS TEXT)
              FROM software_keys GROUP BY ring_version ORDER BY ring_version";
    installation.texts(of).await
}

/// The ring of the folder, as a server that starts now reads it.
fn ring(installation: &Installation) -> HeldRing {
    HeldRing::load(RingPlace::in_folder(installation.folder())).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_reads_a_key_notices_a_rotation_or_that_a_version_is_retired() {
    let installation = stocked().await;
    let all = installation.count("software_keys").await;
    let own = keys(&installation, LUMIERE).await;
    let mut shown = Vec::new();
    for key in &own {
        shown.push(reveal(&mut admin(&installation).await, key, &format!("before-{key}")).await.body);
    }
    let shell = |command| installation.shell(&["keyring", command]);
    let (rotate, retire) = (shell("rotate"), shell("retire"));
    let growing = tokio::task::spawn_blocking(move || [done(rotate), done(retire)]);
    let mut browser = admin(&installation).await;
    let mut reads = 0;
    while !growing.is_finished() {
        for (key, before) in own.iter().zip(&shown) {
            reads += 1;
            let answer = reveal(&mut browser, key, &format!("while-it-rotates-{reads}")).await;
            assert_eq!((answer.status, &answer.body), (200, before));
        }
    }
    let [_, told] = growing.await.unwrap();
    assert!(told.contains("Version 2 is the only one now"), "{told}");
    assert!(reads > own.len(), "nobody read while it went on");
    for (key, before) in own.iter().zip(&shown) {
        assert_eq!(&reveal(&mut browser, key, &format!("after-{key}")).await.body, before);
    }
    assert_eq!(versions(&installation).await, [format!("2:{all}")]);
    assert_eq!(ring(&installation).now().versions().collect::<Vec<_>>(), [2]);
    // What the server seals from now on, which was running all the while, it seals by the new version.
    let fields = format!("benefit={}&once=drawn-after-the-rotation", benefit(&installation, VISIO).await);
    assert_eq!(act(&mut browser, "get-keys", &fields, "application/json").await.status, 200);
    assert_eq!(versions(&installation).await, [format!("2:{all}")]);
    let rows = "events WHERE kind = 'key-ring-rotated' AND company_id IS NULL";
    assert!(installation.count(rows).await >= all / 100);
    assert_eq!(installation.count("events WHERE kind = 'key-ring-retired'").await, 1);
}

#[tokio::test]
async fn a_rotation_that_is_killed_anywhere_goes_on_and_loses_no_key() {
    let installation = stocked().await;
    let all = installation.count("software_keys").await;
    let mut browser = admin(&installation).await;
    let key = &keys(&installation, LUMIERE).await[0];
    let before = reveal(&mut browser, key, "before-all-the-rounds").await.body;
    for (round, milliseconds) in [1, 5, 10, 15, 20, 30, 40, 60, 80, 120, 160, 200].into_iter().enumerate() {
        let mut rotating = installation.shell(&["keyring", "rotate"]);
        let mut rotating = rotating.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        rotating.kill().unwrap();
        rotating.wait().unwrap();
        assert_eq!(reveal(&mut browser, key, &format!("while-in-round-{round}")).await.body, before);
    }
    let told = done(installation.shell(&["keyring", "rotate"]));
    assert!(told.contains("sealed anew"), "{told}");
    let newest = ring(&installation).now().newest().unwrap();
    assert_eq!(versions(&installation).await, [format!("{newest}:{all}")]);
    done(installation.shell(&["keyring", "retire"]));
    assert_eq!(reveal(&mut browser, key, "after-all-the-rounds").await.body, before);
    assert_eq!(fs::read_dir(installation.folder()).unwrap().filter(is_draft).count(), 0);
}

fn is_draft(file: &std::io::Result<fs::DirEntry>) -> bool {
    file.as_ref().unwrap().file_name().to_string_lossy().contains("draft")
}

#[tokio::test]
async fn a_version_that_seals_a_key_is_not_retired() {
    let installation = Installation::new().await;
    let place = RingPlace::in_folder(installation.folder());
    assert_eq!(place.rotate().unwrap().to, 2);
    let (code, told) = told(installation.shell(&["keyring", "retire"]));
    assert_eq!(code, 1);
    assert!(told.contains("version 1 still seals") && told.contains("keyring rotate"), "{told}");
    assert_eq!(ring(&installation).now().versions().collect::<Vec<_>>(), [1, 2]);
    // Nor behind the shell's back.
    let forgotten = sqlx::query("DELETE FROM ring_versions WHERE ring_version = 1");
    let mut tx = installation.application.database.begin().await.unwrap();
    assert!(forgotten.execute(&mut *tx).await.is_err());
}

#[tokio::test]
async fn a_version_whose_first_key_is_not_committed_yet_is_not_retired() {
    let installation = Installation::new().await;
    done(installation.shell(&["keyring", "rotate"]));
    installation.write("DELETE FROM ring_versions WHERE ring_version = 1").await;
    let mut tx = installation.application.database.begin().await.unwrap();
    for statement in [
        "INSERT INTO ring_versions (ring_version, begun_at) VALUES (1, 0)",
        "UPDATE software_keys SET ring_version = 1 WHERE key_id = (SELECT MIN(key_id) FROM software_keys)",
    ] {
        sqlx::query(statement).execute(&mut *tx).await.unwrap();
    }
    let retire = installation.shell(&["keyring", "retire"]);
    let (code, said) = tokio::task::spawn_blocking(|| told(retire)).await.unwrap();
    assert_eq!(code, 1, "{said}");
    assert_eq!(ring(&installation).now().versions().collect::<Vec<_>>(), [1, 2]);
    tx.commit().await.unwrap();
    let (_, said) = told(installation.shell(&["keyring", "retire"]));
    assert!(said.contains("version 1 still seals 1 product key"), "{said}");
}

#[tokio::test]
async fn an_old_copy_of_the_ring_neither_grows_nor_seals() {
    let installation = Installation::new().await;
    let (file, copy) = (installation.folder().join("keyring.json"), installation.folder().join("copy"));
    fs::copy(&file, &copy).unwrap();
    done(installation.shell(&["keyring", "rotate"]));
    fs::rename(&copy, &file).unwrap();
    for command in ["rotate", "retire"] {
        let (code, told) = told(installation.shell(&["keyring", command]));
        assert_eq!(code, 1);
        assert!(told.contains("old copy"), "{told}");
    }
    let (_, told) = told(installation.shell(&["keyring", "status"]));
    assert!(told.contains("the ring has no such version"), "{told}");
}

#[tokio::test]
async fn a_key_that_cannot_be_opened_is_named_and_stays_while_the_others_go_on() {
    let installation = Installation::new().await;
    let key = keys(&installation, LUMIERE).await.swap_remove(0);
    let spoilt = format!("UPDATE software_keys SET nonce = ciphertext WHERE key_id = '{key}'");
    installation.write(&spoilt).await;
    let (code, said) = told(installation.shell(&["keyring", "rotate"]));
    assert_eq!(code, 1);
    assert!(said.contains(&key) && said.contains("1 product key could not be sealed anew"), "{said}");
    let left = installation.count("software_keys").await - 1;
    assert_eq!(versions(&installation).await, ["1:1".to_owned(), format!("2:{left}")]);
    let (_, said) = told(installation.shell(&["keyring", "rotate", "--another"]));
    assert!(said.contains("version 3, after 2"), "{said}");
    assert_eq!(versions(&installation).await, ["1:1".to_owned(), format!("3:{left}")]);
}

#[tokio::test]
async fn a_ring_of_the_environment_opens_keys_and_is_not_ours_to_rotate() {
    let installation = Installation::new().await;
    let file = installation.folder().join("keyring.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let shell = |command| {
        let mut shell = installation.shell(&["keyring", command]);
        shell.env("ATOUT_KEYRING", &text);
        shell
    };
    let status = done(shell("status"));
    assert!(status.contains("ATOUT_KEYRING") && status.contains("seals from now on"), "{status}");
    let (code, said) = told(shell("rotate"));
    assert_eq!(code, 1);
    assert!(said.contains("only whoever sets it can change it"), "{said}");
    let mut malformed = installation.shell(&["keyring", "status"]);
    let (code, said) = told({
        malformed.env("ATOUT_KEYRING", &text[..90]);
        malformed
    });
    assert_eq!(code, 2);
    assert!(said.contains("the environment variable ATOUT_KEYRING is not a key ring"), "{said}");
    for secret in text.split('"').filter(|part| part.len() == 64) {
        assert!(!status.contains(secret) && !said.contains(&secret[..20]), "{said}");
    }
}

#[tokio::test]
async fn a_version_that_was_added_in_the_environment_seals_what_older_ones_have() {
    let installation = Installation::new().await;
    let file = installation.folder().join("keyring.json");
    RingPlace::File(file.clone()).rotate().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let mut shell = installation.shell(&["keyring", "rotate"]);
    shell.env("ATOUT_KEYRING", &text);
    assert!(done(shell).contains("going on with it"));
    let all = installation.count("software_keys").await;
    assert_eq!(versions(&installation).await, [format!("2:{all}")]);
}

#[tokio::test]
async fn the_status_counts_and_tells_no_key() {
    let installation = Installation::new().await;
    let text = fs::read_to_string(installation.folder().join("keyring.json")).unwrap();
    let all = installation.count("software_keys").await;
    let told = done(installation.shell(&["keyring", "status"]));
    assert!(told.contains(&format!("version 1: {all} product keys, seals from now on")), "{told}");
    assert!(text.split('"').filter(|part| part.len() == 64).all(|secret| !told.contains(&secret[..12])));
    let mut new = Command::new(env!("CARGO_BIN_EXE_atout"));
    new.args(["keyring", "new"]);
    let new = done(new);
    assert!(new.contains("\"keys\":{\"1\":") && !new.contains(&text[15..40]), "{new}");
}
