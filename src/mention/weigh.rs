//! What a name names, by weights of features of it and of what stands around it: a log-linear model over the names
//! that the rules find, which hears what the rules say of them.

use crate::lang::Flags;
use crate::lang::pack::hash;
use crate::mention::Kind;
use crate::mention::alias::Named;
use crate::mention::lexicon::{Shape, Word};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::bytes::eight;

/// What a candidate may be: the four kinds in their order, and no name.
pub const CLASSES: usize = 5;

fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut h = template.wrapping_mul(0x9e37_79b1) ^ a.wrapping_mul(0x85eb_ca6b);
    h = (h ^ h >> 15).wrapping_mul(0x2c1b_3c6d) ^ b.wrapping_mul(0xc2b2_ae35);
    h = (h ^ h >> 13).wrapping_mul(0x297a_2d39);
    h ^ h >> 16
}

/// Rules that are as sure as this are not asked about.
pub(crate) const SURE: u8 = 8;

/// Gives the hashes of the features of a candidate, one by one.
#[inline]
pub(crate) fn features(tokens: &[Token<'_>], name: &Named<'_>, mut give: impl FnMut(u32)) {
    let Named { candidate: c, guess, listed, known, .. } = name;
    let own = tokens.get(c.first..c.end).unwrap_or(&[]);
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
    let near = |at: Option<usize>| at.and_then(|i| tokens.get(i)).filter(|t| t.sentence == first.sentence);
    let (before, after) = (near(c.first.checked_sub(1)), near(Some(c.end)));
    let length = own.len().min(4) as u32;
    let word = |t: Option<&Token<'_>>| t.map_or(1, |t| t.word.hash);
    let (rule, kind) = (guess.kind as u32 * 16 + u32::from(guess.sure), guess.kind as u32);
    let gap_before = first.gap as u32;
    let gap_after = after.map_or(15, |t| t.gap as u32);
    let shape = |t: &Token<'_>| t.word.shape as u32 * 2 + u32::from(t.bare().len() == 1);
    let acronym = u32::from(first.word.shape == Shape::Capitals && own.len() == 1);
    let loud = u32::from(first.loud);
    let lower = u32::from(before.is_some_and(|t| t.word.shape == Shape::Lower));
    let ordinary = u32::from(*known) * 2 + u32::from(first.word.ordinary);
    let hyphen = own.iter().skip(1).any(|t| t.gap == Gap::Hyphen);
    let owns = u32::from(c.person) * 2 + u32::from(last.word.possessive > 0);
    let short = length.min(2);
    let fixed = [
        (0, 0, 0),
        (1, rule, 0),
        (2, kind, length),
        (3, length << 4 | shape(first), shape(last) << 2 | loud << 1 | u32::from(gap_before == 0)),
        (4, first.word.hash, short),
        (5, last.word.hash, short),
        (6, word(before), gap_before),
        (7, word(after), gap_after),
        (8, last.word.tail, short),
        (9, first.word.tail, short),
        (19, word(before), kind * 2 + acronym),
        (20, word(after), kind * 2 + acronym),
        (23, owns, kind),
        (24, first.part as u32 * 2 + loud, kind),
        (25, gap_before, gap_after),
        (26, gap_before * 16 + gap_after, kind * 4 + length),
        (27, ordinary, lower * 4 + length),
        (28, u32::from(hyphen), kind),
    ];
    for (template, a, b) in fixed {
        give(mix(template, a, b));
    }
    let flags = |t: Option<&Token<'_>>| t.map_or(Flags::NONE, |t| t.word.flags);
    let inner = own.get(1..own.len() - 1).unwrap_or(&[]);
    for (template, flags, about) in [
        (10, first.word.flags, short),
        (11, if own.len() > 1 { last.word.flags } else { Flags::NONE }, 0),
        (12, *listed, u32::from(c.person)),
        (13, flags(before), gap_before),
        (14, flags(after), gap_after),
        (21, inner.iter().fold(Flags::NONE, |f, t| f.with(t.word.flags)), 0),
    ] {
        let mut rest = flags.0 & ((1 << 27) - 1);
        while rest != 0 {
            give(mix(template, rest.trailing_zeros(), about));
            rest &= rest - 1;
        }
    }
    for t in inner {
        give(mix(22, t.word.hash, 0));
    }
}

/// A hash of a folded word, where it is not known yet (it is of words of ASCII letters), and of its last three letters.
pub(crate) fn hashes(folded: &str, known: Option<u32>, word: &mut Word) {
    let cut = match known {
        Some(_) => folded.len().saturating_sub(3),
        None => folded.char_indices().rev().nth(2).map_or(0, |(i, _)| i),
    };
    let own = known.unwrap_or_else(|| hash(folded));
    (word.hash, word.tail) = (own, hash(folded.get(cut..).unwrap_or("")) ^ 0x5bd1_e995);
}

/// The character of the weight 0; those after it in ASCII are 1 and more, those before it -1 and less.
pub const ZERO: u8 = b'@';
/// Weights in steps of so many to a nat.
pub const STEPS: i32 = 16;

/// What a candidate is by the weights, how sure that is (1 to 7), and the scores of the kinds; `None` for no name.
#[inline(never)]
pub(crate) fn weigh(kinds: &[u8], tokens: &[Token<'_>], name: &Named<'_>) -> Option<(Kind, u8, [i32; 4])> {
    let buckets = (kinds.len() / CLASSES).max(1) as u32;
    // The weights of the first class, the third and the fifth in lanes of 16 bits, and those of the others.
    const LANES: u64 = 0x00ff_00ff_00ff_00ff;
    let (mut even, mut odd, mut zero) = (0u64, 0u64, 0i32);
    // A division takes as long as all the rest.
    let mask = if buckets.is_power_of_two() { buckets - 1 } else { 0 };
    features(tokens, name, |feature| {
        let at = if mask > 0 { feature & mask } else { feature % buckets };
        let own = eight(kinds, at as usize * CLASSES);
        even += own & LANES;
        odd += own >> 8 & LANES;
        zero += i32::from(ZERO);
    });
    let score = |lanes: u64, at: u32| i32::from((lanes >> (16 * at)) as u16) - zero;
    let [person, organization, place, other, none] =
        [score(even, 0), score(odd, 0), score(even, 1), score(odd, 1), score(even, 2)];
    let mut best = (name.guess.kind, i32::MIN);
    let mut second = none;
    for (kind, score) in
        [(Kind::Person, person), (Kind::Organization, organization), (Kind::Place, place), (Kind::Other, other)]
    {
        if score > best.1 {
            second = second.max(best.1);
            best = (kind, score);
        } else {
            second = second.max(score);
        }
    }
    let sure = (1 + (best.1 - second) / (STEPS / 2)).clamp(1, 7) as u8;
    (none <= best.1).then_some((best.0, sure, [person, organization, place, other]))
}

/// A candidate as training sees it.
#[derive(Clone, Debug)]
pub struct Example {
    /// Where it stands.
    pub span: Span,
    /// The kind by rules.
    pub kind: Kind,
    /// How sure the rules are; those that are surer than 7 are not asked about.
    pub sure: u8,
    /// The hashes of its features.
    pub features: Vec<u32>,
}
