//! Software: the effects of getting keys, revealing them, recording activations and choosing what to download.
//!
//! Owns what is written and how a key is sealed; refuses to know when: `SoftwareBenefit` decides.

use domain::{
    company::MachineName,
    event::Event,
    id::{ActivationId, BenefitId, CompanyId, KeyId},
    language::Localised,
    outcome::Outcome,
    programme::{OsType, SoftwareLanguage},
    software::{Hardware, Reveal},
};
use secrecy::SecretString;
use uuid::Uuid;

use super::{Failure, door::Act, facts::SoftwareFacts, sealing, store::Store};
use crate::{
    db::{Held, activations, benefits, exactly, installation_choices, software_keys},
    random,
};

/// Whose keys the keys in stock are: the seal of a key always names somebody.
pub const STOCK: CompanyId = CompanyId::from_uuid(Uuid::nil());

/// Gets the keys of `benefit`, masked: drawn from the stock the first time, listed afterwards.
///
/// # Errors
/// [`Failure`]: a refusal of the rules, an identity that is not the company's, the ring or the database.
pub async fn get_keys(act: &mut Act<'_>, benefit: BenefitId) -> Result<Outcome, Failure> {
    let known = benefits::find(act.tx, act.company, benefit).await?.ok_or(Failure::NotFound)?;
    // Other companies draw from the same stock: it is counted when they cannot.
    act.tx.hold(Held::Stock(&known.product)).await?;
    let terms = act.terms().await?;
    let facts = terms.software_facts(act.tx, known).await?.ok_or(Failure::NotFound)?;
    let listed = facts.facts.get_keys(act.now.today)?;
    let product = &facts.benefit.product;
    let drawn = software_keys::changes::next_in_stock(act.tx, product, listed.drawn).await?;
    exactly(listed.drawn.into(), drawn.len() as u64)?;
    if !drawn.is_empty() {
        let ring = sealing::ring(act.store, act.tx).await?;
        for (number, (key, sealed)) in (facts.facts.issued + 1..).zip(drawn) {
            let secret = sealing::open(act.store, act.tx, (STOCK, key), &sealed).await?;
            let sealed = ring.seal(act.company, key, &secret)?;
            let (company, by) = (act.company, act.caller.user);
            let issue = software_keys::changes::Issue { key, company, benefit, number, by };
            software_keys::changes::issue(act.tx, issue, &sealed, act.now).await?;
        }
    }
    let _ = act.log(&Event::KeysListed { benefit, drawn: listed.drawn }).await?;
    Ok(Outcome::KeysListed { benefit, drawn: listed.drawn })
}

/// Lets a key leave its mask: recorded here, and opened by [`opened`] from the outcome alone.
///
/// # Errors
/// [`Failure`]: a refusal of the rules, an identity that is not the company's, the ring or the database.
pub async fn reveal_key(act: &mut Act<'_>, key: KeyId, manner: Reveal) -> Result<Outcome, Failure> {
    let known = software_keys::find(act.tx, act.company, key).await?.ok_or(Failure::NotFound)?;
    let benefit = known.benefit;
    facts(act, benefit).await?.facts.reveal(act.now.today)?;
    // A key that cannot be opened is not recorded as seen.
    let _ = sealing::open(act.store, act.tx, (act.company, key), &known.sealed).await?;
    let first = software_keys::changes::view(act.tx, key, act.caller.user, act.now).await?;
    let _ = act.log(&Event::KeyRevealed { benefit, key, manner, first }).await?;
    Ok(Outcome::KeyRevealed { benefit, key, manner })
}

/// The key that a [`Outcome::KeyRevealed`] of the door lets leave its mask. It is logged as seen by then, so that nothing
/// is read but what opens it.
///
/// # Errors
/// [`Failure`] of the ring or the database.
pub async fn opened(store: &Store, company: CompanyId, key: KeyId) -> Result<SecretString, Failure> {
    let mut connection = store.connection().await?;
    let known = software_keys::find(&mut connection, company, key).await?.ok_or(Failure::NotFound)?;
    sealing::open(store, &mut connection, (company, key), &known.sealed).await
}

/// Which key it is, for a page that shows it alone.
pub struct Named {
    /// The name of the product.
    pub product: Localised,
    /// Its place among the keys of the benefit, from 1.
    pub number: usize,
    /// How many keys the benefit has.
    pub count: usize,
}

/// Which of the keys of `benefit` is `key`.
///
/// # Errors
/// [`Failure`] of the database.
pub async fn named(
    store: &Store,
    company: CompanyId,
    benefit: BenefitId,
    key: KeyId,
) -> Result<Named, Failure> {
    let mut connection = store.connection().await?;
    let benefit = benefits::find(&mut connection, company, benefit).await?.ok_or(Failure::NotFound)?;
    let product = store.catalogue()?.product(&benefit.product).ok_or(Failure::NotFound)?.name.clone();
    let listed = software_keys::masked(&mut connection, company, benefit.id).await?;
    let before = listed.iter().take_while(|row| row.key != key).count();
    Ok(Named { product, number: before + 1, count: listed.len() })
}

/// Records that the software of `benefit` was activated on `machine`.
///
/// # Errors
/// [`Failure`]: a refusal of the rules, an identity that is not the company's, the ring or the database.
pub async fn record_activation(
    act: &mut Act<'_>,
    benefit: BenefitId,
    machine: MachineName,
    hardware: Hardware,
) -> Result<Outcome, Failure> {
    let facts = facts(act, benefit).await?;
    let is_known = activations::is_known(act.tx, act.company, benefit, &machine).await?;
    let recorded = facts.facts.record_activation(is_known, hardware, &act.policy, act.now.today)?;
    let id = ActivationId::from_uuid(random::uuid(act.now.at));
    let new = activations::changes::New {
        id,
        benefit,
        company: act.company,
        machine: &machine,
        hardware,
        units: recorded.units,
        by: act.caller.user,
    };
    if !activations::changes::record(act.tx, new, act.now).await? {
        return Err(facts.facts.maximum_reached(&act.policy).into());
    }
    let counts = recorded.units > 0;
    let event =
        Event::ActivationRecorded { benefit, activation: id, machine: machine.clone(), hardware, counts };
    let _ = act.log(&event).await?;
    let (units, unit) = (recorded.units, facts.facts.unit);
    Ok(Outcome::ActivationRecorded { benefit, machine: machine.into(), units, unit })
}

/// Remembers the language and the operating system that the caller downloads for.
///
/// # Errors
/// [`Failure`]: a refusal of the rules, an identity that is not the company's, the ring or the database.
pub async fn choose_installation(
    act: &mut Act<'_>,
    benefit: BenefitId,
    language: SoftwareLanguage,
    os_type: OsType,
) -> Result<Outcome, Failure> {
    let facts = facts(act, benefit).await?;
    let product =
        act.store.catalogue()?.product(&facts.benefit.product).and_then(|product| product.software());
    let offered = product.ok_or(Failure::NotFound)?;
    if !offered.languages.contains(&language) || !offered.os_types.contains(&os_type) {
        return Err(Failure::NotFound);
    }
    let (user, product) = (act.caller.user, &facts.benefit.product);
    installation_choices::changes::keep(act.tx, user, product, (&language, &os_type), act.now).await?;
    let _ = act.log(&Event::InstallationChosen { benefit, language, os_type }).await?;
    Ok(Outcome::InstallationChosen { benefit })
}

async fn facts(act: &mut Act<'_>, benefit: BenefitId) -> Result<SoftwareFacts, Failure> {
    act.terms().await?.software(act.tx, benefit).await?.ok_or(Failure::NotFound)
}
