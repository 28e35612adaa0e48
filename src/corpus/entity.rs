//! The entities of a corpus: what articles say of them, and which of them are one.
//!
//! An article gives an entity a kind and a key. Articles may disagree on the kind; which entities are
//! one is then decided by how many articles say what, and how surely, so it never depends on the order of adding.

use crate::corpus::weight::of;
use crate::mention::Kind;
use crate::span::to_u32;
use crate::text::bytes::characters;
use crate::text::folded::folded;
use crate::text::{TypeId, Vocabulary};

/// The number of a (kind, key) as some article gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// No entity has this number.
const NONE: EntityId = EntityId(u32::MAX);

/// There is no such text.
const NO_TEXT: TypeId = TypeId(u32::MAX);

/// What articles say of one (kind, key).
#[derive(Clone, Debug)]
struct Row {
    kind: Kind,
    /// Whether a person said that something is this, so that its kind is not in question.
    certain: bool,
    key: TypeId,
    /// The name that a person gave it.
    given: TypeId,
    /// The first of its names, in the names of all.
    first: u32,
    /// The entity of another kind with the same key.
    other: EntityId,
}

/// A full name that articles use for an entity.
#[derive(Clone, Copy, Debug)]
struct Called {
    name: TypeId,
    /// How many articles use it.
    articles: u32,
    /// The next name of the entity, in the names of all.
    next: u32,
}

/// All entities of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    rows: Vec<Row>,
    /// Of all entities; those of one are a chain.
    names: Vec<Called>,
    /// Keys, names and titles.
    texts: Vocabulary,
    /// By the number of a key: the first entity with it; the others follow from there.
    firsts: Vec<EntityId>,
}

impl Entities {
    /// Keys, names and titles: what articles are read with.
    pub(super) fn texts(&mut self) -> &mut Vocabulary {
        &mut self.texts
    }

    /// The number of an article's entity of this kind, key and name, given to it now if it is new, and that of the name.
    #[inline(never)]
    pub fn add(&mut self, kind: Kind, key: TypeId, name: TypeId) -> (EntityId, TypeId) {
        let id = self.numbered(kind, key);
        if let Some(called) = self.called(id, name) {
            called.articles += 1;
        } else if let Some(row) = self.rows.get_mut(id.0 as usize) {
            let next = std::mem::replace(&mut row.first, to_u32(self.names.len()));
            self.names.push(Called { name, articles: 1, next });
        }
        (id, name)
    }

    /// One of the names of an entity.
    fn called(&mut self, id: EntityId, name: TypeId) -> Option<&mut Called> {
        let mut at = self.rows.get(id.0 as usize)?.first;
        while self.names.get(at as usize)?.name != name {
            at = self.names.get(at as usize)?.next;
        }
        self.names.get_mut(at as usize)
    }

    /// A name or title of [`View`](super::View).
    #[must_use]
    pub fn text(&self, id: TypeId) -> &str {
        self.texts.get(id)
    }

    /// Takes back that an article has an entity by a name.
    pub fn remove(&mut self, id: EntityId, name: TypeId) {
        if let Some(called) = self.called(id, name) {
            called.articles = called.articles.saturating_sub(1);
        }
    }

    fn numbered(&mut self, kind: Kind, key: TypeId) -> EntityId {
        if self.firsts.len() < self.texts.len() {
            self.firsts.resize(self.texts.len(), NONE);
        }
        // Keywords are no entities.
        let Some(first) = self.firsts.get(key.0 as usize).copied().filter(|_| kind != Kind::Keyword) else {
            return NONE;
        };
        let mut id = first;
        while let Some(row) = self.rows.get(id.0 as usize) {
            if row.kind == kind {
                return id;
            }
            id = row.other;
        }
        let id = EntityId(to_u32(self.rows.len()));
        self.rows.push(Row { kind, certain: false, key, given: NO_TEXT, first: u32::MAX, other: first });
        if let Some(first) = self.firsts.get_mut(key.0 as usize) {
            *first = id;
        }
        id
    }

    /// The entity of this kind and key, made now if there is none, called `name` where one is given.
    pub(super) fn named(&mut self, kind: Kind, key: &str, name: Option<&str>) -> EntityId {
        let key = self.texts.intern(key);
        let id = self.numbered(kind, key);
        let name = name.map(|name| self.texts.intern(name));
        if let Some(row) = self.rows.get_mut(id.0 as usize) {
            row.given = name.unwrap_or(row.given);
            row.certain = true;
        }
        id
    }

    /// The number of an entity that no article has by itself; the name counts where there is no other.
    pub(super) fn also(&mut self, kind: Kind, key: &str, name: &str) -> EntityId {
        let key = self.texts.intern(key);
        let id = self.numbered(kind, key);
        let name = self.texts.intern(name);
        if let Some(row) = self.rows.get_mut(id.0 as usize).filter(|row| row.first == u32::MAX) {
            row.first = to_u32(self.names.len());
            self.names.push(Called { name, articles: 0, next: u32::MAX });
        }
        id
    }

    /// Forgets what a person said.
    pub(super) fn forget_rules(&mut self) {
        self.rows.iter_mut().for_each(|row| (row.given, row.certain) = (NO_TEXT, false));
    }

    /// The kind of an entity, as the articles have it.
    #[must_use]
    pub fn kind(&self, id: EntityId) -> Option<Kind> {
        self.rows.get(id.0 as usize).map(|row| row.kind)
    }

    /// The folded full name of an entity.
    #[must_use]
    pub fn key(&self, id: EntityId) -> &str {
        self.rows.get(id.0 as usize).map_or("", |row| self.texts.get(row.key))
    }

    /// The bytes that they take.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.texts.weight() + of(&self.rows) + of(&self.names) + of(&self.firsts)
    }

    /// The number of that name: entities of several kinds may share it.
    #[must_use]
    pub fn key_number(&self, id: EntityId) -> Option<u32> {
        self.rows.get(id.0 as usize).map(|row| row.key.0)
    }

    /// How many (kind, key) there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Which entities are one: for every id, the id that stands for it, given how much articles speak for each
    /// id (`said[id]`), those that are sure of its kind more than those that are not.
    ///
    /// Of the kinds that articles give one key, the one that most speaks for takes all when it has four fifths of it.
    /// Else persons stay apart from the rest (`Washington` the man and the city), and the rest go to the
    /// first of theirs. Ties go to the kind that comes first in [`Kind`]. What a person said stays.
    #[must_use]
    #[inline(never)]
    pub fn resolve(&self, said: &[u32]) -> Vec<EntityId> {
        let count = |id: EntityId| said.get(id.0 as usize).copied().unwrap_or(0);
        let mut stands: Vec<EntityId> = (0..to_u32(self.len())).map(EntityId).collect();
        for first in &self.firsts {
            let mut group = [NONE; 4];
            let mut id = *first;
            while let Some(row) = self.rows.get(id.0 as usize) {
                if let Some(slot) = group.get_mut(row.kind as usize) {
                    *slot = id;
                }
                id = row.other;
            }
            let (mut top, mut rest, mut total) = (NONE, NONE, 0);
            for (kind, id) in group.iter().enumerate().filter(|(_, id)| **id != NONE) {
                total += count(*id);
                if top == NONE || count(*id) > count(top) {
                    top = *id;
                }
                if kind != Kind::Person as usize && (rest == NONE || count(*id) > count(rest)) {
                    rest = *id;
                }
            }
            for (kind, id) in group.iter().enumerate() {
                let Some(slot) = stands.get_mut(id.0 as usize) else { continue };
                if self.rows.get(id.0 as usize).is_some_and(|row| row.certain) {
                    continue;
                }
                if count(top) * 5 >= total * 4 {
                    *slot = top;
                } else if kind != Kind::Person as usize {
                    *slot = rest;
                }
            }
        }
        stands
    }

    /// The name of an entity: the one that a person gave it, else the full name that most articles use; of those
    /// what it is known by, in English where several languages have names for it, of those the longest in
    /// characters, of those the first by its bytes.
    #[must_use]
    #[inline(never)]
    pub fn name(&self, id: EntityId) -> &str {
        let row = self.rows.get(id.0 as usize);
        if let Some(given) = row.map(|row| row.given).filter(|given| *given != NO_TEXT) {
            return self.texts.get(given);
        }
        let mut best = ("", 0);
        let mut at = row.map_or(u32::MAX, |row| row.first);
        while let Some(called) = self.names.get(at as usize) {
            at = called.next;
            let (name, articles) = (self.texts.get(called.name), called.articles);
            if articles == 0 {
                continue;
            }
            let rank = |name: &str| (folded(name) == self.key(id), characters(name));
            let more = articles.cmp(&best.1);
            let better = more.then_with(|| rank(name).cmp(&rank(best.0))).then_with(|| best.0.cmp(name));
            if better.is_gt() {
                best = (name, articles);
            }
        }
        if !best.0.is_empty() {
            return best.0;
        }
        // That of no article.
        row.and_then(|row| self.names.get(row.first as usize)).map_or(self.key(id), |c| self.texts.get(c.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(entities: &mut Entities, name: &str, kind: Kind) -> EntityId {
        let key = entities.texts().intern(&crate::text::case::lowered(name));
        let name = entities.texts().intern(name);
        entities.add(kind, key, name).0
    }

    #[test]
    fn the_kind_that_most_articles_give_wins_but_persons_stay_apart_when_in_doubt() {
        let mut entities = Entities::default();
        let place = add(&mut entities, "Washington", Kind::Place);
        let man = add(&mut entities, "Washington", Kind::Person);
        let body = add(&mut entities, "Washington", Kind::Organization);
        for (articles, expected) in [
            ([3, 2, 1], [place, man, place]),
            ([8, 1, 1], [place, place, place]),
            ([0, 9, 1], [man, man, man]),
            ([1, 0, 2], [body, man, body]),
        ] {
            assert_eq!(entities.resolve(&articles), expected, "{articles:?}");
        }
    }

    #[test]
    fn the_order_of_adding_changes_no_name() {
        let names = ["Sergey Lavrov", "SERGEY LAVROV", "Sergey Lavrov", "Sergey LAVROV"];
        let mut forward = Entities::default();
        let mut backward = Entities::default();
        for name in names {
            add(&mut forward, name, Kind::Person);
        }
        for name in names.iter().rev() {
            add(&mut backward, name, Kind::Person);
        }
        assert_eq!(forward.name(EntityId(0)), "Sergey Lavrov");
        assert_eq!(backward.name(EntityId(0)), "Sergey Lavrov");
    }
}
