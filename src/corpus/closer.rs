//! Mentions that are looked for only when a question wants them: names inside longer names, and pronouns.
//!
//! They stand among the others with roles of their own, so that a question without them passes over them. Nothing
//! follows from them: of what kind an entity is, and what it is called, the names alone say.

use crate::corpus::{Corpus, EntityId, Mention, Record};
use crate::error::Error;
use crate::lang::gender::{self, Gender, Says};
use crate::mention::inside::{Inside, Reading, Words, inside};
use crate::mention::pronoun::{Speaks, pronouns};
use crate::mention::{self, Kind, Role};
use crate::order::sort_rows;
use crate::span::Range;
use crate::text::TypeId;
use crate::text::case::lowered;

impl Corpus {
    /// Looks for names inside names and for pronouns in what was added since that was last done. Natively the lists
    /// of pronouns are always there.
    ///
    /// # Errors
    /// [`Error::Option`] for `pronouns` while their lists were not added.
    #[inline(never)]
    pub fn look_closer(&mut self, pronouns: bool) -> Result<(), Error> {
        if pronouns && self.packs.genders().is_none() {
            return Err(Error::option("pronouns", true, "false, as the lists of pronouns could not be had"));
        }
        let again = pronouns && !self.closer.pronouns;
        let pronouns = pronouns || self.closer.pronouns;
        let from = if again { 0 } else { self.closer.records };
        if from == self.records.len() {
            return Ok(());
        }
        // Rules about surfaces hold for what is found now as well.
        self.as_found();
        let mut all: Vec<Mention> = Vec::with_capacity(self.mentions.len());
        for at in 0..self.records.len() {
            let Some(record) = self.records.get(at) else { continue };
            let mut own = record.mentions.of(&self.mentions).to_vec();
            if at >= from {
                own.retain(|m| m.role.named());
                let found = self.more_of(record, &own, pronouns);
                own.extend(found.pronouns);
                for (sentence, (span, token, inner)) in found.nested {
                    let pack = self.packs.for_language(&found.language);
                    let (key, name) = Self::known(&inner.key, &inner.name, &pack).unwrap_or((inner.key, inner.name));
                    let entity = self.entities.also(inner.kind, &key, &name);
                    own.push(Mention { span, token, entity, role: Role::Nested, sentence, sure: false });
                }
                // A name before what is inside it.
                sort_rows(&mut own, &mut |a, b| (a.span.start, b.span.end).cmp(&(b.span.start, a.span.end)));
            }
            let start = all.len();
            all.append(&mut own);
            if let Some(record) = self.records.get_mut(at) {
                record.mentions = Range::new(start, all.len());
            }
        }
        self.mentions = all;
        self.closer = Closer { records: self.records.len(), pronouns };
        self.apply_rules();
        Ok(())
    }

    /// What more there is in an article with these mentions.
    fn more_of(&self, record: &Record, own: &[Mention], pronouns_too: bool) -> Found {
        let mut out = Found::default();
        let Some(view) = self.view(record) else { return out };
        let (text, all, language) = (&view.paste.text, &view.paste.segmentation, view.language());
        out.language = language.to_string();
        let starts: Vec<u32> = view.paste.starts.of(view.article.tokens).collect();
        let words_of =
            Words { starts: &starts, types: view.types(view.article.tokens), first: view.article.tokens.start };
        let named = |key: &str| {
            let other = record.names.of(&self.names).iter().find(|(id, _)| self.entities.key(*id) == key);
            other.and_then(|(id, _)| self.entities.kind(*id))
        };
        let pack = self.packs.for_language(language);
        let words = self.packs.words(language);
        let by = Reading { text, own: words_of, vocabulary: &self.vocabulary, pack, words, named: &named };
        let plain = |m: &Mention| mention::Mention {
            span: m.span,
            sentence: m.sentence,
            token: m.token,
            entity: m.entity.0,
            role: m.role,
        };
        for m in own.iter().filter(|m| m.role == Role::Plain) {
            if matches!(self.entities.kind(m.entity), Some(Kind::Organization | Kind::Other)) {
                // What is called by the same words as the whole is the whole.
                let key = self.entities.key(m.entity);
                let own = inside(&by, &plain(m)).into_iter().filter(|(_, _, e)| e.key != key);
                out.nested.extend(own.map(|inside| (m.sentence, inside)));
            }
        }
        let Some(genders) = self.packs.genders().filter(|_| pronouns_too) else { return out };
        let says = |word: &str| gender::says(&genders, language, word);
        let persons: Vec<(EntityId, Option<Gender>)> = record
            .names
            .of(&self.names)
            .iter()
            .filter(|(id, _)| self.entities.kind(*id) == Some(Kind::Person))
            .map(|(id, _)| (*id, self.gender(view.titles, *id, &says)))
            .collect();
        let person = |id: u32| persons.iter().find(|(own, _)| own.0 == id).map(|(_, gender)| *gender);
        let names: Vec<mention::Mention> = own.iter().map(plain).collect();
        let found = pronouns((text, view.article, all), words_of, &self.vocabulary, (&pack, &says), &names, &person);
        let own = |m: mention::Mention| Mention {
            span: m.span,
            sentence: m.sentence,
            token: m.token,
            entity: EntityId(m.entity),
            role: m.role,
            sure: false,
        };
        out.pronouns = found.into_iter().map(own).collect();
        out
    }

    /// What forms of address say of a person, else the given name.
    fn gender(&self, titles: &[(EntityId, TypeId)], id: EntityId, speaks: Speaks<'_>) -> Option<Gender> {
        let says = |word: &str| match speaks(&lowered(word.trim_matches(|c: char| !c.is_alphanumeric()))) {
            Some(Says::Noun(gender)) => gender,
            _ => None,
        };
        let own = titles.iter().filter(|(own, _)| *own == id);
        let titles = own.flat_map(|(_, title)| self.entities.text(*title).split_whitespace());
        let mut said = titles.filter_map(says);
        if let Some(first) = said.next() {
            return Some(first).filter(|first| said.all(|other| other == *first));
        }
        let (given, _) = self.entities.key(id).split_once(' ')?;
        says(given)
    }
}

/// What more there is in an article.
#[derive(Debug, Default)]
struct Found {
    language: String,
    /// Names inside names, with the sentence.
    nested: Vec<(u32, Inside)>,
    pronouns: Vec<Mention>,
}

/// How far was looked more closely.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Closer {
    /// At so many records.
    pub records: usize,
    /// For pronouns, too.
    pub pronouns: bool,
}
