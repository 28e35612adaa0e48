//! Paste to articles, articles to paragraphs, sentences and words. Every cut and every field names
//! the rule that made it.
//!
//! Absent from here: names and statistics.

mod article;
mod byline;
pub mod correct;
mod damage;
mod date;
mod dateline;
mod han;
mod head;
mod label;
mod leads;
mod line;
mod markup;
mod paragraph;
mod relative;
mod sentence;
mod stamp;
mod word;

use article::Cut;
use correct::Corrections;
use line::Line;

use crate::lang::{Packs, detect};
use crate::later;
use crate::span::{Range, Span};
use crate::text::{TypeId, Vocabulary, bytes};

/// What part of an article a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The headline.
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
    /// What was found.
    pub value: T,
    /// Where.
    pub span: Span,
    /// By which rule, in words.
    pub rule: &'static str,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year of the common era.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
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

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl Time {
    /// The time that `14:19` says.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Time> {
        let (hour, minute) = text.split_once(':')?;
        let two = |s: &str| (s.len() == 2).then(|| s.parse::<u8>().ok()).flatten();
        let time = Time { hour: two(hour)?, minute: two(minute)? };
        (time.hour < 24 && time.minute < 60).then_some(time)
    }
}

/// `TASHKENT, July 16 (Xinhua) -- `: the whole of it, and its parts. The year may be taken from the article's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The whole of it, up to the text.
    pub span: Span,
    /// Where it was written.
    pub place: Option<Field<String>>,
    /// When it was written.
    pub date: Option<Field<Date>>,
    /// The agency, by its usual name.
    pub agency: Option<Field<String>>,
}

/// One article of a paste; what the paste does not say is `None`. What most pastes do not say stands apart, since a
/// large paste has many articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// From its first to its last character that is not white space, separators excluded.
    pub span: Span,
    /// Why it begins where it begins: the rule, and the marker in the paste (empty span where none).
    pub cut: Field<()>,
    /// Its headline.
    pub headline: Option<Field<String>>,
    /// Its date, from its head or a dateline with a year.
    pub date: Option<Field<Date>>,
    /// The date in the paste that [`Article::date`] was worked out from, where it was.
    pub reference: Option<Box<Field<Date>>>,
    /// The time beside the date.
    pub time: Option<Box<Field<Time>>>,
    /// Agency or paper, by its usual name where that is known.
    pub source: Option<Box<Field<String>>>,
    /// Who wrote it.
    pub byline: Option<Box<Field<String>>>,
    /// What its first paragraph begins with.
    pub dateline: Option<Box<Dateline>>,
    /// What stands between headline and byline to lead into the text.
    pub standfirst: Option<Box<Field<String>>>,
    /// The part of the paper, as an export tells it.
    pub section: Option<Box<Field<String>>>,
    /// Its address.
    pub url: Option<Box<Field<String>>>,
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
    /// From its first to its last character.
    pub span: Span,
    /// What part of the article it is.
    pub part: Part,
    /// Into `Segmentation::sentences`.
    pub sentences: Range,
}

/// A sentence never crosses a paragraph; together they cover all words of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last character.
    pub span: Span,
    /// What part of the article it is.
    pub part: Part,
    /// Into `Segmentation::tokens`.
    pub tokens: Range,
}

/// Where a word begins, and whether a blank and nothing else stands between it and the word before it in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start(u32);

/// Of the bytes of a paste there are fewer.
const SPACED: u32 = 1 << 31;

impl Start {
    /// A word that begins at this byte; `spaced` may be left out where it is not known.
    #[must_use]
    pub const fn new(byte: u32, spaced: bool) -> Start {
        Start(if spaced { byte | SPACED } else { byte })
    }

    /// Its first byte.
    #[inline]
    #[must_use]
    pub const fn byte(self) -> u32 {
        self.0 & !SPACED
    }

    /// Whether a blank and nothing else stands before it, after a word.
    #[inline]
    #[must_use]
    pub const fn spaced(self) -> bool {
        self.0 & SPACED != 0
    }
}

/// Words (UAX #29 segments with a letter or digit; punctuation and blanks are gaps), as two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Where each begins.
    pub starts: Vec<Start>,
    /// Its form; it ends where the form's length says.
    pub types: Vec<TypeId>,
}

/// Something odd in the paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A stable name: `no-text`, `articles-promised`, `nul-characters`, ...
    pub code: &'static str,
    /// One English sentence, with the numbers in it.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// What one paste came apart into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmentation {
    /// In the order of the paste.
    pub articles: Vec<Article>,
    /// Of all articles.
    pub paragraphs: Vec<Paragraph>,
    /// Of all articles.
    pub sentences: Vec<Sentence>,
    /// Of all articles.
    pub tokens: Tokens,
    /// What was odd.
    pub notices: Vec<Notice>,
    /// How many articles the paste's own markers promise (`1 of 12 DOCUMENTS`), where they do.
    pub promised: Option<u32>,
    /// Something is left to do for the second part of the engine, which is not there yet (see `later`).
    pub waits: bool,
}

/// Takes a paste apart. Any text gives a result; `vocabulary` grows by the new word forms. What a person
/// corrected is put over what is found. `progress` is called now and then with the bytes done.
#[inline(never)]
pub fn segment(
    text: &str,
    packs: &Packs,
    corrections: &Corrections,
    vocabulary: &mut Vocabulary,
    progress: &mut dyn FnMut(usize),
) -> Segmentation {
    let mut out = Segmentation::default();
    vocabulary.reserve(text.len());
    // A word and what stands behind it take some six bytes.
    out.tokens.starts.reserve(text.len() / 6);
    out.tokens.types.reserve(text.len() / 6);
    let marked = markup::is(text) || markup::entities(text);
    let cleaned = if marked && later::here() { Some(markup::cleaned(text)) } else { None };
    let pasted = text;
    let text = cleaned.as_deref().unwrap_or(text);
    let (lines, stops, holds) = line::lines(text);
    let mut stops = stops.as_slice();
    let undetermined = packs.undetermined();
    let article::Cuts { mut cuts, promised, below } = article::cuts(text, &lines, &undetermined);
    if *corrections != Corrections::default() {
        corrections.cut(&lines, &mut cuts);
    }
    out.promised = promised;
    out.articles.reserve(cuts.len());
    out.paragraphs.reserve(lines.len());
    out.sentences.reserve(lines.len() + stops.len());
    let ends = cuts.iter().skip(1).map(|c| c.line).chain([lines.len()]);
    for (n, (cut, end)) in cuts.iter().zip(ends).enumerate() {
        let own = lines.get(cut.line..end).unwrap_or(&[]);
        let below = below.get(cut.line..end).unwrap_or(&[]);
        if n % 16 == 0 {
            progress(own.first().map_or(0, |l| l.span.start as usize));
        }
        let paste = Paste { text, marked, corrections, packs };
        if let Some(article) = one(&paste, own, below, cut, &mut stops, vocabulary, &mut out) {
            out.articles.push(article);
        }
    }
    // Tags before the text belong to it: whoever pasted them sees them.
    if cleaned.is_some()
        && let Some(first) = out.articles.first_mut().filter(|a| a.cut.rule == "start of paste")
    {
        first.span.start = first.span.start.min(crate::span::to_u32(pasted.len() - pasted.trim_start().len()));
    }
    if relative::wanted(text, packs, &out) && later::here() {
        relative::work_out(text, packs, corrections, &mut out);
    }
    progress(text.len());
    let wide = lines.iter().filter(|l| l.has(line::marks::WIDE)).map(|l| l.span);
    let unread = wide.clone().any(|span| bytes::has(span.of(text), "\u{fffd}"));
    let suspected: Vec<Span> = wide.filter(|span| damage::suspected(span.of(text))).collect();
    let binary = holds & line::marks::CONTROL != 0 && memchr::memchr(0, text.as_bytes()).is_some();
    if (!suspected.is_empty() || unread || binary || odd(packs, &out)) && later::here() {
        notices(text, packs, &suspected, &mut out);
    }
    out.waits = later::missed();
    out
}

/// Tells where UTF-8 was read as Windows-1252 or Windows-1251.
fn garbled(text: &str, lines: &[Span], out: &mut Segmentation) {
    let mut found = lines.iter().filter_map(|l| Some((l, damage::read_again(l.of(text))?.1)));
    if let Some((first, page)) = found.next() {
        let lines = 1 + found.count();
        let message = format!("{lines} lines are garbled: they were UTF-8 and were read as `Windows-{page}`.");
        out.notices.push(Notice { code: "garbled-text", message, span: *first });
    }
}

/// What is the same for all articles of a paste.
struct Paste<'a> {
    text: &'a str,
    /// There may be entities.
    marked: bool,
    corrections: &'a Corrections,
    packs: &'a Packs,
}

/// One article from its lines; `None` where they hold no word.
#[inline(never)]
fn one(
    paste: &Paste<'_>,
    lines: &[Line],
    below: &[Option<article::Below>],
    cut: &Cut,
    stops: &mut &[u32],
    vocabulary: &mut Vocabulary,
    out: &mut Segmentation,
) -> Option<Article> {
    let Paste { text, marked, corrections, packs } = *paste;
    let (first, last) = (lines.first()?, lines.last()?);
    let span = Span::new(first.span.start, last.span.end);
    let mut head = head::read(text, lines, below, cut, &packs.undetermined());
    if !corrections.fields.is_empty() {
        corrections.head(text, span, lines, &mut head);
    }
    let language =
        detect::language(text, lines.iter().zip(&head.parts).filter(|(_, p)| **p == Part::Body).map(|(l, _)| l.span));
    let name = language.unwrap_or("");
    let pack = packs.for_language(name);
    if pack.language() != "en" {
        // Rules for names in other languages come later; of what is cut here, none of them is asked.
        later::here();
    }
    let words = packs.words(name);
    let begun = (out.paragraphs.len(), out.sentences.len(), out.tokens.starts.len());
    let mut spans = Vec::new();
    let mut body: Option<Span> = None;
    let headline = head.headline.as_ref().map(|h| h.span);
    let lead = head.lead.map(|lead| Span::new(lead.end, lead.end));
    let paragraphs = paragraph::paragraphs(text, lines, &head.parts);
    for (paragraph, part, marks) in paragraphs.into_iter().flat_map(|(span, part, marks)| {
        let own = unmarked(text, span, part, if part == Part::Body { lead } else { headline });
        own.map(move |(span, part)| (span, part, marks))
    }) {
        let first = out.sentences.len();
        spans.clear();
        // Where a text mixes languages, a longer paragraph is read in its own.
        let foreign = || marks & line::marks::WIDE != 0 && detect::foreign(paragraph.of(text));
        let mixed = paragraph.len() >= 60 && (name != "en" || foreign());
        let own = if mixed { detect::language(text, std::iter::once(paragraph)) } else { None };
        let (pack, words) = match own.filter(|own| *own != name) {
            Some(own) => (packs.for_language(own), packs.words(own)),
            None => (pack, words),
        };
        sentence::sentences(text, stops, paragraph, marks, &pack, &mut spans);
        for sentence in &spans {
            let token = out.tokens.starts.len();
            word::words(text, *sentence, vocabulary, &mut out.tokens);
            if marked {
                without_entities(text, *sentence, token, &mut out.tokens);
            }
            if let Some(words) = words {
                han::join(text, token, words, vocabulary, &mut out.tokens);
            }
            let tokens = Range::new(token, out.tokens.starts.len());
            out.sentences.push(Sentence { span: *sentence, part, tokens });
        }
        out.paragraphs.push(Paragraph { span: paragraph, part, sentences: Range::new(first, out.sentences.len()) });
        if part == Part::Body {
            let start = body.map_or(head.body_start.unwrap_or(paragraph.start), |b| b.start);
            body = Some(Span::new(start, paragraph.end));
        }
    }
    let tokens = Range::new(begun.2, out.tokens.starts.len());
    if tokens.is_empty() {
        out.paragraphs.truncate(begun.0);
        out.sentences.truncate(begun.1);
        return None;
    }
    Some(Article {
        span,
        cut: Field { value: (), span: cut.marker, rule: cut.rule },
        headline: head.headline,
        date: head.date,
        reference: None,
        time: head.time.map(Box::new),
        source: head.source.map(Box::new),
        byline: head.byline.map(Box::new),
        dateline: head.dateline.map(Box::new),
        standfirst: head.standfirst.map(Box::new),
        section: head.section.map(Box::new),
        url: head.url.map(Box::new),
        language: language.map(|l| Field {
            value: l.to_string(),
            span: body.unwrap_or(span),
            rule: "script and stop words",
        }),
        body: body.unwrap_or(Span::new(span.end, span.end)),
        paragraphs: Range::new(begun.0, out.paragraphs.len()),
        sentences: Range::new(begun.1, out.sentences.len()),
        tokens,
    })
}

/// Takes out the words of a sentence that stand in entities, from a token on.
fn without_entities(text: &str, sentence: Span, first: usize, tokens: &mut Tokens) {
    let hidden = markup::hidden(text, sentence.start as usize, sentence.end as usize);
    if hidden.is_empty() {
        return;
    }
    let starts = tokens.starts.split_off(first);
    let types = tokens.types.split_off(first);
    for (start, id) in starts.into_iter().zip(types) {
        if !hidden.iter().any(|(from, to)| (*from..*to).contains(&(start.byte() as usize))) {
            tokens.starts.push(Start::new(start.byte(), false));
            tokens.types.push(id);
        }
    }
}

/// A headline without the marker before it (`date 2021-07-16`), or text without its label, which become metadata of
/// their own.
fn unmarked(text: &str, span: Span, part: Part, headline: Option<Span>) -> impl Iterator<Item = (Span, Part)> {
    let marked = matches!(part, Part::Headline | Part::Body);
    let inner = headline.filter(|h| marked && span.contains(*h) && h.start > span.start);
    let before = inner.map(|h| (Span::new(span.start, h.start).trimmed(text), Part::Metadata));
    let rest = inner.map_or(span, |h| Span::new(h.start, span.end));
    before.into_iter().filter(|(s, _)| !s.is_empty()).chain([(rest, part)])
}

/// Whether there is anything to tell in notices of the articles.
fn odd(packs: &Packs, out: &Segmentation) -> bool {
    let unread = |a: &Article| a.language.as_ref().is_some_and(|language| !packs.has(&language.value));
    out.articles.is_empty()
        || out.promised.is_some_and(|promised| promised as usize > out.articles.len())
        || out.articles.iter().any(unread)
}

/// Tells what is odd about a paste.
#[inline(never)]
fn notices(text: &str, packs: &Packs, suspected: &[Span], out: &mut Segmentation) {
    let mut without: Vec<(String, Span)> = Vec::new();
    for field in out.articles.iter().filter_map(|a| a.language.as_ref()) {
        if !packs.has(&field.value) && without.iter().all(|(known, _)| *known != field.value) {
            without.push((field.value.clone(), field.span));
        }
    }
    let mut tell = |code: &'static str, message: String, span: Span| out.notices.push(Notice { code, message, span });
    let everything = Span::new(0, crate::span::to_u32(text.len()));
    if out.articles.is_empty() {
        tell("no-text", "The paste holds no words.".into(), everything);
    }
    if let Some(promised) = out.promised
        && promised as usize > out.articles.len()
    {
        let found = out.articles.len();
        tell(
            "articles-promised",
            format!("The markers in the paste promise {promised} articles; {found} were found."),
            everything,
        );
    }
    let first = |byte: u8| {
        memchr::memchr(byte, text.as_bytes()).map(|i| Span::new(crate::span::to_u32(i), crate::span::to_u32(i + 1)))
    };
    if let Some(span) = first(0) {
        tell("nul-characters", "The paste holds NUL characters; it may be a binary file.".into(), span);
    }
    for (language, span) in without {
        let message = match language.as_str() {
            "en" => "The list of English names could not be loaded: names are found by general rules.".into(),
            _ => format!("There is no language pack for `{language}`: its text is read by general rules."),
        };
        tell("no-language-pack", message, span);
    }
    if let Some(at) = text.find('\u{fffd}').map(crate::span::to_u32) {
        let broken = text.matches('\u{fffd}').count();
        let message = format!("{broken} characters could not be read and stand as U+FFFD.");
        tell("unreadable-characters", message, Span::new(at, at + 3));
    }
    garbled(text, suspected, out);
}
