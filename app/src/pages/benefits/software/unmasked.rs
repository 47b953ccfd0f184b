//! The one key that is clear on the screen, for thirty seconds.
//!
//! Owns its clock and the clipboard; lives outside of what is read again, so that a refresh neither masks the key early
//! nor keeps it longer. Refuses to hold a second key: showing one masks the other.

use std::time::Duration;

use domain::id::{BenefitId, KeyId};
use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;

use crate::ui::use_hydrated;

/// The seconds that a key stays clear.
pub const SECONDS: u32 = 30;

/// What the page holds of keys. In context of the Software tab.
#[derive(Clone, Copy)]
pub struct Unmasked {
    clear: RwSignal<Option<Clear>>,
    clock: StoredValue<Option<IntervalHandle>>,
    hydrated: ReadSignal<bool>,
    /// Set when keys were got in place: the list that comes takes the focus, for its button is gone.
    pub just_listed: RwSignal<bool>,
    /// The benefit whose long list of keys is unfolded: it stays so when the page reads itself again.
    pub unfolded: RwSignal<Option<BenefitId>>,
}

/// The page that keeps it. What it keeps is made by an open row, which most visits do not have.
#[derive(Clone)]
struct Page {
    owner: Owner,
    unmasked: StoredValue<Option<Unmasked>>,
}

/// Makes the page one that can keep a key clear.
pub fn provide_unmasked() {
    if let Some(owner) = Owner::current() {
        provide_context(Page { owner, unmasked: StoredValue::new(None) });
    }
}

#[derive(Clone)]
struct Clear {
    key: KeyId,
    text: String,
    /// When it is masked, in milliseconds of the browser's clock: a clock that sleeps with its tab would not do.
    masked_at: f64,
    left: u32,
}

impl Unmasked {
    /// The page's own, made by the first row that asks for it, and kept until the page is left.
    pub fn current() -> Self {
        let Page { owner, unmasked } = expect_context();
        if let Some(unmasked) = unmasked.get_value() {
            return unmasked;
        }
        let made = owner.with(|| {
            let made = Self {
                clear: RwSignal::new(None),
                clock: StoredValue::new(None),
                hydrated: use_hydrated(),
                just_listed: RwSignal::new(false),
                unfolded: RwSignal::new(None),
            };
            on_cleanup(move || made.stop());
            made
        });
        unmasked.set_value(Some(made));
        made
    }

    /// Whether scripts run: copying needs them.
    pub fn has_script(self) -> bool {
        self.hydrated.get()
    }

    /// Shows `key`, which reads `text`, and masks it after [`SECONDS`].
    pub fn show(self, key: KeyId, text: String) {
        if self.clear.is_disposed() {
            // The reader has left the page before the answer was there.
            return;
        }
        self.stop();
        let masked_at = js_sys::Date::now() + f64::from(SECONDS) * 1_000.0;
        self.clear.set(Some(Clear { key, text, masked_at, left: SECONDS }));
        let clock = set_interval_with_handle(move || self.tick(), Duration::from_secs(1));
        self.clock.set_value(clock.ok());
    }

    /// Masks what is clear.
    pub fn mask(self) {
        self.stop();
        self.clear.set(None);
    }

    /// The text of `key`, while it is clear.
    pub fn text(self, key: KeyId) -> Option<String> {
        self.clear
            .with(|clear| clear.as_ref().filter(|clear| clear.key == key).map(|clear| clear.text.clone()))
    }

    /// The seconds until `key` is masked, while it is clear.
    pub fn seconds_left(self, key: KeyId) -> Option<u32> {
        self.clear.with(|clear| clear.as_ref().filter(|clear| clear.key == key).map(|clear| clear.left))
    }

    fn tick(self) {
        let left = self.clear.with_untracked(|clear| {
            clear.as_ref().map_or(0.0, |clear| (clear.masked_at - js_sys::Date::now()) / 1_000.0)
        });
        if left <= 0.0 {
            self.mask();
            return;
        }
        self.clear.update(|clear| {
            if let Some(clear) = clear {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "between 0 and 30"
                )]
                let left = left.ceil() as u32;
                clear.left = left.min(SECONDS);
            }
        });
    }

    fn stop(self) {
        if let Some(Some(clock)) = self.clock.try_get_value() {
            clock.clear();
        }
        let _ = self.clock.try_set_value(None);
    }
}

/// Whether the browser lets a page write to the clipboard: only where the connection is its own or secure.
pub fn can_copy() -> bool {
    let navigator = window().navigator();
    js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| !clipboard.is_undefined())
}

/// Writes `text` to the clipboard; whether that was allowed.
pub async fn copy(text: &str) -> bool {
    let written = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}
