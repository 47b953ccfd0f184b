//! An open row of Software: keys, activations, downloads.

use app::portal::SoftwareOpen;
use domain::{
    language::Localised,
    programme::{OsType, ProductCode, SoftwareLanguage},
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

/// What the open row shows. Keys are listed for those who may get them, masked; what there is to download, for them too.
pub(super) async fn open(look: &mut Look<'_>, benefit: Benefit) -> Result<SoftwareOpen, Failure> {
    let company = look.place.company;
    let sources = sources(look, &benefit).await?;
    let facts = look.terms.software_facts(&mut look.connection, benefit).await?.ok_or(Failure::NotFound)?;
    let may_get = look.may(Action::GetKeys);
    let keys = if may_get {
        software_keys::masked(&mut look.connection, company, facts.benefit.id).await?
    } else {
        Vec::new()
    };
    let activations =
        activations::latest(&mut look.connection, company, facts.benefit.id, MOST_ACTIVATIONS).await?;
    let choices = installation_choices::of_user(&mut look.connection, look.place.user).await?;
    let product = look.terms.product(&facts.benefit.product)?;
    let details = product.software().ok_or(Failure::NotFound)?;
    let (language, os_type) = details.chosen(remembered(&product.code, &choices));
    let package =
        language.zip(os_type).and_then(|(language, os_type)| details.package_for(language, os_type));
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
        packages: package.filter(|_| may_get).cloned().into_iter().collect(),
        chosen: (language.cloned(), os_type.cloned()),
    })
}

/// What the person chose: for this product, then what was chosen last elsewhere.
fn remembered<'a>(
    product: &'a ProductCode,
    choices: &'a [InstallationChoice],
) -> impl Iterator<Item = (&'a SoftwareLanguage, &'a OsType)> + Clone {
    let here = choices.iter().filter(move |choice| choice.product == *product);
    let elsewhere = choices.iter().filter(move |choice| choice.product != *product);
    here.chain(elsewhere).map(|choice| (&choice.language, &choice.os_type))
}

/// The codes with the names that the catalogue declares for them.
fn named<'a, C: Clone + std::fmt::Display>(
    codes: &[C],
    name: impl Fn(&C) -> Option<&'a Localised>,
) -> Vec<(C, Localised)> {
    let named = |code: &C| name(code).cloned().unwrap_or_else(|| Localised::same(&code.to_string()));
    codes.iter().map(|code| (code.clone(), named(code))).collect()
}
