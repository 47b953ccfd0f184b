//! A reading: what a page reads, and reads again when its address changes or something was done.

use std::{
    fmt,
    future::{Future, IntoFuture},
    marker::PhantomData,
    pin::Pin,
};

use codee::string::FromToStringCodec;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::{Ask, Wire};
use crate::portal::PortalError;

/// Answers, in the page as text.
type Wired = Resource<Wire, FromToStringCodec>;

/// What a page reads. To be awaited, as often as it is needed, where the page is drawn.
pub struct Reading<T> {
    wire: Wired,
    view: PhantomData<fn() -> T>,
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl<T> fmt::Debug for Reading<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading")
    }
}

impl<T> Reading<T> {
    /// Begins to read what `ask` asks for; again whenever that changes, or `ask` follows something that does.
    #[must_use]
    pub fn new(ask: impl Fn() -> (Ask, u32) + Send + Sync + 'static) -> Self {
        Self { wire: resource(Box::new(ask), false), view: PhantomData }
    }

    /// The answer as it came, for who reads it elsewhere.
    pub async fn wire(self) -> Wire {
        self.wire.await
    }

    /// The same, for what the frame of the page hangs on: nothing is sent before it is there.
    #[must_use]
    pub fn first(ask: impl Fn() -> (Ask, u32) + Send + Sync + 'static) -> Self {
        Self { wire: resource(Box::new(ask), true), view: PhantomData }
    }
}

impl<T: DeserializeOwned + Clone + 'static> Reading<T> {
    /// The answer, if it is there, followed.
    pub fn get(self) -> Option<Result<T, PortalError>> {
        self.wire.get().map(|wire| wire.read())
    }
}

/// One kind of resource for every page: what differs is in the text.
fn resource(ask: Box<dyn Fn() -> (Ask, u32) + Send + Sync>, is_first: bool) -> Wired {
    let fetch = |(ask, _): (Ask, u32)| ask.send();
    if is_first { Resource::new_str_blocking(ask, fetch) } else { Resource::new_str(ask, fetch) }
}

impl<T: DeserializeOwned + Clone + 'static> IntoFuture for Reading<T> {
    type Output = Result<T, PortalError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        let wire = self.wire;
        Box::pin(async move { wire.await.read() })
    }
}
