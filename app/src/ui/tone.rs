//! How good or bad a piece of news is. Owns the five tones; refuses to know what the news is about.

/// What a colour says beside the words; never said by the colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It is done, it works.
    Good,
    /// It needs somebody soon.
    Warn,
    /// It failed, it is over.
    Bad,
    /// It is under way.
    Info,
    /// Nothing to say about it.
    #[default]
    Calm,
}

impl Tone {
    /// The class of a block in this tone: its own name and its variant.
    pub(super) fn class(self, block: &str) -> String {
        let variant = match self {
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Calm => "calm",
        };
        format!("{block} {block}--{variant}")
    }
}
