//! What a caller gives: plain values, as they come from JavaScript.

use std::collections::BTreeMap;
use std::fmt;

use crate::error::Error;
use crate::later;
use crate::segment::Date;

/// A value as the caller gave it.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A text.
    Text(String),
    /// Several values.
    List(Vec<Setting>),
    /// Values by name.
    Map(Options),
    /// Nothing: the default is meant.
    Null(()),
}

// By hand: what serde derives for an untagged enum keeps a copy of everything first.
impl<'de> serde::Deserialize<'de> for Setting {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(Plain)
    }
}

struct Plain;

impl<'de> serde::de::Visitor<'de> for Plain {
    type Value = Setting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Setting, E> {
        Ok(Setting::Bool(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Setting, E> {
        Ok(Setting::Number(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Setting, E> {
        Ok(Setting::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Setting, E> {
        Ok(Setting::Number(value as f64))
    }

    fn visit_str<E>(self, value: &str) -> Result<Setting, E> {
        Ok(Setting::Text(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Setting, E> {
        Ok(Setting::Null(()))
    }

    fn visit_none<E>(self) -> Result<Setting, E> {
        Ok(Setting::Null(()))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Setting, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Setting::List(list))
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut items: A) -> Result<Setting, A::Error> {
        let mut map = Options::new();
        while let Some((name, value)) = items.next_entry::<String, Setting>()? {
            map.insert(name, value);
        }
        Ok(Setting::Map(map))
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Setting::Bool(b) => write!(f, "{b}"),
            Setting::Number(n) => f.write_str(&decimal(*n)),
            Setting::Text(t) => write!(f, "{:?}", t.chars().take(60).collect::<String>()),
            Setting::Null(()) => f.write_str("null"),
            Setting::Map(map) => {
                f.write_str("{")?;
                for (i, (name, value)) in map.iter().take(8).enumerate() {
                    write!(f, "{}{name}: {value}", if i > 0 { ", " } else { "" })?;
                }
                f.write_str("}")
            }
            Setting::List(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().take(8).enumerate() {
                    write!(f, "{}{item}", if i > 0 { ", " } else { "" })?;
                }
                f.write_str(if items.len() > 8 { ", ...]" } else { "]" })
            }
        }
    }
}

/// A number as people write it, with no more than fifteen digits. The standard library's way, which gives every digit
/// there is, is 20 kB of code.
fn decimal(n: f64) -> String {
    const MOST: f64 = 1e15;
    let (sign, size) = (if n < 0.0 { "-" } else { "" }, n.abs());
    if !size.is_finite() {
        return if n.is_nan() { "NaN".into() } else { format!("{sign}inf") };
    }
    // As many digits behind the point as it takes.
    let mut scale = 1.0;
    for digits in 0..=15usize {
        let scaled = (size * scale).round();
        if scaled < MOST && (scaled / scale == size || scaled * 10.0 >= MOST) {
            let (all, unit) = (scaled as u64, scale as u64);
            return match digits {
                0 => format!("{sign}{all}"),
                _ => format!("{sign}{}.{:0>digits$}", all / unit, all % unit),
            };
        }
        scale *= 10.0;
    }
    let (mut rest, mut exponent) = (size, 0);
    while rest >= 10.0 {
        (rest, exponent) = (rest / 10.0, exponent + 1);
    }
    while rest < 1.0 {
        (rest, exponent) = (rest * 10.0, exponent - 1);
    }
    let all = (rest * 1e6).round() as u64;
    format!("{sign}{}.{:0>6}e{exponent}", all / 1_000_000, all % 1_000_000)
}

/// What would have been accepted, to be put in words.
#[derive(Clone, Copy, Debug)]
pub enum Accepted<'a> {
    /// In these words.
    Text(&'a str),
    /// Only these options.
    Names(&'a [&'a str]),
    /// One of these.
    OneOf(&'a [&'a str]),
    /// A list of these.
    ListOf(&'a [&'a str]),
    /// An object with any of these.
    AnyOf(&'a [&'a str]),
    /// A number from, to.
    Number(f64, f64),
    /// A whole number from, to.
    Whole(u32, u32),
    /// A date that is not before `from`.
    NotBefore(Date),
}

/// The error for a value that is not accepted; in Wasm [`Error::Later`] while what words it is not there.
#[must_use]
pub fn wrong(name: &str, value: &Setting, accepted: &Accepted<'_>) -> Error {
    match later::needed() {
        Ok(()) => worded(name, value, accepted),
        Err(later) => later,
    }
}

#[inline(never)]
fn worded(name: &str, value: &Setting, accepted: &Accepted<'_>) -> Error {
    let accepted = match accepted {
        Accepted::Text(text) => (*text).to_string(),
        Accepted::Names(names) => format!("no such option; there are {}", names.join(", ")),
        Accepted::OneOf(names) => format!("one of {}", names.join(", ")),
        Accepted::ListOf(names) => format!("a list of {}", names.join(", ")),
        Accepted::AnyOf(names) => format!("an object with any of {}", names.join(", ")),
        Accepted::Number(low, high) => format!("a number from {} to {}", decimal(*low), decimal(*high)),
        Accepted::Whole(low, high) => format!("a whole number from {low} to {high}"),
        Accepted::NotBefore(from) => format!("a date that is not before `from` ({from})"),
    };
    Error::option(name, value, accepted)
}

/// Options by name.
pub type Options = BTreeMap<String, Setting>;

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_as_people_write_them() {
        for n in [0.0, 5.0, -1.0, 0.001, 1.5, -0.05, 100.0, 0.1 + 0.2, 1e14, 123_456.789, f64::INFINITY] {
            let expected = if n == 0.1 + 0.2 { "0.300000000000000".into() } else { n.to_string() };
            assert_eq!(decimal(n), expected);
        }
        assert_eq!([1e21, 2.5e-20, f64::NAN].map(decimal), ["1.000000e21", "2.500000e-20", "NaN"]);
    }
}
