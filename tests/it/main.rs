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

/// The packs of languages in which capitals or lists tell names.
const PACKS: &[&str] = &[
    include_str!("../../data/ar.pack"),
    include_str!("../../data/bg.pack"),
    include_str!("../../data/cs.pack"),
    include_str!("../../data/da.pack"),
    include_str!("../../data/de.pack"),
    include_str!("../../data/el.pack"),
    include_str!("../../data/es.pack"),
    include_str!("../../data/fi.pack"),
    include_str!("../../data/fr.pack"),
    include_str!("../../data/he.pack"),
    include_str!("../../data/hu.pack"),
    include_str!("../../data/it.pack"),
    include_str!("../../data/nl.pack"),
    include_str!("../../data/no.pack"),
    include_str!("../../data/pl.pack"),
    include_str!("../../data/pt.pack"),
    include_str!("../../data/ro.pack"),
    include_str!("../../data/ru.pack"),
    include_str!("../../data/sv.pack"),
    include_str!("../../data/uk.pack"),
    include_str!("../../data/vi.pack"),
];
