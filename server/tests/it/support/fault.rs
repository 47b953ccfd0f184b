//! Faults of the database: the nth row that is written cannot be, or the commit at the end.

use server::db::Engine;

use super::Installation;

/// Tables that are written beside what is asked for, whenever it suits.
const BESIDES: [&str; 4] = ["_sqlx_migrations", "faults", "unkept", "flashes"];

/// Which writes fail, of those since the fault was armed.
///
/// SQLite forgets the count of what is undone, so that whoever begins anew meets the same fault again. PostgreSQL goes on
/// counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The nth, from 1, and no other: what is written after it, in spite of it, can be.
    ///
    /// On PostgreSQL this is the same as [`Self::FromThen`] until the transaction is undone: after a fault it lets nothing
    /// more be written in it.
    Once(u32),
    /// The nth and all that follow.
    FromThen(u32),
    /// The commit of whatever appends to the log.
    Commit,
}

impl Installation {
    /// Lays the traps, of which none is armed.
    pub async fn lay_faults(&self) {
        let laid = match self.application.database.engine() {
            Engine::Sqlite => SQLITE,
            Engine::Postgres => POSTGRES,
        };
        self.write(laid).await;
        for table in self.tables().await.iter().filter(|table| !BESIDES.contains(&table.as_str())) {
            for act in ["INSERT", "UPDATE", "DELETE"] {
                self.write(&self.trap(table, act)).await;
            }
        }
    }

    fn trap(&self, table: &str, act: &str) -> String {
        // That a session was heard of is noted whenever it suits.
        let of = if (table, act) == ("sessions", "UPDATE") { " OF ended_at, user_id" } else { "" };
        let trap = format!("CREATE TRIGGER fault_{table}_{act} BEFORE {act}{of} ON {table}");
        match self.application.database.engine() {
            // FAIL keeps what the statement has done so far, as ABORT would not: the count above all.
            Engine::Sqlite => format!(
                "{trap} BEGIN
                     UPDATE faults SET written = written + 1;
                     SELECT RAISE(FAIL, 'a fault') FROM faults
                     WHERE written = at OR (is_sticky = 1 AND written > at);
                     INSERT INTO unkept (unkept) SELECT 'nobody' FROM faults
                     WHERE at_commit = 1 AND '{table}' = 'events';
                 END"
            ),
            Engine::Postgres => format!("{trap} FOR EACH ROW EXECUTE FUNCTION fault()"),
        }
    }

    /// Arms a fault until it is disarmed.
    pub async fn arm(&self, fault: Fault) {
        let (at, is_sticky, at_commit) = match fault {
            Fault::Once(nth) => (nth, 0, 0),
            Fault::FromThen(nth) => (nth, 1, 0),
            Fault::Commit => (0, 0, 1),
        };
        self.set_fault(at, is_sticky, at_commit).await;
    }

    /// Lets everything be written again.
    pub async fn disarm(&self) {
        self.set_fault(0, 0, 0).await;
    }

    async fn set_fault(&self, at: u32, is_sticky: u8, at_commit: u8) {
        let set = format!("UPDATE faults SET at = {at}, is_sticky = {is_sticky}, at_commit = {at_commit}");
        let count = match self.application.database.engine() {
            Engine::Sqlite => "UPDATE faults SET written = 0",
            Engine::Postgres => "SELECT setval('written', 1, FALSE)",
        };
        self.write(&format!("{set}; {count}")).await;
    }

    /// How many rows have been written, or were about to be, since a fault was armed.
    pub async fn written(&self) -> u32 {
        let written = match self.application.database.engine() {
            Engine::Sqlite => "SELECT CAST(written AS TEXT) FROM faults",
            Engine::Postgres => {
                "SELECT CAST(CASE WHEN is_called THEN last_value ELSE 0 END AS TEXT) FROM written"
            }
        };
        self.text(written).await.parse().unwrap()
    }
}

/// An account that there is not is only found out at the commit.
const SQLITE: &str = "
    CREATE TABLE faults (written INTEGER, at INTEGER, is_sticky INTEGER, at_commit INTEGER);
    INSERT INTO faults VALUES (0, 0, 0, 0);
    CREATE TABLE unkept (unkept TEXT REFERENCES accounts (account_id) DEFERRABLE INITIALLY DEFERRED);";

/// A sequence goes on counting, whatever is undone.
const POSTGRES: &str = "
    CREATE SEQUENCE written;
    CREATE TABLE faults (at BIGINT, is_sticky BIGINT, at_commit BIGINT);
    INSERT INTO faults VALUES (0, 0, 0);
    CREATE TABLE unkept (unkept TEXT REFERENCES accounts (account_id) DEFERRABLE INITIALLY DEFERRED);
    CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        armed faults;
        nth BIGINT := nextval('written');
    BEGIN
        SELECT * INTO armed FROM faults;
        IF nth = armed.at OR (armed.is_sticky = 1 AND nth > armed.at) THEN
            RAISE EXCEPTION 'a fault';
        END IF;
        IF armed.at_commit = 1 AND TG_TABLE_NAME = 'events' THEN
            INSERT INTO unkept VALUES ('nobody');
        END IF;
        RETURN COALESCE(NEW, OLD);
    END
    $$;";
