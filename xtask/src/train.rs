//! Trains the model of names of a language without capitals: a conditional random field (Lafferty, McCallum and
//! Pereira 2001), by L-BFGS with a penalty on the sum of the weights, which leaves few of them (Andrew and Gao 2007).
//!
//! The data is JSON, a text a line: `{ "text": ..., "mentions": [{ "start", "end", "kind" }] }`, offsets in code
//! points. The same data gives the same model.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use comention::lang::Packs;
use comention::lang::model::{self, LABELS, ZERO};
use comention::mention::{han, tagger};
use comention::num::{exp, ln};
use comention::segment::correct::Corrections;
use comention::segment::segment;
use comention::text::Vocabulary;
use liblbfgs::lbfgs;

/// The penalty on the sum of the weights, and on the sum of their squares.
const PENALTIES: (f64, f64) = (0.5, 0.05);
/// Steps at most.
const STEPS: usize = 100;
/// The largest weight that is written; what is larger or smaller would be no printable character.
const LARGEST: f64 = 46.0;

struct Example {
    /// The hashes of the features of each character.
    features: Vec<Vec<u32>>,
    gold: Vec<u8>,
}

/// Reads the data and writes `data/<lang>-names.pack`.
pub fn write(language: &str, files: &[String]) -> Result<(), String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let read = |name: String| fs::read_to_string(data.join(&name)).map_err(|e| format!("{name}: {e}"));
    let mut packs = Packs::default();
    for name in [format!("{language}.pack"), format!("{language}-words.pack")] {
        packs.add(read(name)?).map_err(|e| e.to_string())?;
    }
    let mut examples = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        for line in text.lines() {
            examples.extend(of_row(line, language, &packs).map_err(|e| format!("{file}: {e}"))?);
        }
    }
    println!("{} sentences", examples.len());
    let (weights, after) = train(&examples)?;
    let all = weights.values().flatten().chain(after.iter().flatten());
    let scale = LARGEST / all.fold(0f64, |m, w| m.max(w.abs()));
    let whole = |w: &f64| (w * scale).round() as i32;
    let numbers: Vec<String> = after.iter().flatten().map(|w| whole(w).to_string()).collect();
    let mut out = format!("comention-names 2 {language}\n{}\n", numbers.join(" "));
    let mut before = 0;
    for (hash, own) in &weights {
        let said: String = (b'A'..).zip(own).filter(|(_, w)| whole(w) != 0).fold(String::new(), |mut s, (label, w)| {
            s.extend([char::from(label), char::from((i32::from(ZERO) + whole(w)) as u8)]);
            s
        });
        if !said.is_empty() {
            out.push_str(&format!("{:x}{said}", hash - before));
            before = *hash;
        }
    }
    out.push('\n');
    fs::write(data.join(format!("{language}-names.pack")), out).map_err(|e| e.to_string())
}

fn of_row(line: &str, language: &str, packs: &Packs) -> Result<Vec<Example>, String> {
    let row: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let text = row["text"].as_str().ok_or("a row without text")?;
    let mut bytes: Vec<u32> = text.char_indices().map(|(i, _)| i as u32).collect();
    bytes.push(text.len() as u32);
    let mut vocabulary = Vocabulary::new();
    let found = segment(text, packs, &Corrections::default(), &mut vocabulary, &mut |_| {});
    let Some(words) = packs.words(language) else { return Err("no dictionary".into()) };
    let mut out = Vec::new();
    for sentence in &found.sentences {
        let line = han::line(text, sentence, &found, &vocabulary, words);
        let mut gold = vec![0u8; line.units.len()];
        for mention in row["mentions"].as_array().map_or(&[][..], Vec::as_slice) {
            let label = match mention["kind"].as_str() {
                Some("person") => 1,
                Some("organization") => 3,
                Some("place") => 5,
                _ => continue,
            };
            let at = |name: &str| mention[name].as_u64().and_then(|i| bytes.get(i as usize)).copied();
            let (Some(start), Some(end)) = (at("start"), at("end")) else { continue };
            for (slot, place) in gold.iter_mut().zip(&line.places) {
                if *place >= start && *place < end {
                    *slot = if *place == start { label } else { label + 1 };
                }
            }
        }
        let features = (0..line.units.len()).map(|i| {
            let mut list = Vec::new();
            tagger::features(&line, i, &mut |f| list.push(model::hash(f)));
            list
        });
        out.push(Example { features: features.collect(), gold });
    }
    Ok(out)
}

/// Weights by the hash of a feature.
type Weights = BTreeMap<u32, [f64; LABELS]>;

/// Where the weight of a feature for a label stands among all weights, and for which label it is.
type Slot = (u8, u32);

/// The weights of every label for every feature, and of every label after every other.
fn train(examples: &[Example]) -> Result<(Weights, [[f64; LABELS]; LABELS]), String> {
    // What is seen once says nothing of other texts; a feature weighs only for labels that it was seen with.
    let mut seen: BTreeMap<u32, (u32, [bool; LABELS])> = BTreeMap::new();
    for example in examples {
        for (list, gold) in example.features.iter().zip(&example.gold) {
            for feature in list {
                let (times, labels) = seen.entry(*feature).or_default();
                *times += 1;
                labels[usize::from(*gold)] = true;
            }
        }
    }
    seen.retain(|_, (times, _)| *times > 1);
    // The weights of labels after labels stand first.
    let mut size = LABELS * LABELS;
    let mut slots: BTreeMap<u32, Vec<Slot>> = BTreeMap::new();
    for (feature, (_, labels)) in &seen {
        let own = (0u8..).zip(labels).filter(|(_, with)| **with).map(|(label, _)| {
            size += 1;
            (label, (size - 1) as u32)
        });
        slots.insert(*feature, own.collect());
    }
    let by_example: Vec<Vec<Vec<Slot>>> = examples
        .iter()
        .map(|e| e.features.iter().map(|list| list.iter().filter_map(|f| slots.get(f)).flatten().copied().collect()))
        .map(Iterator::collect)
        .collect();
    println!("{} features, {size} weights", slots.len());
    let mut weights = vec![0.0; size];
    let evaluate = |weights: &[f64], gradient: &mut [f64]| {
        let mut loss = 0.0;
        for (slot, weight) in gradient.iter_mut().zip(weights) {
            *slot = 2.0 * PENALTIES.1 * weight;
            loss += PENALTIES.1 * weight * weight;
        }
        let mut ways = [[0.0; LABELS]; LABELS];
        for (way, weight) in ways.iter_mut().flatten().zip(weights) {
            *way = exp(*weight);
        }
        for (own, example) in by_example.iter().zip(examples) {
            loss += surprise(own, &example.gold, weights, &ways, gradient);
        }
        Ok(loss)
    };
    let told = lbfgs()
        .with_max_iterations(STEPS)
        .with_linesearch_algorithm("BacktrackingStrongWolfe")
        .with_orthantwise(PENALTIES.0, 0, size)
        .with_fx_delta(1e-5, 10)
        .minimize(&mut weights, evaluate, |step| {
            println!("step {}: {:.0}", step.niter, step.fx);
            false
        });
    // An end before the steps are used up, by a line search that finds no better place, is an end too.
    println!("{}", told.map_or_else(|e| e.to_string(), |report| format!("{:.0}", report.fx)));
    let mut after = [[0.0; LABELS]; LABELS];
    for (slot, weight) in after.iter_mut().flatten().zip(&weights) {
        *slot = *weight;
    }
    let mut out = Weights::new();
    for (feature, own) in slots {
        for (label, slot) in own {
            out.entry(feature).or_default()[usize::from(label)] = weights[slot as usize];
        }
    }
    Ok((out, after))
}

/// Minus the logarithm of the probability of the right labels of a sentence; adds how it changes with each weight.
/// `ways` are the powers of e of the weights of labels after labels.
fn surprise(
    features: &[Vec<Slot>],
    gold: &[u8],
    weights: &[f64],
    ways: &[[f64; LABELS]; LABELS],
    gradient: &mut [f64],
) -> f64 {
    let scores = features.iter().map(|list| {
        let mut sums = [0.0; LABELS];
        for (label, slot) in list {
            sums[usize::from(*label)] += weights[*slot as usize];
        }
        sums
    });
    let scores: Vec<[f64; LABELS]> = scores.collect();
    let own: Vec<[f64; LABELS]> = scores.iter().map(|s| s.map(exp)).collect();
    // How likely each label is by what stands before, and what that was divided by to be a probability; then what
    // stands after says of it. Before a sentence stands no name.
    let mut to = vec![[0.0; LABELS]; own.len()];
    let mut parts = vec![1.0; own.len()];
    let mut from = vec![[1.0; LABELS]; own.len()];
    let mut all = 0.0;
    for at in 0..own.len() {
        let before = match at {
            0 => std::array::from_fn(|label| f64::from(u8::from(label == 0))),
            _ => to[at - 1],
        };
        let likely: [f64; LABELS] = std::array::from_fn(|label| {
            own[at][label] * before.iter().zip(ways).map(|(likely, way)| likely * way[label]).sum::<f64>()
        });
        parts[at] = likely.iter().sum();
        to[at] = likely.map(|l| l / parts[at]);
        all += ln(parts[at]);
    }
    for at in (0..own.len().saturating_sub(1)).rev() {
        let next: [f64; LABELS] = std::array::from_fn(|n| own[at + 1][n] * from[at + 1][n] / parts[at + 1]);
        from[at] = std::array::from_fn(|label| ways[label].iter().zip(&next).map(|(way, n)| way * n).sum());
    }
    let mut right = 0.0;
    let mut before = 0;
    for (at, label) in gold.iter().map(|l| usize::from(*l)).enumerate() {
        right += weights[before * LABELS + label] + scores[at][label];
        gradient[before * LABELS + label] -= 1.0;
        for (own, slot) in &features[at] {
            let own = usize::from(*own);
            gradient[*slot as usize] += to[at][own] * from[at][own] - f64::from(u8::from(own == label));
        }
        for next in 0..LABELS {
            let rest = own[at][next] * from[at][next] / parts[at];
            match at {
                0 => gradient[next] += ways[0][next] * rest,
                _ => (0..LABELS).for_each(|l| gradient[l * LABELS + next] += to[at - 1][l] * ways[l][next] * rest),
            }
        }
        before = label;
    }
    all - right
}
