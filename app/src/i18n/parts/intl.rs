//! The parts of a language as the browser's `Intl` gives them: the client's side.

use std::array;

use domain::language::Language;
use js_sys::{Date, Number, Object, Reflect};
use wasm_bindgen::JsValue;

use super::Width;

/// 12345.6.
pub(super) fn sample_number(language: Language) -> String {
    Number::from(12345.6).to_locale_string(language.tag()).into()
}

/// The names of the months, as they stand alone.
pub(super) fn months(language: Language, width: Width) -> [String; 12] {
    let width = match width {
        Width::Long => "long",
        Width::Short => "short",
    };
    let options = Object::new();
    for (name, value) in [("month", width), ("timeZone", "UTC")] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    array::from_fn(|index| {
        #[expect(clippy::cast_precision_loss, reason = "twelve is far from the limit of a double")]
        let first = Date::new(&JsValue::from_f64(Date::utc(2026.0, index as f64)));
        first.to_locale_date_string(language.tag(), &options).into()
    })
}
