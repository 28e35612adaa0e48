//! Who and what is named: entities with every surface, and their mentions.

use crate::corpus::Corpus;
use crate::count::tally::tally;
use crate::count::term::{KINDS, Terms};
use crate::mention::Kind;
use crate::order::{key, last_wanted, sort_rows};
use crate::report::columns::{Cell, Table, Type};
use crate::report::pairs::Counted;
use crate::report::query::Query;
use crate::report::surfaces::{places, surfaces};
use crate::span::to_u32;

/// An entity of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `kind:key`.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Mentions that count.
    pub count: u32,
    /// Articles with such a mention.
    pub articles: u32,
    /// Every surface, commonest first, ties by bytes.
    pub aliases: Vec<(String, u32)>,
    /// Offices and forms of address, in order of bytes.
    pub titles: Vec<String>,
}

/// The entities with at least `minCount` mentions in at least `minArticles` articles (default 1), by
/// mentions, then articles, then id.
#[must_use]
pub fn rows(corpus: &Corpus, query: &Query) -> Vec<Row> {
    let terms = Terms::entities(corpus, &query.kinds_of_pairs());
    let tally = tally(&query.scope.articles(corpus), &terms, query.window, &query.scope, None);
    counted(corpus, query, &Counted { terms, tally })
}

/// The same of entities that were counted before.
#[must_use]
#[inline(never)]
pub fn counted(corpus: &Corpus, query: &Query, counted: &Counted<'_>) -> Vec<Row> {
    let views = query.scope.articles(corpus);
    let Counted { terms: all, tally } = counted;
    let count = |t: u32| tally.terms.get(t as usize).copied().unwrap_or_default();
    let mut order: Vec<u32> = (0..to_u32(all.len())).collect();
    order.retain(|t| {
        count(*t).mentions >= query.min_count.unwrap_or(1) && count(*t).articles >= query.min_articles.unwrap_or(1)
    });
    let size = |t: u32| (count(t).mentions, count(t).articles);
    // What is not among the first by its mentions need not be sorted.
    let place = |t: &u32| !key(count(*t).mentions.into());
    let last = last_wanted(&order.iter().map(place).collect::<Vec<_>>(), query.limit);
    order.retain(|t| place(t) <= last);
    sort_rows(&mut order, &mut |a, b| size(*b).cmp(&size(*a)).then_with(|| all.by_id(*a, *b)));
    order.truncate(query.limit);

    let mut terms = all.pick(order.iter().filter_map(|t| all.source(*t)));
    let mut titles: Vec<Vec<String>> = vec![Vec::new(); terms.len()];
    for (entity, title) in views.iter().flat_map(|v| v.titles) {
        if let Some(list) = terms.of_entity(*entity).and_then(|t| titles.get_mut(t as usize)) {
            list.push(corpus.entities().text(*title).to_string());
        }
    }
    // A pronoun is no surface.
    terms.by_name = true;
    let mentions = order.iter().map(|t| size(*t).0 as usize).sum();
    let forms = surfaces(&views, &places(&views, &terms, &query.scope, mentions, None), &terms);
    let mut out = Vec::with_capacity(order.len());
    for (((i, t), aliases), mut titles) in (0u32..).zip(order).zip(forms).zip(titles) {
        sort_rows(&mut titles, &mut |a, b| a.cmp(b));
        titles.dedup();
        let (count, articles) = size(t);
        out.push(Row { id: terms.id(i), name: terms.name(i), kind: terms.kind(i), count, articles, aliases, titles });
    }
    out
}

/// The rows as columns.
#[must_use]
pub fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&[
        ("id", Type::Text),
        ("name", Type::Text),
        ("kind", Type::Choice(KINDS)),
        ("count", Type::U32),
        ("articles", Type::U32),
        ("aliases", Type::List(&Type::Struct(&[("surface", Type::Text), ("count", Type::U32)]))),
        ("titles", Type::List(&Type::Text)),
    ]);
    for r in rows {
        table.push(&[
            Cell::Text(&r.id),
            Cell::Text(&r.name),
            Cell::kind(r.kind),
            Cell::U32(r.count),
            Cell::U32(r.articles),
            Cell::Row(r.aliases.iter().map(|(s, n)| Cell::Row(vec![Cell::Text(s), Cell::U32(*n)])).collect()),
            Cell::Row(r.titles.iter().map(|t| Cell::Text(t)).collect()),
        ]);
    }
    table
}

/// The roles of mentions, in their order.
pub const ROLES: &[&str] = &["plain", "demonym", "metadata", "nested", "pronoun"];

/// The mentions that count, of all articles or of `article`, in the order of the text.
#[must_use]
pub fn mentions(corpus: &Corpus, query: &Query) -> Table {
    let terms = Terms::entities(corpus, &query.kinds_of_pairs());
    let mut table = Table::new(&[
        ("start", Type::U32),
        ("end", Type::U32),
        ("surface", Type::Text),
        ("kind", Type::Choice(KINDS)),
        ("entity", Type::Text),
        ("article", Type::U32),
        ("role", Type::Choice(ROLES)),
    ]);
    for view in query.scope.articles(corpus) {
        if query.article.is_some_and(|id| id != view.record.id.0) {
            continue;
        }
        let at = |byte| Cell::U32(view.paste.utf16.offset(&view.paste.text, byte));
        for m in view.mentions.iter().filter(|m| query.scope.role(m.role)) {
            let Some(term) = terms.of_entity(m.entity) else { continue };
            table.push(&[
                at(m.span.start),
                at(m.span.end),
                Cell::Text(m.span.of(&view.paste.text)),
                Cell::kind(terms.kind(term)),
                Cell::Text(&terms.id(term)),
                Cell::U32(view.record.id.0),
                Cell::Choice(m.role as u8),
            ]);
        }
    }
    table
}
