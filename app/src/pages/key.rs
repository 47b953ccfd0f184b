//! The page that holds one key: the answer to *Show* without JavaScript, and nothing that can be asked for again.
//!
//! Only the server draws it, in the frame of the other pages. After thirty seconds it returns to the masked page, as
//! every way out of it does; the address stays that of the form, and never holds the key.

use domain::{id::BenefitId, language::Localised};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use crate::{
    i18n::{id, page_title, t, use_words},
    ui::{Glyph, LinkButton, PageHead, SecretKey},
};

/// How long a key is shown.
pub const SHOWN_SECONDS: u32 = 30;

/// A key that has left its mask. It says nothing of itself to a log.
#[derive(Clone)]
pub struct ShownKey {
    /// The key.
    pub key: String,
    /// The benefit that it belongs to.
    pub benefit: BenefitId,
    /// The name of the product.
    pub product: Localised,
    /// Its place among the keys of the benefit, from 1.
    pub number: usize,
    /// How many keys the benefit has.
    pub count: usize,
    /// The masked page.
    pub back: String,
}

/// The page that shows the key.
#[component]
pub fn KeyPage(
    /// The key.
    shown: ShownKey,
) -> impl IntoView {
    let words = use_words();
    let ShownKey { key, benefit, product, number, count, back } = shown;
    let back = format!("{back}#row-{benefit}");
    view! {
        <Title text=page_title(id::KEY_PAGE_TITLE)/>
        <Meta http_equiv="refresh" content=format!("{SHOWN_SECONDS};url={back}")/>
        <Meta name="robots" content="noindex"/>
        <div class="stack prose">
            <PageHead title=t!(id::KEY_PAGE_TITLE) lead=move || words.pick(&product)/>
            <SecretKey
                label=t!(id::SOFTWARE_KEY_LABEL, "number" => number, "count" => count)
                text=Signal::stored(key)
                revealed=true
                countdown_label=t!(id::SOFTWARE_KEY_COUNTDOWN)
            >
                <LinkButton label=t!(id::KEY_PAGE_BACK_LINK) href=back icon=Glyph::Eye/>
            </SecretKey>
            <p class="soft">{t!(id::KEY_PAGE_DURATION, "seconds" => SHOWN_SECONDS)}</p>
        </div>
    }
}
