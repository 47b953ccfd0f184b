//! The name of a message, and what is put into it.
//!
//! Owns the types that pages hand over; refuses to know any language.

use std::borrow::Cow;

use domain::day::Day;

/// The name of a message, or of one of its attributes. Pages take it from [`super::id`] and never make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MessageId {
    #[cfg(feature = "ssr")]
    pub(super) id: &'static str,
    #[cfg(feature = "ssr")]
    pub(super) attribute: Option<&'static str>,
    /// Its place in the file that a browser reads: all that a browser knows of its name.
    #[cfg(any(test, not(feature = "ssr")))]
    pub(super) short: &'static str,
}

#[cfg_attr(not(feature = "ssr"), expect(unused_variables, reason = "a browser knows the short names only"))]
#[cfg_attr(
    all(not(test), feature = "ssr"),
    expect(unused_variables, reason = "the server knows the names only")
)]
impl MessageId {
    pub(super) const fn value(id: &'static str, short: &'static str) -> Self {
        Self {
            #[cfg(feature = "ssr")]
            id,
            #[cfg(feature = "ssr")]
            attribute: None,
            #[cfg(any(test, not(feature = "ssr")))]
            short,
        }
    }

    pub(super) const fn attribute(id: &'static str, attribute: &'static str, short: &'static str) -> Self {
        Self {
            #[cfg(feature = "ssr")]
            id,
            #[cfg(feature = "ssr")]
            attribute: Some(attribute),
            #[cfg(any(test, not(feature = "ssr")))]
            short,
        }
    }
}

#[cfg(feature = "ssr")]
impl std::fmt::Display for MessageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)?;
        self.attribute.map_or(Ok(()), |attribute| write!(f, ".{attribute}"))
    }
}

#[cfg(not(feature = "ssr"))]
impl std::fmt::Display for MessageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.short)
    }
}

/// What a variable holds.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// A text, or a day in ISO 8601.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
}

/// The variables of a message.
#[derive(Debug, Default)]
pub struct Args<'a>(pub(super) Vec<(&'a str, Value<'a>)>);

impl<'a> Args<'a> {
    /// No variables yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These variables and `name`, without its dollar sign.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: &'a (impl Argument + ?Sized)) -> Self {
        self.0.push((name, value.value()));
        self
    }

    /// What the variable `name` holds.
    #[cfg(any(test, not(feature = "ssr")))]
    pub(super) fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.0.iter().find_map(|(known, value)| (*known == name).then_some(value))
    }
}

/// What a variable can be: a text, a number, or a day, which goes in raw for `DATETIME`.
pub trait Argument {
    /// What the variable then holds.
    fn value(&self) -> Value<'_>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl Argument for str {
    fn value(&self) -> Value<'_> {
        Value::Text(self.into())
    }
}

impl Argument for String {
    fn value(&self) -> Value<'_> {
        self.as_str().value()
    }
}

impl Argument for Day {
    fn value(&self) -> Value<'_> {
        Value::Text(self.to_string().into())
    }
}

impl Argument for f64 {
    fn value(&self) -> Value<'_> {
        Value::Number(*self)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl Argument for $number {
            fn value(&self) -> Value<'_> {
                #[expect(clippy::cast_precision_loss, reason = "what pages count is small")]
                Value::Number(*self as f64)
            }
        })+
    };
}
numbers!(u64 usize i64);

macro_rules! small_numbers {
    ($($number:ty)+) => {
        $(impl Argument for $number {
            fn value(&self) -> Value<'_> {
                Value::Number((*self).into())
            }
        })+
    };
}
small_numbers!(u8 u16 u32 i32);
