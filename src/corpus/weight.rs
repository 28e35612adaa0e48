//! What a corpus weighs in memory, column by column, beside the text itself.
//!
//! Capacities are counted, and every allocation as what it asks for.

use crate::corpus::Corpus;
use crate::segment::Segmentation;
use crate::text::utf16::Utf16;

/// The bytes that a list has taken, used or not.
pub(crate) fn of<T>(list: &Vec<T>) -> usize {
    list.capacity() * size_of::<T>()
}

impl Corpus {
    /// The bytes of each column; the texts that were pasted are the first.
    #[must_use]
    pub fn weight(&self) -> Vec<(&'static str, usize)> {
        let sum = |f: &dyn Fn(&Segmentation) -> usize| self.pastes.iter().map(|p| f(&p.segmentation)).sum::<usize>();
        vec![
            ("text", self.pastes.iter().map(|p| p.text.capacity()).sum()),
            ("UTF-16 offsets", self.pastes.iter().map(|p| Utf16::weight(&p.utf16)).sum()),
            ("tokens: starts", self.pastes.iter().map(|p| p.starts.weight()).sum()),
            ("tokens: forms", sum(&|s| of(&s.tokens.types))),
            ("sentences", sum(&|s| of(&s.sentences))),
            ("paragraphs", sum(&|s| of(&s.paragraphs))),
            ("articles", sum(&|s| of(&s.articles))),
            ("mentions", of(&self.mentions)),
            ("records", of(&self.records)),
            ("names and titles of articles", of(&self.names) + of(&self.titles)),
            ("vocabulary", self.vocabulary.weight()),
            ("entities", self.entities.weight()),
            ("lexemes", self.lexemes.weight()),
        ]
    }
}
