//! An answer on its way to a page: a status, and a view or an error in their [`packed`] form.

use std::{fmt, str::FromStr};

use serde::de::DeserializeOwned;

use super::packed;
use crate::portal::PortalError;

#[cfg(feature = "ssr")]
pub use carried::{Carried, Unwritten};

/// An answer. The server holds the view itself, so that a page which is drawn there reads nothing; the client holds its
/// packed form, which the page itself reads. So the form of no view is in the part of the client that every page loads.
#[derive(Clone)]
pub struct Wire {
    /// The HTTP status: of a view when it is a success, else of a [`PortalError`].
    status: u16,
    #[cfg(feature = "ssr")]
    carried: std::sync::Arc<dyn Carried>,
    #[cfg(not(feature = "ssr"))]
    packed: std::sync::Arc<[u8]>,
}

const SUCCESS: u16 = 200;

impl Wire {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    fn is_success(&self) -> bool {
        self.status == SUCCESS
    }
}

#[cfg(feature = "ssr")]
mod carried {
    //! The server's side of an answer.

    use std::{any::Any, error::Error, sync::Arc};

    use serde::Serialize;

    use super::{DeserializeOwned, PortalError, SUCCESS, Wire, packed};

    /// What kept a value from being written.
    pub type Unwritten = Box<dyn Error + Send + Sync>;

    /// A view or an error, whatever its type.
    pub trait Carried: Any + Send + Sync {
        /// Its packed form.
        ///
        /// # Errors
        /// [`Unwritten`], as for JSON.
        fn packed(&self) -> Result<Vec<u8>, Unwritten>;
        /// Its form as JSON.
        ///
        /// # Errors
        /// [`Unwritten`], which is a fault of ours: no input leads to it.
        fn json(&self) -> Result<Vec<u8>, Unwritten>;
        /// The value itself.
        fn value(&self) -> &dyn Any;
    }

    impl<T: Serialize + Any + Send + Sync> Carried for T {
        fn packed(&self) -> Result<Vec<u8>, Unwritten> {
            Ok(packed::pack(self)?)
        }

        fn json(&self) -> Result<Vec<u8>, Unwritten> {
            Ok(serde_json::to_vec(self)?)
        }

        fn value(&self) -> &dyn Any {
            self
        }
    }

    impl Wire {
        /// The answer of the portal.
        #[must_use]
        pub fn of<T: Serialize + Send + Sync + 'static>(answer: Result<T, PortalError>) -> Self {
            match answer {
                Ok(view) => Self { status: SUCCESS, carried: Arc::new(view) },
                Err(error) => Self { status: error.status(), carried: Arc::new(error) },
            }
        }

        /// What is answered, for the entrance over HTTP.
        #[must_use]
        pub fn carried(&self) -> &dyn Carried {
            &*self.carried
        }

        /// The view.
        ///
        /// # Errors
        /// [`PortalError`] as the portal said.
        pub fn read<T: DeserializeOwned + Clone + 'static>(&self) -> Result<T, PortalError> {
            let value = self.carried.value();
            if self.is_success() {
                value.downcast_ref::<T>().cloned().ok_or_else(PortalError::unread)
            } else {
                Err(value.downcast_ref::<PortalError>().cloned().unwrap_or_else(PortalError::unread))
            }
        }

        /// Whether there is a view, and it is nothing.
        #[must_use]
        pub fn is_nothing<T: 'static>(&self) -> bool {
            self.is_success() && self.carried.value().downcast_ref::<Option<T>>().is_some_and(Option::is_none)
        }
    }
}

#[cfg(not(feature = "ssr"))]
impl Wire {
    /// The answer that there is nothing.
    pub fn nothing() -> Self {
        Self { status: SUCCESS, packed: [0].into() }
    }

    /// Asks the server.
    pub async fn fetch(href: &str) -> Self {
        let answer = crate::act::exchange(href, None).await;
        if matches!(answer, Ok((packed::OTHER_BUILD, _))) {
            crate::act::give_way().await;
        }
        let (status, packed) = answer.unwrap_or_else(|_| (PortalError::Offline.status(), Vec::new()));
        Self { status, packed: packed.into() }
    }

    /// The view.
    ///
    /// # Errors
    /// [`PortalError`] as the server says.
    pub fn read<T: DeserializeOwned + Clone + 'static>(&self) -> Result<T, PortalError> {
        if self.is_success() {
            packed::unpack(&self.packed).ok_or_else(PortalError::unread)
        } else if self.packed.is_empty() && self.status != packed::OTHER_BUILD {
            Err(PortalError::Offline)
        } else {
            Err(packed::unpack(&self.packed).unwrap_or_else(PortalError::unread))
        }
    }

    /// Whether there is a view, and it is nothing.
    pub fn is_nothing<T: 'static>(&self) -> bool {
        self.is_success() && *self.packed == [0]
    }
}

/// As it travels in the page: the status, then the packed form as text. What cannot be packed is no answer, so that the
/// client asks for it, and is told why there is none.
impl fmt::Display for Wire {
    #[cfg(feature = "ssr")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.carried().packed() {
            Ok(packed) => write!(f, "{} {}", self.status, packed::to_text(&packed)),
            Err(_) => Ok(()),
        }
    }

    /// The client sends no answers.
    #[cfg(not(feature = "ssr"))]
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

/// A text in the page that is no answer.
#[derive(Debug)]
pub struct NoAnswer;

impl FromStr for Wire {
    type Err = NoAnswer;

    /// Reads what [`fmt::Display`] wrote. The server, which wrote it, never does.
    #[cfg(feature = "ssr")]
    fn from_str(_: &str) -> Result<Self, NoAnswer> {
        Err(NoAnswer)
    }

    /// Reads what the server wrote.
    #[cfg(not(feature = "ssr"))]
    fn from_str(text: &str) -> Result<Self, NoAnswer> {
        let (status, packed) = text.split_once(' ').ok_or(NoAnswer)?;
        let status = status.parse().map_err(|_| NoAnswer)?;
        let packed = packed::from_text(packed).ok_or(NoAnswer)?;
        Ok(Self { status, packed: packed.into() })
    }
}
