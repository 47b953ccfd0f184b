//! Companies that are founded from the shell, as an operator does it, and their admins who accept.

use anyhow::{Context, Result, ensure};

use crate::{ground::Installation, http::Client, process::Server};

/// The password that founded people choose.
pub const PASSWORD: &str = "a town of two hundred";

/// Founds a company that holds an offer, and gives its name and the link of its Global admin.
///
/// # Errors
/// What the shell says.
pub fn company(installation: &Installation, number: usize, offer: &[&str]) -> Result<(String, String)> {
    let name = format!("Company {number:03}");
    let (id, admin) = (format!("{}", 100_000 + number), format!("person-0@company-{number}.example"));
    let created = said(
        installation,
        &[
            "company", "create", "--name", &name, "--mpn-id", &id, "--country", "FR", "--location", "Lyon",
            "--admin", &admin, "--admin-name", "Ada Admin",
        ],
    )?;
    membership(installation, &name, offer)?;
    Ok((name, created))
}

/// Lets a company hold an offer.
///
/// # Errors
/// What the shell says.
pub fn membership(installation: &Installation, company: &str, offer: &[&str]) -> Result<()> {
    said(installation, &[&["membership", "record", "--company", company][..], offer].concat()).map(drop)
}

/// The browser of somebody who accepts an invitation by the link that the shell has printed.
///
/// # Errors
/// When it is not accepted.
pub fn accepted(server: &Server, link: &str) -> Result<Client> {
    let token = link.split("token=").nth(1).context("no link was printed")?.trim();
    let mut client = Client::new(server.address());
    let answer = client.post("/act/accept-invitation", &[("token", token), ("password", PASSWORD)]).answer();
    ensure!(answer.is_some_and(|answer| answer.status == 303), "a link was not accepted");
    Ok(client)
}

/// What the shell prints.
///
/// # Errors
/// What it says instead.
pub fn said(installation: &Installation, words: &[&str]) -> Result<String> {
    let done = installation.run(words)?;
    ensure!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr).trim());
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
