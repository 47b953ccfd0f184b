//! `atout serve`: opens everything, listens, and stops without dropping a request.

use std::{
    io::{self, Write},
    net::SocketAddr,
    sync::Arc,
    time::Duration,
};

use axum::Router;
use clap::Args;
use tokio::{
    net::{TcpListener, TcpSocket},
    signal::unix::{Signal, SignalKind, signal},
    task::JoinHandle,
    time::{sleep, timeout},
};

use super::{Place, place::Served};
use crate::{
    application::Application,
    assets::{Assets, AssetsError},
    checkpoint::Keeper,
    clock::Clock,
    config::{
        Config,
        setting::{LISTEN, METRICS_LISTEN},
    },
    demonstration, metrics, router,
    serving::{self, Draining, Serving},
};

/// How long the server goes on taking connections after it has said that it is about to close, so that whoever sends people
/// here hears of it first. Who has stopped it from a keyboard does not wait for that.
const NOTICE: Duration = Duration::from_secs(1);
/// How long the database may take to close.
const CLOSING: Duration = Duration::from_millis(1500);
/// How many connections the system keeps until they are accepted, which takes a moment: as many as Linux keeps at all unless
/// it is told otherwise. Beyond that it drops them, and whoever comes then waits for a second and more.
const COMING: u32 = 4096;
/// Metrics are read by one program, or by a few.
const METRICS_CONNECTIONS: usize = 16;

/// The arguments of `atout serve`.
#[derive(Args, Clone, Debug)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    served: Served,
    /// Fills an empty database with made-up companies, and lets anybody sign in as one of their people.
    #[arg(long)]
    demonstration: bool,
    /// Serves the demonstration even where others can reach it.
    #[arg(long, requires = "demonstration")]
    demonstration_on_a_public_address: bool,
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum NotServed {
    /// The built client cannot be read.
    #[error(transparent)]
    Assets(#[from] AssetsError),
    /// Another program listens there, or this one may not.
    #[error("cannot listen on {listen}: {}", reason(option, source))]
    Listen {
        /// What says where to listen, such as `listen`.
        option: &'static str,
        /// The address to listen on.
        listen: SocketAddr,
        /// What the operating system says.
        source: io::Error,
    },
}

fn reason(option: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("another program is listening there; choose another with --{option}")
        }
        _ => error.to_string(),
    }
}

/// Serves until the process is told to stop.
///
/// # Errors
/// Whatever kept it from beginning, or from going on.
pub async fn run(arguments: Serve) -> anyhow::Result<()> {
    let config = Config {
        demonstration: arguments.demonstration,
        public_demonstration: arguments.demonstration_on_a_public_address,
        ..arguments.place.config()
    };
    // The ports are taken first: a second start by mistake touches nothing.
    let config = config.checked().map_err(crate::application::StartError::from)?;
    let listener = listen(LISTEN, config.listen)?;
    let measured = match config.metrics_listen {
        Some(address) => Some(listen(METRICS_LISTEN, address)?),
        None => None,
    };
    // Port 0 has become the one that the system has chosen.
    let metrics_listen = measured.as_ref().map(TcpListener::local_addr).transpose()?;
    let config = Config { listen: listener.local_addr()?, metrics_listen, ..config };
    let assets = Assets::load(&config.site).map_err(NotServed::from)?;
    let application = Application::open(config, Clock::system()).await?;
    if !application.config.demonstration {
        demonstration::keep_out(&application).await?;
    } else if demonstration::fill(&application).await? {
        tracing::info!("the demonstration is filled");
    }
    let router = router::router(&application, Arc::new(assets)).await?;
    // Before it is said that the server serves: who hears that may tell it to stop at once.
    let signals = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tracing::info!(address = %application.config.listen, "serving");
    // A shell that nobody reads any more must not keep the server from serving.
    let _ = io::stdout().write_all(greeting(&application.config).as_bytes());
    let keeper = Keeper::begin(application.clone());
    serve(&application, (listener, router), measured, signals).await;
    let closing = async {
        keeper.end().await;
        application.database.close().await;
    };
    if timeout(CLOSING, closing).await.is_err() {
        tracing::warn!("the database did not close in time");
    }
    tracing::info!("stopped");
    Ok(())
}

/// Where to go from the shell.
fn greeting(config: &Config) -> String {
    let sign_in = if config.demonstration {
        "\n          Its sign-in page lets you in as any of its made-up people, by one click."
    } else {
        ""
    };
    let metrics = config
        .metrics_listen
        .map_or_else(String::new, |address| format!("\n  Metrics http://{address}/metrics"));
    format!("\n  Open    {}{sign_in}{metrics}\n  Stop    Ctrl-C\n\n", config.origin())
}

fn listen(option: &'static str, listen: SocketAddr) -> Result<TcpListener, NotServed> {
    let listening = || {
        let socket = if listen.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        // What an earlier server has left of its connections keeps no new one from its port.
        socket.set_reuseaddr(true)?;
        socket.bind(listen)?;
        socket.listen(COMING)
    };
    listening().map_err(|source| NotServed::Listen { option, listen, source })
}

/// Serves people, and whoever reads the metrics, until a signal.
async fn serve(
    application: &Application,
    (listener, router): (TcpListener, Router),
    measured: Option<TcpListener>,
    signals: (Signal, Signal),
) {
    stop_at(signals, application.draining.clone());
    let serving = |router, connections| Serving {
        router,
        connections,
        metrics: Arc::clone(&application.metrics),
        draining: application.draining.clone(),
    };
    let measuring = measured.map(|listener| {
        let router = metrics::routes(application.clone());
        tokio::spawn(serving(router, METRICS_CONNECTIONS).serve(listener))
    });
    let connections = serving::affordable(application.config.connections);
    serving(router, connections).serve(listener).await;
    if let Some(measuring) = measuring {
        // It ends by itself, since it was told to stop as well.
        let _ = measuring.await;
    }
}

/// Begins to stop at the first signal.
fn stop_at((mut terminate, mut interrupt): (Signal, Signal), draining: Draining) -> JoinHandle<()> {
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {
                draining.begin();
                tracing::info!("told to stop: not ready any more");
                sleep(NOTICE).await;
            }
            _ = interrupt.recv() => draining.begin(),
        }
        draining.close();
    })
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpStream;

    use super::*;

    #[tokio::test]
    async fn a_port_in_use_is_told_with_the_way_out() {
        let taken = listen(LISTEN, "127.0.0.1:0".parse().unwrap()).unwrap();
        for option in [LISTEN, METRICS_LISTEN] {
            let refused = listen(option, taken.local_addr().unwrap()).unwrap_err().to_string();
            assert!(refused.contains("another program is listening there"), "{refused}");
            assert!(refused.ends_with(&format!("--{option}")), "{refused}");
        }
    }

    #[tokio::test]
    async fn hundreds_who_come_at_once_are_kept_until_it_is_their_turn() {
        let listener = listen(LISTEN, "127.0.0.1:0".parse().unwrap()).unwrap();
        let address = listener.local_addr().unwrap();
        let mut connected = Vec::new();
        for _ in 0..600 {
            let coming = timeout(Duration::from_millis(900), TcpStream::connect(address)).await;
            connected.push(coming.expect("the system drops who comes then").unwrap());
        }
    }
}
