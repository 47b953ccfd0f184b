//! Many requests over a few connections at once.

use std::net::SocketAddr;
use std::thread;

use anyhow::{Context, Result, ensure};

use super::http::Connection;

/// What to ask for, how often, and over how many connections.
#[derive(Clone, Copy)]
pub struct Load<'a> {
    /// The server.
    pub address: SocketAddr,
    /// The page.
    pub path: &'a str,
    /// Who asks.
    pub session: &'a str,
    /// How often, in all.
    pub requests: usize,
    /// Over how many connections, each of which asks for its share one after the other.
    pub connections: usize,
}

impl Load<'_> {
    /// Asks, and gives the page that was answered last.
    ///
    /// # Errors
    /// When one of the answers is not a page.
    pub fn run(self) -> Result<String> {
        thread::scope(|scope| {
            let clients: Vec<_> = (0..self.connections).map(|_| scope.spawn(|| self.share())).collect();
            let mut last = String::new();
            for client in clients {
                let page = client.join().map_err(|_| anyhow::anyhow!("a connection panicked"))??;
                last = String::from_utf8(page).context("the page is not UTF-8")?;
            }
            Ok(last)
        })
    }

    fn share(&self) -> Result<Vec<u8>> {
        let mut connection = Connection::open(self.address, self.path, self.session)?;
        let mut page = connection.get()?;
        for _ in 1..self.requests / self.connections {
            page = connection.get()?;
        }
        ensure!(!page.is_empty(), "the page is empty");
        Ok(page)
    }
}
