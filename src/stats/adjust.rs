//! Multiple testing: p-values made to account for how many were looked at.
//!
//! The family is everything that was tested, before any cut by rank. What is undefined (`None`) takes no
//! part and stays undefined.

use crate::order::{by_keys, key};

/// The places of the defined values and these, ascending by value, ties in order of place.
fn ascending(p: &[Option<f64>]) -> Vec<(usize, f64)> {
    let known: Vec<(usize, f64)> =
        p.iter().enumerate().filter_map(|(i, p)| Some((i, p.filter(|p| !p.is_nan())?))).collect();
    by_keys(&mut known.iter().map(|k| key(k.1))).into_iter().filter_map(|i| known.get(i as usize).copied()).collect()
}

fn put(len: usize, rows: impl Iterator<Item = (usize, f64)>) -> Vec<Option<f64>> {
    let mut out = vec![None; len];
    for (at, value) in rows {
        if let Some(slot) = out.get_mut(at) {
            *slot = Some(value);
        }
    }
    out
}

/// q-values: the smallest false discovery rate at which each would pass, in [0, 1] (Benjamini & Hochberg 1995).
///
/// ```
/// use comention::stats::adjust::benjamini_hochberg;
/// assert_eq!(benjamini_hochberg(&[Some(0.01), None, Some(0.04)]), [Some(0.02), None, Some(0.04)]);
/// ```
#[must_use]
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let order = ascending(p);
    let m = order.len() as f64;
    let mut least = 1.0f64;
    let rows = order.iter().enumerate().rev().map(|(rank, (at, p))| {
        least = least.min(p * (m / (rank + 1) as f64));
        (*at, least)
    });
    put(p.len(), rows.collect::<Vec<_>>().into_iter())
}

/// Holm's step-down adjustment of the family-wise error rate, in [0, 1] (Holm 1979).
///
/// ```
/// use comention::stats::adjust::holm;
/// assert_eq!(holm(&[Some(0.01), None, Some(0.04)]), [Some(0.02), None, Some(0.04)]);
/// ```
#[must_use]
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let order = ascending(p);
    let m = order.len();
    let mut most = 0.0f64;
    let rows = order.iter().enumerate().map(|(rank, (at, p))| {
        most = most.max((p * (m - rank) as f64).min(1.0));
        (*at, most)
    });
    put(p.len(), rows.collect::<Vec<_>>().into_iter())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// R's `p.adjust` with the methods `BH` and `holm`, by hand: m = 4.
    #[test]
    fn values_as_by_hand() {
        let p = [0.005, 0.03, 0.04, 0.01].map(Some);
        let near = |got: &[Option<f64>], expected: [f64; 4]| {
            assert!(got.iter().zip(expected).all(|(g, e)| (g.unwrap() - e).abs() < 1e-15), "{got:?} {expected:?}");
        };
        near(&benjamini_hochberg(&p), [0.02, 0.04, 0.04, 0.02]);
        near(&holm(&p), [0.02, 0.06, 0.06, 0.03]);
    }

    #[test]
    fn what_is_undefined_stays_so() {
        for adjust in [benjamini_hochberg, holm] {
            assert_eq!(adjust(&[]), []);
            assert_eq!(adjust(&[None, Some(f64::NAN)]), [None, None]);
            assert_eq!(adjust(&[None, Some(0.3), Some(1.0), Some(0.0)])[0], None);
            assert_eq!(adjust(&[Some(0.7)]), [Some(0.7)]);
        }
    }

    proptest! {
        #[test]
        fn adjusted_values_are_larger_and_keep_the_order(p in prop::collection::vec(0.0..=1.0f64, 1..40)) {
            let p: Vec<Option<f64>> = p.into_iter().map(Some).collect();
            let (q, h) = (benjamini_hochberg(&p), holm(&p));
            for i in 0..p.len() {
                prop_assert!(p[i] <= q[i] && q[i] <= h[i] && h[i] <= Some(1.0));
                for j in 0..p.len() {
                    prop_assert!(p[i] > p[j] || (q[i] <= q[j] && h[i] <= h[j]));
                }
            }
        }
    }
}
