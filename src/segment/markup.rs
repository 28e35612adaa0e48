//! Tags and entities in a text that was pasted as the source of a page, and the links of Markdown.

use crate::text::bytes;
use crate::text::bytes::List;

/// Bytes that are looked through for tags.
const SAMPLE: usize = 1 << 16;
/// Bytes of the longest tag.
const LONGEST: usize = 2000;
/// Tags that stand inside sentences, those of news formats among them.
const INLINE: List = List::of(
    "a abbr b cite code em font i img location mark org person q s small span story.date strong sub sup u wbr",
);
/// Elements whose content is no text.
const HIDDEN: List = List::of("script style");
/// Elements that hold an article each.
const RECORDS: List = List::of("item entry doc nitf");
/// What stands in a cleaned text where an element begins that holds an article.
pub(crate) const RECORD: char = '\u{1e}';
/// What entities mean that are no letters; letters are left, since a word must stand where it is.
const SIGNS: &[(&str, &str)] = &[
    ("&nbsp;", " "),
    ("&amp;", "&"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&rsquo;", "’"),
    ("&lsquo;", "‘"),
    ("&rdquo;", "”"),
    ("&ldquo;", "“"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&hellip;", "…"),
    ("&copy;", "©"),
];

/// Whether a text holds tags that are closed, as sources of pages do, or links as Markdown has them.
pub(crate) fn is(text: &str) -> bool {
    let bytes = text.as_bytes().get(..text.len().min(SAMPLE)).unwrap_or(&[]);
    let closing = |i: &usize| matches!(bytes.get(i + 1..i + 3), Some([b'/', b'a'..=b'z' | b'A'..=b'Z']));
    let link = |i: usize| bytes.get(i..i + 6).is_some_and(|own| own == b"](http");
    memchr::memchr_iter(b'<', bytes).filter(closing).take(2).count() == 2 || memchr::memchr_iter(b']', bytes).any(link)
}

/// Whether a text holds entities of HTML.
pub(crate) fn entities(text: &str) -> bool {
    let bytes = text.as_bytes().get(..text.len().min(SAMPLE)).unwrap_or(&[]);
    memchr::memchr_iter(b'&', bytes).any(|i| entity(text, i).is_some())
}

/// A text with blanks where its tags are, and a line end where a tag ends a line; every word stays where it is.
#[inline(never)]
pub(crate) fn cleaned(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    let (mut at, mut hides) = (0, true);
    while let Some(next) = memchr::memchr3(b'<', b'&', b']', text.as_bytes().get(at..).unwrap_or(&[])) {
        let start = at + next;
        let rest = text.get(start..).unwrap_or("");
        let (end, mark) = if let Some((sign, meant)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            let end = start + sign.len();
            // An opening mark stands before its word, what closes after it.
            let opens = matches!(*meant, "“" | "‘");
            (end, Some((if opens { end - meant.len() } else { start }, *meant)))
        } else if rest.starts_with("](http") {
            // A picture is no link: `![The harbour](https://example.com/a.jpg)`.
            let own = text.as_bytes().get(..start).unwrap_or(&[]);
            let open = memchr::memrchr2(b'[', b'\n', own).filter(|i| own.get(*i) == Some(&b'['));
            let open = open.filter(|i| *i == 0 || own.get(i - 1) != Some(&b'!'));
            let close = rest.bytes().take(LONGEST).position(|b| matches!(b, b')' | b'\n'));
            let (Some(open), Some(close)) = (open, close) else {
                at = start + 1;
                continue;
            };
            let end = start + close + 1;
            if let Some(slot) = out.get_mut(open) {
                *slot = b' ';
            }
            (end, None)
        } else if let Some((end, mark)) = tag_end(text, start, &mut hides) {
            (end, mark.map(|mark| (start, mark)))
        } else {
            at = start + 1;
            continue;
        };
        if let Some(hole) = out.get_mut(start..end) {
            hole.fill(b' ');
        }
        if let Some((place, mark)) = mark
            && let Some(slot) = out.get_mut(place..place + mark.len())
        {
            slot.copy_from_slice(mark.as_bytes());
        }
        at = end;
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_string())
}

/// The end of the tag that begins at a place, with what it hides; and what stands for it: nothing, where it stands
/// inside a sentence.
fn tag_end(text: &str, at: usize, hides: &mut bool) -> Option<(usize, Option<&'static str>)> {
    let rest = text.get(at..)?;
    let until = |mark: &str| bytes::find(rest, mark).map_or(text.len(), |i| at + i + mark.len());
    if rest.starts_with("]]>") {
        return Some((at + 3, None));
    } else if rest.starts_with("<!--") {
        return Some((until("-->"), None));
    } else if rest.starts_with("<![CDATA[") {
        return Some((at + 9, None));
    }
    let inside = rest.strip_prefix('<')?;
    let name = inside.trim_start_matches('/');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
        return None;
    }
    let close = at + 2 + memchr::memchr(b'>', inside.as_bytes().get(..inside.len().min(LONGEST))?)?;
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(name.len());
    let name = name.get(..end)?;
    let lower = name.to_ascii_lowercase();
    let is = |list: List| list.has(&lower);
    let opens = !inside.starts_with('/');
    if is(INLINE) {
        return Some((close, None));
    }
    if opens && *hides && is(HIDDEN) {
        let hidden = text.get(close..).and_then(|rest| bytes::find(rest, &["</", name].concat()));
        // Where one is not closed, the others are not looked for.
        *hides = hidden.is_some();
        return Some((close + hidden.unwrap_or(0), Some("\n")));
    }
    Some((close, Some(if opens && is(RECORDS) { "\u{1e}" } else { "\n" })))
}

/// The end of the entity that begins at a place.
fn entity(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at + 1..)?;
    let length = rest.iter().take(10).position(|b| *b == b';')?;
    let name = rest.get(..length)?;
    (length >= 2 && name.iter().enumerate().all(|(i, b)| b.is_ascii_alphanumeric() || i == 0 && *b == b'#'))
        .then_some(at + length + 2)
}

/// The parts of a sentence that are entities: no words stand in them.
pub(crate) fn hidden(text: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
    let own = text.as_bytes().get(start..end).unwrap_or(&[]);
    memchr::memchr_iter(b'&', own).filter_map(|i| Some((start + i, entity(text, start + i)?))).collect()
}
