//! Where nodes are drawn: forces between communities, and between the nodes of each; the same every time.

use super::quadtree::Quadtree;
use super::{Graph, Links};
use crate::num::{larger, ln_1p};
use crate::rng::Rng;
use crate::span::to_u32;

/// Steps of the simulation.
const STEPS: u32 = 150;
/// Where no body moves by more than this share of the whole any more, all are at rest.
const STILL: f64 = 1e-4;
/// Above so many bodies, far ones push together.
const MANY: usize = 500;
/// How hard two bodies push each other apart, where one is drawn to the middle with 1: at rest a body has so many times
/// the room of a disc whose radius is the root of its mass.
const PUSH: f64 = 1.6;
/// How hard the links within a community pull, and those between two.
const PULL: f64 = 2.0;
const PULL_ACROSS: f64 = 0.6;
/// How much harder bodies are drawn to the middle from above and below than from the sides.
const FLAT: f64 = 0.22;
/// The share of its disc that a community fills, and what is left free at the edge.
const FILLED: f64 = 0.9;
const MARGIN: f64 = 0.5;
/// How much wider than high a picture is meant to be.
const WIDE: f64 = 1.5;
/// Cosine and sine of the golden angle, by which the start turns from body to body: no two are ever in line.
const TURN: Point = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8);

type Point = (f64, f64);

impl Graph {
    /// A place in [-1, 1] x [-1, 1] for every node, in proportion for a picture half as wide again as high.
    ///
    /// `communities` has one for every node. Each has a disc of its own, as large as it has members, and those that are
    /// linked are near each other; within a disc links pull (by the logarithm of their weight) and nodes push each
    /// other apart, more so the more links they have (the forces of ForceAtlas2: Jacomy et al. 2014).
    ///
    /// The same graph, communities and `seed` give the same places to the last bit.
    #[must_use]
    pub fn layout(&self, communities: &[u32], seed: u64) -> Vec<Point> {
        let links = &self.links;
        let mut members = vec![Vec::new(); communities.iter().max().map_or(0, |c| *c as usize + 1)];
        // Of each node its number in its community, and how heavy it is; of each link how hard it pulls there.
        let (mut number, mut mass) = (Vec::new(), vec![1.0; self.nodes()]);
        let mut pulls = vec![0.0; links.to.len()];
        let mut across = Vec::new();
        // Where no link weighs anything, all pull alike.
        let mean = (links.weights.iter().sum::<f64>() / links.to.len().max(1) as f64).max(f64::MIN_POSITIVE);
        for (i, c) in communities.iter().enumerate() {
            number.push(to_u32(members[*c as usize].len()));
            members[*c as usize].push(to_u32(i));
            for link in links.range(i) {
                let (other, weight) = (communities[links.to[link] as usize], links.weights[link]);
                if other == *c {
                    mass[i] += 1.0;
                    pulls[link] = PULL * (0.5 + ln_1p(weight / mean));
                } else if *c < other {
                    across.push((*c, other, weight));
                }
            }
        }
        let mut forces = Forces { turn: (1.0, 0.0), rng: Rng::new(seed) };
        let middles = forces.between(members.len(), across, &members);
        let mut at = vec![(0.0, 0.0); self.nodes()];
        let flat = if members.len() == 1 { FLAT } else { 0.0 };
        for (own, middle) in members.iter().zip(middles) {
            let places = forces.settle(&Bodies { links, pulls: &pulls, mass: &mass, who: own, number: &number }, flat);
            let far = places.iter().fold(1e-9, |far: f64, p| far.max(p.0 * p.0 + p.1 * p.1));
            let scale = (FILLED * (own.len() as f64).sqrt() - MARGIN) / far.sqrt();
            for (i, p) in own.iter().zip(places) {
                at[*i as usize] = (middle.0 + p.0 * scale, middle.1 + p.1 * scale);
            }
        }
        fit(&mut at);
        at
    }
}

/// Bodies that push each other apart by their mass, and are pulled together by links.
struct Bodies<'a> {
    links: &'a Links,
    /// How hard each link pulls; those to others than these do not.
    pulls: &'a [f64],
    mass: &'a [f64],
    /// Which these are.
    who: &'a [u32],
    /// The number of each among them.
    number: &'a [u32],
}

/// What is the same for all bodies.
struct Forces {
    /// The direction in which the last body began.
    turn: Point,
    rng: Rng,
}

impl Forces {
    /// The middles of communities. Each is pulled by all others together about as hard as to the middle of all, by the
    /// share of its links that each of them has.
    #[inline(never)]
    fn between(&mut self, count: usize, across: Vec<(u32, u32, f64)>, members: &[Vec<u32>]) -> Vec<Point> {
        let links = Links::new(count, across);
        let mass: Vec<f64> = members.iter().map(|m| m.len() as f64).collect();
        let all: Vec<f64> = (0..count).map(|c| (links.strength(c) / mass[c]).sqrt()).collect();
        let mut pulls = Vec::new();
        for (a, all_a) in all.iter().enumerate() {
            pulls.extend(links.of(a).map(|(b, w)| PULL_ACROSS * w / (all_a * all[b]).max(f64::MIN_POSITIVE)));
        }
        let who: Vec<u32> = (0..to_u32(count)).collect();
        self.settle(&Bodies { links: &links, pulls: &pulls, mass: &mass, who: &who, number: &who }, FLAT)
    }

    /// Where bodies come to rest that are drawn to the middle as well.
    #[inline(never)]
    fn settle(&mut self, bodies: &Bodies<'_>, flat: f64) -> Vec<Point> {
        let Bodies { links, pulls, mass, who, number } = *bodies;
        let mass: Vec<f64> = who.iter().map(|i| mass[*i as usize]).collect();
        let mut at = Vec::new();
        let mut inner = 0.0;
        for m in &mass {
            // About where it will be, were there no links.
            let radius = (PUSH * (inner + m / 2.0)).sqrt();
            inner += m;
            let (x, y) = self.turn;
            self.turn = (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0);
            at.push((radius * x + self.rng.unit() * 0.1, radius * y + self.rng.unit() * 0.1));
        }
        if who.len() == 1 {
            // Nothing pushes it from the middle.
            return vec![(0.0, 0.0)];
        }
        let radius = (PUSH * inner).sqrt();
        let mut force = Vec::with_capacity(at.len());
        for step in 0..STEPS {
            let heat = 1.0 - f64::from(step) / f64::from(STEPS);
            // What is forced hard moves fast, but ever less far at once.
            let most = radius * 0.1 * heat * heat + 0.001;
            let push = if who.len() > MANY { push_far } else { push_all };
            push(&at, &mass, &mut force);
            for (i, f) in force.iter_mut().enumerate() {
                let (x, y) = at[i];
                for link in links.range(who[i] as usize) {
                    let pull = pulls[link];
                    if pull > 0.0 {
                        let to: Point = at[number[links.to[link] as usize] as usize];
                        f.0 += (to.0 - x) * pull;
                        f.1 += (to.1 - y) * pull;
                    }
                }
                *f = (f.0 / mass[i] - x * (1.0 - flat), f.1 / mass[i] - y * (1.0 + flat));
                let length = larger((f.0 * f.0 + f.1 * f.1).sqrt(), 1e-9);
                let far = length * 0.3;
                let far = if far < most { far } else { most };
                let by = far / length;
                *f = (f.0 * by, f.1 * by);
            }
            let mut moved = 0.0;
            for (p, f) in at.iter_mut().zip(&force) {
                *p = (p.0 + f.0, p.1 + f.1);
                moved = larger(moved, f.0.abs() + f.1.abs());
            }
            if moved < radius * STILL {
                break;
            }
        }
        at
    }
}

/// What a body of mass `m` at distance (`dx`, `dy`) pushes with, by the other's mass.
fn push((dx, dy): Point, m: f64) -> Point {
    let strength = PUSH * m / larger(dx * dx + dy * dy, 0.01);
    (dx * strength, dy * strength)
}

#[inline(never)]
fn push_all(at: &[Point], mass: &[f64], force: &mut Vec<Point>) {
    force.clear();
    force.resize(at.len(), (0.0, 0.0));
    for i in 0..at.len() {
        let (own, heavy) = (at[i], mass[i]);
        let mut sum = (0.0, 0.0);
        for ((other, m), force) in at[..i].iter().zip(mass).zip(force.iter_mut()) {
            let (x, y) = push((own.0 - other.0, own.1 - other.1), heavy * m);
            sum = (sum.0 + x, sum.1 + y);
            *force = (force.0 - x, force.1 - y);
        }
        force[i] = sum;
    }
}

#[inline(never)]
fn push_far(at: &[Point], mass: &[f64], force: &mut Vec<Point>) {
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
    force.clear();
    force.extend(at.iter().zip(mass).map(on));
}

/// Moves and scales the places into [-1, 1] both ways, keeping the proportions of a picture that is [`WIDE`].
fn fit(at: &mut [Point]) {
    let range = |f: &dyn Fn(&Point) -> f64| {
        at.iter().map(f).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    };
    let (x, y) = (range(&|p| p.0), range(&|p| p.1));
    let half = ((x.1 - x.0).max((y.1 - y.0) * WIDE) / 2.0).max(1e-9);
    let middle = (f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1));
    for p in at {
        *p = (((p.0 - middle.0) / half).clamp(-1.0, 1.0), ((p.1 - middle.1) / half * WIDE).clamp(-1.0, 1.0));
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
        let (dx, dy) = ((at[i].0 - at[j].0) * WIDE, at[i].1 - at[j].1);
        (dx * dx + dy * dy).sqrt()
    }

    fn pushed(push: fn(&[Point], &[f64], &mut Vec<Point>), at: &[Point], mass: &[f64]) -> Vec<Point> {
        let mut force = Vec::new();
        push(at, mass, &mut force);
        force
    }

    /// By the communities that are found.
    fn laid(graph: &Graph, seed: u64) -> Vec<Point> {
        graph.layout(&graph.communities(1.0, 1), seed)
    }

    #[test]
    fn linked_nodes_are_nearer_and_everything_fits() {
        let at = laid(&graph(7, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]), 1);
        for (i, j) in [(0, 1), (1, 2), (3, 4), (4, 5)] {
            assert!(distance(&at, i, j) < distance(&at, i, (j + 3) % 6), "{i} {j} {at:?}");
        }
    }

    #[test]
    fn communities_stand_apart_and_those_that_are_linked_side_by_side() {
        // Eight groups of 40 on a ring; each has many links inside, and some to the next.
        let (groups, size) = (8, 40);
        let mut rng = Rng::new(3);
        let mut any = |group: u32| group % groups * size + (rng.unit() * f64::from(size)) as u32;
        let mut edges = Vec::new();
        for i in 0..groups * size {
            let group = i / size;
            edges.extend([group; 6].map(|own| (i, any(own))));
            if i % 4 == 0 {
                edges.push((i, any(group + 1)));
            }
        }
        let at = laid(&graph((groups * size) as usize, edges.into_iter().filter(|(a, b)| a != b)), 1);
        let own = |group: u32| at.iter().skip((group * size) as usize).take(size as usize);
        let middles: Vec<Point> = (0..groups)
            .map(|g| own(g).fold((0.0, 0.0), |sum, p| (sum.0 + p.0 / f64::from(size), sum.1 + p.1 / f64::from(size))))
            .collect();
        for g in 0..groups {
            for p in own(g) {
                let far = |middle: &Point| distance(&[*p, *middle], 0, 1);
                let nearest = middles.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
                assert_eq!(nearest, Some(&middles[g as usize]), "group {g}: {p:?} of {middles:?}");
            }
        }
        let apart = |by: usize| (0..8).map(|g| distance(&middles, g, (g + by) % 8)).sum::<f64>();
        assert!(apart(1) < 0.8 * apart(3) && apart(1) < 0.8 * apart(4), "{middles:?}");
    }

    #[test]
    fn few_or_no_links_are_no_trouble() {
        for n in [0, 1, 2, 3, 10, MANY + 1] {
            for communities in [vec![0; n], (0..to_u32(n)).collect()] {
                let at = graph(n, []).layout(&communities, 1);
                assert_eq!(at.len(), n);
                assert!(at.iter().all(|p| p.0.abs() <= 1.0 && p.1.abs() <= 1.0), "{n}");
                if n > 1 {
                    let nearest = (1..n).map(|i| distance(&at, 0, i)).fold(f64::INFINITY, f64::min);
                    assert!(nearest > 0.1 / (n as f64).sqrt(), "{n}: {nearest}");
                }
            }
        }
        assert_eq!(laid(&graph(1, []), 1), [(0.0, 0.0)]);
    }

    #[test]
    fn it_is_wider_than_high() {
        let at = laid(&graph(30, (0..29).map(|i| (i, i + 1))), 7);
        let spread = |f: fn(&Point) -> f64| at.iter().map(f).map(|v| v * v).sum::<f64>();
        assert!(spread(|p| p.0 * WIDE) > spread(|p| p.1), "{at:?}");
    }

    #[test]
    fn the_seed_alone_decides() {
        let ring = graph(20, (0..20).map(|i| (i, (i + 1) % 20)));
        assert_eq!(laid(&ring, 3), laid(&ring, 3));
        assert_ne!(laid(&ring, 3), laid(&ring, 4));
    }

    #[test]
    fn far_nodes_pushing_together_push_nearly_the_same() {
        let mut rng = Rng::new(5);
        let at: Vec<Point> = (0..300).map(|_| (rng.unit() * 20.0 - 10.0, rng.unit() * 20.0 - 10.0)).collect();
        let mass: Vec<f64> = (0..300).map(|i| f64::from(1 + i % 5)).collect();
        let (one, other) = (pushed(push_all, &at, &mass), pushed(push_far, &at, &mass));
        let size = |f: &[Point]| f.iter().map(|f| f.0 * f.0 + f.1 * f.1).sum::<f64>().sqrt();
        let apart: Vec<Point> = one.iter().zip(&other).map(|(a, b)| (a.0 - b.0, a.1 - b.1)).collect();
        assert!(size(&apart) < 0.05 * size(&one), "{} of {}", size(&apart), size(&one));
    }

    #[test]
    fn nodes_at_one_place_give_numbers() {
        let at = vec![(1.0, 1.0); 4];
        for force in [pushed(push_all, &at, &[1.0; 4]), pushed(push_far, &at, &[1.0; 4])] {
            assert!(force.iter().all(|f| f.0 == 0.0 && f.1 == 0.0), "{force:?}");
        }
        let mut at = at;
        fit(&mut at);
        assert_eq!(at, [(0.0, 0.0); 4]);
    }
}
