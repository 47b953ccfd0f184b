//! Writes of `activations`, and the use of the benefit that they count towards.

use domain::{
    company::MachineName,
    day::Now,
    id::{ActivationId, BenefitId, CompanyId, UserId},
    software::Hardware,
};

use crate::db::{Error, Tx, exactly};

/// An activation to record.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its identity.
    pub id: ActivationId,
    /// The benefit.
    pub benefit: BenefitId,
    /// The company.
    pub company: CompanyId,
    /// The machine.
    pub machine: &'a MachineName,
    /// Its hardware.
    pub hardware: Hardware,
    /// How many units of the benefit it takes.
    pub units: u32,
    /// Who records it.
    pub by: UserId,
}

/// Records an activation, unless the benefit has fewer units left: then nothing changes and the answer is `false`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn record(tx: &mut Tx, new: New<'_>, now: Now) -> Result<bool, Error> {
    let used = sqlx::query(
        "UPDATE benefits
         SET used = used + $3
         WHERE benefit_id = $1 AND company_id = $2 AND (granted IS NULL OR used + $3 <= granted)",
    )
    .bind(new.benefit.to_string())
    .bind(new.company.to_string())
    .bind(i64::from(new.units))
    .execute(&mut **tx)
    .await?;
    if used.rows_affected() != 1 {
        return Ok(false);
    }
    let inserted = sqlx::query(
        "INSERT INTO activations (activation_id, benefit_id, company_id, machine, machine_key, hardware, units,
                                  recorded_at, recorded_on, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(new.id.to_string())
    .bind(new.benefit.to_string())
    .bind(new.company.to_string())
    .bind(new.machine.as_str())
    .bind(new.machine.key())
    .bind(match new.hardware {
        Hardware::Unchanged => "unchanged",
        Hardware::Changed => "changed",
    })
    .bind(i64::from(new.units))
    .bind(now.at.as_microseconds())
    .bind(now.today.to_string())
    .bind(new.by.to_string())
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())?;
    Ok(true)
}
