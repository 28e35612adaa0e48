//! The lines of a paste, and what each looks like on its own.

use crate::span::{Span, to_u32};
use crate::text::bytes;
use crate::text::case::{lowered, upper};

/// What characters a line holds: the rules that need one of them pass over all other lines.
pub(crate) mod marks {
    /// A digit.
    pub const DIGIT: u16 = 1;
    /// `(`, `[` or `/`.
    pub const BRACKET: u16 = 2;
    /// `:`.
    pub const COLON: u16 = 4;
    /// `|` or `>`.
    pub const MENU: u16 = 8;
    /// Anything that is not ASCII.
    pub const WIDE: u16 = 16;
    /// A control character but for the tab.
    pub const CONTROL: u16 = 32;
    /// A blank or a tab.
    pub const BLANK: u16 = 64;
    /// `-` or `_`.
    pub const DASH: u16 = 256;
    /// What parts the pieces of a line: `,`, `|`, a bracket, two blanks.
    pub const PART: u16 = 512;
}
use marks::{BLANK, BRACKET, COLON, CONTROL, DASH, DIGIT, MENU, PART, WIDE};

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// Without blanks at either end.
    pub span: Span,
    /// Empty lines before it.
    pub gap: u32,
    /// Characters of the line, up to 65,535.
    pub width: u16,
    /// Words of the line as blanks part them, up to 9.
    pub words: u8,
    /// What characters it holds, of [`marks`].
    marks: u16,
    /// A form feed stands before it.
    pub page: bool,
}

impl Line {
    /// Whether it holds one of these characters.
    pub(crate) fn has(&self, marks: u16) -> bool {
        self.marks & marks != 0
    }

    /// A part of a line, by itself.
    pub(crate) fn part(&self, text: &str, span: Span) -> Line {
        let found = look(span.of(text));
        Line { span, gap: self.gap, page: self.page, ..found }
    }
}

/// What each byte is.
const BYTES: [u16; 256] = {
    let mut table = [0u16; 256];
    let mut i = 0;
    while i < 256 {
        #[allow(clippy::indexing_slicing)] // at compile time, below the length
        {
            table[i] = match i as u8 {
                b'0'..=b'9' => DIGIT,
                b'(' => BRACKET | PART,
                b'[' | b'/' => BRACKET,
                b')' | b',' => PART,
                b':' => COLON,
                b'|' => MENU | PART,
                b'>' => MENU,
                b'-' | b'_' => DASH,
                b' ' | b'\t' => BLANK,
                0..32 | 127 => CONTROL,
                128..=255 => WIDE,
                _ => 0,
            };
        }
        i += 1;
    }
    table
};

/// Words that are counted of a line.
const WORDS: usize = 9;
/// Bytes of a long line whose marks are told; no rule reads so far into a line that is longer.
const MARKED: usize = 400;

/// A line by itself.
#[inline(never)]
fn look(line: &str) -> Line {
    let own = line.as_bytes();
    // A word begins after a blank; two blanks part a line.
    let (mut all, mut words, mut at, mut before) = (0u16, 0usize, 0usize, 1u64);
    while at < own.len() && words < WORDS {
        let block = bytes::eight(own, at);
        let blank = (bytes::equal(block, b' ') | bytes::equal(block, b'\t')) >> 7;
        let after = blank << 8 | before;
        words += (after & !blank & 0x0101_0101_0101_0101).count_ones() as usize;
        all |= if after & blank == 0 { 0 } else { PART };
        before = blank >> 56;
        at += 8;
    }
    words = words.min(WORDS);
    if words == WORDS {
        all |= PART;
    }
    for byte in own.get(..own.len().min(MARKED)).unwrap_or(&[]) {
        all |= BYTES.get(usize::from(*byte)).copied().unwrap_or(0);
    }
    for byte in own.get(MARKED..).unwrap_or(&[]) {
        all |= BYTES.get(usize::from(*byte)).copied().unwrap_or(0) & (WIDE | CONTROL);
    }
    let mut rest = 0;
    if all & (WIDE | CONTROL) != 0 {
        words = line.split_whitespace().take(WORDS).count();
        rest = own.iter().filter(|b| **b & 0xc0 == 0x80).count();
    }
    Line {
        span: Span::default(),
        gap: 0,
        width: u16::try_from(line.len() - rest).unwrap_or(u16::MAX),
        words: words as u8,
        marks: all,
        page: false,
    }
}

/// The lines of a text that are not empty.
#[inline(never)]
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::with_capacity(text.len() / 96);
    let (mut start, mut gap, mut page) = (0usize, 0u32, false);
    let bytes = text.as_bytes();
    loop {
        let rest = bytes.get(start..).unwrap_or(&[]);
        let mut end = memchr::memchr2(b'\n', b'\r', rest).map_or(bytes.len(), |i| start + i);
        let raw = text.get(start..end).unwrap_or("");
        let trimmed = trimmed(raw);
        if trimmed.is_empty() {
            page |= raw.contains('\u{c}');
            gap += 1;
        } else {
            let found = look(trimmed);
            // A form feed is trimmed away at the ends, and a control character inside.
            page |= (trimmed.len() < raw.len() || found.has(CONTROL)) && raw.contains('\u{c}');
            let from = start + (trimmed.as_ptr() as usize - raw.as_ptr() as usize);
            let span = Span::new(to_u32(from), to_u32(from + trimmed.len()));
            out.push(Line { span, gap, page, ..found });
            gap = 0;
            page = false;
        }
        if end >= bytes.len() {
            return out;
        }
        if bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n') {
            end += 1;
        }
        start = end + 1;
    }
}

/// Without white space, control characters and zero-width marks at either end.
fn trimmed(raw: &str) -> &str {
    let solid = |byte: Option<&u8>| byte.is_some_and(|b| matches!(b, 33..=126));
    if solid(raw.as_bytes().first()) && solid(raw.as_bytes().last()) {
        return raw;
    }
    raw.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
    })
}

/// A rule: three or more of one of `- * = _ ~ #`, blanks aside; the mark.
pub(crate) fn rule(line: &str) -> Option<char> {
    if !matches!(line.as_bytes().first(), Some(b'-' | b'*' | b'=' | b'_' | b'~' | b'#' | 0xe2)) {
        return None;
    }
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let first = marks.next().filter(|c| matches!(c, '-' | '*' | '=' | '_' | '~' | '#' | '—' | '–'))?;
    let mut count = 1;
    for c in marks {
        if c != first {
            return None;
        }
        count += 1;
    }
    (count >= 3).then_some(first)
}

/// `1 of 3 DOCUMENTS`, `Document 3 of 12`, `Dokument 3 von 12`, `<3>`: the number and how many there are.
pub(crate) fn numbered(text: &str, l: &Line) -> Option<(u32, Option<u32>)> {
    if !l.has(DIGIT) || l.span.len() > 60 || l.words != 4 && l.words != 1 {
        return None;
    }
    let line = l.span.of(text);
    if let Some(inner) = line.strip_prefix('<').and_then(|l| l.strip_suffix('>')) {
        return inner.parse().ok().map(|n| (n, None));
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let unit = |w: &str| {
        matches!(
            lowered(w).as_str(),
            "document"
                | "documents"
                | "dokument"
                | "dokumente"
                | "dokumenten"
                | "documento"
                | "documentos"
                | "article"
                | "articles"
                | "artikel"
                | "item"
        )
    };
    let of = |w: &str| matches!(lowered(w).as_str(), "of" | "von" | "de" | "sur" | "/");
    let number = |w: &str| w.parse::<u32>().ok();
    match words.as_slice() {
        [n, o, m, u] if of(o) && unit(u) => Some((number(n)?, Some(number(m)?))),
        [u, n, o, m] if of(o) && unit(u) => Some((number(n)?, Some(number(m)?))),
        _ => None,
    }
}

/// `date 2021-07-16 Headline`: the date's place in the line and where the headline begins.
pub(crate) fn dump(line: &str) -> Option<(usize, usize)> {
    let rest = line.strip_prefix("date ")?;
    let date = rest.get(..10)?;
    let shape = date.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let after = rest.get(10..)?;
    (shape && (after.is_empty() || after.starts_with(char::is_whitespace)))
        .then(|| (5, line.len() - after.trim_start().len()))
}

/// A heading of Markdown: its level and where the text begins.
pub(crate) fn heading(line: &str) -> Option<(usize, usize)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = line.get(level..)?;
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| (level, line.len() - rest.trim_start().len()))
}

/// A tag of a database export at the beginning of a line: its name in capitals, and where the value begins.
pub(crate) fn tag(text: &str, l: &Line) -> Option<(&'static str, usize)> {
    if !l.has(COLON) {
        return None;
    }
    let line = l.span.of(text);
    const TAGS: &[(&str, &str)] = &[
        ("BYLINE", "BYLINE"),
        ("AUTOR", "BYLINE"),
        ("AUTHOR", "BYLINE"),
        ("AUTEUR", "BYLINE"),
        ("VON", "BYLINE"),
        ("SECTION", "SECTION"),
        ("RUBRIK", "SECTION"),
        ("RUBRIQUE", "SECTION"),
        ("LENGTH", "LENGTH"),
        ("LÄNGE", "LENGTH"),
        ("LONGUEUR", "LENGTH"),
        ("DATELINE", "DATELINE"),
        ("HIGHLIGHT", "HIGHLIGHT"),
        ("BODY", "BODY"),
        ("HEADLINE", "HEADLINE"),
        ("TITLE", "HEADLINE"),
        ("SOURCE", "SOURCE"),
        ("PUBLICATION TITLE", "SOURCE"),
        ("DATE", "DATE"),
        ("PUBLICATION DATE", "DATE"),
        ("FULL TEXT", "BODY"),
        ("TEXT", "BODY"),
        ("LOAD-DATE", "END"),
        ("LANGUAGE", "END"),
        ("SPRACHE", "END"),
        ("LANGUE", "END"),
        ("PUBLICATION-TYPE", "END"),
        ("PUBLICATION TYPE", "END"),
        ("JOURNAL-CODE", "END"),
        ("GRAPHIC", "END"),
        ("GRAFIK", "END"),
        ("URL", "URL"),
        ("UPDATE", "END"),
        ("SUBJECT", "END"),
        ("LOCATION", "END"),
        ("PEOPLE", "END"),
        ("COMPANY / ORGANIZATION", "END"),
        ("CREDIT", "END"),
        ("COPYRIGHT", "END"),
        ("PROQUEST DOCUMENT ID", "END"),
        ("DOCUMENT URL", "URL"),
        ("DATABASE", "END"),
        ("LAST UPDATED", "END"),
        ("PUBLICATION INFO", "END"),
        ("LINKS", "URL"),
        ("ABSTRACT", "HIGHLIGHT"),
        ("PAGES", "END"),
        ("CLASSIFICATION", "END"),
    ];
    let colon = line.get(..line.len().min(40)).or(Some(line)).and_then(|l| l.find(':'))?;
    let name = line.get(..colon)?;
    let capitals = !name.chars().any(char::is_lowercase);
    let folded = name.chars().map(upper).collect::<String>();
    let (_, tag) = TAGS.iter().find(|(n, _)| *n == folded)?;
    // Words that prose begins with, too, count only in capitals.
    let plain = matches!(
        folded.as_str(),
        "AUTHOR"
            | "SOURCE"
            | "SECTION"
            | "PUBLICATION DATE"
            | "PUBLICATION TITLE"
            | "FULL TEXT"
            | "BYLINE"
            | "DATELINE"
    );
    if !capitals && !plain && !matches!(*tag, "END" | "URL") {
        return None;
    }
    let value = line.get(colon + 1..)?;
    Some((tag, line.len() - value.trim_start().len()))
}

/// Whether Chinese or Japanese stands among the first characters of a line.
fn cjk(line: &str, first: usize) -> bool {
    line.chars().take(first).any(|c| matches!(u32::from(c), 0x3040..=0x30ff | 0x4e00..=0x9fff))
}

/// Whether a line is prose rather than a headline or a label: long, or ending as sentences end.
pub(crate) fn prose(text: &str, l: &Line) -> bool {
    let cjk = l.has(WIDE) && cjk(l.span.of(text), 12);
    if !cjk && (l.width > 150 || l.width <= 30 || l.words < 4) {
        return l.width > 150;
    }
    let line = l.span.of(text).trim_end_matches(['"', '”', '’', '»', ')', '」', '』']);
    let ends = match line.as_bytes().last() {
        Some(b'.' | b'!' | b'?' | b':' | b';') => true,
        Some(0..=127) => false,
        _ => line.ends_with(['…', '。', '！', '？', '؟', '।']),
    };
    if cjk {
        return l.width > 60 || (ends && l.width > 15);
    }
    ends && (l.words >= 6 && l.width > 60 || !l.span.of(text).ends_with(['?', '!']))
}

/// Whether a line can be a headline: short, of two words or more (or Chinese), not ending as sentences do.
pub(crate) fn headline_like(text: &str, l: &Line) -> bool {
    if !(8..=180).contains(&l.width) {
        return false;
    }
    let line = l.span.of(text);
    let begins = || line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let starts = || !line.starts_with(['-', '•', '*', '(', '·', '–', '—', '>', '|', '→']);
    let closes = match line.as_bytes() {
        [.., before, b'.'] => *before != b'.',
        [.., b',' | b';' | b':'] => true,
        [.., 0..=127] => false,
        _ => line.ends_with(['。', '，', '；']),
    };
    let quote = || line.starts_with(['"', '“', '«', '「']) && line.ends_with(['"', '”', '»', '」']);
    !closes && begins() && starts() && !quote() && (l.words >= 2 || l.has(WIDE) && cjk(line, usize::MAX))
}

/// Whether a line is an address and nothing else.
pub(crate) fn url(line: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|p| line.strip_prefix(p));
    rest.is_some_and(|r| r.contains('.') && !r.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_what_is_between_them() {
        let found: Vec<(String, u32)> = lines("\u{feff} a \r\n\r\nb\n\n\n  \nc")
            .iter()
            .map(|l| (l.span.of("\u{feff} a \r\n\r\nb\n\n\n  \nc").into(), l.gap))
            .collect();
        assert_eq!(found, [("a".into(), 0), ("b".into(), 1), ("c".into(), 3)]);
    }

    #[test]
    fn markers() {
        assert_eq!(rule("* * *"), Some('*'));
        assert_eq!(rule("--"), None);
        let one = |text: &str| lines(text).remove(0);
        let numbered = |text: &str| numbered(text, &one(text));
        assert_eq!(numbered("1 of 3 DOCUMENTS"), Some((1, Some(3))));
        assert_eq!(numbered("Document 3 of 12"), Some((3, Some(12))));
        assert_eq!(numbered("Dokument 2 von 7"), Some((2, Some(7))));
        assert_eq!(numbered("one of 3 documents was lost"), None);
        assert_eq!(dump("date 2021-07-16 Chinese FM"), Some((5, 16)));
        assert_eq!(dump("date palms"), None);
        assert_eq!(heading("## Two"), Some((2, 3)));
        let tag = |text: &str| tag(text, &one(text));
        assert_eq!(tag("BYLINE: Marta Ellison"), Some(("BYLINE", 8)));
        assert_eq!(tag("Note: this"), None);
    }
}
