//! The 2x2 table of a pair.

use crate::error::Error;

/// How many windows hold both, the first, the second, and how many there are.
///
/// Outside this crate a table comes from [`Table::new`], so that its counts always fit each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// Windows with both.
    pub n11: u64,
    /// Windows with the first.
    pub n1p: u64,
    /// Windows with the second.
    pub np1: u64,
    /// Windows in all.
    pub npp: u64,
}

/// The most windows of a table: beyond 2^53 a double, and so JavaScript, cannot count one by one.
pub const MOST_WINDOWS: u64 = 1 << 53;

impl Table {
    /// The table with these margins.
    ///
    /// # Errors
    /// [`Error::Option`] for a count that does not fit the others: `n11` above a margin, a margin above
    /// `npp`, margins that together need more windows than there are, or `npp` above [`MOST_WINDOWS`].
    ///
    /// ```
    /// use comention::stats::table::Table;
    /// assert_eq!(Table::new(3, 4, 5, 11).unwrap().cells(), [3, 1, 2, 5]);
    /// let error = Table::new(5, 4, 5, 11).unwrap_err();
    /// assert_eq!(error.to_string(), "option `n11`: got 5, expected at most n1p and np1 (4 and 5)");
    /// ```
    pub fn new(n11: u64, n1p: u64, np1: u64, npp: u64) -> Result<Self, Error> {
        if npp > MOST_WINDOWS {
            return Err(Error::option("npp", npp, format!("at most {MOST_WINDOWS}")));
        }
        if n11 > n1p.min(np1) {
            return Err(Error::option("n11", n11, format!("at most n1p and np1 ({n1p} and {np1})")));
        }
        if n1p.max(np1) > npp {
            return Err(Error::option("npp", npp, format!("at least n1p and np1 ({n1p} and {np1})")));
        }
        if (n1p - n11) + np1 > npp {
            return Err(Error::option("npp", npp, format!("at least n1p + np1 - n11 = {}", n1p - n11 + np1)));
        }
        Ok(Table { n11, n1p, np1, npp })
    }

    /// Windows with both (n11), with the first alone (n12), with the second alone (n21), with neither (n22).
    #[must_use]
    pub fn cells(&self) -> [u64; 4] {
        let (n12, n21) = (self.n1p - self.n11, self.np1 - self.n11);
        [self.n11, n12, n21, self.npp - self.n11 - n12 - n21]
    }

    /// What the cells would be if the two had nothing to do with each other: row total by column total
    /// over all; `None` for a table of no windows.
    #[must_use]
    pub fn expected(&self) -> Option<[f64; 4]> {
        if self.npp == 0 {
            return None;
        }
        let [n1p, np1, npp] = [self.n1p, self.np1, self.npp].map(|n| n as f64);
        let (n2p, np2) = (npp - n1p, npp - np1);
        Some([n1p * np1 / npp, n1p * np2 / npp, n2p * np1 / npp, n2p * np2 / npp])
    }

    /// The table with first and second exchanged.
    #[must_use]
    pub fn flipped(&self) -> Table {
        Table { n1p: self.np1, np1: self.n1p, ..*self }
    }

    /// n11 n22 - n12 n21, exactly; above 0 where the two attract each other, and equal to
    /// npp (n11 - E11).
    pub(crate) fn determinant(&self) -> i128 {
        let [a, b, c, d] = self.cells().map(i128::from);
        a * d - b * c
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_do_not_fit_are_refused_by_name() {
        for (counts, message) in [
            ([5, 4, 9, 11], "option `n11`: got 5, expected at most n1p and np1 (4 and 9)"),
            ([5, 9, 4, 11], "option `n11`: got 5, expected at most n1p and np1 (9 and 4)"),
            ([1, 12, 4, 11], "option `npp`: got 11, expected at least n1p and np1 (12 and 4)"),
            ([1, 8, 5, 11], "option `npp`: got 11, expected at least n1p + np1 - n11 = 12"),
            ([0, 0, 0, u64::MAX], "option `npp`: got 18446744073709551615, expected at most 9007199254740992"),
        ] {
            let [n11, n1p, np1, npp] = counts;
            assert_eq!(Table::new(n11, n1p, np1, npp).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn cells_and_expectations_add_up_to_the_margins() {
        let table = Table::new(3, 4, 5, 11).unwrap();
        assert_eq!(table.cells(), [3, 1, 2, 5]);
        let [a, b, c, d] = table.expected().unwrap();
        for (got, margin) in [(a + b, 4.0), (c + d, 7.0), (a + c, 5.0), (b + d, 6.0)] {
            assert!((got - margin).abs() < 1e-15, "{got} {margin}");
        }
        assert_eq!(table.determinant(), 13);
        assert_eq!(table.flipped().cells(), [3, 2, 1, 5]);
        assert_eq!(Table::default().expected(), None);
        let most = Table::new(1 << 52, 1 << 52, 1 << 52, MOST_WINDOWS).unwrap();
        assert_eq!(most.determinant(), 1 << 104);
    }
}
