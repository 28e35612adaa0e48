//! Where nodes are drawn: forces between nodes, the same every time.

use super::Graph;
use super::quadtree::Quadtree;
use crate::num::ln_1p;
use crate::rng::Rng;

/// Steps of the simulation.
const STEPS: u32 = 200;
/// Above so many nodes, far ones push together.
const MANY: usize = 500;
/// How hard two nodes push each other apart.
const PUSH: f64 = 6.0;
/// How hard a node is drawn to the middle.
const GRAVITY: f64 = 0.6;
/// Cosine and sine of the golden angle, by which the start turns from node to node: no two are ever in line.
const TURN: Point = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8);

type Point = (f64, f64);

impl Graph {
    /// A place in [-1, 1] x [-1, 1] for every node, wider than high: links pull (by the logarithm of their
    /// weight), nodes push each other apart (more so the more links they have), and all are drawn to the
    /// middle, so that separate parts stay together (the forces of ForceAtlas2: Jacomy et al. 2014).
    ///
    /// The same graph and `seed` give the same places to the last bit.
    #[must_use]
    pub fn layout(&self, seed: u64) -> Vec<Point> {
        let n = self.nodes();
        let mut rng = Rng::new(seed);
        let mut turn = (1.0, 0.0);
        let mut at: Vec<Point> = (0..n)
            .map(|i| {
                let radius = ((i + 1) as f64).sqrt();
                turn = (turn.0 * TURN.0 - turn.1 * TURN.1, turn.0 * TURN.1 + turn.1 * TURN.0);
                (radius * turn.0 + rng.unit() * 0.1, radius * turn.1 + rng.unit() * 0.1)
            })
            .collect();
        let mass: Vec<f64> = self.degree().into_iter().map(|d| 1.0 + f64::from(d)).collect();
        // Where no link weighs anything, all pull alike.
        let mean = (self.links.weights.iter().sum::<f64>() / self.links.to.len().max(1) as f64).max(f64::MIN_POSITIVE);
        let pulls: Vec<f64> = self.links.weights.iter().map(|w| 0.5 + ln_1p(w / mean)).collect();
        for step in 0..STEPS {
            let heat = 1.0 - f64::from(step) / f64::from(STEPS);
            let mut force = if n > MANY { push_far(&at, &mass) } else { push_all(&at, &mass) };
            for i in 0..n {
                let (x, y) = at[i];
                for link in self.links.range(i) {
                    let (to, pull) = (at[self.links.to[link] as usize], pulls[link]);
                    force[i].0 += (to.0 - x) * pull;
                    force[i].1 += (to.1 - y) * pull;
                }
                let (fx, fy) = (force[i].0 / mass[i] - x * GRAVITY, force[i].1 / mass[i] - y * GRAVITY);
                // What is forced hard moves fast, but ever less far at once.
                let length = (fx * fx + fy * fy).sqrt().max(1e-9);
                force[i] = (fx, fy);
                let by = (length * 0.1).min(2.0 * heat + 0.02) / length;
                force[i].0 *= by;
                force[i].1 *= by;
            }
            for (p, f) in at.iter_mut().zip(&force) {
                p.0 += f.0;
                p.1 += f.1;
            }
        }
        lay_flat(&mut at);
        fit(&mut at);
        at
    }
}

/// What a body of mass `m` at distance (`dx`, `dy`) pushes with, by the other's mass.
fn push((dx, dy): Point, m: f64) -> Point {
    let strength = PUSH * m / (dx * dx + dy * dy).max(0.01);
    (dx * strength, dy * strength)
}

#[inline(never)]
fn push_all(at: &[Point], mass: &[f64]) -> Vec<Point> {
    let mut force = vec![(0.0, 0.0); at.len()];
    for i in 0..at.len() {
        for j in 0..i {
            let (x, y) = push((at[i].0 - at[j].0, at[i].1 - at[j].1), mass[i] * mass[j]);
            force[i].0 += x;
            force[i].1 += y;
            force[j].0 -= x;
            force[j].1 -= y;
        }
    }
    force
}

#[inline(never)]
fn push_far(at: &[Point], mass: &[f64]) -> Vec<Point> {
    let tree = Quadtree::new(at, mass);
    let on = |(p, m): (&Point, &f64)| {
        let mut force = (0.0, 0.0);
        // A node meets itself at distance 0, where nothing is pushed.
        tree.each(*p, |q, other| {
            let (x, y) = push((p.0 - q.0, p.1 - q.1), m * other);
            force.0 += x;
            force.1 += y;
        });
        force
    };
    at.iter().zip(mass).map(on).collect()
}

/// Turns the places so that they are widest from left to right, as screens are.
fn lay_flat(at: &mut [Point]) {
    let n = at.len().max(1) as f64;
    let middle = (at.iter().map(|p| p.0).sum::<f64>() / n, at.iter().map(|p| p.1).sum::<f64>() / n);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for p in at.iter_mut() {
        *p = (p.0 - middle.0, p.1 - middle.1);
        xx += p.0 * p.0;
        xy += p.0 * p.1;
        yy += p.1 * p.1;
    }
    // The main axis lies at half the angle of (xx - yy, 2 xy).
    let (dx, dy) = (xx - yy, 2.0 * xy);
    let length = (dx * dx + dy * dy).sqrt();
    let twice = if length > 0.0 { dx / length } else { 1.0 };
    let (c, s) = (((1.0 + twice) / 2.0).sqrt(), ((1.0 - twice) / 2.0).max(0.0).sqrt().copysign(dy));
    for p in at {
        *p = (p.0 * c + p.1 * s, p.1 * c - p.0 * s);
    }
}

/// Moves and scales the places into [-1, 1] both ways, keeping proportions.
fn fit(at: &mut [Point]) {
    let range = |f: &dyn Fn(&Point) -> f64| {
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

    fn graph(nodes: usize, edges: impl IntoIterator<Item = (u32, u32)>) -> Graph {
        let edges = edges.into_iter().map(|(a, b)| Edge { a, b, weight: 2.0 }).collect();
        Graph::new(nodes, edges).unwrap()
    }

    fn distance(at: &[Point], i: usize, j: usize) -> f64 {
        let (dx, dy) = (at[i].0 - at[j].0, at[i].1 - at[j].1);
        (dx * dx + dy * dy).sqrt()
    }

    #[test]
    fn linked_nodes_are_nearer_and_everything_fits() {
        let at = graph(7, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]).layout(1);
        for (i, j) in [(0, 1), (1, 2), (3, 4), (4, 5)] {
            assert!(distance(&at, i, j) < distance(&at, i, (j + 3) % 6), "{i} {j} {at:?}");
        }
    }

    #[test]
    fn few_or_no_links_are_no_trouble() {
        for n in [0, 1, 2, 3, 10, MANY + 1] {
            let at = graph(n, []).layout(1);
            assert_eq!(at.len(), n);
            assert!(at.iter().all(|p| p.0.abs() <= 1.0 && p.1.abs() <= 1.0), "{n}");
            if n > 1 {
                let nearest = (1..n).map(|i| distance(&at, 0, i)).fold(f64::INFINITY, f64::min);
                assert!(nearest > 0.1 / (n as f64).sqrt(), "{n}: {nearest}");
            }
        }
        assert_eq!(graph(1, []).layout(1), [(0.0, 0.0)]);
    }

    #[test]
    fn it_is_wider_than_high() {
        let at = graph(30, (0..29).map(|i| (i, i + 1))).layout(7);
        let spread = |f: fn(&Point) -> f64| at.iter().map(f).map(|v| v * v).sum::<f64>();
        assert!(spread(|p| p.0) > spread(|p| p.1), "{at:?}");
    }

    #[test]
    fn the_seed_alone_decides() {
        let ring = graph(20, (0..20).map(|i| (i, (i + 1) % 20)));
        assert_eq!(ring.layout(3), ring.layout(3));
        assert_ne!(ring.layout(3), ring.layout(4));
    }

    #[test]
    fn far_nodes_pushing_together_push_nearly_the_same() {
        let mut rng = Rng::new(5);
        let at: Vec<Point> = (0..300).map(|_| (rng.unit() * 20.0 - 10.0, rng.unit() * 20.0 - 10.0)).collect();
        let mass: Vec<f64> = (0..300).map(|i| f64::from(1 + i % 5)).collect();
        let (one, other) = (push_all(&at, &mass), push_far(&at, &mass));
        let size = |f: &[Point]| f.iter().map(|f| f.0 * f.0 + f.1 * f.1).sum::<f64>().sqrt();
        let apart: Vec<Point> = one.iter().zip(&other).map(|(a, b)| (a.0 - b.0, a.1 - b.1)).collect();
        assert!(size(&apart) < 0.05 * size(&one), "{} of {}", size(&apart), size(&one));
    }

    #[test]
    fn nodes_at_one_place_give_numbers() {
        let at = vec![(1.0, 1.0); 4];
        for force in [push_all(&at, &[1.0; 4]), push_far(&at, &[1.0; 4])] {
            assert!(force.iter().all(|f| f.0 == 0.0 && f.1 == 0.0), "{force:?}");
        }
        let mut flat = at;
        lay_flat(&mut flat);
        fit(&mut flat);
        assert_eq!(flat, [(0.0, 0.0); 4]);
    }
}
