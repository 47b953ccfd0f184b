//! The folder of a cluster: whose it is, what its password is, and that it goes.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Read},
    os::unix::fs::{DirBuilderExt, chown},
    path::{Path, PathBuf},
    process::Command,
};

use crate::programs::Owner;

/// The file of the password, where it is kept.
const PASSWORD: &str = "password";

/// A folder that belongs to the person as whom PostgreSQL runs.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    password: String,
    is_temporary: bool,
}

impl Folder {
    /// A new folder, which goes with this value.
    pub fn temporary(within: Option<&Path>, owner: Option<Owner>) -> io::Result<Self> {
        let within = within.map_or_else(std::env::temp_dir, Path::to_owned);
        let path = within.join(format!("atout-cluster-{}", random()?));
        make(&path, owner)?;
        Ok(Self { path, password: random()?, is_temporary: true })
    }

    /// A folder that stays. What connecting takes is kept in it.
    pub fn lasting(path: PathBuf, owner: Option<Owner>) -> io::Result<Self> {
        make(&path, owner)?;
        Ok(Self { path, password: String::new(), is_temporary: false })
    }

    /// Takes the files of a cluster that is not running, and its password with them.
    pub fn become_like(&mut self, other: &Path) -> io::Result<()> {
        let copied = Command::new("cp").arg("--archive").arg(other.join("data")).arg(&self.path).status()?;
        if !copied.success() {
            return Err(io::Error::other(format!("{} cannot be copied", other.display())));
        }
        let password = other.join(PASSWORD);
        if password.exists() {
            self.password = fs::read_to_string(password)?;
        }
        Ok(())
    }

    /// Keeps a password in the folder.
    pub fn keep_password(&self, password: &str) -> io::Result<()> {
        fs::write(self.path.join(PASSWORD), password)
    }

    /// The password that is kept in the folder, made by the first who asks. Nobody else may ask meanwhile.
    pub fn kept_password(&mut self) -> io::Result<String> {
        let file = self.path.join(PASSWORD);
        if !file.exists() {
            fs::write(&file, random()?)?;
        }
        self.password = fs::read_to_string(&file)?;
        Ok(self.password.clone())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the cluster's files are.
    pub fn data(&self) -> PathBuf {
        self.path.join("data")
    }

    /// What connecting takes, so that nobody else on this machine is let in.
    pub fn password(&self) -> &str {
        &self.password
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.is_temporary {
            // What is left of it harms nobody where it lies.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

fn make(path: &Path, owner: Option<Owner>) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => {
            made?;
            owner.map_or(Ok(()), |owner| chown(path, Some(owner.user), Some(owner.group)))
        }
    }
}

/// Sixteen hexadecimal digits that nobody guesses.
fn random() -> io::Result<String> {
    let mut bytes = [0; 8];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(format!("{:016x}", u64::from_be_bytes(bytes)))
}
