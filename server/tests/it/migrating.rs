//! Two programs that are started at once on a database of an earlier version (G10): both come to serve, at the newest, and
//! no row is lost.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

use server::db::{Database, Engine, Home, migration};
use sqlx::{AnyConnection, AssertSqlSafe, Connection, any::install_default_drivers, migrate::Migrator};

use crate::support::folder::Folder;

/// How many migrations make the first schema.
const FIRST_MIGRATIONS: usize = 22;
const FIRST: &str = include_str!("../../src/db/migration/first.sql");

/// An installation as the first program left it.
struct Old {
    site: Folder,
    home: Home,
    database: Option<String>,
}

impl Old {
    async fn new() -> Self {
        let (site, database) = (Folder::client(), cluster::trial::database());
        std::fs::create_dir_all(site.join("data")).unwrap();
        let home = match &database {
            Some(url) => url.parse().unwrap(),
            None => Home::Folder(site.join("data")),
        };
        let old = Self { site, home, database };
        old.fill().await;
        old
    }

    async fn fill(&self) {
        install_default_drivers();
        let mut connection = AnyConnection::connect(&self.address()).await.unwrap();
        let (folder, rows) = match self.home.engine() {
            Engine::Sqlite => ("migrations/sqlite", FIRST.to_owned()),
            Engine::Postgres => ("migrations/postgres", FIRST.replace(" x'", " '\\x")),
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let migrator = Migrator::new(folder).await.unwrap();
        let last = migrator.iter().nth(FIRST_MIGRATIONS - 1).unwrap().version;
        migrator.run_direct(Some(last), &mut connection, false).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(rows)).execute(&mut connection).await.unwrap();
        // It is no demonstration, and its programme was one that can be read.
        let own = "DELETE FROM demonstration_accounts; DELETE FROM catalogues";
        sqlx::raw_sql(own).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// How many rows each table has that the first program filled.
    async fn rows(&self) -> BTreeMap<&'static str, i64> {
        let mut connection = AnyConnection::connect(&self.address()).await.unwrap();
        let mut rows = BTreeMap::new();
        let tables = FIRST.lines().filter_map(|line| line.strip_prefix("INSERT INTO "));
        for table in tables.filter_map(|line| line.split(' ').next()) {
            let count = format!("SELECT COUNT(*) FROM {table}");
            let count = sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&mut connection).await.unwrap();
            rows.insert(table, count);
        }
        connection.close().await.unwrap();
        rows
    }

    /// The address of the database.
    fn address(&self) -> String {
        let file = self.site.join("data").join("atout.sqlite");
        self.database.clone().unwrap_or_else(|| format!("sqlite://{}?mode=rwc", file.display()))
    }

    fn start(&self) -> Running {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--log-format", "json"]);
        command.arg("--data").arg(self.site.join("data")).arg("--site").arg(self.site.path());
        if let Some(url) = &self.database {
            command.env("ATOUT_DATABASE_URL", url);
        }
        Running(command.env_remove("ATOUT_LOG").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap())
    }
}

/// A program that ends with its test, however that ends.
struct Running(Child);

impl Running {
    /// The address that it serves, once it does.
    fn address(&mut self) -> String {
        let mut told = String::new();
        for line in BufReader::new(self.0.stderr.take().unwrap()).lines() {
            let line = line.unwrap();
            if let Some((_, rest)) = line.split_once("\"address\":\"") {
                return rest.split('"').next().unwrap().to_owned();
            }
            told += &(line + "\n");
        }
        panic!("ended before it served: {told}");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn ready(address: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[tokio::test]
async fn two_programs_that_start_at_once_on_an_old_database_both_serve_the_newest() {
    // Each time, they meet at another place.
    for _ in 0..3 {
        let old = Old::new().await;
        let before = old.rows().await;
        assert!(before["events"] > 1 && before["software_keys"] > 1, "{before:?}");
        let mut programs = [old.start(), old.start()];
        for program in &mut programs {
            let answer = ready(&program.address());
            assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        }
        drop(programs);
        assert_eq!(old.rows().await, before);
        let database = Database::open(&old.home).await.unwrap();
        let applied: Vec<i64> = sqlx::query_scalar("SELECT version FROM _sqlx_migrations ORDER BY version")
            .fetch_all(database.reader())
            .await
            .unwrap();
        assert_eq!(applied.last(), Some(&migration::newest()));
        database.close().await;
    }
}
