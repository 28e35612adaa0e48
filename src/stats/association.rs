//! Measures of a pair, each a pure function of its [`Table`]; `None` where undefined.
//!
//! Logarithms are natural unless a name or formula says `log2`.

use crate::num::{ln, log2};
use crate::stats::special::{Hypergeometric, beta_quantile, chi_squared_tail, divergence};
use crate::stats::table::Table;

fn some(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

/// `x / y`, `None` where `y` is 0.
fn over(x: f64, y: f64) -> Option<f64> {
    if y == 0.0 { None } else { some(x / y) }
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
    if t.n11 == 0 { None } else { some(log2(t.n11 as f64 / expected(t)?)) }
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
    if t.n11 == t.npp {
        return None;
    }
    over(pmi(t)?, -log2(t.n11 as f64 / t.npp as f64))
}

/// 2 sum O ln(O / E) over the four cells, 0 ln 0 = 0; at least 0 (Dunning 1993). `None` for no windows.
#[must_use]
pub fn log_likelihood(t: &Table) -> Option<f64> {
    let expected = t.expected()?;
    let difference = excess(t)?;
    let cells = t.cells().into_iter().zip(expected).zip([difference, -difference, -difference, difference]);
    let sum: f64 = cells.filter(|((_, e), _)| *e > 0.0).map(|((o, e), d)| divergence(o as f64, e, d)).sum();
    some(2.0 * sum)
}

/// n11 - E11, to the last bit: the difference of two nearly equal numbers would lose it.
fn excess(t: &Table) -> Option<f64> {
    over(determinant(t), t.npp as f64)
}

/// G2, negative where n11 is below its expectation.
#[must_use]
pub fn signed_log_likelihood(t: &Table) -> Option<f64> {
    let g2 = log_likelihood(t)?;
    Some(if (t.n11 as f64) < expected(t)? { -g2 } else { g2 })
}

/// Pearson's chi-squared without continuity correction; `None` where a margin is 0 or all.
#[must_use]
pub fn chi_squared(t: &Table) -> Option<f64> {
    let d = determinant(t);
    over(t.npp as f64 * d * d, margins(t))
}

/// n11 n22 - n12 n21, exactly where it fits.
fn determinant(t: &Table) -> f64 {
    let [a, b, c, d] = t.cells().map(i128::from);
    (a * d - b * c) as f64
}

fn margins(t: &Table) -> f64 {
    [t.n1p, t.npp - t.n1p, t.np1, t.npp - t.np1].iter().map(|n| *n as f64).product()
}

/// (n11 n22 - n12 n21) / sqrt of the product of the margins, in [-1, 1]; `None` where a margin is 0 or all.
#[must_use]
pub fn phi(t: &Table) -> Option<f64> {
    over(determinant(t), margins(t).sqrt())
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
    if t.n11 == 0 { None } else { Some(14.0 + log2(dice(t)?)) }
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
    let add = if t.cells().contains(&0) { 0.5 } else { 0.0 };
    let [a, b, c, d] = t.cells().map(|n| n as f64 + add);
    some(ln((a * d) / (b * c)))
}

/// P(second given first) - P(second given not first), in [-1, 1]; `None` where the first is nowhere or
/// everywhere (Gries 2013).
#[must_use]
pub fn delta_p21(t: &Table) -> Option<f64> {
    let [n11, _, n21, _] = t.cells().map(|n| n as f64);
    Some(over(n11, t.n1p as f64)? - over(n21, (t.npp - t.n1p) as f64)?)
}

/// The same the other way: P(first given second) - P(first given not second).
#[must_use]
pub fn delta_p12(t: &Table) -> Option<f64> {
    delta_p21(&Table { n1p: t.np1, np1: t.n1p, ..*t })
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

/// log2(n11^k / E11), bits; `None` at n11 = 0 (Daille 1994).
#[must_use]
pub fn mi_k(t: &Table, k: u32) -> Option<f64> {
    Some(pmi(t)? + f64::from(k - 1) * log2(t.n11 as f64))
}

/// n11 PMI, bits; 0 at n11 = 0, `None` for no windows (Evert 2005).
#[must_use]
pub fn local_mi(t: &Table) -> Option<f64> {
    expected(t)?;
    if t.n11 == 0 { Some(0.0) } else { Some(t.n11 as f64 * pmi(t)?) }
}

/// Fisher's exact test, one-sided towards attraction: P(n11 or more), in [0, 1] (Fisher 1922).
#[must_use]
pub fn fisher_greater(t: &Table) -> Option<f64> {
    if t.npp == 0 { None } else { Some(Hypergeometric::new(t.n1p, t.np1, t.npp).upper(t.n11)) }
}

/// Fisher's exact test, two-sided: the sum of tables no likelier than the observed, in [0, 1].
#[must_use]
pub fn fisher_two_sided(t: &Table) -> Option<f64> {
    if t.npp == 0 { None } else { Some(Hypergeometric::new(t.n1p, t.np1, t.npp).no_likelier(t.n11)) }
}

/// log2 of the ratio of P(second given first) and P(second given not first), with 0.5 added to counts and
/// sizes (Walter 1975; Hardie 2014); `None` where the first is nowhere or everywhere.
#[must_use]
pub fn log_ratio(t: &Table) -> Option<f64> {
    if t.n1p == 0 || t.n1p == t.npp {
        return None;
    }
    let [a, _, c, _] = t.cells().map(|n| n as f64 + 0.5);
    some(log2((a / (t.n1p as f64 + 0.5)) / (c / ((t.npp - t.n1p) as f64 + 0.5))))
}

/// The conservative estimate of [`log_ratio`]: from the bound of a Clopper-Pearson interval at level
/// `alpha` that is nearer to 0, and 0 where the interval spans it (Evert 2022). `None` where the first is
/// nowhere or everywhere, or the second nowhere.
#[must_use]
pub fn conservative_log_ratio(t: &Table, alpha: f64) -> Option<f64> {
    if t.n1p == 0 || t.n1p == t.npp || t.np1 == 0 {
        return None;
    }
    let [a, _, c, _] = t.cells().map(|n| n as f64);
    let (r1, r2) = (t.n1p as f64, (t.npp - t.n1p) as f64);
    let ratio = |share: f64| log2((r2 / r1) * share / (1.0 - share));
    let low = if a == 0.0 { f64::NEG_INFINITY } else { ratio(beta_quantile(alpha / 2.0, a, c + 1.0)) };
    let high = if c == 0.0 { f64::INFINITY } else { ratio(beta_quantile(1.0 - alpha / 2.0, a + 1.0, c)) };
    Some(if low > 0.0 {
        low
    } else if high < 0.0 {
        high
    } else {
        0.0
    })
}

/// (sum of weights) w12 / (k1 k2), at least 0, where k is the total link weight of a node (van Eck &
/// Waltman 2009); `None` where either has none.
#[must_use]
pub fn association_strength(weight: f64, k1: f64, k2: f64, sum: f64) -> Option<f64> {
    over(sum * weight, k1 * k2)
}

/// Every measure of a table by its name, in the order in which reports list them.
#[must_use]
pub fn association(t: &Table) -> [(&'static str, Option<f64>); 27] {
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
    ]
}
