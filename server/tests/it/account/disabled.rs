//! Whoever is disabled is signed out with the next request, everywhere, and stays out until they are enabled.

use domain::{command::OperatorCommand, company::EmailAddress, refusal::Refusal};
use server::{
    demonstration::PASSWORD,
    portal::{
        Failure,
        door::{Caller, Door},
        operator::Made,
    },
};

use crate::support::{Installation, browser::Browser, cast::LUMIERE};

/// What the door makes of a command.
async fn operate(installation: &Installation, command: OperatorCommand) -> Result<Made, Failure> {
    Door(&installation.store).operate(None, command).await
}

async fn email(installation: &Installation, person: Caller) -> EmailAddress {
    let address = format!("SELECT email FROM accounts WHERE account_id = '{}'", person.account);
    EmailAddress::parse(&installation.text(&address).await).unwrap()
}

async fn is_known(browser: &mut Browser) -> bool {
    match browser.get("/api/account").await.status {
        200 => true,
        401 => false,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn who_is_disabled_is_signed_out_everywhere_at_once_and_signs_in_anew_when_enabled() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let email = email(&installation, admin).await;
    let (mut here, mut there) = (installation.browser_of(admin).await, installation.browser_of(admin).await);
    let mut other = installation.browser_of(installation.seatless(LUMIERE, 1).await[0]).await;
    assert!(is_known(&mut here).await && is_known(&mut there).await);
    operate(&installation, OperatorCommand::DisableUser { email: email.clone() }).await.unwrap();
    assert!(!is_known(&mut here).await && !is_known(&mut there).await && is_known(&mut other).await);
    let mut again = installation.browser();
    again.sign_in(email.as_str(), PASSWORD).await;
    assert!(again.session().is_none());
    // Who had proved the password a moment before.
    let mut late = installation.browser_of(admin).await;
    assert!(!is_known(&mut late).await);
    operate(&installation, OperatorCommand::EnableUser { email: email.clone() }).await.unwrap();
    for browser in [&mut here, &mut there, &mut late] {
        assert!(!is_known(browser).await);
    }
    again.sign_in(email.as_str(), PASSWORD).await;
    assert!(is_known(&mut again).await);
}

#[tokio::test]
async fn a_link_opens_nothing_to_who_is_disabled() {
    let installation = Installation::new().await;
    let email = email(&installation, installation.admin(LUMIERE).await).await;
    let made = operate(&installation, OperatorCommand::RenewLink { email: email.clone() }).await.unwrap();
    let Made::Link(_, token) = made else { panic!("{made:?}") };
    operate(&installation, OperatorCommand::DisableUser { email }).await.unwrap();
    let mut browser = installation.browser();
    let form = format!("token={}&password=a+password+of+my+own", token.expose());
    assert!(browser.post("/act/accept-invitation", &form).await.location().starts_with("/invitation?flash="));
    assert!(browser.session().is_none());
}

#[tokio::test]
async fn it_is_in_the_log_of_each_company_with_the_name_or_in_the_operator_s() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let person = installation.seatless(LUMIERE, 1).await[0];
    let name = format!("SELECT full_name FROM accounts WHERE account_id = '{}'", person.account);
    let name = installation.text(&name).await;
    let email = email(&installation, person).await;
    operate(&installation, OperatorCommand::DisableUser { email: email.clone() }).await.unwrap();
    operate(&installation, OperatorCommand::EnableUser { email: email.clone() }).await.unwrap();
    let mut browser = installation.browser_of(admin).await;
    for (language, sentences) in [
        ("en-US", ["Disabled the account of #, who can no longer sign in", "Enabled the account of # again"]),
        ("fr-FR", ["Compte désactivé, plus aucune connexion possible\u{a0}: #", "Compte réactivé\u{a0}: #"]),
    ] {
        let page = browser.get(&format!("/activity?act=people&lang={language}")).await.body;
        for sentence in sentences {
            assert!(page.contains(&sentence.replace('#', &name)), "no {sentence:?} in {page}");
        }
    }
    installation.write(&format!("UPDATE users SET removed_at = 1 WHERE user_id = '{}'", person.user)).await;
    operate(&installation, OperatorCommand::DisableUser { email }).await.unwrap();
    assert_eq!(installation.count("events WHERE kind = 'user-disabled' AND company_id IS NULL").await, 1);
    assert_eq!(installation.count("events WHERE kind = 'user-disabled'").await, 2);
}

#[tokio::test]
async fn it_is_done_once_and_to_somebody_or_not_at_all() {
    let installation = Installation::new().await;
    let email = email(&installation, installation.admin(LUMIERE).await).await;
    let disable = OperatorCommand::DisableUser { email: email.clone() };
    let enable = OperatorCommand::EnableUser { email };
    let is_stale = |made| matches!(made, Err(Failure::Refused(Refusal::Stale)));
    let nobody = || EmailAddress::parse("nobody@lumiere.example").unwrap();
    for command in
        [OperatorCommand::DisableUser { email: nobody() }, OperatorCommand::EnableUser { email: nobody() }]
    {
        assert!(matches!(operate(&installation, command).await, Err(Failure::NotFound)));
    }
    let contents = installation.contents().await;
    assert!(is_stale(operate(&installation, enable.clone()).await));
    assert_eq!(installation.contents().await, contents);
    operate(&installation, disable.clone()).await.unwrap();
    let contents = installation.contents().await;
    assert!(is_stale(operate(&installation, disable).await));
    assert_eq!(installation.contents().await, contents);
    operate(&installation, enable).await.unwrap();
}

#[tokio::test]
async fn the_shell_disables_and_enables_and_says_what_it_has_done() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let email = email(&installation, admin).await;
    let mut browser = installation.browser_of(admin).await;
    let said = |command: &str| {
        let shell = installation.shell(&["user", command]).args(["--email", email.as_str()]).output();
        let shell = shell.unwrap();
        let told = String::from_utf8([shell.stdout, shell.stderr].concat()).unwrap();
        (shell.status.code(), told.lines().last().unwrap_or_default().to_owned())
    };
    let signed_out = "The person is signed out everywhere, and can no longer sign in.";
    assert_eq!(said("disable"), (Some(0), signed_out.to_owned()));
    assert!(!is_known(&mut browser).await);
    assert_eq!(said("disable"), (Some(1), "atout: the person is disabled already".to_owned()));
    assert_eq!(said("enable"), (Some(0), "The person can sign in again.".to_owned()));
    assert_eq!(said("enable"), (Some(1), "atout: the person is not disabled".to_owned()));
}
