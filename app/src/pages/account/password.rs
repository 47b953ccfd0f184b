//! Changing one's password.

use leptos::prelude::*;

use crate::{
    act::{ONCE, new_once, path},
    flash::{Notice, PasswordRefusal},
    i18n::{id, notices, t, use_words},
    ui::{Button, ButtonVariant, Checkbox, InputKind, TextInput},
};

/// The form. Nothing that was typed into it comes back.
#[component]
pub fn Password(
    /// The address to sign in with.
    email: String,
    /// What the form that led here has done.
    notice: Option<Notice>,
) -> impl IntoView {
    let words = use_words();
    let minimum = u32::from(PasswordRefusal::LEAST);
    let (wrong, refused) = match notice {
        Some(Notice::PasswordWrong) => (true, None),
        Some(Notice::PasswordRefused(refusal)) => (false, Some(refusal)),
        _ => (false, None),
    };
    let is_wrong = Signal::derive(move || wrong.then(|| words.text(id::ACCOUNT_PASSWORD_WRONG)));
    let is_refused = Signal::derive(move || refused.map(|refusal| notices::password(words, refusal)));
    view! {
        <section class="stack narrow">
            <h2>{t!(id::ACCOUNT_PASSWORD_BUTTON)}</h2>
            <form class="stack" method="post" action=path("change-password")>
                <input type="hidden" name=ONCE value=new_once()/>
                // For password managers, which file a password under an address, and pass over a field of type "hidden".
                <input type="text" autocomplete="username" value=email readonly=true hidden=true/>
                <TextInput
                    label=t!(id::ACCOUNT_PASSWORD_CURRENT)
                    name="current"
                    kind=InputKind::Password
                    error=is_wrong
                    autocomplete="current-password"
                    required=true
                />
                <TextInput
                    label=t!(id::ACCOUNT_PASSWORD_NEW)
                    name="password"
                    kind=InputKind::Password
                    hint=t!(id::INVITATION_PASSWORD_HINT, "minimum" => minimum)
                    error=is_refused
                    autocomplete="new-password"
                    required=true
                />
                <Checkbox name="others" label=t!(id::ACCOUNT_PASSWORD_OTHERS) checked=true/>
                <div><Button label=t!(id::ACCOUNT_PASSWORD_BUTTON) variant=ButtonVariant::Primary/></div>
            </form>
        </section>
    }
}
