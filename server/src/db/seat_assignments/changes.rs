//! Writes of `seat_assignments`. Each is conditional: what has changed since it was read touches no row.

use domain::{
    day::{Day, Now},
    id::{CompanyId, SeatAssignmentId, SeatId, UserId},
    programme::ProductCode,
};

use crate::db::{Error, Tx, exactly, parsed};

/// An assignment that begins.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its identity.
    pub id: SeatAssignmentId,
    /// The seat.
    pub seat: SeatId,
    /// The company.
    pub company: CompanyId,
    /// The subscription.
    pub product: &'a ProductCode,
    /// Who gets the seat.
    pub holder: UserId,
    /// Who assigns it.
    pub by: UserId,
}

/// Begins an assignment, unless the seat or the holder is taken: then nothing changes and the answer is `false`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn begin(tx: &mut Tx, new: New<'_>, now: Now) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "INSERT INTO seat_assignments (assignment_id, seat_id, company_id, product, user_id,
                                       assigned_at, assigned_on, assigned_by)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8
         WHERE NOT EXISTS (
             SELECT 1 FROM seat_assignments
             WHERE seat_id = $2 AND released_at IS NULL AND undone_at IS NULL
         )
         AND NOT EXISTS (
             SELECT 1 FROM seat_assignments
             WHERE company_id = $3 AND product = $4 AND user_id = $5 AND released_at IS NULL AND undone_at IS NULL
         )",
    )
    .bind(new.id.to_string())
    .bind(new.seat.to_string())
    .bind(new.company.to_string())
    .bind(new.product.as_str())
    .bind(new.holder.to_string())
    .bind(now.at.as_microseconds())
    .bind(now.today.to_string())
    .bind(new.by.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Ends the assignment under which somebody holds `seat`, locks the seat until `locked_until`, and says which it was; none
/// when nobody does.
///
/// # Errors
/// [`Error`] of the database.
pub async fn end(
    tx: &mut Tx,
    seat: SeatId,
    by: UserId,
    now: Now,
    locked_until: Option<Day>,
) -> Result<Option<SeatAssignmentId>, Error> {
    // All rows, of which there is one at most: the driver that asks PostgreSQL for one tells of a fault after it too late.
    let ended: Vec<(String,)> = sqlx::query_as(
        "UPDATE seat_assignments
         SET released_at = $2, released_on = $3, released_by = $4, locked_until = $5
         WHERE seat_id = $1 AND released_at IS NULL AND undone_at IS NULL
         RETURNING assignment_id",
    )
    .bind(seat.to_string())
    .bind(now.at.as_microseconds())
    .bind(now.today.to_string())
    .bind(by.to_string())
    .bind(locked_until.map(|day| day.to_string()))
    .fetch_all(&mut **tx)
    .await?;
    ended.first().map(|(id,)| parsed("seat_assignments", "assignment_id", id)).transpose()
}

/// Confirms that the holder has activated `seat`.
///
/// # Errors
/// [`Error::RowsAffected`] when nobody holds it, or that was confirmed already.
pub async fn activate(tx: &mut Tx, seat: SeatId, by: UserId, now: Now) -> Result<(), Error> {
    let updated = sqlx::query(
        "UPDATE seat_assignments
         SET activated_at = $2, activated_by = $3
         WHERE seat_id = $1 AND activated_at IS NULL AND released_at IS NULL AND undone_at IS NULL",
    )
    .bind(seat.to_string())
    .bind(now.at.as_microseconds())
    .bind(by.to_string())
    .execute(&mut **tx)
    .await?;
    exactly(1, updated.rows_affected())
}

/// Takes back that an assignment has begun.
///
/// # Errors
/// [`Error::RowsAffected`] when it has ended, or was taken back already.
pub async fn take_back_beginning(tx: &mut Tx, id: SeatAssignmentId, now: Now) -> Result<(), Error> {
    let updated = sqlx::query(
        "UPDATE seat_assignments
         SET undone_at = $2
         WHERE assignment_id = $1 AND released_at IS NULL AND undone_at IS NULL",
    )
    .bind(id.to_string())
    .bind(now.at.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, updated.rows_affected())
}

/// Takes back that an assignment has ended: it goes on as if it never had.
///
/// # Errors
/// [`Error::RowsAffected`] when it has not ended.
pub async fn take_back_end(tx: &mut Tx, id: SeatAssignmentId) -> Result<(), Error> {
    let updated = sqlx::query(
        "UPDATE seat_assignments
         SET released_at = NULL, released_on = NULL, released_by = NULL, locked_until = NULL
         WHERE assignment_id = $1 AND released_at IS NOT NULL AND undone_at IS NULL",
    )
    .bind(id.to_string())
    .execute(&mut **tx)
    .await?;
    exactly(1, updated.rows_affected())
}

/// Whether the person whose assignment `id` has ended holds another seat of the same subscription by now, that one
/// apart which a reassignment gave to somebody else.
///
/// # Errors
/// [`Error`] of the database.
pub async fn holder_has_another(tx: &mut Tx, id: SeatAssignmentId) -> Result<bool, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT other.assignment_id
         FROM seat_assignments ended
         JOIN seat_assignments other
           ON other.company_id = ended.company_id AND other.product = ended.product AND other.user_id = ended.user_id
         WHERE ended.assignment_id = $1 AND other.released_at IS NULL AND other.undone_at IS NULL
         LIMIT 1",
    )
    .bind(id.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.is_some())
}
