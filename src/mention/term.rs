//! Keyword candidates.

use crate::lang::{Flags, Pack};

/// What a person decided about function words, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stopwords {
    /// Words that are no keywords; with a base form all its inflected forms.
    pub add: Vec<String>,
    /// Listed words that may be keywords.
    pub remove: Vec<String>,
}

/// Characters of the longest ending in a list of inflections.
const ENDING: usize = 5;
/// Fewest bytes of a base form.
const BASE: usize = 3;

/// What all inflected forms of a word have in common; `None` for a word that is no keyword.
///
/// A listed ending makes way for that of the base form, the longest that fits (as in the S stemmer: Harman
/// 1991), so that only forms that a pack says to be of one word are counted together.
#[must_use]
pub fn lexeme_key(form: &str, pack: &Pack<'_>, stopwords: &Stopwords) -> Option<String> {
    let folded = form.to_lowercase().replace('’', "'");
    let word = match folded.split_once('\'') {
        Some((before, after)) if pack.flags(before).any(Flags::ELISION) => after,
        _ => &folded,
    };
    let (flags, base) = pack.lookup(word);
    let holds = |list: &[String], word: &str| list.iter().any(|w| w == word);
    if flags.any(Flags::STOP) && !holds(&stopwords.remove, word)
        || word.len() < 2
        || !word.chars().any(char::is_alphabetic)
        || holds(&stopwords.add, word)
    {
        return None;
    }
    let key = base_form(word, flags, base, pack)?;
    (!holds(&stopwords.add, &key)).then_some(key)
}

fn base_form(word: &str, flags: Flags, base: &str, pack: &Pack<'_>) -> Option<String> {
    if flags.any(Flags::IRREGULAR) && !base.is_empty() {
        return Some(base.to_string());
    }
    let mut starts: Vec<usize> = word.char_indices().map(|(i, _)| i).skip(1).collect();
    starts = starts.split_off(starts.len().saturating_sub(ENDING));
    let mut ending = String::new();
    for at in starts {
        ending.clear();
        ending.push('-');
        ending.push_str(word.get(at..)?);
        let (flags, new) = pack.lookup(&ending);
        if flags.any(Flags::INFLECTION) && at + new.len() >= BASE {
            return Some([word.get(..at)?, new].concat());
        }
    }
    Some(word.to_string())
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
                assert_eq!(lexeme_key(form, &english(), &Stopwords::default()).as_deref(), Some(key), "{form}");
            }
        }
        for stop in ["the", "5", "-"] {
            assert_eq!(lexeme_key(stop, &english(), &Stopwords::default()), None, "{stop}");
        }
    }
}
