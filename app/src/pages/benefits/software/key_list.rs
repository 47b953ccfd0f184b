//! The keys that a company has got: one to a row, masked, and the question before the first of them is seen.

use domain::{
    id::{BenefitId, KeyId},
    software::Reveal,
};
use leptos::{ev::Event, html, prelude::*};
use web_sys::HtmlDetailsElement;

use super::{
    form::submit,
    key_row::KeyRow,
    product::{Product, Refundable},
    refund::{Losses, RefundConsequence},
    unmasked::Unmasked,
};
use crate::{
    i18n::{MessageId, id, live, t, use_words},
    pages::action::Offered,
    ui::{Button, ButtonKind, ButtonVariant, Dialog, DialogActions},
};

/// Longer lists are folded after so many keys.
const LISTED_AT_ONCE: usize = 5;

/// A reveal that waits for the answer to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The key.
    pub key: KeyId,
    /// How it would leave its mask.
    pub manner: Reveal,
}

/// The id of the form that reveals `key` in this manner.
pub fn form_id(key: KeyId, manner: Reveal) -> String {
    match manner {
        Reveal::Shown => format!("show-{key}"),
        Reveal::Copied => format!("copy-{key}"),
    }
}

/// The list; nothing before the keys are got.
#[component]
pub fn KeyList(
    /// The product.
    product: Product,
) -> impl IntoView {
    let keys = product.open().keys.clone();
    let first = keys.first()?.key;
    let on = product.reveal();
    let benefit = product.benefit();
    let refundable = if on.is_ok() { product.refundable() } else { Vec::new() };
    let asks = !refundable.is_empty();
    let asked = RwSignal::new(None);
    let count = keys.len();
    let code = on.as_ref().err().map(domain::refusal::Refusal::code);
    // One closed action speaks for the whole list; the rows only carry its code.
    let closed = on.clone().err().map(|refusal| {
        view! {
            <Offered
                command="reveal-key"
                object=first.to_string()
                on=Err(refusal)
                label=t!(id::SOFTWARE_KEY_SHOW)
                people=product.people()
            >
                {None::<()>}
            </Offered>
        }
    });
    let mut rows: Vec<_> = keys
        .into_iter()
        .enumerate()
        .map(|(place, row)| {
            let key = row.key;
            let carries = code.is_none() || key != first;
            view! {
                <li
                    data-act=carries.then_some("reveal-key")
                    data-on=carries.then(|| key.to_string())
                    data-refusal=code.filter(|_| carries)
                >
                    <KeyRow row number=place + 1 count is_open=code.is_none() asks asked/>
                </li>
            }
            .into_any()
        })
        .collect();
    let rest = rows.split_off(count.min(LISTED_AT_ONCE));
    let list = focused_when_listed();
    Some(view! {
        <RefundConsequence
            refundable=refundable.clone()
            loss=id::SOFTWARE_REFUND_KEY
            id=format!("refund-keys-{benefit}")
        />
        {closed}
        <ul class="stack stack--tight" node_ref=list tabindex="-1" aria-label=t!(id::SOFTWARE_KEYS_TITLE)>
            {rows}
        </ul>
        <Rest benefit rows=rest/>
        {code.is_none().then(|| view! { <CopyNeedsScript/> }.into_any())}
        {asks.then(|| view! { <Question asked refundable id=format!("reveal-{benefit}")/> }.into_any())}
    })
}

/// The keys after the first few.
#[component]
fn Rest(benefit: BenefitId, rows: Vec<AnyView>) -> impl IntoView {
    let unfolded = Unmasked::current().unfolded;
    let count = rows.len();
    let toggled = move |event: Event| {
        let is_open = event_target::<HtmlDetailsElement>(&event).open();
        unfolded.set(is_open.then_some(benefit));
    };
    (count > 0).then(|| {
        view! {
            <details class="unfold" open=move || unfolded.get() == Some(benefit) on:toggle=toggled>
                <summary class="unfold__question">{t!(id::SOFTWARE_KEYS_MORE, "count" => count)}</summary>
                <ul class="stack stack--tight">{rows}</ul>
            </details>
        }
    })
}

/// What readers without script are told in the place of the buttons that copy.
#[component]
fn CopyNeedsScript() -> impl IntoView {
    let unmasked = Unmasked::current();
    view! { <p class="small soft" hidden=move || unmasked.has_script()>{t!(id::SOFTWARE_KEY_COPY_SCRIPT)}</p> }
}

/// The list takes the focus when it has just come.
fn focused_when_listed() -> NodeRef<html::Ul> {
    let (list, unmasked) = (NodeRef::<html::Ul>::new(), Unmasked::current());
    Effect::new(move || {
        if let Some(list) = list.get()
            && unmasked.just_listed.get_untracked()
        {
            unmasked.just_listed.set(false);
            // A list with a tabindex always takes the focus.
            let _ = list.focus();
        }
    });
    list
}

/// The question before a reveal that ends the right to a refund. The safe answer has the focus.
#[component]
fn Question(asked: RwSignal<Option<Asked>>, refundable: Vec<Refundable>, id: String) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(asked.get().is_some()));
    let words = use_words();
    let manner = move || asked.get().map_or(Reveal::Shown, |asked| asked.manner);
    let confirm = Callback::new(move |()| {
        if let Some(Asked { key, manner }) = asked.get_untracked() {
            submit(&form_id(key, manner));
        }
        asked.set(None);
    });
    let on_close = Callback::new(move |()| asked.set(None));
    view! {
        <Dialog id title=live(move || words.text(question(manner()))) open on_close>
            <form method="dialog" class="stack">
                <p>{t!(id::SOFTWARE_REVEAL_CONSEQUENCE)}</p>
                <Losses refundable/>
                <DialogActions>
                    <Button kind=ButtonKind::CloseDialog label=t!(id::SOFTWARE_REVEAL_CANCEL)/>
                    <Button
                        kind=ButtonKind::Script
                        variant=ButtonVariant::Danger
                        label=live(move || words.text(answer(manner())))
                        on_press=confirm
                    />
                </DialogActions>
            </form>
        </Dialog>
    }
}

const fn question(manner: Reveal) -> MessageId {
    match manner {
        Reveal::Shown => id::SOFTWARE_REVEAL_SHOW_TITLE,
        Reveal::Copied => id::SOFTWARE_REVEAL_COPY_TITLE,
    }
}

const fn answer(manner: Reveal) -> MessageId {
    match manner {
        Reveal::Shown => id::SOFTWARE_REVEAL_SHOW_BUTTON,
        Reveal::Copied => id::SOFTWARE_REVEAL_COPY_BUTTON,
    }
}
