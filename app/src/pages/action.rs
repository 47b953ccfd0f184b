//! An action of a page: open, as its form, or closed, with the rule and the people who can do it (R24).
//!
//! Owns the attributes by which the agreement test finds every action; refuses to decide whether it is open.

use domain::refusal::Refusal;
use leptos::prelude::*;

use crate::{
    i18n::{id, refusals, t, use_words},
    portal::Person,
    ui::{ActionHolder, ClosedAction},
};

/// What `domain` answered for one command on one object, drawn.
///
/// `data-act` is the command, `data-on` the object, `data-refusal` the code of the refusal when the action is closed.
#[component]
pub fn Offered(
    /// The command, as `domain::command::Command::name` names it.
    command: &'static str,
    /// The identity of what it is about.
    #[prop(into)]
    object: String,
    /// What `domain` answers.
    on: Result<(), Refusal>,
    /// The verb and its object, as on the open button.
    #[prop(into)]
    label: TextProp,
    /// The people who can, when the viewer's role is what closes it.
    #[prop(optional, into)]
    people: Vec<Person>,
    /// The form, when the action is open.
    children: Children,
) -> impl IntoView {
    match on {
        Ok(()) => {
            view! { <div class="offered" data-act=command data-on=object>{children()}</div> }.into_any()
        }
        Err(refusal) => {
            let code = refusal.code();
            let closed = format!("{command}-{object}");
            view! {
                <div class="offered" data-act=command data-on=object data-refusal=code>
                    <Closed id=closed label refusal people/>
                </div>
            }
            .into_any()
        }
    }
}

/// The closed action: why, and who can.
#[component]
fn Closed(
    /// An id that is the only one on the page.
    id: String,
    /// The action, as on its open button.
    label: TextProp,
    /// Why it is closed.
    refusal: Refusal,
    /// Who can.
    people: Vec<Person>,
) -> impl IntoView {
    let words = use_words();
    let holder = |person: Person| ActionHolder { name: person.name, email: person.email, role: None };
    // Names help where a role is missing; where the state is what closes the action, nobody can.
    let people = match refusal {
        Refusal::Access(_) => people.into_iter().map(holder).collect(),
        Refusal::Seat(_)
        | Refusal::Software(_)
        | Refusal::Membership(_)
        | Refusal::Activity(_)
        | Refusal::AlreadySent { .. }
        | Refusal::Stale
        | Refusal::DrawnForAnother => Vec::new(),
    };
    let reason = TextProp::from(move || refusals::refusal(words, &refusal));
    view! { <ClosedAction id label reason who_title=t!(id::REFUSALS_WHO_TITLE) people/> }
}
