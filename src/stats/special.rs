//! Tails and quantiles that the measures need.

use crate::num::{erfc, exp, ln, ln_1p, ln_gamma};

/// The upper tail of chi-squared with one degree of freedom; 1 at 0 or below.
#[must_use]
pub fn chi_squared_tail(x: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { erfc((x / 2.0).sqrt()) }
}

/// `x ln(x / y) - (x - y)`, at least 0, where `difference` is `x - y`.
///
/// The differences of a table's cells add up to 0, so G2 is twice the sum of these; unlike `x ln(x / y)`
/// they do not cancel each other. Near `x = y` the logarithm is a series in the relative difference.
pub(crate) fn divergence(x: f64, y: f64, difference: f64) -> f64 {
    if x == 0.0 {
        return y;
    }
    let d = difference / y;
    if d.abs() >= 0.1 {
        return x * ln(x / y) - difference;
    }
    // (1 + d) ln(1 + d) - d = d^2 / 2 - d^3 / 6 + d^4 / 12 - ...; the 17th power is below the last bit.
    let (mut sum, mut power) = (0.0, d);
    for k in 2..=17 {
        power *= if k == 2 { d } else { -d };
        sum += power / f64::from(k * (k - 1));
    }
    y * sum
}

/// The logarithm of the binomial coefficient.
#[cfg(test)]
fn ln_choose(n: u64, k: u64) -> f64 {
    // A difference of large ln-gammas loses digits; the product over the smaller side does not.
    let k = k.min(n - k);
    if k <= 64 {
        let product = |i: u64| ln((n - k + i) as f64 / i as f64);
        return (1..=k).map(product).sum();
    }
    let f = |m: u64| ln_gamma(m as f64 + 1.0);
    f(n) - f(k) - f(n - k)
}

/// The hypergeometric probabilities of every possible `n11`, given the margins: the smallest `n11`, and
/// the probabilities relative to the mode's. They are built from the mode outwards by ratios, which keeps
/// every digit; what is below 1e-300 of the mode is 0.
pub(crate) struct Hypergeometric {
    low: u64,
    weights: Vec<f64>,
    total: f64,
}

/// Most values of `n11` that are laid out; beyond it only those around the mode, where all the weight is.
const SUPPORT: u64 = 4_000_000;

impl Hypergeometric {
    pub(crate) fn new(n1p: u64, np1: u64, npp: u64) -> Self {
        let low = (n1p + np1).saturating_sub(npp);
        let high = n1p.min(np1);
        let mode = (((n1p + 1) as u128 * (np1 + 1) as u128) / (npp as u128 + 2)) as u64;
        let mode = mode.clamp(low, high);
        let step = |k: u64| {
            // P(k + 1) / P(k)
            ((n1p - k) as f64 * (np1 - k) as f64) / ((k + 1) as f64 * (npp + k + 1 - n1p - np1) as f64)
        };
        let mut down = Vec::new();
        let mut weight = 1.0f64;
        let mut k = mode;
        while k > low && weight > 1e-300 && mode - k < SUPPORT {
            k -= 1;
            weight /= step(k);
            down.push(weight);
        }
        let first = k;
        let mut weights: Vec<f64> = down.into_iter().rev().collect();
        weights.push(1.0);
        let (mut weight, mut k) = (1.0f64, mode);
        while k < high && weight > 1e-300 && k - mode < SUPPORT {
            weight *= step(k);
            k += 1;
            weights.push(weight);
        }
        let total = sum_small_first(&weights);
        Hypergeometric { low: first, weights, total }
    }

    fn weight(&self, k: u64) -> f64 {
        k.checked_sub(self.low).and_then(|i| self.weights.get(i as usize)).copied().unwrap_or(0.0)
    }

    /// P(X >= k).
    pub(crate) fn upper(&self, k: u64) -> f64 {
        let from = k.saturating_sub(self.low) as usize;
        let tail = self.weights.get(from..).unwrap_or(&[]);
        (sum_small_first(tail) / self.total).min(1.0)
    }

    /// The sum of probabilities that are no larger than that of `k`, within 1e-7 of it.
    pub(crate) fn no_likelier(&self, k: u64) -> f64 {
        let bound = self.weight(k) * (1.0 + 1e-7);
        let tail: Vec<f64> = self.weights.iter().copied().filter(|w| *w <= bound).collect();
        (sum_small_first(&tail) / self.total).min(1.0)
    }
}

/// A sum that adds the small first, so that they are not lost.
fn sum_small_first(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.iter().sum()
}

/// The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction.
fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = exp(ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * ln(x) + b * ln_1p(-x));
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_cdf_fraction(1.0 - x, b, a) * front / b;
    }
    beta_cdf_fraction(x, a, b) * front / a
}

fn beta_cdf_fraction(x: f64, a: f64, b: f64) -> f64 {
    let tiny = 1e-300;
    let guard = |v: f64| if v.abs() < tiny { tiny } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..=10_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / guard(1.0 + even * d);
        c = guard(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / guard(1.0 + odd * d);
        c = guard(1.0 + odd / c);
        let delta = d * c;
        h *= delta;
        if (delta - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

/// The x at which I_x(a, b) is `p`, by bisection to the last bit that matters.
pub(crate) fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0f64, 1.0f64);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if beta_cdf(middle, a, b) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The probability of exactly `k` of `n`, logarithm; for tests of the ratios above.
#[cfg(test)]
fn ln_hypergeometric(k: u64, n1p: u64, np1: u64, npp: u64) -> f64 {
    ln_choose(n1p, k) + ln_choose(npp - n1p, np1 - k) - ln_choose(npp, np1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_agree_with_binomial_coefficients() {
        let h = Hypergeometric::new(10, 9, 40);
        for k in 0..=9 {
            let expected = exp(ln_hypergeometric(k, 10, 9, 40));
            let got = h.weight(k) / h.total;
            assert!((got - expected).abs() < 1e-12 * expected.max(1e-3), "{k}: {got} {expected}");
        }
    }

    #[test]
    fn quantiles_invert_the_distribution() {
        // Clopper-Pearson for 6 of 9 at one-sided 5 %: 0.345 (any table of binomial limits).
        assert!((beta_quantile(0.05, 6.0, 4.0) - 0.344_941).abs() < 1e-5);
        for (p, a, b) in [(0.001, 1.0, 1.0), (0.5, 30.0, 2.0), (0.999, 500.0, 3000.0)] {
            assert!((beta_cdf(beta_quantile(p, a, b), a, b) - p).abs() < 1e-9);
        }
    }
}
