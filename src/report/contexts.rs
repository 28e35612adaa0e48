//! The sentences behind a number: every window that a count counted, with its hits.

use crate::corpus::{Corpus, View};
use crate::count::term::Terms;
use crate::count::window::{Hit, Window, WindowAt, hits_in, windows};
use crate::error::Error;
use crate::mention::Kind;
use crate::report::columns::{Column, Table, Value};
use crate::report::query::Query;
use crate::span::to_u32;

/// The windows that hold the term, or both terms of the pair, in the order of the text: as many as the
/// term's or the pair's count says, `limit` from `offset` on.
///
/// # Errors
/// [`Error::Option`] unless one of `term` and `pair` names terms that there are.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let wanted: Vec<&str> = match (&query.term, &query.pair) {
        (Some(term), None) => vec![term],
        (None, Some([a, b])) => vec![a, b],
        _ => return Err(Error::option("term", "both or neither of `term` and `pair`", "one of the two")),
    };
    let terms = terms_for(corpus, &wanted)?;
    let numbers: Vec<u32> = (0..to_u32(wanted.len())).collect();
    let mut total = 0usize;
    let mut found: Vec<(View<'_>, WindowAt, Vec<Hit>)> = Vec::new();
    let mut hits = Vec::new();
    for view in query.scope.articles(corpus) {
        if query.article.is_some_and(|id| id != view.record.id.0) {
            continue;
        }
        terms.hits(corpus, view, &query.scope, &mut hits);
        if hits.is_empty() {
            continue;
        }
        for at in windows(view, query.window, &query.scope) {
            let inside = hits_in(&hits, &at);
            if !numbers.iter().all(|n| inside.iter().any(|h| h.term == *n))
                || !near(inside, query.window, numbers.len())
            {
                continue;
            }
            if total >= query.offset && found.len() < query.limit {
                found.push((view, at, inside.to_vec()));
            }
            total += 1;
        }
    }
    Ok(Value::Object(vec![("total", Value::Number(Some(total as f64))), ("rows", Value::Table(table(&terms, &found)))]))
}

/// For a pair in a window of words: whether a mention of each is within reach.
fn near(hits: &[Hit], window: Window, terms: usize) -> bool {
    match window {
        Window::Words(k) if terms > 1 => {
            hits.iter().any(|x| hits.iter().any(|y| x.term < y.term && x.token.abs_diff(y.token) <= k))
        }
        _ => true,
    }
}

/// The terms asked for, numbered as asked: entities of any kind, else keyword phrases.
///
/// # Errors
/// [`Error::Option`] for a name that nothing has.
pub fn terms_for(corpus: &Corpus, wanted: &[&str]) -> Result<Terms, Error> {
    let all = Terms::entities(corpus, &[Kind::Person, Kind::Organization, Kind::Place, Kind::Other]);
    let mut picked = Terms::default();
    for name in wanted {
        if !picked.pick(corpus, &all, name) {
            return Err(Error::option(
                "term",
                format!("{name:?}"),
                "the id or name of an entity or keyword of the corpus",
            ));
        }
    }
    Ok(picked)
}

fn table(terms: &Terms, rows: &[(View<'_>, WindowAt, Vec<Hit>)]) -> Table {
    let (mut hit_ends, mut hit_start, mut hit_end, mut hit_term) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (_, at, hits) in rows {
        for hit in hits {
            hit_start.push((hit.span.start, at.span.start));
            hit_end.push((hit.span.end, at.span.start));
            hit_term.push(Some(terms.get(hit.term).map_or_else(String::new, |t| t.id.clone())));
        }
        hit_ends.push(to_u32(hit_term.len()));
    }
    // Offsets within the window's own text.
    let mut row_of_hit = Vec::with_capacity(hit_term.len());
    for (i, (_, _, hits)) in rows.iter().enumerate() {
        row_of_hit.extend(hits.iter().map(|_| i));
    }
    let relative = |spots: &[(u32, u32)]| -> Vec<u32> {
        spots
            .iter()
            .zip(&row_of_hit)
            .filter_map(|((byte, base), i)| {
                let (view, _, _) = rows.get(*i)?;
                let at = |b| view.paste.utf16.offset(&view.paste.text, b);
                Some(at(*byte).saturating_sub(at(*base)))
            })
            .collect()
    };
    let present = vec![true; hit_term.len()];
    let hits = Column::Struct(
        vec![
            ("start", Column::U32(relative(&hit_start))),
            ("end", Column::U32(relative(&hit_end))),
            ("term", Column::Text(hit_term)),
        ],
        present,
    );
    let offset = |view: &View<'_>, byte: u32| view.paste.utf16.offset(&view.paste.text, byte);
    Table::new(rows.len())
        .u32("article", rows.iter().map(|(v, _, _)| v.record.id.0))
        .u32("paste", rows.iter().map(|(v, _, _)| v.record.paste))
        .maybe_text("headline", rows.iter().map(|(v, _, _)| v.article.headline.as_ref().map(|h| h.value.clone())))
        .maybe_text("date", rows.iter().map(|(v, _, _)| v.date().map(|d| d.to_string())))
        .u32("start", rows.iter().map(|(v, at, _)| offset(v, at.span.start)))
        .u32("end", rows.iter().map(|(v, at, _)| offset(v, at.span.end)))
        .text("text", rows.iter().map(|(v, at, _)| at.span.of(&v.paste.text)))
        .with("hits", Column::List(hit_ends, Box::new(hits)))
}
