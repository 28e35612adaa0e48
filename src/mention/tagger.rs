//! Which characters of a sentence are of names: a conditional random field over them (Lafferty, McCallum and
//! Pereira 2001), for languages that mark names neither by capitals nor by blanks.

use crate::lang::model::{LABELS, Model};
use crate::lang::words::Marks;

/// A sentence as the tagger sees it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its characters.
    pub units: Vec<Unit>,
    /// Its words; a sign between words is one too.
    pub words: Vec<Word>,
    /// Where in the text each character begins, in bytes.
    pub places: Vec<u32>,
}

/// A character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// The character; all digits are one, all small Latin letters, and all Latin capitals.
    pub c: char,
    /// The number of the word that it stands in.
    pub word: u32,
    /// Where in the word it stands: 0 alone, 1 first, 2 inside, 3 last.
    pub place: u8,
    /// Names of the dictionary that begin, go on or end here, whatever the words of the sentence are: a bit each
    /// for what they name, the place in them and how long they are ([`Unit::in_name`]).
    pub names: u128,
}

/// What a word may name: each a bit of [`Unit::names`].
const NAMED: &[u8] = b"pfstzPSTZ";

impl Unit {
    /// Notes that the character is of a name of the dictionary.
    pub fn in_name(&mut self, named: u8, at: usize, length: usize) {
        let Some(what) = NAMED.iter().position(|own| *own == named) else { return };
        let place = if at == 0 { 0 } else { 1 + usize::from(at + 1 == length) };
        self.names |= 1 << (what * 9 + place * 3 + length.clamp(2, 4) - 2);
    }
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// A hash of it; 0 beyond the ends of the sentence.
    pub hash: u32,
    /// What the dictionary says of it; of what is no word whether it is of Latin letters (`L`), a number (`N`) or
    /// something else (`X`).
    pub marks: Marks,
}

impl Word {
    fn part(self) -> u32 {
        u32::from(self.marks.part)
    }

    /// What either dictionary says that it names.
    fn named(self) -> u32 {
        u32::from(self.marks.named()) << 8 | u32::from(self.marks.name)
    }
}

/// What a character counts as.
#[must_use]
pub fn class(c: char) -> char {
    match c {
        '0'..='9' | '０'..='９' => '0',
        'a'..='z' => 'a',
        'A'..='Z' => 'A',
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
pub fn features(line: &Line, at: usize, tell: &mut dyn FnMut(u32)) {
    let unit = |by: isize| at.checked_add_signed(by).and_then(|i| line.units.get(i)).copied().unwrap_or_default();
    let c = |by: isize| u32::from(unit(by).c);
    let here = unit(0);
    let place = u32::from(here.place);
    let word = |by: i32| here.word.checked_add_signed(by).and_then(|i| line.words.get(i as usize)).copied();
    let [before2, before, own, after, after2] = [-2, -1, 0, 1, 2].map(|by| word(by).unwrap_or_default());
    let spot = place << 16 | own.named();
    let part = place << 8 | own.part();
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
        (13, own.hash, place),
        (14, before.hash, 0),
        (15, after.hash, 0),
        (16, before.named() << 16 | after.named(), spot),
        (17, before.hash, spot),
        (18, after.hash, spot),
        (19, own.hash, after.hash),
        (20, before.hash, own.hash),
        (21, part, 0),
        (22, before.part(), part),
        (23, after.part(), part),
        (24, before.part() << 8 | after.part(), part),
        (25, before.hash, part),
        (26, after.hash, part),
        (27, before2.part() << 8 | before.part(), part),
        (28, after.part() << 8 | after2.part(), part),
    ] {
        tell(mix(kind, a, b));
    }
    // All names of the dictionary that the character is of, and each.
    let names = here.names;
    let [first, second, third] = [0, 32, 64].map(|by| (names >> by) as u32);
    tell(mix(29, mix(30, first, second), mix(31, third, place)));
    let mut rest = names;
    while rest != 0 {
        tell(mix(32, rest.trailing_zeros(), 0));
        rest &= rest - 1;
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
pub fn tag(model: &Model, line: &Line) -> Vec<u8> {
    let mut scores = vec![[0; LABELS]; line.units.len()];
    for (at, own) in scores.iter_mut().enumerate() {
        features(line, at, &mut |feature| model.add(feature, own));
    }
    best(&scores, &model.after)
}
