//! Which names of an article are one entity.

use crate::lang::Flags;
use crate::mention::form::{ABSENT, Form, Forms, NONE};
use crate::mention::kind::{self, Guess};
use crate::mention::name::Candidate;
use crate::mention::token::{Gap, Token};
use crate::mention::weigh::STEPS;
use crate::mention::{Entity, Kind};
use crate::segment::Part;
use crate::span::to_u32;
use crate::text::TypeId;
use crate::text::bytes::List;

/// A candidate with its guess, and what it is known by.
pub(crate) struct Named<'p> {
    pub candidate: Candidate,
    /// Where it ends.
    pub end: u32,
    pub guess: Guess<'p>,
    /// What the lists say of it.
    pub listed: Flags,
    /// The number of its surface without possessive and full stop, and of that which is shown.
    pub form: u32,
    pub shown: u32,
    /// In capitals, as acronyms are.
    pub acronym: bool,
    /// A place of one word, with nothing before it that says so: it may be somebody's family name (`Paris`).
    pub namesake: bool,
    /// The weights say that it is no name: it counts where it is a form of another.
    pub doubtful: bool,
    /// Its first word stands in the article in lower case as well.
    pub known: bool,
    /// What the weights give each kind, in steps; zeros where the rules are sure.
    pub scores: [i32; 4],
}

#[derive(Debug)]
struct Group {
    /// What a list says that it is called, else [`NONE`].
    usual: TypeId,
    key: TypeId,
    kind: Kind,
    titles: Vec<TypeId>,
    sure: u8,
    form: Form,
    votes: [i32; 4],
    /// A bit for each kind that a rule was sure of.
    ruled: u8,
    /// Its first name, and where it was last named in full.
    first: u32,
    latest: u32,
    /// How often it was meant by one word so far.
    bare: u32,
}

impl Group {
    fn several(&self) -> bool {
        self.form.count > 1
    }

    fn listed(&self) -> bool {
        self.usual != NONE
    }

    fn vote(&mut self, name: &Named<'_>) {
        let guess = &name.guess;
        for (votes, score) in self.votes.iter_mut().zip(name.scores) {
            *votes += score;
        }
        if name.scores == [0; 4]
            && let Some(votes) = self.votes.get_mut(guess.kind as usize)
        {
            *votes += (i32::from(guess.sure) + 1) * RULED;
            self.ruled |= u8::from(guess.sure >= SURE) << guess.kind as u32;
        }
        self.sure = self.sure.max(guess.sure);
        let mut best = i32::MIN;
        for (kind, n) in [Kind::Person, Kind::Organization, Kind::Place, Kind::Other].into_iter().zip(self.votes) {
            if n > best {
                (best, self.kind) = (n, kind);
            }
        }
    }
}

/// How sure a rule has to be to be more than a guess.
const SURE: u8 = 7;

/// What a rule says weighs so many steps for how sure it is: as much as half a nat.
const RULED: i32 = STEPS / 2;

/// What is worth keeping from article to article.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    groups: Vec<Group>,
    /// The group of each name, and in the end its entity.
    pub of: Vec<u32>,
    ends: Vec<u32>,
    found: Vec<(TypeId, u32)>,
}

/// The entities of the names, in order of first mention; the entity of each name is left with the groups.
#[inline(never)]
pub(crate) fn entities(
    text: &str,
    tokens: &[Token<'_>],
    names: &[Named<'_>],
    forms: &mut Forms,
    Groups { groups, of, ends, found }: &mut Groups,
) -> Vec<Entity> {
    forms.begin();
    groups.clear();
    of.clear();
    of.resize(names.len(), ABSENT);
    // Full forms first, so that a surname that stands before its full name (in a headline) finds it.
    for (slot, name) in of.iter_mut().zip(names) {
        let several = forms.get(name.form).count > 1;
        let short = !several && (name.guess.kind == Kind::Person || name.namesake);
        if !short && !name.doubtful && (several || !name.guess.usual.is_empty() || name.guess.sure >= 8) {
            *slot = full(name, groups, forms);
        }
    }
    define(text, tokens, names, of, groups, forms);
    for (i, group) in (0..to_u32(of.len())).zip(of.iter()).rev() {
        if let Some(group) = groups.get_mut(*group as usize) {
            group.first = i;
        }
    }
    if of.contains(&ABSENT) {
        by_end(groups, of, forms, found, ends);
    }
    let sentence = |i: u32| {
        let name = names.get(i as usize).and_then(|n| tokens.get(n.candidate.first));
        name.map_or(0, |t| t.sentence)
    };
    for (i, name) in (0u32..).zip(names) {
        let Some(slot) = of.get_mut(i as usize) else { continue };
        if *slot == ABSENT {
            // Whoever was named in full just before; else whom the word meant before.
            let rank = |g: u32| {
                let (last, bare) = groups.get(g as usize).map_or((ABSENT, 0), |g| (g.latest, g.bare));
                let new = last != ABSENT && sentence(i).saturating_sub(sentence(last)) <= FRESH;
                (if new { last + 1 } else { 0 }, bare)
            };
            let headline = tokens.get(name.candidate.first).is_some_and(|t| t.part == Part::Headline);
            let found = short(name, i, groups, ends, forms, headline, &rank);
            let key = forms.get(name.form).key;
            let found = found.or_else(|| Some(forms.mark(key).group).filter(|g| *g != ABSENT));
            if let Some(group) = found.and_then(|g| groups.get_mut(g as usize)) {
                group.bare += 1;
            }
            *slot = match found {
                Some(found) => {
                    // Every mention of a name says of what kind it is.
                    if let Some(group) = groups.get_mut(found as usize).filter(|g| g.key == key && !name.doubtful) {
                        group.vote(name);
                    }
                    found
                }
                None if name.doubtful => continue,
                None => full(name, groups, forms),
            };
        }
        if let Some(group) = groups.get_mut(*slot as usize).filter(|_| forms.get(name.form).count > 1) {
            group.latest = i;
        }
        if let (Some(title), Some(group)) = (name.candidate.title, groups.get_mut(*slot as usize)) {
            let title = forms.title(title.of(text));
            if !group.titles.contains(&title) {
                group.titles.push(title);
            }
        }
    }
    // A doubtful one may stand before the one that is none.
    for (slot, name) in of.iter_mut().zip(names).filter(|(slot, name)| **slot == ABSENT && name.doubtful) {
        *slot = forms.mark(forms.get(name.form).key).group;
    }
    subsets(groups, of, forms);
    settle(groups, of, forms)
}

/// For how many sentences a full name is the one that a family name alone means, whoever bore it before.
const FRESH: u32 = 2;

/// The group of a name by its whole form, made now if there is none.
#[inline(never)]
fn full(name: &Named<'_>, groups: &mut Vec<Group>, forms: &mut Forms) -> u32 {
    let (key, usual) = match name.guess.usual {
        "" => (forms.get(name.form).key, NONE),
        usual => forms.usual(name.form, usual),
    };
    let mut at = forms.mark(key).group;
    if at == ABSENT {
        at = to_u32(groups.len());
        forms.set(key, |mark| mark.group = at);
        let (kind, form) = (name.guess.kind, *forms.get(name.form));
        let (titles, votes, first, latest) = (Vec::new(), [0; 4], ABSENT, ABSENT);
        groups.push(Group { usual, key, kind, titles, sure: 0, form, votes, ruled: 0, first, latest, bare: 0 });
    }
    if let Some(group) = groups.get_mut(at as usize) {
        group.vote(name);
    }
    at
}

/// Whether letters are the initials of words, with those of small words or without them.
#[inline(never)]
fn initials(words: &str, letters: &str) -> bool {
    // Most begin with another letter, and with no small word.
    if words.chars().next() != letters.chars().next() && !words.bytes().take(4).any(|b| matches!(b, b'-' | b' ')) {
        return false;
    }
    let (mut all, mut large) = (letters.chars(), letters.chars());
    let (mut of_all, mut of_large) = (true, true);
    for word in words.split(['-', ' ']) {
        let Some(c) = word.chars().next() else { continue };
        of_all &= all.next() == Some(c);
        if !matches!(word, "of" | "the" | "and" | "for" | "de" | "in" | "on" | "to") {
            of_large &= large.next() == Some(c);
        }
        if !of_all && !of_large {
            return false;
        }
    }
    of_all && all.as_str().is_empty() || of_large && large.as_str().is_empty()
}

/// `Long Name (LN)`: the second is an alias of the first; and acronyms of long names anywhere in the article.
#[inline(never)]
fn define(text: &str, tokens: &[Token<'_>], names: &[Named<'_>], of: &mut [u32], groups: &[Group], forms: &mut Forms) {
    let mut letters = String::new();
    for i in 0..names.len() {
        let Some(name) = names.get(i).filter(|n| n.acronym) else { continue };
        let Form { count, words, .. } = *forms.get(name.form);
        if count > 1 {
            continue;
        }
        let known = forms.mark(words).stands;
        if known != ABSENT {
            if let Some(slot) = of.get_mut(i) {
                *slot = known;
            }
            continue;
        }
        let first = tokens.get(name.candidate.first);
        let opened = first.is_some_and(|t| t.gap == Gap::Open);
        let before = i.checked_sub(1).and_then(|j| Some((j, names.get(j)?)));
        let before = before.filter(|(_, b)| opened && b.candidate.end == name.candidate.first);
        let acronym = forms.text(words);
        letters.clear();
        letters.extend(acronym.chars().filter(|c| c.is_alphabetic()));
        let target = before
            .filter(|(_, b)| {
                let long = forms.get(b.form);
                long.count > 1
                    && (letters.len() >= 2 && initials(forms.text(long.words), &letters)
                        || acronym.chars().next() == forms.text(long.words).chars().next()
                            && text.get(first.map_or(0, |t| t.span.end as usize)..).is_some_and(|r| r.starts_with(')')))
            })
            .and_then(|(j, _)| of.get(j).copied())
            .or_else(|| {
                let listed = of.get(i).and_then(|g| groups.get(*g as usize)).is_some_and(Group::listed);
                if listed || letters.chars().nth(1).is_none() {
                    return None;
                }
                // The only one of several words.
                let long = |(_, g): &(u32, &Group)| g.several() && initials(forms.text(g.form.words), &letters);
                let mut found = (0u32..).zip(groups).filter(long).map(|(at, _)| at);
                found.next().filter(|_| found.next().is_none())
            });
        let Some(target) = target else { continue };
        let own = of.get(i).copied().unwrap_or(ABSENT);
        let merged = if groups.get(own as usize).is_some_and(Group::listed) && own != target {
            // The acronym's usual name and the long form are one.
            for slot in of.iter_mut().filter(|s| **s == target) {
                *slot = own;
            }
            own
        } else {
            target
        };
        forms.set(words, |mark| (mark.stands, mark.group) = (merged, merged));
        if let Some(slot) = of.get_mut(i) {
            *slot = merged;
        }
    }
}

/// Endings of companies' names that are left out in short forms.
const LEGAL: List = List::of("inc corp corporation co company ltd plc llc gmbh ag sa nv group holdings");

/// The groups of several words by their first and last words (and what follows a hyphen in the last; of persons with
/// long names by those between as well), those with one word in order of first mention; the mark of a word says where
/// they stand.
#[inline(never)]
fn by_end(groups: &[Group], of: &[u32], forms: &mut Forms, found: &mut Vec<(TypeId, u32)>, out: &mut Vec<u32>) {
    let several = |g: u32| groups.get(g as usize).filter(|group| group.several()).map(|group| (g, group));
    let first = |g: u32| groups.get(g as usize).map_or(ABSENT, |group| group.first);
    let mentioned = (0u32..).zip(of).filter(|(i, g)| first(**g) == *i).map(|(_, g)| *g);
    // What gave way to another group is not mentioned.
    let others = (0u32..).zip(groups).filter(|(_, group)| group.first == ABSENT).map(|(g, _)| g);
    found.clear();
    for (g, group) in mentioned.chain(others).filter_map(several) {
        let form = &group.form;
        let ends = [form.first, if form.surname == form.first { NONE } else { form.surname }, form.tail];
        found.extend(ends.iter().filter(|key| **key != NONE).map(|key| (*key, g)));
        for word in between(group, forms) {
            if let Some(key) = forms.known(word).filter(|key| !ends.contains(key)) {
                found.push((key, g));
            }
        }
    }
    for (key, _) in found.iter() {
        forms.set(*key, |mark| mark.begin += 1);
    }
    out.clear();
    out.resize(found.len(), ABSENT);
    let mut next = 0;
    for (key, g) in found.drain(..) {
        let mark = forms.mark(key);
        // First met, it still says how many there are.
        let begin = if mark.length == 0 { next } else { mark.begin };
        if mark.length == 0 {
            next += mark.begin;
        }
        if let Some(slot) = out.get_mut((begin + mark.length) as usize) {
            *slot = g;
        }
        forms.set(key, |mark| (mark.begin, mark.length) = (begin, mark.length + 1));
    }
}

/// The words of a person's long name but small ones: one between the first and the last may be what the person is called.
fn between<'f>(group: &Group, forms: &'f Forms) -> impl Iterator<Item = &'f str> + use<'f> {
    let long = group.kind == Kind::Person && group.form.count > 3;
    let words = long.then(|| forms.text(group.form.words).split(' '));
    words.into_iter().flatten().filter(|word| word.len() > 3)
}

/// The group that a single word is a short form of.
#[inline(never)]
fn short(
    name: &Named<'_>,
    at: u32,
    groups: &[Group],
    ends: &[u32],
    forms: &Forms,
    headline: bool,
    rank: &dyn Fn(u32) -> (u32, u32),
) -> Option<u32> {
    let form = forms.get(name.form);
    if form.count > 1 {
        return None;
    }
    let word = form.words;
    let mark = forms.mark(word);
    if mark.group != ABSENT && !name.namesake {
        return Some(mark.group);
    }
    let all = ends.get(mark.begin as usize..(mark.begin + mark.length) as usize).unwrap_or(&[]);
    let middle = all.partition_point(|g| groups.get(*g as usize).is_some_and(|group| group.first < at));
    let nearest = |fits: &dyn Fn(&Group) -> bool, later: bool| {
        // The best full name before, of equals the nearest; else the only one after. Of thousands the
        // nearest are looked at.
        const NEAREST: usize = 32;
        let fit = |g: &u32| groups.get(*g as usize).is_some_and(fits);
        let mut before: Option<u32> = None;
        for found in all.get(..middle).unwrap_or(&[]).iter().rev().take(NEAREST).copied().filter(fit) {
            if before.is_none_or(|b| rank(found) > rank(b)) {
                before = Some(found);
            }
        }
        let mut after = all.get(middle..).unwrap_or(&[]).iter().take(NEAREST).copied().filter(fit);
        // `Dorn` in a headline: of several the one that is named first.
        let first = after.next().filter(|g| headline || after.all(|other| other == *g));
        before.or(first.filter(|_| later))
    };
    let person = |g: &Group| g.kind == Kind::Person && g.several();
    let surname = |g: &Group| {
        let own = &g.form;
        let family = || form.flags.any(Flags::FAMILY) && !form.flags.any(Flags::GIVEN);
        let syllables = || own.count == 2 && short_syllables(forms.text(own.words));
        let leads = || own.first == word && (own.count <= 3 && family() || syllables());
        person(g) && (own.surname == word || own.tail == word || leads())
    };
    let place = name.guess.kind == Kind::Place && name.guess.sure >= 8;
    if name.namesake {
        return nearest(&|g| person(g) && g.sure >= 8 && g.form.surname == word, false);
    }
    if !place && let Some(found) = nearest(&surname, true) {
        return Some(found);
    }
    // `in Halden`: no given name.
    let site = name.guess.kind == Kind::Place && name.guess.sure >= 4 && !form.flags.any(Flags::GIVEN);
    if !place
        && !site
        && let Some(found) = nearest(&|g| person(g) && g.form.first == word, true)
    {
        return Some(found);
    }
    // `Lula` for `Luiz Inácio Lula da Silva`
    let called = |g: &Group| between(g, forms).any(|inner| inner == forms.text(word));
    if !place && let Some(found) = nearest(&called, true) {
        return Some(found);
    }
    if place || name.acronym && forms.text(word).len() < 3 {
        return None;
    }
    // `Helion` for `Helion Energy plc`; not a country or an ordinary word for all that begin with it.
    let common = form.flags.any(
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
    let place = |g: &Group| g.kind == Kind::Place && g.form.count == 2 && g.form.first == word;
    if let Some(found) = nearest(&place, true) {
        return Some(found).filter(|_| unsure);
    }
    let begins = |g: &Group| {
        let legal = || forms.text(g.form.words).split(' ').skip(1).all(|w| LEGAL.has(w));
        g.several() && g.form.first == word && (matches!(g.kind, Kind::Organization | Kind::Other) || legal())
    };
    let named_for = |g: &Group| {
        let rest = || forms.text(g.form.words).strip_suffix(forms.text(word)).is_some_and(|r| r.ends_with(" of "));
        unsure && g.kind == Kind::Organization && g.form.last == word && rest()
    };
    nearest(&begins, true).or_else(|| nearest(&named_for, true))
}

/// Chinese and Korean names in Latin letters: a short family name before a given name.
fn short_syllables(words: &str) -> bool {
    words.find(' ').is_some_and(|first| first <= 2)
        && words.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | ' '))
}

/// `Barack Obama` and `Barack Hussein Obama`; `Helion Energy` and `Helion Energy plc`: one entity.
#[inline(never)]
fn subsets(groups: &mut [Group], of: &mut [u32], forms: &Forms) {
    // Pairs of multi-word names; a text with thousands of names is compared in a window.
    const REACH: usize = 200;
    let mut target: Vec<u32> = Vec::new();
    let same = |a: &Group, b: &Group| {
        if a.kind != b.kind || !b.several() || a.listed() && b.listed() {
            return false;
        }
        let (short, long) = if a.form.count <= b.form.count { (&a.form, &b.form) } else { (&b.form, &a.form) };
        match a.kind {
            Kind::Person => {
                let ends = || {
                    let rest = forms.text(long.words).strip_suffix(forms.text(short.words));
                    rest.is_some_and(|rest| rest.ends_with(' '))
                };
                long.count > short.count && long.last == short.last && (long.first == short.first || ends())
            }
            Kind::Organization => {
                let rest = || forms.text(long.words).strip_prefix(forms.text(short.words))?.strip_prefix(' ');
                long.first == short.first && rest().is_some_and(|rest| rest.split(' ').all(|w| LEGAL.has(w)))
            }
            _ => false,
        }
    };
    for (i, b) in groups.iter().enumerate() {
        if !b.several() || !matches!(b.kind, Kind::Person | Kind::Organization) {
            continue;
        }
        let from = i.saturating_sub(REACH);
        let window = groups.get(from..i).unwrap_or(&[]);
        if let Some(j) = window.iter().position(|a| a.several() && same(a, b)) {
            if target.is_empty() {
                target.extend(0..to_u32(groups.len()));
            }
            // What it joins may itself have joined another.
            let into = target.get(from + j).copied().unwrap_or(ABSENT);
            if let Some(slot) = target.get_mut(i) {
                *slot = into;
            }
        }
    }
    // The longest form names the entity.
    for (i, into) in target.iter().enumerate().filter(|(i, into)| to_u32(*i) != **into) {
        let Some(group) = groups.get_mut(i) else { continue };
        let (form, key, titles) = (group.form, group.key, std::mem::take(&mut group.titles));
        if let Some(group) = groups.get_mut(*into as usize) {
            group.titles.extend(titles);
        }
        if let Some(group) = groups.get_mut(*into as usize).filter(|g| !g.listed() && g.form.count < form.count) {
            (group.form, group.key) = (form, key);
        }
    }
    for slot in of.iter_mut() {
        if let Some(t) = target.get(*slot as usize) {
            *slot = *t;
        }
    }
}

/// Numbers the groups that are used; those with the same key are one.
#[inline(never)]
fn settle(groups: &mut [Group], of: &mut [u32], forms: &mut Forms) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::with_capacity(groups.len());
    for slot in of {
        let Some(group) = groups.get_mut(*slot as usize) else {
            *slot = ABSENT;
            continue;
        };
        *slot = forms.mark(group.key).entity;
        if *slot == ABSENT {
            *slot = to_u32(entities.len());
            forms.set(group.key, |mark| mark.entity = *slot);
            entities.push(Entity {
                name: group.usual,
                kind: group.kind,
                sure: group.ruled >> group.kind as u32 & 1 == 1,
                key: group.key,
                titles: std::mem::take(&mut group.titles),
            });
        }
    }
    entities
}

/// Whether a candidate is written as acronyms are.
pub(crate) fn acronym(tokens: &[Token<'_>], c: &Candidate) -> bool {
    c.end == c.first + 1 && tokens.get(c.first).is_some_and(kind::acronym)
}
