//! How often words are in a language at large: a list of frequencies to compare a corpus with.
//!
//! A list is text: the line `comention-frequencies 1 <lang> <words in all>`, then lines of a count and the words
//! that have it: `count TAB word word ...`, the most frequent first.

use rustc_hash::FxHashMap;

use crate::corpus::Corpus;
use crate::count::term::{Source, Terms};
use crate::error::Error;
use crate::mention::term::{Scratch, lexeme_key};

/// A list of frequencies, by what inflected forms have in common.
pub struct Reference<'t> {
    /// The language, as an ISO 639-1 code.
    pub language: &'t str,
    /// Words in all.
    pub size: u64,
    least: u32,
    counts: FxHashMap<String, u32>,
}

impl<'t> Reference<'t> {
    /// Reads a list.
    ///
    /// # Errors
    /// [`Error::Option`] where the text is none.
    pub fn new(text: &'t str, corpus: &Corpus) -> Result<Self, Error> {
        let wrong = || {
            let start: String = text.chars().take(40).collect();
            Error::option("reference", format!("{start:?}"), "the code of a language that has a list of frequencies")
        };
        let mut lines = text.lines();
        let head = lines.next().and_then(|line| line.strip_prefix("comention-frequencies 1 "));
        let (language, size) = head.and_then(|head| head.split_once(' ')).ok_or_else(wrong)?;
        let size = size.parse().map_err(|_| wrong())?;
        let mut out = Reference { language, size, least: 0, counts: FxHashMap::default() };
        let pack = corpus.packs().for_language(language);
        let mut scratch = Scratch::default();
        for line in lines {
            let (count, words) = line.split_once('\t').ok_or_else(wrong)?;
            out.least = count.parse().map_err(|_| wrong())?;
            for word in words.split(' ') {
                if let Some(key) = lexeme_key(word, &pack, corpus.lexemes().stopwords(), &mut scratch) {
                    *out.counts.entry(key.to_string()).or_default() += out.least;
                }
            }
        }
        Ok(out)
    }

    /// How often a term is there at most: no phrase is more frequent than its rarest word, and a word that is not
    /// listed no more than the rarest that is. So no term is called key only because the list ends.
    #[must_use]
    pub fn count(&self, corpus: &Corpus, terms: &Terms<'_>, term: u32) -> u32 {
        let of = |key: &str| self.counts.get(key).copied().unwrap_or(self.least);
        let pack = corpus.packs().for_language(self.language);
        match terms.source(term) {
            Some(Source::Phrase(gram)) => {
                let known = gram.iter().filter(|l| **l != crate::corpus::LexemeId::NONE);
                known.map(|l| of(corpus.lexemes().key(*l))).min().unwrap_or(self.least)
            }
            _ => {
                let (name, mut scratch) = (terms.name(term), Scratch::default());
                let mut key = |word| lexeme_key(word, &pack, corpus.lexemes().stopwords(), &mut scratch).map(of);
                name.split([' ', '-']).filter_map(&mut key).min().unwrap_or(self.least)
            }
        }
    }
}
