//! Numbers only: tables, association, keyness, dispersion, multiple testing.
//!
//! Every measure is a pure function; what is undefined is `None`, never 0, NaN or infinity.
//! Absent from here: what a term is.

pub mod adjust;
pub mod association;
pub mod dispersion;
pub mod formula;
mod hypergeometric;
pub mod interval;
pub mod keyness;
pub mod poisson_binomial;
mod special;
pub mod table;
pub mod trend;

pub use special::chi_squared_tail;
