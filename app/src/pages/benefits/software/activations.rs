//! The activations of an open product: how many are left, which machines have them, and recording one more (R32, R33).

use domain::{
    policy::ActivationCounting,
    programme::{KeyKind, Unit},
    software::ActivationRecorded,
};
use leptos::prelude::*;

use super::{form::untick, product::Product, refund::RefundConsequence};
use crate::{
    act::{ActForm, Acting, Fields},
    flash::use_flash,
    i18n::{Args, MessageId, id, refusals, t, terms, use_words},
    pages::action::Offered,
    portal::ActivationRow,
    ui::{
        Button, Cell, CellKind, Checkbox, DetailSection, HeadCell, Note, Quantity, Row, StatusTag, Table,
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
    let unit = product.row().unit;
    let message = used_of(unit, facts.units_per_key);
    let text = t!(message, "used" => activated, "maximum" => granted);
    let rows = product.open().activations.clone();
    let none = rows
        .is_empty()
        .then(|| view! { <p class="soft">{t!(id::SOFTWARE_ACTIVATIONS_EMPTY)}</p> }.into_any());
    Some(view! {
        <DetailSection title=t!(id::SOFTWARE_ACTIVATIONS_TITLE) wide=true>
            <div class="detail__halves">
                <div class="stack stack--tight">
                    <Quantity label=t!(id::SOFTWARE_ACTIVATIONS_TITLE) used=activated total=granted text/>
                    <p class="soft prose">{t!(id::SOFTWARE_ACTIVATIONS_EXPLAINED)}</p>
                    <Counting product=product.clone()/>
                    {none}
                </div>
                <Record product/>
            </div>
            <Machines rows unit/>
        </DetailSection>
    })
}

/// What an activation takes: one of what is granted, the cores of a server, or the licences that a key adds.
const fn used_of(unit: Unit, units_per_key: u32) -> MessageId {
    match (unit, units_per_key) {
        (Unit::Cores, _) => id::SOFTWARE_ACTIVATIONS_CORES,
        (_, 0 | 1) => id::SOFTWARE_ACTIVATIONS_USED,
        _ => id::SOFTWARE_ACTIVATIONS_LICENCES,
    }
}

/// What the activation of a new machine takes; or that there is nothing left for one (R32, R33). It is said while some
/// machine can be recorded: a closed form says its reason itself.
#[component]
fn Counting(product: Product) -> impl IntoView {
    let words = use_words();
    product.record_activation().ok()?;
    let unit = product.row().unit;
    let rule = match product.counting() {
        ActivationCounting::MachineChange => id::SOFTWARE_ACTIVATIONS_RULE,
        ActivationCounting::EveryActivation => id::SOFTWARE_ACTIVATIONS_RULE_EVERY,
    };
    let (code, said) = match product.activate_new() {
        Ok(ActivationRecorded { units }) => {
            let text = move || {
                let amount = terms::counted(words, unit, units);
                words.format(rule, &Args::new().with("units", &units).with("amount", &amount))
            };
            (None, view! { <p class="soft prose">{text}</p> }.into_any())
        }
        Err(refusal) => {
            let code = refusal.code();
            let text = move || refusals::refusal(words, &refusal);
            (Some(code), view! { <Note tone=Tone::Warn>{text}</Note> }.into_any())
        }
    };
    let new_machine = format!("{}/new", product.benefit());
    Some(view! { <div data-act="record-activation" data-on=new_machine data-refusal=code>{said}</div> })
}

/// The form that records an activation, with what it costs before the button.
#[component]
fn Record(product: Product) -> impl IntoView {
    let words = use_words();
    let on = product.record_activation();
    let benefit = product.benefit().to_string();
    let (flash, form) = (use_flash(), format!("activate-{benefit}"));
    let arrived = || {
        flash.with_untracked(|flash| {
            flash.as_ref().map(|flash| flash.typed("machine").to_owned()).unwrap_or_default()
        })
    };
    let (typed, acting) = Fields::state(&format!("machine-{benefit}"), || {
        let (typed, acting) = (RwSignal::new(arrived()), Acting::new());
        let sent = form.clone();
        acting.follow(typed, move |is_same| {
            if is_same {
                typed.set(String::new());
            }
            // What was said of one machine is not said of the next.
            untick(&sent);
        });
        (typed, acting)
    });
    let error = Signal::derive(move || {
        let arrived = flash.with(|flash| flash.as_ref().and_then(|flash| flash.fault("machine")));
        let fault = acting.fault("machine").or(arrived);
        fault.map(|fault| refusals::field(words, &fault))
    });
    let cost = on.is_ok().then(|| {
        view! {
            <RefundConsequence
                refundable=product.refundable()
                loss=id::SOFTWARE_REFUND_ACTIVATION
                id=format!("refund-activation-{benefit}")
            />
        }
    });
    view! {
        <div class="stack stack--tight">
            {cost}
            <Offered
                command="record-activation"
                object=benefit.clone()
                on
                label=t!(id::SOFTWARE_ACTIVATIONS_BUTTON)
                people=product.people()
            >
                <ActForm command="record-activation" class="act stack stack--tight" id=form acting>
                    <input type="hidden" name="benefit" value=benefit/>
                    <TextInput
                        name="machine"
                        label=t!(id::SOFTWARE_ACTIVATIONS_MACHINE)
                        hint=t!(id::SOFTWARE_ACTIVATIONS_MACHINE__HINT)
                        typed
                        error
                        required=true
                        autocomplete="off"
                    />
                    <Checkbox
                        name="hardware"
                        value="changed"
                        label=t!(id::SOFTWARE_ACTIVATIONS_HARDWARE)
                        hint=t!(id::SOFTWARE_ACTIVATIONS_HARDWARE__HINT)
                    />
                    <div><Button label=t!(id::SOFTWARE_ACTIVATIONS_BUTTON)/></div>
                </ActForm>
            </Offered>
        </div>
    }
}

/// The machines, the latest first.
#[component]
fn Machines(rows: Vec<ActivationRow>, unit: Unit) -> impl IntoView {
    let count = rows.len();
    (count > 0).then(|| view! {
        <Table caption=t!(id::SOFTWARE_ACTIVATIONS_CAPTION, "count" => count)>
            <TableHead>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_MACHINE) kind=CellKind::Name/>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_DAY)/>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_PERSON)/>
                <HeadCell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_COUNTED)/>
            </TableHead>
            <tbody>{rows.into_iter().map(|row| view! { <Machine row unit/> }.into_any()).collect_view()}</tbody>
        </Table>
    })
}

/// One recorded activation.
#[component]
fn Machine(row: ActivationRow, unit: Unit) -> impl IntoView {
    let words = use_words();
    let (day, units) = (row.on, row.units);
    let tone = if units > 0 { Tone::Good } else { Tone::Calm };
    let counted = move || match units {
        0 => words.text(id::SOFTWARE_ACTIVATIONS_UNCOUNTED),
        1 => words.text(id::SOFTWARE_ACTIVATIONS_COUNTED),
        _ => terms::counted(words, unit, units),
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name>{row.machine}</Cell>
            <Cell
                label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_DAY)
            >
                <time datetime=day.to_string()>{crate::i18n::live(move || words.day(day))}</time>
            </Cell>
            <Cell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_PERSON) kind=CellKind::Soft>{row.by}</Cell>
            <Cell label=t!(id::SOFTWARE_ACTIVATIONS_COLUMN_COUNTED)><StatusTag tone text=counted/></Cell>
        </Row>
    }
}
