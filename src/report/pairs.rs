//! Who is mentioned together with whom, how strongly and how surely.
//!
//! The table of a pair is counted over all windows in scope. Pairs below the floors (2 windows and, with
//! more than one article, 2 articles) are not ranked, nor are pairs seen together no more often than
//! expected, unless `apart` asks for those. With [`FEW_ARTICLES`] articles or more p and q come from the
//! table of articles, since sentences of one article are not independent (Lijffijt et al. 2016); below
//! that p is that of G2 over the windows and describes this text only.

use std::cmp::Ordering;

use crate::corpus::Corpus;
use crate::count::phrase::phrases;
use crate::count::tally::{PairCount, PairRule, Tally, TermCount, tally};
use crate::count::term::{KINDS, Source, Terms};
use crate::count::{Scope, Window};
use crate::mention::Kind;
use crate::order::sort_rows;
use crate::report::columns::{Column, Table as Columns, texts};
use crate::report::keywords::surfaces;
use crate::report::query::{PairMeasure, Query};
use crate::stats::adjust::benjamini_hochberg;
use crate::stats::table::Table;
use crate::stats::{association, chi_squared_tail};

/// With fewer articles than this p describes the text and is no test.
pub const FEW_ARTICLES: usize = 20;

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
    /// The same over articles.
    pub articles: Table,
    /// For a window of words, the mentions of each; else as in `table`.
    pub margins: [u64; 2],
    /// The measures.
    pub values: Values,
    /// Date of the first article with such a window, where it has one.
    pub first: Option<crate::segment::Date>,
    /// Date of the last.
    pub last: Option<crate::segment::Date>,
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
pub struct Counted {
    /// The terms.
    pub terms: Terms,
    /// Their counts.
    pub tally: Tally,
}

/// Counts the terms and pairs of a question; `floor` is the fewest windows of a pair.
#[must_use]
pub fn count(corpus: &Corpus, query: &Query, floor: u32) -> Counted {
    let views = query.scope.articles(corpus);
    let kinds = query.kinds_of_pairs();
    let mut terms = Terms::entities(corpus, &kinds);
    if kinds.contains(&Kind::Keyword) {
        let mut found = phrases(corpus, &views, &query.scope, floor.max(2));
        sort_rows(&mut found, &mut |x, y| (y.mentions, y.articles, x.first).cmp(&(x.mentions, x.articles, y.first)));
        found.truncate(PHRASES);
        terms.add_phrases(corpus, found.into_iter().map(|p| p.gram));
    }
    let rule = PairRule { min_windows: floor, min_count: floor };
    let tally = tally(corpus, &views, &terms, query.window, &query.scope, Some(rule));
    Counted { terms, tally }
}

/// The tables of a pair: over windows, over articles; and the margins that Dice and Jaccard are over.
///
/// For a window of `k` words the table is that of surface co-occurrence (Evert 2008): the first margin is
/// the span of `2k` words around each mention of the first, the second the mentions of the second, and N
/// the words.
#[must_use]
pub fn tables(tally: &Tally, pair: &PairCount, window: Window) -> Option<(Table, Table, [u64; 2])> {
    let (a, b) = (tally.terms.get(pair.a as usize)?, tally.terms.get(pair.b as usize)?);
    let articles = Table::new(pair.articles.into(), a.articles.into(), b.articles.into(), tally.articles).ok()?;
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
pub fn values(table: &Table, articles: &Table, margins: [u64; 2], few: bool) -> Values {
    let [a, b] = margins.map(|m| m as f64);
    let both = table.n11 as f64;
    let ratio = |x: f64, y: f64| if y > 0.0 { Some(x / y) } else { None };
    let log_likelihood = association::log_likelihood(table);
    let tested = if few { log_likelihood } else { association::log_likelihood(articles) };
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

/// The pairs asked for, best first by the measure; ties by count, then by ids. q is adjusted over all
/// pairs above the floors, before any cut by rank.
#[must_use]
pub fn rows(corpus: &Corpus, query: &Query) -> Vec<Row> {
    let counted = count(corpus, query, query.pair_floor());
    ranked(corpus, query, &counted)
}

fn ranked(corpus: &Corpus, query: &Query, counted: &Counted) -> Vec<Row> {
    let Counted { terms, tally } = counted;
    let articles = usize::try_from(tally.articles).unwrap_or(usize::MAX);
    let few = articles < FEW_ARTICLES;
    let floor = query.article_floor(articles);
    struct Found {
        pair: PairCount,
        table: Table,
        articles: Table,
        margins: [u64; 2],
        values: Values,
    }
    let mut found: Vec<Found> = Vec::new();
    for pair in tally.pairs.iter().filter(|p| p.articles >= floor) {
        if nested(terms, pair) {
            continue;
        }
        let pair = in_order(terms, tally, *pair);
        if let Some((table, articles, margins)) = tables(tally, &pair, query.window) {
            let values = values(&table, &articles, margins, few);
            found.push(Found { pair, table, articles, margins, values });
        }
    }
    let p: Vec<Option<f64>> = found.iter().map(|f| f.values.p_value).collect();
    for (row, q) in found.iter_mut().zip(benjamini_hochberg(&p)) {
        row.values.q_value = q;
    }
    let attracted = |f: &Found| f.values.expected.is_some_and(|e| f.table.n11 as f64 > e);
    found.retain(|f| attracted(f) != query.apart);
    let score = |f: &Found| match query.pair_measure {
        PairMeasure::LogLikelihood => f.values.log_likelihood,
        PairMeasure::Npmi => f.values.npmi,
        PairMeasure::Pmi => f.values.pmi,
        PairMeasure::Dice => f.values.dice,
        PairMeasure::Jaccard => f.values.jaccard,
        PairMeasure::Count => Some(f.table.n11 as f64),
    };
    let id = |t: u32| terms.get(t).map_or("", |t| t.id.as_str());
    let direction = if query.apart && query.pair_measure != PairMeasure::LogLikelihood { -1.0 } else { 1.0 };
    sort_rows(&mut found, &mut |x, y| {
        descending(score(x).map(|s| s * direction), score(y).map(|s| s * direction))
            .then_with(|| y.table.n11.cmp(&x.table.n11))
            .then_with(|| (id(x.pair.a), id(x.pair.b)).cmp(&(id(y.pair.a), id(y.pair.b))))
    });
    found.truncate(query.limit);
    let names = names(corpus, query, terms, found.iter().flat_map(|f| [f.pair.a, f.pair.b]));
    found
        .into_iter()
        .filter_map(|f| {
            let (a, b) = (terms.get(f.pair.a)?, terms.get(f.pair.b)?);
            let name = |t: u32| names.get(t as usize).cloned().unwrap_or_default();
            Some(Row {
                ids: [a.id.clone(), b.id.clone()],
                terms: [name(f.pair.a), name(f.pair.b)],
                kinds: [a.kind, b.kind],
                table: f.table,
                articles: f.articles,
                margins: f.margins,
                values: f.values,
                first: f.pair.first,
                last: f.pair.last,
            })
        })
        .collect()
}

/// Undefined comes last.
fn descending(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The pair with the more frequent term first, ties by id: so that the order of adding does not show.
#[must_use]
pub fn in_order(terms: &Terms, tally: &Tally, pair: PairCount) -> PairCount {
    let rank = |t: u32| {
        let count: TermCount = tally.terms.get(t as usize).copied().unwrap_or_default();
        (std::cmp::Reverse(count.windows), terms.get(t).map(|t| t.id.as_str()))
    };
    if rank(pair.a) <= rank(pair.b) { pair } else { PairCount { a: pair.b, b: pair.a, ..pair } }
}

/// Whether one phrase is a part of the other, so that they are together by necessity.
fn nested(terms: &Terms, pair: &PairCount) -> bool {
    let words = |t: u32| match terms.get(t).map(|t| t.source) {
        Some(Source::Phrase(gram)) => Some(gram),
        _ => None,
    };
    let (Some(a), Some(b)) = (words(pair.a), words(pair.b)) else { return false };
    let inside = |x: &[crate::corpus::LexemeId], y: &[crate::corpus::LexemeId]| {
        x.iter().all(|l| *l == crate::corpus::LexemeId::NONE || y.contains(l))
    };
    inside(&a, &b) || inside(&b, &a)
}

/// For show: entities by their name, phrases by their commonest surface; by the number of the term.
fn names(corpus: &Corpus, query: &Query, terms: &Terms, wanted: impl Iterator<Item = u32>) -> Vec<String> {
    let mut names: Vec<String> = terms.rows().iter().map(|t| t.name.clone()).collect();
    let phrases: Vec<u32> = {
        let mut list: Vec<u32> =
            wanted.filter(|t| terms.get(*t).is_some_and(|t| matches!(t.source, Source::Phrase(_)))).collect();
        sort_rows(&mut list, &mut |a, b| a.cmp(b));
        list.dedup();
        list
    };
    if phrases.is_empty() {
        return names;
    }
    let scope = Scope { ..query.scope };
    for (term, forms) in phrases.iter().zip(surfaces(corpus, &scope, terms, &phrases)) {
        if let (Some(slot), Some((surface, _))) = (names.get_mut(*term as usize), forms.first()) {
            slot.clone_from(surface);
        }
    }
    names
}

/// The rows as columns.
#[must_use]
pub fn table(rows: &[Row]) -> Columns {
    let pairwise = |f: &dyn Fn(&Row) -> [u8; 2]| {
        let flat: Vec<u8> = rows.iter().flat_map(f).collect();
        let ends = (1..=rows.len()).map(|i| crate::span::to_u32(i * 2)).collect();
        Column::List(ends, Box::new(Column::Choice(KINDS, flat)))
    };
    let whole = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let value = |f: &dyn Fn(&Values) -> Option<f64>| rows.iter().map(|r| f(&r.values)).collect::<Vec<_>>().into_iter();
    Columns::new(rows.len())
        .with("ids", texts(rows.iter().map(|r| r.ids.to_vec())))
        .with("terms", texts(rows.iter().map(|r| r.terms.to_vec())))
        .with("kinds", pairwise(&|r| r.kinds.map(|k| k as u8)))
        .u32("count", rows.iter().map(|r| whole(r.table.n11)))
        .u32("n1p", rows.iter().map(|r| whole(r.table.n1p)))
        .u32("np1", rows.iter().map(|r| whole(r.table.np1)))
        .u32("npp", rows.iter().map(|r| whole(r.table.npp)))
        .u32("articles", rows.iter().map(|r| whole(r.articles.n11)))
        .f64("expected", value(&|v| v.expected))
        .f64("pmi", value(&|v| v.pmi))
        .f64("npmi", value(&|v| v.npmi))
        .f64("logLikelihood", value(&|v| v.log_likelihood))
        .f64("pValue", value(&|v| v.p_value))
        .f64("qValue", value(&|v| v.q_value))
        .f64("dice", value(&|v| v.dice))
        .f64("jaccard", value(&|v| v.jaccard))
        .maybe_text("firstDate", rows.iter().map(|r| r.first.map(|d| d.to_string())))
        .maybe_text("lastDate", rows.iter().map(|r| r.last.map(|d| d.to_string())))
}
