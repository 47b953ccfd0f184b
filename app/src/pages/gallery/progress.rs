//! What is under way in the gallery. Owns the samples; refuses to start anything.

use super::Part;
use crate::i18n::{id, t};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Glyph, Progress, SecretKey, Skeleton, Step, StepState, Steps,
};
use leptos::prelude::*;

/// Steps, bars, keys, and what stands in for a list.
#[component]
pub(super) fn UnderWay() -> impl IntoView {
    view! {
        <Part title=t!(id::GALLERY_STEPS_TITLE)>
            <div class="columns">
                <Card title=t!(id::GALLERY_STEPS_SENT)>
                    <Steps label=t!(id::GALLERY_STEPS_SENT)>
                        <Step
                            state=StepState::Done
                            title=t!(id::GALLERY_STEPS_REQUESTED)
                            when=t!(id::GALLERY_TABLE_DAY, "date" => "2026-11-18")
                        />
                        <Step
                            state=StepState::Done
                            title=t!(id::GALLERY_STEPS_APPROVED)
                            when=t!(id::GALLERY_TABLE_DAY, "date" => "2026-11-19")
                        />
                        <Step state=StepState::Current title=t!(id::GALLERY_STEPS_SENT)>
                            <span>{t!(id::GALLERY_STEPS_SENT_NEXT)}</span>
                        </Step>
                        <Step state=StepState::Ahead title=t!(id::GALLERY_STEPS_ACTIVE)/>
                    </Steps>
                </Card>
                <Card title=t!(id::GALLERY_STEPS_STOPPED)>
                    <Steps label=t!(id::GALLERY_STEPS_STOPPED)>
                        <Step state=StepState::Done title=t!(id::GALLERY_STEPS_REQUESTED)/>
                        <Step state=StepState::Stopped title=t!(id::GALLERY_STEPS_STOPPED)/>
                    </Steps>
                    <Progress
                        label=t!(id::GALLERY_PROGRESS_LABEL)
                        value=Some(40)
                        max=100
                        text=t!(id::GALLERY_PROGRESS_TEXT)
                    />
                    <Progress label=t!(id::GALLERY_PROGRESS_UNKNOWN) value=None max=100/>
                </Card>
                <Skeleton label=t!(id::GALLERY_SKELETON_LABEL)/>
            </div>
            <Keys/>
        </Part>
    }
}

/// A key masked, and a key shown.
#[component]
fn Keys() -> impl IntoView {
    let (script, small) = (ButtonKind::Script, ButtonSize::Small);
    view! {
        <SecretKey
            label=t!(id::GALLERY_KEY_LABEL)
            text="•••••-•••••-•••••-•••••-3F9QK"
            countdown_label=t!(id::GALLERY_KEY_COUNTDOWN)
        >
            <Button kind=script size=small icon=Glyph::Eye label=t!(id::GALLERY_KEY_SHOW)/>
            <Button kind=script size=small icon=Glyph::Copy label=t!(id::GALLERY_KEY_COPY)/>
        </SecretKey>
        <SecretKey
            label=t!(id::GALLERY_KEY_LABEL)
            text="N4X7W-Q2MPL-88KDR-VZ3TB-3F9QK"
            revealed=true
            countdown=Some(22)
            countdown_label=t!(id::GALLERY_KEY_COUNTDOWN)
        >
            <Button kind=script size=small icon=Glyph::EyeOff label=t!(id::GALLERY_KEY_HIDE)/>
            <Button kind=script size=small icon=Glyph::Copy label=t!(id::GALLERY_KEY_COPY)/>
        </SecretKey>
    }
}
