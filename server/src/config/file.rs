//! The settings file: TOML, one line for each setting.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use toml::de::{DeTable, DeValue};

use super::setting::SETTINGS;

/// What a file says.
#[derive(Clone, Debug, Default)]
pub(super) struct SettingsFile {
    pub path: PathBuf,
    pub lines: Vec<Line>,
    pub faults: Vec<FileFault>,
}

/// A setting in the file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub name: &'static str,
    pub text: String,
    pub number: usize,
}

/// Why a file cannot be used as it is.
#[derive(Debug, Clone, thiserror::Error)]
pub enum FileFault {
    /// It cannot be read.
    #[error("{} cannot be read: {reason}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        reason: String,
    },
    /// It is not TOML.
    #[error("{}, line {line}: {reason}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// What the parser says: never what stands there.
        reason: String,
    },
    /// There is no such setting.
    #[error("{}, line {line}: there is no setting {name:?}; there are {}", path.display(), names())]
    Unknown {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// What stands there.
        name: String,
    },
    /// The value is neither text nor a number.
    #[error("{}, line {line}: the value of {name} is neither text nor a number", path.display())]
    NoText {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
        /// The setting.
        name: &'static str,
    },
}

fn names() -> String {
    SETTINGS.map(|setting| setting.name).join(", ")
}

impl SettingsFile {
    pub fn read(path: &Path) -> Self {
        let unreadable =
            |error: io::Error| FileFault::Unreadable { path: path.to_owned(), reason: error.to_string() };
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(path, &text),
            Err(error) => Self { path: path.to_owned(), faults: vec![unreadable(error)], ..Self::default() },
        }
    }

    fn parse(path: &Path, text: &str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut file = Self { path: path.to_owned(), ..Self::default() };
        for error in errors {
            let line = error.span().map_or(1, |span| line(text, span.start));
            let reason = error.message().to_owned();
            file.faults.push(FileFault::Malformed { path: path.to_owned(), line, reason });
        }
        for (key, value) in table.get_ref() {
            let (name, line) = (key.get_ref().as_ref(), line(text, key.span().start));
            let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
                file.faults.push(FileFault::Unknown { path: path.to_owned(), line, name: name.to_owned() });
                continue;
            };
            match value.get_ref() {
                DeValue::String(text) => {
                    file.lines.push(Line { name: setting.name, text: text.to_string(), number: line });
                }
                DeValue::Integer(number) => {
                    file.lines.push(Line { name: setting.name, text: number.to_string(), number: line });
                }
                DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_)
                | DeValue::Table(_) => {
                    file.faults.push(FileFault::NoText { path: path.to_owned(), line, name: setting.name });
                }
            }
        }
        file.lines.sort_by_key(|line| line.number);
        file
    }
}

/// The line in which a byte of a text stands.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> SettingsFile {
        SettingsFile::parse(Path::new("atout.toml"), text)
    }

    #[test]
    fn a_setting_is_read_with_its_line() {
        let file = parsed("# The portal.\nlisten = '127.0.0.1:4000'\n\nconnections = 200\n");
        let lines: Vec<_> =
            file.lines.iter().map(|line| (line.name, line.text.as_str(), line.number)).collect();
        assert_eq!(lines, [("listen", "127.0.0.1:4000", 2), ("connections", "200", 4)]);
        assert!(file.faults.is_empty());
    }

    #[test]
    fn what_is_no_setting_is_refused_with_its_line_and_with_what_there_is() {
        let file = parsed("listen = '127.0.0.1:4000'\nlissten = 'x'\n\n[server]\nport = 1\n");
        let faults: Vec<_> = file.faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults.len(), 2, "{faults:?}");
        for (name, line) in [("lissten", 2), ("server", 4)] {
            let told = format!("atout.toml, line {line}: there is no setting \"{name}\"");
            assert!(
                faults.iter().any(|fault| fault.starts_with(&told) && fault.contains("public-url")),
                "{faults:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_without_being_repeated() {
        for text in
            ["database-url = 'postgres://u:secret@h/d\n", "database-url = [\"secret\"]", "listen = secret"]
        {
            let faults: Vec<_> = parsed(text).faults.iter().map(ToString::to_string).collect();
            assert!(!faults.is_empty() && !faults.concat().contains("secret"), "{faults:?}");
        }
        let told = SettingsFile::read(Path::new("/nowhere/atout.toml")).faults[0].to_string();
        assert!(told.contains("/nowhere/atout.toml cannot be read"), "{told}");
    }
}
