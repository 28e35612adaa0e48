//! Answers to JavaScript: columns as typed arrays, texts as one string of the distinct ones.

use std::cell::RefCell;

use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;

use crate::report::columns::{Column, Table, Value};

thread_local! {
    /// The names of fields, columns and their kinds, by where they stand in the engine: they come again and again, and to
    /// make one of them anew takes JavaScript longer than to find it here.
    static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn named(name: &'static str) -> JsValue {
    NAMES.with_borrow_mut(|names| match names.iter().find(|(known, _)| std::ptr::eq(*known, name)) {
        Some((_, value)) => value.clone(),
        None => {
            let value = JsValue::from_str(name);
            names.push((name, value.clone()));
            value
        }
    })
}

fn set(object: &Object, name: &'static str, value: &JsValue) {
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(object, &named(name), value);
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
        Value::Bytes(list) => bytes(list),
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
    let put = |name: &'static str, value: JsValue| set(&object, name, &value);
    let kind = |kind: &'static str| put("kind", named(kind));
    match column {
        Column::U32(v) => {
            kind("u32");
            put("values", u32s(v));
        }
        Column::OptionU32(v) => {
            kind("u32");
            put("nullable", JsValue::TRUE);
            put("values", u32s(v));
        }
        Column::F64(v) => {
            kind("f64");
            put("values", Float64Array::from(v.as_slice()).into());
        }
        Column::Text(v) => {
            kind("text");
            put("text", JsValue::from_str(v.text()));
            put("ends", u32s(&v.ends));
            put("at", u32s(&v.at));
        }
        Column::Choice(names, v) => {
            kind("choice");
            put("names", names.iter().map(|n| named(n)).collect::<Array>().into());
            put("values", bytes(v));
        }
        Column::List(ends, inner) => {
            kind("list");
            put("ends", u32s(ends));
            put("of", column_to_js(inner));
        }
        Column::Struct(fields, missing) => {
            kind("struct");
            put("fields", fields_to_js(fields));
            if missing.contains(&1) {
                put("missing", bytes(missing));
            }
        }
        Column::Array(ends, values) => {
            kind("array");
            put("ends", u32s(ends));
            put("values", u32s(values));
        }
    }
    object.into()
}

fn bytes(values: &[u8]) -> JsValue {
    Uint8Array::from(values).into()
}
