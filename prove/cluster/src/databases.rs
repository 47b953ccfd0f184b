//! The databases of a server: their addresses, and how they are made, copied, asked and dropped.

use std::{io, path::Path, process::Command};

use crate::programs::{Programs, ROLE};

/// The way to a server's databases.
#[derive(Clone, Debug)]
pub struct Databases {
    programs: Programs,
    port: u16,
    password: String,
}

impl Databases {
    pub(crate) const fn new(programs: Programs, port: u16, password: String) -> Self {
        Self { programs, port, password }
    }

    /// The address of a database, which need not be there yet.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://{ROLE}:{}@127.0.0.1:{}/{database}", self.password, self.port)
    }

    /// The port on which the server listens, the same after every new start.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Makes an empty database and gives its address.
    ///
    /// # Errors
    /// What the server says.
    pub fn database(&self, name: &str) -> io::Result<String> {
        self.query("postgres", &format!("CREATE DATABASE \"{name}\""))?;
        Ok(self.url(name))
    }

    /// Makes a database that begins as a copy of another one, to which nobody may be connected, and gives its address.
    ///
    /// # Errors
    /// What the server says.
    pub fn database_from(&self, name: &str, template: &str) -> io::Result<String> {
        // Copying the files is quick where nothing waits for the disk.
        let copy = format!("CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY");
        self.query("postgres", &copy)?;
        Ok(self.url(name))
    }

    /// Whether there is a database of this name.
    ///
    /// # Errors
    /// What the server says.
    pub fn has(&self, name: &str) -> io::Result<bool> {
        let found = self.query("postgres", &format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"))?;
        Ok(!found.is_empty())
    }

    /// Gives a database another name; nobody may be connected to it.
    ///
    /// # Errors
    /// What the server says.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.query("postgres", &format!("ALTER DATABASE \"{from}\" RENAME TO \"{to}\"")).map(|_| ())
    }

    /// Drops a database, and whoever is connected to it.
    ///
    /// # Errors
    /// What the server says.
    pub fn drop_database(&self, name: &str) -> io::Result<()> {
        self.query("postgres", &format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)")).map(|_| ())
    }

    /// Asks a database by `psql`: the rows one to a line, the columns with `|` between them.
    ///
    /// # Errors
    /// What the server says.
    pub fn query(&self, database: &str, sql: &str) -> io::Result<String> {
        self.programs.query(&self.url(database), sql)
    }

    /// `pgbench` on a database; what it shall do is for the caller to add.
    #[must_use]
    pub fn bench(&self, database: &str) -> Command {
        let mut command = self.programs.command("pgbench", Path::new("/"));
        command.arg(self.url(database));
        command
    }
}
