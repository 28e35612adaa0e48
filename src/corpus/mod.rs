//! The index: articles, sentences, and the places where every word and every entity is mentioned.
//!
//! Adding a paste is the only pass over text. Every question is answered from here without reading
//! text again, and every answer can name the windows that it comes from.
//! Absent from here: measures.

mod closer;
pub mod duplicate;
pub mod entity;
pub mod lexeme;
pub mod rules;
pub mod starts;
pub mod weight;

use std::cell::OnceCell;

use crate::error::Error;
use crate::lang::{Pack, Packs, pack};
use crate::mention::{self, Role};
use crate::order::sort_rows;
use crate::segment::correct::Corrections;
use crate::segment::{self, Article, Date, Notice, Part, Segmentation, Sentence};
use crate::span::{Range, Span, to_u32};
use crate::text::case::upper;
use crate::text::folded::folded;
use crate::text::{TypeId, Vocabulary, utf16::Utf16};

pub use entity::{Entities, EntityId};
pub use lexeme::{LexemeId, Lexemes};
pub use rules::Rule;

pub use crate::mention::term::Stopwords;

/// The largest paste, in bytes: offsets are 32 bits wide, with room to spare for sums.
pub const PASTE_LIMIT: u64 = 1 << 31;

/// A paste of so many bytes is worth tidying up after.
const LARGE: usize = 1 << 18;

/// The number of an article: given in the order of adding, never given again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// One paste as it came, and what it came apart into.
#[derive(Debug)]
pub struct Paste {
    /// The text, as given.
    pub text: String,
    /// From its bytes to UTF-16 offsets.
    pub utf16: Utf16,
    /// Its parts, but for where its words begin.
    pub segmentation: Segmentation,
    /// Where its words begin.
    pub starts: starts::Starts,
}

/// Where a term is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// In the paste.
    pub span: Span,
    /// Into the paste's sentences.
    pub sentence: u32,
    /// Into the paste's tokens: the first word.
    pub token: u32,
    /// What is mentioned.
    pub entity: EntityId,
    /// Whether it counts without being switched on.
    pub role: Role,
    /// Whether a rule gave its kind, and no guess.
    pub sure: bool,
}

/// An article of the corpus.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number.
    pub id: ArticleId,
    /// Which paste it stands in.
    pub paste: u32,
    /// Into the paste's articles.
    pub index: u32,
    /// Its mentions, of those of the whole corpus.
    pub mentions: Range,
    /// Words in headline and body.
    pub words: u32,
    /// Words in body sentences, and how many sentences and paragraphs they make.
    pub body: BodySize,
    /// Its entities and the name of each here, of those of the whole corpus.
    names: Range,
    /// Offices and forms of address seen with entities here, of those of the whole corpus.
    titles: Range,
    /// Whether it is still part of the corpus.
    pub live: bool,
}

/// The size of an article's running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BodySize {
    /// Paragraphs of running text.
    pub paragraphs: u32,
    /// Sentences of running text.
    pub sentences: u32,
    /// Words of running text.
    pub words: u32,
}

/// Articles and where everything in them is mentioned.
#[derive(Debug, Default)]
pub struct Corpus {
    packs: Packs,
    pastes: Vec<Paste>,
    records: Vec<Record>,
    mentions: Vec<Mention>,
    /// Of all articles: entities and their names; entities and their titles.
    names: Vec<(EntityId, TypeId)>,
    titles: Vec<(EntityId, TypeId)>,
    vocabulary: Vocabulary,
    entities: Entities,
    lexemes: Lexemes,
    ruled: rules::Ruled,
    closer: closer::Closer,
    scratch: mention::Scratch,
    /// For each record the one that it repeats; found when first asked for, forgotten with every change.
    copies: OnceCell<Vec<Option<Copied>>>,
}

/// What an article repeats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Copied {
    /// The article that it repeats.
    pub of: ArticleId,
    /// The share of the shorter one's text that both have.
    pub shared: f64,
}

/// What [`Corpus::add`] is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Taking the paste apart; measured in bytes.
    Segmenting,
    /// Finding names; measured in articles.
    Naming,
}

impl Corpus {
    /// An empty corpus that knows the words of English; what its names are known by is in packs (`data/en-names.pack`).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty corpus that has these packs.
    #[must_use]
    pub fn with_packs(packs: Packs) -> Self {
        Corpus { packs, ..Self::default() }
    }

    /// Takes a paste apart and adds its articles, of which there may be none; returns their range in
    /// [`Corpus::records`]. `progress` gets the stage, how much of it is done, and how much there is.
    ///
    /// # Errors
    /// [`Error::TooLarge`] above [`PASTE_LIMIT`] bytes.
    pub fn add(&mut self, text: String, progress: &mut dyn FnMut(Stage, usize, usize)) -> Result<Range, Error> {
        self.add_corrected(text, &Corrections::default(), progress)
    }

    /// The same, with what a person corrected of this paste.
    ///
    /// # Errors
    /// [`Error::TooLarge`] above [`PASTE_LIMIT`] bytes; [`Error::Later`].
    pub fn add_corrected(
        &mut self,
        text: String,
        corrections: &Corrections,
        progress: &mut dyn FnMut(Stage, usize, usize),
    ) -> Result<Range, Error> {
        let bytes = text.len() as u64;
        if bytes > PASTE_LIMIT {
            return Err(Error::TooLarge { bytes, limit: PASTE_LIMIT });
        }
        let total = text.len();
        pack::reading(total);
        let mut segmentation = segment::segment(&text, &self.packs, corrections, &mut self.vocabulary, &mut |done| {
            progress(Stage::Segmenting, done, total);
        });
        if segmentation.waits {
            return Err(Error::Later);
        }
        // They are kept as long as the corpus is.
        segmentation.articles.shrink_to_fit();
        segmentation.paragraphs.shrink_to_fit();
        segmentation.sentences.shrink_to_fit();
        let paste = to_u32(self.pastes.len());
        let first = self.records.len();
        self.records.reserve(segmentation.articles.len());
        // Of the words of news about one in eight is a mention.
        self.mentions.reserve(segmentation.tokens.types.len() / 8);
        let count = segmentation.articles.len();
        // Of one article.
        let mut names: Vec<(EntityId, TypeId)> = Vec::new();
        for (index, article) in segmentation.articles.iter().enumerate() {
            if index % 64 == 0 {
                progress(Stage::Naming, index, count);
            }
            let language = article.language.as_ref().map_or("", |f| f.value.as_str());
            let pack = self.packs.for_language(language);
            let by_model = self.packs.words(language).zip(self.packs.model(language));
            let found = match by_model {
                Some(by_model) => {
                    let texts = self.entities.texts();
                    mention::han::mentions(&text, article, &segmentation, &self.vocabulary, by_model, &pack, texts)
                }
                None => {
                    let (scratch, texts) = (&mut self.scratch, self.entities.texts());
                    mention::mentions(&text, article, &segmentation, &self.vocabulary, &pack, scratch, texts)
                }
            };
            // What was looked up for the names of an article before this one has a lexeme already.
            let (words, learned) = self.scratch.words(pack.language());
            let types = if by_model.is_some() { article.tokens.of(&segmentation.tokens.types) } else { learned };
            self.lexemes.extend(types, &self.vocabulary, words, &pack);
            let mut repeated = false;
            for e in &found.entities {
                let text = |id| self.entities.text(id);
                let known = if pack.translates() { Self::known(text(e.key), text(e.name), &pack) } else { None };
                let own = match &known {
                    Some((key, name)) => {
                        let texts = self.entities.texts();
                        let (key, name) = (texts.intern(key), texts.intern(name));
                        self.entities.add(e.kind, key, name)
                    }
                    None => self.entities.add(e.kind, e.key, e.name),
                };
                // Two forms of a name (`Китай`, `Китая`) are one article's one name.
                if known.is_some() && names.contains(&own) {
                    self.entities.remove(own.0, own.1);
                    repeated = true;
                }
                names.push(own);
            }
            let start = self.mentions.len();
            for m in &found.mentions {
                let own = names.get(m.entity as usize).zip(found.entities.get(m.entity as usize));
                if let Some((&(entity, _), mention::Entity { sure, .. })) = own {
                    self.mentions.push(Mention {
                        span: m.span,
                        sentence: m.sentence,
                        token: m.token,
                        entity,
                        role: m.role,
                        sure: *sure,
                    });
                }
            }
            let titled = self.titles.len();
            for (&(id, _), entity) in names.iter().zip(&found.entities) {
                for title in &entity.titles {
                    self.titles.push((id, *title));
                }
            }
            let named = self.names.len();
            if repeated {
                once(&mut names);
            }
            self.names.append(&mut names);
            let (words, body) = sizes(article, &segmentation);
            self.records.push(Record {
                id: ArticleId(to_u32(self.records.len())),
                paste,
                index: to_u32(index),
                mentions: Range::new(start, self.mentions.len()),
                words,
                body,
                names: Range::new(named, self.names.len()),
                titles: Range::new(titled, self.titles.len()),
                live: true,
            });
        }
        progress(Stage::Naming, count, count);
        let starts = starts::Starts::new(std::mem::take(&mut segmentation.tokens.starts));
        segmentation.tokens.types.shrink_to_fit();
        self.pastes.push(Paste { utf16: Utf16::new(&text), text, segmentation, starts });
        self.tidy(total);
        self.copies = OnceCell::new();
        self.apply_rules();
        Ok(Range::new(first, self.records.len()))
    }

    /// Gives back what only adding needs, after a paste of so many bytes that is a good part of the corpus: what
    /// is kept from article to article weighs more than the corpus itself, and is soon made again.
    fn tidy(&mut self, bytes: usize) {
        if bytes < LARGE || bytes < self.pastes.iter().map(|p| p.text.len()).sum::<usize>() / 8 {
            return;
        }
        self.scratch = mention::Scratch::default();
        self.mentions.shrink_to_fit();
    }

    /// An entity of a list of those that several languages have names for: its key is that of its name in English,
    /// so that it is one whatever language an article is in.
    fn known(key: &str, name: &str, pack: &Pack<'_>) -> Option<(String, String)> {
        let mut found = pack.across(key);
        if found.is_none() && pack.inflects() {
            found = pack.across_cases(&folded(name));
        }
        let (english, base) = found?;
        let capital = |base: &str| {
            let mut rest = base.chars();
            rest.next().map(|c| std::iter::once(upper(c)).chain(rest).collect())
        };
        let name = base.and_then(capital).unwrap_or_else(|| name.to_string());
        Some((folded(english), name))
    }

    /// Takes an article out; `false` where there is none with this number.
    pub fn remove(&mut self, id: ArticleId) -> bool {
        match self.records.get_mut(id.0 as usize) {
            Some(record) if record.live => {
                record.live = false;
                for (entity, name) in record.names.of(&self.names) {
                    self.entities.remove(*entity, *name);
                }
                self.copies = OnceCell::new();
                self.apply_rules();
                true
            }
            _ => false,
        }
    }

    /// What an article repeats, if any. Of a group of copies the original is the earliest by date,
    /// then by its own text, so that the order of adding does not matter.
    #[must_use]
    pub fn copy_of(&self, id: ArticleId) -> Option<Copied> {
        // One article repeats none.
        let several = || self.live().nth(1).is_some();
        let copies = self.copies.get_or_init(|| if several() { self.copies() } else { Vec::new() });
        copies.get(id.0 as usize).copied().flatten()
    }

    /// For each record the one that it repeats.
    #[inline(never)]
    fn copies(&self) -> Vec<Option<Copied>> {
        let views: Vec<View<'_>> = self.live().filter_map(|r| self.view(r)).collect();
        let hashes = duplicate::hashes(&self.vocabulary);
        let mut words = Vec::new();
        let mut sketches = Vec::with_capacity(views.len());
        for view in &views {
            sketches.push(duplicate::sketch(view.article, &view.paste.segmentation, &hashes, &mut words));
        }
        // Few are anything like another: only those are put in order.
        let mut order = duplicate::alike(&sketches);
        let key = |i: &u32| views.get(*i as usize).map(|v| (v.date().is_none(), v.date(), v.text()));
        sort_rows(&mut order, &mut |a, b| key(a).cmp(&key(b)));
        let mut copies = vec![None; self.records.len()];
        for (own, original) in order.iter().zip(duplicate::groups(&sketches, &order)) {
            let (Some(original), Some(view), Some(sketch)) =
                (original, views.get(*own as usize), sketches.get(*own as usize))
            else {
                continue;
            };
            if let (Some(of), Some(other), Some(slot)) = (
                views.get(original as usize),
                sketches.get(original as usize),
                copies.get_mut(view.record.id.0 as usize),
            ) {
                *slot = Some(Copied { of: of.record.id, shared: other.containment(sketch) });
            }
        }
        copies
    }

    /// Adds a language pack for the texts that are added after it.
    ///
    /// # Errors
    /// [`Error::Format`] when the text is no pack.
    pub fn add_pack(&mut self, text: String) -> Result<(), Error> {
        self.packs.add(text)
    }

    /// The language packs.
    #[must_use]
    pub fn packs(&self) -> &Packs {
        &self.packs
    }

    /// Every article that was ever added, removed ones too, by number.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The articles of the corpus.
    pub fn live(&self) -> impl Iterator<Item = &Record> + Clone {
        self.records.iter().filter(|r| r.live)
    }

    /// The pastes, in the order of adding.
    #[must_use]
    pub fn pastes(&self) -> &[Paste] {
        &self.pastes
    }

    /// What each paste had of oddities, with the number of the paste.
    pub fn notices(&self) -> impl Iterator<Item = (u32, &Notice)> {
        self.pastes.iter().enumerate().flat_map(|(i, p)| p.segmentation.notices.iter().map(move |n| (to_u32(i), n)))
    }

    /// The word forms.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The entities.
    #[must_use]
    pub fn entities(&self) -> &Entities {
        &self.entities
    }

    /// Puts a person's decisions about function words in the place of those in force, for all texts.
    pub fn set_stopwords(&mut self, stopwords: Stopwords) {
        self.lexemes.set_stopwords(stopwords);
        for paste in &self.pastes {
            for article in &paste.segmentation.articles {
                let language = article.language.as_ref().map_or("", |f| f.value.as_str());
                let types = article.tokens.of(&paste.segmentation.tokens.types);
                let pack = self.packs.for_language(language);
                self.lexemes.extend(types, &self.vocabulary, self.scratch.words(pack.language()).0, &pack);
            }
        }
    }

    /// The lexemes.
    #[must_use]
    pub fn lexemes(&self) -> &Lexemes {
        &self.lexemes
    }

    /// What all forms of a lexeme have in common: a key, not for show.
    #[must_use]
    pub fn lexeme_key(&self, id: LexemeId) -> &str {
        self.lexemes.key(id, &self.vocabulary)
    }

    /// The lexeme with this key.
    #[must_use]
    pub fn lexeme(&self, key: &str) -> Option<LexemeId> {
        self.lexemes.find(key, &self.vocabulary)
    }

    /// How much the live articles speak for each entity (as articles have it): those that mention it, each as four where
    /// a rule tells it the kind.
    #[must_use]
    pub fn spoken_for(&self) -> Vec<u32> {
        let mut count = vec![0u32; self.entities.len()];
        let mut last = vec![0u32; self.entities.len()];
        for (article, view) in (1u32..).zip(self.live().filter_map(|r| self.view(r))) {
            for mention in view.mentions.iter().filter(|m| m.role.named()) {
                let i = mention.entity.0 as usize;
                if let (Some(n), Some(seen)) = (count.get_mut(i), last.get_mut(i))
                    && *seen != article
                {
                    *seen = article;
                    *n += if mention.sure { 4 } else { 1 };
                }
            }
        }
        count
    }

    /// The article, its paste, and everything in it.
    #[must_use]
    pub fn view<'a>(&'a self, record: &'a Record) -> Option<View<'a>> {
        let paste = self.pastes.get(record.paste as usize)?;
        let article = paste.segmentation.articles.get(record.index as usize)?;
        let (mentions, titles) = (record.mentions.of(&self.mentions), record.titles.of(&self.titles));
        Some(View { record, paste, article, mentions, titles })
    }
}

/// Leaves the names of an article, each once.
fn once(names: &mut Vec<(EntityId, TypeId)>) {
    sort_rows(names, &mut |a, b| a.cmp(b));
    names.dedup();
}

/// One article with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// Its record.
    pub record: &'a Record,
    /// The paste that it stands in.
    pub paste: &'a Paste,
    /// Its parts.
    pub article: &'a Article,
    /// Its mentions, in order of position.
    pub mentions: &'a [Mention],
    /// Offices and forms of address seen with entities here: see [`Entities::text`].
    pub titles: &'a [(EntityId, TypeId)],
}

impl<'a> View<'a> {
    /// Its sentences, with their numbers in the paste.
    pub fn sentences(self) -> impl Iterator<Item = (u32, &'a Sentence)> + Clone {
        let first = self.article.sentences.start;
        self.article.sentences.of(&self.paste.segmentation.sentences).iter().zip(first..).map(|(s, i)| (i, s))
    }

    /// Its text, from headline to end.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.article.span.of(&self.paste.text)
    }

    /// Its date, else the date of its dateline.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let own = self.article.date.as_ref().map(|f| f.value);
        own.or_else(|| self.article.dateline.as_ref().and_then(|d| d.date.as_ref()).map(|f| f.value))
    }

    /// The language that it was read as: English where it could not be told.
    #[must_use]
    pub fn language(self) -> &'a str {
        self.article.language.as_ref().map_or("en", |f| f.value.as_str())
    }

    /// The word forms of a range of the paste's tokens.
    #[must_use]
    pub fn types(self, tokens: Range) -> &'a [TypeId] {
        tokens.of(&self.paste.segmentation.tokens.types)
    }
}

#[inline(never)]
fn sizes(article: &Article, segmentation: &Segmentation) -> (u32, BodySize) {
    let mut words = 0;
    let mut body = BodySize::default();
    for paragraph in article.paragraphs.of(&segmentation.paragraphs) {
        let sentences = paragraph.sentences.of(&segmentation.sentences);
        let here: usize = sentences.iter().map(|s| s.tokens.len()).sum();
        match paragraph.part {
            Part::Headline => words += to_u32(here),
            Part::Body => {
                words += to_u32(here);
                body.words += to_u32(here);
                body.sentences += to_u32(sentences.len());
                body.paragraphs += 1;
            }
            Part::Metadata | Part::Boilerplate => {}
        }
    }
    (words, body)
}
