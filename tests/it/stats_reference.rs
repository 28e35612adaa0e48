//! Every value of the reference tables, where they are beside the project.

use comention::network::{Edge, Graph};
use comention::stats::{adjust, association, dispersion, keyness, table::Table};
use serde_json::Value;

fn reference() -> Option<Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/stats/reference.json");
    match std::fs::read_to_string(path) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(_) => {
            println!("skipped: no reference tables at {path}");
            None
        }
    }
}

fn close(got: Option<f64>, expected: &Value, tolerance: f64) -> bool {
    match (got, expected.as_f64()) {
        (None, None) => true,
        (Some(got), Some(expected)) => (got - expected).abs() <= tolerance * expected.abs().max(1e-300),
        _ => false,
    }
}

fn check(what: &str, row: &Value, rows: &[(&str, Option<f64>)], wrong: &mut Vec<String>) {
    for (name, expected) in row["values"].as_object().unwrap() {
        match rows.iter().find(|(n, _)| n == name) {
            Some((_, got)) if close(*got, expected, 1e-9) => {}
            found => wrong.push(format!(
                "{what} {name} of {row}: got {found:?}, expected {expected}",
                row = row["table"].to_string() + &row["input"].to_string()
            )),
        }
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
    let mut wrong = Vec::new();
    for row in reference["association"].as_array().unwrap() {
        let t = &row["table"];
        let table = Table::new(whole(&t["n11"]), whole(&t["n1p"]), whole(&t["np1"]), whole(&t["npp"])).unwrap();
        check("association", row, &association::association(&table), &mut wrong);
    }
    for row in reference["keyness"].as_array().unwrap() {
        let i = &row["input"];
        let f =
            keyness::Frequencies::new(whole(&i["a"]), whole(&i["b"]), whole(&i["sizeA"]), whole(&i["sizeB"])).unwrap();
        check("keyness", row, &keyness::keyness(&f), &mut wrong);
    }
    for row in reference["dispersion"].as_array().unwrap() {
        let rows = dispersion::dispersion(&list(&row["counts"]), &list(&row["sizes"])).unwrap();
        check("dispersion", row, &rows, &mut wrong);
    }
    for row in reference["adjust"].as_array().unwrap() {
        let p: Vec<Option<f64>> = row["pValues"].as_array().unwrap().iter().map(Value::as_f64).collect();
        for (name, got) in [("benjaminiHochberg", adjust::benjamini_hochberg(&p)), ("holm", adjust::holm(&p))] {
            for (got, expected) in got.iter().zip(row[name].as_array().unwrap()) {
                if !close(*got, expected, 1e-9) {
                    wrong.push(format!("{name}: got {got:?}, expected {expected}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

#[test]
fn every_graph_agrees() {
    let Some(reference) = reference() else { return };
    for row in reference["graphs"].as_array().unwrap() {
        let name = &row["name"];
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
            let expected = row[column].as_array().unwrap();
            assert_eq!(got.len(), expected.len(), "{column} of {name}");
            for (i, (got, expected)) in got.iter().zip(expected).enumerate() {
                let near = (got - expected.as_f64().unwrap()).abs() <= tolerance;
                assert!(near, "{column} of {name} at {i}: got {got}, expected {expected}");
            }
        }
        let partition: Vec<u32> = list(&row["partition"]).into_iter().map(|c| c as u32).collect();
        let got = graph.modularity(&partition, 1.0).unwrap();
        let expected = row["modularity"].as_f64().unwrap();
        assert!((got - expected).abs() <= 1e-12, "modularity of {name}: got {got}, expected {expected}");
        let found = graph.modularity(&graph.communities(1.0, 1), 1.0).unwrap();
        let best = row["bestModularity"].as_f64().unwrap();
        assert!(found >= best - 0.005, "communities of {name}: got {found}, expected {best} less 0.005");
    }
}
