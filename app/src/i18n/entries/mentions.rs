//! Of what an entry needs the names.

use domain::{
    event::{Event, Named},
    id::{KeyId, SeatId, UserId},
};

/// What entries mention by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// People.
    pub people: Vec<UserId>,
    /// Seats.
    pub seats: Vec<SeatId>,
    /// Keys.
    pub keys: Vec<KeyId>,
}

impl Mentions {
    fn add(&mut self, named: Named) {
        self.people.extend(named.people.into_iter().flatten());
        self.seats.extend(named.seat);
        self.keys.extend(named.key);
    }

    fn each_once(mut self) -> Self {
        self.people.sort_unstable();
        self.people.dedup();
        self.seats.sort_unstable();
        self.seats.dedup();
        self.keys.sort_unstable();
        self.keys.dedup();
        self
    }
}

/// What the events mention, each of it once.
pub fn mentioned<'a>(events: impl IntoIterator<Item = &'a Event>) -> Mentions {
    let mut mentions = Mentions::default();
    for event in events {
        mentions.add(event.named());
        if let Event::CommandRefused { command, .. } = event {
            mentions.add(command.named());
        }
    }
    mentions.each_once()
}
