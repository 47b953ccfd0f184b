//! That the two pages are worth comparing.

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use domain::day::Instant;
use server::random::{self, Token};
use tower::ServiceExt;

use super::*;

/// Noon of 14 May 2026 in Paris.
const NOON: Instant = Instant::from_microseconds(1_778_752_800_000_000);

async fn page(router: Router, cookie: &str) -> (StatusCode, String) {
    let request = Request::get("/benefits/visual-studio/seats?size=500")
        .header(header::COOKIE, format!("atout-session={cookie}"))
        .body(Body::empty())
        .unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), 4_000_000).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

/// The texts and the links of the table's rows, in order.
fn said(page: &str) -> Vec<String> {
    let rows = page.split_once("<tbody>").unwrap().1.split_once("</tbody>").unwrap().0;
    let pieces = rows.split('<').filter_map(|piece| piece.split_once('>'));
    let linked = |tag: &str| tag.split_once("href=\"").map(|(_, rest)| rest.trim_end_matches('"').to_owned());
    let said = pieces.flat_map(|(tag, text)| [linked(tag), Some(text.trim().to_owned())]);
    said.flatten().filter(|text| !text.is_empty()).collect()
}

/// The company with a few holders, in a folder of its own, and the session of its admin.
async fn founded() -> (PathBuf, Application, Token) {
    let name = format!("atout-bench-{}", random::hexadecimal(&random::bytes::<8>()));
    let data = std::env::temp_dir().join(name);
    let application = Application::open(config(data.clone()), Clock::fixed(NOON)).await.unwrap();
    let token = company::found(&application, 9).await.unwrap();
    (data, application, token)
}

#[tokio::test]
async fn both_pages_say_the_same() {
    let (data, application, token) = founded().await;
    let atout = atout(&application, Assets::languages()).await.unwrap();
    let peer = peer::router(&data, application.clock.clone()).await.unwrap();

    let (status, ours) = page(atout, token.expose()).await;
    assert_eq!(status, StatusCode::OK);
    let (status, theirs) = page(peer.clone(), token.expose()).await;
    assert_eq!(status, StatusCode::OK, "{theirs}");
    assert_eq!(ours.matches("<tr class=\"table__row\">").count(), 500);
    assert_eq!(said(&theirs), said(&ours));
    for text in ["Assigned, waiting for sign-in", "Activated", "Nobody", "in ", " days ago", "At once"] {
        assert!(said(&theirs).iter().any(|said| said.contains(text)), "{text}");
    }

    assert_eq!(page(peer, "nobody").await.0, StatusCode::UNAUTHORIZED);
    std::fs::remove_dir_all(data).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_that_are_drawn_at_once_do_not_mix() {
    let (data, application, token) = founded().await;
    let router = atout(&application, Assets::languages()).await.unwrap();
    let (_, alone) = page(router.clone(), token.expose()).await;
    // Four at once never wait for a connection to the database.
    let reader = || {
        let (router, token, length) = (router.clone(), token.clone(), alone.len());
        tokio::spawn(async move {
            for _ in 0..4 {
                let (status, page) = page(router.clone(), token.expose()).await;
                assert_eq!((status, page.len()), (StatusCode::OK, length));
            }
        })
    };
    for reader in [reader(), reader(), reader(), reader()] {
        reader.await.unwrap();
    }
    std::fs::remove_dir_all(data).unwrap();
}
