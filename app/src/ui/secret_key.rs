//! A key on the screen. Owns how it is masked to the eye; refuses to hold it longer than its signal does.

use super::Progress;
use leptos::prelude::*;

/// A key in its row: masked, or clear for some seconds.
#[component]
pub fn SecretKey(
    /// Which key it is.
    #[prop(into)]
    label: TextProp,
    /// The key, masked or clear.
    #[prop(into)]
    text: Signal<String>,
    /// Whether it is clear.
    #[prop(optional, into)]
    revealed: Signal<bool>,
    /// The seconds until it is masked again.
    #[prop(optional, into)]
    countdown: Signal<Option<u32>>,
    /// What the countdown is: the accessible name of its bar.
    #[prop(into)]
    countdown_label: TextProp,
    /// The seconds that it stays clear.
    #[prop(default = 30)]
    of: u32,
    /// Show and copy.
    children: Children,
) -> impl IntoView {
    let class = move || if revealed.get() { "secret-key" } else { "secret-key secret-key--masked" };
    view! {
        <div class=class>
            <div class="secret-key__key">
                <span class="secret-key__label">{move || label.get()}</span>
                <code class="secret-key__text" translate="no">{text}</code>
            </div>
            <div class="secret-key__actions">{children()}</div>
            <Show when=move || countdown.get().is_some()>
                <Progress label=countdown_label.clone() value=countdown max=of/>
            </Show>
        </div>
    }
}
