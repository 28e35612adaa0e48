//! Tests of the engine from outside: one binary, a module a room.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod stats_reference;
