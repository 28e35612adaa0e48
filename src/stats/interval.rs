//! How sure a number is: exact intervals of a share, and percentile intervals from resampling.

use crate::num::{exp, ln, ln_1p};
use crate::order::{by_keys, key};
use crate::rng::Rng;
use crate::span::to_u32;
use crate::stats::special::{divergence, stirling, tail};

/// The exact interval of a share, `k` of `n`, at a confidence `level` such as 0.95; both ends in [0, 1]
/// (Clopper & Pearson 1934). `None` for `n` = 0, `k` above `n` or a level outside (0, 1).
///
/// ```
/// use comention::stats::interval::clopper_pearson;
/// let (low, high) = clopper_pearson(3, 11, 0.95).unwrap();
/// assert!((low - 0.060_218).abs() < 1e-6 && (high - 0.609_743).abs() < 1e-6);
/// ```
#[must_use]
pub fn clopper_pearson(k: u64, n: u64, level: f64) -> Option<(f64, f64)> {
    if n == 0 || k > n || !(level > 0.0 && level < 1.0) {
        return None;
    }
    let share = |logit: f64| 1.0 / (1.0 + exp(-logit));
    let (low, high) = clopper_pearson_logits(k, n, 1.0 - level);
    Some((share(low), share(high)))
}

/// The same as logits, `ln(share / (1 - share))`, infinite where the share is 0 or 1; `alpha` = 1 - level.
pub(crate) fn clopper_pearson_logits(k: u64, n: u64, alpha: f64) -> (f64, f64) {
    (lower_logit(k, n, alpha / 2.0), -lower_logit(n - k, n, alpha / 2.0))
}

/// The logit of the share at which `k` or more of `n` has probability `p`; -infinity at `k` = 0.
///
/// The logarithm of that probability is a rising concave function of the logit, so Newton's method comes
/// to its root from below, whatever it starts from.
fn lower_logit(k: u64, n: u64, p: f64) -> f64 {
    if k == 0 {
        return f64::NEG_INFINITY;
    }
    let (x, rest) = (k as f64, (n - k) as f64);
    if k == n {
        // share^n = p
        let ln_share = ln(p) / x;
        return ln_share - ln(-crate::num::exp_m1(ln_share));
    }
    let sizes = stirling(n) - stirling(k) - stirling(n - k);
    let mut logit = ln(x / rest);
    for _ in 0..100 {
        // ln of the share and of its complement, each without loss.
        let (ln_share, ln_other) = (-ln_1p(exp(-logit)), -ln_1p(exp(logit)));
        let (share, other) = (exp(ln_share), exp(ln_other));
        let (mean, mean_rest) = (n as f64 * share, n as f64 * other);
        let difference = if share < 0.5 { x - mean } else { mean_rest - rest };
        let ln_exactly = sizes - divergence(x, mean, difference) - divergence(rest, mean_rest, -difference);
        // P(i + 1) / P(i) = (n - i) / (i + 1) share / other
        let odds = exp(logit);
        let longer = tail(|i| if k + i < n { (rest - i as f64) / (x + i as f64 + 1.0) * odds } else { 0.0 });
        let move_by = (ln(p) - ln_exactly - ln(longer)) * longer / (x * other);
        if !move_by.is_finite() {
            break; // a share below what a double can say
        }
        logit += move_by;
        if move_by.abs() <= 1e-14 * logit.abs().max(1e-2) {
            break;
        }
    }
    logit
}

/// How often each of `n` articles is drawn in a resample with replacement: the multiplicities of one
/// bootstrap replicate, which add up to `n` (Efron 1979).
///
/// A statistic of the replicate is the statistic with every article counted so many times. Articles are
/// what to resample: sentences of one article are not independent.
#[must_use]
pub fn resample(n: usize, rng: &mut Rng) -> Vec<u32> {
    let mut times = vec![0u32; n];
    for _ in 0..n {
        if let Some(slot) = times.get_mut(rng.below(to_u32(n)) as usize) {
            *slot += 1;
        }
    }
    times
}

/// The percentile interval at a confidence `level` of the values that replicates gave (Efron & Tibshirani
/// 1993, 13.3), between order statistics by linear interpolation (type 7 of Hyndman & Fan 1996).
///
/// Undefined values take no part; `None` where more than half are undefined, or none is there, or the level
/// is outside (0, 1).
///
/// ```
/// use comention::stats::interval::percentile_interval;
/// let values: Vec<Option<f64>> = (0..=100).map(|i| Some(f64::from(i))).collect();
/// assert_eq!(percentile_interval(&values, 0.9), Some((5.0, 95.0)));
/// ```
#[must_use]
pub fn percentile_interval(values: &[Option<f64>], level: f64) -> Option<(f64, f64)> {
    let known: Vec<f64> = values.iter().copied().flatten().filter(|v| !v.is_nan()).collect();
    if known.is_empty() || known.len() * 2 < values.len() || !(level > 0.0 && level < 1.0) {
        return None;
    }
    let rows = by_keys(&mut known.iter().map(|value| key(*value)));
    let sorted: Vec<f64> = rows.into_iter().filter_map(|i| known.get(i as usize).copied()).collect();
    let tail = (1.0 - level) / 2.0;
    Some((quantile(&sorted, tail)?, quantile(&sorted, 1.0 - tail)?))
}

/// The quantile `p` of ascending values.
fn quantile(ascending: &[f64], p: f64) -> Option<f64> {
    // Rounded at the twelfth digit, so that 0.95 of 100 is 95 and not a little less.
    let place = ((ascending.len() - 1) as f64 * p * 1e12).round() / 1e12;
    let low = *ascending.get(place as usize)?;
    let high = *ascending.get(place.ceil() as usize)?;
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_of_shares() {
        // Quantiles of the beta distribution, as the definition names them, by SciPy 1.16.
        let table: &[(u64, u64, f64, f64, f64)] = &[
            (0, 10, 0.95, 0.0, 0.308_497_107_818_760_7),
            (10, 10, 0.95, 0.691_502_892_181_239_2, 1.0),
            (3, 11, 0.95, 0.060_217_734_172_906_67, 0.609_742_559_572_421_2),
            (6, 9, 0.9, 0.344_941_365_943_703_1, 0.902_253_186_560_724_3),
            (50, 100, 0.5, 0.461_431_190_628_540_77, 0.538_568_809_371_459_2),
            (1, 1_000_000, 0.95, 2.531_780_766_379_42e-8, 5.571_630_655_166_939e-6),
            (413, 1_466_351, 0.999, 0.000_238_274_076_458_092_02, 0.000_330_229_533_059_361_6),
            (2007, 103_009, 0.99999, 0.017_638_634_495_782_47, 0.021_453_742_990_864_746),
            (1, 1, 0.95, 0.025, 1.0),
        ];
        for (k, n, level, low, high) in table {
            let got = clopper_pearson(*k, *n, *level).unwrap();
            assert!((got.0 - low).abs() <= 1e-11 * low, "{k} of {n}: got {got:?}, expected {low}");
            assert!((got.1 - high).abs() <= 1e-11 * high, "{k} of {n}: got {got:?}, expected {high}");
        }
        for (k, n, level) in [(0, 0, 0.95), (2, 1, 0.95), (1, 2, 0.0), (1, 2, 1.0), (1, 2, f64::NAN)] {
            assert_eq!(clopper_pearson(k, n, level), None, "{k} of {n} at {level}");
        }
    }

    #[test]
    fn a_resample_draws_as_many_as_there_are() {
        let (mut one, mut same, mut other) = (Rng::new(1), Rng::new(1), Rng::new(2));
        let drawn = resample(50, &mut one);
        assert_eq!(drawn.iter().sum::<u32>(), 50);
        assert_eq!(drawn, resample(50, &mut same));
        assert_ne!(drawn, resample(50, &mut other));
        assert!(resample(0, &mut one).is_empty());
    }

    #[test]
    fn percentiles_leave_out_what_is_undefined() {
        assert_eq!(percentile_interval(&[Some(1.0), None, Some(3.0)], 0.5), Some((1.5, 2.5)));
        assert_eq!(percentile_interval(&[Some(1.0), None, None], 0.5), None);
        assert_eq!(percentile_interval(&[], 0.5), None);
        assert_eq!(percentile_interval(&[Some(2.0)], 0.95), Some((2.0, 2.0)));
        assert_eq!(percentile_interval(&[Some(2.0)], 1.0), None);
    }
}
