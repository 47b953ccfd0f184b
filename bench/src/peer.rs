//! The page of all seats as plainly as it can be written: axum, sqlx on SQLite, and an askama template.
//!
//! Owns its statements and its words, all of them English; refuses to know the rules: what it shows was never given back.

mod page;

use std::{path::Path, sync::Arc};

use askama::Template;
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use domain::day::Instant;
use server::{
    auth::{cookie, session},
    clock::{Clock, Zone},
    random::Token,
};
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};

use crate::company::{SEATS, TIME_ZONE};
use page::{Days, Found, Pool, SeatsPage, Viewer};

/// As many as Atout has.
const CONNECTIONS: u32 = 8;

#[derive(Clone)]
struct Peer {
    database: SqlitePool,
    clock: Clock,
    zone: Arc<Zone>,
}

/// The page, and nothing else, from the database of Atout's data folder `data`.
///
/// # Errors
/// When the database cannot be opened.
pub async fn router(data: &Path, clock: Clock) -> anyhow::Result<Router> {
    let options = SqliteConnectOptions::new().filename(data.join("atout.sqlite")).read_only(true);
    let database = SqlitePoolOptions::new().max_connections(CONNECTIONS).connect_with(options).await?;
    let peer = Peer { database, clock, zone: Arc::new(Zone::named(TIME_ZONE)?) };
    Ok(Router::new().route("/benefits/visual-studio/seats", get(seats)).with_state(peer))
}

async fn seats(State(peer): State<Peer>, headers: HeaderMap) -> Response {
    match peer.page(&headers).await {
        Ok(Some(html)) => ([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response(),
        Ok(None) => StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

impl Peer {
    /// The page; none for somebody who is not signed in.
    async fn page(&self, headers: &HeaderMap) -> anyhow::Result<Option<String>> {
        let now = self.clock.now();
        let token = cookie::read(headers, cookie::session_name(false)).and_then(Token::parse);
        let Some(token) = token else { return Ok(None) };
        let Some(viewer) = self.viewer(&token, now).await? else { return Ok(None) };
        let seats = self.count(&viewer).await?;
        let pools = self.pools(&viewer).await?;
        let days = Days { zone: &self.zone, today: self.zone.day_of(now) };
        let found = self.found(&viewer).await?;
        let rows = found.into_iter().map(|found| days.row(found)).collect::<anyhow::Result<_>>()?;
        Ok(Some(SeatsPage { viewer, seats, pools, rows }.render()?))
    }

    async fn viewer(&self, token: &Token, now: Instant) -> sqlx::Result<Option<Viewer>> {
        let alive = session::alive(now);
        sqlx::query_as(
            "SELECT u.company_id, a.full_name, a.email, c.name AS company, c.mpn_id
             FROM sessions s
             JOIN accounts a ON a.account_id = s.account_id
             JOIN users u ON u.user_id = s.user_id
             JOIN companies c ON c.company_id = u.company_id
             WHERE s.token_hash = ?1
               AND s.ended_at IS NULL
               AND s.last_seen_at > ?2
               AND s.created_at > ?3",
        )
        .bind(token.hash().to_vec())
        .bind(alive.seen.as_microseconds())
        .bind(alive.begun.as_microseconds())
        .fetch_optional(&self.database)
        .await
    }

    async fn count(&self, viewer: &Viewer) -> sqlx::Result<i64> {
        sqlx::query_scalar("SELECT COUNT(*) FROM seats WHERE company_id = ?1")
            .bind(&viewer.company_id)
            .fetch_one(&self.database)
            .await
    }

    async fn pools(&self, viewer: &Viewer) -> sqlx::Result<Vec<Pool>> {
        sqlx::query_as(
            "SELECT benefit_id, product
             FROM benefits
             WHERE company_id = ?1
               AND family = 'visual-studio'
             ORDER BY product",
        )
        .bind(&viewer.company_id)
        .fetch_all(&self.database)
        .await
    }

    async fn found(&self, viewer: &Viewer) -> sqlx::Result<Vec<Found>> {
        sqlx::query_as(
            "SELECT s.seat_id, s.benefit_id, s.product, s.number, a.assigned_on, a.activated_at, c.full_name, c.email
             FROM seats s
             LEFT JOIN seat_assignments a
               ON a.seat_id = s.seat_id
              AND a.released_at IS NULL
              AND a.undone_at IS NULL
             LEFT JOIN users u ON u.user_id = a.user_id
             LEFT JOIN accounts c ON c.account_id = u.account_id
             WHERE s.company_id = ?1
             ORDER BY CASE WHEN u.search_key IS NULL THEN 1 ELSE 0 END, u.search_key, s.product, s.benefit_id, s.number
             LIMIT ?2",
        )
        .bind(&viewer.company_id)
        .bind(SEATS)
        .fetch_all(&self.database)
        .await
    }
}
