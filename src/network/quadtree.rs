//! A square cut into quarters until each holds one body: so that many far ones are met as one.
//! (Barnes & Hut 1986.)

/// Cells are cut so many times at most; bodies nearer than that are one.
const DEEPEST: usize = 40;
/// A cell is met as one body where its side is below this share of its distance.
const OPENING: f64 = 0.9;

/// A square with the bodies in it: their mass and its centre.
#[derive(Clone, Copy, Debug)]
struct Cell {
    mass: f64,
    x: f64,
    y: f64,
    side: f64,
    /// The first of four quarters.
    quarters: Option<usize>,
}

impl Cell {
    fn new(side: f64) -> Self {
        Cell { mass: 0.0, x: 0.0, y: 0.0, side, quarters: None }
    }

    fn add(&mut self, (x, y): (f64, f64), mass: f64) {
        let all = self.mass + mass;
        self.x += (x - self.x) * mass / all;
        self.y += (y - self.y) * mass / all;
        self.mass = all;
    }
}

/// The tree over all bodies.
pub(super) struct Quadtree {
    cells: Vec<Cell>,
}

impl Quadtree {
    pub(super) fn new(at: &[(f64, f64)], mass: &[f64]) -> Self {
        let far = at.iter().fold(1e-9f64, |far, p| far.max(p.0.abs()).max(p.1.abs()));
        let mut tree = Quadtree { cells: vec![Cell::new(2.0 * far)] };
        for (p, m) in at.iter().zip(mass) {
            tree.insert(*p, *m);
        }
        tree
    }

    fn insert(&mut self, at: (f64, f64), mass: f64) {
        // The middle of the cell that the body is in.
        let (mut cell, mut middle) = (0, (0.0, 0.0));
        for _ in 0..DEEPEST {
            let Cell { mass: here, x, y, side, quarters } = self.cells[cell];
            if here == 0.0 {
                break;
            }
            let first = quarters.unwrap_or_else(|| {
                // The body that had the cell to itself goes into a quarter of its own.
                let first = self.cells.len();
                self.cells.extend([Cell::new(side / 2.0); 4]);
                self.cells[cell].quarters = Some(first);
                self.cells[first + quarter((x, y), middle)].add((x, y), here);
                first
            });
            self.cells[cell].add(at, mass);
            let q = quarter(at, middle);
            let step = side / 4.0;
            middle.0 += if q & 1 == 1 { step } else { -step };
            middle.1 += if q & 2 == 2 { step } else { -step };
            cell = first + q;
        }
        self.cells[cell].add(at, mass);
    }

    /// Calls `meet` with the place and mass of every body or far group of bodies, seen from `from`; the one
    /// at `from` itself included.
    pub(super) fn each(&self, from: (f64, f64), mut meet: impl FnMut((f64, f64), f64)) {
        let mut todo = vec![0];
        while let Some(at) = todo.pop() {
            let cell = &self.cells[at];
            let (dx, dy) = (cell.x - from.0, cell.y - from.1);
            match cell.quarters {
                Some(first) if cell.side * cell.side >= OPENING * OPENING * (dx * dx + dy * dy) => {
                    todo.extend(first..first + 4);
                }
                _ if cell.mass > 0.0 => meet((cell.x, cell.y), cell.mass),
                _ => {}
            }
        }
    }
}

fn quarter(at: (f64, f64), middle: (f64, f64)) -> usize {
    usize::from(at.0 >= middle.0) + 2 * usize::from(at.1 >= middle.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(at: &[(f64, f64)], from: (f64, f64)) -> (usize, f64) {
        let (mut count, mut mass) = (0, 0.0);
        Quadtree::new(at, &vec![1.0; at.len()]).each(from, |_, m| {
            count += 1;
            mass += m;
        });
        (count, mass)
    }

    #[test]
    fn every_mass_is_met_once_and_far_ones_together() {
        let near: Vec<(f64, f64)> = (0..10).map(|i| (f64::from(i), f64::from(i % 3))).collect();
        assert_eq!(met(&near, (3.0, 0.0)).1, 10.0);
        let far: Vec<(f64, f64)> = near.iter().map(|p| (p.0 * 0.01 + 100.0, p.1 * 0.01 + 100.0)).collect();
        assert_eq!(met(&far, (-100.0, -100.0)), (1, 10.0));
    }

    #[test]
    fn bodies_at_one_place_are_one() {
        assert_eq!(met(&[(1.0, 2.0); 5], (0.0, 0.0)).1, 5.0);
        assert_eq!(met(&[(0.0, 0.0); 5], (0.0, 0.0)).1, 5.0);
        assert_eq!(met(&[], (0.0, 0.0)), (0, 0.0));
    }
}
