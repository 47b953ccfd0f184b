//! The story: one time line for the three companies, told from the oldest day to the newest.

use std::ops::Range;

use domain::{
    command::{Command, OperatorCommand},
    company::{CompanyName, Country, MachineName},
    day::Day,
    entitlement::BenefitType,
    id::{BenefitId, CompanyId, LocationId},
    outcome::Outcome,
    policy::{PolicyOverride, SeatCooldown},
    programme::{CompetencyCode, Family, KeyKind, OfferCode},
    role::Role,
    software::{Hardware, Reveal},
};
use secrecy::SecretString;

use super::{Character, Telling, people};
use crate::{
    clock::Zone,
    db::{benefits, memberships, software_keys},
    portal::{Failure, door::Door, operator::Made},
    random,
};

/// A company of the story with its people.
struct Cast {
    company: CompanyId,
    people: Vec<Character>,
}

/// Tells everything.
pub async fn tell(story: &mut Telling<'_>) -> Result<(), Failure> {
    story.days_ago(420);
    stock_keys(story).await?;
    let fjord = fjord(story).await?;
    story.days_ago(400);
    let lumiere = lumiere(story).await?;
    story.days_ago(380);
    hold(story, &fjord, ("silver-competency", Some("application-development")), -380).await?;
    story.days_ago(370);
    let atelier = atelier(story).await?;
    story.days_ago(300);
    hold(story, &lumiere, ("gold-competency", Some("application-development")), -300).await?;
    core_pool_is_full(story, &lumiere).await?;
    story.days_ago(254);
    hold(story, &lumiere, ("gold-competency", Some("cloud-platform")), -254).await?;
    seats_move(story, &lumiere, &fjord, &atelier).await?;
    story.days_ago(60);
    hold(story, &lumiere, ("gold-competency", Some("devops")), -60).await?;
    software_is_installed(story, &lumiere, &atelier).await?;
    recent_weeks(story, &lumiere, &fjord).await
}

/// Five hundred people in three countries, Gold in four competencies.
async fn lumiere(story: &mut Telling<'_>) -> Result<Cast, Failure> {
    let (company, lyon) =
        create(story, ("Lumière Conseil", "4827160"), ("Europe/Paris", "FR", "Lyon")).await?;
    let berlin = locate(story, company, ("Berlin", "DE")).await?;
    let montreal = locate(story, company, ("Montréal", "CA")).await?;
    let place = |index: usize| match index {
        0..=279 => lyon,
        280..=409 => berlin,
        _ => montreal,
    };
    let people = hire(story, company, "lumiere.example", 0..500, place).await?;
    Ok(Cast { company, people })
}

/// A hundred and twenty people; seats move after ninety days only.
async fn fjord(story: &mut Telling<'_>) -> Result<Cast, Failure> {
    let (company, oslo) = create(story, ("Fjord Data", "3190457"), ("Europe/Oslo", "NO", "Oslo")).await?;
    let people = hire(story, company, "fjord.example", 550..670, |_| oslo).await?;
    let cast = Cast { company, people };
    let value = PolicyOverride::SeatCooldown(SeatCooldown::Days(90));
    let _ = story.operate(OperatorCommand::OverridePolicy { company, value }).await?;
    hold(story, &cast, ("action-pack", None), -420).await?;
    Ok(cast)
}

/// Forty people and an Action Pack that ends in nine days.
async fn atelier(story: &mut Telling<'_>) -> Result<Cast, Failure> {
    let (company, liege) =
        create(story, ("Atelier Numérique", "5061298"), ("Europe/Brussels", "BE", "Liège")).await?;
    let people = hire(story, company, "atelier.example", 710..750, |_| liege).await?;
    story.days_ago(356);
    let cast = Cast { company, people };
    let nine_days = today(story)?.plus_days(9);
    record(story, &cast, ("action-pack", None), nine_days.plus_years(-1)).await?;
    Ok(cast)
}

/// Every seat of the core is held, and most holders have signed in.
async fn core_pool_is_full(story: &mut Telling<'_>, lumiere: &Cast) -> Result<(), Failure> {
    let core = pool(story, lumiere, None).await?;
    for index in 10..20 {
        assign(story, lumiere, core, index, index != 17).await?;
    }
    Ok(())
}

/// Seats are assigned, activated, reassigned and taken back, over half a year.
async fn seats_move(
    story: &mut Telling<'_>,
    lumiere: &Cast,
    fjord: &Cast,
    atelier: &Cast,
) -> Result<(), Failure> {
    story.days_ago(240);
    let platform = pool(story, lumiere, Some("cloud-platform")).await?;
    for index in 20..34 {
        assign(story, lumiere, platform, index * 11, index % 4 != 0).await?;
    }
    story.days_ago(200);
    let development = pool(story, lumiere, Some("application-development")).await?;
    for index in 0..11 {
        assign(story, lumiere, development, 60 + index * 13, index % 3 != 0).await?;
    }
    let core = pool(story, fjord, None).await?;
    assign(story, fjord, core, 12, true).await?;
    story.days_ago(190);
    hold(story, lumiere, ("gold-competency", Some("cloud-productivity")), -190).await?;
    let professional = pool(story, atelier, None).await?;
    assign(story, atelier, professional, 8, true).await?;
    story.days_ago(120);
    let seat = assign(story, lumiere, platform, 450, true).await?;
    story.days_ago(80);
    let (admin, holder) = (one(lumiere, 0)?, one(lumiere, 451)?);
    let _ = story.act(&admin, Command::ReassignSeat { seat, holder: holder.user }).await?;
    assign(story, fjord, core, 14, true).await?;
    Ok(())
}

/// Keys are got and shown, machines recorded.
async fn software_is_installed(
    story: &mut Telling<'_>,
    lumiere: &Cast,
    atelier: &Cast,
) -> Result<(), Failure> {
    story.days_ago(45);
    for (cast, machines) in [(lumiere, 7), (atelier, 3)] {
        let admin = one(cast, 1)?;
        for benefit in with_keys(story, cast, 3).await? {
            let _ = story.act(&admin, Command::GetKeys { benefit }).await?;
            let keys = software_keys::masked(story.tx, cast.company, benefit).await?;
            for key in keys.iter().take(1) {
                let _ = story.act(&admin, Command::RevealKey { key: key.key, manner: Reveal::Shown }).await?;
            }
            for number in 1..=machines {
                let machine =
                    MachineName::parse(&format!("PC-{:03}", number * 7)).map_err(|_| Failure::NotFound)?;
                let hardware = Hardware::Unchanged;
                let command = Command::RecordActivation { benefit, machine, hardware };
                let _ = story.act(&admin, command).await?;
            }
        }
    }
    Ok(())
}

/// What is still fresh: a seat that waits, one that is locked, an offer that can be refunded.
async fn recent_weeks(story: &mut Telling<'_>, lumiere: &Cast, fjord: &Cast) -> Result<(), Failure> {
    story.days_ago(30);
    let core = pool(story, fjord, None).await?;
    let seat = assign(story, fjord, core, 16, true).await?;
    story.days_ago(20);
    let devops = pool(story, lumiere, Some("devops")).await?;
    assign(story, lumiere, devops, 4, false).await?;
    assign(story, lumiere, devops, 90, false).await?;
    story.days_ago(12);
    hold(story, fjord, ("silver-competency", Some("datacenter")), -12).await?;
    story.days_ago(5);
    let admin = one(fjord, 0)?;
    let _ = story.act(&admin, Command::RemoveSeat { seat }).await?;
    story.days_ago(2);
    assign(story, fjord, core, 4, false).await?;
    let platform = pool(story, lumiere, Some("cloud-platform")).await?;
    for index in [113, 222, 333] {
        assign(story, lumiere, platform, index, false).await?;
    }
    Ok(())
}

/// Invites people, by their numbers among the made-up names, which no two companies share: the first five hold the roles
/// that the sign-in page offers, the sixth is a guest.
async fn hire(
    story: &mut Telling<'_>,
    company: CompanyId,
    domain: &str,
    numbers: Range<usize>,
    place: impl Fn(usize) -> LocationId,
) -> Result<Vec<Character>, Failure> {
    let roles: [&[Role]; 5] =
        [&[Role::GlobalAdmin], &[Role::MpnPartnerAdmin], &[Role::UserAdmin], &[Role::AdminAgent], &[]];
    let mut people = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.enumerate() {
        let roles = roles.get(index).copied().unwrap_or_default();
        let person = people::person(number, domain);
        let character = story.person((company, place(index)), person, roles, index == 5).await?;
        if index < 5 {
            story.offer(&character).await?;
        }
        people.push(character);
    }
    Ok(people)
}

async fn create(
    story: &mut Telling<'_>,
    (name, mpn_id): (&str, &str),
    (zone, country, city): (&str, &str, &str),
) -> Result<(CompanyId, LocationId), Failure> {
    let command = OperatorCommand::CreateCompany {
        name: called(name)?,
        mpn_id: mpn_id.to_owned(),
        time_zone: zone.to_owned(),
        country: country_of(country)?,
        location: called(city)?,
    };
    match story.operate(command).await? {
        Made::Company(company, location) => Ok((company, location)),
        _ => Err(Failure::NotFound),
    }
}

async fn locate(
    story: &mut Telling<'_>,
    company: CompanyId,
    (city, country): (&str, &str),
) -> Result<LocationId, Failure> {
    let command =
        OperatorCommand::AddLocation { company, name: called(city)?, country: country_of(country)? };
    match story.operate(command).await? {
        Made::Location(location) => Ok(location),
        _ => Err(Failure::NotFound),
    }
}

/// Records an offer that was bought two days before it became active, so many days from today.
async fn hold(
    story: &mut Telling<'_>,
    cast: &Cast,
    offer: (&str, Option<&str>),
    days: i64,
) -> Result<(), Failure> {
    let activated_on = today(story)?.plus_days(days);
    record(story, cast, offer, activated_on).await
}

async fn record(
    story: &mut Telling<'_>,
    cast: &Cast,
    (offer, competency): (&str, Option<&str>),
    activated_on: Day,
) -> Result<(), Failure> {
    let command = OperatorCommand::RecordMembership {
        company: cast.company,
        offer: OfferCode::parse(offer).map_err(|_| Failure::NotFound)?,
        competency: competency.map(CompetencyCode::parse).transpose().map_err(|_| Failure::NotFound)?,
        purchased_on: activated_on.plus_days(-2),
        activated_on,
    };
    story.operate(command).await.map(|_| ())
}

/// Assigns a seat of `benefit` to a person, who signs in three days later or not yet.
async fn assign(
    story: &mut Telling<'_>,
    cast: &Cast,
    benefit: BenefitId,
    index: usize,
    signs_in: bool,
) -> Result<domain::id::SeatId, Failure> {
    let (admin, holder) = (one(cast, 0)?, one(cast, index)?);
    let assigned = story.act(&admin, Command::AssignSeat { benefit, holder: holder.user }).await?;
    let Outcome::SeatAssigned { seat, .. } = assigned else { return Err(Failure::NotFound) };
    if signs_in {
        let _ = story.act(&holder, Command::ConfirmActivation { seat }).await?;
    }
    Ok(seat)
}

/// The Visual Studio pool of a competency, or the core of the company.
async fn pool(story: &mut Telling<'_>, cast: &Cast, competency: Option<&str>) -> Result<BenefitId, Failure> {
    let held = memberships::of_company(story.tx, cast.company).await?;
    let pools = benefits::of_family(story.tx, cast.company, Family::VisualStudio).await?;
    let is_of = |grant: &crate::db::grants::Grant| match competency {
        None => grant.benefit_type == BenefitType::Core,
        Some(code) => {
            let source = held.iter().find(|held| held.id == grant.membership);
            let named =
                source.and_then(|held| held.competency.as_ref()).is_some_and(|known| known.as_str() == code);
            grant.benefit_type == BenefitType::Incremental && named
        }
    };
    let newest_last = pools.into_iter().rfind(|pool| pool.grants.iter().any(is_of));
    newest_last.map(|pool| pool.id).ok_or(Failure::NotFound)
}

/// The first benefits of the company whose product has keys.
async fn with_keys(story: &mut Telling<'_>, cast: &Cast, count: usize) -> Result<Vec<BenefitId>, Failure> {
    let software = benefits::of_family(story.tx, cast.company, Family::Software).await?;
    let mut found = Vec::with_capacity(count);
    for product in story.store.catalogue()?.products_of(Family::Software) {
        let has_keys = product.software().is_some_and(|software| software.keys != KeyKind::None);
        let benefit = software.iter().find(|benefit| has_keys && benefit.product == product.code);
        found.extend(benefit.map(|benefit| benefit.id));
    }
    found.truncate(count);
    Ok(found)
}

/// Puts made-up keys into the stock: enough for three companies of the highest level.
async fn stock_keys(story: &mut Telling<'_>) -> Result<(), Failure> {
    let catalogue = story.store.catalogue()?;
    for product in catalogue.products_of(Family::Software) {
        let Some(software) = product.software() else { continue };
        let most =
            product.grants.quantities().filter_map(domain::programme::Quantity::limit).max().unwrap_or(1);
        let count = match software.keys {
            KeyKind::None => continue,
            KeyKind::MultipleActivation => 6,
            KeyKind::SingleUse => most.div_ceil(software.units_per_key.max(1)) * 3,
        };
        let keys = (0..count).map(|_| made_up_key()).collect();
        Door(story.store).stock_keys_in(story.tx, None, &product.code, keys).await?;
    }
    Ok(())
}

/// A key of the usual form that opens nothing; it begins with the name of the product that you are looking at.
fn made_up_key() -> SecretString {
    const LETTERS: &[u8] = b"BCDFGHJKMPQRTVWXY2346789";
    let letter =
        |byte: u8| char::from(LETTERS.get(usize::from(byte) % LETTERS.len()).copied().unwrap_or(b'B'));
    let rest: Vec<char> = random::bytes::<20>().into_iter().map(letter).collect();
    let groups: Vec<String> = rest.chunks(5).map(|group| group.iter().collect()).collect();
    SecretString::from(format!("ATOUT-{}", groups.join("-")))
}

fn today(story: &Telling<'_>) -> Result<Day, Failure> {
    let zone = Zone::named(super::ZONE).map_err(|_| Failure::NotFound)?;
    Ok(zone.day_of(story.today))
}

fn one(cast: &Cast, index: usize) -> Result<Character, Failure> {
    cast.people.get(index).cloned().ok_or(Failure::NotFound)
}

fn called(name: &str) -> Result<CompanyName, Failure> {
    CompanyName::parse(name).map_err(|_| Failure::NotFound)
}

fn country_of(code: &str) -> Result<Country, Failure> {
    code.parse().map_err(|_| Failure::NotFound)
}
