//! Keyword candidates.

use crate::lang::{Flags, Pack};
use crate::mention::lexicon::{Shape, UNKNOWN, Word, fold};

/// What a person decided about function words, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stopwords {
    /// Words that are no keywords; with a base form all its inflected forms.
    pub add: Vec<String>,
    /// Listed words that may be keywords.
    pub remove: Vec<String>,
}

/// Characters of the longest ending in a list of inflections.
const ENDING: usize = 6;
/// Fewest bytes of a base form, and the same where its first letter, and so every one, has two: three letters each.
const BASE: usize = 3;
const WIDE_BASE: usize = 5;
const WIDE: std::ops::Range<u8> = 0xce..0xe0;

/// Room for making keys, used again and again.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    key: String,
    ending: String,
}

/// What all inflected forms of a word have in common; `None` for a word that is no keyword.
///
/// A listed ending makes way for that of the base form, the longest that fits (as in the S stemmer: Harman
/// 1991), so that only forms that a pack says to be of one word are counted together.
#[must_use]
pub fn lexeme_key<'s>(
    form: &'s str,
    pack: &Pack<'_>,
    stopwords: &Stopwords,
    scratch: &'s mut Scratch,
) -> Option<&'s str> {
    key_of(form, &UNKNOWN, pack, stopwords, scratch)
}

/// The same where more may be known of the form.
#[inline(never)]
pub(crate) fn key_of<'s>(
    form: &'s str,
    word: &Word,
    pack: &Pack<'_>,
    stopwords: &Stopwords,
    scratch: &'s mut Scratch,
) -> Option<&'s str> {
    let Scratch { key, ending } = scratch;
    if word.shape == Shape::Number && form.bytes().all(|b| b.is_ascii() && !b.is_ascii_alphabetic()) {
        return None;
    }
    if word.plain && stopwords.add.is_empty() && stopwords.remove.is_empty() {
        if word.flags.any(Flags::STOP) {
            return None;
        }
        if word.shape == Shape::Lower && form.len() > 1 && !word.flags.any(Flags::IRREGULAR) && !pack.may_end(form) {
            return Some(form);
        }
    }
    fold(form, key);
    if let Some(at) = key.bytes().position(|b| b == b'\'')
        && key.get(..at).is_some_and(|before| pack.flags(before).any(Flags::ELISION))
    {
        key.drain(..=at);
    }
    if key.len() < 2 || !key.chars().any(char::is_alphabetic) {
        return None;
    }
    let (flags, base) = match word.plain {
        true if word.flags.any(Flags::IRREGULAR) => pack.at(word.entry),
        true => (word.flags, ""),
        false => pack.lookup(key),
    };
    let holds = |list: &[String], word: &str| list.iter().any(|w| w == word);
    if flags.any(Flags::STOP) && !holds(&stopwords.remove, key) || holds(&stopwords.add, key) {
        return None;
    }
    based(key, ending, flags, base, pack)?;
    (!holds(&stopwords.add, key)).then_some(key)
}

/// Makes a word its base form.
fn based(key: &mut String, ending: &mut String, flags: Flags, base: &str, pack: &Pack<'_>) -> Option<()> {
    if flags.any(Flags::IRREGULAR) && !base.is_empty() {
        key.clear();
        key.push_str(base);
        return Some(());
    }
    if !pack.may_end(key) {
        return Some(());
    }
    // Where the last characters begin, but for the first of the word: the longest ending comes first.
    let mut starts = [0; ENDING];
    let mut count = 0;
    for (slot, (at, _)) in starts.iter_mut().zip(key.char_indices().rev()).filter(|(_, (at, _))| *at > 0) {
        *slot = at;
        count += 1;
    }
    for at in starts.iter().take(count).rev().copied() {
        let own = key.get(at..)?;
        if !pack.may_end_so(own) {
            continue;
        }
        ending.clear();
        ending.push('-');
        ending.push_str(own);
        let (flags, new) = pack.lookup(ending);
        // The value of an ending of cases is what names may end in.
        let new = if flags.any(Flags::CASE) { "" } else { new };
        let wide = key.as_bytes().first().is_some_and(|b| WIDE.contains(b));
        if flags.any(Flags::INFLECTION) && at + new.len() >= if wide { WIDE_BASE } else { BASE } {
            key.truncate(at);
            key.push_str(new);
            break;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::pack::english;

    #[test]
    fn forms_of_one_word() {
        for (forms, key) in [
            ("bank banks bank's Banks BANK", "bank"),
            ("policy policies", "policy"),
            ("tax taxes", "tax"),
            ("church churches", "church"),
            ("loss losses", "loss"),
            ("virus", "virus"),
            ("crisis", "crisis"),
            ("university", "university"),
            ("universe", "universe"),
            ("gas", "gas"),
        ] {
            for form in forms.split(' ') {
                assert_eq!(
                    lexeme_key(form, &english(), &Stopwords::default(), &mut Scratch::default()),
                    Some(key),
                    "{form}"
                );
            }
        }
        for stop in ["the", "5", "-"] {
            assert_eq!(lexeme_key(stop, &english(), &Stopwords::default(), &mut Scratch::default()), None, "{stop}");
        }
    }
}
