//! Words by UAX #29 (Unicode Standard Annex 29, text segmentation): segments with a letter or digit.
//!
//! ASCII and the commonest Latin, Cyrillic, Chinese and punctuation characters are classed here; a stretch
//! between blanks that holds anything else goes to the crate `unicode-segmentation` as a whole.

use unicode_segmentation::UnicodeSegmentation;

use crate::segment::{Start, Tokens};
use crate::span::{Span, to_u32};
use crate::text::{Vocabulary, bytes};

/// What the word-break rules make of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Joins letters, digits and itself: `_`.
    Extend,
    /// Between two letters: `:`.
    MidLetter,
    /// Between two digits: `,` `;`.
    MidNumber,
    /// Between two letters or two digits: `.` `'`.
    MidBoth,
    /// A word of its own: a Chinese character, a hiragana.
    Alone,
    Other,
    /// Not classed here.
    Slow,
}

/// The class of an ASCII character.
const fn ascii(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b'_' => Class::Extend,
        b':' => Class::MidLetter,
        b',' | b';' => Class::MidNumber,
        b'.' | b'\'' => Class::MidBoth,
        _ => Class::Other,
    }
}

const ASCII: [Class; 128] = {
    let mut table = [Class::Other; 128];
    let mut i = 0;
    while i < 128 {
        #[allow(clippy::indexing_slicing)] // at compile time, below the length
        {
            table[i] = ascii(i as u8);
        }
        i += 1;
    }
    table
};

/// The class of the character that begins at `at`, and its length in bytes.
fn class(bytes: &[u8], at: usize) -> (Class, usize) {
    let Some(first) = bytes.get(at) else { return (Class::Other, 1) };
    if let Some(class) = ASCII.get(usize::from(*first)) {
        return (*class, 1);
    }
    wide(bytes, at, *first)
}

/// The same of a character that is not ASCII, by its first byte.
#[inline(never)]
fn wide(bytes: &[u8], at: usize, first: u8) -> (Class, usize) {
    let next = |i: usize| u32::from(bytes.get(at + i).copied().unwrap_or(0) & 0x3f);
    match first {
        0xc2..=0xdf => {
            let c = u32::from(first & 0x1f) << 6 | next(1);
            let class = match c {
                0xa0..=0xa9 | 0xab | 0xac | 0xae..=0xb1 | 0xb4 | 0xb6 | 0xbb | 0xbf | 0xd7 | 0xf7 => Class::Other,
                0xaa | 0xb5 | 0xba | 0xc0..=0x24f | 0x391..=0x3a1 | 0x3a3..=0x3ce | 0x400..=0x481 | 0x48a..=0x52f => {
                    Class::Letter
                }
                _ => Class::Slow,
            };
            (class, 2)
        }
        0xe2 => {
            let c = 0x2000 | next(1) << 6 | next(2);
            let class = match c {
                0x2010..=0x2015 | 0x201a..=0x2022 | 0x2026 | 0x2030 | 0x2039 | 0x203a | 0x20ac => Class::Other,
                0x2018 | 0x2019 => Class::MidBoth,
                _ => Class::Slow,
            };
            (class, 3)
        }
        0xe3..=0xe9 | 0xef => {
            let c = u32::from(first & 0x0f) << 12 | next(1) << 6 | next(2);
            let class = match c {
                0x3041..=0x3096 | 0x4e00..=0x9fff => Class::Alone,
                0x3000..=0x3003 | 0x3008..=0x3011 | 0x3014..=0x301b => Class::Other,
                0xff01 | 0xff08 | 0xff09 | 0xff1f => Class::Other,
                0xff1a => Class::MidLetter,
                0xff0c | 0xff1b => Class::MidNumber,
                _ => Class::Slow,
            };
            (class, 3)
        }
        0xe0..=0xef => (Class::Slow, 3),
        _ => (Class::Slow, 4),
    }
}

/// What a byte is to the scan of plain words.
const ALNUM: u8 = 1;
/// A full stop, comma or the like: it may join letters or digits.
const MID: u8 = 2;
/// `_`, or not ASCII: the rules have to look.
const LOOK: u8 = 4;

const BYTES: [u8; 256] = {
    let mut table = [LOOK; 256];
    let mut i = 0;
    while i < 128 {
        #[allow(clippy::indexing_slicing)] // at compile time, below the length
        {
            table[i] = match ascii(i as u8) {
                Class::Letter | Class::Digit => ALNUM,
                Class::MidLetter | Class::MidNumber | Class::MidBoth => MID,
                Class::Extend | Class::Alone | Class::Slow => LOOK,
                Class::Other => 0,
            };
        }
        i += 1;
    }
    table
};

fn kind(byte: u8) -> u8 {
    BYTES.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Finds the words of a span and appends them.
#[inline(never)]
pub(crate) fn words(text: &str, span: Span, vocabulary: &mut Vocabulary, out: &mut Tokens) {
    let own = text.as_bytes().get(..span.end as usize).unwrap_or(text.as_bytes());
    let first = span.start as usize;
    let byte = |at: usize| own.get(at).map_or(0, |b| kind(*b));
    let (mut at, mut spaced) = (first, false);
    while at < own.len() {
        let block = bytes::eight(own, at);
        let letters = bytes::leading_letters(block);
        // Most words are a few letters with a blank after them; zeros stand after the end.
        let rest = block.checked_shr(8 * letters as u32).unwrap_or(0);
        if letters > 0 && rest as u8 == b' ' {
            out.starts.push(Start::new(at as u32, spaced));
            out.types.push(vocabulary.intern_block(block, text, at, at + letters));
            (at, spaced) = (at + letters + 1, true);
            continue;
        }
        let mut stop = at + letters;
        let mut after = if letters < 8 { kind(rest as u8) } else { byte(stop) };
        while after == ALNUM {
            stop += 1;
            after = byte(stop);
        }
        // Or letters and digits with any blank, or a mark and a blank.
        if stop > at && (after == 0 || after == MID && byte(stop + 1) == 0) {
            out.starts.push(Start::new(at as u32, spaced));
            out.types.push(vocabulary.intern_block(block, text, at, stop));
            spaced = own.get(stop) == Some(&b' ');
            // Nor does a word begin with what stands behind a mark.
            at = stop + 1 + usize::from(after == MID);
        } else if stop == at && after & LOOK == 0 {
            (at, spaced) = (at + 1, false);
        } else {
            (at, spaced) = (ruled(text, own, first, at, spaced, vocabulary, out), false);
        }
    }
}

/// Finds by the rules what word begins at a place, or all words up to the next blank; gives where they end.
#[inline(never)]
fn ruled(
    text: &str,
    own: &[u8],
    first: usize,
    at: usize,
    spaced: bool,
    vocabulary: &mut Vocabulary,
    out: &mut Tokens,
) -> usize {
    let mut push = |start: usize, end: usize| {
        out.starts.push(Start::new(to_u32(start), spaced && start == at));
        out.types.push(vocabulary.intern_at(text, start, end));
    };
    let (kind, length) = class(own, at);
    let found = match kind {
        Class::Letter | Class::Digit | Class::Extend => run(own, at),
        // Unless something unclassed follows, which may belong to it.
        Class::Alone if class(own, at + length).0 != Class::Slow => Ok((at + length, true)),
        Class::Alone | Class::Slow => Err(()),
        _ => Ok((at + length, false)),
    };
    match found {
        Ok((stop, real)) => {
            if real {
                push(at, stop);
            }
            stop
        }
        Err(()) => {
            let before = own.get(first..at).unwrap_or(&[]);
            let blank = before.iter().rposition(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t'));
            slow(text, blank.map_or(first, |i| first + i), at, own.len(), &mut push)
        }
    }
}

/// The end of the word that begins at `at`, and whether it has a letter or digit; an error where it runs
/// into a character that is not classed here.
fn run(bytes: &[u8], at: usize) -> Result<(usize, bool), ()> {
    let (mut last, length) = class(bytes, at);
    let mut stop = at + length;
    let mut real = last != Class::Extend;
    loop {
        let (kind, length) = class(bytes, stop);
        if stop >= bytes.len() {
            return Ok((stop, real));
        }
        match kind {
            Class::Letter | Class::Digit | Class::Extend => {
                real |= kind != Class::Extend;
                last = kind;
                stop += length;
            }
            Class::MidLetter | Class::MidNumber | Class::MidBoth => {
                let (after, skip) = class(bytes, stop + length);
                if stop + length >= bytes.len() {
                    return Ok((stop, real));
                }
                let joins = match kind {
                    Class::MidLetter => last == Class::Letter && after == Class::Letter,
                    Class::MidNumber => last == Class::Digit && after == Class::Digit,
                    _ => last == after && matches!(after, Class::Letter | Class::Digit),
                };
                if after == Class::Slow {
                    return Err(());
                }
                if !joins {
                    return Ok((stop, real));
                }
                last = after;
                stop += length + skip;
            }
            Class::Alone | Class::Other => return Ok((stop, real)),
            Class::Slow => return Err(()),
        }
    }
}

/// Takes the words from `at` to the next blank from the crate. The rules look back, so it is given the
/// whole stretch since the last blank; words that end before `at` were pushed already.
#[inline(never)]
fn slow(text: &str, stretch: usize, at: usize, end: usize, push: &mut impl FnMut(usize, usize)) -> usize {
    let rest = text.as_bytes().get(at..end).unwrap_or(&[]);
    let stop = at + memchr::memchr3(b' ', b'\n', b'\t', rest).unwrap_or(rest.len());
    for (offset, word) in text.get(stretch..stop).unwrap_or("").split_word_bound_indices() {
        let start = stretch + offset;
        if start + word.len() > at && is_word(word) {
            push(start, start + word.len());
        }
    }
    stop
}

/// Whether a segment is a word: it has a letter or digit, and is not a blank or sign that a mark was put on.
fn is_word(segment: &str) -> bool {
    let sign = |c: char| c.is_whitespace() || c.is_ascii_punctuation() && c != '_';
    segment.chars().any(char::is_alphanumeric) && !segment.starts_with(sign)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let (mut vocabulary, mut tokens) = (Vocabulary::new(), Tokens::default());
        words(text, Span::new(0, text.len() as u32), &mut vocabulary, &mut tokens);
        let ends = tokens.types.iter().map(|t| vocabulary.get(*t).len());
        tokens
            .starts
            .iter()
            .zip(ends)
            .map(|(s, n)| text.get(s.byte() as usize..s.byte() as usize + n).unwrap())
            .collect()
    }

    fn expected(text: &str) -> Vec<&str> {
        text.split_word_bounds().filter(|w| is_word(w)).collect()
    }

    #[test]
    fn words_of_the_news() {
        for (text, words) in [
            ("The U.S. can't pay $3.5 million.", "The|U.S|can't|pay|3.5|million"),
            ("China-Russia ties, 1,000 men", "China|Russia|ties|1,000|men"),
            ("Wang’s “new” café—naïve", "Wang’s|new|café|naïve"),
            ("snake_case a:b 12:30 _ __x", "snake_case|a:b|12|30|__x"),
            ("Москва, 5 марта", "Москва|5|марта"),
            ("5 m² of ½ price", "5|m|²|of|½|price"),
            ("e\u{301}t\u{e9} 中国 ok", "e\u{301}t\u{e9}|中|国|ok"),
        ] {
            assert_eq!(found(text).join("|"), words);
            assert_eq!(found(text), expected(text), "UAX #29 of {text:?}");
        }
    }

    #[test]
    fn every_character_of_the_first_blocks_agrees() {
        let blocks = (0u32..0x3100).chain(0x4df0..0x4e10).chain(0x9ff0..0xa010).chain(0xfe00..0x1_0000);
        for c in blocks.filter_map(char::from_u32) {
            for text in [
                format!("{c}"),
                format!("a{c}b"),
                format!("1{c}2"),
                format!("a{c} b"),
                format!(" {c}b"),
                format!("_{c}_1"),
                format!("中{c}中"),
                format!("{c}の"),
            ] {
                assert_eq!(found(&text), expected(&text), "U+{:04X} in {text:?}", u32::from(c));
            }
        }
    }

    proptest! {
        #[test]
        fn agree_with_the_standard(text in "[a-c0-2_:,;.'’“é\u{301}\u{200d}中のア，：１\u{3099}\u{fe00}א가😀 \n-]{0,24}") {
            prop_assert_eq!(found(&text), expected(&text));
        }

        #[test]
        fn agree_on_any_text(text in "\\PC{0,40}") {
            prop_assert_eq!(found(&text), expected(&text));
        }
    }
}
