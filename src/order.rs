//! Sorting, once: every kind of thing that is sorted by its own code adds some kilobytes to the engine, so
//! columns are sorted by sorting the numbers of their rows.

use std::cmp::Ordering;

use crate::span::to_u32;

/// The numbers of `n` rows in ascending order, by a comparison of rows; equal rows by their numbers.
///
/// ```
/// use comention::order::order;
/// let names = ["b", "c", "a", "b"];
/// assert_eq!(order(4, &mut |i, j| names[i].cmp(names[j])), [2, 0, 3, 1]);
/// ```
#[must_use]
pub fn order(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..to_u32(n)).collect();
    sort(&mut rows, compare);
    rows
}

#[inline(never)]
fn sort(rows: &mut [u32], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    rows.sort_unstable_by(|i, j| compare(*i as usize, *j as usize).then(i.cmp(j)));
}
