//! Graphs of numbers: centrality, communities, backbone, layout. Absent from here: text.
//!
//! Own code, since no crate at hand has weights, communities and a small size together.

#![allow(clippy::indexing_slicing)] // indices are checked once, when the graph is made; no text reaches them

mod centrality;
mod community;
mod layout;

use crate::error::Error;

/// An undirected link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// One end.
    pub a: u32,
    /// The other end.
    pub b: u32,
    /// Above 0.
    pub weight: f64,
}

/// An undirected weighted graph without loops.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    edges: Vec<Edge>,
    /// For each node its neighbours and the weights, in the order of the edges.
    links: Vec<Vec<(u32, f64)>>,
}

impl Graph {
    /// The graph of `nodes` nodes, numbered from 0, with these edges; two edges between the same nodes add up.
    ///
    /// # Errors
    /// [`Error::Option`] for an edge to a node that is not there, a loop, or a weight that is not a number above 0.
    pub fn new(nodes: usize, edges: Vec<Edge>) -> Result<Self, Error> {
        for (i, e) in edges.iter().enumerate() {
            if e.a.max(e.b) as usize >= nodes {
                return Err(Error::option(
                    "edges",
                    format!("an edge to node {} (edge {i})", e.a.max(e.b)),
                    format!("nodes below {nodes}"),
                ));
            }
            if e.a == e.b {
                return Err(Error::option(
                    "edges",
                    format!("a loop at node {} (edge {i})", e.a),
                    "two different nodes",
                ));
            }
            if !(e.weight > 0.0 && e.weight.is_finite()) {
                return Err(Error::option("edges", format!("the weight {} (edge {i})", e.weight), "a number above 0"));
            }
        }
        let mut links: Vec<Vec<(u32, f64)>> = vec![Vec::new(); nodes];
        for e in &edges {
            for (from, to) in [(e.a, e.b), (e.b, e.a)] {
                let list = &mut links[from as usize];
                match list.iter_mut().find(|(n, _)| *n == to) {
                    Some((_, weight)) => *weight += e.weight,
                    None => list.push((to, e.weight)),
                }
            }
        }
        Ok(Graph { edges, links })
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.links.len()
    }

    /// Neighbours of each node.
    #[must_use]
    pub fn degree(&self) -> Vec<u32> {
        self.links.iter().map(|l| crate::span::to_u32(l.len())).collect()
    }

    /// Sum of the weights at each node.
    #[must_use]
    pub fn weighted_degree(&self) -> Vec<f64> {
        self.links.iter().map(|l| l.iter().map(|(_, w)| w).sum()).collect()
    }

    /// For each edge the smaller of both ends' (1 - w / s)^(k - 1), in [0, 1]; 1 at an end with one link
    /// (the disparity filter: Serrano, Boguñá & Vespignani 2009).
    #[must_use]
    pub fn disparity_alpha(&self) -> Vec<f64> {
        let (degree, strength) = (self.degree(), self.weighted_degree());
        let at = |node: u32, weight: f64| {
            let (k, s) = (degree[node as usize], strength[node as usize]);
            if k < 2 { 1.0 } else { crate::num::pow(1.0 - weight / s, f64::from(k - 1)) }
        };
        self.edges.iter().map(|e| at(e.a, e.weight).min(at(e.b, e.weight))).collect()
    }
}
