//! Entitlements: core once, incremental for each competency, never above the caps (R4 to R8).

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    company::Country,
    day::Day,
    entitlement::{BenefitType, Entitled, Entitlement},
    id::MembershipId,
    language::Localised,
    membership::Membership,
    policy::{LocationCaps, Policy},
    programme::{
        Catalogue, CatalogueCode, CompetencyCode, Details, Family, Grants, HandOff, Increment, Level,
        OfferCode, Product, ProductCode, Quantity, Unit, VisualStudioDetails,
    },
};
use proptest::prelude::*;
use uuid::Uuid;

const COMPETENCIES: [&str; 5] =
    ["application-development", "cloud-platform", "cloud-productivity", "devops", "messaging"];
const COUNTRIES: [&str; 5] = ["FR", "DE", "CA", "NO", "BE"];

fn today() -> Day {
    "2026-06-20".parse().unwrap()
}

fn competency(code: &str) -> CompetencyCode {
    CompetencyCode::parse(code).unwrap()
}

/// Visual Studio as the sources have it: 5 and 10 core, +5 and +25 for three competencies, +1 and +5 for DevOps.
fn catalogue() -> Catalogue {
    let increment = |codes: &[&str], silver, gold| Increment {
        competencies: codes.iter().map(|code| competency(code)).collect(),
        by_level: BTreeMap::from([
            (Level::Silver, Quantity::Limited(silver)),
            (Level::Gold, Quantity::Limited(gold)),
        ]),
    };
    let details = Details::VisualStudio(VisualStudioDetails {
        instructions: Localised::default(),
        portal: HandOff { name: Localised::default(), url: String::new() },
    });
    let product = |code: &str, core: &[(Level, u32)], incremental| Product {
        code: ProductCode::parse(code).unwrap(),
        family: Family::VisualStudio,
        name: Localised::same(code),
        summary: Localised::default(),
        unit: Unit::Seats,
        currency: None,
        sample: false,
        grants: Grants {
            core: core.iter().map(|(level, number)| (*level, Quantity::Limited(*number))).collect(),
            incremental,
        },
        details: details.clone(),
    };
    let incremental = vec![increment(&COMPETENCIES[..3], 5, 25), increment(&COMPETENCIES[3..4], 1, 5)];
    Catalogue {
        code: CatalogueCode::parse("test").unwrap(),
        programme: Localised::same("Test"),
        version: "2020-03-16".parse().unwrap(),
        policy: Policy::default(),
        languages: Vec::new(),
        os_types: Vec::new(),
        offers: Vec::new(),
        competencies: Vec::new(),
        products: vec![
            product("visual-studio-enterprise", &[(Level::Silver, 5), (Level::Gold, 10)], incremental),
            product("visual-studio-professional", &[(Level::ActionPack, 3)], Vec::new()),
        ],
    }
}

fn holding(number: u128, level: Level, code: Option<&str>) -> Membership {
    Membership {
        id: MembershipId::from_uuid(Uuid::from_u128(number)),
        offer: OfferCode::parse("offer").unwrap(),
        level,
        competency: code.map(competency),
        purchased_on: "2026-01-01".parse().unwrap(),
        activated_on: Day::new(2026, 1, 1).unwrap().plus_days(i64::try_from(number).unwrap()),
        anniversary: "2027-01-01".parse().unwrap(),
    }
}

fn countries(count: usize) -> BTreeSet<Country> {
    COUNTRIES.iter().take(count).map(|code| code.parse().unwrap()).collect()
}

fn entitlements(memberships: &[Membership], in_countries: usize, policy: &Policy) -> Vec<Entitlement> {
    let countries = countries(in_countries);
    Entitled { memberships, countries: &countries, policy, today: today() }.to(&catalogue())
}

fn total(memberships: &[Membership], in_countries: usize, product: &str) -> u32 {
    let found = entitlements(memberships, in_countries, &Policy::default());
    let of = found.iter().find(|entitlement| entitlement.product.as_str() == product);
    of.and_then(|entitlement| entitlement.total().limit()).unwrap_or(0)
}

const ENTERPRISE: &str = "visual-studio-enterprise";

#[test]
fn gold_in_four_competencies_has_one_core_and_four_increments() {
    let held: Vec<_> =
        (1..).zip(&COMPETENCIES[..4]).map(|(n, code)| holding(n, Level::Gold, Some(code))).collect();
    assert_eq!(total(&held, 3, ENTERPRISE), 10 + 25 + 25 + 25 + 5);
}

#[test]
fn silver_stops_at_25_in_one_country_and_at_75_in_the_world() {
    let all = ["application-development", "cloud-platform", "cloud-productivity", "devops"];
    let held: Vec<_> = (1..).zip(all).map(|(n, code)| holding(n, Level::Silver, Some(code))).collect();
    let caps = |countries| entitlements(&held, countries, &Policy::default())[0].caps.unwrap();
    assert_eq!((caps(1).per_country, caps(1).in_all), (25, 25));
    assert_eq!((caps(3).per_country, caps(3).in_all), (25, 75));
    assert_eq!((caps(5).per_country, caps(5).in_all), (25, 75));
}

#[test]
fn gold_stops_at_50_in_one_country_and_at_150_in_the_world() {
    let held: Vec<_> =
        (1..).zip(&COMPETENCIES[..3]).map(|(n, code)| holding(n, Level::Gold, Some(code))).collect();
    assert_eq!(total(&held, 1, ENTERPRISE), 50);
    assert_eq!(total(&held, 2, ENTERPRISE), 85);
    assert_eq!(entitlements(&held, 5, &Policy::default())[0].caps.unwrap().in_all, 150);
}

#[test]
fn a_cap_cuts_the_newest_competency_first_and_says_how_many() {
    let held: Vec<_> =
        (1..).zip(&COMPETENCIES[..3]).map(|(n, code)| holding(n, Level::Gold, Some(code))).collect();
    let grants = entitlements(&held, 1, &Policy::default()).remove(0).grants;
    let cuts: Vec<_> = grants.iter().map(|grant| (grant.quantity.limit().unwrap(), grant.cut)).collect();
    assert_eq!(cuts, [(10, 0), (25, 0), (15, 10), (0, 25)]);
}

#[test]
fn an_action_pack_grants_its_own_core_beside_a_level() {
    let held = [holding(1, Level::ActionPack, None), holding(2, Level::Silver, Some("messaging"))];
    assert_eq!(total(&held, 1, "visual-studio-professional"), 3);
    assert_eq!(total(&held, 1, ENTERPRISE), 5);
}

#[test]
fn a_lapsed_offer_grants_nothing() {
    let lapsed =
        Membership { anniversary: "2026-05-01".parse().unwrap(), ..holding(1, Level::ActionPack, None) };
    assert_eq!(total(&[lapsed], 1, "visual-studio-professional"), 0);
}

#[test]
fn of_one_competency_only_the_best_level_counts() {
    let held =
        [holding(1, Level::Silver, Some("cloud-platform")), holding(2, Level::Gold, Some("cloud-platform"))];
    assert_eq!(total(&held, 2, ENTERPRISE), 10 + 25);
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::Silver), Just(Level::Gold)]
}

fn portfolio() -> impl Strategy<Value = Vec<Membership>> {
    prop::collection::vec((0..COMPETENCIES.len(), level()), 0..8).prop_map(|held| {
        (1..).zip(held).map(|(n, (index, level))| holding(n, level, Some(COMPETENCIES[index]))).collect()
    })
}

proptest! {
    #[test]
    fn one_more_competency_never_takes_anything_away(
        held in portfolio(), index in 0..COMPETENCIES.len(), level in level(), in_countries in 1_usize..6,
    ) {
        let before = total(&held, in_countries, ENTERPRISE);
        let mut more = held;
        more.push(holding(100, level, Some(COMPETENCIES[index])));
        prop_assert!(total(&more, in_countries, ENTERPRISE) >= before);
    }

    #[test]
    fn one_more_country_never_takes_anything_away(held in portfolio(), in_countries in 1_usize..5) {
        prop_assert!(total(&held, in_countries + 1, ENTERPRISE) >= total(&held, in_countries, ENTERPRISE));
    }

    #[test]
    fn a_total_is_never_above_its_caps_and_nothing_is_lost_in_the_cut(held in portfolio(), in_countries in 1_usize..6) {
        let capped = entitlements(&held, in_countries, &Policy::default());
        let free = Policy { location_caps: LocationCaps::None, ..Policy::default() };
        for (capped, uncapped) in capped.iter().zip(entitlements(&held, in_countries, &free)) {
            let total = capped.total().limit().unwrap();
            let cut: u32 = capped.grants.iter().map(|grant| grant.cut).sum();
            prop_assert!(total <= capped.caps.unwrap().in_all);
            prop_assert_eq!(total + cut, uncapped.total().limit().unwrap());
        }
    }

    #[test]
    fn the_core_is_granted_once(held in portfolio(), in_countries in 1_usize..6) {
        for entitlement in entitlements(&held, in_countries, &Policy::default()) {
            let cores = entitlement.grants.iter().filter(|grant| grant.benefit_type == BenefitType::Core);
            prop_assert_eq!(cores.count(), 1);
        }
    }
}
