//! The communities of the network, and the keywords of each.

use crate::corpus::Corpus;
use crate::count::phrase::add_commonest;
use crate::count::tally::tally;
use crate::count::term::Terms;
use crate::count::window::{hits_in, windows};
use crate::error::Error;
use crate::mention::Kind;
use crate::order::{ascending, sort_rows};
use crate::report::columns::{Cell, Table, Type};
use crate::report::query::Query;
use crate::report::{compare, network};
use crate::span::to_u32;
use crate::stats::adjust::benjamini_hochberg;
use crate::stats::association::{expected, signed_log_likelihood};
use crate::stats::chi_squared_tail;
use crate::stats::table;

/// Most phrases that are counted, the most mentioned first.
const PHRASES: usize = 5000;
/// Most keywords of a community.
const KEYWORDS: usize = 20;

/// A phrase and how often it stands in a window with a community.
struct Row {
    /// Into the terms.
    term: u32,
    count: u32,
    expected: Option<f64>,
    score: f64,
    q: Option<f64>,
}

/// The communities of two members and more, in their order (the largest first), each with the windows that name a
/// member, and the phrases that stand in these more often than elsewhere: by signed G2 of phrase and community over
/// windows, those above what is expected with at least `minCount` (default 2) windows together; q is over all
/// phrases and communities counted. Ties by count, then by id.
///
/// # Errors
/// Those of [`network::of`].
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Table, Error> {
    let found = network::of(corpus, query)?;
    let views = query.scope.articles(corpus);
    let floor = query.min_count.unwrap_or(2);
    let kinds: Vec<Kind> = query.kinds_of_pairs();
    let named = Terms::entities(corpus, &kinds);
    let mut member = vec![u32::MAX; named.len()];
    for node in &found.nodes {
        if let Some(slot) = named.number(&node.id).and_then(|t| member.get_mut(t as usize)) {
            *slot = node.community;
        }
    }
    let mut terms = Terms::entities(corpus, &[]);
    add_commonest(&mut terms, corpus, &views, &query.scope, floor, PHRASES);
    let counted = tally(&views, &terms, query.window, &query.scope, None);
    let communities = found.nodes.iter().map(|n| n.community + 1).max().unwrap_or(0) as usize;
    // Windows with a member, and of each phrase with each community.
    let mut with = vec![0u32; communities];
    let mut both = vec![0u32; communities * terms.len()];
    let (mut names, mut words) = (Vec::new(), Vec::new());
    let (mut here, mut said): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    for view in &views {
        named.hits(*view, &query.scope, &mut names);
        terms.hits(*view, &query.scope, &mut words);
        for at in windows(*view, query.window, &query.scope) {
            here.clear();
            here.extend(hits_in(&names, &at).iter().filter_map(|h| member.get(h.term as usize)));
            here.retain(|c| *c != u32::MAX);
            ascending(&mut here);
            here.dedup();
            said.clear();
            said.extend(hits_in(&words, &at).iter().map(|h| h.term));
            ascending(&mut said);
            said.dedup();
            for c in &here {
                if let Some(n) = with.get_mut(*c as usize) {
                    *n += 1;
                }
                for t in &said {
                    if let Some(n) = both.get_mut(*c as usize * terms.len() + *t as usize) {
                        *n += 1;
                    }
                }
            }
        }
    }
    let mut rows: Vec<Vec<Row>> = Vec::new();
    let mut p = Vec::new();
    for (c, with) in with.iter().enumerate() {
        let mut own = Vec::new();
        for t in 0..to_u32(terms.len()) {
            let count = both.get(c * terms.len() + t as usize).copied().unwrap_or(0);
            let windows = counted.terms.get(t as usize).map_or(0, |n| n.windows);
            let Ok(cells) = table::Table::new(count.into(), windows.into(), (*with).into(), counted.windows) else {
                continue;
            };
            let score = signed_log_likelihood(&cells).filter(|_| count >= floor);
            p.push(score.map(|s| chi_squared_tail(s.abs())));
            own.push(Row { term: t, count, expected: expected(&cells), score: score.unwrap_or(0.0), q: None });
        }
        rows.push(own);
    }
    let mut q = benjamini_hochberg(&p).into_iter();
    for own in &mut rows {
        own.iter_mut().for_each(|row| row.q = q.next().flatten());
        own.retain(|row| row.score > 0.0);
        sort_rows(own, &mut |a, b| {
            let ties = || b.count.cmp(&a.count).then_with(|| terms.by_id(a.term, b.term));
            b.score.total_cmp(&a.score).then_with(ties)
        });
        own.truncate(KEYWORDS);
    }
    let surfaces = compare::names(&views, &terms, &query.scope, rows.iter().flatten().map(|r| r.term));
    let mut out = Table::new(&[
        ("community", Type::U32),
        (
            "members",
            Type::List(&Type::Struct(&[("id", Type::Text), ("term", Type::Text), ("weightedDegree", Type::F64)])),
        ),
        ("windows", Type::U32),
        (
            "keywords",
            Type::List(&Type::Struct(&[
                ("id", Type::Text),
                ("term", Type::Text),
                ("count", Type::U32),
                ("expected", Type::F64),
                ("logLikelihood", Type::F64),
                ("qValue", Type::F64),
            ])),
        ),
    ]);
    for ((c, own), with) in (0u32..).zip(&rows).zip(&with) {
        let mut members: Vec<&network::Node> = found.nodes.iter().filter(|n| n.community == c).collect();
        let name = |t: u32| surfaces.get(t as usize).cloned().unwrap_or_default();
        let said: Vec<(String, String)> = own.iter().map(|r| (terms.id(r.term), name(r.term))).collect();
        if members.len() < 2 {
            continue;
        }
        sort_rows(&mut members, &mut |a, b| {
            b.weighted_degree.total_cmp(&a.weighted_degree).then_with(|| a.id.cmp(&b.id))
        });
        let member = |n: &&'_ network::Node| (n.id.clone(), n.term.clone(), n.weighted_degree);
        let members: Vec<_> = members.iter().map(member).collect();
        out.push(&[
            Cell::U32(c),
            Cell::Row(
                members
                    .iter()
                    .map(|(id, term, w)| Cell::Row(vec![Cell::Text(id), Cell::Text(term), Cell::F64(Some(*w))]))
                    .collect(),
            ),
            Cell::U32(*with),
            Cell::Row(
                own.iter()
                    .zip(&said)
                    .map(|(r, (id, term))| {
                        let numbers = [Cell::F64(r.expected), Cell::F64(Some(r.score)), Cell::F64(r.q)];
                        let mut cells = vec![Cell::Text(id), Cell::Text(term), Cell::U32(r.count)];
                        cells.extend(numbers);
                        Cell::Row(cells)
                    })
                    .collect(),
            ),
        ]);
    }
    Ok(out)
}
