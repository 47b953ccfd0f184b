//! A server of its own for each test, with nothing but sign-in.

use std::{path::Path, sync::Arc};

use app::flash::Flash;
use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use domain::{
    company::EmailAddress,
    day::Instant,
    id::{AccountId, SessionId, UserId},
};
use secrecy::SecretString;
use server::{
    application::Application,
    auth::{self, Auth, Visitor, password::Hasher},
    clock::Clock,
    config::Config,
    db::{
        Engine,
        accounts::{self, NewAccount},
        flashes,
    },
    headers, limits,
    portal::{CompanyDirectory, store::Store},
    random,
};
use sqlx::{AssertSqlSafe, Row};

pub use crate::support::browser::{Answered, Browser};
use crate::support::folder::Folder;

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery staple";
/// The start of every test's clock: 14 November 2023.
const START: Instant = Instant::from_microseconds(1_700_000_000_000_000);

/// Alice is in two companies, Bob in none.
pub struct Server {
    _folder: Folder,
    pub application: Application,
    pub alice: AccountId,
    pub alice_at: [UserId; 2],
    pub bob: AccountId,
    router: Router,
}

/// The settings that a test may choose.
#[derive(Clone, Copy, Default)]
pub struct Settings {
    pub https: bool,
    pub demonstration: bool,
}

impl Server {
    pub async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    pub async fn with(settings: Settings) -> Self {
        let folder = Folder::new();
        let settings = config(folder.path(), settings);
        let application = Application::open(settings, Clock::fixed(START)).await.unwrap();
        let router = router(&application).await;
        let [first, second] =
            [UserId::from_uuid(random::uuid(START)), UserId::from_uuid(random::uuid(START))];
        let alice = account(&application, "Alice.Martin@acme.example").await;
        let bob = account(&application, "bob@nowhere.example").await;
        place(&application, alice, first, "Acme").await;
        place(&application, alice, second, "Globex").await;
        Self { _folder: folder, application, alice, alice_at: [first, second], bob, router }
    }

    pub fn browser(&self) -> Browser {
        self.browser_at("127.0.0.1:50000")
    }

    /// A browser at another network address.
    pub fn browser_at(&self, address: &str) -> Browser {
        Browser::new(self.router.clone(), address)
    }

    /// A browser in which Alice is signed in.
    pub async fn alice(&self) -> Browser {
        let mut browser = self.browser();
        browser.sign_in("alice.martin@acme.example", PASSWORD).await;
        assert!(browser.session().is_some());
        browser
    }

    /// A statement as the engine understands it: the two write bytes differently.
    fn in_its_words(&self, statement: &str) -> String {
        match self.application.database.engine() {
            Engine::Sqlite => statement.to_owned(),
            Engine::Postgres => statement.replace(" X'", " '\\x"),
        }
    }

    /// Changes rows behind the server's back.
    pub async fn write(&self, statement: &str) {
        let mut tx = self.application.database.begin().await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(self.in_its_words(statement))).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The first column of what is asked for, as text.
    pub async fn texts(&self, question: &str) -> Vec<String> {
        let rows = sqlx::query(AssertSqlSafe(self.in_its_words(question)))
            .fetch_all(self.application.database.reader())
            .await;
        rows.unwrap().iter().map(|row| row.get(0)).collect()
    }

    /// What the log has, in its order, which between companies is that of the clock: the company, or a dash for the operator's, and the kind.
    pub async fn log(&self) -> Vec<String> {
        let each = "SELECT COALESCE(c.name, '-') || ' ' || e.kind
                    FROM events e
                    LEFT JOIN companies c ON c.company_id = e.company_id
                    ORDER BY e.at, e.position, c.name";
        self.texts(each).await
    }

    /// The flash that an answer leads to.
    pub async fn flash(&self, location: &str, session: Option<SessionId>) -> Option<Flash> {
        let id = location.split(['?', '&']).find_map(|pair| pair.strip_prefix("flash="))?;
        flashes::take(&self.application.database, id, session, self.application.clock.now()).await.unwrap()
    }
}

fn config(data: &Path, settings: Settings) -> Config {
    Config {
        data: data.to_owned(),
        database_url: cluster::trial::database().map(|url| url.parse().unwrap()),
        public_url: settings.https.then(|| "https://atout.example".parse().unwrap()),
        demonstration: settings.demonstration,
        public_demonstration: settings.demonstration,
        ..Config::default()
    }
}

/// What the acts of signing in work with.
pub async fn auth_of(application: &Application) -> Auth {
    let store = Arc::new(Store::open(application.clone()).await.unwrap());
    Auth::new(application, Arc::new(CompanyDirectory(store)))
}

async fn router(application: &Application) -> Router {
    let (auth, config) = (auth_of(application).await, Arc::clone(&application.config));
    auth::routes(auth.clone())
        .route("/", get(|visitor: Visitor| async move { format!("{visitor:?}") }))
        .layer(from_fn_with_state(auth, auth::visitor::identify))
        .layer(from_fn(limits::body))
        .layer(from_fn_with_state(Arc::clone(&config), auth::origin::guard))
        .layer(from_fn_with_state(config, headers::secure))
}

async fn account(application: &Application, email: &str) -> AccountId {
    let email = EmailAddress::parse(email).unwrap();
    let id = AccountId::from_uuid(random::uuid(START));
    let hash = Hasher::new().hash(SecretString::from(PASSWORD)).await.unwrap();
    let mut tx = application.database.begin().await.unwrap();
    let account = NewAccount { id, email: &email, full_name: "Alice Martin", operator_since: None };
    assert!(accounts::insert(&mut tx, account, START).await.unwrap());
    accounts::set_password(&mut tx, id, &hash).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A place in a company of one location.
async fn place(application: &Application, account: AccountId, user: UserId, company: &str) {
    let mut tx = application.database.begin().await.unwrap();
    for statement in [
        "INSERT INTO companies (company_id, name, mpn_id, time_zone, created_at) VALUES ($1, $3, $3, 'UTC', 0)",
        "INSERT INTO locations (location_id, company_id, name, country, created_at) VALUES ($1, $1, $3, 'FR', 0)",
        "INSERT INTO users (user_id, company_id, account_id, location_id, search_key, is_guest, invited_at,
                            accepted_at)
         VALUES ($1, $1, $2, $1, '', 0, 0, 0)",
        "INSERT INTO demonstration_accounts (user_id, position) VALUES ($1, 0)",
    ] {
        let query = sqlx::query(statement).bind(user.to_string()).bind(account.to_string()).bind(company);
        query.execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}
