//! What is downloaded of an open product: for a language and an operating system, once both are chosen (R31).

use domain::programme::{OsType, Package, SoftwareLanguage};
use leptos::prelude::*;

use super::{form::submit, product::Product, unmasked::Unmasked};
use crate::{
    act::{ActForm, Changes, OnDone},
    i18n::{Words, id, t, use_words},
    pages::action::Offered,
    ui::{Button, DetailSection, Glyph, LinkButton, Note, Select, SelectOption, Tone},
};

/// The choice, and the links that it leads to.
#[component]
pub fn Download(
    /// The product.
    product: Product,
) -> impl IntoView {
    let open = product.open();
    let content = if open.languages.is_empty() || open.os_types.is_empty() {
        view! { <p class="soft">{t!(id::SOFTWARE_DOWNLOAD_NONE)}</p> }.into_any()
    } else {
        let is_open = product.choose_installation().is_ok() && product.ended().is_none();
        let (packages, is_chosen) =
            (open.packages.clone(), open.chosen.0.is_some() && open.chosen.1.is_some());
        view! {
            <Choice product/>
            <div
                class="stack stack--tight"
                aria-live="polite"
            >
                {is_open.then(|| view! { <Packages packages is_chosen/> }.into_any())}
            </div>
        }
        .into_any()
    };
    view! { <DetailSection title=t!(id::SOFTWARE_DOWNLOAD_TITLE)>{content}</DetailSection> }
}

/// The two selects. With script a choice of both is kept at once; without, a button sends it.
#[component]
fn Choice(product: Product) -> impl IntoView {
    let words = use_words();
    let (unmasked, changes) = (Unmasked::current(), Changes::current());
    let benefit = product.benefit().to_string();
    let form = format!("install-{benefit}");
    let (language, os_type) = &product.open().chosen;
    let language = RwSignal::new(language.as_ref().map(ToString::to_string).unwrap_or_default());
    let os_type = RwSignal::new(os_type.as_ref().map(ToString::to_string).unwrap_or_default());
    let send = {
        let form = form.clone();
        move || {
            if !language.read_untracked().is_empty() && !os_type.read_untracked().is_empty() {
                submit(&form);
            }
        }
    };
    let of_language = hears(language, send.clone());
    let of_os_type = hears(os_type, send);
    let on_done = OnDone::new(move |_| changes.raise());
    let (languages, os_types) = choices(words, &product);
    view! {
        <Offered
            command="choose-installation"
            object=benefit.clone()
            on=product.choose_installation()
            label=t!(id::SOFTWARE_DOWNLOAD_CLOSED)
            people=product.people()
        >
            <ActForm command="choose-installation" id=form class="stack stack--tight" on_done>
                <input type="hidden" name="benefit" value=benefit/>
                <div class="form-row">
                    <Select
                        name="language"
                        id="install-language"
                        label=t!(id::SOFTWARE_DOWNLOAD_LANGUAGE)
                        options=languages
                        selected=language
                        required=true
                        on_change=of_language
                    />
                    <Select
                        name="os-type"
                        id="install-os-type"
                        label=t!(id::SOFTWARE_DOWNLOAD_OS)
                        options=os_types
                        selected=os_type
                        required=true
                        on_change=of_os_type
                    />
                </div>
                <div hidden=move || unmasked.has_script()>
                    <Button label=t!(id::SOFTWARE_DOWNLOAD_BUTTON)/>
                </div>
            </ActForm>
        </Offered>
    }
}

/// Keeps what is chosen, and goes on from there.
fn hears(chosen: RwSignal<String>, then: impl Fn() + Send + Sync + 'static) -> Callback<String> {
    Callback::new(move |value| {
        chosen.set(value);
        then();
    })
}

fn choices(words: Words, product: &Product) -> (Signal<Vec<SelectOption>>, Signal<Vec<SelectOption>>) {
    let option = |value: &str, label: String| SelectOption { value: value.to_owned(), label };
    let (languages, os_types) = (product.open().languages.clone(), product.open().os_types.clone());
    let of_language = Signal::derive(move || {
        let each = languages
            .iter()
            .map(|(code, name): &(SoftwareLanguage, _)| option(code.as_str(), words.pick(name)));
        std::iter::once(option("", words.text(id::SOFTWARE_DOWNLOAD_LANGUAGE_NONE))).chain(each).collect()
    });
    let of_os_type = Signal::derive(move || {
        let each = os_types.iter().map(|(code, name): &(OsType, _)| option(code.as_str(), words.pick(name)));
        std::iter::once(option("", words.text(id::SOFTWARE_DOWNLOAD_OS_NONE))).chain(each).collect()
    });
    (of_language, of_os_type)
}

/// What there is for the choice; that there is nothing is an answer too.
#[component]
fn Packages(packages: Vec<Package>, is_chosen: bool) -> impl IntoView {
    if !is_chosen {
        return view! { <p class="soft">{t!(id::SOFTWARE_DOWNLOAD_CHOOSE)}</p> }.into_any();
    }
    if packages.is_empty() {
        return view! { <Note tone=Tone::Info>{t!(id::SOFTWARE_DOWNLOAD_MISSING)}</Note> }.into_any();
    }
    let words = use_words();
    let links = packages.into_iter().map(|package| {
        let Package { name, url, size_mb, .. } = package;
        view! {
            <div class="cluster">
                <LinkButton
                    label=t!(id::SOFTWARE_DOWNLOAD_LINK, "file" => name)
                    href=url
                    icon=Glyph::Download
                    download=true
                />
                <span class="soft small">{crate::i18n::live(move || words.file_size(size_mb))}</span>
            </div>
        }
    });
    links.collect_view().into_any()
}
