//! A part of a view that only the code of an open row reads.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::api::packed;

/// A value that travels packed inside a packed view, so that who does not open it need not know its form. The server
/// holds the value itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later<T> {
    #[cfg(feature = "ssr")]
    value: T,
    #[cfg(not(feature = "ssr"))]
    packed: Vec<u8>,
    of: PhantomData<T>,
}

#[cfg(feature = "ssr")]
impl<T> Later<T> {
    /// The value, to be read later.
    pub const fn new(value: T) -> Self {
        Self { value, of: PhantomData }
    }

    /// The value. Nothing is ever wrong with it on this side.
    pub fn read(self) -> Option<T> {
        Some(self.value)
    }
}

#[cfg(not(feature = "ssr"))]
impl<T: serde::de::DeserializeOwned> Later<T> {
    /// The value; nothing when client and server are not of one age.
    pub fn read(self) -> Option<T> {
        packed::unpack(&self.packed)
    }
}

impl<T: Serialize> Serialize for Later<T> {
    #[cfg(feature = "ssr")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            self.value.serialize(serializer)
        } else {
            serializer.serialize_bytes(&packed::pack(&self.value).map_err(serde::ser::Error::custom)?)
        }
    }

    #[cfg(not(feature = "ssr"))]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.packed)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Later<T> {
    /// The server reads what people may: JSON.
    #[cfg(feature = "ssr")]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(T::deserialize(deserializer)?))
    }

    #[cfg(not(feature = "ssr"))]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { packed: Vec::deserialize(deserializer)?, of: PhantomData })
    }
}
