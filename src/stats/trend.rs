//! Over time: does a term rise or fall, and when is there suddenly much of it.

use crate::error::Error;
use crate::num::{erfc, ln, ln_1p};

/// Whether a share rises or falls over periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Above 0 where it rises, below 0 where it falls; standard normal if it does neither.
    pub z: f64,
    /// Two-sided, in [0, 1].
    pub p_value: f64,
}

/// The Cochran-Armitage test for a trend in `counts[t]` of `sizes[t]` (windows with a term among all
/// windows) over periods of equal length (Cochran 1954; Armitage 1955). Empty periods have size 0.
///
/// `None` where nothing can rise or fall: fewer than two periods with windows, or the term in none or all.
///
/// # Errors
/// [`Error::Option`] when the lists differ in length or a count is above its size.
///
/// ```
/// use comention::stats::trend::trend;
/// let rising = trend(&[1, 2, 6], &[10, 10, 10]).unwrap().unwrap();
/// assert!((rising.z - 5.0_f64 / 4.2_f64.sqrt()).abs() < 1e-12);
/// assert!((rising.p_value - 0.014_69).abs() < 1e-5);
/// ```
pub fn trend(counts: &[u64], sizes: &[u64]) -> Result<Option<Trend>, Error> {
    check(counts, sizes)?;
    // Whole numbers, and exact as long as their products are below 2^53.
    let [mut all, mut with, mut at, mut at_with, mut square] = [0.0; 5];
    for (t, (x, n)) in (0u32..).zip(counts.iter().zip(sizes)) {
        let (t, x, n) = (f64::from(t), *x as f64, *n as f64);
        all += n;
        with += x;
        at += t * n;
        at_with += t * x;
        square += t * t * n;
    }
    // N^2 times the spread of the windows over time.
    let spread = all * square - at * at;
    if spread <= 0.0 || with == 0.0 || with == all {
        return Ok(None);
    }
    let rise = all * at_with - with * at;
    let share = with / all;
    let z = rise / (share * (1.0 - share) * all * spread).sqrt();
    Ok(Some(Trend { z, p_value: erfc(z.abs() / std::f64::consts::SQRT_2) }))
}

/// Periods in which a term is mentioned much more than elsewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Burst {
    /// The first period.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// How much better the higher rate fits, nats; above 0.
    pub weight: f64,
}

/// The bursts of `counts[t]` of `sizes[t]`, in order of time: runs of periods in which a rate `factor` times
/// the usual one fits better, where going up costs `gamma` times the logarithm of the number of periods
/// (the two-state model for batches of Kleinberg 2002, with his defaults 2 and 1).
///
/// # Errors
/// [`Error::Option`] when the lists differ in length, a count is above its size, `factor` is not above 1 or
/// `gamma` not 0 or more.
///
/// ```
/// use comention::stats::trend::{bursts, Burst};
/// let found = bursts(&[1, 0, 9, 8, 1, 0], &[20; 6], 2.0, 1.0).unwrap();
/// assert_eq!(found.iter().map(|b| (b.start, b.end)).collect::<Vec<_>>(), [(2, 4)]);
/// ```
pub fn bursts(counts: &[u64], sizes: &[u64], factor: f64, gamma: f64) -> Result<Vec<Burst>, Error> {
    check(counts, sizes)?;
    if !(factor > 1.0 && factor.is_finite()) {
        return Err(Error::option("factor", factor, "a number above 1"));
    }
    if !(gamma >= 0.0 && gamma.is_finite()) {
        return Err(Error::option("gamma", gamma, "a number of 0 or more"));
    }
    let sum = |list: &[u64]| list.iter().map(|n| *n as f64).sum::<f64>();
    let usual = sum(counts) / sum(sizes);
    // At most halfway between the usual rate and 1, so that it stays a rate.
    let high = (usual * factor).min(f64::midpoint(usual, 1.0));
    if !(usual > 0.0 && usual < 1.0) {
        return Ok(Vec::new());
    }
    let (more, less) = (ln(high / usual), ln_1p(-high) - ln_1p(-usual));
    let gain = |t: usize| match (counts.get(t), sizes.get(t)) {
        (Some(x), Some(n)) => *x as f64 * more + (n - x) as f64 * less,
        _ => 0.0,
    };
    let up = gamma * ln(counts.len() as f64);
    // What the best way gains that ends low, and that ends high; and for each period where they came from.
    let (mut low, mut in_burst) = (0.0f64, f64::NEG_INFINITY);
    let mut came: Vec<[bool; 2]> = Vec::with_capacity(counts.len());
    for t in 0..counts.len() {
        let from = [in_burst > low, in_burst > low - up];
        let (next_low, next_high) = (low.max(in_burst), in_burst.max(low - up) + gain(t));
        came.push(from);
        (low, in_burst) = (next_low, next_high);
    }
    let mut state = in_burst > low;
    let mut out: Vec<Burst> = Vec::new();
    for (t, from) in came.iter().enumerate().rev() {
        if state {
            match out.last_mut() {
                Some(burst) if burst.start == t + 1 => {
                    burst.start = t;
                    burst.weight += gain(t);
                }
                _ => out.push(Burst { start: t, end: t + 1, weight: gain(t) }),
            }
        }
        let [low_from, high_from] = *from;
        state = if state { high_from } else { low_from };
    }
    out.reverse();
    Ok(out)
}

fn check(counts: &[u64], sizes: &[u64]) -> Result<(), Error> {
    if counts.len() != sizes.len() {
        let (got, accepted) = (format!("{} counts", counts.len()), format!("as many as sizes ({})", sizes.len()));
        return Err(Error::option("counts", got, accepted));
    }
    match counts.iter().zip(sizes).find(|(x, n)| x > n) {
        Some((x, n)) => Err(Error::option("counts", x, format!("at most its size ({n})"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_trend_has_a_direction() {
        let of = |counts: &[u64]| trend(counts, &[10; 4]).unwrap();
        assert!(of(&[1, 2, 3, 4]).unwrap().z > 0.0);
        assert!(of(&[4, 3, 2, 1]).unwrap().z < 0.0);
        assert_eq!(of(&[3, 3, 3, 3]), Some(Trend { z: 0.0, p_value: 1.0 }));
        for undefined in [[0; 4], [10; 4]] {
            assert_eq!(of(&undefined), None);
        }
        assert_eq!(trend(&[1, 0], &[5, 0]).unwrap(), None);
        assert_eq!(trend(&[], &[]).unwrap(), None);
    }

    /// Two periods: the test is Pearson's chi-squared of the 2x2 table.
    #[test]
    fn of_two_periods_it_is_chi_squared() {
        let table = crate::stats::table::Table::new(7, 20, 10, 50).unwrap();
        let z = trend(&[3, 7], &[30, 20]).unwrap().unwrap().z;
        assert!((z * z - crate::stats::association::chi_squared(&table).unwrap()).abs() < 1e-12);
    }

    #[test]
    fn lists_that_do_not_fit_are_refused() {
        assert_eq!(
            trend(&[1], &[]).unwrap_err().to_string(),
            "option `counts`: got 1 counts, expected as many as sizes (0)"
        );
        assert_eq!(
            bursts(&[3], &[2], 2.0, 1.0).unwrap_err().to_string(),
            "option `counts`: got 3, expected at most its size (2)"
        );
        for (factor, gamma) in [(1.0, 1.0), (f64::NAN, 1.0), (2.0, -1.0), (2.0, f64::INFINITY)] {
            assert!(bursts(&[1, 1], &[2, 2], factor, gamma).is_err());
        }
    }

    #[test]
    fn a_burst_costs_more_to_begin_with_a_larger_gamma() {
        let counts = [0, 1, 0, 4, 1, 0, 9, 9, 0, 1];
        let runs = |gamma| -> Vec<(usize, usize)> {
            bursts(&counts, &[20; 10], 2.0, gamma).unwrap().iter().map(|b| (b.start, b.end)).collect()
        };
        assert_eq!(runs(0.0), [(3, 4), (6, 8)]);
        assert_eq!(runs(1.0), [(6, 8)]);
        assert_eq!(runs(100.0), []);
        for none in [[0; 10], [20; 10]] {
            assert_eq!(bursts(&none, &[20; 10], 2.0, 1.0).unwrap(), []);
        }
        assert_eq!(bursts(&[], &[], 2.0, 1.0).unwrap(), []);
    }

    proptest! {
        /// Every way through the two states, one after the other.
        #[test]
        fn no_other_way_gains_more(counts in prop::collection::vec(0..12u64, 1..9), gamma in 0.0..2.0f64) {
            let sizes = vec![12; counts.len()];
            let found = bursts(&counts, &sizes, 2.0, gamma).unwrap();
            let usual = counts.iter().sum::<u64>() as f64 / (12 * counts.len()) as f64;
            prop_assume!(usual > 0.0);
            let high = (2.0 * usual).min(f64::midpoint(usual, 1.0));
            let value = |way: &dyn Fn(usize) -> bool| -> f64 {
                let gain = |t: usize| {
                    let (x, n) = (counts[t] as f64, sizes[t] as f64);
                    x * ln(high / usual) + (n - x) * ln((1.0 - high) / (1.0 - usual))
                };
                let up = |t: usize| way(t) && (t == 0 || !way(t - 1));
                (0..counts.len())
                    .map(|t| {
                        (if way(t) { gain(t) } else { 0.0 })
                            - (if up(t) { gamma * ln(counts.len() as f64) } else { 0.0 })
                    })
                    .sum()
            };
            let got = value(&|t| found.iter().any(|b| b.start <= t && t < b.end));
            for bits in 0..1usize << counts.len() {
                let other = value(&|t| bits >> t & 1 == 1);
                prop_assert!(other <= got + 1e-9, "{:?}: {} {}", counts, other, got);
            }
            for b in &found {
                prop_assert!(b.start < b.end && b.weight >= 0.0);
            }
        }
    }
}
