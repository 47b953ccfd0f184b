//! `atout copy`: a database from where it lives to where it shall live, from the shell.

use clap::Args;

use crate::db::{Database, Home, copy};

/// The arguments of `atout copy`.
#[derive(Args, Clone, Debug)]
pub struct Copy {
    /// Where the database lives: a data folder, or postgres://user:password@host/database.
    #[arg(long, value_name = "URL")]
    from: Home,
    /// Where it shall live; nothing may be there yet.
    #[arg(long, value_name = "URL")]
    to: Home,
}

/// Copies a database, table by table, and compares what was written with what was read.
///
/// # Errors
/// Whatever kept it from being copied; nothing was written then.
pub async fn run(arguments: Copy) -> anyhow::Result<()> {
    let Copy { from: source, to: target } = arguments;
    anyhow::ensure!(Database::find(&source).await?, "there is no database in {source}");
    let (from, to) = (Database::open(&source).await?, Database::open(&target).await?);
    let copied = copy::copy(&from, (&to, &target)).await;
    from.close().await;
    to.close().await;
    let contents = copied?;
    let widest = contents.keys().map(String::len).max().unwrap_or_default();
    for (table, content) in &contents {
        println!("{table:widest$}  {content}");
    }
    println!(
        "{target} holds the same as {source}. The key ring and the checkpoints are files: copy them as well."
    );
    Ok(())
}
