//! Sends a form in place.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, HtmlFormElement, RequestInit, Response, UrlSearchParams};

use super::{Done, build};
use crate::{api::packed, portal::PortalError};

/// Posts what is in `form`, with the name and value of the button that was pressed, and reads the answer.
///
/// # Errors
/// As [`post`].
pub async fn send(form: &HtmlFormElement, pressed: Option<(String, String)>) -> Result<Done, PortalError> {
    let (action, body) = parts(form, pressed).map_err(|_| PortalError::Offline)?;
    post(&action, &body).await
}

fn parts(
    form: &HtmlFormElement,
    pressed: Option<(String, String)>,
) -> Result<(String, UrlSearchParams), JsValue> {
    let data = FormData::new_with_form(form)?;
    if let Some((name, value)) = pressed {
        data.set_with_str(&name, &value)?;
    }
    let body = UrlSearchParams::new_with_str_sequence_sequence(&data)?;
    Ok((form.get_attribute("action").unwrap_or_default(), body))
}

/// Posts `body` to `action` as a form, asking for an answer that a program reads. Where the server is of another build, and
/// so has done nothing, the browser sends it as a form of the page, which every build understands.
///
/// # Errors
/// [`PortalError`] as the server says, or [`PortalError::Offline`] when it could not be reached.
pub async fn post(action: &str, body: &UrlSearchParams) -> Result<Done, PortalError> {
    let answer = exchange(action, Some(body)).await.map_err(|_| PortalError::Offline)?;
    if answer.0 == packed::OTHER_BUILD && leave_with(action, body).is_ok() {
        // The browser leaves for the answer.
        std::future::pending::<()>().await;
    }
    read(&answer)
}

/// Sends `body` to `action` as without a script.
fn leave_with(action: &str, body: &UrlSearchParams) -> Result<(), JsValue> {
    let form: HtmlFormElement = document().create_element("form")?.unchecked_into();
    form.set_attribute("action", action)?;
    form.set_attribute("method", "post")?;
    for pair in js_sys::try_iter(body)?.into_iter().flatten() {
        let pair: js_sys::Array = pair?.unchecked_into();
        let field = document().create_element("input")?;
        field.set_attribute("type", "hidden")?;
        field.set_attribute("name", &pair.get(0).as_string().unwrap_or_default())?;
        field.set_attribute("value", &pair.get(1).as_string().unwrap_or_default())?;
        form.append_child(&field)?;
    }
    document().document_element().ok_or(JsValue::NULL)?.append_child(&form)?;
    form.submit()
}

fn read((status, answer): &(u16, Vec<u8>)) -> Result<Done, PortalError> {
    if *status == 200 {
        packed::unpack(answer).ok_or_else(PortalError::unread)
    } else {
        Err(packed::unpack(answer).unwrap_or_else(PortalError::unread))
    }
}

/// Fetches `href`, or posts `body` to it: the status and the packed answer.
///
/// # Errors
/// What the browser says when the server could not be reached.
pub async fn exchange(href: &str, body: Option<&UrlSearchParams>) -> Result<(u16, Vec<u8>), JsValue> {
    let request = RequestInit::new();
    if let Some(body) = body {
        request.set_method("POST");
        request.set_body(body);
    }
    let headers = web_sys::Headers::new()?;
    headers.set("accept", packed::MEDIA_TYPE)?;
    headers.set(packed::CLIENT, &build::hash())?;
    request.set_headers(&headers);
    let answer = JsFuture::from(window().fetch_with_str_and_init(href, &request)).await?;
    let response: Response = answer.dyn_into()?;
    let content = JsFuture::from(response.array_buffer()?).await?;
    Ok((response.status(), js_sys::Uint8Array::new(&content).to_vec()))
}
