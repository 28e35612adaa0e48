//! Languages: which one a text is in, and the packs of data that the rooms below consult.

pub mod detect;
pub mod pack;

pub use pack::{Entry, Flags, Pack, Packs};
