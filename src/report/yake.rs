//! YAKE (Campos et al. 2020, Information Sciences 509): keywords of one text from its own statistics.
//!
//! As in the authors' program: co-occurrence within a window of 1 inside a stretch without punctuation,
//! the median sentence counted from 0, the deviation of frequencies over the population, `ln tf` in the
//! case feature. Words are those of the engine, with inflected forms counted together.

use crate::corpus::{Corpus, LexemeId, View};
use crate::count::numbering::Numbering;
use crate::count::phrase::{Gram, plain};
use crate::num::ln;
use crate::segment::Part;
use crate::span::{Span, to_u32};
use crate::text::case::lowered;
use crate::text::{TypeId, Vocabulary};

#[derive(Clone, Debug, Default)]
struct Word {
    frequency: u32,
    /// All in capitals, of two letters or more.
    acronyms: u32,
    /// Capitalised, and not at the beginning of a sentence.
    capitals: u32,
    /// Distinct neighbours, and how often there was one.
    left: (u32, u32),
    right: (u32, u32),
    /// The sentence of every occurrence.
    sentences: Vec<u32>,
    stop: bool,
    score: f64,
}

/// The statistics of a text.
#[derive(Debug, Default)]
pub struct Yake {
    words: Vec<Word>,
    /// By the number of a word form: its word plus one, 0 where it is not in the text.
    by_type: Vec<u32>,
    /// Numbers the words, by 0 and their lexeme, or 1 and the form of those that have none.
    by_lexeme: Numbering,
    /// Pairs of words, the one after the other, and how often they come.
    follows: Numbering,
    counts: Vec<u32>,
}

impl Yake {
    /// Reads headline and running text of the articles as one text.
    #[must_use]
    pub fn new(corpus: &Corpus, views: &[View<'_>]) -> Self {
        let mut yake = Yake::default();
        let mut stops = Vocabulary::new();
        let mut number = 0u32;
        for view in views {
            let tokens = &view.paste.segmentation.tokens;
            let lexemes = corpus.lexemes().of(view.language());
            let text = view.paste.text.as_bytes();
            for (_, sentence) in view.sentences().filter(|(_, s)| matches!(s.part, Part::Headline | Part::Body)) {
                let mut previous: Option<u32> = None;
                let mut end = sentence.span.start;
                let list = view.paste.starts.of(sentence.tokens).zip(sentence.tokens.of(&tokens.types));
                for (i, (start, id)) in list.enumerate() {
                    let form = corpus.vocabulary().get(*id);
                    let span = Span::new(start, start + to_u32(form.len()));
                    let lexeme = lexemes.get(id.0 as usize).copied().unwrap_or(LexemeId::NONE);
                    let word = yake.word(*id, lexeme, form, &mut stops);
                    if !plain(text, end, span.start) {
                        previous = None;
                    }
                    yake.see(word, form, i == 0, number, previous);
                    previous = Some(word);
                    end = span.end;
                }
                number += 1;
            }
        }
        yake.finish(number);
        yake
    }

    fn word(&mut self, id: TypeId, lexeme: LexemeId, form: &str, stops: &mut Vocabulary) -> u32 {
        let at = id.0 as usize;
        if let Some(known) = self.by_type.get(at).and_then(|word| word.checked_sub(1)) {
            return known;
        }
        // Words that are no keywords have no lexeme: they are told apart by their form.
        let word = match lexeme {
            LexemeId::NONE => self.by_lexeme.number(1, stops.intern(&lowered(form)).0),
            _ => self.by_lexeme.number(0, lexeme.0),
        };
        if word as usize == self.words.len() {
            self.words.push(Word { stop: lexeme == LexemeId::NONE, ..Word::default() });
        }
        self.by_type.resize(self.by_type.len().max(at + 1), 0);
        if let Some(slot) = self.by_type.get_mut(at) {
            *slot = word + 1;
        }
        word
    }

    fn see(&mut self, word: u32, form: &str, first: bool, sentence: u32, previous: Option<u32>) {
        let mut chars = form.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        let acronym = capital && form.len() > 1 && !form.chars().any(char::is_lowercase);
        if let Some(w) = self.words.get_mut(word as usize) {
            w.frequency += 1;
            w.acronyms += u32::from(acronym);
            w.capitals += u32::from(capital && !acronym && !first);
            w.sentences.push(sentence);
        }
        let Some(previous) = previous else { return };
        let pair = self.follows.number(previous, word) as usize;
        let new = u32::from(pair == self.counts.len());
        self.counts.resize(self.follows.len(), 0);
        if let Some(count) = self.counts.get_mut(pair) {
            *count += 1;
        }
        if let Some(w) = self.words.get_mut(previous as usize) {
            w.right = (w.right.0 + new, w.right.1 + 1);
        }
        if let Some(w) = self.words.get_mut(word as usize) {
            w.left = (w.left.0 + new, w.left.1 + 1);
        }
    }

    fn finish(&mut self, sentences: u32) {
        let largest = self.words.iter().map(|w| w.frequency).max().unwrap_or(0).max(1);
        let content = || self.words.iter().filter(|w| !w.stop).map(|w| f64::from(w.frequency));
        let n = content().count().max(1) as f64;
        let mean = content().sum::<f64>() / n;
        let deviation = (content().map(|f| (f - mean) * (f - mean)).sum::<f64>() / n).sqrt();
        for w in &mut self.words {
            let tf = f64::from(w.frequency);
            let ratio = |(distinct, all): (u32, u32)| if all == 0 { 0.0 } else { f64::from(distinct) / f64::from(all) };
            let related = 1.0 + (ratio(w.left) + ratio(w.right)) * tf / f64::from(largest);
            let case = f64::from(w.acronyms.max(w.capitals)) / (1.0 + ln(tf));
            let position = ln(ln(3.0 + median(&w.sentences)));
            let frequency = tf / (mean + deviation);
            let mut distinct = w.sentences.clone();
            distinct.dedup();
            let spread = distinct.len() as f64 / f64::from(sentences.max(1));
            w.score = position * related / (case + frequency / related + spread / related);
        }
    }

    /// The score of a phrase with `tf` mentions: above 0, lower is better; `None` for words not in the text.
    #[must_use]
    pub fn phrase(&self, gram: &Gram, tf: u32) -> Option<f64> {
        let words = gram.iter().filter(|l| **l != LexemeId::NONE).map(|l| self.by_lexeme.get(0, l.0));
        self.score(&words.collect::<Option<Vec<u32>>>()?, tf)
    }

    /// The score of a name, by the word forms of one of its mentions.
    #[must_use]
    pub fn name(&self, types: &[TypeId], tf: u32) -> Option<f64> {
        self.score(
            &types.iter().map(|t| self.by_type.get(t.0 as usize)?.checked_sub(1)).collect::<Option<Vec<u32>>>()?,
            tf,
        )
    }

    fn score(&self, words: &[u32], tf: u32) -> Option<f64> {
        let (mut product, mut sum) = (1.0, 0.0);
        for (i, word) in words.iter().enumerate() {
            let w = self.words.get(*word as usize)?;
            if w.stop && words.len() > 1 {
                // An interior function word counts by how firmly it binds its neighbours.
                let chance = |a: Option<&u32>, b: Option<&u32>, by: Option<&u32>| {
                    let together = a
                        .zip(b)
                        .and_then(|(a, b)| self.counts.get(self.follows.get(*a, *b)? as usize))
                        .copied()
                        .unwrap_or(0);
                    let all = by.and_then(|x| self.words.get(*x as usize)).map_or(1, |w| w.frequency.max(1));
                    f64::from(together) / f64::from(all)
                };
                let (before, after) = (i.checked_sub(1).and_then(|j| words.get(j)), words.get(i + 1));
                let p = chance(before, Some(word), before) * chance(Some(word), after, after);
                product *= 1.0 + (1.0 - p);
                sum -= 1.0 - p;
            } else {
                product *= w.score;
                sum += w.score;
            }
        }
        let score = product / ((sum + 1.0) * f64::from(tf.max(1)));
        // Function words inside can take the sum below -1, where the formula says nothing.
        (!words.is_empty() && score.is_finite() && score > 0.0).then_some(score)
    }
}

/// The median of ascending numbers.
fn median(sorted: &[u32]) -> f64 {
    let at = |i: usize| sorted.get(i).copied().map_or(0.0, f64::from);
    let n = sorted.len();
    if n == 0 {
        0.0
    } else if n % 2 == 1 {
        at(n / 2)
    } else {
        f64::midpoint(at(n / 2 - 1), at(n / 2))
    }
}
