//! The order of the sources, and what is told of them.

use std::fs;

use super::*;
use crate::random;

fn file(text: &str) -> PathBuf {
    let path =
        std::env::temp_dir().join(format!("atout-{}.toml", random::hexadecimal(&random::bytes::<8>())));
    fs::write(&path, text).unwrap();
    path
}

fn gathered(file: Option<&Path>, options: &[(&str, &str)], variables: &[(&str, &str)]) -> Settings {
    let of = |pairs: &[(&str, &str)], name: &str| {
        pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.to_owned())
    };
    Settings::gather(file, |name| of(options, name), |name| of(variables, name))
}

fn from(settings: &Settings, name: &str) -> String {
    settings.told().into_iter().find(|told| told.name == name).unwrap().from.to_string()
}

#[test]
fn an_option_goes_before_a_variable_before_a_line_before_the_default() {
    let path = file("listen = '127.0.0.1:3'\n");
    let (option, variable) = ([("listen", "127.0.0.1:1")], [("ATOUT_LISTEN", "127.0.0.1:2")]);
    let listens = |settings: &Settings| settings.config().unwrap().listen.port();
    let settings = gathered(Some(&path), &option, &variable);
    assert_eq!((listens(&settings), from(&settings, "listen")), (1, "--listen".to_owned()));
    let settings = gathered(Some(&path), &[], &variable);
    assert_eq!((listens(&settings), from(&settings, "listen")), (2, "ATOUT_LISTEN".to_owned()));
    let settings = gathered(Some(&path), &[], &[("ATOUT_LISTEN", "")]);
    assert_eq!((listens(&settings), from(&settings, "listen")), (3, format!("{}, line 1", path.display())));
    let settings = gathered(None, &[], &[]);
    assert_eq!((listens(&settings), from(&settings, "listen")), (3000, "default".to_owned()));
}

#[test]
fn the_file_may_be_named_by_a_variable() {
    let path = file("connections = 7\n");
    let settings = gathered(None, &[], &[(FILE_VARIABLE, path.to_str().unwrap())]);
    assert_eq!(settings.config().unwrap().connections, 7);
}

#[test]
fn every_fault_is_told_with_its_place_and_no_value_is_repeated() {
    let path = file("listen = 'hunter2'\nconnections = 0\ncolour = 'red'\n");
    let variables = [("ATOUT_DATABASE_URL", "mysql://u:hunter2@h/d"), ("ATOUT_LOG_FORMAT", "hunter2")];
    let settings = gathered(Some(&path), &[("metrics-listen", "hunter2")], &variables);
    let told: Vec<_> = settings.config().unwrap_err().iter().map(ToString::to_string).collect();
    let place = path.display();
    for beginning in [
        format!("{place}, line 3: there is no setting"),
        format!("{place}, line 1: the value of listen is"),
        format!("{place}, line 2: the value of connections is"),
        "ATOUT_DATABASE_URL: the value of database-url is".to_owned(),
        "ATOUT_LOG_FORMAT: the value of log-format is".to_owned(),
        "--metrics-listen: the value of metrics-listen is".to_owned(),
    ] {
        assert!(told.iter().any(|told| told.starts_with(&beginning)), "{beginning}: {told:?}");
    }
    assert_eq!(told.len(), 6);
    assert!(!told.concat().contains("hunter2"), "{told:?}");
}

#[test]
fn a_password_is_not_told() {
    for url in ["postgres://atout:hunter2@db/atout", "hunter2"] {
        let settings = gathered(None, &[], &[("ATOUT_DATABASE_URL", url)]);
        assert!(!format!("{:?}", settings.told()).contains("hunter2"));
    }
    let settings = gathered(None, &[], &[("ATOUT_DATABASE_URL", "postgres://atout:hunter2@db/atout")]);
    assert!(!format!("{:?}", settings.config()).contains("hunter2"));
}

#[test]
fn what_is_so_by_default_can_be_read() {
    assert!(gathered(None, &[], &[]).config().is_ok());
}
