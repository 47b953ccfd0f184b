//! The name of a message, and what is put into it.
//!
//! Owns the types that pages hand over; refuses to know any language.

use domain::day::Day;
use fluent::{FluentArgs, FluentValue};

/// The name of a message, or of one of its attributes. Pages take it from [`super::id`] and never make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MessageId {
    pub(super) id: &'static str,
    pub(super) attribute: Option<&'static str>,
}

impl MessageId {
    pub(super) const fn value(id: &'static str) -> Self {
        Self { id, attribute: None }
    }

    pub(super) const fn attribute(id: &'static str, attribute: &'static str) -> Self {
        Self { id, attribute: Some(attribute) }
    }
}

impl std::fmt::Display for MessageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)?;
        self.attribute.map_or(Ok(()), |attribute| write!(f, ".{attribute}"))
    }
}

/// The variables of a message.
#[derive(Debug, Default)]
pub struct Args<'a>(pub(super) FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No variables yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// These variables and `name`, without its dollar sign.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &'a (impl Argument + ?Sized)) -> Self {
        self.0.set(name, value.to_fluent());
        self
    }
}

/// What a variable can be: a text, a number, or a day, which goes in raw for `DATETIME`.
pub trait Argument {
    /// The value as Fluent takes it.
    fn to_fluent(&self) -> FluentValue<'_>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn to_fluent(&self) -> FluentValue<'_> {
        (**self).to_fluent()
    }
}

impl Argument for str {
    fn to_fluent(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Argument for String {
    fn to_fluent(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl Argument for Day {
    fn to_fluent(&self) -> FluentValue<'_> {
        self.to_string().into()
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl Argument for $number {
            fn to_fluent(&self) -> FluentValue<'_> {
                (*self).into()
            }
        })+
    };
}
numbers!(u8 u16 u32 u64 usize i32 i64 f64);
