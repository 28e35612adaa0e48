//! Where nodes are drawn: forces between nodes, the same every time.

use super::Graph;
use crate::num::{cos, ln_1p, sin};
use crate::rng::Rng;

/// Steps of the simulation.
const STEPS: u32 = 400;

impl Graph {
    /// A place in [-1, 1] x [-1, 1] for every node: links pull (by the logarithm of their weight), nodes
    /// push each other apart (more so the more links they have), and all are drawn to the middle, so that
    /// separate parts stay together (the forces of ForceAtlas2: Jacomy et al. 2014).
    #[must_use]
    pub fn layout(&self, seed: u64) -> Vec<(f64, f64)> {
        let n = self.nodes();
        if n == 1 {
            return vec![(0.0, 0.0)];
        }
        let mut rng = Rng::new(seed);
        // A spiral with a little noise, so that no two begin at the same place.
        let mut at: Vec<(f64, f64)> = (0..n)
            .map(|i| {
                let (radius, angle) = (((i + 1) as f64).sqrt(), i as f64 * 2.399_963);
                (radius * cos(angle) + rng.unit() * 0.1, radius * sin(angle) + rng.unit() * 0.1)
            })
            .collect();
        let mass: Vec<f64> = self.links.iter().map(|l| 1.0 + l.len() as f64).collect();
        let mean = self.edges.iter().map(|e| e.weight).sum::<f64>() / self.edges.len().max(1) as f64;
        let scale = 6.0;
        for step in 0..STEPS {
            let heat = 1.0 - f64::from(step) / f64::from(STEPS);
            let mut force = vec![(0.0, 0.0); n];
            for i in 0..n {
                for j in i + 1..n {
                    let (dx, dy) = (at[i].0 - at[j].0, at[i].1 - at[j].1);
                    let square = (dx * dx + dy * dy).max(0.01);
                    let push = scale * mass[i] * mass[j] / square;
                    force[i].0 += dx * push;
                    force[i].1 += dy * push;
                    force[j].0 -= dx * push;
                    force[j].1 -= dy * push;
                }
                force[i].0 -= at[i].0 * mass[i] * 0.6;
                force[i].1 -= at[i].1 * mass[i] * 0.6;
            }
            for e in &self.edges {
                let (i, j) = (e.a as usize, e.b as usize);
                let pull = 0.5 + ln_1p(e.weight / mean);
                let (dx, dy) = (at[j].0 - at[i].0, at[j].1 - at[i].1);
                force[i].0 += dx * pull;
                force[i].1 += dy * pull;
                force[j].0 -= dx * pull;
                force[j].1 -= dy * pull;
            }
            for i in 0..n {
                let (fx, fy) = (force[i].0 / mass[i], force[i].1 / mass[i]);
                let length = (fx * fx + fy * fy).sqrt().max(1e-9);
                let move_by = (length * 0.1).min(2.0 * heat + 0.02) / length;
                at[i].0 += fx * move_by;
                at[i].1 += fy * move_by;
            }
        }
        fit(&mut at);
        at
    }
}

/// Moves and scales the places into [-1, 1] both ways, keeping proportions.
fn fit(at: &mut [(f64, f64)]) {
    let range = |f: &dyn Fn(&(f64, f64)) -> f64| {
        at.iter().map(f).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    };
    let (x, y) = (range(&|p| p.0), range(&|p| p.1));
    let half = ((x.1 - x.0).max(y.1 - y.0) / 2.0).max(1e-9);
    let middle = (f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1));
    for p in at {
        *p = (((p.0 - middle.0) / half).clamp(-1.0, 1.0), ((p.1 - middle.1) / half).clamp(-1.0, 1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Edge;
    use super::*;

    #[test]
    fn linked_nodes_are_nearer_and_everything_fits() {
        let edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)];
        let edges = edges.into_iter().map(|(a, b)| Edge { a, b, weight: 2.0 }).collect();
        let at = Graph::new(7, edges).unwrap().layout(1);
        let square = |x: f64| x * x;
        let distance = |i: usize, j: usize| square(at[i].0 - at[j].0) + square(at[i].1 - at[j].1);
        assert!(distance(0, 1) < distance(0, 4), "{at:?}");
        assert!(at.iter().all(|p| p.0.abs() <= 1.0 && p.1.abs() <= 1.0), "{at:?}");
    }
}
