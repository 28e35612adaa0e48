//! The arithmetic of a pair: its table, and every formula with the numbers filled in.

use crate::corpus::Corpus;
use crate::count::tally::{PairCount, PairRule, tally};
use crate::error::Error;
use crate::report::columns::{Cell, Table as Columns, Type, Value};
use crate::report::contexts::terms_for;
use crate::report::intervals;
use crate::report::pairs::{self, FEW_ARTICLES, Row};
use crate::report::query::Query;
use crate::stats::formula::{FORMULAS, MAIN};
use crate::stats::table::Table;

/// The pair asked for with its 2x2 tables and, for each measure, the formula, the formula with the
/// numbers filled in, the value and the source. A pair that is never together has a table as well.
///
/// # Errors
/// [`Error::Option`] unless `pair` names two terms that there are.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let Some([a, b]) = &query.pair else {
        return Err(Error::option("pair", "nothing", "a list of two terms, by id or name"));
    };
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
    Ok(Value::Object(vec![
        ("pair", Value::Table(pairs::table(std::slice::from_ref(&row)))),
        ("table", cells(&table)),
        ("articles", cells(&articles)),
        ("steps", Value::Table(steps(&table))),
        ("descriptive", Value::Bool(few)),
    ]))
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

fn steps(table: &Table) -> Columns {
    let mut out = Columns::new(&[
        ("measure", Type::Text),
        ("formula", Type::Text),
        ("filled", Type::Text),
        ("value", Type::F64),
        ("source", Type::Text),
    ]);
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
