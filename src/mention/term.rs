//! Keyword candidates.

use crate::lang::{Flags, Pack};

/// What all inflected forms of a word have in common; `None` for a word that is no keyword.
#[must_use]
pub fn lexeme_key(form: &str, pack: &Pack<'_>) -> Option<String> {
    let folded = form.to_lowercase();
    if pack.flags(&folded).any(Flags::STOP) || folded.len() < 2 || !folded.chars().any(char::is_alphabetic) {
        return None;
    }
    Some(folded)
}
