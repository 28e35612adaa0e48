//! Options from JavaScript. Those of a question are flat, and are read here; nested ones are read by serde, whose
//! code is in the second part of the engine.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::to_error;
use crate::error::Error;
use crate::later;
use crate::report::{Options, Setting};

/// The settings of a question.
///
/// # Errors
/// A JavaScript `Error` for what is no plain value.
pub fn plain(name: &str, value: &JsValue) -> Result<Setting, JsValue> {
    read(value).ok_or_else(|| to_error(&Error::option(name, "another", "an object of plain values")))
}

fn read(value: &JsValue) -> Option<Setting> {
    if value.is_null() || value.is_undefined() {
        return Some(Setting::Null(()));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Setting::Bool(flag));
    }
    if let Some(number) = value.as_f64() {
        return Some(Setting::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Setting::Text(text));
    }
    if Array::is_array(value) {
        return Array::from(value).iter().map(|item| read(&item)).collect::<Option<_>>().map(Setting::List);
    }
    let mut map = Options::new();
    for entry in Object::entries(value.dyn_ref::<Object>()?).iter() {
        let entry = Array::from(&entry);
        map.insert(entry.get(0).as_string()?, read(&entry.get(1))?);
    }
    Some(Setting::Map(map))
}

/// What a person corrects or decides.
///
/// # Errors
/// `later` while the second part of the engine is not there; a JavaScript `Error` for what is no plain value.
pub fn nested(name: &str, value: JsValue) -> Result<Setting, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Setting::Null(()));
    }
    later::needed().map_err(|e| to_error(&e))?;
    by_serde(name, value)
}

#[inline(never)]
fn by_serde(name: &str, value: JsValue) -> Result<Setting, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|e| to_error(&Error::option(name, e.to_string(), "plain objects and lists")))
}
