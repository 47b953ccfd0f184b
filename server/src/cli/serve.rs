//! `atout serve`: opens everything, listens, and stops without dropping a request.

use std::{
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use axum::Router;
use clap::Args;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
};

use super::Place;
use crate::{
    application::Application,
    assets::{Assets, AssetsError},
    clock::Clock,
    config::Config,
    demonstration, router,
};

/// How long requests in hand may take once the server was told to stop.
const STOPPING: Duration = Duration::from_secs(8);

/// The arguments of `atout serve`.
#[derive(Args, Clone, Debug)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// The folder of the built client.
    #[arg(long, value_name = "DIR", env = "ATOUT_SITE", default_value = "target/site")]
    site: PathBuf,
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
    #[error("cannot listen on {listen}: {}", reason(source))]
    Listen {
        /// The address to listen on.
        listen: SocketAddr,
        /// What the operating system says.
        source: io::Error,
    },
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            "another program is listening there; choose another with --listen".to_owned()
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
        site: arguments.site,
        demonstration: arguments.demonstration,
        public_demonstration: arguments.demonstration_on_a_public_address,
        ..arguments.place.config()
    };
    // The port is taken first: a second start by mistake touches nothing.
    let config = config.checked().map_err(crate::application::StartError::from)?;
    let listener = listen(config.listen).await?;
    let config = Config { listen: listener.local_addr()?, ..config };
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
    serve(listener, router, signals).await?;
    application.database.close().await;
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
    format!("\n  Open    {}{sign_in}\n  Stop    Ctrl-C\n\n", config.origin())
}

async fn listen(listen: SocketAddr) -> Result<TcpListener, NotServed> {
    TcpListener::bind(listen).await.map_err(|source| NotServed::Listen { listen, source })
}

/// Serves until a signal; then takes no new connection, and gives those in hand their time.
async fn serve(
    listener: TcpListener,
    router: Router,
    (mut terminate, mut interrupt): (Signal, Signal),
) -> anyhow::Result<()> {
    let (stop, mut stopping) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        stop.send_replace(true);
    });
    let mut stopped = stopping.clone();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _closed = stopped.wait_for(|stop| *stop).await;
    });
    let overdue = async {
        let _closed = stopping.wait_for(|stop| *stop).await;
        tokio::time::sleep(STOPPING).await;
    };
    tokio::select! {
        served = serving.into_future() => Ok(served?),
        () = overdue => {
            tracing::warn!("stopped with requests in hand");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_port_in_use_is_told_with_the_way_out() {
        let taken = listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let refused = listen(taken.local_addr().unwrap()).await.unwrap_err().to_string();
        assert!(refused.contains("another program is listening there"), "{refused}");
        assert!(refused.contains("--listen"), "{refused}");
    }
}
