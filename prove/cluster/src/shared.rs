//! One cluster for all tests of a run, each of which may be a process of its own.
//!
//! Whoever uses it holds a lock on a file. The first one starts the server; a guard that waits for the lock stops it when
//! nobody has held it for a while. The files stay for the next run, which begins sooner by them.

use std::{
    env,
    fs::{self, File},
    io,
    net::TcpStream,
    ops::Deref,
    os::unix::{fs::MetadataExt, process::CommandExt},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    Settings,
    databases::Databases,
    folder::Folder,
    port::Port,
    programs::Programs,
    server::{self, is_alive, is_ready},
};

/// How long a start may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// Databases whose names begin so are kept for the next run.
const KEPT: &str = "template";

/// What the guard does: `$1` is the folder, `$2` the process of the server. Nobody is let in while it stops.
const GUARD: &str = r#"
while sleep 3; do
    flock --exclusive --nonblock "$1/used" sh -c '
        kill -INT "$1"
        for _ in $(seq 100); do [ -e "$0/data/postmaster.pid" ] || break; sleep 0.1; done
    ' "$1" "$2" && exit
done
"#;

/// A PostgreSQL server that is shared by all who ask for the same name. It never waits for the disk, and what was left of
/// earlier runs is dropped when it starts, but for databases whose names begin with `template`.
#[derive(Debug)]
pub struct Shared {
    databases: Databases,
    /// Held for as long as the server is used.
    _used: File,
}

impl Shared {
    /// The cluster called `name`, started if it is not running; none where PostgreSQL is not installed.
    ///
    /// # Errors
    /// Whatever kept it from being made or started.
    pub fn of(name: &str) -> io::Result<Option<Self>> {
        let Some(programs) = Programs::find() else { return Ok(None) };
        let user = fs::metadata("/proc/self")?.uid();
        let path = env::temp_dir().join(format!("atout-{name}-{user}-{}", programs.version()));
        let mut folder = Folder::lasting(path, programs.owner())?;
        let starting = lock_file(&folder, "starting")?;
        starting.lock()?;
        let password = folder.kept_password()?;
        let held = lock_file(&folder, "used")?;
        held.lock_shared()?;
        let databases = |port| Databases::new(programs.clone(), port, password.clone());
        let databases = match running(&folder) {
            Some(port) => databases(port),
            None => swept(databases(start(&programs, &folder)?))?,
        };
        drop(starting);
        Ok(Some(Self { databases, _used: held }))
    }
}

impl Deref for Shared {
    type Target = Databases;

    fn deref(&self) -> &Databases {
        &self.databases
    }
}

fn lock_file(folder: &Folder, name: &str) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(folder.path().join(name))
}

/// The port of the server, if it is there.
fn running(folder: &Folder) -> Option<u16> {
    let state = fs::read_to_string(folder.data().join("postmaster.pid")).ok()?;
    let mut lines = state.lines();
    let process = lines.next()?.trim().parse().ok()?;
    let port = lines.nth(2)?.trim().parse().ok()?;
    let answers = is_alive(process)
        && is_ready(folder, process)
        && TcpStream::connect_timeout(&([127, 0, 0, 1], port).into(), PATIENCE).is_ok();
    answers.then_some(port)
}

/// Starts a server that outlives this process, with a guard that ends it, and gives its port.
fn start(programs: &Programs, folder: &Folder) -> io::Result<u16> {
    if !folder.data().join("PG_VERSION").exists() {
        programs.initialise(folder)?;
    }
    let port = Port::reserve()?;
    let more = vec![("max_connections", "400".to_owned()), ("shared_buffers", "64MB".to_owned())];
    let settings = Settings { fsync: false, more, ..Settings::default() };
    let mut postmaster =
        server::command(programs, folder, port.number(), &settings)?.process_group(0).spawn()?;
    let begun = Instant::now();
    while !is_ready(folder, postmaster.id()) {
        if postmaster.try_wait()?.is_some() || begun.elapsed() > PATIENCE {
            return Err(server::not_started(folder));
        }
        thread::sleep(Duration::from_millis(10));
    }
    Command::new("sh")
        .args(["-c", GUARD, "guard"])
        .arg(folder.path())
        .arg(postmaster.id().to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()?;
    Ok(port.number())
}

/// The same without what earlier runs have left.
fn swept(databases: Databases) -> io::Result<Databases> {
    let left = format!(
        "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' AND datname NOT LIKE '{KEPT}%'"
    );
    for name in databases.query("postgres", &left)?.lines() {
        databases.drop_database(name)?;
    }
    Ok(databases)
}
