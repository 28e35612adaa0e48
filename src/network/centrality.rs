//! Which nodes matter.

use std::collections::BinaryHeap;

use super::Graph;

impl Graph {
    /// PageRank over weights: damping 0.85, dangling mass spread evenly; sums to 1 (Brin & Page 1998).
    #[must_use]
    pub fn page_rank(&self) -> Vec<f64> {
        let n = self.nodes();
        if n == 0 {
            return Vec::new();
        }
        let strength = self.weighted_degree();
        let even = 1.0 / n as f64;
        let mut rank = vec![even; n];
        for _ in 0..1000 {
            let dangling: f64 = (0..n).filter(|i| strength[*i] == 0.0).map(|i| rank[i]).sum();
            let mut next = vec![(0.15 + 0.85 * dangling) * even; n];
            for (i, links) in self.links.iter().enumerate() {
                for (j, weight) in links {
                    next[*j as usize] += 0.85 * rank[i] * weight / strength[i];
                }
            }
            let change: f64 = rank.iter().zip(&next).map(|(a, b)| (a - b).abs()).sum();
            rank = next;
            if change < 1e-14 * n as f64 {
                break;
            }
        }
        rank
    }

    /// The share of shortest paths between others that pass a node, in [0, 1]; every link has length 1
    /// (Brandes 2001). 0 for graphs of fewer than three nodes.
    #[must_use]
    pub fn betweenness(&self) -> Vec<f64> {
        self.brandes(|_| 1.0)
    }

    /// The same where a link of weight w has length 1 / w.
    #[must_use]
    pub fn betweenness_by_length(&self) -> Vec<f64> {
        self.brandes(|weight| 1.0 / weight)
    }

    fn brandes(&self, length: impl Fn(f64) -> f64) -> Vec<f64> {
        let n = self.nodes();
        let mut between = vec![0.0; n];
        for source in 0..n {
            let mut distance = vec![f64::INFINITY; n];
            let mut paths = vec![0.0; n];
            let mut before: Vec<Vec<u32>> = vec![Vec::new(); n];
            let mut done = vec![false; n];
            let mut order = Vec::with_capacity(n);
            let mut heap = BinaryHeap::new();
            distance[source] = 0.0;
            paths[source] = 1.0;
            heap.push(Next { distance: 0.0, node: crate::span::to_u32(source) });
            while let Some(Next { distance: here, node }) = heap.pop() {
                let v = node as usize;
                if std::mem::replace(&mut done[v], true) {
                    continue;
                }
                order.push(v);
                for (to, weight) in &self.links[v] {
                    let (w, there) = (*to as usize, here + length(*weight));
                    if done[w] {
                        continue;
                    }
                    // Equal to the last bit, as in other implementations: agreement with them is worth more
                    // than joining paths whose sums of 1/w differ in rounding.
                    if there.total_cmp(&distance[w]).is_eq() {
                        paths[w] += paths[v];
                        before[w].push(node);
                    } else if there < distance[w] {
                        distance[w] = there;
                        paths[w] = paths[v];
                        before[w] = vec![node];
                        heap.push(Next { distance: there, node: *to });
                    }
                }
            }
            let mut share = vec![0.0; n];
            for w in order.into_iter().rev() {
                for v in &before[w] {
                    let v = *v as usize;
                    share[v] += paths[v] / paths[w] * (1.0 + share[w]);
                }
                if w != source {
                    between[w] += share[w];
                }
            }
        }
        let pairs = (n.saturating_sub(1) * n.saturating_sub(2)).max(1) as f64;
        between.iter().map(|b| b / pairs).collect()
    }

    /// The share of a node's pairs of neighbours that are linked, in [0, 1]; 0 below two neighbours (Watts
    /// & Strogatz 1998).
    #[must_use]
    pub fn clustering(&self) -> Vec<f64> {
        let mut near = vec![false; self.nodes()];
        let mut out = Vec::with_capacity(self.nodes());
        for links in &self.links {
            links.iter().for_each(|(n, _)| near[*n as usize] = true);
            let closed: usize = links
                .iter()
                .map(|(n, _)| self.links[*n as usize].iter().filter(|(m, _)| near[*m as usize]).count())
                .sum();
            links.iter().for_each(|(n, _)| near[*n as usize] = false);
            let pairs = links.len() * links.len().saturating_sub(1);
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
