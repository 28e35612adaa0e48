//! The lines of a paste, and what each looks like on its own.

use crate::lang::{Flags, Pack};
use crate::later;
use crate::segment::{leads, sentence};
use crate::span::{Span, to_u32};
use crate::text::bytes;
use crate::text::bytes::List;

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
    /// `"`.
    pub const QUOTE: u16 = 64;
    /// `@`.
    pub const AT: u16 = 128;
    /// `-` or `_`.
    pub const DASH: u16 = 256;
    /// What parts the pieces of a line: `,`, `|`, a bracket, two blanks.
    pub const PART: u16 = 512;
    /// What may begin a mark that ends sentences, or a blank that is not ASCII.
    pub(super) const STOP: u16 = 1024;
    /// What ends a line, and what stands for the end of a text.
    pub(super) const BREAK: u16 = 2048;
}
use marks::{AT, BRACKET, BREAK, COLON, CONTROL, DASH, DIGIT, MENU, PART, QUOTE, STOP, WIDE};

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
    pub marks: u16,
    /// Which lists of [`leads`] may have its beginning.
    pub beginning: u8,
    /// A form feed stands before it, or a record begins.
    pub page: bool,
    /// It is prose rather than a headline or a label: long, or ending as sentences end.
    pub prose: bool,
    /// It is prose of which it is plain that no rule for labels, credits, buttons, links or marks between articles is for
    /// it, but for who reported.
    pub plain: bool,
}

impl Line {
    /// Whether it holds one of these characters.
    pub(crate) fn has(&self, marks: u16) -> bool {
        self.marks & marks != 0
    }

    /// Whether it is a sentence or more of running text.
    pub(crate) fn running(&self) -> bool {
        self.prose && (self.width > 34 || self.has(WIDE))
    }

    /// A part of a line, by itself.
    pub(crate) fn part(&self, text: &str, span: Span) -> Line {
        let found = look(text.get(..span.end as usize).unwrap_or(""), span.start as usize, &mut Vec::new());
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
                b':' => COLON | STOP,
                b';' => STOP,
                b'"' => QUOTE,
                b'@' => AT,
                b'|' => MENU | PART,
                b'>' => MENU,
                b'-' | b'_' => DASH,
                b'.' | b'!' | b'?' => STOP,
                0 | b'\n' | b'\r' => CONTROL | BREAK,
                b'\t' => 0,
                1..=31 | 127 => CONTROL,
                0xc2 | 0xd6 | 0xd8 | 0xdb | 0xe0..=0xe3 | 0xef => WIDE | STOP,
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

/// The line that begins at a place, blanks at its ends included; the marks in it that may end sentences go to `stops`.
/// All that is asked of every byte is asked here, of eight at a time: most are letters and blanks.
#[inline(never)]
fn look(text: &str, start: usize, stops: &mut Vec<u32>) -> Line {
    let own = text.as_bytes().get(start..).unwrap_or(&[]);
    let (whole, tail) = own.as_chunks();
    let tail = bytes::eight(tail, 0).to_le_bytes();
    let (mut all, mut at, mut blank) = (0u16, 0usize, false);
    let length = 'line: loop {
        let block = u64::from_le_bytes(*whole.get(at).unwrap_or(&tail));
        let mut others = bytes::wide(!(bytes::letters(block) | bytes::equal(block, b' ')));
        while others != 0 {
            let bit = others.trailing_zeros() & !7;
            let place = 8 * at + (bit / 8) as usize;
            let byte = (block >> bit) as u8;
            let found = BYTES.get(usize::from(byte)).copied().unwrap_or(0);
            if found & (STOP | BREAK) != 0 {
                if found & STOP != 0 {
                    let wide = if byte < 128 { None } else { text.get(start + place..).and_then(|s| s.chars().next()) };
                    let ends = || sentence::ascii_may_end(byte, own.get(..place).unwrap_or(&[]));
                    if wide.map_or_else(|| byte < 128 && ends(), sentence::may_end) {
                        stops.push(to_u32(start + place));
                    }
                    blank |= wide.is_some_and(char::is_whitespace);
                } else if byte != 0 || place >= own.len() {
                    break 'line place;
                }
            }
            all |= if place < MARKED { found } else { found & (WIDE | CONTROL | QUOTE) };
            others &= others - 1;
        }
        at += 1;
    };
    let end = start + length;
    let line = text.get(start..end).unwrap_or("");
    // A word begins after a blank; two blanks part a line.
    let (mut words, mut at, mut before) = (0usize, 0usize, 1u64);
    while at < line.len() && words < WORDS {
        let block = bytes::eight(line.as_bytes(), at);
        let blank = (bytes::equal(block, b' ') | bytes::equal(block, b'\t')) >> 7;
        let after = blank << 8 | before;
        let begun = after & !blank & 0x0101_0101_0101_0101;
        words += (begun.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize;
        all |= if after & blank == 0 { 0 } else { PART };
        before = blank >> 56;
        at += 8;
    }
    words = words.min(WORDS);
    if words == WORDS {
        all |= PART;
    }
    // Other blanks part words as well.
    if blank || all & CONTROL != 0 {
        words = line.split_whitespace().take(WORDS).count();
    }
    let width = if all & WIDE == 0 { length } else { bytes::characters(line) };
    let mut found = Line {
        span: Span::new(to_u32(start), to_u32(end)),
        gap: 0,
        width: u16::try_from(width).unwrap_or(u16::MAX),
        words: words as u8,
        marks: all,
        beginning: leads::beginning(line),
        page: false,
        prose: false,
        plain: false,
    };
    found.prose = prose(line, &found);
    found.plain = found.prose && plain(line, &found);
    found
}

/// Whether prose begins with a word or a quotation and has none of the signs that the rules ask for.
fn plain(line: &str, l: &Line) -> bool {
    let begins = match line.as_bytes() {
        [.., b')' | b']'] | [.., 0xbc, 0x89] => false,
        [b'A'..=b'Z', second, ..] => !second.is_ascii_uppercase(),
        [first, ..] => *first == b'"',
        [] => false,
    };
    // In short lines the parts of menus may stand between other signs.
    let signs = COLON | MENU | BRACKET | AT | CONTROL | if line.len() > 200 { 0 } else { WIDE };
    begins && l.words == WORDS as u8 && l.beginning == 0 && !l.has(signs)
}

/// A form feed, and the beginning of a record in a text that was cleaned of its tags.
const PAGES: [char; 2] = ['\u{c}', super::markup::RECORD];

/// The lines of a text that are not empty, where in it marks stand that may end sentences, and what characters it holds,
/// empty lines included.
#[inline(never)]
pub(crate) fn lines(text: &str) -> (Vec<Line>, Vec<u32>, u16) {
    let mut out = Vec::with_capacity(text.len() / 96);
    let mut stops = Vec::with_capacity(text.len() / 64);
    let (mut start, mut gap, mut page, mut all) = (0usize, 0u32, false, 0u16);
    let bytes = text.as_bytes();
    loop {
        if bytes.get(start) == Some(&b'\n') {
            gap += 1;
            start += 1;
            continue;
        }
        let before = stops.len();
        let mut found = look(text, start, &mut stops);
        all |= found.marks;
        let end = found.span.end as usize;
        let raw = found.span.of(text);
        let trimmed = trimmed(raw);
        if trimmed.is_empty() {
            page |= raw.contains(PAGES);
            gap += 1;
        } else {
            if trimmed.len() < raw.len() {
                let from = start + (trimmed.as_ptr() as usize - raw.as_ptr() as usize);
                stops.truncate(before);
                found = look(text.get(..from + trimmed.len()).unwrap_or(""), from, &mut stops);
            }
            // A form feed is trimmed away at the ends, and a control character inside.
            page |= (trimmed.len() < raw.len() || found.has(CONTROL)) && raw.contains(PAGES);
            out.push(Line { gap, page, ..found });
            gap = 0;
            page = false;
        }
        if end + 1 >= bytes.len() {
            return (out, stops, all);
        }
        start = end + if bytes.get(end..end + 2) == Some(b"\r\n") { 2 } else { 1 };
    }
}

/// Without white space, control characters and zero-width marks at either end.
fn trimmed(raw: &str) -> &str {
    let solid = |byte: Option<&u8>| byte.is_some_and(|b| matches!(b, 33..=126));
    if solid(raw.as_bytes().first()) && solid(raw.as_bytes().last()) {
        // What a mail quotes: `> The port reopened`.
        return if raw.starts_with("> ") || raw == ">" { trimmed(raw.get(1..).unwrap_or("")) } else { raw };
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
    let of = || line.split_ascii_whitespace().any(|word| OF.has(&word.to_ascii_lowercase()));
    let may = if l.words == 1 { line.starts_with('<') } else { of() };
    if may && later::here() { counted(line) } else { None }
}

const OF: List = List::of("of von de sur /");

#[inline(never)]
fn counted(line: &str) -> Option<(u32, Option<u32>)> {
    if let Some(inner) = line.strip_prefix('<').and_then(|l| l.strip_suffix('>')) {
        return inner.parse().ok().map(|n| (n, None));
    }
    const UNITS: List =
        List::of("document documents dokument dokumente dokumenten documento documentos article articles artikel item");
    let mut words = line.split_ascii_whitespace();
    let mut next = || words.next().unwrap_or("");
    let (first, second, third, fourth) = (next(), next(), next(), next());
    let is = |word: &str, list: List| list.has(&word.to_ascii_lowercase());
    let (n, of, m) = if is(first, UNITS) {
        (second, third, fourth)
    } else if is(fourth, UNITS) {
        (first, second, third)
    } else {
        return None;
    };
    if is(of, OF) { Some((n.parse().ok()?, Some(m.parse().ok()?))) } else { None }
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

/// What the label of a line says that the line is; a label may say several, and its place tells which.
pub(crate) mod label {
    /// Who wrote it.
    pub const BYLINE: u16 = 1;
    /// A part of the paper.
    pub const SECTION: u16 = 1 << 1;
    /// How long it is; the last of the labels in some exports.
    pub const LENGTH: u16 = 1 << 2;
    /// Where and when it was written.
    pub const DATELINE: u16 = 1 << 3;
    /// What leads into the text.
    pub const HIGHLIGHT: u16 = 1 << 4;
    /// The text begins.
    pub const BODY: u16 = 1 << 5;
    /// The headline.
    pub const HEADLINE: u16 = 1 << 6;
    /// Agency or paper.
    pub const SOURCE: u16 = 1 << 7;
    /// When it came out.
    pub const DATE: u16 = 1 << 8;
    /// The text is over.
    pub const END: u16 = 1 << 9;
    /// Something about an article of an export.
    pub const NOTE: u16 = 1 << 10;
    /// An address.
    pub const URL: u16 = 1 << 11;
    /// A line of a mail's head.
    pub const MAIL: u16 = 1 << 12;
    /// What a mail is about.
    pub const SUBJECT: u16 = 1 << 13;
    /// When a mail was sent.
    pub const SENT: u16 = 1 << 14;
    /// A label that is nothing else, wherever it stands.
    pub const SURE: u16 = 1 << 15;
    /// By their names in `data/und/tags.txt`.
    pub(super) const NAMES: &str =
        "BYLINE SECTION LENGTH DATELINE HIGHLIGHT BODY HEADLINE SOURCE DATE END NOTE URL MAIL SUBJECT SENT";
    /// The codes of Factiva, and those of Integrum after a `^`.
    pub(super) const CODES: &[(&str, u16)] = &[
        ("HD", HEADLINE),
        ("BY", BYLINE),
        ("WC", LENGTH),
        ("PD", DATE),
        ("ET", DATE),
        ("SN", SOURCE),
        ("SE", SECTION),
        ("LP", BODY),
        ("TD", BODY),
        ("ИС", SOURCE),
        ("ДТ", DATE),
        ("ЗГ", HEADLINE),
        ("АВ", BYLINE),
        ("РБ", SECTION),
    ];
    /// Those that say something else.
    pub(super) const OTHERS: super::List =
        super::List::of("SC ED PG LA CY RF CO IN NS RE IPC IPD PUB AN VOL CR ART CLM CX NT");
}

/// The label that a line begins with: what it may be (of [`label`]), and where what it labels begins.
pub(crate) fn labelled(text: &str, l: &Line, pack: &Pack<'_>) -> Option<(u16, usize)> {
    let line = l.span.of(text);
    // Most lines have none.
    if !l.has(COLON) && !line.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    label_of(line, l, pack)
}

#[inline(never)]
fn label_of(line: &str, l: &Line, pack: &Pack<'_>) -> Option<(u16, usize)> {
    let value =
        |at: usize| line.len() - line.get(at..).unwrap_or("").trim_start_matches(['*', ' ', '\t', '\u{a0}']).len();
    match line.as_bytes() {
        [b'A'..=b'Z', b'A'..=b'Z', ..] => {
            if let Some(found) = code(line, false) {
                return Some(found);
            }
        }
        [b'^', ..] => {
            let (name, _) = line.get(1..)?.split_once(':')?;
            return Some((coded(name).unwrap_or(label::NOTE) | label::SURE, value(name.len() + 2)));
        }
        _ => {}
    }
    if !l.has(COLON) {
        return None;
    }
    let colon = line.bytes().take(48).position(|b| b == b':')?;
    // `- **Source:** The Brennick Herald`
    let name = line.get(..colon)?.trim_matches(['-', '*', '•', '_', ' ']);
    let (flags, kinds) = pack.lookup_folded(name);
    if !flags.any(Flags::TAG) {
        return None;
    }
    let capitals = !name.chars().any(char::is_lowercase);
    let mut found = 0;
    for kind in kinds.split(';') {
        let any = kind.strip_prefix("any ");
        if any.is_some() || capitals {
            let bit = label::NAMES.split(' ').position(|own| own == any.unwrap_or(kind));
            found |= bit.map_or(0, |bit| 1 << bit);
        }
    }
    (found != 0).then_some((found, value(colon + 1)))
}

fn coded(name: &str) -> Option<u16> {
    label::CODES.iter().find(|(code, _)| *code == name).map(|(_, kind)| *kind)
}

/// The code of a database that a line begins with, and where what it labels begins: after two blanks, a tab or nothing,
/// and `close` after one blank, where it is certain that there are codes.
pub(crate) fn code(line: &str, close: bool) -> Option<(u16, usize)> {
    let end = line.bytes().take(4).take_while(u8::is_ascii_uppercase).count();
    let (name, rest) = line.split_at_checked(end).filter(|_| end == 2 || end == 3)?;
    if !(rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t') || close && rest.starts_with(' ')) {
        return None;
    }
    let note = || label::OTHERS.has(name).then_some(label::NOTE);
    Some((coded(name).or_else(note)? | label::SURE, line.len() - rest.trim_start().len()))
}

/// The number of an item that begins with it, and where its text begins: `2. Port reopens`.
pub(crate) fn item(line: &str) -> Option<(u32, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    if !(1..=3).contains(&digits) {
        return None;
    }
    Some((line.get(..digits)?.parse().ok()?, line.len() - rest.trim_start().len()))
}

/// Whether a line can only be the first of an article of an export.
pub(crate) fn record(line: &str) -> bool {
    line.starts_with("^ИС:")
}

/// The first lines of a paste in Markdown that say what the article is, between two rules: how many they are.
pub(crate) fn front_matter(text: &str, lines: &[Line]) -> usize {
    let dashes = |l: &Line| l.span.of(text) == "---";
    // Below most rules stands something else.
    let named = |l: &Line| l.has(COLON) || l.span.of(text).starts_with('-');
    let may = lines.first().is_some_and(dashes) && lines.get(1).is_some_and(named);
    if may && later::here() { matter(text, lines) } else { 0 }
}

#[inline(never)]
fn matter(text: &str, lines: &[Line]) -> usize {
    let dashes = |l: &Line| l.span.of(text) == "---";
    let inner = lines.iter().skip(1).take(20).take_while(|l| !dashes(l));
    let count = inner.clone().count();
    let named = |l: &Line| {
        let line = l.span.of(text);
        line.starts_with('-') || line.split_once(':').is_some_and(|(name, _)| !name.contains(' '))
    };
    let closed = lines.get(count + 1).is_some_and(dashes);
    if closed && count > 0 && inner.clone().all(named) { count + 2 } else { 0 }
}

/// Whether a script without blanks between words, Chinese, Japanese or Thai, stands among the first characters of a line.
pub(crate) fn cjk(line: &str, first: usize) -> bool {
    // Most lines begin with ASCII.
    let own = line.as_bytes();
    if first <= 12 && bytes::wide(bytes::eight(own, 0) | bytes::eight(own, 4)) == 0 {
        return false;
    }
    line.chars().take(first).any(|c| matches!(u32::from(c), 0xe01..=0xe4e | 0x3040..=0x30ff | 0x4e00..=0x9fff))
}

/// Whether a line is as short as the parts of a menu, and no sentence.
pub(crate) fn short(text: &str, l: &Line) -> bool {
    let line = l.span.of(text);
    let few = if l.has(WIDE) && cjk(line, 12) { l.width < 9 } else { l.words <= 3 && l.width < 40 };
    few && !line.ends_with(['.', '!', '?', '。', '！', '？'])
}

/// Whether a line is prose rather than a headline or a label: long, or ending as sentences end.
#[inline(never)]
fn prose(own: &str, l: &Line) -> bool {
    let cjk = l.has(WIDE) && cjk(own, 12);
    if !cjk && (l.width > 150 || l.width <= 30 || l.words < 4) {
        return l.width > 150;
    }
    // Xinhua and China News Service say at the end that it is the end.
    let line = own.strip_suffix(" Enditem").unwrap_or(own);
    let line = line.trim_end_matches(['"', '”', '’', '»', ')', '」', '』', '完', '(', '（', '）']);
    let ends = match line.as_bytes().last() {
        Some(b'.' | b'!' | b'?' | b':' | b';') => true,
        Some(0..=127) => false,
        _ => line.ends_with(['…', '。', '！', '？', '؟', '।']),
    };
    if cjk {
        // Thai puts marks above its letters.
        let long = if line.starts_with(|c| matches!(c, '\u{e01}'..='\u{e4e}')) { 90 } else { 60 };
        return l.width > long || (ends && l.width > 15);
    }
    // `... fueron aceptadas. EFE`, `... than normal. PTI GVS SZM`, but not `6:15 p.m. EST`: signs of a few letters.
    let bytes = line.as_bytes();
    let sign = bytes.iter().rev().take_while(|b| b.is_ascii_uppercase() || **b == b' ').count();
    let before = bytes.get(..bytes.len() - sign).unwrap_or(&[]);
    let ends = ends || sign <= 13 && matches!(before, [.., last, _, b'.'] if *last != b'.');
    ends && (l.words >= 6 && l.width > 60 || !own.ends_with(['?', '!']))
}

/// Whether a line can be a headline: short, of two words or more (or Chinese), not ending as sentences do.
pub(crate) fn headline_like(text: &str, l: &Line) -> bool {
    if !(if l.has(WIDE) { 6..=180 } else { 8..=180 }).contains(&l.width) {
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
    let address = || l.has(COLON) && bytes::has(line, "://");
    let quote = || line.starts_with(['"', '“', '«', '「']) && line.ends_with(['"', '”', '»', '」']);
    !closes && begins() && starts() && !quote() && !address() && (l.words >= 2 || l.has(WIDE) && cjk(line, usize::MAX))
}

/// Whether a line is an address and nothing else.
pub(crate) fn url(line: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|p| line.strip_prefix(p));
    rest.is_some_and(|r| r.contains('.') && !r.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::pack::undetermined;

    #[test]
    fn lines_know_what_is_between_them() {
        let found: Vec<(String, u32)> = lines("\u{feff} a \r\n\r\nb\n\n\n  \nc")
            .0
            .iter()
            .map(|l| (l.span.of("\u{feff} a \r\n\r\nb\n\n\n  \nc").into(), l.gap))
            .collect();
        assert_eq!(found, [("a".into(), 0), ("b".into(), 1), ("c".into(), 3)]);
    }

    #[test]
    fn markers() {
        assert_eq!(rule("* * *"), Some('*'));
        assert_eq!(rule("--"), None);
        let one = |text: &str| lines(text).0.remove(0);
        let numbered = |text: &str| numbered(text, &one(text));
        assert_eq!(numbered("1 of 3 DOCUMENTS"), Some((1, Some(3))));
        assert_eq!(numbered("Document 3 of 12"), Some((3, Some(12))));
        assert_eq!(numbered("Dokument 2 von 7"), Some((2, Some(7))));
        assert_eq!(numbered("one of 3 documents was lost"), None);
        assert_eq!(dump("date 2021-07-16 Chinese FM"), Some((5, 16)));
        assert_eq!(dump("date palms"), None);
        assert_eq!(heading("## Two"), Some((2, 3)));
        let labelled = |text: &str| labelled(text, &one(text), &undetermined());
        assert_eq!(labelled("BYLINE: Marta Ellison"), Some((label::BYLINE, 8)));
        assert_eq!(labelled("HD  Port reopens"), Some((label::HEADLINE | label::SURE, 4)));
        assert_eq!(labelled("^ДТ: 05.03.2024"), Some((label::DATE | label::SURE, 7)));
        for other in ["Note: this", "IN THE END", "Title: a word in small letters"] {
            assert_eq!(labelled(other), None);
        }
    }
}
