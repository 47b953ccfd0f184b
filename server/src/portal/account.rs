//! Commands about the person who asks.

use domain::{event::Event, language::Language, outcome::Outcome};

use super::{Failure, door::Act};
use crate::db::accounts;

/// Keeps the language of the caller's screens.
pub async fn choose_language(act: &mut Act<'_>, language: Language) -> Result<Outcome, Failure> {
    accounts::set_language(act.tx, act.caller.account, language).await?;
    let _ = act.log(&Event::LanguageChosen { language }).await?;
    Ok(Outcome::LanguageChosen { language })
}
