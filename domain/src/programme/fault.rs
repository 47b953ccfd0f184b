//! What can be wrong with a catalogue, and where.
//!
//! Owns the facts of each fault; refuses to know the words for it, and the lines of the file.

use std::fmt;

use super::{CompetencyCode, Family, Level, OsType, SoftwareLanguage, Unit};
use crate::language::Language;

/// Something that is wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFault {
    /// Where it is wrong.
    pub place: Place,
    /// What is wrong.
    pub kind: FaultKind,
}

/// A place in a catalogue: `products[3].packages[1].language`, and the code of the entry that it is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    steps: Vec<Step>,
    code: Option<String>,
}

/// One step towards a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field.
    Field(&'static str),
    /// Into an item of a list, counted from zero.
    Item(usize),
}

impl Place {
    /// The field `name` of this place.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.then(Step::Field(name))
    }

    /// The item `index` of the list `name` of this place.
    #[must_use]
    pub fn item(&self, name: &'static str, index: usize) -> Self {
        self.field(name).then(Step::Item(index))
    }

    /// This place, in the entry filed under `code`.
    #[must_use]
    pub fn of(mut self, code: impl fmt::Display) -> Self {
        self.code = Some(code.to_string());
        self
    }

    /// The steps from the whole catalogue to this place.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The code of the entry that the place is in.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    fn then(&self, step: Step) -> Self {
        let mut longer = self.clone();
        longer.steps.push(step);
        longer
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            match step {
                Step::Field(name) if index == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Item(item) => write!(f, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A list that must hold something is empty.
    NothingListed,
    /// An earlier entry of the same list has the same code.
    DuplicateCode {
        /// The code that both have.
        code: String,
    },
    /// No competency of the catalogue has this code.
    UnknownCompetency {
        /// The code that was asked for.
        competency: CompetencyCode,
    },
    /// No language of the catalogue has this code.
    UnknownLanguage {
        /// The code that was asked for.
        language: SoftwareLanguage,
    },
    /// No type of operating system of the catalogue has this code.
    UnknownOsType {
        /// The code that was asked for.
        os_type: OsType,
    },
    /// A quantity, a size or a number of units is zero.
    Zero,
    /// The details are those of another family.
    FamilyMismatch {
        /// The family of the product.
        family: Family,
        /// The family of the details.
        details: Family,
    },
    /// A text cannot stand as it is.
    Text(TextFault),
    /// A product is not granted, or not counted, in a way that makes sense.
    Grant(GrantFault),
    /// A software product's keys or packages do not fit it.
    Software(SoftwareFault),
}

/// What is wrong with a text or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// A text is empty in one of the languages of the screens.
    Missing {
        /// The language in which it is missing.
        language: Language,
    },
    /// A text, a name or an address must not be empty.
    Empty,
    /// Something that has the form of a key stands in the catalogue. It is not repeated here.
    HoldsKey,
    /// The address does not begin with `https://`, or names no host.
    NotHttps,
}

/// What is wrong with quantities and what they count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GrantFault {
    /// A level is granted something, but no offer gives that level.
    LevelWithoutOffer {
        /// The level.
        level: Level,
    },
    /// A competency adds something at a level whose offers are bought without a competency.
    IncrementWithoutCompetency {
        /// The level.
        level: Level,
    },
    /// Nobody is granted any of it.
    NothingGranted,
    /// Products of this family are not counted in this unit.
    UnitOfAnotherFamily {
        /// The unit.
        unit: Unit,
        /// The family of the product.
        family: Family,
    },
    /// The credit is counted in a unit that is not its own.
    CreditMismatch {
        /// The unit that the credit asks for; `None` when it may be any that is no credit.
        expected: Option<Unit>,
        /// The unit of the product.
        unit: Unit,
    },
    /// A credit has no currency.
    NoCurrency,
    /// Something that is no credit has a currency.
    NeedlessCurrency,
}

/// What is wrong with keys and packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoftwareFault {
    /// A product without keys does not say why.
    NoReasonForNoKey,
    /// A product with keys gives a reason for having none.
    NeedlessReason,
    /// A multiple-activation key counts licences, and the product is counted in something else.
    MultipleActivationNeedsLicences {
        /// The unit of the product.
        unit: Unit,
    },
    /// Keys cannot be issued for a quantity without a limit.
    KeysNeedLimit,
    /// Single-use keys that cover several units do not come out even.
    KeysNotWhole {
        /// How many units one key covers.
        units_per_key: u32,
        /// The quantity that is no multiple of it.
        quantity: u32,
    },
    /// Only single-use keys can cover several units.
    NeedlessUnitsPerKey,
    /// A package is in a language that its product does not offer.
    PackageLanguageNotOffered {
        /// The language of the package.
        language: SoftwareLanguage,
    },
    /// A package is for a type of operating system that its product does not offer.
    PackageOsTypeNotOffered {
        /// The type of operating system of the package.
        os_type: OsType,
    },
    /// An earlier package of the product is for the same language and type of operating system.
    DuplicatePackage {
        /// The language of both.
        language: SoftwareLanguage,
        /// The type of operating system of both.
        os_type: OsType,
    },
}

impl From<TextFault> for FaultKind {
    fn from(fault: TextFault) -> Self {
        Self::Text(fault)
    }
}

impl From<GrantFault> for FaultKind {
    fn from(fault: GrantFault) -> Self {
        Self::Grant(fault)
    }
}

impl From<SoftwareFault> for FaultKind {
    fn from(fault: SoftwareFault) -> Self {
        Self::Software(fault)
    }
}
