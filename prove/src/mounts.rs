//! File systems of a proof: small ones that can be filled, and images that can be copied as a power cut leaves them.
//!
//! They are mounted where nobody else sees them, and are gone with the process: `main` starts itself anew in a mount
//! namespace of its own where it may. Refuses to mount anything elsewhere.

use std::{
    env,
    fs::{self, File},
    io::{self, Write},
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{folder::Folder, proof::skip};

/// Says that this process has a mount namespace of its own.
const INSIDE: &str = "ATOUT_PROVE_MOUNTS";

/// Starts this program anew in a mount namespace of its own, where that is allowed; elsewhere goes on without one.
pub fn enter() {
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let is_allowed =
        || Command::new("unshare").args(["--mount", "true"]).status().is_ok_and(|status| status.success());
    if env::var_os(INSIDE).is_some() || !is_root || !is_allowed() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    // It returns only when it fails: then what needs mounts is skipped.
    let _ = Command::new("unshare")
        .args(["--mount", "--propagation", "private", "--"])
        .arg(program)
        .args(env::args_os().skip(1))
        .env(INSIDE, "1")
        .exec();
}

/// A file system that is mounted for as long as this value is there.
#[derive(Debug)]
pub struct Mount {
    /// Holds the place at which it is mounted.
    folder: Folder,
}

impl Mount {
    /// Memory of so many MiB, as a file system.
    ///
    /// # Errors
    /// That it may not be mounted here.
    pub fn memory(mebibytes: usize) -> Result<Self> {
        let mount = Self::place()?;
        let options = format!("size={mebibytes}m,mode=755");
        mount.run("mount", &["-t", "tmpfs", "-o", &options, "none"])?;
        Ok(mount)
    }

    /// The file system in an image.
    ///
    /// # Errors
    /// That it may not be mounted here.
    pub fn image(image: &Path) -> Result<Self> {
        let mount = Self::place()?;
        let image = image.to_str().context("a path is text")?;
        mount.run("mount", &["-t", "ext4", "-o", "loop", image])?;
        Ok(mount)
    }

    /// Another image in the same place, after what is there has been unmounted.
    ///
    /// # Errors
    /// When somebody still uses what is there.
    pub fn replace(&self, image: &Path) -> Result<()> {
        self.run("umount", &[])?;
        let image = image.to_str().context("a path is text")?;
        self.run("mount", &["-t", "ext4", "-o", "loop", image])
    }

    /// Lets nothing be written any more, as the kernel does when a disk fails.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn close_to_writers(&self) -> Result<()> {
        self.run("mount", &["-o", "remount,abort"])
    }

    /// Waits until everything that was written so far is on the disk.
    ///
    /// # Errors
    /// When it does not get there.
    pub fn written(&self) -> Result<()> {
        self.run("sync", &["--file-system"])
    }

    /// Where it is mounted.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join("mount")
    }

    /// Where something on it is.
    #[must_use]
    pub fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn place() -> Result<Self> {
        if env::var_os(INSIDE).is_none() {
            return Err(skip("mounting file systems needs root and unshare"));
        }
        let folder = Folder::new()?;
        fs::create_dir(folder.join("mount"))?;
        Ok(Self { folder })
    }

    fn run(&self, program: &str, words: &[&str]) -> Result<()> {
        run(Command::new(program).args(words).arg(self.path()))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Whoever still uses it keeps it for so long.
        let _ = Command::new("umount").args(["--lazy"]).arg(self.path()).status();
    }
}

/// Makes an image of so many MiB with an empty file system in it.
///
/// # Errors
/// When it cannot be made.
pub fn make_image(path: &Path, mebibytes: u64) -> Result<()> {
    File::create(path)?.set_len(mebibytes << 20)?;
    run(Command::new("mkfs.ext4").args(["-q", "-F", "-m", "0"]).arg(path))
}

/// Writes a file until there is no room, and says how long it is.
///
/// # Errors
/// When there is always more room.
pub fn fill(path: &Path) -> Result<u64> {
    let mut file = File::create(path)?;
    // Large pieces first, then the last bytes.
    for size in [1 << 20, 4096, 1] {
        let piece = vec![0; size];
        for _ in 0..4096 {
            match file.write_all(&piece) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::StorageFull => break,
                Err(error) => return Err(error.into()),
            }
        }
    }
    let length = file.metadata()?.len();
    ensure!(file.write_all(&[0; 8192]).is_err(), "there is still room after {length} bytes");
    Ok(length)
}

fn run(command: &mut Command) -> Result<()> {
    let done = command.output().with_context(|| format!("starting {}", command.get_program().display()))?;
    if !done.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(())
}
