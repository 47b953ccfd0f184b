//! For whom a page was drawn: a mark that its forms and its client send back.
//!
//! Two people can sign in one after the other in two tabs of one browser, and a person can go to another company in one of
//! them: what the page of the other tab then asks for was meant for somebody else. This is no defence against other sites,
//! which [`super::origin`] is; it keeps people from acting in each other's names by mistake. Owns the mark and its places;
//! refuses to know what is asked for. What carries no mark, as another program's request, says nothing and passes.

use app::act::DRAWN_FOR;

use super::Visitor;
use crate::{
    db::sessions::Session,
    random::{hexadecimal, sha256},
};

/// What stands for the mark in the client of a page that was drawn for nobody.
const NOBODY: &str = "-";

/// The mark of an account at its place in a company: enough of a hash to tell people apart.
fn mark(session: &Session) -> String {
    let place = session.user_id.map(|user| user.to_string()).unwrap_or_default();
    short(&format!("{}{place}", session.account_id))
}

fn short(text: &str) -> String {
    hexadecimal(sha256(text.as_bytes()).first_chunk::<8>().map_or(&[], |bytes| bytes.as_slice()))
}

impl Visitor {
    /// The mark of who is signed in.
    #[must_use]
    pub fn mark(&self) -> Option<String> {
        self.session.as_ref().map(mark)
    }

    /// `key` with the mark, for a form that is drawn now.
    #[must_use]
    pub fn marked(&self, key: &str) -> String {
        self.mark().map_or_else(|| key.to_owned(), |mark| format!("{key}{DRAWN_FOR}{mark}"))
    }

    /// What the client of a page that is drawn now says of itself, being of `build`. The session's own part makes it another
    /// one after each sign-in, so that a client that has given way once does so again.
    #[must_use]
    pub fn client(&self, build: &str) -> String {
        match &self.session {
            Some(session) => format!("{build}.{}.{}", mark(session), short(&session.session_id.to_string())),
            None => format!("{build}.{NOBODY}"),
        }
    }

    /// Whether the form with the idempotency key `once` was drawn for who is signed in.
    #[must_use]
    pub fn is_drawn_into(&self, once: &str) -> bool {
        let drawn_for = once.rsplit_once(DRAWN_FOR).map(|(_, mark)| mark);
        self.agrees_with(drawn_for)
    }

    /// Whether the page whose client says `client` of itself was drawn for who is signed in.
    #[must_use]
    pub fn is_drawn_by(&self, client: &str) -> bool {
        self.agrees_with(client.split('.').nth(1))
    }

    /// Where nobody is signed in any more, that is what is to be said, and not that somebody else is.
    fn agrees_with(&self, drawn_for: Option<&str>) -> bool {
        drawn_for.is_none_or(|drawn_for| self.mark().is_none_or(|mark| mark == drawn_for))
    }
}

/// The build that a client says it is of.
#[must_use]
pub fn build(client: &str) -> &str {
    client.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::{
        day::Instant,
        id::{AccountId, SessionId, UserId},
    };

    use super::*;
    use crate::random::uuid;

    const AT: Instant = Instant::from_microseconds(0);

    fn visitor(account: AccountId, user: Option<UserId>) -> Visitor {
        let session = Session {
            session_id: SessionId::from_uuid(uuid(AT)),
            account_id: account,
            user_id: user,
            email: String::new(),
            full_name: String::new(),
            language: None,
            operator: false,
            signed_in_at: AT,
            last_seen_at: AT,
        };
        Visitor { session: Some(session), ..Visitor::default() }
    }

    #[test]
    fn a_page_is_for_one_person_in_one_company_and_outlives_the_session() {
        let [alice, bob] = [(); 2].map(|()| AccountId::from_uuid(uuid(AT)));
        let [here, there] = [(); 2].map(|()| Some(UserId::from_uuid(uuid(AT))));
        let page = visitor(alice, here);
        let (once, client) = (page.marked("0123"), page.client("build"));
        for (who, is_theirs) in [
            (visitor(alice, here), true),
            (visitor(alice, there), false),
            (visitor(alice, None), false),
            (visitor(bob, here), false),
            (Visitor::default(), true),
        ] {
            assert_eq!((who.is_drawn_into(&once), who.is_drawn_by(&client)), (is_theirs, is_theirs));
            assert_eq!(build(&client), "build");
        }
        assert_ne!(client, visitor(alice, here).client("build"));
    }

    #[test]
    fn what_carries_no_mark_says_nothing_and_a_page_for_nobody_does() {
        let who = visitor(AccountId::from_uuid(uuid(AT)), None);
        assert!(who.is_drawn_into("018f4e2a-0000-7000-8000-000000000001") && who.is_drawn_by("build"));
        let nobody = Visitor::default();
        assert!(!who.is_drawn_by(&nobody.client("build")));
        assert_eq!(nobody.marked("0123"), "0123");
    }
}
