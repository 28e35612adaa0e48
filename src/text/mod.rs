//! Text without any language: the vocabulary of interned words, folding of keys, UTF-16 offsets.

pub mod bytes;
pub mod case;
pub mod folded;
pub mod spelling;
pub mod utf16;
pub mod vocabulary;

pub use vocabulary::{TypeId, Vocabulary};
