//! The formulas of the measures of a pair as people read them, with the numbers filled in.

use crate::stats::association as measure;
use crate::stats::special::chi_squared_tail;
use crate::stats::table::Table;

/// A measure, explained.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// Its name everywhere.
    pub name: &'static str,
    /// The formula over the cells n11, n12, n21, n22, the margins n1p, n2p, np1, np2, all windows npp, and
    /// E11, the expected n11.
    pub formula: &'static str,
    /// Author and year.
    pub source: &'static str,
    /// The values it can have.
    pub range: &'static str,
    /// What it counts: `windows`, `bits`, `nats`, `probability`, or nothing where it is a bare number.
    pub unit: &'static str,
    compute: fn(&Table) -> Option<f64>,
    fill: fn(&Table) -> String,
}

impl Formula {
    /// The value for a table; `None` where undefined.
    #[must_use]
    pub fn value(&self, table: &Table) -> Option<f64> {
        (self.compute)(table)
    }

    /// The formula with the table's numbers, and what comes out.
    ///
    /// ```
    /// use comention::stats::{formula, table::Table};
    /// let dice = formula::of("dice").unwrap();
    /// assert_eq!(dice.filled(&Table::new(3, 4, 5, 11).unwrap()), "2 × 3 / (4 + 5) = 0.6667");
    /// assert_eq!(dice.filled(&Table::new(0, 0, 0, 11).unwrap()), "2 × 0 / (0 + 0) = undefined");
    /// ```
    #[must_use]
    pub fn filled(&self, table: &Table) -> String {
        format!("{} = {}", (self.fill)(table), or_undefined(self.value(table)))
    }
}

/// The formula of the measure with this name.
#[must_use]
pub fn of(name: &str) -> Option<&'static Formula> {
    MAIN.iter().chain(MORE).find(|f| f.name == name)
}

/// A number for reading: four significant digits at least, an exponent only below 0.001 and from a
/// thousand million million up.
#[must_use]
pub fn number(x: f64) -> String {
    let size = x.abs();
    if x == 0.0 {
        "0".into()
    } else if size >= 1e15 {
        format!("{x:.3e}")
    } else if size >= 1000.0 {
        format!("{x:.1}")
    } else if size >= 1.0 {
        format!("{x:.3}")
    } else if size >= 0.1 {
        format!("{x:.4}")
    } else if size >= 0.001 {
        format!("{x:.6}")
    } else {
        format!("{x:.3e}")
    }
}

fn or_undefined(value: Option<f64>) -> String {
    value.map_or_else(|| "undefined".into(), number)
}

/// A measure's value inside another's formula; in brackets where a sign would follow an operator.
fn inner(value: Option<f64>) -> String {
    let text = or_undefined(value);
    if text.starts_with('-') { format!("({text})") } else { text }
}

fn e11(t: &Table) -> String {
    or_undefined(measure::expected(t))
}

/// The measures of [`crate::stats::association::association`] that a reader is shown.
pub const MAIN: &[Formula] = &[
    Formula {
        name: "expected",
        formula: "E11 = n1p × np1 / npp",
        source: "Evert 2005",
        range: "0 to npp",
        unit: "windows",
        compute: measure::expected,
        fill: |t| format!("{} × {} / {}", t.n1p, t.np1, t.npp),
    },
    Formula {
        name: "pmi",
        formula: "log2(n11 / E11)",
        source: "Church & Hanks 1990",
        range: "any number; undefined at n11 = 0",
        unit: "bits",
        compute: measure::pmi,
        fill: |t| format!("log2({} / {})", t.n11, e11(t)),
    },
    Formula {
        name: "npmi",
        formula: "PMI / -log2(n11 / npp)",
        source: "Bouma 2009",
        range: "-1 (never together) to 1 (always)",
        unit: "",
        compute: measure::npmi,
        fill: |t| format!("{} / -log2({} / {})", inner(measure::pmi(t)), t.n11, t.npp),
    },
    Formula {
        name: "logLikelihood",
        formula: "G2 = 2 × Σ O × ln(O / E) over the four cells",
        source: "Dunning 1993",
        range: "0 or more",
        unit: "",
        compute: measure::log_likelihood,
        fill: log_likelihood,
    },
    Formula {
        name: "logLikelihoodP",
        formula: "P(χ² with 1 df ≥ G2)",
        source: "Wilks 1938",
        range: "0 to 1",
        unit: "probability",
        compute: |t| measure::log_likelihood(t).map(chi_squared_tail),
        fill: |t| format!("P(χ² ≥ {})", or_undefined(measure::log_likelihood(t))),
    },
    Formula {
        name: "fisherGreater",
        formula: "P(n11 or more), margins fixed",
        source: "Fisher 1922",
        range: "0 to 1",
        unit: "probability",
        compute: measure::fisher_greater,
        fill: |t| format!("P(X ≥ {}), {}", t.n11, drawn(t)),
    },
    Formula {
        name: "dice",
        formula: "2 × n11 / (n1p + np1)",
        source: "Dice 1945",
        range: "0 to 1",
        unit: "",
        compute: measure::dice,
        fill: |t| format!("2 × {} / ({} + {})", t.n11, t.n1p, t.np1),
    },
    Formula {
        name: "jaccard",
        formula: "n11 / (n1p + np1 - n11)",
        source: "Jaccard 1901",
        range: "0 to 1",
        unit: "",
        compute: measure::jaccard,
        fill: |t| format!("{} / ({} + {} - {})", t.n11, t.n1p, t.np1, t.n11),
    },
    Formula {
        name: "deltaP21",
        formula: "n11 / n1p - n21 / n2p",
        source: "Gries 2013",
        range: "-1 to 1",
        unit: "",
        compute: measure::delta_p21,
        fill: |t| {
            let [n11, _, n21, _] = t.cells();
            format!("{n11} / {} - {n21} / {}", t.n1p, t.npp - t.n1p)
        },
    },
    Formula {
        name: "deltaP12",
        formula: "n11 / np1 - n12 / np2",
        source: "Gries 2013",
        range: "-1 to 1",
        unit: "",
        compute: measure::delta_p12,
        fill: |t| {
            let [n11, n12, ..] = t.cells();
            format!("{n11} / {} - {n12} / {}", t.np1, t.npp - t.np1)
        },
    },
];

/// All others, which the document has: what nobody is shown is no part of the engine in Wasm.
pub const MORE: &[Formula] = &[
    Formula {
        name: "ppmi",
        formula: "max(0, PMI)",
        source: "Niwa & Nitta 1994",
        range: "0 or more",
        unit: "bits",
        compute: measure::ppmi,
        fill: |t| format!("max(0, {})", or_undefined(measure::pmi(t))),
    },
    Formula {
        name: "signedLogLikelihood",
        formula: "sign(n11 - E11) × G2",
        source: "Evert 2005",
        range: "any number",
        unit: "",
        compute: measure::signed_log_likelihood,
        fill: |t| format!("sign({} - {}) × {}", t.n11, e11(t), or_undefined(measure::log_likelihood(t))),
    },
    Formula {
        name: "chiSquared",
        formula: "X2 = npp × (n11 × n22 - n12 × n21)² / (n1p × n2p × np1 × np2)",
        source: "Pearson 1900",
        range: "0 to npp",
        unit: "",
        compute: measure::chi_squared,
        fill: chi_squared,
    },
    Formula {
        name: "chiSquaredP",
        formula: "P(χ² with 1 df ≥ X2)",
        source: "Pearson 1900",
        range: "0 to 1",
        unit: "probability",
        compute: |t| measure::chi_squared(t).map(chi_squared_tail),
        fill: |t| format!("P(χ² ≥ {})", or_undefined(measure::chi_squared(t))),
    },
    Formula {
        name: "phi",
        formula: "(n11 × n22 - n12 × n21) / √(n1p × n2p × np1 × np2)",
        source: "Yule 1912",
        range: "-1 to 1",
        unit: "",
        compute: measure::phi,
        fill: phi,
    },
    Formula {
        name: "tScore",
        formula: "(n11 - E11) / √n11",
        source: "Church et al. 1991",
        range: "any number; undefined at n11 = 0",
        unit: "",
        compute: measure::t_score,
        fill: |t| format!("({} - {}) / √{}", t.n11, e11(t), t.n11),
    },
    Formula {
        name: "zScore",
        formula: "(n11 - E11) / √E11",
        source: "Dennis 1965",
        range: "any number",
        unit: "",
        compute: measure::z_score,
        fill: |t| format!("({} - {}) / √{}", t.n11, e11(t), e11(t)),
    },
    Formula {
        name: "logDice",
        formula: "14 + log2(Dice)",
        source: "Rychlý 2008",
        range: "at most 14; undefined at n11 = 0",
        unit: "bits",
        compute: measure::log_dice,
        fill: |t| format!("14 + log2({})", or_undefined(measure::dice(t))),
    },
    Formula {
        name: "cosine",
        formula: "n11 / √(n1p × np1)",
        source: "Ochiai 1957",
        range: "0 to 1",
        unit: "",
        compute: measure::cosine,
        fill: |t| format!("{} / √({} × {})", t.n11, t.n1p, t.np1),
    },
    Formula {
        name: "lift",
        formula: "n11 / E11",
        source: "Brin et al. 1997",
        range: "0 or more; 1 is chance",
        unit: "",
        compute: measure::lift,
        fill: |t| format!("{} / {}", t.n11, e11(t)),
    },
    Formula {
        name: "logOddsRatio",
        formula: "ln(n11 × n22 / (n12 × n21)), with ½ added to every cell when one is 0",
        source: "Haldane 1956",
        range: "any number",
        unit: "nats",
        compute: measure::log_odds_ratio,
        fill: log_odds_ratio,
    },
    Formula {
        name: "minSensitivity",
        formula: "min(n11 / n1p, n11 / np1)",
        source: "Pedersen & Bruce 1996",
        range: "0 to 1",
        unit: "",
        compute: measure::min_sensitivity,
        fill: |t| format!("min({} / {}, {} / {})", t.n11, t.n1p, t.n11, t.np1),
    },
    Formula {
        name: "simpson",
        formula: "n11 / min(n1p, np1)",
        source: "Simpson 1943",
        range: "0 to 1",
        unit: "",
        compute: measure::simpson,
        fill: |t| format!("{} / min({}, {})", t.n11, t.n1p, t.np1),
    },
    Formula {
        name: "mi2",
        formula: "log2(n11² / E11)",
        source: "Daille 1994",
        range: "any number; undefined at n11 = 0",
        unit: "bits",
        compute: |t| measure::mi_k(t, 2),
        fill: |t| format!("log2({}² / {})", t.n11, e11(t)),
    },
    Formula {
        name: "mi3",
        formula: "log2(n11³ / E11)",
        source: "Daille 1994",
        range: "any number; undefined at n11 = 0",
        unit: "bits",
        compute: |t| measure::mi_k(t, 3),
        fill: |t| format!("log2({}³ / {})", t.n11, e11(t)),
    },
    Formula {
        name: "localMi",
        formula: "n11 × PMI",
        source: "Evert 2005",
        range: "any number",
        unit: "bits",
        compute: measure::local_mi,
        fill: |t| format!("{} × {}", t.n11, inner(measure::pmi(t))),
    },
    Formula {
        name: "fisherTwoSided",
        formula: "sum of the P of all n11 no likelier than this one, margins fixed",
        source: "Fisher 1922",
        range: "0 to 1",
        unit: "probability",
        compute: measure::fisher_two_sided,
        fill: |t| format!("Σ P(X = k) ≤ P(X = {}), {}", t.n11, drawn(t)),
    },
    Formula {
        name: "simpleLogLikelihood",
        formula: "2 × (n11 × ln(n11 / E11) - (n11 - E11))",
        source: "Evert 2008",
        range: "0 or more",
        unit: "",
        compute: measure::simple_log_likelihood,
        fill: |t| format!("2 × ({} × ln({} / {}) - ({} - {}))", t.n11, t.n11, e11(t), t.n11, e11(t)),
    },
    Formula {
        name: "logRatioWalter",
        formula: "log2 of (n11 + ½) / (n1p + ½) over (n21 + ½) / (n2p + ½)",
        source: "Hardie 2014, Walter 1975",
        range: "any number",
        unit: "bits",
        compute: measure::log_ratio,
        fill: log_ratio,
    },
    Formula {
        name: "conservativeLogRatio",
        formula: "log ratio at the end nearer to 0 of the 95 % Clopper-Pearson interval of n11 among np1; 0 when it spans 0",
        source: "Evert 2022",
        range: "any number",
        unit: "bits",
        compute: |t| measure::conservative_log_ratio(t, measure::ALPHA),
        fill: |t| format!("{} of {}, 95 %, against {} / {}", t.n11, t.np1, t.n1p, t.npp - t.n1p),
    },
];

fn log_likelihood(t: &Table) -> String {
    let Some(expected) = t.expected() else { return "2 × Σ".into() };
    let cells = t.cells().into_iter().zip(expected).filter(|(o, _)| *o > 0);
    let terms: Vec<String> = cells.map(|(o, e)| format!("{o} × ln({o} / {})", number(e))).collect();
    format!("2 × ({})", terms.join(" + "))
}

fn chi_squared(t: &Table) -> String {
    let [a, b, c, d] = t.cells();
    format!("{} × ({a} × {d} - {b} × {c})² / ({})", t.npp, margins(t))
}

fn phi(t: &Table) -> String {
    let [a, b, c, d] = t.cells();
    format!("({a} × {d} - {b} × {c}) / √({})", margins(t))
}

fn margins(t: &Table) -> String {
    format!("{} × {} × {} × {}", t.n1p, t.npp - t.n1p, t.np1, t.npp - t.np1)
}

fn log_odds_ratio(t: &Table) -> String {
    let half = if t.cells().contains(&0) { ".5" } else { "" };
    let [a, b, c, d] = t.cells();
    format!("ln({a}{half} × {d}{half} / ({b}{half} × {c}{half}))")
}

fn log_ratio(t: &Table) -> String {
    let [a, _, c, _] = t.cells();
    format!("log2(({a}.5 / {}.5) / ({c}.5 / {}.5))", t.n1p, t.npp - t.n1p)
}

/// How n11 comes about by chance.
fn drawn(t: &Table) -> String {
    format!("X hypergeometric: {} drawn from {}, of which {}", t.np1, t.npp, t.n1p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_filled_with_the_numbers_of_the_table() {
        let table = Table::new(3, 4, 5, 11).unwrap();
        for (name, filled) in [
            ("expected", "4 × 5 / 11 = 1.818"),
            ("pmi", "log2(3 / 1.818) = 0.7225"),
            ("ppmi", "max(0, 0.7225) = 0.7225"),
            ("npmi", "0.7225 / -log2(3 / 11) = 0.3854"),
            (
                "logLikelihood",
                "2 × (3 × ln(3 / 1.818) + 1 × ln(1 / 2.182) + 2 × ln(2 / 3.182) + 5 × ln(5 / 3.818)) = 2.284",
            ),
            ("signedLogLikelihood", "sign(3 - 1.818) × 2.284 = 2.284"),
            ("logLikelihoodP", "P(χ² ≥ 2.284) = 0.1307"),
            ("chiSquared", "11 × (3 × 5 - 1 × 2)² / (4 × 7 × 5 × 6) = 2.213"),
            ("phi", "(3 × 5 - 1 × 2) / √(4 × 7 × 5 × 6) = 0.4485"),
            ("tScore", "(3 - 1.818) / √3 = 0.6823"),
            ("zScore", "(3 - 1.818) / √1.818 = 0.8765"),
            ("logDice", "14 + log2(0.6667) = 13.415"),
            ("jaccard", "3 / (4 + 5 - 3) = 0.5000"),
            ("cosine", "3 / √(4 × 5) = 0.6708"),
            ("lift", "3 / 1.818 = 1.650"),
            ("logOddsRatio", "ln(3 × 5 / (1 × 2)) = 2.015"),
            ("deltaP21", "3 / 4 - 2 / 7 = 0.4643"),
            ("deltaP12", "3 / 5 - 1 / 6 = 0.4333"),
            ("mi2", "log2(3² / 1.818) = 2.307"),
            ("localMi", "3 × 0.7225 = 2.167"),
            ("fisherGreater", "P(X ≥ 3), X hypergeometric: 5 drawn from 11, of which 4 = 0.1970"),
            ("logRatioWalter", "log2((3.5 / 4.5) / (2.5 / 7.5)) = 1.222"),
            ("conservativeLogRatio", "3 of 5, 95 %, against 4 / 7 = 0"),
        ] {
            assert_eq!(of(name).unwrap().filled(&table), filled, "{name}");
        }
    }

    #[test]
    fn zeros_and_undefined_values_are_written_out() {
        let apart = Table::new(0, 4, 5, 11).unwrap();
        for (name, filled) in [
            ("pmi", "log2(0 / 1.818) = undefined"),
            ("npmi", "undefined / -log2(0 / 11) = -1.000"),
            ("logOddsRatio", "ln(0.5 × 2.5 / (4.5 × 5.5)) = -2.986"),
            ("signedLogLikelihood", "sign(0 - 1.818) × 6.782 = -6.782"),
        ] {
            assert_eq!(of(name).unwrap().filled(&apart), filled, "{name}");
        }
        for formula in MAIN.iter().chain(MORE) {
            assert!(!formula.filled(&Table::default()).contains("NaN"), "{}", formula.name);
        }
    }

    #[test]
    fn every_measure_has_one_formula_of_the_same_name_and_value() {
        let table = Table::new(6, 10, 9, 40).unwrap();
        let measures = measure::association(&table);
        assert_eq!(MAIN.len() + MORE.len(), measures.len());
        for (name, value) in measures {
            assert_eq!(of(name).unwrap().value(&table), value, "{name}");
        }
    }

    #[test]
    fn numbers_are_short() {
        for (x, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1.000"),
            (-12.345_67, "-12.346"),
            (123_456.78, "123456.8"),
            (0.123_456, "0.1235"),
            (0.006_812_34, "0.006812"),
            (0.000_123_456, "1.235e-4"),
            (1e-300, "1.000e-300"),
            (1e22, "1.000e22"),
        ] {
            assert_eq!(number(x), text);
        }
    }
}
