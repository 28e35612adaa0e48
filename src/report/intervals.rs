//! How sure a measure is: intervals by bootstrap over articles, and the dispersion of a pair.
//!
//! Articles are drawn with replacement, never sentences, since sentences of one article are not independent
//! (Efron 1979; Lijffijt et al. 2016).

use crate::corpus::Corpus;
use crate::count::tally::{PairCount, PairRule, Tally, TermCount, tally};
use crate::report::contexts::terms_of;
use crate::report::pairs::{Row, measure, tables, values};
use crate::report::query::Query;
use crate::report::sources::{self, Sources};
use crate::rng::Rng;
use crate::span::to_u32;
use crate::stats::dispersion::Whole;
use crate::stats::interval::{percentile_interval, resample};

/// Resamples of an interval.
pub const RESAMPLES: usize = 1000;
/// The level of an interval.
pub const LEVEL: f64 = 0.95;

/// From so few articles on a count has an interval: fewer can be drawn in too few ways to say anything.
pub const FEWEST: usize = 5;

/// Terms whose resamples are held at a time.
const AT_A_TIME: usize = 1000;

/// What one article has of a pair: both terms, and windows or mentions with both.
struct Share {
    article: u32,
    terms: [TermCount; 2],
    together: u32,
}

/// The interval, at [`LEVEL`] from [`RESAMPLES`] resamples of the articles, of how often each term is mentioned in all,
/// from the articles with a mention, one after the other and once for each; `None` with fewer than [`FEWEST`] articles.
#[must_use]
pub fn of_counts(mentions: &[Vec<u32>], articles: usize, seed: u64) -> Vec<Option<(f64, f64)>> {
    if articles < FEWEST {
        return vec![None; mentions.len()];
    }
    let mut out = Vec::with_capacity(mentions.len());
    for some in mentions.chunks(AT_A_TIME) {
        // The same draws for all.
        let mut rng = Rng::new(seed);
        let mut found: Vec<Vec<Option<f64>>> = vec![Vec::with_capacity(RESAMPLES); some.len()];
        for _ in 0..RESAMPLES {
            let times = resample(articles, &mut rng);
            for (values, list) in found.iter_mut().zip(some) {
                let drawn = list.iter().map(|article| times.get(*article as usize).copied().unwrap_or(0));
                values.push(Some(f64::from(drawn.sum::<u32>())));
            }
        }
        out.extend(found.iter().map(|values| percentile_interval(values, LEVEL)));
    }
    out
}

/// Fills in the interval of the ranking measure at [`LEVEL`] from [`RESAMPLES`] resamples of the articles, and
/// DP over articles and over sources, of every row. Intervals stay undefined with fewer than two articles.
#[inline(never)]
pub fn fill(corpus: &Corpus, query: &Query, rows: &mut [Row]) {
    let views = query.scope.articles(corpus);
    // The ids are of this corpus, so there is nothing that could be missing.
    let Ok((terms, numbers)) = terms_of(corpus, rows.iter().map(|r| r.ids.as_slice())) else { return };
    let rule = PairRule { min_windows: 1, min_count: 1 };
    let mut shares: Vec<Vec<Share>> = rows.iter().map(|_| Vec::new()).collect();
    let mut sizes: Vec<(u64, u64)> = Vec::with_capacity(views.len());
    for (article, view) in (0u32..).zip(&views) {
        let counted = tally(std::slice::from_ref(view), &terms, query.window, &query.scope, Some(rule));
        sizes.push((counted.windows, counted.words));
        let of = |t: u32| counted.terms.get(t as usize).copied().unwrap_or_default();
        for (list, pair) in shares.iter_mut().zip(&numbers) {
            let [a, b] = pair.as_slice() else { continue };
            let terms = [of(*a), of(*b)];
            if terms.iter().any(|t| t.mentions > 0) {
                list.push(Share { article, terms, together: counted.pair(*a, *b).map_or(0, |p| p.windows) });
            }
        }
    }
    let windows: Vec<u64> = sizes.iter().map(|s| s.0).collect();
    let (sources, whole) = (Sources::new(&views, &windows), Whole::of(&windows));
    for (row, list) in rows.iter_mut().zip(&shares) {
        let mut together = Vec::new();
        for share in list.iter().filter(|s| s.together > 0) {
            together.push((share.article, u64::from(share.together)));
        }
        row.dp = sources::over_parts(&together, &windows, whole);
        row.of_sources = sources.as_ref().and_then(|s| s.dispersion(&together));
    }
    if views.len() < 2 {
        return;
    }
    let mut rng = Rng::new(query.seed);
    let mut found: Vec<Vec<Option<f64>>> = rows.iter().map(|_| Vec::with_capacity(RESAMPLES)).collect();
    // Of one pair at a time, in the terms 0 and 1.
    let mut sum = Tally { terms: vec![TermCount::default(); 2], articles: views.len() as u64, ..Tally::default() };
    for _ in 0..RESAMPLES {
        let times = resample(views.len(), &mut rng);
        let add = |f: fn(&(u64, u64)) -> u64| times.iter().zip(&sizes).map(|(n, s)| u64::from(*n) * f(s)).sum();
        (sum.windows, sum.words) = (add(|s| s.0), add(|s| s.1));
        for (values_of, list) in found.iter_mut().zip(&shares) {
            let mut pair = PairCount { a: 0, b: 1, ..PairCount::default() };
            sum.terms.fill(TermCount::default());
            let mut both = 0;
            for share in list {
                let n = times.get(share.article as usize).copied().unwrap_or(0);
                for (term, own) in sum.terms.iter_mut().zip(&share.terms) {
                    term.windows += n * own.windows;
                    term.mentions += n * own.mentions;
                    term.articles += n * own.articles;
                }
                pair.windows += n * share.together;
                both += if share.terms.iter().all(|t| t.mentions > 0) { n } else { 0 };
            }
            let value = tables(&sum, &pair, both, query.window).and_then(|(table, articles, margins)| {
                // p is not asked for, and would cost most of the time.
                measure(&values(&table, &articles, margins, true), table.n11, query.pair_measure)
            });
            values_of.push(value);
        }
    }
    for (row, values) in rows.iter_mut().zip(&found) {
        row.interval = percentile_interval(values, LEVEL);
    }
    debug_assert_eq!(to_u32(rows.len()), to_u32(found.len()));
}
