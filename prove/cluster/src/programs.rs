//! The programs of PostgreSQL: where they are, as whom they run, and how they are asked.

use std::{
    fs, io,
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::folder::Folder;

/// Where Debian has one folder for each major version.
const DEBIAN: &str = "/usr/lib/postgresql";
/// The name of the one who may do everything in a cluster.
pub const ROLE: &str = "atout";

/// Whether there is a PostgreSQL to make clusters of.
#[must_use]
pub fn is_installed() -> bool {
    Programs::find().is_some()
}

/// A user of this machine, and the group of it.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    pub user: u32,
    pub group: u32,
}

/// The folder of the programs, and as whom they run: PostgreSQL refuses to run as root.
#[derive(Clone, Debug)]
pub struct Programs {
    folder: PathBuf,
    owner: Option<Owner>,
}

impl Programs {
    /// The newest that is installed.
    pub fn find() -> Option<Self> {
        let versions = fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut versions: Vec<(u32, PathBuf)> = versions
            .filter_map(|path| Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin"))))
            .collect();
        versions.sort();
        let mut folders: Vec<PathBuf> = versions.into_iter().rev().map(|(_, folder)| folder).collect();
        folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
        let is_whole = |folder: &PathBuf| {
            ["initdb", "postgres", "psql"].iter().all(|program| folder.join(program).is_file())
        };
        let folder = folders.into_iter().find(is_whole)?;
        let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
        let owner = if is_root { Some(unprivileged()?) } else { None };
        Some(Self { folder, owner })
    }

    /// As whom they run, where that is somebody else.
    pub const fn owner(&self) -> Option<Owner> {
        self.owner
    }

    /// What tells the files of this version from those of another one.
    pub fn version(&self) -> String {
        let named = self.folder.parent().and_then(Path::file_name).unwrap_or_default();
        named.to_string_lossy().into_owned()
    }

    /// A program, to be run in `folder` as the one who owns it, saying nothing.
    pub fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(self.folder.join(program));
        command.current_dir(folder).env_clear().env("LC_ALL", "C").env("PATH", "/usr/bin:/bin");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(owner) = self.owner {
            command.uid(owner.user).gid(owner.group);
        }
        command
    }

    /// Makes the files of a cluster. The disk is not waited for: if the machine fails now, there is no test.
    pub fn initialise(&self, folder: &Folder) -> io::Result<()> {
        let password = folder.path().join("initial");
        fs::write(&password, folder.password())?;
        if let Some(owner) = self.owner {
            std::os::unix::fs::chown(&password, Some(owner.user), Some(owner.group))?;
        }
        let mut command = self.command("initdb", folder.path());
        command
            .args(["--no-sync", "--no-instructions", "--locale=C", "--encoding=UTF8"])
            .args(["--auth=password", "--username", ROLE, "--pgdata", "data", "--pwfile", "initial"]);
        let _ = output(&mut command)?;
        fs::remove_file(password)
    }

    /// What the database at `url` answers.
    pub fn query(&self, url: &str, sql: &str) -> io::Result<String> {
        let mut command = self.command("psql", Path::new("/"));
        // Also where the server was told to change nothing.
        command.env("PGOPTIONS", "-c default_transaction_read_only=off");
        command
            .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"])
            .args(["--dbname", url, "--command", sql]);
        Ok(output(&mut command)?.trim_end().to_owned())
    }
}

/// The one who runs PostgreSQL on Debian, or nobody.
fn unprivileged() -> Option<Owner> {
    let known = fs::read_to_string("/etc/passwd").ok()?;
    ["postgres", "nobody"].into_iter().find_map(|name| {
        let line = known.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some(Owner { user: fields.next()?.parse().ok()?, group: fields.next()?.parse().ok()? })
    })
}

/// What a program printed; a fault with its own words when it did not succeed.
fn output(command: &mut Command) -> io::Result<String> {
    let done = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output()?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    let program = command.get_program().to_string_lossy().into_owned();
    Err(io::Error::other(format!("{program}: {}", String::from_utf8_lossy(&done.stderr).trim())))
}
