//! The network of the strongest pairs.

use crate::corpus::Corpus;
use crate::count::Window;
use crate::count::numbering::Numbering;
use crate::count::term::KINDS;
use crate::error::Error;
use crate::mention::Kind;
use crate::network::{Edge, Graph, Incidence};
use crate::report::columns::{Cell, Table, Type, Value};
use crate::report::pairs::{self, Row};
use crate::report::query::{Backbone, Query};
use crate::span::to_u32;
use crate::stats::adjust::benjamini_hochberg;

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
    /// How many of its neighbours are linked, in [0, 1] (Watts & Strogatz 1998).
    pub clustering: f64,
    /// Its community: from 0, the largest first.
    pub community: u32,
    /// Where it is drawn, in [-1, 1].
    pub place: (f64, f64),
}

/// A link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Into the nodes.
    pub source: u32,
    /// Into the nodes.
    pub target: u32,
    /// The measure that ranks the pairs; above 0.
    pub weight: f64,
    /// Windows with both.
    pub count: u64,
    /// On how many of the shortest paths it lies, of all pairs of nodes, in [0, 1]: high where it holds
    /// communities together (Girvan & Newman 2002).
    pub betweenness: f64,
    /// Its count over what is expected from the counts of all links at its ends (van Eck & Waltman 2009).
    pub strength: Option<f64>,
}

/// A network of terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// In the order in which the ranked pairs bring them in.
    pub nodes: Vec<Node>,
    /// The links.
    pub edges: Vec<Link>,
    /// Modularity of the communities; `None` without edges.
    pub modularity: Option<f64>,
}

/// The network of the pairs asked for. With the backbone SDSM the pairs whose q by that model is above `alpha`
/// are left out: p is the probability that two terms share so many windows if each window drew its terms by
/// nothing but their frequency and its size, and q is over all pairs counted (Neal 2014).
///
/// # Errors
/// [`Error::Option`] for SDSM with a window of words, which holds two terms by definition.
pub fn of(corpus: &Corpus, query: &Query) -> Result<Network, Error> {
    match query.backbone {
        Backbone::Sdsm => sdsm(corpus, query),
        _ => Ok(build(&pairs::rows(corpus, query), query)),
    }
}

#[inline(never)]
fn sdsm(corpus: &Corpus, query: &Query) -> Result<Network, Error> {
    if matches!(query.window, Window::Words(_)) {
        return Err(Error::option("backbone", "\"sdsm\"", "none or disparity with a window of words"));
    }
    let counted = pairs::count(corpus, query, 1);
    let windows: Vec<u32> = counted.tally.terms.iter().map(|t| t.windows).collect();
    let Ok(model) = Incidence::new(&windows, &counted.tally.sizes) else { return Ok(Network::default()) };
    // Terms that are in as many windows are alike to the model, and most are in few.
    let (mut sizes, mut known) = (Numbering::default(), Numbering::default());
    let mut values: Vec<f64> = Vec::new();
    let mut p: Vec<Option<f64>> = Vec::with_capacity(counted.tally.pairs.len());
    for pair in &counted.tally.pairs {
        let of = |t: u32| windows.get(t as usize).copied().unwrap_or(0);
        let (few, many) = (of(pair.a).min(of(pair.b)), of(pair.a).max(of(pair.b)));
        let value = || model.p_value(pair.a as usize, pair.b as usize, pair.windows.into());
        let at = known.number(sizes.number(few, many), pair.windows) as usize;
        if at == values.len() {
            values.push(value());
        }
        p.push(values.get(at).copied());
    }
    let mut kept = counted;
    let mut q = benjamini_hochberg(&p).into_iter();
    kept.tally.pairs.retain(|_| q.next().flatten().is_some_and(|q| q <= query.alpha));
    kept.tally.pairs.retain(|pair| pair.windows >= query.pair_floor());
    Ok(build(&pairs::ranked(corpus, query, &kept), query))
}

/// The network of the ranked pairs: their terms until there are `nodes` of them, and every pair between
/// two of these. Pairs whose measure is undefined or not above 0 make no edge.
#[must_use]
#[inline(never)]
pub fn build(pairs: &[Row], query: &Query) -> Network {
    let mut out = Network::default();
    for row in pairs {
        let weight = pairs::measure(&row.values, row.table.n11, query.pair_measure);
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
                    clustering: 0.0,
                    community: 0,
                    place: (0.0, 0.0),
                });
            }
        }
        let [a, b] = ends;
        out.edges.push(Link { source: a, target: b, weight, count: row.table.n11, betweenness: 0.0, strength: None });
    }
    if query.backbone == Backbone::Disparity {
        thin(&mut out, query.alpha);
    }
    measure(&mut out, query);
    out
}

/// Leaves out the edges that the disparity filter does not keep, and the nodes that are left without any.
#[inline(never)]
fn thin(network: &mut Network, alpha: f64) {
    let edges = network.edges.iter().map(|e| Edge { a: e.source, b: e.target, weight: e.weight }).collect();
    let Ok(graph) = Graph::new(network.nodes.len(), edges) else { return };
    let mut chance = graph.disparity_alpha().into_iter();
    network.edges.retain(|_| chance.next().is_some_and(|a| a < alpha));
    let mut number = vec![None; network.nodes.len()];
    let mut kept = 0;
    for end in network.edges.iter().flat_map(|e| [e.source, e.target]) {
        if let Some(slot) = number.get_mut(end as usize) {
            *slot = Some(0);
        }
    }
    for slot in number.iter_mut().flatten() {
        *slot = kept;
        kept += 1;
    }
    let new = |old: u32| number.get(old as usize).copied().flatten();
    for edge in &mut network.edges {
        if let (Some(source), Some(target)) = (new(edge.source), new(edge.target)) {
            (edge.source, edge.target) = (source, target);
        }
    }
    let mut own = number.iter();
    network.nodes.retain(|_| own.next().is_some_and(Option::is_some));
}

#[inline(never)]
fn measure(network: &mut Network, query: &Query) {
    let edges = network.edges.iter().map(|e| Edge { a: e.source, b: e.target, weight: e.weight }).collect();
    let Ok(graph) = Graph::new(network.nodes.len(), edges) else { return };
    let (between, along) = graph.betweenness_of_all();
    for (edge, between) in network.edges.iter_mut().zip(along) {
        edge.betweenness = between;
    }
    let counts: Vec<f64> = network.edges.iter().map(|e| e.count as f64).collect();
    for (edge, strength) in network.edges.iter_mut().zip(graph.association_strength(&counts)) {
        edge.strength = strength;
    }
    for (node, clustering) in network.nodes.iter_mut().zip(graph.clustering()) {
        node.clustering = clustering;
    }
    let communities = graph.communities(query.resolution, query.seed);
    network.modularity = graph.modularity(&communities, query.resolution);
    let columns =
        (graph.degree(), graph.weighted_degree(), graph.page_rank(), between, graph.layout(&communities, query.seed));
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
        ("clustering", Type::F64),
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
            Cell::F64(Some(n.clustering)),
            Cell::U32(n.community),
            Cell::F64(Some(n.place.0)),
            Cell::F64(Some(n.place.1)),
        ]);
    }
    let mut edges = Table::new(&[
        ("source", Type::Text),
        ("target", Type::Text),
        ("weight", Type::F64),
        ("count", Type::U32),
        ("betweenness", Type::F64),
        ("associationStrength", Type::F64),
    ]);
    let id = |at: u32| Cell::Text(network.nodes.get(at as usize).map_or("", |n| n.id.as_str()));
    for e in &network.edges {
        edges.push(&[
            id(e.source),
            id(e.target),
            Cell::F64(Some(e.weight)),
            Cell::count(e.count),
            Cell::F64(Some(e.betweenness)),
            Cell::F64(e.strength),
        ]);
    }
    Value::Object(vec![
        ("nodes", Value::Table(nodes)),
        ("edges", Value::Table(edges)),
        ("modularity", Value::Number(network.modularity)),
    ])
}
