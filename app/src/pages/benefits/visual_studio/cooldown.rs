//! The cooldown of the policy in words (R49).

use domain::policy::SeatCooldown;
use leptos::prelude::*;

use crate::{
    i18n::{id, t},
    ui::{Fact, Facts, Note},
};

/// When a seat that is taken back can go to somebody else.
#[component]
pub fn Cooldown(
    /// What the policy says.
    cooldown: SeatCooldown,
) -> impl IntoView {
    let (days, rule) = match cooldown {
        SeatCooldown::None => {
            return view! {
                <Facts>
                    <Fact term=t!(id::VISUAL_STUDIO_COOLDOWN_TERM)>{t!(id::VISUAL_STUDIO_COOLDOWN_NONE)}</Fact>
                </Facts>
            }
            .into_any();
        }
        SeatCooldown::Days(days) => (days, id::VISUAL_STUDIO_COOLDOWN_ALWAYS),
        SeatCooldown::DaysWhenFull(days) => (days, id::VISUAL_STUDIO_COOLDOWN_FULL),
    };
    view! {
        <Note title=t!(id::VISUAL_STUDIO_COOLDOWN_TITLE, "days" => days)>
            {t!(rule, "days" => days)}
        </Note>
    }
    .into_any()
}
