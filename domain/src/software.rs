//! Software benefits: keys, their reveals, activations, what is downloaded (R29 to R35).
//!
//! Owns when a key may be shown and when an activation counts; refuses to know the key itself.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    policy::{ActivationCounting, Policy},
    programme::{KeyKind, Unit},
};

/// The facts of a software benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftwareBenefit {
    /// The kind of its keys.
    pub keys: KeyKind,
    /// The last day on which it is usable (R63).
    pub usable_until: Day,
    /// What is granted: licences, or cores.
    pub unit: Unit,
    /// How many of them are granted.
    pub granted: u32,
    /// How many of them one installation takes: 16 where a key is for a server of 16 cores.
    pub units_per_key: u32,
    /// How many of them the recorded activations have taken.
    pub activated: u32,
    /// Keys that the company has got.
    pub issued: u32,
    /// Keys of this product that are left in stock, as far as the company could get them.
    pub in_stock: u32,
}

/// How many keys a company gets that asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysListed {
    /// Keys to be drawn from the stock now; 0 when the company has them already.
    pub drawn: u32,
    /// Activations that each key allows.
    pub maximum: u32,
}

/// How a key leaves its mask. Each of them is a reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reveal {
    /// Shown on the screen for 30 seconds.
    Shown,
    /// Copied without being shown.
    Copied,
}

/// The hardware of a machine whose activation is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hardware {
    /// As it was when the machine was last recorded.
    Unchanged,
    /// Changed significantly since.
    Changed,
}

/// An activation was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivationRecorded {
    /// How many of the granted units it takes; 0 when it does not count (R32).
    pub units: u32,
}

/// Why a key is not shown, or an activation not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SoftwareRefusal {
    /// The offers behind the benefit have lapsed (R35).
    BenefitClosed {
        /// The last day on which it was usable.
        since: Day,
    },
    /// The product has no key, such as a client access licence (R34).
    NoKeys,
    /// The stock does not hold enough keys; the operator adds some.
    StockEmpty,
    /// The installation's key ring is missing: keys cannot be read until the operator restores it.
    KeyRingMissing,
    /// Keys have to be got before one is shown or an activation recorded.
    KeysNotIssued,
    /// Every activation is used; no more are granted (R33).
    MaximumReached {
        /// The maximum.
        maximum: u32,
        /// Of what.
        unit: Unit,
        /// Whether a machine that is known, with the same hardware, can still be recorded: it would not count.
        known_may_repeat: bool,
    },
    /// The product has no package for this language and operating system (R31).
    NoPackage,
}

impl SoftwareBenefit {
    /// Gets the keys: issued the first time, listed afterwards, always masked (R29).
    ///
    /// # Errors
    /// [`SoftwareRefusal`] when there are none, or the benefit is closed.
    pub fn get_keys(&self, today: Day) -> Result<KeysListed, SoftwareRefusal> {
        let (wanted, maximum) = match self.keys {
            KeyKind::None => return Err(SoftwareRefusal::NoKeys),
            KeyKind::MultipleActivation => (1, self.granted),
            KeyKind::SingleUse => (self.granted.div_ceil(self.units_per_key.max(1)), 1),
        };
        self.is_open(today)?;
        let drawn = wanted.saturating_sub(self.issued);
        if drawn > self.in_stock {
            return Err(SoftwareRefusal::StockEmpty);
        }
        Ok(KeysListed { drawn, maximum })
    }

    /// Whether one of the keys may leave its mask (R30).
    ///
    /// # Errors
    /// [`SoftwareRefusal`] when there are none, or the benefit is closed.
    pub fn reveal(&self, today: Day) -> Result<(), SoftwareRefusal> {
        self.has_issued_keys(today)
    }

    /// Records an activation on a machine that is known already, or not (R32, R33).
    ///
    /// # Errors
    /// [`SoftwareRefusal::MaximumReached`] when it would count and every activation is used, and as above.
    pub fn record_activation(
        &self,
        machine_is_known: bool,
        hardware: Hardware,
        policy: &Policy,
        today: Day,
    ) -> Result<ActivationRecorded, SoftwareRefusal> {
        self.has_issued_keys(today)?;
        let counts = match policy.activation_counting {
            ActivationCounting::EveryActivation => true,
            ActivationCounting::MachineChange => !machine_is_known || hardware == Hardware::Changed,
        };
        if !counts {
            return Ok(ActivationRecorded { units: 0 });
        }
        match self.granted.saturating_sub(self.activated) {
            0 => Err(self.maximum_reached(policy)),
            left => Ok(ActivationRecorded { units: self.units_per_key.clamp(1, left) }),
        }
    }

    /// Whether there is a machine of which an activation can be recorded. At the maximum these are the known ones, which
    /// do not count again.
    ///
    /// # Errors
    /// As [`Self::record_activation`].
    pub fn can_record_activation(&self, policy: &Policy, today: Day) -> Result<(), SoftwareRefusal> {
        self.record_activation(self.knows_machines(), Hardware::Unchanged, policy, today).map(|_| ())
    }

    /// The refusal of an activation that would count where nothing is left (R33).
    #[must_use]
    pub fn maximum_reached(&self, policy: &Policy) -> SoftwareRefusal {
        let known_may_repeat =
            policy.activation_counting == ActivationCounting::MachineChange && self.knows_machines();
        SoftwareRefusal::MaximumReached { maximum: self.granted, unit: self.unit, known_may_repeat }
    }

    /// Whether a machine is recorded: the first of each counts.
    const fn knows_machines(&self) -> bool {
        self.activated > 0
    }

    fn has_issued_keys(&self, today: Day) -> Result<(), SoftwareRefusal> {
        if self.keys == KeyKind::None {
            return Err(SoftwareRefusal::NoKeys);
        }
        self.is_open(today)?;
        if self.issued == 0 { Err(SoftwareRefusal::KeysNotIssued) } else { Ok(()) }
    }

    /// Whether the benefit is usable on `today` (R35, R63).
    ///
    /// # Errors
    /// [`SoftwareRefusal::BenefitClosed`].
    pub fn is_open(&self, today: Day) -> Result<(), SoftwareRefusal> {
        if today > self.usable_until {
            Err(SoftwareRefusal::BenefitClosed { since: self.usable_until })
        } else {
            Ok(())
        }
    }
}
