//! Dispersion: how evenly the mentions of a term lie over the parts of a corpus.

use crate::error::Error;
use crate::num::log2;

/// Every measure of dispersion by its name, of `counts[i]` mentions in a part of `sizes[i]` words; `None`
/// where undefined (no mention, no words, fewer than two parts where two are needed).
///
/// - `range`: parts with a mention.
/// - `dp`: half the sum of |share of mentions - share of words|, 0 even, near 1 in one place (Gries 2008).
/// - `dpNorm`: dp / (1 - smallest share of words), in [0, 1] (Lijffijt & Gries 2012).
/// - `juillandD`: 1 - (deviation / mean of the rates) / sqrt(n - 1), deviation over the population
///   (Juilland & Chang-Rodríguez 1964).
/// - `carrollD2`: entropy of the rates over log2 n (Carroll 1970).
///
/// # Errors
/// [`Error::Option`] when the lists differ in length.
///
/// ```
/// use comention::stats::dispersion::dispersion;
/// let rows = dispersion(&[0, 0, 1, 2, 5], &[10, 10, 10, 10, 10]).unwrap();
/// assert_eq!(rows[0], ("range", Some(3.0)));
/// assert!((rows[1].1.unwrap() - 0.475).abs() < 1e-12); // dp
/// assert!((rows[2].1.unwrap() - 0.59375).abs() < 1e-12); // dpNorm
/// ```
pub fn dispersion(counts: &[u64], sizes: &[u64]) -> Result<[(&'static str, Option<f64>); 5], Error> {
    if counts.len() != sizes.len() {
        return Err(Error::option(
            "counts",
            format!("{} counts", counts.len()),
            format!("as many as sizes ({})", sizes.len()),
        ));
    }
    let mentions: u64 = counts.iter().sum();
    let words: u64 = sizes.iter().sum();
    let range = counts.iter().filter(|n| **n > 0).count();
    if mentions == 0 || words == 0 {
        return Ok([("range", Some(0.0)), ("dp", None), ("dpNorm", None), ("juillandD", None), ("carrollD2", None)]);
    }
    let parts: Vec<(u64, u64)> = counts.iter().copied().zip(sizes.iter().copied()).collect();
    let dp =
        parts.iter().map(|(n, size)| (*n as f64 / mentions as f64 - *size as f64 / words as f64).abs()).sum::<f64>()
            / 2.0;
    let smallest = sizes.iter().min().map_or(0.0, |s| *s as f64 / words as f64);
    let norm = if smallest < 1.0 { Some(dp / (1.0 - smallest)) } else { None };
    // A part without words has no rate; the two measures over rates are then undefined.
    let rates: Option<Vec<f64>> =
        if sizes.contains(&0) { None } else { Some(parts.iter().map(|(n, size)| *n as f64 / *size as f64).collect()) };
    let rates = rates.filter(|r| r.len() > 1);
    let juilland = rates.as_ref().map(|rates| {
        let n = rates.len() as f64;
        let mean = rates.iter().sum::<f64>() / n;
        let deviation = (rates.iter().map(|r| (r - mean) * (r - mean)).sum::<f64>() / n).sqrt();
        1.0 - deviation / mean / (n - 1.0).sqrt()
    });
    let carroll = rates.as_ref().map(|rates| {
        let sum: f64 = rates.iter().sum();
        let entropy: f64 = rates.iter().filter(|r| **r > 0.0).map(|r| -(r / sum) * log2(r / sum)).sum();
        entropy / log2(rates.len() as f64)
    });
    Ok([
        ("range", Some(range as f64)),
        ("dp", Some(dp)),
        ("dpNorm", norm),
        ("juillandD", juilland),
        ("carrollD2", carroll),
    ])
}

/// Gries' DP from the parts that hold the term alone: (mentions, words) of each, and the words of all.
///
/// The parts without it add the rest of the words, so they need not be listed. `None` without mentions or words.
#[must_use]
pub fn gries_dp(parts: &[(u64, u64)], words: u64) -> Option<f64> {
    let mentions: u64 = parts.iter().map(|(n, _)| n).sum();
    if mentions == 0 || words == 0 {
        return None;
    }
    let share = |n: u64, all: u64| n as f64 / all as f64;
    // In an order of their own, so that the order of the corpus does not show in the last bit.
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    let here: f64 = parts.iter().map(|(n, size)| (share(*n, mentions) - share(*size, words)).abs()).sum();
    let listed: u64 = parts.iter().map(|(_, size)| size).sum();
    Some((here + share(words.saturating_sub(listed), words)) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sparse_form_of_dp_is_the_same_number() {
        let (counts, sizes) = ([0, 3, 0, 1, 4], [7, 10, 21, 5, 9]);
        let full = dispersion(&counts, &sizes).unwrap()[1].1.unwrap();
        let parts: Vec<(u64, u64)> = counts.into_iter().zip(sizes).filter(|(n, _)| *n > 0).collect();
        assert!((gries_dp(&parts, 52).unwrap() - full).abs() < 1e-15);
        assert_eq!(gries_dp(&[], 52), None);
    }
}
