//! Every `Command`, as a form that a person sends.

use domain::command::Command;

use super::{
    super::{Admin, Pool},
    Asked, whole_or_not_at_all,
};
use crate::support::{Installation, cast::LUMIERE};

/// A form that the Global admin of a company sends, and the status of its answer when nothing fails.
struct Form<'a> {
    admin: &'a mut Admin,
    command: &'static str,
    fields: &'a str,
    status: u16,
}

impl Asked for Form<'_> {
    fn installation(&self) -> &Installation {
        &self.admin.installation
    }

    async fn is_done(&mut self) -> bool {
        let answer = self.admin.ask(self.command, self.fields).await;
        if answer.status == self.status {
            if answer.status == 200 {
                let _ = self.admin.learn(&answer).await;
            }
            return true;
        }
        assert_eq!(answer.status, 503, "{}: {}", self.command, answer.body);
        assert!(!answer.body.contains("a fault"), "{}", answer.body);
        false
    }
}

#[tokio::test]
async fn a_command_that_fails_leaves_nothing_half_done() {
    let mut admin = Admin::new().await;
    admin.installation.lay_faults().await;
    let commands = admin.every_command().await;
    assert_eq!(commands.len(), Command::NAMES.len());
    for (command, fields) in commands {
        let mut form = Form { admin: &mut admin, command, fields: &fields, status: 200 };
        let kinds = whole_or_not_at_all(&mut form).await;
        assert_eq!(kinds.len(), 1, "{command}: {kinds:?}");
    }
}

#[tokio::test]
async fn a_refusal_that_cannot_be_logged_is_not_answered_either() {
    let mut admin = Admin::new().await;
    admin.installation.lay_faults().await;
    let nobody = "holder=00000000-0000-7000-8000-000000000000";
    let fields = format!("benefit={}&{nobody}", Pool::of(&admin.installation, LUMIERE).await.benefit);
    let mut form = Form { admin: &mut admin, command: "assign-seat", fields: &fields, status: 404 };
    assert_eq!(whole_or_not_at_all(&mut form).await, ["command-misdirected"]);
}
