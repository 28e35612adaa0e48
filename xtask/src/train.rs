//! Trains the model of names of a language without capitals: an averaged structured perceptron (Collins 2002).
//!
//! The data is JSON, a text a line: `{ "text": ..., "mentions": [{ "start", "end", "kind" }] }`, offsets in code
//! points. The same data gives the same model: the order of the sentences is shuffled by a fixed seed.

use std::fs;
use std::path::Path;

use comention::lang::Packs;
use comention::lang::model::{LABELS, ZERO};
use comention::mention::{han, tagger};
use comention::rng::Rng;
use comention::segment::correct::Corrections;
use comention::segment::segment;
use comention::text::Vocabulary;

/// Features are counted together in so many buckets.
const BUCKETS: usize = 1 << 16;
/// Times that the data is gone through.
const EPOCHS: usize = 10;
/// The largest weight that is written.
const LARGEST: f64 = 60.0;
/// The smallest; what is smaller would be no printable character.
const SMALLEST: f64 = -32.0;

struct Example {
    /// The buckets of each character.
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
    let (weights, after) = train(&examples);
    let largest = weights.iter().chain(after.iter().flatten()).fold(0f64, |m, w| m.max(w.abs()));
    let scale = LARGEST / largest;
    let whole = |w: &f64| (w * scale).round().clamp(SMALLEST, LARGEST) as i32;
    let numbers: Vec<String> = after.iter().flatten().map(|w| whole(w).to_string()).collect();
    let mut out = format!("comention-names 1 {language}\n{}\n", numbers.join(" "));
    out.extend(weights.iter().map(|w| char::from((i32::from(ZERO) + whole(w)) as u8)));
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
        let (units, places) = han::units(text, sentence, &found, &vocabulary, words);
        let mut gold = vec![0u8; units.len()];
        for mention in row["mentions"].as_array().map_or(&[][..], Vec::as_slice) {
            let label = match mention["kind"].as_str() {
                Some("person") => 1,
                Some("organization") => 3,
                Some("place") => 5,
                _ => continue,
            };
            let at = |name: &str| mention[name].as_u64().and_then(|i| bytes.get(i as usize)).copied();
            let (Some(start), Some(end)) = (at("start"), at("end")) else { continue };
            for (slot, place) in gold.iter_mut().zip(&places) {
                if *place >= start && *place < end {
                    *slot = if *place == start { label } else { label + 1 };
                }
            }
        }
        let features = (0..units.len()).map(|i| {
            let mut list = Vec::new();
            tagger::features(&units, i, &mut |f| list.push(f % BUCKETS as u32));
            list
        });
        out.push(Example { features: features.collect(), gold });
    }
    Ok(out)
}

/// The averaged weights of every label for every bucket, and of every label after every other.
fn train(examples: &[Example]) -> (Vec<f64>, [[f64; LABELS]; LABELS]) {
    let mut weights = vec![0i32; BUCKETS * LABELS];
    let mut sums = vec![0f64; BUCKETS * LABELS];
    let mut after = [[0i32; LABELS]; LABELS];
    let mut after_sums = [[0f64; LABELS]; LABELS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut rng = Rng::new(1);
    let mut step = 1f64;
    for epoch in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            order.swap(i, (rng.unit() * (i + 1) as f64) as usize);
        }
        let mut wrong = 0;
        for example in order.iter().map(|i| &examples[*i]) {
            let scores: Vec<[i32; LABELS]> = example
                .features
                .iter()
                .map(|list| {
                    let mut own = [0; LABELS];
                    for f in list {
                        for (label, score) in own.iter_mut().enumerate() {
                            *score += weights[*f as usize * LABELS + label];
                        }
                    }
                    own
                })
                .collect();
            let guess = tagger::best(&scores, &after);
            let (mut gold_before, mut guess_before) = (0usize, 0usize);
            for ((list, gold), guess) in example.features.iter().zip(&example.gold).zip(&guess) {
                let (gold, guess) = (usize::from(*gold), usize::from(*guess));
                if gold != guess {
                    wrong += 1;
                    for f in list {
                        for (label, by) in [(gold, 1), (guess, -1)] {
                            weights[*f as usize * LABELS + label] += by;
                            sums[*f as usize * LABELS + label] += f64::from(by) * step;
                        }
                    }
                }
                if (gold_before, gold) != (guess_before, guess) {
                    after[gold_before][gold] += 1;
                    after_sums[gold_before][gold] += step;
                    after[guess_before][guess] -= 1;
                    after_sums[guess_before][guess] -= step;
                }
                (gold_before, guess_before) = (gold, guess);
            }
            step += 1.0;
        }
        println!("epoch {}: {wrong} characters wrong", epoch + 1);
    }
    let mean = weights.iter().zip(&sums).map(|(w, s)| f64::from(*w) - s / step).collect();
    let mut after_mean = [[0.0; LABELS]; LABELS];
    for (i, row) in after_mean.iter_mut().enumerate() {
        for (j, slot) in row.iter_mut().enumerate() {
            *slot = f64::from(after[i][j]) - after_sums[i][j] / step;
        }
    }
    (mean, after_mean)
}
