//! The arithmetic of a row: its table, every formula with the numbers filled in, and the windows that were counted.

use crate::corpus::Corpus;
use crate::count::Scope;
use crate::count::tally::{PairCount, PairRule, tally};
use crate::error::Error;
use crate::num::ln;
use crate::report::columns::{Cell, Field, Table as Columns, Type, Value};
use crate::report::contexts::{Found, found, terms_for};
use crate::report::pairs::{self, FEW_ARTICLES, Row};
use crate::report::query::Query;
use crate::report::sources::Sources;
use crate::report::{compare, intervals, keywords, timeline};
use crate::stats::formula::{MAIN, number};
use crate::stats::keyness::{Frequencies, keyness};
use crate::stats::table::Table;
use crate::stats::trend::trend;

/// The row asked for:
///
/// - `pair`: a row of the pairs, with its 2x2 tables. A pair that is never together has a table as well.
/// - `terms`, three of them: a triad.
/// - `term` or `pair` with `a`, `b` or `reference`: a row of a comparison.
/// - `term` or `pair` with `period`: a row of a timeline.
/// - `term`: a keyword.
///
/// Each with the formulas, the formulas with the numbers filled in, the values and the sources; and with every
/// window that holds the terms.
///
/// # Errors
/// [`Error::Option`] unless these name terms that there are.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let held = found(corpus, query)?;
    let ids: Vec<String> = (0..).map_while(|t| held.terms.source(t).map(|_| held.terms.id(t))).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let compared = query.groups.iter().any(Option::is_some) || query.reference.is_some();
    let mut out = match (&query.pair, &query.terms) {
        _ if compared => contrast(&compare::frequencies(corpus, query, &ids)?),
        _ if query.over_time => course(&timeline::course(corpus, query, &ids)?),
        (Some(pair), _) => of_pair(corpus, query, pair)?,
        (_, Some(_)) => triad(query, &held)?,
        _ => keyword(corpus, query, &ids),
    };
    if !compared
        && !query.over_time
        && ids.len() < 3
        && let Some(table) = by_source(query, &held)
    {
        out.push(("sources", Value::Table(table)));
    }
    out.push(("windows", Value::Table(windows(&held))));
    Ok(Value::Object(out))
}

/// The question without what narrows down the rows.
#[inline(never)]
fn all_of(query: &Query) -> Query {
    Query { limit: usize::MAX, intervals: false, term: None, ..query.clone() }
}

/// The fields of an answer.
type Fields = Vec<(&'static str, Value)>;

fn of_pair(corpus: &Corpus, query: &Query, [a, b]: &[String; 2]) -> Result<Fields, Error> {
    let terms = terms_for(corpus, &[a, b])?;
    let views = query.scope.articles(corpus);
    let rule = PairRule { min_windows: 1, min_count: 1 };
    let counted = tally(&views, &terms, query.window, &query.scope, Some(rule));
    let pair = counted.pairs.first().copied().unwrap_or(PairCount { a: 0, b: 1, ..PairCount::default() });
    let pair = pairs::in_order(&terms, &counted, pair);
    let few = views.len() < FEW_ARTICLES;
    let (table, articles, margins) = pairs::tables(&counted, &pair, counted.articles_with_both(0, 1), query.window)
        .ok_or_else(|| Error::option("pair", format!("[{a:?}, {b:?}]"), "two terms that are not one"))?;
    // q is over all pairs tested, so it comes from the ranked rows where the pair is among them.
    let ids = [terms.id(pair.a), terms.id(pair.b)];
    let mut values = pairs::values(&table, &articles, margins, few);
    let mut everything = all_of(query);
    for apart in [false, true] {
        everything.apart = apart;
        let rows = pairs::rows(corpus, &everything);
        values.q_value = values.q_value.or(rows.iter().find(|row| row.ids == ids).and_then(|row| row.values.q_value));
    }
    let mut row = Row {
        ids,
        terms: [terms.name(pair.a), terms.name(pair.b)],
        kinds: [terms.kind(pair.a), terms.kind(pair.b)],
        table,
        articles,
        in_articles: pair.articles,
        margins,
        values,
        first: pair.first,
        last: pair.last,
        interval: None,
        dp: None,
        of_sources: None,
    };
    if query.intervals {
        intervals::fill(corpus, query, std::slice::from_mut(&mut row));
    }
    Ok(vec![
        ("pair", Value::Table(pairs::table(std::slice::from_ref(&row)))),
        ("table", cells(&table)),
        ("articles", cells(&articles)),
        ("steps", Value::Table(steps(&table))),
        ("descriptive", Value::Bool(few)),
    ])
}

fn windows(held: &Found<'_>) -> Columns {
    let mut out =
        Columns::new(&[("article", Type::U32), ("paste", Type::U32), ("start", Type::U32), ("end", Type::U32)]);
    for (view, at) in held.windows.iter().filter_map(|(view, at)| held.views.get(*view).map(|view| (view, at))) {
        let place = |byte: u32| Cell::U32(view.paste.utf16.offset(&view.paste.text, byte));
        out.push(&[
            Cell::U32(view.record.id.0),
            Cell::U32(view.record.paste),
            place(at.span.start),
            place(at.span.end),
        ]);
    }
    out
}

/// What each source has, in the order in which they come: mentions of a term and its words, windows with both of a pair
/// and its windows. What the dispersion over sources is counted from.
#[inline(never)]
fn by_source(query: &Query, held: &Found<'_>) -> Option<Columns> {
    let rule = query.pair.is_some().then_some(PairRule { min_windows: 1, min_count: 1 });
    let scope = Scope { pronouns: query.scope.pronouns && rule.is_some(), ..query.scope.clone() };
    let (mut counts, mut sizes) = (Vec::new(), Vec::new());
    for (article, view) in (0u32..).zip(&held.views) {
        let counted = tally(std::slice::from_ref(view), &held.terms, query.window, &scope, rule);
        let (count, size) = match rule {
            Some(_) => (counted.pairs.first().map_or(0, |p| p.windows), counted.windows),
            None => (counted.terms.first().map_or(0, |t| t.mentions), view.record.words.into()),
        };
        counts.push((article, count.into()));
        sizes.push(size);
    }
    let sources = Sources::new(&held.views, &sizes)?;
    let counts = sources.sums(&counts);
    let mut out = Columns::new(&[("source", Type::Text), ("count", Type::U32), ("size", Type::U32)]);
    for (view, source) in held.views.iter().zip(&sources.of) {
        // Where a source is the next one, it stands for the first time.
        let at = *source as usize;
        if let (true, Some(name), Some(count), Some(size)) =
            (at == out.rows, &view.article.source, counts.get(at), sources.sizes.get(at))
        {
            out.push(&[Cell::Text(&name.value), Cell::count(*count), Cell::count(*size)]);
        }
    }
    Some(out)
}

/// A step of arithmetic: measure, formula, source. What follows a semicolon in a formula says what symbols mean.
type Step = (&'static str, &'static str, &'static str);

/// What symbols and measures stand for.
type Values = Vec<(&'static str, Option<f64>)>;

/// The steps as rows, each with the formula filled in.
#[inline(never)]
fn told(steps: &[Step], values: &Values) -> Value {
    let mut out = Columns::new(STEP);
    for (measure, formula, source) in steps {
        let value = values.iter().find(|(name, _)| name == measure).and_then(|(_, value)| *value);
        let mut text = filled(formula.split(';').next().unwrap_or(""), values);
        text.push_str(" = ");
        text.push_str(&value.map_or_else(|| "undefined".into(), number));
        out.push(&[Cell::Text(measure), Cell::Text(formula), Cell::Text(&text), Cell::F64(value), Cell::Text(source)]);
    }
    Value::Table(out)
}

/// A formula with numbers in the place of its symbols.
fn filled(formula: &str, values: &Values) -> String {
    let mut out = String::new();
    for part in formula.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        match values.iter().find(|(name, _)| *name == word) {
            Some((_, Some(x))) if x.fract() == 0.0 && x.abs() < 1e15 => out.push_str(&format!("{}", *x as i64)),
            Some((_, Some(x))) => out.push_str(&number(*x)),
            _ => out.push_str(word),
        }
        out.push_str(part.get(word.len()..).unwrap_or(""));
    }
    out
}

const CONTRAST: &[Step] = &[
    ("expected", "sizeA × (a + b) / (sizeA + sizeB)", "Rayson & Garside 2000"),
    (
        "logLikelihood",
        "2 × (a × ln(a / EA) + b × ln(b / EB) + c × ln(c / EC) + d × ln(d / ED)); c, d: the other words; E: what is expected of each",
        "Dunning 1993",
    ),
    ("logLikelihoodP", "P(χ² with 1 df ≥ logLikelihood)", "Wilks 1938"),
    ("logRatio", "log2((a0 / sizeA) / (b0 / sizeB)); a0, b0: a and b, a 0 counted as ½", "Hardie 2014"),
    ("percentDiff", "(a / sizeA - b / sizeB) × 100 / (b / sizeB)", "Gabrielatos 2018"),
    ("simpleMaths1", "(a × 1000000 / sizeA + 1) / (b × 1000000 / sizeB + 1)", "Kilgarriff 2009"),
    ("simpleMaths100", "(a × 1000000 / sizeA + 100) / (b × 1000000 / sizeB + 100)", "Kilgarriff 2009"),
    ("bic", "logLikelihood - ln(sizeA + sizeB)", "Wilson 2013"),
];

#[inline(never)]
fn contrast(f: &Frequencies) -> Fields {
    let mut values = keyness(f).to_vec();
    let [a, b, size_a, size_b] = [f.a, f.b, f.size_a, f.size_b].map(|n| n as f64);
    let share = (a + b) / (size_a + size_b);
    let (of_a, of_b) = (size_a * share, size_b * share);
    let names = ["expected", "a", "b", "sizeA", "sizeB", "a0", "b0", "c", "d", "EA", "EB", "EC", "ED"];
    let (rest_a, rest_b) = (size_a - of_a, size_b - of_b);
    let all = [of_a, a, b, size_a, size_b, a.max(0.5), b.max(0.5), size_a - a, size_b - b, of_a, of_b, rest_a, rest_b];
    values.extend(names.into_iter().zip(all.map(Some)));
    vec![("table", cells(&f.table())), ("steps", told(CONTRAST, &values))]
}

const COURSE: &[Step] = &[
    (
        "trend",
        "(N × A - X × B) / √(p × (1 - p) × N × (N × C - B²)); period t has n articles, x with it; N = Σ n, X = Σ x, p = X / N, A = Σ t x, B = Σ t n, C = Σ t² n",
        "Cochran 1954; Armitage 1955",
    ),
    ("pValue", "P(|Z| ≥ |trend|)", "Armitage 1955"),
];

#[inline(never)]
fn course((counts, sizes): &(Vec<u64>, Vec<u64>)) -> Fields {
    let names = ["N", "X", "A", "B", "C", "p"];
    let mut sums = [0.0; 6];
    let [all, with, at_with, at, square, share] = &mut sums;
    for (t, (x, n)) in (0u32..).zip(counts.iter().zip(sizes)) {
        let (t, x, n) = (f64::from(t), *x as f64, *n as f64);
        *all += n;
        *with += x;
        *at_with += t * x;
        *at += t * n;
        *square += t * t * n;
    }
    *share = *with / *all;
    let found = trend(counts, sizes).ok().flatten();
    let mut values: Values = names.into_iter().zip(sums.map(Some)).collect();
    values.extend([("trend", found.map(|t| t.z)), ("pValue", found.map(|t| t.p_value))]);
    vec![("steps", told(COURSE, &values))]
}

const TRIAD: &[Step] = &[
    ("expected", "n1 × n2 × n3 / (npp × npp)", "Evert 2005"),
    ("logLikelihood", "2 × (O × ln(O / E) - (O - E))", "Evert 2005"),
];

#[inline(never)]
fn triad(query: &Query, held: &Found<'_>) -> Result<Fields, Error> {
    let counted = tally(&held.views, &held.terms, query.window, &query.scope, None);
    let [a, b, c] = counted.terms.as_slice() else {
        return Err(Error::option("terms", counted.terms.len(), "three terms"));
    };
    let [a, b, c] = [a, b, c].map(|t| f64::from(t.windows));
    let (n, o) = (counted.windows as f64, held.windows.len() as f64);
    let expected = (n > 0.0).then(|| a * b * c / (n * n));
    let score = expected.filter(|e| *e > 0.0).map(|e| if o > 0.0 { 2.0 * (o * ln(o / e) - (o - e)) } else { 2.0 * e });
    let names = ["n1", "n2", "n3", "npp", "O"];
    let mut values: Values = names.into_iter().zip([a, b, c, n, o].map(Some)).collect();
    values.extend([("E", expected), ("expected", expected), ("logLikelihood", score)]);
    Ok(vec![("steps", told(TRIAD, &values))])
}

const DP: &str = "½ Σ |share of mentions - share of text|";

const KEYWORD: &[Step] = &[
    ("perMillion", "count × 1000000 / words", ""),
    ("tfidf", "count × ln(N / articles)", "Spärck Jones 1972"),
    ("dp", DP, "Gries 2008"),
    ("dpNorm", "dp / (1 - smallest share of text)", "Lijffijt & Gries 2012"),
    ("dpSources", DP, "Gries 2008"),
    ("dpNormSources", "dpSources / (1 - smallest share of text)", "Lijffijt & Gries 2012"),
    // Of one article.
    ("salience", "repeated × early × long × compound × alone", ""),
];

#[inline(never)]
fn keyword(corpus: &Corpus, query: &Query, ids: &[&str]) -> Fields {
    let mut all = all_of(query);
    all.scope.pronouns = false;
    let row = keywords::rows(corpus, &all).into_iter().find(|row| ids.contains(&row.id.as_str()));
    let views = query.scope.articles(corpus);
    let words: u64 = views.iter().map(|v| u64::from(v.record.words)).sum();
    let count = row.as_ref().map(|r| f64::from(r.count));
    let mut values: Values = vec![
        ("count", count),
        ("words", Some(words as f64)),
        ("N", Some(views.len() as f64)),
        ("articles", row.as_ref().map(|r| f64::from(r.articles))),
        ("perMillion", count.filter(|_| words > 0).map(|n| n * 1e6 / words as f64)),
        ("tfidf", row.as_ref().map(|r| r.tfidf)),
    ];
    let (dp, of_sources) = row.as_ref().map_or((None, None), |r| (r.dp, r.of_sources));
    for (names, found) in [(["dp", "dpNorm"], dp), (["dpSources", "dpNormSources"], of_sources)] {
        values.extend(names.into_iter().zip([found.map(|d| d.dp), found.and_then(|d| d.norm)]));
    }
    let factors = row.as_ref().and_then(|r| r.factors);
    if let Some(factors) = factors {
        values.extend(["repeated", "early", "long", "compound", "alone"].into_iter().zip(factors.map(Some)));
        values.push(("salience", row.as_ref().map(|r| r.score)));
    }
    let steps = KEYWORD.get(..KEYWORD.len() - usize::from(factors.is_none())).unwrap_or(&[]);
    vec![("steps", told(steps, &values))]
}

fn cells(table: &Table) -> Value {
    let cell = |n: u64| Value::Number(Some(n as f64));
    let [n11, n12, n21, n22] = table.cells();
    Value::Object(vec![
        ("n11", cell(n11)),
        ("n12", cell(n12)),
        ("n21", cell(n21)),
        ("n22", cell(n22)),
        ("n1p", cell(table.n1p)),
        ("n2p", cell(table.npp - table.n1p)),
        ("np1", cell(table.np1)),
        ("np2", cell(table.npp - table.np1)),
        ("npp", cell(table.npp)),
    ])
}

const STEP: &[Field] = &[
    ("measure", Type::Text),
    ("formula", Type::Text),
    ("filled", Type::Text),
    ("value", Type::F64),
    ("source", Type::Text),
];

fn steps(table: &Table) -> Columns {
    let mut out = Columns::new(STEP);
    for f in MAIN {
        out.push(&[
            Cell::Text(f.name),
            Cell::Text(f.formula),
            Cell::Text(&f.filled(table)),
            Cell::F64(f.value(table)),
            Cell::Text(f.source),
        ]);
    }
    out
}
