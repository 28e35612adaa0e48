//! Communities: groups of nodes with more links inside than chance would give.

use std::collections::VecDeque;

use super::{Graph, Links};
use crate::order::order;
use crate::rng::Rng;
use crate::span::to_u32;

/// The most seeded runs, of which the best is kept.
const RUNS: usize = 10;
/// So many links are looked at in all runs together, at least one run.
const WORK: usize = 50_000;
/// Rounds of a run, each beginning with the communities of the one before.
const ROUNDS: usize = 10;
/// A gain below this share of all weight is rounding.
const LEAST: f64 = 1e-12;

impl Graph {
    /// Newman's modularity of a partition (a community for every node) with a resolution: the share of
    /// weight inside communities less what is expected; in [-0.5, 1] at resolution 1 (Newman 2006).
    /// `None` without links, without weights, or when the partition has another length or a community that is not below the
    /// number of nodes.
    #[must_use]
    #[inline(never)]
    pub fn modularity(&self, partition: &[u32], resolution: f64) -> Option<f64> {
        let n = self.nodes();
        if partition.len() != n || partition.iter().any(|g| *g as usize >= n) {
            return None;
        }
        let (mut inside, mut strength) = (vec![0.0; n], vec![0.0; n]);
        for (i, group) in partition.iter().enumerate() {
            strength[*group as usize] += 2.0 * self.loops[i];
            inside[*group as usize] += 2.0 * self.loops[i];
            for (j, weight) in self.links.of(i) {
                strength[*group as usize] += weight;
                if *group == partition[j] {
                    inside[*group as usize] += weight;
                }
            }
        }
        let total: f64 = strength.iter().sum();
        if total == 0.0 {
            return None;
        }
        Some(inside.iter().zip(strength).map(|(i, s)| i / total - resolution * (s / total) * (s / total)).sum())
    }

    /// Communities by the Leiden method over modularity (Traag, Waltman & van Eck 2019), a community for
    /// every node: numbered from 0 by size, ties by their smallest node. Each is connected; a node without
    /// links is one of its own.
    ///
    /// `resolution` above 1 gives more and smaller communities, below 1 fewer and larger ones; what is not
    /// a number of 0 or more counts as 1. `seed` fixes the order in which nodes are looked at; the best of
    /// several runs is kept, so that it seldom matters.
    #[must_use]
    pub fn communities(&self, resolution: f64, seed: u64) -> Vec<u32> {
        let resolution = if resolution >= 0.0 && resolution.is_finite() { resolution } else { 1.0 };
        let alone: Vec<u32> = (0..to_u32(self.nodes())).collect();
        let quality = |p: &[u32]| self.modularity(p, resolution).unwrap_or(0.0);
        let mut best = (quality(&alone), alone.clone());
        let runs = (WORK / self.edges.len().max(1)).clamp(1, RUNS);
        let mut seeds = Rng::new(seed);
        for _ in 0..runs {
            let mut rng = Rng::new(seeds.next_u64());
            let mut found = (f64::NEG_INFINITY, alone.clone());
            for _ in 0..ROUNDS {
                let next = self.leiden(&found.1, resolution, &mut rng);
                let gained = quality(&next);
                if gained <= found.0 + LEAST {
                    break;
                }
                found = (gained, next);
            }
            if found.0 > best.0 + LEAST {
                best = found;
            }
        }
        by_size(&best.1)
    }

    /// One round: moves nodes, splits communities into parts that hang together, makes a node of each part,
    /// and so on with the graph of parts until nothing moves.
    #[inline(never)]
    fn leiden(&self, start: &[u32], resolution: f64, rng: &mut Rng) -> Vec<u32> {
        let mut level = Level::ground(self, resolution);
        // Which node of the level each node of the graph is in.
        let mut node: Vec<u32> = (0..to_u32(self.nodes())).collect();
        let mut group = by_size(start);
        loop {
            level.settle(&mut group, rng);
            let parts = by_size(&level.parts(&group, rng));
            let count = parts.iter().max().map_or(0, |m| *m as usize + 1);
            if count == level.links.nodes() {
                return node.iter().map(|n| group[*n as usize]).collect();
            }
            let mut group_of_part = vec![0; count];
            parts.iter().zip(&group).for_each(|(part, g)| group_of_part[*part as usize] = *g);
            node.iter_mut().for_each(|n| *n = parts[*n as usize]);
            level = level.folded(&parts, count);
            group = by_size(&group_of_part);
        }
    }
}

/// Numbers the groups by size, the largest first, ties by their smallest member.
fn by_size(partition: &[u32]) -> Vec<u32> {
    let count = partition.iter().max().map_or(0, |g| *g as usize + 1);
    // Of each group the size and its smallest member.
    let mut groups = vec![(0, partition.len()); count];
    for (i, g) in partition.iter().enumerate() {
        let (size, smallest) = &mut groups[*g as usize];
        *size += 1;
        *smallest = i.min(*smallest);
    }
    let sorted = order(count, &mut |g, h| groups[h].0.cmp(&groups[g].0).then(groups[g].1.cmp(&groups[h].1)));
    let mut number = vec![0; count];
    (0u32..).zip(sorted).for_each(|(new, old)| number[old as usize] = new);
    partition.iter().map(|g| number[*g as usize]).collect()
}

fn shuffled(n: usize, rng: &mut Rng) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    for i in (1..n).rev() {
        order.swap(i, rng.below(to_u32(i + 1)) as usize);
    }
    order
}

/// A graph whose nodes are parts of communities of the level below.
struct Level {
    links: Links,
    /// All weight at each node, that inside it counted twice.
    strength: Vec<f64>,
    total: f64,
    resolution: f64,
}

/// The weights from one node to the groups next to it.
struct Toward {
    weight: Vec<f64>,
    groups: Vec<u32>,
}

impl Toward {
    fn new(groups: usize) -> Self {
        Toward { weight: vec![0.0; groups], groups: Vec::new() }
    }

    fn add(&mut self, group: u32, weight: f64) {
        let sum = &mut self.weight[group as usize];
        if *sum == 0.0 {
            self.groups.push(group);
        }
        *sum += weight;
    }

    fn clear(&mut self) {
        self.groups.drain(..).for_each(|g| self.weight[g as usize] = 0.0);
    }
}

impl Level {
    fn ground(graph: &Graph, resolution: f64) -> Self {
        let strength = graph.weighted_degree();
        Level { links: graph.links.clone(), total: strength.iter().sum(), strength, resolution }
    }

    /// What is expected between a node and a group of so much strength.
    fn expected(&self, node: usize, strength: f64) -> f64 {
        self.resolution * self.strength[node] * strength / self.total
    }

    /// Moves nodes to the group that gains most, or to an empty one, until none gains. Only nodes next to
    /// one that moved are looked at again.
    #[inline(never)]
    fn settle(&self, group: &mut [u32], rng: &mut Rng) {
        let n = group.len();
        let (mut sum, mut size) = (vec![0.0; n], vec![0usize; n]);
        for (g, s) in group.iter().zip(&self.strength) {
            sum[*g as usize] += s;
            size[*g as usize] += 1;
        }
        let mut empty: Vec<u32> = (0..to_u32(n)).rev().filter(|g| size[*g as usize] == 0).collect();
        let mut queue: VecDeque<usize> = shuffled(n, rng).into();
        let mut queued = vec![true; n];
        let mut toward = Toward::new(n);
        while let Some(i) = queue.pop_front() {
            queued[i] = false;
            let home = group[i];
            self.links.of(i).for_each(|(j, w)| toward.add(group[j], w));
            sum[home as usize] -= self.strength[i];
            let gain = |g: u32| toward.weight[g as usize] - self.expected(i, sum[g as usize]);
            let mut best = (gain(home), home);
            for g in &toward.groups {
                let value = gain(*g);
                if value > best.0 + LEAST * self.total {
                    best = (value, *g);
                }
            }
            if best.0 < -LEAST * self.total
                && let Some(g) = empty.pop()
            {
                best = (0.0, g);
            }
            toward.clear();
            let to = best.1;
            sum[to as usize] += self.strength[i];
            if to == home {
                continue;
            }
            group[i] = to;
            size[home as usize] -= 1;
            size[to as usize] += 1;
            if size[home as usize] == 0 {
                sum[home as usize] = 0.0;
                empty.push(home);
            }
            for (j, _) in self.links.of(i) {
                if group[j] != to && !std::mem::replace(&mut queued[j], true) {
                    queue.push_back(j);
                }
            }
        }
    }

    /// Splits every group into parts: each node, while alone, joins the part of its group that gains most,
    /// where node and part are both well linked to the rest of the group.
    #[inline(never)]
    fn parts(&self, group: &[u32], rng: &mut Rng) -> Vec<u32> {
        let n = group.len();
        let mut all = vec![0.0; n];
        group.iter().zip(&self.strength).for_each(|(g, s)| all[*g as usize] += s);
        let mut part: Vec<u32> = (0..to_u32(n)).collect();
        let mut sum = self.strength.clone();
        let mut alone = vec![true; n];
        // The weight between a part and the rest of its group.
        let mut outside: Vec<f64> =
            (0..n).map(|i| self.links.of(i).filter(|(j, _)| group[*j] == group[i]).map(|(_, w)| w).sum()).collect();
        let mut toward = Toward::new(n);
        for i in shuffled(n, rng) {
            let whole = all[group[i] as usize];
            let enough = |p: usize| {
                let expected = self.resolution * sum[p] * (whole - sum[p]) / self.total;
                outside[p] >= expected - LEAST * self.total
            };
            if !alone[i] || !enough(i) {
                continue;
            }
            self.links.of(i).filter(|(j, _)| group[*j] == group[i]).for_each(|(j, w)| toward.add(part[j], w));
            let mut best: Option<(f64, u32)> = None;
            for p in toward.groups.iter().copied().filter(|p| enough(*p as usize)) {
                let gain = toward.weight[p as usize] - self.expected(i, sum[p as usize]);
                if gain > best.map_or(0.0, |b| b.0) + LEAST * self.total {
                    best = Some((gain, p));
                }
            }
            if let Some((_, p)) = best {
                let to = p as usize;
                outside[to] += outside[i] - 2.0 * toward.weight[to];
                sum[to] += self.strength[i];
                part[i] = p;
                // The node that the part is named after has company now; this one left its own part empty.
                alone[to] = false;
                alone[i] = false;
                sum[i] = 0.0;
            }
            toward.clear();
        }
        part
    }

    /// The graph of the parts.
    #[inline(never)]
    fn folded(&self, parts: &[u32], count: usize) -> Level {
        let mut strength = vec![0.0; count];
        parts.iter().zip(&self.strength).for_each(|(p, s)| strength[*p as usize] += s);
        let between = (0..parts.len()).flat_map(|i| {
            let ends = self.links.of(i).map(move |(j, w)| (parts[i], parts[j], w));
            ends.filter(|(a, b, _)| a < b)
        });
        Level { links: Links::new(count, between.collect()), strength, total: self.total, resolution: self.resolution }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Edge;
    use super::*;

    fn graph(nodes: usize, edges: impl IntoIterator<Item = (u32, u32, f64)>) -> Graph {
        Graph::new(nodes, edges.into_iter().map(|(a, b, weight)| Edge { a, b, weight }).collect()).unwrap()
    }

    #[test]
    fn two_triangles_and_a_bridge_are_two_communities() {
        let edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
        let graph = graph(7, edges.map(|(a, b)| (a, b, 1.0)));
        let communities = graph.communities(1.0, 1);
        assert_eq!(communities, [0, 0, 0, 1, 1, 1, 2]);
        // 2 (6/14 - (7/14)^2)
        assert!((graph.modularity(&communities, 1.0).unwrap() - 5.0 / 14.0).abs() < 1e-15);
    }

    #[test]
    fn modularity_needs_links_and_a_community_for_every_node() {
        let one = graph(3, [(0, 1, 1.0)]);
        assert_eq!(one.modularity(&[0], 1.0), None);
        assert_eq!(graph(3, []).modularity(&[0, 1, 2], 1.0), None);
        assert_eq!(one.modularity(&[0, 0, 0], 1.0), Some(0.0));
        assert_eq!(one.modularity(&[0, 3, 0], 1.0), None);
        // The numbers of communities are only names.
        assert_eq!(one.modularity(&[2, 1, 2], 1.0), one.modularity(&[0, 2, 0], 1.0));
        assert_eq!(one.modularity(&[0, 1, 2], 1.0), Some(-0.5));
    }

    #[test]
    fn a_ring_of_cliques_comes_apart_and_together_with_the_resolution() {
        // Eight cliques of five in a ring.
        let mut edges = Vec::new();
        for clique in 0..8u32 {
            let at = clique * 5;
            edges.extend((0..5).flat_map(|i| (0..i).map(move |j| (at + i, at + j, 1.0))));
            edges.push((at + 4, (at + 5) % 40, 1.0));
        }
        let graph = graph(40, edges);
        let count = |resolution| graph.communities(resolution, 1).into_iter().max().unwrap() + 1;
        assert_eq!(graph.communities(1.0, 1), (0..40).map(|i| i / 5).collect::<Vec<u32>>());
        assert_eq!(count(0.0), 1);
        assert_eq!(count(1000.0), 40);
        assert_eq!(count(f64::NAN), 8);
    }

    #[test]
    fn communities_are_numbered_by_size_then_smallest_node() {
        assert_eq!(by_size(&[3, 4, 4, 3, 2]), [0, 1, 1, 0, 2]);
        assert_eq!(by_size(&[2, 1, 1]), [1, 0, 0]);
        assert!(by_size(&[]).is_empty());
    }

    fn graphs() -> impl Strategy<Value = Graph> {
        (2..25u32).prop_flat_map(|n| {
            let edge = (0..n, 0..n, prop_oneof![Just(1.0), 0.001..1000.0f64]);
            prop::collection::vec(edge, 0..60)
                .prop_map(move |e| graph(n as usize, e.into_iter().filter(|(a, b, _)| a != b)))
        })
    }

    proptest! {
        #[test]
        fn communities_are_connected_and_no_node_gains_by_moving(graph in graphs(), seed in 0..4u64) {
            let found = graph.communities(1.0, seed);
            prop_assert_eq!(&found, &graph.communities(1.0, seed));
            prop_assert_eq!(&found, &by_size(&found));
            let quality = graph.modularity(&found, 1.0).unwrap_or(0.0);
            for i in 0..graph.nodes() {
                for to in 0..graph.nodes() {
                    let mut other = found.clone();
                    other[i] = to as u32;
                    prop_assert!(graph.modularity(&other, 1.0).unwrap_or(0.0) <= quality + 1e-9);
                }
                // From the smallest member every other is reached inside the community.
                let (mut reached, mut todo) = (vec![false; graph.nodes()], vec![i]);
                while let Some(v) = todo.pop() {
                    if !std::mem::replace(&mut reached[v], true) {
                        todo.extend(graph.links.of(v).map(|(w, _)| w).filter(|w| found[*w] == found[i]));
                    }
                }
                prop_assert!((0..graph.nodes()).all(|j| reached[j] || found[j] != found[i]));
            }
        }
    }
}
