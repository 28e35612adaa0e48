//! Where the words of a paste begin, in half the room that offsets would take.

use crate::segment::Start;
use crate::span::{Range, to_u32};

/// Words that share a base.
const BLOCK: usize = 64;

/// What marks an offset of a word that is spaced.
const SPACED: u16 = 1 << 15;

/// Where each word begins, ascending.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    /// The first byte of the first word of each block.
    bases: Vec<u32>,
    /// How many bytes after it each word begins, and whether it is spaced.
    offsets: Vec<u16>,
    /// The places themselves, of a paste where that is too narrow: with kilobytes between words.
    wide: Vec<Start>,
}

impl Starts {
    /// Takes over where words begin, which ascends.
    #[must_use]
    #[inline(never)]
    pub fn new(starts: Vec<Start>) -> Self {
        let mut out = Starts::default();
        out.bases.reserve_exact(starts.len().div_ceil(BLOCK));
        out.offsets.reserve_exact(starts.len());
        for block in starts.chunks(BLOCK) {
            let (Some(base), Some(last)) = (block.first(), block.last()) else { break };
            let base = base.byte();
            if last.byte() - base >= SPACED.into() {
                return Starts { wide: starts, ..Starts::default() };
            }
            out.bases.push(base);
            let offset = |start: &Start| (start.byte() - base) as u16 | if start.spaced() { SPACED } else { 0 };
            out.offsets.extend(block.iter().map(offset));
        }
        out
    }

    /// The first byte of a word.
    #[must_use]
    #[inline]
    pub fn get(&self, word: usize) -> Option<u32> {
        match (self.bases.get(word / BLOCK), self.offsets.get(word)) {
            (Some(base), Some(offset)) => Some(base + u32::from(offset & !SPACED)),
            _ => self.wide.get(word).map(|start| start.byte()),
        }
    }

    /// Whether a blank and nothing else stands between a word and the word before it; perhaps not where it is not known.
    #[must_use]
    #[inline]
    pub fn spaced(&self, word: usize) -> bool {
        match self.offsets.get(word) {
            Some(offset) => offset & SPACED != 0,
            None => self.wide.get(word).is_some_and(|start| start.spaced()),
        }
    }

    /// The first bytes of the words of a range.
    pub fn of(&self, words: Range) -> impl Iterator<Item = u32> + '_ {
        words.iter().map_while(|word| self.get(word))
    }

    /// How many words begin at this byte or before it.
    #[must_use]
    pub fn up_to(&self, byte: u32) -> u32 {
        let (mut low, mut high) = (0, self.offsets.len().max(self.wide.len()));
        while low < high {
            let middle = (low + high) / 2;
            if self.get(middle).is_some_and(|start| start <= byte) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        to_u32(low)
    }

    /// The bytes that they take.
    #[must_use]
    pub fn weight(&self) -> usize {
        use crate::corpus::weight::of;
        of(&self.bases) + of(&self.offsets) + of(&self.wide)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_they_began() {
        for (words, step) in [(0, 1), (1, 7), (64, 6), (65, 6), (1000, 5), (130, 600), (130, 1100)] {
            let starts: Vec<u32> = (0..words).map(|i| 3 + i * step).collect();
            let spaced = |i: usize| i % 3 == 1;
            let packed = Starts::new(starts.iter().enumerate().map(|(i, s)| Start::new(*s, spaced(i))).collect());
            let count = starts.len();
            assert!((0..count).all(|i| packed.spaced(i) == spaced(i)));
            assert_eq!(packed.of(Range::new(0, count)).collect::<Vec<u32>>(), starts, "{words} words");
            assert_eq!(packed.get(count), None);
            for byte in (0..3 + words * step + 2).step_by(3) {
                let expected = starts.iter().filter(|start| **start <= byte).count();
                assert_eq!(packed.up_to(byte) as usize, expected, "{words} words, byte {byte}");
            }
        }
    }
}
