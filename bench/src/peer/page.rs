//! What the template of the page is given: rows as they are found, and how a date is written.

use askama::Template;
use domain::day::{Day, Instant};
use server::clock::Zone;
use sqlx::FromRow;

/// What both pools are called: by the core of the only offer.
const OFFER: &str = "Gold competency · DevOps · Core";
/// The cooldown of the catalogue.
const COOLDOWN_DAYS: i64 = 90;
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// The page.
#[derive(Template)]
#[template(path = "seats.html")]
pub struct SeatsPage {
    /// Who asks.
    pub viewer: Viewer,
    /// The seats of the company.
    pub seats: i64,
    /// Its pools.
    pub pools: Vec<Pool>,
    /// The rows of the table.
    pub rows: Vec<Row>,
}

/// Who asks, and for which company.
#[derive(FromRow)]
pub struct Viewer {
    /// The company.
    pub company_id: String,
    full_name: String,
    email: String,
    company: String,
    mpn_id: String,
}

/// A pool by which seats could be filtered.
#[derive(FromRow)]
pub struct Pool {
    benefit_id: String,
    product: String,
}

impl Pool {
    fn subscription(&self) -> &'static str {
        subscription(&self.product)
    }
}

/// A seat as it is found.
#[derive(FromRow)]
pub struct Found {
    seat_id: String,
    benefit_id: String,
    product: String,
    number: i64,
    assigned_on: Option<String>,
    activated_at: Option<i64>,
    full_name: Option<String>,
    email: Option<String>,
}

/// A seat as it is shown.
pub struct Row {
    seat_id: String,
    benefit_id: String,
    subscription: &'static str,
    number: i64,
    holder: Option<Holder>,
}

struct Holder {
    full_name: String,
    email: String,
    is_activated: bool,
    since: Dated,
    changeable: Option<Dated>,
}

/// A day as it is shown.
struct Dated {
    iso: String,
    long: String,
    distance: String,
}

impl Row {
    fn state(&self) -> &'static str {
        match &self.holder {
            None => "Free",
            Some(holder) if holder.is_activated => "Activated",
            Some(_) => "Assigned, waiting for sign-in",
        }
    }

    fn tone(&self) -> &'static str {
        match &self.holder {
            None => "calm",
            Some(holder) if holder.is_activated => "good",
            Some(_) => "warn",
        }
    }

    fn since(&self) -> Option<&Dated> {
        self.holder.as_ref().map(|holder| &holder.since)
    }

    fn changeable(&self) -> Option<&Dated> {
        self.holder.as_ref()?.changeable.as_ref()
    }
}

/// What a day is measured against.
pub struct Days<'a> {
    /// The company's time zone.
    pub zone: &'a Zone,
    /// The date there.
    pub today: Day,
}

impl Days<'_> {
    /// The row of a seat.
    ///
    /// # Errors
    /// When the database holds a date that does not exist.
    pub fn row(&self, found: Found) -> anyhow::Result<Row> {
        let Found { seat_id, benefit_id, product, number, assigned_on, activated_at, full_name, email } =
            found;
        let subscription = subscription(&product);
        let holder = match (full_name, email, assigned_on) {
            (Some(full_name), Some(email), Some(assigned_on)) => {
                let assigned_on: Day = assigned_on.parse()?;
                let activated_on = activated_at.map(|at| self.zone.day_of(Instant::from_microseconds(at)));
                let changeable = assigned_on.plus_days(COOLDOWN_DAYS);
                Some(Holder {
                    full_name,
                    email,
                    is_activated: activated_on.is_some(),
                    since: self.dated(activated_on.unwrap_or(assigned_on)),
                    changeable: (changeable > self.today).then(|| self.dated(changeable)),
                })
            }
            _ => None,
        };
        Ok(Row { seat_id, benefit_id, subscription, number, holder })
    }

    fn dated(&self, day: Day) -> Dated {
        let (year, month, of_month) = day.parts();
        let month = usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month));
        Dated {
            iso: day.to_string(),
            long: format!("{} {of_month}, {year}", month.copied().unwrap_or_default()),
            distance: distance(self.today.days_until(day)),
        }
    }
}

fn distance(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {days} days"),
        _ => format!("{} days ago", -days),
    }
}

fn subscription(product: &str) -> &'static str {
    match product {
        "visual-studio-enterprise" => "Visual Studio Enterprise",
        _ => "Visual Studio Professional",
    }
}
