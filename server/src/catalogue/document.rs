//! The file as a whole: the programme, its policy, its offers, its competencies, and then the five families.
//!
//! Owns the order of the parts; refuses to know what is inside a product.

use domain::{
    day::Day,
    policy::Policy,
    programme::{Catalogue, Competency, DeclaredLanguage, DeclaredOsType, Level, Offer, Product},
};
use serde::Deserialize as _;
use toml::de::ValueDeserializer;

use super::{
    family,
    fault::Fault,
    origin::{Origin, Origins},
    section::Section,
};

/// The words for levels.
pub(super) const LEVELS: [(&str, Level); 3] = [
    (Level::ActionPack.code(), Level::ActionPack),
    (Level::Silver.code(), Level::Silver),
    (Level::Gold.code(), Level::Gold),
];

/// Reads the catalogue with every product that can be read, and where each of them stands.
///
/// `None` when a part that products refer to could not be read: then it cannot be told what does not fit together.
pub(super) fn read(root: &Section<'_, '_>) -> Option<(Catalogue, Origins)> {
    let code = root.code("code");
    let programme = root.name("name");
    let version = version(root);
    let policy = policy(root);
    let languages = all(&root.sections("languages"), language);
    let os_types = all(&root.sections("os_types"), os_type);
    let offers = all(&root.sections("offers"), offer);
    let competencies = all(&root.sections("competencies"), competency);
    let head_is_whole = root.faults().is_empty();
    let (products, origins) = products(root);
    root.refuse_other_fields();

    let read_any = !products.is_empty() || root.faults().is_empty();
    let catalogue = Catalogue {
        code: code?,
        programme: programme?,
        version: version?,
        policy: policy?,
        languages: languages?,
        os_types: os_types?,
        offers: offers?,
        competencies: competencies?,
        products,
    };
    (head_is_whole && read_any).then_some((catalogue, origins))
}

/// Reads every section before the first failure counts, so that the faults of each are noted.
fn all<'a, 't, T>(sections: &[Section<'a, 't>], read: fn(&Section<'a, 't>) -> Option<T>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = sections.iter().map(read).collect();
    read.into_iter().collect()
}

fn version(root: &Section<'_, '_>) -> Option<Day> {
    const EXPECTED: &str = "a date such as 2020-03-16, without quotes";
    let Some(value) = root.get("version") else {
        root.faults().add(None, "", Fault::Missing { field: "version" });
        return None;
    };
    let date = value.get_ref().as_datetime().and_then(|date| date.to_string().parse().ok());
    date.or_else(|| root.wrong_type("version", value, EXPECTED))
}

fn policy(root: &Section<'_, '_>) -> Option<Policy> {
    let Some(value) = root.get("policy") else { return Some(Policy::default()) };
    Policy::deserialize(ValueDeserializer::from(value.clone()))
        .inspect_err(|error| {
            let message = error.message().to_owned();
            root.faults().add(error.span(), "policy", Fault::Policy { message });
        })
        .ok()
}

fn language(section: &Section<'_, '_>) -> Option<DeclaredLanguage> {
    let (code, name) = (section.code("code"), section.name("name"));
    section.refuse_other_fields();
    Some(DeclaredLanguage { code: code?, name: name? })
}

fn os_type(section: &Section<'_, '_>) -> Option<DeclaredOsType> {
    let (code, name) = (section.code("code"), section.name("name"));
    section.refuse_other_fields();
    Some(DeclaredOsType { code: code?, name: name? })
}

fn offer(section: &Section<'_, '_>) -> Option<Offer> {
    let (code, name) = (section.code("code"), section.name("name"));
    let level = section.choice("level", &LEVELS);
    let needs_competency = section.flag("needs_competency");
    section.refuse_other_fields();
    Some(Offer { code: code?, name: name?, level: level?, needs_competency })
}

fn competency(section: &Section<'_, '_>) -> Option<Competency> {
    let (code, name, area) = (section.code("code"), section.name("name"), section.name("area"));
    let cloud = section.flag("cloud");
    section.refuse_other_fields();
    Some(Competency { code: code?, name: name?, area: area?, cloud })
}

/// The products of all families, in the order of the tabs.
fn products(root: &Section<'_, '_>) -> (Vec<Product>, Origins) {
    let mut products = Vec::new();
    let mut origins = Origins::default();
    for (list, read) in family::LISTS {
        for (index, section) in root.sections(list).iter().enumerate() {
            let mut origin = Origin::new(list, index);
            if let Some(product) = read(section, &mut origin) {
                products.push(product);
                origins.push(origin);
            }
        }
    }
    (products, origins)
}
