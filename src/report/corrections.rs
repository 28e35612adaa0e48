//! A person's corrections of a paste as they come from outside.

use crate::error::Error;
use crate::later;
use crate::order::sort_rows;
use crate::report::setting::{Options, Setting};
use crate::segment::correct::{Correction, Corrections, Value};
use crate::segment::{Date, Time};
use crate::text::utf16::Utf16;

/// What may stand in corrections.
const PARTS: &[&str] = &["cuts", "joins", "only", "fields"];
/// What a head has that a person may correct.
const FIELDS: &[&str] = &["headline", "date", "time", "source", "byline", "place", "url"];

/// Reads corrections: `cuts` and `joins`, lists of UTF-16 offsets of the paste; `only`; and `fields`, a list of objects
/// with `at` (an offset in the article), `field`, `value` (`null`: it has none) and `given`. See [`Corrections`].
///
/// # Errors
/// [`Error::Option`] that names the part (`corrections.fields[2].value`); [`Error::Later`].
pub fn read(text: &str, given: &Setting) -> Result<Corrections, Error> {
    if matches!(given, Setting::Null(())) {
        return Ok(Corrections::default());
    }
    later::needed()?;
    all(text, given)
}

#[inline(never)]
fn all(text: &str, given: &Setting) -> Result<Corrections, Error> {
    let mut out = Corrections::default();
    let map = match given {
        Setting::Map(map) => map,
        other => return Err(Error::option("corrections", other, "an object with any of cuts, joins, only, fields")),
    };
    if let Some((name, value)) = map.iter().find(|(name, _)| !PARTS.contains(name)) {
        let accepted = format!("no such part; there are {}", PARTS.join(", "));
        return Err(Error::option(&format!("corrections.{name}"), value, accepted));
    }
    let utf16 = Utf16::new(text);
    let place = |name: &str, value: &Setting| match value {
        Setting::Number(n) if *n >= 0.0 && *n <= f64::from(u32::MAX) && n.fract() == 0.0 => {
            Ok(utf16.byte(text, *n as u32))
        }
        other => Err(Error::option(name, other, "an offset of the paste, from 0")),
    };
    let places = |name: &str| -> Result<Vec<u32>, Error> {
        let own = |i| format!("corrections.{name}[{i}]");
        list(map, name)?.iter().enumerate().map(|(i, value)| place(&own(i), value)).collect()
    };
    let flag = |name: &str, value: Option<&Setting>| match value {
        None | Some(Setting::Null(())) => Ok(false),
        Some(Setting::Bool(flag)) => Ok(*flag),
        Some(other) => Err(Error::option(name, other, "true or false")),
    };
    (out.cuts, out.joins) = (places("cuts")?, places("joins")?);
    out.only = flag("corrections.only", map.get("only"))?;
    for (i, item) in list(map, "fields")?.iter().enumerate() {
        let own = |name: &str| format!("corrections.fields[{i}]{name}");
        let Setting::Map(item) = item else {
            return Err(Error::option(&own(""), item, "an object with at, field and value"));
        };
        let of = |name: &str| item.get(name).unwrap_or(&Setting::Null(()));
        let at = place(&own(".at"), of("at"))?;
        let field = match of("field") {
            Setting::Text(t) if FIELDS.contains(&t.as_str()) => t,
            other => return Err(Error::option(&own(".field"), other, format!("one of {}", FIELDS.join(", ")))),
        };
        let said = match of("value") {
            Setting::Null(()) => None,
            Setting::Text(t) if !t.trim().is_empty() => Some(t.trim().to_string()),
            other => return Err(Error::option(&own(".value"), other, "a text that is not empty, or null")),
        };
        let wrong = |accepted: &str| Error::option(&own(".value"), of("value"), accepted);
        let value = match field.as_str() {
            "date" => Value::Date(read_as(said, Date::from_iso).map_err(|()| wrong("a date such as 2021-07-16"))?),
            "time" => Value::Time(read_as(said, Time::from_iso).map_err(|()| wrong("a time such as 14:19"))?),
            "source" => Value::Source(said),
            "byline" => Value::Byline(said),
            "place" => Value::Place(said),
            "url" => Value::Url(said),
            _ => Value::Headline(said),
        };
        let given = flag(&own(".given"), item.get("given"))?;
        out.fields.push(Correction { at, value, given });
    }
    sort_rows(&mut out.fields, &mut |a, b| a.at.cmp(&b.at));
    Ok(out)
}

/// What a text says; an error where it says nothing of the kind.
fn read_as<T>(said: Option<String>, read: fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    said.map(|text| read(&text).ok_or(())).transpose()
}

fn list<'a>(map: &'a Options, name: &str) -> Result<&'a [Setting], Error> {
    match map.get(name) {
        None | Some(Setting::Null(())) => Ok(&[]),
        Some(Setting::List(items)) => Ok(items),
        Some(other) => Err(Error::option(&format!("corrections.{name}"), other, "a list")),
    }
}
