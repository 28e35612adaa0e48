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

/// Puts the rows themselves in ascending order; equal rows stay in theirs.
pub fn sort_rows<T>(rows: &mut Vec<T>, compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    let sorted = order(rows.len(), &mut |i, j| match (rows.get(i), rows.get(j)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(sorted.iter().filter_map(|i| slots.get_mut(*i as usize).and_then(Option::take)));
}

#[inline(never)]
fn sort(rows: &mut [u32], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    rows.sort_unstable_by(|i, j| compare(*i as usize, *j as usize).then(i.cmp(j)));
}
