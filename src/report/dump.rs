//! Answers as lines of text with every number's bits spelled out: equal dumps mean equal bytes.

use std::fmt::Write;

use crate::report::columns::{Column, NONE, Value};

impl Value {
    /// The value as lines of text.
    #[must_use]
    pub fn dump(&self) -> String {
        let mut out = String::new();
        dump_value(self, "", &mut out);
        out
    }
}

/// A text on one line of a dump: JSON's escapes for quotes, backslashes and controls.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if u32::from(c) < 0x20 => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn bits(x: f64) -> String {
    if x.is_nan() { "null".into() } else { format!("{:016x}", x.to_bits()) }
}

fn dump_value(value: &Value, path: &str, out: &mut String) {
    match value {
        Value::Null => drop(writeln!(out, "{path} null")),
        Value::Bool(b) => drop(writeln!(out, "{path} {b}")),
        Value::Number(n) => drop(writeln!(out, "{path} {}", bits(n.unwrap_or(f64::NAN)))),
        Value::Text(t) => drop(writeln!(out, "{path} {}", quoted(t))),
        Value::Object(fields) => {
            for (name, inner) in fields {
                dump_value(inner, &format!("{path}.{name}"), out);
            }
        }
        Value::List(items) => {
            for (i, inner) in items.iter().enumerate() {
                dump_value(inner, &format!("{path}[{i}]"), out);
            }
        }
        Value::Table(table) => {
            let _ = writeln!(out, "{path} rows {}", table.rows);
            for (name, column) in &table.columns {
                dump_column(column, &format!("{path}/{name}"), out);
            }
        }
        Value::Bytes(bytes) => {
            let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            let _ = writeln!(out, "{path} bytes {hex}");
        }
    }
}

fn dump_column(column: &Column, path: &str, out: &mut String) {
    let join = |cells: Vec<String>| cells.join(" ");
    let line = match column {
        Column::U32(v) => join(v.iter().map(u32::to_string).collect()),
        Column::OptionU32(v) => {
            join(v.iter().map(|n| if *n == NONE { "null".into() } else { n.to_string() }).collect())
        }
        Column::F64(v) => join(v.iter().map(|x| bits(*x)).collect()),
        Column::Text(v) => join(v.cells().into_iter().map(|t| t.map_or("null".into(), quoted)).collect()),
        Column::Choice(names, v) => {
            join(v.iter().map(|i| names.get(usize::from(*i)).copied().unwrap_or("").into()).collect())
        }
        Column::List(ends, inner) => {
            dump_column(inner, &format!("{path}[]"), out);
            join(ends.iter().map(u32::to_string).collect())
        }
        Column::Struct(fields, missing) => {
            for (name, inner) in fields {
                dump_column(inner, &format!("{path}.{name}"), out);
            }
            join(missing.iter().map(|m| (1 - m).to_string()).collect())
        }
        Column::Array(ends, values) => join(ends.iter().chain(values).map(u32::to_string).collect()),
    };
    let _ = writeln!(out, "{path} {line}");
}
