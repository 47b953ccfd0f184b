//! Connections that are slow, silent, too many, or too much.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    extract::ConnectInfo,
    routing::{get, post},
};
use tokio::{io::AsyncReadExt, time::Instant};

use super::support::{GET, Running, rest, status};
use crate::support::Installation;

fn hello() -> Router {
    Router::new().route("/", get(|| async { "hello" }))
}

#[tokio::test]
async fn silent_sockets_and_half_heads_keep_nobody_waiting() {
    let server = Running::begin(hello(), 100).await;
    let mut held = Vec::new();
    for _ in 0..30 {
        held.push(server.sent("").await);
        held.push(server.sent("GET / HTTP/1.1\r\nhost: loc").await);
    }
    server.has_open(60).await;
    for _ in 0..20 {
        let answer = server.answer(GET).await;
        assert_eq!(status(&answer), "200", "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_says_nothing_is_closed_within_ten_seconds() {
    let server = Running::begin(hello(), 10).await;
    let after_an_answer = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";
    for said in ["", "GET / HTTP/1.1\r\nhost: loc", after_an_answer] {
        let begun = Instant::now();
        let answer = server.answer(said).await;
        assert_eq!(answer.contains("hello"), said == after_an_answer, "{answer}");
        assert!(begun.elapsed() <= Duration::from_secs(10), "{:?} after {said:?}", begun.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_takes_nothing_of_an_answer_is_closed() {
    let large = Router::new().route("/", get(|| async { "x".repeat(32 * 1024 * 1024) }));
    let server = Running::begin(large, 10).await;
    let mut stream = server.sent(GET).await;
    // It takes the beginning, and nothing more.
    let mut beginning = [0; 16];
    stream.read_exact(&mut beginning).await.unwrap();
    assert_eq!(&beginning, b"HTTP/1.1 200 OK\r");
    server.has_open(1).await;
    tokio::time::sleep(Duration::from_secs(25)).await;
    server.has_open(0).await;
}

#[tokio::test]
async fn when_all_places_are_taken_the_next_one_is_told_to_come_back() {
    let server = Running::begin(hello(), 2).await;
    let held = [server.sent("GET").await, server.sent("GET").await];
    server.has_open(2).await;
    let answer = server.answer(GET).await;
    assert_eq!(status(&answer), "503", "{answer}");
    assert!(answer.contains("retry-after: 3\r\n"), "{answer}");
    drop(held);
    server.has_open(0).await;
    assert_eq!(status(&server.answer(GET).await), "200");
}

#[tokio::test]
async fn a_head_beyond_its_limits_is_refused() {
    let server = Running::begin(hello(), 10).await;
    let many = "x: 1\r\n".repeat(1_000);
    let large = format!("x: {}\r\n", "a".repeat(200_000));
    for more in [many, large] {
        let answer = server.answer(format!("GET / HTTP/1.1\r\nhost: localhost\r\n{more}\r\n")).await;
        assert_eq!(status(&answer), "431", "{}", answer.lines().next().unwrap_or_default());
    }
}

#[tokio::test]
async fn a_head_that_is_read_but_too_large_is_refused_in_words() {
    let installation = Installation::new().await;
    let server = Running::begin(installation.router(), 10).await;
    let cookies = format!("cookie: {}\r\n", "a=b; ".repeat(4_000));
    let asked = |accept| {
        format!("GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\naccept: {accept}\r\n{cookies}\r\n")
    };
    let page = server.answer(asked("text/html")).await;
    assert!(status(&page) == "431" && page.contains("<html"), "{page}");
    let value = server.answer(asked("application/json")).await;
    assert!(status(&value) == "431" && value.ends_with("\"no-form\""), "{value}");
}

#[tokio::test]
async fn a_body_without_end_is_answered_and_cut() {
    let installation = Installation::new().await;
    let server = Running::begin(installation.router(), 10).await;
    let head = "POST /act/remove-seat HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\n\
                content-type: application/x-www-form-urlencoded\r\naccept: application/json\r\n";
    let chunk = format!("4000\r\n{}\r\n", "a".repeat(0x4000));
    let bodies = [
        format!("transfer-encoding: chunked\r\n\r\n{}", chunk.repeat(6)),
        format!("content-length: 1000000000\r\n\r\n{}", "a".repeat(100_000)),
    ];
    for body in bodies {
        let answer = server.answer(format!("{head}{body}")).await;
        assert_eq!(status(&answer), "413", "{answer}");
    }
}

#[tokio::test]
async fn what_answers_knows_where_a_request_comes_from() {
    let from = |ConnectInfo(from): ConnectInfo<SocketAddr>| async move { from.ip().to_string() };
    let server = Running::begin(Router::new().route("/", get(from)), 10).await;
    assert!(server.answer(GET).await.ends_with("127.0.0.1"));
}

#[tokio::test]
async fn two_requests_in_one_go_are_both_answered() {
    let server = Running::begin(hello().route("/", post(|| async {})), 10).await;
    let answer = rest(server.sent(format!("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n{GET}")).await).await;
    assert_eq!(answer.matches("hello").count(), 2, "{answer}");
}
