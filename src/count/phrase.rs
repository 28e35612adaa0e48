//! Keyword candidates: runs of words between stop words, names and punctuation, and the phrases of one
//! to three words in them.

use rustc_hash::FxHashMap;

use crate::corpus::{Corpus, LexemeId, View};
use crate::count::Scope;
use crate::segment::Part;
use crate::span::Span;

/// A phrase of one to three lexemes; unused places are [`LexemeId::NONE`].
pub type Gram = [LexemeId; 3];

/// A word of a run, or the end of one (lexeme NONE).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What word.
    pub lexeme: LexemeId,
    /// Into the paste's tokens.
    pub token: u32,
    /// Into the paste's sentences.
    pub sentence: u32,
    /// In the paste.
    pub span: Span,
}

/// The words of an article's headline and body as runs: every run ends with a slot whose lexeme is NONE.
/// Names that count as entities end a run, too: they are terms of their own.
pub fn runs(corpus: &Corpus, view: View<'_>, scope: &Scope, out: &mut Vec<Slot>) {
    out.clear();
    let tokens = &view.paste.segmentation.tokens;
    let lexemes = corpus.lexemes().of(view.language());
    let text = view.paste.text.as_bytes();
    let mut mentions = view.mentions.iter().filter(|m| scope.role(m.role)).peekable();
    for (number, sentence) in view.sentences() {
        if !matches!(sentence.part, Part::Headline | Part::Body) {
            continue;
        }
        let mut end = sentence.span.start;
        let starts = sentence.tokens.of(&tokens.starts).iter();
        for ((token, start), id) in (sentence.tokens.start..).zip(starts).zip(sentence.tokens.of(&tokens.types)) {
            let span = Span::new(*start, start + crate::span::to_u32(corpus.vocabulary().get(*id).len()));
            while mentions.peek().is_some_and(|m| m.span.end <= span.start) {
                mentions.next();
            }
            let named = mentions.peek().is_some_and(|m| m.span.start <= span.start);
            let lexeme =
                if named { LexemeId::NONE } else { lexemes.get(id.0 as usize).copied().unwrap_or(LexemeId::NONE) };
            if !plain(text, end, span.start) {
                close(out, token, number, span);
            }
            if lexeme == LexemeId::NONE {
                close(out, token, number, span);
            } else {
                out.push(Slot { lexeme, token, sentence: number, span });
            }
            end = span.end;
        }
        close(out, sentence.tokens.end, number, sentence.span);
    }
}

fn close(out: &mut Vec<Slot>, token: u32, sentence: u32, span: Span) {
    if out.last().is_some_and(|s| s.lexeme != LexemeId::NONE) {
        out.push(Slot { lexeme: LexemeId::NONE, token, sentence, span });
    }
}

/// Whether two words with this gap between them can be of one phrase: blanks, or one hyphen.
#[must_use]
pub fn plain(text: &[u8], end: u32, start: u32) -> bool {
    match text.get(end as usize..start as usize) {
        Some([b' ' | b'-'] | []) => true,
        Some(gap) => gap.len() < 8 && gap.iter().all(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t' | 0xc2 | 0xa0)),
        None => false,
    }
}

/// The phrases that begin at each slot: up to three words long.
pub fn grams(slots: &[Slot]) -> impl Iterator<Item = (Gram, usize, &Slot)> {
    slots.iter().enumerate().flat_map(move |(i, slot)| {
        let rest = slots.get(i..(i + 3).min(slots.len())).unwrap_or(&[]);
        let length = rest.iter().take_while(|s| s.lexeme != LexemeId::NONE).count();
        (1..=length).map(move |n| (gram(rest, n), n, slot))
    })
}

/// The first `n` lexemes of the slots.
#[must_use]
pub fn gram(slots: &[Slot], n: usize) -> Gram {
    let mut gram = [LexemeId::NONE; 3];
    for (place, slot) in gram.iter_mut().zip(slots.iter().take(n)) {
        *place = slot.lexeme;
    }
    gram
}

/// How much there is of one phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseCount {
    /// The phrase.
    pub gram: Gram,
    /// Mentions.
    pub mentions: u32,
    /// Articles with at least one.
    pub articles: u32,
    /// The number (in order of the articles given) of the first slot where it stands: a tie-breaker.
    pub first: u32,
}

/// Counts the phrases of the articles; those with fewer than `min` mentions are left out.
///
/// With `min` of 2 or more, three words are only counted where their first two were seen `min` times, so
/// that the table stays small on large corpora.
#[must_use]
pub fn phrases(corpus: &Corpus, views: &[View<'_>], scope: &Scope, min: u32) -> Vec<PhraseCount> {
    let mut table = PhraseTable::default();
    let mut slots = Vec::new();
    for pass in [1..=2, 3..=3] {
        let mut at = 0u32;
        for (article, view) in (1u32..).zip(views) {
            runs(corpus, *view, scope, &mut slots);
            for (gram, n, _) in grams(&slots) {
                at += 1;
                if !pass.contains(&n) {
                    continue;
                }
                if n == 3 && min > 1 {
                    let [a, b, c] = gram;
                    let pairs = [[a, b, LexemeId::NONE], [b, c, LexemeId::NONE]];
                    if pairs.iter().any(|pair| table.mentions(pair) < min) {
                        continue;
                    }
                }
                table.add(gram, article, at);
            }
        }
    }
    table.rows.into_iter().map(|(row, _)| row).filter(|row| row.mentions >= min).collect()
}

#[derive(Debug, Default)]
struct PhraseTable {
    index: FxHashMap<Gram, u32>,
    /// With the last article that was counted.
    rows: Vec<(PhraseCount, u32)>,
}

impl PhraseTable {
    fn mentions(&self, gram: &Gram) -> u32 {
        self.index.get(gram).and_then(|i| self.rows.get(*i as usize)).map_or(0, |(row, _)| row.mentions)
    }

    fn add(&mut self, gram: Gram, article: u32, at: u32) {
        let i = *self.index.entry(gram).or_insert_with(|| {
            self.rows.push((PhraseCount { gram, mentions: 0, articles: 0, first: at }, 0));
            crate::span::to_u32(self.rows.len() - 1)
        });
        if let Some((row, last)) = self.rows.get_mut(i as usize) {
            row.mentions += 1;
            if *last != article {
                *last = article;
                row.articles += 1;
            }
        }
    }
}
