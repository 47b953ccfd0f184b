//! The statement on accessibility: our own assessment, and what it does not cover.
//!
//! Owns the list of what was assessed; refuses to claim what nobody has checked.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use crate::{
    i18n::{MessageId, id, page_title, t},
    ui::{Cell, CellKind, HeadCell, PageHead, Row, StatusTag, Table, TableHead, Tone},
};

/// What came out of an assessment.
#[derive(Clone, Copy)]
enum Assessment {
    Met,
    Partial,
    Unknown,
}

impl Assessment {
    const fn shown(self) -> (Tone, MessageId) {
        match self {
            Self::Met => (Tone::Good, id::ACCESSIBILITY_RESULT_MET),
            Self::Partial => (Tone::Warn, id::ACCESSIBILITY_RESULT_PARTIAL),
            Self::Unknown => (Tone::Calm, id::ACCESSIBILITY_RESULT_UNKNOWN),
        }
    }
}

/// What was assessed, with which result, and how.
const GRID: [(MessageId, Assessment, MessageId); 10] = [
    (id::ACCESSIBILITY_TOPIC_KEYBOARD, Assessment::Partial, id::ACCESSIBILITY_TOPIC_KEYBOARD__METHOD),
    (id::ACCESSIBILITY_TOPIC_CONTRAST, Assessment::Met, id::ACCESSIBILITY_TOPIC_CONTRAST__METHOD),
    (id::ACCESSIBILITY_TOPIC_STRUCTURE, Assessment::Met, id::ACCESSIBILITY_TOPIC_STRUCTURE__METHOD),
    (id::ACCESSIBILITY_TOPIC_FORMS, Assessment::Met, id::ACCESSIBILITY_TOPIC_FORMS__METHOD),
    (id::ACCESSIBILITY_TOPIC_REFLOW, Assessment::Met, id::ACCESSIBILITY_TOPIC_REFLOW__METHOD),
    (id::ACCESSIBILITY_TOPIC_LANGUAGE, Assessment::Met, id::ACCESSIBILITY_TOPIC_LANGUAGE__METHOD),
    (id::ACCESSIBILITY_TOPIC_MOTION, Assessment::Met, id::ACCESSIBILITY_TOPIC_MOTION__METHOD),
    (id::ACCESSIBILITY_TOPIC_SCRIPTS, Assessment::Met, id::ACCESSIBILITY_TOPIC_SCRIPTS__METHOD),
    (id::ACCESSIBILITY_TOPIC_SPEECH, Assessment::Partial, id::ACCESSIBILITY_TOPIC_SPEECH__METHOD),
    (id::ACCESSIBILITY_TOPIC_VOICE, Assessment::Unknown, id::ACCESSIBILITY_TOPIC_VOICE__METHOD),
];

/// `/accessibility`.
#[derive(Debug)]
pub struct AccessibilityPage;

#[lazy_route]
impl LazyRoute for AccessibilityPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let AccessibilityPage = this;
        view! {
            <Title text=page_title(id::ACCESSIBILITY_PAGE_TITLE)/>
            <div class="stack stack--loose">
                <PageHead title=t!(id::ACCESSIBILITY_PAGE_TITLE) lead=t!(id::ACCESSIBILITY_PAGE_INTRO)/>
                <section class="stack stack--tight prose">
                    <h2>{t!(id::ACCESSIBILITY_STATUS_TITLE)}</h2>
                    <p>{t!(id::ACCESSIBILITY_STATUS_DETAIL)}</p>
                </section>
                <Grid/>
                <section class="stack stack--tight prose">
                    <h2>{t!(id::ACCESSIBILITY_LIMITS_TITLE)}</h2>
                    <p>{t!(id::ACCESSIBILITY_LIMITS_TOOLS)}</p>
                    <p>{t!(id::ACCESSIBILITY_LIMITS_COPY)}</p>
                    <p>{t!(id::ACCESSIBILITY_LIMITS_OUTSIDE)}</p>
                </section>
                <section class="stack stack--tight prose">
                    <h2>{t!(id::ACCESSIBILITY_HELP_TITLE)}</h2>
                    <p>{t!(id::ACCESSIBILITY_HELP_DETAIL)}</p>
                </section>
            </div>
        }
        .into_any()
    }
}

/// What was assessed.
#[component]
fn Grid() -> impl IntoView {
    let row = |(topic, assessment, method): (MessageId, Assessment, MessageId)| {
        let (tone, result) = assessment.shown();
        view! {
            <Row>
                <Cell kind=CellKind::Name>{t!(topic)}</Cell>
                <Cell label=t!(id::ACCESSIBILITY_GRID_RESULT)><StatusTag tone text=t!(result)/></Cell>
                <Cell kind=CellKind::Soft>{t!(method)}</Cell>
            </Row>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{t!(id::ACCESSIBILITY_GRID_TITLE)}</h2>
            <Table caption=t!(id::ACCESSIBILITY_GRID_CAPTION) caption_hidden=true>
                <TableHead>
                    <HeadCell label=t!(id::ACCESSIBILITY_GRID_TOPIC)/>
                    <HeadCell label=t!(id::ACCESSIBILITY_GRID_RESULT)/>
                    <HeadCell label=t!(id::ACCESSIBILITY_GRID_METHOD)/>
                </TableHead>
                <tbody>{GRID.map(row).into_iter().collect_view()}</tbody>
            </Table>
        </section>
    }
}
