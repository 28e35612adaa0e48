//! Tags and entities in a text that was pasted as the source of a page.

/// Bytes that are looked through for tags.
const SAMPLE: usize = 1 << 16;
/// Bytes of the longest tag.
const LONGEST: usize = 2000;
/// Tags that stand inside sentences.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "u", "wbr",
];
/// Elements whose content is no text.
const HIDDEN: &[&str] = &["script", "style"];

/// Whether a text holds tags that are closed, as sources of pages do.
pub(crate) fn is(text: &str) -> bool {
    let bytes = text.as_bytes().get(..text.len().min(SAMPLE)).unwrap_or(&[]);
    let closing = |i: &usize| matches!(bytes.get(i + 1..i + 3), Some([b'/', b'a'..=b'z' | b'A'..=b'Z']));
    memchr::memchr_iter(b'<', bytes).filter(closing).take(2).count() == 2
}

/// Whether a text holds entities of HTML.
pub(crate) fn entities(text: &str) -> bool {
    let bytes = text.as_bytes().get(..text.len().min(SAMPLE)).unwrap_or(&[]);
    memchr::memchr_iter(b'&', bytes).any(|i| entity(text, i).is_some())
}

/// The end of the tag that begins at a place, and its name.
fn tag(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = text.get(at + 1..)?;
    let name = rest.trim_start_matches('/');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let close = memchr::memchr(b'>', rest.as_bytes().get(..rest.len().min(LONGEST))?)?;
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    Some((at + 1 + close + 1, name.get(..end)?))
}

/// The first tag in a part of a text that ends a line: where it begins, and where the text goes on after it.
pub(crate) fn block(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let own = text.as_bytes().get(start..end)?;
    memchr::memchr_iter(b'<', own).map(|i| start + i).find_map(|at| {
        let (after, name) = tag(text, at)?;
        let is = |list: &[&str]| list.iter().any(|other| name.eq_ignore_ascii_case(other));
        if is(INLINE) {
            return None;
        }
        let closing = format!("</{}", name.to_ascii_lowercase());
        let hidden = is(HIDDEN) && text.get(at..).is_some_and(|t| !t.starts_with("</"));
        let skip = if hidden { text.get(after..).and_then(|rest| rest.find(&closing)) } else { None };
        Some((at, after + skip.unwrap_or(0)))
    })
}

/// The end of the entity that begins at a place.
fn entity(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at + 1..)?;
    let length = rest.iter().take(10).position(|b| *b == b';')?;
    let name = rest.get(..length)?;
    (length >= 2 && name.iter().enumerate().all(|(i, b)| b.is_ascii_alphanumeric() || i == 0 && *b == b'#'))
        .then_some(at + length + 2)
}

/// The parts of a sentence that are tags or entities: no words stand in them.
pub(crate) fn hidden(text: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let own = text.as_bytes().get(start..end).unwrap_or(&[]);
    for at in memchr::memchr2_iter(b'<', b'&', own).map(|i| start + i) {
        let stop = tag(text, at).map(|(end, _)| end).filter(|_| text.as_bytes().get(at) == Some(&b'<'));
        let stop = stop.or_else(|| entity(text, at).filter(|_| text.as_bytes().get(at) == Some(&b'&')));
        out.extend(stop.map(|stop| (at, stop)));
    }
    out
}
