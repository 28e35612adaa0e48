//! Keyword candidates: runs of words between stop words, names and punctuation, and the phrases of up to
//! [`LONGEST`] words in them.

use crate::corpus::{Corpus, LexemeId, View};
use crate::count::Scope;
use crate::count::numbering::Numbering;
use crate::count::term::{Source, Terms};
use crate::order::sort_rows;
use crate::segment::Part;
use crate::span::to_u32;

/// Most words of a phrase.
pub const LONGEST: usize = 5;
/// Longer phrases than this are one only where they come again: of the words that happen to stand in a row once,
/// most are none.
const PLAIN: usize = 3;

/// A phrase; unused places are [`LexemeId::NONE`].
pub type Gram = [LexemeId; LONGEST];

/// A word of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What keywords count.
    pub lexeme: LexemeId,
    /// Twice its number among the paste's tokens, and one more where the next slot is of the same run.
    place: u32,
    /// The row of the longest counted phrase that begins here; that of a word has the number of its lexeme.
    row: u32,
}

impl Slot {
    /// Into the paste's tokens.
    #[must_use]
    pub fn token(&self) -> u32 {
        self.place >> 1
    }

    /// Whether the word at the next slot follows it in a run.
    #[must_use]
    pub fn followed(&self) -> bool {
        self.place & 1 != 0
    }
}

/// Adds the words of an article's headline and body as runs. Names that count as entities end a run, too: they are
/// terms of their own. The dateline is metadata.
#[inline(never)]
pub fn runs(corpus: &Corpus, view: View<'_>, scope: &Scope, out: &mut Vec<Slot>) {
    let all = &view.paste.segmentation.tokens;
    let starts = &view.paste.starts;
    let lexemes = corpus.lexemes().of(view.language());
    let text = view.paste.text.as_bytes();
    let begins = |token: u32| starts.get(token as usize).unwrap_or(u32::MAX);
    // The words that begin inside a name: the first, and the first after it.
    let mut names = view.mentions.iter().filter(|m| scope.role(m.role)).map(|m| {
        // `l'Europe` is a word that begins before the name.
        let first = m.token + u32::from(begins(m.token) < m.span.start);
        let mut end = first;
        while begins(end) < m.span.end {
            end += 1;
        }
        (first, end)
    });
    // Up to where the last name reaches; before any there is one that holds nothing.
    let (mut next, mut named) = (Some((0, 0)), 0);
    let dateline = view.article.dateline.as_ref().map(|d| d.span).filter(|_| !scope.metadata).unwrap_or_default();
    // The words of a sentence that may be of a phrase: found first and without a branch, since no processor guesses
    // which they are.
    let longest = view.sentences().map(|(_, s)| s.tokens.len()).max().unwrap_or(0);
    let mut words = vec![(0, LexemeId::NONE); longest];
    for (_, sentence) in view.sentences() {
        if !matches!(sentence.part, Part::Headline | Part::Body) {
            continue;
        }
        let mut count = 0;
        for (token, id) in (sentence.tokens.start..).zip(sentence.tokens.of(&all.types)) {
            let lexeme = lexemes.get(id.0 as usize).copied().unwrap_or(LexemeId::NONE);
            if let Some(word) = words.get_mut(count) {
                *word = (token, lexeme);
            }
            count += usize::from(lexeme != LexemeId::NONE);
        }
        let dated = sentence.span.overlaps(dateline);
        // The token after the last word.
        let mut after = u32::MAX;
        for (token, lexeme) in words.get(..count).unwrap_or(&[]) {
            while let Some((_, end)) = next.filter(|(first, _)| first <= token) {
                named = named.max(end);
                next = names.next();
            }
            if *token < named || dated && (dateline.start..dateline.end).contains(&begins(*token)) {
                continue;
            }
            if *token == after
                && let Some(last) = out.last_mut()
            {
                let spaced = starts.spaced(*token as usize) || {
                    let id = all.types.get(last.token() as usize).copied().unwrap_or_default();
                    plain(text, begins(last.token()) + corpus.vocabulary().length(id), begins(*token))
                };
                last.place |= u32::from(spaced);
            }
            out.push(Slot { lexeme: *lexeme, place: token * 2, row: lexeme.0 });
            after = token + 1;
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

/// Phrases, found word by word.
#[derive(Clone, Debug, Default)]
pub struct Grams {
    /// By what comes before, which is [`NONE`] for a first word, and a word: what begins a phrase, or is one.
    steps: Numbering,
    /// By that number: the number of the phrase, or [`NONE`]; and whether a longer one begins with it.
    ends: Vec<(u32, bool)>,
}

impl Grams {
    /// Adds a phrase by a number of its own.
    #[inline(never)]
    pub fn add(&mut self, gram: &[LexemeId], number: u32) {
        let mut at = NONE;
        for lexeme in gram.iter().take_while(|l| **l != LexemeId::NONE) {
            if let Some((_, longer)) = self.ends.get_mut(at as usize) {
                *longer = true;
            }
            at = self.steps.number(at, lexeme.0);
            self.ends.resize(self.steps.len(), (NONE, false));
        }
        if let Some((end, _)) = self.ends.get_mut(at as usize) {
            *end = number;
        }
    }

    /// Where a word leads from what came before, [`NONE`] for a first word; `None` where nothing goes on so.
    #[must_use]
    pub fn step(&self, before: u32, lexeme: LexemeId) -> Option<u32> {
        self.steps.get(before, lexeme.0)
    }

    /// The number of the phrase that ends here, or [`NONE`], and whether a longer one goes on.
    #[must_use]
    pub fn at(&self, step: u32) -> (u32, bool) {
        self.ends.get(step as usize).copied().unwrap_or((NONE, false))
    }

    /// Whether there is this phrase.
    #[must_use]
    pub fn has(&self, gram: &Gram) -> bool {
        let mut words = gram.iter().take_while(|l| **l != LexemeId::NONE);
        words.try_fold(NONE, |at, lexeme| self.step(at, *lexeme)).is_some_and(|step| self.at(step).0 != NONE)
    }
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

impl PhraseCount {
    fn new(first: u32, words: u8) -> Self {
        PhraseCount { first, words, mentions: 0, articles: 0, inside: 0, last: NONE }
    }

    fn see(&mut self, article: u32) {
        self.mentions += 1;
        self.articles += u32::from(self.last != article);
        self.last = article;
    }
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

/// Nothing has this number.
pub const NONE: u32 = u32::MAX;

impl Phrases {
    /// Counts the phrases of the articles.
    ///
    /// A phrase of several words is only counted where the phrases that it starts and ends with have `min`
    /// mentions: no other can have as many (Agrawal & Srikant 1994), and the tables stay small.
    #[must_use]
    pub fn count(corpus: &Corpus, views: &[View<'_>], scope: &Scope, min: u32) -> Self {
        let mut out = Phrases::default();
        // Less than half of all words are of runs.
        out.slots.reserve(views.iter().map(|v| v.article.tokens.len()).sum::<usize>() / 2);
        let mut ends = Vec::with_capacity(views.len());
        for view in views {
            runs(corpus, *view, scope, &mut out.slots);
            ends.push(out.slots.len());
        }
        // The slots where a phrase of the last length begins, and another at the next.
        let mut starts = out.single(corpus.lexemes().len(), &ends);
        for words in 2..=LONGEST {
            starts = out.longer(words, &starts, &ends, if words > PLAIN { min.max(2) } else { min });
        }
        out.rows.retain(|row| row.mentions > u32::from(usize::from(row.words) > PLAIN));
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
        self.slots.get(row.first as usize).map_or(0, Slot::token)
    }

    /// The words of the runs of an article, by its number among those counted.
    #[must_use]
    pub fn slots(&self, article: usize) -> &[Slot] {
        let start = article.checked_sub(1).and_then(|i| self.ends.get(i)).copied().unwrap_or(0);
        let end = self.ends.get(article).copied().unwrap_or(start);
        self.slots.get(start..end).unwrap_or(&[])
    }

    /// Counts the words; gives the slots of those that another follows.
    #[inline(never)]
    fn single(&mut self, lexemes: usize, ends: &[usize]) -> Vec<u32> {
        self.rows = vec![PhraseCount::new(0, 1); lexemes];
        let mut starts = Vec::with_capacity(self.slots.len() / 2);
        let mut start = 0;
        for (article, end) in (0u32..).zip(ends) {
            for (i, slot) in (start..).zip(self.slots.get(start..*end).unwrap_or(&[])) {
                let Some(row) = self.rows.get_mut(slot.row as usize) else { continue };
                if row.mentions == 0 {
                    row.first = to_u32(i);
                }
                row.see(article);
                if slot.followed() {
                    starts.push(to_u32(i));
                }
            }
            start = *end;
        }
        starts
    }

    /// Counts the phrases of one word more than those that begin at `starts` and at the slots after these; gives where
    /// they begin and another does at the next slot.
    #[inline(never)]
    fn longer(&mut self, words: usize, starts: &[u32], ends: &[usize], min: u32) -> Vec<u32> {
        // By the shorter phrase and the word after it. It is the largest thing that any question needs: most phrases
        // come again, or are of rare words.
        let mut known = Numbering::of(starts.len() / 2);
        let first = to_u32(self.rows.len());
        self.rows.reserve(starts.len() / 2);
        let mut further = Vec::new();
        let mut last: Option<u32> = None;
        // What comes again, and what it begins and ends with.
        let mut again: Vec<(u32, [u32; 2])> = Vec::new();
        let mut article = 0;
        for i in starts {
            let at_slot = *i as usize;
            // What begins at the next slot is still the shorter phrase.
            let Some([Slot { row: left, .. }, Slot { row: right, .. }, ..]) = self.slots.get(at_slot..) else {
                continue;
            };
            let (left, right) = (*left, *right);
            let frequent = |row: u32| self.rows.get(row as usize).is_some_and(|row| row.mentions >= min);
            if !frequent(left) || !frequent(right) {
                continue;
            }
            while ends.get(article).is_some_and(|end| at_slot >= *end) {
                article += 1;
            }
            let Some(word) = self.slots.get(at_slot + words - 1).map(|slot| slot.lexeme) else { continue };
            let row = first + known.number(left, word.0);
            if row as usize == self.rows.len() {
                self.rows.push(PhraseCount::new(*i, words as u8));
            }
            if let (Some(count), Some(slot)) = (self.rows.get_mut(row as usize), self.slots.get_mut(at_slot)) {
                count.see(to_u32(article));
                slot.row = row;
                if count.mentions == 2 {
                    again.push((row, [left, right]));
                }
            }
            further.extend(last.filter(|last| last + 1 == *i));
            last = Some(*i);
        }
        for (row, parts) in again {
            let own = self.rows.get(row as usize).map_or(0, |r| r.mentions);
            for part in parts {
                if let Some(part) = self.rows.get_mut(part as usize) {
                    part.inside = part.inside.max(own);
                }
            }
        }
        further
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
