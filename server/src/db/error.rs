//! What can go wrong between the server and its database.

/// A read or a write failed. Expected refusals are never among these: they are decided before anything is written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The driver or the engine reported a fault.
    #[error("the database driver failed")]
    Driver(#[from] sqlx::Error),
    /// A stored value is not of the form that the program writes.
    #[error("{table}.{column} of {id} is not of the form that the program writes")]
    Inconsistency {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's identifier, or what is known of it.
        id: String,
    },
    /// A write touched another number of rows than it should have.
    #[error("a write touched {actual} rows instead of {expected}")]
    RowsAffected {
        /// How many it should have touched.
        expected: u64,
        /// How many it did.
        actual: u64,
    },
}
