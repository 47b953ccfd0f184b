//! How many requests a second of processor time answers: the page of five hundred seats, from Atout and from the plain
//! axum and askama handler of the crate `bench`, which says what of the two is the same.
//!
//! Owns the rounds and the table. Processor time and not the clock on the wall, because other work on the machine disturbs
//! it less; rounds in turn, so that what still disturbs falls on both alike.

mod http;
mod load;
mod process;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::step::{cargo, output, run, step};
use crate::workspace::Workspace;
use load::Load;
use process::Server;

/// The page; nobody but the measurement may ask for so many rows.
const PAGE: &str = "/benefits/visual-studio/seats?size=500";
/// How each row of it begins.
const ROW: &str = "<tr class=\"table__row\">";
const ROWS: usize = 500;
const ROUNDS: usize = 5;
const REQUESTS: usize = 300;
const CONNECTIONS: usize = 4;
/// Requests that fill caches and connections before anything is measured.
const WARM_UP: usize = 60;

/// What was measured of one server.
struct Figures {
    name: &'static str,
    bytes: usize,
    /// The processor time of each round, in seconds.
    rounds: Vec<f64>,
}

/// Builds both servers, founds the company that both serve, measures them in turn, and prints what came of it.
///
/// # Errors
/// When something cannot be built or started, or an answer is not the page.
pub fn measure(ws: &Workspace) -> Result<()> {
    let program = step("Building what is measured", || build(ws))?;
    let figures = figures(ws, &program)?;
    println!("\n{}", table(&figures));
    let load = fs::read_to_string("/proc/loadavg").context("reading the load average")?;
    println!("load average: {}", load.split_whitespace().take(3).collect::<Vec<_>>().join(" "));
    Ok(())
}

/// Founds the company anew, starts both servers, and asks them in turn.
fn figures(ws: &Workspace, program: &Path) -> Result<[Figures; 2]> {
    let data = ws.target("bench-data");
    if data.exists() {
        fs::remove_dir_all(&data).with_context(|| format!("removing {}", data.display()))?;
    }
    let session = step("Founding a company of five hundred seats", || {
        output(Command::new(program).arg("found").arg(&data))
    })?;
    let (mut atout, mut peer) = (Command::new(program), Command::new(program));
    atout.arg("atout").arg(&data).arg(ws.site(""));
    peer.arg("peer").arg(&data);
    let servers = [Server::start(&mut atout)?, Server::start(&mut peer)?];
    step("Measuring", || in_turn(&servers, session.trim()))
}

fn build(ws: &Workspace) -> Result<PathBuf> {
    let words = ["build", "--quiet", "--release", "--package", "bench"];
    run(cargo().current_dir(ws.root()).args(words))?;
    Ok(ws.target("release/bench"))
}

/// Every round asks the one, then the other.
fn in_turn(servers: &[Server; 2], session: &str) -> Result<[Figures; 2]> {
    let load = |server: &Server, requests| {
        Load { address: server.address(), path: PAGE, session, requests, connections: CONNECTIONS }.run()
    };
    let mut figures = ["Atout", "axum + askama"].map(|name| Figures { name, bytes: 0, rounds: Vec::new() });
    for (server, figures) in servers.iter().zip(&mut figures) {
        let page = load(server, WARM_UP)?;
        let rows = page.matches(ROW).count();
        ensure!(rows == ROWS, "the page of {} has {rows} rows", figures.name);
        figures.bytes = page.len();
    }
    for _ in 0..ROUNDS {
        for (server, figures) in servers.iter().zip(&mut figures) {
            let before = server.seconds()?;
            load(server, REQUESTS)?;
            figures.rounds.push(server.seconds()? - before);
        }
    }
    Ok(figures)
}

/// Requests for each second of processor time, the fewest first.
fn rates(figures: &Figures) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let requests = REQUESTS as f64;
    let mut rates: Vec<f64> = figures.rounds.iter().map(|seconds| requests / seconds).collect();
    rates.sort_by(f64::total_cmp);
    rates
}

/// The middle one of several that are in order.
fn median(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn table(figures: &[Figures; 2]) -> String {
    let mut lines = vec![
        format!("{ROWS} seats on one page: {ROUNDS} rounds of {REQUESTS} requests, median (fewest to most)"),
        format!("{:16}{:>10}{:>10}{:>12}  requests/CPU-s", "", "requests", "CPU-s", "bytes/page"),
    ];
    for figures in figures {
        let rates = rates(figures);
        let (fewest, most) = (rates.first().copied().unwrap_or(0.0), rates.last().copied().unwrap_or(0.0));
        let (requests, seconds) = (figures.rounds.len() * REQUESTS, figures.rounds.iter().sum::<f64>());
        lines.push(format!(
            "{:16}{requests:>10}{seconds:>10.2}{:>12}  {:.0} ({fewest:.0} to {most:.0})",
            figures.name,
            figures.bytes,
            median(&rates),
        ));
    }
    let [ours, theirs] = figures;
    #[expect(clippy::cast_precision_loss, reason = "a page is not so long")]
    let bytes = ours.bytes as f64 / theirs.bytes as f64;
    let rate = median(&rates(ours)) / median(&rates(theirs));
    lines.push(format!("{:16}{:>32.2}  {rate:.2}", "ratio", bytes));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_the_median_of_the_rounds_and_their_span() {
        let ours = Figures { name: "ours", bytes: 300, rounds: vec![3.0, 1.0, 1.5] };
        let theirs = Figures { name: "theirs", bytes: 200, rounds: vec![0.5, 0.5, 0.5] };
        let text = table(&[ours, theirs]);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[2], ["ours", "900", "5.50", "300", "200", "(100", "to", "300)"]);
        assert_eq!(lines[3], ["theirs", "900", "1.50", "200", "600", "(600", "to", "600)"]);
        assert_eq!(lines[4], ["ratio", "1.50", "0.33"]);
    }
}
