//! The 2x2 table of a pair.

use crate::error::Error;

/// How many windows hold both, the first, the second, and how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

impl Table {
    /// The table with these margins.
    ///
    /// # Errors
    /// [`Error::Option`] for a count that does not fit the others: `n11` above a margin, a margin above
    /// `npp`, or margins that together need more windows than there are.
    ///
    /// ```
    /// use comention::stats::table::Table;
    /// assert_eq!(Table::new(3, 4, 5, 11).unwrap().cells(), [3, 1, 2, 5]);
    /// let error = Table::new(5, 4, 5, 11).unwrap_err();
    /// assert_eq!(error.to_string(), "option `n11`: got 5, expected at most n1p and np1 (4 and 5)");
    /// ```
    pub fn new(n11: u64, n1p: u64, np1: u64, npp: u64) -> Result<Self, Error> {
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

    /// Windows with both, with the first alone, with the second alone, with neither.
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
}
