//! In which form a value is answered to who asks for one: packed to our own client, as JSON to everybody else.
//!
//! Owns that no client is answered what it would misread; refuses to know what the values are.

use std::sync::Arc;

use app::api::{Carried, Unwritten, packed};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    assets::Assets,
    auth::{Visitor, mark},
    portal::Failure,
};

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    /// Packed.
    Packed,
    /// JSON.
    Json,
}

/// The form that the request accepts; a browser that loads a page accepts neither.
#[must_use]
pub fn of(headers: &HeaderMap) -> Option<AnswerForm> {
    let accept = headers.get(header::ACCEPT)?.to_str().ok()?;
    if accept.contains(packed::MEDIA_TYPE) {
        Some(AnswerForm::Packed)
    } else {
        accept.contains(JSON).then_some(AnswerForm::Json)
    }
}

/// The layer that answers a client of another build than the one that is served, before anything is done: it would take
/// the packed form for something else. And one that reads for a page which was drawn for somebody else than who is signed in
/// now: it would show them side by side. Both load the page anew. Who does not name a client is none of ours, and knows what
/// it asks for.
pub async fn by_this_client(State(assets): State<Arc<Assets>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let client = headers.get(packed::CLIENT).filter(|_| of(headers) == Some(AnswerForm::Packed));
    let client = client.map(|client| client.to_str().unwrap_or_default());
    if client.is_none_or(|client| is_ours(&assets, client) && is_of_who_asks(&request, client)) {
        return next.run(request).await;
    }
    StatusCode::PRECONDITION_FAILED.into_response()
}

fn is_ours(assets: &Assets, client: &str) -> bool {
    mark::build(client) == assets.build()
}

/// Acts are answered by what their form says, so that they are refused in words.
fn is_of_who_asks(request: &Request, client: &str) -> bool {
    let visitor = request.extensions().get::<Visitor>();
    !request.method().is_safe() || visitor.is_none_or(|visitor| visitor.is_drawn_by(client))
}

/// The status of that number, as the errors of the portal say it.
#[must_use]
pub fn status(number: u16) -> StatusCode {
    StatusCode::from_u16(number).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl AnswerForm {
    /// The answer that holds `value`; one that cannot be written is a fault, and said to be one.
    #[must_use]
    pub fn answer(self, status: StatusCode, value: &dyn Carried) -> Response {
        self.written(status, value).unwrap_or_else(|reason| {
            let fault = Failure::Unwritten(reason).told();
            let failed = self::status(fault.status());
            self.written(failed, &fault).unwrap_or_else(|_| failed.into_response())
        })
    }

    fn written(self, status: StatusCode, value: &dyn Carried) -> Result<Response, Unwritten> {
        let (media_type, content) = match self {
            Self::Packed => (packed::MEDIA_TYPE, value.packed()?),
            Self::Json => (JSON, value.json()?),
        };
        Ok((status, [(header::CONTENT_TYPE, media_type), (header::VARY, "accept")], content).into_response())
    }
}

const JSON: &str = "application/json";

#[cfg(test)]
mod tests {
    use app::portal::PortalError;
    use axum::body::to_bytes;
    use serde::{Serialize, Serializer};

    use super::*;

    /// A value that has no form.
    struct Formless;

    impl Serialize for Formless {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("it has no form"))
        }
    }

    #[tokio::test]
    async fn what_cannot_be_written_is_a_fault_with_a_reference() {
        for form in [AnswerForm::Packed, AnswerForm::Json] {
            let answer = form.answer(StatusCode::OK, &Formless);
            let said = answer.status();
            let content = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            let error = match form {
                AnswerForm::Packed => packed::unpack(&content).unwrap(),
                AnswerForm::Json => serde_json::from_slice(&content).unwrap(),
            };
            assert!(
                matches!(&error, PortalError::Unavailable { reference, .. } if !reference.is_empty()),
                "{error:?}"
            );
            assert_eq!((said, said.as_u16()), (StatusCode::SERVICE_UNAVAILABLE, error.status()), "{form:?}");
        }
    }
}
