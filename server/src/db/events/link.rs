//! A link of the log's chain: what one entry adds to the hash of all before it.
//!
//! Owns the form in which an entry is hashed, which may never change: logs that exist are verified by it. Refuses to know
//! where entries lie.

use domain::id::CompanyId;
use sha2::{Digest, Sha256};

/// A hash of the chain.
pub type Hash = [u8; 32];

/// Begins every chain, so that no hash of it is one of anything else.
const PURPOSE: &str = "atout log 1";

/// The name of the chain that belongs to no company.
const OPERATOR: &str = "operator";

/// The name of a company's chain, or of the operator's.
#[must_use]
pub fn chain_of(company: Option<CompanyId>) -> String {
    company.map_or_else(|| OPERATOR.to_owned(), |company| company.to_string())
}

/// An entry as it is hashed: every column of it.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The chain.
    pub chain: &'a str,
    /// Its place there, from 1.
    pub position: i64,
    /// Its identity.
    pub event_id: &'a str,
    /// The company.
    pub company_id: Option<&'a str>,
    /// When it happened, in microseconds.
    pub at: i64,
    /// The account.
    pub account_id: Option<&'a str>,
    /// The account's place in the company.
    pub user_id: Option<&'a str>,
    /// What happened, in a word.
    pub kind: &'a str,
    /// The benefit that it is filed under.
    pub benefit_id: Option<&'a str>,
    /// The seat that it is filed under.
    pub seat_id: Option<&'a str>,
    /// The policy that decided.
    pub policy_version: &'a str,
    /// What happened, whole.
    pub content: &'a str,
}

/// The hash with which a chain begins, before its first entry.
#[must_use]
pub fn genesis(chain: &str) -> Hash {
    let mut hash = Sha256::new();
    text(&mut hash, PURPOSE);
    text(&mut hash, chain);
    hash.finalize().into()
}

impl Link<'_> {
    /// The hash of the chain up to this entry, given the one up to the entry before.
    #[must_use]
    pub fn after(&self, before: &Hash) -> Hash {
        let mut hash = Sha256::new();
        hash.update(before);
        text(&mut hash, self.chain);
        hash.update(self.position.to_be_bytes());
        text(&mut hash, self.event_id);
        text_or_none(&mut hash, self.company_id);
        hash.update(self.at.to_be_bytes());
        text_or_none(&mut hash, self.account_id);
        text_or_none(&mut hash, self.user_id);
        text(&mut hash, self.kind);
        text_or_none(&mut hash, self.benefit_id);
        text_or_none(&mut hash, self.seat_id);
        text(&mut hash, self.policy_version);
        text(&mut hash, self.content);
        hash.finalize().into()
    }
}

/// With its length before it, so that no two entries are hashed from the same bytes.
fn text(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text);
}

fn text_or_none(hash: &mut Sha256, content: Option<&str>) {
    hash.update([u8::from(content.is_some())]);
    if let Some(content) = content {
        text(hash, content);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: Link<'static> = Link {
        chain: "operator",
        position: 1,
        event_id: "e",
        company_id: None,
        at: 5,
        account_id: Some("a"),
        user_id: None,
        kind: "k",
        benefit_id: Some("b"),
        seat_id: None,
        policy_version: "v",
        content: "{}",
    };

    #[test]
    fn the_form_that_is_hashed_never_changes() {
        let hash = LINK.after(&genesis("operator"));
        assert_eq!(
            crate::random::hexadecimal(&hash),
            "66ae4670cf18345b2001a1d986ad5f605a02215671622bcc88b2d454668b87c5"
        );
    }

    #[test]
    fn every_column_counts() {
        let before = genesis("operator");
        let changed = [
            Link { chain: "another", ..LINK },
            Link { position: 2, ..LINK },
            Link { event_id: "f", ..LINK },
            Link { company_id: Some(""), ..LINK },
            Link { at: 6, ..LINK },
            Link { account_id: None, ..LINK },
            Link { user_id: Some("a"), account_id: None, ..LINK },
            Link { kind: "kv", policy_version: "", ..LINK },
            Link { benefit_id: None, seat_id: Some("b"), ..LINK },
            Link { policy_version: "v{", content: "}", ..LINK },
            Link { content: "{ }", ..LINK },
        ];
        for link in changed {
            assert_ne!(link.after(&before), LINK.after(&before), "{link:?}");
        }
        assert_ne!(LINK.after(&genesis("another")), LINK.after(&before));
    }
}
