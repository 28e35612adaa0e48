//! Which spans are names, of what kind, and which names are one entity; which words are keyword terms.
//!
//! Works on one article at a time, so that what is found in it does not depend on its neighbours.
//! Absent from here: counting.

mod alias;
mod cut;
mod find;
mod form;
pub mod han;
mod headed;
pub(crate) mod inflected;
pub mod inside;
mod kind;
mod lexicon;
mod listed;
mod name;
pub mod pronoun;
mod run;
pub mod tagger;
pub mod term;
mod token;
pub mod weigh;

pub use find::{Scratch, examples, mentions};
pub(crate) use lexicon::{UNKNOWN, Word};

use crate::span::Span;
use crate::text::TypeId;

/// What a term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A human being, or one spoken of as such.
    Person,
    /// A company, authority, party, team, paper.
    Organization,
    /// A country, city, region, river, building.
    Place,
    /// An event, work, product, treaty.
    Other,
    /// No name: a word or phrase.
    Keyword,
}

/// Why a mention counts only when switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// In a body sentence or a headline: counts.
    Plain,
    /// `Chinese` for China: counts when demonyms are switched on.
    Demonym,
    /// In a dateline, byline, caption, credit: counts when metadata is switched on.
    Metadata,
    /// Inside a longer name: counts when nested names are switched on. Looked for only then.
    Nested,
    /// `he` or `she` for a person: counts when pronouns are switched on. Looked for only then.
    Pronoun,
}

impl Role {
    /// Whether it is a name that stands for itself: what articles are read for.
    #[must_use]
    pub fn named(self) -> bool {
        !matches!(self, Role::Nested | Role::Pronoun)
    }
}

/// An entity at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Without title and possessive; byte span in the paste.
    pub span: Span,
    /// Into `Segmentation::sentences`.
    pub sentence: u32,
    /// Index (into `Segmentation::tokens`) of its first word.
    pub token: u32,
    /// Into `ArticleMentions::entities`.
    pub entity: u32,
    /// Whether it counts without being switched on.
    pub role: Role,
}

/// What one or more names of the article stand for. Its texts are numbers in the vocabulary that articles are read with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name used, as written (`Wang Yi`), or the usual name where a list gives one (`United States`).
    pub name: TypeId,
    /// Its kind.
    pub kind: Kind,
    /// Whether a rule gave it, such as a title or a list, and no guess.
    pub sure: bool,
    /// What joins entities of several articles: the folded full name. Two entities of one article differ in it.
    pub key: TypeId,
    /// Titles and offices seen with it (`Foreign Minister`), in order of first use.
    pub titles: Vec<TypeId>,
}

/// The entities of one article in order of first mention, and its mentions in order of position, none overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleMentions {
    /// In order of first mention.
    pub entities: Vec<Entity>,
    /// In order of position; none overlap.
    pub mentions: Vec<Mention>,
}
