//! Looking for a person while a name is typed: a short pause, one question, and only the latest answer counts.
//!
//! Owns when the portal is asked and what is shown in between; refuses to decide who may hold a seat.

use std::time::Duration;

use domain::{
    company::folded,
    id::{BenefitId, SeatId},
    refusal::Refusal,
    visual_studio::SeatRefusal,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::pool::Pool;
use crate::{
    api,
    i18n::{Args, Words, id, refusals, terms, use_words},
    portal::{Candidate, PeopleQuery, PortalError},
    ui::PickerOption,
};

/// Between the last letter and the question: longer than the time between two letters of a fast typist.
const PAUSE: Duration = Duration::from_millis(120);

/// The state of one picker.
#[derive(Clone, Copy)]
pub struct Search {
    /// What is typed.
    pub typed: RwSignal<String>,
    /// Who is chosen.
    pub chosen: RwSignal<Option<String>>,
    /// Who is offered.
    pub options: Memo<Vec<PickerOption>>,
    /// What was typed, once it is known that nobody matches it.
    pub unknown: Memo<Option<String>>,
    /// Enter was pressed before the answer was there.
    is_awaited: RwSignal<bool>,
    answer: RwSignal<Answer>,
    benefit: BenefitId,
}

/// What the portal has answered last.
#[derive(Clone)]
struct Answer {
    /// The text that was asked for.
    text: String,
    /// Who matches it.
    people: Result<Vec<Candidate>, PortalError>,
}

impl Answer {
    fn none() -> Self {
        Self { text: String::new(), people: Ok(Vec::new()) }
    }
}

impl Search {
    /// Begins with what the address asks for, if it is for this picker: that of `seat`, or that of the pool.
    pub fn begin(pool: &Pool, seat: Option<SeatId>) -> Self {
        let query = pool.query();
        let asked = if query.seat == seat { query.who.clone() } else { String::new() };
        let answer = match asked.as_str() {
            "" => Answer::none(),
            text => Answer { text: text.to_owned(), people: Ok(pool.open().candidates.clone()) },
        };
        let (typed, answer) = (RwSignal::new(asked), RwSignal::new(answer));
        let search = Self {
            typed,
            chosen: RwSignal::new(None),
            options: options(use_words(), typed, answer),
            unknown: unknown(typed, answer),
            is_awaited: RwSignal::new(false),
            answer,
            benefit: pool.benefit(),
        };
        search.follow_typing();
        search
    }

    /// Empties the field for the next person.
    pub fn forget(self) {
        self.answer.set(Answer::none());
        self.typed.set(String::new());
        self.chosen.set(None);
    }

    /// Whether what is typed has not been answered yet.
    pub fn is_pending(self) -> bool {
        let typed = self.typed.get_untracked();
        let is_asked = !typed.trim().is_empty() && self.chosen.read_untracked().is_none();
        is_asked && self.answer.read_untracked().text != typed.trim()
    }

    /// Enter came before the answer: the choice is made when it is there.
    pub fn wait_for_answer(self) {
        self.is_awaited.set(true);
    }

    /// Chooses the only person who is found and may have a seat; among several the reader chooses.
    fn choose_only(self) -> bool {
        if self.is_pending() || self.chosen.read_untracked().is_some() {
            return false;
        }
        let options = self.options.get_untracked();
        let mut open = options.into_iter().filter(|option| option.closed.is_none());
        let (Some(only), None) = (open.next(), open.next()) else { return false };
        self.typed.set(only.title);
        self.chosen.set(Some(only.value));
        true
    }

    /// What the button does before it sends the form: who is found alone need not be pointed at.
    pub fn on_press(self) -> Callback<()> {
        Callback::new(move |()| {
            self.choose_only();
        })
    }

    /// Runs `send` when the answer that Enter waits for leaves nothing to choose.
    pub fn when_answered(self, send: impl Fn() + 'static) {
        let is_awaited = self.is_awaited;
        Effect::new(move || {
            self.answer.track();
            if is_awaited.get_untracked() && !self.is_pending() {
                is_awaited.set(false);
                if self.choose_only() {
                    send();
                }
            }
        });
    }

    /// How many people are found, to be read aloud.
    pub fn found(self) -> TextProp {
        let words = use_words();
        TextProp::from(move || match (self.options.read().len(), self.unknown.get()) {
            (0, Some(text)) => words.format(id::VISUAL_STUDIO_PICKER_NONE, &Args::new().with("text", &text)),
            (0, None) => String::new(),
            (count, _) => words.format(id::VISUAL_STUDIO_PICKER_FOUND, &Args::new().with("count", &count)),
        })
    }

    /// What is wrong: the connection, or that what was sent before the page was there names nobody, or several.
    pub fn error(self) -> Signal<Option<String>> {
        let words = use_words();
        let sent = self.typed.get_untracked();
        Signal::derive(move || {
            let people = match self.answer.get().people {
                Ok(people) => people,
                Err(error) => return Some(refusals::error(words, &error)),
            };
            let is_untouched = !sent.is_empty() && self.typed.get() == sent && self.chosen.read().is_none();
            is_untouched.then(|| match people.as_slice() {
                [] => words.text(id::ERRORS_FIELD_NOBODY),
                _ => words.format(id::VISUAL_STUDIO_PICKER_SEVERAL, &Args::new().with("text", &sent)),
            })
        })
    }

    fn follow_typing(self) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(pending) = timer.try_update_value(Option::take).flatten() {
                pending.clear();
            }
        };
        Effect::new(move || {
            let text = self.typed.get().trim().to_owned();
            stop();
            self.is_awaited.set(false);
            let is_settled =
                self.chosen.get_untracked().is_some() || self.answer.read_untracked().text == text;
            if text.is_empty() {
                self.answer.set(Answer::none());
            } else if !is_settled {
                timer.set_value(set_timeout_with_handle(move || self.ask(text.clone()), PAUSE).ok());
            }
        });
        on_cleanup(stop);
    }

    fn ask(self, text: String) {
        let query = PeopleQuery { benefit: self.benefit, text: text.clone() };
        spawn_local(async move {
            let people = api::people(query).await;
            // An answer to what is no longer typed, or of a row that is closed, comes too late.
            if self.typed.try_get_untracked().is_some_and(|typed| typed.trim() == text) {
                self.answer.set(Answer { text, people });
            }
        });
    }
}

/// Who is offered. Until a new answer is there, those of the last one who still match: never somebody else.
fn options(words: Words, typed: RwSignal<String>, answer: RwSignal<Answer>) -> Memo<Vec<PickerOption>> {
    Memo::new(move |_| {
        let typed = typed.get();
        let answer = answer.get();
        let is_latest = answer.text == typed.trim();
        let still = |found: &Candidate| is_latest || (!typed.trim().is_empty() && matches(found, &typed));
        let people = answer.people.unwrap_or_default().into_iter().filter(still);
        people.map(|found| option(words, &found)).collect()
    })
}

fn unknown(typed: RwSignal<String>, answer: RwSignal<Answer>) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let answer = answer.get();
        let is_latest = !answer.text.is_empty() && answer.text == typed.read().trim();
        let is_empty = answer.people.is_ok_and(|people| people.is_empty());
        (is_latest && is_empty).then_some(answer.text)
    })
}

/// Whether every word that is typed stands in the name or in the address.
fn matches(candidate: &Candidate, typed: &str) -> bool {
    let known = folded(&format!("{} {}", candidate.person.name, candidate.person.email));
    folded(typed).split_whitespace().all(|word| known.contains(word))
}

fn option(words: Words, candidate: &Candidate) -> PickerOption {
    PickerOption {
        value: candidate.person.user.to_string(),
        title: candidate.person.name.clone(),
        detail: candidate.person.email.clone(),
        closed: candidate.refusal.as_ref().map(|refusal| why_not(words, refusal)),
    }
}

/// Why a person may not have a seat, as briefly as a list needs it; the full sentence comes with an attempt.
fn why_not(words: Words, refusal: &SeatRefusal) -> String {
    match refusal {
        SeatRefusal::AlreadyHolds | SeatRefusal::SameHolder => words.text(id::VISUAL_STUDIO_PICKER_HOLDS),
        SeatRefusal::HolderNotActive => words.text(id::VISUAL_STUDIO_PICKER_INACTIVE),
        SeatRefusal::GuestsMayNotHold => words.text(id::VISUAL_STUDIO_PICKER_GUEST),
        SeatRefusal::SharedMailbox => words.text(id::VISUAL_STUDIO_PICKER_MAILBOX),
        SeatRefusal::CountryFull { country, .. } => {
            let country = terms::country(words, *country);
            words.format(id::VISUAL_STUDIO_PICKER_COUNTRY, &Args::new().with("country", &country))
        }
        SeatRefusal::PoolClosed { .. }
        | SeatRefusal::NoSeatLeft { .. }
        | SeatRefusal::LockedUntil { .. }
        | SeatRefusal::NotHeld
        | SeatRefusal::AlreadyActivated
        | SeatRefusal::NotTheHolder
        | SeatRefusal::UndoTooLate
        | SeatRefusal::UndoNotYours
        | SeatRefusal::UndoOvertaken => refusals::refusal(words, &Refusal::Seat(refusal.clone())),
    }
}
