//! Articles that repeat another: the same wire copy in two papers.
//!
//! Shingles of five folded words are hashed, and the article keeps the smallest 64 hashes (a bottom-k
//! sketch: Broder 1997). Two articles are copies when the sketches say that four fifths of the words
//! of the shorter stand in the longer.

use rustc_hash::FxHashMap;

use crate::order::sort_rows;
use crate::segment::{Article, Part, Segmentation};
use crate::span::to_u32;
use crate::text::Vocabulary;

/// How many hashes a sketch keeps.
const SIZE: usize = 64;
/// Words in a shingle.
const SHINGLE: usize = 5;
/// Fewest shingles for a judgement: shorter texts are never called copies.
const FEWEST: u32 = 16;
/// The share of shingles that makes a copy.
const COPY: f64 = 0.8;

/// What an article's body is recognised by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The smallest distinct hashes, ascending.
    hashes: Vec<u32>,
    /// How many shingles there were.
    shingles: u32,
}

fn mix(h: u64) -> u64 {
    let z = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The sketch of an article's running text; case does not count.
#[must_use]
pub fn sketch(article: &Article, segmentation: &Segmentation, vocabulary: &Vocabulary) -> Sketch {
    let mut hashes: Vec<u32> = Vec::new();
    let mut window = [0u64; SHINGLE];
    let mut seen = 0usize;
    let mut shingles = 0u32;
    let mut largest = u32::MAX;
    for sentence in article.sentences.of(&segmentation.sentences).iter().filter(|s| s.part == Part::Body) {
        for id in sentence.tokens.of(&segmentation.tokens.types) {
            let word = vocabulary.get(*id).bytes().fold(0xcbf2_9ce4_8422_2325u64, |h, b| {
                (h ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
            });
            window.rotate_left(1);
            if let Some(last) = window.last_mut() {
                *last = word;
            }
            seen += 1;
            if seen < SHINGLE {
                continue;
            }
            shingles += 1;
            let hash =
                (mix(window.iter().fold(0, |h: u64, w| h.rotate_left(13) ^ w.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
                    >> 32) as u32;
            if hash < largest {
                hashes.push(hash);
                if hashes.len() == SIZE * 4 {
                    largest = shrink(&mut hashes);
                }
            }
        }
    }
    shrink(&mut hashes);
    hashes.shrink_to_fit();
    Sketch { hashes, shingles }
}

/// Keeps the smallest distinct hashes; the largest kept, where the sketch is full.
fn shrink(hashes: &mut Vec<u32>) -> u32 {
    sort_rows(hashes, &mut |a, b| a.cmp(b));
    hashes.dedup();
    hashes.truncate(SIZE);
    if hashes.len() == SIZE { hashes.last().copied().unwrap_or(u32::MAX) } else { u32::MAX }
}

impl Sketch {
    /// The estimated share of the shorter text's shingles that stand in the longer, in [0, 1]; 0 where
    /// either is too short to tell.
    #[must_use]
    pub fn containment(&self, other: &Sketch) -> f64 {
        if self.shingles.min(other.shingles) < FEWEST {
            return 0.0;
        }
        // The smallest hashes of the union, and how many of them both have (the estimate of Jaccard).
        let (mut a, mut b) = (self.hashes.iter().peekable(), other.hashes.iter().peekable());
        let (mut union, mut both) = (0u32, 0u32);
        while (union as usize) < SIZE {
            match (a.peek(), b.peek()) {
                (Some(x), Some(y)) if x == y => {
                    both += 1;
                    a.next();
                    b.next();
                }
                (Some(x), Some(y)) if x < y => drop(a.next()),
                (Some(_), Some(_)) | (None, Some(_)) => drop(b.next()),
                (Some(_), None) => drop(a.next()),
                (None, None) => break,
            }
            union += 1;
        }
        let jaccard = f64::from(both) / f64::from(union.max(1));
        let (short, long) = (self.shingles.min(other.shingles), self.shingles.max(other.shingles));
        let shared = jaccard * (f64::from(short) + f64::from(long)) / (1.0 + jaccard);
        (shared / f64::from(short)).min(1.0)
    }
}

/// For each sketch the index of the one that it repeats, if any: the first in the order given.
#[must_use]
pub fn groups(sketches: &[&Sketch]) -> Vec<Option<u32>> {
    let mut copies: Vec<Option<u32>> = vec![None; sketches.len()];
    // An original is looked up by each of its eight smallest hashes; a copy shares one of them almost surely.
    let mut originals: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (i, sketch) in sketches.iter().enumerate() {
        let handles = sketch.hashes.get(..sketch.hashes.len().min(8)).unwrap_or(&[]);
        let mut candidates: Vec<u32> = handles.iter().filter_map(|h| originals.get(h)).flatten().copied().collect();
        sort_rows(&mut candidates, &mut |a, b| a.cmp(b));
        candidates.dedup();
        let original = candidates
            .into_iter()
            .find(|c| sketches.get(*c as usize).is_some_and(|other| sketch.containment(other) >= COPY));
        match original {
            Some(c) => {
                if let Some(slot) = copies.get_mut(i) {
                    *slot = Some(c);
                }
            }
            None => handles.iter().for_each(|h| originals.entry(*h).or_default().push(to_u32(i))),
        }
    }
    copies
}
