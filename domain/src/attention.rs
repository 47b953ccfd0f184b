//! What needs somebody: for each matter that waits, whose next step it is (R15, R24, R90).
//!
//! Owns that one question. A step is somebody's when it can be taken now, here or elsewhere, and it is known by whom: by
//! one person, or by those whom the permission table allows it. Refuses to know how it is taken, which is with its noun.

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

/// Whose the next step of a matter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nobody’s: no step can be taken now, or the permission table does not say by whom.
    Nobodys,
    /// One person’s.
    Persons(UserId),
    /// Everybody’s who may do this.
    Those(Action),
}

impl Matter {
    /// Whose this matter’s next step is.
    #[must_use]
    #[expect(clippy::match_same_arms, reason = "a noun at a time, each with its reason")]
    pub const fn whose(self) -> Whose {
        match self {
            // Whoever assigns it can change it, but the next step is its holder's.
            Self::Seat(SeatState::Assigned { holder, .. }) => Whose::Persons(holder),
            Self::Seat(SeatState::Free | SeatState::Activated { .. } | SeatState::CoolingDown { .. }) => {
                Whose::Nobodys
            }
            // It is renewed elsewhere, by those whom the table allows it.
            Self::Offer(Stage::RenewalWindow { .. }) => Whose::Those(Action::RenewOffers),
            // Before its anniversary an offer cannot be renewed yet, after its window not any more (R15).
            Self::Offer(Stage::Active | Stage::Lapsed { .. }) => Whose::Nobodys,
            Self::Unused(Family::Software) => Whose::Those(Action::GetKeys),
            Self::Unused(Family::VisualStudio) => Whose::Those(Action::AssignBenefits),
            // The table has no action for putting these to use.
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
