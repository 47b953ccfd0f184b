//! What Atout is measured beside: the page of five hundred seats, from Atout and from a plain axum and askama handler.
//!
//! `cargo xtask bench` starts both, asks both for their page, and compares the processor time that it took them. Both are
//! in one program, so allocator, runtime, logging and build are the same. So are the database file, the cookie, the
//! columns, the words of every row and its link, and that the answer is not compressed; a test holds them to each other.
//!
//! Not the same: the plain handler knows one language, one policy, one order and no filter; it asks only for what the page
//! shows, through sqlx's own SQLite driver; it checks the session and nothing else; and it sends no security headers and
//! none of the data with which a browser takes the page over. It is what the page costs at the least, not another Atout.

mod company;
mod peer;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use axum::Router;
use server::{
    application::Application, assets::Assets, clock::Clock, config::Config, portal::store::Store, router,
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Atout's own allocator, for both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "\
bench found DATA        founds the company in a folder that is empty, and prints a session of its admin
bench atout DATA SITE   serves it with Atout, and prints the address
bench peer DATA         serves its page with axum and askama, and prints the address
";

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::new("info");
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match Box::pin(run(&words)).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether there is such a command, and what came of it.
async fn run(words: &[&str]) -> anyhow::Result<bool> {
    match words {
        ["found", data] => {
            let application = open(data).await?;
            let token = company::found(&application, company::SEATS).await?;
            application.database.close().await;
            println!("{}", token.expose());
        }
        ["atout", data, site] => {
            let application = open(data).await?;
            serve(atout(&application, Assets::load(Path::new(site))?).await?).await?;
        }
        ["peer", data] => serve(peer::router(Path::new(data), Clock::system()).await?).await?,
        _ => return Ok(false),
    }
    Ok(true)
}

async fn open(data: &str) -> anyhow::Result<Application> {
    Ok(Application::open(config(data.into()), Clock::system()).await?)
}

fn config(data: PathBuf) -> Config {
    Config { data, listen: SocketAddr::from(([127, 0, 0, 1], 0)), ..Config::default() }
}

/// Atout, which shows all seats on one page when it is asked to.
async fn atout(application: &Application, assets: Assets) -> anyhow::Result<Router> {
    let store = Store::open(application.clone()).await?.with_page_size_limit(company::SEATS);
    Ok(router::router_of(application, Arc::new(store), Arc::new(assets)))
}

/// Serves on a free port of this machine until the process is ended.
async fn serve(router: Router) -> anyhow::Result<()> {
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    println!("{}", listener.local_addr()?);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    Ok(axum::serve(listener, service).await?)
}

#[cfg(test)]
mod tests;
