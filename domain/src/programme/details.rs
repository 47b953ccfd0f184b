//! What each family needs to know about its products, beyond name and quantity.
//!
//! Owns the facts that the catalogue states; refuses to know any state: no key, no seat, no date is here.

use serde::{Deserialize, Serialize};

use super::{Family, OsType, SoftwareLanguage};
use crate::language::Localised;

/// The facts that one family needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Details {
    /// Of software to install.
    Software(SoftwareDetails),
    /// Of a cloud subscription.
    Cloud(CloudDetails),
    /// Of a Visual Studio subscription.
    VisualStudio(VisualStudioDetails),
    /// Of a technical benefit.
    Technical(TechnicalDetails),
    /// Of a go-to-market benefit.
    GoToMarket(GoToMarketDetails),
}

impl Details {
    /// The family whose facts they are.
    #[must_use]
    pub const fn family(&self) -> Family {
        match self {
            Self::Software(_) => Family::Software,
            Self::Cloud(_) => Family::Cloud,
            Self::VisualStudio(_) => Family::VisualStudio,
            Self::Technical(_) => Family::Technical,
            Self::GoToMarket(_) => Family::GoToMarket,
        }
    }
}

/// A way out to a portal that is not ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOff {
    /// The name of the portal.
    pub name: Localised,
    /// Its https address.
    pub url: String,
}

/// Which keys a software product has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyKind {
    /// One key for the company, activated as many times as licences are granted.
    MultipleActivation,
    /// Keys of one installation each, drawn from a stock.
    SingleUse,
    /// No key at all (R34).
    None,
}

/// The facts of software.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftwareDetails {
    /// Which keys it has.
    pub keys: KeyKind,
    /// How many units one single-use key covers: 16 where a key is for a server of 16 cores.
    pub units_per_key: u32,
    /// Why it has no key, when it has none.
    pub why_no_key: Option<Localised>,
    /// The special instructions, one step to a line.
    pub instructions: Localised,
    /// The languages to choose from.
    pub languages: Vec<SoftwareLanguage>,
    /// The types of operating system to choose from.
    pub os_types: Vec<OsType>,
    /// What can be downloaded, at most one package for each choice.
    pub packages: Vec<Package>,
}

impl SoftwareDetails {
    /// The package for one choice, if there is one (R31).
    #[must_use]
    pub fn package_for(&self, language: &SoftwareLanguage, os_type: &OsType) -> Option<&Package> {
        self.packages.iter().find(|package| package.language == *language && package.os_type == *os_type)
    }

    /// The language and the type of operating system that count as chosen, where these choices are `remembered`, from
    /// the one that matters most. What the product does not have is no choice, and what it has alone needs none.
    #[must_use]
    pub fn chosen<'a>(
        &'a self,
        remembered: impl Iterator<Item = (&'a SoftwareLanguage, &'a OsType)> + Clone,
    ) -> (Option<&'a SoftwareLanguage>, Option<&'a OsType>) {
        let language = chosen(&self.languages, remembered.clone().map(|(language, _)| language));
        let os_type = chosen(&self.os_types, remembered.map(|(_, os_type)| os_type));
        (language, os_type)
    }
}

fn chosen<'a, C: PartialEq>(offered: &'a [C], mut remembered: impl Iterator<Item = &'a C>) -> Option<&'a C> {
    match offered {
        [only] => Some(only),
        _ => remembered.find(|code| offered.contains(code)),
    }
}

/// A file to download and install.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// The language that it installs.
    pub language: SoftwareLanguage,
    /// The type of operating system that it installs on.
    pub os_type: OsType,
    /// The name of the file, the same in every language of the screens.
    pub name: String,
    /// Its https address.
    pub url: String,
    /// Its size in megabytes.
    pub size_mb: u32,
}

/// How a credit is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Credit {
    /// Each month; what is left of it lapses with the month.
    Monthly,
    /// Once a year.
    Bulk,
}

/// How a cloud subscription is activated (R36).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CloudBilling {
    /// By assigning a person, who uses up a credit.
    UsageBased {
        /// How the credit is given.
        credit: Credit,
    },
    /// By a key.
    LicenceBased,
}

/// The facts of a cloud subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloudDetails {
    /// How it is activated.
    pub billing: CloudBilling,
    /// The special instructions, one step to a line.
    pub instructions: Localised,
    /// Where it is used.
    pub portal: HandOff,
}

/// The facts of a Visual Studio subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisualStudioDetails {
    /// The special instructions, one step to a line.
    pub instructions: Localised,
    /// Where the holder of a seat uses it.
    pub portal: HandOff,
}

/// What a technical benefit consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TechnicalKind {
    /// Support incidents for installed products.
    Incidents,
    /// Support for cloud services.
    CloudSupport,
    /// Hours of a consultant.
    AdvisoryHours,
    /// Presales and deployment services.
    Presales,
}

/// The facts of a technical benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TechnicalDetails {
    /// What it consists of.
    pub kind: TechnicalKind,
    /// The special instructions, one step to a line.
    pub instructions: Localised,
    /// Where it is used.
    pub portal: HandOff,
}

/// What a go-to-market benefit consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoToMarketKind {
    /// Something that is made for the company.
    Offer,
    /// Material to take and use.
    Resource,
    /// Something to take part in.
    Programme,
    /// Somebody's help.
    Assistance,
}

/// The facts of a go-to-market benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoToMarketDetails {
    /// The benefit under whose name it is listed: Silver Core (R68).
    pub group: Localised,
    /// What it consists of.
    pub kind: GoToMarketKind,
    /// What the company gets, and how.
    pub description: Localised,
}
