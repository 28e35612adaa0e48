//! Trains the weights that tell the kinds of names: a log-linear model of the candidates that rules find (multinomial
//! logistic regression by AdaGrad, Duchi et al. 2011; the weights of the last passes averaged).
//!
//! The data is JSON, a text a line: `{ "text": ..., "mentions": [{ "start", "end", "kind" }] }`, offsets in code
//! points. A set that has no name of kind other says nothing of which candidates are such names and which are none.
//! The same data gives the same weights: the order of the candidates is shuffled by a fixed seed.

use std::fs;
use std::path::Path;

use comention::lang::Packs;
use comention::mention::weigh::{CLASSES, STEPS, ZERO};
use comention::mention::{self, Kind};
use comention::num::exp;
use comention::rng::Rng;
use comention::segment::correct::Corrections;
use comention::segment::segment;
use comention::text::Vocabulary;

/// Features are counted together in so many buckets.
const BUCKETS: usize = 1 << 14;
/// Times that the data is gone through, of which the last are averaged.
const EPOCHS: usize = 8;
const AVERAGED: usize = 4;
/// How far a step goes.
const RATE: f64 = 0.04;
/// How strongly weights are held at 0.
const DECAY: f64 = 1e-4;
/// What is taken from the weight of no name, so that a name is dropped only when that is quite sure.
const DOUBT: f64 = 0.75;
/// No name, as a class.
const NONE: usize = 4;

struct Example {
    features: Vec<u32>,
    gold: usize,
    /// The data does not tell names of kind other from what is no name.
    open: bool,
}

/// Reads the data and writes `data/<lang>-names-kinds.pack`.
pub fn write(language: &str, files: &[String]) -> Result<(), String> {
    let packs = Packs::default();
    let mut examples = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        let open = !text.contains("\"kind\": \"other\"");
        for line in text.lines() {
            examples.extend(of_row(line, open, &packs).map_err(|e| format!("{file}: {e}"))?);
        }
    }
    println!("{} candidates", examples.len());
    let mut weights = train(&examples);
    // The first feature is that of every candidate.
    if let Some(first) = examples.first().and_then(|e| e.features.first()) {
        weights[*first as usize % BUCKETS][NONE] -= DOUBT;
    }
    let (lowest, highest) = (i32::from(b' ') - i32::from(ZERO), i32::from(b'~') - i32::from(ZERO));
    let mut out = format!("comention-kinds 1 {language}\n");
    for weight in weights.iter().flatten() {
        let steps = (weight * f64::from(STEPS)).round() as i32;
        out.push(char::from((i32::from(ZERO) + steps.clamp(lowest, highest)) as u8));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../data/{language}-names-kinds.pack"));
    fs::write(path, out).map_err(|e| e.to_string())
}

fn of_row(line: &str, open: bool, packs: &Packs) -> Result<Vec<Example>, String> {
    let row: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let text = row["text"].as_str().ok_or("a row without text")?;
    let mut bytes: Vec<u32> = text.char_indices().map(|(i, _)| i as u32).collect();
    bytes.push(text.len() as u32);
    let mut gold = Vec::new();
    for name in row["mentions"].as_array().map_or(&[][..], Vec::as_slice) {
        let at = |key: &str| name[key].as_u64().and_then(|i| bytes.get(i as usize)).copied();
        let kind = match name["kind"].as_str() {
            Some("person") => Kind::Person,
            Some("organization") => Kind::Organization,
            Some("place") => Kind::Place,
            _ => Kind::Other,
        };
        if let (Some(start), Some(end)) = (at("start"), at("end")) {
            gold.push((start, end, kind as usize));
        }
    }
    let mut vocabulary = Vocabulary::new();
    let found = segment(text, packs, &Corrections::default(), &mut vocabulary, &mut |_| {});
    let mut scratch = mention::Scratch::default();
    let mut out = Vec::new();
    for article in &found.articles {
        let language = article.language.as_ref().map_or("", |f| f.value.as_str());
        let pack = packs.for_language(language);
        for own in mention::examples(text, article, &found, &vocabulary, &pack, &mut scratch) {
            // A name that begins or ends where the candidate does, or lies inside it: the one with most in common.
            let mut best = (0, NONE);
            for (start, end, kind) in &gold {
                let common = (*end).min(own.span.end).saturating_sub((*start).max(own.span.start));
                let fits = *start >= own.span.start && *end <= own.span.end
                    || *start == own.span.start
                    || *end == own.span.end;
                if fits && common > best.0 {
                    best = (common, *kind);
                }
            }
            out.push(Example { features: own.features, gold: best.1, open });
        }
    }
    Ok(out)
}

/// The weights of every class for every bucket.
fn train(examples: &[Example]) -> Vec<[f64; CLASSES]> {
    let mut weights = vec![[0f64; CLASSES]; BUCKETS];
    let mut squares = vec![[1e-2f64; CLASSES]; BUCKETS];
    let mut mean = vec![[0f64; CLASSES]; BUCKETS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut rng = Rng::new(1);
    for epoch in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            order.swap(i, rng.below(i as u32 + 1) as usize);
        }
        let mut wrong = 0;
        for example in order.iter().map(|i| &examples[*i]) {
            let own = || example.features.iter().map(|f| *f as usize % BUCKETS);
            let mut scores = [0f64; CLASSES];
            for (class, score) in scores.iter_mut().enumerate() {
                *score = own().map(|f| weights[f][class]).sum();
            }
            let highest = scores.iter().fold(f64::MIN, |m, s| m.max(*s));
            let mut chances = scores.map(|s| exp(s - highest));
            let sum: f64 = chances.iter().sum();
            chances = chances.map(|c| c / sum);
            wrong += usize::from(scores[example.gold] < highest);
            let mut target = [0f64; CLASSES];
            if example.open && example.gold == NONE {
                let both = chances[Kind::Other as usize] + chances[NONE];
                target[Kind::Other as usize] = chances[Kind::Other as usize] / both;
                target[NONE] = chances[NONE] / both;
            } else {
                target[example.gold] = 1.0;
            }
            for f in own() {
                for class in 0..CLASSES {
                    let slope = chances[class] - target[class] + DECAY * weights[f][class];
                    squares[f][class] += slope * slope;
                    weights[f][class] -= RATE * slope / squares[f][class].sqrt();
                }
            }
        }
        if epoch + AVERAGED >= EPOCHS {
            for (sum, weight) in mean.iter_mut().flatten().zip(weights.iter().flatten()) {
                *sum += weight / AVERAGED as f64;
            }
        }
        println!("pass {}: {wrong} candidates wrong", epoch + 1);
    }
    mean
}
