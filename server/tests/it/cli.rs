//! The program at the shell: how it begins, refuses to begin, and stops.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
};

use server::db::{Database, Home};

use crate::support::folder::Folder;

struct Installation {
    site: Folder,
}

impl Installation {
    fn new() -> Self {
        Self { site: Folder::client() }
    }

    fn data(&self) -> PathBuf {
        self.site.join("data")
    }

    fn serve(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
        command.arg("serve").arg("--data").arg(self.data()).arg("--site").arg(self.site.path());
        command.args(arguments).env_remove("ATOUT_LOG").stderr(Stdio::piped());
        command
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let Output { status, stderr, .. } = self.serve(arguments).output().unwrap();
        let told = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(2), "{told}");
        assert!(!told.contains("panicked"), "{told}");
        told
    }
}

/// A server that ends with its test, however that ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn any_port() -> [&'static str; 2] {
    ["--listen", "127.0.0.1:0"]
}

#[test]
fn a_port_in_use_is_told_and_nothing_is_touched() {
    let (installation, taken) = (Installation::new(), TcpListener::bind("127.0.0.1:0").unwrap());
    let told = installation.refused(&["--listen", &taken.local_addr().unwrap().to_string()]);
    assert!(told.contains("another program is listening there"), "{told}");
    assert!(!installation.data().exists());
}

#[test]
fn a_data_folder_that_cannot_be_written_is_told() {
    let installation = Installation::new();
    fs::write(installation.data(), "a file where the folder should be").unwrap();
    let told = installation.refused(&any_port());
    assert!(told.contains("cannot be written") && told.contains("data"), "{told}");
}

#[tokio::test]
async fn a_database_that_is_newer_than_the_program_is_told_and_left_alone() {
    let installation = Installation::new();
    let database = Database::open(&Home::Folder(installation.data())).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (29990101000000, 'from the future', 1, x'00', 0)";
    sqlx::query(newer).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    database.close().await;
    let told = installation.refused(&any_port());
    assert!(told.contains("newer Atout (migration 29990101000000"), "{told}");
}

#[test]
fn a_client_that_was_not_built_is_told() {
    let installation = Installation::new();
    fs::remove_file(installation.site.join("manifest.json")).unwrap();
    let told = installation.refused(&any_port());
    assert!(told.contains("has the client been built?"), "{told}");
}

#[test]
fn a_demonstration_that_others_could_reach_is_not_begun() {
    let public = ["--listen", "127.0.0.1:0", "--public-url", "https://atout.example", "--demonstration"];
    let told = Installation::new().refused(&public);
    assert!(told.contains("--demonstration-on-a-public-address"), "{told}");
}

#[test]
fn plain_http_is_not_served_to_other_machines() {
    let told = Installation::new().refused(&["--listen", "0.0.0.0:0"]);
    assert!(told.contains("--public-url"), "{told}");
}

#[test]
fn it_begins_tells_where_the_key_ring_lies_and_stops_when_it_is_told_to() {
    let installation = Installation::new();
    let mut server = Running(installation.serve(&any_port()).spawn().unwrap());
    let told = told_until(server.0.stderr.take().unwrap(), "serving");
    assert!(told.contains("a key ring was made") && told.contains("keyring.json"), "{told}");
    let kill = Command::new("kill").arg("-TERM").arg(server.0.id().to_string()).status().unwrap();
    assert!(kill.success());
    assert_eq!(server.0.wait().unwrap().code(), Some(0));
}

#[test]
fn the_shell_is_told_where_to_go_how_to_sign_in_and_how_to_stop() {
    for (arguments, has_accounts) in [(&[][..], false), (&["--demonstration"], true)] {
        let installation = Installation::new();
        let mut command = installation.serve(&[&any_port()[..], arguments].concat());
        let mut server = Running(command.stdout(Stdio::piped()).spawn().unwrap());
        let told = told_until(server.0.stdout.take().unwrap(), "Ctrl-C");
        let open = told.split_whitespace().skip_while(|word| *word != "Open").nth(1).unwrap();
        let address = open.strip_prefix("http://").unwrap();
        assert!(TcpStream::connect(address).is_ok(), "{told}");
        assert_eq!(told.contains("by one click"), has_accounts, "{told}");
        assert!(!told.contains("Metrics"), "{told}");
    }
}

#[test]
fn the_shell_is_told_where_the_metrics_are_also_when_the_system_has_chosen_the_port() {
    let installation = Installation::new();
    let mut command = installation.serve(&[&any_port()[..], &["--metrics-listen", "127.0.0.1:0"]].concat());
    let mut server = Running(command.stdout(Stdio::piped()).spawn().unwrap());
    let told = told_until(server.0.stdout.take().unwrap(), "Ctrl-C");
    let metrics = told.split_whitespace().skip_while(|word| *word != "Metrics").nth(1).unwrap();
    let address = metrics.strip_prefix("http://").unwrap().strip_suffix("/metrics").unwrap();
    assert!(TcpStream::connect(address).is_ok(), "{told}");
}

/// What the program says until it says `word`.
fn told_until(output: impl Read, word: &str) -> String {
    let mut told = String::new();
    for line in BufReader::new(output).lines() {
        told += &(line.unwrap() + "\n");
        if told.contains(word) {
            return told;
        }
    }
    panic!("ended before {word:?}: {told}");
}
