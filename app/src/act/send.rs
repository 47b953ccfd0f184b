//! Sends a form in place.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, HtmlFormElement, RequestInit, Response, UrlSearchParams};

use super::Done;
use crate::portal::PortalError;

/// Posts what is in `form`, with the name and value of the button that was pressed, and reads the answer.
///
/// # Errors
/// [`PortalError`] as the server says, or [`PortalError::Offline`] when it could not be reached.
pub async fn send(form: &HtmlFormElement, pressed: Option<(String, String)>) -> Result<Done, PortalError> {
    let (action, body) = parts(form, pressed).map_err(|_| PortalError::Offline)?;
    post(&action, &body).await
}

fn parts(form: &HtmlFormElement, pressed: Option<(String, String)>) -> Result<(String, UrlSearchParams), JsValue> {
    let data = FormData::new_with_form(form)?;
    if let Some((name, value)) = pressed {
        data.set_with_str(&name, &value)?;
    }
    let body = UrlSearchParams::new_with_str_sequence_sequence(&data)?;
    Ok((form.get_attribute("action").unwrap_or_default(), body))
}

/// Posts `body` to `action` as a form, asking for an answer that a program reads.
///
/// # Errors
/// As [`send`].
pub async fn post(action: &str, body: &UrlSearchParams) -> Result<Done, PortalError> {
    let (is_ok, text) = exchange(action, body).await.map_err(|_| PortalError::Offline)?;
    let unread = |_| PortalError::Unavailable { reference: String::new() };
    if is_ok {
        serde_json::from_str(&text).map_err(unread)
    } else {
        Err(serde_json::from_str(&text).unwrap_or_else(unread))
    }
}

/// Posts `body` to `action`: whether the server was content, and what it answered.
///
/// # Errors
/// What the browser says when the server could not be reached.
pub async fn exchange(action: &str, body: &UrlSearchParams) -> Result<(bool, String), JsValue> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(body);
    let headers = web_sys::Headers::new()?;
    headers.set("accept", "application/json")?;
    request.set_headers(&headers);
    let answer = JsFuture::from(window().fetch_with_str_and_init(action, &request)).await?;
    let response: Response = answer.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.ok(), text.as_string().unwrap_or_default()))
}
