//! Which articles and which mentions count.

use crate::corpus::duplicate;
use crate::corpus::{Corpus, View};
use crate::mention::Role;
use crate::order::sort_rows;
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
        let all: Vec<View<'a>> = corpus.live().filter_map(|r| corpus.view(r)).collect();
        let copies = if self.duplicates { vec![None; all.len()] } else { copies(&all) };
        all.into_iter()
            .zip(copies)
            .filter(|(view, copy)| copy.is_none() && self.dates(view.date()))
            .map(|(view, _)| view)
            .collect()
    }

    fn dates(&self, date: Option<Date>) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        date.is_some_and(|d| self.from.is_none_or(|f| f <= d) && self.to.is_none_or(|t| d <= t))
    }
}

/// For each article the index of the one that it repeats, if any. The original is the earliest by date,
/// then by its own text, so that the order of adding does not matter.
#[must_use]
pub fn copies(views: &[View<'_>]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..views.len()).collect();
    let key = |i: &usize| {
        views.get(*i).map(|v| {
            let date = v.date();
            (date.is_none(), date, v.article.span.of(&v.paste.text), v.record.id)
        })
    };
    sort_rows(&mut order, &mut |a, b| key(a).cmp(&key(b)));
    let sketches: Vec<&duplicate::Sketch> =
        order.iter().filter_map(|i| views.get(*i)).map(|v| &v.record.sketch).collect();
    let mut copies = vec![None; views.len()];
    for (position, original) in duplicate::groups(&sketches).into_iter().enumerate() {
        let at = order.get(position).copied().and_then(|i| copies.get_mut(i));
        if let (Some(slot), Some(original)) = (at, original) {
            *slot = order.get(original as usize).copied();
        }
    }
    copies
}
