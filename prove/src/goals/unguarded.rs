//! Negative controls of races: the same limits, decided by the program that asks, with nothing of the database's behind them.

use anyhow::Result;

use crate::{ground::Installation, race::at_once, reading::Reading};

/// What keeps a client waiting while another one writes, where the engine has such a thing.
fn client(installation: &Installation) -> Result<Reading> {
    let mut reading = installation.reading()?;
    if installation.engine() == crate::ground::Engine::Sqlite {
        reading.write("PRAGMA busy_timeout = 10000")?;
    }
    Ok(reading)
}

/// Lets `clients` take one of `free` seats each if they find that one is left, and says how many took one.
///
/// # Errors
/// What the database says.
pub fn seats(installation: &Installation, clients: usize, free: usize) -> Result<usize> {
    let mut reading = client(installation)?;
    reading.write("CREATE TABLE unguarded_seats (holder BIGINT NOT NULL)")?;
    let runners = (0..clients).map(|_| client(installation)).collect::<Result<Vec<_>>>()?;
    let taken = at_once(
        runners,
        |_| {},
        |mut runner| -> Result<u64> {
            if runner.count("unguarded_seats")? >= free {
                return Ok(0);
            }
            runner.write("INSERT INTO unguarded_seats (holder) VALUES (1)")
        },
    );
    let took = taken.into_iter().collect::<Result<Vec<_>>>()?.into_iter().sum::<u64>();
    reading.write("DROP TABLE unguarded_seats")?;
    Ok(usize::try_from(took)?)
}
