//! The formulas of the measures of a pair as people read them, with the numbers filled in.

use crate::stats::association as measure;
use crate::stats::special::chi_squared_tail;
use crate::stats::table::Table;

/// A measure, explained.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// Its name everywhere.
    pub name: &'static str,
    /// The formula over n11, n1p, np1, npp (and E11, the expected n11).
    pub formula: &'static str,
    /// Author and year.
    pub source: &'static str,
    compute: fn(&Table) -> Option<f64>,
    fill: fn(&Table) -> String,
}

impl Formula {
    /// The value for a table; `None` where undefined.
    #[must_use]
    pub fn value(&self, table: &Table) -> Option<f64> {
        (self.compute)(table)
    }

    /// The formula with the table's numbers, and what comes out: `2 × 3 / (4 + 5) = 0.6667`.
    #[must_use]
    pub fn filled(&self, table: &Table) -> String {
        let result = self.value(table).map_or_else(|| "undefined".into(), number);
        format!("{} = {result}", (self.fill)(table))
    }
}

/// A number for reading: four significant digits at least, never an exponent for ordinary sizes.
#[must_use]
pub fn number(x: f64) -> String {
    let size = x.abs();
    if x == 0.0 {
        "0".into()
    } else if size >= 1000.0 {
        format!("{x:.1}")
    } else if size >= 1.0 {
        format!("{x:.3}")
    } else if size >= 0.001 {
        format!("{x:.4}")
    } else {
        format!("{x:.3e}")
    }
}

fn e11(t: &Table) -> String {
    measure::expected(t).map_or_else(|| "E11".into(), number)
}

/// The measures that an explanation goes through, in its order.
pub const FORMULAS: &[Formula] = &[
    Formula {
        name: "expected",
        formula: "E11 = n1p × np1 / npp",
        source: "Evert 2005",
        compute: measure::expected,
        fill: |t| format!("{} × {} / {}", t.n1p, t.np1, t.npp),
    },
    Formula {
        name: "pmi",
        formula: "log2(n11 / E11)",
        source: "Church & Hanks 1990",
        compute: measure::pmi,
        fill: |t| format!("log2({} / {})", t.n11, e11(t)),
    },
    Formula {
        name: "npmi",
        formula: "PMI / -log2(n11 / npp)",
        source: "Bouma 2009",
        compute: measure::npmi,
        fill: |t| {
            let pmi = measure::pmi(t).map_or_else(|| "PMI".into(), number);
            format!("{pmi} / -log2({} / {})", t.n11, t.npp)
        },
    },
    Formula {
        name: "logLikelihood",
        formula: "G2 = 2 × Σ O × ln(O / E) over the four cells",
        source: "Dunning 1993",
        compute: measure::log_likelihood,
        fill: |t| {
            let expected = t.expected().unwrap_or_default();
            let terms: Vec<String> = t
                .cells()
                .iter()
                .zip(expected)
                .filter(|(o, _)| **o > 0)
                .map(|(o, e)| format!("{o} × ln({o} / {})", number(e)))
                .collect();
            format!("2 × ({})", terms.join(" + "))
        },
    },
    Formula {
        name: "pValue",
        formula: "P(χ² with 1 df ≥ G2)",
        source: "Wilks 1938",
        compute: |t| measure::log_likelihood(t).map(chi_squared_tail),
        fill: |t| format!("P(χ² ≥ {})", measure::log_likelihood(t).map_or_else(|| "G2".into(), number)),
    },
    Formula {
        name: "fisherGreater",
        formula: "P(n11 or more), margins fixed",
        source: "Fisher 1922",
        compute: measure::fisher_greater,
        fill: |t| format!("P(X ≥ {}), X hypergeometric({}, {}, {})", t.n11, t.npp, t.n1p, t.np1),
    },
    Formula {
        name: "dice",
        formula: "2 × n11 / (n1p + np1)",
        source: "Dice 1945",
        compute: measure::dice,
        fill: |t| format!("2 × {} / ({} + {})", t.n11, t.n1p, t.np1),
    },
    Formula {
        name: "jaccard",
        formula: "n11 / (n1p + np1 - n11)",
        source: "Jaccard 1901",
        compute: measure::jaccard,
        fill: |t| format!("{} / ({} + {} - {})", t.n11, t.n1p, t.np1, t.n11),
    },
    Formula {
        name: "deltaP21",
        formula: "n11 / n1p - n21 / n2p",
        source: "Gries 2013",
        compute: measure::delta_p21,
        fill: |t| format!("{} / {} - {} / {}", t.n11, t.n1p, t.np1 - t.n11, t.npp - t.n1p),
    },
    Formula {
        name: "deltaP12",
        formula: "n11 / np1 - n12 / np2",
        source: "Gries 2013",
        compute: measure::delta_p12,
        fill: |t| format!("{} / {} - {} / {}", t.n11, t.np1, t.n1p - t.n11, t.npp - t.np1),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_filled_with_the_numbers_of_the_table() {
        let table = Table::new(3, 4, 5, 11).unwrap();
        let filled = |name: &str| FORMULAS.iter().find(|f| f.name == name).unwrap().filled(&table);
        assert_eq!(filled("expected"), "4 × 5 / 11 = 1.818");
        assert_eq!(filled("pmi"), "log2(3 / 1.818) = 0.7225");
        assert_eq!(filled("npmi"), "0.7225 / -log2(3 / 11) = 0.3854");
        assert_eq!(
            filled("logLikelihood"),
            "2 × (3 × ln(3 / 1.818) + 1 × ln(1 / 2.182) + 2 × ln(2 / 3.182) + 5 × ln(5 / 3.818)) = 2.284"
        );
        assert_eq!(filled("dice"), "2 × 3 / (4 + 5) = 0.6667");
        assert_eq!(FORMULAS[1].filled(&Table::new(0, 4, 5, 11).unwrap()), "log2(0 / 1.818) = undefined");
    }
}
