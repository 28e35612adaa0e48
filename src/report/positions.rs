//! Where terms are mentioned: in each article, and over the articles in order of time.

use crate::corpus::{Corpus, View};
use crate::error::Error;
use crate::order::sort_rows;
use crate::report::columns::{Cell, Table, Type, Value};
use crate::report::contexts::terms_for;
use crate::report::entities;
use crate::report::intervals::of_counts;
use crate::report::query::Query;
use crate::report::surfaces::places;
use crate::span::to_u32;

/// The articles in order of date (those without one last, ties by number) laid end to end, and the word at
/// which each mention of the `terms` asked for (else of the most mentioned entities) begins: numbers from 0 up
/// to the words of all articles.
///
/// # Errors
/// [`Error::Option`] for a term that nothing has.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let ids = match &query.terms {
        Some(ids) => ids.clone(),
        None => entities::rows(corpus, query).into_iter().map(|row| row.id).collect(),
    };
    let terms = terms_for(corpus, &ids.iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut views = query.scope.articles(corpus);
    let key = |v: &View<'_>| (v.date().is_none(), v.date(), v.record.id);
    sort_rows(&mut views, &mut |a, b| key(a).cmp(&key(b)));
    let mut articles = Table::new(&[
        ("id", Type::U32),
        ("headline", Type::Text),
        ("date", Type::Text),
        ("start", Type::U32),
        ("words", Type::U32),
    ]);
    let mut starts: Vec<(u32, u32)> = Vec::new();
    let mut total = 0;
    for view in &views {
        let words = to_u32(view.article.tokens.len());
        starts.push((total, view.article.tokens.start));
        articles.push(&[
            Cell::U32(view.record.id.0),
            Cell::OptionText(view.article.headline.as_ref().map(|h| h.value.as_str())),
            Cell::Date(view.date()),
            Cell::U32(total),
            Cell::U32(words),
        ]);
        total += words;
    }
    let mut series: Vec<Vec<u32>> = vec![Vec::new(); terms.len()];
    // Of each mention the article.
    let mut within = series.clone();
    for (view, hit) in places(&views, &terms, &query.scope, 0, None) {
        let (Some((start, first)), Some(list)) = (starts.get(view as usize), series.get_mut(hit.term as usize)) else {
            continue;
        };
        list.push(start + hit.token.saturating_sub(*first));
        if query.intervals
            && let Some(list) = within.get_mut(hit.term as usize)
        {
            list.push(view);
        }
    }
    let intervals = if query.intervals { of_counts(&within, views.len(), query.seed) } else { Vec::new() };
    let mut rows = Table::new(&[
        ("id", Type::Text),
        ("term", Type::Text),
        ("kind", Type::Choice(crate::count::term::KINDS)),
        ("count", Type::U32),
        ("low", Type::F64),
        ("high", Type::F64),
        ("places", Type::Array),
    ]);
    for (t, list) in (0u32..).zip(&series) {
        let interval = intervals.get(t as usize).copied().flatten();
        rows.push(&[
            Cell::Text(&terms.id(t)),
            Cell::Text(&terms.name(t)),
            Cell::kind(terms.kind(t)),
            Cell::U32(to_u32(list.len())),
            Cell::F64(interval.map(|i| i.0)),
            Cell::F64(interval.map(|i| i.1)),
            Cell::Array(list),
        ]);
    }
    Ok(Value::Object(vec![
        ("words", Value::Number(Some(f64::from(total)))),
        ("articles", Value::Table(articles)),
        ("rows", Value::Table(rows)),
    ]))
}
