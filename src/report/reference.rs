//! How often words are in a language at large: a list of frequencies to compare a corpus with.
//!
//! A list is text: the line `comention-frequencies 1 <lang> <words in all>`, then lines of a count and the words
//! that have it: `count TAB word word ...`, the most frequent first.

use crate::corpus::{Corpus, LexemeId};
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
    /// By the number of a lexeme of the corpus; 0 where it is not listed.
    counts: Vec<u32>,
}

impl<'t> Reference<'t> {
    /// Reads a list.
    ///
    /// # Errors
    /// [`Error::Option`] where the text is none.
    pub fn new(text: &'t str, corpus: &Corpus) -> Result<Self, Error> {
        Self::read(text, corpus).ok_or_else(|| {
            let start: String = text.chars().take(40).collect();
            Error::option("reference", format!("{start:?}"), "the code of a language that has a list of frequencies")
        })
    }

    fn read(text: &'t str, corpus: &Corpus) -> Option<Self> {
        let (head, body) = text.strip_prefix("comention-frequencies 1 ")?.split_once('\n')?;
        let (language, size) = head.split_once(' ')?;
        let mut out =
            Reference { language, size: size.parse().ok()?, least: 0, counts: vec![0; corpus.lexemes().len()] };
        let pack = corpus.packs().for_language(language);
        let mut scratch = Scratch::default();
        for line in body.split_terminator('\n') {
            let (count, words) = line.split_once('\t')?;
            out.least = count.parse().ok()?;
            for word in words.split(' ') {
                let key = lexeme_key(word, &pack, corpus.lexemes().stopwords(), &mut scratch);
                let lexeme = key.and_then(|key| corpus.lexeme(key));
                if let Some(count) = lexeme.and_then(|l| out.counts.get_mut(l.0 as usize)) {
                    *count += out.least;
                }
            }
        }
        Some(out)
    }

    /// How often a term is there at most: no phrase is more frequent than its rarest word, and a word that is not
    /// listed no more than the rarest that is. So no term is called key only because the list ends.
    #[must_use]
    pub fn count(&self, corpus: &Corpus, terms: &Terms<'_>, term: u32) -> u32 {
        let of = |lexeme: Option<LexemeId>| {
            let listed = lexeme.and_then(|l| self.counts.get(l.0 as usize)).copied().filter(|n| *n > 0);
            listed.unwrap_or(self.least)
        };
        let pack = corpus.packs().for_language(self.language);
        let rarest = match terms.source(term) {
            Some(Source::Phrase(gram)) => gram.iter().filter(|l| **l != LexemeId::NONE).map(|l| of(Some(*l))).min(),
            _ => {
                let (name, mut scratch) = (terms.name(term), Scratch::default());
                let mut key = |word: &str| {
                    let key = lexeme_key(word, &pack, corpus.lexemes().stopwords(), &mut scratch)?;
                    Some(of(corpus.lexeme(key)))
                };
                name.split([' ', '-']).filter_map(&mut key).min()
            }
        };
        rarest.unwrap_or(self.least)
    }
}
