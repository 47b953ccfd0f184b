//! The built-in programme: whole, in both languages, with the quantities of its sources.

use std::fmt::Write as _;

use domain::{
    language::Localised,
    policy::Policy,
    programme::{Catalogue, Details, Family, Increment, KeyKind, Level, Package, Product, Quantity},
};
use server::catalogue::{BUILT_IN, BUILT_IN_NAME, Report, read};

fn built_in() -> Catalogue {
    read(BUILT_IN).unwrap_or_else(|faults| panic!("{}", Report::new(BUILT_IN_NAME, &faults)))
}

#[test]
fn it_has_no_fault_and_the_default_policy() {
    let catalogue = built_in();
    assert_eq!(catalogue.policy, Policy { version: "2020-03-16".to_owned(), ..Policy::default() });
    assert_eq!(catalogue.competencies.len(), 18);
    assert_eq!(catalogue.competencies.iter().filter(|competency| competency.cloud).count(), 6);
}

#[test]
fn every_family_has_products_and_software_has_every_kind_of_key() {
    let catalogue = built_in();
    for family in Family::ALL {
        assert!(catalogue.products_of(family).count() > 1, "{family:?}");
    }
    let software: Vec<_> = catalogue.products.iter().filter_map(Product::software).collect();
    assert!((35..=45).contains(&software.len()));
    for keys in [KeyKind::MultipleActivation, KeyKind::SingleUse, KeyKind::None] {
        assert!(software.iter().any(|details| details.keys == keys), "{keys:?}");
    }
}

#[test]
fn an_address_names_the_language_that_it_downloads() {
    let catalogue = built_in();
    let software = catalogue.products.iter().filter_map(Product::software);
    let packages: Vec<&Package> = software.flat_map(|details| &details.packages).collect();
    assert!(packages.len() > 200);
    for package in packages {
        assert!(package.url.contains(&format!("-{}-", package.language)), "{}", package.url);
        assert!(package.url.starts_with("https://downloads.example.com/"), "{}", package.url);
        assert!(package.url.ends_with(&package.name), "{}", package.url);
    }
}

#[test]
fn french_is_set_as_french_and_english_as_english() {
    for text in texts(&built_in()) {
        for wrong in ["'", "\"", " ;", " !", " ?", " :", "« ", " »", "  "] {
            assert!(!text.fr.contains(wrong), "{wrong:?} in {}", text.fr);
        }
        for (index, mark) in text.fr.match_indices([';', '!', '?']) {
            assert!(text.fr[..index].ends_with('\u{202f}'), "{mark:?} in {}", text.fr);
        }
        for (index, _) in text.fr.match_indices(':') {
            assert!(text.fr[..index].ends_with('\u{a0}'), "a colon in {}", text.fr);
        }
        assert!(!text.en.contains('\''), "{}", text.en);
        for british in ["licence", "programme", "organisation", "centre"] {
            assert!(!text.en.contains(british), "{british} in {}", text.en);
        }
    }
}

/// Every text of the catalogue that a user reads.
fn texts(catalogue: &Catalogue) -> Vec<&Localised> {
    let mut texts = vec![&catalogue.programme];
    texts.extend(catalogue.languages.iter().map(|language| &language.name));
    texts.extend(catalogue.os_types.iter().map(|os_type| &os_type.name));
    texts.extend(catalogue.offers.iter().map(|offer| &offer.name));
    texts.extend(catalogue.competencies.iter().flat_map(|competency| [&competency.name, &competency.area]));
    for product in &catalogue.products {
        texts.extend([&product.name, &product.summary]);
        match &product.details {
            Details::Software(details) => {
                texts.push(&details.instructions);
                texts.extend(&details.why_no_key);
            }
            Details::Cloud(details) => texts.extend([&details.instructions, &details.portal.name]),
            Details::VisualStudio(details) => texts.extend([&details.instructions, &details.portal.name]),
            Details::Technical(details) => texts.extend([&details.instructions, &details.portal.name]),
            Details::GoToMarket(details) => texts.extend([&details.group, &details.description]),
        }
    }
    texts
}

/// The quantities as a partner manager would check them against the sources.
#[test]
fn quantities_by_level() {
    let mut table = String::new();
    for family in Family::ALL {
        let _ = writeln!(
            table,
            "\n{:<44} {:>11} {:>9} {:>9}  unit",
            family.code(),
            "Action Pack",
            "Silver",
            "Gold"
        );
        for product in built_in().products_of(family) {
            write_row(&mut table, product);
        }
    }
    insta::assert_snapshot!(table);
}

fn write_row(table: &mut String, product: &Product) {
    let [pack, silver, gold] = Level::ALL.map(|level| written(product.grants.core.get(&level)));
    let unit = product.unit.code();
    let currency = product.currency.as_ref().map(|currency| format!(" {currency}")).unwrap_or_default();
    let sample = if product.sample { ", sample" } else { "" };
    let _ = writeln!(
        table,
        "{:<44} {pack:>11} {silver:>9} {gold:>9}  {unit}{currency}{sample}",
        product.code.as_str()
    );
    for Increment { competencies, by_level } in &product.grants.incremental {
        let [pack, silver, gold] = Level::ALL.map(|level| written(by_level.get(&level)));
        for competency in competencies {
            let competency = format!("  + {competency}");
            let _ = writeln!(table, "{competency:<44} {pack:>11} {silver:>9} {gold:>9}");
        }
    }
}

fn written(quantity: Option<&Quantity>) -> String {
    match quantity {
        None => "-".to_owned(),
        Some(Quantity::Limited(number)) => number.to_string(),
        Some(Quantity::Unlimited) => "unlimited".to_owned(),
    }
}
