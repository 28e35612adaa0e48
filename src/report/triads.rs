//! Three that are mentioned together.

use crate::corpus::Corpus;
use crate::count::numbering::Numbering;
use crate::count::term::KINDS;
use crate::count::window::{Window, hits_in, windows};
use crate::error::Error;
use crate::num::ln;
use crate::order::{ascending, sort_rows};
use crate::report::columns::{Cell, Table, Type};
use crate::report::pairs;
use crate::report::query::Query;

/// Terms that take part at most, those in most windows first: windows with hundreds of names make millions
/// of triads.
const TERMS: usize = 400;

/// Terms of one window that take part at most, the most frequent first.
const IN_WINDOW: usize = 40;

struct Triad {
    terms: [u32; 3],
    windows: u32,
    articles: u32,
    last: u32,
}

/// The triads in at least `minCount` windows (default 2) and `minArticles` articles, by the log-likelihood of
/// the count against that expected were the three independent, 2 (O ln(O/E) - (O - E)) (simple log-likelihood:
/// Evert 2005); only those above what is expected. Ties by count, then by ids.
///
/// # Errors
/// [`Error::Option`] for a window of words, which holds two.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Table, Error> {
    if matches!(query.window, Window::Words(_)) {
        return Err(Error::option("window", "words", "sentence, paragraph or article for three terms"));
    }
    let counted = pairs::count(corpus, query, query.pair_floor());
    let (terms, tally) = (&counted.terms, &counted.tally);
    let windows_of = |t: u32| tally.terms.get(t as usize).map_or(0, |c| c.windows);
    let mut order: Vec<u32> = (0..).take(terms.len()).filter(|t| windows_of(*t) >= query.pair_floor()).collect();
    sort_rows(&mut order, &mut |a, b| windows_of(*b).cmp(&windows_of(*a)).then_with(|| terms.by_id(*a, *b)));
    order.truncate(TERMS);
    let mut rank = vec![u32::MAX; terms.len()];
    for (place, t) in (0u32..).zip(&order) {
        if let Some(slot) = rank.get_mut(*t as usize) {
            *slot = place;
        }
    }
    let views = query.scope.articles(corpus);
    let (mut pairs, mut index) = (Numbering::default(), Numbering::default());
    let mut triads: Vec<Triad> = Vec::new();
    let mut hits = Vec::new();
    let mut inside: Vec<u32> = Vec::new();
    for (article, view) in (1u32..).zip(&views) {
        terms.hits(*view, &query.scope, &mut hits);
        for at in windows(*view, query.window, &query.scope) {
            inside.clear();
            let places = hits_in(&hits, &at).iter().filter_map(|h| rank.get(h.term as usize).copied());
            inside.extend(places.filter(|r| *r != u32::MAX));
            ascending(&mut inside);
            inside.dedup();
            inside.truncate(IN_WINDOW);
            for (i, x) in inside.iter().enumerate() {
                for (j, y) in inside.iter().enumerate().skip(i + 1) {
                    let pair = pairs.number(*x, *y);
                    for z in inside.iter().skip(j + 1) {
                        let at = index.number(pair, *z) as usize;
                        if at == triads.len() {
                            triads.push(Triad { terms: [*x, *y, *z], windows: 0, articles: 0, last: 0 });
                        }
                        if let Some(triad) = triads.get_mut(at) {
                            triad.windows += 1;
                            triad.articles += u32::from(triad.last != article);
                            triad.last = article;
                        }
                    }
                }
            }
        }
    }
    let floor = query.article_floor(views.len());
    let number = |place: u32| order.get(place as usize).copied().unwrap_or(0);
    let mut rows: Vec<(Triad, f64, f64)> = Vec::new();
    for triad in triads {
        let n = tally.windows as f64;
        let expected = triad.terms.iter().map(|t| f64::from(windows_of(number(*t)))).product::<f64>() / (n * n);
        let observed = f64::from(triad.windows);
        if triad.windows >= query.pair_floor() && triad.articles >= floor && observed > expected {
            let score = 2.0 * (observed * ln(observed / expected) - (observed - expected));
            rows.push((triad, expected, score));
        }
    }
    sort_rows(&mut rows, &mut |(x, _, a), (y, _, b)| {
        let ids = || x.terms.iter().zip(&y.terms).map(|(s, t)| terms.by_id(number(*s), number(*t))).find(|o| o.is_ne());
        b.total_cmp(a).then_with(|| y.windows.cmp(&x.windows)).then_with(|| ids().unwrap_or(std::cmp::Ordering::Equal))
    });
    rows.truncate(query.limit);
    let mut table = Table::new(&[
        ("ids", Type::List(&Type::Text)),
        ("terms", Type::List(&Type::Text)),
        ("kinds", Type::List(&Type::Choice(KINDS))),
        ("count", Type::U32),
        ("articles", Type::U32),
        ("expected", Type::F64),
        ("logLikelihood", Type::F64),
    ]);
    for (triad, expected, score) in &rows {
        let own = triad.terms.map(number);
        let (ids, names) = (own.map(|t| terms.id(t)), own.map(|t| terms.name(t)));
        table.push(&[
            Cell::Row(ids.iter().map(|id| Cell::Text(id)).collect()),
            Cell::Row(names.iter().map(|name| Cell::Text(name)).collect()),
            Cell::Row(own.iter().map(|t| Cell::kind(terms.kind(*t))).collect()),
            Cell::U32(triad.windows),
            Cell::U32(triad.articles),
            Cell::F64(Some(*expected)),
            Cell::F64(Some(*score)),
        ]);
    }
    Ok(table)
}
