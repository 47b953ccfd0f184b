//! An open row of Software: keys, activations, downloads.

use app::portal::SoftwareOpen;
use domain::{
    language::Localised,
    programme::{OsType, ProductCode, SoftwareDetails, SoftwareLanguage},
    role::Action,
};

use super::{look::Look, source::sources};
use crate::{
    db::{
        activations,
        benefits::Benefit,
        installation_choices::{self, InstallationChoice},
        software_keys,
    },
    portal::Failure,
};

/// How many activations are listed: those before them are in the log.
const MOST_ACTIVATIONS: u32 = 500;

/// What the open row shows. Keys are listed for those who may get them, masked.
pub(super) async fn open(look: &mut Look<'_>, benefit: Benefit) -> Result<SoftwareOpen, Failure> {
    let company = look.place.company;
    let sources = sources(look, &benefit).await?;
    let facts = look.terms.software_facts(&mut look.connection, benefit).await?.ok_or(Failure::NotFound)?;
    let keys = if look.may(Action::GetKeys) {
        software_keys::masked(&mut look.connection, company, facts.benefit.id).await?
    } else {
        Vec::new()
    };
    let activations =
        activations::latest(&mut look.connection, company, facts.benefit.id, MOST_ACTIVATIONS).await?;
    let choices = installation_choices::of_user(&mut look.connection, look.place.user).await?;
    let product = look.terms.product(&facts.benefit.product)?;
    let details = product.software().ok_or(Failure::NotFound)?;
    let chosen = chosen(details, &product.code, &choices);
    Ok(SoftwareOpen {
        summary: product.summary.clone(),
        facts: facts.facts,
        sources,
        instructions: details.instructions.clone(),
        why_no_key: details.why_no_key.clone(),
        keys,
        activations,
        languages: named(&details.languages, |code| {
            look.terms.catalogue.language(code).map(|known| &known.name)
        }),
        os_types: named(&details.os_types, |code| {
            look.terms.catalogue.os_type(code).map(|known| &known.name)
        }),
        packages: match &chosen {
            (Some(language), Some(os_type)) => {
                details.package_for(language, os_type).cloned().into_iter().collect()
            }
            _ => Vec::new(),
        },
        chosen,
    })
}

/// What the person chose for this product; else what the person chose last elsewhere, where the product comes in it.
fn chosen(
    details: &SoftwareDetails,
    product: &ProductCode,
    choices: &[InstallationChoice],
) -> (Option<SoftwareLanguage>, Option<OsType>) {
    let here = choices.iter().filter(|choice| choice.product == *product);
    let elsewhere = choices.iter().filter(|choice| choice.product != *product);
    let in_order = here.chain(elsewhere);
    let language =
        in_order.clone().map(|choice| &choice.language).find(|code| details.languages.contains(code));
    let os_type = in_order.map(|choice| &choice.os_type).find(|code| details.os_types.contains(code));
    (language.cloned(), os_type.cloned())
}

/// The codes with the names that the catalogue declares for them.
fn named<'a, C: Clone + std::fmt::Display>(
    codes: &[C],
    name: impl Fn(&C) -> Option<&'a Localised>,
) -> Vec<(C, Localised)> {
    let named = |code: &C| name(code).cloned().unwrap_or_else(|| Localised::same(&code.to_string()));
    codes.iter().map(|code| (code.clone(), named(code))).collect()
}
