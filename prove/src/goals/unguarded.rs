//! Negative controls of races: the product’s own tables, with a client that looks what is free and then takes it, and
//! nothing of the database’s behind it.

use anyhow::Result;

use crate::{
    ground::{Engine, Installation},
    race::at_once,
    reading::Reading,
};

/// Lets so many look, each for the first that `free` finds, and then take it by the statement that `take` makes of the
/// client’s number and what it has found. How many have taken something.
///
/// # Errors
/// What the database says.
pub fn taken(
    installation: &Installation,
    clients: usize,
    free: &str,
    take: impl Fn(usize, &str) -> String + Sync,
) -> Result<usize> {
    let runners = (0..clients).map(|_| client(installation)).collect::<Result<Vec<_>>>()?;
    let taken = at_once(
        runners.into_iter().enumerate().collect(),
        |_| {},
        |(number, mut client)| -> Result<u64> {
            let found = client.texts(free)?;
            found.first().map_or(Ok(0), |found| client.write(&take(number, found)))
        },
    );
    let took = taken.into_iter().collect::<Result<Vec<_>>>()?.into_iter().sum::<u64>();
    Ok(usize::try_from(took)?)
}

/// What keeps a client waiting while another one writes, where the engine has such a thing.
fn client(installation: &Installation) -> Result<Reading> {
    let mut reading = installation.reading()?;
    if installation.engine() == Engine::Sqlite {
        reading.write("PRAGMA busy_timeout = 10000")?;
    }
    Ok(reading)
}
