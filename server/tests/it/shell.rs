//! The commands at the shell: what they make, what they refuse, and the sentences in which they do.

use std::{
    fs,
    process::{Command, Output},
};

use crate::support::{folder::Folder, template};

const INIT: [&str; 5] = ["init", "--name", "Camille Perrin", "--operator", "operator@example.com"];
const COMPANY: [&str; 14] = [
    "company", "create", "--name", "Acme", "--mpn-id", "1234567", "--country", "FR", "--location", "Lyon",
    "--admin", "alice@acme.example", "--admin-name", "Alice Martin",
];
const INVITE: [&str; 8] =
    ["user", "invite", "--company", "Acme", "--email", "bob@acme.example", "--name", "Bob Durand"];
const RECORD: [&str; 6] = ["membership", "record", "--company", "Acme", "--offer", "gold-competency"];

/// The data folder of an installation, which begins without one.
/// The data folder, and the address of the database where that is not in it.
struct Data(Folder, Option<String>);

impl Data {
    fn new() -> Self {
        Self(Folder::new(), cluster::trial::database())
    }

    /// One that has begun, with a company.
    fn begun() -> Self {
        let data = Self::new();
        data.done(&INIT);
        data.done(&COMPANY);
        data
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
        command.args(arguments).arg("--data").arg(self.0.path()).env_remove("ATOUT_LOG");
        if let Some(url) = &self.1 {
            command.arg("--database-url").arg(url);
        }
        command.output().unwrap()
    }

    fn done(&self, arguments: &[&str]) {
        let Output { status, stderr, .. } = self.run(arguments);
        assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    }

    /// What is told of a command that does not do what it was asked for: one line, and nothing but that.
    fn refused(&self, arguments: &[&str], code: i32) -> String {
        let Output { status, stdout, stderr } = self.run(arguments);
        let told = String::from_utf8(stderr).unwrap();
        assert_eq!((status.code(), stdout.as_slice()), (Some(code), &b""[..]), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
        told
    }
}

#[test]
fn without_an_installation_nothing_is_made() {
    let data = Data::new();
    for command in [&COMPANY[..], &INVITE, &RECORD] {
        let told = data.refused(command, 2);
        assert!(told.contains("no installation in") && told.contains("`atout init`"), "{told}");
        assert!(!data.0.path().exists());
    }
}

#[test]
fn an_installation_begins_once() {
    let data = Data::begun();
    for operator in ["operator@example.com", "another@example.com"] {
        let told = data.refused(&["init", "--name", "Camille Perrin", "--operator", operator], 2);
        assert!(told.contains("already begun"), "{told}");
    }
}

#[test]
fn a_file_that_is_no_database_is_told_at_once_in_one_line() {
    let data = Data(Folder::new(), None);
    fs::create_dir_all(data.0.path()).unwrap();
    fs::write(data.0.join("atout.sqlite"), server::random::bytes::<8192>()).unwrap();
    let told = data.refused(&INIT, 2);
    assert!(told.contains("atout.sqlite is not a database"), "{told}");
    assert_eq!(fs::read_dir(data.0.path()).unwrap().count(), 1);
}

#[test]
fn a_database_with_companies_is_not_served_as_a_demonstration() {
    let (data, site) = (Data::begun(), Folder::client());
    let site = site.path().to_str().unwrap();
    let told = data.refused(&["serve", "--demonstration", "--listen", "127.0.0.1:0", "--site", site], 2);
    assert!(told.contains("is not a demonstration's"), "{told}");
}

#[tokio::test]
async fn a_demonstration_is_not_served_as_an_installation() {
    let (folder, database) = template::copy().await;
    let (data, site) = (Data(folder, database), Folder::client());
    let site = site.path().to_str().unwrap();
    let told = data.refused(&["serve", "--listen", "127.0.0.1:0", "--site", site], 2);
    assert!(told.contains("lets anybody in"), "{told}");
}

#[test]
fn a_refusal_is_a_sentence_with_what_there_is_to_choose_from() {
    let data = Data::begun();
    for offer in ["platinum", "Not a code"] {
        let told = data.refused(&["membership", "record", "--company", "Acme", "--offer", offer], 1);
        assert!(told.contains("no such offer") && told.contains("gold-competency"), "{told}");
    }
    let told = data.refused(&[&RECORD[..], &["--competency", "cooking"]].concat(), 1);
    assert!(told.contains("no such competency") && told.contains("cloud-platform"), "{told}");
    let told = data.refused(&COMPANY, 1);
    assert!(told.contains("a company with this MPN ID is there already"), "{told}");
    let invite = ["user", "invite", "--company", "Acme", "--name", "Bob Durand", "--email"];
    let told = data.refused(&[&invite[..], &["alice@acme.example"]].concat(), 1);
    assert!(told.contains("the company has somebody with this address already"), "{told}");
    let told = data.refused(&[&invite[..], &["bad"]].concat(), 1);
    assert!(told.contains(r#"the address "bad" is not an e-mail address"#), "{told}");
}

#[test]
fn the_roles_of_an_invitation_are_listed() {
    let data = Data::begun();
    let help = String::from_utf8(data.run(&["user", "invite", "--help"]).stdout).unwrap();
    let told = data.run(&[&INVITE[..], &["--role", "king"]].concat());
    let told = String::from_utf8(told.stderr).unwrap();
    for role in domain::role::Role::ALL {
        assert!(help.contains(role.code()) && told.contains(role.code()), "{help} {told}");
    }
    data.done(&[&INVITE[..], &["--role", "mpn-partner-admin", "--role", "user-admin"]].concat());
}
