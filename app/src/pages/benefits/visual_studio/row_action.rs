//! An action within a row: open, its form; closed, a small mark, since the rule in full stands above the rows once.
//!
//! Owns the mark; what finds actions in tests is the same as for [`Offered`].

use domain::refusal::Refusal;
use leptos::prelude::*;

use crate::{
    i18n::{Args, id, refusals, use_words},
    pages::Offered,
    ui::{Glyph, Icon},
};

/// An action on one row.
#[component]
pub fn RowAction(
    /// The command, as `domain::command::Command::name` names it.
    command: &'static str,
    /// The identity of what it is about.
    #[prop(into)]
    object: String,
    /// What `domain` answers.
    on: Result<(), Refusal>,
    /// The verb, as on the open button.
    #[prop(into)]
    label: TextProp,
    /// The form, when the action is open.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    match on {
        Ok(()) => view! { <Offered command object on=Ok(()) label>{children()}</Offered> }.into_any(),
        Err(refusal) => {
            let (code, shown) = (refusal.code(), label.clone());
            let spoken = move || {
                let (action, reason) = (label.get(), refusals::refusal(words, &refusal));
                words.format(
                    id::VISUAL_STUDIO_SEAT_CLOSED,
                    &Args::new().with("action", &*action).with("reason", &reason),
                )
            };
            view! {
                <span class="closed-mark" data-act=command data-on=object data-refusal=code>
                    <Icon glyph=Glyph::Lock/>
                    <span aria-hidden="true">{move || shown.get()}</span>
                    <span class="visually-hidden">{spoken}</span>
                </span>
            }
            .into_any()
        }
    }
}
