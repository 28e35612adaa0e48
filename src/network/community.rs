//! Communities: groups of nodes with more links inside than chance would give.

use super::Graph;
use crate::rng::Rng;

/// How many seeded runs are made on a small graph; the best is kept.
const RUNS: u64 = 10;
/// Above so many links one run is made.
const SMALL: usize = 20_000;

impl Graph {
    /// Newman's modularity of a partition (a community for every node) with a resolution: the share of
    /// weight inside communities less what is expected; in [-0.5, 1] at resolution 1 (Newman 2006).
    /// `None` without links or when the partition has another length.
    #[must_use]
    pub fn modularity(&self, partition: &[u32], resolution: f64) -> Option<f64> {
        let total: f64 = self.weighted_degree().iter().sum();
        if partition.len() != self.nodes() || total == 0.0 {
            return None;
        }
        let count = partition.iter().max().map_or(0, |m| *m as usize + 1);
        let mut inside = vec![0.0; count];
        let mut strength = vec![0.0; count];
        for (i, links) in self.links.iter().enumerate() {
            for (j, weight) in links {
                strength[partition[i] as usize] += weight;
                if partition[i] == partition[*j as usize] {
                    inside[partition[i] as usize] += weight;
                }
            }
        }
        Some(inside.iter().zip(strength).map(|(i, s)| i / total - resolution * (s / total) * (s / total)).sum())
    }

    /// Communities by the Louvain method (Blondel et al. 2008), each level begun from single nodes in a
    /// seeded order, and at the end every node moved once more on its own; the best of several runs.
    /// Numbered by size, ties by their smallest node. A node without links is a community of its own.
    #[must_use]
    pub fn communities(&self, resolution: f64, seed: u64) -> Vec<u32> {
        let runs = if self.edges.len() <= SMALL { RUNS } else { 1 };
        let mut best: Option<(f64, Vec<u32>)> = None;
        for run in 0..runs {
            let partition = self.louvain(resolution, &mut Rng::new(seed.wrapping_mul(RUNS).wrapping_add(run)));
            let quality = self.modularity(&partition, resolution).unwrap_or(0.0);
            if best.as_ref().is_none_or(|(q, _)| quality > q + 1e-12) {
                best = Some((quality, partition));
            }
        }
        by_size(&best.map(|(_, p)| p).unwrap_or_default())
    }

    fn louvain(&self, resolution: f64, rng: &mut Rng) -> Vec<u32> {
        let mut partition: Vec<u32> = (0..crate::span::to_u32(self.nodes())).collect();
        let mut level = Level { links: self.links.clone(), own: vec![0.0; self.nodes()] };
        loop {
            let start: Vec<u32> = (0..crate::span::to_u32(level.links.len())).collect();
            let (moved, groups) = level.settle(start, resolution, rng);
            if !moved {
                break;
            }
            let groups = by_size(&groups);
            partition.iter_mut().for_each(|p| *p = groups[*p as usize]);
            level = level.folded(&groups);
        }
        let ground = Level { links: self.links.clone(), own: vec![0.0; self.nodes()] };
        ground.settle(partition, resolution, rng).1
    }
}

/// Numbers the groups by size, the largest first, ties by their smallest member.
fn by_size(partition: &[u32]) -> Vec<u32> {
    let count = partition.iter().max().map_or(0, |m| *m as usize + 1);
    let mut groups: Vec<(usize, usize, usize)> = (0..count).map(|g| (0, usize::MAX, g)).collect();
    for (i, g) in partition.iter().enumerate() {
        let group = &mut groups[*g as usize];
        group.0 += 1;
        group.1 = group.1.min(i);
    }
    groups.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut number = vec![0; count];
    for (n, (_, _, g)) in (0u32..).zip(groups) {
        number[g] = n;
    }
    partition.iter().map(|g| number[*g as usize]).collect()
}

/// A graph whose nodes are communities of the level below; `own` is the weight inside each, counted twice.
struct Level {
    links: Vec<Vec<(u32, f64)>>,
    own: Vec<f64>,
}

impl Level {
    /// Moves nodes to the neighbouring community that gains most until none gains.
    fn settle(&self, start: Vec<u32>, resolution: f64, rng: &mut Rng) -> (bool, Vec<u32>) {
        let n = self.links.len();
        let strength: Vec<f64> =
            self.links.iter().zip(&self.own).map(|(l, own)| l.iter().map(|(_, w)| w).sum::<f64>() + own).collect();
        let total: f64 = strength.iter().sum();
        let mut group = start;
        let mut sum = vec![0.0; n];
        group.iter().zip(&strength).for_each(|(g, s)| sum[*g as usize] += s);
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, rng.below(crate::span::to_u32(i + 1)) as usize);
        }
        let mut toward = vec![0.0; n];
        let mut moved_ever = false;
        for _ in 0..100 {
            let mut moved = false;
            for i in &order {
                let i = *i;
                let home = group[i];
                let mut near: Vec<u32> = Vec::new();
                for (j, w) in &self.links[i] {
                    let g = group[*j as usize];
                    if toward[g as usize] == 0.0 {
                        near.push(g);
                    }
                    toward[g as usize] += w;
                }
                sum[home as usize] -= strength[i];
                let gain = |g: u32| toward[g as usize] - resolution * strength[i] * sum[g as usize] / total;
                let mut best = (gain(home), home);
                for g in &near {
                    let value = gain(*g);
                    if value > best.0 + 1e-12 * total {
                        best = (value, *g);
                    }
                }
                near.iter().for_each(|g| toward[*g as usize] = 0.0);
                sum[best.1 as usize] += strength[i];
                if best.1 != home {
                    group[i] = best.1;
                    moved = true;
                    moved_ever = true;
                }
            }
            if !moved {
                break;
            }
        }
        (moved_ever, group)
    }

    fn folded(&self, groups: &[u32]) -> Level {
        let count = groups.iter().max().map_or(0, |m| *m as usize + 1);
        let mut own = vec![0.0; count];
        let mut maps: Vec<std::collections::BTreeMap<u32, f64>> = vec![std::collections::BTreeMap::new(); count];
        for (i, links) in self.links.iter().enumerate() {
            let g = groups[i];
            own[g as usize] += self.own[i];
            for (j, w) in links {
                let h = groups[*j as usize];
                if g == h {
                    own[g as usize] += w;
                } else {
                    *maps[g as usize].entry(h).or_insert(0.0) += w;
                }
            }
        }
        Level { links: maps.into_iter().map(|m| m.into_iter().collect()).collect(), own }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Edge;
    use super::*;

    #[test]
    fn two_triangles_and_a_bridge_are_two_communities() {
        let edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
        let edges = edges.into_iter().map(|(a, b)| Edge { a, b, weight: 1.0 }).collect();
        let graph = Graph::new(7, edges).unwrap();
        let communities = graph.communities(1.0, 1);
        assert_eq!(communities, [0, 0, 0, 1, 1, 1, 2]);
        // 2 (6/14 - (7/14)^2)
        assert!((graph.modularity(&communities, 1.0).unwrap() - 5.0 / 14.0).abs() < 1e-15);
        assert_eq!(graph.modularity(&[0], 1.0), None);
    }
}
