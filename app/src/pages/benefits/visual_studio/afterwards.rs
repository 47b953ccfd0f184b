//! What follows an assignment: when the seat can move again (R49), what its holder does, and where.

use domain::{language::Localised, policy::SeatCooldown};
use leptos::prelude::*;

use super::pool::Pool;
use crate::{
    i18n::{id, t, use_words},
    ui::{Fact, Facts, Glyph, Icon, Note},
};

/// The rule about reassigning, the instructions of the catalogue, and the way to the portal.
#[component]
pub fn Afterwards(
    /// The pool.
    pool: Pool,
) -> impl IntoView {
    let cooldown = pool.viewpoint().policy.seat_cooldown;
    let at_any_time = (cooldown == SeatCooldown::None).then(|| {
        view! { <Fact term=t!(id::VISUAL_STUDIO_COOLDOWN_TERM)>{t!(id::VISUAL_STUDIO_COOLDOWN_NONE)}</Fact> }
    });
    let use_of_it = pool.details().cloned().map(|details| {
        let (name, url) = (details.portal.name, details.portal.url);
        view! {
            <Fact term=t!(id::VISUAL_STUDIO_AFTERWARDS_INSTRUCTIONS)><Steps text=details.instructions/></Fact>
            <Fact term=t!(id::VISUAL_STUDIO_AFTERWARDS_PORTAL)><Portal name url/></Fact>
        }
    });
    view! {
        <Cooldown cooldown/>
        <Facts>{at_any_time}{use_of_it}</Facts>
    }
}

/// When a seat that is taken back can go to somebody else, where that is not at once.
#[component]
fn Cooldown(
    /// What the policy says.
    cooldown: SeatCooldown,
) -> impl IntoView {
    let (days, rule) = match cooldown {
        SeatCooldown::None => return None,
        SeatCooldown::Days(days) => (days, id::VISUAL_STUDIO_COOLDOWN_ALWAYS),
        SeatCooldown::DaysWhenFull(days) => (days, id::VISUAL_STUDIO_COOLDOWN_FULL),
    };
    Some(view! {
        <Note title=t!(id::VISUAL_STUDIO_COOLDOWN_TITLE, "days" => days)>{t!(rule, "days" => days)}</Note>
    })
}

/// The instructions, one step to a line.
#[component]
fn Steps(
    /// The text of the catalogue.
    text: Localised,
) -> impl IntoView {
    let words = use_words();
    move || {
        let text = words.pick(&text);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines = lines.map(|line| view! { <li>{line.to_owned()}</li> }.into_any()).collect_view();
        view! { <ol class="step-list">{lines}</ol> }
    }
}

/// The way out to the portal in which a seat is used.
#[component]
fn Portal(
    /// Its name.
    name: Localised,
    /// Its address.
    url: String,
) -> impl IntoView {
    let words = use_words();
    view! {
        <a class="portal-link" href=url rel="external noreferrer">
            {crate::i18n::live(move || words.pick(&name))}
            <Icon glyph=Glyph::External/>
        </a>
    }
}
