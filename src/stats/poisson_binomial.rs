//! How many of many independent trials succeed, when each has its own probability.

use crate::num::{exp, ln, ln_1p};

/// Below this share of the largest a probability adds nothing.
const NOTHING: f64 = 1e-19;

/// P(X >= `k`), in [0, 1], where X counts the successes of `trials`: so many trials (first) with such a
/// probability (second); 0 where it is smaller than a double can say. Probabilities outside [0, 1] count
/// as the nearer end.
///
/// The trials are tilted so that `k` is what is expected of them (Esscher 1932), which keeps every digit of
/// the smallest tail, and then added up group by group.
///
/// ```
/// use comention::stats::poisson_binomial::at_least;
/// // Two fair coins and one that falls on heads one time in ten: three heads.
/// assert!((at_least(&[(2, 0.5), (1, 0.1)], 3) - 0.025).abs() < 1e-15);
/// ```
#[must_use]
pub fn at_least(trials: &[(u64, f64)], k: u64) -> f64 {
    let certain: u64 = trials.iter().filter(|(_, p)| *p >= 1.0).map(|(n, _)| n).sum();
    let groups: Vec<(u64, f64)> = trials.iter().copied().filter(|(n, p)| *n > 0 && *p > 0.0 && *p < 1.0).collect();
    let k = k.saturating_sub(certain);
    let most: u64 = groups.iter().map(|(n, _)| n).sum();
    if k == 0 {
        return 1.0;
    }
    if k > most {
        return 0.0;
    }
    if k == most {
        return exp(groups.iter().map(|(n, p)| *n as f64 * ln(*p)).sum());
    }
    let tilt = tilt(&groups, k as f64);
    // X tilted by t has P_t(x) = P(x) e^(t x) / M, with M the sum that makes them 1.
    let tilted = |p: f64| p / (p + (1.0 - p) * exp(-tilt));
    let ln_m: f64 = groups.iter().map(|(n, p)| *n as f64 * ln_1p(p * crate::num::exp_m1(tilt))).sum();
    let sum = groups
        .iter()
        .fold(Slice { first: 0, values: vec![1.0] }, |sum, (n, p)| sum.plus(&Slice::binomial(*n, tilted(*p))));
    let tail: f64 =
        sum.values.iter().zip(sum.first..).filter(|(_, x)| *x >= k).map(|(p, x)| p * exp(-tilt * (x - k) as f64)).sum();
    (exp(ln_m - tilt * k as f64) * tail).min(1.0)
}

/// The tilt at which `k` successes are expected; 0 where so many or more are anyway.
fn tilt(groups: &[(u64, f64)], k: f64) -> f64 {
    let expected = |t: f64| groups.iter().map(|(n, p)| *n as f64 * p / (p + (1.0 - p) * exp(-t))).sum::<f64>();
    let (mut low, mut high) = (0.0, 700.0);
    if expected(low) >= k {
        return low;
    }
    // Any tilt near it will do: the result does not depend on it but for rounding.
    while high - low > 1e-6 * (1.0 + low) {
        let middle = f64::midpoint(low, high);
        if expected(middle) < k {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The probabilities of `first`, `first + 1`, ... successes, where they are not nothing.
struct Slice {
    first: u64,
    values: Vec<f64>,
}

impl Slice {
    /// From the mode outwards by ratios.
    fn binomial(n: u64, p: f64) -> Self {
        let mode = (((n + 1) as f64 * p) as u64).min(n);
        let odds = p / (1.0 - p);
        let mut down = Vec::new();
        let (mut weight, mut k) = (1.0, mode);
        while k > 0 && weight > NOTHING {
            weight *= k as f64 / ((n - k + 1) as f64 * odds);
            k -= 1;
            down.push(weight);
        }
        let mut values: Vec<f64> = down.into_iter().rev().chain([1.0]).collect();
        let (first, mut k) = (k, mode);
        weight = 1.0;
        while k < n && weight > NOTHING {
            weight *= (n - k) as f64 * odds / (k + 1) as f64;
            k += 1;
            values.push(weight);
        }
        let total: f64 = values.iter().sum();
        values.iter_mut().for_each(|v| *v /= total);
        Slice { first, values }
    }

    fn plus(&self, other: &Slice) -> Slice {
        let mut values = vec![0.0; self.values.len() + other.values.len() - 1];
        for (i, x) in self.values.iter().enumerate() {
            for (sum, y) in values.iter_mut().skip(i).zip(&other.values) {
                *sum += x * y;
            }
        }
        let keep = |v: &f64| *v > NOTHING;
        let from = values.iter().position(keep).unwrap_or(0);
        let to = values.iter().rposition(keep).map_or(values.len(), |last| last + 1);
        Slice { first: self.first + other.first + from as u64, values: values.drain(from..to).collect() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The definition: one trial after the other.
    fn slowly(trials: &[(u64, f64)], k: u64) -> f64 {
        let mut chance = vec![1.0];
        for p in trials.iter().flat_map(|(n, p)| (0..*n).map(|_| *p)) {
            let (fails, succeeds) = (chance.iter().map(|c| c * (1.0 - p)), chance.iter().map(|c| c * p));
            chance = fails.chain([0.0]).zip([0.0].into_iter().chain(succeeds)).map(|(f, s)| f + s).collect();
        }
        chance.iter().skip(usize::try_from(k).unwrap()).sum()
    }

    #[test]
    fn the_ends() {
        let coins = [(10, 0.5)];
        assert_eq!(at_least(&coins, 0), 1.0);
        assert_eq!(at_least(&coins, 11), 0.0);
        assert!((at_least(&coins, 10) - 1.0 / 1024.0).abs() < 1e-17);
        assert_eq!(at_least(&[(5, 1.0), (3, 0.0)], 5), 1.0);
        assert_eq!(at_least(&[(5, 1.0), (3, 0.0)], 6), 0.0);
        assert_eq!(at_least(&[], 0), 1.0);
        assert_eq!(at_least(&[], 1), 0.0);
        assert_eq!(at_least(&[(5000, 1e-9)], 200), 0.0);
    }

    #[test]
    fn a_small_tail_keeps_its_digits() {
        // Of 1000 trials at 1e-3, 30 or more: from the formula at 60 digits.
        let got = at_least(&[(1000, 1e-3)], 30);
        assert!((got / 9.503_107_515_052_42e-34 - 1.0).abs() < 1e-12, "{got:e}");
        let got = at_least(&[(300_000, 2e-4), (50_000, 1e-3), (9, 0.5)], 400);
        assert!((got / 1.965_973_116_293_044e-97 - 1.0).abs() < 1e-9, "{got:e}");
    }

    proptest! {
        #[test]
        fn it_is_the_sum_over_all_trials(
            trials in prop::collection::vec((0..12u64, prop_oneof![Just(0.0), Just(1.0), 0.0..1.0f64]), 0..5),
            k in 0..50u64,
        ) {
            let (got, expected) = (at_least(&trials, k), slowly(&trials, k));
            prop_assert!((got - expected).abs() <= 1e-11 * expected, "{:?} {}: {} {}", trials, k, got, expected);
        }
    }
}
