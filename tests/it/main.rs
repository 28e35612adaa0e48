//! Tests of the engine from outside: one binary, a module a room.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod across;
mod chinese;
mod closer;
mod corrections;
mod engine;
mod explained;
mod floors;
mod inflections;
mod japanese;
mod keywords;
mod korean;
mod measures_doc;
mod mentions;
mod questions;
mod relative;
mod rules;
mod sample;
mod segmentation;
mod stats_reference;
mod suggestions;
mod thai;

use comention::corpus::Corpus;

/// A corpus of these pastes.
fn corpus(pastes: &[&str]) -> Corpus {
    let mut corpus = Corpus::new();
    for paste in pastes {
        corpus.add((*paste).to_string(), &mut |_, _, _| {}).unwrap();
    }
    corpus
}
