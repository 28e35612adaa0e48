//! From word forms to what keywords count: inflected forms of one word are one lexeme.

use crate::corpus::weight::of;
use crate::lang::Pack;
use crate::mention::term::{self, Stopwords};
use crate::mention::{UNKNOWN, Word};
use crate::span::to_u32;
use crate::text::{TypeId, Vocabulary};

/// A lexeme's number, or [`LexemeId::NONE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexemeId(pub u32);

impl LexemeId {
    /// A word that is no keyword and ends a phrase: a stop word, a number.
    pub const NONE: LexemeId = LexemeId(u32::MAX);
    const UNKNOWN: LexemeId = LexemeId(u32::MAX - 1);
}

/// What the forms of lexemes have in common. Most are word forms themselves, and are not written down again.
#[derive(Clone, Debug, Default)]
struct Keys {
    /// By lexeme: the number of a word form, or that of one of `others` with [`OTHER`].
    keys: Vec<u32>,
    /// By the number of a word form: the lexeme that has it for its key.
    of_form: Vec<LexemeId>,
    /// Keys that were no word forms when they came, and their lexemes.
    others: Vocabulary,
    of_other: Vec<LexemeId>,
    /// How many word forms there were when the first of them came: no form before it is one of them.
    since: u32,
}

/// What marks a key that is no word form.
const OTHER: u32 = 1 << 31;

impl Keys {
    /// The lexeme with this key, which is this form where it is one; made now if there is none.
    fn number(&mut self, key: &str, form: Option<TypeId>, forms: u32) -> LexemeId {
        let next = LexemeId(to_u32(self.keys.len()));
        let Some(slot) = form.and_then(|form| self.of_form.get_mut(form.0 as usize)) else {
            if self.others.is_empty() {
                self.since = forms;
            }
            let other = self.others.intern(key);
            if let Some(known) = self.of_other.get(other.0 as usize) {
                return *known;
            }
            self.keys.push(other.0 | OTHER);
            self.of_other.push(next);
            return next;
        };
        if *slot == LexemeId::NONE {
            let other = if form.is_some_and(|form| form.0 >= self.since) { self.others.find(key) } else { None };
            *slot = other.and_then(|other| self.of_other.get(other.0 as usize)).copied().unwrap_or(next);
            if *slot == next {
                self.keys.push(form.map_or(0, |form| form.0));
            }
        }
        *slot
    }
}

/// The lexemes of the forms of a language.
#[derive(Clone, Debug, Default)]
struct Known {
    language: String,
    /// By the number of the form.
    lexemes: Vec<LexemeId>,
}

/// The lexeme of every word form, language by language.
#[derive(Clone, Debug, Default)]
pub struct Lexemes {
    keys: Keys,
    languages: Vec<Known>,
    stopwords: Stopwords,
    scratch: term::Scratch,
}

impl Lexemes {
    /// Makes sure that some forms of an article in the pack's language are known; `words` is what their names were
    /// found by.
    #[inline(never)]
    pub(crate) fn extend(&mut self, types: &[TypeId], vocabulary: &Vocabulary, words: &[Word], pack: &Pack<'_>) {
        let language = pack.language();
        let at = match self.languages.iter().position(|own| own.language == language) {
            Some(at) => at,
            None => {
                self.languages.push(Known { language: language.to_string(), lexemes: Vec::new() });
                self.languages.len() - 1
            }
        };
        let Lexemes { keys, languages, stopwords, scratch } = self;
        let Some(Known { lexemes, .. }) = languages.get_mut(at) else { return };
        if lexemes.len() < vocabulary.len() {
            lexemes.resize(vocabulary.len(), LexemeId::UNKNOWN);
        }
        if keys.of_form.len() < vocabulary.len() {
            keys.of_form.resize(vocabulary.len(), LexemeId::NONE);
        }
        for id in types {
            if lexemes.get(id.0 as usize) != Some(&LexemeId::UNKNOWN) {
                continue;
            }
            let word = words.get(id.0 as usize).unwrap_or(&UNKNOWN);
            // `Banks` is what `banks` is.
            let lower = lexemes.get(word.lower.0 as usize).filter(|l| word.plain && **l != LexemeId::UNKNOWN);
            let own = match lower {
                Some(lower) => *lower,
                None => {
                    let form = vocabulary.get(*id);
                    term::key_of(form, word, pack, stopwords, scratch).map_or(LexemeId::NONE, |key| {
                        let own = if key == form { Some(*id) } else { vocabulary.find(key) };
                        keys.number(key, own, to_u32(vocabulary.len()))
                    })
                }
            };
            if let Some(slot) = lexemes.get_mut(id.0 as usize) {
                *slot = own;
            }
        }
    }

    /// The languages of the forms, in the order in which they came.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|own| own.language.as_str())
    }

    /// What a person decided about function words.
    #[must_use]
    pub fn stopwords(&self) -> &Stopwords {
        &self.stopwords
    }

    /// Puts other decisions in their place; every form has to be made known anew.
    pub fn set_stopwords(&mut self, stopwords: Stopwords) {
        self.stopwords = stopwords;
        self.languages.clear();
    }

    /// The lexemes of the forms of a language, by the number of the form; a form beyond the end is unknown.
    #[must_use]
    pub fn of(&self, language: &str) -> &[LexemeId] {
        self.languages.iter().find(|own| own.language == language).map_or(&[], |own| &own.lexemes)
    }

    /// What all forms of the lexeme have in common: a key, not for show.
    #[must_use]
    #[inline(never)]
    pub(super) fn key<'a>(&'a self, id: LexemeId, vocabulary: &'a Vocabulary) -> &'a str {
        match self.keys.keys.get(id.0 as usize) {
            Some(key) if key & OTHER == 0 => vocabulary.get(TypeId(*key)),
            Some(key) => self.keys.others.get(TypeId(key & !OTHER)),
            None => "",
        }
    }

    /// The lexeme with this key.
    #[must_use]
    #[inline(never)]
    pub(super) fn find(&self, key: &str, vocabulary: &Vocabulary) -> Option<LexemeId> {
        let Keys { of_form, others, of_other, .. } = &self.keys;
        let own = vocabulary.find(key).and_then(|form| of_form.get(form.0 as usize));
        let own = own.filter(|lexeme| **lexeme != LexemeId::NONE);
        own.or_else(|| of_other.get(others.find(key)?.0 as usize)).copied()
    }

    /// The bytes that they take.
    #[must_use]
    pub fn weight(&self) -> usize {
        let Keys { keys, of_form, others, of_other, .. } = &self.keys;
        let keys = of(keys) + of(of_form) + others.weight() + of(of_other);
        keys + self.languages.iter().map(|own| of(&own.lexemes)).sum::<usize>()
    }

    /// How many lexemes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.keys.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::pack::english;

    #[test]
    fn a_key_that_a_later_text_has_for_a_word_is_of_the_same_lexeme() {
        let (mut lexemes, mut forms) = (Lexemes::default(), Vocabulary::new());
        let mut read = |text: &str| {
            let types: Vec<TypeId> = text.split(' ').map(|word| forms.intern(word)).collect();
            lexemes.extend(&types, &forms, &[], &english());
            let of = |id: &TypeId| lexemes.of("en").get(id.0 as usize).copied();
            let found: Vec<LexemeId> = types.iter().filter_map(of).collect();
            found.iter().for_each(|l| assert_eq!(lexemes.find(lexemes.key(*l, &forms), &forms), Some(*l)));
            found.iter().map(|l| l.0).collect::<Vec<u32>>()
        };
        assert_eq!(read("banks Policy taxes"), [0, 1, 2]);
        assert_eq!(read("policies bank tax Banks river"), [1, 0, 2, 0, 3]);
        assert_eq!(read("Bank rivers policy"), [0, 3, 1]);
    }
}
