//! The words of an article with what stands between them.

use crate::lang::Flags;
use crate::mention::lexicon::{Mark, PLAIN, Seen, Shape, Word, class};
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
    /// What is counted of it.
    pub class: u8,
    /// Capitals say nothing here: a headline in title case, a line in capitals.
    pub loud: bool,
}

impl Token<'_> {
    /// Without the possessive ending.
    pub(crate) fn bare(&self) -> Span {
        Span::new(self.span.start, self.span.end.saturating_sub(self.word.possessive.into()))
    }

    /// Whether it is one letter, of whatever alphabet.
    pub(crate) fn letter(&self, text: &str) -> bool {
        let own = self.bare();
        own.len() == 1 || own.len() == 2 && !self.word.plain && own.of(text).chars().nth(1).is_none()
    }

    /// Where its name ends when it is the last word of one: with the full stop of `U.S.`, `Corp.`, `Jr.`.
    pub(crate) fn name_end(&self, text: &str) -> u32 {
        let end = self.bare().end;
        let stop = self.word.possessive == 0 && text.as_bytes().get(end as usize) == Some(&b'.');
        let dotted = || self.span.of(text).contains('.');
        let short = Flags::ABBREVIATION.with(Flags::ABBREVIATION_END).with(Flags::NAME_SUFFIX);
        // `Elizabeth II` ends a sentence, `Jr.` is written so.
        let number = self.word.shape == Shape::Capitals && self.word.flags.any(Flags::NAME_SUFFIX);
        if stop && !number && (self.word.flags.any(short) || dotted()) { end + 1 } else { end }
    }

    /// Whether a quote begins right before it.
    #[inline(never)]
    pub(crate) fn quoted(&self, text: &str) -> bool {
        text.get(..self.span.start as usize).is_some_and(|before| before.ends_with(['"', '“', '\'', '‘']))
    }

    /// Whether it counts where it stands how it is written.
    fn counts(&self) -> bool {
        self.class & (if self.gap == Gap::Start { class::LOWER } else { class::LOWER | class::UPPER }) != 0
    }

    /// Whether it begins with a capital.
    pub(crate) fn capital(&self) -> bool {
        self.class & class::UPPER != 0
    }
}

/// Reads the words of an article but for its boilerplate, and counts how they are written; `titles`: headlines may have
/// capitals throughout.
#[inline(never)]
pub(crate) fn tokens<'l>(
    text: &str,
    article: &Article,
    all: &Segmentation,
    vocabulary: &Vocabulary,
    words: &'l [Word],
    seen: &mut Seen<'_>,
    titles: bool,
) -> Vec<Token<'l>> {
    let (bytes, article_number) = (text.as_bytes(), seen.article);
    let mut out: Vec<Token<'l>> = Vec::with_capacity(article.tokens.len());
    for (number, sentence) in (article.sentences.start..).zip(article.sentences.of(&all.sentences)) {
        if sentence.part == Part::Boilerplate {
            continue;
        }
        let first = out.len();
        let (part, types) = (sentence.part, sentence.tokens.of(&all.tokens.types));
        let mut of = [0; 8];
        let marks = &mut *seen.marks;
        let mut starts = sentence.tokens.of(&all.tokens.starts).iter().copied();
        let mut next = starts.next().unwrap_or_default();
        // The word before: its form, what is known of it, and where it ends.
        let mut before: Option<(TypeId, &Word, u32)> = None;
        out.extend(types.iter().zip(sentence.tokens.start..).map(|(id, index)| {
            let (own, id) = (next, *id);
            next = starts.next().unwrap_or_default();
            let (mut word, mut none) = (words.get(id.0 as usize).unwrap_or(&PLAIN), Mark::default());
            let mark = marks.get_mut(id.0 as usize).unwrap_or(&mut none);
            let Mark { mut class, mut elision, length, .. } = *mark;
            let length = if length < u16::MAX { length.into() } else { vocabulary.length(id) };
            let (start, end) = (own.byte(), own.byte() + length);
            // A word of a handle, a hashtag or an address: `@name`, `#tag`, `name@host`.
            if !next.spaced() && before_sign(bytes, end) || !own.spaced() && after_sign(bytes, start) {
                word = &PLAIN;
                elision = 0;
                class = class::SMALL | class::of(Shape::Lower, 0, length);
            }
            let gap = if own.spaced() {
                Gap::Blank
            } else {
                before.map_or(Gap::Start, |before| gap(text, before, start, vocabulary))
            };
            before = Some((id, word, end));
            if let Some(n) = of.get_mut(usize::from(class & 7)) {
                *n += 1;
            }
            let span = Span { start: start + u32::from(elision), end };
            let t = Token { id, word, span, gap, sentence: number, index, part, class, loud: false };
            mark.count(article_number, t.counts());
            t
        }));
        if loud(titles && part == Part::Headline, &of) {
            for t in out.get_mut(first..).unwrap_or(&mut []) {
                if t.counts() {
                    seen.take_back(t.id);
                }
                t.loud = true;
            }
        }
    }
    out
}

/// Whether the sign of a handle or an address stands after a word.
fn before_sign(bytes: &[u8], end: u32) -> bool {
    matches!(bytes.get(end as usize), Some(b'@' | b'_'))
}

/// Whether a word stands after the sign of a handle or a hashtag.
fn after_sign(bytes: &[u8], start: u32) -> bool {
    let before = start.checked_sub(1).and_then(|i| bytes.get(i as usize));
    matches!(before, Some(b'@' | b'#' | b'_'))
}

/// What stands before a word, where it is more than one blank.
#[inline(never)]
fn gap(text: &str, (id, before, end): (TypeId, &Word, u32), start: u32, vocabulary: &Vocabulary) -> Gap {
    match Span::new(end, start).of(text) {
        " " => Gap::Blank,
        "-" | "‑" => Gap::Hyphen,
        " & " | "&" => Gap::And,
        " (" => Gap::Open,
        ", " => Gap::Comma,
        between => {
            let form = vocabulary.get(id);
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

/// Whether most words of a sentence are capitalised, so that a capital does not mark a name; `of` are the numbers of
/// its words by their class.
fn loud(headline: bool, of: &[u32; 8]) -> bool {
    let [_, short, small, capital, shouted, mixed, ..] = of;
    let capitals = capital + shouted;
    let all = short + small + capitals + mixed;
    all >= 4
        && (shouted * 10 >= all * 7
            || headline && (capitals * 10 >= all * 6 && *small == 0 || capitals * 100 >= all * 72))
}
