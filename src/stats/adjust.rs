//! Multiple testing: p-values made to account for how many were looked at. Undefined ones take no part.

/// The places of the defined values, ascending by value, ties in order of place.
fn ascending(p: &[Option<f64>]) -> Vec<(usize, f64)> {
    let mut order: Vec<(usize, f64)> = p.iter().enumerate().filter_map(|(i, p)| Some((i, (*p)?))).collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    order
}

fn put(len: usize, rows: impl Iterator<Item = (usize, f64)>) -> Vec<Option<f64>> {
    let mut out = vec![None; len];
    for (at, value) in rows {
        if let Some(slot) = out.get_mut(at) {
            *slot = Some(value);
        }
    }
    out
}

/// q-values: the smallest false discovery rate at which each would pass, in [0, 1] (Benjamini & Hochberg 1995).
///
/// ```
/// use comention::stats::adjust::benjamini_hochberg;
/// assert_eq!(benjamini_hochberg(&[Some(0.01), None, Some(0.04)]), [Some(0.02), None, Some(0.04)]);
/// ```
#[must_use]
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let order = ascending(p);
    let m = order.len() as f64;
    let mut least = 1.0f64;
    let rows = order.iter().enumerate().rev().map(|(rank, (at, p))| {
        least = least.min(p * m / (rank + 1) as f64);
        (*at, least)
    });
    put(p.len(), rows.collect::<Vec<_>>().into_iter())
}

/// Holm's step-down adjustment of the family-wise error rate, in [0, 1] (Holm 1979).
#[must_use]
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let order = ascending(p);
    let m = order.len();
    let mut most = 0.0f64;
    let rows = order.iter().enumerate().map(|(rank, (at, p))| {
        most = most.max((p * (m - rank) as f64).min(1.0));
        (*at, most)
    });
    put(p.len(), rows.collect::<Vec<_>>().into_iter())
}
