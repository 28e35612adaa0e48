//! Graphs of numbers: centrality, communities, backbone, layout. Absent from here: text.
//!
//! Own code: petgraph has no communities, backbone or layout and no betweenness by length, and the crates
//! that do have some of these bring more bytes than all of this.

#![allow(clippy::indexing_slicing)] // indices are checked once, when the graph is made; no text reaches them

mod backbone;
mod centrality;
mod community;
mod layout;
mod quadtree;

pub use backbone::Incidence;

use crate::error::Error;
use crate::order::order;
use crate::span::to_u32;

/// An undirected link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// One end.
    pub a: u32,
    /// The other end.
    pub b: u32,
    /// 0 or more. A link of weight 0 is one where weights do not count, and carries nothing where they do.
    pub weight: f64,
}

/// An undirected weighted graph.
///
/// A link of a node to itself adds twice its weight to the degree, as both its ends are there, and is within
/// whatever community the node is in; a walk along it (PageRank) counts it once. It is part of no shortest path, no
/// pair of neighbours and no place in the layout. All of this is as in networkx.
///
/// Every result follows from the nodes' numbers, the links and their weights alone: in which order the
/// edges are given changes nothing.
///
/// ```
/// use comention::network::{Edge, Graph};
/// // Two triangles with a bridge.
/// let edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
/// let edges = edges.map(|(a, b)| Edge { a, b, weight: 1.0 }).to_vec();
/// let graph = Graph::new(6, edges).unwrap();
/// assert_eq!(graph.weighted_degree(), [2.0, 2.0, 3.0, 3.0, 2.0, 2.0]);
/// assert_eq!(graph.communities(1.0, 1), [0, 0, 0, 1, 1, 1]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Graph {
    edges: Vec<Edge>,
    /// Those between different nodes.
    links: Links,
    /// The weight from each node to itself.
    loops: Vec<f64>,
}

/// The neighbours of every node: those of node `i` are at `starts[i]..starts[i + 1]`, by their numbers.
#[derive(Clone, Debug, Default)]
struct Links {
    starts: Vec<usize>,
    to: Vec<u32>,
    weights: Vec<f64>,
}

impl Links {
    /// Links both ways between pairs of different nodes; those between the same two add up.
    #[inline(never)]
    fn new(nodes: usize, pairs: Vec<(u32, u32, f64)>) -> Self {
        let mut all = pairs;
        for i in 0..all.len() {
            let (a, b, w) = all[i];
            all.push((b, a, w));
        }
        // By weight as well, so that sums do not depend on the order of the edges.
        let sorted = order(all.len(), &mut |i, j| {
            let (x, y) = (all[i], all[j]);
            (x.0, x.1).cmp(&(y.0, y.1)).then(x.2.total_cmp(&y.2))
        });
        let mut links = Links { starts: vec![0; nodes + 1], to: Vec::new(), weights: Vec::new() };
        let mut last = None;
        for (from, to, weight) in sorted.into_iter().map(|i| all[i as usize]) {
            if last == Some((from, to)) {
                if let Some(sum) = links.weights.last_mut() {
                    *sum += weight;
                }
            } else {
                links.to.push(to);
                links.weights.push(weight);
                links.starts[from as usize + 1] = links.to.len();
                last = Some((from, to));
            }
        }
        // A node without links starts and ends where the one before it ends.
        for i in 1..=nodes {
            links.starts[i] = links.starts[i].max(links.starts[i - 1]);
        }
        links
    }

    fn nodes(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The places of a node's links in the columns.
    fn range(&self, node: usize) -> std::ops::Range<usize> {
        self.starts[node]..self.starts[node + 1]
    }

    /// A node's neighbours and the weights of the links to them.
    fn of(&self, node: usize) -> impl Iterator<Item = (usize, f64)> {
        self.range(node).map(|at| (self.to[at] as usize, self.weights[at]))
    }

    fn strength(&self, node: usize) -> f64 {
        self.weights[self.range(node)].iter().sum()
    }

    /// Where the link from one node to another is.
    fn find(&self, from: usize, to: u32) -> Option<usize> {
        let range = self.range(from);
        self.to[range.clone()].binary_search(&to).ok().map(|at| range.start + at)
    }
}

/// The most nodes of a graph.
pub const MOST_NODES: usize = 1_000_000;

impl Graph {
    /// The graph of `nodes` nodes, numbered from 0, with these edges; two edges between the same nodes add up.
    ///
    /// # Errors
    /// [`Error::Option`] for more than [`MOST_NODES`] nodes, an edge to a node that is not there, or a weight that is
    /// not a number of 0 or more.
    pub fn new(nodes: usize, edges: Vec<Edge>) -> Result<Self, Error> {
        if nodes > MOST_NODES {
            return Err(Error::option("nodes", nodes, format!("at most {MOST_NODES}")));
        }
        for (i, e) in edges.iter().enumerate() {
            let wrong = |what: String, accepted: String| Err(Error::option("edges", what, accepted));
            let far = e.a.max(e.b);
            if far as usize >= nodes {
                return wrong(format!("an edge to node {far} (edge {i})"), format!("nodes below {nodes}"));
            }
            if !(e.weight >= 0.0 && e.weight.is_finite()) {
                // In words: nothing else in the first part of the engine writes numbers with a point.
                let weight = match e.weight {
                    w if w.is_nan() => "NaN",
                    w if w.is_infinite() => "inf",
                    _ => "below 0",
                };
                return wrong(format!("the weight {weight} (edge {i})"), "a number of 0 or more".into());
            }
        }
        let links = Links::new(nodes, edges.iter().filter(|e| e.a != e.b).map(|e| (e.a, e.b, e.weight)).collect());
        let mut loops = vec![0.0; nodes];
        edges.iter().filter(|e| e.a == e.b).for_each(|e| loops[e.a as usize] += e.weight);
        Ok(Graph { edges, links, loops })
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.links.nodes()
    }

    /// How many other nodes each node is linked to.
    #[must_use]
    pub fn degree(&self) -> Vec<u32> {
        (0..self.nodes()).map(|i| to_u32(self.links.range(i).len())).collect()
    }

    /// Sum of the weights at each node, 0 or more; that of a link to itself counts twice.
    #[must_use]
    pub fn weighted_degree(&self) -> Vec<f64> {
        (0..self.nodes()).map(|i| self.links.strength(i) + 2.0 * self.loops[i]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(list: &[(u32, u32, f64)]) -> Vec<Edge> {
        list.iter().map(|(a, b, weight)| Edge { a: *a, b: *b, weight: *weight }).collect()
    }

    #[test]
    fn edges_that_do_not_fit_are_refused_with_their_place() {
        for (nodes, edge, message) in [
            (2, (0, 2, 1.0), "option `edges`: got an edge to node 2 (edge 1), expected nodes below 2"),
            (2, (0, 1, -0.5), "option `edges`: got the weight below 0 (edge 1), expected a number of 0 or more"),
            (2, (0, 1, f64::NAN), "option `edges`: got the weight NaN (edge 1), expected a number of 0 or more"),
            (2, (0, 1, f64::INFINITY), "option `edges`: got the weight inf (edge 1), expected a number of 0 or more"),
            (9_000_000, (0, 1, 1.0), "option `nodes`: got 9000000, expected at most 1000000"),
        ] {
            let error = Graph::new(nodes, edges(&[(0, 1, 1.0), edge])).unwrap_err();
            assert_eq!(error.to_string(), message);
        }
    }

    #[test]
    fn edges_between_the_same_nodes_add_up() {
        let graph = Graph::new(4, edges(&[(0, 1, 1.0), (3, 0, 2.0), (1, 0, 0.5)])).unwrap();
        assert_eq!(graph.degree(), [2, 1, 0, 1]);
        assert_eq!(graph.weighted_degree(), [3.5, 1.5, 0.0, 2.0]);
    }

    #[test]
    fn loops_and_links_without_weight_count_as_in_networkx() {
        // Computed by networkx 3: degree and PageRank by weight, modularity, betweenness.
        type Row<'a> = (&'a [(u32, u32, f64)], &'a [u32], &'a [f64], &'a [f64], f64, &'a [f64]);
        let cases: &[Row<'_>] = &[
            (
                &[(0, 1, 2.0), (1, 2, 1.0), (2, 2, 3.0), (2, 3, 0.5)],
                &[0, 0, 1, 1],
                &[2.0, 3.0, 7.5, 0.5],
                &[0.202041790468, 0.290367865533, 0.429524172182, 0.078066171817],
                0.3195266272189349,
                &[0.0, 2.0 / 3.0, 2.0 / 3.0, 0.0],
            ),
            (
                &[(0, 0, 1.0), (0, 1, 1.0), (1, 2, 0.0), (2, 3, 2.0), (3, 3, 0.5)],
                &[0, 0, 1, 1],
                &[3.0, 1.0, 2.0, 3.0],
                &[0.324561403509, 0.175438596491, 0.224702380952, 0.275297619048],
                0.4938271604938272,
                &[0.0, 2.0 / 3.0, 2.0 / 3.0, 0.0],
            ),
            (
                &[(0, 1, 0.0), (1, 2, 1.0)],
                &[0, 1, 1],
                &[0.0, 1.0, 1.0],
                &[0.06976744186, 0.46511627907, 0.46511627907],
                0.0,
                &[0.0, 1.0, 0.0],
            ),
        ];
        for (list, partition, degree, rank, modularity, betweenness) in cases {
            let graph = Graph::new(partition.len(), edges(list)).unwrap();
            assert_eq!(graph.weighted_degree(), *degree, "{list:?}");
            let near = |x: f64, y: f64| (x - y).abs() < 1e-11;
            assert!(graph.page_rank().iter().zip(*rank).all(|(x, y)| near(*x, *y)), "{:?}", graph.page_rank());
            assert!(near(graph.modularity(partition, 1.0).unwrap(), *modularity), "{list:?}");
            assert!(graph.betweenness().iter().zip(*betweenness).all(|(x, y)| near(*x, *y)), "{list:?}");
            let own = graph.modularity(&graph.communities(1.0, 1), 1.0).unwrap();
            assert!(own >= modularity - 1e-12, "{own} for {list:?}");
            assert!(graph.disparity_alpha().iter().all(|a| (0.0..=1.0).contains(a)), "{:?}", graph.disparity_alpha());
            assert!(graph.layout(partition, 1).iter().all(|(x, y)| x.is_finite() && y.is_finite()), "{list:?}");
        }
        let weightless = Graph::new(2, edges(&[(0, 1, 0.0)])).unwrap();
        assert_eq!(weightless.modularity(&[0, 0], 1.0), None);
        assert_eq!(weightless.page_rank(), [0.5, 0.5]);
        assert!(weightless.layout(&[0, 1], 1).iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    }

    #[test]
    fn a_graph_without_nodes_has_no_results() {
        let graph = Graph::new(0, Vec::new()).unwrap();
        assert!(graph.degree().is_empty() && graph.page_rank().is_empty() && graph.betweenness().is_empty());
        assert!(
            graph.clustering().is_empty() && graph.layout(&[], 1).is_empty() && graph.communities(1.0, 1).is_empty()
        );
        assert_eq!(graph.modularity(&[], 1.0), None);
    }

    #[test]
    fn the_order_and_direction_of_edges_change_nothing() {
        let list = [(0, 1, 0.1), (1, 2, 0.2), (2, 0, 0.3), (2, 3, 0.7), (3, 4, 1.1), (1, 0, 0.4)];
        let one = Graph::new(5, edges(&list)).unwrap();
        let turned: Vec<_> = list.iter().rev().map(|(a, b, w)| (*b, *a, *w)).collect();
        let other = Graph::new(5, edges(&turned)).unwrap();
        assert_eq!(one.page_rank(), other.page_rank());
        assert_eq!(one.betweenness_by_length(), other.betweenness_by_length());
        assert_eq!(one.communities(1.0, 3), other.communities(1.0, 3));
        assert_eq!(one.layout(&[0, 0, 0, 1, 1], 3), other.layout(&[0, 0, 0, 1, 1], 3));
    }
}
