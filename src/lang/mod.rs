//! Languages: which one a text is in, and the packs of data that the rooms below consult.

pub mod cases;
pub mod detect;
pub mod gender;
pub mod model;
pub mod pack;
pub mod words;

pub use pack::{Entry, Flags, Pack, Packs};
