//! The names of an article in a language without capitals and blanks: what the tagger finds.

use crate::lang::model::Model;
use crate::lang::words::{Marks, Words};
use crate::lang::{Flags, Pack};
use crate::mention::tagger::{self, Line, Unit, Word};
use crate::mention::{ArticleMentions, Entity, Kind, Mention, Role};
use crate::segment::{Article, Part, Segmentation, Sentence};
use crate::span::{Span, to_u32};
use crate::text::Vocabulary;
use crate::text::bytes::characters;

/// Most characters of a name that the dictionary has, as the tagger looks for it.
const LONGEST: usize = 12;

/// A sentence as the tagger sees it.
#[must_use]
#[inline(never)]
pub fn line(text: &str, sentence: &Sentence, all: &Segmentation, vocabulary: &Vocabulary, words: &Words) -> Line {
    let mut line = Line::default();
    let tokens = &all.tokens;
    let own = sentence.tokens.of(&tokens.starts).iter().zip(sentence.tokens.of(&tokens.types));
    let mut at = sentence.span.start;
    let mut push = |part: Span, hash: u32, marks: Option<Marks>| {
        let n = characters(part.of(text));
        let class = part.of(text).chars().next().map_or('\0', tagger::class);
        let unknown = match class {
            'a' | 'A' => b'L',
            '0' => b'N',
            _ => b'X',
        };
        let word = to_u32(line.words.len());
        line.words.push(Word { hash, marks: marks.unwrap_or(Marks { part: unknown, name: 0 }) });
        for (i, (offset, c)) in part.of(text).char_indices().enumerate() {
            let place = match (n, i) {
                (1, _) => 0,
                (_, 0) => 1,
                _ if i + 1 == n => 3,
                _ => 2,
            };
            line.units.push(Unit { c: tagger::class(c), word, place, names: 0 });
            line.places.push(part.start + to_u32(offset));
        }
    };
    let end = (sentence.span.end, None);
    for (start, id) in own.map(|(start, id)| (start.byte(), Some(*id))).chain([end]) {
        // Signs between words are words of their own.
        for (i, c) in Span::new(at, start).of(text).char_indices() {
            let from = at + to_u32(i);
            push(Span::new(from, from + to_u32(c.len_utf8())), u32::from(c), None);
        }
        let Some(id) = id else { break };
        let form = vocabulary.get(id);
        at = start + vocabulary.length(id);
        push(Span::new(start, at), tagger::hash(form), words.marks(form));
    }
    mark_names(text, sentence.span.end, words, &mut line);
    line
}

/// Marks the names of the dictionary, whether the words of the sentence are these or not.
fn mark_names(text: &str, end: u32, words: &Words, line: &mut Line) {
    for (i, from) in line.places.iter().enumerate() {
        let begun = words.beginning(text, *from as usize);
        for length in 2..=LONGEST {
            let to = line.places.get(i + length).copied().unwrap_or(end);
            if !begun.has((to - from) as usize) || i + length > line.places.len() {
                continue;
            }
            let Some(marks) = words.marks(Span::new(*from, to).of(text)) else { continue };
            for named in [marks.named(), marks.name] {
                for (at, unit) in line.units.iter_mut().skip(i).take(length).enumerate() {
                    unit.in_name(named, at, length);
                }
            }
        }
    }
}

/// Most words of a name that a list has.
const LISTED: usize = 4;

/// Names that a list has: the longest first.
fn listed(
    text: &str,
    sentence: &Sentence,
    all: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    places: &[u32],
    labels: &mut [u8],
) {
    let starts = sentence.tokens.of(&all.tokens.starts);
    let ids = sentence.tokens.of(&all.tokens.types);
    for (i, start) in starts.iter().enumerate() {
        let ends = starts.iter().zip(ids).skip(i).take(LISTED).map(|(s, id)| s.byte() + vocabulary.length(*id));
        for end in ends.rev() {
            let own = Span::new(start.byte(), end).of(text);
            let flags = pack.flags(own);
            if !flags.any(Flags::ACROSS.with(Flags::COUNTRY).with(Flags::ORGANIZATION)) {
                continue;
            }
            let from = places.partition_point(|at| *at < start.byte());
            let to = places.partition_point(|at| *at < end);
            // What the tagger found inside it gives way (`上海` in `上海合作组织`); what reaches over its ends does not.
            let inside = |at: usize| labels.get(at).is_some_and(|label| *label > 0 && label % 2 == 0);
            if inside(from) || inside(to) {
                continue;
            }
            let kind = match () {
                () if flags.any(Flags::COUNTRY) => PLACE,
                () if flags.any(Flags::ORGANIZATION) => ORGANIZATION,
                () => PERSON,
            };
            let own = labels.get_mut(from..to).unwrap_or(&mut []);
            for (n, label) in own.iter_mut().enumerate() {
                *label = 2 * kind + if n == 0 { 1 } else { 2 };
            }
            break;
        }
    }
}

/// Kinds as the tagger numbers them.
const PERSON: u8 = 0;
const ORGANIZATION: u8 = 1;
const PLACE: u8 = 2;

/// What stands after the name of a place or an organisation and is no part of it; who comes next is a person.
const OFFICES: [&str; 21] = [
    "总统",
    "总理",
    "首相",
    "外长",
    "防长",
    "部长",
    "主席",
    "总干事",
    "秘书长",
    "总裁",
    "总经理",
    "董事长",
    "首席执行官",
    "发言人",
    "负责人",
    "代表",
    "官员",
    "大使",
    "教授",
    "主教练",
    "领导人",
];

/// What stands after the name of an organisation and is no part of it, nor is what comes next.
const BESIDE: [&str; 3] = ["总部", "成员国", "成员"];

/// Ends names of places and organisations before an office (`以色列总理内塔尼亚胡`) and what else is no part of them.
fn end_at_words(text: &str, line: &Line, labels: &mut [u8]) {
    let place = |at: usize| line.places.get(at).and_then(|from| text.get(*from as usize..)).unwrap_or("");
    let begins_word = |at: usize| line.units.get(at).is_none_or(|unit| unit.place < 2);
    let mut i = 0;
    while let Some(label) = labels.get(i).copied() {
        i += 1;
        let (at, named) = (i - 1, label > 0 && label % 2 == 0 && label != 2 * PERSON + 2);
        if !named || !begins_word(at) {
            continue;
        }
        let mut words = OFFICES.iter().map(|word| (word, true)).chain(BESIDE.iter().map(|word| (word, false)));
        let Some((word, office)) = words.find(|(word, _)| place(at).starts_with(**word)) else { continue };
        let after = at + characters(word);
        if !begins_word(after) {
            continue;
        }
        let goes_on = labels.iter().skip(at).take_while(|own| **own == label).count();
        for (n, own) in labels.iter_mut().enumerate().skip(at).take(goes_on) {
            *own = match n {
                n if n < after || !office => 0,
                n if n == after => 2 * PERSON + 1,
                _ => 2 * PERSON + 2,
            };
        }
    }
}

/// Finds the names of one article. Those with the same characters are one entity, of the kind that most have.
#[must_use]
#[inline(never)]
pub fn mentions(
    text: &str,
    article: &Article,
    all: &Segmentation,
    vocabulary: &Vocabulary,
    (words, model): (&Words, &Model),
    pack: &Pack<'_>,
    texts: &mut Vocabulary,
) -> ArticleMentions {
    let mut out = ArticleMentions::default();
    let mut votes: Vec<[u32; 3]> = Vec::new();
    // Entities by their surfaces: numbered alike.
    let mut known = Vocabulary::new();
    for (number, sentence) in (article.sentences.start..).zip(article.sentences.of(&all.sentences)) {
        if sentence.part == Part::Boilerplate {
            continue;
        }
        let line = line(text, sentence, all, vocabulary, words);
        let mut labels = tagger::tag(model, &line);
        end_at_words(text, &line, &mut labels);
        let places = &line.places;
        listed(text, sentence, all, vocabulary, pack, places, &mut labels);
        let mut i = 0;
        while let (Some(label), Some(start)) = (labels.get(i), places.get(i)) {
            let label = *label;
            i += 1;
            if label % 2 == 0 {
                continue;
            }
            while labels.get(i) == Some(&(label + 1)) {
                i += 1;
            }
            let end = places.get(i).copied().unwrap_or(sentence.span.end);
            let span = Span::new(*start, end).trimmed(text);
            let surface = span.of(text);
            if surface.is_empty() {
                continue;
            }
            let entity = known.intern(surface).0;
            if entity as usize == out.entities.len() {
                let key = texts.intern(surface);
                out.entities.push(Entity { name: key, kind: Kind::Other, sure: false, key, titles: Vec::new() });
                votes.push([0; 3]);
            }
            if let Some(n) = votes.get_mut(entity as usize).and_then(|v| v.get_mut(usize::from(label / 2))) {
                *n += 1;
            }
            let before = sentence.tokens.of(&all.tokens.starts).partition_point(|s| s.byte() <= span.start);
            let token = sentence.tokens.start + to_u32(before.saturating_sub(1));
            let dateline = article.dateline.as_ref().is_some_and(|d| d.span.overlaps(span));
            let role = if dateline || sentence.part == Part::Metadata { Role::Metadata } else { Role::Plain };
            out.mentions.push(Mention { span, sentence: number, token, entity, role });
        }
    }
    for (entity, votes) in out.entities.iter_mut().zip(votes) {
        let [person, organization, place] = votes;
        entity.kind = if person >= organization && person >= place {
            Kind::Person
        } else if organization > place {
            Kind::Organization
        } else {
            Kind::Place
        };
    }
    join_short_forms(&mut out, words, texts);
    out
}

/// Makes short forms one with their long form: the last part of a person's name (`克拉克` for `约翰·克拉克`), and an
/// organisation by characters of its name in their order (`上合组织` for `上海合作组织`), where only one name fits.
fn join_short_forms(found: &mut ArticleMentions, words: &Words, texts: &Vocabulary) {
    // A text with thousands of names is compared in a window.
    const REACH: usize = 200;
    let fits = |short: &Entity, long: &Entity| {
        let (s, l) = (texts.get(short.key), texts.get(long.key));
        if short.kind != long.kind || s.len() >= l.len() {
            return false;
        }
        match short.kind {
            Kind::Person => l.strip_suffix(s).is_some_and(|rest| rest.ends_with(['·', '・'])),
            Kind::Organization => {
                let mut rest = l.chars();
                let first = s.chars().next() == rest.clone().next();
                // `北京大学` is no short form of `北京外国语大学`: both are named after the place.
                let common = s.char_indices().skip(1).map(|(at, c)| at + c.len_utf8()).take(3);
                let place = common
                    .filter_map(|end| s.get(..end))
                    .any(|w| l.starts_with(w) && words.marks(w).is_some_and(Marks::place));
                // A character less may be another name.
                first && !place && characters(s) + 2 <= characters(l) && s.chars().all(|c| rest.any(|own| own == c))
            }
            _ => false,
        }
    };
    let mut into: Vec<u32> = (0..to_u32(found.entities.len())).collect();
    for (i, short) in found.entities.iter().enumerate() {
        let near = (0u32..).zip(&found.entities).skip(i.saturating_sub(REACH)).take(2 * REACH);
        let mut long = near.filter(|(_, long)| fits(short, long)).map(|(at, _)| at);
        if let (Some(slot), Some(only), None) = (into.get_mut(i), long.next(), long.next()) {
            *slot = only;
        }
    }
    // A short form of a short form, of which there may be chains, is one of the longest.
    for i in 0..into.len() {
        for _ in 0..4 {
            let next = into.get(i).and_then(|at| into.get(*at as usize)).copied().unwrap_or(0);
            if let Some(slot) = into.get_mut(i) {
                *slot = next;
            }
        }
    }
    // Numbered anew, in the order of first mention.
    let mut number = vec![u32::MAX; into.len()];
    let mut entities = Vec::with_capacity(into.len());
    for mention in &mut found.mentions {
        let whole = into.get(mention.entity as usize).copied().unwrap_or(mention.entity);
        let Some(slot) = number.get_mut(whole as usize) else { continue };
        if *slot == u32::MAX {
            *slot = to_u32(entities.len());
            entities.extend(found.entities.get(whole as usize).cloned());
        }
        mention.entity = *slot;
    }
    found.entities = entities;
}
