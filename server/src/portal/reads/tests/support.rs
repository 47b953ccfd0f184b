//! A small installation, filled by plain statements.

use std::sync::Arc;

use domain::{
    day::Instant,
    id::{BenefitId, SeatId, UserId},
    language::Language,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    application::Application,
    auth::Visitor,
    catalogue,
    clock::Clock,
    config::Config,
    db::{Engine, sessions::Session},
    portal::{reads::Visit, store::Store},
    random,
};

pub(super) const ELISE: &str = "a1";
pub(super) const MARC: &str = "a2";
pub(super) const INES: &str = "a3";
pub(super) const PAUL: &str = "a5";
pub(super) const BIRCH: &str = "b1";

pub(super) fn user(id: &str) -> UserId {
    text(id).parse().unwrap()
}

pub(super) fn benefit(id: &str) -> BenefitId {
    text(id).parse().unwrap()
}

pub(super) fn seat(id: &str) -> SeatId {
    text(id).parse().unwrap()
}

fn text(id: &str) -> String {
    format!("00000000-0000-7000-8000-{id:0>12}")
}

/// The installation of `acme.sql`, at noon of 14 May 2026 in Paris.
pub(super) async fn acme() -> Arc<Store> {
    let folder = std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())));
    let config = Config {
        data: folder,
        database_url: cluster::trial::database().map(|url| url.parse().unwrap()),
        demonstration: true,
        ..Config::default()
    };
    let noon: jiff::Timestamp = "2026-05-14T10:00:00Z".parse().unwrap();
    let clock = Clock::fixed(Instant::from_microseconds(noon.as_microsecond()));
    let application = Application::open(config, clock).await.unwrap();
    let mut tx = application.database.begin().await.unwrap();
    let acme = match application.database.engine() {
        Engine::Sqlite => include_str!("acme.sql").to_owned(),
        // The engines write bytes differently.
        Engine::Postgres => include_str!("acme.sql").replace(" x'", " '\\x"),
    };
    sqlx::raw_sql(AssertSqlSafe(acme)).execute(&mut *tx).await.unwrap();
    let document = serde_json::to_string(&catalogue::read(catalogue::BUILT_IN).unwrap()).unwrap();
    sqlx::query("INSERT INTO catalogues (catalogue_id, programme, version, document, loaded_at) VALUES ('c', 'p', 'v', $1, 1)")
        .bind(document)
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    Arc::new(Store::open(application).await.unwrap())
}

/// A visit of nobody who is known.
pub(super) fn stranger(store: &Arc<Store>) -> Visit {
    Visit::new(Arc::clone(store), Visitor::default())
}

/// A visit of one of the people of `acme.sql`, who reads French; of an operator, who belongs to no company.
pub(super) fn visit(store: &Arc<Store>, id: Option<&str>) -> Visit {
    let session = Session {
        session_id: domain::id::SessionId::from_uuid(Uuid::nil()),
        account_id: text(&format!("acc{}", id.unwrap_or("a1"))).parse().unwrap(),
        user_id: id.map(user),
        email: "visitor@acme.example".to_owned(),
        full_name: "Visitor".to_owned(),
        language: None,
        operator: id.is_none(),
        signed_in_at: store.clock().now(),
        last_seen_at: store.clock().now(),
    };
    let visitor = Visitor { session: Some(session), language: Language::French, ..Visitor::default() };
    Visit::new(Arc::clone(store), visitor)
}
