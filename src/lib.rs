//! comention: which articles a paste of news holds, what they are about, who and what is named in
//! them, and who is mentioned together with whom.
//!
//! The rooms form floors, listed bottom up; a room uses only those above it in this list.

pub mod error;
pub mod later;
pub mod num;
pub mod order;
pub mod rng;
pub mod span;

pub mod stats;

pub mod text;

pub mod lang;

pub mod segment;

pub mod mention;

pub mod corpus;

pub mod count;

pub mod network;

pub mod report;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
