//! What a corpus weighs in memory, column by column, beside the text itself.
//!
//! Capacities are counted, and every allocation as what it asks for.

use crate::corpus::Corpus;
use crate::segment::{Article, Field, Segmentation};
use crate::text::utf16::Utf16;

/// The bytes that a list has taken, used or not.
pub(crate) fn of<T>(list: &Vec<T>) -> usize {
    list.capacity() * size_of::<T>()
}

/// What of an article stands apart from its row.
fn apart(a: &Article) -> usize {
    let boxed = |f: &Option<Box<Field<String>>>| f.as_ref().map_or(0, |f| size_of_val(&**f) + f.value.capacity());
    let here = |f: &Option<Field<String>>| f.as_ref().map_or(0, |f| f.value.capacity());
    let dateline = a.dateline.as_ref().map_or(0, |d| size_of_val(&**d) + here(&d.place) + here(&d.agency));
    let time = a.time.as_ref().map_or(0, |t| size_of_val(&**t));
    let texts = [&a.source, &a.byline, &a.standfirst, &a.section, &a.url].map(boxed);
    here(&a.headline) + here(&a.language) + dateline + time + texts.iter().sum::<usize>()
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
            ("articles", sum(&|s| of(&s.articles) + s.articles.iter().map(apart).sum::<usize>())),
            ("mentions", of(&self.mentions)),
            ("records", of(&self.records)),
            ("names and titles of articles", of(&self.names) + of(&self.titles)),
            ("vocabulary", self.vocabulary.weight()),
            ("entities", self.entities.weight()),
            ("lexemes", self.lexemes.weight()),
        ]
    }
}
