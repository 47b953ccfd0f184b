//! What an act costs: the right to a refund, for each purchase that still has it (R71 to R73).

use leptos::prelude::*;

use super::{super::row::offer_name, product::Refundable};
use crate::{
    i18n::{Args, MessageId, Words, id, t, use_words},
    ui::{Note, Tone},
};

/// The consequence, before the button; nothing where no refund is possible any more.
#[component]
pub fn RefundConsequence(
    /// The purchases that could still be refunded.
    refundable: Vec<Refundable>,
    /// The loss, under the condition of an act.
    loss: MessageId,
    /// An id, for the buttons to name it.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    (!refundable.is_empty()).then(|| {
        view! {
            <div id=id>
                <Note tone=Tone::Warn title=t!(id::SOFTWARE_REFUND_TITLE)>
                    <Losses refundable loss/>
                </Note>
            </div>
        }
    })
}

/// One sentence for each purchase.
#[component]
pub fn Losses(
    /// The purchases that could still be refunded.
    refundable: Vec<Refundable>,
    /// What is said of each of them.
    #[prop(default = id::SOFTWARE_REFUND_LOSS)]
    loss: MessageId,
) -> impl IntoView {
    let words = use_words();
    let losses: Vec<_> = refundable
        .into_iter()
        .map(|purchase| view! { <li>{move || lost(words, loss, &purchase)}</li> }.into_any())
        .collect();
    view! { <ul class="stack stack--tight">{losses}</ul> }
}

fn lost(words: Words, loss: MessageId, purchase: &Refundable) -> String {
    let offer = offer_name(words, &purchase.offer, purchase.competency.as_ref());
    let args =
        Args::new().with("offer", &offer).with("date", &purchase.until).with("days", &purchase.days_left);
    words.format(loss, &args)
}
