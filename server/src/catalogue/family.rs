//! The products of the five families, each under a heading of its own.
//!
//! Owns the fields of a product; refuses to know how a field's type is written.

mod software;

use std::collections::BTreeMap;

use domain::programme::{
    CloudBilling, CloudDetails, Credit, Details, Family, GoToMarketDetails, GoToMarketKind, Grants, HandOff,
    Increment, Level, Product, Quantity, TechnicalDetails, TechnicalKind, Unit, VisualStudioDetails,
};

use super::{document::LEVELS, origin::Origin, section::Section};

/// What reads one entry; software also learns where its packages come from.
type Read = fn(&Section<'_, '_>, &mut Origin) -> Option<Product>;

/// The headings, in the order of the tabs, and what reads an entry under each.
pub(super) const LISTS: [(&str, Read); 5] = [
    ("software", |section, origin| product(section, Family::Software, software::details(section, origin))),
    ("cloud", |section, _| product(section, Family::Cloud, cloud(section))),
    ("visual_studio", |section, _| product(section, Family::VisualStudio, visual_studio(section))),
    ("technical", |section, _| product(section, Family::Technical, technical(section))),
    ("go_to_market", |section, _| product(section, Family::GoToMarket, go_to_market(section))),
];

fn product(section: &Section<'_, '_>, family: Family, details: Option<Details>) -> Option<Product> {
    let (code, name, summary) = (section.code("code"), section.name("name"), section.localised("summary"));
    let unit = section.choice("unit", &Unit::ALL.map(|unit| (unit.code(), unit)));
    let currency = if section.has("currency") { section.code("currency").map(Some) } else { Some(None) };
    let sample = section.flag("sample");
    let grants = grants(section);
    section.refuse_other_fields();
    Some(Product {
        code: code?,
        family,
        name: name?,
        summary: summary?,
        unit: unit?,
        currency: currency?,
        sample,
        grants: grants?,
        details: details?,
    })
}

fn grants(section: &Section<'_, '_>) -> Option<Grants> {
    let core = match section.get("core") {
        Some(_) => section.section("core").and_then(|core| by_level(&core)),
        None => Some(BTreeMap::new()),
    };
    let incremental: Vec<_> = section.sections("incremental").iter().map(increment).collect();
    Some(Grants { core: core?, incremental: incremental.into_iter().collect::<Option<_>>()? })
}

fn increment(section: &Section<'_, '_>) -> Option<Increment> {
    let competencies = section.codes("competencies");
    let by_level = by_level(section);
    Some(Increment { competencies: competencies?, by_level: by_level? })
}

fn by_level(section: &Section<'_, '_>) -> Option<BTreeMap<Level, Quantity>> {
    let written = LEVELS.iter().filter(|(word, _)| section.has(word));
    let read: Vec<_> = written.map(|(word, level)| (*level, section.quantity(word))).collect();
    // A level that is not written is known all the same, should another field be refused.
    for (word, _) in LEVELS {
        section.get(word);
    }
    section.refuse_other_fields();
    read.into_iter().map(|(level, quantity)| Some((level, quantity?))).collect()
}

fn hand_off(section: &Section<'_, '_>) -> Option<HandOff> {
    let portal = section.section("portal")?;
    let (name, url) = (portal.name("name"), portal.plain("url"));
    portal.refuse_other_fields();
    Some(HandOff { name: name?, url: url? })
}

fn cloud(section: &Section<'_, '_>) -> Option<Details> {
    let billing = section.choice(
        "billing",
        &[
            ("monthly-credit", CloudBilling::UsageBased { credit: Credit::Monthly }),
            ("bulk-credit", CloudBilling::UsageBased { credit: Credit::Bulk }),
            ("licences", CloudBilling::LicenceBased),
        ],
    );
    let (instructions, portal) = (section.localised("instructions"), hand_off(section));
    Some(Details::Cloud(CloudDetails { billing: billing?, instructions: instructions?, portal: portal? }))
}

fn visual_studio(section: &Section<'_, '_>) -> Option<Details> {
    let (instructions, portal) = (section.localised("instructions"), hand_off(section));
    Some(Details::VisualStudio(VisualStudioDetails { instructions: instructions?, portal: portal? }))
}

fn technical(section: &Section<'_, '_>) -> Option<Details> {
    let kind = section.choice(
        "kind",
        &[
            ("incidents", TechnicalKind::Incidents),
            ("cloud-support", TechnicalKind::CloudSupport),
            ("advisory-hours", TechnicalKind::AdvisoryHours),
            ("presales", TechnicalKind::Presales),
        ],
    );
    let (instructions, portal) = (section.localised("instructions"), hand_off(section));
    Some(Details::Technical(TechnicalDetails { kind: kind?, instructions: instructions?, portal: portal? }))
}

fn go_to_market(section: &Section<'_, '_>) -> Option<Details> {
    let kind = section.choice(
        "kind",
        &[
            ("offer", GoToMarketKind::Offer),
            ("resource", GoToMarketKind::Resource),
            ("programme", GoToMarketKind::Programme),
            ("assistance", GoToMarketKind::Assistance),
        ],
    );
    let (group, description) = (section.name("group"), section.localised("description"));
    Some(Details::GoToMarket(GoToMarketDetails { group: group?, kind: kind?, description: description? }))
}
