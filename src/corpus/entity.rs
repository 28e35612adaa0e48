//! The entities of a corpus: what articles say of them, and which of them are one.
//!
//! An article gives an entity a kind and a key. Articles may disagree on the kind; which entities are
//! one is then decided by how many articles say what, so it never depends on the order of adding.

use std::collections::BTreeMap;

use crate::mention::{self, Kind};

/// The number of a (kind, key) as some article gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What articles say of one (kind, key).
#[derive(Clone, Debug)]
pub struct Entity {
    /// As the articles have it.
    pub kind: Kind,
    /// The folded full name.
    pub key: String,
    /// The full names that articles use, with how many articles use each.
    pub names: Vec<(String, u32)>,
}

/// All entities of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    rows: Vec<Entity>,
    ids: BTreeMap<(String, Kind), EntityId>,
}

impl Entities {
    /// The number of an article's entity, given to it now if it is new.
    pub fn add(&mut self, entity: &mention::Entity) -> EntityId {
        let next = EntityId(crate::span::to_u32(self.rows.len()));
        let id = *self.ids.entry((entity.key.clone(), entity.kind)).or_insert(next);
        if id == next {
            self.rows.push(Entity { kind: entity.kind, key: entity.key.clone(), names: Vec::new() });
        }
        if let Some(row) = self.rows.get_mut(id.0 as usize) {
            match row.names.iter_mut().find(|(name, _)| *name == entity.name) {
                Some((_, articles)) => *articles += 1,
                None => row.names.push((entity.name.clone(), 1)),
            }
        }
        id
    }

    /// What is known of an entity.
    #[must_use]
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        self.rows.get(id.0 as usize)
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
    /// commonest of theirs. Ties go to the kind that comes first in [`Kind`].
    #[must_use]
    pub fn resolve(&self, articles: &[u32]) -> Vec<EntityId> {
        let count = |id: EntityId| articles.get(id.0 as usize).copied().unwrap_or(0);
        let mut stands: Vec<EntityId> = (0..crate::span::to_u32(self.len())).map(EntityId).collect();
        let mut group: Vec<(Kind, EntityId)> = Vec::new();
        let mut settle = |group: &[(Kind, EntityId)]| {
            let best = |rows: &mut dyn Iterator<Item = &(Kind, EntityId)>| {
                rows.max_by_key(|(kind, id)| (count(*id), std::cmp::Reverse(*kind))).map(|(_, id)| *id)
            };
            let total: u32 = group.iter().map(|(_, id)| count(*id)).sum();
            let Some(top) = best(&mut group.iter()) else { return };
            let rest = best(&mut group.iter().filter(|(kind, _)| *kind != Kind::Person));
            for (kind, id) in group {
                let target = match rest {
                    _ if count(top) * 5 >= total * 4 => top,
                    Some(rest) if *kind != Kind::Person => rest,
                    _ => *id,
                };
                if let Some(slot) = stands.get_mut(id.0 as usize) {
                    *slot = target;
                }
            }
        };
        let mut key = "";
        for ((next, kind), id) in &self.ids {
            if next != key {
                settle(&group);
                group.clear();
                key = next;
            }
            group.push((*kind, *id));
        }
        settle(&group);
        stands
    }

    /// The name of an entity: the full name that most articles use; of those the longest, of those the
    /// first by its bytes.
    #[must_use]
    pub fn name(&self, id: EntityId) -> &str {
        self.get(id).map_or("", |row| {
            row.names
                .iter()
                .max_by(|a, b| (a.1, a.0.len()).cmp(&(b.1, b.0.len())).then_with(|| b.0.cmp(&a.0)))
                .map_or("", |(name, _)| name.as_str())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(name: &str, kind: Kind) -> mention::Entity {
        mention::Entity { name: name.into(), kind, key: name.to_lowercase(), titles: Vec::new() }
    }

    #[test]
    fn the_kind_that_most_articles_give_wins_but_persons_stay_apart_when_in_doubt() {
        let mut entities = Entities::default();
        let place = entities.add(&entity("Washington", Kind::Place));
        let man = entities.add(&entity("Washington", Kind::Person));
        let body = entities.add(&entity("Washington", Kind::Organization));
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
