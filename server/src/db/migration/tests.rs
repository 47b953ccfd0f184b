//! Opening databases of every age, and what is refused.

mod killed;

use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Connection, any::install_default_drivers};

use super::*;
use crate::{
    db::{
        Database, Home,
        events::verification::{self, Known},
    },
    random,
};

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())))
}

/// A database that there is not yet, on the engine that the tests run on.
fn home() -> Home {
    cluster::trial::database()
        .map_or_else(|| Home::Folder(folder()), |url| Home::Server(url.parse().unwrap()))
}

#[tokio::test]
async fn two_starts_at_once_both_find_a_database_at_its_newest() {
    let home = home();
    let (one, two) = tokio::join!(Database::open(&home), Database::open(&home));
    let applied: Vec<(i64,)> = sqlx::query_as("SELECT version FROM _sqlx_migrations ORDER BY version")
        .fetch_all(one.unwrap().reader())
        .await
        .unwrap();
    assert_eq!(applied.last().map(|row| row.0), Some(newest()));
    two.unwrap().close().await;
}

#[tokio::test]
async fn a_database_that_is_newer_than_the_program_is_refused() {
    let home = home();
    let database = Database::open(&home).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (29990101000000, 'from the future', $1, $2, 0)",
    )
    .bind(true)
    .bind(vec![0_u8])
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    database.close().await;
    let refused = Database::open(&home).await.unwrap_err();
    assert!(matches!(refused, OpenError::Newer { found: 29_990_101_000_000, known } if known == newest()));
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_refused() {
    let folder = folder();
    std::fs::write(&folder, "a file where the folder should be").unwrap();
    assert!(
        matches!(Database::open(&Home::Folder(folder.clone())).await, Err(OpenError::Folder { path, .. }) if path == folder)
    );
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let folder = folder();
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("atout.sqlite");
    for bytes in [&random::bytes::<8192>()[..], b"not a database"] {
        std::fs::write(&path, bytes).unwrap();
        let refused = Database::open(&Home::Folder(folder.clone())).await.unwrap_err();
        assert!(matches!(refused, OpenError::NotADatabase { .. }), "{refused:?}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[tokio::test]
async fn a_database_of_another_program_is_refused_and_left_alone() {
    let home = home();
    let database = Database::open(&home).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    sqlx::query("DROP TABLE _sqlx_migrations").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    database.close().await;
    let file = |home: &Home| match home {
        Home::Folder(folder) => std::fs::read(folder.join("atout.sqlite")).unwrap(),
        Home::Server(_) => Vec::new(),
    };
    let before = file(&home);
    let refused = Database::open(&home).await.unwrap_err();
    assert!(matches!(refused, OpenError::Foreign { .. }), "{refused:?}");
    assert_eq!(file(&home), before);
}

#[tokio::test]
async fn readers_cannot_write_and_the_writer_waits_for_the_disk() {
    let database = Database::open(&home()).await.unwrap();
    let written = sqlx::query("DELETE FROM accounts").execute(database.reader()).await;
    assert!(written.is_err());
    let mut tx = database.begin().await.unwrap();
    let settings = match database.engine() {
        Engine::Sqlite => [
            ("SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous", "2"),
            ("SELECT CAST(foreign_keys AS TEXT) FROM pragma_foreign_keys", "1"),
            ("SELECT journal_mode FROM pragma_journal_mode", "wal"),
        ],
        Engine::Postgres => [
            ("SELECT current_setting('synchronous_commit')", "on"),
            ("SELECT current_setting('lock_timeout')", "2500ms"),
            ("SELECT current_setting('transaction_isolation')", "read committed"),
        ],
    };
    for (asked, expected) in settings {
        let set: String = sqlx::query_scalar(asked).fetch_one(&mut *tx).await.unwrap();
        assert_eq!(set, expected, "{asked}");
    }
}

/// How many migrations make the first schema.
const FIRST_MIGRATIONS: usize = 22;

/// Everything that the first schema held, as its rows were written then.
const FIRST: &str = include_str!("first.sql");

/// What was added to it since, and after how many migrations.
const LATER: &str = include_str!("later.sql");

/// A database with the first `count` migrations and rows of that time: what a program is left with that was killed between
/// two migrations, too. The answer is the statements that wrote the rows.
async fn earlier(home: &Home, count: usize) -> Vec<&'static str> {
    let mut connection = connect(home).await;
    migrate(home, &mut connection, count.min(FIRST_MIGRATIONS)).await;
    let tables: Vec<String> =
        sqlx::query_scalar(home.engine().tables()).fetch_all(&mut connection).await.unwrap();
    let is_there =
        |statement: &&str| tables.iter().any(|known| Some(&**known) == statement.split_whitespace().nth(2));
    let first: Vec<_> = statements(FIRST).filter(is_there).collect();
    write(home, &mut connection, &first).await;
    migrate(home, &mut connection, count).await;
    let later = statements(LATER).filter_map(|told| {
        let (since, statement) = told.strip_prefix("-- ")?.split_once('\n')?;
        (since.parse::<usize>().unwrap() <= count).then_some(statement)
    });
    let later: Vec<_> = later.collect();
    write(home, &mut connection, &later).await;
    connection.close().await.unwrap();
    [first, later].concat()
}

async fn migrate(home: &Home, connection: &mut AnyConnection, count: usize) {
    let migrations = of(home.engine());
    if let Some(last) = migrations.iter().take(count).next_back() {
        migrations.run_direct(Some(last.version), connection, false).await.unwrap();
    }
}

async fn write(home: &Home, connection: &mut AnyConnection, statements: &[&str]) {
    for statement in statements {
        let statement = match home.engine() {
            Engine::Sqlite => (*statement).to_owned(),
            Engine::Postgres => statement.replace(" x'", " '\\x"),
        };
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *connection).await.unwrap();
    }
}

async fn connect(home: &Home) -> AnyConnection {
    install_default_drivers();
    let url = match home {
        Home::Folder(folder) => {
            std::fs::create_dir_all(folder).unwrap();
            format!("sqlite://{}?mode=rwc", folder.join("atout.sqlite").display())
        }
        Home::Server(url) => url.expose().to_owned(),
    };
    AnyConnection::connect(&url).await.unwrap()
}

/// The rows of the table that a statement fills, in the columns that it names.
async fn rows(engine: Engine, connection: &mut AnyConnection, statement: &str) -> Vec<String> {
    let (head, _) = statement.split_once(')').unwrap();
    let (table, columns) = head.trim_start().strip_prefix("INSERT INTO ").unwrap().split_once('(').unwrap();
    let as_text = |column: &str| {
        let text = match column.trim() {
            column @ ("nonce" | "ciphertext" | "token_hash" | "digest" | "account_hash" | "address_hash"
            | "fingerprint") => match engine {
                Engine::Sqlite => format!("hex({column})"),
                Engine::Postgres => format!("encode({column}, 'hex')"),
            },
            column => format!("CAST({column} AS TEXT)"),
        };
        format!("COALESCE({text}, '-')")
    };
    let columns: Vec<_> = columns.split(',').map(as_text).collect();
    let question = format!("SELECT {} FROM {table} ORDER BY 1", columns.join(" || '|' || "));
    sqlx::query_scalar(AssertSqlSafe(question)).fetch_all(connection).await.unwrap()
}

/// What each of `statements` wrote.
async fn written(
    home: &Home,
    connection: &mut AnyConnection,
    statements: &[&'static str],
) -> Vec<(&'static str, Vec<String>)> {
    let mut written = Vec::new();
    for statement in statements {
        written.push((*statement, rows(home.engine(), connection, statement).await));
    }
    written
}

/// The statements of a file, after the line that says what it is.
fn statements(file: &'static str) -> impl Iterator<Item = &'static str> {
    let (_, inserts) = file.split_once('\n').unwrap();
    inserts.split(";\n").map(str::trim).filter(|statement| !statement.is_empty())
}

/// The goal G10: from every earlier schema, with data in it, and after a program was killed between any two migrations.
#[tokio::test]
async fn every_earlier_schema_comes_to_the_newest_with_every_row_that_it_had() {
    for count in 1..=SQLITE.iter().count() {
        let home = home();
        let statements = earlier(&home, count).await;
        let mut connection = connect(&home).await;
        let before = written(&home, &mut connection, &statements).await;
        connection.close().await.unwrap();
        for (statement, rows) in &before {
            assert!(!rows.is_empty(), "nothing by {statement}");
        }
        let database = Database::open(&home).await.unwrap();
        let mut reader = database.reader().acquire().await.unwrap();
        assert_eq!(written(&home, &mut reader, &statements).await, before, "after {count} migrations");
        let verdict = verification::verify(&mut reader, &Known::new()).await.unwrap();
        assert_eq!(verdict.broken, [], "after {count} migrations");
        drop(reader);
        database.close().await;
    }
}

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let database = Database::open(&home()).await.unwrap();
    let mut columns: Vec<String> =
        match database.engine() {
            Engine::Sqlite => sqlx::query_scalar(
                "SELECT t.name || '.' || c.name || CASE WHEN c.\"notnull\" = 1 THEN ' required' ELSE '' END
                 FROM sqlite_schema t
                 JOIN pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_%' ESCAPE '\\'",
            )
            .fetch_all(database.reader())
            .await,
            Engine::Postgres => {
                sqlx::query_scalar(
                    "SELECT CAST(table_name || '.' || column_name
                             || CASE WHEN is_nullable = 'NO' THEN ' required' ELSE '' END AS TEXT)
                 FROM information_schema.columns
                 WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_%' ESCAPE '\\'",
                )
                .fetch_all(database.reader())
                .await
            }
        }
        .unwrap();
    columns.sort();
    insta::assert_snapshot!(columns.join("\n"));
}
