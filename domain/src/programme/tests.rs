//! A small catalogue without faults, and what happens when one thing of it is wrong.

use super::*;
use crate::language::Language;

/// A catalogue with one offer of each level, one competency, and one product of each family.
fn sound() -> Catalogue {
    let name = Localised::same("Contoso");
    let portal = HandOff { name: name.clone(), url: "https://portal.example.com/".to_owned() };
    let offer = |code: &str, level, needs_competency| Offer {
        code: OfferCode::parse(code).unwrap(),
        name: name.clone(),
        level,
        needs_competency,
    };
    Catalogue {
        code: CatalogueCode::parse("sample").unwrap(),
        programme: name.clone(),
        version: "2020-03-16".parse().unwrap(),
        policy: Policy::default(),
        languages: vec![DeclaredLanguage {
            code: SoftwareLanguage::parse("fr").unwrap(),
            name: name.clone(),
        }],
        os_types: vec![DeclaredOsType { code: OsType::parse("windows-x64").unwrap(), name: name.clone() }],
        offers: vec![
            offer("action-pack", Level::ActionPack, false),
            offer("silver", Level::Silver, true),
            offer("gold", Level::Gold, true),
        ],
        competencies: vec![Competency {
            code: CompetencyCode::parse("security").unwrap(),
            name: name.clone(),
            area: name.clone(),
            cloud: true,
        }],
        products: vec![
            product(Unit::Licences, Details::Software(software())),
            product(
                Unit::Seats,
                Details::Cloud(CloudDetails {
                    billing: CloudBilling::LicenceBased,
                    instructions: name.clone(),
                    portal: portal.clone(),
                }),
            ),
            product(
                Unit::Seats,
                Details::VisualStudio(VisualStudioDetails { instructions: name.clone(), portal }),
            ),
            product(
                Unit::Offers,
                Details::GoToMarket(GoToMarketDetails {
                    group: name.clone(),
                    kind: GoToMarketKind::Offer,
                    description: name,
                }),
            ),
        ],
    }
}

fn product(unit: Unit, details: Details) -> Product {
    let increment = Increment {
        competencies: vec![CompetencyCode::parse("security").unwrap()],
        by_level: [(Level::Gold, Quantity::Limited(10))].into(),
    };
    Product {
        code: ProductCode::parse(details.family().code()).unwrap(),
        family: details.family(),
        name: Localised::same("Contoso"),
        summary: Localised::same("Contoso"),
        unit,
        currency: None,
        sample: true,
        grants: Grants { core: [(Level::Silver, Quantity::Limited(5))].into(), incremental: vec![increment] },
        details,
    }
}

fn software() -> SoftwareDetails {
    let (language, os_type) = (SoftwareLanguage::parse("fr").unwrap(), OsType::parse("windows-x64").unwrap());
    SoftwareDetails {
        keys: KeyKind::MultipleActivation,
        units_per_key: 1,
        why_no_key: None,
        instructions: Localised::same("Contoso"),
        languages: vec![language.clone()],
        os_types: vec![os_type.clone()],
        packages: vec![Package {
            language,
            os_type,
            name: "contoso.iso".to_owned(),
            url: "https://downloads.example.com/contoso.iso".to_owned(),
            size_mb: 700,
        }],
    }
}

/// The faults of the sound catalogue after `change`, each as its place and its kind.
fn faults_after(change: impl FnOnce(&mut Catalogue)) -> Vec<(String, FaultKind)> {
    let mut catalogue = sound();
    change(&mut catalogue);
    catalogue.faults().into_iter().map(|fault| (fault.place.to_string(), fault.kind)).collect()
}

fn first_software(catalogue: &mut Catalogue) -> &mut SoftwareDetails {
    let details = &mut catalogue.products.first_mut().unwrap().details;
    let Details::Software(software) = details else { panic!("{details:?} is no software") };
    software
}

#[test]
fn a_sound_catalogue_has_no_fault() {
    assert_eq!(sound().faults(), []);
}

#[test]
fn what_a_product_has_counts_as_chosen_where_it_was_remembered_or_is_alone() {
    let codes = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    // Offered languages, offered systems, remembered choices from the first, what counts as chosen.
    let table = [
        ("fr en", "x64 x86", "", (None, None)),
        ("fr en", "x64 x86", "fr/x64", (Some("fr"), Some("x64"))),
        ("fr en", "x64 x86", "en/x86 fr/x64", (Some("en"), Some("x86"))),
        ("fr en", "x64 x86", "de/arm64", (None, None)),
        ("fr en", "x64 x86", "de/x86 fr/arm64", (Some("fr"), Some("x86"))),
        ("fr en", "x64", "fr/x86", (Some("fr"), Some("x64"))),
        ("fr en", "x64", "", (None, Some("x64"))),
        ("fr", "x64", "en/x86", (Some("fr"), Some("x64"))),
    ];
    for (languages, os_types, remembered, expected) in table {
        let languages = codes(languages).iter().map(|code| SoftwareLanguage::parse(code).unwrap()).collect();
        let os_types = codes(os_types).iter().map(|code| OsType::parse(code).unwrap()).collect();
        let product = SoftwareDetails { languages, os_types, ..software() };
        let remembered: Vec<_> = codes(remembered)
            .iter()
            .map(|choice| choice.split_once('/').unwrap())
            .map(|(language, os_type)| {
                (SoftwareLanguage::parse(language).unwrap(), OsType::parse(os_type).unwrap())
            })
            .collect();
        let (language, os_type) =
            product.chosen(remembered.iter().map(|(language, os_type)| (language, os_type)));
        let chosen = (language.map(SoftwareLanguage::as_str), os_type.map(OsType::as_str));
        assert_eq!(chosen, expected, "{remembered:?}");
    }
}

#[test]
fn a_catalogue_reads_as_it_was_written() {
    let text = serde_json::to_string(&sound()).unwrap();
    assert_eq!(serde_json::from_str::<Catalogue>(&text).unwrap(), sound());
}

#[test]
fn entries_are_found_by_their_codes() {
    let catalogue = sound();
    let (fr, windows) = (SoftwareLanguage::parse("fr").unwrap(), OsType::parse("windows-x64").unwrap());
    let code = ProductCode::parse("software").unwrap();
    assert_eq!(catalogue.package_for(&code, &fr, &windows).unwrap().size_mb, 700);
    assert_eq!(catalogue.package_for(&code, &SoftwareLanguage::parse("de").unwrap(), &windows), None);
    assert_eq!(catalogue.products_of(Family::Cloud).count(), 1);
    assert!(catalogue.offer(&OfferCode::parse("bronze").unwrap()).is_none());
}

#[test]
fn an_amount_that_is_not_written_is_nothing() {
    let grants = sound().products.swap_remove(0).grants;
    let security = CompetencyCode::parse("security").unwrap();
    assert_eq!(grants.core_at(Level::Silver), Quantity::Limited(5));
    assert_eq!(grants.core_at(Level::Gold), Quantity::ZERO);
    assert_eq!(grants.increment_for(&security, Level::Gold), Quantity::Limited(10));
    assert_eq!(grants.increment_for(&security, Level::Silver), Quantity::ZERO);
}

#[test]
fn details_of_another_family_are_a_fault() {
    let found = faults_after(|catalogue| catalogue.products[0].family = Family::Cloud);
    let mismatch = FaultKind::FamilyMismatch { family: Family::Cloud, details: Family::Software };
    assert!(found.contains(&("products[0].family".to_owned(), mismatch)), "{found:?}");
}

#[test]
fn a_package_for_a_language_that_is_not_offered_is_found_at_its_place() {
    let de = SoftwareLanguage::parse("de").unwrap();
    let found = faults_after(|catalogue| first_software(catalogue).packages[0].language = de.clone());
    let kind = SoftwareFault::PackageLanguageNotOffered { language: de }.into();
    assert_eq!(found, [("products[0].packages[0].language".to_owned(), kind)]);
}

#[test]
fn every_fault_is_found_not_only_the_first() {
    let found = faults_after(|catalogue| {
        catalogue.programme.fr.clear();
        catalogue.competencies[0].area.en = " ".to_owned();
        first_software(catalogue).packages[0].url = "http://downloads.example.com/".to_owned();
        catalogue.products[3].grants = Grants::default();
    });
    assert_eq!(
        found,
        [
            ("name.fr".to_owned(), TextFault::Missing { language: Language::French }.into()),
            ("competencies[0].area.en".to_owned(), TextFault::Missing { language: Language::English }.into()),
            ("products[0].packages[0].url".to_owned(), TextFault::NotHttps.into()),
            ("products[3].core".to_owned(), GrantFault::NothingGranted.into()),
        ]
    );
}

#[test]
fn a_fault_names_the_entry_that_it_is_in() {
    let mut catalogue = sound();
    catalogue.products[2].summary.fr.clear();
    let codes: Vec<_> =
        catalogue.faults().iter().map(|fault| fault.place.code().map(str::to_owned)).collect();
    assert_eq!(codes, [Some("visual-studio".to_owned())]);
}
