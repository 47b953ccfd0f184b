//! A program that dies in the middle of a migration (G10): what it leaves is what was there before, and the next start goes
//! on from there.

use std::{
    env,
    os::unix::process::ExitStatusExt,
    process::{Command, Stdio},
};

use sqlx::Executor;

use super::*;

/// Tells this test, begun again as a program of its own, where to die.
const DEATH: &str = "ATOUT_TEST_DEATH";
/// The signal of a program that aborts.
const ABORTED: i32 = 6;

/// The statements of a migration, each by itself. Bodies of triggers and functions have statements of their own.
fn parts(migration: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_within = false;
    for line in migration.lines().filter(|line| !line.trim_start().starts_with("--")) {
        let Some(part) = parts.last_mut() else { break };
        part.push_str(line);
        part.push('\n');
        is_within = match line.trim() {
            "BEGIN" => true,
            "END;" | "$$;" => false,
            _ => is_within,
        };
        if line.ends_with(';') && !is_within {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Where a program is to die: after so many statements of the migration of this version.
struct Death {
    version: i64,
    after: usize,
}

impl Death {
    /// Runs the program that dies there.
    fn befall(&self, home: &Home) {
        let place = match home {
            Home::Folder(folder) => folder.display().to_string(),
            Home::Server(url) => url.expose().to_owned(),
        };
        let (_, module) = module_path!().split_once("::").unwrap();
        let died = Command::new(env::current_exe().unwrap())
            .args(["--exact", &format!("{module}::whoever_dies_in_a_migration_leaves_what_was_there_before")])
            .env(DEATH, format!("{} {} {place}", self.version, self.after))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(died.signal(), Some(ABORTED), "after {} statements of {}", self.after, self.version);
    }

    /// Does what sqlx does with a migration, as far as the place, and dies.
    async fn come(told: &str) {
        let mut told = told.splitn(3, ' ');
        let mut next = || told.next().unwrap();
        let death = Self { version: next().parse().unwrap(), after: next().parse().unwrap() };
        let home: Home = next().parse().unwrap();
        let mut connection = connect(&home).await;
        connection.execute(home.engine().writer_settings()).await.unwrap();
        if home.engine() == Engine::Sqlite {
            // What is not committed comes to the file as well.
            connection.execute("PRAGMA cache_size = 1; PRAGMA cache_spill = 1").await.unwrap();
        }
        let migration = of(home.engine()).iter().find(|known| known.version == death.version).unwrap();
        let mut tx = connection.begin().await.unwrap();
        for part in parts(migration.sql.as_str()).into_iter().take(death.after) {
            sqlx::raw_sql(AssertSqlSafe(part)).execute(&mut *tx).await.unwrap();
        }
        std::process::abort();
    }
}

/// The schema, and every row that the statements wrote.
async fn everything(home: &Home, statements: &[&'static str]) -> Vec<String> {
    let mut connection = connect(home).await;
    let schema = match home.engine() {
        Engine::Sqlite => "SELECT COALESCE(sql, name) FROM sqlite_schema ORDER BY 1",
        Engine::Postgres => {
            "SELECT CAST(table_name || '.' || column_name || is_nullable AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema()
             UNION ALL SELECT CAST(indexdef AS TEXT) FROM pg_indexes WHERE schemaname = current_schema()
             UNION ALL SELECT CAST(conname AS TEXT) FROM pg_constraint
             UNION ALL SELECT CAST(tgname AS TEXT) || CAST(tgenabled AS TEXT) FROM pg_trigger
             ORDER BY 1"
        }
    };
    let mut everything: Vec<String> = sqlx::query_scalar(schema).fetch_all(&mut connection).await.unwrap();
    let written = written(home, &mut connection, statements).await;
    everything.extend(written.into_iter().flat_map(|(_, rows)| rows));
    if tables(&mut connection, home).await.iter().any(|table| table == TABLE) {
        let applied = "SELECT CAST(version AS TEXT) FROM _sqlx_migrations ORDER BY version";
        everything.extend(sqlx::query_scalar::<_, String>(applied).fetch_all(&mut connection).await.unwrap());
    }
    connection.close().await.unwrap();
    everything
}

async fn tables(connection: &mut AnyConnection, home: &Home) -> Vec<String> {
    sqlx::query_scalar(home.engine().tables()).fetch_all(connection).await.unwrap()
}

#[tokio::test]
async fn whoever_dies_in_a_migration_leaves_what_was_there_before() {
    if let Ok(told) = env::var(DEATH) {
        return Death::come(&told).await;
    }
    for (count, migration) in SQLITE.iter().enumerate() {
        let home = home();
        let statements = earlier(&home, count).await;
        let migration = of(home.engine()).iter().find(|known| known.version == migration.version).unwrap();
        assert!(!migration.no_tx, "{} is not whole", migration.version);
        let mut connection = connect(&home).await;
        let rows_before = written(&home, &mut connection, &statements).await;
        connection.close().await.unwrap();
        let before = everything(&home, &statements).await;
        for after in 0..=parts(migration.sql.as_str()).len() {
            Death { version: migration.version, after }.befall(&home);
            assert_eq!(
                everything(&home, &statements).await,
                before,
                "after {after} statements of {}",
                migration.version
            );
        }
        let database = Database::open(&home).await.unwrap();
        let mut reader = database.reader().acquire().await.unwrap();
        let rows = written(&home, &mut reader, &statements).await;
        assert_eq!(rows, rows_before, "after {}", migration.version);
        let applied: i64 = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
            .fetch_one(&mut *reader)
            .await
            .unwrap();
        assert_eq!(applied, newest());
        drop(reader);
        database.close().await;
    }
}

#[test]
fn the_parts_of_a_migration_are_all_of_it() {
    let mut several = 0;
    for migration in Engine::ALL.into_iter().flat_map(|engine| of(engine).iter()) {
        let (parts, whole) = (parts(migration.sql.as_str()), migration.sql.as_str());
        several += usize::from(parts.len() > 1);
        let told: Vec<_> = whole.lines().filter(|line| !line.starts_with("--")).collect();
        assert_eq!(parts.concat().trim(), told.join("\n").trim());
        for part in parts {
            assert!(part.trim_end().ends_with(';'), "{part}");
        }
    }
    assert!(several > 10, "{several}");
}
