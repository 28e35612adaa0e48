//! The one error type. Text cannot be wrong, so every error is about a setting or a size.

use std::fmt;

/// What was wrong with a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// An option has a value that is not accepted.
    Option {
        /// The name of the option, as the caller writes it.
        option: String,
        /// The value it got, as text.
        value: String,
        /// What is accepted, in words.
        accepted: String,
    },
    /// Bytes that should have been written by this version are not.
    Format {
        /// What was being read.
        what: &'static str,
        /// What was found, and where.
        found: String,
    },
    /// A paste does not fit.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// In Wasm: the part of the engine that can do this is not there yet (see [`crate::later`]).
    Later,
}

impl Error {
    /// The error for an option with an unaccepted value.
    #[must_use]
    pub fn option(option: &str, value: impl fmt::Display, accepted: impl fmt::Display) -> Self {
        Error::Option { option: option.into(), value: value.to_string(), accepted: accepted.to_string() }
    }

    /// A stable name for programs: `invalid-option`, `invalid-format`, `too-large` or `later`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::Option { .. } => "invalid-option",
            Error::Format { .. } => "invalid-format",
            Error::TooLarge { .. } => "too-large",
            Error::Later => "later",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Option { option, value, accepted } => {
                write!(f, "option `{option}`: got {value}, expected {accepted}")
            }
            Error::Format { what, found } => write!(f, "cannot read {what}: {found}"),
            Error::TooLarge { bytes, limit } => {
                write!(f, "the paste has {bytes} bytes, expected at most {limit}")
            }
            Error::Later => f.write_str("this part of the engine is not there yet"),
        }
    }
}

impl std::error::Error for Error {}
