//! The terms of a question: entities and keyword phrases, and where they are mentioned.

use std::cmp::Ordering;

use crate::corpus::{Corpus, EntityId, LexemeId, View};
use crate::count::Scope;
use crate::count::phrase::{self, Gram, Grams, LONGEST, NONE, Slot};
use crate::count::window::Hit;
use crate::mention::{Kind, Role};
use crate::order::sort_rows;
use crate::span::{Span, to_u32};
use crate::text::case::lowered;

/// What a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An entity, by the id that stands for it.
    Entity(EntityId),
    /// A keyword phrase.
    Phrase(Gram),
}

/// The terms of a question, by number.
#[derive(Debug)]
pub struct Terms<'c> {
    corpus: &'c Corpus,
    rows: Vec<Source>,
    /// By the number of an entity: its term, or [`NONE`].
    entities: Vec<u32>,
    phrases: Grams,
    /// By the number of a lexeme: where it leads as the first word of a phrase, or [`NONE`].
    begins: Vec<u32>,
    /// Whether they are looked for by their names alone, whatever the scope says of pronouns.
    pub by_name: bool,
}

/// The names of the kinds as JavaScript knows them, in the order of [`Kind`].
pub const KINDS: &[&str] = &["person", "organization", "place", "other", "keyword"];

/// The kinds of entities.
pub const NAMED: [Kind; 4] = [Kind::Person, Kind::Organization, Kind::Place, Kind::Other];

/// The name of a kind as JavaScript knows it.
#[must_use]
pub fn kind_name(kind: Kind) -> &'static str {
    KINDS.get(kind as usize).copied().unwrap_or("other")
}

impl<'c> Terms<'c> {
    fn none(corpus: &'c Corpus) -> Self {
        Terms {
            corpus,
            rows: Vec::new(),
            entities: vec![NONE; corpus.entities().len()],
            phrases: Grams::default(),
            begins: Vec::new(),
            by_name: false,
        }
    }

    /// Every (kind, key) by itself, as the articles give it.
    #[must_use]
    pub fn unresolved(corpus: &'c Corpus) -> Self {
        let all = 0..to_u32(corpus.entities().len());
        let rows = all.clone().map(|id| Source::Entity(EntityId(id))).collect();
        let entities = all.map(|id| corpus.ruled(EntityId(id)).map_or(NONE, |e| e.0)).collect();
        Terms { rows, entities, ..Terms::none(corpus) }
    }

    /// The entities of the given kinds, in the order of their numbers.
    #[must_use]
    pub fn entities(corpus: &'c Corpus, kinds: &[Kind]) -> Self {
        let mut out = Terms::none(corpus);
        let mut numbers = vec![NONE; corpus.entities().len()];
        for (i, stands) in corpus.entities().resolve(&corpus.spoken_for()).iter().enumerate() {
            let Some(target) = &corpus.ruled(*stands) else { continue };
            if !corpus.entities().kind(*target).is_some_and(|kind| kinds.contains(&kind)) {
                continue;
            }
            let Some(term) = numbers.get_mut(target.0 as usize) else { continue };
            if *term == NONE {
                *term = to_u32(out.rows.len());
                out.rows.push(Source::Entity(*target));
            }
            if let Some(slot) = out.entities.get_mut(i) {
                *slot = *term;
            }
        }
        out
    }

    /// The given ones of these terms, and keyword phrases, numbered in the order given.
    #[must_use]
    pub fn pick(&self, wanted: impl Iterator<Item = Source>) -> Self {
        let mut out = Terms::none(self.corpus);
        let mut renumbered = vec![NONE; self.rows.len()];
        for source in wanted {
            if let Source::Entity(id) = source
                && let Some(slot) = self.of_entity(id).and_then(|t| renumbered.get_mut(t as usize))
            {
                *slot = to_u32(out.rows.len());
            }
            out.add(source);
        }
        for (slot, from) in out.entities.iter_mut().zip(&self.entities) {
            *slot = renumbered.get(*from as usize).copied().unwrap_or(NONE);
        }
        out
    }

    /// Adds a keyword phrase, or an entity without those that it stands for.
    pub fn add(&mut self, source: Source) {
        if let Source::Phrase(gram) = source {
            self.phrases.add(&gram, to_u32(self.rows.len()));
            self.begins.resize(self.corpus.lexemes().len(), NONE);
            let [first, ..] = gram;
            if let Some(begins) = self.begins.get_mut(first.0 as usize) {
                *begins = self.phrases.step(NONE, first).unwrap_or(NONE);
            }
        }
        self.rows.push(source);
    }

    /// The term that counts an entity, if it is one of these.
    #[must_use]
    pub fn of_entity(&self, id: EntityId) -> Option<u32> {
        self.entities.get(id.0 as usize).copied().filter(|t| *t != NONE)
    }

    /// The number of the term that has this id, else of the first with this name.
    #[must_use]
    pub fn number(&self, id_or_name: &str) -> Option<u32> {
        let mut numbers = 0..to_u32(self.rows.len());
        let (kind, key) = id_or_name.split_once(':').unwrap_or(("", ""));
        let by_id = numbers.clone().find(|t| match self.source(*t) {
            Some(Source::Entity(id)) => self.corpus.entities().key(id) == key && kind_name(self.kind(*t)) == kind,
            Some(Source::Phrase(gram)) => kind == "keyword" && phrase_key(self.corpus, &gram) == key,
            None => false,
        });
        by_id.or_else(|| numbers.find(|t| self.name(*t) == id_or_name))
    }

    /// What has this id, else the first of these terms with this name, else the keyword phrase with this id
    /// or these words; `None` where there is none.
    #[must_use]
    pub fn find(&self, id_or_name: &str) -> Option<Source> {
        if let Some(found) = self.number(id_or_name) {
            return self.source(found);
        }
        let words = lowered(id_or_name.strip_prefix("keyword:").unwrap_or(id_or_name));
        let mut gram: Gram = [LexemeId::NONE; LONGEST];
        for (count, word) in words.split(' ').enumerate() {
            *gram.get_mut(count)? = self.corpus.lexeme(word)?;
        }
        Some(Source::Phrase(gram))
    }

    /// What they are terms of.
    #[must_use]
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
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

    /// What a term counts.
    #[must_use]
    pub fn source(&self, term: u32) -> Option<Source> {
        self.rows.get(term as usize).copied()
    }

    /// The kind of a term.
    #[must_use]
    pub fn kind(&self, term: u32) -> Kind {
        self.source(term).map_or(Kind::Keyword, |source| kind(self.corpus, source))
    }

    /// What joins the mentions of a term: the folded name of an entity, the lexemes of a phrase.
    #[must_use]
    fn key(&self, term: u32) -> String {
        match self.source(term) {
            Some(Source::Entity(id)) => self.corpus.entities().key(id).to_string(),
            Some(Source::Phrase(gram)) => phrase_key(self.corpus, &gram),
            None => String::new(),
        }
    }

    /// `kind:key`, the same in every corpus.
    #[must_use]
    pub fn id(&self, term: u32) -> String {
        let mut id = String::from(kind_name(self.kind(term)));
        id.push(':');
        id.push_str(&self.key(term));
        id
    }

    /// For people to read: an entity's full name. A phrase's commonest surface is for the report to find.
    #[must_use]
    pub fn name(&self, term: u32) -> String {
        match self.source(term) {
            Some(Source::Entity(id)) => self.corpus.entities().name(id).to_string(),
            _ => self.key(term),
        }
    }

    /// Orders terms by their ids.
    #[must_use]
    pub fn by_id(&self, a: u32, b: u32) -> Ordering {
        match (self.source(a), self.source(b)) {
            (Some(x), Some(y)) if a != b => by_id(self.corpus, x, y),
            _ => Ordering::Equal,
        }
    }

    /// Where the terms are mentioned in an article, by position; within one sentence by token.
    #[inline(never)]
    pub fn hits(&self, view: View<'_>, scope: &Scope, out: &mut Vec<Hit>) {
        self.names(view, scope, out);
        if self.begins.is_empty() {
            return;
        }
        let named = out.len();
        let mut slots = Vec::new();
        phrase::runs(self.corpus, view, scope, &mut slots);
        self.phrases(view, &slots, out);
        if out.len() > named {
            sort_rows(out, &mut |x, y| (x.sentence, x.token, x.term).cmp(&(y.sentence, y.token, y.term)));
        }
    }

    /// Where entities are mentioned.
    #[inline(never)]
    pub fn names(&self, view: View<'_>, scope: &Scope, out: &mut Vec<Hit>) {
        out.clear();
        for m in view.mentions.iter().filter(|m| scope.role(m.role) && !(self.by_name && m.role == Role::Pronoun)) {
            let term = self.entities.get(m.entity.0 as usize).copied().unwrap_or(NONE);
            if term != NONE {
                out.push(Hit { term, token: m.token, sentence: m.sentence, span: m.span });
            }
        }
    }

    /// Adds where keyword phrases are mentioned, given the words of the article's runs.
    #[inline(never)]
    pub fn phrases(&self, view: View<'_>, slots: &[Slot], out: &mut Vec<Hit>) {
        let all = &view.paste.segmentation;
        let mut sentence = view.article.sentences.start;
        let begins = |token: u32| view.paste.starts.get(token as usize).unwrap_or(0);
        for (i, slot) in slots.iter().enumerate() {
            let mut step = self.begins.get(slot.lexeme.0 as usize).copied().unwrap_or(NONE);
            if step == NONE {
                continue;
            }
            let token = slot.token();
            while all.sentences.get(sentence as usize).is_some_and(|s| s.tokens.end <= token) {
                sentence += 1;
            }
            // The words of a run stand side by side.
            for (last, word) in (token..).zip(slots.iter().skip(i)) {
                let (term, longer) = self.phrases.at(step);
                if let Some(id) = all.tokens.types.get(last as usize).filter(|_| term != NONE) {
                    let span = Span::new(begins(token), begins(last) + self.corpus.vocabulary().length(*id));
                    out.push(Hit { term, token, sentence, span });
                }
                let next = slots.get(i + (last - token) as usize + 1).filter(|_| longer && word.followed());
                let Some(further) = next.and_then(|next| self.phrases.step(step, next.lexeme)) else { break };
                step = further;
            }
        }
    }
}

fn kind(corpus: &Corpus, source: Source) -> Kind {
    match source {
        Source::Entity(id) => corpus.entities().kind(id).unwrap_or(Kind::Other),
        Source::Phrase(_) => Kind::Keyword,
    }
}

/// Orders what terms count by the ids of the terms.
#[must_use]
pub fn by_id(corpus: &Corpus, x: Source, y: Source) -> Ordering {
    let kinds = kind_name(kind(corpus, x)).cmp(kind_name(kind(corpus, y)));
    kinds.then_with(|| match (x, y) {
        (Source::Entity(x), Source::Entity(y)) => corpus.entities().key(x).cmp(corpus.entities().key(y)),
        (Source::Phrase(x), Source::Phrase(y)) => phrase_key(corpus, &x).cmp(&phrase_key(corpus, &y)),
        _ => Ordering::Equal,
    })
}

/// The key of a phrase: the keys of its lexemes with blanks between.
fn phrase_key(corpus: &Corpus, gram: &Gram) -> String {
    let mut key = String::new();
    for lexeme in gram.iter().filter(|l| **l != LexemeId::NONE) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(corpus.lexeme_key(*lexeme));
    }
    key
}
