//! Which characters of a sentence are of names: a structured perceptron over them (Collins 2002), for languages
//! that mark names neither by capitals nor by blanks.

use crate::lang::model::{LABELS, Model};

/// A character with what the dictionary says of the word that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The character; all digits are one, and all Latin letters.
    pub c: char,
    /// A hash of the word.
    pub word: u32,
    /// Where in the word it stands: 0 alone, 1 first, 2 inside, 3 last.
    pub place: u8,
    /// What the dictionary says that the word names: a letter, or 0.
    pub tag: u8,
}

/// What stands beyond the ends of a sentence.
const EDGE: Unit = Unit { c: '\0', word: 0, place: 0, tag: 0 };

/// What a character counts as.
#[must_use]
pub fn class(c: char) -> char {
    match c {
        '0'..='9' | '０'..='９' => '0',
        'a'..='z' | 'A'..='Z' => 'a',
        _ => c,
    }
}

/// A hash of a text.
#[must_use]
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

fn mix(kind: u32, a: u32, b: u32) -> u32 {
    let mut h = kind.wrapping_mul(0x9e37_79b1) ^ a.wrapping_mul(0x85eb_ca6b);
    h = (h ^ h >> 15).wrapping_mul(0x2c1b_3c6d) ^ b.wrapping_mul(0xc2b2_ae35);
    h = (h ^ h >> 13).wrapping_mul(0x297a_2d39);
    h ^ h >> 16
}

/// The features of the character at a place of a sentence, as hashes.
pub fn features(units: &[Unit], at: usize, tell: &mut dyn FnMut(u32)) {
    let unit = |by: isize| at.checked_add_signed(by).and_then(|i| units.get(i)).copied().unwrap_or(EDGE);
    let c = |by: isize| u32::from(unit(by).c);
    let here = unit(0);
    let spot = u32::from(here.place) << 8 | u32::from(here.tag);
    // The words before and after the one here.
    let edge =
        |step: isize| (1..=8).map(|n| unit(n * step)).find(|u| u.word != here.word || u.place == 0).unwrap_or(EDGE);
    let (before, after) = (edge(-1), edge(1));
    for (kind, a, b) in [
        (1, c(-2), 0),
        (2, c(-1), 0),
        (3, c(0), 0),
        (4, c(1), 0),
        (5, c(2), 0),
        (6, c(-2), c(-1)),
        (7, c(-1), c(0)),
        (8, c(0), c(1)),
        (9, c(1), c(2)),
        (10, c(-1), c(1)),
        (11, spot, 0),
        (12, spot, c(0)),
        (13, here.word, u32::from(here.place)),
        (14, before.word, 0),
        (15, after.word, 0),
        (16, u32::from(before.tag) << 8 | u32::from(after.tag), spot),
        (17, before.word, spot),
        (18, after.word, spot),
        (19, here.word, after.word),
        (20, before.word, here.word),
    ] {
        tell(mix(kind, a, b));
    }
}

/// Whether a label may follow another: the inside of a name only its beginning or inside.
#[must_use]
pub fn may_follow(before: usize, after: usize) -> bool {
    after == 0 || after % 2 == 1 || before == after || before + 1 == after
}

/// The best labels of a sentence, given the scores of each label at each place and of each after each; of equal
/// ones the smallest.
#[must_use]
pub fn best(scores: &[[i32; LABELS]], after: &[[i32; LABELS]; LABELS]) -> Vec<u8> {
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut total = [i32::MIN / 2; LABELS];
    if let Some(outside) = total.first_mut() {
        *outside = 0;
    }
    for own in scores {
        let mut next = [i32::MIN / 2; LABELS];
        let mut from = [0u8; LABELS];
        for (label, ((slot, origin), score)) in next.iter_mut().zip(&mut from).zip(own).enumerate() {
            for (before, (sum, row)) in total.iter().zip(after).enumerate() {
                let way = sum.saturating_add(row.get(label).copied().unwrap_or(0)).saturating_add(*score);
                if may_follow(before, label) && way > *slot {
                    *slot = way;
                    *origin = before as u8;
                }
            }
        }
        total = next;
        back.push(from);
    }
    let mut label = (0..LABELS).rev().max_by_key(|l| total.get(*l)).unwrap_or(0);
    let mut out = Vec::with_capacity(scores.len());
    for from in back.iter().rev() {
        out.push(label as u8);
        label = from.get(label).copied().unwrap_or(0).into();
    }
    out.reverse();
    out
}

/// The labels of a sentence.
#[must_use]
pub fn tag(model: &Model, units: &[Unit]) -> Vec<u8> {
    let mut scores = vec![[0; LABELS]; units.len()];
    for (at, own) in scores.iter_mut().enumerate() {
        features(units, at, &mut |feature| model.add(feature, own));
    }
    best(&scores, &model.after)
}
