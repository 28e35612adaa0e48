//! Entities that may be one: names that differ by spelling, alphabet, a letter, or by what is left out. Nothing is
//! joined by this: a person decides.

use crate::corpus::Corpus;
use crate::count::tally::tally;
use crate::count::term::{KINDS, Terms};
use crate::mention::{Kind, Role};
use crate::order::sort_rows;
use crate::report::columns::{Cell, Table, Type};
use crate::report::query::Query;
use crate::span::to_u32;
use crate::text::bytes::characters;
use crate::text::spelling::{consonants, one_apart, sounds};

/// Most entities that are compared, those mentioned most.
const MOST: usize = 20_000;
/// Shortest name, in letters as they sound, of which one letter may be a slip.
const LONG: usize = 8;
/// Shortest name, in letters as they sound, that tells by its sound: `Aa-1` and `A-1` are two.
const TOLD: usize = 4;
/// Shortest word in which one letter may be a slip: `U.S. Government` and `U.K. Government` are two.
const WORD: usize = 5;

/// By so much more the name that an acronym stands for is mentioned than others with the same initials.
const FAR: u32 = 3;

/// Most names that are compared with one another for what they share.
const CROWD: usize = 200;

/// Why two names may be one, in the order of the list: the surest first.
const REASONS: &[&str] = &["spelling", "acronym", "short form", "initial", "letter", "vowels"];

/// Two entities that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Likeness {
    /// Of the terms; the one that takes the other in comes first.
    pair: (u32, u32),
    /// Into [`REASONS`].
    reason: u8,
}

/// A term with what is compared of it.
struct Name {
    term: u32,
    kind: Kind,
    mentions: u32,
    written: String,
    sounds: Vec<String>,
    /// Words in the order of the text.
    words: Vec<String>,
}

/// Entities of one kind that may be one, with the reason and in how many articles both are named, which speaks
/// against it: the surest reasons first, then those that are nowhere together, then by articles.
#[must_use]
pub fn table(corpus: &Corpus, query: &Query) -> Table {
    let views = query.scope.articles(corpus);
    let terms = Terms::entities(corpus, &query.kinds_of_pairs());
    let counted = tally(&views, &terms, query.window, &query.scope, None);
    let articles = |t: u32| counted.terms.get(t as usize).map_or(0, |c| c.articles);
    let mentions = |t: u32| counted.terms.get(t as usize).map_or(0, |c| c.mentions);
    let mut order: Vec<u32> = (0..to_u32(terms.len())).filter(|t| mentions(*t) > 0).collect();
    sort_rows(&mut order, &mut |a, b| mentions(*b).cmp(&mentions(*a)).then_with(|| terms.by_id(*a, *b)));
    order.truncate(MOST);
    let names: Vec<Name> = order.iter().map(|t| name(&terms, *t, mentions(*t))).collect();
    let found = alike(&names);

    // In which articles each of them is named.
    let mut where_named: Vec<Option<Vec<u32>>> = vec![None; terms.len()];
    for t in found.iter().flat_map(|like| [like.pair.0, like.pair.1]) {
        if let Some(list) = where_named.get_mut(t as usize) {
            *list = Some(Vec::new());
        }
    }
    for (number, view) in (0u32..).zip(&views) {
        for m in view.mentions.iter().filter(|m| query.scope.role(m.role) && m.role != Role::Pronoun) {
            if let Some(list) = terms.of_entity(m.entity).and_then(|t| where_named.get_mut(t as usize)?.as_mut())
                && list.last() != Some(&number)
            {
                list.push(number);
            }
        }
    }
    let of = |t: u32| where_named.get(t as usize).and_then(Option::as_deref).unwrap_or(&[]);
    let mut rows: Vec<(Likeness, u32)> =
        found.into_iter().map(|like| (like, common(of(like.pair.0), of(like.pair.1)))).collect();
    let weight = |like: &Likeness| (articles(like.pair.1), articles(like.pair.0));
    sort_rows(&mut rows, &mut |(a, with), (b, without)| {
        (a.reason, *with > 0)
            .cmp(&(b.reason, *without > 0))
            .then_with(|| weight(b).cmp(&weight(a)))
            .then_with(|| terms.by_id(a.pair.0, b.pair.0))
            .then_with(|| terms.by_id(a.pair.1, b.pair.1))
    });
    rows.truncate(query.limit);

    let side: Type =
        Type::Struct(&[("id", Type::Text), ("name", Type::Text), ("count", Type::U32), ("articles", Type::U32)]);
    let mut table = Table::new(&[
        ("into", side),
        ("entity", side),
        ("kind", Type::Choice(KINDS)),
        ("reason", Type::Choice(REASONS)),
        ("together", Type::U32),
    ]);
    for (like, together) in rows {
        let (a, b) = like.pair;
        let texts = [a, b].map(|t| (terms.id(t), terms.name(t)));
        let mut cells: Vec<Cell<'_>> = Vec::with_capacity(5);
        for (t, (id, name)) in [a, b].into_iter().zip(&texts) {
            cells.push(Cell::Row(vec![
                Cell::Text(id),
                Cell::Text(name),
                Cell::U32(mentions(t)),
                Cell::U32(articles(t)),
            ]));
        }
        cells.extend([Cell::kind(terms.kind(a)), Cell::Choice(like.reason), Cell::U32(together)]);
        table.push(&cells);
    }
    table
}

fn name(terms: &Terms<'_>, term: u32, mentions: u32) -> Name {
    let written = terms.name(term);
    let words = written.split_whitespace().flat_map(sounds).collect();
    Name { term, kind: terms.kind(term), mentions, sounds: sounds(&written), words, written }
}

/// How many numbers two ascending lists share.
fn common(a: &[u32], b: &[u32]) -> u32 {
    to_u32(a.iter().filter(|n| b.binary_search(n).is_ok()).count())
}

/// Pairs of names, of which the first takes the other in, each with its surest reason.
fn alike(names: &[Name]) -> Vec<Likeness> {
    let mut found: Vec<(u32, u32, u8)> = Vec::new();
    // Names by what would be the same of them if they were one.
    let mut buckets: Vec<(u8, Kind, String, u32)> = Vec::new();
    for (i, n) in (0u32..).zip(names) {
        let whole = n.sounds.concat();
        let letters = characters(&whole);
        // What is only some name may be that of a person, a body or a place.
        let mut file =
            |reason: u8, key: String| buckets.push((reason, if reason == 0 { Kind::Other } else { n.kind }, key, i));
        if letters >= TOLD {
            file(0, whole.clone());
        }
        if n.kind == Kind::Person && n.words.len() > 1 {
            if let (Some(first), Some(last)) = (n.words.first(), n.words.last()) {
                file(2, last.clone());
                file(3, format!("{} {last}", first.chars().take(1).collect::<String>()));
            }
            for (at, word) in n.sounds.iter().enumerate() {
                let others: Vec<&str> =
                    n.sounds.iter().enumerate().filter(|(j, _)| *j != at).map(|(_, w)| w.as_str()).collect();
                let bare = consonants(word);
                if characters(&bare) > 2 {
                    file(5, format!("{} {bare}", others.join(" ")));
                }
            }
        }
        if n.kind == Kind::Person && n.words.len() == 1 {
            file(2, whole.clone());
        }
        if n.kind == Kind::Organization {
            let capitals: String =
                n.written.split_whitespace().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
            if n.words.len() > 2 {
                file(1, capitals);
            } else if characters(&n.written) > 2 && !n.written.chars().any(char::is_lowercase) {
                file(1, n.written.chars().filter(|c| c.is_alphanumeric()).collect());
            }
        }
        if letters >= LONG && n.kind != Kind::Place {
            // Of two names that are one letter apart, either the beginning is the same or the end.
            file(4, format!("{} ", whole.chars().take(LONG / 2).collect::<String>()));
            file(4, format!(" {}", whole.chars().skip(letters - LONG / 2).collect::<String>()));
        }
    }
    sort_rows(&mut buckets, &mut |a, b| (a.0, a.1 as u8, &a.2, a.3).cmp(&(b.0, b.1 as u8, &b.2, b.3)));
    for bucket in buckets.chunk_by(|a, b| (a.0, a.1, &a.2) == (b.0, b.1, &b.2)) {
        // What very many share tells nothing of any two.
        if bucket.len() > CROWD {
            continue;
        }
        let reason = bucket.first().map_or(0, |b| b.0);
        let own: Vec<(u32, &Name)> =
            bucket.iter().filter_map(|(_, _, _, i)| Some((*i, names.get(*i as usize)?))).collect();
        if (1..4).contains(&reason) {
            found.extend(shortened(reason, &own).map(|(into, i)| (into, i, reason)));
            continue;
        }
        let begin = found.len();
        for (i, (x, a)) in own.iter().enumerate() {
            for (y, b) in own.get(i + 1..).unwrap_or(&[]) {
                // What sounds the same is joined to the first, which is mentioned most.
                let joined = reason == 0 && found.get(begin..).unwrap_or(&[]).iter().any(|f| f.1 == *y);
                if !joined && fits(reason, a, b) {
                    found.push((*x, *y, reason));
                }
            }
        }
    }
    // In whichever direction, for the surest reason.
    let sides = |f: &(u32, u32, u8)| (f.0.min(f.1), f.0.max(f.1));
    sort_rows(&mut found, &mut |a, b| (sides(a), a.2).cmp(&(sides(b), b.2)));
    found.dedup_by_key(|f| sides(f));
    let term = |i: u32| names.get(i as usize).map_or(0, |n| n.term);
    found.into_iter().map(|(x, y, reason)| Likeness { pair: (term(x), term(y)), reason }).collect()
}

/// Whether a name of a bucket is the whole one: what an acronym stands for, with a first name, with more than an initial.
fn full(reason: u8, n: &Name) -> bool {
    match reason {
        1 => n.words.len() > 2,
        2 => n.words.len() > 1,
        _ => n.words.first().is_some_and(|w| characters(w) > 1),
    }
}

/// The whole name of a bucket and the one that leaves something out, the most mentioned of each: others that sound like
/// them are one with them for that. `None` where two whole names are different, and nobody can say which; an acronym
/// is that of the one mentioned far more.
fn shortened(reason: u8, own: &[(u32, &Name)]) -> Option<(u32, u32)> {
    let (into, name) = own.iter().find(|(_, n)| full(reason, n))?;
    let (short, _) = own.iter().find(|(_, n)| !full(reason, n))?;
    let rival =
        |n: &Name| full(reason, n) && n.sounds != name.sounds && (reason != 1 || n.mentions > name.mentions / FAR);
    (!own.iter().any(|(_, n)| rival(n))).then_some((*into, *short))
}

/// Whether two names of one bucket are alike in the way that the bucket is about.
fn fits(reason: u8, a: &Name, b: &Name) -> bool {
    match reason {
        0 => a.kind == b.kind || a.kind == Kind::Other || b.kind == Kind::Other,
        4 => {
            let mut words = a.sounds.iter().zip(&b.sounds);
            a.words.len() == b.words.len()
                && one_apart(&a.sounds.concat(), &b.sounds.concat())
                && words.any(|(x, y)| x != y && x.len().max(y.len()) >= WORD)
        }
        _ => a.sounds != b.sounds && a.words.len() == b.words.len(),
    }
}
