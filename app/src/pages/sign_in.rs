//! The way in: address and password, the accounts of a demonstration, or what an empty installation needs first.
//!
//! Owns the forms, which are plain ones: a session begins with a new page. Refuses to know whether they were right.

mod accounts;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use super::Failed;
use crate::{
    act::{BACK, path},
    api::{Ask, Reading},
    flash::arrived_flash,
    i18n::{MessageId, id, page_title, t},
    portal::SignInPage as Page,
    routes,
    ui::{Button, ButtonVariant, Card, CardItem, CardList, InputKind, PageHead, Skeleton, TextInput},
};
use accounts::Accounts;

/// What an empty installation needs, in the order in which it needs it.
const FIRST_COMMANDS: [(MessageId, MessageId); 3] = [
    (id::SIGN_IN_EMPTY_INIT, id::SIGN_IN_EMPTY_INIT__COMMAND),
    (id::SIGN_IN_EMPTY_COMPANY, id::SIGN_IN_EMPTY_COMPANY__COMMAND),
    (id::SIGN_IN_EMPTY_INVITATION, id::SIGN_IN_EMPTY_INVITATION__COMMAND),
];

/// `/sign-in`; `?back=` is where to go afterwards.
#[derive(Debug)]
pub struct SignInPage {
    page: Reading<Page>,
}

#[lazy_route]
impl LazyRoute for SignInPage {
    fn data() -> Self {
        Self { page: Reading::new(|| (Ask::SignIn, 0)) }
    }

    fn view(this: Self) -> AnyView {
        view! {
            <Title text=page_title(id::SIGN_IN_PAGE_TITLE)/>
            <Transition fallback=|| view! { <Skeleton label=t!(id::SHELL_LOADING_STATUS)/> }>
                {move || Suspend::new(async move {
                    let address = arrived_flash().await.map(|flash| flash.typed("address").to_owned());
                    match this.page.await {
                        Ok(page) => view! { <Ways page address=address.unwrap_or_default()/> }.into_any(),
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The ways in.
#[component]
fn Ways(
    /// What there is to offer.
    page: Page,
    /// The address that was typed before.
    address: String,
) -> impl IntoView {
    let class = if page.demonstration.is_empty() { "sign-in" } else { "sign-in sign-in--with-accounts" };
    let back = use_back();
    view! {
        <div class=class>
            <div class="stack">
                {page.is_empty.then(|| view! { <EmptyInstallation/> }.into_any())}
                <Credentials address back=back.clone()/>
            </div>
            {(!page.demonstration.is_empty()).then(|| view! { <Accounts accounts=page.demonstration back/> }.into_any())}
        </div>
    }
}

/// Where to go once signed in.
fn use_back() -> String {
    routes::use_query()
        .with_untracked(|query| query.get(BACK))
        .unwrap_or_else(|| routes::DASHBOARD.to_owned())
}

/// Address and password.
#[component]
fn Credentials(
    /// The address that was typed before.
    address: String,
    /// Where to go afterwards.
    back: String,
) -> impl IntoView {
    view! {
        <section class="card sign-in__form">
            <PageHead title=t!(id::SIGN_IN_PAGE_TITLE) lead=t!(id::SIGN_IN_PAGE_INTRO)/>
            <form class="stack" method="post" action=path("sign-in")>
                <input type="hidden" name=BACK value=back/>
                <TextInput
                    label=t!(id::SIGN_IN_ADDRESS_LABEL)
                    name="address"
                    kind=InputKind::Email
                    value=address
                    autocomplete="username"
                    required=true
                />
                <TextInput
                    label=t!(id::SIGN_IN_PASSWORD_LABEL)
                    name="password"
                    kind=InputKind::Password
                    autocomplete="current-password"
                    required=true
                />
                <Button label=t!(id::SIGN_IN_SUBMIT_BUTTON) variant=ButtonVariant::Primary/>
            </form>
            <p class="soft small">{t!(id::SIGN_IN_ACCOUNT_HINT)}</p>
        </section>
    }
}

/// What the person at the server's shell does next.
#[component]
fn EmptyInstallation() -> impl IntoView {
    let line = |(what, command)| {
        view! {
            <CardItem>
                <p>{t!(what)}</p>
                <p><code>{t!(command)}</code></p>
            </CardItem>
        }
    };
    view! {
        <Card title=t!(id::SIGN_IN_EMPTY_TITLE)>
            <p class="soft">{t!(id::SIGN_IN_EMPTY_INTRO)}</p>
            <CardList>{FIRST_COMMANDS.map(line).into_iter().collect_view()}</CardList>
        </Card>
    }
}
