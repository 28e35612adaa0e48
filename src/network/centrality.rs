//! Which nodes and links matter.

use std::collections::BinaryHeap;

use super::{Edge, Graph};
use crate::span::to_u32;
use crate::stats::association::association_strength;

/// The share of rank that follows links; the rest is spread evenly.
const DAMPING: f64 = 0.85;

impl Graph {
    /// PageRank over weights, in (0, 1) with sum 1: damping 0.85, the rank of nodes without links spread
    /// evenly, until the ranks change by less than 1e-14 a node in all (Brin & Page 1998). Each node gets what those
    /// before it have by now (the Gauss-Seidel method: Arasu et al. 2002), which takes half as many rounds.
    #[must_use]
    pub fn page_rank(&self) -> Vec<f64> {
        let n = self.nodes();
        // A walk along a loop comes back, once.
        let strength: Vec<f64> = (0..n).map(|i| self.links.strength(i) + self.loops[i]).collect();
        let total: f64 = strength.iter().sum();
        let alone = strength.iter().filter(|own| **own == 0.0).count() as f64;
        // What nodes without links come to have, and what all others have before any link brings them something.
        let least = (1.0 - DAMPING) / (n as f64 - DAMPING * alone);
        let rest = 1.0 - least * alone;
        let first = |own: &f64| if *own == 0.0 { least } else { rest * own / total };
        let mut rank: Vec<f64> = strength.iter().map(first).collect();
        // What of its rank a node gives along a link of weight 1.
        let mut gives: Vec<f64> = strength.iter().map(|own| if *own == 0.0 { 0.0 } else { rest / total }).collect();
        // 0.85^300 is below 1e-21: no graph needs more.
        for _ in 0..300 {
            let mut change = 0.0;
            for i in (0..n).filter(|i| strength[*i] != 0.0) {
                let mut brought = self.loops[i] * gives[i];
                self.links.of(i).for_each(|(j, weight)| brought += weight * gives[j]);
                let new = least + DAMPING * brought;
                change += (new - rank[i]).abs();
                rank[i] = new;
                gives[i] = new / strength[i];
            }
            if change < 1e-14 * n as f64 {
                break;
            }
        }
        rank
    }

    /// The share of shortest paths between two others that pass a node, in [0, 1]; every link has length 1
    /// (Freeman 1977, by Brandes 2001). 0 for graphs of fewer than three nodes.
    #[must_use]
    pub fn betweenness(&self) -> Vec<f64> {
        self.betweenness_of_all().0
    }

    /// The same where a link of weight w has length 1 / w; there is no way along one of weight 0.
    ///
    /// Lengths are equal when they are to the last bit, summed from the first node on, as in other
    /// implementations: agreement with them is worth more than joining paths that differ in rounding.
    #[must_use]
    pub fn betweenness_by_length(&self) -> Vec<f64> {
        self.by_lengths(&self.links.weights.iter().map(|w| 1.0 / w).collect::<Vec<_>>())
    }

    /// For each edge, as given, the share of shortest paths between any two nodes that run along it, in
    /// [0, 1]; every link has length 1. Links that hold communities together are high (Girvan & Newman 2002).
    #[must_use]
    pub fn edge_betweenness(&self) -> Vec<f64> {
        self.betweenness_of_all().1
    }

    /// For each edge, as given, one of `weights` each, the weight over what is expected of it from those of all edges
    /// at its ends: (sum over all nodes) w / (k1 k2), at least 0; 1 is chance (van Eck & Waltman 2009). `None` where
    /// an end has none.
    #[must_use]
    #[inline(never)]
    pub fn association_strength(&self, weights: &[f64]) -> Vec<Option<f64>> {
        let mut at = vec![0.0; self.nodes()];
        let mut sum = 0.0;
        for (edge, weight) in self.edges.iter().zip(weights) {
            at[edge.a as usize] += weight;
            at[edge.b as usize] += weight;
            sum += 2.0 * weight;
        }
        let of = |(e, w): (&Edge, &f64)| association_strength(*w, at[e.a as usize], at[e.b as usize], sum);
        self.edges.iter().zip(weights).map(of).collect()
    }

    /// That of the nodes and that of the edges, at the cost of one.
    #[must_use]
    pub fn betweenness_of_all(&self) -> (Vec<f64>, Vec<f64>) {
        let (nodes, along) = self.by_steps();
        let one_way = |from: u32, to: u32| self.links.find(from as usize, to).map_or(0.0, |at| along[at]);
        let pairs = (self.nodes() * self.nodes().saturating_sub(1)).max(1) as f64;
        let edges = self.edges.iter().map(|e| (one_way(e.a, e.b) + one_way(e.b, e.a)) / pairs).collect();
        (nodes, edges)
    }

    /// Betweenness of nodes, and for each link one way the number of shortest paths along it (a path that shares
    /// its ends with others counts as its share), where every link is one step: whatever is as far from a node is
    /// found one after the other, without a heap.
    #[inline(never)]
    fn by_steps(&self) -> (Vec<f64>, Vec<f64>) {
        let n = self.nodes();
        let (mut between, mut along) = (vec![0.0; n], vec![0.0; self.links.to.len()]);
        let mut distance = vec![u32::MAX; n];
        let (mut paths, mut share) = (vec![0.0; n], vec![0.0; n]);
        let mut order: Vec<usize> = Vec::with_capacity(n);
        for source in 0..n {
            distance.fill(u32::MAX);
            share.fill(0.0);
            order.clear();
            order.push(source);
            distance[source] = 0;
            paths[source] = 1.0;
            let mut next = 0;
            while let Some(v) = order.get(next).copied() {
                next += 1;
                let there = distance[v] + 1;
                for at in self.links.range(v) {
                    let w = self.links.to[at] as usize;
                    if distance[w] == u32::MAX {
                        distance[w] = there;
                        paths[w] = paths[v];
                        order.push(w);
                    } else if distance[w] == there {
                        paths[w] += paths[v];
                    }
                }
            }
            // The farthest first: each hands what passes it to those a step before it.
            for w in order.iter().rev().copied() {
                let part = (1.0 + share[w]) / paths[w];
                for back in self.links.range(w) {
                    let v = self.links.to[back] as usize;
                    if distance[v] < distance[w] {
                        let own = paths[v] * part;
                        share[v] += own;
                        along[back] += own;
                    }
                }
                if w != source {
                    between[w] += share[w];
                }
            }
        }
        let pairs = (n.saturating_sub(1) * n.saturating_sub(2)).max(1) as f64;
        between.iter_mut().for_each(|b| *b /= pairs);
        (between, along)
    }

    /// Betweenness of nodes by the lengths of the links.
    fn by_lengths(&self, lengths: &[f64]) -> Vec<f64> {
        let n = self.nodes();
        let mut between = vec![0.0; n];
        let mut distance = vec![f64::INFINITY; n];
        let mut paths = vec![0.0; n];
        let mut share = vec![0.0; n];
        // When a node was done, from 1; 0 while it is not.
        let mut turn = vec![0usize; n];
        let mut order: Vec<usize> = Vec::with_capacity(n);
        let mut heap = BinaryHeap::new();
        for source in 0..n {
            distance.fill(f64::INFINITY);
            turn.fill(0);
            share.fill(0.0);
            order.clear();
            distance[source] = 0.0;
            paths[source] = 1.0;
            heap.push(Next { distance: 0.0, node: to_u32(source) });
            while let Some(Next { distance: here, node }) = heap.pop() {
                let v = node as usize;
                if turn[v] > 0 {
                    continue;
                }
                order.push(v);
                turn[v] = order.len();
                for at in self.links.range(v) {
                    let (w, there) = (self.links.to[at] as usize, here + lengths[at]);
                    if turn[w] > 0 {
                        continue;
                    }
                    if there < distance[w] {
                        distance[w] = there;
                        paths[w] = paths[v];
                        heap.push(Next { distance: there, node: self.links.to[at] });
                    } else if there.total_cmp(&distance[w]).is_eq() {
                        paths[w] += paths[v];
                    }
                }
            }
            // The farthest first: each hands what passes it to those before it on shortest paths.
            for w in order.iter().rev().copied() {
                for back in self.links.range(w) {
                    let v = self.links.to[back] as usize;
                    let before = turn[v] > 0 && turn[v] < turn[w];
                    if before && (distance[v] + lengths[back]).total_cmp(&distance[w]).is_eq() {
                        share[v] += paths[v] / paths[w] * (1.0 + share[w]);
                    }
                }
                if w != source {
                    between[w] += share[w];
                }
            }
        }
        let pairs = (n.saturating_sub(1) * n.saturating_sub(2)).max(1) as f64;
        between.iter_mut().for_each(|b| *b /= pairs);
        between
    }

    /// The share of a node's pairs of neighbours that are linked, in [0, 1], without weights; 0 below two
    /// neighbours (Watts & Strogatz 1998).
    #[must_use]
    pub fn clustering(&self) -> Vec<f64> {
        let n = self.nodes();
        let mut near = vec![false; n];
        let mut out = Vec::with_capacity(n);
        for i in 0..n {
            self.links.of(i).for_each(|(j, _)| near[j] = true);
            let closed: usize = self.links.of(i).map(|(j, _)| self.links.of(j).filter(|(k, _)| near[*k]).count()).sum();
            self.links.of(i).for_each(|(j, _)| near[j] = false);
            let degree = self.links.range(i).len();
            let pairs = degree * degree.saturating_sub(1);
            out.push(if pairs == 0 { 0.0 } else { closed as f64 / pairs as f64 });
        }
        out
    }
}

#[derive(PartialEq)]
struct Next {
    distance: f64,
    node: u32,
}

impl Eq for Next {}

impl Ord for Next {
    /// The nearest first; ties by the smaller number.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        other.distance.total_cmp(&self.distance).then(other.node.cmp(&self.node))
    }
}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(nodes: usize, edges: &[(u32, u32, f64)]) -> Graph {
        let edges = edges.iter().map(|(a, b, weight)| Edge { a: *a, b: *b, weight: *weight });
        Graph::new(nodes, edges.collect()).unwrap()
    }

    fn near(got: &[f64], expected: &[f64]) {
        assert_eq!(got.len(), expected.len());
        assert!(got.iter().zip(expected).all(|(g, e)| (g - e).abs() < 1e-12), "got {got:?}, expected {expected:?}");
    }

    #[test]
    fn association_strength_is_a_weight_over_what_its_ends_let_expect() {
        // Weights at the nodes: 5, 3, 2, 0, in all 10.
        let edges = [(0, 1, 3.0), (0, 2, 2.0), (2, 3, 0.0)].map(|(a, b, weight)| Edge { a, b, weight }).to_vec();
        let found = Graph::new(4, edges).unwrap().association_strength(&[3.0, 2.0, 0.0]);
        assert_eq!(found, [Some(2.0), Some(2.0), None]);
    }

    #[test]
    fn rank_of_a_star_by_hand() {
        // The middle x of a star with three tips y: x = 0.0375 + 0.85 * 3 y, y = 0.0375 + 0.85 x / 3.
        let middle = (0.0375 + 2.55 * 0.0375) / (1.0 - 0.85 * 0.85);
        let tip = (1.0 - middle) / 3.0;
        near(&graph(4, &[(0, 1, 2.0), (0, 2, 2.0), (0, 3, 2.0)]).page_rank(), &[middle, tip, tip, tip]);
        // The heavier link gives more.
        let rank = graph(3, &[(0, 1, 3.0), (0, 2, 1.0)]).page_rank();
        assert!(rank[1] > rank[2]);
    }

    #[test]
    fn rank_of_nodes_without_links_is_spread_evenly() {
        near(&graph(4, &[]).page_rank(), &[0.25; 4]);
        let rank = graph(3, &[(0, 1, 1.0)]).page_rank();
        assert!((rank.iter().sum::<f64>() - 1.0).abs() < 1e-14);
        assert!(rank[2] < rank[0]);
    }

    #[test]
    fn paths_through_the_middle() {
        let path = graph(5, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0)]);
        near(&path.betweenness(), &[0.0, 3.0 / 6.0, 4.0 / 6.0, 3.0 / 6.0, 0.0]);
        near(&path.edge_betweenness(), &[0.4, 0.6, 0.6, 0.4]);
        // Two shortest ways round a square share what passes.
        let square = graph(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)]);
        near(&square.betweenness(), &[1.0 / 6.0; 4]);
    }

    #[test]
    fn a_strong_link_is_short() {
        // From 0 to 2 the way over 1 has length 1/4 + 1/4, the straight one 1.
        let graph = graph(3, &[(0, 1, 4.0), (1, 2, 4.0), (0, 2, 1.0)]);
        near(&graph.betweenness(), &[0.0; 3]);
        near(&graph.betweenness_by_length(), &[0.0, 1.0, 0.0]);
    }

    #[test]
    fn neighbours_that_are_linked() {
        let graph = graph(5, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0), (1, 2, 1.0)]);
        near(&graph.clustering(), &[1.0 / 3.0, 1.0, 1.0, 0.0, 0.0]);
    }
}
