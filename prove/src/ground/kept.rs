//! The filled demonstration as it is kept from one proof to the next: filling it takes longer than many a proof.
//!
//! Owns when it has to be filled anew: with every other program, and every day, as it tells of days. Refuses to be used
//! itself: it is only copied.

use std::{
    env,
    fs::{self, File},
    hash::{DefaultHasher, Hash, Hasher},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result, ensure};
use cluster::Settings;

use super::{Engine, FIRST, Ground, TEMPLATE, folder};
use crate::process::Signal;

/// What is kept, for as long as this value is there: nobody else fills it anew meanwhile.
#[derive(Debug)]
pub struct Kept {
    folder: PathBuf,
    _lock: File,
}

impl Kept {
    /// That of this program, filled now if it was not.
    ///
    /// # Errors
    /// Whatever kept it from being filled.
    pub fn of(program: &Path, engine: Engine) -> Result<Self> {
        let user = fs::metadata("/proc/self")?.uid();
        let name = format!("atout-ground-{user}-{engine}-{:016x}", hash(program));
        let lock = File::create(env::temp_dir().join(format!("{name}.lock")))?;
        lock.lock()?;
        let kept = Self { folder: env::temp_dir().join(name), _lock: lock };
        let (stamp, file) = (stamp(program)?, kept.folder.join("stamp"));
        if fs::read_to_string(&file).is_ok_and(|found| found == stamp) {
            return Ok(kept);
        }
        if kept.folder.exists() {
            fs::remove_dir_all(&kept.folder)?;
        }
        fs::create_dir(&kept.folder).with_context(|| format!("making {}", kept.folder.display()))?;
        if kept.fill(program, engine)? {
            fs::write(file, stamp)?;
        }
        Ok(kept)
    }

    /// The folder of the data.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// The cluster, where the engine has one.
    pub fn cluster(&self) -> PathBuf {
        self.folder.join("cluster")
    }

    /// Fills it, where the engine is installed.
    fn fill(&self, program: &Path, engine: Engine) -> Result<bool> {
        let settings = Settings { fsync: false, ..super::settings() };
        let Some(mut ground) = Ground::bare(program, engine, settings)? else { return Ok(false) };
        let url = ground.empty_database(TEMPLATE)?;
        let data = ground.template.join("data");
        let mut server = ground.installation_of(data.clone(), url).serve()?;
        server.tell(Signal::Interrupt)?;
        let (status, _) = server.wait()?;
        ensure!(status.success(), "the demonstration was not filled: {}", server.logged());
        folder::copy(&data, &self.data())?;
        if let Some(cluster) = ground.cluster.take() {
            cluster.database_from(FIRST, TEMPLATE)?;
            cluster.keep(self.cluster())?;
        }
        Ok(true)
    }
}

/// What tells one program from another one, and one day from another one.
fn stamp(program: &Path) -> Result<String> {
    let about = fs::metadata(program).with_context(|| format!("looking at {}", program.display()))?;
    let day = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() / 86_400;
    Ok(format!("{} {} {} {day}", about.len(), about.mtime(), about.mtime_nsec()))
}

fn hash(path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}
