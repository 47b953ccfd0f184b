//! The gallery: every part of the design system in each of its states, for eyes, axe and screenshots.
//!
//! Owns made-up samples on three pages; refuses the portal. It is served in demonstration mode only.

mod actions;
mod fields;
mod lists;
mod overlays;
mod progress;
mod writing;

use actions::{Actions, Notes};
use fields::Fields;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};
use lists::{EmptyLists, Lists};
use overlays::Overlays;
use progress::UnderWay;
use writing::Writing;

use super::not_found;
use crate::{
    app::facts,
    i18n::{MessageId, id, page_title, t},
    routes,
    ui::{PageHead, Tab, Tabs},
};

/// `/gallery`: what is pressed, read and filled in.
#[derive(Debug)]
pub struct GalleryControls;

#[lazy_route]
impl LazyRoute for GalleryControls {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let GalleryControls = this;
        gallery(routes::GALLERY, || view! { <Actions/> <Notes/> <Fields/> }.into_any())
    }
}

/// `/gallery/lists`: tables, full and empty, and how values are written in them.
#[derive(Debug)]
pub struct GalleryLists;

#[lazy_route]
impl LazyRoute for GalleryLists {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let GalleryLists = this;
        gallery(routes::GALLERY_LISTS, || view! { <Lists/> <EmptyLists/> <Writing/> }.into_any())
    }
}

/// `/gallery/changes`: what is under way, and what opens over the page.
#[derive(Debug)]
pub struct GalleryChanges;

#[lazy_route]
impl LazyRoute for GalleryChanges {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let GalleryChanges = this;
        gallery(routes::GALLERY_CHANGES, || view! { <UnderWay/> <Overlays/> }.into_any())
    }
}

/// The pages of the gallery, in order.
const PAGES: [(&str, MessageId); 3] = [
    (routes::GALLERY, id::GALLERY_PAGE_CONTROLS),
    (routes::GALLERY_LISTS, id::GALLERY_PAGE_LISTS),
    (routes::GALLERY_CHANGES, id::GALLERY_PAGE_CHANGES),
];

/// The page at `here`, and the way to the others.
fn gallery(here: &'static str, samples: impl FnOnce() -> AnyView) -> AnyView {
    if !facts().is_demonstration {
        return not_found().into_any();
    }
    let tabs = PAGES.map(|(href, name)| view! { <Tab href current=href == here label=t!(name)/> });
    view! {
        <Title text=page_title(id::GALLERY_PAGE_TITLE)/>
        <div class="stack stack--loose">
            <PageHead title=t!(id::GALLERY_PAGE_TITLE) lead=t!(id::GALLERY_PAGE_LEAD)/>
            <Tabs label=t!(id::GALLERY_PAGE_TITLE)>{tabs.into_iter().collect_view()}</Tabs>
            {samples()}
        </div>
    }
    .into_any()
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
