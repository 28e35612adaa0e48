//! Which names of an article are one entity.

use rustc_hash::FxHashMap;

use crate::lang::{Flags, Pack};
use crate::mention::kind::Guess;
use crate::mention::lexicon::Shape;
use crate::mention::name::Candidate;
use crate::mention::token::{Gap, Token};
use crate::mention::{Entity, Kind};
use crate::span::to_u32;

/// A candidate with its guess, and what it is known by.
pub(crate) struct Named {
    pub candidate: Candidate,
    pub guess: Guess,
    /// Its words, folded, without possessive.
    pub words: Vec<String>,
    /// In capitals, as acronyms are.
    pub acronym: bool,
}

struct Group {
    entity: Entity,
    sure: u8,
    words: Vec<String>,
    listed: bool,
    votes: Vec<(Kind, u32)>,
}

/// The entities of the names, in order of first mention, and the entity of each name.
pub(crate) fn entities(text: &str, tokens: &[Token], names: &[Named], pack: &Pack<'_>) -> (Vec<Entity>, Vec<u32>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: FxHashMap<String, u32> = FxHashMap::default();
    let mut of: Vec<u32> = vec![u32::MAX; names.len()];
    // Full forms first, so that a surname that stands before its full name (in a headline) finds it.
    for (slot, name) in of.iter_mut().zip(names) {
        if name.words.len() > 1 || !name.guess.usual.is_empty() || name.guess.sure >= 8 {
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
    for (i, name) in names.iter().enumerate() {
        let Some(slot) = of.get(i).copied() else { continue };
        if slot == u32::MAX {
            let found = short(name, i, &groups, &firsts, &ends, &by_key, pack);
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

fn key(words: &[String]) -> String {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["the", rest @ ..] if !rest.is_empty() => rest.join(" "),
        all => all.join(" "),
    }
}

/// The group of a name by its whole form, made now if there is none.
fn full(name: &Named, groups: &mut Vec<Group>, by_key: &mut FxHashMap<String, u32>) -> u32 {
    let usual = !name.guess.usual.is_empty();
    let key = if usual { name.guess.usual.to_lowercase() } else { key(&name.words) };
    let next = to_u32(groups.len());
    let at = *by_key.entry(key.clone()).or_insert(next);
    if at == next {
        let entity = Entity { name: name.guess.usual.clone(), kind: name.guess.kind, key, titles: Vec::new() };
        groups.push(Group { entity, sure: 0, words: name.words.clone(), listed: usual, votes: Vec::new() });
    }
    if let Some(group) = groups.get_mut(at as usize) {
        vote(group, &name.guess);
    }
    at
}

fn vote(group: &mut Group, guess: &Guess) {
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
fn initials(words: &[String], skip: bool) -> String {
    words
        .iter()
        .flat_map(|w| w.split(['-', ' ']))
        .filter(|w| !skip || !matches!(*w, "of" | "the" | "and" | "for" | "de" | "in" | "on" | "to"))
        .filter_map(|w| w.chars().next())
        .collect()
}

/// The one group of several words whose initials these are; `u32::MAX` for those of two groups or more.
fn by_initials(groups: &[Group]) -> FxHashMap<String, u32> {
    let mut out: FxHashMap<String, u32> = FxHashMap::default();
    for (at, group) in groups.iter().enumerate().filter(|(_, g)| g.words.len() > 1) {
        let (short, long) = (initials(&group.words, true), initials(&group.words, false));
        let both = if short == long { vec![short] } else { vec![short, long] };
        for letters in both {
            out.entry(letters).and_modify(|known| *known = u32::MAX).or_insert(to_u32(at));
        }
    }
    out
}

/// `Long Name (LN)`: the second is an alias of the first; and acronyms of long names anywhere in the article.
fn define(
    text: &str,
    tokens: &[Token],
    names: &[Named],
    of: &mut [u32],
    groups: &mut [Group],
    by_key: &mut FxHashMap<String, u32>,
) {
    let known = by_initials(groups);
    let mut done: FxHashMap<&str, u32> = FxHashMap::default();
    for i in 0..names.len() {
        let Some(name) = names.get(i).filter(|n| n.words.len() == 1 && n.acronym) else { continue };
        let acronym = name.words.first().map_or("", String::as_str);
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
        let spells = |words: &[String]| {
            letters.len() >= 2 && (initials(words, true) == letters || initials(words, false) == letters)
        };
        let target = before
            .filter(|(_, b)| opened && b.candidate.end == name.candidate.first && b.words.len() > 1)
            .filter(|(_, b)| {
                spells(&b.words)
                    || acronym.chars().next() == b.words.first().and_then(|w| w.chars().next())
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

/// The groups of several words by their first and last words (and what follows a hyphen in the last), in
/// order of first mention.
fn by_end(groups: &[Group], firsts: &[usize]) -> FxHashMap<String, Vec<usize>> {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    crate::order::sort_rows(&mut order, &mut |a, b| firsts.get(*a).cmp(&firsts.get(*b)));
    let mut out: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for at in order {
        let Some(words) = groups.get(at).map(|g| &g.words).filter(|w| w.len() > 1) else { continue };
        let last = words.iter().rev().find(|w| !SUFFIXES.contains(&w.as_str()));
        let tail = last.and_then(|w| w.rsplit_once('-')).map(|(_, tail)| tail);
        let mut keys: Vec<&str> = words.first().into_iter().chain(last).map(String::as_str).chain(tail).collect();
        keys.dedup();
        for key in keys {
            out.entry(key.to_string()).or_default().push(at);
        }
    }
    out
}

/// What may follow a family name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// The group that a single word is a short form of.
fn short(
    name: &Named,
    at: usize,
    groups: &[Group],
    firsts: &[usize],
    ends: &FxHashMap<String, Vec<usize>>,
    by_key: &FxHashMap<String, u32>,
    pack: &Pack<'_>,
) -> Option<u32> {
    let word = name.words.first().filter(|_| name.words.len() == 1)?;
    if let Some(known) = by_key.get(word.as_str()) {
        return Some(*known);
    }
    let nearest = |fits: &dyn Fn(&Group) -> bool| {
        // The nearest full name before; else the only one after. Of thousands the nearest are looked at.
        const NEAREST: usize = 32;
        let all = ends.get(word.as_str()).map_or(&[][..], Vec::as_slice);
        let middle = all.partition_point(|g| firsts.get(*g).is_some_and(|f| *f < at));
        let fit = |g: &&usize| groups.get(**g).is_some_and(fits);
        let before = all.get(..middle).unwrap_or(&[]).iter().rev().take(NEAREST).find(fit);
        let mut after = all.get(middle..).unwrap_or(&[]).iter().take(NEAREST).filter(fit);
        let only = after.next().filter(|_| after.next().is_none());
        before.or(only).map(|g| to_u32(*g))
    };
    let person = |g: &Group| g.entity.kind == Kind::Person && g.words.len() > 1;
    let surname = |g: &Group| {
        let last = g.words.iter().rev().find(|w| !SUFFIXES.contains(&w.as_str()));
        let leads = g.words.len() <= 3
            && g.words.first().is_some_and(|w| {
                w == word && pack.flags(w).any(Flags::FAMILY) && !pack.flags(w).any(Flags::GIVEN)
                    || w == word && g.words.len() == 2 && short_syllables(&g.words)
            });
        person(g)
            && (last.is_some_and(|w| w == word || w.strip_suffix(word.as_str()).is_some_and(|r| r.ends_with('-')))
                || leads)
    };
    let place = name.guess.kind == Kind::Place && name.guess.sure >= 8;
    if !place && let Some(found) = nearest(&surname) {
        return Some(found);
    }
    if !place && let Some(found) = nearest(&|g| person(g) && g.words.first() == Some(word)) {
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
    nearest(&|g| {
        let legal = g.words.len() > 1 && g.words.iter().skip(1).all(|w| LEGAL.contains(&w.as_str()));
        matches!(g.entity.kind, Kind::Organization | Kind::Other) && g.words.len() > 1 && g.words.first() == Some(word)
            || legal && g.words.first() == Some(word)
    })
}

/// Chinese and Korean names in Latin letters: a short family name before a given name.
fn short_syllables(words: &[String]) -> bool {
    words.first().is_some_and(|w| w.len() <= 5)
        && words.iter().all(|w| w.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        && words.first().is_some_and(|w| w.len() <= 2)
}

/// `Barack Obama` and `Barack Hussein Obama`; `Helion Energy` and `Helion Energy plc`: one entity.
fn subsets(groups: &mut [Group], of: &mut [u32]) {
    let mut target: Vec<u32> = (0..to_u32(groups.len())).collect();
    // Pairs of multi-word names; a text with thousands of names is compared in a window.
    const REACH: usize = 200;
    for i in 0..groups.len() {
        for j in i.saturating_sub(REACH)..i {
            let (Some(a), Some(b)) = (groups.get(j), groups.get(i)) else { continue };
            if a.entity.kind != b.entity.kind || a.words.len() < 2 || b.words.len() < 2 || a.listed && b.listed {
                continue;
            }
            let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
            let same = match a.entity.kind {
                Kind::Person => {
                    long.words.len() > short.words.len()
                        && long.words.first() == short.words.first()
                        && long.words.last() == short.words.last()
                }
                Kind::Organization => long
                    .words
                    .strip_prefix(short.words.as_slice())
                    .is_some_and(|rest| !rest.is_empty() && rest.iter().all(|w| LEGAL.contains(&w.as_str()))),
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
    let longer: Vec<(usize, Vec<String>, String)> = target
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

/// Numbers the groups that are used, names them, and makes their keys differ.
fn settle(names: &[Named], groups: Vec<Group>, of: Vec<u32>) -> (Vec<Entity>, Vec<u32>) {
    let mut number: FxHashMap<u32, u32> = FxHashMap::default();
    let mut entities: Vec<Entity> = Vec::new();
    let mut keys: FxHashMap<String, u32> = FxHashMap::default();
    let mut out = Vec::with_capacity(of.len());
    for (group, _) in of.iter().zip(names) {
        let at = match number.get(group) {
            Some(at) => *at,
            None => {
                let Some(g) = groups.get(*group as usize) else {
                    out.push(u32::MAX);
                    continue;
                };
                let at = *keys.entry(g.entity.key.clone()).or_insert(to_u32(entities.len()));
                if at as usize == entities.len() {
                    entities.push(g.entity.clone());
                }
                number.insert(*group, at);
                at
            }
        };
        out.push(at);
    }
    (entities, out)
}

/// Whether a candidate is written as acronyms are.
pub(crate) fn acronym(tokens: &[Token], c: &Candidate) -> bool {
    c.end == c.first + 1 && tokens.get(c.first).is_some_and(|t| t.word.shape == Shape::Capitals && t.bare().len() > 1)
}
