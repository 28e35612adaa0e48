//! What happened to a text on its way: entities of HTML, zero-width marks, UTF-8 read as Windows-1252 or Windows-1251.

/// Characters of Windows-1252 from 0x80 on; a blank where there is none.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Characters of Windows-1251 from 0x80 to 0xbf; Russian letters follow.
const CYRILLIC: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";

/// The commonest entities of HTML.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("rsquo", "’"),
    ("lsquo", "‘"),
    ("rdquo", "”"),
    ("ldquo", "“"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("uuml", "ü"),
    ("ouml", "ö"),
    ("auml", "ä"),
    ("szlig", "ß"),
    ("ccedil", "ç"),
    ("ntilde", "ñ"),
];

/// Whether a text may be UTF-8 that was read as Windows-1252: somewhere the first byte of a character, read as a letter
/// with a mark, stands before as many others as it asks for, read as what they are there. Or that was read as
/// Windows-1251, where every letter of Russian is `Р` or `С` and what no Russian has after them.
pub(crate) fn suspected(text: &str) -> bool {
    let bytes = text.as_bytes();
    let after = |at: usize| match bytes.get(at) {
        Some(0xc2 | 0xc5 | 0xc6 | 0xcb) => Some(at + 2),
        Some(0xe2) => Some(at + 3),
        _ => None,
    };
    let pair = |at: usize| match bytes.get(at..at + 4) {
        Some([0xd0, 0xa0 | 0xa1, 0xd0, 0x81..=0x8f] | [0xd0, 0xa0 | 0xa1, 0xd1, 0x90..=0x9f]) => Some(at + 4),
        Some([0xd0, 0xa0 | 0xa1, 0xc2 | 0xd2, _]) => Some(at + 4),
        Some([0xd0, 0xa0 | 0xa1, 0xe2, _]) => Some(at + 5),
        _ => None,
    };
    memchr::memchr_iter(0xc3, bytes).any(|at| match bytes.get(at + 1) {
        Some(0x82..=0x9f) => after(at + 2).is_some(),
        Some(0xa0..=0xb4) => after(at + 2).and_then(after).is_some(),
        _ => false,
    }) || memchr::memchr_iter(0xd0, bytes).any(|at| pair(at).and_then(pair).is_some())
}

/// A text without damage, as far as that is certain.
#[inline(never)]
pub(crate) fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '&'
            && let Some((entity, after)) = rest.get(1..).and_then(|r| r.split_once(';'))
            && let Some(meant) = meaning(entity)
        {
            out.push_str(&meant);
            rest = after;
            continue;
        }
        if !matches!(c, '\u{200b}' | '\u{ad}' | '\u{feff}') {
            out.push(c);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    read_again(&out).map_or(out, |(text, _)| text)
}

/// What an entity stands for.
fn meaning(entity: &str) -> Option<String> {
    if let Some((_, meant)) = ENTITIES.iter().find(|(name, _)| *name == entity) {
        return Some((*meant).to_string());
    }
    let number = entity.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).map(String::from)
}

/// A text that was UTF-8 and was read as Windows-1252 or Windows-1251, read as what it was, and which of the two; `None`
/// where it is no such text.
pub(crate) fn read_again(text: &str) -> Option<(String, u32)> {
    if !suspected(text) {
        return None;
    }
    let western = |c: char| match u32::from(c) {
        n @ (0..=0x7f | 0xa0..=0xff) => Some(n as u8),
        _ => WINDOWS.chars().position(|w| w == c).map(|i| 0x80 + i as u8),
    };
    let eastern = |c: char| match u32::from(c) {
        n @ 0..=0x7f => Some(n as u8),
        n @ 0x410..=0x44f => Some((n - 0x410 + 0xc0) as u8),
        _ => CYRILLIC.chars().position(|w| w == c).map(|i| 0x80 + i as u8),
    };
    let bytes: Option<Vec<u8>> = text.chars().map(western).collect();
    if let Some(read) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
        return Some((read, 1252));
    }
    let bytes: Option<Vec<u8>> = text.chars().map(eastern).collect();
    Some((String::from_utf8(bytes?).ok()?, 1251))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_suspected() {
        for (text, expected) in [
            ("CafÃ© owners", true),
            ("He canâ€™t", true),
            ("ä¸\u{ad}å›½", true),
            ("Ð¿Ð¾Ñ€Ñ‚", true),
            ("РџРѕСЂС‚", true),
            ("СССР» и Р. С. Марченко, «С…»", false),
            ("Beyoncé’s café, créée à l’été… «Ñandú» Ångström", false),
            ("Порт, 中国", false),
        ] {
            assert_eq!(suspected(text), expected, "{text}");
        }
    }

    #[test]
    fn damage_is_mended() {
        for (text, expected) in [
            ("Dockers &amp; shippers &#8212; agree&#x2E; AT&T; done", "Dockers & shippers — agree. AT&T; done"),
            ("CafÃ© owners: â€œWe canâ€™tâ€\u{9d}", "Café owners: “We can’t”"),
            ("Café Ã", "Café Ã"),
            ("РџРѕСЂС‚ Р’Р°СЂСЂРѕРЅР°", "Порт Варрона"),
            ("Var\u{ad}rona\u{200b}", "Varrona"),
        ] {
            assert_eq!(mended(text), expected);
        }
    }
}
