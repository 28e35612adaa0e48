//! Who is mentioned together with whom, how strongly and how surely.
//!
//! The table of a pair is counted over all windows in scope. Pairs below the floors (2 windows and, with
//! more than one article, 2 articles) are not ranked, nor, but by count, are pairs seen together no more often
//! than expected. `apart` asks for those instead: the floor of windows is then of what is expected, since two
//! that are never together stay apart the most. With [`FEW_ARTICLES`] articles or more p and q come from the
//! table of articles, since sentences of one article are not independent (Lijffijt et al. 2016); below
//! that p is that of G2 over the windows and describes this text only.

use crate::corpus::Corpus;
use crate::count::Window;
use crate::count::phrase::add_commonest;
use crate::count::tally::{PairCount, PairRule, Tally, tally};
use crate::count::term::{KINDS, Source, Terms};
use crate::mention::Kind;
use crate::order::{key, last_wanted, sort_rows};
use crate::report::columns::{Cell, Table as Columns, Type};
use crate::report::intervals;
use crate::report::query::{PairMeasure, Query};
use crate::report::surfaces::{places, surfaces};
use crate::span::to_u32;
use crate::stats::adjust::benjamini_hochberg;
use crate::stats::dispersion::Gries;
use crate::stats::table::Table;
use crate::stats::{association, chi_squared_tail};

/// With fewer articles than this p describes the text and is no test.
pub const FEW_ARTICLES: usize = 20;

/// Of how many terms, the most frequent first, it is looked at whether they stay apart: rarer ones are expected
/// together too seldom to tell.
const MOST_APART: usize = 600;

/// How many keyword phrases take part in pairs when keywords are asked for.
const PHRASES: usize = 200;

/// A pair of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Ids of both, the more frequent first, ties by id.
    pub ids: [String; 2],
    /// Their names.
    pub terms: [String; 2],
    /// Their kinds.
    pub kinds: [Kind; 2],
    /// Windows: with both, with each, in all.
    pub table: Table,
    /// The same over articles: which mention both, in one window or not.
    pub articles: Table,
    /// Articles with a window that holds both.
    pub in_articles: u32,
    /// For a window of words, the mentions of each; else as in `table`.
    pub margins: [u64; 2],
    /// The measures.
    pub values: Values,
    /// Date of the first article with such a window, where it has one.
    pub first: Option<crate::segment::Date>,
    /// Date of the last.
    pub last: Option<crate::segment::Date>,
    /// The interval of the ranking measure, where asked for.
    pub interval: Option<(f64, f64)>,
    /// Gries' DP over articles, where intervals are asked for.
    pub dp: Option<Gries>,
    /// Over sources, where there are two or more.
    pub of_sources: Option<Gries>,
}

/// The measures of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Values {
    /// Windows with both if there were no association.
    pub expected: Option<f64>,
    /// Pointwise mutual information, bits.
    pub pmi: Option<f64>,
    /// Normalised PMI, in [-1, 1].
    pub npmi: Option<f64>,
    /// Log-likelihood G2.
    pub log_likelihood: Option<f64>,
    /// Upper tail of chi-squared, 1 df.
    pub p_value: Option<f64>,
    /// Benjamini-Hochberg over all pairs tested.
    pub q_value: Option<f64>,
    /// Dice's coefficient.
    pub dice: Option<f64>,
    /// Jaccard's index.
    pub jaccard: Option<f64>,
}

/// Terms and counts that pairs, contexts and explanations are made from.
#[derive(Debug)]
pub struct Counted<'c> {
    /// The terms.
    pub terms: Terms<'c>,
    /// Their counts.
    pub tally: Tally,
}

/// Counts the terms and pairs of a question; `floor` is the fewest windows of a pair.
#[must_use]
#[inline(never)]
pub fn count<'c>(corpus: &'c Corpus, query: &Query, floor: u32) -> Counted<'c> {
    let views = query.scope.articles(corpus);
    let floor = if query.apart { 1 } else { floor };
    let mut kinds = query.kinds_of_pairs();
    kinds.extend(query.with.iter().flatten());
    let mut terms = Terms::entities(corpus, &kinds);
    if kinds.contains(&Kind::Keyword) {
        add_commonest(&mut terms, corpus, &views, &query.scope, floor.max(2), PHRASES);
    }
    let rule = PairRule { min_windows: floor, min_count: floor };
    let tally = tally(&views, &terms, query.window, &query.scope, Some(rule));
    Counted { terms, tally }
}

/// The tables of a pair: over windows, over articles, of which so many mention `both`; and the margins that Dice and
/// Jaccard are over. An article that mentions both counts however far apart they are in it: margins and cells of a
/// table are to be of one kind.
///
/// For a window of `k` words the table is that of surface co-occurrence (Evert 2008): the first margin is
/// the span of `2k` words around each mention of the first, the second the mentions of the second, and N
/// the words.
#[must_use]
pub fn tables(tally: &Tally, pair: &PairCount, both: u32, window: Window) -> Option<(Table, Table, [u64; 2])> {
    let (a, b) = (tally.terms.get(pair.a as usize)?, tally.terms.get(pair.b as usize)?);
    let articles = Table::new(both.into(), a.articles.into(), b.articles.into(), tally.articles).ok()?;
    let n11 = u64::from(pair.windows);
    let (table, margins) = match window {
        Window::Words(k) => {
            let spans = (u64::from(a.mentions) * 2 * u64::from(k)).min(tally.words);
            let table = Table::new(n11, spans, b.mentions.into(), tally.words.max(spans + u64::from(b.mentions) - n11));
            (table, [a.mentions.into(), b.mentions.into()])
        }
        _ => {
            let table = Table::new(n11, a.windows.into(), b.windows.into(), tally.windows);
            (table, [a.windows.into(), b.windows.into()])
        }
    };
    Some((table.ok()?, articles, margins))
}

/// The measures of a pair but for q.
#[must_use]
#[inline(never)]
pub fn values(table: &Table, articles: &Table, margins: [u64; 2], few: bool) -> Values {
    let [a, b] = margins.map(|m| m as f64);
    let both = table.n11 as f64;
    let ratio = |x: f64, y: f64| if y > 0.0 { Some(x / y) } else { None };
    let log_likelihood = association::log_likelihood(table);
    let more = |t: &Table| association::expected(t).is_some_and(|e| t.n11 as f64 > e);
    let tested = match few {
        true => log_likelihood,
        // What articles say of the opposite speaks for nothing: p is that of two sides, in the direction of the windows.
        false if more(table) != more(articles) => Some(0.0),
        false => association::log_likelihood(articles),
    };
    Values {
        expected: association::expected(table),
        pmi: association::pmi(table),
        npmi: association::npmi(table),
        log_likelihood,
        p_value: tested.map(chi_squared_tail),
        q_value: None,
        dice: ratio(2.0 * both, a + b),
        jaccard: ratio(both, a + b - both),
    }
}

/// The pairs asked for, best first by the measure; ties by count, then by the windows with either, then by ids. q is
/// adjusted over all pairs above the floors, before any cut by rank.
#[must_use]
#[inline(never)]
pub fn rows(corpus: &Corpus, query: &Query) -> Vec<Row> {
    counted(corpus, query, &count(corpus, query, query.pair_floor()))
}

/// The same of pairs that were counted before.
#[must_use]
pub fn counted(corpus: &Corpus, query: &Query, counted: &Counted<'_>) -> Vec<Row> {
    let mut rows = ranked(corpus, query, counted);
    if query.intervals {
        intervals::fill(corpus, query, &mut rows);
    }
    rows
}

/// A measure of a pair.
#[must_use]
pub fn measure(values: &Values, count: u64, which: PairMeasure) -> Option<f64> {
    match which {
        PairMeasure::LogLikelihood => values.log_likelihood,
        PairMeasure::Npmi => values.npmi,
        PairMeasure::Pmi => values.pmi,
        PairMeasure::Dice => values.dice,
        PairMeasure::Jaccard => values.jaccard,
        PairMeasure::Count => Some(count as f64),
    }
}

/// The counted pairs that are asked for, best first.
#[must_use]
#[inline(never)]
pub fn ranked(corpus: &Corpus, query: &Query, counted: &Counted<'_>) -> Vec<Row> {
    let Counted { terms, tally } = counted;
    let articles = usize::try_from(tally.articles).unwrap_or(usize::MAX);
    let few = articles < FEW_ARTICLES;
    let floor = query.article_floor(articles);
    let focus = query.term.as_ref().map(|term| terms.number(term).unwrap_or(u32::MAX));
    struct Found {
        pair: PairCount,
        table: Table,
        articles: Table,
        margins: [u64; 2],
        values: Values,
    }
    let kinds = query.kinds_of_pairs();
    // Which pairs are asked about; all are counted the same.
    let wanted = |pair: &PairCount| {
        let [a, b] = [pair.a, pair.b].map(|t| terms.kind(t));
        let between =
            |with: &Vec<Kind>| kinds.contains(&a) && with.contains(&b) || kinds.contains(&b) && with.contains(&a);
        query.with.as_ref().is_none_or(between) && focus.is_none_or(|t| t == pair.a || t == pair.b)
    };
    let mut found: Vec<Found> = Vec::new();
    let expected;
    let tested: &[PairCount] = if query.apart {
        expected = expected_together(terms, tally, query);
        &expected
    } else {
        &tally.pairs
    };
    for pair in tested.iter().filter(|p| p.articles >= floor || query.apart) {
        if nested(terms, pair) || !wanted(pair) {
            continue;
        }
        let pair = in_order(terms, tally, *pair);
        let both = tally.articles_with_both(pair.a, pair.b);
        if let Some((table, articles, margins)) = tables(tally, &pair, both, query.window) {
            let values = values(&table, &articles, margins, few);
            found.push(Found { pair, table, articles, margins, values });
        }
    }
    let p: Vec<Option<f64>> = found.iter().map(|f| f.values.p_value).collect();
    for (row, q) in found.iter_mut().zip(benjamini_hochberg(&p)) {
        row.values.q_value = q;
    }
    // A count says nothing of what was expected, so all that are together at all are counted.
    let counts = query.pair_measure == PairMeasure::Count && !query.apart;
    let attracted = |f: &Found| counts || f.values.expected.is_some_and(|e| f.table.n11 as f64 > e);
    let score = |f: &Found| measure(&f.values, f.table.n11, query.pair_measure);
    found.retain(|f| {
        attracted(f) != query.apart
            && query.max_q.is_none_or(|most| f.values.q_value.is_some_and(|q| q <= most))
            && query.min_score.is_none_or(|least| score(f).is_some_and(|s| s >= least))
    });
    let direction = if query.apart && query.pair_measure != PairMeasure::LogLikelihood { -1.0 } else { 1.0 };
    // Undefined comes last.
    let place = |f: &Found| score(f).map_or(u64::MAX, |s| !key(s * direction));
    let places: Vec<u64> = found.iter().map(place).collect();
    let last = last_wanted(&places, query.limit);
    found.retain(|f| place(f) <= last);
    sort_rows(&mut found, &mut |x, y| {
        place(x)
            .cmp(&place(y))
            .then_with(|| y.table.n11.cmp(&x.table.n11))
            .then_with(|| (y.table.n1p + y.table.np1).cmp(&(x.table.n1p + x.table.np1)))
            .then_with(|| terms.by_id(x.pair.a, y.pair.a))
            .then_with(|| terms.by_id(x.pair.b, y.pair.b))
    });
    found.truncate(query.limit);
    let name = names(corpus, query, terms, found.iter().flat_map(|f| [f.pair.a, f.pair.b]));
    found
        .into_iter()
        .map(|f| Row {
            ids: [terms.id(f.pair.a), terms.id(f.pair.b)],
            terms: [name(f.pair.a), name(f.pair.b)],
            kinds: [terms.kind(f.pair.a), terms.kind(f.pair.b)],
            table: f.table,
            articles: f.articles,
            in_articles: f.pair.articles,
            margins: f.margins,
            values: f.values,
            first: f.pair.first,
            last: f.pair.last,
            interval: None,
            dp: None,
            of_sources: None,
        })
        .collect()
}

/// The pairs that are expected in as many windows as the floor says, however often they are together.
#[inline(never)]
fn expected_together(terms: &Terms<'_>, tally: &Tally, query: &Query) -> Vec<PairCount> {
    let size =
        |t: u32| tally.terms.get(t as usize).map_or(0, |c| if tally.windows_of_words { c.mentions } else { c.windows });
    let mut order: Vec<u32> = (0..to_u32(terms.len())).filter(|t| size(*t) > 0).collect();
    sort_rows(&mut order, &mut |a, b| size(*b).cmp(&size(*a)).then_with(|| terms.by_id(*a, *b)));
    order.truncate(MOST_APART);
    let mut out = Vec::new();
    for (i, a) in (1..).zip(&order) {
        for b in order.iter().skip(i) {
            let none = PairCount { a: *a, b: *b, ..PairCount::default() };
            let pair = tally.pair(*a, *b).copied().unwrap_or(none);
            let expected = tables(tally, &pair, tally.articles_with_both(*a, *b), query.window)
                .and_then(|(table, ..)| association::expected(&table));
            // Those that follow are rarer still.
            if expected.is_none_or(|e| e < f64::from(query.pair_floor())) {
                break;
            }
            out.push(pair);
        }
    }
    out
}

/// The pair with the more frequent term first, ties by id: so that the order of adding does not show.
#[must_use]
pub fn in_order(terms: &Terms<'_>, tally: &Tally, pair: PairCount) -> PairCount {
    let windows = |t: u32| tally.terms.get(t as usize).copied().unwrap_or_default().windows;
    let order = windows(pair.b).cmp(&windows(pair.a)).then_with(|| terms.by_id(pair.a, pair.b));
    if order.is_gt() { PairCount { a: pair.b, b: pair.a, ..pair } } else { pair }
}

/// Whether one phrase is a part of the other, so that they are together by necessity.
fn nested(terms: &Terms<'_>, pair: &PairCount) -> bool {
    let words = |t: u32| match terms.source(t) {
        Some(Source::Phrase(gram)) => Some(gram),
        _ => None,
    };
    let (Some(a), Some(b)) = (words(pair.a), words(pair.b)) else { return false };
    let inside = |x: &[crate::corpus::LexemeId], y: &[crate::corpus::LexemeId]| {
        x.iter().all(|l| *l == crate::corpus::LexemeId::NONE || y.contains(l))
    };
    inside(&a, &b) || inside(&b, &a)
}

/// How all terms are written, since a name ends a phrase.
#[inline(never)]
fn written(corpus: &Corpus, query: &Query, terms: &Terms<'_>) -> Vec<Vec<(String, u32)>> {
    let views = query.scope.articles(corpus);
    surfaces(&views, &places(&views, terms, &query.scope, 0, None), terms)
}

/// For show: entities by their name, phrases by their commonest surface.
fn names<'t>(
    corpus: &Corpus,
    query: &Query,
    terms: &'t Terms<'_>,
    mut wanted: impl Iterator<Item = u32>,
) -> impl Fn(u32) -> String + 't {
    let phrases = wanted.any(|t| terms.kind(t) == Kind::Keyword);
    let forms = if phrases { written(corpus, query, terms) } else { Vec::new() };
    move |t| match forms.get(t as usize).and_then(|list| list.first()) {
        Some((surface, _)) if terms.kind(t) == Kind::Keyword => surface.clone(),
        _ => terms.name(t),
    }
}

/// The rows as columns.
#[must_use]
pub fn table(rows: &[Row]) -> Columns {
    let mut table = Columns::new(&[
        ("ids", Type::List(&Type::Text)),
        ("terms", Type::List(&Type::Text)),
        ("kinds", Type::List(&Type::Choice(KINDS))),
        ("count", Type::U32),
        ("n1p", Type::U32),
        ("np1", Type::U32),
        ("npp", Type::U32),
        ("articles", Type::U32),
        ("expected", Type::F64),
        ("pmi", Type::F64),
        ("npmi", Type::F64),
        ("logLikelihood", Type::F64),
        ("pValue", Type::F64),
        ("qValue", Type::F64),
        ("dice", Type::F64),
        ("jaccard", Type::F64),
        ("firstDate", Type::Text),
        ("lastDate", Type::Text),
        ("low", Type::F64),
        ("high", Type::F64),
        ("dp", Type::F64),
        ("dpNorm", Type::F64),
        ("dpSources", Type::F64),
        ("dpNormSources", Type::F64),
    ]);
    for r in rows {
        let v = &r.values;
        table.push(&[
            Cell::Row(r.ids.iter().map(|id| Cell::Text(id)).collect()),
            Cell::Row(r.terms.iter().map(|term| Cell::Text(term)).collect()),
            Cell::Row(r.kinds.iter().map(|kind| Cell::kind(*kind)).collect()),
            Cell::count(r.table.n11),
            Cell::count(r.table.n1p),
            Cell::count(r.table.np1),
            Cell::count(r.table.npp),
            Cell::U32(r.in_articles),
            Cell::F64(v.expected),
            Cell::F64(v.pmi),
            Cell::F64(v.npmi),
            Cell::F64(v.log_likelihood),
            Cell::F64(v.p_value),
            Cell::F64(v.q_value),
            Cell::F64(v.dice),
            Cell::F64(v.jaccard),
            Cell::Date(r.first),
            Cell::Date(r.last),
            Cell::F64(r.interval.map(|i| i.0)),
            Cell::F64(r.interval.map(|i| i.1)),
            Cell::F64(r.dp.map(|d| d.dp)),
            Cell::F64(r.dp.and_then(|d| d.norm)),
            Cell::F64(r.of_sources.map(|d| d.dp)),
            Cell::F64(r.of_sources.and_then(|d| d.norm)),
        ]);
    }
    table
}
