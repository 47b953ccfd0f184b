//! The words for the values of the domain: one function for each enum, each an exhaustive match.
//!
//! Owns which message names which value; refuses to know where it stands on a page, and in which colour.

use domain::{
    cancellation::RefundRight,
    company::Country,
    day::Day,
    entitlement::{BenefitType, PoolTitle},
    expiry::Expiry,
    membership::Stage,
    programme::{Family, Level, Quantity, Unit},
    role::Role,
    visual_studio::SeatState,
};

use super::{Args, MessageId, Words, id};

/// The name of a role, as a label.
#[must_use]
pub const fn role(role: Role) -> MessageId {
    match role {
        Role::GlobalAdmin => id::TERMS_ROLE_GLOBAL_ADMIN,
        Role::MpnPartnerAdmin => id::TERMS_ROLE_MPN_PARTNER_ADMIN,
        Role::AccountAdmin => id::TERMS_ROLE_ACCOUNT_ADMIN,
        Role::UserAdmin => id::TERMS_ROLE_USER_ADMIN,
        Role::AdminAgent => id::TERMS_ROLE_ADMIN_AGENT,
        Role::SalesAgent => id::TERMS_ROLE_SALES_AGENT,
        Role::HelpdeskAgent => id::TERMS_ROLE_HELPDESK_AGENT,
        Role::BillingAdmin => id::TERMS_ROLE_BILLING_ADMIN,
        Role::ReportViewer => id::TERMS_ROLE_REPORT_VIEWER,
    }
}

/// The name of a role in the middle of a sentence.
#[must_use]
pub const fn role_in_text(role: Role) -> MessageId {
    match role {
        Role::GlobalAdmin => id::TERMS_ROLE_GLOBAL_ADMIN__IN_TEXT,
        Role::MpnPartnerAdmin => id::TERMS_ROLE_MPN_PARTNER_ADMIN__IN_TEXT,
        Role::AccountAdmin => id::TERMS_ROLE_ACCOUNT_ADMIN__IN_TEXT,
        Role::UserAdmin => id::TERMS_ROLE_USER_ADMIN__IN_TEXT,
        Role::AdminAgent => id::TERMS_ROLE_ADMIN_AGENT__IN_TEXT,
        Role::SalesAgent => id::TERMS_ROLE_SALES_AGENT__IN_TEXT,
        Role::HelpdeskAgent => id::TERMS_ROLE_HELPDESK_AGENT__IN_TEXT,
        Role::BillingAdmin => id::TERMS_ROLE_BILLING_ADMIN__IN_TEXT,
        Role::ReportViewer => id::TERMS_ROLE_REPORT_VIEWER__IN_TEXT,
    }
}

/// All the roles of a person; a person without any is a default user.
pub fn roles(words: Words, roles: &[Role]) -> String {
    let mut names = roles
        .iter()
        .enumerate()
        .map(|(place, held)| words.text(if place == 0 { role(*held) } else { role_in_text(*held) }));
    let Some(first) = names.next() else { return words.text(id::TERMS_ROLE_DEFAULT) };
    names.fold(first, |before, next| comma(words, &before, &next))
}

/// The roles of which one is needed: "global admin or MPN partner admin".
pub fn one_of_roles(words: Words, roles: &[Role]) -> String {
    one_of(words, roles.iter().map(|role| words.text(role_in_text(*role))).collect())
}

/// Texts of which one is enough: "Ada, Grace or Mary".
pub fn one_of(words: Words, mut texts: Vec<String>) -> String {
    let Some(last) = texts.pop() else { return String::new() };
    if texts.is_empty() {
        return last;
    }
    let before = listed(words, texts);
    words.format(id::TERMS_LIST_OR, &Args::new().with("before", &before).with("last", &last))
}

/// Texts one after the other: "Silver, Gold".
pub fn listed(words: Words, texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().reduce(|before, next| comma(words, &before, &next)).unwrap_or_default()
}

fn comma(words: Words, before: &str, next: &str) -> String {
    words.format(id::TERMS_LIST_COMMA, &Args::new().with("before", before).with("next", next))
}

/// The name of a level.
#[must_use]
pub const fn level(level: Level) -> MessageId {
    match level {
        Level::ActionPack => id::TERMS_LEVEL_ACTION_PACK,
        Level::Silver => id::TERMS_LEVEL_SILVER,
        Level::Gold => id::TERMS_LEVEL_GOLD,
    }
}

/// Core or incremental.
#[must_use]
pub const fn benefit_type(benefit_type: BenefitType) -> MessageId {
    match benefit_type {
        BenefitType::Core => id::TERMS_TYPE_CORE,
        BenefitType::Incremental => id::TERMS_TYPE_INCREMENTAL,
    }
}

/// What a pool is called: the offer that grants it, and which part of that offer it is where there are several.
pub fn pool(words: Words, pool: &PoolTitle) -> String {
    let offer = words.pick(&pool.offer);
    match pool.part {
        Some(part) => format!("{offer} · {}", words.text(benefit_type(part))),
        None => offer,
    }
}

/// A pool beside the product of its seats.
pub fn pool_of(product: &str, pool: &str) -> String {
    format!("{product} · {pool}")
}

/// The name of a family, as on its tab.
#[must_use]
pub const fn family(family: Family) -> MessageId {
    match family {
        Family::Software => id::TERMS_FAMILY_SOFTWARE,
        Family::Cloud => id::TERMS_FAMILY_CLOUD,
        Family::VisualStudio => id::TERMS_FAMILY_VISUAL_STUDIO,
        Family::Technical => id::TERMS_FAMILY_TECHNICAL,
        Family::GoToMarket => id::TERMS_FAMILY_GO_TO_MARKET,
    }
}

/// A number of units: "25 licenses", « 25 licences ».
pub fn counted(words: Words, unit: Unit, count: u32) -> String {
    let message = match unit {
        Unit::Licences => id::TERMS_UNIT_LICENCES,
        Unit::Cores => id::TERMS_UNIT_CORES,
        Unit::Seats => id::TERMS_UNIT_SEATS,
        Unit::Incidents => id::TERMS_UNIT_INCIDENTS,
        Unit::Hours => id::TERMS_UNIT_HOURS,
        Unit::Accounts => id::TERMS_UNIT_ACCOUNTS,
        Unit::MonthlyCredit => id::TERMS_UNIT_MONTHLY_CREDIT,
        Unit::YearlyCredit => id::TERMS_UNIT_YEARLY_CREDIT,
        Unit::Offers => id::TERMS_UNIT_OFFERS,
    };
    words.format(message, &Args::new().with("count", &count))
}

/// A quantity of units, or that it has no limit.
pub fn quantity(words: Words, unit: Unit, quantity: Quantity) -> String {
    match quantity {
        Quantity::Limited(count) => counted(words, unit, count),
        Quantity::Unlimited => words.text(id::TERMS_QUANTITY_UNLIMITED),
    }
}

/// Where a seat stands on `today`; a lock that has ended is a free seat.
pub fn seat_state(words: Words, state: SeatState, today: Day) -> String {
    match (state, state.locked_until(today)) {
        (_, Some(until)) => words.format(id::TERMS_SEAT_LOCKED, &Args::new().with("date", &until)),
        (SeatState::Assigned { .. }, None) => words.text(id::TERMS_SEAT_ASSIGNED),
        (SeatState::Activated { .. }, None) => words.text(id::TERMS_SEAT_ACTIVATED),
        (SeatState::Free | SeatState::CoolingDown { .. }, None) => words.text(id::TERMS_SEAT_FREE),
    }
}

/// Where an offer of the company stands.
#[must_use]
pub const fn stage(stage: Stage) -> MessageId {
    match stage {
        Stage::Active => id::TERMS_STAGE_ACTIVE,
        Stage::RenewalWindow { .. } => id::TERMS_STAGE_RENEWAL,
        Stage::Lapsed { .. } => id::TERMS_STAGE_LAPSED,
    }
}

/// What stands before the day on which a benefit ends: "Usable until".
#[must_use]
pub const fn expiry(expiry: Expiry) -> MessageId {
    match expiry {
        Expiry::SoftwareUsableUntil(_) => id::TERMS_EXPIRY_SOFTWARE,
        Expiry::RedeemableUntil(_) => id::TERMS_EXPIRY_REDEEMABLE,
        Expiry::MonthlyCreditUntil(_) => id::TERMS_EXPIRY_MONTHLY_CREDIT,
        Expiry::YearlyCreditUntil(_) => id::TERMS_EXPIRY_YEARLY_CREDIT,
        Expiry::SeatsUsableUntil(_) => id::TERMS_EXPIRY_SEATS,
        Expiry::TechnicalUntil(_) => id::TERMS_EXPIRY_TECHNICAL,
        Expiry::ActivatableUntil(_) => id::TERMS_EXPIRY_GO_TO_MARKET,
    }
}

/// What that day means, in a sentence or two (R60 to R64).
#[must_use]
pub const fn expiry_meaning(expiry: Expiry) -> MessageId {
    match expiry {
        Expiry::SoftwareUsableUntil(_) => id::TERMS_EXPIRY_SOFTWARE__MEANING,
        Expiry::RedeemableUntil(_) => id::TERMS_EXPIRY_REDEEMABLE__MEANING,
        Expiry::MonthlyCreditUntil(_) => id::TERMS_EXPIRY_MONTHLY_CREDIT__MEANING,
        Expiry::YearlyCreditUntil(_) => id::TERMS_EXPIRY_YEARLY_CREDIT__MEANING,
        Expiry::SeatsUsableUntil(_) => id::TERMS_EXPIRY_SEATS__MEANING,
        Expiry::TechnicalUntil(_) => id::TERMS_EXPIRY_TECHNICAL__MEANING,
        Expiry::ActivatableUntil(_) => id::TERMS_EXPIRY_GO_TO_MARKET__MEANING,
    }
}

/// Whether a purchase can be refunded, and until when, in a sentence.
pub fn refund(words: Words, right: RefundRight) -> String {
    match right {
        RefundRight::Open { until, days_left } => {
            words.format(id::TERMS_REFUND_OPEN, &Args::new().with("date", &until).with("days", &days_left))
        }
        RefundRight::WindowOver { since } => {
            words.format(id::TERMS_REFUND_OVER, &Args::new().with("date", &since))
        }
        RefundRight::Used => words.text(id::TERMS_REFUND_USED),
    }
}

/// The name of a country; one that the messages do not name is its two letters.
pub fn country(words: Words, country: Country) -> String {
    words.format(id::TERMS_COUNTRY_NAME, &Args::new().with("code", &country.to_string()))
}
