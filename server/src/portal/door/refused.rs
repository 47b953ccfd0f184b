//! What becomes of a command that was refused: it is undone, and the attempt is logged.

use domain::{
    command::Command,
    event::{Event, Named},
    id::{BenefitId, CompanyId},
};

use super::{Caller, Door};
use crate::{
    db::{Error, Tx, benefits, events, refused_attempts, software_keys, users},
    portal::Failure,
};

/// How long the same attempt by the same account stays out of the log after it was logged.
const QUIET_SECONDS: i64 = 60;

impl Door<'_> {
    /// Undoes what `command` has written before it failed, and logs that it was refused, when it was: in the log of the
    /// company, or in the operator's when what was asked for is not the company's. The answer is the failure again.
    ///
    /// # Errors
    /// [`Failure`] when the attempt cannot be logged: what leaves no trace is not answered.
    pub(super) async fn log_refused(
        self,
        mut tx: Tx,
        caller: Caller,
        command: Command,
        failure: Failure,
    ) -> Result<Failure, Failure> {
        if !matches!(failure, Failure::Refused(_) | Failure::NotFound) {
            return Ok(failure);
        }
        tx.undo().await?;
        let (at, name) = (self.0.clock().now(), command.name());
        if refused_attempts::note(&mut tx, caller.account, name, at, at.plus_seconds(-QUIET_SECONDS)).await? {
            let (company, event) = match &failure {
                Failure::Refused(refusal) => {
                    let company = users::company(&mut tx, caller.user).await?;
                    let benefit = match company {
                        Some(company) => benefit(&mut tx, company, &command).await?,
                        None => None,
                    };
                    (company, Event::CommandRefused { command, refusal: refusal.clone(), benefit })
                }
                _ => (None, Event::CommandMisdirected { command }),
            };
            let by = (Some(caller.account), Some(caller.user));
            let policy_version = self.0.policy_version();
            let entry = events::Entry { company, at, by, policy_version, event: &event };
            let _ = events::append(&mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(failure)
    }
}

/// The benefit of the company that `command` is about; none where it names nothing that the company has.
async fn benefit(tx: &mut Tx, company: CompanyId, command: &Command) -> Result<Option<BenefitId>, Error> {
    let Named { benefit, seat, key, change, .. } = command.named();
    if let Some(benefit) = benefit {
        return Ok(benefits::find(tx, company, benefit).await?.map(|known| known.id));
    }
    if let Some(key) = key {
        return Ok(software_keys::find(tx, company, key).await?.map(|known| known.benefit));
    }
    let seat = match change {
        Some(event) => events::of_seat(tx, company, event).await?.map(|entry| entry.seat),
        None => seat,
    };
    match seat {
        Some(seat) => Ok(benefits::of_seat(tx, company, seat).await?.map(|known| known.id)),
        None => Ok(None),
    }
}
