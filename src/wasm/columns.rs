//! Answers to JavaScript: columns as typed arrays, texts as one string with its ends.

use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;

use crate::report::columns::{Column, Table, Value};

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// The value as JavaScript gets it.
pub fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null | Value::Number(None) => JsValue::NULL,
        Value::Bool(b) => JsValue::from_bool(*b),
        Value::Number(Some(n)) => JsValue::from_f64(*n),
        Value::Text(t) => JsValue::from_str(t),
        Value::Object(fields) => {
            let object = Object::new();
            for (name, inner) in fields {
                set(&object, name, &to_js(inner));
            }
            object.into()
        }
        Value::List(items) => items.iter().map(to_js).collect::<Array>().into(),
        Value::Table(table) => table_to_js(table),
        Value::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
    }
}

fn table_to_js(table: &Table) -> JsValue {
    let object = Object::new();
    set(&object, "rows", &JsValue::from_f64(table.rows as f64));
    set(&object, "columns", &fields_to_js(&table.columns));
    object.into()
}

fn fields_to_js(fields: &[(&'static str, Column)]) -> JsValue {
    let object = Object::new();
    for (name, column) in fields {
        set(&object, name, &column_to_js(column));
    }
    object.into()
}

fn u32s(values: &[u32]) -> JsValue {
    Uint32Array::from(values).into()
}

fn column_to_js(column: &Column) -> JsValue {
    let object = Object::new();
    let kind = |kind: &str| set(&object, "kind", &JsValue::from_str(kind));
    match column {
        Column::U32(v) => {
            kind("u32");
            set(&object, "values", &u32s(v));
        }
        Column::OptionU32(v) => {
            kind("u32");
            set(&object, "nullable", &JsValue::TRUE);
            set(&object, "values", &u32s(&v.iter().map(|x| x.unwrap_or(u32::MAX)).collect::<Vec<_>>()));
        }
        Column::F64(v) => {
            kind("f64");
            let flat: Vec<f64> = v.iter().map(|x| x.unwrap_or(f64::NAN)).collect();
            set(&object, "values", &Float64Array::from(flat.as_slice()).into());
        }
        Column::Bool(v) => {
            kind("bool");
            set(&object, "values", &bytes(v.iter().map(|b| u8::from(*b))));
        }
        Column::Text(v) => {
            kind("text");
            let (mut text, mut ends, mut end) = (String::new(), Vec::with_capacity(v.len()), 0u32);
            for cell in v {
                let cell = cell.as_deref().unwrap_or("");
                text.push_str(cell);
                end += crate::text::utf16::length(cell);
                ends.push(end);
            }
            set(&object, "text", &JsValue::from_str(&text));
            set(&object, "ends", &u32s(&ends));
            if v.iter().any(Option::is_none) {
                set(&object, "missing", &bytes(v.iter().map(|t| u8::from(t.is_none()))));
            }
        }
        Column::Choice(names, v) => {
            kind("choice");
            set(&object, "names", &names.iter().map(|n| JsValue::from_str(n)).collect::<Array>().into());
            set(&object, "values", &Uint8Array::from(v.as_slice()).into());
        }
        Column::List(ends, inner) => {
            kind("list");
            set(&object, "ends", &u32s(ends));
            set(&object, "of", &column_to_js(inner));
        }
        Column::Struct(fields, present) => {
            kind("struct");
            set(&object, "fields", &fields_to_js(fields));
            if present.iter().any(|p| !p) {
                set(&object, "missing", &bytes(present.iter().map(|p| u8::from(!p))));
            }
        }
        Column::Array(ends, values) => {
            kind("array");
            set(&object, "ends", &u32s(ends));
            set(&object, "values", &u32s(values));
        }
    }
    object.into()
}

fn bytes(values: impl Iterator<Item = u8>) -> JsValue {
    Uint8Array::from(values.collect::<Vec<u8>>().as_slice()).into()
}
