//! Page views: what each read returns. Names of the catalogue come in both languages, so that a switch fetches nothing.

use domain::{
    cancellation::RefundRight,
    company::Country,
    day::{Day, Now},
    entitlement::BenefitType,
    expiry::Expiry,
    id::{ActivationId, BenefitId, KeyId, MembershipId, SeatId, UserId},
    language::Localised,
    membership::Stage,
    policy::Policy,
    programme::{Currency, Details, Family, Level, OfferCode, OsType, Package, ProductCode, Quantity, SoftwareLanguage, Unit},
    role::{Action, Rights, Role},
    software::{Hardware, SoftwareBenefit},
    visual_studio::{SeatPool, SeatRefusal, SeatState},
};
use serde::{Deserialize, Serialize};

/// A person as others of the company see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who it is.
    pub user: UserId,
    /// The full name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// Who is signed in, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The full name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The roles in the company that is shown.
    pub roles: Vec<Role>,
    /// The company that is shown, with its MPN ID; an operator has none.
    pub company: Option<(String, String)>,
    /// The other companies that the person belongs to.
    pub other_companies: Vec<(UserId, String)>,
    /// Whether the person is one of the programme's operators.
    pub is_operator: bool,
}

/// The frame around every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Who is signed in.
    pub viewer: Viewer,
    /// Whether this is a demonstration.
    pub demonstration: bool,
}

/// Who looks, when, and under which rules: what the page needs to ask `domain` the server's own questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewpoint {
    /// The person who looks.
    pub user: UserId,
    /// The person's rights.
    pub rights: Rights,
    /// The server's moment.
    pub now: Now,
    /// The policy in force for the company.
    pub policy: Policy,
    /// For each action that is closed to the viewer, the people who can do it (R24).
    pub who_can: Vec<(Action, Vec<Person>)>,
}

impl Viewpoint {
    /// The people who can do `action`; empty when the viewer can.
    #[must_use]
    pub fn people_for(&self, action: Action) -> &[Person] {
        self.who_can.iter().find(|(known, _)| *known == action).map_or(&[], |(_, people)| people)
    }
}

/// What the sign-in page offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInPage {
    /// The accounts of a demonstration; none outside of one.
    pub demonstration: Vec<DemonstrationAccount>,
    /// Whether the database has no company yet.
    pub is_empty: bool,
}

/// An account that one click signs in to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemonstrationAccount {
    /// Who it is.
    pub person: Person,
    /// The company.
    pub company: String,
    /// What the company is like.
    pub levels: Vec<Localised>,
    /// The roles; none for a default user.
    pub roles: Vec<Role>,
}

/// What an invitation's link leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InvitationPage {
    /// The person can choose a password.
    Open {
        /// The person's name.
        name: String,
        /// The address to sign in with.
        email: String,
        /// The company; none for an operator.
        company: Option<String>,
    },
    /// It was used, it has expired, or it never existed: the page does not say which.
    Spent,
}

/// An offer of the company, for the line under a title and for the dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipLine {
    /// The membership.
    pub membership: MembershipId,
    /// The offer's name.
    pub offer: Localised,
    /// Its level.
    pub level: Level,
    /// The competency's name.
    pub competency: Option<Localised>,
    /// The next anniversary.
    pub anniversary: Day,
    /// Where it stands.
    pub stage: Stage,
}

/// One of the grants behind a benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The membership that grants it.
    pub membership: MembershipId,
    /// The offer's name.
    pub offer: Localised,
    /// The competency's name.
    pub competency: Option<Localised>,
    /// Core or incremental.
    pub benefit_type: BenefitType,
    /// How many, after the cut.
    pub quantity: Quantity,
    /// How many a cap has cut off.
    pub cut: u32,
    /// Until when, and in which sense.
    pub expiry: Expiry,
    /// Whether its purchase can still be refunded.
    pub refund: RefundRight,
}

/// A row of a Benefits tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitRow {
    /// The benefit.
    pub benefit: BenefitId,
    /// The product.
    pub product: ProductCode,
    /// The product's name.
    pub name: Localised,
    /// What the numbers count.
    pub unit: Unit,
    /// The currency of the numbers, when they are credits.
    pub currency: Option<Currency>,
    /// How many are granted.
    pub granted: Quantity,
    /// How many are used.
    pub used: u32,
    /// How many wait for a lock to end (seats).
    pub locked: u32,
    /// The offers that grant it, each with its competency.
    pub offers: Vec<(OfferCode, Localised, Option<Localised>)>,
    /// Core or incremental; both when sources differ.
    pub benefit_types: Vec<BenefitType>,
    /// Until when, and in which sense.
    pub expiry: Expiry,
    /// Whether every offer behind it has lapsed.
    pub is_closed: bool,
    /// Whether its quantity has no source in the catalogue.
    pub is_sample: bool,
    /// The group of a go-to-market offer.
    pub group: Option<Localised>,
}

impl BenefitRow {
    /// How many are left; none when there is no limit.
    #[must_use]
    pub fn left(&self) -> Option<u32> {
        self.granted.limit().map(|granted| granted.saturating_sub(self.used).saturating_sub(self.locked))
    }
}

/// One tab of the Benefits page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitPage {
    /// Who looks.
    pub viewpoint: Viewpoint,
    /// The family.
    pub family: Family,
    /// The offers that the company holds.
    pub memberships: Vec<MembershipLine>,
    /// The rows of this page.
    pub rows: Vec<BenefitRow>,
    /// How many rows match the filters, on all pages.
    pub matching: u32,
    /// How many rows there are without filters.
    pub all: u32,
    /// The page that is shown, from 1, and how many there are.
    pub page: (u32, u32),
    /// The offers to filter by.
    pub offers: Vec<(OfferCode, Localised)>,
    /// The details of the open row.
    pub open: Option<(BenefitId, BenefitDetail)>,
}

/// What an open row shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BenefitDetail {
    /// Keys, activations, downloads.
    Software(Box<SoftwareOpen>),
    /// Seats.
    VisualStudio(Box<PoolOpen>),
    /// The other families, which are read-only here.
    Other(Box<OtherDetail>),
}

/// An open row of Cloud, Technical benefits or Go-To-Market.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherDetail {
    /// What the product is.
    pub summary: Localised,
    /// What the catalogue says of it.
    pub details: Details,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// An open row of Software.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftwareOpen {
    /// What the product is.
    pub summary: Localised,
    /// The facts that the rules ask for.
    pub facts: SoftwareBenefit,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The special instructions.
    pub instructions: Localised,
    /// Why the product has no key.
    pub why_no_key: Option<Localised>,
    /// The keys that the company has got, masked.
    pub keys: Vec<KeyRow>,
    /// The machines on which it is activated, the latest first.
    pub activations: Vec<ActivationRow>,
    /// The languages that the product comes in.
    pub languages: Vec<(SoftwareLanguage, Localised)>,
    /// The operating systems that it runs on.
    pub os_types: Vec<(OsType, Localised)>,
    /// What the person chose, here or last for another product that has it too.
    pub chosen: (Option<SoftwareLanguage>, Option<OsType>),
    /// What there is to download for that choice.
    pub packages: Vec<Package>,
}

/// A key, masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRow {
    /// The key.
    pub key: KeyId,
    /// Who saw it first, and when (R30).
    pub first_viewed: Option<(String, Day)>,
}

/// A recorded activation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivationRow {
    /// The activation.
    pub activation: ActivationId,
    /// The machine.
    pub machine: String,
    /// Its hardware.
    pub hardware: Hardware,
    /// Whether it counts.
    pub counts: bool,
    /// When it was recorded.
    pub on: Day,
    /// Who recorded it.
    pub by: String,
}

/// An open row of Visual Studio subscriptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolOpen {
    /// The facts that the rules ask for.
    pub pool: SeatPool,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The product and its portal, as the catalogue has them.
    pub details: Details,
    /// The most seats that all countries together may have, when there is a cap (R6).
    pub cap_in_all: Option<u32>,
    /// How many seats each country holds, over all pools of the subscription.
    pub countries: Vec<CountryUse>,
    /// The seats: those that are held or locked, then those that are free.
    pub ledger: Vec<LedgerRow>,
    /// The people who match what was typed, when the page was asked for with it.
    pub candidates: Vec<Candidate>,
    /// Whether the company has any seat pool on a lock.
    pub offer: Localised,
}

/// How many seats of a subscription a country holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryUse {
    /// The country.
    pub country: Country,
    /// Seats that its people hold.
    pub held: u32,
}

/// A seat in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// The seat.
    pub seat: SeatId,
    /// Its number.
    pub number: u32,
    /// Where it stands.
    pub state: SeatState,
    /// Who holds it, or held it last.
    pub person: Option<Person>,
    /// Everybody who held it, the latest first.
    pub history: Vec<Holding>,
}

/// The time during which somebody held a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Who held it.
    pub name: String,
    /// From when.
    pub from: Day,
    /// Who assigned it.
    pub assigned_by: String,
    /// Until when, and who took it back.
    pub until: Option<(Day, String)>,
    /// Until when it was locked then.
    pub locked_until: Option<Day>,
}

/// A person whom a picker offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The person.
    pub person: Person,
    /// The country of the person's location.
    pub country: Country,
    /// Why the person may not have a seat.
    pub refusal: Option<SeatRefusal>,
}

/// The page of all seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsPage {
    /// Who looks.
    pub viewpoint: Viewpoint,
    /// The rows of this page.
    pub rows: Vec<SeatRow>,
    /// How many rows match the filters, on all pages.
    pub matching: u32,
    /// How many seats there are without filters.
    pub all: u32,
    /// The page that is shown, from 1, and how many there are.
    pub page: (u32, u32),
    /// The pools to filter by: product and offer.
    pub pools: Vec<(BenefitId, Localised, Localised)>,
}

/// A row of the page of all seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRow {
    /// The pool.
    pub benefit: BenefitId,
    /// The seat.
    pub seat: SeatId,
    /// Its number in the pool.
    pub number: u32,
    /// Who holds it, or held it last.
    pub person: Option<(String, String)>,
    /// The subscription.
    pub product: Localised,
    /// The offer that grants it.
    pub offer: Localised,
    /// Where it stands.
    pub state: SeatState,
    /// Since when it is so.
    pub since: Option<Day>,
    /// The first day on which it can go to somebody else, while that is later than today.
    pub changeable_from: Option<Day>,
}

/// What needs the person who looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// Who looks.
    pub viewpoint: Viewpoint,
    /// The person's name.
    pub name: String,
    /// The offers of the company, the one that ends first at the top.
    pub memberships: Vec<MembershipLine>,
    /// Seats that the person holds.
    pub mine: Vec<MySeat>,
    /// Seats that wait for their holders to sign in, the oldest first; for those who may assign.
    pub waiting: Vec<HeldSeat>,
    /// How many of those there are in all.
    pub waiting_in_all: u32,
    /// Benefits that nobody has used yet, the one that ends first at the top.
    pub unused: Vec<UnusedBenefit>,
    /// How many of those there are in all.
    pub unused_in_all: u32,
    /// The companies of the programme and their people, for an operator.
    pub companies: Vec<(String, u32)>,
}

/// A seat that the person who looks holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MySeat {
    /// The seat.
    pub seat: SeatId,
    /// The pool.
    pub benefit: BenefitId,
    /// The subscription.
    pub product: Localised,
    /// The portal in which the person uses it.
    pub portal: (Localised, String),
    /// Where it stands.
    pub state: SeatState,
    /// Until when it can be used.
    pub usable_until: Day,
}

/// A seat that waits for its holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSeat {
    /// The pool.
    pub benefit: BenefitId,
    /// The subscription.
    pub product: Localised,
    /// Who holds it.
    pub name: String,
    /// Since when.
    pub since: Day,
}

/// A benefit of which something has never been used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnusedBenefit {
    /// The benefit.
    pub benefit: BenefitId,
    /// Its family.
    pub family: Family,
    /// The product.
    pub product: Localised,
    /// The offer that grants it.
    pub offer: Localised,
    /// How many are unused.
    pub unused: u32,
    /// Until when they can be used.
    pub expiry: Expiry,
}

