//! What a caller gives: plain values, as they come from JavaScript.

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
            Setting::Number(n) => write!(f, "{n}"),
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
        Accepted::Number(low, high) => format!("a number from {low} to {high}"),
        Accepted::Whole(low, high) => format!("a whole number from {low} to {high}"),
        Accepted::NotBefore(from) => format!("a date that is not before `from` ({from})"),
    };
    Error::option(name, value, accepted)
}

/// Options by name, in the order of the names. A handful at most: a tree would be four kilobytes of code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options(Vec<(String, Setting)>);

impl Options {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of an option, where it is given.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Setting> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Sets an option. Given twice, the later value counts.
    #[inline(never)]
    pub fn insert(&mut self, name: String, value: Setting) {
        let at = self.0.partition_point(|(own, _)| *own < name);
        match self.0.get_mut(at).filter(|(own, _)| *own == name) {
            Some(slot) => slot.1 = value,
            None => self.0.insert(at, (name, value)),
        }
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Setting)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl FromIterator<(String, Setting)> for Options {
    fn from_iter<I: IntoIterator<Item = (String, Setting)>>(given: I) -> Self {
        let mut options = Self::new();
        for (name, value) in given {
            options.insert(name, value);
        }
        options
    }
}

impl<const N: usize> From<[(String, Setting); N]> for Options {
    fn from(given: [(String, Setting); N]) -> Self {
        given.into_iter().collect()
    }
}

impl<'de> serde::Deserialize<'de> for Options {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        match Setting::deserialize(input)? {
            Setting::Map(options) => Ok(options),
            _ => Err(serde::de::Error::custom("expected options by name")),
        }
    }
}
