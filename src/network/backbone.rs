//! Which links are more than chance: the backbone of a network.

use super::Graph;
use crate::error::Error;
use crate::num::{exp, ln_1p};
use crate::order::ascending;
use crate::stats::poisson_binomial::at_least;

impl Graph {
    /// For each edge, as given, the smaller of both ends' (1 - w / s)^(k - 1), in [0, 1]: how likely a link of
    /// so much of a node's weight is, were its weight cut up at random among its k links; 1 at an end with one
    /// link (the disparity filter: Serrano, Boguñá & Vespignani 2009).
    ///
    /// It takes the weights as they are; a link to the node itself is none of those it may drop, and has 1.
    #[must_use]
    pub fn disparity_alpha(&self) -> Vec<f64> {
        let degree = self.degree();
        let strength: Vec<f64> = (0..self.nodes()).map(|i| self.links.strength(i)).collect();
        let at = |from: u32, to: u32| {
            let (k, s) = (degree[from as usize], strength[from as usize]);
            let weight = self.links.find(from as usize, to).map_or(0.0, |at| self.links.weights[at]);
            if k < 2 || weight == 0.0 { 1.0 } else { exp(f64::from(k - 1) * ln_1p(-weight / s)) }
        };
        self.edges.iter().map(|e| at(e.a, e.b).min(at(e.b, e.a))).collect()
    }
}

/// A table of rows and columns with crosses at random, of which the number in each row and each column is
/// known: which of the terms is in which of the windows, if nothing but their frequency and the windows'
/// size mattered.
///
/// It is the null model for links between rows that share columns: the stochastic degree sequence model
/// (SDSM: Neal 2014; compared in Neal, Domagalski & Sagan 2021). A cross of row i and column k has the
/// probability `x y / (1 + x y)`, x from the row and y from the column, such that every row and column
/// expects as many crosses as it has (Saracco et al. 2015). Windows with many terms in them thus bring any
/// two of them together more readily than windows with two, which no table of a pair knows.
///
/// ```
/// use comention::network::Incidence;
/// // Four terms; six windows with two terms each.
/// let terms = Incidence::new(&[4, 4, 2, 2], &[2; 6]).unwrap();
/// assert!((terms.probability(0, 0) - 4.0 / 6.0).abs() < 1e-9);
/// // Both of the first two in a window: six times (2/3)^2. Four times of their four: one time in four.
/// assert!((terms.expected(0, 1) - 6.0 * 4.0 / 9.0).abs() < 1e-9);
/// assert!((terms.p_value(0, 1, 4) - 0.2461).abs() < 1e-4);
/// ```
#[derive(Clone, Debug)]
pub struct Incidence {
    /// The class of each row and column; those with as many crosses are alike.
    row_class: Vec<usize>,
    column_class: Vec<usize>,
    /// How many columns there are of each class.
    columns: Vec<u64>,
    /// The probability of a cross by class of row and of column.
    chance: Vec<Vec<f64>>,
}

/// Rows or columns that are alike.
struct Class {
    /// Crosses of each that are not yet accounted for.
    crosses: i64,
    /// How many there are.
    count: i64,
    /// Whether their probabilities are still to be found.
    open: bool,
    x: f64,
}

/// The classes by number of crosses, and the class of each row or column.
fn classes(crosses: &[u32]) -> (Vec<Class>, Vec<usize>) {
    let mut sorted: Vec<u32> = crosses.to_vec();
    ascending(&mut sorted);
    let groups = sorted.chunk_by(|a, b| a == b);
    let classes: Vec<Class> =
        groups.map(|g| Class { crosses: i64::from(g[0]), count: g.len() as i64, open: true, x: 0.0 }).collect();
    sorted.dedup();
    let of = crosses.iter().map(|n| sorted.binary_search(n).unwrap_or(0)).collect();
    (classes, of)
}

/// Closes classes of `these` that have no cross left or one with every open one of `those`, which then have
/// one less for each; whether there were any.
fn close(these: &mut [Class], those: &mut [Class], mut put: impl FnMut(usize, usize, f64)) -> bool {
    let mut any = false;
    let room: i64 = those.iter().filter(|c| c.open).map(|c| c.count).sum();
    for (i, this) in these.iter_mut().enumerate().filter(|(_, c)| c.open) {
        if this.crosses > 0 && this.crosses < room {
            continue;
        }
        let chance = if this.crosses > 0 { 1.0 } else { 0.0 };
        for (j, that) in those.iter_mut().enumerate().filter(|(_, c)| c.open) {
            put(i, j, chance);
            if chance > 0.0 {
                that.crosses -= this.count;
            }
        }
        this.open = false;
        any = true;
    }
    any
}

/// Gives each open class of `these` the x with which it expects its crosses from `those`; by how much, in
/// relation to them, the largest was off before.
fn balance(these: &mut [Class], those: &[Class]) -> f64 {
    let mut off = 0.0f64;
    for this in these.iter_mut().filter(|c| c.open) {
        let share = |that: &Class| that.count as f64 * that.x / (1.0 + this.x * that.x);
        let sum: f64 = those.iter().filter(|c| c.open).map(share).sum();
        let crosses = this.crosses as f64;
        off = off.max((this.x * sum / crosses - 1.0).abs());
        this.x = crosses / sum;
    }
    off
}

impl Incidence {
    /// The table whose rows and columns have so many crosses: for each term the windows that it is in, for
    /// each window the terms in it.
    ///
    /// # Errors
    /// [`Error::Option`] where no table can have them: rows and columns that do not add up to the same, or
    /// more crosses in a row than there are columns (or in a column than there are rows).
    pub fn new(rows: &[u32], columns: &[u32]) -> Result<Self, Error> {
        let sum = |list: &[u32]| list.iter().map(|n| u64::from(*n)).sum::<u64>();
        if sum(rows) != sum(columns) {
            return Err(Error::option("columns", sum(columns), format!("as many crosses as in rows ({})", sum(rows))));
        }
        for (name, list, most) in [("rows", rows, columns.len()), ("columns", columns, rows.len())] {
            if let Some(n) = list.iter().find(|n| **n as usize > most) {
                return Err(Error::option(name, n, format!("at most {most}")));
            }
        }
        let ((mut row, row_class), (mut column, column_class)) = (classes(rows), classes(columns));
        let mut chance = vec![vec![0.0; column.len()]; row.len()];
        // Full and empty ones first: theirs are no probabilities between 0 and 1.
        loop {
            let closed = close(&mut row, &mut column, |i, j, p| chance[i][j] = p);
            if !close(&mut column, &mut row, |j, i, p| chance[i][j] = p) && !closed {
                break;
            }
        }
        let crosses: i64 = row.iter().filter(|c| c.open).map(|c| c.crosses * c.count).sum();
        let start = 1.0 / (crosses.max(1) as f64).sqrt();
        row.iter_mut().chain(&mut column).for_each(|c| c.x = c.crosses as f64 * start);
        // Some dozen rounds for the sparse tables of text. Where nearly every cross is settled by the margins
        // the x grow without end, and the last digits do not come.
        for _ in 0..20_000 {
            if balance(&mut row, &column).max(balance(&mut column, &row)) < 1e-12 {
                break;
            }
        }
        for (i, r) in row.iter().enumerate().filter(|(_, c)| c.open) {
            for (j, c) in column.iter().enumerate().filter(|(_, c)| c.open) {
                chance[i][j] = r.x * c.x / (1.0 + r.x * c.x);
            }
        }
        let columns = column.iter().map(|c| c.count.unsigned_abs()).collect();
        Ok(Incidence { row_class, column_class, columns, chance })
    }

    /// The probability of a cross, in [0, 1]; 0 for a row or column that is not there.
    #[must_use]
    pub fn probability(&self, row: usize, column: usize) -> f64 {
        match (self.row_class.get(row), self.column_class.get(column)) {
            (Some(i), Some(j)) => self.chance[*i][*j],
            _ => 0.0,
        }
    }

    /// How many columns two rows are expected to share, 0 or more; 0 for a row that is not there.
    #[must_use]
    pub fn expected(&self, a: usize, b: usize) -> f64 {
        self.trials(a, b).iter().map(|(n, p)| *n as f64 * p).sum()
    }

    /// The probability that two rows share `together` columns or more, in [0, 1].
    #[must_use]
    pub fn p_value(&self, a: usize, b: usize, together: u64) -> f64 {
        at_least(&self.trials(a, b), together)
    }

    fn trials(&self, a: usize, b: usize) -> Vec<(u64, f64)> {
        let (Some(a), Some(b)) = (self.row_class.get(a), self.row_class.get(b)) else { return Vec::new() };
        let both = self.chance[*a].iter().zip(&self.chance[*b]).map(|(p, q)| p * q);
        self.columns.iter().copied().zip(both).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Edge, Graph};
    use super::Incidence;

    #[test]
    fn a_link_with_most_of_the_weight_stands_out() {
        let edges = [(0, 1, 8.0), (0, 2, 1.0), (0, 3, 1.0), (2, 3, 1.0)];
        let edges = edges.map(|(a, b, weight)| Edge { a, b, weight }).to_vec();
        let alpha = Graph::new(4, edges).unwrap().disparity_alpha();
        // 0.2^2 at node 0; 0.9^2 against 0.5 at node 2; both ends of the last have 0.5.
        for (got, expected) in alpha.iter().zip([0.04, 0.5, 0.5, 0.5]) {
            assert!((got - expected).abs() < 1e-15, "{alpha:?}");
        }
        let one = Graph::new(2, vec![Edge { a: 0, b: 1, weight: 5.0 }]).unwrap();
        assert_eq!(one.disparity_alpha(), [1.0]);
    }

    #[test]
    fn margins_that_no_table_has_are_refused() {
        for (rows, columns, message) in [
            (&[1, 2][..], &[1, 1][..], "option `columns`: got 2, expected as many crosses as in rows (3)"),
            (&[3], &[1, 1, 1, 0], ""),
            (&[3, 0], &[2, 1], "option `rows`: got 3, expected at most 2"),
            (&[1, 1], &[0, 0, 2], ""),
            (&[2], &[2, 0], "option `columns`: got 2, expected at most 1"),
        ] {
            let error = Incidence::new(rows, columns).err().map(|e| e.to_string()).unwrap_or_default();
            assert_eq!(error, message);
        }
    }

    #[test]
    fn full_and_empty_rows_and_columns_are_certain() {
        // The first row is full, the last column empty; the second row has one of the two that are left.
        let table = Incidence::new(&[2, 1, 0], &[1, 2, 0]).err();
        assert_eq!(table.map(|e| e.to_string()), None);
        let table = Incidence::new(&[3, 1, 1, 0], &[2, 2, 1]).unwrap();
        assert!((0..3).all(|k| table.probability(0, k) == 1.0 && table.probability(3, k) == 0.0));
        let neither: f64 = (0..3).map(|k| 1.0 - table.probability(1, k)).product();
        assert!((table.p_value(0, 1, 1) - (1.0 - neither)).abs() < 1e-14);
        assert_eq!(table.p_value(0, 3, 1), 0.0);
        assert_eq!((table.probability(9, 0), table.expected(0, 9), table.p_value(0, 9, 1)), (0.0, 0.0, 0.0));
    }

    #[test]
    fn large_windows_bring_any_two_together() {
        // Ten terms, five times each: in 25 windows of two, or in 5 windows of ten, where all always meet.
        let small = Incidence::new(&[5; 10], &[2; 25]).unwrap();
        let large = Incidence::new(&[5; 10], &[10; 5]).unwrap();
        assert!((small.expected(0, 1) - 25.0 * 0.04).abs() < 1e-9);
        assert_eq!(large.expected(0, 1), 5.0);
        assert!(small.p_value(0, 1, 5) < 0.01);
        assert_eq!(large.p_value(0, 1, 5), 1.0);
    }

    proptest! {
        #[test]
        fn rows_and_columns_expect_what_they_have(crosses in prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.3), 12), 1..12)) {
            let rows: Vec<u32> = crosses.iter().map(|row| row.iter().filter(|c| **c).count() as u32).collect();
            let columns: Vec<u32> = (0..12).map(|k| crosses.iter().filter(|row| row[k]).count() as u32).collect();
            let table = Incidence::new(&rows, &columns).unwrap();
            for (i, n) in rows.iter().enumerate() {
                let sum: f64 = (0..columns.len()).map(|k| table.probability(i, k)).sum();
                prop_assert!((sum - f64::from(*n)).abs() < 1e-3, "row {}: {} of {}", i, sum, n);
            }
            for (k, n) in columns.iter().enumerate() {
                let sum: f64 = (0..rows.len()).map(|i| table.probability(i, k)).sum();
                prop_assert!((sum - f64::from(*n)).abs() < 1e-3, "column {}: {} of {}", k, sum, n);
            }
        }
    }
}
