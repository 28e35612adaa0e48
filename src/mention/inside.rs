//! Names inside longer names: `China` and `Russia` in a treaty between them, `Shanghai` in an organisation that is
//! called after it.
//!
//! Looked for in names of organisations, events and works. `New Mexico` does not speak of Mexico, nor Paris Hilton
//! of Paris: names of places and persons stay whole. Two kinds of things are found, the longest first: what the
//! lists know (a country, a city or region that is no family name or ordinary word, an organisation), and what the
//! article names elsewhere by the same words; what is no place only where a small word is before it, or a list knows
//! it and more of the name follows, for else it is a short form of the whole. Adjectives (`Russian Academy`) are no names.

use crate::lang::words::{Marks, Words as Dictionary};
use crate::lang::{Flags, Pack};
use crate::mention::kind::COMPASS;
use crate::mention::{Kind, Mention};
use crate::span::{Range, Span};
use crate::text::case::lowered;
use crate::text::{TypeId, Vocabulary};

/// What says of a place inside a name that it may be another.
const OTHERS: Flags = Flags(Flags::GIVEN.0 | Flags::FAMILY.0 | Flags::COMMON.0 | Flags::STOP.0 | Flags::ORG_WORD.0);

/// Most words of a name inside another.
const LONGEST: usize = 4;

/// What a name inside another names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inner {
    /// As it is written, or the usual name where a list gives one.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// What joins it with the same entity elsewhere.
    pub key: String,
}

/// A name inside another: where it stands, its first word, and what it names.
pub type Inside = (Span, u32, Inner);

/// The words of an article: where each begins, and its form.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// First byte of each.
    pub starts: &'a [u32],
    /// Its form.
    pub types: &'a [TypeId],
    /// The number of the first among those of the paste.
    pub first: u32,
}

impl<'a> Words<'a> {
    /// The words of the paste with these numbers.
    pub(super) fn of(self, tokens: Range, vocabulary: &Vocabulary) -> impl Iterator<Item = Span> + use<'a, '_> {
        let from = tokens.start.saturating_sub(self.first) as usize;
        let own = self.starts.iter().zip(self.types).skip(from).take(tokens.len());
        own.map(|(start, id)| Span::new(*start, start + vocabulary.length(*id)))
    }
}

/// What an article is read by.
pub struct Reading<'a> {
    /// The paste that it stands in.
    pub text: &'a str,
    /// Its words.
    pub own: Words<'a>,
    /// The word forms.
    pub vocabulary: &'a Vocabulary,
    /// The lists of its language.
    pub pack: Pack<'a>,
    /// The dictionary, where the language has one.
    pub words: Option<&'a Dictionary>,
    /// Of what kind the article has named something by a key.
    pub named: &'a dyn Fn(&str) -> Option<Kind>,
}

/// The names inside a name, in order.
#[must_use]
pub fn inside(by: &Reading<'_>, whole: &Mention) -> Vec<Inside> {
    let Reading { text, own, vocabulary, pack, words, .. } = by;
    let mut out = Vec::new();
    let all = Range { start: whole.token, end: u32::MAX };
    let own: Vec<Span> = own
        .of(all, vocabulary)
        .take_while(|span| span.start < whole.span.end)
        .map(|span| Span::new(span.start.max(whole.span.start), span.end.min(whole.span.end)))
        .collect();
    let mut at = 0;
    while at < own.len() {
        let mut step = 1;
        for length in (1..=LONGEST.min(own.len() - at)).rev() {
            let (Some(first), Some(last)) = (own.get(at), own.get(at + length - 1)) else { continue };
            let mut span = Span::new(first.start, last.end);
            let mut found = (length < own.len()).then(|| entity(span.of(text), by)).flatten();
            // `上海` in a word of the dictionary that is longer.
            if words.is_some() && length == 1 && at == 0 && found.is_none() {
                let ends = first.of(text).char_indices().map(|(i, c)| i + c.len_utf8()).skip(1).take(3);
                let parts = ends.map(|n| Span::new(first.start, first.start + n as u32));
                for part in parts.filter(|part| part.len() < whole.span.len()) {
                    if let Some(place) = entity(part.of(text), by) {
                        (span, found) = (part, Some(place));
                    }
                }
            }
            let Some((entity, listed)) = found else { continue };
            let word = |i: Option<usize>| i.and_then(|i| own.get(i)).map_or("", |span| span.of(text));
            let place_word = |word: &str| pack.flags(&lowered(word)).any(Flags::PLACE_WORD);
            let (before, after) = (word(at.checked_sub(1)), word(Some(at + length)));
            // `New Mexico State University`, `Sarn River Authority`: another place than the word alone.
            let part = before == "New" || COMPASS.has(before) || place_word(after);
            // `Boston Red Sox`, `State Department` at the end of a longer name: a short form of the whole.
            let after_small = before.starts_with(char::is_lowercase);
            let counts = match entity.kind {
                Kind::Place => !part,
                _ => after_small || listed && at + length < own.len(),
            };
            if counts {
                let stop = span.of(text).contains('.') && text.as_bytes().get(span.end as usize) == Some(&b'.');
                span.end += u32::from(stop);
                out.push((span, whole.token + at as u32, entity));
            }
            step = length;
            break;
        }
        at += step;
    }
    out
}

/// What some words of a name name by themselves, and whether a list says so.
fn entity(written: &str, Reading { pack, words, named, .. }: &Reading<'_>) -> Option<(Inner, bool)> {
    if written.chars().next().is_none_or(char::is_lowercase) {
        return None;
    }
    let cut = crate::mention::lexicon::possessive(written);
    let written = written.get(..written.len() - cut)?;
    let key = key_of(written);
    let several = key.contains(' ');
    // An acronym that is a word otherwise stands in the lists in capitals.
    let shouted = !written.chars().any(char::is_lowercase) && written.chars().any(char::is_uppercase);
    let capitals = if shouted { pack.lookup(written) } else { (Flags::NONE, "") };
    let (flags, value) = if capitals.0 == Flags::NONE { pack.lookup(&lowered(written)) } else { capitals };
    let known = named(&key);
    let place =
        flags.any(Flags::PLACE) && !flags.any(OTHERS) || words.and_then(|w| w.marks(written)).is_some_and(Marks::place);
    let listed = flags.any(Flags::COUNTRY.with(Flags::ORGANIZATION));
    let kind = if flags.any(Flags::COUNTRY) {
        Kind::Place
    } else if flags.any(Flags::ORGANIZATION) && (several || shouted) {
        Kind::Organization
    } else if let Some(kind) = known.filter(|kind| several || matches!(kind, Kind::Place | Kind::Organization)) {
        kind
    } else if place {
        Kind::Place
    } else {
        return None;
    };
    if value.is_empty() || flags.any(Flags::ACROSS) {
        return Some((Inner { name: written.into(), kind, key }, listed));
    }
    Some((Inner { name: value.into(), kind, key: lowered(value) }, listed))
}

/// The key of a name as articles give it.
fn key_of(written: &str) -> String {
    let words = written.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    lowered(&words.join(" ")).replace('’', "'")
}
