//! What happened to a text on its way: entities of HTML, zero-width marks, UTF-8 read as Windows-1252.

/// Characters of Windows-1252 from 0x80 on; a blank where there is none.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

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
/// with a mark, stands before as many others as it asks for, read as what they are there.
pub(crate) fn suspected(text: &str) -> bool {
    let bytes = text.as_bytes();
    let after = |at: usize| match bytes.get(at) {
        Some(0xc2 | 0xc5 | 0xc6 | 0xcb) => Some(at + 2),
        Some(0xe2) => Some(at + 3),
        _ => None,
    };
    memchr::memchr_iter(0xc3, bytes).any(|at| match bytes.get(at + 1) {
        Some(0x82..=0x9f) => after(at + 2).is_some(),
        Some(0xa0..=0xb4) => after(at + 2).and_then(after).is_some(),
        _ => false,
    })
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
    read_again(&out).unwrap_or(out)
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

/// A text that was UTF-8 and was read as Windows-1252, read as what it was; `None` where it is no such text.
pub(crate) fn read_again(text: &str) -> Option<String> {
    if !suspected(text) {
        return None;
    }
    let byte = |c: char| match u32::from(c) {
        n @ (0..=0x7f | 0xa0..=0xff) => Some(n as u8),
        _ => WINDOWS.chars().position(|w| w == c).map(|i| 0x80 + i as u8),
    };
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
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
            ("Var\u{ad}rona\u{200b}", "Varrona"),
        ] {
            assert_eq!(mended(text), expected);
        }
    }
}
