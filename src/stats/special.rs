//! Sums and logarithms that keep their digits, and the tails that the measures need.

use std::f64::consts::{LN_2, PI};

use crate::num::{erfc, ln, ln_1p, log2};

/// The upper tail of chi-squared with one degree of freedom, in [0, 1]; 1 at 0 or below, 0 where it is
/// smaller than a double can say (beyond about 1,480).
///
/// ```
/// use comention::stats::chi_squared_tail;
/// assert!((chi_squared_tail(3.841_458_820_694_124) - 0.05).abs() < 1e-15);
/// assert_eq!(chi_squared_tail(0.0), 1.0);
/// ```
#[must_use]
pub fn chi_squared_tail(x: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { erfc((x / 2.0).sqrt()) }
}

/// `x ln(x / y) - (x - y)`, at least 0, where `difference` is `x - y`; `y` at `x` = 0.
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

/// `ln(x / y)`, `None` where either is 0. Near `x = y` the quotient would round the digits away that the
/// logarithm is made of, so there it is `ln(1 + (x - y) / y)` with a difference of whole numbers.
pub(crate) fn ln_ratio(x: u128, y: u128) -> Option<f64> {
    if x == 0 || y == 0 {
        return None;
    }
    let (small, large) = (x.min(y), x.max(y));
    if large - small > small / 2 {
        return Some(ln(float(x) / float(y)));
    }
    let d = float(large - small);
    Some(ln_1p(if x >= y { d / float(y) } else { -d / float(y) }))
}

/// The nearest double. Most products are of 64 bits, for which there is an instruction.
fn float(x: u128) -> f64 {
    u64::try_from(x).map_or_else(|_| x as f64, |x| x as f64)
}

/// `log2(x / y)`, `None` where either is 0; see [`ln_ratio`].
pub(crate) fn log2_ratio(x: u128, y: u128) -> Option<f64> {
    let near = x.abs_diff(y) <= x.min(y) / 2;
    // Powers of two apart: the logarithm to the base 2 is exact.
    match (x, y) {
        (0, _) | (_, 0) => None,
        _ if near => Some(ln_ratio(x, y)? / LN_2),
        _ => Some(log2(float(x) / float(y))),
    }
}

/// `ln(n!) - (n ln n - n)`: the part of Stirling's formula after its powers; 0 at `n` = 0.
pub(crate) fn stirling(n: u64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    let x = n as f64;
    if n < 16 {
        let factorial: f64 = (1..=n).map(|i| i as f64).product();
        return ln(factorial) - (x * ln(x) - x);
    }
    let square = x * x;
    // The next term is 691 / (360360 x^11), below 1e-16 from 16 on.
    let series = (1.0 / 12.0
        - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / (1188.0 * square)) / square) / square) / square)
        / x;
    0.5 * ln(2.0 * PI * x) + series
}

/// `1 + step(0) + step(0) step(1) + ...`: a tail relative to its largest term, until what is added no
/// longer shows or `step` gives 0.
pub(crate) fn tail(mut step: impl FnMut(u64) -> f64) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for i in 0.. {
        term *= step(i);
        sum += term;
        if term <= sum * 1e-17 || term.is_nan() {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, expected: f64) {
        assert!((got - expected).abs() <= 1e-14 * expected.abs(), "got {got}, expected {expected}");
    }

    #[test]
    fn the_tail_of_chi_squared_at_its_usual_critical_values() {
        // Any table of chi-squared with one degree of freedom.
        for (x, p) in [(2.705_543_454_095_404, 0.1), (6.634_896_601_021_213, 0.01), (10.827_566_170_662_733, 0.001)] {
            assert!((chi_squared_tail(x) - p).abs() < 1e-14, "{x}");
        }
        assert_eq!(chi_squared_tail(-1.0), 1.0);
        assert_eq!(chi_squared_tail(1e6), 0.0);
    }

    #[test]
    fn ratios_keep_their_digits_near_one() {
        // ln(1 + 1e-12) = 1e-12 - 5e-25
        near(ln_ratio(1_000_000_000_001, 1_000_000_000_000).unwrap(), 1e-12 - 5e-25);
        near(ln_ratio(1_000_000_000_000, 1_000_000_000_001).unwrap(), -(1e-12 - 5e-25));
        assert_eq!(log2_ratio(8, 1), Some(3.0));
        assert_eq!(log2_ratio(1, 1024), Some(-10.0));
        assert_eq!(log2_ratio(7, 7), Some(0.0));
        assert_eq!(log2_ratio(0, 7), None);
        assert_eq!(ln_ratio(7, 0), None);
    }

    #[test]
    fn stirling_is_the_same_on_both_sides_of_its_switch() {
        // ln 15! and ln 16!, from the exact factorials.
        for (n, factorial) in [(15u64, 1_307_674_368_000.0f64), (16, 20_922_789_888_000.0), (1, 1.0)] {
            let x = n as f64;
            near(stirling(n) + x * ln(x) - x + 100.0, ln(factorial) + 100.0);
        }
        assert_eq!(stirling(0), 0.0);
    }

    #[test]
    fn divergence_joins_at_its_switch() {
        for d in [0.099_999_999, 0.1, -0.099_999_999, -0.1] {
            let direct = (1.0 + d) * ln_1p(d) - d;
            assert!((divergence(1.0 + d, 1.0, d) - direct).abs() < 1e-15, "{d}");
        }
        assert_eq!(divergence(0.0, 3.0, -3.0), 3.0);
    }

    #[test]
    fn a_tail_is_a_sum_of_products() {
        assert_eq!(tail(|_| 0.5), 2.0);
        assert_eq!(tail(|i| if i < 2 { 1.0 } else { 0.0 }), 3.0);
    }
}
