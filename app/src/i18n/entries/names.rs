//! What the ids of an entry are called.

use std::collections::BTreeMap;

use domain::{
    id::{KeyId, MembershipId, SeatId, UserId},
    language::Localised,
    programme::{Catalogue, OfferCode, OsType, SoftwareLanguage},
};

use super::{Teller, id};

/// What stands where a number is not known, because the entry names something that is not the company's.
const UNKNOWN_NUMBER: &str = "?";

/// The names of what entries mention, as far as the company knows them.
#[derive(Clone, Debug)]
pub struct Names<'a> {
    /// People, those who have left included.
    pub people: BTreeMap<UserId, String>,
    /// Seats, by their numbers.
    pub seats: BTreeMap<SeatId, u32>,
    /// Keys, by their numbers.
    pub keys: BTreeMap<KeyId, u32>,
    /// Offers that the company holds or has held.
    pub offers: BTreeMap<MembershipId, Localised>,
    /// The programme.
    pub catalogue: &'a Catalogue,
}

impl Names<'_> {
    pub(super) fn language(&self, code: &SoftwareLanguage) -> Localised {
        let known = self.catalogue.language(code);
        known.map_or_else(|| Localised::same(code.as_str()), |language| language.name.clone())
    }

    pub(super) fn os_type(&self, code: &OsType) -> Localised {
        let known = self.catalogue.os_type(code);
        known.map_or_else(|| Localised::same(code.as_str()), |os_type| os_type.name.clone())
    }
}

impl Teller<'_> {
    pub(super) fn person(self, user: UserId) -> String {
        let known = self.names.people.get(&user).cloned();
        known.unwrap_or_else(|| self.words.text(id::ACTIVITY_LOG_PERSON_UNKNOWN))
    }

    pub(super) fn seat(self, seat: SeatId) -> String {
        numbered(self.names.seats.get(&seat))
    }

    pub(super) fn key(self, key: KeyId) -> String {
        numbered(self.names.keys.get(&key))
    }

    pub(super) fn offer(self, membership: MembershipId, code: &OfferCode) -> String {
        let known = self.names.offers.get(&membership);
        known.map_or_else(|| code.to_string(), |offer| self.words.pick(offer))
    }
}

fn numbered(known: Option<&u32>) -> String {
    known.map_or_else(|| UNKNOWN_NUMBER.to_owned(), ToString::to_string)
}
