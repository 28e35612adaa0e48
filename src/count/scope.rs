//! Which articles and which mentions count.

use crate::corpus::{Corpus, Record, View};
use crate::mention::Role;
use crate::segment::{Date, Part};
use crate::text::bytes;
use crate::text::case::lowered;
use crate::text::folded::{folded, whole_words};

/// A selection of articles; what is not given selects all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// First date, inclusive. When this or `to` is given, articles without a date are out.
    pub from: Option<Date>,
    /// Last date, inclusive.
    pub to: Option<Date>,
    /// Names of sources, case aside.
    pub sources: Option<Vec<String>>,
    /// Numbers of articles.
    pub articles: Option<Vec<u32>>,
    /// Words that stand in the article one after the other, case and line breaks aside.
    pub search: Option<String>,
}

/// Which articles and which mentions count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Which articles.
    pub selection: Selection,
    /// Whether `Chinese` counts for China.
    pub demonyms: bool,
    /// Whether datelines, bylines and captions count.
    pub metadata: bool,
    /// Whether a name inside a longer name counts; only what [`Corpus::look_closer`] found.
    pub nested: bool,
    /// Whether `he` and `she` count for the person that they certainly stand for; only what
    /// [`Corpus::look_closer`] found.
    pub pronouns: bool,
    /// Whether an article that repeats another counts.
    pub duplicates: bool,
    /// How many windows a headline counts as, one where not given; at 0 it is left out.
    pub headline: Option<u32>,
}

impl Scope {
    /// Whether a mention with this role counts.
    #[must_use]
    pub fn role(&self, role: Role) -> bool {
        match role {
            Role::Plain => true,
            Role::Demonym => self.demonyms,
            Role::Metadata => self.metadata,
            Role::Nested => self.nested,
            Role::Pronoun => self.pronouns,
        }
    }

    /// Whether a sentence or paragraph of this part is a window.
    #[must_use]
    pub fn part(&self, part: Part) -> bool {
        match part {
            Part::Headline | Part::Body => true,
            Part::Metadata => self.metadata,
            Part::Boilerplate => false,
        }
    }

    /// The articles in scope, in the order of adding.
    #[must_use]
    pub fn articles<'a>(&self, corpus: &'a Corpus) -> Vec<View<'a>> {
        let counts = |record: &&Record| self.duplicates || corpus.copy_of(record.id).is_none();
        let mut views = Vec::with_capacity(corpus.records().len());
        views.extend(corpus.live().filter(counts).filter_map(|r| corpus.view(r)));
        if self.selection.all() { views } else { self.selection.of(views) }
    }
}

impl Selection {
    /// Whether nothing is given.
    fn all(&self) -> bool {
        let words = self.sources.is_none() && self.search.is_none();
        words && self.from.is_none() && self.to.is_none() && self.articles.is_none()
    }

    /// Those of some articles that are selected.
    #[must_use]
    #[inline(never)]
    pub fn of<'a>(&self, mut views: Vec<View<'a>>) -> Vec<View<'a>> {
        if self.from.is_some() || self.to.is_some() {
            let within = |d: Date| self.from.is_none_or(|f| f <= d) && self.to.is_none_or(|t| d <= t);
            views.retain(|view| view.date().is_some_and(within));
        }
        if let Some(articles) = &self.articles {
            views.retain(|view| articles.contains(&view.record.id.0));
        }
        if let Some(sources) = &self.sources {
            let sources: Vec<String> = sources.iter().map(|s| lowered(s)).collect();
            views.retain(|view| view.article.source.as_ref().is_some_and(|s| sources.contains(&lowered(&s.value))));
        }
        if let Some(search) = &self.search {
            let search = folded(search.trim());
            views.retain(|view| holds(&folded(view.text()), &search));
        }
        views
    }
}

/// Whether a folded text holds whole words.
fn holds(text: &str, words: &str) -> bool {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| bytes::find(rest, words)).map(|at| from + at) {
        from = at + words.len();
        if whole_words(text, at, from) {
            return true;
        }
    }
    words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_found() {
        for (text, search, expected) in [
            ("The Port\nStrike ended.", "port strike", true),
            ("The report came.", "port", false),
            ("Two ports.", "port", false),
            ("port", "Port", true),
            ("上合组织成员国", "组织", true),
            ("anything", " ", true),
            ("$5 bn", "$5", true),
        ] {
            assert_eq!(holds(&folded(text), &folded(search.trim())), expected, "{text}: {search}");
        }
    }
}
