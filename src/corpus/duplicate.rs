//! Articles that repeat another: the same wire copy in two papers.
//!
//! Shingles of five folded words are hashed and dealt into 64 bins, and the article keeps the smallest
//! hash of each bin (one-permutation hashing: Li, Owen & Zhang 2012). Two articles are copies when the
//! sketches say that four fifths of the words of the shorter stand in the longer.

use rustc_hash::FxHashMap;

use crate::segment::{Article, Part, Segmentation};
use crate::span::to_u32;
use crate::text::{TypeId, Vocabulary};

/// How many bins a sketch has.
const BINS: usize = 64;
/// What a bin without a shingle holds.
const EMPTY: u32 = u32::MAX;
/// Words in a shingle.
const SHINGLE: usize = 5;
/// Fewest shingles for a judgement: shorter texts are never called copies.
const FEWEST: u32 = 16;
/// The share of shingles that makes a copy.
const COPY: f64 = 0.8;
/// How many bins an original is looked up by; a copy agrees with its original in one of them almost surely.
const HANDLES: usize = 16;

/// What an article's body is recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// The smallest hash of each bin.
    bins: [u32; BINS],
    /// How many shingles there were.
    shingles: u32,
}

/// A hash of every form, by its number, in which the case of ASCII letters does not count.
#[must_use]
pub fn hashes(vocabulary: &Vocabulary) -> Vec<u32> {
    let hash =
        |form: &str| form.bytes().fold(0x811c_9dc5, |h: u32, b| (h ^ u32::from(b | 0x20)).wrapping_mul(0x0100_0193));
    let mixed = |h: u32| h ^ h >> 15;
    (0..to_u32(vocabulary.len())).map(|id| mixed(hash(vocabulary.get(TypeId(id))))).collect()
}

/// The sketch of an article's running text, given the [`hashes`] of its forms.
#[must_use]
#[inline(never)]
pub fn sketch(article: &Article, segmentation: &Segmentation, hashes: &[u32]) -> Sketch {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut out = Sketch { bins: [EMPTY; BINS], shingles: 0 };
    let mut words = [0u64; SHINGLE];
    let mut seen = 0usize;
    for sentence in article.sentences.of(&segmentation.sentences).iter().filter(|s| s.part == Part::Body) {
        for id in sentence.tokens.of(&segmentation.tokens.types) {
            words.rotate_left(1);
            if let Some(last) = words.last_mut() {
                *last = hashes.get(id.0 as usize).copied().unwrap_or(0).into();
            }
            seen += 1;
            if seen < SHINGLE {
                continue;
            }
            out.shingles += 1;
            let mut h = 0u64;
            for word in words {
                h = (h.rotate_left(23) ^ word).wrapping_mul(K);
            }
            let (bin, hash) = (h >> 58, (h >> 20) as u32);
            if let Some(slot) = out.bins.get_mut(bin as usize) {
                *slot = hash.min(*slot);
            }
        }
    }
    out
}

impl Sketch {
    /// The estimated share of the shorter text's shingles that stand in the longer, in [0, 1]; 0 where
    /// either is too short to tell.
    #[must_use]
    pub fn containment(&self, other: &Sketch) -> f64 {
        if self.shingles.min(other.shingles) < FEWEST {
            return 0.0;
        }
        // The share of the bins that agree, of those that either text has a shingle in, estimates Jaccard.
        let (mut either, mut agree) = (0u32, 0u32);
        for (a, b) in self.bins.iter().zip(&other.bins) {
            either += u32::from(*a != EMPTY || *b != EMPTY);
            agree += u32::from(a == b && *a != EMPTY);
        }
        let jaccard = f64::from(agree) / f64::from(either.max(1));
        let (short, long) = (self.shingles.min(other.shingles), self.shingles.max(other.shingles));
        let shared = jaccard * (f64::from(short) + f64::from(long)) / (1.0 + jaccard);
        (shared / f64::from(short)).min(1.0)
    }
}

/// For each sketch the index of the one that it repeats, if any: the first in the order given.
#[must_use]
#[inline(never)]
pub fn groups(sketches: &[Sketch]) -> Vec<Option<u32>> {
    // For a bin and its hash, the first original that has it.
    let mut originals: FxHashMap<u64, u32> = FxHashMap::default();
    let mut copies: Vec<Option<u32>> = Vec::with_capacity(sketches.len());
    for sketch in sketches {
        let mut original = None;
        let bins = || (0u64..).zip(&sketch.bins).filter(|(_, hash)| **hash != EMPTY);
        let handles = || bins().map(|(bin, hash)| bin << 32 | u64::from(*hash)).take(HANDLES);
        if sketch.shingles >= FEWEST {
            // Copies share most of their bins: each original is compared once, and none after the best.
            let mut compared = None;
            for handle in handles() {
                let Some(found) = originals.get(&handle).copied() else { continue };
                if compared == Some(found) || original.is_some_and(|best| best <= found) {
                    continue;
                }
                compared = Some(found);
                if sketches.get(found as usize).is_some_and(|other| sketch.containment(other) >= COPY) {
                    original = Some(found);
                }
            }
            if original.is_none() {
                let own = to_u32(copies.len());
                for handle in handles() {
                    originals.entry(handle).or_insert(own);
                }
            }
        }
        copies.push(original);
    }
    copies
}
