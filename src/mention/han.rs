//! Names in Chinese text, which has neither capitals nor blanks: by lists, by what names end with, by family
//! names, and by the characters that foreign names are written with.
//!
//! Reads the characters of a sentence, not its words, so that a name never depends on how words were cut.

use rustc_hash::FxHashMap;

use crate::lang::{Flags, Pack};
use crate::mention::{ArticleMentions, Entity, Kind, Mention, Role};
use crate::segment::{Article, Part, Segmentation};
use crate::span::{Span, to_u32};

/// The longest entry that is looked for, in characters.
const LONGEST: usize = 10;
/// How far behind a place the end of a longer name is looked for, in characters.
const REACH: usize = 6;

/// A character with what the lists say of it, and of the longest entry of two characters or more that it begins.
#[derive(Clone, Copy, Debug)]
struct Sign<'p> {
    start: u32,
    char: char,
    own: Flags,
    length: usize,
    entry: Flags,
    value: &'p str,
}

/// A name by the numbers of its first character and of the one past its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found<'p> {
    first: usize,
    end: usize,
    kind: Kind,
    value: &'p str,
}

const PLACES: Flags = Flags(Flags::COUNTRY.0 | Flags::PLACE.0);
const NAMES: Flags = Flags(PLACES.0 | Flags::ORGANIZATION.0);
/// Entries that a name does not run into.
const WORDS: Flags =
    Flags(Flags::STOP.0 | Flags::COMMON.0 | Flags::OFFICE.0 | Flags::SAYING.0 | Flags::MONTH.0 | Flags::WEEKDAY.0);

/// Adds the names of an article to those in Latin letters.
pub(crate) fn add(text: &str, article: &Article, all: &Segmentation, pack: &Pack<'_>, out: &mut ArticleMentions) {
    let mut by_key: FxHashMap<String, u32> = FxHashMap::default();
    let (mut signs, mut found) = (Vec::new(), Vec::new());
    for (number, sentence) in (article.sentences.start..).zip(article.sentences.of(&all.sentences)) {
        if sentence.part == Part::Boilerplate {
            continue;
        }
        read(text, sentence.span, pack, &mut signs);
        names(&signs, &mut found);
        let starts = sentence.tokens.of(&all.tokens.starts);
        for name in &found {
            let (Some(first), Some(last)) = (signs.get(name.first), name.end.checked_sub(1).and_then(|i| signs.get(i)))
            else {
                continue;
            };
            let span = Span::new(first.start, last.start + to_u32(last.char.len_utf8()));
            let surface = span.of(text);
            let entity = entity(surface, name, &mut by_key, &mut out.entities);
            let dateline = article.dateline.as_ref().is_some_and(|d| d.span.overlaps(span));
            let role = if dateline || sentence.part == Part::Metadata { Role::Metadata } else { Role::Plain };
            let token = sentence.tokens.start + to_u32(starts.partition_point(|s| *s <= span.start).saturating_sub(1));
            out.mentions.push(Mention { span, sentence: number, token, entity, role });
        }
    }
    settle(out);
}

/// The entity of a name: by its usual name, its form, or the last part of a longer one (`克拉克`, `罗杰·克拉克`).
fn entity(surface: &str, name: &Found<'_>, by_key: &mut FxHashMap<String, u32>, entities: &mut Vec<Entity>) -> u32 {
    let key = if name.value.is_empty() { surface } else { name.value };
    if let Some(known) = by_key.get(key) {
        return *known;
    }
    let number = to_u32(entities.len());
    by_key.insert(key.to_string(), number);
    if let (Kind::Person, Some((_, last))) = (name.kind, key.rsplit_once('·')) {
        by_key.entry(last.to_string()).or_insert(number);
    }
    entities.push(Entity { name: key.to_string(), kind: name.kind, key: key.to_string(), titles: Vec::new() });
    number
}

/// Puts mentions in the order of the text, drops those inside others, and numbers entities by first mention.
fn settle(out: &mut ArticleMentions) {
    crate::order::sort_rows(&mut out.mentions, &mut |a, b| {
        (a.span.start, std::cmp::Reverse(a.span.end)).cmp(&(b.span.start, std::cmp::Reverse(b.span.end)))
    });
    let mut end = 0;
    out.mentions.retain(|m| {
        let apart = m.span.start >= end;
        end = end.max(m.span.end);
        apart
    });
    let mut numbers: Vec<u32> = vec![u32::MAX; out.entities.len()];
    let mut entities = Vec::with_capacity(out.entities.len());
    for m in &mut out.mentions {
        let Some(number) = numbers.get_mut(m.entity as usize) else { continue };
        if *number == u32::MAX {
            *number = to_u32(entities.len());
            entities.extend(out.entities.get(m.entity as usize).cloned());
        }
        m.entity = *number;
    }
    out.entities = entities;
}

/// The characters of a sentence with what the lists say.
fn read<'p>(text: &str, span: Span, pack: &Pack<'p>, out: &mut Vec<Sign<'p>>) {
    out.clear();
    let own = span.of(text);
    for (at, char) in own.char_indices() {
        let start = span.start + to_u32(at);
        let mut sign = Sign { start, char, own: Flags::NONE, length: 1, entry: Flags::NONE, value: "" };
        if han(char) {
            let mut ends = [0usize; LONGEST];
            let mut count = 0;
            let rest = own.get(at..).unwrap_or("");
            for (end, (offset, c)) in ends.iter_mut().zip(rest.char_indices().take_while(|(_, c)| han(*c))) {
                *end = offset + c.len_utf8();
                count += 1;
            }
            for length in (1..=count).rev() {
                let Some(end) = ends.get(length - 1).copied() else { continue };
                let (flags, value) = rest.get(..end).map_or((Flags::NONE, ""), |entry| pack.lookup(entry));
                if length == 1 {
                    sign.own = flags;
                } else if sign.length == 1 && flags != Flags::NONE {
                    (sign.length, sign.entry, sign.value) = (length, flags, value);
                }
            }
        }
        out.push(sign);
    }
}

fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The names of a sentence, in order; none overlap.
fn names<'p>(signs: &[Sign<'p>], out: &mut Vec<Found<'p>>) {
    out.clear();
    let mut at = 0;
    // Where the characters begin that belong to no entry and no name.
    let mut free = 0;
    while let Some(sign) = signs.get(at) {
        if !han(sign.char) {
            at += 1;
            free = at;
            continue;
        }
        let found = if sign.entry.any(NAMES) {
            Some(listed(signs, at))
        } else if let Some(found) = ended(signs, free, at) {
            Some(found)
        } else if sign.length > 1 && sign.entry.any(WORDS) {
            None
        } else {
            // `三万元`, `五米长`: behind a number there is a measure.
            let number = at
                .checked_sub(1)
                .and_then(|i| signs.get(i))
                .is_some_and(|s| s.char.is_ascii_digit() || NUMERALS.contains(&s.char));
            foreign(signs, at).or_else(|| if number { None } else { person(signs, at, at == free) })
        };
        // `外交部长`: an office, not its place of work.
        let office = |f: &Found<'_>| {
            f.kind == Kind::Organization && signs.get(f.end).is_some_and(|s| s.char == '长' && s.length == 1)
        };
        if let Some(found) = found.filter(office) {
            if sign.entry.any(PLACES) {
                let end = at + sign.length;
                out.push(Found { first: at, end, kind: Kind::Place, value: sign.value });
            }
            at = found.end + 1;
            free = at;
        } else if let Some(found) = found {
            at = found.end.max(at + 1);
            free = at;
            if found.kind != Kind::Keyword {
                out.push(found);
            }
        } else if sign.length > 1 && sign.entry.any(WORDS) {
            at += sign.length;
            // `华美电子公司`
            let inside = sign.entry.any(Flags::ORG_WORD) && !sign.entry.any(Flags::STOP);
            free = if inside { free } else { at };
        } else {
            at += 1;
            if sign.own.any(Flags::STOP) {
                free = at;
            }
        }
    }
}

/// Whether a name ends before a character: at a mark, a small word, an ordinary word.
fn breaks(signs: &[Sign<'_>], at: usize) -> bool {
    signs.get(at).is_none_or(|s| {
        !han(s.char) || s.own.any(Flags::STOP) || s.length > 1 && s.entry.any(WORDS) || s.own.any(Flags::SAYING)
    })
}

/// A listed name, and what it is the beginning of: `中国` `中国人民银行` `江苏省盐城市`.
fn listed<'p>(signs: &[Sign<'p>], at: usize) -> Found<'p> {
    let nothing = Found { first: at, end: at + 1, kind: Kind::Place, value: "" };
    let Some(sign) = signs.get(at) else { return nothing };
    let end = at + sign.length;
    if !sign.entry.any(PLACES) {
        return Found { first: at, end, kind: Kind::Organization, value: sign.value };
    }
    let mut found = Found { first: at, end, kind: Kind::Place, value: sign.value };
    if signs.get(end).is_some_and(|s| s.length == 1 && PEOPLE.contains(&s.char)) {
        // `法国人`, `希腊语`: of a place, but no mention of it.
        return Found { kind: Kind::Keyword, ..found };
    }
    let mut next = end;
    // Behind an ordinary word only an end of several characters counts: `中国国家足球队`, not `中国传统城`.
    let mut plain = true;
    while next < found.end + REACH {
        let Some(s) = signs.get(next).filter(|s| han(s.char)) else { break };
        if s.length > 1 && s.entry.any(NAMES) && next == found.end && !s.entry.any(Flags::COUNTRY) {
            let kind = if s.entry.any(PLACES) { found.kind } else { Kind::Organization };
            found = Found { end: next + s.length, kind, value: "", ..found };
            next = found.end;
            continue;
        }
        if let Some((kind, length)) = ending(s) {
            // `日本人在东京站`: one character far behind says little.
            if plain && next - found.end <= 3 || length > 1 && (plain || kind == Kind::Organization) {
                found = Found { end: next + length, kind, value: "", ..found };
                (next, plain) = (found.end, true);
                continue;
            }
        }
        if s.length > 1 && s.entry.any(Flags::COMMON) && !s.entry.any(Flags::STOP.with(Flags::OFFICE)) {
            plain = false;
            next += s.length;
            continue;
        }
        if breaks(signs, next) {
            break;
        }
        next += 1;
    }
    found
}

/// What a measure may stand behind.
const NUMERALS: &[char] = &['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千'];

/// What makes a people or a language of a place.
const PEOPLE: &[char] = &['人', '语', '话', '籍', '裔', '式', '文'];

/// What a name that ends here would be, and how many characters say so.
fn ending(s: &Sign<'_>) -> Option<(Kind, usize)> {
    let kind = |f: Flags| {
        if f.any(Flags::ORG_WORD) {
            Some(Kind::Organization)
        } else if f.any(Flags::PLACE_WORD) {
            Some(Kind::Place)
        } else {
            None
        }
    };
    if s.length > 1 {
        return kind(s.entry).map(|k| (k, s.length));
    }
    kind(s.own).map(|k| (k, 1))
}

/// A name of unknown characters with a known end: `华美公司`, `溪美村`.
fn ended<'p>(signs: &[Sign<'p>], free: usize, at: usize) -> Option<Found<'p>> {
    let sign = signs.get(at)?;
    let (kind, length) = ending(sign)?;
    if kind == Kind::Place
        && (sign.entry.any(Flags::COMMON) || matches!(sign.char, '区' | '站' | '路' | '街' | '港' | '城'))
    {
        return None;
    }
    let before = at - free;
    let fits = match (kind, length) {
        (Kind::Organization, 1) => false,
        (Kind::Organization, _) => (2..=6).contains(&before),
        (_, 1) => (2..=3).contains(&before),
        _ => (2..=4).contains(&before),
    };
    let mut end = at + length;
    // `华美电子公司` ends twice.
    while let Some((Kind::Organization, more)) = signs.get(end).and_then(ending).filter(|(_, more)| *more > 1) {
        end += more;
    }
    fits.then_some(Found {
        first: free,
        end,
        kind: if end > at + length { Kind::Organization } else { kind },
        value: "",
    })
}

/// A name in the characters that foreign names are written with: `罗杰·克拉克`, `布伦内罗`.
fn foreign<'p>(signs: &[Sign<'p>], at: usize) -> Option<Found<'p>> {
    let mut end = at;
    let mut dot = false;
    while let Some(s) = signs.get(end) {
        let joins = matches!(s.char, '·' | '・' | '•' | '‧')
            && end > at
            && signs.get(end + 1).is_some_and(|n| n.own.any(Flags::TRANSCRIPTION));
        let of = s.own.any(Flags::TRANSCRIPTION) && !(s.length > 1 && s.entry.any(WORDS.with(NAMES)));
        if !joins && !of {
            break;
        }
        dot |= joins;
        end += 1;
    }
    let length = end - at;
    // Family names and ordinary characters are written with the same characters.
    let plain = signs.get(at..end)?.iter().filter(|s| s.own.any(Flags::COMMON.with(Flags::STOP))).count();
    if length < 3 || !dot && plain * 2 > length {
        return None;
    }
    let (kind, more) = match signs.get(end).and_then(ending) {
        Some((kind, more)) if !dot => (kind, more),
        _ => (Kind::Person, 0),
    };
    Some(Found { first: at, end: end + more, kind, value: "" })
}

/// A family name and one or two characters of given names: `王毅`, `习近平`, `欧阳修`.
fn person<'p>(signs: &[Sign<'p>], at: usize, bounded: bool) -> Option<Found<'p>> {
    let s = signs.get(at)?;
    let family = if s.length == 2 && s.entry.any(Flags::FAMILY) {
        2
    } else if s.own.any(Flags::FAMILY) {
        1
    } else {
        return None;
    };
    let given = |i: usize| {
        signs.get(i).is_some_and(|s| s.own.any(Flags::GIVEN) && !(s.length > 1 && s.entry.any(WORDS.with(NAMES))))
    };
    let first = at + family;
    // `华美电子公司`
    let company = |end: usize| signs.get(end).and_then(ending).is_some_and(|(_, length)| length > 1);
    let small = s.own.any(Flags::STOP) && family == 1;
    let any = |i: usize| signs.get(i).is_some_and(|s| han(s.char)) && !breaks(signs, i);
    if !(given(first) || bounded && any(first)) {
        return None;
    }
    let found = |end: usize| Some(Found { first: at, end, kind: Kind::Person, value: "" });
    let two = given(first + 1) && given(first);
    let behind = breaks(signs, first + 2);
    if two && !small && (bounded || behind) && !company(first + 2)
        || bounded && behind && any(first) && any(first + 1) && (two || !small)
    {
        return found(first + 2);
    }
    if bounded && !small && given(first) && !company(first + 1) && breaks(signs, first + 1) {
        return found(first + 1);
    }
    None
}
