//! Who and what is named: entities with every surface, and their mentions.

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::count::tally::tally;
use crate::count::term::{KINDS, Terms};
use crate::count::window::Hit;
use crate::mention::{Kind, Role};
use crate::order::sort_rows;
use crate::report::columns::{Column, Table, texts};
use crate::report::query::Query;
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
    let views = query.scope.articles(corpus);
    let terms = Terms::entities(corpus, &query.kinds_of_pairs());
    let counted = tally(corpus, &views, &terms, query.window, &query.scope, None);
    let mut order: Vec<u32> = (0..to_u32(terms.len()))
        .filter(|t| {
            counted.terms.get(*t as usize).is_some_and(|c| {
                c.mentions >= query.min_count.unwrap_or(1) && c.articles >= query.min_articles.unwrap_or(1)
            })
        })
        .collect();
    let key = |t: &u32| {
        let count = counted.terms.get(*t as usize).copied().unwrap_or_default();
        (std::cmp::Reverse((count.mentions, count.articles)), terms.get(*t).map(|t| t.id.as_str()))
    };
    sort_rows(&mut order, &mut |a, b| key(a).cmp(&key(b)));
    order.truncate(query.limit);

    let mut place = vec![usize::MAX; terms.len()];
    for (i, term) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*term as usize) {
            *slot = i;
        }
    }
    let mut surfaces: Vec<BTreeMap<&str, u32>> = vec![BTreeMap::new(); order.len()];
    let mut titles: Vec<Vec<String>> = vec![Vec::new(); order.len()];
    let mut hits: Vec<Hit> = Vec::new();
    for view in &views {
        terms.hits(corpus, *view, &query.scope, &mut hits);
        for hit in &hits {
            let at = place.get(hit.term as usize).copied().unwrap_or(usize::MAX);
            if let Some(map) = surfaces.get_mut(at) {
                *map.entry(hit.span.of(&view.paste.text)).or_default() += 1;
            }
        }
        for (entity, title) in &view.record.titles {
            let at = terms.of_entity(*entity).and_then(|t| place.get(t as usize)).copied().unwrap_or(usize::MAX);
            if let Some(list) = titles.get_mut(at) {
                list.push(title.clone());
            }
        }
    }
    order
        .iter()
        .zip(surfaces)
        .zip(titles)
        .filter_map(|((t, surfaces), mut titles)| {
            let (term, count) = (terms.get(*t)?, counted.terms.get(*t as usize)?);
            let mut aliases: Vec<(String, u32)> = surfaces.into_iter().map(|(s, n)| (one_line(s), n)).collect();
            sort_rows(&mut aliases, &mut |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            sort_rows(&mut titles, &mut |a, b| a.cmp(b));
            titles.dedup();
            Some(Row {
                id: term.id.clone(),
                name: term.name.clone(),
                kind: term.kind,
                count: count.mentions,
                articles: count.articles,
                aliases,
                titles,
            })
        })
        .collect()
}

/// A surface on one line: runs of white space (a name broken over two lines) become one blank.
#[must_use]
pub fn one_line(text: &str) -> String {
    if text.split(' ').all(|part| !part.is_empty() && !part.contains(char::is_whitespace)) {
        return text.to_string();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows as columns.
#[must_use]
pub fn table(rows: &[Row]) -> Table {
    let (mut ends, mut surface, mut count) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        surface.extend(row.aliases.iter().map(|(s, _)| Some(s.clone())));
        count.extend(row.aliases.iter().map(|(_, n)| *n));
        ends.push(to_u32(count.len()));
    }
    let present = vec![true; count.len()];
    let aliases = Column::Struct(vec![("surface", Column::Text(surface)), ("count", Column::U32(count))], present);
    Table::new(rows.len())
        .text("id", rows.iter().map(|r| r.id.as_str()))
        .text("name", rows.iter().map(|r| r.name.as_str()))
        .with("kind", Column::Choice(KINDS, rows.iter().map(|r| r.kind as u8).collect()))
        .u32("count", rows.iter().map(|r| r.count))
        .u32("articles", rows.iter().map(|r| r.articles))
        .with("aliases", Column::List(ends, Box::new(aliases)))
        .with("titles", texts(rows.iter().map(|r| r.titles.clone())))
}

const ROLES: &[&str] = &["plain", "demonym", "metadata"];

/// The mentions that count, of all articles or of `article`, in the order of the text.
#[must_use]
pub fn mentions(corpus: &Corpus, query: &Query) -> Table {
    let terms = Terms::entities(corpus, &query.kinds_of_pairs());
    let (mut starts, mut ends, mut surfaces) = (Vec::new(), Vec::new(), Vec::new());
    let (mut kinds, mut entities, mut articles, mut roles) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for view in query.scope.articles(corpus) {
        if query.article.is_some_and(|id| id != view.record.id.0) {
            continue;
        }
        let at = |byte| view.paste.utf16.offset(&view.paste.text, byte);
        for m in view.mentions.iter().filter(|m| query.scope.role(m.role)) {
            let Some(term) = terms.of_entity(m.entity).and_then(|t| terms.get(t)) else { continue };
            starts.push(at(m.span.start));
            ends.push(at(m.span.end));
            surfaces.push(m.span.of(&view.paste.text));
            kinds.push(term.kind as u8);
            entities.push(term.id.as_str());
            articles.push(view.record.id.0);
            roles.push(match m.role {
                Role::Plain => 0,
                Role::Demonym => 1,
                Role::Metadata => 2,
            });
        }
    }
    Table::new(starts.len())
        .u32("start", starts.into_iter())
        .u32("end", ends.into_iter())
        .text("surface", surfaces.into_iter())
        .with("kind", Column::Choice(KINDS, kinds))
        .text("entity", entities.into_iter())
        .u32("article", articles.into_iter())
        .with("role", Column::Choice(ROLES, roles))
}
