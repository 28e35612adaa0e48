//! The names of one article, from its words to its entities.

use rustc_hash::FxHashMap;

use crate::lang::{Flags, Pack};
use crate::mention::alias::{self, Named};
use crate::mention::kind::kind;
use crate::mention::lexicon::{Lexicon, Shape};
use crate::mention::name::{self, Candidate, Evidence};
use crate::mention::token::{self, Gap, Token};
use crate::mention::{ArticleMentions, Kind, Mention, Role};
use crate::segment::{Article, Part, Segmentation};
use crate::span::Span;
use crate::text::{TypeId, Vocabulary};

/// What is worth keeping from article to article: what the pack says of each word form, and buffers.
#[derive(Debug, Default)]
pub struct Scratch {
    lexicon: Lexicon,
    tokens: Vec<Token>,
    candidates: Vec<Candidate>,
}

/// Finds the names of one article: whom and what it mentions, and which mentions are of one entity.
#[must_use]
pub fn mentions(
    text: &str,
    article: &Article,
    segmentation: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    scratch: &mut Scratch,
) -> ArticleMentions {
    scratch.lexicon.begin(pack, vocabulary);
    token::tokens(text, article, segmentation, vocabulary, pack, &mut scratch.lexicon, &mut scratch.tokens);
    let tokens = &scratch.tokens;
    let (inside, lower) = seen(tokens);
    let evidence = Evidence {
        inside: &|t| {
            inside.contains_key(&t.id) || t.loud && t.word.lower.is_some_and(|l| capital_of(l, &inside, vocabulary))
        },
        lower: &|t| {
            t.word.lower.is_some_and(|l| lower.get(&l).copied().unwrap_or(0) > inside.get(&t.id).copied().unwrap_or(0))
        },
    };
    name::candidates(text, tokens, pack, &evidence, &mut scratch.candidates);
    let names: Vec<Named> = scratch.candidates.drain(..).filter_map(|c| named(text, tokens, c, pack)).collect();
    let (mut entities, of) = alias::entities(text, tokens, &names, pack);
    let mut out = ArticleMentions::default();
    let mut surfaces: Vec<Vec<(&str, u32)>> = vec![Vec::new(); entities.len()];
    for (name, entity) in names.iter().zip(of) {
        let own = tokens.get(name.candidate.first..name.candidate.end).unwrap_or(&[]);
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let span = Span::new(first.span.start, last.name_end(text));
        let dateline = article.dateline.as_ref().is_some_and(|d| d.span.overlaps(span));
        let role = if dateline || first.part == Part::Metadata {
            Role::Metadata
        } else if name.candidate.demonym {
            Role::Demonym
        } else {
            Role::Plain
        };
        if let Some(list) = surfaces.get_mut(entity as usize).filter(|_| role != Role::Demonym) {
            let surface = span.of(text);
            match list.iter_mut().find(|(s, _)| *s == surface) {
                Some((_, n)) => *n += 1,
                None => list.push((surface, 1)),
            }
        }
        out.mentions.push(Mention { span, sentence: first.sentence, token: first.index, entity, role });
    }
    // A name for show: the longest surface, the commonest of those.
    for (entity, list) in entities.iter_mut().zip(surfaces) {
        if entity.name.is_empty() {
            let words = |s: &str| s.split_whitespace().count();
            let loud = |s: &str| !s.chars().any(char::is_lowercase) && s.contains(' ');
            let best = list.iter().max_by(|a, b| {
                (words(a.0), !loud(a.0), a.1).cmp(&(words(b.0), !loud(b.0), b.1)).then_with(|| b.0.cmp(a.0))
            });
            let name = best.map_or(entity.key.as_str(), |(s, _)| s);
            entity.name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    out.entities = entities;
    out
}

type Seen = FxHashMap<TypeId, u32>;

/// How often each form stands with a capital inside a sentence, and how often in lower case.
fn seen(tokens: &[Token]) -> (Seen, Seen) {
    let (mut inside, mut lower) = (Seen::default(), Seen::default());
    for t in tokens.iter().filter(|t| !t.loud) {
        match t.word.shape {
            Shape::Capital | Shape::Capitals if t.gap != Gap::Start => *inside.entry(t.id).or_default() += 1,
            Shape::Lower => *lower.entry(t.id).or_default() += 1,
            _ => {}
        }
    }
    (inside, lower)
}

/// Whether a word in capitals stands elsewhere with one: `LAVROV` where the text has `Lavrov`.
fn capital_of(lower: TypeId, inside: &Seen, vocabulary: &Vocabulary) -> bool {
    let form = vocabulary.get(lower);
    let mut chars = form.chars();
    let capital: String = chars.next().map(char::to_uppercase).into_iter().flatten().chain(chars).collect();
    vocabulary.find(&capital).is_some_and(|id| inside.contains_key(&id))
}

/// A candidate with its kind; `None` for what turns out to be no name.
fn named(text: &str, tokens: &[Token], c: Candidate, pack: &Pack<'_>) -> Option<Named> {
    let own = tokens.get(c.first..c.end)?;
    let (first, last) = (own.first()?, own.last()?);
    let all = |f: Flags| own.iter().all(|t| t.word.flags.any(f) || t.word.shape == Shape::Lower);
    let guess = kind(text, tokens, &c, pack);
    let named = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION).with(Flags::OTHER_NAME);
    if c.demonym && guess.usual.is_empty() {
        return None;
    }
    if !c.person && !c.demonym && guess.sure < 9 {
        // Offices, forms of address, dates and lone ordinary words.
        let no_name = all(Flags::OFFICE.with(Flags::HONORIFIC)) || all(Flags::MONTH.with(Flags::WEEKDAY));
        let ordinary = own.len() == 1
            && (first.word.flags.any(
                Flags::COMMON
                    .with(Flags::SAYING)
                    .with(Flags::STOP)
                    .with(Flags::ORG_WORD)
                    .with(Flags::OTHER_WORD)
                    .with(Flags::PLACE_WORD),
            ) || first.word.ordinary)
            && !first.word.flags.any(named)
            && (first.word.shape != Shape::Capitals || first.bare().len() == 1)
            && (first.gap == Gap::Start || first.loud || guess.sure < 4);
        if no_name || ordinary || own.len() == 1 && first.bare().len() == 1 {
            return None;
        }
    }
    let words = Span::new(first.span.start, last.bare().end)
        .of(text)
        .split(|x: char| x.is_whitespace())
        .map(|w| w.trim_matches(|x: char| !x.is_alphanumeric()).to_lowercase().replace('’', "'"))
        .filter(|w| !w.is_empty())
        .collect();
    let acronym = alias::acronym(tokens, &c);
    let guess = if c.person && guess.kind != Kind::Person {
        crate::mention::kind::Guess { kind: Kind::Person, ..guess }
    } else {
        guess
    };
    Some(Named { candidate: c, guess, words, acronym })
}
