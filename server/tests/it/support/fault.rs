//! Faults of the database: the nth thing that is asked of it cannot be done, or the commit at the end.
//!
//! On SQLite that is the nth row that is written. On PostgreSQL it is the nth statement, also one that only reads.

use server::db::Database;

use super::{Installation, wire::Wire};

/// Tables of those who test, and of those who migrate.
const BESIDES: [&str; 3] = ["_sqlx_migrations", "faults", "unkept"];

/// What fails, of what is asked since the fault was armed.
///
/// SQLite forgets the count of what is undone, so that whoever begins anew meets the same fault again. PostgreSQL goes on
/// counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The nth, from 1, and no other: what comes after it, in spite of it, can be done.
    Once(u32),
    /// The nth and all that follow.
    FromThen(u32),
    /// The commit: on SQLite that of whatever appends to the log.
    Commit,
}

/// What lets the database fail.
pub enum Traps {
    /// Triggers in the tables.
    Laid,
    /// The way of the program to the server, beside which there is a sure one.
    On { wire: Wire, sure: Database },
}

impl Installation {
    /// An installation whose database can fail, and does not yet.
    pub async fn faulty() -> Self {
        let installation = Self::new().await;
        let Some(url) = &installation.database else {
            installation.lay_traps().await;
            return Self { traps: Some(Traps::Laid), ..installation };
        };
        let (server, rest) = url.rsplit_once(':').unwrap();
        let (port, database) = rest.split_once('/').unwrap();
        let wire = Wire::to(port.parse().unwrap());
        let through = format!("{server}:{}/{database}", wire.port);
        let sure = installation.application.database.clone();
        Self { traps: Some(Traps::On { wire, sure }), ..installation.through(through).await }
    }

    async fn lay_traps(&self) {
        self.write(TRAPS).await;
        for table in self.tables().await.iter().filter(|table| !BESIDES.contains(&table.as_str())) {
            for act in ["INSERT", "UPDATE", "DELETE"] {
                self.write(&trap(table, act)).await;
            }
        }
    }

    /// Arms a fault until it is disarmed.
    pub async fn arm(&self, fault: Fault) {
        self.set_fault(Some(fault)).await;
    }

    /// Lets everything be done again.
    pub async fn disarm(&self) {
        self.set_fault(None).await;
    }

    async fn set_fault(&self, fault: Option<Fault>) {
        match &self.traps {
            Some(Traps::On { wire, .. }) => wire.arm(fault),
            Some(Traps::Laid) => {
                let (at, is_sticky, at_commit) = match fault {
                    None => (0, 0, 0),
                    Some(Fault::Once(nth)) => (nth, 0, 0),
                    Some(Fault::FromThen(nth)) => (nth, 1, 0),
                    Some(Fault::Commit) => (0, 0, 1),
                };
                self.write(&format!(
                    "UPDATE faults SET written = 0, at = {at}, is_sticky = {is_sticky}, at_commit = {at_commit}"
                ))
                .await;
            }
            None => panic!("nothing of this installation can fail"),
        }
    }

    /// Whether a fault is that of a full disk, on which nothing can be saved.
    pub fn fails_as_full(&self) -> bool {
        matches!(self.traps, Some(Traps::On { .. }))
    }

    /// How much has been asked of the database, or was about to be, since a fault was armed.
    pub async fn asked(&self) -> u32 {
        match &self.traps {
            Some(Traps::On { wire, .. }) => wire.statements(),
            _ => self.text("SELECT CAST(written AS TEXT) FROM faults").await.parse().unwrap(),
        }
    }
}

fn trap(table: &str, act: &str) -> String {
    // That a session was heard of is noted whenever it suits.
    let of = if (table, act) == ("sessions", "UPDATE") { " OF ended_at, user_id" } else { "" };
    // FAIL keeps what the statement has done so far, as ABORT would not: the count above all.
    format!(
        "CREATE TRIGGER fault_{table}_{act} BEFORE {act}{of} ON {table} BEGIN
             UPDATE faults SET written = written + 1;
             SELECT RAISE(FAIL, 'a fault') FROM faults
             WHERE written = at OR (is_sticky = 1 AND written > at);
             INSERT INTO unkept (unkept) SELECT 'nobody' FROM faults
             WHERE at_commit = 1 AND '{table}' = 'events';
         END"
    )
}

/// An account that there is not is only found out at the commit.
const TRAPS: &str = "
    CREATE TABLE faults (written INTEGER, at INTEGER, is_sticky INTEGER, at_commit INTEGER);
    INSERT INTO faults VALUES (0, 0, 0, 0);
    CREATE TABLE unkept (unkept TEXT REFERENCES accounts (account_id) DEFERRABLE INITIALLY DEFERRED);";
