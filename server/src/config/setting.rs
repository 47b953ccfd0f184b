//! The settings by name: how each is called as an option, as a variable and in a file, and what it is when nobody says it.
//!
//! This list is the only one: the command line, the file, `atout config check` and the table of `docs/running.md` go by it.

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name in a file, and with two dashes before it as an option.
    pub name: &'static str,
    /// The variable of the environment.
    pub variable: &'static str,
    /// The form of its value.
    pub form: &'static str,
    /// What it is when nobody says it.
    pub default: Option<&'static str>,
    /// What it is for.
    pub about: &'static str,
    /// Which commands have it as an option; a file may hold it in any case.
    pub of: Commands,
}

/// The commands that have a setting as an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commands {
    /// Every command.
    Every,
    /// Those that open an installation.
    Opening,
    /// `atout serve`.
    Serving,
}

/// The folder of the database and of the key ring.
pub const DATA: &str = "data";
/// The address of a PostgreSQL database.
pub const DATABASE_URL: &str = "database-url";
/// The file of the key ring.
pub const KEYRING: &str = "keyring";
/// The file of the log's checkpoints.
pub const CHECKPOINTS: &str = "checkpoints";
/// The address to listen on.
pub const LISTEN: &str = "listen";
/// The address by which people come.
pub const PUBLIC_URL: &str = "public-url";
/// The proxies that are believed.
pub const TRUSTED_PROXIES: &str = "trusted-proxies";
/// The folder of the client.
pub const SITE: &str = "site";
/// The limit of connections.
pub const CONNECTIONS: &str = "connections";
/// The address of the metrics.
pub const METRICS_LISTEN: &str = "metrics-listen";
/// What is logged.
pub const LOG: &str = "log";
/// How it is written.
pub const LOG_FORMAT: &str = "log-format";

/// Every setting, in the order in which they are told.
pub const SETTINGS: [Setting; 12] = [
    Setting {
        name: DATA,
        variable: "ATOUT_DATA",
        form: "DIR",
        default: Some("data"),
        about: "The folder of the database and of the key ring",
        of: Commands::Opening,
    },
    Setting {
        name: DATABASE_URL,
        variable: "ATOUT_DATABASE_URL",
        form: "URL",
        default: None,
        about: "A PostgreSQL database, as postgres://user:password@host/name, in the place of SQLite's in the data folder",
        of: Commands::Opening,
    },
    Setting {
        name: KEYRING,
        variable: "ATOUT_KEYRING_FILE",
        form: "FILE",
        default: None,
        about: "The file of the key ring, in the place of the one in the data folder; the ring itself may be in ATOUT_KEYRING",
        of: Commands::Opening,
    },
    Setting {
        name: CHECKPOINTS,
        variable: "ATOUT_CHECKPOINTS",
        form: "FILE",
        default: None,
        about: "The file of the log's checkpoints, in the place of the one in the data folder",
        of: Commands::Opening,
    },
    Setting {
        name: LISTEN,
        variable: "ATOUT_LISTEN",
        form: "ADDRESS",
        default: Some("127.0.0.1:3000"),
        about: "The address to listen on",
        of: Commands::Opening,
    },
    Setting {
        name: PUBLIC_URL,
        variable: "ATOUT_PUBLIC_URL",
        form: "URL",
        default: None,
        about: "The address by which people reach the server, when it is behind a proxy",
        of: Commands::Opening,
    },
    Setting {
        name: TRUSTED_PROXIES,
        variable: "ATOUT_TRUSTED_PROXIES",
        form: "ADDRESSES",
        default: None,
        about: "The addresses of the proxies whose X-Forwarded-For is believed, with commas between them",
        of: Commands::Serving,
    },
    Setting {
        name: SITE,
        variable: "ATOUT_SITE",
        form: "DIR",
        default: Some("target/site"),
        about: "The folder of the built client",
        of: Commands::Serving,
    },
    Setting {
        name: CONNECTIONS,
        variable: "ATOUT_CONNECTIONS",
        form: "NUMBER",
        default: Some("1024"),
        about: "How many connections there may be at once",
        of: Commands::Serving,
    },
    Setting {
        name: METRICS_LISTEN,
        variable: "ATOUT_METRICS_LISTEN",
        form: "ADDRESS",
        default: None,
        about: "The address of this machine on which /metrics is served, for Prometheus",
        of: Commands::Serving,
    },
    Setting {
        name: LOG,
        variable: "ATOUT_LOG",
        form: "FILTER",
        default: Some("info"),
        about: "Which lines are logged on standard error: error, warn, info, debug or a filter such as info,server=debug",
        of: Commands::Every,
    },
    Setting {
        name: LOG_FORMAT,
        variable: "ATOUT_LOG_FORMAT",
        form: "text|json",
        default: Some("text"),
        about: "How they are written",
        of: Commands::Every,
    },
];
