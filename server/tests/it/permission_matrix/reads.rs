//! The reads, by everybody.

use std::collections::BTreeSet;

use app::{
    api::Ask,
    portal::{BenefitQuery, PeopleQuery, SeatQuery},
};
use domain::{
    programme::Family,
    role::{Action, Role::GlobalAdmin},
};

use super::Objects;
use crate::support::{
    Installation,
    cast::{ATELIER, LUMIERE},
};

/// Every read that there is, about what is in `objects`.
fn asks(objects: &Objects) -> Vec<Ask> {
    let pool = objects.pool.parse().unwrap();
    let mut asks = vec![
        Ask::Frame,
        Ask::SignIn,
        Ask::Invitation { token: "a".repeat(64) },
        Ask::Dashboard,
        Ask::Flash { id: "b".repeat(64) },
        Ask::Seats(SeatQuery { pool: Some(pool), ..SeatQuery::default() }),
        Ask::People(PeopleQuery { benefit: pool, text: "elise".to_owned() }),
    ];
    for family in Family::ALL {
        let open = Some(objects.benefits[family.code()].parse().unwrap());
        asks.push(Ask::Benefits(family, BenefitQuery { open, ..BenefitQuery::default() }));
    }
    assert_eq!(asks.iter().map(name).collect::<BTreeSet<_>>(), BTreeSet::from(Ask::NAMES));
    asks
}

fn name(ask: &Ask) -> &'static str {
    match ask {
        Ask::Frame => "frame",
        Ask::SignIn => "sign-in",
        Ask::Invitation { .. } => "invitation",
        Ask::Dashboard => "dashboard",
        Ask::Flash { .. } => "flash",
        Ask::Benefits(..) => "benefits",
        Ask::Seats(_) => "seats",
        Ask::People(_) => "people",
    }
}

/// Whether a read is for everybody, signed in or not.
fn is_public(ask: &Ask) -> bool {
    matches!(name(ask), "frame" | "sign-in" | "invitation" | "flash")
}

/// Whether a read names something of a company.
fn is_about(ask: &Ask) -> bool {
    matches!(name(ask), "benefits" | "seats" | "people")
}

#[tokio::test]
async fn every_active_user_reads_the_company_s_pages_and_who_assigns_its_people() {
    let installation = Installation::new().await;
    let own = Objects::of(&installation, LUMIERE, None).await;
    let (other, absent) = (Objects::of(&installation, ATELIER, None).await, Objects::absent());
    let policy = domain::policy::Policy::default();
    for (role, person) in installation.hatted(LUMIERE).await {
        let mut browser = installation.browser_of(person).await;
        let assigns = role.is_some_and(|role| role.allows(Action::AssignBenefits, &policy));
        assert_eq!(assigns, role == Some(GlobalAdmin));
        for ((ask, foreign), nothing) in asks(&own).iter().zip(asks(&other)).zip(asks(&absent)) {
            let answer = browser.get(&ask.href()).await;
            let (foreign, nothing) = (browser.get(&foreign.href()).await, browser.get(&nothing.href()).await);
            let (here, elsewhere) = match name(ask) {
                "people" if assigns => (200, 404),
                "people" => (403, 403),
                _ => (200, 200),
            };
            assert_eq!((answer.status, foreign.status), (here, elsewhere), "{role:?} {}", ask.href());
            assert_eq!((foreign.status, &foreign.body), (nothing.status, &nothing.body), "{}", ask.href());
            let tells = is_about(ask) && here == 200;
            assert_eq!(answer.body != nothing.body, tells, "{role:?} {}", ask.href());
        }
    }
}

#[tokio::test]
async fn who_has_no_place_in_the_company_reads_nothing_of_it() {
    let installation = Installation::new().await;
    let own = Objects::of(&installation, LUMIERE, None).await;
    let admin = installation.admin(LUMIERE).await;
    installation.write(&format!("UPDATE users SET suspended_at = 1 WHERE user_id = '{}'", admin.user)).await;
    let operator = installation.admin(ATELIER).await;
    let becomes = format!("UPDATE accounts SET operator_since = 1 WHERE account_id = '{}'", operator.account);
    installation.write(&becomes).await;
    for (mut browser, status) in [
        (installation.browser(), 401),
        (installation.browser_of(admin).await, 403),
        (installation.browser_with(operator, None).await, 404),
    ] {
        for ask in asks(&own) {
            let overview = status == 404 && name(&ask) == "dashboard";
            let expected = if is_public(&ask) || overview { 200 } else { status };
            let answer = browser.get(&ask.href()).await;
            assert_eq!(answer.status, expected, "{} {}", ask.href(), answer.body);
            for told in [&own.key, &own.held, &own.software] {
                assert!(!answer.body.contains(told.as_str()), "{}", ask.href());
            }
        }
    }
}

#[tokio::test]
async fn what_happened_to_a_form_is_told_to_its_own_session_and_once() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let (mut browser, mut other) =
        (installation.browser_of(admin).await, installation.browser_of(admin).await);
    let answer = browser.post("/act/get-keys", "benefit=nothing&back=/benefits/software").await;
    let id = answer.location().split("flash=").nth(1).unwrap().to_owned();
    let href = Ask::Flash { id }.href();
    assert_eq!(other.get(&href).await.body, "null");
    assert!(browser.get(&href).await.body.contains("benefit"));
    assert_eq!(browser.get(&href).await.body, "null");
}

#[tokio::test]
async fn a_form_that_comes_after_the_session_leads_to_a_page_that_says_so() {
    let installation = Installation::new().await;
    let mut browser = installation.browser();
    let user = installation.admin(LUMIERE).await.user;
    let fields = format!("user={user}&back=/benefits/software");
    for (form, fields) in
        [("get-keys", "benefit=nothing&back=/benefits/software"), ("switch-company", &fields)]
    {
        let answer = browser.post(&format!("/act/{form}"), fields).await;
        assert_eq!(answer.status, 303, "{form}");
        assert_eq!(answer.location(), "/sign-in?back=%2Fbenefits%2Fsoftware&flash=session-ended", "{form}");
    }
    let href = Ask::Flash { id: "session-ended".to_owned() }.href();
    assert!(browser.get(&href).await.body.contains("session-ended"));
    let mut signed_in = installation.browser_of(installation.admin(LUMIERE).await).await;
    assert_eq!(signed_in.get(&href).await.body, "null");
}

#[tokio::test]
async fn an_address_that_asks_for_nothing_is_not_found() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for path in ["secrets", "benefits", "benefits/gold", "people", "people?benefit=1&text=a", "frame/x"] {
        assert_eq!(browser.get(&format!("/api/{path}")).await.status, 404, "{path}");
    }
}
