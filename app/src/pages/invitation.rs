//! The page behind the single-use link of an invitation: choosing a password.
//!
//! Owns the form, which is a plain one: a session begins with a new page. Refuses to say why a link opens nothing.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, hooks::use_query_map, lazy_route};

use super::{Failed, answer_with};
use crate::{
    act::path,
    api::{Ask, Reading},
    flash::{Notice, PasswordRefusal, arrived_flash},
    i18n::{id, notices, page_title, t, use_words},
    portal::InvitationPage as Page,
    routes,
    ui::{Button, ButtonVariant, InputKind, LinkButton, PageHead, Skeleton, TextInput},
};

/// The parameter of the address, and the field, that holds the invitation.
const TOKEN: &str = "token";

/// `/invitation`; `?token=` is the invitation.
#[derive(Debug)]
pub struct InvitationPage {
    page: Reading<Page>,
}

#[lazy_route]
impl LazyRoute for InvitationPage {
    fn data() -> Self {
        let query = use_query_map();
        let token = move || query.read().get(TOKEN).unwrap_or_default();
        Self { page: Reading::new(move || (Ask::Invitation { token: token() }, 0)) }
    }

    fn view(this: Self) -> AnyView {
        view! {
            <Title text=page_title(id::INVITATION_PAGE_TITLE)/>
            <Transition fallback=|| view! { <Skeleton label=t!(id::SHELL_LOADING_STATUS)/> }>
                {move || Suspend::new(async move {
                    let refused = arrived_flash().await.and_then(|flash| match flash.notice {
                        Notice::PasswordRefused(refusal) => Some(refusal),
                        _ => None,
                    });
                    match this.page.await {
                        Ok(Page::Open { name, email, company }) => {
                            view! { <Acceptance name email company refused/> }.into_any()
                        }
                        Ok(Page::Spent) => view! { <Spent/> }.into_any(),
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The form.
#[component]
fn Acceptance(
    /// The person's name.
    name: String,
    /// The address to sign in with.
    email: String,
    /// The company; none for an operator.
    company: Option<String>,
    /// Why the password that was chosen before does not do.
    refused: Option<PasswordRefusal>,
) -> impl IntoView {
    let words = use_words();
    let token = use_query_map().with_untracked(|query| query.get(TOKEN)).unwrap_or_default();
    let address = email.clone();
    let intro = match company {
        Some(company) => {
            TextProp::from(t!(id::INVITATION_PAGE_INTRO, "company" => company, "address" => address))
        }
        None => TextProp::from(t!(id::INVITATION_OPERATOR_INTRO, "address" => address)),
    };
    let minimum = u32::from(PasswordRefusal::LEAST);
    let error = Signal::derive(move || refused.map(|refusal| notices::password(words, refusal)));
    view! {
        <div class="sign-in">
            <section class="card sign-in__form">
                <PageHead title=t!(id::INVITATION_PAGE_GREETING, "name" => name) lead=intro/>
                <form class="stack" method="post" action=path("accept-invitation")>
                    <input type="hidden" name=TOKEN value=token/>
                    // For password managers, which file a password under an address.
                    <input type="hidden" autocomplete="username" value=email/>
                    <TextInput
                        label=t!(id::INVITATION_PASSWORD_LABEL)
                        name="password"
                        kind=InputKind::Password
                        hint=t!(id::INVITATION_PASSWORD_HINT, "minimum" => minimum)
                        error
                        autocomplete="new-password"
                        required=true
                    />
                    <Button label=t!(id::INVITATION_SUBMIT_BUTTON) variant=ButtonVariant::Primary/>
                </form>
            </section>
        </div>
    }
}

/// A link that opens nothing.
#[component]
fn Spent() -> impl IntoView {
    answer_with(410);
    view! {
        <div class="sign-in">
            <section class="card sign-in__form">
                <PageHead title=t!(id::INVITATION_SPENT_TITLE)/>
                <p>{t!(id::INVITATION_SPENT_DETAIL)}</p>
                <div class="cluster">
                    <LinkButton label=t!(id::INVITATION_SIGN_IN_LINK) href=routes::SIGN_IN/>
                </div>
            </section>
        </div>
    }
}
