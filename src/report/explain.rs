//! The arithmetic of a row: its table, every formula with the numbers filled in, and the windows that were counted.

use crate::corpus::Corpus;
use crate::count::tally::{PairCount, PairRule, tally};
use crate::error::Error;
use crate::num::ln;
use crate::report::columns::{Cell, Field, Table as Columns, Type, Value};
use crate::report::contexts::{Found, found, terms_for};
use crate::report::pairs::{self, FEW_ARTICLES, Row};
use crate::report::query::Query;
use crate::report::{compare, intervals, keywords, timeline};
use crate::stats::formula::{FORMULAS, MAIN, number};
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
    out.push(("windows", Value::Table(windows(&held))));
    Ok(Value::Object(out))
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
    let (table, articles, margins) = pairs::tables(&counted, &pair, query.window)
        .ok_or_else(|| Error::option("pair", format!("[{a:?}, {b:?}]"), "two terms that are not one"))?;
    // q is over all pairs tested, so it comes from the ranked rows where the pair is among them.
    let ids = [terms.id(pair.a), terms.id(pair.b)];
    let mut values = pairs::values(&table, &articles, margins, few);
    let everything = Query { limit: usize::MAX, intervals: false, ..query.clone() };
    values.q_value = [false, true]
        .into_iter()
        .flat_map(|apart| pairs::rows(corpus, &Query { apart, ..everything.clone() }))
        .find(|row| row.ids == ids)
        .and_then(|row| row.values.q_value);
    let mut row = Row {
        ids,
        terms: [terms.name(pair.a), terms.name(pair.b)],
        kinds: [terms.kind(pair.a), terms.kind(pair.b)],
        table,
        articles,
        margins,
        values,
        first: pair.first,
        last: pair.last,
        interval: None,
        dp: None,
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

/// A step of arithmetic: measure, formula, what its symbols stand for, value, source.
type Step<'s> = (&'s str, &'s str, &'s [(&'s str, f64)], Option<f64>, &'s str);

/// The steps as rows. What follows a semicolon in a formula says what symbols mean.
fn told(steps: &[Step<'_>]) -> Value {
    let mut out = Columns::new(STEP);
    for (measure, formula, symbols, value, source) in steps {
        let filled = filled(formula.split(';').next().unwrap_or(""), symbols);
        let result = value.map_or_else(|| "undefined".into(), number);
        out.push(&[
            Cell::Text(measure),
            Cell::Text(formula),
            Cell::Text(&format!("{filled} = {result}")),
            Cell::F64(*value),
            Cell::Text(source),
        ]);
    }
    Value::Table(out)
}

/// A formula with numbers in the place of its symbols.
fn filled(formula: &str, symbols: &[(&str, f64)]) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in formula.chars().chain(Some(' ')) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        match symbols.iter().find(|(name, _)| *name == word) {
            Some((_, x)) if x.fract() == 0.0 && x.abs() < 1e15 => out.push_str(&x.to_string()),
            Some((_, x)) => out.push_str(&number(*x)),
            None => out.push_str(&word),
        }
        word.clear();
        out.push(c);
    }
    out.trim_end().to_string()
}

fn contrast(f: &Frequencies) -> Fields {
    let values = keyness(f);
    let value = |name: &str| values.iter().find(|(n, _)| *n == name).and_then(|(_, v)| *v);
    let [a, b, size_a, size_b] = [f.a, f.b, f.size_a, f.size_b].map(|n| n as f64);
    let share = (a + b) / (size_a + size_b);
    let (of_a, of_b, g2) = (size_a * share, size_b * share, value("logLikelihood"));
    let symbols = [("a", a), ("b", b), ("sizeA", size_a), ("sizeB", size_b), ("EA", of_a), ("EB", of_b)];
    let rest = [("c", size_a - a), ("d", size_b - b), ("EC", size_a - of_a), ("ED", size_b - of_b)];
    let symbols: Vec<_> = symbols.into_iter().chain(rest).chain(g2.map(|g2| ("G2", g2))).collect();
    let halved = [("a", a.max(0.5)), ("b", b.max(0.5)), ("sizeA", size_a), ("sizeB", size_b)];
    let step = |name, formula, source| (name, formula, symbols.as_slice(), value(name), source);
    vec![
        ("table", cells(&f.table())),
        (
            "steps",
            told(&[
                ("expected", "sizeA × (a + b) / (sizeA + sizeB)", &symbols, Some(of_a), "Rayson & Garside 2000"),
                step(
                    "logLikelihood",
                    "2 × (a × ln(a / EA) + b × ln(b / EB) + c × ln(c / EC) + d × ln(d / ED)); c, d: the other words; E: what is expected of each",
                    "Dunning 1993",
                ),
                step("logLikelihoodP", "P(χ² with 1 df ≥ G2)", "Wilks 1938"),
                (
                    "logRatio",
                    "log2((a / sizeA) / (b / sizeB)); a 0 counts as ½",
                    &halved,
                    value("logRatio"),
                    "Hardie 2014",
                ),
                step("percentDiff", "(a / sizeA - b / sizeB) × 100 / (b / sizeB)", "Gabrielatos 2018"),
                step("simpleMaths1", "(a × 1000000 / sizeA + 1) / (b × 1000000 / sizeB + 1)", "Kilgarriff 2009"),
                step("simpleMaths100", "(a × 1000000 / sizeA + 100) / (b × 1000000 / sizeB + 100)", "Kilgarriff 2009"),
                step("bic", "G2 - ln(sizeA + sizeB)", "Wilson 2013"),
            ]),
        ),
    ]
}

fn course((counts, sizes): &(Vec<u64>, Vec<u64>)) -> Fields {
    let sum = |f: &dyn Fn(f64, f64, f64) -> f64| {
        let periods = (0u32..).zip(counts.iter().zip(sizes));
        periods.map(|(t, (x, n))| f(f64::from(t), *x as f64, *n as f64)).sum::<f64>()
    };
    let (all, with) = (sum(&|_, _, n| n), sum(&|_, x, _| x));
    let symbols = [
        ("N", all),
        ("X", with),
        ("p", with / all),
        ("A", sum(&|t, x, _| t * x)),
        ("B", sum(&|t, _, n| t * n)),
        ("C", sum(&|t, _, n| t * t * n)),
    ];
    let found = trend(counts, sizes).ok().flatten();
    let z = found.map(|t| t.z);
    let second: Vec<_> = z.map(|z| ("z", z.abs())).into_iter().collect();
    vec![(
        "steps",
        told(&[
            (
                "trend",
                "(N × A - X × B) / √(p × (1 - p) × N × (N × C - B²)); period t has n articles, x with it; N = Σ n, X = Σ x, p = X / N, A = Σ t x, B = Σ t n, C = Σ t² n",
                &symbols,
                z,
                "Cochran 1954; Armitage 1955",
            ),
            ("pValue", "P(|Z| ≥ z)", &second, found.map(|t| t.p_value), "Armitage 1955"),
        ]),
    )]
}

fn triad(query: &Query, held: &Found<'_>) -> Result<Fields, Error> {
    let counted = tally(&held.views, &held.terms, query.window, &query.scope, None);
    let [a, b, c] = counted.terms.as_slice() else {
        return Err(Error::option("terms", counted.terms.len(), "three terms"));
    };
    let [a, b, c] = [a, b, c].map(|t| f64::from(t.windows));
    let (n, o) = (counted.windows as f64, held.windows.len() as f64);
    let expected = (n > 0.0).then(|| a * b * c / (n * n));
    let score = expected.filter(|e| *e > 0.0).map(|e| if o > 0.0 { 2.0 * (o * ln(o / e) - (o - e)) } else { 2.0 * e });
    let symbols = [("n1", a), ("n2", b), ("n3", c), ("npp", n), ("O", o), ("E", expected.unwrap_or(0.0))];
    Ok(vec![(
        "steps",
        told(&[
            ("expected", "n1 × n2 × n3 / (npp × npp)", &symbols, expected, "Evert 2005"),
            ("logLikelihood", "2 × (O × ln(O / E) - (O - E))", &symbols, score, "Evert 2005"),
        ]),
    )])
}

fn keyword(corpus: &Corpus, query: &Query, ids: &[&str]) -> Fields {
    let everything = Query { limit: usize::MAX, term: None, ..query.clone() };
    let row = keywords::rows(corpus, &everything).into_iter().find(|row| ids.contains(&row.id.as_str()));
    let views = query.scope.articles(corpus);
    let words: u64 = views.iter().map(|v| u64::from(v.record.words)).sum();
    let count = row.as_ref().map_or(0.0, |r| f64::from(r.count));
    let symbols = [
        ("count", count),
        ("words", words as f64),
        ("N", views.len() as f64),
        ("articles", row.as_ref().map_or(0.0, |r| f64::from(r.articles))),
    ];
    let [repeated, early, long, compound, alone] = row.as_ref().and_then(|r| r.factors).unwrap_or_default();
    let product = [("repeated", repeated), ("early", early), ("long", long), ("compound", compound), ("alone", alone)];
    let million = (words > 0).then(|| count * 1e6 / words as f64);
    let mut steps: Vec<Step<'_>> = vec![
        ("perMillion", "count × 1000000 / words", &symbols, million, ""),
        ("tfidf", "count × ln(N / articles)", &symbols, row.as_ref().map(|r| r.tfidf), "Spärck Jones 1972"),
        ("dp", "½ Σ |share of mentions - share of words|", &[], row.as_ref().and_then(|r| r.dp), "Gries 2008"),
    ];
    if let Some(row) = row.as_ref().filter(|r| r.factors.is_some()) {
        steps.push(("salience", "repeated × early × long × compound × alone", &product, Some(row.score), ""));
    }
    vec![("steps", told(&steps))]
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
    for f in FORMULAS.iter().take(MAIN) {
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
