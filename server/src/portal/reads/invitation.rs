//! What an invitation's link leads to.

use app::portal::InvitationPage;

use super::Visit;
use crate::{
    db::{accounts, invitations, users},
    portal::Failure,
    random::Token,
};

/// The invitation under `token`, without a hint why there is none.
pub(super) async fn read(visit: &Visit, token: &str) -> Result<InvitationPage, Failure> {
    let Some(token) = Token::parse(token) else { return Ok(InvitationPage::Spent) };
    let mut connection = visit.store.connection().await?;
    let now = visit.store.clock().now();
    let Some(invitation) = invitations::open(&mut connection, &token, now).await? else {
        return Ok(InvitationPage::Spent);
    };
    let Some(account) = accounts::find(&mut connection, invitation.account_id).await? else {
        return Ok(InvitationPage::Spent);
    };
    let company = users::inviting_company(&mut connection, account.id).await?;
    let has_password = account.password_hash.is_some();
    Ok(InvitationPage::Open { name: account.full_name, email: account.email, company, has_password })
}
