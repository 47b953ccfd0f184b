//! Invitations: how one is made, and how it is accepted by choosing a password.

use app::flash::{Flash, Notice};
use axum::{extract::State, response::Response};
use domain::{
    command::PersonCommand,
    company::EmailAddress,
    day::Instant,
    id::{AccountId, InvitationId},
};
use secrecy::SecretString;
use serde::Deserialize;

use super::{
    Auth, Device, Oneself, Visitor, back,
    form::{Failure, Fields, flashed, secret},
    password,
    session::Begun,
    sign_in, throttle,
};
use crate::{
    db::{self, Tx, accounts, invitations, invitations::Invitation},
    random::{self, Token},
};

/// How long an invitation can be accepted.
pub const VALID_SECONDS: i64 = 7 * 24 * 60 * 60;

const PAGE: &str = "/invitation";

/// Invites an account to set a password. The token goes into the link, and nowhere else.
///
/// # Errors
/// [`db::Error`] of the database.
pub async fn invite(tx: &mut Tx, account: AccountId, now: Instant) -> Result<Token, db::Error> {
    let (id, token) = (InvitationId::from_uuid(random::uuid(now)), Token::new());
    invitations::insert(tx, (id, &token), account, now, now.plus_seconds(VALID_SECONDS)).await?;
    Ok(token)
}

/// The link of an invitation. Its host is the configured one, never the one that a request names.
#[must_use]
pub fn link(origin: &str, token: &Token) -> String {
    format!("{origin}{PAGE}?token={}", token.expose())
}

/// The fields of the invitation's form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    token: String,
    #[serde(deserialize_with = "secret")]
    password: SecretString,
    /// Every form carries one. An invitation is accepted once anyway, so it is not looked at.
    #[serde(default, rename = "once")]
    _once: String,
}

/// `POST /act/accept-invitation`: sets the password, ends the sessions that the account had, and signs in.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn accept_invitation(
    State(auth): State<Auth>,
    visitor: Visitor,
    device: Device,
    Fields(form): Fields<Acceptance>,
) -> Result<Response, Failure> {
    let spent = Flash::of(Notice::InvitationSpent);
    let Some(token) = Token::parse(&form.token) else { return flashed(&auth, &visitor, &spent, PAGE).await };
    let Some(invitation) =
        invitations::open(&mut *auth.database.connection().await?, &token, auth.clock.now()).await?
    else {
        return flashed(&auth, &visitor, &spent, PAGE).await;
    };
    if let Err(refusal) = password::check(&form.password, &invitation.email) {
        let page = back::with(PAGE, "token", token.expose());
        return flashed(&auth, &visitor, &Flash::of(Notice::PasswordRefused(refusal)), &page).await;
    }
    let hash = auth.hasher.hash(form.password).await?;
    match accept(&auth, (&visitor, device), &invitation, &hash).await {
        Ok((oneself, begun)) => Ok(sign_in::entered(&visitor, oneself, &begun, "/")),
        Err(Failure::Database(db::Error::RowsAffected { .. })) => {
            flashed(&auth, &visitor, &spent, PAGE).await
        }
        Err(error) => Err(error),
    }
}

/// Everything that an acceptance changes, at once.
async fn accept(
    auth: &Auth,
    (visitor, device): (&Visitor, Device),
    invitation: &Invitation,
    hash: &SecretString,
) -> Result<(Oneself, Begun), Failure> {
    let (account, now) = (invitation.account_id, auth.clock.now());
    // Those that are offered are taken in a moment.
    let user = auth.directory.places(account).await?.first().copied();
    let oneself = Oneself { account, user };
    let mut tx = auth.database.begin().await?;
    invitations::accept(&mut tx, invitation.id, now).await?;
    let known = accounts::find(&mut tx, account).await?;
    accounts::set_password(&mut tx, account, hash).await?;
    if let Ok(email) = EmailAddress::parse(&invitation.email) {
        throttle::know(&mut tx, &email.key(), device.place, now).await?;
    }
    let _ = auth.directory.change(&mut tx, account.into(), PersonCommand::AcceptInvitation).await?;
    // The first password is part of the acceptance; another one is chosen because of what somebody may know or have open.
    if known.is_some_and(|known| known.password_hash.is_some()) {
        let _ = auth.directory.change(&mut tx, oneself, PersonCommand::ChangePassword).await?;
    }
    let begun = sign_in::open_in(auth, &mut tx, (visitor, device), oneself).await?;
    let others = PersonCommand::EndOtherSessions { session: begun.id };
    let _ = auth.directory.change(&mut tx, oneself, others).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account, "an invitation was accepted");
    Ok((oneself, begun))
}
