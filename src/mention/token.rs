//! The words of an article with what stands between them.

use crate::lang::Flags;
use crate::mention::lexicon::{Lexicon, PLAIN, Shape, Word};
use crate::segment::{Article, Part, Segmentation};
use crate::span::Span;
use crate::text::bytes::characters;
use crate::text::{TypeId, Vocabulary};

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// The beginning of a sentence, or the end of one inside quotes.
    Start,
    /// Blanks.
    Blank,
    /// A hyphen without blanks.
    Hyphen,
    /// A full stop after an initial or an abbreviation, and a blank.
    Dot,
    /// ` & `.
    And,
    /// A comma and a blank.
    Comma,
    /// ` (`.
    Open,
    /// Anything else.
    Break,
}

/// A word of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'l> {
    pub id: TypeId,
    pub word: &'l Word,
    pub span: Span,
    pub gap: Gap,
    pub sentence: u32,
    /// Into the segmentation's tokens.
    pub index: u32,
    pub part: Part,
    /// Capitals say nothing here: a headline in title case, a line in capitals.
    pub loud: bool,
}

impl Token<'_> {
    /// Without the possessive ending.
    pub(crate) fn bare(&self) -> Span {
        Span::new(self.span.start, self.span.end.saturating_sub(self.word.possessive.into()))
    }

    /// Where its name ends when it is the last word of one: with the full stop of `U.S.`, `Corp.`, `Jr.`.
    pub(crate) fn name_end(&self, text: &str) -> u32 {
        let end = self.bare().end;
        let stop = self.word.possessive == 0 && text.as_bytes().get(end as usize) == Some(&b'.');
        let dotted = || self.span.of(text).contains('.');
        let short = Flags::ABBREVIATION.with(Flags::ABBREVIATION_END).with(Flags::NAME_SUFFIX);
        if stop && (self.word.flags.any(short) || dotted()) { end + 1 } else { end }
    }

    /// Whether it begins with a capital.
    pub(crate) fn capital(&self) -> bool {
        matches!(self.word.shape, Shape::Capital | Shape::Capitals)
    }
}

/// Reads the words of an article but for its boilerplate.
#[inline(never)]
pub(crate) fn tokens<'l>(
    text: &str,
    article: &Article,
    all: &Segmentation,
    vocabulary: &Vocabulary,
    lexicon: &'l Lexicon,
) -> Vec<Token<'l>> {
    let mut out: Vec<Token<'l>> = Vec::with_capacity(article.tokens.len());
    for (number, sentence) in (article.sentences.start..).zip(article.sentences.of(&all.sentences)) {
        if sentence.part == Part::Boilerplate {
            continue;
        }
        let first = out.len();
        let mut before: Option<(&Word, TypeId, u32)> = None;
        let starts = sentence.tokens.of(&all.tokens.starts);
        let types = sentence.tokens.of(&all.tokens.types);
        let (part, bytes) = (sentence.part, text.as_bytes());
        out.extend(starts.iter().zip(types).zip(sentence.tokens.start..).map(|((start, id), index)| {
            let (start, id) = (*start, *id);
            let span = Span::new(start, start + vocabulary.length(id));
            let word = if handle(bytes, span) { &PLAIN } else { lexicon.word(id) };
            let span = Span::new(start + u32::from(word.elision), span.end);
            let gap = match before {
                None => Gap::Start,
                Some((.., end)) if start == end + 1 && bytes.get(end as usize) == Some(&b' ') => Gap::Blank,
                Some((word, id, end)) => gap(text, end, start, word, vocabulary.get(id)),
            };
            before = Some((word, id, span.end));
            Token { id, word, span, gap, sentence: number, index, part, loud: false }
        }));
        let own = out.get_mut(first..).unwrap_or(&mut []);
        if loud(own) {
            own.iter_mut().for_each(|t| t.loud = true);
        }
    }
    out
}

/// Whether a word is of a handle, a hashtag or an address: `@name`, `#tag`, `name@host`.
#[inline]
fn handle(bytes: &[u8], span: Span) -> bool {
    let before = span.start.checked_sub(1).and_then(|i| bytes.get(i as usize));
    matches!(before, Some(b'@' | b'#' | b'_')) || matches!(bytes.get(span.end as usize), Some(b'@' | b'_'))
}

/// What stands before a word, where it is more than one blank.
#[inline(never)]
fn gap(text: &str, end: u32, start: u32, before: &Word, form: &str) -> Gap {
    match Span::new(end, start).of(text) {
        " " => Gap::Blank,
        "-" | "‑" => Gap::Hyphen,
        " & " | "&" => Gap::And,
        " (" => Gap::Open,
        ", " => Gap::Comma,
        between => {
            if let Some(rest) = between.strip_prefix('.')
                && (rest.is_empty() || rest == " " || rest == "-" && form.bytes().any(|b| b == b'.'))
            {
                if rest == "-" {
                    return Gap::Hyphen;
                }
                let short = characters(form) == 1 || form.bytes().any(|b| b == b'.');
                let listed = before.flags.any(Flags::ABBREVIATION.with(Flags::ABBREVIATION_END));
                let capital = matches!(before.shape, Shape::Capital | Shape::Capitals);
                return if capital && (short || listed) { Gap::Dot } else { Gap::Break };
            }
            if !between.is_empty() && between.chars().all(char::is_whitespace) {
                return Gap::Blank;
            }
            // `... he said. "The ...`: a capital after an opening quote begins a sentence of its own.
            if between.ends_with(['"', '“', '«', '‘']) || between.contains([':', '.', '!', '?', '…', '•']) {
                return Gap::Start;
            }
            Gap::Break
        }
    }
}

/// Whether most words of a sentence are capitalised, so that a capital does not mark a name.
fn loud(tokens: &[Token<'_>]) -> bool {
    let weighs = |t: &&Token<'_>| t.word.shape != Shape::Number && t.word.possessive == 0;
    let (mut all, mut capitals, mut shouted, mut small) = (0u32, 0u32, 0u32, 0u32);
    for t in tokens.iter().filter(weighs) {
        all += 1;
        capitals += u32::from(t.capital());
        shouted += u32::from(t.word.shape == Shape::Capitals && t.span.len() > 1);
        // Title case leaves short function words small; sentence case leaves long ones, too.
        small += u32::from(t.word.shape == Shape::Lower && t.span.len() > 4);
    }
    let headline = tokens.first().is_some_and(|t| t.part == Part::Headline);
    all >= 4
        && (shouted * 10 >= all * 7
            || headline && (capitals * 10 >= all * 6 && small == 0 || capitals * 100 >= all * 72))
}
