//! What a transaction may keep others from judging by.

use domain::{id::CompanyId, programme::ProductCode};
use sha2::{Digest, Sha256};

/// Something that decisions are made by, and that one transaction at a time may hold.
#[derive(Clone, Copy, Debug)]
pub enum Held<'a> {
    /// Everything of a company.
    Company(CompanyId),
    /// The keys of a product that no company has yet.
    Stock(&'a ProductCode),
    /// The attempts to sign in to one account, by the hash of what was typed.
    SignIn(&'a [u8; 32]),
    /// The attempts to sign in from one place, by the hash of its address.
    Place(&'a [u8; 32]),
    /// What belongs to no company.
    Operator,
}

impl Held<'_> {
    /// The number under which PostgreSQL knows it. Two things that share one wait for each other without need, no more.
    pub(super) fn number(self) -> i64 {
        let hash = Sha256::new();
        let hash = match self {
            Self::Company(company) => hash.chain_update("company").chain_update(company.to_string()),
            Self::Stock(product) => hash.chain_update("stock").chain_update(product.as_str()),
            Self::SignIn(account) => hash.chain_update("sign-in").chain_update(account),
            Self::Place(address) => hash.chain_update("place").chain_update(address),
            Self::Operator => hash.chain_update("operator"),
        };
        let mut first = [0; 8];
        first.copy_from_slice(&hash.finalize()[..8]);
        i64::from_be_bytes(first)
    }
}
