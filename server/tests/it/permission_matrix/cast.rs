//! Everybody who could ask, from nobody at all to the Global admin: the columns of the tables.

use domain::{
    id::{AccountId, UserId},
    role::Role,
};
use server::portal::door::Caller;

use crate::support::{
    Installation,
    browser::Browser,
    cast::{ATELIER, FJORD, LUMIERE},
};

/// Somebody who asks.
pub struct Asking {
    /// The head of the column.
    pub code: &'static str,
    /// Who it is, for the legend.
    pub who: String,
    /// The browser, in which they are signed in, if they are.
    pub browser: Browser,
    /// As whom they are signed in, and where.
    session: Option<(Caller, Option<UserId>)>,
    /// Whether they take part in the company that the tables are about, now and on screen.
    pub is_of_company: bool,
}

impl Asking {
    /// Somebody with a place on screen.
    pub async fn at(installation: &Installation, code: &'static str, who: &str, person: Caller) -> Self {
        let session = Some((person, Some(person.user)));
        let browser = installation.browser_of(person).await;
        Self { code, who: who.to_owned(), browser, session, is_of_company: false }
    }

    /// Another browser, in which the same person is signed in.
    pub async fn anew(&self, installation: &Installation) -> Browser {
        match self.session {
            Some((caller, user)) => installation.browser_with(caller, user).await,
            None => installation.browser(),
        }
    }

    /// The account, of who has one.
    pub fn account(&self) -> Option<AccountId> {
        self.session.map(|(caller, _)| caller.account)
    }

    /// The place on screen, of who has one.
    pub fn place(&self) -> Option<UserId> {
        self.session.and_then(|(_, user)| user)
    }
}

/// The head of the column of each role. A role that is added is a column that is added.
const fn code(role: Role) -> &'static str {
    match role {
        Role::GlobalAdmin => "ga",
        Role::MpnPartnerAdmin => "mp",
        Role::AccountAdmin => "ac",
        Role::UserAdmin => "ua",
        Role::AdminAgent => "aa",
        Role::SalesAgent => "sa",
        Role::HelpdeskAgent => "ha",
        Role::BillingAdmin => "ba",
        Role::ReportViewer => "rv",
    }
}

/// The columns, and the Global admin who can do what others cannot, and comes last: until then nothing is done.
pub async fn everybody(installation: &Installation) -> (Vec<Asking>, Caller) {
    // Those with roles first: who has lost one looks like somebody who never had any.
    let mut hatted = installation.hatted(LUMIERE).await;
    let mut all = strangers(installation).await;
    all.extend(former(installation).await);
    let mut guest = installation.people(LUMIERE, "is_guest = 1 AND accepted_at IS NOT NULL").await;
    hatted.reverse();
    let admin = hatted.last().unwrap().1;
    let guest = Asking::at(installation, "gu", "a guest", guest.remove(0)).await;
    all.push(Asking { is_of_company: true, ..guest });
    for (role, person) in hatted {
        let (code, who) = role.map_or(("du", "a user without roles"), |role| (code(role), role.code()));
        let asking = Asking::at(installation, code, who, person).await;
        all.push(Asking { is_of_company: true, ..asking });
    }
    (all, admin)
}

/// Who is signed in to another company, or to none.
async fn strangers(installation: &Installation) -> Vec<Asking> {
    let neighbour = installation.admin(FJORD).await;
    let operator = installation.admin(ATELIER).await;
    let becomes = format!("UPDATE accounts SET operator_since = 1 WHERE account_id = '{}'", operator.account);
    installation.write(&becomes).await;
    let both = also_in(installation, installation.seatless(FJORD, 1).await[0], LUMIERE).await;
    let nobody = Asking::at(installation, "--", "nobody who is signed in", neighbour).await;
    let operates = Asking::at(installation, "op", "an operator", operator).await;
    let browser = installation.browser_with(operator, None).await;
    vec![
        Asking { browser: installation.browser(), session: None, ..nobody },
        Asking { browser, session: Some((operator, None)), ..operates },
        Asking::at(installation, "nb", "a Global admin of another company", neighbour).await,
        Asking::at(installation, "nx", "a Global admin of both, with the other company on screen", both)
            .await,
    ]
}

/// Gives a person the first role in their own company and in `company`, with their own on screen.
async fn also_in(installation: &Installation, person: Caller, company: &str) -> Caller {
    let Caller { account, user } = person;
    let other = UserId::from_uuid(server::random::uuid(installation.application.clock.now()));
    let role = Role::GlobalAdmin.code();
    let (id, like) = (installation.company(company).await, installation.seatless(company, 1).await[0].user);
    installation
        .write(&format!(
            "INSERT INTO users (user_id, company_id, account_id, location_id, search_key, is_guest, invited_at,
                                accepted_at)
             SELECT '{other}', '{id}', '{account}', location_id, search_key, 0, 1, 1
             FROM users WHERE user_id = '{like}';
             INSERT INTO user_roles VALUES ('{user}', '{role}', 1), ('{other}', '{role}', 1)"
        ))
        .await;
    person
}

/// Who was a Global admin while the session began, and is none any more; and who is one, but has not come yet.
async fn former(installation: &Installation) -> Vec<Asking> {
    let people = installation.seatless(LUMIERE, 4).await;
    let role = Role::GlobalAdmin.code();
    let mut all = Vec::new();
    for (person, (code, who, change)) in people.into_iter().zip([
        ("st", "a Global admin whose role was taken away during the session", "DELETE FROM user_roles"),
        ("su", "a Global admin who was suspended during the session", "UPDATE users SET suspended_at = 1"),
        ("re", "a Global admin who was removed during the session", "UPDATE users SET removed_at = 1"),
        ("in", "a Global admin who has not accepted yet", "UPDATE users SET accepted_at = NULL"),
    ]) {
        let user = person.user;
        installation.write(&format!("INSERT INTO user_roles VALUES ('{user}', '{role}', 1)")).await;
        let mut asking = Asking::at(installation, code, who, person).await;
        assert_eq!(asking.browser.get("/api/activity").await.status, 200, "{who}");
        installation.write(&format!("{change} WHERE user_id = '{user}'")).await;
        all.push(Asking { is_of_company: code == "st", ..asking });
    }
    all
}

/// Whose a thing is that somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Own,
    Other,
    Absent,
}

impl Whose {
    pub const ALL: [Self; 3] = [Self::Own, Self::Other, Self::Absent];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Other => "other",
            Self::Absent => "absent",
        }
    }

    /// Every way to name `count` things.
    pub fn of_each(count: usize) -> Vec<Vec<Self>> {
        let first = vec![Vec::new()];
        (0..count).fold(first, |ways, _| {
            let with = |way: &Vec<Self>, whose| way.iter().copied().chain([whose]).collect();
            ways.iter().flat_map(|way| Self::ALL.map(|whose| with(way, whose))).collect()
        })
    }

    /// The same with nothing in the place of what is another company's: what must be answered in the same way.
    pub fn like(way: &[Self]) -> Vec<Self> {
        let absent = |whose: &Self| if *whose == Self::Other { Self::Absent } else { *whose };
        way.iter().map(absent).collect()
    }
}
