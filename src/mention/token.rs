//! The words of an article with what stands between them.

use crate::lang::Flags;
use crate::mention::lexicon::{Class, Lexicon, PLAIN, Shape, Word};
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

/// Reads the words of an article but for its boilerplate, and counts how they are written.
#[inline(never)]
pub(crate) fn tokens<'l>(
    text: &str,
    article: &Article,
    all: &Segmentation,
    vocabulary: &Vocabulary,
    lexicon: &'l Lexicon,
    seen: &mut Seen,
) -> Vec<Token<'l>> {
    seen.begin(vocabulary.len());
    let bytes = text.as_bytes();
    let mut out: Vec<Token<'l>> = Vec::with_capacity(article.tokens.len());
    for (number, sentence) in (article.sentences.start..).zip(article.sentences.of(&all.sentences)) {
        if sentence.part == Part::Boilerplate {
            continue;
        }
        let first = out.len();
        let (part, types) = (sentence.part, sentence.tokens.of(&all.tokens.types));
        // The word before, where it ends, and the byte there.
        let mut before = (&PLAIN, TypeId(0));
        let (mut end, mut then) = (u32::MAX, 0);
        let mut sums = Sums::default();
        let starts = sentence.tokens.of(&all.tokens.starts);
        out.extend(starts.iter().zip(types).zip(sentence.tokens.start..).map(|((start, id), index)| {
            let (start, id) = (*start, *id);
            let known = lexicon.word(id);
            let stop = start + known.length;
            let after = bytes.get(stop as usize).copied().unwrap_or(0);
            let next = then == b' ' && start == end.wrapping_add(1);
            // A word of a handle, a hashtag or an address: `@name`, `#tag`, `name@host`.
            let handle = matches!(after, b'@' | b'_') || !next && after_sign(bytes, start);
            let (word, class) =
                if handle { (&PLAIN, Class::of(Shape::Lower, 0, known.length)) } else { (known, known.class) };
            let gap = match end {
                _ if next => Gap::Blank,
                u32::MAX => Gap::Start,
                _ => gap(text, end, start, before.0, vocabulary.get(before.1)),
            };
            sums.add(class);
            seen.count(id, class, gap, 1);
            (before, end, then) = ((word, id), stop, after);
            let span = Span::new(start + u32::from(word.elision), stop);
            Token { id, word, span, gap, sentence: number, index, part, loud: false }
        }));
        if sums.loud(part) {
            for t in out.get_mut(first..).unwrap_or(&mut []) {
                t.loud = true;
                // Its capitals say nothing, nor do its small letters.
                seen.count(t.id, t.word.class, t.gap, u32::MAX);
            }
        }
    }
    out
}

/// Whether a word stands after the sign of a handle or a hashtag.
fn after_sign(bytes: &[u8], start: u32) -> bool {
    let before = start.checked_sub(1).and_then(|i| bytes.get(i as usize));
    matches!(before, Some(b'@' | b'#' | b'_'))
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

/// How many words of a sentence weigh, and how many of these have a capital (in the upper half); how many are in
/// capitals, and how many long ones in lower case.
#[derive(Default)]
struct Sums(u64, u64);

impl Sums {
    fn add(&mut self, class: Class) {
        let bits = u64::from(class.0);
        self.0 += bits & 1 | (bits & 2) << 31;
        self.1 += bits >> 2 & 1 | (bits & 8) << 29;
    }

    /// Whether most words of a sentence are capitalised, so that a capital does not mark a name.
    fn loud(&self, part: Part) -> bool {
        let [all, shouted] = [self.0, self.1].map(|sum| sum & u64::from(u32::MAX));
        let [capitals, small] = [self.0, self.1].map(|sum| sum >> 32);
        all >= 4
            && (shouted * 10 >= all * 7
                || part == Part::Headline && (capitals * 10 >= all * 6 && small == 0 || capitals * 100 >= all * 72))
    }
}

/// How often each form stands with a capital inside a sentence of an article, and how often in lower case.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// By the number of a form: the article that was counted last, and how often in it.
    forms: Vec<(u32, u32)>,
    article: u32,
}

impl Seen {
    /// Begins an article.
    fn begin(&mut self, forms: usize) {
        self.article = self.article.wrapping_add(1);
        if self.article == 0 {
            self.forms.clear();
            self.article = 1;
        }
        if self.forms.len() < forms {
            self.forms.resize(forms.next_power_of_two(), (0, 0));
        }
    }

    /// Adds to the count of a form where it counts.
    fn count(&mut self, id: TypeId, class: Class, gap: Gap, n: u32) {
        let counts = if gap == Gap::Start { Class::LOWER } else { Class::LOWER | Class::UPPER };
        if class.0 & counts != 0
            && let Some((article, count)) = self.forms.get_mut(id.0 as usize)
        {
            *count = if *article == self.article { count.wrapping_add(n) } else { n };
            *article = self.article;
        }
    }

    /// How often a form stands where it counts: one that begins with a capital, inside a sentence.
    pub(crate) fn inside(&self, id: TypeId) -> u32 {
        self.forms.get(id.0 as usize).filter(|(article, _)| *article == self.article).map_or(0, |(_, n)| *n)
    }

    /// How often a form in lower case stands.
    pub(crate) fn lower(&self, id: TypeId) -> u32 {
        self.inside(id)
    }
}
