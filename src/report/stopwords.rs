//! The function words in force, which are no keywords.

use crate::corpus::{Corpus, Stopwords};
use crate::error::Error;
use crate::lang::Flags;
use crate::later;
use crate::report::columns::{Cell, Table, Type};
use crate::report::setting::Setting;
use crate::text::case::lowered;

/// Where a function word comes from.
const ORIGINS: &[&str] = &["list", "added", "removed"];

/// Reads `{ add, remove }`, both lists of words.
///
/// # Errors
/// [`Error::Option`] for anything else; [`Error::Later`] before the second part of the engine is there.
pub fn read(setting: &Setting) -> Result<Stopwords, Error> {
    later::needed()?;
    all(setting)
}

#[inline(never)]
fn all(setting: &Setting) -> Result<Stopwords, Error> {
    let wrong =
        |value: &Setting| Error::option("stopwords", value, "an object with any of add, remove: lists of words");
    let Setting::Map(map) = setting else { return Err(wrong(setting)) };
    let mut out = Stopwords::default();
    for (name, value) in map.iter() {
        let list = match name {
            "add" => &mut out.add,
            "remove" => &mut out.remove,
            _ => return Err(wrong(setting)),
        };
        let Setting::List(items) = value else { return Err(wrong(value)) };
        for item in items {
            let Setting::Text(word) = item else { return Err(wrong(item)) };
            list.push(lowered(word.trim()));
        }
    }
    Ok(out)
}

/// The words of the lists of the corpus' languages, those that a person added, and those that a person removed.
#[must_use]
pub fn table(corpus: &Corpus) -> Table {
    let mut table = Table::new(&[("word", Type::Text), ("language", Type::Text), ("origin", Type::Choice(ORIGINS))]);
    let mut push = |word: &str, language: Option<&str>, origin: u8| {
        table.push(&[Cell::Text(word), Cell::OptionText(language), Cell::Choice(origin)]);
    };
    let own = corpus.lexemes().stopwords();
    for word in &own.add {
        push(word, None, 1);
    }
    for language in corpus.lexemes().languages() {
        for word in corpus.packs().for_language(language).listed(Flags::STOP) {
            push(word, Some(language), if own.remove.iter().any(|w| w == word) { 2 } else { 0 });
        }
    }
    table
}
