//! Windows, and how many of them hold what.
//!
//! [`tally()`] counts terms and pairs over the windows of the articles in scope; [`Counts`] is the same
//! made portable and mergeable. Absent from here: measures.

pub mod counts;
pub mod numbering;
pub mod phrase;
pub mod scope;
pub mod tally;
pub mod term;
pub mod window;

pub use counts::Counts;
pub use scope::{Scope, Selection};
pub use tally::{PairCount, Tally, TermCount, tally};
pub use term::Terms;
pub use window::{Hit, Window, WindowAt};
