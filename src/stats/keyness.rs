//! Keyness: how much more one corpus has of a term than another.

use crate::error::Error;
use crate::num::ln;
use crate::stats::association;
use crate::stats::special::{chi_squared_tail, divergence, log2_ratio};
use crate::stats::table::{MOST_WINDOWS, Table};

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
    /// [`Error::Option`] for more mentions than words, or sizes that together are above [`MOST_WINDOWS`].
    pub fn new(a: u64, b: u64, size_a: u64, size_b: u64) -> Result<Self, Error> {
        for (name, count, size) in [("a", a, size_a), ("b", b, size_b)] {
            if count > size {
                return Err(Error::option(name, count, format!("at most the size of its corpus ({size})")));
            }
        }
        for (name, size, other) in [("sizeA", size_a, size_b), ("sizeB", size_b, size_a)] {
            if size > MOST_WINDOWS - other.min(MOST_WINDOWS) {
                return Err(Error::option(name, size, format!("at most {MOST_WINDOWS} with the other ({other})")));
            }
        }
        Ok(Frequencies { a, b, size_a, size_b })
    }

    /// Mentions against all other words, first corpus against second.
    pub(crate) fn table(&self) -> Table {
        Table { n11: self.a, n1p: self.size_a, np1: self.a + self.b, npp: self.size_a + self.size_b }
    }

    /// a size_b - b size_a, exactly; above 0 where the first has more for its size.
    fn determinant(&self) -> i128 {
        i128::from(self.a) * i128::from(self.size_b) - i128::from(self.b) * i128::from(self.size_a)
    }
}

/// G2 over the two cells of mentions alone, as the UCREL calculator has it, at least 0 (Rayson & Garside 2000).
fn two_cells(f: &Frequencies) -> f64 {
    let [a, b, size_a, size_b] = [f.a, f.b, f.size_a, f.size_b].map(|n| n as f64);
    if a + b == 0.0 {
        return 0.0;
    }
    let expected = |size: f64| size * (a + b) / (size_a + size_b);
    let excess = f.determinant() as f64 / (size_a + size_b);
    2.0 * (divergence(a, expected(size_a), excess) + divergence(b, expected(size_b), -excess))
}

/// log2 of the ratio of relative frequencies; with `halve` a 0 counts as a half (Hardie 2014), else a half
/// is added to all counts and sizes (Walter 1975).
fn log_ratio(f: &Frequencies, halve: bool) -> Option<f64> {
    // Everything twice, so that a half is a whole number.
    let count = |n: u64| if halve { (2 * n).max(1) } else { 2 * n + 1 };
    let size = |n: u64| 2 * n + u64::from(!halve);
    let product = |x: u64, y: u64| u128::from(x) * u128::from(y);
    log2_ratio(product(count(f.a), size(f.size_b)), product(count(f.b), size(f.size_a)))
}

/// Every measure by its name; `None` where undefined, all of them where a corpus has no words.
///
/// - `logLikelihood`: G2 over four cells; `logLikelihood2`: over two, as the UCREL calculator (Rayson &
///   Garside 2000); `logLikelihoodP`: upper tail of chi-squared, 1 df, of the former.
/// - `chiSquared`: Pearson, no correction.
/// - `logRatio`: log2 of the ratio of relative frequencies, each 0 replaced by 0.5 (Hardie 2014); `logRatioWalter`: 0.5 added to counts and sizes (Walter 1975).
/// - `conservativeLogRatio`: the log ratio at the end nearer to 0 of its 95 % interval, 0 when that spans 0 (Evert 2022).
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
pub fn keyness(f: &Frequencies) -> [(&'static str, Option<f64>); 12] {
    let table = f.table();
    let [a, b, size_a, size_b] = [f.a, f.b, f.size_a, f.size_b].map(|n| n as f64);
    // Nothing can be said of a corpus without words.
    let both = (f.size_a > 0 && f.size_b > 0).then_some(());
    let million = |n: f64, size: f64, k: f64| n * 1e6 / size + k;
    let simple = |k: f64| both.map(|()| million(a, size_a, k) / million(b, size_b, k));
    let g2 = both.and_then(|()| association::log_likelihood(&table));
    let in_second = both.filter(|()| f.b > 0);
    [
        ("logLikelihood", g2),
        ("logLikelihood2", both.map(|()| two_cells(f))),
        ("logLikelihoodP", g2.map(chi_squared_tail)),
        ("chiSquared", association::chi_squared(&table)),
        ("logRatio", both.and_then(|()| log_ratio(f, true))),
        ("logRatioWalter", both.and_then(|()| log_ratio(f, false))),
        ("conservativeLogRatio", both.and_then(|()| association::conservative_log_ratio(&table, association::ALPHA))),
        ("percentDiff", in_second.map(|()| f.determinant() as f64 * 100.0 / (b * size_a))),
        ("simpleMaths1", simple(1.0)),
        ("simpleMaths100", simple(100.0)),
        ("bic", g2.map(|g| g - ln(size_a + size_b))),
        ("logOddsRatio", both.and_then(|()| association::log_odds_ratio(&table))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(f: &Frequencies, name: &str) -> Option<f64> {
        keyness(f).into_iter().find(|(n, _)| *n == name).unwrap().1
    }

    #[test]
    fn values_that_others_print() {
        // Sketch Engine's worked example of simple maths: 35 in 112,289,776 words, 263 in 1,559,716,979.
        let f = Frequencies::new(35, 263, 112_289_776, 1_559_716_979).unwrap();
        assert!((value(&f, "simpleMaths1").unwrap() - 1.122_4).abs() < 5e-5);
        // Half as often, and twice: no difference but the sign.
        let (f, g) = (Frequencies::new(10, 20, 1000, 1000).unwrap(), Frequencies::new(20, 10, 1000, 1000).unwrap());
        assert_eq!(value(&f, "logRatio"), Some(-1.0));
        assert_eq!(value(&g, "logRatio"), Some(1.0));
        assert_eq!((value(&f, "percentDiff"), value(&g, "percentDiff")), (Some(-50.0), Some(100.0)));
        let g2 = [&f, &g].map(|f| value(f, "logLikelihood").unwrap());
        assert!((g2[0] - g2[1]).abs() < 1e-14, "{g2:?}");
    }

    #[test]
    fn what_is_undefined_is_none() {
        let nowhere = Frequencies::new(0, 0, 100, 200).unwrap();
        let only_first = Frequencies::new(3, 0, 100, 200).unwrap();
        let no_words = Frequencies::new(0, 0, 0, 200).unwrap();
        for (name, in_none, in_first) in [
            ("logLikelihood", Some(0.0), true),
            ("logLikelihood2", Some(0.0), true),
            ("logLikelihoodP", Some(1.0), true),
            ("chiSquared", None, true),
            ("logRatio", Some(1.0), true),
            ("percentDiff", None, false),
            ("simpleMaths1", Some(1.0), true),
            ("simpleMaths100", Some(1.0), true),
        ] {
            assert_eq!(value(&nowhere, name), in_none, "{name} of a term that is nowhere");
            assert_eq!(value(&only_first, name).is_some(), in_first, "{name} of a term of the first alone");
        }
        assert!(keyness(&no_words).iter().all(|(_, v)| v.is_none()), "{:?}", keyness(&no_words));
    }

    #[test]
    fn counts_that_do_not_fit_are_refused_by_name() {
        let most = MOST_WINDOWS;
        for ((a, b, size_a, size_b), message) in [
            ((5, 0, 4, 9), "option `a`: got 5, expected at most the size of its corpus (4)"),
            ((0, 10, 4, 9), "option `b`: got 10, expected at most the size of its corpus (9)"),
            (
                (0, 0, most, 1),
                "option `sizeA`: got 9007199254740992, expected at most 9007199254740992 with the other (1)",
            ),
        ] {
            assert_eq!(Frequencies::new(a, b, size_a, size_b).unwrap_err().to_string(), message);
        }
    }
}
