//! Measures of a pair, each a pure function of its [`Table`]; `None` where undefined.
//!
//! Logarithms are natural unless a name or formula says `log2`. Differences and quotients are taken of
//! whole numbers before they are rounded, so that a measure near 0 has as many digits as one far from it.
//! [`crate::stats::formula`] has the formula, range, unit and source of each as text.

use std::f64::consts::LN_2;

use crate::num::log2;
use crate::stats::hypergeometric::Hypergeometric;
use crate::stats::interval::clopper_pearson_logits;
use crate::stats::special::{chi_squared_tail, divergence, ln_ratio, log2_ratio};
use crate::stats::table::Table;

/// `x / y`, `None` where `y` is 0.
fn over(x: f64, y: f64) -> Option<f64> {
    if y == 0.0 { None } else { Some(x / y) }
}

/// The product of two counts, without loss.
fn product(x: u64, y: u64) -> u128 {
    u128::from(x) * u128::from(y)
}

/// Windows with both if there were no association: n1p np1 / npp. `None` for no windows.
#[must_use]
pub fn expected(t: &Table) -> Option<f64> {
    t.expected().map(|[e11, ..]| e11)
}

/// log2(n11 npp / (n1p np1)), bits, any number; `None` at n11 = 0 (Church & Hanks 1990).
///
/// ```
/// use comention::stats::{association::pmi, table::Table};
/// let table = Table::new(3, 4, 5, 11).unwrap();
/// assert!((pmi(&table).unwrap() - 0.722_466).abs() < 1e-6);
/// assert_eq!(pmi(&Table::new(0, 4, 5, 11).unwrap()), None);
/// ```
#[must_use]
pub fn pmi(t: &Table) -> Option<f64> {
    log2_ratio(product(t.n11, t.npp), product(t.n1p, t.np1))
}

/// max(0, PMI), bits; 0 at n11 = 0 (Niwa & Nitta 1994). `None` for no windows.
#[must_use]
pub fn ppmi(t: &Table) -> Option<f64> {
    expected(t)?;
    Some(pmi(t).map_or(0.0, |x| x.max(0.0)))
}

/// PMI / -log2(n11 / npp), in [-1, 1]; -1 at n11 = 0, `None` at n11 = npp (Bouma 2009) and where a margin is 0.
#[must_use]
pub fn npmi(t: &Table) -> Option<f64> {
    if t.n1p == 0 || t.np1 == 0 {
        return None;
    }
    if t.n11 == 0 {
        return Some(-1.0);
    }
    over(pmi(t)?, log2_ratio(t.npp.into(), t.n11.into())?)
}

/// 2 sum O ln(O / E) over the four cells, 0 ln 0 = 0; at least 0 (Dunning 1993). `None` for no windows.
#[must_use]
pub fn log_likelihood(t: &Table) -> Option<f64> {
    let expected = t.expected()?;
    let difference = excess(t)?;
    let cells = t.cells().into_iter().zip(expected).zip([difference, -difference, -difference, difference]);
    let sum: f64 = cells.filter(|((_, e), _)| *e > 0.0).map(|((o, e), d)| divergence(o as f64, e, d)).sum();
    Some(2.0 * sum)
}

/// n11 - E11, to the last bit: the difference of two nearly equal numbers would lose it.
fn excess(t: &Table) -> Option<f64> {
    let d = t.determinant();
    // Most are of 64 bits, for which there is an instruction.
    over(i64::try_from(d).map_or_else(|_| d as f64, |d| d as f64), t.npp as f64)
}

/// G2, negative where n11 is below its expectation. `None` for no windows.
#[must_use]
pub fn signed_log_likelihood(t: &Table) -> Option<f64> {
    let g2 = log_likelihood(t)?;
    Some(if t.determinant() < 0 { -g2 } else { g2 })
}

/// 2 (n11 ln(n11 / E11) - (n11 - E11)), at least 0: G2 of the one cell, for tables whose other cells mean
/// little, as those of a window of words (simple-ll: Evert 2008). `None` where a margin is 0.
#[must_use]
pub fn simple_log_likelihood(t: &Table) -> Option<f64> {
    let e11 = expected(t).filter(|e| *e > 0.0)?;
    Some(2.0 * divergence(t.n11 as f64, e11, excess(t)?))
}

/// Pearson's chi-squared without continuity correction; `None` where a margin is 0 or all.
#[must_use]
pub fn chi_squared(t: &Table) -> Option<f64> {
    let d = t.determinant() as f64;
    over(t.npp as f64 * d * d, margins(t))
}

fn margins(t: &Table) -> f64 {
    [t.n1p, t.npp - t.n1p, t.np1, t.npp - t.np1].iter().map(|n| *n as f64).product()
}

/// (n11 n22 - n12 n21) / sqrt of the product of the margins, in [-1, 1]; `None` where a margin is 0 or all.
#[must_use]
pub fn phi(t: &Table) -> Option<f64> {
    over(t.determinant() as f64, margins(t).sqrt())
}

/// (n11 - E11) / sqrt(n11); `None` at n11 = 0 (Evert 2005).
#[must_use]
pub fn t_score(t: &Table) -> Option<f64> {
    over(excess(t)?, (t.n11 as f64).sqrt())
}

/// (n11 - E11) / sqrt(E11); `None` where a margin is 0 (Evert 2005).
#[must_use]
pub fn z_score(t: &Table) -> Option<f64> {
    over(excess(t)?, expected(t)?.sqrt())
}

/// 2 n11 / (n1p + np1), in [0, 1]; `None` where both margins are 0 (Dice 1945).
#[must_use]
pub fn dice(t: &Table) -> Option<f64> {
    over(2.0 * t.n11 as f64, (t.n1p + t.np1) as f64)
}

/// 14 + log2 Dice, at most 14; `None` at n11 = 0 (Rychlý 2008).
#[must_use]
pub fn log_dice(t: &Table) -> Option<f64> {
    log2_ratio(product(t.n11, 1 << 15), (t.n1p + t.np1).into())
}

/// n11 / (n1p + np1 - n11), in [0, 1]; `None` where both margins are 0 (Jaccard 1901).
#[must_use]
pub fn jaccard(t: &Table) -> Option<f64> {
    over(t.n11 as f64, (t.n1p + t.np1 - t.n11) as f64)
}

/// n11 / sqrt(n1p np1), in [0, 1]; `None` where a margin is 0 (Ochiai 1957).
#[must_use]
pub fn cosine(t: &Table) -> Option<f64> {
    over(t.n11 as f64, (t.n1p as f64 * t.np1 as f64).sqrt())
}

/// n11 / E11, at least 0; `None` where a margin is 0.
#[must_use]
pub fn lift(t: &Table) -> Option<f64> {
    over(t.n11 as f64, expected(t)?)
}

/// ln(n11 n22 / (n12 n21)), with 0.5 added to each cell when one is 0 (Haldane 1956). `None` for no windows.
#[must_use]
pub fn log_odds_ratio(t: &Table) -> Option<f64> {
    if t.npp == 0 {
        return None;
    }
    // Twice each cell, so that a half is a whole number.
    let add = u64::from(t.cells().contains(&0));
    let [a, b, c, d] = t.cells().map(|n| 2 * n + add);
    ln_ratio(product(a, d), product(b, c))
}

/// P(second given first) - P(second given not first), in [-1, 1]; `None` where the first is nowhere or
/// everywhere (Gries 2013).
#[must_use]
pub fn delta_p21(t: &Table) -> Option<f64> {
    over(t.determinant() as f64, product(t.n1p, t.npp - t.n1p) as f64)
}

/// P(first given second) - P(first given not second), in [-1, 1]; `None` where the second is nowhere or
/// everywhere (Gries 2013).
#[must_use]
pub fn delta_p12(t: &Table) -> Option<f64> {
    delta_p21(&t.flipped())
}

/// min(n11 / n1p, n11 / np1), in [0, 1]; `None` where a margin is 0 (Pedersen & Bruce 1996).
#[must_use]
pub fn min_sensitivity(t: &Table) -> Option<f64> {
    if t.n1p.min(t.np1) == 0 { None } else { over(t.n11 as f64, t.n1p.max(t.np1) as f64) }
}

/// n11 / min(n1p, np1), in [0, 1]; `None` where a margin is 0 (Simpson 1943).
#[must_use]
pub fn simpson(t: &Table) -> Option<f64> {
    over(t.n11 as f64, t.n1p.min(t.np1) as f64)
}

/// log2(n11^k / E11), bits, `k` from 1; PMI at `k` = 1. `None` at n11 = 0 (Daille 1994).
#[must_use]
pub fn mi_k(t: &Table, k: u32) -> Option<f64> {
    let more = k.saturating_sub(1);
    match u128::from(t.n11).checked_pow(more).and_then(|n| n.checked_mul(product(t.n11, t.npp))) {
        Some(observed) => log2_ratio(observed, product(t.n1p, t.np1)),
        // So large that the result is far from 0, where a sum of logarithms loses nothing.
        None => Some(pmi(t)? + f64::from(more) * log2(t.n11 as f64)),
    }
}

/// n11 PMI, bits; 0 at n11 = 0, `None` for no windows (Evert 2005).
#[must_use]
pub fn local_mi(t: &Table) -> Option<f64> {
    expected(t)?;
    if t.n11 == 0 { Some(0.0) } else { Some(t.n11 as f64 * pmi(t)?) }
}

/// Fisher's exact test, one-sided towards attraction: P(n11 or more) with the margins fixed, in [0, 1];
/// 0 where it is smaller than a double can say. `None` for no windows (Fisher 1922).
///
/// ```
/// use comention::stats::{association::fisher_greater, table::Table};
/// let table = Table::new(3, 4, 5, 11).unwrap();
/// assert!((fisher_greater(&table).unwrap() - 65.0 / 330.0).abs() < 1e-15);
/// ```
#[must_use]
pub fn fisher_greater(t: &Table) -> Option<f64> {
    if t.npp == 0 { None } else { Some(Hypergeometric::of(t).at_least(t.n11)) }
}

/// The logarithm to the base 10 of [`fisher_greater`], at most 0: it tells pairs apart whose p is smaller
/// than a double can say. `None` for no windows.
#[must_use]
pub fn fisher_greater_log10(t: &Table) -> Option<f64> {
    if t.npp == 0 { None } else { Some(Hypergeometric::of(t).ln_at_least(t.n11) / std::f64::consts::LN_10) }
}

/// Fisher's exact test, two-sided: the sum of the tables no likelier than the observed (within 1e-7), in
/// [0, 1]. `None` for no windows (Fisher 1922).
#[must_use]
pub fn fisher_two_sided(t: &Table) -> Option<f64> {
    if t.npp == 0 { None } else { Some(Hypergeometric::of(t).no_likelier(t.n11)) }
}

/// log2 of P(second given first) / P(second given not first), with 0.5 added to counts and sizes, any
/// number (Walter 1975; Hardie 2014); `None` where the first is nowhere or everywhere.
#[must_use]
pub fn log_ratio(t: &Table) -> Option<f64> {
    if t.n1p == 0 || t.n1p == t.npp {
        return None;
    }
    let [n11, _, n21, _] = t.cells().map(|n| 2 * n + 1);
    log2_ratio(product(n11, 2 * (t.npp - t.n1p) + 1), product(n21, 2 * t.n1p + 1))
}

/// The conservative estimate of the log ratio (LRC), any number: its bound that is nearer to 0, from a
/// Clopper-Pearson interval of n11 among np1 at confidence 1 - `alpha`, and 0 where the interval spans 0
/// (Evert 2022). For many pairs `alpha` is to be divided by their number (Bonferroni).
///
/// `None` where the first is nowhere or everywhere, the second nowhere, or `alpha` outside (0, 1).
#[must_use]
pub fn conservative_log_ratio(t: &Table, alpha: f64) -> Option<f64> {
    if t.n1p == 0 || t.n1p == t.npp || t.np1 == 0 || !(alpha > 0.0 && alpha < 1.0) {
        return None;
    }
    // The odds of the first among the windows with the second, over those among all windows.
    let (low, high) = clopper_pearson_logits(t.n11, t.np1, alpha);
    let all = log2_ratio((t.npp - t.n1p).into(), t.n1p.into())?;
    let (low, high) = (all + low / LN_2, all + high / LN_2);
    let bound = if low > 0.0 {
        low
    } else if high < 0.0 {
        high
    } else {
        0.0
    };
    Some(bound).filter(|b| b.is_finite())
}

/// (sum of weights) w12 / (k1 k2), at least 0, where k is the total link weight of a node (van Eck &
/// Waltman 2009); `None` where either has none.
#[must_use]
pub fn association_strength(weight: f64, k1: f64, k2: f64, sum: f64) -> Option<f64> {
    over(sum * weight, k1 * k2)
}

/// The level at which [`association`] gives the conservative log ratio: 95 % confidence.
pub const ALPHA: f64 = 0.05;

/// Every measure of a table by its name, in the order in which reports list them.
///
/// ```
/// use comention::stats::{association::association, table::Table};
/// let rows = association(&Table::new(3, 4, 5, 11).unwrap());
/// assert_eq!(rows[12], ("dice", Some(2.0 * 3.0 / 9.0)));
/// ```
#[must_use]
pub fn association(t: &Table) -> [(&'static str, Option<f64>); 30] {
    let g2 = log_likelihood(t);
    let x2 = chi_squared(t);
    [
        ("expected", expected(t)),
        ("pmi", pmi(t)),
        ("ppmi", ppmi(t)),
        ("npmi", npmi(t)),
        ("logLikelihood", g2),
        ("signedLogLikelihood", signed_log_likelihood(t)),
        ("logLikelihoodP", g2.map(chi_squared_tail)),
        ("chiSquared", x2),
        ("chiSquaredP", x2.map(chi_squared_tail)),
        ("phi", phi(t)),
        ("tScore", t_score(t)),
        ("zScore", z_score(t)),
        ("dice", dice(t)),
        ("logDice", log_dice(t)),
        ("jaccard", jaccard(t)),
        ("cosine", cosine(t)),
        ("lift", lift(t)),
        ("logOddsRatio", log_odds_ratio(t)),
        ("deltaP21", delta_p21(t)),
        ("deltaP12", delta_p12(t)),
        ("minSensitivity", min_sensitivity(t)),
        ("simpson", simpson(t)),
        ("mi2", mi_k(t, 2)),
        ("mi3", mi_k(t, 3)),
        ("localMi", local_mi(t)),
        ("fisherGreater", fisher_greater(t)),
        ("fisherTwoSided", fisher_two_sided(t)),
        ("simpleLogLikelihood", simple_log_likelihood(t)),
        ("logRatioWalter", log_ratio(t)),
        ("conservativeLogRatio", conservative_log_ratio(t, ALPHA)),
    ]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(t: &Table, name: &str) -> Option<f64> {
        association(t).into_iter().find(|(n, _)| *n == name).unwrap().1
    }

    /// Cells n11, n12, n21, n22; the measure; its value to six digits.
    type Row = ([u64; 4], &'static [(&'static str, f64)]);

    /// The first table is the worked example of the Python package association-measures; the third, three
    /// of eleven sentences together, shows how little one article can say.
    const WORKED: &[Row] = &[
        (
            [1, 15333, 1, 176_663],
            &[
                ("expected", 0.159_731),
                ("pmi", 2.646_285),
                ("npmi", 0.150_779),
                ("logLikelihood", 2.448_757),
                ("logLikelihoodP", 0.117_618),
                ("chiSquared", 4.803_981),
                ("tScore", 0.840_269),
                ("zScore", 2.102_442),
                ("logDice", 1.095_365),
                ("cosine", 0.005_710),
                ("deltaP12", 0.420_139),
                ("logRatioWalter", 3.526_159),
                ("fisherGreater", 0.153_353),
            ],
        ),
        (
            [6, 4, 3, 27],
            &[
                ("expected", 2.25),
                ("pmi", 1.415_037),
                ("npmi", 0.517_010),
                ("logLikelihood", 9.687_896),
                ("logLikelihoodP", 0.001_855),
                ("chiSquared", 10.752_688),
                ("tScore", 1.530_931),
                ("zScore", 2.5),
                ("dice", 0.631_579),
                ("jaccard", 0.461_538),
                ("logDice", 13.337_035),
                ("cosine", 0.632_456),
                ("deltaP21", 0.5),
                ("deltaP12", 0.537_634),
                ("logRatioWalter", 2.431_505),
                ("fisherGreater", 0.003_314),
            ],
        ),
        (
            [3, 1, 2, 5],
            &[
                ("pmi", 0.722_466),
                ("logLikelihood", 2.283_748),
                ("logLikelihoodP", 0.130_736),
                ("logRatioWalter", 1.222_392),
                ("fisherGreater", 0.196_970),
                ("fisherTwoSided", 0.242_424),
            ],
        ),
    ];

    fn of_cells([n11, n12, n21, n22]: [u64; 4]) -> Table {
        Table::new(n11, n11 + n12, n11 + n21, n11 + n12 + n21 + n22).unwrap()
    }

    #[test]
    fn worked_examples() {
        for (cells, values) in WORKED {
            for (name, expected) in *values {
                let got = value(&of_cells(*cells), name).unwrap();
                assert!((got - expected).abs() < 1e-6, "{name} of {cells:?}: got {got}, expected {expected}");
            }
        }
    }

    #[test]
    fn measures_of_pairs_that_are_almost_independent_keep_their_digits() {
        // From the formulas at 60 digits.
        let table = Table::new(107_627_477_984, 517_027_802_430, 832_662_982_366, 4_000_000_000_000).unwrap();
        for (name, expected) in [
            ("pmi", -5.036_152_974_866_094e-12),
            ("npmi", -9.655_420_352_294_134e-13),
            ("logLikelihood", 1.902_162_480_196_607_8e-12),
            ("logOddsRatio", -5.062_908_432_983_837e-12),
            ("deltaP21", -8.345_332_109_046_243e-13),
            ("tScore", -1.145_212_174_725_159e-6),
        ] {
            let got = value(&table, name).unwrap();
            assert!((got / expected - 1.0).abs() < 1e-12, "{name}: got {got:e}, expected {expected:e}");
        }
    }

    #[test]
    fn what_is_undefined_is_none() {
        // Names of the measures that are undefined, and all others are not.
        let never = "pmi tScore logDice mi2 mi3";
        let always = "chiSquared chiSquaredP phi deltaP21 deltaP12 npmi logRatioWalter conservativeLogRatio";
        let nowhere = "pmi npmi chiSquared chiSquaredP phi tScore zScore logDice cosine lift deltaP21 minSensitivity \
                       simpson mi2 mi3 simpleLogLikelihood logRatioWalter conservativeLogRatio";
        let first_everywhere = "chiSquared chiSquaredP phi deltaP21 logRatioWalter conservativeLogRatio";
        let everything = association(&Table::default()).map(|(name, _)| name).join(" ");
        for (counts, undefined) in [
            ([0, 4, 5, 11], never),
            ([11, 11, 11, 11], always),
            ([0, 0, 5, 11], nowhere),
            ([5, 11, 5, 11], first_everywhere),
            ([0, 0, 0, 0], &everything),
        ] {
            let [n11, n1p, np1, npp] = counts;
            let table = Table::new(n11, n1p, np1, npp).unwrap();
            let undefined: Vec<&str> = undefined.split_whitespace().collect();
            for (name, got) in association(&table) {
                assert_eq!(got.is_none(), undefined.contains(&name), "{name} of {counts:?}: got {got:?}");
            }
        }
    }

    #[test]
    fn values_at_the_ends() {
        let together = Table::new(5, 5, 5, 100).unwrap();
        let apart = Table::new(0, 5, 5, 100).unwrap();
        for (name, at_most, at_least) in [
            ("npmi", 1.0, -1.0),
            ("dice", 1.0, 0.0),
            ("jaccard", 1.0, 0.0),
            ("cosine", 1.0, 0.0),
            ("phi", 1.0, -5.0 / 95.0),
            ("deltaP21", 1.0, -5.0 / 95.0),
            ("minSensitivity", 1.0, 0.0),
            ("localMi", 5.0 * log2(20.0), 0.0),
        ] {
            assert!((value(&together, name).unwrap() - at_most).abs() < 1e-14, "{name} together");
            assert!((value(&apart, name).unwrap() - at_least).abs() < 1e-14, "{name} apart");
        }
        assert_eq!(value(&together, "logDice"), Some(14.0));
        assert_eq!(value(&apart, "fisherGreater"), Some(1.0));
    }

    #[test]
    fn an_estimate_of_the_log_ratio_that_the_interval_leaves_is_conservative() {
        // 60 of 100 against 1000 of 11000: the interval is (0.4972, 0.6967), its logits -0.0112 and 0.8317.
        let table = Table::new(60, 1000, 100, 12000).unwrap();
        let bound = conservative_log_ratio(&table, 0.05).unwrap();
        let (low, _) = crate::stats::interval::clopper_pearson(60, 100, 0.95).unwrap();
        assert!((bound - log2(11.0 * low / (1.0 - low))).abs() < 1e-12);
        assert!(0.0 < bound && bound < log_ratio(&table).unwrap());
        assert!(conservative_log_ratio(&table, 1e-6).unwrap() < bound);
        assert_eq!(conservative_log_ratio(&Table::new(3, 4, 5, 11).unwrap(), 0.05), Some(0.0));
        let apart = Table::new(0, 500, 100, 1000).unwrap();
        assert!(conservative_log_ratio(&apart, 0.05).unwrap() < 0.0);
        for alpha in [0.0, 1.0, -1.0, f64::NAN] {
            assert_eq!(conservative_log_ratio(&table, alpha), None);
        }
    }

    #[test]
    fn association_strength_is_observed_over_expected_links() {
        assert_eq!(association_strength(3.0, 6.0, 4.0, 20.0), Some(2.5));
        assert_eq!(association_strength(0.0, 0.0, 4.0, 20.0), None);
    }

    fn tables() -> impl Strategy<Value = Table> {
        let cell = || prop_oneof![Just(0u64), 0..10u64, 0..1000u64, 0..10_000_000u64];
        [cell(), cell(), cell(), cell()].prop_map(of_cells)
    }

    proptest! {
        #[test]
        fn exchanging_first_and_second_changes_directed_measures_alone(table in tables()) {
            let directed = ["deltaP21", "deltaP12", "logRatioWalter", "conservativeLogRatio"];
            for ((name, one), (_, other)) in association(&table).into_iter().zip(association(&table.flipped())) {
                if directed.contains(&name) {
                    continue;
                }
                let same = match (one, other) {
                    (Some(x), Some(y)) => (x - y).abs() <= 1e-12 * x.abs().max(1e-3),
                    (x, y) => x == y,
                };
                prop_assert!(same, "{} of {:?}: {:?} {:?}", name, table, one, other);
            }
            prop_assert_eq!(delta_p21(&table), delta_p12(&table.flipped()));
        }

        #[test]
        fn every_value_is_a_number_in_its_range(table in tables()) {
            let within = |name: &str, low: f64, high: f64| {
                let got = value(&table, name);
                prop_assert!(got.is_none_or(|x| low <= x && x <= high), "{} of {:?}: {:?}", name, table, got);
                Ok(())
            };
            for (name, got) in association(&table) {
                prop_assert!(got.is_none_or(f64::is_finite), "{} of {:?}: {:?}", name, table, got);
            }
            let a_bit = 1.0 + 1e-12;
            for name in ["npmi", "phi", "deltaP21", "deltaP12"] {
                within(name, -a_bit, a_bit)?;
            }
            for name in ["dice", "jaccard", "cosine", "minSensitivity", "simpson"] {
                within(name, 0.0, a_bit)?;
            }
            for name in ["logLikelihoodP", "chiSquaredP", "fisherGreater", "fisherTwoSided"] {
                within(name, 0.0, 1.0)?;
            }
            for name in ["expected", "ppmi", "logLikelihood", "chiSquared", "lift", "simpleLogLikelihood"] {
                within(name, 0.0, f64::INFINITY)?;
            }
            within("logDice", f64::NEG_INFINITY, 14.0)?;
        }

        #[test]
        fn attraction_has_one_sign(table in tables()) {
            let attract = table.determinant() > 0;
            for name in ["pmi", "npmi", "phi", "tScore", "zScore", "deltaP21", "deltaP12"] {
                if let Some(x) = value(&table, name) {
                    prop_assert_eq!(x > 0.0, attract, "{} of {:?}: {}", name, table, x);
                }
            }
        }
    }
}
