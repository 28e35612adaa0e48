//! Which links are more than chance: the backbone of a network.

use super::Graph;
use crate::num::pow;

impl Graph {
    /// For each edge, as given, the smaller of both ends' (1 - w / s)^(k - 1), in [0, 1]: how likely a link of
    /// so much of a node's weight is, were its weight cut up at random among its k links; 1 at an end with one
    /// link (the disparity filter: Serrano, Boguñá & Vespignani 2009).
    ///
    /// It takes the weights as they are.
    #[must_use]
    pub fn disparity_alpha(&self) -> Vec<f64> {
        let (degree, strength) = (self.degree(), self.weighted_degree());
        let at = |from: u32, to: u32| {
            let (k, s) = (degree[from as usize], strength[from as usize]);
            let weight = self.links.find(from as usize, to).map_or(0.0, |at| self.links.weights[at]);
            if k < 2 { 1.0 } else { pow((1.0 - weight / s).max(0.0), f64::from(k - 1)) }
        };
        self.edges.iter().map(|e| at(e.a, e.b).min(at(e.b, e.a))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Edge, Graph};

    #[test]
    fn a_link_with_most_of_the_weight_stands_out() {
        let edges = [(0, 1, 8.0), (0, 2, 1.0), (0, 3, 1.0), (2, 3, 1.0)];
        let edges = edges.map(|(a, b, weight)| Edge { a, b, weight }).to_vec();
        let alpha = Graph::new(4, edges).unwrap().disparity_alpha();
        // 0.2^2 at node 0; 0.9^2 against 0.5 at node 2; both ends of the last have 0.5.
        for (got, expected) in alpha.iter().zip([0.04, 0.5, 0.5, 0.5]) {
            assert!((got - expected).abs() < 1e-15, "{alpha:?}");
        }
        let one = Graph::new(2, vec![Edge { a: 0, b: 1, weight: 5.0 }]).unwrap();
        assert_eq!(one.disparity_alpha(), [1.0]);
    }
}
