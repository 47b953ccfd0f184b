//! What the parts of an open product ask of the rules: which acts are open to the viewer, and what they would cost.
//!
//! Owns the order of the questions, which is the door's: first the role, then the state. Refuses to word an answer.

use std::sync::Arc;

use domain::{
    cancellation::RefundRight,
    day::Day,
    id::BenefitId,
    language::Localised,
    policy::ActivationCounting,
    refusal::Refusal,
    role::Action,
    software::{ActivationRecorded, Hardware, KeysListed, SoftwareRefusal},
};

use crate::portal::{BenefitRow, Person, SoftwareOpen, Viewpoint};

/// An open product, as all parts of the detail share it.
#[derive(Clone)]
pub struct Product(Arc<Parts>);

struct Parts {
    row: BenefitRow,
    viewpoint: Viewpoint,
    open: SoftwareOpen,
}

/// A purchase that could still be refunded.
#[derive(Clone)]
pub struct Refundable {
    /// The name of the offer.
    pub offer: Localised,
    /// The name of its competency.
    pub competency: Option<Localised>,
    /// The last day on which a refund can be asked for.
    pub until: Day,
    /// Days that are left after today.
    pub days_left: i64,
}

impl Product {
    /// The product of `row`, seen by `viewpoint`.
    pub fn new(row: BenefitRow, viewpoint: Viewpoint, open: SoftwareOpen) -> Self {
        Self(Arc::new(Parts { row, viewpoint, open }))
    }

    /// The benefit.
    pub fn benefit(&self) -> BenefitId {
        self.0.row.benefit
    }

    /// Its row.
    pub fn row(&self) -> &BenefitRow {
        &self.0.row
    }

    /// Its view.
    pub fn open(&self) -> &SoftwareOpen {
        &self.0.open
    }

    /// The people who can, when the viewer's role is what closes an act.
    pub fn people(&self) -> Vec<Person> {
        self.0.viewpoint.people_for(Action::GetKeys).to_vec()
    }

    /// The refusal that every act meets once the offers behind the product have lapsed.
    pub fn ended(&self) -> Option<Refusal> {
        self.0.open.facts.is_open(self.today()).err().map(Refusal::from)
    }

    /// Whether the keys may be got, and how many the company would get.
    pub fn get_keys(&self) -> Result<KeysListed, Refusal> {
        self.if_role_allows(|| self.0.open.facts.get_keys(self.today()))
    }

    /// Whether a key may leave its mask.
    pub fn reveal(&self) -> Result<(), Refusal> {
        self.if_role_allows(|| self.0.open.facts.reveal(self.today()))
    }

    /// Whether an activation may be recorded.
    pub fn record_activation(&self) -> Result<(), Refusal> {
        let Parts { viewpoint, open, .. } = &*self.0;
        self.if_role_allows(|| open.facts.can_record_activation(&viewpoint.policy, self.today()))
    }

    /// What the activation of a machine that is not known yet would take.
    pub fn activate_new(&self) -> Result<ActivationRecorded, Refusal> {
        let Parts { viewpoint, open, .. } = &*self.0;
        let (unchanged, policy) = (Hardware::Unchanged, &viewpoint.policy);
        self.if_role_allows(|| open.facts.record_activation(false, unchanged, policy, self.today()))
    }

    /// What makes an activation count.
    pub fn counting(&self) -> ActivationCounting {
        self.0.viewpoint.policy.activation_counting
    }

    /// Whether a choice of what to download is remembered.
    pub fn choose_installation(&self) -> Result<(), Refusal> {
        self.if_role_allows(|| Ok(()))
    }

    /// The purchases whose refund ends with the first key that is revealed, or the first activation.
    pub fn refundable(&self) -> Vec<Refundable> {
        let open = self.0.open.sources.iter().filter_map(|source| match source.refund {
            RefundRight::Open { until, days_left } => Some(Refundable {
                offer: source.offer.clone(),
                competency: source.competency.clone(),
                until,
                days_left,
            }),
            RefundRight::WindowOver { .. } | RefundRight::Used => None,
        });
        open.collect()
    }

    fn today(&self) -> Day {
        self.0.viewpoint.now.today
    }

    fn if_role_allows<T>(&self, then: impl FnOnce() -> Result<T, SoftwareRefusal>) -> Result<T, Refusal> {
        self.0.viewpoint.rights.allow(Action::GetKeys, &self.0.viewpoint.policy)?;
        then().map_err(Refusal::from)
    }
}
