//! Every page and every read of a company, by the lists from which the server itself goes: one that is added is among them.

use app::{api::Ask, routes};
use domain::programme::Family;

use super::Installation;

impl Installation {
    /// The addresses of every page, and of every read behind it, with each row open whose keys or seats the company has.
    pub async fn addresses(&self, company: &str) -> Vec<String> {
        let id = self.company(company).await;
        let open = format!(
            "SELECT 'software?open=' || benefit_id FROM software_keys WHERE company_id = '{id}'
             UNION SELECT 'visual-studio?who=e&open=' || benefit_id FROM seats WHERE company_id = '{id}'"
        );
        let mut tabs = self.texts(&open).await;
        assert!(tabs.len() > 4, "{tabs:?}");
        tabs.extend(Family::ALL.map(|family| family.code().to_owned()));
        let mut all: Vec<_> = tabs
            .iter()
            .flat_map(|tab| [format!("/benefits/{tab}"), format!("/api/benefits/{tab}")])
            .collect();
        all.extend(routes::ALL.iter().map(|page| (*page).to_owned()));
        for name in Ask::NAMES {
            match name {
                "benefits" => {}
                "people" => {
                    let pool = format!("SELECT benefit_id FROM seats WHERE company_id = '{id}'");
                    all.push(format!("/api/people?benefit={}&text=e", self.text(&pool).await));
                }
                name => all.push(format!("/api/{name}")),
            }
        }
        all
    }
}
