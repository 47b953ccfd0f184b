//! G26: nothing that anybody sends becomes a part of a statement.
//!
//! Twice looked at: by texts of our own that break every statement of which they become a part, and that a server answers by
//! a fault then; and by two scanners, which find by many more texts what shows in no fault.

pub mod inputs;

mod desk;
mod probe;
mod scan;
mod sqlmap;
mod tally;
mod vulnerable;
mod wapiti;

use anyhow::{Context, Result};

use self::{
    desk::Desk,
    inputs::{Request, Who},
    sqlmap::Sqlmap,
    tally::Tally,
    vulnerable::Vulnerable,
    wapiti::Wapiti,
};
use crate::{
    folder::Folder,
    proof::{Findings, Proof, Size, skip},
};

/// Shows it.
///
/// # Errors
/// What became a part of a statement, or was never tried.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let scanners = Scanners::found(proof)?;
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let mut desk = Desk::begin(&installation)?;
    let vulnerable = Vulnerable::serve(installation.reading()?, proof.engine)?;
    probe::finds(&vulnerable)?;
    let requests = desk.requests()?;
    let probed = probe::probe(&mut desk, &requests, proof.size)?;
    let tried = match &scanners {
        None => Tried::without_scanners(),
        Some(scanners) if proof.size == Size::Small => {
            scanners.a_little(&mut desk, &vulnerable, &requests)?
        }
        Some(scanners) => scanners.everything(&mut desk, &vulnerable, &requests)?,
    };
    let tally = Tally::of(&desk.server().logged())?;
    Ok(Findings {
        rounds: format!(
            "{probed} texts in the fields of {} forms and addresses; {}",
            requests.len(),
            tried.what
        ),
        result: format!(
            "nothing was found; of {} requests none was answered by a fault: {} were of no use as their fields were read, {} were refused before",
            tally.all(),
            tally.malformed,
            tally.refused
        ),
        control: format!("a search that writes its text into a statement: found by a quote{}", tried.control),
        sometimes: [vec![("a text", probed), ("a request that was of use", tally.used)], tried.sometimes]
            .concat(),
    })
}

/// What the scanners have done.
struct Tried {
    what: String,
    control: String,
    sometimes: Vec<(&'static str, usize)>,
}

impl Tried {
    fn without_scanners() -> Self {
        let what = "sqlmap is not installed: nothing is known of it from this run".to_owned();
        Self { what, control: String::new(), sometimes: Vec::new() }
    }
}

/// The programs that scan.
struct Scanners {
    sqlmap: Sqlmap,
    wapiti: Option<Wapiti>,
    _folder: Folder,
}

impl Scanners {
    /// Those that are installed. With every change it goes without them where they are not.
    fn found(proof: &Proof) -> Result<Option<Self>> {
        let folder = Folder::new()?;
        let sqlmap = Sqlmap::installed(folder.path(), proof.engine);
        let wapiti = Wapiti::installed(folder.path());
        match (sqlmap, wapiti, proof.size) {
            (None, _, Size::Full) => Err(skip("sqlmap is not installed")),
            (_, None, Size::Full) => Err(skip("wapiti is not installed")),
            (None, _, Size::Small) => Ok(None),
            (Some(sqlmap), wapiti, _) => Ok(Some(Self { sqlmap, wapiti, _folder: folder })),
        }
    }

    /// What there is time for with every change: that sqlmap finds what is there, and nothing in one field.
    fn a_little(&self, desk: &mut Desk, vulnerable: &Vulnerable, requests: &[Request]) -> Result<Tried> {
        let control = self.sqlmap.finds(vulnerable)?;
        let people = requests.iter().find(|request| request.path == "/api/people");
        let mut searched = people.cloned().context("people are searched")?;
        searched.scanned = vec!["text"];
        let scanned = scan::all(self.sqlmap.jobs(desk, &searched)?)?;
        Ok(Tried {
            what: "sqlmap at level 3 and risk 2 on one field".to_owned(),
            control: format!(" and by sqlmap ({control})"),
            sometimes: vec![("a field that was scanned", scanned)],
        })
    }

    /// All fields of everything, by both.
    fn everything(&self, desk: &mut Desk, vulnerable: &Vulnerable, requests: &[Request]) -> Result<Tried> {
        let control = self.sqlmap.finds(vulnerable)?;
        let mut jobs = Vec::new();
        if let Some(wapiti) = &self.wapiti {
            for who in [Who::Admin, Who::Nobody] {
                jobs.push(wapiti.job(desk, vulnerable, (who, requests))?);
            }
        }
        for request in requests {
            jobs.extend(self.sqlmap.jobs(desk, request)?);
        }
        jobs.extend(self.sqlmap.heads(desk, requests)?);
        let scans = jobs.len();
        let scanned = scan::all(jobs)?;
        Ok(Tried {
            what: format!(
                "{scans} scans of {scanned} fields, cookies and headers, by sqlmap at level 3 and risk 2 and by wapiti’s sql and timesql"
            ),
            control: format!(", by sqlmap ({control}) and by wapiti"),
            sometimes: vec![("a field that was scanned", scanned)],
        })
    }
}
