//! Which spans are names, of what kind, and which names are one entity; which words are keyword terms.
//!
//! Works on one article at a time, so that what is found in it does not depend on its neighbours.
//! Absent from here: counting.

#![allow(missing_docs)] // lifted when the room is built
pub mod term;

use crate::lang::Pack;
use crate::segment::{Article, Segmentation};
use crate::span::Span;
use crate::text::Vocabulary;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Organization,
    Place,
    Other,
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
}

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
    pub role: Role,
}

/// What one or more names of the article stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name used, as written (`Wang Yi`), or the usual name where a list gives one (`United States`).
    pub name: String,
    pub kind: Kind,
    /// What joins entities of several articles: the folded full name. Two entities of one article differ in it.
    pub key: String,
    /// Titles and offices seen with it (`Foreign Minister`), in order of first use.
    pub titles: Vec<String>,
}

/// The entities of one article in order of first mention, and its mentions in order of position, none overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleMentions {
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
}

/// Finds the names of one article.
pub fn mentions(
    text: &str,
    article: &Article,
    segmentation: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    scratch: &mut Scratch,
) -> ArticleMentions {
    let _ = (text, article, segmentation, vocabulary, pack, scratch);
    ArticleMentions::default()
}

/// What is worth keeping from article to article: what the pack says of each word form, buffers.
#[derive(Debug, Default)]
pub struct Scratch {}
