//! A person's own account: the browsers in which they are signed in.

use domain::id::SessionId;
use serde::{Deserialize, Serialize};

/// A person's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    /// The address to sign in with.
    pub email: String,
    /// The open sessions: the one that asks first, then the latest seen.
    pub sessions: Vec<OpenSession>,
}

/// A browser in which the person is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// The session.
    pub session: SessionId,
    /// Whether it is the browser that asks.
    pub is_this: bool,
    /// What kind of browser it is.
    pub browser: Browser,
    /// The network that the person signed in from; none for the server's own machine.
    pub network: Option<String>,
    /// When the person signed in, in the company's time: `2026-05-14T23:59`.
    pub signed_in: String,
    /// When the browser was last heard of, likewise.
    pub last_seen: String,
}

/// A kind of browser, as a person tells them apart: "Firefox on Linux".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Browser {
    /// Whose it is.
    pub maker: Maker,
    /// What it runs on.
    pub system: System,
}

/// The browsers that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Maker {
    /// Mozilla Firefox.
    Firefox,
    /// Google Chrome, or what calls itself so.
    Chrome,
    /// Microsoft Edge.
    Edge,
    /// Apple Safari.
    Safari,
    /// Opera.
    Opera,
    /// Any other.
    #[default]
    Other,
}

/// The systems that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum System {
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
    /// Linux.
    Linux,
    /// Android.
    Android,
    /// iOS and iPadOS.
    Ios,
    /// Any other.
    #[default]
    Other,
}

impl Maker {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Firefox, Self::Chrome, Self::Edge, Self::Safari, Self::Opera, Self::Other];

    /// Its name in the database and in messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::Chrome => "chrome",
            Self::Edge => "edge",
            Self::Safari => "safari",
            Self::Opera => "opera",
            Self::Other => "other",
        }
    }
}

impl System {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Windows, Self::MacOs, Self::Linux, Self::Android, Self::Ios, Self::Other];

    /// Its name in the database and in messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::MacOs => "macos",
            Self::Linux => "linux",
            Self::Android => "android",
            Self::Ios => "ios",
            Self::Other => "other",
        }
    }
}
