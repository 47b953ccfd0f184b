//! One key: masked, shown for thirty seconds, or copied without being shown (R30).

use domain::{id::KeyId, software::Reveal};
use leptos::{ev::MouseEvent, prelude::*};

use super::{
    key_list::{Asked, form_id},
    said::said,
    unmasked::{self, SECONDS, Unmasked},
};
use crate::{
    act::{ActForm, Changes, OnDone},
    i18n::{Args, Words, id, live, outcomes, t, use_words},
    portal::KeyRow as Row,
    ui::{Button, ButtonSize, Glyph, SecretKey, use_toasts},
};

/// A key behind its mask: five groups of five, as keys are printed.
const MASK: &str = "•••••-•••••-•••••-•••••-•••••";

/// A key with what can be done to it.
#[component]
pub fn KeyRow(
    /// The key.
    row: Row,
    /// Its place in the list, from 1.
    number: usize,
    /// How many keys there are.
    count: usize,
    /// Whether it may leave its mask.
    is_open: bool,
    /// Whether that ends the right to a refund.
    asks: bool,
    /// The reveal that waits for an answer.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let unmasked = Unmasked::current();
    let key = row.key;
    let text = Signal::derive(move || unmasked.text(key).unwrap_or_else(|| MASK.to_owned()));
    let countdown = Signal::derive(move || unmasked.seconds_left(key));
    let revealed = Signal::derive(move || countdown.get().is_some());
    let asked = asks.then_some(asked);
    let acts = is_open.then(|| view! { <ShowKey key number asked/> <CopyKey key number asked/> }.into_any());
    let cost = (is_open && asks).then(|| view! { <p class="small soft" hidden=move || unmasked.has_script()>{t!(id::SOFTWARE_KEY_COST)}</p> }.into_any());
    let words = use_words();
    view! {
        <div class="stack stack--tight">
            <SecretKey
                label=move || label(words, number, count, &row)
                text revealed countdown of=SECONDS
                countdown_label=t!(id::SOFTWARE_KEY_COUNTDOWN)
            >
                {acts}
            </SecretKey>
            {cost}
        </div>
    }
}

/// Which key it is, and who saw it first (R30).
fn label(words: Words, number: usize, count: usize, row: &Row) -> String {
    let which =
        words.format(id::SOFTWARE_KEY_LABEL, &Args::new().with("number", &number).with("count", &count));
    let seen = match &row.first_viewed {
        None => words.text(id::SOFTWARE_KEY_UNSEEN),
        Some((name, day)) => {
            words.format(id::SOFTWARE_KEY_SEEN, &Args::new().with("name", name).with("date", day))
        }
    };
    format!("{which} · {seen}")
}

/// Shows the key, or masks it again. Without script the answer to the form is a page of its own.
#[component]
fn ShowKey(key: KeyId, number: usize, asked: Option<RwSignal<Option<Asked>>>) -> impl IntoView {
    let unmasked = Unmasked::current();
    let said = said();
    let on_done = OnDone::new(move |done| {
        if let Some(text) = done.key.clone() {
            unmasked.show(key, text);
        }
        said(done);
    });
    let is_clear = move || unmasked.seconds_left(key).is_some();
    let pressed = move |event: MouseEvent| {
        if is_clear() {
            event.prevent_default();
            unmasked.mask();
        } else {
            ask_first(&event, asked, Asked { key, manner: Reveal::Shown });
        }
    };
    let words = use_words();
    let label =
        live(move || words.text(if is_clear() { id::SOFTWARE_KEY_MASK } else { id::SOFTWARE_KEY_SHOW }));
    view! {
        <ActForm command="reveal-key" id=form_id(key, Reveal::Shown) on_done>
            <input type="hidden" name="key" value=key.to_string()/>
            <input type="hidden" name="manner" value="shown"/>
            <span on:click=pressed>
                <Button
                    size=ButtonSize::Small
                    icon=Glyph::Eye
                    label
                    context=t!(id::SOFTWARE_KEY_CONTEXT, "number" => number)
                />
            </span>
        </ActForm>
    }
}

/// Copies the key without showing it: only where scripts run, and only where the browser has a clipboard for them.
#[component]
fn CopyKey(key: KeyId, number: usize, asked: Option<RwSignal<Option<Asked>>>) -> impl IntoView {
    let unmasked = Unmasked::current();
    let (words, changes, toasts) = (use_words(), Changes::current(), use_toasts());
    let on_done = OnDone::new(move |done| {
        leptos::task::spawn_local(async move {
            let copied = match &done.key {
                Some(text) => unmasked::copy(text).await,
                None => false,
            };
            if copied {
                toasts.say(TextProp::from(move || outcomes::outcome(words, &done.outcome)));
            } else {
                toasts.fail(TextProp::from(move || words.text(id::SOFTWARE_KEY_COPY_FAILED)));
            }
            changes.raise();
        });
    });
    let pressed = move |event: MouseEvent| ask_first(&event, asked, Asked { key, manner: Reveal::Copied });
    view! {
        <div hidden=move || !(unmasked.has_script() && unmasked::can_copy())>
            <ActForm command="reveal-key" id=form_id(key, Reveal::Copied) on_done>
                <input type="hidden" name="key" value=key.to_string()/>
                <input type="hidden" name="manner" value="copied"/>
                <span on:click=pressed>
                    <Button
                        size=ButtonSize::Small
                        icon=Glyph::Copy
                        label=t!(id::SOFTWARE_KEY_COPY)
                        context=t!(id::SOFTWARE_KEY_CONTEXT, "number" => number)
                    />
                </span>
            </ActForm>
        </div>
    }
}

/// Where the reveal ends a refund, the question comes before the form is sent.
fn ask_first(event: &MouseEvent, asked: Option<RwSignal<Option<Asked>>>, reveal: Asked) {
    if let Some(asked) = asked {
        event.prevent_default();
        asked.set(Some(reveal));
    }
}
