//! How much one article is about a term: the default ranking of its keywords.
//!
//! Four things speak for a term. It comes again, though the tenth time says less than the second. It comes
//! early, since news puts first what matters most. Its words are long for the text: what is said often in a
//! language is short, and long words carry more information (Piantadosi, Tily & Gibson 2011). And it stands
//! on its own between function words, not only as a part of something longer.
//!
//! Whether one word or several make the better keyword depends on the text: news is about names and single
//! words, technical prose about compounds. The share of compounds among all names and phrases tells.

use crate::corpus::{Corpus, LexemeId, View};
use crate::count::Scope;
use crate::count::phrase::{Gram, Grams, LONGEST, Phrases, gram};
use crate::num::{exp, ln};
use crate::text::bytes::characters;

/// The power of the mentions: ten count as four.
const MENTIONS: f64 = 0.6;
/// A term that is first mentioned at the end counts e^-0.6 = 0.55 of one in the headline.
const PLACE: f64 = 0.6;
/// The power of the letters a word has, over those of the text's words on average.
const LETTERS: f64 = 1.25;
/// No word counts as longer than so many times the average.
const LONG: f64 = 1.5;
/// A name of one word, over a word.
const NAME: f64 = 1.15;
/// The power of the words of a name: the more, the less.
const NAME_WORDS: f64 = -0.67;
/// How much each further word of a phrase is worth more in a text with more compounds than usual.
const COMPOUNDS: f64 = 5.0;
/// The usual share of compounds: about that of news.
const USUAL: f64 = 0.32;
/// What a word counts that is always part of a longer phrase.
const WORD_PART: f64 = 0.7;
/// What a phrase counts that is always part of a longer one.
const PHRASE_PART: f64 = 0.5;
/// How many of the mentions within a longer phrase do not count.
const INSIDE: f64 = 1.0 / 3.0;

/// What is multiplied: of mentions, place, length of words (for names, being one), compounds, and standing alone.
pub type Factors = [f64; 5];

/// What an article's terms are measured by.
#[derive(Debug, Default)]
pub struct Salience<'c> {
    keys: Option<&'c Corpus>,
    start: u32,
    words: f64,
    letters: f64,
    compounds: f64,
    /// The phrases that stand between function words, names and punctuation.
    whole: Grams,
}

fn power(x: f64, by: f64) -> f64 {
    exp(by * ln(x))
}

impl<'c> Salience<'c> {
    /// Reads the article; `phrases` are those of this article alone.
    #[must_use]
    pub fn of(corpus: &'c Corpus, view: View<'_>, phrases: &Phrases, scope: &Scope) -> Self {
        let tokens = view.article.tokens;
        let mut out = Salience { keys: Some(corpus), start: tokens.start, ..Salience::default() };
        out.words = tokens.len().max(1) as f64;
        let names = view.mentions.iter().filter(|m| scope.role(m.role)).count();
        let (mut runs, mut several, mut words, mut letters) = (names, 0usize, 0usize, 0usize);
        for run in phrases.slots(0).chunk_by(|slot, _| slot.followed()) {
            runs += 1;
            several += usize::from(run.len() > 1);
            words += run.len();
            letters += run.iter().map(|slot| characters(corpus.lexeme_key(slot.lexeme))).sum::<usize>();
            if run.len() <= LONGEST {
                out.whole.add(&gram(run.iter().map(|slot| slot.lexeme), run.len()), 0);
            }
        }
        out.letters = letters as f64 / words.max(1) as f64;
        out.compounds = several as f64 / runs.max(1) as f64;
        out
    }

    fn place(&self, token: u32) -> f64 {
        exp(-PLACE * f64::from(token.saturating_sub(self.start)) / self.words)
    }

    /// What speaks for a name with so many mentions, of so many words, first mentioned at this token: to be
    /// multiplied.
    #[must_use]
    pub fn name(&self, mentions: u32, words: u32, token: u32) -> Factors {
        let own = NAME * power(f64::from(words.max(1)), NAME_WORDS);
        [power(f64::from(mentions), MENTIONS), self.place(token), own, 1.0, 1.0]
    }

    /// What speaks for a phrase with so many mentions, of them so many `inside` the commonest longer one.
    #[must_use]
    pub fn phrase(&self, gram: &Gram, mentions: u32, inside: u32, token: u32) -> Factors {
        let lexemes = || gram.iter().filter(|l| **l != LexemeId::NONE);
        let words = lexemes().count().max(1) as f64;
        let key = |l: &LexemeId| self.keys.map_or("", |corpus| corpus.lexeme_key(*l));
        let letters = lexemes().map(|l| characters(key(l))).sum::<usize>() as f64 / words;
        let part = if words > 1.0 { PHRASE_PART } else { WORD_PART };
        let part = if self.whole.has(gram) { 1.0 } else { part };
        [
            power(f64::from(mentions) - INSIDE * f64::from(inside), MENTIONS),
            self.place(token),
            power((letters / self.letters).min(LONG), LETTERS),
            exp(COMPOUNDS * (self.compounds - USUAL) * (words - 1.0)),
            part,
        ]
    }
}
