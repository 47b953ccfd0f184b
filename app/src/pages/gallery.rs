//! The gallery: every part of the design system in each of its states, for eyes, axe and screenshots.
//!
//! Owns made-up samples; refuses the portal. It is served in demonstration mode only.

mod actions;
mod fields;
mod lists;
mod overlays;
mod progress;

use super::not_found;
use crate::app::facts;
use crate::i18n::{id, page_title, t};
use crate::ui::PageHead;
use actions::{Actions, Notes};
use fields::Fields;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};
use lists::{EmptyLists, Lists};
use overlays::Overlays;
use progress::UnderWay;

/// `/gallery`.
#[derive(Debug)]
pub struct GalleryPage;

#[lazy_route]
impl LazyRoute for GalleryPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let GalleryPage = this;
        if !facts().is_demonstration {
            return not_found().into_any();
        }
        view! {
            <Title text=page_title(id::GALLERY_PAGE_TITLE)/>
            <GalleryBody/>
        }
        .into_any()
    }
}

/// Every component in each state.
#[component]
pub fn GalleryBody() -> impl IntoView {
    view! {
        <div class="stack stack--loose">
            <PageHead title=t!(id::GALLERY_PAGE_TITLE) lead=t!(id::GALLERY_PAGE_LEAD)/>
            <Actions/>
            <Notes/>
            <Fields/>
            <Lists/>
            <EmptyLists/>
            <UnderWay/>
            <Overlays/>
        </div>
    }
}

/// A titled part of the gallery.
#[component]
fn Part(
    /// What is shown in it.
    #[prop(into)]
    title: TextProp,
    /// The samples.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="stack">
            <h2>{move || title.get()}</h2>
            {children()}
        </section>
    }
}
