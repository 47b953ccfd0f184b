//! `activations`: the installations of software that companies have recorded.

pub mod changes;

use app::portal::ActivationRow;
use domain::{
    company::MachineName,
    id::{BenefitId, CompanyId},
    software::Hardware,
};
use sqlx::{AnyConnection, FromRow};

use super::{Error, coded, count, parsed};

/// The code under which the state of a machine's hardware is stored.
#[must_use]
pub const fn hardware_code(hardware: Hardware) -> &'static str {
    match hardware {
        Hardware::Unchanged => "unchanged",
        Hardware::Changed => "changed",
    }
}

#[derive(FromRow)]
struct Row {
    activation_id: String,
    machine: String,
    hardware: String,
    units: i64,
    recorded_on: String,
    recorded_by: String,
}

/// Whether an activation of the benefit was recorded on this machine before (R32).
///
/// # Errors
/// [`Error`] of the database.
pub async fn is_known(
    connection: &mut AnyConnection,
    company: CompanyId,
    benefit: BenefitId,
    machine: &MachineName,
) -> Result<bool, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT activation_id
         FROM activations
         WHERE company_id = $1
           AND benefit_id = $2
           AND machine_key = $3
         LIMIT 1",
    )
    .bind(company.to_string())
    .bind(benefit.to_string())
    .bind(machine.key())
    .fetch_optional(connection)
    .await?;
    Ok(row.is_some())
}

/// The last `most` activations of a benefit, the latest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn latest(
    connection: &mut AnyConnection,
    company: CompanyId,
    benefit: BenefitId,
    most: u32,
) -> Result<Vec<ActivationRow>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT v.activation_id, v.machine, v.hardware, v.units, v.recorded_on, a.full_name AS recorded_by
         FROM activations v
         JOIN users u ON u.user_id = v.recorded_by
         JOIN accounts a ON a.account_id = u.account_id
         WHERE v.company_id = $1
           AND v.benefit_id = $2
         ORDER BY v.recorded_at DESC, v.activation_id DESC
         LIMIT $3",
    )
    .bind(company.to_string())
    .bind(benefit.to_string())
    .bind(i64::from(most))
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(activation).collect()
}

fn activation(row: Row) -> Result<ActivationRow, Error> {
    const TABLE: &str = "activations";
    let states = [Hardware::Unchanged, Hardware::Changed].map(|known| (hardware_code(known), known));
    Ok(ActivationRow {
        activation: parsed(TABLE, "activation_id", &row.activation_id)?,
        machine: row.machine,
        hardware: coded(TABLE, "hardware", &row.hardware, states)?,
        units: count(TABLE, "units", row.units)?,
        on: parsed(TABLE, "recorded_on", &row.recorded_on)?,
        by: row.recorded_by,
    })
}
