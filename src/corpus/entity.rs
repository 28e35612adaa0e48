//! The entities of a corpus: what articles say of them, and which of them are one.
//!
//! An article gives an entity a kind and a key. Articles may disagree on the kind; which entities are
//! one is then decided by how many articles say what, so it never depends on the order of adding.

use crate::mention::{self, Kind};
use crate::span::to_u32;
use crate::text::folded::folded;
use crate::text::{TypeId, Vocabulary};

/// The number of a (kind, key) as some article gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// No entity has this number.
const NONE: EntityId = EntityId(u32::MAX);

/// What articles say of one (kind, key).
#[derive(Clone, Debug)]
struct Row {
    kind: Kind,
    key: TypeId,
    /// The full names that articles use, with how many articles use each.
    names: Vec<(TypeId, u32)>,
    /// The name that a person gave it.
    given: Option<TypeId>,
    /// Whether a person said that something is this, so that its kind is not in question.
    certain: bool,
}

/// All entities of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    rows: Vec<Row>,
    /// Keys and names.
    texts: Vocabulary,
    /// By the number of a key: the entity of each kind.
    kinds: Vec<[EntityId; 4]>,
}

impl Entities {
    /// The number of an article's entity, given to it now if it is new, and that of the name it has there.
    #[inline(never)]
    pub fn add(&mut self, entity: &mention::Entity) -> (EntityId, TypeId) {
        let id = self.numbered(entity.kind, &entity.key);
        let name = self.texts.intern(&entity.name);
        if let Some(row) = self.rows.get_mut(id.0 as usize) {
            match row.names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, articles)) => *articles += 1,
                None => row.names.push((name, 1)),
            }
        }
        (id, name)
    }

    /// Takes back that an article has an entity by a name.
    pub fn remove(&mut self, id: EntityId, name: TypeId) {
        if let Some(row) = self.rows.get_mut(id.0 as usize) {
            for (_, articles) in row.names.iter_mut().filter(|(known, _)| *known == name) {
                *articles = articles.saturating_sub(1);
            }
            row.names.retain(|(known, articles)| *articles > 0 || *known != name);
        }
    }

    fn numbered(&mut self, kind: Kind, key: &str) -> EntityId {
        let key = self.texts.intern(key);
        if self.kinds.len() < self.texts.len() {
            self.kinds.resize(self.texts.len(), [NONE; 4]);
        }
        let next = EntityId(to_u32(self.rows.len()));
        let slot = self.kinds.get_mut(key.0 as usize).and_then(|kinds| kinds.get_mut(kind as usize));
        // Keywords are no entities.
        let Some(slot) = slot else { return NONE };
        if *slot == NONE {
            *slot = next;
            self.rows.push(Row { kind, key, names: Vec::with_capacity(1), given: None, certain: false });
        }
        *slot
    }

    /// The entity of this kind and key, made now if there is none, called `name` where one is given.
    pub(super) fn named(&mut self, kind: Kind, key: &str, name: Option<&str>) -> EntityId {
        let id = self.numbered(kind, key);
        let name = name.map(|name| self.texts.intern(name));
        if let Some(row) = self.rows.get_mut(id.0 as usize) {
            row.given = name.or(row.given);
            row.certain = true;
        }
        id
    }

    /// The number of an entity that no article has by itself; the name counts where there is no other.
    pub(super) fn also(&mut self, entity: &mention::Entity) -> EntityId {
        let id = self.numbered(entity.kind, &entity.key);
        let name = self.texts.intern(&entity.name);
        if let Some(row) = self.rows.get_mut(id.0 as usize).filter(|row| row.names.is_empty()) {
            row.names.push((name, 0));
        }
        id
    }

    /// Forgets what a person said.
    pub(super) fn forget_rules(&mut self) {
        self.rows.iter_mut().for_each(|row| (row.given, row.certain) = (None, false));
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

    /// Which entities are one: for every id, the id that stands for it, given in how many articles each
    /// id occurs (`articles[id]`).
    ///
    /// Of the kinds that articles give one key, the commonest takes all when it has four fifths of them.
    /// Else persons stay apart from the rest (`Washington` the man and the city), and the rest go to the
    /// commonest of theirs. Ties go to the kind that comes first in [`Kind`]. What a person said stays.
    #[must_use]
    #[inline(never)]
    pub fn resolve(&self, articles: &[u32]) -> Vec<EntityId> {
        let count = |id: EntityId| articles.get(id.0 as usize).copied().unwrap_or(0);
        let mut stands: Vec<EntityId> = (0..to_u32(self.len())).map(EntityId).collect();
        for group in &self.kinds {
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
        if let Some(given) = row.and_then(|row| row.given) {
            return self.texts.get(given);
        }
        let mut best = ("", 0);
        for (name, articles) in row.map_or(&[][..], |row| &row.names) {
            let name = self.texts.get(*name);
            let rank = |name: &str| (folded(name) == self.key(id), name.chars().count());
            let more = articles.cmp(&best.1);
            let better = more.then_with(|| rank(name).cmp(&rank(best.0))).then_with(|| best.0.cmp(name));
            if better.is_gt() {
                best = (name, *articles);
            }
        }
        if best.0.is_empty() { self.key(id) } else { best.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(name: &str, kind: Kind) -> mention::Entity {
        mention::Entity { name: name.into(), kind, key: crate::text::case::lowered(name), titles: Vec::new() }
    }

    #[test]
    fn the_kind_that_most_articles_give_wins_but_persons_stay_apart_when_in_doubt() {
        let mut entities = Entities::default();
        let place = entities.add(&entity("Washington", Kind::Place)).0;
        let man = entities.add(&entity("Washington", Kind::Person)).0;
        let body = entities.add(&entity("Washington", Kind::Organization)).0;
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
            forward.add(&entity(name, Kind::Person));
        }
        for name in names.iter().rev() {
            backward.add(&entity(name, Kind::Person));
        }
        assert_eq!(forward.name(EntityId(0)), "Sergey Lavrov");
        assert_eq!(backward.name(EntityId(0)), "Sergey Lavrov");
    }
}
