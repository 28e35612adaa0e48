//! The hypergeometric distribution: how many windows hold both by chance alone, given the margins.

use crate::num::{exp, ln};
use crate::stats::association::log_likelihood;
use crate::stats::special::{stirling, tail};
use crate::stats::table::Table;

/// All tables with the margins of one.
///
/// Probabilities are never below what a double can say without becoming 0, and never fail: a probability
/// comes from G2 and Stirling's formula, and a tail from the ratios of neighbouring probabilities, so that
/// no sum is longer than the few deviations in which a tail fades.
pub(crate) struct Hypergeometric {
    table: Table,
    low: u64,
    high: u64,
    mode: u64,
}

/// Tables whose probabilities differ by less than this (relatively) are equally likely.
const TIE: f64 = 1e-7;

impl Hypergeometric {
    pub(crate) fn of(table: &Table) -> Self {
        let Table { n1p, np1, npp, .. } = *table;
        let (low, high) = ((n1p + np1).saturating_sub(npp), n1p.min(np1));
        let mode = (u128::from(n1p + 1) * u128::from(np1 + 1)) / (u128::from(npp) + 2);
        let mode = u64::try_from(mode).unwrap_or(high).clamp(low, high);
        Hypergeometric { table: *table, low, high, mode }
    }

    fn at(&self, k: u64) -> Table {
        Table { n11: k, ..self.table }
    }

    /// The logarithm of P(X = k), for `k` from `low` to `high`: the factorials by Stirling's formula leave
    /// `-G2 / 2` and the small parts.
    fn ln_probability(&self, k: u64) -> f64 {
        let Table { n1p, np1, npp, .. } = self.table;
        let margins: f64 = [n1p, npp - n1p, np1, npp - np1].map(stirling).iter().sum();
        let cells: f64 = self.at(k).cells().map(stirling).iter().sum();
        margins - stirling(npp) - cells - log_likelihood(&self.at(k)).unwrap_or(0.0) / 2.0
    }

    /// P(k + 1) / P(k)
    fn ratio(&self, k: u64) -> f64 {
        let [n11, n12, n21, n22] = self.at(k).cells().map(|n| n as f64);
        (n12 * n21) / ((n11 + 1.0) * (n22 + 1.0))
    }

    /// The logarithm of P(X >= k), for `k` from the mode up.
    fn ln_upper(&self, k: u64) -> f64 {
        let step = |i: u64| if k + i < self.high { self.ratio(k + i) } else { 0.0 };
        self.ln_probability(k) + ln(tail(step))
    }

    /// The logarithm of P(X <= k), for `k` from the mode down.
    fn ln_lower(&self, k: u64) -> f64 {
        let step = |i: u64| if k - self.low > i { 1.0 / self.ratio(k - i - 1) } else { 0.0 };
        self.ln_probability(k) + ln(tail(step))
    }

    /// The logarithm of P(X >= k); at most 0.
    pub(crate) fn ln_at_least(&self, k: u64) -> f64 {
        if k <= self.low {
            0.0
        } else if k > self.mode {
            self.ln_upper(k).min(0.0)
        } else {
            ln((1.0 - exp(self.ln_lower(k - 1))).max(0.0))
        }
    }

    /// P(X >= k), in [0, 1].
    pub(crate) fn at_least(&self, k: u64) -> f64 {
        if k <= self.low {
            1.0
        } else if k > self.mode {
            exp(self.ln_upper(k)).min(1.0)
        } else {
            (1.0 - exp(self.ln_lower(k - 1))).clamp(0.0, 1.0)
        }
    }

    /// The sum of all probabilities no larger than that of `k`, in [0, 1].
    pub(crate) fn no_likelier(&self, k: u64) -> f64 {
        let bound = self.ln_probability(k) + TIE;
        if self.ln_probability(self.mode) <= bound {
            return 1.0;
        }
        // The probabilities rise to the mode and fall after it: two searches find where they pass the bound.
        let below = first(self.low, self.mode, |j| self.ln_probability(j) > bound);
        let above = first(self.mode, self.high + 1, |j| self.ln_probability(j) <= bound);
        let lower = if below > self.low { exp(self.ln_lower(below - 1)) } else { 0.0 };
        let upper = if above <= self.high { exp(self.ln_upper(above)) } else { 0.0 };
        (lower + upper).min(1.0)
    }
}

/// The first of `low..high` for which `is` holds, where it holds from there on; `high` if for none.
fn first(mut low: u64, mut high: u64, is: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low.midpoint(high);
        if is(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// n! / (k! (n - k)!), exact for small numbers.
    fn choose(n: u64, k: u64) -> f64 {
        (1..=k).map(|i| (n - k + i) as f64 / i as f64).product()
    }

    #[test]
    fn probabilities_are_quotients_of_binomial_coefficients() {
        for (n1p, np1, npp) in [(10, 9, 40), (3, 17, 20), (20, 20, 20), (0, 5, 9), (25, 30, 50), (1, 1, 1)] {
            let h = Hypergeometric::of(&Table::new(u64::min(n1p, np1), n1p, np1, npp).unwrap());
            let all: Vec<f64> =
                (h.low..=h.high).map(|k| choose(n1p, k) * choose(npp - n1p, np1 - k) / choose(npp, np1)).collect();
            for (i, expected) in all.iter().enumerate() {
                let k = h.low + i as u64;
                let near = |got: f64, expected: f64| (got - expected).abs() <= 1e-13 * expected;
                let name = format!("{k} of {n1p} {np1} {npp}");
                assert!(near(exp(h.ln_probability(k)), *expected), "{name}: {expected}");
                assert!(near(h.at_least(k), all[i..].iter().sum()), "{name}: at least");
                assert!((exp(h.ln_at_least(k)) - h.at_least(k)).abs() < 1e-14, "{name}: logarithm");
                let rare: f64 = all.iter().filter(|p| **p <= expected * (1.0 + 1e-7)).sum();
                assert!(near(h.no_likelier(k), rare), "{name}: no likelier {rare} {}", h.no_likelier(k));
            }
        }
    }

    #[test]
    fn what_a_double_cannot_say_is_zero_and_its_logarithm_still_known() {
        let h = Hypergeometric::of(&Table::new(5000, 5000, 5000, 1_000_000).unwrap());
        assert_eq!(h.at_least(5000), 0.0);
        assert_eq!(h.no_likelier(5000), 0.0);
        // 1 / choose(1000000, 5000): ln = -31461.5...
        let ln_choose: f64 = (1..=5000u32).map(|i| ln((995_000.0 + f64::from(i)) / f64::from(i))).sum();
        assert!((h.ln_at_least(5000) + ln_choose).abs() < 1e-7, "{} {ln_choose}", h.ln_at_least(5000));
    }
}
