//! The keys of an open product: getting them, or why there is none.

use domain::{programme::KeyKind, refusal::Refusal};
use leptos::prelude::*;

use super::{key_list::KeyList, product::Product, refund::RefundConsequence, said::said, unmasked::Unmasked};
use crate::{
    act::{ActForm, OnDone},
    i18n::{Args, MessageId, id, refusals, t, terms, use_words},
    pages::action::Offered,
    ui::{Button, ButtonVariant, DetailSection, Glyph, Note, Tone},
};

/// The keys: to be got, or got and masked, or none at all.
#[component]
pub fn Keys(
    /// The product.
    product: Product,
) -> impl IntoView {
    let kind = product.open().facts.keys;
    let content = if kind == KeyKind::None {
        view! { <NoKeys product/> }.into_any()
    } else {
        view! {
            <p class="soft">{t!(kind_explained(kind))}</p>
            <GetKeys product=product.clone()/>
            <KeyList product/>
        }
        .into_any()
    };
    view! {
        <DetailSection title=t!(id::SOFTWARE_KEYS_TITLE)><div class="stack">{content}</div></DetailSection>
    }
}

const fn kind_explained(kind: KeyKind) -> MessageId {
    match kind {
        KeyKind::MultipleActivation => id::SOFTWARE_KEYS_MULTIPLE,
        KeyKind::SingleUse => id::SOFTWARE_KEYS_SINGLE,
        KeyKind::None => id::SOFTWARE_KEYS_NONE,
    }
}

/// Why there is no key (R34): in the catalogue's words, where it has some. An act that can never open has no button.
#[component]
fn NoKeys(product: Product) -> impl IntoView {
    let words = use_words();
    let refusal = product.get_keys().err();
    let code = refusal.as_ref().map(Refusal::code);
    let why = product.open().why_no_key.clone();
    let (unit, granted) = (product.row().unit, product.row().granted);
    let free = move || {
        let amount = terms::quantity(words, unit, granted);
        words.format(id::SOFTWARE_KEYS_UNCOUNTED, &Args::new().with("amount", &amount))
    };
    let text = move || match (&why, &refusal) {
        (Some(why), _) => words.pick(why),
        (None, Some(refusal)) => refusals::refusal(words, refusal),
        (None, None) => words.text(id::SOFTWARE_KEYS_NONE),
    };
    view! {
        <div data-act="get-keys" data-on=product.benefit().to_string() data-refusal=code>
            <Note tone=Tone::Info title=t!(id::SOFTWARE_KEYS_NONE)>{text}</Note>
        </div>
        <p class="soft">{free}</p>
    }
}

/// The act, while there are keys to get; with what it costs, and does not, before the button (R29).
#[component]
fn GetKeys(product: Product) -> impl IntoView {
    let benefit = product.benefit().to_string();
    let has_keys = !product.open().keys.is_empty();
    // Keys that are got are listed for those alone who may get them; the others are told how many there are.
    let unlisted = if has_keys { 0 } else { product.open().facts.issued };
    let on = match product.get_keys() {
        Ok(listed) if listed.drawn == 0 && has_keys => return None,
        // What closes every key already says why.
        Err(_) if has_keys && product.reveal().is_err() => return None,
        Ok(_) => Ok(()),
        Err(refusal) => Err(refusal),
    };
    let warns = on.is_ok().then(|| {
        view! {
            <RefundConsequence
                refundable=product.refundable()
                loss=id::SOFTWARE_REFUND_KEY
                id=format!("refund-{benefit}")
            />
        }
    });
    let people = product.people();
    let got =
        (unlisted > 0).then(|| view! { <p>{t!(id::SOFTWARE_KEYS_GOT, "count" => unlisted)}</p> }.into_any());
    let label = if unlisted > 0 { id::SOFTWARE_KEY_SHOW } else { id::SOFTWARE_KEYS_BUTTON };
    let form = view! {
        {got}
        {warns}
        <Offered command="get-keys" object=benefit.clone() on label=t!(label) people>
            <ActForm command="get-keys" on_done=listed()>
                <input type="hidden" name="benefit" value=benefit/>
                <Button label=t!(id::SOFTWARE_KEYS_BUTTON) variant=ButtonVariant::Primary icon=Glyph::Key/>
            </ActForm>
        </Offered>
    };
    Some(form)
}

/// The list takes the focus from the button that goes.
fn listed() -> OnDone {
    let (said, unmasked) = (said(), Unmasked::current());
    OnDone::new(move |done| {
        unmasked.just_listed.set(true);
        said(done);
    })
}
