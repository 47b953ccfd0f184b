//! An open row of Software.

use domain::{
    day::Day,
    id::{ActivationId, KeyId},
    language::Localised,
    programme::{OsType, Package, SoftwareLanguage},
    software::{Hardware, SoftwareBenefit},
};
use serde::{Deserialize, Serialize};

use super::Source;

/// An open row of Software.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftwareOpen {
    /// What the product is.
    pub summary: Localised,
    /// The facts that the rules ask for.
    pub facts: SoftwareBenefit,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The special instructions.
    pub instructions: Localised,
    /// Why the product has no key.
    pub why_no_key: Option<Localised>,
    /// The keys that the company has got, masked.
    pub keys: Vec<KeyRow>,
    /// The machines on which it is activated, the latest first.
    pub activations: Vec<ActivationRow>,
    /// The languages that the product comes in.
    pub languages: Vec<(SoftwareLanguage, Localised)>,
    /// The operating systems that it runs on.
    pub os_types: Vec<(OsType, Localised)>,
    /// What counts as chosen: what the person chose, here or last for another product that has it too; or what there is
    /// alone.
    pub chosen: (Option<SoftwareLanguage>, Option<OsType>),
    /// What there is to download for that choice, for those who may get keys.
    pub packages: Vec<Package>,
}

/// A key, masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRow {
    /// The key.
    pub key: KeyId,
    /// Who saw it first, and when (R30).
    pub first_viewed: Option<(String, Day)>,
}

/// A recorded activation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivationRow {
    /// The activation.
    pub activation: ActivationId,
    /// The machine.
    pub machine: String,
    /// Its hardware.
    pub hardware: Hardware,
    /// How many of the granted units it takes; 0 when it does not count (R32).
    pub units: u32,
    /// When it was recorded.
    pub on: Day,
    /// Who recorded it.
    pub by: String,
}
