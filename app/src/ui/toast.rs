//! Short news at the foot of the page. Owns how long it stays and how it is reached; refuses to know what happened.

mod reach;

use super::{Button, ButtonKind, Glyph, Tone};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long news that can be undone stays, unless the reader is on it.
const STAY: Duration = Duration::from_secs(10);

/// What can still be done about the news.
#[derive(Clone, Debug)]
pub struct ToastAction {
    /// The verb and its object.
    pub label: TextProp,
    /// Does it.
    pub on_press: Callback<()>,
}

#[derive(Clone)]
struct News {
    key: u32,
    text: TextProp,
    tone: Tone,
    action: Option<ToastAction>,
}

/// The news of this page: what happened last, and what failed last. Two of either at once are a riddle.
#[derive(Clone, Copy)]
pub struct Toasts {
    done: RwSignal<Option<News>>,
    failed: RwSignal<Option<News>>,
    next_key: StoredValue<u32>,
}

/// Puts the news in context: once, around the pages.
pub fn provide_toasts() -> Toasts {
    let toasts =
        Toasts { done: RwSignal::new(None), failed: RwSignal::new(None), next_key: StoredValue::new(0) };
    provide_context(toasts);
    toasts
}

/// The news of this page, in any component under [`provide_toasts`].
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(provide_toasts)
}

impl Toasts {
    /// Says what happened, for a while.
    pub fn say(self, text: impl Into<TextProp>) {
        self.add(text.into(), Tone::Calm, None);
    }

    /// Says what happened and offers an act, for a while.
    pub fn offer(self, text: impl Into<TextProp>, action: ToastAction) {
        self.add(text.into(), Tone::Calm, Some(action));
    }

    /// Says what failed, until the reader closes it.
    pub fn fail(self, text: impl Into<TextProp>) {
        self.add(text.into(), Tone::Bad, None);
    }

    fn add(self, text: TextProp, tone: Tone, action: Option<ToastAction>) {
        let key = self.next_key.get_value();
        self.next_key.set_value(key.wrapping_add(1));
        // What happened since makes an offer to undo older news misleading; a failure stays until it is closed.
        self.done.set(None);
        let slot = if tone == Tone::Bad { self.failed } else { self.done };
        slot.set(Some(News { key, text, tone, action }));
    }

    fn remove(self, key: u32) {
        for slot in [self.done, self.failed] {
            if slot.with_untracked(|news| news.as_ref().is_some_and(|news| news.key == key)) {
                slot.set(None);
            }
        }
    }
}

/// Where news appears; on the page from the start, for assistive technology to listen to it.
#[component]
pub fn ToastRegion(
    /// The accessible name.
    #[prop(into)]
    label: TextProp,
    /// What the button that closes news says.
    #[prop(into)]
    close: TextProp,
    /// News that came with the page, as [`Toast`]s.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let toasts = use_toasts();
    let shown = move |slot: RwSignal<Option<News>>| {
        let close = close.clone();
        move || slot.get().map(|news| view! { <PassingToast news close=close.clone()/> }.into_any())
    };
    view! {
        <div class="toast-region" role="status" aria-label=move || label.get()>
            {children.map(|children| children())}
            {shown(toasts.failed)}
            {shown(toasts.done)}
        </div>
    }
}

/// News that goes by itself.
#[component]
fn PassingToast(
    /// The news.
    news: News,
    /// What the button that closes it says.
    close: TextProp,
) -> impl IntoView {
    let toasts = use_toasts();
    let key = news.key;
    let remove = Callback::new(move |()| toasts.remove(key));
    let stay = Stay::of(key, toasts);
    if news.tone != Tone::Bad {
        Effect::new(move || stay.start());
    }
    let starts = move || {
        if news.tone != Tone::Bad {
            stay.start();
        }
    };
    let toast = NodeRef::new();
    if news.action.is_some() {
        reach::first_stop(toast);
    }
    let action = news.action.map(|action| {
        let press = move |()| {
            action.on_press.run(());
            remove.run(());
        };
        view! { <Button label=action.label kind=ButtonKind::Script on_press=press/> }
    });
    view! {
        <div
            node_ref=toast
            class=news.tone.class("toast")
            on:pointerenter=move |_| stay.pause()
            on:pointerleave=move |_| starts()
            on:focusin=move |_| stay.pause()
            on:focusout=move |_| starts()
        >
            <span class="toast__text">{move || news.text.get()}</span>
            <span class="toast__actions">
                {action}
                <Button label=close label_hidden=true icon=Glyph::Close kind=ButtonKind::Script on_press=remove/>
            </span>
        </div>
    }
}

/// The time that news has left. It begins anew when the reader leaves it.
#[derive(Clone, Copy)]
struct Stay {
    timer: StoredValue<Option<TimeoutHandle>>,
    key: u32,
    toasts: Toasts,
}

impl Stay {
    fn of(key: u32, toasts: Toasts) -> Self {
        let stay = Self { timer: StoredValue::new(None), key, toasts };
        on_cleanup(move || stay.pause());
        stay
    }

    /// News that is gone does not begin again: taking it off the page also takes the focus and the pointer off it.
    fn start(self) {
        if self.timer.is_disposed() {
            return;
        }
        self.pause();
        // The list outlives the news, whose own callbacks may be gone when the time is over.
        let (key, toasts) = (self.key, self.toasts);
        self.timer.set_value(set_timeout_with_handle(move || toasts.remove(key), STAY).ok());
    }

    fn pause(self) {
        if let Some(timer) = self.timer.try_get_value().flatten() {
            timer.clear();
        }
    }
}

/// News that came with the page: it stays.
#[component]
pub fn Toast(
    /// What happened.
    #[prop(into)]
    text: TextProp,
    /// How good or bad it is.
    #[prop(optional)]
    tone: Tone,
    /// A form that undoes it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=tone.class("toast")>
            <span class="toast__text">{move || text.get()}</span>
            {children.map(|children| view! { <div class="toast__actions">{children()}</div> }.into_any())}
        </div>
    }
}
