//! Who is signed in, and for which company: the right end of the bar.
//!
//! Owns the menu of the person; refuses to know what the roles allow.

use leptos::prelude::*;

use super::preferences::ThemePreference;
use crate::{
    act::{BACK, ONCE, drawn_for, path},
    i18n::{id, t, terms, use_words},
    portal::Viewer,
    routes,
    ui::{Glyph, Icon, UserMenu},
};

/// The company that is shown.
#[component]
pub fn Company(
    /// Who is signed in.
    viewer: Viewer,
) -> impl IntoView {
    viewer.company.map(|(name, mpn_id)| {
        view! {
            <p class="shell__company">
                <span class="strong">{name}</span>
                <span class="soft small">{t!(id::SHELL_COMPANY_ID, "id" => mpn_id)}</span>
            </p>
        }
    })
}

/// The menu of the person: roles, one's own account, other companies, appearance, the way out.
#[component]
pub fn Account(
    /// Who is signed in.
    viewer: Viewer,
) -> impl IntoView {
    let words = use_words();
    let name = viewer.name.clone();
    let (roles, is_operator) = (viewer.roles, viewer.is_operator);
    let company = viewer.company.map(|(name, _)| format!(" · {name}")).unwrap_or_default();
    // Where the bar has no room for the company, this is where it stands.
    let role = move || {
        let roles =
            if is_operator { words.text(id::TERMS_ROLE_OPERATOR) } else { terms::roles(words, &roles) };
        roles + &company
    };
    view! {
        <UserMenu
            label=t!(id::SHELL_ACCOUNT_SIGNED_IN, "name" => name)
            initials=initials(&viewer.name)
            name=viewer.name.clone()
            role
        >
            <p class="user-menu__item shell__address">{viewer.email}</p>
            <OtherCompanies companies=viewer.other_companies/>
            <a class="user-menu__item" href=routes::ACCOUNT>{t!(id::ACCOUNT_PAGE_TITLE)}</a>
            <div class="user-menu__item"><ThemePreference/></div>
            <form method="post" action=path("sign-out")>
                <button class="user-menu__item" type="submit">
                    <Icon glyph=Glyph::SignOut/>
                    {t!(id::SHELL_SIGN_OUT_BUTTON)}
                </button>
            </form>
        </UserMenu>
    }
}

/// The other companies that the person belongs to, one click away.
#[component]
fn OtherCompanies(
    /// The person in each of them, and its name.
    companies: Vec<(domain::id::UserId, String)>,
) -> impl IntoView {
    let switch = |(user, name): (domain::id::UserId, String)| {
        view! {
            <button class="user-menu__item" type="submit" name="user" value=user.to_string()>{name}</button>
        }
    };
    (!companies.is_empty()).then(|| {
        view! {
            <form method="post" action=path("switch-company") class="shell__companies" aria-labelledby="switch-company">
                <p class="user-menu__item soft small" id="switch-company">{t!(id::SHELL_COMPANY_SWITCH)}</p>
                <input type="hidden" name=ONCE value=drawn_for()/>
                <input type="hidden" name=BACK value=routes::DASHBOARD/>
                {companies.into_iter().map(switch).collect_view()}
            </form>
        }
    })
}

/// The first letters of the first and the last name.
fn initials(name: &str) -> String {
    let mut names = name.split_whitespace();
    let ends = [names.next(), names.next_back()];
    ends.into_iter().flatten().filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).collect()
}
