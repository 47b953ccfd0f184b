//! Every `OperatorCommand`, and what the operator loads, which is no command.

use domain::{
    command::OperatorCommand,
    company::{CompanyName, EmailAddress, FullName},
    day::Day,
    policy::{PolicyOverride, SeatCooldown},
    programme::{Catalogue, CompetencyCode, OfferCode, ProductCode},
    role::Role,
};
use secrecy::SecretString;
use server::{
    catalogue::read,
    portal::{Failure, door::Door, operator::Made, store::Store},
};

use super::{Asked, whole_or_not_at_all};
use crate::support::{
    Installation,
    cast::{ATELIER, LUMIERE},
};

/// What the log says of each command.
const KEPT: [(&str, &str); OperatorCommand::NAMES.len()] = [
    ("create-company", "company-created"),
    ("add-location", "location-added"),
    ("invite-user", "user-invited"),
    ("invite-operator", "operator-invited"),
    ("renew-link", "link-renewed"),
    ("disable-user", "user-disabled"),
    ("enable-user", "user-enabled"),
    ("record-membership", "membership-recorded"),
    ("override-policy", "policy-overridden"),
];

/// A programme of a few products: an offer of the built-in one writes a hundred rows.
const SMALL: &str = include_str!("../../catalogue/sound.toml");

/// Something that the operator asks for.
struct Operation<'a> {
    installation: &'a Installation,
    store: &'a Store,
    act: Act,
}

#[derive(Clone, Debug)]
enum Act {
    Command(OperatorCommand),
    LoadCatalogue,
    StockKeys,
}

impl Operation<'_> {
    async fn try_act(&self) -> Result<(), Failure> {
        let door = Door(self.store);
        let mut tx = self.store.database().begin().await?;
        match self.act.clone() {
            Act::Command(command) => drop(door.operate_in(&mut tx, None, command).await?),
            Act::LoadCatalogue => door.load_catalogue_in(&mut tx, &small()).await?,
            Act::StockKeys => {
                let product = ProductCode::parse("visio-professional-2019").unwrap();
                let keys = ["AAAAA-1", "AAAAA-2"].map(SecretString::from).to_vec();
                door.stock_keys_in(&mut tx, None, &product, keys).await?;
            }
        }
        Ok(tx.commit().await?)
    }
}

impl Asked for Operation<'_> {
    fn installation(&self) -> &Installation {
        self.installation
    }

    async fn is_done(&mut self) -> bool {
        match self.try_act().await {
            Ok(()) => true,
            Err(Failure::Database(_)) => false,
            Err(other) => panic!("{:?}: {other:?}", self.act),
        }
    }
}

fn small() -> Catalogue {
    read(&SMALL.replace("version = 2020-03-16", "version = 2030-03-16")).unwrap()
}

fn called(name: &str) -> CompanyName {
    CompanyName::parse(name).unwrap()
}

fn create_company(name: &str, mpn_id: &str) -> OperatorCommand {
    OperatorCommand::CreateCompany {
        name: called(name),
        mpn_id: mpn_id.to_owned(),
        time_zone: "Europe/Paris".to_owned(),
        country: "FR".parse().unwrap(),
        location: called("Nantes"),
    }
}

/// The command of this name, such that each of them is carried out after those before it. One that is not here has been
/// tried by nobody.
async fn command(installation: &Installation, name: &str) -> OperatorCommand {
    let company = installation.company(LUMIERE).await.parse().unwrap();
    let person = EmailAddress::parse("nina@lumiere.example").unwrap();
    match name {
        "create-company" => create_company("Neuve", "7000001"),
        "add-location" => {
            OperatorCommand::AddLocation { company, name: called("Oslo"), country: "NO".parse().unwrap() }
        }
        "invite-user" => OperatorCommand::InviteUser {
            company,
            name: FullName::parse("Nina Novak").unwrap(),
            email: person,
            roles: vec![Role::GlobalAdmin, Role::UserAdmin],
            is_guest: false,
            location: None,
        },
        "invite-operator" => OperatorCommand::InviteOperator {
            name: FullName::parse("Otto Berg").unwrap(),
            email: EmailAddress::parse("otto@operator.example").unwrap(),
        },
        "renew-link" => OperatorCommand::RenewLink { email: person },
        "disable-user" => OperatorCommand::DisableUser { email: person },
        "enable-user" => OperatorCommand::EnableUser { email: person },
        "record-membership" => {
            let made = Door(&installation.store).operate(None, create_company("Autre", "7000002")).await;
            let Ok(Made::Company(company, _)) = made else { panic!("{made:?}") };
            let day: Day = "2023-11-01".parse().unwrap();
            OperatorCommand::RecordMembership {
                company,
                offer: OfferCode::parse("silver").unwrap(),
                competency: Some(CompetencyCode::parse("security").unwrap()),
                purchased_on: day,
                activated_on: day,
            }
        }
        "override-policy" => {
            let company = installation.company(ATELIER).await.parse().unwrap();
            OperatorCommand::OverridePolicy {
                company,
                value: PolicyOverride::SeatCooldown(SeatCooldown::Days(30)),
            }
        }
        other => panic!("nobody has tried what of {other} can fail"),
    }
}

#[tokio::test]
async fn an_operator_s_command_that_fails_leaves_nothing_half_done_and_is_one_entry_of_the_log() {
    let installation = Installation::faulty().await;
    // The programme that was loaded last is in force.
    installation.application.clock.advance(1);
    let mut tx = installation.store.database().begin().await.unwrap();
    Door(&installation.store).load_catalogue_in(&mut tx, &small()).await.unwrap();
    tx.commit().await.unwrap();
    let store = Store::open(installation.application.clone()).await.unwrap();
    assert_eq!(KEPT.map(|(name, _)| name), OperatorCommand::NAMES);
    for (name, kind) in KEPT {
        let command = command(&installation, name).await;
        assert_eq!(command.name(), name);
        let act = Act::Command(command);
        let mut operation = Operation { installation: &installation, store: &store, act };
        assert_eq!(whole_or_not_at_all(&mut operation).await, [kind], "{name}");
    }
}

#[tokio::test]
async fn what_the_operator_loads_comes_all_together_with_its_entry_or_not_at_all() {
    let installation = Installation::faulty().await;
    for (act, kind) in [(Act::StockKeys, "keys-stocked"), (Act::LoadCatalogue, "catalogue-loaded")] {
        let mut operation = Operation { installation: &installation, store: &installation.store, act };
        assert_eq!(whole_or_not_at_all(&mut operation).await, [kind]);
    }
}
