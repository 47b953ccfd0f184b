//! The page behind the single-use link of an invitation: choosing a password.
//!
//! Owns the form, which is a plain one: a session begins with a new page. Refuses to say why a link opens nothing.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use super::{Failed, answer_with};
use crate::{
    act::path,
    api::{Ask, Reading},
    flash::{Notice, PasswordRefusal, arrived_flash},
    i18n::{MessageId, id, notices, page_title, t, use_words},
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
        let query = routes::use_query();
        let token = move || query.read().get(TOKEN).unwrap_or_default();
        Self { page: Reading::new(move || (Ask::Invitation { token: token() }, 0)) }
    }

    fn view(this: Self) -> AnyView {
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!(id::SHELL_LOADING_STATUS)/> }>
                {move || Suspend::new(async move {
                    let refused = arrived_flash().await.and_then(|flash| match flash.notice {
                        Notice::PasswordRefused(refusal) => Some(refusal),
                        _ => None,
                    });
                    match this.page.await {
                        Ok(Page::Open { name, email, company, has_password }) => {
                            let head = if has_password {
                                again(email.clone())
                            } else {
                                welcome(name, email.clone(), company)
                            };
                            view! { <Acceptance email head refused/> }.into_any()
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

/// What is said above the form, on its button, and of the page.
struct Head {
    page: MessageId,
    title: TextProp,
    intro: TextProp,
    button: MessageId,
}

/// For who has no password yet: by the name, with the company; none for an operator.
fn welcome(name: String, address: String, company: Option<String>) -> Head {
    let intro = match company {
        Some(company) => t!(id::INVITATION_PAGE_INTRO, "company" => company, "address" => address).into(),
        None => t!(id::INVITATION_OPERATOR_INTRO, "address" => address).into(),
    };
    let title = t!(id::INVITATION_PAGE_GREETING, "name" => name).into();
    Head { page: id::INVITATION_PAGE_TITLE, title, intro, button: id::INVITATION_SUBMIT_BUTTON }
}

/// For who has one, and is to have another.
fn again(address: String) -> Head {
    let button = id::ACCOUNT_PASSWORD_BUTTON;
    let intro = TextProp::from(move || address.clone());
    Head { page: button, title: t!(button).into(), intro, button }
}

/// The form.
#[component]
fn Acceptance(
    /// The address to sign in with.
    email: String,
    /// What is said above it, on its button, and of the page.
    head: Head,
    /// Why the password that was chosen before does not do.
    refused: Option<PasswordRefusal>,
) -> impl IntoView {
    let words = use_words();
    let token = routes::use_query().with_untracked(|query| query.get(TOKEN)).unwrap_or_default();
    let minimum = u32::from(PasswordRefusal::LEAST);
    let error = Signal::derive(move || refused.map(|refusal| notices::password(words, refusal)));
    view! {
        <Title text=page_title(head.page)/>
        <div class="sign-in">
            <section class="card sign-in__form">
                <PageHead title=head.title lead=head.intro/>
                <form class="stack" method="post" action=path("accept-invitation")>
                    <input type="hidden" name=TOKEN value=token/>
                    // For password managers, which file a password under an address, and pass over a field of type "hidden".
                    <input type="text" autocomplete="username" value=email readonly=true hidden=true/>
                    <TextInput
                        label=t!(id::INVITATION_PASSWORD_LABEL)
                        name="password"
                        kind=InputKind::Password
                        hint=t!(id::INVITATION_PASSWORD_HINT, "minimum" => minimum)
                        error
                        autocomplete="new-password"
                        required=true
                    />
                    <Button label=t!(head.button) variant=ButtonVariant::Primary/>
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
        <Title text=page_title(id::INVITATION_PAGE_TITLE)/>
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
