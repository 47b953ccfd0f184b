//! Faults of the database: the nth row that is written cannot be, or the commit at the end.

use server::db::Engine;

use super::Installation;

/// Tables that are written beside a command, whenever it suits.
const BESIDES: [&str; 4] = ["_sqlx_migrations", "faults", "sessions", "flashes"];

/// Which writes fail.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// The nth, from 1.
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
        let trap = format!("CREATE TRIGGER fault_{table}_{act} BEFORE {act} ON {table}");
        match self.application.database.engine() {
            Engine::Sqlite => format!(
                "{trap} BEGIN
                     UPDATE faults SET written = written + 1;
                     SELECT RAISE(ABORT, 'a fault') FROM faults
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
        let armed = format!("written = 0, at = {at}, is_sticky = {is_sticky}, at_commit = {at_commit}");
        self.write(&format!("UPDATE faults SET {armed}")).await;
    }

    /// Lets everything be written again.
    pub async fn disarm(&self) {
        self.write("UPDATE faults SET written = 0, at = 0, is_sticky = 0, at_commit = 0").await;
    }
}

/// An account that there is not is only found out at the commit.
const SQLITE: &str = "
    CREATE TABLE faults (written INTEGER, at INTEGER, is_sticky INTEGER, at_commit INTEGER);
    INSERT INTO faults VALUES (0, 0, 0, 0);
    CREATE TABLE unkept (unkept TEXT REFERENCES accounts (account_id) DEFERRABLE INITIALLY DEFERRED);";

const POSTGRES: &str = "
    CREATE TABLE faults (written BIGINT, at BIGINT, is_sticky BIGINT, at_commit BIGINT);
    INSERT INTO faults VALUES (0, 0, 0, 0);
    CREATE TABLE unkept (unkept TEXT REFERENCES accounts (account_id) DEFERRABLE INITIALLY DEFERRED);
    CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        armed faults;
    BEGIN
        UPDATE faults SET written = written + 1 RETURNING * INTO armed;
        IF armed.written = armed.at OR (armed.is_sticky = 1 AND armed.written > armed.at) THEN
            RAISE EXCEPTION 'a fault';
        END IF;
        IF armed.at_commit = 1 AND TG_TABLE_NAME = 'events' THEN
            INSERT INTO unkept VALUES ('nobody');
        END IF;
        RETURN COALESCE(NEW, OLD);
    END
    $$;";
