//! Paste to articles, articles to paragraphs, sentences and words. Every cut and every field names
//! the rule that made it.
//!
//! Absent from here: names and statistics.

#![allow(missing_docs)] // lifted when the room is built
use crate::lang::Pack;
use crate::span::{Range, Span};
use crate::text::{TypeId, Vocabulary};

/// What part of an article a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Headline,
    /// Running text: what statistics count.
    Body,
    /// Byline, source and date lines, captions, credits.
    Metadata,
    /// Menus, share buttons, advertisements: kept out of everything.
    Boilerplate,
}

/// A found value, where it stands (in the paste) and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<T> {
    pub value: T,
    pub span: Span,
    pub rule: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// The date that `2021-07-16` says.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Date> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        let date = Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        ((1..=12).contains(&date.month) && (1..=31).contains(&date.day)).then_some(date)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

/// `TASHKENT, July 16 (Xinhua) -- `: the whole of it, and its parts. The year may be taken from the article's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    pub span: Span,
    pub place: Option<Field<String>>,
    pub date: Option<Field<Date>>,
    pub agency: Option<Field<String>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// From its first to its last character that is not white space, separators excluded.
    pub span: Span,
    /// Why it begins where it begins: the rule, and the marker in the paste (empty span where none).
    pub cut: Field<()>,
    pub headline: Option<Field<String>>,
    pub date: Option<Field<Date>>,
    pub time: Option<Field<Time>>,
    pub source: Option<Field<String>>,
    pub byline: Option<Field<String>>,
    pub dateline: Option<Dateline>,
    /// ISO 639-1.
    pub language: Option<Field<String>>,
    /// From the first character after the dateline to the end of the last body paragraph.
    pub body: Span,
    /// Into `Segmentation::paragraphs`.
    pub paragraphs: Range,
    /// Into `Segmentation::sentences`.
    pub sentences: Range,
    /// Into `Segmentation::tokens`.
    pub tokens: Range,
}

/// A paragraph (headline and metadata lines are paragraphs of their own part).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub span: Span,
    pub part: Part,
    pub sentences: Range,
}

/// A sentence never crosses a paragraph; together they cover all words of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    pub part: Part,
    pub tokens: Range,
}

/// Words (UAX #29 segments with a letter or digit; punctuation and blanks are gaps), as two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    pub starts: Vec<u32>,
    pub types: Vec<TypeId>,
}

/// Something odd in the paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A stable name: `no-text`, `markers-promised`, `nul-characters`, ...
    pub code: &'static str,
    /// One English sentence, with the numbers in it.
    pub message: String,
    pub span: Span,
}

/// What one paste came apart into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmentation {
    pub articles: Vec<Article>,
    pub paragraphs: Vec<Paragraph>,
    pub sentences: Vec<Sentence>,
    pub tokens: Tokens,
    pub notices: Vec<Notice>,
    /// How many articles the paste's own markers promise (`1 of 12 DOCUMENTS`), where they do.
    pub promised: Option<u32>,
}

/// Takes a paste apart. Any text gives a result; `vocabulary` grows by the new word forms.
/// `progress` is called now and then with the bytes done.
pub fn segment(
    text: &str,
    packs: &[Pack<'_>],
    vocabulary: &mut Vocabulary,
    progress: &mut dyn FnMut(usize),
) -> Segmentation {
    let _ = (text, packs, vocabulary, progress);
    Segmentation::default()
}
