//! What becomes of a command that was refused: it is undone, and the attempt is logged.

use domain::{command::Command, event::Event};

use super::{Caller, Door};
use crate::{
    db::{Tx, events, refused_attempts, users},
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
        let name = command.name();
        let event = match &failure {
            Failure::Refused(refusal) => Event::CommandRefused { command, refusal: refusal.clone() },
            Failure::NotFound => Event::CommandMisdirected { command },
            _ => return Ok(failure),
        };
        tx.undo().await?;
        let at = self.0.clock().now();
        if refused_attempts::note(&mut tx, caller.account, name, at, at.plus_seconds(-QUIET_SECONDS)).await? {
            let company = match event {
                Event::CommandRefused { .. } => users::company(&mut tx, caller.user).await?,
                _ => None,
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
