//! The demonstration as an installation of its own for each test: copied, not filled, and gone afterwards.
//!
//! They run on SQLite, or on PostgreSQL when `ATOUT_TEST_ENGINE` says so: `cargo xtask test` runs them on both.

pub mod addresses;
pub mod browser;
pub mod cast;
pub mod contents;
pub mod fault;
pub mod folder;
pub mod page;
pub mod template;
pub mod wire;

use std::{path::Path, process::Command, sync::Arc};

use axum::Router;
use domain::{day::Instant, id::UserId};
use server::{
    application::Application,
    assets::Assets,
    auth::{Device, Oneself, session},
    clock::Clock,
    config::Config,
    db::Database,
    portal::{door::Caller, store::Store},
    router,
};
use sqlx::{AssertSqlSafe, Row};

use self::{browser::Browser, fault::Traps, folder::Folder};

/// The start of every clock: noon of 15 November 2023 in Paris.
const NOON: Instant = Instant::from_microseconds(1_700_046_000_000_000);

/// An installation with the demonstration in it.
pub struct Installation {
    folder: Folder,
    /// The address of the database, where it is not in the folder.
    pub database: Option<String>,
    pub application: Application,
    pub store: Arc<Store>,
    router: Router,
    traps: Option<Traps>,
}

impl Installation {
    pub async fn new() -> Self {
        Self::after_days(0).await
    }

    /// The installation so many days after it was filled.
    pub async fn after_days(days: i64) -> Self {
        Self::with(days, Assets::default()).await
    }

    /// The installation that serves a client too.
    pub async fn with_client(client: Assets) -> Self {
        Self::with(0, client).await
    }

    /// The installation in a folder in which something was changed before it was opened.
    pub async fn prepared(prepare: impl FnOnce(&Path)) -> Self {
        let copy = template::copy().await;
        prepare(copy.0.path());
        Self::of(copy, 0, Assets::default()).await
    }

    async fn with(days: i64, assets: Assets) -> Self {
        Self::of(template::copy().await, days, assets).await
    }

    async fn of((folder, database): (Folder, Option<String>), days: i64, assets: Assets) -> Self {
        let clock = Clock::fixed(NOON.plus_seconds(days * 86_400));
        let application = Application::open(config(folder.path(), database.clone()), clock).await.unwrap();
        let store = Arc::new(Store::open(application.clone()).await.unwrap());
        let router = router::router_of(&application, Arc::clone(&store), Arc::new(assets));
        Self { folder, database, application, store, router, traps: None }
    }

    /// The same with its database reached by another address.
    async fn through(self, url: String) -> Self {
        let through = Self::of((self.folder, Some(url)), 0, Assets::default()).await;
        Self { database: self.database, ..through }
    }

    /// What answers.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// A browser of nobody who is known.
    pub fn browser(&self) -> Browser {
        self.browser_at("127.0.0.1:50000")
    }

    /// The same, at another network address.
    pub fn browser_at(&self, address: &str) -> Browser {
        Browser::new(self.router.clone(), address)
    }

    /// A browser in which a person is signed in: with a session, but without the time that hashing takes.
    pub async fn browser_of(&self, caller: Caller) -> Browser {
        self.browser_with(caller, Some(caller.user)).await
    }

    /// The same, with a company on screen or none.
    pub async fn browser_with(&self, caller: Caller, user: Option<UserId>) -> Browser {
        let mut tx = self.application.database.begin().await.unwrap();
        let now = self.application.clock.now();
        let oneself = Oneself { account: caller.account, user };
        let begun = session::begin(&mut tx, oneself, Device::default(), now).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = self.browser();
        browser.cookies.insert("atout-session".to_owned(), begun.token.expose().to_owned());
        browser
    }

    /// The database, by a way on which nothing fails.
    fn sure(&self) -> &Database {
        match &self.traps {
            Some(Traps::On { sure, .. }) => sure,
            _ => &self.application.database,
        }
    }

    /// Changes rows behind the server's back.
    pub async fn write(&self, statement: &str) {
        let mut tx = self.sure().begin().await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The first column of what is asked for, as text.
    pub async fn texts(&self, question: &str) -> Vec<String> {
        let rows = sqlx::query(AssertSqlSafe(question)).fetch_all(self.sure().reader()).await;
        rows.unwrap().iter().map(|row| row.get(0)).collect()
    }

    /// The first text of what is asked for.
    pub async fn text(&self, question: &str) -> String {
        self.texts(question).await.into_iter().next().unwrap_or_else(|| panic!("nothing: {question}"))
    }

    /// How many rows there are of what is asked for.
    pub async fn count(&self, rows: &str) -> i64 {
        let question = format!("SELECT COUNT(*) FROM {rows}");
        sqlx::query_scalar(AssertSqlSafe(question)).fetch_one(self.sure().reader()).await.unwrap()
    }

    /// The program at the shell, with one of its commands for this installation.
    pub fn shell(&self, command: &[&str]) -> Command {
        let mut shell = Command::new(env!("CARGO_BIN_EXE_atout"));
        shell.args(command).arg("--data").arg(self.folder.path()).env_remove("ATOUT_LOG");
        if let Some(database) = &self.database {
            shell.env("ATOUT_DATABASE_URL", database);
        }
        shell
    }

    /// The folder of the database.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

fn config(data: &Path, database: Option<String>) -> Config {
    Config {
        data: data.to_owned(),
        database_url: database.map(|url| url.parse().unwrap()),
        demonstration: true,
        ..Config::default()
    }
}
