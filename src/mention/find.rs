//! The names of one article, from its words to its entities.

use crate::lang::{Flags, Pack};
use crate::mention::alias::{self, Named, Words};
use crate::mention::kind::kind;
use crate::mention::lexicon::{Lexicon, Shape};
use crate::mention::name::{self, Candidate, Evidence};
use crate::mention::token::{self, Gap, Token};
use crate::mention::{ArticleMentions, Entity, Kind, Mention, Role};
use crate::order::sort_rows;
use crate::segment::{Article, Part, Segmentation};
use crate::span::Span;
use crate::text::case::upper;
use crate::text::{TypeId, Vocabulary};

/// What is worth keeping from article to article: what the pack says of each word form, and buffers.
#[derive(Debug, Default)]
pub struct Scratch {
    lexicons: Vec<Lexicon>,
    candidates: Vec<Candidate>,
    seen: Seen,
}

/// Finds the names of one article: whom and what it mentions, and which mentions are of one entity.
#[must_use]
#[inline(never)]
pub fn mentions(
    text: &str,
    article: &Article,
    segmentation: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    scratch: &mut Scratch,
) -> ArticleMentions {
    let Some(lexicon) = Lexicon::of(&mut scratch.lexicons, pack) else { return ArticleMentions::default() };
    lexicon.learn(article.tokens.of(&segmentation.tokens.types), vocabulary, pack);
    let tokens = &token::tokens(text, article, segmentation, vocabulary, lexicon);
    scratch.seen.look(tokens, vocabulary);
    let seen = &scratch.seen;
    let evidence = Evidence {
        inside: &|t| seen.inside(t.id) > 0 || t.loud && t.word.lower.is_some_and(|l| capital_of(l, seen, vocabulary)),
        lower: &|t| t.word.lower.is_some_and(|l| seen.lower(l) > seen.inside(t.id)),
    };
    name::candidates(text, tokens, pack, &evidence, &mut scratch.candidates);
    let mut names: Vec<Named<'_>> = scratch.candidates.drain(..).filter_map(|c| named(text, tokens, c, pack)).collect();
    // Where an article was written is a place, whatever its name is like.
    if let Some(place) = article.dateline.as_ref().and_then(|d| d.place.as_ref()) {
        let own = |n: &Named<'_>| tokens.get(n.candidate.first).is_some_and(|t| t.span.overlaps(place.span));
        for name in names.iter_mut().filter(|n| own(n) && n.guess.usual.is_empty()) {
            name.guess.kind = Kind::Place;
            name.guess.sure = name.guess.sure.max(8);
        }
    }
    let (mut entities, of) = alias::entities(text, tokens, &names, pack);
    let mut out = ArticleMentions::default();
    // The entity and surface of every mention that may name the entity.
    let mut surfaces: Vec<(u32, &str)> = Vec::new();
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
        if role != Role::Demonym && entities.get(entity as usize).is_some_and(|e| e.name.is_empty()) {
            surfaces.push((entity, span.of(text)));
        }
        out.mentions.push(Mention { span, sentence: first.sentence, token: first.index, entity, role });
    }
    name_for_show(&mut entities, surfaces);
    out.entities = entities;
    out
}

/// A name for show: the longest surface, the commonest of those.
fn name_for_show(entities: &mut [Entity], mut surfaces: Vec<(u32, &str)>) {
    sort_rows(&mut surfaces, &mut |a, b| a.cmp(b));
    let words = |s: &str| s.split_whitespace().count();
    // An acronym is short; longer words in capitals are shouted, where they stand otherwise as well.
    let loud = |s: &str| (s.contains(' ') || s.chars().count() > 4) && !s.chars().any(char::is_lowercase);
    let mut best: (usize, bool, usize) = (0, false, 0);
    let mut last = u32::MAX;
    for run in surfaces.chunk_by(|a, b| a == b) {
        let Some((number, surface)) = run.first().copied() else { continue };
        let Some(entity) = entities.get_mut(number as usize) else { continue };
        let rank = (words(surface), !loud(surface), run.len());
        // Surfaces come in the order of their bytes, so of equals the first stays.
        if number != last || rank > best {
            (last, best) = (number, rank);
            entity.name.clear();
            for word in surface.split_whitespace() {
                if !entity.name.is_empty() {
                    entity.name.push(' ');
                }
                entity.name.push_str(word);
            }
        }
    }
    for entity in entities.iter_mut().filter(|e| e.name.is_empty()) {
        entity.name.clone_from(&entity.key);
    }
}

/// How often each form stands with a capital inside a sentence of an article, and how often in lower case.
#[derive(Debug, Default)]
struct Seen {
    /// By the number of a form: the article that was counted last, and how often in it.
    forms: Vec<(u32, u32)>,
    article: u32,
}

impl Seen {
    #[inline(never)]
    fn look(&mut self, tokens: &[Token<'_>], vocabulary: &Vocabulary) {
        self.article = self.article.wrapping_add(1);
        if self.article == 0 {
            self.forms.clear();
            self.article = 1;
        }
        if self.forms.len() < vocabulary.len() {
            self.forms.resize(vocabulary.len().next_power_of_two(), (0, 0));
        }
        for t in tokens {
            let counts = match t.word.shape {
                Shape::Capital | Shape::Capitals => t.gap != Gap::Start,
                Shape::Lower => true,
                _ => false,
            };
            if counts
                && !t.loud
                && let Some((article, n)) = self.forms.get_mut(t.id.0 as usize)
            {
                *n = if *article == self.article { *n + 1 } else { 1 };
                *article = self.article;
            }
        }
    }

    /// How often a form stands where it counts: one that begins with a capital, inside a sentence.
    fn inside(&self, id: TypeId) -> u32 {
        self.forms.get(id.0 as usize).filter(|(article, _)| *article == self.article).map_or(0, |(_, n)| *n)
    }

    /// How often a form in lower case stands.
    fn lower(&self, id: TypeId) -> u32 {
        self.inside(id)
    }
}

/// Whether a word in capitals stands elsewhere with one: `LAVROV` where the text has `Lavrov`.
fn capital_of(lower: TypeId, seen: &Seen, vocabulary: &Vocabulary) -> bool {
    let form = vocabulary.get(lower);
    let mut chars = form.chars();
    let capital: String = chars.next().map(upper).into_iter().chain(chars).collect();
    vocabulary.find(&capital).is_some_and(|id| seen.inside(id) > 0)
}

/// A candidate with its kind; `None` for what turns out to be no name.
#[inline(never)]
fn named<'p>(text: &str, tokens: &[Token<'_>], c: Candidate, pack: &Pack<'p>) -> Option<Named<'p>> {
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
    let words = Words::new(Span::new(first.span.start, last.bare().end).of(text));
    let acronym = alias::acronym(tokens, &c);
    let guess = if c.person && guess.kind != Kind::Person {
        crate::mention::kind::Guess { kind: Kind::Person, ..guess }
    } else {
        guess
    };
    let namesake = guess.kind == Kind::Place
        && own.len() == 1
        && !c.demonym
        && first.word.flags.any(Flags::PLACE)
        && !first.word.flags.any(Flags::COUNTRY)
        && !acronym
        && !crate::mention::kind::located(text, tokens, &c)
        && tokens.get(c.end).is_none_or(|n| n.gap != Gap::Comma || !n.capital());
    Some(Named { candidate: c, guess, words, acronym, namesake })
}
