//! Every value of the reference tables, where they are beside the project.
//!
//! `STATS_REFERENCE` may name another file of the same shape.

use comention::network::{Edge, Graph};
use comention::stats::{adjust, association, dispersion, keyness, table::Table};
use serde_json::Value;

fn reference() -> Option<Value> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/stats/reference.json");
    let path = std::env::var("STATS_REFERENCE").unwrap_or_else(|_| beside.into());
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(_) => {
            println!("skipped: no reference tables at {path}");
            None
        }
    }
}

/// What was compared, and what was wrong.
#[derive(Default)]
struct Tally {
    compared: usize,
    wrong: Vec<String>,
}

impl Tally {
    /// Agreement to `tolerance`, relative but for values below `near_zero`; null must be undefined.
    fn compare(&mut self, what: &str, got: Option<f64>, expected: &Value, tolerance: f64, near_zero: f64) {
        self.compared += 1;
        let agree = match (got, expected.as_f64()) {
            (None, None) => expected.is_null(),
            (Some(got), Some(expected)) => (got - expected).abs() <= tolerance * expected.abs().max(near_zero),
            _ => false,
        };
        if !agree {
            self.wrong.push(format!("{what}: got {got:?}, expected {expected}"));
        }
    }

    fn rows(&mut self, what: &str, row: &Value, got: &[(&str, Option<f64>)]) {
        for (name, expected) in row["values"].as_object().unwrap() {
            let what = format!("{name} of {what}");
            match got.iter().find(|(n, _)| n == name) {
                Some((_, got)) => self.compare(&what, *got, expected, 1e-9, 1e-30),
                None => self.wrong.push(format!("{what}: there is no such measure")),
            }
        }
    }

    fn column(&mut self, what: &str, got: &[Option<f64>], expected: &Value, tolerance: f64, near_zero: f64) {
        let expected = expected.as_array().unwrap();
        assert_eq!(got.len(), expected.len(), "{what}");
        for (i, (got, expected)) in got.iter().zip(expected).enumerate() {
            self.compare(&format!("{what} at {i}"), *got, expected, tolerance, near_zero);
        }
    }

    fn finish(self) {
        let Tally { compared, wrong } = self;
        assert!(compared > 0, "nothing was compared");
        let shown = wrong[..wrong.len().min(30)].join("\n");
        assert!(wrong.is_empty(), "{} of {compared} are wrong:\n{shown}", wrong.len());
        println!("{compared} values agree");
    }
}

fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn list(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(whole).collect()
}

#[test]
fn every_value_agrees() {
    let Some(reference) = reference() else { return };
    let section = |name: &str| reference[name].as_array().unwrap().iter();
    let mut tally = Tally::default();
    for row in section("association") {
        let [n11, n1p, np1, npp] = ["n11", "n1p", "np1", "npp"].map(|n| whole(&row["table"][n]));
        let table = Table::new(n11, n1p, np1, npp).unwrap();
        tally.rows(&row["table"].to_string(), row, &association::association(&table));
    }
    for row in section("keyness") {
        let [a, b, size_a, size_b] = ["a", "b", "sizeA", "sizeB"].map(|n| whole(&row["input"][n]));
        let f = keyness::Frequencies::new(a, b, size_a, size_b).unwrap();
        tally.rows(&row["input"].to_string(), row, &keyness::keyness(&f));
    }
    for row in section("dispersion") {
        let rows = dispersion::dispersion(&list(&row["counts"]), &list(&row["sizes"])).unwrap();
        tally.rows(&format!("{} in {}", row["counts"], row["sizes"]), row, &rows);
    }
    for row in section("adjust") {
        let p: Vec<Option<f64>> = row["pValues"].as_array().unwrap().iter().map(Value::as_f64).collect();
        for (name, got) in [("benjaminiHochberg", adjust::benjamini_hochberg(&p)), ("holm", adjust::holm(&p))] {
            tally.column(name, &got, &row[name], 1e-9, 1e-307);
        }
    }
    tally.finish();
}

#[test]
fn every_graph_agrees() {
    let Some(reference) = reference() else { return };
    let mut tally = Tally::default();
    for row in reference["graphs"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        let edges = row["edges"].as_array().unwrap().iter().map(|e| Edge {
            a: whole(&e[0]) as u32,
            b: whole(&e[1]) as u32,
            weight: e[2].as_f64().unwrap(),
        });
        let graph = Graph::new(whole(&row["nodes"]) as usize, edges.collect()).unwrap();
        for (column, got, tolerance) in [
            ("weightedDegree", graph.weighted_degree(), 1e-12),
            ("pageRank", graph.page_rank(), 1e-8),
            ("betweenness", graph.betweenness(), 1e-9),
            ("betweennessByLength", graph.betweenness_by_length(), 1e-9),
            ("clustering", graph.clustering(), 1e-9),
            ("disparityAlpha", graph.disparity_alpha(), 1e-9),
        ] {
            let got: Vec<Option<f64>> = got.into_iter().map(Some).collect();
            tally.column(&format!("{column} of {name}"), &got, &row[column], tolerance, 1e-3);
        }
        let partition: Vec<u32> = list(&row["partition"]).into_iter().map(|c| c as u32).collect();
        let got = graph.modularity(&partition, 1.0);
        tally.compare(&format!("modularity of {name}"), got, &row["modularity"], 1e-12, 1.0);
        let found = graph.modularity(&graph.communities(1.0, 1), 1.0);
        let best = row["bestModularity"].as_f64().unwrap();
        println!("communities of {name}: modularity {found:?}, best of others {best}");
        if found.unwrap() < best - 0.005 {
            tally.wrong.push(format!("communities of {name}: got {found:?}, expected at least {best} less 0.005"));
        }
    }
    tally.finish();
}
