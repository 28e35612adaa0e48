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

/// Puts numbers in ascending order.
///
/// ```
/// use comention::order::ascending;
/// let mut numbers = vec![3u32, 1, 2, 1];
/// ascending(&mut numbers);
/// assert_eq!(numbers, [1, 1, 2, 3]);
/// ```
#[inline(never)]
pub fn ascending<T: Copy + Ord>(numbers: &mut Vec<T>) {
    if !numbers.is_sorted() {
        merge(numbers, |before, after| before < after);
    }
}

#[inline(never)]
fn sort(rows: &mut Vec<u32>, compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    merge(rows, |before, after| compare(before as usize, after as usize) == Ordering::Less);
}

/// By merging runs twice as long each time: it compares less often than the standard library's sorts, and is a
/// tenth of their code. Equal rows stay in their order.
fn merge<T: Copy>(rows: &mut Vec<T>, mut less: impl FnMut(T, T) -> bool) {
    let mut sorted = rows.clone();
    let mut width = 1;
    while width < rows.len() {
        for (from, to) in rows.chunks(2 * width).zip(sorted.chunks_mut(2 * width)) {
            let (mut left, mut right) = from.split_at_checked(width).unwrap_or((from, &[]));
            for slot in to {
                let first = match (left.first(), right.first()) {
                    (Some(a), Some(b)) => !less(*b, *a),
                    (a, _) => a.is_some(),
                };
                if let Some((next, rest)) = if first { left.split_first() } else { right.split_first() } {
                    *slot = *next;
                    *(if first { &mut left } else { &mut right }) = rest;
                }
            }
        }
        std::mem::swap(rows, &mut sorted);
        width *= 2;
    }
}
