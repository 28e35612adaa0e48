//! The lines of a paste, and what each looks like on its own.

use crate::span::{Span, to_u32};

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// Without blanks at either end.
    pub span: Span,
    /// Empty lines before it.
    pub gap: u32,
    /// Characters of the line, up to 65,535.
    pub width: u16,
    /// A form feed stands before it.
    pub page: bool,
}

/// The lines of a text that are not empty.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let (mut start, mut gap, mut page) = (0usize, 0u32, false);
    let bytes = text.as_bytes();
    loop {
        let rest = bytes.get(start..).unwrap_or(&[]);
        let mut end = memchr::memchr2(b'\n', b'\r', rest).map_or(bytes.len(), |i| start + i);
        let span = Span::new(to_u32(start), to_u32(end));
        let raw = span.of(text);
        page |= raw.contains('\u{c}');
        let trimmed = trimmed(raw);
        if trimmed.is_empty() {
            gap += 1;
        } else {
            let from = start + (trimmed.as_ptr() as usize - raw.as_ptr() as usize);
            let span = Span::new(to_u32(from), to_u32(from + trimmed.len()));
            let width = u16::try_from(trimmed.chars().take(1 << 16).count()).unwrap_or(u16::MAX);
            out.push(Line { span, gap, width, page });
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
    raw.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
    })
}

/// A rule: three or more of one of `- * = _ ~ #`, blanks aside; the mark.
pub(crate) fn rule(line: &str) -> Option<char> {
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
pub(crate) fn numbered(line: &str) -> Option<(u32, Option<u32>)> {
    if line.len() > 60 {
        return None;
    }
    if let Some(inner) = line.strip_prefix('<').and_then(|l| l.strip_suffix('>')) {
        return inner.parse().ok().map(|n| (n, None));
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let unit = |w: &str| {
        matches!(
            w.to_lowercase().as_str(),
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
    let of = |w: &str| matches!(w.to_lowercase().as_str(), "of" | "von" | "de" | "sur" | "/");
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
pub(crate) fn tag(line: &str) -> Option<(&'static str, usize)> {
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
        ("URL", "END"),
        ("UPDATE", "END"),
        ("SUBJECT", "END"),
        ("LOCATION", "END"),
        ("PEOPLE", "END"),
        ("COMPANY / ORGANIZATION", "END"),
        ("CREDIT", "END"),
        ("COPYRIGHT", "END"),
        ("PROQUEST DOCUMENT ID", "END"),
        ("DOCUMENT URL", "END"),
        ("DATABASE", "END"),
        ("LAST UPDATED", "END"),
        ("PUBLICATION INFO", "END"),
        ("LINKS", "END"),
        ("ABSTRACT", "HIGHLIGHT"),
        ("PAGES", "END"),
        ("CLASSIFICATION", "END"),
    ];
    let colon = line.get(..line.len().min(40)).or(Some(line)).and_then(|l| l.find(':'))?;
    let name = line.get(..colon)?;
    let capitals = !name.chars().any(char::is_lowercase);
    let folded = name.to_uppercase();
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
    if !capitals && !plain && *tag != "END" {
        return None;
    }
    let value = line.get(colon + 1..)?;
    Some((tag, line.len() - value.trim_start().len()))
}

/// Whether a line is prose rather than a headline or a label: long, or ending as sentences end.
pub(crate) fn prose(line: &str, width: u16) -> bool {
    let ends = line
        .trim_end_matches(['"', '”', '’', '»', ')', '」', '』'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', ':', ';', '؟', '।']);
    let cjk = line.chars().take(12).any(|c| matches!(u32::from(c), 0x3040..=0x30ff | 0x4e00..=0x9fff));
    let words = line.split_whitespace().take(12).count();
    if cjk {
        return width > 60 || (ends && width > 15);
    }
    width > 150
        || (ends && words >= 6 && width > 60)
        || (ends && words >= 4 && width > 30 && !line.ends_with(['?', '!']))
}

/// Whether a line can be a headline: short, of two words or more (or Chinese), not ending as sentences do.
pub(crate) fn headline_like(line: &str, width: u16) -> bool {
    let words = line.split_whitespace().take(2).count();
    let cjk = line.chars().any(|c| matches!(u32::from(c), 0x3040..=0x30ff | 0x4e00..=0x9fff));
    let begins = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let starts = !line.starts_with(['-', '•', '*', '(', '·', '–', '—', '>', '|', '→']);
    let closes = line.ends_with(['.', ',', ';', ':', '。', '，', '；']) && !line.ends_with("..");
    let quote = line.starts_with(['"', '“', '«', '「']) && line.ends_with(['"', '”', '»', '」']);
    begins && starts && !closes && !quote && (8..=180).contains(&width) && (words == 2 || cjk && width >= 6)
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
        assert_eq!(numbered("1 of 3 DOCUMENTS"), Some((1, Some(3))));
        assert_eq!(numbered("Document 3 of 12"), Some((3, Some(12))));
        assert_eq!(numbered("Dokument 2 von 7"), Some((2, Some(7))));
        assert_eq!(numbered("one of 3 documents was lost"), None);
        assert_eq!(dump("date 2021-07-16 Chinese FM"), Some((5, 16)));
        assert_eq!(dump("date palms"), None);
        assert_eq!(heading("## Two"), Some((2, 3)));
        assert_eq!(tag("BYLINE: Marta Ellison"), Some(("BYLINE", 8)));
        assert_eq!(tag("Note: this"), None);
    }
}
