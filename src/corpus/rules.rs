//! What a person decides about entities: which are one, which are two, what they are called and of which kind.
//!
//! Rules name entities by id (`kind:key`) and surfaces as written, so they can be kept, read and applied to
//! other texts. They are applied in order, each to what the ones before it gave. The mentions that were found
//! are kept, so that taking a rule back takes back all it did.

use crate::corpus::{Corpus, EntityId, Mention};
use crate::mention::{Kind, Role};
use crate::order::sort_rows;
use crate::segment::Part;
use crate::span::{Range, Span, to_u32};
use crate::text::folded::{Needle, folded, one_line};

/// A rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// The id of the entity that it is about; without one `surface` is a name to be found.
    pub entity: Option<String>,
    /// Only the mentions written like this.
    pub surface: Option<String>,
    /// The id of the entity that it becomes.
    pub into: Option<String>,
    /// The name that it gets.
    pub name: Option<String>,
    /// The kind that it gets.
    pub kind: Option<Kind>,
    /// It is no entity at all.
    pub hide: bool,
}

/// The four kinds of entity, as ids begin.
const KINDS: [(&str, Kind); 4] =
    [("person", Kind::Person), ("organization", Kind::Organization), ("place", Kind::Place), ("other", Kind::Other)];

/// Kind and key of an id; `None` for what is no id of an entity.
#[must_use]
pub fn parts(id: &str) -> Option<(Kind, &str)> {
    let (kind, key) = id.split_once(':')?;
    let (_, kind) = KINDS.iter().find(|(name, _)| *name == kind)?;
    (!key.is_empty()).then_some((*kind, key))
}

/// The key of a name as texts give it: in lower case, without full stops and a leading article.
fn key_of(name: &str) -> String {
    let mut key = folded(name.trim());
    key.retain(|c| c != '.');
    key.strip_prefix("the ").map_or(key.clone(), str::to_string)
}

/// What rules make of the entities of a corpus.
#[derive(Clone, Debug, Default)]
pub(super) struct Ruled {
    pub rules: Vec<Rule>,
    /// By the number of an entity: what it is now, if anything.
    pub becomes: Vec<Option<EntityId>>,
    /// The mentions as they were found, and of each record which; only where rules look at surfaces.
    found: Option<(Vec<Mention>, Vec<Range>)>,
}

impl Rule {
    /// What an entity of this kind and key becomes: kind, key and the name to show.
    fn target(&self, kind: Kind, key: &str) -> Option<(Kind, String, Option<&str>)> {
        if self.hide {
            return None;
        }
        let (mut kind, mut key) = (kind, key.to_string());
        if let Some((into, own)) = self.into.as_deref().and_then(parts) {
            (kind, key) = (into, own.to_string());
        }
        if let Some(name) = &self.name {
            key = key_of(name);
        }
        Some((self.kind.unwrap_or(kind), key, self.name.as_deref()))
    }
}

impl Corpus {
    /// The rules in force.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.ruled.rules
    }

    /// Puts rules in the place of those in force.
    #[inline(never)]
    pub fn set_rules(&mut self, rules: Vec<Rule>) {
        self.as_found();
        self.entities.forget_rules();
        self.ruled = Ruled { rules, ..Ruled::default() };
        self.apply_rules();
    }

    /// Puts the mentions as they were found in the place of what rules made of them.
    pub(super) fn as_found(&mut self) {
        if let Some((mentions, ranges)) = self.ruled.found.take() {
            self.mentions = mentions;
            for (record, range) in self.records.iter_mut().zip(ranges) {
                record.mentions = range;
            }
        }
    }

    /// What an entity is by the rules: itself where there is none about it, `None` where it is hidden.
    #[must_use]
    pub fn ruled(&self, id: EntityId) -> Option<EntityId> {
        self.ruled.becomes.get(id.0 as usize).copied().unwrap_or(Some(id))
    }

    /// Applies the rules to all that there is; done again after every change.
    pub(super) fn apply_rules(&mut self) {
        if !self.ruled.rules.is_empty() {
            self.follow_rules();
        }
    }

    #[inline(never)]
    fn follow_rules(&mut self) {
        let rules = self.ruled.rules.clone();
        // A rule may name an entity that only another rule makes, so new ones are looked at as well.
        let mut becomes = Vec::new();
        while becomes.len() < self.entities.len() {
            let id = EntityId(to_u32(becomes.len()));
            becomes.push(self.follow(id, &rules));
        }
        self.ruled.becomes = becomes;
        if rules.iter().any(|rule| rule.surface.is_some()) {
            self.apply_to_surfaces(&rules);
        }
    }

    /// Where the rules about whole entities lead.
    fn follow(&mut self, id: EntityId, rules: &[Rule]) -> Option<EntityId> {
        let mut kind = self.entities.kind(id)?;
        let mut key = self.entities.key(id).to_string();
        let mut changed = false;
        let mut shown = None;
        for rule in rules.iter().filter(|rule| rule.surface.is_none()) {
            if rule.entity.as_deref().and_then(parts) != Some((kind, key.as_str())) {
                continue;
            }
            let (to, own, name) = rule.target(kind, &key)?;
            // A name goes with its key.
            shown = if own == key { name.or(shown) } else { name };
            (kind, key, changed) = (to, own, true);
        }
        if !changed {
            return Some(id);
        }
        let kept = (key == self.entities.key(id)).then(|| self.entities.name(id).to_string());
        Some(self.entities.named(kind, &key, shown.or(kept.as_deref())))
    }

    fn apply_to_surfaces(&mut self, rules: &[Rule]) {
        let stands = self.entities.resolve(&self.spoken_for());
        let found = match self.ruled.found.take() {
            // What was added since stands at the end.
            Some((mut mentions, mut ranges)) => {
                for record in self.records.get(ranges.len()..).unwrap_or(&[]) {
                    let start = mentions.len();
                    mentions.extend_from_slice(record.mentions.of(&self.mentions));
                    ranges.push(Range::new(start, mentions.len()));
                }
                (mentions, ranges)
            }
            None => (self.mentions.clone(), self.records.iter().map(|r| r.mentions).collect()),
        };
        let needles: Vec<Option<Needle>> = rules.iter().map(|rule| rule.surface.as_deref().map(Needle::new)).collect();
        let mut out: Vec<Mention> = Vec::with_capacity(found.0.len());
        for at in 0..self.records.len() {
            let mut own: Vec<Mention> = found.1.get(at).map_or(&[][..], |range| range.of(&found.0)).to_vec();
            for (rule, needle) in rules.iter().zip(&needles) {
                if let Some(needle) = needle {
                    self.apply_to_article(at, rule, needle, &stands, &mut own);
                }
            }
            let start = out.len();
            out.append(&mut own);
            if let Some(record) = self.records.get_mut(at) {
                record.mentions = Range::new(start, out.len());
            }
        }
        self.mentions = out;
        self.ruled.found = Some(found);
        // The rules may have made entities that they are not about.
        while self.ruled.becomes.len() < self.entities.len() {
            self.ruled.becomes.push(Some(EntityId(to_u32(self.ruled.becomes.len()))));
        }
    }

    fn apply_to_article(
        &mut self,
        at: usize,
        rule: &Rule,
        needle: &Needle,
        stands: &[EntityId],
        mentions: &mut Vec<Mention>,
    ) {
        let Some(record) = self.records.get(at) else { return };
        let Some(paste) = self.pastes.get(record.paste as usize) else { return };
        let Some(id) = &rule.entity else {
            // A name to be found.
            let Some(article) = paste.segmentation.articles.get(record.index as usize) else { return };
            let Some(name) = rule.name.as_deref().or(rule.surface.as_deref()) else { return };
            let (kind, key) = match rule.into.as_deref().and_then(parts) {
                Some((kind, key)) => (kind, key.to_string()),
                None => (rule.kind.unwrap_or(Kind::Other), key_of(name)),
            };
            let all = &paste.segmentation;
            let mut spans = needle.find(article.span.of(&paste.text));
            spans.retain_mut(|span| {
                *span = Span::new(span.start + article.span.start, span.end + article.span.start);
                // Inside a longer name it is not counted again.
                !mentions
                    .iter()
                    .any(|m| m.span.start < span.end && span.start < m.span.end && m.span.len() > span.len())
            });
            let mut new: Vec<(Span, u32, u32, Role)> = Vec::new();
            for span in spans {
                let token = paste.starts.up_to(span.start).saturating_sub(1);
                let sentence = all.sentences.partition_point(|s| s.span.end <= span.start);
                let Some(part) = all.sentences.get(sentence).map(|s| s.part) else { continue };
                let role = match part {
                    Part::Headline | Part::Body => Role::Plain,
                    Part::Metadata => Role::Metadata,
                    Part::Boilerplate => continue,
                };
                new.push((span, token, to_u32(sentence), role));
            }
            if new.is_empty() {
                return;
            }
            let entity = self.entities.named(kind, &key, rule.name.as_deref().or(rule.surface.as_deref()));
            for (span, token, sentence, role) in new {
                mentions.retain(|m| m.span.end <= span.start || m.span.start >= span.end);
                mentions.push(Mention { span, sentence, token, entity, role, sure: false });
            }
            sort_rows(mentions, &mut |a, b| a.span.start.cmp(&b.span.start));
            return;
        };
        let Some((kind, key)) = parts(id) else { return };
        let mut written = String::new();
        let mut target: Option<Option<EntityId>> = None;
        let texts: Vec<bool> = mentions
            .iter()
            .map(|m| {
                one_line(m.span.of(&paste.text), &mut written);
                written == needle.text()
            })
            .collect();
        let mut same = texts.iter();
        let mut out = Vec::with_capacity(mentions.len());
        for mut mention in mentions.drain(..) {
            let stands = stands.get(mention.entity.0 as usize).copied().unwrap_or(mention.entity);
            let is = |e: EntityId| self.entities.kind(e) == Some(kind) && self.entities.key(e) == key;
            if same.next().copied().unwrap_or(false) && (is(stands) || self.ruled(stands).is_some_and(is)) {
                let to = match target {
                    Some(known) => known,
                    None => rule.target(kind, key).map(|(to, own, name)| {
                        let kept = (own == key).then(|| self.entities.name(stands).to_string());
                        self.entities.named(to, &own, name.or(kept.as_deref()))
                    }),
                };
                target = Some(to);
                match to {
                    Some(entity) => mention.entity = entity,
                    None => continue,
                }
            }
            out.push(mention);
        }
        *mentions = out;
    }
}
