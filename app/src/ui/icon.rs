//! The drawings. Owns one path for each glyph; refuses to carry meaning: a glyph stands beside words, never for them.

use leptos::prelude::*;

/// What is drawn, on a grid of 16 by 16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is its drawing")]
pub enum Glyph {
    Blocked,
    Calendar,
    Check,
    Clock,
    Close,
    Copy,
    Download,
    External,
    Eye,
    EyeOff,
    Inbox,
    Info,
    Key,
    Lock,
    Mail,
    Menu,
    Moon,
    Person,
    Plus,
    Screen,
    Search,
    SignOut,
    Sun,
    Warning,
}

const CIRCLE_AND_BAR: &str = "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM3.4 3.4l9.2 9.2";
const CIRCLE_AND_HANDS: &str = "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 4.5V8l2.5 1.5";
const CIRCLE_AND_LETTER: &str = "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 7.5V11M8 5v.01";
const EYE: &str =
    "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z";
const EYE_STRUCK: &str = "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2.5 2.5l11 11";
const PERSON: &str = "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.5 14c.5-2.8 2.7-4 5.5-4s5 1.2 5.5 4";
const SUN: &str = "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7\
                   M12.6 3.4l-.7.7M4.1 11.9l-.7.7";

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Blocked => CIRCLE_AND_BAR,
            Self::Calendar => "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
            Self::Check => "M3 8.5l3.5 3.5L13 4.5",
            Self::Clock => CIRCLE_AND_HANDS,
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Copy => "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
            Self::Download => "M8 2v8M4.5 6.5L8 10l3.5-3.5M2.5 13.5h11",
            Self::External => "M9.5 2.5h4v4M13.5 2.5l-6 6M11.5 9.5v4h-9v-9h4",
            Self::Eye => EYE,
            Self::EyeOff => EYE_STRUCK,
            Self::Inbox => "M1.5 9.5H5l1 2h4l1-2h3.5M1.5 9.5L4 3h8l2.5 6.5v4h-13z",
            Self::Info => CIRCLE_AND_LETTER,
            Self::Key => "M5.5 13.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7.6 8.4l5.9-5.9M11 5l2 2",
            Self::Lock => "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
            Self::Mail => "M1.5 3.5h13v9h-13zM1.5 4.5L8 9l6.5-4.5",
            Self::Menu => "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
            Self::Moon => "M13.5 9.5a6 6 0 0 1-7-7 6 6 0 1 0 7 7z",
            Self::Person => PERSON,
            Self::Plus => "M8 3v10M3 8h10",
            Self::Screen => "M1.5 3h13v8.5h-13zM5.5 14h5",
            Self::Search => "M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM11 11l3.5 3.5",
            Self::SignOut => "M6 2.5H2.5v11H6M6.5 8h7M10.5 5l3 3-3 3",
            Self::Sun => SUN,
            Self::Warning => "M8 2L1.5 13.5h13zM8 6.5V10M8 12v.01",
        }
    }
}

/// A small drawing, hidden from assistive technology.
#[component]
pub fn Icon(
    /// What is drawn.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=glyph.path()></path>
        </svg>
    }
}
