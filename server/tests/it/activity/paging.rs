//! Pages of the log: all entries of the company, each once, whatever is logged meanwhile.

use app::portal::ActivityPage;

use super::{LUMIERE, act, fill, log, said};
use crate::support::{Installation, browser::Browser};

/// The addresses of the pages from the newest to the oldest, with what each of them lists.
async fn walked(browser: &mut Browser) -> Vec<ActivityPage> {
    let mut pages = vec![log(browser, "act=all").await];
    while let Some(place) = pages.last().and_then(|page: &ActivityPage| page.older) {
        pages.push(log(browser, &format!("act=all&before={place}")).await);
    }
    pages
}

#[tokio::test]
async fn every_entry_of_the_company_is_on_one_page_and_no_other_is() {
    let installation = Installation::new().await;
    // All at the same instant.
    fill(&installation, 130).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pages = walked(&mut browser).await;
    let listed: usize = pages.iter().map(|page| page.rows.len()).sum();
    let company = installation.company(LUMIERE).await;
    let logged = installation.count(&format!("events WHERE company_id = '{company}'")).await;
    assert_eq!(i64::try_from(listed).unwrap(), logged);
    assert!(pages.iter().rev().skip(1).all(|page| page.rows.len() == 50));
    let times: Vec<_> = pages[2..].iter().flat_map(|page| &page.rows).map(|row| &row.at).collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older), "the newest is first");
    assert_eq!(pages[0].newer, None);
}

#[tokio::test]
async fn the_way_back_leads_over_the_same_pages() {
    let installation = Installation::new().await;
    fill(&installation, 130).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pages = walked(&mut browser).await;
    for (newer, older) in pages.iter().zip(&pages[1..]) {
        let back = log(&mut browser, &format!("act=all&after={}", older.newer.unwrap())).await;
        assert_eq!(said(&back.rows), said(&newer.rows));
        assert_eq!(back.older, newer.older);
    }
}

#[tokio::test]
async fn what_is_logged_meanwhile_moves_no_page() {
    let installation = Installation::new().await;
    fill(&installation, 130).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let older = log(&mut browser, "").await.older.unwrap();
    let before = log(&mut browser, &format!("before={older}")).await;
    assert_eq!(act(&mut browser, "export-activity", "").await.status, 200);
    let after = log(&mut browser, &format!("before={older}")).await;
    assert_eq!((before.rows, before.older, before.newer), (after.rows, after.older, after.newer));
}

#[tokio::test]
async fn more_than_are_counted_are_said_to_be_more() {
    let installation = Installation::new().await;
    fill(&installation, 1_000).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let page = log(&mut browser, "").await;
    assert_eq!((page.matching, page.most_counted), (None, 1_000));
}
