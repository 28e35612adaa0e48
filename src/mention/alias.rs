//! Which names of an article are one entity.

use rustc_hash::FxHashMap;

use crate::lang::{Flags, Pack};
use crate::mention::kind::Guess;
use crate::mention::lexicon::Shape;
use crate::mention::name::Candidate;
use crate::mention::token::{Gap, Token};
use crate::mention::{Entity, Kind};
use crate::span::to_u32;
use crate::text::case::{lower, lowered};

/// A candidate with its guess, and what it is known by.
pub(crate) struct Named<'p> {
    pub candidate: Candidate,
    pub guess: Guess<'p>,
    pub words: Words,
    /// In capitals, as acronyms are.
    pub acronym: bool,
    /// A place of one word, with nothing before it that says so: it may be somebody's family name (`Paris`).
    pub namesake: bool,
}

/// The words of a name, folded, without possessive, a blank between each two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words(String);

impl Words {
    /// The words of a surface without its possessive.
    pub(crate) fn new(surface: &str) -> Words {
        let mut out = String::with_capacity(surface.len());
        for word in surface.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if word.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push(' ');
            }
            for c in word.chars() {
                match c {
                    '’' => out.push('\''),
                    c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
                    c => out.extend(lower(c)),
                }
            }
        }
        Words(out)
    }

    fn len(&self) -> usize {
        self.0.bytes().filter(|b| *b == b' ').count() + usize::from(!self.0.is_empty())
    }

    fn several(&self) -> bool {
        self.0.contains(' ')
    }

    fn iter(&self) -> std::str::Split<'_, char> {
        self.0.split(' ')
    }

    fn first(&self) -> &str {
        self.0.split_once(' ').map_or(&self.0, |(first, _)| first)
    }

    fn last(&self) -> &str {
        self.0.rsplit_once(' ').map_or(&self.0, |(_, last)| last)
    }

    /// What follows the words of another name that these begin with.
    fn after(&self, other: &Words) -> Option<&str> {
        self.0.strip_prefix(other.0.as_str())?.strip_prefix(' ')
    }

    /// Whether they end with the words of another name.
    fn ends(&self, other: &Words) -> bool {
        self.0.strip_suffix(other.0.as_str()).is_some_and(|rest| rest.ends_with(' '))
    }

    /// The last word that is no suffix such as `Jr.`
    fn surname(&self) -> Option<&str> {
        self.0.rsplit(' ').find(|w| !SUFFIXES.contains(w))
    }
}

struct Group {
    entity: Entity,
    sure: u8,
    words: Words,
    listed: bool,
    votes: Vec<(Kind, u32)>,
}

/// The entities of the names, in order of first mention, and the entity of each name.
#[inline(never)]
pub(crate) fn entities(
    text: &str,
    tokens: &[Token<'_>],
    names: &[Named<'_>],
    pack: &Pack<'_>,
) -> (Vec<Entity>, Vec<u32>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: FxHashMap<String, u32> = FxHashMap::default();
    let mut of: Vec<u32> = vec![u32::MAX; names.len()];
    // Full forms first, so that a surname that stands before its full name (in a headline) finds it.
    for (slot, name) in of.iter_mut().zip(names) {
        let short = !name.words.several() && (name.guess.kind == Kind::Person || name.namesake);
        if !short && (name.words.several() || !name.guess.usual.is_empty() || name.guess.sure >= 8) {
            *slot = full(name, &mut groups, &mut by_key);
        }
    }
    define(text, tokens, names, &mut of, &mut groups, &mut by_key);
    let mut firsts: Vec<usize> = vec![usize::MAX; groups.len()];
    for (i, group) in of.iter().enumerate().rev() {
        if let Some(first) = firsts.get_mut(*group as usize) {
            *first = i;
        }
    }
    let ends = by_end(&groups, &firsts);
    let sentence = |i: usize| {
        let name = names.get(i).and_then(|n| tokens.get(n.candidate.first));
        name.map_or(0, |t| t.sentence)
    };
    // How often each group was meant by one word so far.
    let mut bare: Vec<u32> = vec![0; groups.len()];
    for (i, name) in names.iter().enumerate() {
        let Some(slot) = of.get(i).copied() else { continue };
        if slot == u32::MAX {
            // The nearest, when it has just been introduced; else whom the word meant before.
            let rank = |g: usize| {
                let first = firsts.get(g).copied().unwrap_or(usize::MAX);
                let new = first < i && sentence(i).saturating_sub(sentence(first)) <= FRESH;
                (new, bare.get(g).copied().unwrap_or(0))
            };
            let found = short(name, i, &groups, &firsts, &ends, &by_key, pack, &rank);
            if let Some(n) = found.and_then(|g| bare.get_mut(g as usize)) {
                *n += 1;
            }
            let group = found.unwrap_or_else(|| full(name, &mut groups, &mut by_key));
            if let Some(slot) = of.get_mut(i) {
                *slot = group;
            }
        }
        let group = of.get(i).and_then(|g| groups.get_mut(*g as usize));
        if let (Some(group), Some(title)) = (group, name.candidate.title) {
            let title = title.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            if !group.entity.titles.contains(&title) {
                group.entity.titles.push(title);
            }
        }
    }
    subsets(&mut groups, &mut of);
    settle(names, groups, of)
}

/// For how many sentences a full name is the one that a family name alone means, whoever bore it before.
const FRESH: u32 = 2;

/// The group of a name by its whole form, made now if there is none.
#[inline(never)]
fn full(name: &Named<'_>, groups: &mut Vec<Group>, by_key: &mut FxHashMap<String, u32>) -> u32 {
    let usual = name.guess.usual;
    let words = name.words.0.as_str();
    let folded = lowered(usual);
    let key = if usual.is_empty() { words.strip_prefix("the ").unwrap_or(words) } else { &folded };
    let at = match by_key.get(key) {
        Some(at) => *at,
        None => {
            let at = to_u32(groups.len());
            by_key.insert(key.to_string(), at);
            let entity =
                Entity { name: usual.to_string(), kind: name.guess.kind, key: key.to_string(), titles: Vec::new() };
            let listed = !usual.is_empty();
            groups.push(Group { entity, sure: 0, words: name.words.clone(), listed, votes: Vec::new() });
            at
        }
    };
    if let Some(group) = groups.get_mut(at as usize) {
        vote(group, &name.guess);
    }
    at
}

fn vote(group: &mut Group, guess: &Guess<'_>) {
    let weight = u32::from(guess.sure) + 1;
    match group.votes.iter_mut().find(|(k, _)| *k == guess.kind) {
        Some((_, n)) => *n += weight,
        None => group.votes.push((guess.kind, weight)),
    }
    group.sure = group.sure.max(guess.sure);
    let best = group.votes.iter().max_by_key(|(k, n)| (*n, std::cmp::Reverse(*k)));
    if let Some((kind, _)) = best {
        group.entity.kind = *kind;
    }
}

/// The initials of a name's words, small words left out or not.
fn initials(words: &Words, skip: bool) -> String {
    words
        .0
        .split(['-', ' '])
        .filter(|w| !skip || !matches!(*w, "of" | "the" | "and" | "for" | "de" | "in" | "on" | "to"))
        .filter_map(|w| w.chars().next())
        .collect()
}

/// The one group of several words whose initials these are; `u32::MAX` for those of two groups or more.
fn by_initials(groups: &[Group]) -> FxHashMap<String, u32> {
    let mut out: FxHashMap<String, u32> = FxHashMap::default();
    for (at, group) in groups.iter().enumerate().filter(|(_, g)| g.words.several()) {
        let (short, long) = (initials(&group.words, true), initials(&group.words, false));
        let both = if short == long { vec![short] } else { vec![short, long] };
        for letters in both {
            out.entry(letters).and_modify(|known| *known = u32::MAX).or_insert(to_u32(at));
        }
    }
    out
}

/// `Long Name (LN)`: the second is an alias of the first; and acronyms of long names anywhere in the article.
#[inline(never)]
fn define(
    text: &str,
    tokens: &[Token<'_>],
    names: &[Named<'_>],
    of: &mut [u32],
    groups: &mut [Group],
    by_key: &mut FxHashMap<String, u32>,
) {
    if !names.iter().any(|n| n.acronym && !n.words.several()) {
        return;
    }
    let known = by_initials(groups);
    let mut done: FxHashMap<&str, u32> = FxHashMap::default();
    for i in 0..names.len() {
        let Some(name) = names.get(i).filter(|n| !n.words.several() && n.acronym) else { continue };
        let acronym = name.words.0.as_str();
        if let Some(group) = done.get(acronym) {
            if let Some(slot) = of.get_mut(i) {
                *slot = *group;
            }
            continue;
        }
        let first = tokens.get(name.candidate.first);
        let opened = first.is_some_and(|t| t.gap == Gap::Open);
        let before = i.checked_sub(1).and_then(|j| Some((j, names.get(j)?)));
        let letters: String = acronym.chars().filter(|c| c.is_alphabetic()).collect();
        let spells = |words: &Words| {
            letters.len() >= 2 && (initials(words, true) == letters || initials(words, false) == letters)
        };
        let target = before
            .filter(|(_, b)| opened && b.candidate.end == name.candidate.first && b.words.several())
            .filter(|(_, b)| {
                spells(&b.words)
                    || acronym.chars().next() == b.words.0.chars().next()
                        && text.get(first.map_or(0, |t| t.span.end as usize)..).is_some_and(|r| r.starts_with(')'))
            })
            .and_then(|(j, _)| of.get(j).copied())
            .or_else(|| {
                let listed = of.get(i).copied().and_then(|g| groups.get(g as usize)).is_some_and(|g| g.listed);
                let found = known.get(&letters).copied().filter(|g| *g != u32::MAX && letters.chars().count() >= 2);
                if listed { None } else { found }
            });
        let Some(target) = target else { continue };
        let own = of.get(i).copied().unwrap_or(u32::MAX);
        let merged = if own != u32::MAX && groups.get(own as usize).is_some_and(|g| g.listed) && own != target {
            // The acronym's usual name and the long form are one.
            for slot in of.iter_mut().filter(|s| **s == target) {
                *slot = own;
            }
            own
        } else {
            target
        };
        done.insert(acronym, merged);
        by_key.insert(acronym.to_string(), merged);
        if let Some(slot) = of.get_mut(i) {
            *slot = merged;
        }
    }
}

/// Endings of companies' names that are left out in short forms.
const LEGAL: &[&str] = &[
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "plc",
    "llc",
    "gmbh",
    "ag",
    "sa",
    "nv",
    "group",
    "holdings",
];

/// The groups of several words, in order of first mention, with their first and last words (and what follows
/// a hyphen in the last): in the order of those words.
fn by_end(groups: &[Group], firsts: &[usize]) -> Vec<(String, usize)> {
    let mut out: Vec<(String, usize)> = Vec::new();
    for (at, group) in groups.iter().enumerate().filter(|(_, g)| g.words.several()) {
        let last = group.words.surname();
        let tail = last.and_then(|w| w.rsplit_once('-')).map(|(_, tail)| tail);
        let first = Some(group.words.first());
        for key in [first, last.filter(|w| first != Some(w)), tail].into_iter().flatten() {
            out.push((key.to_string(), at));
        }
    }
    let first = |at: usize| firsts.get(at).copied();
    crate::order::sort_rows(&mut out, &mut |a, b| a.0.cmp(&b.0).then_with(|| first(a.1).cmp(&first(b.1))));
    out
}

/// What may follow a family name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// The group that a single word is a short form of.
#[allow(clippy::too_many_arguments)]
#[inline(never)]
fn short(
    name: &Named<'_>,
    at: usize,
    groups: &[Group],
    firsts: &[usize],
    ends: &[(String, usize)],
    by_key: &FxHashMap<String, u32>,
    pack: &Pack<'_>,
    rank: &dyn Fn(usize) -> (bool, u32),
) -> Option<u32> {
    if name.words.several() {
        return None;
    }
    let word = name.words.0.as_str();
    if let Some(known) = by_key.get(word).filter(|_| !name.namesake) {
        return Some(*known);
    }
    let nearest = |fits: &dyn Fn(&Group) -> bool, later: bool| {
        // The best full name before, of equals the nearest; else the only one after. Of thousands the
        // nearest are looked at.
        const NEAREST: usize = 32;
        let begin = ends.partition_point(|(key, _)| key.as_str() < word);
        let length = ends.get(begin..)?.partition_point(|(key, _)| key == word);
        let all = ends.get(begin..begin + length)?;
        let middle = all.partition_point(|(_, g)| firsts.get(*g).is_some_and(|f| *f < at));
        let fit = |(_, g): &&(String, usize)| groups.get(*g).is_some_and(fits);
        let mut before: Option<&(String, usize)> = None;
        for found in all.get(..middle).unwrap_or(&[]).iter().rev().take(NEAREST).filter(fit) {
            if before.is_none_or(|b| rank(found.1) > rank(b.1) && !rank(b.1).0) {
                before = Some(found);
            }
        }
        let mut after = all.get(middle..).unwrap_or(&[]).iter().take(NEAREST).filter(fit);
        let only = after.next().filter(|_| after.next().is_none());
        before.or(only.filter(|_| later)).map(|(_, g)| to_u32(*g))
    };
    let person = |g: &Group| g.entity.kind == Kind::Person && g.words.several();
    let surname = |g: &Group| {
        let first = g.words.first() == word;
        let family = || pack.flags(word).any(Flags::FAMILY) && !pack.flags(word).any(Flags::GIVEN);
        let leads = || first && (g.words.len() <= 3 && family() || g.words.len() == 2 && short_syllables(&g.words));
        let ends = |w: &str| w == word || w.strip_suffix(word).is_some_and(|r| r.ends_with('-'));
        person(g) && (g.words.surname().is_some_and(ends) || leads())
    };
    let place = name.guess.kind == Kind::Place && name.guess.sure >= 8;
    if name.namesake {
        return nearest(&|g| person(g) && g.sure >= 8 && g.words.surname() == Some(word), false);
    }
    if !place && let Some(found) = nearest(&surname, true) {
        return Some(found);
    }
    if !place && let Some(found) = nearest(&|g| person(g) && g.words.first() == word, true) {
        return Some(found);
    }
    if place || name.acronym && word.len() < 3 {
        return None;
    }
    // `Helion` for `Helion Energy plc`; not a country or an ordinary word for all that begin with it.
    let common = pack.flags(word).any(
        Flags::COUNTRY
            .with(Flags::DEMONYM)
            .with(Flags::COMMON)
            .with(Flags::STOP)
            .with(Flags::OFFICE)
            .with(Flags::ORG_WORD)
            .with(Flags::PLACE),
    );
    if common {
        return None;
    }
    // `Helion` for `Order of Helion`, where nothing says that it is a place or person.
    let unsure = name.guess.sure < 6;
    // `Sarn` beside `Sarn River` and `Sarn Basin Commission` is the river: that is what both are named for.
    let place = |g: &Group| g.entity.kind == Kind::Place && g.words.len() == 2 && g.words.first() == word;
    if let Some(found) = nearest(&place, true) {
        return Some(found).filter(|_| unsure);
    }
    let begins = |g: &Group| {
        let legal = || g.words.iter().skip(1).all(|w| LEGAL.contains(&w));
        g.words.several()
            && g.words.first() == word
            && (matches!(g.entity.kind, Kind::Organization | Kind::Other) || legal())
    };
    let named_for = |g: &Group| {
        let rest = || g.words.0.strip_suffix(word).is_some_and(|rest| rest.ends_with(" of "));
        unsure && g.entity.kind == Kind::Organization && g.words.last() == word && rest()
    };
    nearest(&begins, true).or_else(|| nearest(&named_for, true))
}

/// Chinese and Korean names in Latin letters: a short family name before a given name.
fn short_syllables(words: &Words) -> bool {
    words.first().len() <= 2 && words.0.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | ' '))
}

/// `Barack Obama` and `Barack Hussein Obama`; `Helion Energy` and `Helion Energy plc`: one entity.
#[inline(never)]
fn subsets(groups: &mut [Group], of: &mut [u32]) {
    let mut target: Vec<u32> = (0..to_u32(groups.len())).collect();
    // Pairs of multi-word names; a text with thousands of names is compared in a window.
    const REACH: usize = 200;
    for i in 0..groups.len() {
        for j in i.saturating_sub(REACH)..i {
            let (Some(a), Some(b)) = (groups.get(j), groups.get(i)) else { continue };
            if a.entity.kind != b.entity.kind || !a.words.several() || !b.words.several() || a.listed && b.listed {
                continue;
            }
            let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
            let same = match a.entity.kind {
                Kind::Person => {
                    long.words.len() > short.words.len()
                        && long.words.last() == short.words.last()
                        && (long.words.first() == short.words.first() || long.words.ends(&short.words))
                }
                Kind::Organization => {
                    long.words.after(&short.words).is_some_and(|rest| rest.split(' ').all(|w| LEGAL.contains(&w)))
                }
                _ => false,
            };
            if same {
                let into = target.get(j).copied().unwrap_or(0);
                if let Some(slot) = target.get_mut(i) {
                    *slot = into;
                }
                break;
            }
        }
    }
    for slot in of.iter_mut() {
        if let Some(t) = target.get(*slot as usize) {
            *slot = *t;
        }
    }
    // The longest form names the entity.
    let longer: Vec<(usize, Words, String)> = target
        .iter()
        .enumerate()
        .filter(|(i, t)| **t as usize != *i)
        .filter_map(|(i, t)| groups.get(i).map(|g| (*t as usize, g.words.clone(), g.entity.key.clone())))
        .collect();
    for (into, words, key) in longer {
        if let Some(group) = groups.get_mut(into).filter(|g| !g.listed && g.words.len() < words.len()) {
            group.words = words;
            group.entity.key = key;
        }
    }
}

/// Numbers the groups that are used; those with the same key are one.
#[inline(never)]
fn settle(names: &[Named<'_>], groups: Vec<Group>, of: Vec<u32>) -> (Vec<Entity>, Vec<u32>) {
    let mut groups: Vec<Option<Entity>> = groups.into_iter().map(|g| Some(g.entity)).collect();
    let mut number = vec![u32::MAX; groups.len()];
    let mut entities: Vec<Entity> = Vec::new();
    let mut keys: FxHashMap<String, u32> = FxHashMap::default();
    let mut out = Vec::with_capacity(of.len());
    for (group, _) in of.iter().zip(names) {
        let Some(at) = number.get_mut(*group as usize) else {
            out.push(u32::MAX);
            continue;
        };
        if let Some(entity) = groups.get_mut(*group as usize).and_then(Option::take) {
            *at = match keys.get(&entity.key) {
                Some(same) => *same,
                None => {
                    let next = to_u32(entities.len());
                    keys.insert(entity.key.clone(), next);
                    entities.push(entity);
                    next
                }
            };
        }
        out.push(*at);
    }
    (entities, out)
}

/// Whether a candidate is written as acronyms are.
pub(crate) fn acronym(tokens: &[Token<'_>], c: &Candidate) -> bool {
    c.end == c.first + 1 && tokens.get(c.first).is_some_and(|t| t.word.shape == Shape::Capitals && t.bare().len() > 1)
}
