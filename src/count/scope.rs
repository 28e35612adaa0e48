//! Which articles and which mentions count.

use crate::corpus::{Corpus, Record, View};
use crate::mention::Role;
use crate::segment::{Date, Part};

/// Which articles and which mentions count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// First date, inclusive. When this or `to` is given, articles without a date are out.
    pub from: Option<Date>,
    /// Last date, inclusive.
    pub to: Option<Date>,
    /// Whether `Chinese` counts for China.
    pub demonyms: bool,
    /// Whether datelines, bylines and captions count.
    pub metadata: bool,
    /// Whether an article that repeats another counts.
    pub duplicates: bool,
}

impl Scope {
    /// Whether a mention with this role counts.
    #[must_use]
    pub fn role(&self, role: Role) -> bool {
        match role {
            Role::Plain => true,
            Role::Demonym => self.demonyms,
            Role::Metadata => self.metadata,
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
        let views = corpus.live().filter(counts).filter_map(|r| corpus.view(r));
        views.filter(|view| self.dates(view.date())).collect()
    }

    fn dates(&self, date: Option<Date>) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        date.is_some_and(|d| self.from.is_none_or(|f| f <= d) && self.to.is_none_or(|t| d <= t))
    }
}
