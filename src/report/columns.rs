//! Answers as columns: what crosses to JavaScript, and what the parity test compares byte for byte.
//!
//! A [`Value`] is a tree; every list of rows in it is a [`Table`], column by column, since typed
//! arrays and one string table cross 20 to 40 times faster than row objects do.

use std::fmt::Write;

/// One column of a table; every column of a table has as many entries as the table has rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Whole numbers.
    U32(Vec<u32>),
    /// Whole numbers; `None` where there is none.
    OptionU32(Vec<Option<u32>>),
    /// Numbers; `None` where undefined.
    F64(Vec<Option<f64>>),
    /// Yes or no.
    Bool(Vec<bool>),
    /// Texts; `None` where there is none.
    Text(Vec<Option<String>>),
    /// One of a few names: an index into them a row.
    Choice(&'static [&'static str], Vec<u8>),
    /// A list a row: where each ends in the inner column.
    List(Vec<u32>, Box<Column>),
    /// An object a row; `false` where the row has none.
    Struct(Vec<(&'static str, Column)>, Vec<bool>),
    /// Whole numbers that stay a typed array a row: where each ends, and the numbers.
    Array(Vec<u32>, Vec<u32>),
}

/// Rows of one shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// How many rows.
    pub rows: usize,
    /// Names (as JavaScript knows them) and columns.
    pub columns: Vec<(&'static str, Column)>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number; `None` where undefined.
    Number(Option<f64>),
    /// A text.
    Text(String),
    /// Values by name, in this order.
    Object(Vec<(&'static str, Value)>),
    /// Values in order.
    List(Vec<Value>),
    /// Rows.
    Table(Table),
    /// Raw bytes.
    Bytes(Vec<u8>),
}

impl Table {
    /// A table whose columns have `rows` entries each.
    #[must_use]
    pub fn new(rows: usize) -> Self {
        Table { rows, columns: Vec::new() }
    }

    /// Adds a column of whole numbers.
    #[must_use]
    pub fn u32(self, name: &'static str, mut values: impl Iterator<Item = u32>) -> Self {
        self.with(name, Column::U32(gathered(&mut values)))
    }

    /// Adds a column of numbers, `None` where undefined.
    #[must_use]
    pub fn f64(self, name: &'static str, mut values: impl Iterator<Item = Option<f64>>) -> Self {
        self.with(name, Column::F64(gathered(&mut values)))
    }

    /// Adds a column of texts.
    #[must_use]
    pub fn text<S: Into<String>>(self, name: &'static str, values: impl Iterator<Item = S>) -> Self {
        self.with(name, Column::Text(gathered(&mut values.map(|s| Some(s.into())))))
    }

    /// Adds a column of texts, `None` where there is none.
    #[must_use]
    pub fn maybe_text(self, name: &'static str, mut values: impl Iterator<Item = Option<String>>) -> Self {
        self.with(name, Column::Text(gathered(&mut values)))
    }

    /// Adds a column.
    #[must_use]
    pub fn with(mut self, name: &'static str, column: Column) -> Self {
        self.columns.push((name, column));
        self
    }
}

/// The values as a list; one piece of code a type of value, however they are computed.
#[inline(never)]
fn gathered<T>(values: &mut dyn Iterator<Item = T>) -> Vec<T> {
    let mut out = Vec::with_capacity(values.size_hint().0);
    for value in values {
        out.push(value);
    }
    out
}

/// A list column from an iterator of lists.
pub fn texts<S: Into<String>>(rows: impl Iterator<Item = Vec<S>>) -> Column {
    let (mut ends, mut flat) = (Vec::new(), Vec::new());
    for row in rows {
        flat.extend(row.into_iter().map(|s| Some(s.into())));
        ends.push(crate::span::to_u32(flat.len()));
    }
    Column::List(ends, Box::new(Column::Text(flat)))
}

impl Value {
    /// The value as lines of text with every number's bits spelled out: equal dumps mean equal bytes.
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

fn bits(x: Option<f64>) -> String {
    x.map_or_else(|| "null".into(), |x| format!("{:016x}", x.to_bits()))
}

fn dump_value(value: &Value, path: &str, out: &mut String) {
    match value {
        Value::Null => drop(writeln!(out, "{path} null")),
        Value::Bool(b) => drop(writeln!(out, "{path} {b}")),
        Value::Number(n) => drop(writeln!(out, "{path} {}", bits(*n))),
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
        Column::OptionU32(v) => join(v.iter().map(|x| x.map_or("null".into(), |x| x.to_string())).collect()),
        Column::F64(v) => join(v.iter().map(|x| bits(*x)).collect()),
        Column::Bool(v) => join(v.iter().map(|b| u8::from(*b).to_string()).collect()),
        Column::Text(v) => join(v.iter().map(|t| t.as_ref().map_or("null".into(), |t| quoted(t))).collect()),
        Column::Choice(names, v) => {
            join(v.iter().map(|i| names.get(usize::from(*i)).copied().unwrap_or("").into()).collect())
        }
        Column::List(ends, inner) => {
            dump_column(inner, &format!("{path}[]"), out);
            join(ends.iter().map(u32::to_string).collect())
        }
        Column::Struct(fields, present) => {
            for (name, inner) in fields {
                dump_column(inner, &format!("{path}.{name}"), out);
            }
            join(present.iter().map(|b| u8::from(*b).to_string()).collect())
        }
        Column::Array(ends, values) => join(ends.iter().chain(values).map(u32::to_string).collect()),
    };
    let _ = writeln!(out, "{path} {line}");
}
