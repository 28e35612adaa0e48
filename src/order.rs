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
/// let mut many: Vec<u32> = (0..40).rev().collect();
/// ascending(&mut many);
/// assert!(many.is_sorted());
/// ```
#[inline(never)]
pub fn ascending<T: Copy + Ord>(numbers: &mut Vec<T>) {
    if numbers.len() > FEW {
        return merge(numbers, |before, after| before < after);
    }
    for end in 1..numbers.len() {
        let mut at = end;
        while let Some([before, own]) = at.checked_sub(1).and_then(|i| numbers.get_mut(i..i + 2))
            && own < before
        {
            std::mem::swap(before, own);
            at -= 1;
        }
    }
}

/// So many are put in order where they lie.
const FEW: usize = 16;

/// The bits of a number as a key: keys are in the order of `f64::total_cmp`.
///
/// ```
/// use comention::order::key;
/// assert!(key(-1.0) < key(-0.0) && key(-0.0) < key(0.0) && key(0.0) < key(1e-300) && key(2.0) < key(f64::INFINITY));
/// ```
#[must_use]
pub fn key(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The numbers of rows in ascending order of their keys; equal rows by their numbers. Keys lie where they are compared,
/// which for many rows is several times faster than asking each row.
///
/// ```
/// use comention::order::by_keys;
/// assert_eq!(by_keys(&mut [7, 3, 7, 1].into_iter()), [3, 1, 0, 2]);
/// ```
#[must_use]
#[inline(never)]
pub fn by_keys(keys: &mut dyn Iterator<Item = u64>) -> Vec<u32> {
    let mut rows: Vec<(u64, u32)> = keys.zip(0..).collect();
    ascending(&mut rows);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The key up to which there are `wanted` keys, or as many more as are equal to it; the largest of all keys where there
/// are no more than that.
///
/// ```
/// use comention::order::last_wanted;
/// assert_eq!(last_wanted(&[5, 1, 4, 4, 9], 2), 4);
/// assert_eq!(last_wanted(&[5, 1], 2), u64::MAX);
/// ```
#[must_use]
#[inline(never)]
pub fn last_wanted(keys: &[u64], wanted: usize) -> u64 {
    if keys.len() <= wanted {
        return u64::MAX;
    }
    // Only those are sorted that begin with the same bits as the last one wanted.
    let bucket = |key: u64| (key >> 52) as usize;
    let mut sizes = vec![0usize; 4096];
    for key in keys {
        if let Some(size) = sizes.get_mut(bucket(*key)) {
            *size += 1;
        }
    }
    let mut before = 0;
    let last = sizes.iter().position(|size| {
        before += size;
        before >= wanted
    });
    let near: Vec<u64> = keys.iter().copied().filter(|key| Some(bucket(*key)) == last).collect();
    let sorted = by_keys(&mut near.iter().copied());
    let own = near.len().checked_sub(before - wanted + 1).and_then(|at| sorted.get(at));
    own.and_then(|row| near.get(*row as usize)).copied().unwrap_or(0)
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
