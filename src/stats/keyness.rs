//! Keyness: how much more one corpus has of a term than another.

use crate::error::Error;
use crate::num::{ln, log2};
use crate::stats::association;
use crate::stats::special::{chi_squared_tail, divergence};
use crate::stats::table::Table;

/// Mentions of a term in two corpora, and their sizes in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequencies {
    /// Mentions in the first.
    pub a: u64,
    /// Mentions in the second.
    pub b: u64,
    /// Words of the first.
    pub size_a: u64,
    /// Words of the second.
    pub size_b: u64,
}

impl Frequencies {
    /// The frequencies, checked.
    ///
    /// # Errors
    /// [`Error::Option`] for more mentions than words.
    pub fn new(a: u64, b: u64, size_a: u64, size_b: u64) -> Result<Self, Error> {
        for (name, count, size) in [("a", a, size_a), ("b", b, size_b)] {
            if count > size {
                return Err(Error::option(name, count, format!("at most the size of its corpus ({size})")));
            }
        }
        Ok(Frequencies { a, b, size_a, size_b })
    }
}

fn some(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

/// Every measure by its name; `None` where undefined.
///
/// - `logLikelihood`: G2 over four cells; `logLikelihood2`: over two, as the UCREL calculator (Rayson &
///   Garside 2000); `logLikelihoodP`: upper tail of chi-squared, 1 df, of the former.
/// - `chiSquared`: Pearson, no correction.
/// - `logRatio`: log2 of the ratio of relative frequencies, a 0 replaced by 0.5 (Hardie 2014);
///   `logRatioWalter`: 0.5 added to counts and sizes (Walter 1975).
/// - `percentDiff`: difference in percent of the second, `None` where the second has none (Gabrielatos 2018).
/// - `simpleMaths1`, `simpleMaths100`: (per million + k) over the same (Kilgarriff 2009).
/// - `bic`: G2 - ln(words of both) (Wilson 2013).
/// - `logOddsRatio`: natural, 0.5 added to all cells when one is 0 (Haldane 1956).
///
/// ```
/// use comention::stats::keyness::{Frequencies, keyness};
/// let rows = keyness(&Frequencies::new(10, 5, 100, 200).unwrap());
/// let value = |name| rows.iter().find(|(n, _)| *n == name).unwrap().1.unwrap();
/// assert!((value("logLikelihood2") - 6.931_472).abs() < 1e-6);
/// assert!((value("logLikelihood") - 7.329_812).abs() < 1e-6);
/// ```
#[must_use]
pub fn keyness(f: &Frequencies) -> [(&'static str, Option<f64>); 11] {
    let table = Table { n11: f.a, n1p: f.size_a, np1: f.a + f.b, npp: f.size_a + f.size_b };
    let [a, b, size_a, size_b] = [f.a, f.b, f.size_a, f.size_b].map(|n| n as f64);
    let both = size_a > 0.0 && size_b > 0.0;
    let defined = |x: f64| if both { some(x) } else { None };
    let g2 = if both { association::log_likelihood(&table) } else { None };
    let e = |size: f64| size * (a + b) / (size_a + size_b);
    let excess = (a * size_b - b * size_a) / (size_a + size_b);
    let two =
        if a + b == 0.0 { 0.0 } else { 2.0 * (divergence(a, e(size_a), excess) + divergence(b, e(size_b), -excess)) };
    let half = |n: f64| if n == 0.0 { 0.5 } else { n };
    let million = |n: f64, size: f64, k: f64| n * 1e6 / size + k;
    let simple = |k: f64| defined(million(a, size_a, k) / million(b, size_b, k));
    let none = a + b == 0.0;
    [
        ("logLikelihood", g2),
        ("logLikelihood2", defined(two)),
        ("logLikelihoodP", g2.map(chi_squared_tail)),
        ("chiSquared", association::chi_squared(&table)),
        ("logRatio", if none { None } else { defined(log2((half(a) / size_a) / (half(b) / size_b))) }),
        ("logRatioWalter", defined(log2(((a + 0.5) / (size_a + 0.5)) / ((b + 0.5) / (size_b + 0.5))))),
        ("percentDiff", if b == 0.0 { None } else { defined((a / size_a - b / size_b) * 100.0 / (b / size_b)) }),
        ("simpleMaths1", simple(1.0)),
        ("simpleMaths100", simple(100.0)),
        ("bic", g2.map(|g| g - ln(size_a + size_b))),
        ("logOddsRatio", if both { association::log_odds_ratio(&table) } else { None }),
    ]
}
