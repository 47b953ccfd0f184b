//! Looking for a person while a name is typed: a short pause, one question, and only the latest answer counts.
//!
//! Owns when the portal is asked and what is shown in between; refuses to decide who may hold a seat.

use std::time::Duration;

use domain::{
    company::{FieldFault, finds},
    id::{BenefitId, SeatId},
    refusal::Refusal,
    visual_studio::SeatRefusal,
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::pool::Pool;
use crate::{
    act::{Acting, Changes, Fields},
    api,
    i18n::{Args, Words, id, refusals, terms, use_words},
    portal::{Candidate, Found, PeopleQuery, PortalError},
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
    /// Where its form stands.
    pub acting: Acting,
    /// The text that was sent as it is, or on which Enter was pressed, though it means nobody alone, or one who may not have
    /// a seat.
    refused: RwSignal<String>,
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
    found: Result<Found, PortalError>,
}

impl Answer {
    fn none() -> Self {
        Self { text: String::new(), found: Ok(Found::default()) }
    }
}

impl Search {
    /// The search of `field`: of `seat`, or of the pool. It goes on when the page is drawn again.
    pub fn of(field: &str, pool: &Pool, seat: Option<SeatId>) -> Self {
        Fields::state(field, || Self::begin(pool, seat))
    }

    /// Begins with what the address asks for, if it is for this picker.
    fn begin(pool: &Pool, seat: Option<SeatId>) -> Self {
        let query = pool.query();
        let asked = if query.seat == seat { query.who.clone() } else { String::new() };
        let answer = match asked.as_str() {
            "" => Answer::none(),
            text => Answer { text: text.trim().to_owned(), found: Ok(pool.open().found.clone()) },
        };
        let refused = RwSignal::new(answer.text.clone());
        let (typed, answer) = (RwSignal::new(asked), RwSignal::new(answer));
        let search = Self {
            typed,
            chosen: RwSignal::new(None),
            options: options(use_words(), typed, answer),
            unknown: unknown(typed, answer),
            acting: Acting::new(),
            refused,
            is_awaited: RwSignal::new(false),
            answer,
            benefit: pool.benefit(),
        };
        search.follow_typing();
        search.follow_acting();
        search.follow_changes();
        search
    }

    /// Whether what is typed has not been answered yet.
    fn is_pending(self) -> bool {
        let typed = self.typed.get_untracked();
        let is_asked = !typed.trim().is_empty() && self.chosen.read_untracked().is_none();
        is_asked && self.answer.read_untracked().text != typed.trim()
    }

    /// Whether Enter is not for the form as it is: a text is typed, and whom it means is to be found out first.
    pub fn takes_enter(self) -> bool {
        let is_typed = !self.typed.read_untracked().trim().is_empty();
        is_typed && self.chosen.read_untracked().is_none() && self.answer.read_untracked().found.is_ok()
    }

    /// Enter: whether somebody is chosen by it. A fast typist is ahead of the answer, and the choice is made when it is there.
    pub fn enter(self) -> bool {
        let is_pending = self.is_pending();
        self.is_awaited.set(is_pending);
        !is_pending && self.choose_or_say()
    }

    /// Chooses the person whom the text means, if that one may have a seat. Among several the reader chooses.
    fn choose_meant(self) -> bool {
        if self.is_pending() || self.chosen.read_untracked().is_some() {
            return false;
        }
        let mut options = self.options.get_untracked().into_iter();
        let Some(meant) = options.find(|option| option.is_meant && option.closed.is_none()) else {
            return false;
        };
        self.typed.set(meant.title);
        self.chosen.set(Some(meant.value));
        true
    }

    /// Chooses likewise, or has the field say why nobody is chosen; unless the list says it of everybody in it.
    fn choose_or_say(self) -> bool {
        let is_chosen = self.choose_meant();
        let is_open = |option: &PickerOption| option.is_meant || option.closed.is_none();
        if !is_chosen && self.options.read_untracked().iter().any(is_open) {
            self.refused.set(self.typed.read_untracked().trim().to_owned());
        }
        is_chosen
    }

    /// What the button does before it sends the form: who is meant need not be pointed at.
    pub fn on_press(self) -> Callback<()> {
        Callback::new(move |()| {
            self.choose_meant();
        })
    }

    /// Runs `send` when the answer that Enter waits for leaves nothing to choose.
    pub fn when_answered(self, send: impl Fn() + 'static) {
        let is_awaited = self.is_awaited;
        Effect::new(move || {
            self.answer.track();
            if is_awaited.get_untracked() && !self.is_pending() {
                is_awaited.set(false);
                if self.choose_or_say() {
                    send();
                }
            }
        });
    }

    /// How many people are found, to be read aloud.
    pub fn found(self) -> TextProp {
        let (words, more) = (use_words(), self.more());
        TextProp::from(move || match (self.options.read().len(), self.unknown.get()) {
            (0, Some(text)) => words.format(id::VISUAL_STUDIO_PICKER_NONE, &Args::new().with("text", &text)),
            (0, None) => String::new(),
            (count, _) => Some(more.get().to_string()).filter(|more| !more.is_empty()).unwrap_or_else(|| {
                words.format(id::VISUAL_STUDIO_PICKER_FOUND, &Args::new().with("count", &count))
            }),
        })
    }

    /// That more people are found than are offered, and how to come to the others.
    pub fn more(self) -> TextProp {
        let words = use_words();
        TextProp::from(move || {
            let shown = self.options.read().len();
            let answer = self.answer.read();
            let count = answer.found.as_ref().map_or(0, |found| found.count);
            let is_latest = answer.text == self.typed.read().trim();
            if !is_latest || usize::try_from(count).is_ok_and(|count| count <= shown) {
                return String::new();
            }
            words.format(
                id::VISUAL_STUDIO_PICKER_MORE,
                &Args::new().with("shown", &shown).with("count", &count),
            )
        })
    }

    /// What is wrong: the connection, what the server has said, that what was sent names nobody, or several, or why the one
    /// whom it means may not have a seat.
    pub fn error(self) -> Signal<Option<String>> {
        let words = use_words();
        Signal::derive(move || {
            if let Some(fault) = self.acting.fault("holder") {
                return Some(refusals::field(words, &fault));
            }
            let answer = self.answer.read();
            let found = match &answer.found {
                Ok(found) => found,
                Err(error) => return Some(refusals::error(words, error)),
            };
            let typed = self.typed.read();
            let is_refused = !typed.trim().is_empty() && *self.refused.read() == typed.trim();
            if !is_refused || self.chosen.read().is_some() {
                return None;
            }
            // Of the one who is meant only that one's reason counts, however many match.
            if let Some(meant) =
                found.people.iter().find(|candidate| Some(candidate.person.user) == found.meant)
            {
                let refusal = meant.refusal.clone()?;
                return Some(refusals::refusal(words, &Refusal::Seat(refusal)));
            }
            let fault = match found.count {
                0 => FieldFault::Nobody,
                count => FieldFault::Several { count },
            };
            Some(refusals::field(words, &fault))
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

    fn follow_acting(self) {
        self.acting.follow(self.typed, move |is_same| {
            if is_same {
                self.answer.set(Answer::none());
                self.typed.set(String::new());
                self.chosen.set(None);
            }
        });
    }

    /// Who may have a seat may be another after a change.
    fn follow_changes(self) {
        let changes = Changes::current();
        Effect::new(move |before: Option<u32>| {
            let count = changes.count();
            let text = self.typed.read_untracked().trim().to_owned();
            let is_open = !text.is_empty() && self.chosen.read_untracked().is_none();
            if is_open && before.is_some_and(|before| before != count) {
                self.ask(text);
            }
            count
        });
    }

    fn ask(self, text: String) {
        let query = PeopleQuery { benefit: self.benefit, text: text.clone() };
        spawn_local(async move {
            let found = api::people(query).await;
            // An answer to what is no longer typed, or of a row that is closed, comes too late.
            if self.typed.try_get_untracked().is_some_and(|typed| typed.trim() == text) {
                self.answer.set(Answer { text, found });
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
        let still = |found: &Candidate| is_latest || finds(&typed, &found.person.name, &found.person.email);
        let Found { people, meant, .. } = answer.found.unwrap_or_default();
        let meant = meant.filter(|_| is_latest);
        let people = people.into_iter().filter(still);
        people.map(|found| option(words, &found, meant == Some(found.person.user))).collect()
    })
}

fn unknown(typed: RwSignal<String>, answer: RwSignal<Answer>) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let answer = answer.get();
        let is_latest = !answer.text.is_empty() && answer.text == typed.read().trim();
        let is_empty = answer.found.is_ok_and(|found| found.people.is_empty());
        (is_latest && is_empty).then_some(answer.text)
    })
}

fn option(words: Words, candidate: &Candidate, is_meant: bool) -> PickerOption {
    PickerOption {
        value: candidate.person.user.to_string(),
        title: candidate.person.name.clone(),
        detail: candidate.person.email.clone(),
        closed: candidate.refusal.as_ref().map(|refusal| why_not(words, refusal)),
        is_meant,
    }
}

/// Why a person may not have a seat, as briefly as a list needs it; the full sentence comes with an attempt.
fn why_not(words: Words, refusal: &SeatRefusal) -> String {
    match refusal {
        SeatRefusal::AlreadyHolds { pool } => {
            let pool = terms::pool(words, pool);
            words.format(id::VISUAL_STUDIO_PICKER_HOLDS, &Args::new().with("pool", &pool))
        }
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
        | SeatRefusal::TooSoon { .. }
        | SeatRefusal::NotHeld
        | SeatRefusal::SameHolder
        | SeatRefusal::AlreadyActivated
        | SeatRefusal::NotTheHolder
        | SeatRefusal::UndoTooLate
        | SeatRefusal::UndoNotYours
        | SeatRefusal::UndoOvertaken => refusals::refusal(words, &Refusal::Seat(refusal.clone())),
    }
}
