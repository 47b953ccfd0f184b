//! What the person at the shell is told when a field or a rule says no. The shell speaks English.
//!
//! Owns those sentences, with what there is to choose from; refuses to know the commands that meet them.

use domain::{
    company::{CompanyName, EmailAddress, FieldFault, FullName},
    programme::Catalogue,
    refusal::{MembershipRefusal, Refusal},
};

use crate::portal::{Failure, store::Store};

/// The person's name, as it was typed at the shell.
///
/// # Errors
/// What is wrong with it.
pub fn full_name(text: &str) -> anyhow::Result<FullName> {
    field("name of the person", text, PLAIN, FullName::parse(text))
}

/// The name of a company or of a location, or an MPN ID, which `what` says, as it was typed at the shell.
///
/// # Errors
/// What is wrong with it.
pub fn company_name(what: &str, text: &str) -> anyhow::Result<CompanyName> {
    field(what, text, PLAIN, CompanyName::parse(text))
}

/// The address, as it was typed at the shell.
///
/// # Errors
/// What is wrong with it.
pub fn address(text: &str) -> anyhow::Result<EmailAddress> {
    field("address", text, "an e-mail address, such as alice@acme.example", EmailAddress::parse(text))
}

const PLAIN: &str = "a line of plain text";

/// What was read of `text`, or the sentence that says what `what` has to be.
///
/// # Errors
/// What is wrong with it.
pub fn field<T>(what: &str, text: &str, form: &str, read: Result<T, FieldFault>) -> anyhow::Result<T> {
    read.map_err(|fault| match fault {
        FieldFault::Empty => anyhow::anyhow!("the {what} is empty"),
        FieldFault::TooLong { most } => anyhow::anyhow!("the {what} is longer than {most} characters"),
        FieldFault::Malformed | FieldFault::Nobody | FieldFault::Several { .. } => {
            anyhow::anyhow!("the {what} {text:?} is not {form}")
        }
    })
}

/// What the door has made, or its refusal in a sentence; `there_already` is the one for what would be there twice.
///
/// # Errors
/// The refusal, or the fault.
pub fn operated<T>(made: Result<T, Failure>, store: &Store, there_already: &str) -> anyhow::Result<T> {
    made.map_err(|failure| match failure {
        Failure::Refused(Refusal::Stale) => anyhow::anyhow!("{there_already}"),
        Failure::Refused(Refusal::Membership(why)) => match store.catalogue() {
            Ok(catalogue) => anyhow::anyhow!(membership(&why, catalogue)),
            Err(_) => anyhow::anyhow!("the installation has no programme"),
        },
        Failure::Refused(refusal) => {
            anyhow::anyhow!("the programme does not allow this ({})", refusal.code())
        }
        Failure::NotFound | Failure::SignedOut => anyhow::anyhow!("there is no such thing"),
        Failure::NoCatalogue => anyhow::anyhow!("the installation has no programme"),
        Failure::Database(error) => error.into(),
        Failure::Ring(error) => error.into(),
        Failure::Unwritten(error) => anyhow::anyhow!(error),
    })
}

/// Why an offer is not recorded.
fn membership(why: &MembershipRefusal, catalogue: &Catalogue) -> String {
    let competencies = || list(catalogue.competencies.iter().map(|competency| competency.code.as_str()));
    match why {
        MembershipRefusal::UnknownOffer => {
            let offers = list(catalogue.offers.iter().map(|offer| offer.code.as_str()));
            format!("the programme has no such offer; its offers are {offers}")
        }
        MembershipRefusal::UnknownCompetency => {
            format!("the programme has no such competency; its competencies are {}", competencies())
        }
        MembershipRefusal::CompetencyMismatch => {
            let taking = catalogue.offers.iter().filter(|offer| offer.needs_competency);
            let taking = list(taking.map(|offer| offer.code.as_str()));
            let competencies = competencies();
            format!(
                "only these offers take a --competency, and need one: {taking}; competencies are {competencies}"
            )
        }
        MembershipRefusal::SecondActionPack => "the company holds an Action Pack already".to_owned(),
        MembershipRefusal::ActionPackBesideCompetency => {
            "the programme does not allow an Action Pack beside a competency".to_owned()
        }
        MembershipRefusal::SecondCompetency => "the company holds this competency already".to_owned(),
        MembershipRefusal::ActivatedBeforePurchase => {
            "an offer cannot become active before the day on which it was bought".to_owned()
        }
    }
}

fn list<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn a_field_is_refused_in_a_sentence() {
        let told = |text: &str| address(text).unwrap_err().to_string();
        assert_eq!(told("bad"), r#"the address "bad" is not an e-mail address, such as alice@acme.example"#);
        assert_eq!(told(" "), "the address is empty");
        let long = full_name(&"a".repeat(121)).unwrap_err().to_string();
        assert_eq!(long, "the name of the person is longer than 120 characters");
    }

    #[test]
    fn a_refused_offer_is_told_with_what_there_is_to_choose_from() {
        let built_in = catalogue::read(catalogue::BUILT_IN).unwrap();
        let told = |why| membership(&why, &built_in);
        for offer in &built_in.offers {
            assert!(told(MembershipRefusal::UnknownOffer).contains(offer.code.as_str()));
            let takes = told(MembershipRefusal::CompetencyMismatch).contains(offer.code.as_str());
            assert_eq!(takes, offer.needs_competency, "{}", offer.code);
        }
        for competency in &built_in.competencies {
            assert!(told(MembershipRefusal::UnknownCompetency).contains(competency.code.as_str()));
            assert!(told(MembershipRefusal::CompetencyMismatch).contains(competency.code.as_str()));
        }
    }
}
