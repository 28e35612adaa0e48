//! The network of the strongest pairs.

use crate::count::term::KINDS;
use crate::mention::Kind;
use crate::network::{Edge, Graph};
use crate::report::columns::{Cell, Table, Type, Value};
use crate::report::pairs::Row;
use crate::report::query::{PairMeasure, Query};
use crate::span::to_u32;

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Id of the term.
    pub id: String,
    /// Its name.
    pub term: String,
    /// Its kind.
    pub kind: Kind,
    /// Windows that hold it.
    pub count: u64,
    /// Edges at it.
    pub degree: u32,
    /// Sum of their weights.
    pub weighted_degree: f64,
    /// PageRank with damping 0.85 over weights.
    pub page_rank: f64,
    /// Betweenness (Brandes 2001), unweighted, normalised.
    pub betweenness: f64,
    /// Its community: from 0, the largest first.
    pub community: u32,
    /// Where it is drawn, in [-1, 1].
    pub place: (f64, f64),
}

/// A network of terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// In the order in which the ranked pairs bring them in.
    pub nodes: Vec<Node>,
    /// Two nodes, the weight (the measure that ranks the pairs) and windows with both.
    pub edges: Vec<(u32, u32, f64, u64)>,
    /// Modularity of the communities; `None` without edges.
    pub modularity: Option<f64>,
}

/// The network of the ranked pairs: their terms until there are `nodes` of them, and every pair between
/// two of these. Pairs whose measure is undefined or not above 0 make no edge.
#[must_use]
pub fn build(pairs: &[Row], query: &Query) -> Network {
    let mut out = Network::default();
    for row in pairs {
        let weight = match query.pair_measure {
            PairMeasure::LogLikelihood => row.values.log_likelihood,
            PairMeasure::Npmi => row.values.npmi,
            PairMeasure::Pmi => row.values.pmi,
            PairMeasure::Dice => row.values.dice,
            PairMeasure::Jaccard => row.values.jaccard,
            PairMeasure::Count => Some(row.table.n11 as f64),
        };
        let Some(weight) = weight.filter(|w| *w > 0.0) else { continue };
        let known = row.ids.each_ref().map(|id| out.nodes.iter().position(|n| n.id == *id));
        let missing = known.iter().filter(|k| k.is_none()).count();
        if out.nodes.len() + missing > query.nodes {
            continue;
        }
        let mut ends = [0u32; 2];
        for (i, (end, known)) in ends.iter_mut().zip(known).enumerate() {
            *end = to_u32(known.unwrap_or(out.nodes.len()));
            if known.is_none() {
                out.nodes.push(Node {
                    id: row.ids.get(i).cloned().unwrap_or_default(),
                    term: row.terms.get(i).cloned().unwrap_or_default(),
                    kind: row.kinds.get(i).copied().unwrap_or(Kind::Other),
                    count: row.margins.get(i).copied().unwrap_or(0),
                    degree: 0,
                    weighted_degree: 0.0,
                    page_rank: 0.0,
                    betweenness: 0.0,
                    community: 0,
                    place: (0.0, 0.0),
                });
            }
        }
        let [a, b] = ends;
        out.edges.push((a, b, weight, row.table.n11));
    }
    measure(&mut out, query);
    out
}

fn measure(network: &mut Network, query: &Query) {
    let edges = network.edges.iter().map(|(a, b, weight, _)| Edge { a: *a, b: *b, weight: *weight }).collect();
    let Ok(graph) = Graph::new(network.nodes.len(), edges) else { return };
    let communities = graph.communities(query.resolution, query.seed);
    network.modularity = graph.modularity(&communities, query.resolution);
    let columns =
        (graph.degree(), graph.weighted_degree(), graph.page_rank(), graph.betweenness(), graph.layout(query.seed));
    let rows = columns.0.into_iter().zip(columns.1).zip(columns.2).zip(columns.3).zip(columns.4).zip(communities);
    for (node, (((((degree, weighted), rank), between), place), community)) in network.nodes.iter_mut().zip(rows) {
        node.degree = degree;
        node.weighted_degree = weighted;
        node.page_rank = rank;
        node.betweenness = between;
        node.place = place;
        node.community = community;
    }
}

/// The network as columns.
#[must_use]
pub fn value(network: &Network) -> Value {
    let mut nodes = Table::new(&[
        ("id", Type::Text),
        ("term", Type::Text),
        ("kind", Type::Choice(KINDS)),
        ("count", Type::U32),
        ("degree", Type::U32),
        ("weightedDegree", Type::F64),
        ("pageRank", Type::F64),
        ("betweenness", Type::F64),
        ("community", Type::U32),
        ("x", Type::F64),
        ("y", Type::F64),
    ]);
    for n in &network.nodes {
        nodes.push(&[
            Cell::Text(&n.id),
            Cell::Text(&n.term),
            Cell::kind(n.kind),
            Cell::count(n.count),
            Cell::U32(n.degree),
            Cell::F64(Some(n.weighted_degree)),
            Cell::F64(Some(n.page_rank)),
            Cell::F64(Some(n.betweenness)),
            Cell::U32(n.community),
            Cell::F64(Some(n.place.0)),
            Cell::F64(Some(n.place.1)),
        ]);
    }
    let mut edges =
        Table::new(&[("source", Type::Text), ("target", Type::Text), ("weight", Type::F64), ("count", Type::U32)]);
    let id = |at: u32| Cell::Text(network.nodes.get(at as usize).map_or("", |n| n.id.as_str()));
    for (a, b, weight, windows) in &network.edges {
        edges.push(&[id(*a), id(*b), Cell::F64(Some(*weight)), Cell::count(*windows)]);
    }
    Value::Object(vec![
        ("nodes", Value::Table(nodes)),
        ("edges", Value::Table(edges)),
        ("modularity", Value::Number(network.modularity)),
    ])
}
