//! The sentences behind a number: every window that a count counted, with its hits.

use crate::corpus::Corpus;
use crate::count::term::{NAMED, Terms};
use crate::count::window::{Hit, Window, hits_in, windows};
use crate::error::Error;
use crate::report::columns::{Cell, Table, Type, Value};
use crate::report::query::Query;
use crate::span::{Span, to_u32};
use crate::text::utf16;

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
    let mut rows = Table::new(&[
        ("article", Type::U32),
        ("paste", Type::U32),
        ("headline", Type::Text),
        ("date", Type::Text),
        ("start", Type::U32),
        ("end", Type::U32),
        ("text", Type::Text),
        ("hits", Type::List(&Type::Struct(&[("start", Type::U32), ("end", Type::U32), ("term", Type::Text)]))),
    ]);
    let mut hits = Vec::new();
    for view in query.scope.articles(corpus) {
        if query.article.is_some_and(|id| id != view.record.id.0) {
            continue;
        }
        terms.hits(view, &query.scope, &mut hits);
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
            total += 1;
            if total <= query.offset || rows.rows >= query.limit {
                continue;
            }
            let text = at.span.of(&view.paste.text);
            // Within the window's own text.
            let offset = |byte: u32| Cell::U32(utf16::length(Span::new(at.span.start, byte).of(&view.paste.text)));
            let spots = inside.iter().map(|h| (offset(h.span.start), offset(h.span.end), terms.id(h.term)));
            let spots: Vec<_> = spots.collect();
            let place = |byte: u32| Cell::U32(view.paste.utf16.offset(&view.paste.text, byte));
            rows.push(&[
                Cell::U32(view.record.id.0),
                Cell::U32(view.record.paste),
                Cell::OptionText(view.article.headline.as_ref().map(|h| h.value.as_str())),
                Cell::Date(view.date()),
                place(at.span.start),
                place(at.span.end),
                Cell::Text(text),
                Cell::Row(
                    spots.iter().map(|(a, b, id)| Cell::Row(vec![a.clone(), b.clone(), Cell::Text(id)])).collect(),
                ),
            ]);
        }
    }
    Ok(Value::Object(vec![("total", Value::Number(Some(total as f64))), ("rows", Value::Table(rows))]))
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
pub fn terms_for<'c>(corpus: &'c Corpus, wanted: &[&str]) -> Result<Terms<'c>, Error> {
    let all = Terms::entities(corpus, &NAMED);
    let mut found = Vec::new();
    for name in wanted {
        found.push(all.find(name).ok_or_else(|| {
            Error::option("term", format!("{name:?}"), "the id or name of an entity or keyword of the corpus")
        })?);
    }
    Ok(all.pick(found.into_iter()))
}
