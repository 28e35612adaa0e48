//! From byte offsets to the UTF-16 offsets that JavaScript counts in.

use crate::span::to_u32;

/// Bytes between two checkpoints.
const STEP: usize = 128;

/// How many UTF-16 units a text has.
#[must_use]
pub fn length(text: &str) -> u32 {
    if text.is_ascii() {
        return to_u32(text.len());
    }
    units(text.as_bytes())
}

/// Units that begin in the bytes: one a character, one more a character of four bytes.
fn units(bytes: &[u8]) -> u32 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (blocks, rest) = bytes.as_chunks::<8>();
    let mut sum = to_u32(blocks.len() * 8);
    for block in blocks {
        // Eight bytes at once, of most texts all of them ASCII.
        let block = u64::from_le_bytes(*block);
        if block & HIGH != 0 {
            let inside = block & !(block << 1) & HIGH;
            let four = block & block << 1 & block << 2 & block << 3 & HIGH;
            sum = sum + four.count_ones() - inside.count_ones();
        }
    }
    rest.iter().map(|b| u32::from(b & 0xc0 != 0x80) + u32::from(*b >= 0xf0)).sum::<u32>() + sum
}

/// Checkpoints of a text; a text in ASCII needs none.
#[derive(Clone, Debug, Default)]
pub struct Utf16 {
    /// Units before byte `i * STEP`; empty for ASCII.
    before: Vec<u32>,
}

impl Utf16 {
    /// The checkpoints of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut sum = 0;
        let before = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let here = sum;
                sum += units(chunk);
                here
            })
            .collect();
        Utf16 { before }
    }

    /// The bytes that the checkpoints take.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.before.capacity() * size_of::<u32>()
    }

    /// The UTF-16 offset of a byte of the same text.
    #[must_use]
    #[inline(never)]
    pub fn offset(&self, text: &str, byte: u32) -> u32 {
        if self.before.is_empty() {
            return byte;
        }
        let byte = (byte as usize).min(text.len());
        // The last checkpoint covers the end of a text whose length is a multiple of the step.
        let at = (byte / STEP).min(self.before.len() - 1);
        let rest = text.as_bytes().get(at * STEP..byte).unwrap_or(&[]);
        let before = self.before.get(at).copied().unwrap_or(0);
        // Most stretches are in ASCII: as many units as bytes, where no character stands across the end.
        let end = (at + 1) * STEP;
        if self.before.get(at + 1) == Some(&(before + STEP as u32)) && text.is_char_boundary(end) {
            return before + to_u32(rest.len());
        }
        before + units(rest)
    }

    /// The byte of a UTF-16 offset of the same text; inside a character, that of the character.
    #[must_use]
    pub fn byte(&self, text: &str, unit: u32) -> u32 {
        let end = to_u32(text.len());
        if self.before.is_empty() {
            return unit.min(end);
        }
        let chunk = self.before.partition_point(|before| *before <= unit).saturating_sub(1);
        let mut units = self.before.get(chunk).copied().unwrap_or(0);
        // A chunk may begin inside a character, of which the units were counted before it.
        let start = (chunk * STEP..text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
        for (i, c) in text.get(start..).unwrap_or("").char_indices() {
            units += c.len_utf16() as u32;
            if units > unit {
                return to_u32(start + i);
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting() {
        let long = "a\u{e9}\u{1f600}\u{5d0}\u{fffd} ".repeat(200);
        // Before the first checkpoint as many units begin as there are bytes, though not each in its own.
        let across = format!("\u{e9}{}\u{1f600}, and more", "a".repeat(STEP - 3));
        for text in ["", "plain", "caf\u{e9} \u{1f600}!", "\u{5e9}\u{5dc}\u{5d5}\u{5dd}", &long, &across] {
            let index = Utf16::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let expected = text.get(..byte).unwrap().encode_utf16().count();
                assert_eq!(index.offset(text, byte as u32) as usize, expected, "byte {byte} of {text:?}");
                assert_eq!(index.byte(text, expected as u32) as usize, byte, "unit {expected} of {text:?}");
            }
            assert_eq!(length(text) as usize, text.encode_utf16().count());
        }
    }
}
