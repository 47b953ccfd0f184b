//! How a server stops: it says so first, drops nothing that it has taken, and waits for nobody for ever.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream as Blocking,
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use axum::{Router, routing::get};
use tokio::{net::TcpStream, sync::Notify, time::Instant};

use super::support::{GET, Running, rest, status};
use crate::support::folder::Folder;

/// A router that answers when it is told to, and says when it was asked.
fn waiting() -> (Router, Arc<Notify>, Arc<Notify>) {
    let (asked, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (told, awaited) = (Arc::clone(&asked), Arc::clone(&go));
    let answer = move || {
        let (told, awaited) = (Arc::clone(&told), Arc::clone(&awaited));
        async move {
            told.notify_one();
            awaited.notified().await;
            "hello"
        }
    };
    (Router::new().route("/", get(answer)), asked, go)
}

#[tokio::test]
async fn a_request_in_hand_is_answered_and_no_further_one_is_taken() {
    let (router, asked, go) = waiting();
    let server = Running::begin(router, 10).await;
    let in_hand = server.sent("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    asked.notified().await;
    let idle = server.sent("").await;
    server.has_open(2).await;
    server.draining.close();
    assert_eq!(rest(idle).await, "");
    go.notify_one();
    let answer = rest(in_hand).await;
    assert!(answer.ends_with("hello"), "{answer}");
    server.served.await.unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}

#[tokio::test]
async fn while_it_is_about_to_close_it_answers_but_keeps_no_connection() {
    let server = Running::begin(Router::new().route("/", get(|| async { "hello" })), 10).await;
    server.draining.begin();
    let answer = server.answer("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    assert!(answer.contains("connection: close\r\n") && answer.ends_with("hello"), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn a_stalled_client_is_cut_off() {
    let (router, asked, _never) = waiting();
    let server = Running::begin(router, 10).await;
    let stalled = server.sent(GET).await;
    asked.notified().await;
    let begun = Instant::now();
    server.draining.close();
    server.served.await.unwrap();
    assert!(begun.elapsed() <= Duration::from_secs(8), "{:?}", begun.elapsed());
    assert_eq!(rest(stalled).await, "");
}

#[test]
fn a_process_says_that_it_is_not_ready_before_it_closes() {
    let site = Folder::client();
    let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--log-format", "json"]);
    command.arg("--data").arg(site.join("data")).arg("--site").arg(site.path());
    let mut server =
        command.env_remove("ATOUT_LOG").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut log = BufReader::new(server.stderr.take().unwrap());
    let mut line = String::new();
    let address = loop {
        line.clear();
        assert_ne!(log.read_line(&mut line).unwrap(), 0);
        if let Some((_, rest)) = line.split_once("\"address\":\"") {
            break rest.split('"').next().unwrap().to_owned();
        }
    };
    assert!(line.starts_with('{') && line.contains("\"level\":\"INFO\""), "{line}");
    assert_eq!(status(&ready(&address)), "200");
    let kill = Command::new("kill").arg("-TERM").arg(server.id().to_string()).status().unwrap();
    assert!(kill.success());
    while !line.contains("told to stop") {
        line.clear();
        assert_ne!(log.read_line(&mut line).unwrap(), 0);
    }
    let answer = ready(&address);
    assert!(status(&answer) == "503" && answer.contains("\"draining\":true"), "{answer}");
    assert_eq!(server.wait().unwrap().code(), Some(0));
}

fn ready(address: &str) -> String {
    let mut stream = Blocking::connect(address).unwrap();
    stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
