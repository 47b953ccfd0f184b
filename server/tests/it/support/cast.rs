//! The people of the demonstration, by company and role.

use domain::role::Role;
use server::portal::door::Caller;

use super::Installation;

/// Five hundred people, Gold.
pub const LUMIERE: &str = "Lumière Conseil";
/// Ninety days between two holders of a seat.
pub const FJORD: &str = "Fjord Data";
/// An Action Pack that ends in nine days.
pub const ATELIER: &str = "Atelier Numérique";

/// Each role alone, and none.
pub fn hats() -> impl Iterator<Item = Option<Role>> {
    Role::ALL.into_iter().map(Some).chain([None])
}

impl Installation {
    /// The identity of a company.
    pub async fn company(&self, name: &str) -> String {
        self.text(&format!("SELECT company_id FROM companies WHERE name = '{name}'")).await
    }

    /// A person of the company for each role alone, and one without any. None of them holds a seat.
    pub async fn hatted(&self, company: &str) -> Vec<(Option<Role>, Caller)> {
        let people = self.seatless(company, Role::ALL.len() + 1).await;
        let rows = Role::ALL.into_iter().zip(&people);
        let rows = rows.map(|(role, person)| format!("('{}', '{}', 1)", person.user, role.code()));
        self.write(&format!("INSERT INTO user_roles VALUES {}", rows.collect::<Vec<_>>().join(", "))).await;
        hats().zip(people).collect()
    }

    /// The Global admin of the demonstration's company.
    pub async fn admin(&self, company: &str) -> Caller {
        let role = Role::GlobalAdmin.code();
        let of_role = format!("user_id IN (SELECT user_id FROM user_roles WHERE role = '{role}')");
        self.people(company, &of_role).await[0]
    }

    /// The people whom the sign-in page offers, with whatever roles they hold.
    pub async fn offered(&self, company: &str) -> Vec<Caller> {
        self.people(company, "user_id IN (SELECT user_id FROM demonstration_accounts)").await
    }

    /// The first `count` active people of the company who have no role, are no guests, and have never had a seat.
    pub async fn seatless(&self, company: &str, count: usize) -> Vec<Caller> {
        let plain = "is_guest = 0 AND accepted_at IS NOT NULL AND suspended_at IS NULL AND removed_at IS NULL
                     AND user_id NOT IN (SELECT user_id FROM user_roles)
                     AND user_id NOT IN (SELECT user_id FROM demonstration_accounts)
                     AND user_id NOT IN (SELECT user_id FROM seat_assignments)";
        let mut people = self.people(company, plain).await;
        assert!(people.len() >= count, "{company} has {} such people", people.len());
        people.truncate(count);
        people
    }

    /// The people of the company of whom `which` is true.
    pub async fn people(&self, company: &str, which: &str) -> Vec<Caller> {
        let company = self.company(company).await;
        let each = format!(
            "SELECT user_id || ' ' || account_id FROM users
             WHERE company_id = '{company}' AND {which} ORDER BY user_id"
        );
        let read = |row: &String| {
            let (user, account) = row.split_once(' ').unwrap();
            Caller { user: user.parse().unwrap(), account: account.parse().unwrap() }
        };
        self.texts(&each).await.iter().map(read).collect()
    }
}
