//! What needs somebody: for each matter that waits, whose it is to settle (R15, R24, R90).
//!
//! Owns that one question, so that nobody is shown as theirs what they cannot act on; refuses to know how a matter is
//! settled, which is with its noun.

use crate::{
    id::UserId,
    membership::Stage,
    policy::Policy,
    programme::Family,
    role::{Action, Rights, Standing},
    visual_studio::SeatState,
};

/// Something of a company that may wait for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A seat, as it stands.
    Seat(SeatState),
    /// An offer, as it stands.
    Offer(Stage),
    /// What was granted in a family and nobody has: keys that were never got, seats without a holder.
    Unused(Family),
}

/// Whose it is to settle a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nobody’s: nothing waits, or nothing can be done about it here.
    Nobodys,
    /// One person’s.
    Persons(UserId),
    /// Everybody’s who may do this.
    Those(Action),
}

impl Matter {
    /// Whose this matter is.
    #[must_use]
    #[expect(clippy::match_same_arms, reason = "a noun at a time, each with its reason")]
    pub const fn whose(self) -> Whose {
        match self {
            // Whoever assigns it can change it, but the next step is its holder's.
            Self::Seat(SeatState::Assigned { holder, .. }) => Whose::Persons(holder),
            Self::Seat(SeatState::Free | SeatState::Activated { .. } | SeatState::CoolingDown { .. }) => {
                Whose::Nobodys
            }
            Self::Offer(Stage::RenewalWindow { .. }) => Whose::Those(Action::RenewOffers),
            // Before its anniversary an offer cannot be renewed yet, after its window not any more (R15).
            Self::Offer(Stage::Active | Stage::Lapsed { .. }) => Whose::Nobodys,
            Self::Unused(Family::Software) => Whose::Those(Action::GetKeys),
            Self::Unused(Family::VisualStudio) => Whose::Those(Action::AssignBenefits),
            // These are put to use outside of Atout.
            Self::Unused(Family::Cloud | Family::Technical | Family::GoToMarket) => Whose::Nobodys,
        }
    }

    /// Whether this matter needs `person`, who has `rights`.
    #[must_use]
    pub fn needs(self, person: UserId, rights: &Rights, policy: &Policy) -> bool {
        match self.whose() {
            Whose::Nobodys => false,
            Whose::Persons(whose) => whose == person && rights.standing == Standing::Active,
            Whose::Those(action) => rights.allow(action, policy).is_ok(),
        }
    }
}
