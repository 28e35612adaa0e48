//! The sentences behind a number: every window that a count counted, with its hits.

use crate::corpus::{Corpus, View};
use crate::count::term::{NAMED, Terms};
use crate::count::window::{Hit, Window, WindowAt, hits_in, windows};
use crate::error::Error;
use crate::order::sort_rows;
use crate::report::columns::{Cell, Field, Table, Type, Value};
use crate::report::entities::ROLES;
use crate::report::query::{Order, Query};
use crate::span::{Span, to_u32};
use crate::text::case::lowered;
use crate::text::{TypeId, Vocabulary, utf16};

/// The windows that hold some terms.
pub struct Found<'c> {
    /// The terms asked for, numbered as asked.
    pub terms: Terms<'c>,
    /// The articles in scope.
    pub views: Vec<View<'c>>,
    /// The windows, each with the place of its article.
    pub windows: Vec<(usize, WindowAt)>,
    /// What each is sorted by.
    keys: Vec<String>,
}

/// The windows that hold the term, or all of the pair or the terms (or `least` of them, as for a community), as they
/// stand in the text.
///
/// # Errors
/// [`Error::Option`] unless one of `term`, `pair` and `terms` names terms that there are.
pub fn found<'c>(corpus: &'c Corpus, query: &Query) -> Result<Found<'c>, Error> {
    let wanted: Vec<&str> = match (&query.term, &query.pair, &query.terms) {
        (Some(term), None, None) => vec![term],
        (None, Some([a, b]), None) => vec![a, b],
        (None, None, Some(terms)) if !terms.is_empty() => terms.iter().map(String::as_str).collect(),
        _ => {
            return Err(Error::option(
                "term",
                "none or several of `term`, `pair` and `terms`",
                "one of the three, with an id or name",
            ));
        }
    };
    let terms = terms_for(corpus, &wanted)?;
    let numbers: Vec<u32> = (0..to_u32(terms.len())).collect();
    let least = query.least.map_or(numbers.len(), |n| numbers.len().min(n as usize));
    let mut views = query.scope.articles(corpus);
    views.retain(|view| query.article.is_none_or(|id| id == view.record.id.0));
    let mut held: Vec<(usize, WindowAt)> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    let mut hits = Vec::new();
    for (i, view) in views.iter().enumerate() {
        terms.hits(*view, &query.scope, &mut hits);
        if hits.is_empty() {
            continue;
        }
        for at in windows(*view, query.window, &query.scope) {
            let inside = hits_in(&hits, &at);
            let there = numbers.iter().filter(|n| inside.iter().any(|h| h.term == **n)).count();
            if there >= least && near(inside, query.window, numbers.len()) {
                keys.push(key(*view, &at, inside, query.order));
                held.push((i, at));
            }
        }
    }
    Ok(Found { terms, views, windows: held, keys })
}

/// The windows that hold the term, or all of the pair or the terms, in the order asked for: as many as the
/// count says, `limit` from `offset` on.
///
/// # Errors
/// Those of [`found`].
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let Found { terms, views, windows: found, keys } = found(corpus, query)?;
    let mut hits = Vec::new();
    let mut order: Vec<usize> = (0..found.len()).collect();
    if query.order != Order::Text {
        let key = |i: &usize| keys.get(*i);
        sort_rows(&mut order, &mut |x, y| key(x).cmp(&key(y)).then_with(|| x.cmp(y)));
    }
    // What is no name of its own is told by its role, where such mentions are asked for.
    let with_roles = query.scope.nested || query.scope.pronouns;
    let hits_of: &'static Type = if with_roles { &Type::Struct(HIT) } else { &Type::Struct(PLAIN_HIT) };
    let mut rows = Table::new(&[
        ("article", Type::U32),
        ("paste", Type::U32),
        ("headline", Type::Text),
        ("source", Type::Text),
        ("date", Type::Text),
        ("start", Type::U32),
        ("end", Type::U32),
        ("text", Type::Text),
        ("hits", Type::List(hits_of)),
    ]);
    for (view, at) in order.iter().skip(query.offset).take(query.limit).filter_map(|i| found.get(*i)) {
        if let Some(view) = views.get(*view) {
            terms.hits(*view, &query.scope, &mut hits);
            push(&mut rows, *view, at, hits_in(&hits, at), &terms, with_roles);
        }
    }
    let total = Value::Number(Some(found.len() as f64));
    Ok(Value::Object(vec![("total", total), ("rows", Value::Table(rows))]))
}

const PLAIN_HIT: &[Field] = &[("start", Type::U32), ("end", Type::U32), ("term", Type::Text)];
const HIT: &[Field] = &[("start", Type::U32), ("end", Type::U32), ("term", Type::Text), ("role", Type::Choice(ROLES))];

fn push(rows: &mut Table, view: View<'_>, at: &WindowAt, inside: &[Hit], terms: &Terms<'_>, with_roles: bool) {
    let text = &view.paste.text;
    // Within the window's own text.
    let offset = |byte: u32| utf16::length(Span::new(at.span.start, byte).of(text));
    let spots: Vec<_> = inside.iter().map(|h| (offset(h.span.start), offset(h.span.end), terms.id(h.term))).collect();
    // A phrase is none of the mentions.
    let role = |hit: &Hit| view.mentions.iter().find(|m| m.span == hit.span).map_or(0, |m| m.role as u8);
    let roles: Vec<u8> = if with_roles { inside.iter().map(role).collect() } else { Vec::new() };
    let cells = spots.iter().enumerate().map(|(i, (a, b, id))| {
        let mut own = vec![Cell::U32(*a), Cell::U32(*b), Cell::Text(id)];
        own.extend(roles.get(i).map(|role| Cell::Choice(*role)));
        Cell::Row(own)
    });
    let place = |byte: u32| Cell::U32(view.paste.utf16.offset(text, byte));
    rows.push(&[
        Cell::U32(view.record.id.0),
        Cell::U32(view.record.paste),
        Cell::OptionText(view.article.headline.as_ref().map(|h| h.value.as_str())),
        Cell::OptionText(view.article.source.as_ref().map(|s| s.value.as_str())),
        Cell::Date(view.date()),
        place(at.span.start),
        place(at.span.end),
        Cell::Text(at.span.of(text)),
        Cell::Row(cells.collect()),
    ]);
}

/// What a context is sorted by: its date, or its words before (the last first) or after the first hit.
fn key(view: View<'_>, at: &WindowAt, inside: &[Hit], order: Order) -> String {
    /// Words that can tell two contexts apart.
    const WORDS: usize = 6;
    let text = &view.paste.text;
    let Some(hit) = inside.first() else { return String::new() };
    let bare = |word: &str| lowered(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<String> = match order {
        Order::Text => return String::new(),
        Order::Date => return view.date().map_or("~".into(), |date| date.to_string()),
        Order::Left => {
            let before = Span::new(at.span.start, hit.span.start).of(text).split_whitespace().rev();
            before.map(bare).filter(|w| !w.is_empty()).take(WORDS).collect()
        }
        Order::Right => {
            let after = Span::new(hit.span.end, at.span.end).of(text).split_whitespace();
            after.map(bare).filter(|w| !w.is_empty()).take(WORDS).collect()
        }
    };
    words.join(" ")
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

/// The terms that some rows name by id, each once, and their numbers row by row.
///
/// # Errors
/// [`Error::Option`] for an id that nothing has.
pub fn terms_of<'c, 'r>(
    corpus: &'c Corpus,
    rows: impl Iterator<Item = &'r [String]>,
) -> Result<(Terms<'c>, Vec<Vec<u32>>), Error> {
    // Words and ids are alike: each gets a number when first seen.
    let mut seen = Vocabulary::new();
    let out = rows.map(|ids| ids.iter().map(|id| seen.intern(id).0).collect()).collect();
    let wanted: Vec<&str> = (0..to_u32(seen.len())).map(|n| seen.get(TypeId(n))).collect();
    Ok((terms_for(corpus, &wanted)?, out))
}
