//! The accounts of a demonstration: one click each.

use leptos::prelude::*;

use crate::{
    act::{BACK, path},
    i18n::{id, t, terms, use_words},
    portal::DemonstrationAccount,
    ui::{Glyph, Icon},
};

/// The accounts, by company.
#[component]
pub fn Accounts(
    /// The accounts, those of a company one after the other.
    accounts: Vec<DemonstrationAccount>,
    /// Where to go afterwards.
    back: String,
) -> impl IntoView {
    let companies = accounts.chunk_by(|one, next| one.company == next.company);
    let company = |accounts: &[DemonstrationAccount]| {
        view! { <Company accounts=accounts.to_vec() back=back.clone()/> }
    };
    view! {
        <section class="stack" aria-labelledby="demonstration">
            <div>
                <h2 id="demonstration">{t!(id::SIGN_IN_DEMONSTRATION_TITLE)}</h2>
                <p class="soft">{t!(id::SIGN_IN_DEMONSTRATION_INTRO)}</p>
            </div>
            <div class="sign-in__companies">{companies.map(company).collect_view()}</div>
        </section>
    }
}

/// The accounts of one company: a form of which every button is a person.
#[component]
fn Company(
    /// The accounts, at least one.
    accounts: Vec<DemonstrationAccount>,
    /// Where to go afterwards.
    back: String,
) -> impl IntoView {
    let words = use_words();
    let (name, levels) =
        accounts.first().map(|first| (first.company.clone(), first.levels.clone())).unwrap_or_default();
    let levels = move || terms::listed(words, levels.iter().map(|level| words.pick(level)));
    view! {
        <form class="card sign-in__company" method="post" action=path("demonstration")>
            <input type="hidden" name=BACK value=back/>
            <div>
                <h3>{name}</h3>
                <p class="soft small">{levels}</p>
            </div>
            <ul class="sign-in__people">
                {accounts.into_iter().map(|account| view! { <Account account/> }.into_any()).collect_view()}
            </ul>
        </form>
    }
}

/// One account.
#[component]
fn Account(
    /// The account.
    account: DemonstrationAccount,
) -> impl IntoView {
    let words = use_words();
    let roles = move || terms::roles(words, &account.roles);
    view! {
        <li>
            <button class="sign-in__account" type="submit" name="user" value=account.person.user.to_string()>
                <span class="sign-in__person">
                    <span class="strong">
                        <span class="visually-hidden">{t!(id::SIGN_IN_DEMONSTRATION_VERB)}" "</span>
                        {account.person.name}
                    </span>
                    <span class="soft small">{roles}</span>
                </span>
                <Icon glyph=Glyph::Person/>
            </button>
        </li>
    }
}
