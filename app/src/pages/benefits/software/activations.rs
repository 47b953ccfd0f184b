//! The activations of an open product: how many are left, which machines have them, and recording one more (R32, R33).

use domain::programme::{KeyKind, Unit};
use leptos::prelude::*;

use super::{form::reset, product::Product, refund::RefundConsequence, said::said};
use crate::{
    act::{ActForm, Acting, Done},
    flash::use_flash,
    i18n::{MessageId, id, refusals, t, use_words},
    pages::action::Offered,
    portal::ActivationRow,
    ui::{
        Button, Cell, CellKind, Checkbox, DetailSection, HeadCell, Quantity, Row, StatusTag, Table,
        TableHead, TextInput, Tone,
    },
};

/// The activations; a product without keys has none.
#[component]
pub fn Activations(
    /// The product.
    product: Product,
) -> impl IntoView {
    let facts = &product.open().facts;
    if facts.keys == KeyKind::None {
        return None;
    }
    let (activated, granted) = (facts.activated, facts.granted);
    let message = used_of(product.row().unit);
    let text = t!(message, "used" => activated, "maximum" => granted);
    let rows = product.open().activations.clone();
    Some(view! {
        <DetailSection title=t!(id::SOFTWARE_ACTIVATIONS_TITLE) wide=true>
            <Quantity label=t!(id::SOFTWARE_ACTIVATIONS_TITLE) used=activated total=granted text/>
            <p class="soft prose">{t!(id::SOFTWARE_ACTIVATIONS_EXPLAINED)}</p>
            <Record product/>
            <Machines rows/>
        </DetailSection>
    })
}

/// What an activation takes: a licence, or the cores of a server.
fn used_of(unit: Unit) -> MessageId {
    if unit == Unit::Cores { id::SOFTWARE_ACTIVATIONS_CORES } else { id::SOFTWARE_ACTIVATIONS_USED }
}

/// The form that records an activation, with what it costs before the button.
#[component]
fn Record(product: Product) -> impl IntoView {
    let words = use_words();
    let on = product.record_activation();
    let benefit = product.benefit().to_string();
    let flash = use_flash();
    let typed = RwSignal::new(flash.with_untracked(|flash| {
        flash.as_ref().map(|flash| flash.typed("machine").to_owned()).unwrap_or_default()
    }));
    let acting = Acting::new();
    let error = Signal::derive(move || {
        let arrived = flash.with(|flash| flash.as_ref().and_then(|flash| flash.fault("machine")));
        let fault = acting.fault("machine").or(arrived);
        fault.map(|fault| refusals::field(words, &fault))
    });
    let said = said();
    let form = format!("activate-{benefit}");
    let sent = form.clone();
    let on_done = Callback::new(move |done: Done| {
        typed.set(String::new());
        reset(&sent);
        said.run(done);
    });
    let cost = on.is_ok().then(|| {
        view! {
            <RefundConsequence
                refundable=product.refundable()
                lead=id::SOFTWARE_REFUND_ACTIVATING
                id=format!("refund-activation-{benefit}")
            />
        }
    });
    view! {
        {cost}
        <Offered
            command="record-activation"
            object=benefit.clone()
            on
            label=t!(id::SOFTWARE_ACTIVATIONS_BUTTON)
            people=product.people()
        >
            <ActForm command="record-activation" class="act stack stack--tight" id=form on_done acting>
                <input type="hidden" name="benefit" value=benefit/>
                <div class="form-row">
                    <TextInput
                        name="machine"
                        label=t!(id::SOFTWARE_ACTIVATIONS_MACHINE)
                        hint=t!(id::SOFTWARE_ACTIVATIONS_MACHINE__HINT)
                        typed
                        error
                        required=true
                        autocomplete="off"
                    />
                </div>
                <Checkbox
                    name="hardware"
                    value="changed"
                    label=t!(id::SOFTWARE_ACTIVATIONS_HARDWARE)
                    hint=t!(id::SOFTWARE_ACTIVATIONS_HARDWARE__HINT)
                />
                <div><Button label=t!(id::SOFTWARE_ACTIVATIONS_BUTTON)/></div>
            </ActForm>
        </Offered>
    }
}

/// The machines, the latest first.
#[component]
fn Machines(rows: Vec<ActivationRow>) -> impl IntoView {
    let count = rows.len();
    if count == 0 {
        return view! { <p class="soft">{t!(id::SOFTWARE_ACTIVATIONS_EMPTY)}</p> }.into_any();
    }
    view! {
        <Table caption=t!(id::SOFTWARE_ACTIVATIONS_CAPTION, "count" => count)>
            <TableHead>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_MACHINE) kind=CellKind::Name/>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_DAY)/>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_PERSON)/>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_COUNTED)/>
            </TableHead>
            <tbody>{rows.into_iter().map(|row| view! { <Machine row/> }.into_any()).collect_view()}</tbody>
        </Table>
    }
    .into_any()
}

/// One recorded activation.
#[component]
fn Machine(row: ActivationRow) -> impl IntoView {
    let words = use_words();
    let (tone, counted) = if row.counts {
        (Tone::Good, id::SOFTWARE_ACTIVATIONS_COUNTED)
    } else {
        (Tone::Calm, id::SOFTWARE_ACTIVATIONS_UNCOUNTED)
    };
    let day = row.on;
    view! {
        <Row>
            <Cell kind=CellKind::Name>{row.machine}</Cell>
            <Cell
                label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_DAY)
            >
                <time datetime=day.to_string()>{crate::i18n::live(move || words.day(day))}</time>
            </Cell>
            <Cell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_PERSON) kind=CellKind::Soft>{row.by}</Cell>
            <Cell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_COUNTED)><StatusTag tone text=t!(counted)/></Cell>
        </Row>
    }
}
