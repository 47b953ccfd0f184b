//! One installation under load, page after page, then command after command.

use std::{net::Ipv4Addr, thread, time::Duration};

use anyhow::{Context, Result, ensure};
use domain::id::{BenefitId, UserId};

use crate::{
    browsers::{Browser, Browsers, Worked},
    cast::Company,
    ground::Installation,
    http::Client,
    process::Server,
    proof::Size,
    reading::Reading,
};

/// How many ask at once.
const CLIENTS: usize = 16;
/// The page that is asked for.
const PAGE: &str = "/benefits/visual-studio";

/// Who asks, and for whom they give a seat.
#[derive(Clone, Debug)]
pub struct User {
    /// The address of their account.
    pub email: String,
    /// Their password.
    pub password: &'static str,
    /// A pool of their company.
    pub pool: BenefitId,
    /// Somebody of their company who has no seat.
    pub holder: UserId,
}

/// What was measured.
pub struct Figures {
    /// Memory before anybody has asked anything, in KiB.
    pub idle_kib: u64,
    /// The most memory under load, in KiB.
    pub busy_kib: u64,
    /// The pages.
    pub pages: Worked,
    /// The commands.
    pub commands: Worked,
}

/// The admin of a company of the demonstration, once for each browser.
///
/// # Errors
/// When there are not as many people without a seat.
pub fn of_the_demonstration(reading: &mut Reading, company: &Company) -> Result<Vec<User>> {
    let pool = company.pool(reading, "cloud-productivity")?;
    let account = format!(
        "SELECT email FROM accounts JOIN users USING (account_id) WHERE user_id = '{}'",
        company.admin
    );
    let (email, password) = (reading.text(&account)?, "atout-demonstration");
    let people = company.seatless(reading, CLIENTS)?.into_iter();
    Ok(people.map(|holder| User { email: email.clone(), password, pool, holder }).collect())
}

/// Serves it, and asks as much as it answers.
///
/// # Errors
/// What was not answered.
pub fn measured(installation: &Installation, users: &[User], size: Size) -> Result<Figures> {
    let hold = Duration::from_secs(if size == Size::Full { 15 } else { 1 });
    let server = installation.serve_with(|command| {
        command.env("ATOUT_TRUSTED_PROXIES", "127.0.0.1");
    })?;
    thread::sleep(Duration::from_secs(1));
    let idle_kib = server.memory_kib();
    let browsers =
        users.iter().cycle().take(CLIENTS).zip(0..).map(|(user, number)| browser(&server, user, number));
    let mut browsers = Browsers::of(browsers.collect::<Result<_>>()?);
    server.forget_peak()?;
    // Caches and connections first.
    browsers.read(PAGE, hold / 10)?;
    let pages = browsers.read(PAGE, hold)?;
    let commands = browsers.work(hold)?;
    Ok(Figures { idle_kib, busy_kib: server.peak_kib(), pages, commands })
}

/// A browser in which somebody has signed in with a password.
fn browser(server: &Server, user: &User, number: u8) -> Result<Browser> {
    let mut client = Client::new(server.address()).from(Ipv4Addr::new(10, 0, 0, number + 1));
    let fields = [("address", user.email.as_str()), ("password", user.password)];
    client.post("/act/sign-in", &fields).answer().context("a sign-in was not answered")?;
    ensure!(client.is_signed_in(), "{} was not let in", user.email);
    Ok(Browser::new(client, (user.pool, user.holder), format!("sized-{number:03}")))
}
