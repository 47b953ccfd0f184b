//! What people change on their own account: through the same door, in one transaction with its entry of the log.

use domain::{
    command::{OperatorCommand, PersonCommand},
    company::{EmailAddress, FullName},
    id::{AccountId, UserId},
    language::Language,
    role::Role,
};
use server::{
    db::Error,
    portal::{door::Door, operator::Made},
    random::Token,
};

use crate::support::{
    Installation,
    cast::{ATELIER, LUMIERE},
};

/// The password that everybody chooses here, as a form has it.
pub const CHOSEN: &str = "a+password+of+my+own";

/// Invites a person to a company.
pub async fn invite(
    installation: &Installation,
    company: &str,
    email: &str,
) -> (UserId, AccountId, Option<Token>) {
    let command = OperatorCommand::InviteUser {
        company: installation.company(company).await.parse().unwrap(),
        name: FullName::parse("Nina Novak").unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        roles: vec![Role::GlobalAdmin],
        is_guest: false,
        location: None,
    };
    match Door(&installation.store).operate(None, command).await.unwrap() {
        Made::User(user, account, token) => (user, account, token),
        other => panic!("{other:?}"),
    }
}

/// The entries of the log of one kind, each with its company, account and person.
async fn entries(installation: &Installation, kind: &str) -> Vec<String> {
    let each = "SELECT COALESCE(company_id, '-') || ' ' || account_id || ' ' || COALESCE(user_id, '-')";
    installation.texts(&format!("{each} FROM events WHERE kind = '{kind}' ORDER BY event_id")).await
}

/// Makes the log fail while `acting`.
async fn without_log<T>(installation: &Installation, acting: impl Future<Output = T>) -> T {
    installation.write("ALTER TABLE events RENAME TO missing_events").await;
    let answer = acting.await;
    installation.write("ALTER TABLE missing_events RENAME TO events").await;
    answer
}

#[tokio::test]
async fn a_language_is_chosen_with_its_entry_or_not_at_all_and_is_not_chosen_twice() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut browser = installation.browser_of(admin).await;
    let contents = installation.contents().await;
    let failed = without_log(&installation, browser.post("/act/language", "language=fr-FR")).await;
    assert_eq!(failed.status, 503);
    assert_eq!(installation.contents().await, contents);
    for _ in 0..2 {
        assert_eq!(browser.post("/act/language", "language=fr-FR").await.status, 303);
        assert_eq!(entries(&installation, "language-chosen").await, [format!("- {} -", admin.account)]);
    }
    let kept = format!("SELECT language FROM accounts WHERE account_id = '{}'", admin.account);
    assert_eq!(installation.text(&kept).await, "fr-FR");
}

#[tokio::test]
async fn who_is_in_no_company_or_was_stopped_has_a_language_too() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    installation.write(&format!("UPDATE users SET suspended_at = 1 WHERE user_id = '{}'", admin.user)).await;
    for (user, tag) in [(Some(admin.user), "fr-FR"), (None, "en-US")] {
        let mut browser = installation.browser_with(admin, user).await;
        assert_eq!(browser.post("/act/language", &format!("language={tag}")).await.status, 303);
        let kept = format!("accounts WHERE account_id = '{}' AND language = '{tag}'", admin.account);
        assert_eq!(installation.count(&kept).await, 1);
    }
}

#[tokio::test]
async fn an_invitation_is_accepted_with_its_entry_or_not_at_all() {
    let installation = Installation::new().await;
    let (user, account, token) = invite(&installation, LUMIERE, "nina@lumiere.example").await;
    let form = format!("token={}&password={CHOSEN}", token.unwrap().expose());
    let (mut browser, contents) = (installation.browser(), installation.contents().await);
    let failed = without_log(&installation, browser.post("/act/accept-invitation", &form)).await;
    assert_eq!((failed.status, browser.session()), (503, None));
    assert_eq!(installation.contents().await, contents);
    let before = entries(&installation, "invitation-accepted").await;
    assert_eq!(browser.post("/act/accept-invitation", &form).await.location(), "/");
    let entry = format!("{} {account} {user}", installation.company(LUMIERE).await);
    assert_eq!(entries(&installation, "invitation-accepted").await, [before, vec![entry]].concat());
}

#[tokio::test]
async fn who_has_a_password_accepts_another_company_by_signing_in() {
    let installation = Installation::new().await;
    let email = "nina@lumiere.example";
    let (_, account, token) = invite(&installation, LUMIERE, email).await;
    let form = format!("token={}&password={CHOSEN}", token.unwrap().expose());
    assert_eq!(installation.browser().post("/act/accept-invitation", &form).await.location(), "/");
    let (user, same, link) = invite(&installation, ATELIER, email).await;
    assert_eq!((same, link.is_none()), (account, true));
    let mut browser = installation.browser();
    let switch = format!("user={user}");
    browser.sign_in(email, &CHOSEN.replace('+', " ")).await;
    assert_eq!(browser.post("/act/switch-company", &switch).await.status, 303);
    let entry = format!("{} {account} {user}", installation.company(ATELIER).await);
    assert!(entries(&installation, "invitation-accepted").await.contains(&entry));
}

#[tokio::test]
async fn who_is_signed_in_accepts_another_company_by_going_there() {
    let installation = Installation::new().await;
    let email = "nina@lumiere.example";
    let (here, account, token) = invite(&installation, LUMIERE, email).await;
    let form = format!("token={}&password={CHOSEN}", token.unwrap().expose());
    let mut browser = installation.browser();
    assert_eq!(browser.post("/act/accept-invitation", &form).await.location(), "/");
    let (there, ..) = invite(&installation, ATELIER, email).await;
    let contents = installation.contents().await;
    // The page offers the way, and changes nothing.
    assert!(browser.get("/").await.body.contains(&there.to_string()));
    assert_eq!(installation.contents().await, contents);
    let failed =
        without_log(&installation, browser.post("/act/switch-company", &format!("user={there}"))).await;
    assert_eq!(failed.status, 503);
    assert_eq!(installation.contents().await, contents);
    assert_eq!(browser.post("/act/switch-company", &format!("user={there}")).await.status, 303);
    let entry = format!("{} {account} {there}", installation.company(ATELIER).await);
    assert!(entries(&installation, "invitation-accepted").await.contains(&entry));
    assert!(browser.get("/").await.body.contains(&here.to_string()));
}

#[tokio::test]
async fn who_has_forgotten_the_password_chooses_another_by_a_link_and_is_known_where_that_was() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let address = format!("SELECT email FROM accounts WHERE account_id = '{}'", admin.account);
    let email = EmailAddress::parse(&installation.text(&address).await).unwrap();
    let mut elsewhere = installation.browser_of(admin).await;
    let renew = OperatorCommand::RenewLink { email: email.clone() };
    let made = Door(&installation.store).operate(None, renew).await.unwrap();
    let Made::Link(account, token) = made else { panic!("{made:?}") };
    assert_eq!(account, admin.account);
    assert_eq!(installation.count("events WHERE kind = 'link-renewed' AND company_id IS NULL").await, 1);
    assert_eq!(elsewhere.get("/api/account").await.status, 200);
    let mut browser = installation.browser();
    let page = browser.get(&format!("/invitation?lang=en-US&token={}", token.expose())).await;
    assert!(page.body.contains("Change password") && !page.body.contains("opening an account"));
    let form = format!("token={}&password={CHOSEN}", token.expose());
    assert_eq!(browser.post("/act/accept-invitation", &form).await.location(), "/");
    assert_eq!(elsewhere.get("/api/account").await.status, 401);
    assert_eq!(installation.count("sign_in_attempts WHERE succeeded_at IS NOT NULL").await, 1);
    let unknown = EmailAddress::parse("nobody@lumiere.example").unwrap();
    let made = Door(&installation.store).operate(None, OperatorCommand::RenewLink { email: unknown }).await;
    assert!(matches!(made, Err(server::portal::Failure::NotFound)), "{made:?}");
}

#[tokio::test]
async fn who_does_not_exist_has_no_language() {
    let installation = Installation::new().await;
    let nobody = AccountId::from_uuid(server::random::uuid(installation.store.clock().now()));
    let command = PersonCommand::ChooseLanguage { language: Language::French };
    let mut tx = installation.store.database().begin().await.unwrap();
    let answer = Door(&installation.store).change_own_in(&mut tx, nobody, command).await;
    assert!(matches!(answer, Err(Error::RowsAffected { .. })), "{answer:?}");
}

#[tokio::test]
async fn everybody_who_takes_part_in_the_demonstration_has_an_entry_for_it() {
    let installation = Installation::new().await;
    let taken = installation.count("users WHERE accepted_at IS NOT NULL").await;
    let entries = entries(&installation, "invitation-accepted").await;
    assert_eq!(entries.len(), usize::try_from(taken).unwrap());
}
