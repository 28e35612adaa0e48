//! Two groups of articles side by side: which terms and pairs are more the one's than the other's.

use crate::corpus::{Corpus, View};
use crate::count::phrase::add_commonest;
use crate::count::tally::{PairRule, Tally, tally};
use crate::count::term::{NAMED, Terms};
use crate::count::{Scope, Selection, Window};
use crate::error::Error;
use crate::mention::Kind;
use crate::order::{ascending, key, last_wanted, sort_rows};
use crate::report::columns::{Cell, Table, Type, Value, one_or_two, who};
use crate::report::contexts::terms_for;
use crate::report::query::Query;
use crate::report::reference::Reference;
use crate::report::surfaces::{places, surfaces};
use crate::span::to_u32;
use crate::stats::adjust::benjamini_hochberg;
use crate::stats::keyness::{Frequencies, keyness};

/// Most phrases that are compared, the most mentioned first.
const PHRASES: usize = 5000;

/// How often something is in each group, and what that says.
struct Row {
    /// A term, or two.
    terms: Vec<u32>,
    counts: Frequencies,
    articles: [u32; 2],
    /// G2 with the sign of the difference: above 0 where the first group has more for its size.
    score: f64,
    values: [(&'static str, Option<f64>); 12],
}

impl Row {
    /// `None` where the counts are none of a text: more mentions than words.
    fn new(terms: &[u32], counts: [u32; 2], sizes: [u64; 2], articles: [u32; 2]) -> Option<Row> {
        let counts = Frequencies::new(counts[0].into(), counts[1].into(), sizes[0], sizes[1]).ok()?;
        let values = keyness(&counts);
        let g2 = value(&values, "logLikelihood")?;
        let more = u128::from(counts.a) * u128::from(counts.size_b) >= u128::from(counts.b) * u128::from(counts.size_a);
        let score = if more { g2 } else { -g2 };
        Some(Row { terms: terms.to_vec(), counts, articles, score, values })
    }
}

fn value(values: &[(&'static str, Option<f64>)], name: &str) -> Option<f64> {
    values.iter().find(|(n, _)| *n == name).and_then(|(_, v)| *v)
}

/// The terms and pairs that set group `a` apart from group `b` (all other articles in scope where `b` is not
/// given; an article of both counts in `a`): of each `limit` that `a` has more of for its size and `limit`
/// that `b` has, in that order, by signed G2. Sizes are words for terms, windows for pairs; q is over all
/// terms, and all pairs of entities, with `minCount` (default 2) in both groups together.
///
/// With `reference` the second group is a language at large, of which a list of frequencies tells: the articles of
/// `a` (all without it) in that language are compared with it, in terms only.
///
/// # Errors
/// [`Error::Option`] without `a` and `reference`.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let (a, b, reference) = groups(corpus, query)?;
    let both: Vec<View<'_>> = a.iter().chain(&b).copied().collect();
    let floor = query.min_count.unwrap_or(2);
    let kinds = query.kinds.clone().unwrap_or_else(|| NAMED.into_iter().chain([Kind::Keyword]).collect());
    let mut terms = Terms::entities(corpus, &kinds);
    if kinds.contains(&Kind::Keyword) {
        add_commonest(&mut terms, corpus, &both, &query.scope, floor, PHRASES);
    }
    let count = |views: &[View<'_>]| tally(views, &terms, Window::Sentence, &query.scope, None);
    let counted = [count(&a), count(&b)];
    // Pairs are of entities: of thousands of phrases there would be millions.
    let entities = Terms::entities(corpus, &kinds);
    let rule = PairRule { min_windows: 1, min_count: 1 };
    let count = |views: &[View<'_>]| tally(views, &entities, query.window, &query.scope, Some(rule));
    let together = [count(&a), count(&b)];
    let mut sizes = [words(&a), words(&b)];
    let mut counted = counted;
    if let (Some(list), [of_a, of_b]) = (&reference, &mut counted) {
        sizes = [words(&a), list.size];
        for (t, (own, other)) in (0u32..).zip(of_a.terms.iter().zip(&mut of_b.terms)) {
            // What the text does not name often enough is no keyword of it.
            other.mentions = if own.mentions < floor { 0 } else { list.count(corpus, &terms, t) };
        }
    }

    let rows = strongest(of_terms(&terms, &counted, sizes, floor), query.limit, &terms);
    // Entities have the same numbers in both.
    let pairs = strongest(of_pairs(&together, floor), query.limit, &terms);
    let names =
        names(&both, &terms, &query.scope, rows.iter().chain(&pairs).flat_map(|(r, _)| r.terms.iter().copied()));
    let group = |views: &[View<'_>], words: u64, tally: &Tally| {
        let number = |n: u64| Value::Number(Some(n as f64));
        Value::Object(vec![
            ("articles", number(views.len() as u64)),
            ("words", number(words)),
            ("windows", number(tally.windows)),
        ])
    };
    let [of_a, of_b] = &together;
    Ok(Value::Object(vec![
        ("a", group(&a, sizes[0], of_a)),
        ("b", group(&b, sizes[1], of_b)),
        ("keywords", Value::Table(table(&rows, &terms, &names, false))),
        ("pairs", Value::Table(table(&pairs, &terms, &names, true))),
    ]))
}

fn words(views: &[View<'_>]) -> u64 {
    views.iter().map(|v| u64::from(v.record.words)).sum()
}

/// The articles of both groups, and the list that the first is compared with, where there is one.
type Groups<'c, 'q> = (Vec<View<'c>>, Vec<View<'c>>, Option<Reference<'q>>);

fn groups<'c, 'q>(corpus: &'c Corpus, query: &'q Query) -> Result<Groups<'c, 'q>, Error> {
    let all = query.scope.articles(corpus);
    let [first, second] = &query.groups;
    let everything = Selection::default();
    let of = |chosen: &Option<Selection>| chosen.as_ref().unwrap_or(&everything).of(all.clone());
    let mut a = of(first);
    if let Some(text) = &query.reference {
        let list = Reference::new(text, corpus)?;
        a.retain(|view| view.language() == list.language);
        return Ok((a, Vec::new(), Some(list)));
    }
    if first.is_none() {
        return Err(Error::option("a", "nothing", "an object with any of from, to, sources, articles, search"));
    }
    let is_first = |view: &View<'_>| a.iter().any(|own| own.record.id == view.record.id);
    let mut b = of(second);
    b.retain(|view| !is_first(view));
    Ok((a, b, None))
}

/// How often a term is mentioned in both groups, or a pair is in one window, and out of how many words or windows.
///
/// # Errors
/// Those of [`answer`], and [`Error::Option`] for a term that nothing has.
pub fn frequencies(corpus: &Corpus, query: &Query, ids: &[&str]) -> Result<Frequencies, Error> {
    let (a, b, reference) = groups(corpus, query)?;
    let terms = terms_for(corpus, ids)?;
    let rule = (ids.len() > 1).then_some(PairRule { min_windows: 1, min_count: 1 });
    let of = |views: &[View<'_>]| {
        let counted = tally(views, &terms, query.window, &query.scope, rule);
        match rule {
            Some(_) => (counted.pair(0, 1).map_or(0, |p| p.windows), size_of_pairs(&counted)),
            None => (counted.terms.first().map_or(0, |c| c.mentions), words(views)),
        }
    };
    let (first, size) = of(&a);
    let (second, rest) = match reference {
        Some(list) if rule.is_none() => (list.count(corpus, &terms, 0), list.size),
        _ => of(&b),
    };
    Frequencies::new(first.into(), second.into(), size, rest)
}

/// A window of words can hold a pair more than once; words bound how often.
fn size_of_pairs(tally: &Tally) -> u64 {
    if tally.windows_of_words { tally.words } else { tally.windows }
}

fn of_terms(terms: &Terms<'_>, counted: &[Tally; 2], sizes: [u64; 2], floor: u32) -> Vec<Row> {
    let mut out = Vec::new();
    for t in 0..to_u32(terms.len()) {
        let of = counted.each_ref().map(|tally| tally.terms.get(t as usize).copied().unwrap_or_default());
        let counts = of.map(|c| c.mentions);
        if counts.iter().sum::<u32>() >= floor {
            out.extend(Row::new(&[t], counts, sizes, of.map(|c| c.articles)));
        }
    }
    out
}

fn of_pairs(counted: &[Tally; 2], floor: u32) -> Vec<Row> {
    let [a, b] = counted;
    let mut out = Vec::new();
    let mut add = |x: u32, y: u32| {
        let of = counted.each_ref().map(|tally| tally.pair(x, y).copied().unwrap_or_default());
        let counts = of.map(|c| c.windows);
        if counts.iter().sum::<u32>() >= floor {
            out.extend(Row::new(&[x, y], counts, counted.each_ref().map(size_of_pairs), of.map(|c| c.articles)));
        }
    };
    for pair in &a.pairs {
        add(pair.a, pair.b);
    }
    for pair in b.pairs.iter().filter(|p| a.pair(p.a, p.b).is_none()) {
        add(pair.a, pair.b);
    }
    out
}

/// The first `limit` of both ends, with their q; ties by count, then by id.
fn strongest(rows: Vec<Row>, limit: usize, terms: &Terms<'_>) -> Vec<(Row, Option<f64>)> {
    let p: Vec<Option<f64>> = rows.iter().map(|r| value(&r.values, "logLikelihoodP")).collect();
    let mut rows: Vec<(Row, Option<f64>)> = rows.into_iter().zip(benjamini_hochberg(&p)).collect();
    // What is not among the first at either end need not be sorted.
    let places: Vec<u64> = rows.iter().map(|(r, _)| key(r.score)).collect();
    let low = last_wanted(&places, limit);
    let high = last_wanted(&places.iter().map(|place| !place).collect::<Vec<_>>(), limit);
    rows.retain(|(r, _)| key(r.score) <= low || !key(r.score) <= high);
    sort_rows(&mut rows, &mut |(x, _), (y, _)| {
        let ids = x.terms.iter().zip(&y.terms).map(|(a, b)| terms.by_id(*a, *b)).find(|o| o.is_ne());
        let count = |r: &Row| r.counts.a + r.counts.b;
        y.score.total_cmp(&x.score).then_with(|| count(y).cmp(&count(x))).then(ids.unwrap_or(std::cmp::Ordering::Equal))
    });
    let first = rows.partition_point(|(r, _)| r.score > 0.0);
    let last = rows.len() - rows.partition_point(|(r, _)| r.score >= 0.0);
    let (skip, keep) = (first.min(limit), last.min(limit));
    let end = rows.split_off(rows.len() - keep);
    rows.truncate(skip);
    rows.extend(end);
    rows
}

/// For show: entities by their name, phrases by their commonest surface.
pub(super) fn names(
    views: &[View<'_>],
    terms: &Terms<'_>,
    scope: &Scope,
    wanted: impl Iterator<Item = u32>,
) -> Vec<String> {
    let mut wanted: Vec<u32> = wanted.collect();
    ascending(&mut wanted);
    wanted.dedup();
    let mut shown = terms.pick(wanted.iter().filter_map(|t| terms.source(*t)));
    shown.by_name = true;
    let forms = surfaces(views, &places(views, &shown, scope, 0, None), &shown);
    let mut out = vec![String::new(); terms.len()];
    for (t, forms) in wanted.iter().zip(forms) {
        if let Some(slot) = out.get_mut(*t as usize) {
            let common = forms.into_iter().next().map(|(surface, _)| surface);
            *slot = common.filter(|_| terms.kind(*t) == Kind::Keyword).unwrap_or_else(|| terms.name(*t));
        }
    }
    out
}

fn table(rows: &[(Row, Option<f64>)], terms: &Terms<'_>, names: &[String], pairs: bool) -> Table {
    let [id, term, kind] = who(pairs);
    let mut table = Table::new(&[
        id,
        term,
        kind,
        ("countA", Type::U32),
        ("countB", Type::U32),
        ("articlesA", Type::U32),
        ("articlesB", Type::U32),
        ("perMillionA", Type::F64),
        ("perMillionB", Type::F64),
        ("score", Type::F64),
        ("logLikelihood", Type::F64),
        ("pValue", Type::F64),
        ("qValue", Type::F64),
        ("logRatio", Type::F64),
        ("conservativeLogRatio", Type::F64),
        ("percentDiff", Type::F64),
        ("simpleMaths1", Type::F64),
        ("simpleMaths100", Type::F64),
        ("bic", Type::F64),
    ]);
    for (row, q) in rows {
        let ids: Vec<String> = row.terms.iter().map(|t| terms.id(*t)).collect();
        let name = |t: &u32| names.get(*t as usize).map_or("", String::as_str);
        let million = |n: u64, size: u64| Cell::F64((size > 0).then(|| n as f64 * 1e6 / size as f64));
        let (f, [a, b]) = (&row.counts, row.articles);
        let measure = |name: &str| Cell::F64(value(&row.values, name));
        table.push(&[
            one_or_two(ids.iter().map(|id| Cell::Text(id)).collect(), pairs),
            one_or_two(row.terms.iter().map(|t| Cell::Text(name(t))).collect(), pairs),
            one_or_two(row.terms.iter().map(|t| Cell::kind(terms.kind(*t))).collect(), pairs),
            Cell::count(f.a),
            Cell::count(f.b),
            Cell::U32(a),
            Cell::U32(b),
            million(f.a, f.size_a),
            million(f.b, f.size_b),
            Cell::F64(Some(row.score)),
            measure("logLikelihood"),
            measure("logLikelihoodP"),
            Cell::F64(*q),
            measure("logRatio"),
            measure("conservativeLogRatio"),
            measure("percentDiff"),
            measure("simpleMaths1"),
            measure("simpleMaths100"),
            measure("bic"),
        ]);
    }
    table
}
