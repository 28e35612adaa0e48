//! Eight bytes at a time, the first of them lowest.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
const LOW: u64 = 0x7f * ONES;

/// The eight bytes from `at` on; zeros after the end.
#[inline]
#[must_use]
pub fn eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at.wrapping_add(8)).and_then(|b| b.try_into().ok()) {
        Some(block) => u64::from_le_bytes(block),
        None => few(bytes.get(at..).unwrap_or(&[])),
    }
}

/// The same of fewer than eight: the first half and the last, which may have a byte or two in common.
#[inline(never)]
fn few(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
    }
    match bytes {
        [a, b, c] => u64::from(u32::from_le_bytes([*a, *b, *c, 0])),
        [a, b] => u64::from(u16::from_le_bytes([*a, *b])),
        [a] => u64::from(*a),
        _ => 0,
    }
}

/// Whether two words are the same: most have some ten letters, too few for what compares long texts.
#[inline]
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    let end = one.len().saturating_sub(8);
    one.len() == other.len()
        && (0..end).step_by(8).all(|at| eight(one, at) == eight(other, at))
        && eight(one, end) == eight(other, end)
}

/// The high bit of every byte that is this one.
#[inline]
#[must_use]
pub const fn equal(block: u64, byte: u8) -> u64 {
    let apart = block ^ (byte as u64 * ONES);
    !(((apart & LOW) + LOW) | apart) & HIGH
}

/// The high bit of every byte that is not ASCII.
#[inline]
#[must_use]
pub const fn wide(block: u64) -> u64 {
    block & HIGH
}

/// The high bit of every byte that is a control character, its own high bit aside.
#[inline]
#[must_use]
pub const fn low(block: u64) -> u64 {
    !((block & LOW) + 0x60 * ONES) & HIGH
}

/// The high bit of every ASCII letter.
#[inline]
#[must_use]
pub const fn letters(block: u64) -> u64 {
    // Case aside, from `a` on (0x61) and not after `z` (0x7b).
    let low = (block | (0x20 * ONES)) & LOW;
    (low + 0x1f * ONES) & !(low + 0x05 * ONES) & !block & HIGH
}

/// How many ASCII letters come first.
#[inline]
#[must_use]
pub const fn leading_letters(block: u64) -> usize {
    before(letters(block) ^ HIGH)
}

/// Where a part stands first. The standard library prepares for the worst of texts before it looks: for the lines that
/// are looked through here this takes longer than looking, and it is five kilobytes of code.
#[must_use]
#[inline(never)]
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let (own, byte) = rare(part)?;
    let last = text.len().checked_sub(part.len())?;
    // Most that have the byte differ in the first eight.
    let (begin, rest) = part.split_at_checked(8).unwrap_or((part, &[]));
    let (begin, mask) = (eight(begin, 0), u64::MAX >> (64 - 8 * begin.len()));
    let is = |at: usize| {
        eight(text, at) & mask == begin && (rest.is_empty() || text.get(at + 8..at + part.len()) == Some(rest))
    };
    let mut block = 0;
    while block <= last {
        let mut found = equal(eight(text, block + own), byte);
        while found != 0 {
            let at = block + before(found);
            if at <= last && is(at) {
                return Some(at);
            }
            found &= found - 1;
        }
        block += 8;
    }
    None
}

/// A byte of a part that texts are not full of, as far as there is one, and where it stands.
fn rare(part: &[u8]) -> Option<(usize, u8)> {
    let at = part.iter().position(|b| !b" etaoinsrld".contains(b)).unwrap_or(0);
    part.get(at).map(|byte| (at, *byte))
}

/// Some words, as one text with a blank between each two: this takes half of the room of a list. Their first bytes and
/// their lengths tell most other words apart from them, so that few are looked for.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The words.
    pub words: &'static str,
    /// A bit for the lowest five bits of each first byte.
    firsts: u32,
    /// A bit for each length.
    lengths: u32,
}

impl List {
    /// The list of these words, none of more than 31 bytes.
    #[must_use]
    #[allow(clippy::indexing_slicing)] // at compile time, below the length
    pub const fn of(words: &'static str) -> List {
        let (bytes, mut firsts, mut lengths) = (words.as_bytes(), 0, 0);
        let (mut at, mut start) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                firsts |= 1 << (bytes[start] & 31);
                lengths |= 1 << (at - start);
                start = at + 1;
            }
            at += 1;
        }
        List { words, firsts, lengths }
    }

    /// The bit of the first byte of a text.
    fn first(text: &str) -> u32 {
        text.as_bytes().first().map_or(1, |b| 1 << (b & 31))
    }

    /// Whether a line begins with one of them.
    #[must_use]
    pub fn begins(&self, line: &str) -> bool {
        // Most lines begin otherwise.
        self.firsts & List::first(line) != 0 && self.words.split(' ').any(|word| line.starts_with(word))
    }

    /// Whether a word is one of them.
    #[inline(never)]
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        let may = self.firsts & List::first(word) != 0 && self.lengths >> word.len().min(31) & 1 != 0;
        may && self.words.as_bytes().split(|b| *b == b' ').any(|own| own == word.as_bytes())
    }
}

/// Whether a part stands anywhere in a text.
#[must_use]
pub fn has(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What stands before the first such part, and what after it.
#[must_use]
pub fn parted<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// What stands before the first such part: all of the text where there is none.
#[must_use]
pub fn ahead<'a>(text: &'a str, part: &str) -> &'a str {
    parted(text, part).map_or(text, |(before, _)| before)
}

/// How often an ASCII byte stands right after itself.
#[must_use]
pub fn doubled(text: &str, byte: u8) -> usize {
    let bytes = text.as_bytes();
    let twice = |at| equal(eight(bytes, at), byte) & equal(eight(bytes, at + 1), byte);
    (0..bytes.len()).step_by(8).map(|at| twice(at).count_ones() as usize).sum()
}

/// How many characters a short text has; the standard library's way is made for long ones.
#[must_use]
#[inline(never)]
pub fn characters(text: &str) -> usize {
    let (blocks, rest) = text.as_bytes().as_chunks();
    // Of every character of several bytes all but the first begin with the bits 10.
    let inside = |block: u64| ((block & !(block << 1) & HIGH) >> 7).wrapping_mul(ONES) >> 56;
    let more: u64 = blocks.iter().map(|block| inside(u64::from_le_bytes(*block))).sum();
    text.len() - more as usize - rest.iter().filter(|byte| **byte & 0xc0 == 0x80).count()
}

/// Where a part stands last in a short text.
#[must_use]
pub fn last(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let (own, byte) = rare(part)?;
    let mut rest = text;
    while let Some(at) = rest.iter().rposition(|b| *b == byte) {
        if let Some(start) = at.checked_sub(own)
            && text.get(start..start + part.len()) == Some(part)
        {
            return Some(start);
        }
        rest = rest.get(..at).unwrap_or(&[]);
    }
    None
}

/// How many bytes without their high bit come first: 8 where none has it.
#[inline]
#[must_use]
pub const fn before(high: u64) -> usize {
    (high.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_list() {
        const LIST: List = List::of("north à south");
        for (word, expected) in [
            ("north", true),
            ("south", true),
            ("à", true),
            ("sou", false),
            ("norths", false),
            ("", false),
            ("soith", false),
        ] {
            assert_eq!(LIST.has(word), expected, "{word:?}");
            assert_eq!(LIST.begins(word), expected || word == "norths", "{word:?}");
        }
    }

    #[test]
    fn every_byte_in_every_place() {
        for byte in 0..=255u8 {
            for place in 0..8 {
                let mut bytes = *b"x x.x,x\xff";
                bytes[place] = byte;
                let block = eight(&bytes, 0);
                let marked = |high: u64| (0..8).map(|i| high >> (8 * i + 7) & 1 != 0).collect::<Vec<_>>();
                let expected = |is: &dyn Fn(u8) -> bool| bytes.iter().map(|b| is(*b)).collect::<Vec<_>>();
                assert_eq!(marked(equal(block, byte)), expected(&|b| b == byte));
                assert_eq!(marked(wide(block)), expected(&|b| !b.is_ascii()));
                assert_eq!(marked(low(block)), expected(&|b| b & 0x7f < b' '));
                assert_eq!(marked(letters(block)), expected(&|b| b.is_ascii_alphabetic()));
                let first = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                assert_eq!(leading_letters(block), first);
                assert_eq!(before(letters(block)), bytes.iter().take_while(|b| !b.is_ascii_alphabetic()).count());
            }
        }
        for at in 0..=9 {
            let bytes = b"abcdefgh";
            let rest = bytes.get(at..).unwrap_or(&[]);
            assert_eq!(eight(bytes, at), rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)));
        }
    }

    #[test]
    fn words_of_any_length() {
        let text = b"parliamentarians";
        for length in 0..=text.len() {
            assert!(same(&text[..length], &text.to_vec()[..length]));
            for place in 0..length {
                let mut other = text[..length].to_vec();
                other[place] = b'.';
                assert!(!same(&text[..length], &other));
            }
            assert!(length == 0 || !same(&text[..length], &text[..length - 1]));
        }
    }

    #[test]
    fn a_byte_after_itself() {
        for (text, times) in
            [("", 0), (" ", 0), ("  ", 1), ("   ", 2), ("a b c d  e", 1), ("1234567  9", 1), ("12345678  0  ", 2)]
        {
            assert_eq!(doubled(text, b' '), times, "{text:?}");
        }
    }

    #[test]
    fn characters_of_any_length() {
        for text in ["", "a", "Ünï", "新华社", "a😀é", "新华社记者王毅, a line of some length – and “more”"]
        {
            assert_eq!(characters(text), text.chars().count(), "{text:?}");
        }
    }

    #[test]
    fn the_first_of_several() {
        for (text, part) in [
            ("a - b - c", " - "),
            ("-- - b", " - "),
            ("- b", " - "),
            ("b -", " - "),
            ("aab", "aab"),
            ("aaab", "aab"),
            ("新华社记者王", "记者"),
            ("", "x"),
            ("x", "xx"),
        ] {
            assert_eq!(find(text, part), text.find(part), "{text:?} {part:?}");
            assert_eq!(parted(text, part), text.split_once(part));
            assert_eq!(ahead(text, part), text.split(part).next().unwrap());
        }
        assert_eq!(find("x", ""), None);
    }

    #[test]
    fn the_last_of_several() {
        for (text, part, at) in [
            ("a - b - c", " - ", Some(5)),
            ("a - b-", " - ", Some(1)),
            ("- b", " - ", None),
            ("a - b", " | ", None),
            ("", "x", None),
            ("x", "", None),
        ] {
            assert_eq!(last(text, part), at, "{text:?} {part:?}");
        }
    }
}
