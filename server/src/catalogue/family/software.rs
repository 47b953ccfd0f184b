//! The details of software, with its packages.
//!
//! Owns the short way to write packages: one entry for all the languages that one address differs by.

use domain::programme::{Details, KeyKind, OsType, Package, SoftwareDetails, SoftwareLanguage};

use crate::catalogue::{origin::Origin, section::Section};

/// What stands for the code of the language in the name and the address of a package.
const LANGUAGE: &str = "{language}";

/// The details of a software product; `origin` learns which entry each package comes from.
pub(super) fn details(section: &Section<'_, '_>, origin: &mut Origin) -> Option<Details> {
    let keys = section.choice(
        "keys",
        &[
            ("multiple-activation", KeyKind::MultipleActivation),
            ("single-use", KeyKind::SingleUse),
            ("none", KeyKind::None),
        ],
    );
    let has_reason = section.get("why_no_key").is_some();
    let why_no_key = if has_reason { section.localised("why_no_key").map(Some) } else { Some(None) };
    let covers_several = section.get("units_per_key").is_some();
    let units_per_key = if covers_several { section.number("units_per_key") } else { Some(1) };
    let instructions = section.localised("instructions");
    let (languages, os_types) = (section.codes("languages"), section.codes("os_types"));
    let packages = packages(section, languages.as_deref().unwrap_or_default(), origin);
    Some(Details::Software(SoftwareDetails {
        keys: keys?,
        units_per_key: units_per_key?,
        why_no_key: why_no_key?,
        instructions: instructions?,
        languages: languages?,
        os_types: os_types?,
        packages: packages?,
    }))
}

fn packages(
    section: &Section<'_, '_>,
    offered: &[SoftwareLanguage],
    origin: &mut Origin,
) -> Option<Vec<Package>> {
    let mut packages = Vec::new();
    let mut is_whole = true;
    for (index, entry) in section.sections("packages").iter().enumerate() {
        match package(entry, offered) {
            Some(of_entry) => {
                let names_languages = entry.has("languages");
                origin.packages((0..of_entry.len()).map(|nth| (index, names_languages.then_some(nth))));
                packages.extend(of_entry);
            }
            None => is_whole = false,
        }
    }
    is_whole.then_some(packages)
}

/// The packages of one entry: one for each language that it names, or for each that the product offers.
fn package(entry: &Section<'_, '_>, offered: &[SoftwareLanguage]) -> Option<Vec<Package>> {
    let named = entry.codes("languages");
    let languages = if entry.has("languages") { named } else { Some(offered.to_vec()) };
    let os_type = entry.code("os_type");
    let (name, url, size_mb) = (entry.plain("name"), entry.plain("url"), entry.number("size_mb"));
    entry.refuse_other_fields();

    let (os_type, name, url, size_mb) = (os_type?, name?, url?, size_mb?);
    let to_package = |language: SoftwareLanguage| Package {
        name: name.replace(LANGUAGE, language.as_str()),
        url: url.replace(LANGUAGE, language.as_str()),
        os_type: OsType::clone(&os_type),
        language,
        size_mb,
    };
    Some(languages?.into_iter().map(to_package).collect())
}
