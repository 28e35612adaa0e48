//! A dictionary for a language that writes no blanks: its words, how common they are, and which are names.
//!
//! `xtask` builds it from `data/<lang>/words.txt`: the line `comention-words 1 <lang>`, then one word a line,
//! then a capital letter (`A` plus 1.6 times the logarithm of its frequency), then for a name `p`, `s`, `t` or
//! `z` (person, place, organisation, other).

use crate::error::Error;
use crate::text::Vocabulary;

/// Steps of the capital letter to one unit of the natural logarithm.
pub const STEPS: f64 = 1.6;

/// A dictionary.
#[derive(Clone, Debug, Default)]
pub struct Words {
    language: String,
    forms: Vocabulary,
    /// By the number of a form: its step, and what it names.
    entries: Vec<(u8, u8)>,
    /// Characters of the longest word.
    longest: usize,
}

impl Words {
    /// Reads a dictionary.
    ///
    /// # Errors
    /// [`Error::Format`] when the first line is not `comention-words 1 <lang>`.
    pub fn new(text: &str) -> Result<Self, Error> {
        let (head, body) = text.split_once('\n').unwrap_or((text, ""));
        let Some(language) = head.strip_prefix("comention-words 1 ") else {
            let found = head.chars().take(40).collect();
            return Err(Error::Format { what: "word list", found });
        };
        let mut out = Words { language: language.trim().to_string(), ..Words::default() };
        out.forms.reserve(body.len() * 16);
        for line in body.lines() {
            let end = line.bytes().position(|b| b.is_ascii()).unwrap_or(line.len());
            let (word, rest) = line.split_at_checked(end).unwrap_or((line, ""));
            let mut marks = rest.bytes();
            let step = marks.next().unwrap_or(b'A').saturating_sub(b'A');
            out.forms.intern(word);
            out.entries.push((step, marks.next().unwrap_or(0)));
            out.longest = out.longest.max(word.chars().count());
        }
        Ok(out)
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Characters of the longest word.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// How common a word is, in [`STEPS`] of the natural logarithm; `None` for what is no word.
    #[must_use]
    pub fn step(&self, word: &str) -> Option<u8> {
        let id = self.forms.find(word)?;
        self.entries.get(id.0 as usize).map(|e| e.0)
    }

    /// What a word names, as its letter says; 0 for what is no name or no word.
    #[must_use]
    pub fn name(&self, word: &str) -> u8 {
        self.forms.find(word).and_then(|id| self.entries.get(id.0 as usize)).map_or(0, |e| e.1)
    }
}
