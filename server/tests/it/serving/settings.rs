//! `atout config check`, and what the documents say of the settings.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use server::config::setting::SETTINGS;

use crate::support::folder::Folder;

/// Checks the settings in an environment of nothing but `variables`.
fn checked(arguments: &[&str], variables: &[(&str, &str)]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
    command.env_clear().envs(variables.iter().copied()).args(["config", "check"]).args(arguments);
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

fn file(text: &str) -> (Folder, String) {
    let folder = Folder::new();
    fs::create_dir_all(folder.path()).unwrap();
    let path = folder.join("atout.toml");
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn each_setting_is_told_with_where_it_comes_from_and_no_password() {
    let (_folder, path) =
        file("# Atout\nconnections = 200\ndatabase-url = 'postgres://atout:hunter2@db/atout'\n");
    let (code, told, faults) =
        checked(&["--config", &path, "--listen", "127.0.0.1:4000"], &[("ATOUT_SITE", "/opt/atout")]);
    assert_eq!((code, faults.as_str()), (0, ""));
    let words: Vec<Vec<_>> = told.lines().map(|line| line.split_whitespace().collect()).collect();
    for expected in [
        vec!["listen", "127.0.0.1:4000", "--listen"],
        vec!["site", "/opt/atout", "ATOUT_SITE"],
        vec!["connections", "200", &format!("{path},"), "line", "2"],
        vec!["database-url", "postgres://atout@db/atout", &format!("{path},"), "line", "3"],
        vec!["data", "data", "default"],
        vec!["public-url", "-", "default"],
    ] {
        assert!(words.contains(&expected), "no {expected:?} in {told}");
    }
    assert_eq!(words.len(), SETTINGS.len());
}

#[test]
fn everything_that_is_wrong_is_told_and_ends_with_two() {
    let (_folder, path) = file("conections = 200\nlisten = 'hunter2'\n");
    let (code, _, faults) = checked(&[], &[("ATOUT_CONFIG", &path), ("ATOUT_LOG_FORMAT", "xml")]);
    assert_eq!(code, 2);
    for beginning in [
        format!("{path}, line 1: there is no setting \"conections\""),
        format!("{path}, line 2: the value of listen is not of the form 127.0.0.1:3000"),
        "ATOUT_LOG_FORMAT: the value of log-format is neither text nor json".to_owned(),
    ] {
        assert!(faults.contains(&beginning), "no {beginning} in {faults}");
    }
    assert!(!faults.contains("hunter2"), "{faults}");
}

#[test]
fn settings_that_exclude_each_other_end_with_two() {
    let (code, _, faults) = checked(&["--listen", "0.0.0.0:3000"], &[]);
    assert!(code == 2 && faults.contains("--public-url"), "{faults}");
    let (code, _, faults) = checked(&["--metrics-listen", "0.0.0.0:9464"], &[]);
    assert!(code == 2 && faults.contains("this one only"), "{faults}");
}

#[test]
fn a_command_does_not_begin_with_settings_that_are_wrong() {
    let (folder, path) = file("colour = 'red'\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
    command.args(["serve", "--config", &path, "--data"]).arg(folder.join("data"));
    let Output { status, stderr, .. } = command.output().unwrap();
    assert_eq!(status.code(), Some(2));
    assert!(String::from_utf8(stderr).unwrap().contains("there is no setting \"colour\""));
    assert!(!folder.join("data").exists());
}

#[test]
fn the_table_of_the_documents_is_the_list_of_settings() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/running.md");
    let page = fs::read_to_string(page).unwrap();
    let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| `--")).collect();
    let row = |setting: &server::config::setting::Setting| {
        let default = setting.default.map_or_else(|| "—".to_owned(), |text| format!("`{text}`"));
        format!("| `--{}` | `{}` | {default} | {} |", setting.name, setting.variable, setting.about)
    };
    assert_eq!(rows, SETTINGS.iter().map(row).collect::<Vec<_>>());
}
