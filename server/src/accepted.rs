//! In which form a value is answered to who asks for one: packed to our own client, as JSON to everybody else.

use app::api::{Carried, packed};
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
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

impl AnswerForm {
    /// The answer that holds `value`.
    #[must_use]
    pub fn answer(self, status: StatusCode, value: &dyn Carried) -> Response {
        let (media_type, content) = match self {
            Self::Packed => (packed::MEDIA_TYPE, value.packed()),
            Self::Json => (JSON, value.json()),
        };
        (status, [(header::CONTENT_TYPE, media_type), (header::VARY, "accept")], content).into_response()
    }
}

const JSON: &str = "application/json";
