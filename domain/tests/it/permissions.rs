//! Who may do what, as one table.

use std::fmt::Write;

use domain::{
    policy::Policy,
    role::{Action, Role},
};

#[test]
fn the_permission_table_reads_like_the_one_that_was_decided() {
    let policy = Policy::default();
    let mut table = format!("{:<18}", "role");
    for action in Action::ALL {
        write!(table, " | {action:?}").unwrap();
    }
    for role in Role::ALL {
        write!(table, "\n{:<18}", role.code()).unwrap();
        for action in Action::ALL {
            let word = if role.allows(action, &policy) { "yes" } else { "-" };
            write!(table, " | {word:<width$}", width = format!("{action:?}").len()).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}
