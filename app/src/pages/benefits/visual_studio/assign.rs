//! Assigning a seat: the field in which the person is found, and what the act entails.

use domain::{policy::RefundTest, role::Action};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    afterwards::Afterwards,
    focus,
    holder_picker::{HolderPicker, Unknown},
    pool::Pool,
    search::Search,
};
use crate::{
    act::{ActForm, Acting},
    i18n::{Args, id, t, use_words},
    pages::Offered,
    ui::{Button, ButtonVariant, DetailSection, Note, Tone},
};

/// Assigning a seat of the pool to somebody; closed, the reason and who can.
#[component]
pub fn Assign(
    /// The pool.
    pool: Pool,
) -> impl IntoView {
    let form = pool.clone();
    let people = pool.viewpoint().people_for(Action::AssignBenefits).to_vec();
    view! {
        <DetailSection title=t!(id::VISUAL_STUDIO_ASSIGN_TITLE)>
            <Offered
                command="assign-seat"
                object=pool.benefit().to_string()
                on=pool.can_assign()
                label=t!(id::VISUAL_STUDIO_ASSIGN_BUTTON)
                people
            >
                <AssignForm pool=form/>
            </Offered>
            <Afterwards pool/>
        </DetailSection>
    }
}

#[component]
fn AssignForm(pool: Pool) -> impl IntoView {
    let field = format!("holder-{}", pool.benefit());
    let search = Search::of(&field, &pool, None);
    let acting = search.acting;
    let (free, granted) = (pool.free(), pool.granted());
    // A seat that is about to be reassigned has the first claim on the cursor.
    if pool.query().seat.is_none() {
        focus::follow(field.clone(), format!("detail-{}", pool.benefit()));
    }
    clean_when_done(acting, &pool);
    let (benefit, viewpoint) = (pool.benefit().to_string(), pool.viewpoint().clone());
    view! {
        <div class="stack stack--tight">
            <ActForm command="assign-seat" class="seat-form" acting>
                <input type="hidden" name="benefit" value=benefit/>
                <HolderPicker
                    search
                    id=field
                    label=t!(id::VISUAL_STUDIO_PICKER_LABEL)
                    placeholder=t!(id::VISUAL_STUDIO_PICKER_LABEL__PLACEHOLDER)
                />
                <div class="seat-form__acts">
                    <Button
                        label=t!(id::VISUAL_STUDIO_ASSIGN_BUTTON)
                        variant=ButtonVariant::Primary
                        busy=acting.is_busy
                        on_press=search.on_press()
                    />
                </div>
            </ActForm>
            <Unknown search viewpoint/>
            <p class="soft">{t!(id::VISUAL_STUDIO_ASSIGN_LEFT, "count" => free, "granted" => granted)}</p>
            <RefundWarning pool/>
        </div>
    }
}

/// An address that still asks for the person who has just got a seat is put right.
fn clean_when_done(acting: Acting, pool: &Pool) {
    if pool.query().who.is_empty() {
        return;
    }
    let (navigate, clean) = (use_navigate(), pool.href(None));
    focus::when_done(acting, move || {
        navigate(&clean, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
}

/// Under the strict test an assignment ends the right to a refund (R72): that is said before.
#[component]
fn RefundWarning(pool: Pool) -> impl IntoView {
    let words = use_words();
    let is_strict = pool.viewpoint().policy.refund_test == RefundTest::NothingUsedNorViewed;
    let refundable = pool.open().sources.iter().find(|source| is_strict && source.refund.is_open());
    refundable.map(|source| {
        let offer = source.offer.clone();
        let warning = move || {
            words.format(id::VISUAL_STUDIO_ASSIGN_REFUND, &Args::new().with("offer", &words.pick(&offer)))
        };
        view! { <Note tone=Tone::Warn>{warning}</Note> }
    })
}
