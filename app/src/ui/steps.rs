//! What happened, what is happening, what comes next. Owns the line and its dots; refuses to know which steps exist.

use leptos::prelude::*;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It is behind.
    Done,
    /// It is under way.
    Current,
    /// It comes later.
    Ahead,
    /// It went no further.
    Stopped,
}

/// The steps of one request, oldest first.
#[component]
pub fn Steps(
    /// What goes through these steps: the accessible name of the list.
    #[prop(into)]
    label: TextProp,
    /// [`Step`]s.
    children: Children,
) -> impl IntoView {
    view! { <ol class="steps" aria-label=move || label.get()>{children()}</ol> }
}

/// One step, its date, and who has to take it.
#[component]
pub fn Step(
    /// How far it is.
    state: StepState,
    /// The step in words.
    #[prop(into)]
    title: TextProp,
    /// Its date, or the date until which it is expected.
    #[prop(optional, into)]
    when: Option<TextProp>,
    /// Who has the next step.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = match state {
        StepState::Done => "steps__step steps__step--done",
        StepState::Current => "steps__step steps__step--current",
        StepState::Ahead => "steps__step",
        StepState::Stopped => "steps__step steps__step--stopped",
    };
    view! {
        <li class=class aria-current=(state == StepState::Current).then_some("step")>
            <span class="steps__title">{move || title.get()}</span>
            {when.map(|when| view! { <span class="steps__when">{move || when.get()}</span> }.into_any())}
            {children.map(|children| children())}
        </li>
    }
}
