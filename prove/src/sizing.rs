//! What a machine bears: how many pages and commands a second, in how much memory and on how much disk, by the number of
//! companies, on both engines.
//!
//! Owns what is measured and the table; refuses to judge it.

mod founding;
mod measuring;

use std::{fs, path::Path};

use anyhow::{Context, Result};
use cluster::Cluster;

use self::{
    founding::Town,
    measuring::{Figures, measured},
};
use crate::{
    cast::{Company, LUMIERE},
    ground::{self, Engine, Ground, Installation},
    proof::Size,
};

/// The database on PostgreSQL.
const DATABASE: &str = "sized";

/// What is measured on both engines: an installation, and who uses it.
struct Sized {
    name: String,
    installation: Installation,
    users: Vec<measuring::User>,
    /// What it is a copy of, and takes its files from.
    _ground: Option<Ground>,
}

/// Measures everything, and gives the table.
///
/// # Errors
/// What could not be made, or was not answered.
pub fn table(program: &Path, size: Size) -> Result<String> {
    let town = if size == Size::Full {
        Town { companies: 200, people: 50 }
    } else {
        Town { companies: 16, people: 2 }
    };
    let mut lines = vec![
        "| Installation | Engine | Database | Memory, idle | Memory, at work | Pages a second | 95 in a hundred within | \
         Commands a second | 95 in a hundred within |"
            .to_owned(),
        "|---|---|---|---|---|---|---|---|---|".to_owned(),
    ];
    lines.extend(measure(&demonstration(program)?, size)?);
    lines.extend(measure(&founded(program, town)?, size)?);
    Ok(lines.join("\n") + "\n")
}

/// A line for each engine.
fn measure(sized: &Sized, size: Size) -> Result<Vec<String>> {
    eprintln!("==> {}", sized.name);
    // Before anybody uses it, so that both engines begin alike.
    let bytes = size_of(sized.installation.data());
    let cluster = Cluster::start_with(ground::settings())?;
    let copy = cluster.as_ref().map(|cluster| copied(&sized.installation, cluster)).transpose()?;
    let figures = measured(&sized.installation, &sized.users, size)?;
    let mut lines = vec![line(&sized.name, Engine::Sqlite, bytes, &figures)];
    if let (Some(cluster), Some(copy)) = (&cluster, copy) {
        let bytes = cluster.query("postgres", &format!("SELECT pg_database_size('{DATABASE}')"))?.parse()?;
        let figures = measured(&copy, &sized.users, size)?;
        lines.push(line(&sized.name, Engine::Postgres, bytes, &figures));
    }
    Ok(lines)
}

/// The demonstration, used by the admin of its largest company.
fn demonstration(program: &Path) -> Result<Sized> {
    let ground = Ground::lay(program, Engine::Sqlite)?.context("SQLite is there")?;
    let installation = ground.installation()?;
    let mut reading = installation.reading()?;
    let companies = reading.count("companies")?;
    let name = format!("the demonstration: {companies} companies, {} people", reading.count("users")?);
    let company = Company::named(&mut reading, LUMIERE)?;
    let users = measuring::of_the_demonstration(&mut reading, &company)?;
    drop(reading);
    Ok(Sized { name, installation, users, _ground: Some(ground) })
}

/// Companies that were founded from the shell, each used by its admin.
fn founded(program: &Path, town: Town) -> Result<Sized> {
    let name = format!("{} companies of {} people each", town.companies, town.people);
    eprintln!("==> founding {name}");
    let installation = Installation::unbegun(program)?;
    let users = town.found(&installation)?;
    Ok(Sized { name, installation, users, _ground: None })
}

fn copied(installation: &Installation, cluster: &Cluster) -> Result<Installation> {
    installation.copied_to(cluster.database(DATABASE)?)
}

/// How much the database takes, with the log of what is not folded into it yet.
fn size_of(data: &Path) -> u64 {
    let files = ["atout.sqlite", "atout.sqlite-wal"].map(|name| fs::metadata(data.join(name)));
    files.iter().flatten().map(fs::Metadata::len).sum()
}

fn line(name: &str, engine: Engine, bytes: u64, figures: &Figures) -> String {
    let cells = [
        name.to_owned(),
        engine.to_string(),
        format!("{:.1} MB", mega(bytes)),
        format!("{:.0} MB", mega(figures.idle_kib * 1024)),
        format!("{:.0} MB", mega(figures.busy_kib * 1024)),
        format!("{:.0}", figures.pages.rate()),
        crate::times::said(figures.pages.times.percentile(95)),
        format!("{:.0}", figures.commands.rate()),
        crate::times::said(figures.commands.times.percentile(95)),
    ];
    let line = format!("| {} |", cells.join(" | "));
    eprintln!("    {line}");
    line
}

fn mega(bytes: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "nobody looks at bytes of a megabyte")]
    let bytes = bytes as f64;
    bytes / 1e6
}
