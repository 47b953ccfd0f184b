//! The operator's first page: the companies, and the commands to go on with.

use leptos::prelude::*;

use super::first_name;
use crate::{
    i18n::{MessageId, id, t},
    portal::Dashboard,
    ui::{Card, CardItem, CardList, PageHead},
};

/// What can be done at the shell, in the order in which it is needed.
const COMMANDS: [(MessageId, MessageId); 4] = [
    (id::DASHBOARD_COMMANDS_COMPANY, id::DASHBOARD_COMMANDS_COMPANY__COMMAND),
    (id::DASHBOARD_COMMANDS_USER, id::DASHBOARD_COMMANDS_USER__COMMAND),
    (id::DASHBOARD_COMMANDS_MEMBERSHIP, id::DASHBOARD_COMMANDS_MEMBERSHIP__COMMAND),
    (id::DASHBOARD_COMMANDS_CATALOGUE, id::DASHBOARD_COMMANDS_CATALOGUE__COMMAND),
];

/// The dashboard of the programme's operator.
#[component]
pub fn OperatorDashboard(
    /// What the page shows.
    page: Dashboard,
) -> impl IntoView {
    let name = first_name(&page.name);
    view! {
        <div class="stack">
            <PageHead
                title=t!(id::DASHBOARD_PAGE_GREETING, "name" => name)
                lead=t!(id::DASHBOARD_OPERATOR_LEAD)
            />
            <div class="columns">
                <Companies companies=page.companies/>
                <Commands/>
            </div>
        </div>
    }
}

/// The companies, each with its number of people.
#[component]
fn Companies(
    /// Name and people.
    companies: Vec<(String, u32)>,
) -> impl IntoView {
    let nothing = companies.is_empty();
    let line = |(name, people): (String, u32)| {
        let end = move || view! { <span class="soft">{t!(id::DASHBOARD_COMPANIES_PEOPLE, "count" => people)}</span> };
        view! { <CardItem end><span class="strong">{name}</span></CardItem> }
    };
    view! {
        <Card title=t!(id::DASHBOARD_COMPANIES_TITLE)>
            {nothing.then(|| view! { <p class="soft">{t!(id::DASHBOARD_COMPANIES_NONE)}</p> }.into_any())}
            <CardList>{companies.into_iter().map(line).collect_view()}</CardList>
        </Card>
    }
}

/// What is done at the shell.
#[component]
fn Commands() -> impl IntoView {
    let line = |(what, command)| {
        view! {
            <CardItem>
                <p>{t!(what)}</p>
                <p><code>{t!(command)}</code></p>
            </CardItem>
        }
    };
    view! {
        <Card title=t!(id::DASHBOARD_COMMANDS_TITLE)>
            <p class="soft">{t!(id::DASHBOARD_COMMANDS_INTRO)}</p>
            <CardList>{COMMANDS.map(line).into_iter().collect_view()}</CardList>
        </Card>
    }
}
