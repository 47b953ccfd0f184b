//! `atout config`: what the settings are, and where each comes from.

use clap::{Args, Subcommand};

use super::place::Said;
use crate::config::settings::Told;

/// What can be asked about the settings.
#[derive(Clone, Debug, Subcommand)]
pub enum Config {
    /// Prints every setting with where it comes from, and says what is wrong with them.
    Check(Check),
}

/// The arguments of `atout config check`: the settings themselves.
#[derive(Args, Clone, Debug)]
pub struct Check {
    #[command(flatten)]
    said: Said,
}

/// The settings cannot be used. Ends the program with code 2.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n       "))]
pub struct Unusable(Vec<String>);

/// Prints the settings.
///
/// # Errors
/// [`Unusable`], with everything that is wrong with them.
pub fn run(command: Config) -> anyhow::Result<()> {
    let Config::Check(Check { said: Said(settings) }) = command;
    print!("{}", table(&settings.told()));
    let config =
        settings.config().map_err(|faults| Unusable(faults.iter().map(ToString::to_string).collect()))?;
    config.checked().map_err(|error| Unusable(vec![error.to_string()]))?;
    Ok(())
}

/// One line for each setting, with its columns under each other.
fn table(told: &[Told]) -> String {
    let value = |told: &Told| told.value.clone().unwrap_or_else(|| "-".to_owned());
    let wide =
        |texts: &mut dyn Iterator<Item = String>| texts.map(|text| text.chars().count()).max().unwrap_or(0);
    let name_width = wide(&mut told.iter().map(|told| told.name.to_owned()));
    let value_width = wide(&mut told.iter().map(value));
    let line =
        |told: &Told| format!("{:name_width$}  {:value_width$}  {}\n", told.name, value(told), told.from);
    told.iter().map(line).collect()
}
