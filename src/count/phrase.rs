//! Keyword candidates: runs of words between stop words, names and punctuation, and the phrases of up to
//! [`LONGEST`] words in them.

use crate::corpus::{Corpus, LexemeId, View};
use crate::count::Scope;
use crate::count::term::{Source, Terms};
use crate::order::sort_rows;
use crate::segment::Part;
use crate::span::to_u32;
use crate::text::TypeId;

/// Most words of a phrase.
pub const LONGEST: usize = 5;
/// Longer phrases than this are one only where they come again: of the words that happen to stand in a row once,
/// most are none.
const PLAIN: usize = 3;

/// A phrase; unused places are [`LexemeId::NONE`].
pub type Gram = [LexemeId; LONGEST];

/// A word of a run, or with the lexeme NONE the end of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What keywords count.
    pub lexeme: LexemeId,
    /// Into the paste's tokens.
    pub token: u32,
    /// The row of the longest counted phrase that begins here.
    row: u32,
}

impl Slot {
    fn new(lexeme: LexemeId, token: u32) -> Self {
        Slot { lexeme, token, row: NONE }
    }

    /// Whether it is a word.
    #[must_use]
    pub fn word(&self) -> bool {
        self.lexeme != LexemeId::NONE
    }
}

/// Adds the words of an article's headline and body as runs. Names that count as entities end a run, too: they are
/// terms of their own. The dateline is metadata.
#[inline(never)]
pub fn runs(corpus: &Corpus, view: View<'_>, scope: &Scope, out: &mut Vec<Slot>) {
    let all = &view.paste.segmentation.tokens;
    let lexemes = corpus.lexemes().of(view.language());
    let text = view.paste.text.as_bytes();
    let mut mentions = view.mentions.iter().filter(|m| scope.role(m.role));
    let mut next = mentions.next();
    // Up to where the last name reaches.
    let mut named = 0;
    let dateline = view.article.dateline.as_ref().map(|d| d.span).filter(|_| !scope.metadata).unwrap_or_default();
    for (_, sentence) in view.sentences() {
        if !matches!(sentence.part, Part::Headline | Part::Body) {
            continue;
        }
        // The last word of the run, while there is one.
        let mut last: Option<(u32, TypeId)> = None;
        for (token, id) in (sentence.tokens.start..).zip(sentence.tokens.of(&all.types)) {
            let lexeme = lexemes.get(id.0 as usize).copied().unwrap_or(LexemeId::NONE);
            let before = last.take();
            // Where a word that is none of a phrase begins, nothing asks.
            if lexeme != LexemeId::NONE {
                let start = view.paste.starts.get(token as usize).unwrap_or(0);
                while let Some(m) = next.filter(|m| m.span.start <= start) {
                    named = named.max(m.span.end);
                    next = mentions.next();
                }
                if start >= named && !(dateline.start <= start && start < dateline.end) {
                    let apart = |(before, word)| !plain(text, before + corpus.vocabulary().length(word), start);
                    if before.is_some_and(apart) {
                        out.push(Slot::new(LexemeId::NONE, token));
                    }
                    out.push(Slot::new(lexeme, token));
                    last = Some((start, *id));
                    continue;
                }
            }
            if before.is_some() {
                out.push(Slot::new(LexemeId::NONE, token));
            }
        }
        if last.is_some() {
            out.push(Slot::new(LexemeId::NONE, sentence.tokens.end));
        }
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

/// The first `n` lexemes.
#[must_use]
pub fn gram(lexemes: impl Iterator<Item = LexemeId>, n: usize) -> Gram {
    let mut gram = [LexemeId::NONE; LONGEST];
    for (place, lexeme) in gram.iter_mut().zip(lexemes.take(n)) {
        *place = lexeme;
    }
    gram
}

/// How much there is of one phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseCount {
    /// The slot (in order of the articles given) where it first stands.
    pub first: u32,
    /// How many words it has.
    pub words: u8,
    /// Mentions.
    pub mentions: u32,
    /// Articles with at least one.
    pub articles: u32,
    /// Mentions of the commonest longer phrase that holds it, of those with two mentions or more.
    pub inside: u32,
    /// The last article that was counted.
    last: u32,
}

/// The phrases of some articles.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// The words of all runs of all articles.
    slots: Vec<Slot>,
    /// Where the slots of each article end.
    ends: Vec<usize>,
    /// All phrases that were counted.
    pub rows: Vec<PhraseCount>,
}

/// No row has this number.
const NONE: u32 = u32::MAX;

impl Phrases {
    /// Counts the phrases of the articles.
    ///
    /// A phrase of several words is only counted where the phrases that it starts and ends with have `min`
    /// mentions: no other can have as many (Agrawal & Srikant 1994), and the tables stay small.
    #[must_use]
    pub fn count(corpus: &Corpus, views: &[View<'_>], scope: &Scope, min: u32) -> Self {
        let mut out = Phrases::default();
        let words = views.iter().map(|v| v.article.tokens.len()).sum();
        out.slots.reserve(words);
        let mut ends = Vec::with_capacity(views.len());
        for view in views {
            runs(corpus, *view, scope, &mut out.slots);
            ends.push(out.slots.len());
        }
        // The slots where a phrase of the last length begins that may grow.
        let mut starts = out.single(corpus.lexemes().len(), &ends);
        for words in 2..=LONGEST {
            starts = out.longer(words, starts, &ends, if words > PLAIN { min.max(2) } else { min });
        }
        out.rows.retain(|row| usize::from(row.words) <= PLAIN || row.mentions > 1);
        out.ends = ends;
        out
    }

    /// The lexemes of a phrase.
    #[must_use]
    pub fn gram(&self, row: &PhraseCount) -> Gram {
        let own = self.slots.get(row.first as usize..).unwrap_or(&[]);
        gram(own.iter().map(|slot| slot.lexeme), row.words.into())
    }

    /// Into the paste's tokens: the first word of a phrase where it first stands.
    #[must_use]
    pub fn token(&self, row: &PhraseCount) -> u32 {
        self.slots.get(row.first as usize).map_or(0, |slot| slot.token)
    }

    /// The words of the runs of an article, by its number among those counted.
    #[must_use]
    pub fn slots(&self, article: usize) -> &[Slot] {
        let start = article.checked_sub(1).and_then(|i| self.ends.get(i)).copied().unwrap_or(0);
        let end = self.ends.get(article).copied().unwrap_or(start);
        self.slots.get(start..end).unwrap_or(&[])
    }

    fn see(&mut self, number: u32, slot: usize, article: u32) {
        if let (Some(row), Some(slot)) = (self.rows.get_mut(number as usize), self.slots.get_mut(slot)) {
            row.mentions += 1;
            row.articles += u32::from(row.last != article);
            row.last = article;
            slot.row = number;
        }
    }

    fn add(&mut self, first: usize, words: usize) -> u32 {
        let row = to_u32(self.rows.len());
        let words = words as u8;
        self.rows.push(PhraseCount { first: to_u32(first), words, mentions: 0, articles: 0, inside: 0, last: NONE });
        row
    }

    #[inline(never)]
    fn single(&mut self, lexemes: usize, ends: &[usize]) -> Vec<u32> {
        let mut known = vec![NONE; lexemes];
        self.rows.reserve(lexemes);
        let mut starts = Vec::with_capacity(self.slots.len());
        let mut start = 0;
        // Whether the word before is of the same run: a word that stands alone begins no longer phrase, and ends none.
        let mut inside = false;
        for (article, end) in (0u32..).zip(ends) {
            for i in start..*end {
                let lexeme = self.slots.get(i).map_or(NONE, |slot| slot.lexeme.0);
                let Some(row) = known.get_mut(lexeme as usize) else { continue };
                if *row == NONE {
                    *row = self.add(i, 1);
                }
                self.see(*row, i, article);
                let before = std::mem::replace(&mut inside, self.slots.get(i + 1).is_some_and(Slot::word));
                if before || inside {
                    starts.push(to_u32(i));
                }
            }
            start = *end;
        }
        starts
    }

    /// Counts the phrases of one word more than those that begin at `starts`; gives where they begin.
    #[inline(never)]
    fn longer(&mut self, words: usize, mut starts: Vec<u32>, ends: &[usize], min: u32) -> Vec<u32> {
        // Where a frequent shorter phrase begins.
        let row_of = |i: &u32| self.slots.get(*i as usize).and_then(|slot| self.rows.get(slot.row as usize));
        starts.retain(|i| row_of(i).is_some_and(|row| row.mentions >= min));
        let shorter = starts;
        // Open addressing: the shorter phrase, the word after it, and the row plus one, 0 where free. It is the largest
        // thing that any question needs: no larger than for every phrase to be another one.
        let most = shorter.array_windows().filter(|[i, next]| i + 1 == *next).count();
        let mask = (most * 4 / 3 + 1).next_power_of_two() - 1;
        let mut table = vec![[0u32; 3]; mask + 1];
        self.rows.reserve(most / 2);
        let mut starts = Vec::with_capacity(most);
        let mut seen: Vec<(u32, [u32; 2])> = Vec::new();
        let mut article = 0;
        for [i, next] in shorter.array_windows() {
            let at_slot = *i as usize;
            // What begins at the next slot is still the shorter phrase.
            let Some([Slot { row: left, .. }, Slot { row: right, .. }, ..]) =
                self.slots.get(at_slot..).filter(|_| i + 1 == *next)
            else {
                continue;
            };
            let (left, right) = (*left, *right);
            while ends.get(article).is_some_and(|end| at_slot >= *end) {
                article += 1;
            }
            let Some(word) = self.slots.get(at_slot + words - 1).map(|slot| slot.lexeme) else { continue };
            let key = u64::from(left) << 32 | u64::from(word.0);
            let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
            let row = loop {
                match table.get_mut(at) {
                    Some(free @ [_, _, 0]) => {
                        let row = self.add(at_slot, words);
                        *free = [left, word.0, row + 1];
                        seen.push((row, [left, right]));
                        break row;
                    }
                    Some([first, after, row]) if *first == left && *after == word.0 => break *row - 1,
                    _ => at = (at + 1) & mask,
                }
            };
            self.see(row, at_slot, to_u32(article));
            starts.push(*i);
        }
        for (row, parts) in seen {
            let Some(own) = self.rows.get(row as usize).map(|r| r.mentions).filter(|n| *n > 1) else { continue };
            for part in parts {
                if let Some(part) = self.rows.get_mut(part as usize) {
                    part.inside = part.inside.max(own);
                }
            }
        }
        starts
    }
}

/// Adds the commonest phrases of some articles to terms: those with `floor` mentions or more, but for those that only
/// ever stand in a longer one; ties by articles, then by where they first stand.
#[inline(never)]
pub fn add_commonest(
    terms: &mut Terms<'_>,
    corpus: &Corpus,
    views: &[View<'_>],
    scope: &Scope,
    floor: u32,
    most: usize,
) {
    let found = Phrases::count(corpus, views, scope, floor);
    let mut best: Vec<&PhraseCount> = found.rows.iter().collect();
    best.retain(|r| r.mentions >= floor && r.inside < r.mentions);
    sort_rows(&mut best, &mut |x, y| (y.mentions, y.articles, x.first).cmp(&(x.mentions, x.articles, y.first)));
    for row in best.iter().take(most) {
        terms.add(Source::Phrase(found.gram(row)));
    }
}
