//! The terms of a question: entities and keyword phrases, and where they are mentioned.

use rustc_hash::FxHashMap;

use crate::corpus::{Corpus, EntityId, LexemeId, View};
use crate::count::Scope;
use crate::count::phrase::{self, Gram, Slot};
use crate::count::window::Hit;
use crate::mention::Kind;
use crate::order::sort_rows;

/// What a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An entity, by the id that stands for it.
    Entity(EntityId),
    /// A keyword phrase.
    Phrase(Gram),
}

/// A countable key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// `kind:key`, the same in every corpus.
    pub id: String,
    /// For people to read: an entity's full name. A phrase's commonest surface is for the report to find.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// What it counts.
    pub source: Source,
}

/// The terms of a question.
#[derive(Debug, Default)]
pub struct Terms {
    rows: Vec<Term>,
    /// By the number of an entity: its term, or `u32::MAX`.
    entities: Vec<u32>,
    phrases: FxHashMap<Gram, u32>,
}

/// The name of a kind as JavaScript knows it.
#[must_use]
pub fn kind_name(kind: Kind) -> &'static str {
    KINDS.get(kind as usize).copied().unwrap_or("other")
}

/// The id of a term: `kind:key`.
#[must_use]
pub fn term_id(kind: Kind, key: &str) -> String {
    format!("{}:{key}", kind_name(kind))
}

/// The names of the kinds, in the order of [`Kind`].
pub const KINDS: &[&str] = &["person", "organization", "place", "other", "keyword"];

/// In how many live articles each entity (as articles have it) is mentioned.
#[must_use]
pub fn articles_by_entity(corpus: &Corpus) -> Vec<u32> {
    let mut count = vec![0u32; corpus.entities().len()];
    let mut last = vec![0u32; corpus.entities().len()];
    for (article, view) in (1u32..).zip(corpus.live().filter_map(|r| corpus.view(r))) {
        for mention in view.mentions {
            let i = mention.entity.0 as usize;
            if let (Some(n), Some(seen)) = (count.get_mut(i), last.get_mut(i))
                && *seen != article
            {
                *seen = article;
                *n += 1;
            }
        }
    }
    count
}

impl Terms {
    /// Every (kind, key) by itself, as the articles give it.
    #[must_use]
    pub fn unresolved(corpus: &Corpus) -> Self {
        let entities = corpus.entities();
        let rows: Vec<Term> = (0..crate::span::to_u32(entities.len()))
            .map(EntityId)
            .filter_map(|id| {
                let kind = entities.kind(id)?;
                let name = entities.name(id).to_string();
                Some(Term { id: term_id(kind, entities.key(id)), name, kind, source: Source::Entity(id) })
            })
            .collect();
        let entities = (0..crate::span::to_u32(rows.len())).collect();
        Terms { rows, entities, phrases: FxHashMap::default() }
    }

    /// The entities of the given kinds, in the order of their numbers.
    #[must_use]
    pub fn entities(corpus: &Corpus, kinds: &[Kind]) -> Self {
        let entities = corpus.entities();
        let stands = entities.resolve(&articles_by_entity(corpus));
        let mut terms = Terms { entities: vec![u32::MAX; entities.len()], ..Terms::default() };
        for (i, target) in stands.iter().enumerate() {
            let Some(kind) = entities.kind(*target) else { continue };
            if !kinds.contains(&kind) {
                continue;
            }
            let known = terms.entities.get(target.0 as usize).copied().unwrap_or(u32::MAX);
            let term = if known == u32::MAX {
                terms.rows.push(Term {
                    id: term_id(kind, entities.key(*target)),
                    name: entities.name(*target).to_string(),
                    kind,
                    source: Source::Entity(*target),
                });
                crate::span::to_u32(terms.rows.len() - 1)
            } else {
                known
            };
            for at in [i, target.0 as usize] {
                if let Some(slot) = terms.entities.get_mut(at) {
                    *slot = term;
                }
            }
        }
        terms
    }

    /// Just these terms, numbered in the order given.
    #[must_use]
    pub fn of<'a>(corpus: &Corpus, terms: impl Iterator<Item = &'a Term>) -> Self {
        let entities = corpus.entities();
        let stands = entities.resolve(&articles_by_entity(corpus));
        let mut out = Terms { entities: vec![u32::MAX; entities.len()], ..Terms::default() };
        for term in terms {
            let number = crate::span::to_u32(out.rows.len());
            match term.source {
                Source::Phrase(gram) => drop(out.phrases.insert(gram, number)),
                Source::Entity(id) => {
                    if let Some(slot) = out.entities.get_mut(id.0 as usize) {
                        *slot = number;
                    }
                }
            }
            out.rows.push(term.clone());
        }
        // Entities that another one stands for count as that one.
        for (i, target) in stands.iter().enumerate() {
            let number = out.entities.get(target.0 as usize).copied().unwrap_or(u32::MAX);
            if let Some(slot) = out.entities.get_mut(i) {
                *slot = number;
            }
        }
        out
    }

    /// Adds keyword phrases.
    pub fn add_phrases(&mut self, corpus: &Corpus, grams: impl Iterator<Item = Gram>) {
        for gram in grams {
            let key = phrase_key(corpus, &gram);
            self.phrases.insert(gram, crate::span::to_u32(self.rows.len()));
            self.rows.push(Term {
                id: term_id(Kind::Keyword, &key),
                name: key,
                kind: Kind::Keyword,
                source: Source::Phrase(gram),
            });
        }
    }

    /// Takes over the term with this id or name from `all`, else the keyword phrase with this id or these
    /// words; `false` where there is none. It gets the next number, also when it is here already.
    pub fn pick(&mut self, corpus: &Corpus, all: &Terms, id_or_name: &str) -> bool {
        let number = crate::span::to_u32(self.rows.len());
        if let Some(at) = all.find(id_or_name)
            && let Some(term) = all.get(at)
        {
            self.rows.push(term.clone());
            self.entities.resize(all.entities.len(), u32::MAX);
            for (slot, from) in self.entities.iter_mut().zip(&all.entities) {
                if *from == at {
                    *slot = number;
                }
            }
            return true;
        }
        let words = id_or_name.strip_prefix("keyword:").unwrap_or(id_or_name).to_lowercase();
        let mut gram: Gram = [LexemeId::NONE; 3];
        for (count, word) in words.split(' ').enumerate() {
            let (Some(place), Some(lexeme)) = (gram.get_mut(count), corpus.lexemes().find(word)) else { return false };
            *place = lexeme;
        }
        self.add_phrases(corpus, std::iter::once(gram));
        true
    }

    /// The term that counts an entity, if it is one of these.
    #[must_use]
    pub fn of_entity(&self, id: EntityId) -> Option<u32> {
        self.entities.get(id.0 as usize).copied().filter(|t| *t != u32::MAX)
    }

    /// The term with this id, else the first with this name.
    #[must_use]
    pub fn find(&self, id_or_name: &str) -> Option<u32> {
        let at = self.rows.iter().position(|t| t.id == id_or_name);
        let at = at.or_else(|| self.rows.iter().position(|t| t.name == id_or_name));
        at.map(crate::span::to_u32)
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The terms, by number.
    #[must_use]
    pub fn rows(&self) -> &[Term] {
        &self.rows
    }

    /// The term with this number.
    #[must_use]
    pub fn get(&self, term: u32) -> Option<&Term> {
        self.rows.get(term as usize)
    }

    /// Where the terms are mentioned in an article, by position; within one sentence by token.
    pub fn hits(&self, corpus: &Corpus, view: View<'_>, scope: &Scope, out: &mut Vec<Hit>) {
        out.clear();
        for m in view.mentions.iter().filter(|m| scope.role(m.role)) {
            let term = self.entities.get(m.entity.0 as usize).copied().unwrap_or(u32::MAX);
            if term != u32::MAX {
                out.push(Hit { term, token: m.token, sentence: m.sentence, span: m.span });
            }
        }
        if self.phrases.is_empty() {
            return;
        }
        let mut slots: Vec<Slot> = Vec::new();
        phrase::runs(corpus, view, scope, &mut slots);
        for (i, slot) in slots.iter().enumerate() {
            let rest = slots.get(i..).unwrap_or(&[]);
            for n in 1..=3 {
                let Some(last) = rest.get(n - 1).filter(|s| s.lexeme != LexemeId::NONE) else { break };
                if let Some(term) = self.phrases.get(&phrase::gram(rest, n)) {
                    let span = crate::span::Span::new(slot.span.start, last.span.end);
                    out.push(Hit { term: *term, token: slot.token, sentence: slot.sentence, span });
                }
            }
        }
        sort_rows(out, &mut |x, y| (x.sentence, x.token, x.term).cmp(&(y.sentence, y.token, y.term)));
    }
}

/// The key of a phrase: the keys of its lexemes with blanks between.
#[must_use]
pub fn phrase_key(corpus: &Corpus, gram: &Gram) -> String {
    let words: Vec<&str> = gram.iter().filter(|l| **l != LexemeId::NONE).map(|l| corpus.lexemes().key(*l)).collect();
    words.join(" ")
}
