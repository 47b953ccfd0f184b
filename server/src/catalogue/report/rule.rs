//! The words for the rules of `domain` that a catalogue can break.
//!
//! Owns one sentence for each; refuses to add facts that the fault does not carry.

use std::fmt;

use domain::programme::{FaultKind, GrantFault, SoftwareFault, TextFault};

/// Says what is wrong, and what to do where that is not plain.
pub(super) fn describe(kind: &FaultKind, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match kind {
        FaultKind::NothingListed => f.write_str("at least one entry is needed"),
        FaultKind::DuplicateCode { code } => write!(f, "`{code}` is already listed above"),
        FaultKind::UnknownCompetency { competency } => {
            write!(f, "no entry of `competencies` has the code `{competency}`")
        }
        FaultKind::UnknownLanguage { language } => {
            write!(f, "no entry of `languages` has the code `{language}`")
        }
        FaultKind::UnknownOsType { os_type } => write!(f, "no entry of `os_types` has the code `{os_type}`"),
        FaultKind::Zero => f.write_str("zero; leave it out, or write a number of at least 1"),
        FaultKind::FamilyMismatch { family, details } => {
            write!(f, "a product of `{}` has the details of `{}`", family.code(), details.code())
        }
        FaultKind::Text(fault) => text(fault, f),
        FaultKind::Grant(fault) => grant(fault, f),
        FaultKind::Software(fault) => software(fault, f),
    }
}

fn text(fault: &TextFault, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match fault {
        TextFault::Missing { language } => write!(f, "the text is missing in {}", language.tag()),
        TextFault::Empty => f.write_str("the text is empty"),
        TextFault::HoldsKey => f.write_str(
            "this has the form of a product key, and a catalogue never contains one; import keys instead",
        ),
        TextFault::NotHttps => f.write_str("not an address that begins with https:// and names a host"),
    }
}

fn grant(fault: &GrantFault, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match fault {
        GrantFault::LevelWithoutOffer { level } => write!(f, "no offer gives the level `{}`", level.code()),
        GrantFault::IncrementWithoutCompetency { level } => write!(
            f,
            "offers of the level `{}` are bought without a competency, so a competency adds nothing to them",
            level.code()
        ),
        GrantFault::NothingGranted => {
            f.write_str("no level is granted any; add a quantity to `core` or `incremental`")
        }
        GrantFault::UnitOfAnotherFamily { unit, family } => {
            write!(f, "products of `{}` are not counted in `{}`", family.code(), unit.code())
        }
        GrantFault::CreditMismatch { expected: Some(expected), unit } => {
            write!(f, "this credit is counted in `{}`, not in `{}`", expected.code(), unit.code())
        }
        GrantFault::CreditMismatch { expected: None, unit } => {
            write!(f, "licences are not counted in `{}`", unit.code())
        }
        GrantFault::NoCurrency => f.write_str("a credit needs a `currency`, such as \"USD\""),
        GrantFault::NeedlessCurrency => f.write_str("only credits have a currency"),
    }
}

fn software(fault: &SoftwareFault, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match fault {
        SoftwareFault::NoReasonForNoKey => {
            f.write_str("a product with `keys = \"none\"` says why in `why_no_key`, in both languages")
        }
        SoftwareFault::NeedlessReason => f.write_str("the product has keys, so there is nothing to explain"),
        SoftwareFault::MultipleActivationNeedsLicences { unit } => write!(
            f,
            "a multiple-activation key counts `licences`, and the product is counted in `{}`",
            unit.code()
        ),
        SoftwareFault::KeysNeedLimit => f.write_str("keys cannot be issued for a quantity that is unlimited"),
        SoftwareFault::KeysNotWhole { units_per_key, quantity } => {
            write!(f, "a key covers {units_per_key} units, and {quantity} is no multiple of that")
        }
        SoftwareFault::NeedlessUnitsPerKey => f.write_str("only `single-use` keys can cover several units"),
        SoftwareFault::PackageLanguageNotOffered { language } => {
            write!(f, "the `languages` of the product do not name `{language}`")
        }
        SoftwareFault::PackageOsTypeNotOffered { os_type } => {
            write!(f, "the `os_types` of the product do not name `{os_type}`")
        }
        SoftwareFault::DuplicatePackage { language, os_type } => {
            write!(f, "there is a package for `{language}` and `{os_type}` above")
        }
    }
}
