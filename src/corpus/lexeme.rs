//! From word forms to what keywords count: inflected forms of one word are one lexeme.

use crate::corpus::weight::of;
use crate::lang::Pack;
use crate::mention::term::{self, Stopwords};
use crate::mention::{UNKNOWN, Word};
use crate::text::{TypeId, Vocabulary};

/// A lexeme's number, or [`LexemeId::NONE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexemeId(pub u32);

impl LexemeId {
    /// A word that is no keyword and ends a phrase: a stop word, a number.
    pub const NONE: LexemeId = LexemeId(u32::MAX);
    const UNKNOWN: LexemeId = LexemeId(u32::MAX - 1);
}

/// The lexeme of every word form, language by language.
#[derive(Clone, Debug, Default)]
pub struct Lexemes {
    keys: Vocabulary,
    languages: Vec<(String, Vec<LexemeId>)>,
    stopwords: Stopwords,
    scratch: term::Scratch,
}

impl Lexemes {
    /// Makes sure that the forms of an article in the pack's language are known; `words` is what their names were
    /// found by.
    #[inline(never)]
    pub(crate) fn extend(&mut self, types: &[TypeId], vocabulary: &Vocabulary, words: &[Word], pack: &Pack<'_>) {
        let language = pack.language();
        let at = match self.languages.iter().position(|(l, _)| l == language) {
            Some(at) => at,
            None => {
                self.languages.push((language.to_string(), Vec::new()));
                self.languages.len() - 1
            }
        };
        let Some((_, lexemes)) = self.languages.get_mut(at) else { return };
        if lexemes.len() < vocabulary.len() {
            lexemes.resize(vocabulary.len(), LexemeId::UNKNOWN);
        }
        for id in types {
            if let Some(slot) = lexemes.get_mut(id.0 as usize)
                && *slot == LexemeId::UNKNOWN
            {
                let (form, word) = (vocabulary.get(*id), words.get(id.0 as usize).unwrap_or(&UNKNOWN));
                *slot = match term::key_of(form, word, pack, &self.stopwords, &mut self.scratch) {
                    Some(key) => LexemeId(self.keys.intern(key).0),
                    None => LexemeId::NONE,
                };
            }
        }
    }

    /// The languages of the forms, in the order in which they came.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|(language, _)| language.as_str())
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
        self.languages.iter().find(|(l, _)| l == language).map_or(&[], |(_, lexemes)| lexemes)
    }

    /// What all forms of the lexeme have in common: a key, not for show.
    #[must_use]
    pub fn key(&self, id: LexemeId) -> &str {
        self.keys.get(TypeId(id.0))
    }

    /// The lexeme with this key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<LexemeId> {
        self.keys.find(key).map(|id| LexemeId(id.0))
    }

    /// The bytes that they take.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.keys.weight() + self.languages.iter().map(|(_, lexemes)| of(lexemes)).sum::<usize>()
    }

    /// How many lexemes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}
