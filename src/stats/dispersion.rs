//! Dispersion: how evenly the mentions of a term lie over the parts of a corpus.

use crate::error::Error;
use crate::num::log2;
use crate::order::{by_keys, key};

/// Every measure of dispersion by its name, of `counts[i]` mentions in a part of `sizes[i]` words; `None`
/// where undefined (no mention, no words, fewer than two parts where two are needed).
///
/// - `range`: parts with a mention.
/// - `dp`: half the sum of |share of mentions - share of words|, in [0, 1): 0 even, near 1 in one place
///   (Gries 2008).
/// - `dpNorm`: dp / (1 - smallest share of words), in [0, 1] (Lijffijt & Gries 2012).
/// - `juillandD`: 1 - (deviation / mean of the rates) / sqrt(n - 1), deviation over the population, in
///   [0, 1]: 1 even, 0 in one place (Juilland & Chang-Rodríguez 1964).
/// - `carrollD2`: entropy of the rates over log2 n, in [0, 1]: 1 even, 0 in one place (Carroll 1970).
///
/// The last two are over rates, and undefined where a part has no words.
///
/// # Errors
/// [`Error::Option`] when the lists differ in length.
///
/// ```
/// use comention::stats::dispersion::dispersion;
/// let rows = dispersion(&[0, 0, 1, 2, 5], &[10, 10, 10, 10, 10]).unwrap();
/// assert_eq!(rows[..3], [("range", Some(3.0)), ("dp", Some(0.475)), ("dpNorm", Some(0.59375))]);
/// ```
pub fn dispersion(counts: &[u64], sizes: &[u64]) -> Result<[(&'static str, Option<f64>); 5], Error> {
    if counts.len() != sizes.len() {
        return Err(Error::option(
            "counts",
            format!("{} counts", counts.len()),
            format!("as many as sizes ({})", sizes.len()),
        ));
    }
    let parts: Vec<(u64, u64)> = counts.iter().copied().zip(sizes.iter().copied()).collect();
    let even = gries(&parts, Whole::of(sizes));
    let rates: Option<Vec<f64>> =
        parts.iter().map(|(n, size)| (*size > 0).then_some(*n as f64 / *size as f64)).collect();
    let rates = rates.filter(|r| even.is_some() && r.len() > 1).map(|r| ascending(&r));
    Ok([
        ("range", Some(counts.iter().filter(|n| **n > 0).count() as f64)),
        ("dp", even.map(|e| e.dp)),
        ("dpNorm", even.and_then(|e| e.norm)),
        ("juillandD", rates.as_deref().map(juilland)),
        ("carrollD2", rates.as_deref().map(carroll)),
    ])
}

/// The rates in an order of their own, so that the order of the parts does not show in the last bit.
fn ascending(rates: &[f64]) -> Vec<f64> {
    by_keys(&mut rates.iter().map(|rate| key(*rate)))
        .into_iter()
        .filter_map(|i| rates.get(i as usize).copied())
        .collect()
}

/// Juilland's D of two rates or more, not all 0.
///
/// D = 1 - sqrt(V), V the squared coefficient of variation over n - 1. Near 1, V is taken from differences of
/// the rates. Near 0 that would be a difference of near equals: there it is q / (1 + sqrt(1 - q)), where
/// q = 1 - V = n / (n - 1) 2 C / S^2, S the sum of the rates and C that of the products of every two.
fn juilland(rates: &[f64]) -> f64 {
    let n = rates.len() as f64;
    let (mut sum, mut products) = (0.0, 0.0);
    for rate in rates {
        products += rate * sum;
        sum += rate;
    }
    let q = (n / (n - 1.0) * 2.0 * products / (sum * sum)).min(1.0);
    if q < 0.5 {
        return q / (1.0 + (1.0 - q).sqrt());
    }
    // From the smallest rate on, so that equal rates differ by nothing.
    let least = rates.first().copied().unwrap_or(0.0);
    let (mut over, mut squares) = (0.0, 0.0);
    for rate in rates {
        over += rate - least;
        squares += (rate - least) * (rate - least);
    }
    let deviation = (squares / n - over / n * (over / n)).max(0.0).sqrt();
    1.0 - deviation / (sum / n) / (n - 1.0).sqrt()
}

/// Carroll's D2 of two rates or more, not all 0.
fn carroll(rates: &[f64]) -> f64 {
    let sum: f64 = rates.iter().sum();
    let terms = rates.iter().filter(|r| **r > 0.0).map(|r| r / sum * log2(sum / r));
    terms.fold(0.0, |all, term| all + term) / log2(rates.len() as f64)
}

/// Gries' DP and its norm, as `dp` and `dpNorm` of [`dispersion`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gries {
    /// In [0, 1): 0 even, near 1 in one place.
    pub dp: f64,
    /// In [0, 1]; `None` where there is one part alone.
    pub norm: Option<f64>,
}

/// All parts of a corpus: their words, and those of the smallest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    words: u128,
    smallest: u64,
}

impl Whole {
    /// Of parts of these sizes.
    #[must_use]
    #[inline(never)]
    pub fn of(sizes: &[u64]) -> Whole {
        let mut whole = Whole { words: 0, smallest: u64::MAX };
        for size in sizes {
            whole.words += u128::from(*size);
            whole.smallest = whole.smallest.min(*size);
        }
        whole
    }
}

/// Gries' DP from the parts that hold the term alone: its mentions in each and their words.
///
/// The parts without it add the rest of the words, so they need not be listed. In whole numbers up to the last step: an
/// even spread is exactly 0, and the order of the parts does not show. `None` without mentions or words.
#[must_use]
#[inline(never)]
pub fn gries(parts: &[(u64, u64)], whole: Whole) -> Option<Gries> {
    let (mut mentions, mut elsewhere) = (0, whole.words);
    for (n, size) in parts {
        mentions += u128::from(*n);
        elsewhere = elsewhere.saturating_sub((*size).into());
    }
    if mentions == 0 || whole.words == 0 {
        return None;
    }
    let mut differences = elsewhere * mentions;
    for (n, size) in parts {
        differences += (u128::from(*n) * whole.words).abs_diff(u128::from(*size) * mentions);
    }
    let share = |words: u128| differences as f64 / (2.0 * mentions as f64 * words as f64);
    let rest = whole.words.saturating_sub(whole.smallest.into());
    Some(Gries { dp: share(whole.words), norm: (rest > 0).then(|| share(rest)) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(counts: &[u64], sizes: &[u64]) -> [Option<f64>; 5] {
        dispersion(counts, sizes).unwrap().map(|(_, v)| v)
    }

    #[test]
    fn the_sparse_form_of_dp_is_the_same_number() {
        let (counts, sizes) = ([0, 3, 0, 1, 4], [7, 10, 21, 5, 9]);
        let parts: Vec<(u64, u64)> = counts.into_iter().zip(sizes).filter(|(n, _)| *n > 0).collect();
        let found = gries(&parts, Whole::of(&sizes)).unwrap();
        assert_eq!([Some(found.dp), found.norm], values(&counts, &sizes)[1..3]);
        assert_eq!(gries(&[], Whole::of(&sizes)), None);
        assert_eq!(gries(&[(3, 0)], Whole::of(&[0])), None);
        assert_eq!(gries(&[(3, 9)], Whole::of(&[9])), Some(Gries { dp: 0.0, norm: None }));
    }

    proptest! {
        #[test]
        fn the_order_of_the_parts_changes_nothing(
            parts in prop::collection::vec((0..1_000_000_000_000u64, 1..1_000_000_000_000u64), 1..20),
            turn in 0..20usize,
        ) {
            let mut turned = parts.clone();
            turned.rotate_left(turn % parts.len());
            let values = |parts: &[(u64, u64)]| {
                let (counts, sizes): (Vec<u64>, Vec<u64>) = parts.iter().copied().unzip();
                dispersion(&counts, &sizes).unwrap()
            };
            prop_assert_eq!(values(&parts), values(&turned));
        }
    }

    #[test]
    fn even_and_in_one_place() {
        assert_eq!(values(&[1, 2, 4], &[10, 20, 40]), [3.0, 0.0, 0.0, 1.0, 1.0].map(Some));
        assert_eq!(values(&[7, 0, 0], &[10, 10, 10]), [Some(1.0), Some(2.0 / 3.0), Some(1.0), Some(0.0), Some(0.0)]);
    }

    #[test]
    fn values_from_the_literature() {
        // Deviation of (0, 0, 1, 2, 5) over the population: D = 0.420399 (tlda, R).
        let d = values(&[0, 0, 1, 2, 5], &[10, 10, 10, 10, 10])[3].unwrap();
        assert!((d - 0.420_399).abs() < 1e-6, "{d}");
        // Equal rates that no double is: the difference to 1 must not be a root of rounding.
        let d = values(&[3; 6], &[100; 6])[3].unwrap();
        assert!((d - 1.0).abs() < 1e-15, "{d}");
        // Half of the mentions in each of two of four parts: log2 2 / log2 4.
        assert_eq!(values(&[3, 3, 0, 0], &[5, 5, 5, 5])[4], Some(0.5));
    }

    #[test]
    fn what_is_undefined_is_none() {
        for (counts, sizes, expected) in [
            (&[][..], &[][..], [Some(0.0), None, None, None, None]),
            (&[0, 0], &[3, 4], [Some(0.0), None, None, None, None]),
            (&[2], &[9], [Some(1.0), Some(0.0), None, None, None]),
            (&[0, 0], &[0, 0], [Some(0.0), None, None, None, None]),
            (&[1, 0], &[9, 0], [Some(1.0), Some(0.0), Some(0.0), None, None]),
        ] {
            assert_eq!(values(counts, sizes), expected, "{counts:?} {sizes:?}");
        }
        let error = dispersion(&[1], &[1, 2]).unwrap_err();
        assert_eq!(error.to_string(), "option `counts`: got 1 counts, expected as many as sizes (2)");
    }
}
