//! One's own account: the browsers in which one is signed in, and the password.
//!
//! Owns the forms, which are plain ones: most of them end or begin a session. Refuses to know whether a password is right.

mod password;
mod sessions;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use super::Failed;
use crate::{
    api::{Ask, Reading},
    flash::{Notice, arrived_flash},
    i18n::{id, page_title, t},
    portal::AccountPage as Page,
    ui::{PageHead, Skeleton},
};
use password::Password;
use sessions::Sessions;

/// `/account`.
#[derive(Debug)]
pub struct AccountPage {
    page: Reading<Page>,
}

#[lazy_route]
impl LazyRoute for AccountPage {
    fn data() -> Self {
        Self { page: Reading::new(|| (Ask::Account, 0)) }
    }

    fn view(this: Self) -> AnyView {
        view! {
            <Title text=page_title(id::ACCOUNT_PAGE_TITLE)/>
            <Transition fallback=|| view! { <Skeleton label=t!(id::SHELL_LOADING_STATUS)/> }>
                {move || Suspend::new(async move {
                    let notice = arrived_flash().await.map(|flash| flash.notice);
                    match this.page.await {
                        Ok(page) => view! { <Account page notice/> }.into_any(),
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The page.
#[component]
fn Account(
    /// What there is to show.
    page: Page,
    /// What the form that led here has done.
    notice: Option<Notice>,
) -> impl IntoView {
    let email = page.email.clone();
    view! {
        <div class="stack stack--loose">
            <PageHead title=t!(id::ACCOUNT_PAGE_TITLE) lead=move || email.clone()/>
            <Sessions sessions=page.sessions/>
            <Password email=page.email notice/>
        </div>
    }
}
