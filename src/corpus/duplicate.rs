//! Articles that repeat another: the same wire copy in two papers.
//!
//! Shingles of five folded words are hashed and dealt into 64 bins, and the article keeps the smallest
//! hash of each bin (one-permutation hashing: Li, Owen & Zhang 2012). Two articles are copies when the
//! sketches say that four fifths of the words of the shorter stand in the longer.

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
        |form: &[u8]| form.iter().fold(0x811c_9dc5, |h: u32, b| (h ^ u32::from(b | 0x20)).wrapping_mul(0x0100_0193));
    let mixed = |h: u32| h ^ h >> 15;
    (0..to_u32(vocabulary.len())).map(|id| mixed(hash(vocabulary.bytes_of(TypeId(id))))).collect()
}

/// The sketch of an article's running text, given the [`hashes`] of its forms; `words` is room for those of its words.
#[must_use]
#[inline(never)]
pub fn sketch(article: &Article, segmentation: &Segmentation, hashes: &[u32], words: &mut Vec<u64>) -> Sketch {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    words.clear();
    for sentence in article.sentences.of(&segmentation.sentences).iter().filter(|s| s.part == Part::Body) {
        let types = sentence.tokens.of(&segmentation.tokens.types);
        words.extend(types.iter().map(|id| u64::from(hashes.get(id.0 as usize).copied().unwrap_or(0))));
    }
    let mut out = Sketch { bins: [EMPTY; BINS], shingles: to_u32((words.len() + 1).saturating_sub(SHINGLE)) };
    for shingle in words.array_windows::<SHINGLE>() {
        let mut h = 0u64;
        for word in shingle {
            h = (h.rotate_left(23) ^ word).wrapping_mul(K);
        }
        let (bin, hash) = (h >> 58, (h >> 20) as u32);
        if let Some(slot) = out.bins.get_mut(bin as usize) {
            *slot = hash.min(*slot);
        }
    }
    out
}

impl Sketch {
    /// Bins and their hashes by which it is looked up; none where it is too short to tell.
    fn handles(&self) -> impl Iterator<Item = (u32, u32)> {
        let handles = if self.shingles < FEWEST { 0 } else { HANDLES };
        (0..).zip(self.bins).filter(|(_, hash)| *hash != EMPTY).take(handles)
    }

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

/// For a bin and its hash, the first that had it of the sketches that were put here.
struct Originals<'s> {
    sketches: &'s [Sketch],
    /// Open addressing by the hash: the number of a sketch and the bin, plus one; 0 where free.
    slots: Vec<u32>,
}

impl<'s> Originals<'s> {
    /// Room for so many of the sketches.
    fn new(sketches: &'s [Sketch], most: usize) -> Self {
        Originals { sketches, slots: vec![0; (most * HANDLES * 3 / 2 + 1).next_power_of_two()] }
    }

    /// The sketch that has this; where none has, `own` from now on, if that is given.
    fn find(&mut self, (bin, hash): (u32, u32), own: Option<u32>) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get_mut(at)?;
            let Some(taken) = slot.checked_sub(1) else {
                // More sketches than fit beside a bin fit in no memory.
                *slot = own.filter(|own| *own < u32::MAX >> 6).map_or(0, |own| (own << 6 | bin) + 1);
                return None;
            };
            let bins = self.sketches.get((taken >> 6) as usize).map(|sketch| sketch.bins);
            if taken & 63 == bin && bins.is_some_and(|bins| bins.get(bin as usize) == Some(&hash)) {
                return Some(taken >> 6);
            }
            at = (at + 1) & mask;
        }
    }
}

/// The sketches that have a bin in common with another, ascending: no other is a copy or has one.
#[must_use]
#[inline(never)]
pub fn alike(sketches: &[Sketch]) -> Vec<u32> {
    let mut originals = Originals::new(sketches, sketches.len());
    let mut marked = vec![false; sketches.len()];
    for (own, sketch) in (0..).zip(sketches) {
        for handle in sketch.handles() {
            let Some(found) = originals.find(handle, Some(own)).filter(|found| *found != own) else { continue };
            for one in [found, own] {
                if let Some(mark) = marked.get_mut(one as usize) {
                    *mark = true;
                }
            }
        }
    }
    (0..).zip(marked).filter(|(_, mark)| *mark).map(|(own, _)| own).collect()
}

/// For each of some sketches the one that it repeats, if any: the first in the order given.
#[must_use]
#[inline(never)]
pub fn groups(sketches: &[Sketch], order: &[u32]) -> Vec<Option<u32>> {
    let mut originals = Originals::new(sketches, order.len());
    // Where in the order each that is no copy stands.
    let mut places = vec![0; sketches.len()];
    let mut copies = Vec::with_capacity(order.len());
    for (place, own) in (0u32..).zip(order) {
        let Some(sketch) = sketches.get(*own as usize) else { continue };
        let place_of = |one: u32| places.get(one as usize).copied().unwrap_or(0);
        let mut original = None;
        // Copies share most of their bins: each original is compared once, and none after the best.
        let mut compared = None;
        for handle in sketch.handles() {
            let Some(found) = originals.find(handle, None) else { continue };
            if compared == Some(found) || original.is_some_and(|best| place_of(best) <= place_of(found)) {
                continue;
            }
            compared = Some(found);
            if sketches.get(found as usize).is_some_and(|other| sketch.containment(other) >= COPY) {
                original = Some(found);
            }
        }
        if original.is_none() {
            for handle in sketch.handles() {
                originals.find(handle, Some(*own));
            }
            if let Some(slot) = places.get_mut(*own as usize) {
                *slot = place;
            }
        }
        copies.push(original);
    }
    copies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn those_unlike_all_others_may_be_left_out() {
        // Texts by one of three hands, each with its own changes: many share some bins, some share most.
        let mut rng = Rng::new(7);
        let mut some = |share: u32| {
            let hand = rng.below(3);
            let mut bin = |bin: u32| if rng.below(64) < share { hand << 8 | bin } else { rng.below(u32::MAX) };
            Sketch { bins: std::array::from_fn(|i| bin(to_u32(i))), shingles: 200 }
        };
        let sketches: Vec<Sketch> = (0..60).map(|i| some(if i % 3 == 0 { 60 } else { i % 3 - 1 })).collect();
        let all: Vec<u32> = (0..60).rev().collect();
        let marked = alike(&sketches);
        assert!(marked.len() > 20 && marked.len() < 60, "{marked:?}");
        let some: Vec<u32> = marked.into_iter().rev().collect();
        let pairs = |order: &[u32]| -> Vec<(u32, u32)> {
            order.iter().zip(groups(&sketches, order)).filter_map(|(own, of)| Some((*own, of?))).collect()
        };
        assert_eq!(pairs(&all), pairs(&some));
        assert!(pairs(&all).len() > 10, "{:?}", pairs(&all));
    }
}
