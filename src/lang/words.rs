//! A dictionary for a language that writes no blanks: its words, how common they are, and which are names.
//!
//! `xtask` builds it from `data/<lang>/words.txt`: the line `comention-words 1 <lang>`, then one word a line,
//! then a capital letter (`A` plus 1.6 times the logarithm of its frequency), then its [`Marks`], if it has some.

use crate::error::Error;
use crate::text::Vocabulary;
use crate::text::bytes::eight;

/// Steps of the capital letter to one unit of the natural logarithm.
pub const STEPS: f64 = 1.6;

/// What a dictionary says that a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Its part of speech, or what it names: a small letter; `p`, `f`, `s`, `t` and `z` are names (of a person, of
    /// somebody foreign, of a place, of an organisation, others). 0 and `-` where nothing is said.
    pub part: u8,
    /// What a second dictionary says that it names: `P`, `S`, `T` or `Z`, 0 where it says nothing.
    pub name: u8,
}

impl Marks {
    /// Whether the word names a place.
    #[must_use]
    pub fn place(self) -> bool {
        self.part == b's' || self.name == b'S'
    }

    /// The part where it says what the word names, else 0.
    #[must_use]
    pub fn named(self) -> u8 {
        if matches!(self.part, b'p' | b'f' | b's' | b't' | b'z') { self.part } else { 0 }
    }
}

/// A dictionary.
#[derive(Clone, Debug, Default)]
pub struct Words {
    language: String,
    forms: Vocabulary,
    /// By the number of a form: its step, and what it is.
    entries: Vec<(u8, Marks)>,
    /// By the number of a character of three bytes: one more than its step, 0 where it is no word.
    characters: Vec<u8>,
    /// By what words begin with; open addressing, the length is a power of two or 0.
    beginnings: Vec<Beginning>,
    begun: usize,
}

/// What words begin with: as a rule two characters. Most places of a text begin none, which is known by one look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beginning {
    /// The first [`BEGINNING`] bytes, the first lowest; 0 where the slot is free.
    key: u64,
    /// The lengths of such words: bit `n` for `3 n` bytes up to `3 n + 2`, the last one for all that are longer.
    lengths: u32,
    /// One more than the step of the word that is no longer than this, 0 where there is none.
    step: u8,
}

/// Bytes that words are found by: two characters of Chinese, Japanese or Thai.
const BEGINNING: usize = 6;

impl Beginning {
    /// Whether words of so many bytes begin so.
    #[must_use]
    pub fn has(&self, bytes: usize) -> bool {
        self.lengths >> (bytes / 3).min(31) & 1 != 0
    }

    /// Whether words of more bytes begin so.
    #[must_use]
    pub fn goes_on(&self, bytes: usize) -> bool {
        let length = (bytes / 3).min(31);
        self.lengths >> length > u32::from(length < 31)
    }
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
        out.characters = vec![0; 1 << 16];
        for line in body.lines() {
            let end = line.bytes().position(|b| b.is_ascii()).unwrap_or(line.len());
            let (word, rest) = line.split_at_checked(end).unwrap_or((line, ""));
            let mut marks = rest.bytes();
            let step = marks.next().unwrap_or(b'A').saturating_sub(b'A');
            out.forms.intern(word);
            let (part, name) = (marks.next().unwrap_or(0), marks.next().unwrap_or(0));
            out.entries.push((step, Marks { part, name }));
            if let Some(slot) = character(word.as_bytes()).and_then(|c| out.characters.get_mut(c)) {
                *slot = step + 1;
            } else if word.len() >= BEGINNING {
                out.begin(word, step);
            }
        }
        Ok(out)
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Notes what a word begins with.
    fn begin(&mut self, word: &str, step: u8) {
        if (self.begun + 1) * 2 > self.beginnings.len() {
            let size = (self.beginnings.len() * 2).max(1 << 10);
            let before = std::mem::replace(&mut self.beginnings, vec![Beginning::default(); size]);
            for own in before.into_iter().filter(|own| own.key != 0) {
                if let Some(slot) = self.slot(own.key).and_then(|at| self.beginnings.get_mut(at)) {
                    *slot = own;
                }
            }
        }
        let key = beginning(word.as_bytes(), 0);
        if let Some(slot) = self.slot(key).and_then(|at| self.beginnings.get_mut(at)) {
            self.begun += usize::from(slot.key == 0);
            slot.key = key;
            slot.lengths |= 1 << (word.len() / 3).min(31);
            if word.len() == BEGINNING {
                slot.step = step + 1;
            }
        }
    }

    /// Where a beginning stands, or belongs.
    #[inline]
    fn slot(&self, key: u64) -> Option<usize> {
        let mask = self.beginnings.len().checked_sub(1)?;
        let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & mask;
        while self.beginnings.get(at).is_some_and(|own| own.key != 0 && own.key != key) {
            at = (at + 1) & mask;
        }
        Some(at)
    }

    /// What the words that may begin at a place of a text have in common.
    #[inline]
    #[must_use]
    pub fn beginning(&self, text: &str, at: usize) -> Beginning {
        let key = beginning(text.as_bytes(), at);
        self.slot(key).and_then(|at| self.beginnings.get(at)).copied().unwrap_or_default()
    }

    /// How common the word at `[from, to)` of a text is, given what the words there have in common.
    #[inline]
    #[must_use]
    pub fn step_at(&self, text: &str, from: usize, to: usize, words: &Beginning) -> Option<u8> {
        match to - from {
            3 => {
                let known = character(text.as_bytes().get(from..to)?).and_then(|c| self.characters.get(c));
                known.copied().and_then(|step| step.checked_sub(1))
            }
            BEGINNING => words.step.checked_sub(1),
            bytes if bytes < BEGINNING || words.has(bytes) => self.step(text.get(from..to)?),
            _ => None,
        }
    }

    /// How common a word is, in [`STEPS`] of the natural logarithm; `None` for what is no word.
    #[must_use]
    pub fn step(&self, word: &str) -> Option<u8> {
        let id = self.forms.find(word)?;
        self.entries.get(id.0 as usize).map(|e| e.0)
    }

    /// What a word is; `None` for what is no word.
    #[must_use]
    pub fn marks(&self, word: &str) -> Option<Marks> {
        self.forms.find(word).and_then(|id| self.entries.get(id.0 as usize)).map(|e| e.1)
    }
}

/// The number of a character of three bytes, if it is one.
#[inline]
fn character(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [a, b, c] if *a >= 0xe0 => {
            Some((usize::from(*a) & 15) << 12 | (usize::from(*b) & 63) << 6 | usize::from(*c) & 63)
        }
        _ => None,
    }
}

/// The bytes that words at a place are found by; fewer at the end of the text.
#[inline]
fn beginning(bytes: &[u8], at: usize) -> u64 {
    eight(bytes, at) & u64::MAX >> (64 - 8 * BEGINNING)
}
