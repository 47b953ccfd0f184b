//! The database in one file, and out of it; and from one engine to the other. Nothing is lost, nothing half there.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::http::Request;
use cluster::trial;
use domain::id::KeyId;
use secrecy::ExposeSecret;
use server::{
    application::Application,
    db::{
        Database, Home,
        copy::{self, CopyError},
    },
    keyring::RingPlace,
    portal::{software, store::Store},
};

use crate::support::{Installation, browser::FORM, cast::LUMIERE, folder::Folder};

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

/// A place for another installation on the engine of these tests.
struct Elsewhere {
    folder: Folder,
    database: Option<String>,
}

impl Elsewhere {
    fn new() -> Self {
        Self { folder: Folder::new(), database: trial::database() }
    }

    fn home(&self) -> Home {
        match &self.database {
            Some(url) => url.parse().unwrap(),
            None => Home::Folder(self.folder.path().to_owned()),
        }
    }

    fn restore(&self, from: &Path) -> Command {
        let mut shell = Command::new(env!("CARGO_BIN_EXE_atout"));
        shell.arg("restore").arg("--from").arg(from).arg("--data").arg(self.folder.path());
        shell.env_remove("ATOUT_LOG");
        if let Some(database) = &self.database {
            shell.env("ATOUT_DATABASE_URL", database);
        }
        shell
    }
}

fn backup(installation: &Installation, to: &Path) -> Command {
    let mut shell = installation.shell(&["backup"]);
    shell.arg("--to").arg(to);
    shell
}

/// A file that no other test writes.
fn file(folder: &Folder) -> std::path::PathBuf {
    fs::create_dir_all(folder.path()).unwrap();
    folder.join("backup.sqlite")
}

/// The goal G16: restored under another name, every table holds the same, and keys open.
#[tokio::test]
async fn what_is_restored_under_another_name_is_the_same_and_its_keys_open() {
    let (installation, elsewhere, kept) = (Installation::new().await, Elsewhere::new(), Folder::new());
    let file = file(&kept);
    done(backup(&installation, &file));
    let before = copy::contents(&installation.application.database).await.unwrap();
    let told = done(elsewhere.restore(&file));
    assert!(told.contains(&format!("rows in {} tables", before.len())), "{told}");
    let database = Database::open(&elsewhere.home()).await.unwrap();
    assert_eq!(copy::contents(&database).await.unwrap(), before);
    database.close().await;
    assert_eq!(fs::read_dir(kept.path()).unwrap().count(), 1, "a draft was left behind");

    fs::copy(installation.folder().join("keyring.json"), elsewhere.folder.join("keyring.json")).unwrap();
    let config = server::config::Config {
        data: elsewhere.folder.path().to_owned(),
        database_url: elsewhere.database.as_ref().map(|url| url.parse().unwrap()),
        ..server::config::Config::default()
    };
    let application = Application::open(config, server::clock::Clock::system()).await.unwrap();
    let store = Store::open(application).await.unwrap();
    let company = installation.company(LUMIERE).await;
    let keys = format!("SELECT key_id FROM software_keys WHERE company_id = '{company}'");
    for key in installation.texts(&keys).await {
        let key: KeyId = key.parse().unwrap();
        assert!(software::opened(&store, company.parse().unwrap(), key).await.is_ok());
    }
}

/// `deploy/restore-drill.sh`, whose folder goes into `place`.
fn drill(place: &Folder, of: &[&Path]) -> Command {
    let mut shell = Command::new("sh");
    shell.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../deploy/restore-drill.sh")).args(of);
    shell.env("ATOUT", env!("CARGO_BIN_EXE_atout")).env("TMPDIR", place.path());
    shell
}

#[tokio::test]
async fn the_drill_says_what_can_be_served_from_and_leaves_nothing_behind() {
    let (installation, other, place) = (Installation::new().await, Folder::new(), Folder::new());
    fs::create_dir_all(place.path()).unwrap();
    let (backup_file, ring) = (file(&other), installation.folder().join("keyring.json"));
    done(backup(&installation, &backup_file));
    let said = done(drill(&place, &[&backup_file, &ring]));
    assert!(said.contains("can be served from"), "{said}");

    let another_ring = other.join("another.json");
    fs::write(&another_ring, RingPlace::new_text().unwrap().expose_secret()).unwrap();
    let (code, said) = told(drill(&place, &[&backup_file, &another_ring]));
    assert_eq!(code, 1);
    assert!(said.contains("not that of the product keys"), "{said}");
    for bad in [&other.join("no backup"), &ring] {
        let (code, said) = told(drill(&place, &[bad, &ring]));
        assert!(code != 0 && !said.contains("can be served from"), "{said}");
    }
    assert_eq!(told(drill(&place, &[])).0, 2);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_is_made_while_people_write_is_whole() {
    let installation = Arc::new(Installation::new().await);
    let (kept, over) = (Folder::new(), Arc::new(AtomicBool::new(false)));
    let writing = tokio::spawn(write(Arc::clone(&installation), Arc::clone(&over)));
    for number in 0..4 {
        fs::create_dir_all(kept.path()).unwrap();
        let (file, elsewhere) = (kept.join(&format!("{number}.sqlite")), Elsewhere::new());
        let shell = backup(&installation, &file);
        tokio::task::spawn_blocking(move || done(shell)).await.unwrap();
        // The log in it is verified as it is restored.
        done(elsewhere.restore(&file));
    }
    over.store(true, Ordering::Relaxed);
    assert!(writing.await.unwrap() > 10, "hardly anybody wrote");
}

/// Reveals keys until it is over; the answer is how often.
async fn write(installation: Arc<Installation>, over: Arc<AtomicBool>) -> u32 {
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let id = installation.company(LUMIERE).await;
    let key = format!("SELECT key_id FROM software_keys WHERE company_id = '{id}'");
    let key = installation.text(&key).await;
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    let mut written = 0;
    while !over.load(Ordering::Relaxed) {
        written += 1;
        let fields = format!("key={key}&manner=shown&once=while-it-is-backed-up-{written}");
        let answer = browser.send(Request::post("/act/reveal-key"), &headers, &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    written
}

#[tokio::test]
async fn nothing_that_is_there_is_replaced() {
    let (installation, kept) = (Installation::new().await, Folder::new());
    let file = file(&kept);
    fs::write(&file, "something of value").unwrap();
    let (code, said) = told(backup(&installation, &file));
    assert!(code != 0 && said.contains("is there already"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "something of value");
    fs::remove_file(&file).unwrap();
    done(backup(&installation, &file));

    let elsewhere = Elsewhere::new();
    fs::create_dir_all(elsewhere.folder.path()).unwrap();
    fs::write(elsewhere.folder.join("notes"), "of value too").unwrap();
    let (code, said) = told(elsewhere.restore(&file));
    assert!(code != 0 && said.contains("is not empty"), "{said}");
    assert_eq!(fs::read_dir(elsewhere.folder.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn what_is_no_whole_backup_of_ours_is_not_restored() {
    let (installation, kept) = (Installation::new().await, Folder::new());
    let file = file(&kept);
    done(backup(&installation, &file));
    let whole = fs::read(&file).unwrap();
    let mut holed = whole.clone();
    holed[8_192..40_960].fill(0);
    for (bytes, fault) in [
        (&b"not a database"[..], "is not a backup"),
        (&holed, "is"),
        (&whole[..whole.len() / 2], "is"),
        (&[], "is not a backup"),
    ] {
        fs::write(&file, bytes).unwrap();
        let elsewhere = Elsewhere::new();
        let (code, said) = told(elsewhere.restore(&file));
        assert!(code != 0 && said.contains(fault), "{said}");
        assert!(!elsewhere.folder.join("atout.sqlite").exists(), "{said}");
    }
    let (code, said) = told(Elsewhere::new().restore(&kept.join("absent.sqlite")));
    assert!(code != 0 && said.contains("cannot be read"), "{said}");
}

#[tokio::test]
async fn a_copy_holds_the_same_on_the_other_engine_and_back() {
    let (installation, folder, back) = (Installation::new().await, Folder::new(), Elsewhere::new());
    let before = copy::contents(&installation.application.database).await.unwrap();
    let (there, again) = (Home::Folder(folder.path().to_owned()), back.home());
    let copied = Database::open(&there).await.unwrap();
    let contents = copy::copy(&installation.application.database, (&copied, &there)).await.unwrap();
    assert_eq!(contents, before);
    assert_eq!(copy::contents(&copied).await.unwrap(), before);
    let target = Database::open(&again).await.unwrap();
    assert_eq!(copy::copy(&copied, (&target, &again)).await.unwrap(), before);
    // Into an empty one only.
    let twice = copy::copy(&copied, (&target, &again)).await;
    assert!(matches!(twice, Err(CopyError::NotEmpty { .. })), "{twice:?}");
    assert_eq!(copy::contents(&target).await.unwrap(), before);
}

#[tokio::test]
async fn a_copy_has_every_table_and_every_row_of_each() {
    let (installation, folder) = (Installation::new().await, Folder::new());
    let there = Home::Folder(folder.path().to_owned());
    let copied = Database::open(&there).await.unwrap();
    let contents = copy::copy(&installation.application.database, (&copied, &there)).await.unwrap();
    let mut tables = installation.tables().await;
    tables.retain(|table| table != "_sqlx_migrations");
    assert_eq!(contents.keys().cloned().collect::<Vec<_>>(), tables);
    for table in &tables {
        let rows = u64::try_from(installation.count(table).await).unwrap();
        assert_eq!(contents[table].rows, rows, "{table}");
    }
}

#[tokio::test]
async fn every_change_of_a_row_is_another_content() {
    let installation = Installation::new().await;
    let database = &installation.application.database;
    let before = copy::contents(database).await.unwrap();
    installation
        .write("UPDATE companies SET name = name || ' ' WHERE mpn_id = (SELECT MIN(mpn_id) FROM companies)")
        .await;
    let after = copy::contents(database).await.unwrap();
    let changed: Vec<_> = before.keys().filter(|table| before[*table] != after[*table]).collect();
    assert_eq!(changed, ["companies"]);
}

#[tokio::test]
async fn the_shell_copies_and_tells_each_table() {
    let (installation, folder) = (Installation::new().await, Folder::new());
    let mut shell = Command::new(env!("CARGO_BIN_EXE_atout"));
    let from = installation.database.clone().unwrap_or_else(|| installation.folder().display().to_string());
    shell.args(["copy", "--from", &from, "--to"]).arg(folder.path()).env_remove("ATOUT_LOG");
    let told = done(shell);
    for (table, content) in copy::contents(&installation.application.database).await.unwrap() {
        let line = told.lines().find(|line| line.split_whitespace().next() == Some(&table)).unwrap();
        assert!(line.ends_with(&content.to_string()), "{line}");
    }
}
