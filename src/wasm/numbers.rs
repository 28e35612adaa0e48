//! The statistics on their own: numbers in, numbers out.

use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::to_error;
use crate::error::Error;
use crate::network::{Edge, Graph};
use crate::stats::{adjust, association, dispersion as parts, keyness as key, table::Table};

fn field(object: &JsValue, name: &str) -> Result<u64, JsValue> {
    let value = Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    count(&value, name)
}

/// As JavaScript writes it.
fn written(value: &JsValue) -> String {
    match value.as_f64() {
        Some(n) => js_sys::Number::from(n).to_string_with_radix(10).map_or_else(|_| "a number".into(), String::from),
        None => value.js_typeof().as_string().unwrap_or_default(),
    }
}

fn count(value: &JsValue, name: &str) -> Result<u64, JsValue> {
    match value.as_f64() {
        Some(n) if n >= 0.0 && n.fract() == 0.0 && n <= 9_007_199_254_740_991.0 => Ok(n as u64),
        _ => {
            let got = written(value);
            Err(to_error(&Error::option(name, got, "a whole number from 0 to 2^53 - 1")))
        }
    }
}

fn counts(values: &JsValue, name: &str) -> Result<Vec<u64>, JsValue> {
    Array::from(values).iter().map(|v| count(&v, name)).collect()
}

fn number(value: Option<f64>) -> JsValue {
    value.map_or(JsValue::NULL, JsValue::from_f64)
}

fn numbers(values: &[Option<f64>]) -> JsValue {
    values.iter().map(|v| number(*v)).collect::<Array>().into()
}

fn object(rows: &[(&'static str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in rows {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

fn measures(rows: &[(&'static str, Option<f64>)]) -> JsValue {
    object(&rows.iter().map(|(name, value)| (*name, number(*value))).collect::<Vec<_>>())
}

/// Every measure of a pair, from `{ n11, n1p, np1, npp }`.
///
/// # Errors
/// A JavaScript `Error` for counts that do not fit each other.
#[wasm_bindgen]
pub fn association(table: &JsValue) -> Result<JsValue, JsValue> {
    let at = |name| field(table, name);
    let table = Table::new(at("n11")?, at("n1p")?, at("np1")?, at("npp")?).map_err(|e| to_error(&e))?;
    Ok(measures(&association::association(&table)))
}

/// Every measure of keyness, from `{ a, b, sizeA, sizeB }`.
///
/// # Errors
/// A JavaScript `Error` for more mentions than words.
#[wasm_bindgen]
pub fn keyness(input: &JsValue) -> Result<JsValue, JsValue> {
    let at = |name| field(input, name);
    let f = key::Frequencies::new(at("a")?, at("b")?, at("sizeA")?, at("sizeB")?).map_err(|e| to_error(&e))?;
    Ok(measures(&key::keyness(&f)))
}

/// Every measure of dispersion, from mentions and words of each part.
///
/// # Errors
/// A JavaScript `Error` for lists that differ in length.
#[wasm_bindgen]
pub fn dispersion(mentions: &JsValue, sizes: &JsValue) -> Result<JsValue, JsValue> {
    let rows = parts::dispersion(&counts(mentions, "counts")?, &counts(sizes, "sizes")?);
    Ok(measures(&rows.map_err(|e| to_error(&e))?))
}

/// Adjusted p-values, `null` where a p-value is.
///
/// # Errors
/// A JavaScript `Error` for a value that is neither `null` nor in [0, 1].
#[wasm_bindgen]
pub fn adjust(p_values: &JsValue) -> Result<JsValue, JsValue> {
    let mut p = Vec::new();
    for value in Array::from(p_values).iter() {
        p.push(match value.as_f64() {
            None if value.is_null() || value.is_undefined() => None,
            Some(x) if (0.0..=1.0).contains(&x) => Some(x),
            _ => return Err(to_error(&Error::option("pValues", written(&value), "numbers from 0 to 1, or null"))),
        });
    }
    let rows = [("benjaminiHochberg", numbers(&adjust::benjamini_hochberg(&p))), ("holm", numbers(&adjust::holm(&p)))];
    Ok(object(&rows))
}

/// Every measure of a graph, from `{ nodes, edges: [[a, b, weight], ...], partition? }`.
///
/// # Errors
/// A JavaScript `Error` for edges that do not fit the nodes.
#[wasm_bindgen]
pub fn graph(input: &JsValue) -> Result<JsValue, JsValue> {
    let get = |name: &str| Reflect::get(input, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    let mut edges = Vec::new();
    for edge in Array::from(&get("edges")).iter() {
        let edge = Array::from(&edge);
        let end = |i| count(&edge.get(i), "edges").map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        edges.push(Edge { a: end(0)?, b: end(1)?, weight: edge.get(2).as_f64().unwrap_or(1.0) });
    }
    let nodes = field(input, "nodes")? as usize;
    let graph = Graph::new(nodes, edges).map_err(|e| to_error(&e))?;
    let column = |values: Vec<f64>| -> JsValue { Float64Array::from(values.as_slice()).into() };
    let partition = get("partition");
    let given = if partition.is_undefined() || partition.is_null() {
        None
    } else {
        Some(
            counts(&partition, "partition")?
                .into_iter()
                .map(|c| u32::try_from(c).unwrap_or(u32::MAX))
                .collect::<Vec<_>>(),
        )
    };
    if given.as_ref().is_some_and(|p| p.len() != nodes || p.iter().any(|c| *c as usize >= nodes)) {
        return Err(to_error(&Error::option(
            "partition",
            "another length or a community out of range",
            format!("{nodes} numbers below {nodes}"),
        )));
    }
    let communities = graph.communities(1.0, 1);
    let layout: Vec<f64> = graph.layout(&communities, 1).into_iter().flat_map(|(x, y)| [x, y]).collect();
    Ok(object(&[
        ("weightedDegree", column(graph.weighted_degree())),
        ("pageRank", column(graph.page_rank())),
        ("betweenness", column(graph.betweenness())),
        ("betweennessByLength", column(graph.betweenness_by_length())),
        ("clustering", column(graph.clustering())),
        ("disparityAlpha", column(graph.disparity_alpha())),
        ("modularity", number(given.and_then(|p| graph.modularity(&p, 1.0)))),
        ("bestModularity", number(graph.modularity(&communities, 1.0))),
        ("communities", communities.iter().map(|c| JsValue::from_f64(f64::from(*c))).collect::<Array>().into()),
        ("layout", column(layout)),
    ]))
}
