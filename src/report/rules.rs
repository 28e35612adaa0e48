//! A person's rules as they come from outside.

use crate::corpus::Rule;
use crate::corpus::rules::parts;
use crate::count::term::{KINDS, NAMED};
use crate::error::Error;
use crate::later;
use crate::report::setting::{Options, Setting};

/// What may stand in a rule.
const FIELDS: &[&str] = &["entity", "surface", "into", "name", "kind", "hide"];

/// Reads a list of rules, each an object with any of `entity`, `surface`, `into`, `name`, `kind`, `hide`: see
/// [`Rule`].
///
/// # Errors
/// [`Error::Option`] that names the rule and the field (`rules[2].kind`); [`Error::Later`].
pub fn read(list: &Setting) -> Result<Vec<Rule>, Error> {
    later::needed()?;
    all(list)
}

#[inline(never)]
fn all(list: &Setting) -> Result<Vec<Rule>, Error> {
    let Setting::List(items) = list else {
        return Err(Error::option("rules", list, "a list of rules"));
    };
    items.iter().enumerate().map(|(i, item)| rule(i, item)).collect()
}

fn rule(i: usize, item: &Setting) -> Result<Rule, Error> {
    let wrong = |field: &str, value: &Setting, accepted: &str| {
        let name = if field.is_empty() { format!("rules[{i}]") } else { format!("rules[{i}].{field}") };
        Error::option(&name, value, accepted)
    };
    let Setting::Map(map) = item else {
        return Err(wrong("", item, &format!("an object with any of {}", FIELDS.join(", "))));
    };
    if let Some((name, value)) = map.iter().find(|(name, _)| !FIELDS.contains(name)) {
        return Err(wrong(name, value, &format!("no such field; there are {}", FIELDS.join(", "))));
    }
    let text = |field: &str| match present(map, field) {
        None => Ok(None),
        Some(Setting::Text(text)) if !text.trim().is_empty() => Ok(Some(text.trim().to_string())),
        Some(other) => Err(wrong(field, other, "a text that is not empty")),
    };
    let id = |field: &str| match text(field)? {
        Some(id) if parts(&id).is_none() => Err(wrong(field, &Setting::Text(id), "an id such as \"person:wang yi\"")),
        id => Ok(id),
    };
    let kind = match present(map, "kind") {
        None => None,
        Some(value) => {
            let named = NAMED
                .into_iter()
                .find(|k| matches!(value, Setting::Text(t) if KINDS.get(*k as usize) == Some(&t.as_str())));
            Some(named.ok_or_else(|| wrong("kind", value, "one of person, organization, place, other"))?)
        }
    };
    let hide = match present(map, "hide") {
        None => false,
        Some(Setting::Bool(hide)) => *hide,
        Some(other) => return Err(wrong("hide", other, "true or false")),
    };
    let rule =
        Rule { entity: id("entity")?, surface: text("surface")?, into: id("into")?, name: text("name")?, kind, hide };
    if rule.entity.is_none() && rule.surface.is_none() {
        return Err(wrong("entity", &Setting::Null(()), "an id, unless `surface` is a name to be found"));
    }
    if !rule.hide && rule.into.is_none() && rule.name.is_none() && rule.kind.is_none() {
        return Err(wrong("into", &Setting::Null(()), "one of into, name, kind and hide"));
    }
    Ok(rule)
}

fn present<'a>(map: &'a Options, field: &str) -> Option<&'a Setting> {
    map.get(field).filter(|value| !matches!(value, Setting::Null(())))
}
