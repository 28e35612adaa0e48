//! The names of one article, from its words to its entities.

use crate::lang::{Flags, Pack};
use crate::mention::alias::{self, Groups, Named};
use crate::mention::form::{Forms, NONE};
use crate::mention::headed;
use crate::mention::inflected;
use crate::mention::kind::kind;
use crate::mention::lexicon::{Lexicon, PLAIN, Seen, Shape, Word, bare};
use crate::mention::listed;
use crate::mention::name::{self, Candidate, Evidence};
use crate::mention::token::{self, Gap, Token};
use crate::mention::weigh::{self, Example};
use crate::mention::{ArticleMentions, Entity, Kind, Mention, Role};
use crate::order::ascending;
use crate::segment::{Article, Part, Segmentation};
use crate::span::Span;
use crate::text::case::lowered;
use crate::text::{TypeId, Vocabulary};

/// What is worth keeping from article to article: what the pack says of each word form, and buffers.
#[derive(Debug, Default)]
pub struct Scratch {
    lexicons: Vec<(Lexicon, Forms)>,
    candidates: Vec<Candidate>,
    groups: Groups,
    surfaces: Vec<u64>,
}

impl Scratch {
    /// What is known of the forms of a language, by their numbers, and which of them were not known before the last
    /// article; nothing where none was read.
    pub(crate) fn words(&self, language: &str) -> (&[Word], &[TypeId]) {
        let own = self.lexicons.iter().find(|(l, _)| l.language() == language);
        own.map_or((&[], &[]), |(l, _)| (l.words(), l.learned()))
    }
}

/// Finds the names of one article: whom and what it mentions, and which mentions are of one entity. What is kept goes
/// with the texts.
#[must_use]
pub fn mentions(
    text: &str,
    article: &Article,
    segmentation: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    scratch: &mut Scratch,
    texts: &mut Vocabulary,
) -> ArticleMentions {
    let mut groups = std::mem::take(&mut scratch.groups);
    let mut surfaces = std::mem::take(&mut scratch.surfaces);
    let Some((tokens, mut names, forms)) = read(text, article, segmentation, vocabulary, pack, scratch, Some(texts))
    else {
        return ArticleMentions::default();
    };
    let tokens = &tokens;
    // Where an article was written is a place, whatever its name is like.
    if let Some(place) = article.dateline.as_ref().and_then(|d| d.place.as_ref()) {
        let own = |n: &Named<'_>| tokens.get(n.candidate.first).is_some_and(|t| t.span.overlaps(place.span));
        for name in names.iter_mut().filter(|n| own(n) && n.guess.usual.is_empty()) {
            name.guess.kind = Kind::Place;
            name.guess.sure = name.guess.sure.max(8);
        }
    }
    // What the rules are not sure of the weights tell.
    for name in
        names.iter_mut().filter(|n| n.guess.sure < weigh::SURE && !n.candidate.demonym && !pack.kinds().is_empty())
    {
        match weigh::weigh(pack.kinds(), tokens, name) {
            Some((kind, sure, scores)) => (name.guess.kind, name.guess.sure, name.scores) = (kind, sure, scores),
            None => name.doubtful = true,
        }
    }
    if pack.language() != "en" {
        headed::put_right(text, tokens, &mut names, pack);
    }
    // German writes every noun with a capital: one word of which nothing is known is a name only where it is short for one.
    if pack.language() == "de" {
        for name in names.iter_mut().filter(|n| n.guess.sure < 6 && n.candidate.end == n.candidate.first + 1) {
            name.doubtful |= !name.acronym;
        }
    }
    let mut entities = alias::entities(text, tokens, &names, forms, &mut groups);
    let mut mentions = Vec::with_capacity(names.len());
    // The entity and surface of every mention that may name the entity, as one number each.
    surfaces.clear();
    for (name, entity) in names.iter().zip(groups.of.iter().copied()) {
        let own = tokens.get(name.candidate.first..name.candidate.end).unwrap_or(&[]);
        let Some(first) = own.first() else { continue };
        if entity as usize >= entities.len() {
            continue;
        }
        let span = Span::new(first.span.start, name.end);
        let dateline = article.dateline.as_ref().is_some_and(|d| d.span.overlaps(span));
        let role = if dateline || first.part == Part::Metadata {
            Role::Metadata
        } else if name.candidate.demonym {
            Role::Demonym
        } else {
            Role::Plain
        };
        if role != Role::Demonym && entities.get(entity as usize).is_some_and(|e| e.name == NONE) {
            surfaces.push(u64::from(entity) << 32 | u64::from(name.shown));
        }
        mentions.push(Mention { span, sentence: first.sentence, token: first.index, entity, role });
    }
    name_for_show(&mut entities, &mut surfaces, forms);
    forms.lend(texts);
    (scratch.groups, scratch.surfaces) = (groups, surfaces);
    ArticleMentions { entities, mentions }
}

/// The candidates of an article as training sees them: what rules alone find.
pub fn examples(
    text: &str,
    article: &Article,
    segmentation: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    scratch: &mut Scratch,
) -> Vec<Example> {
    let Some((tokens, names, _)) = read(text, article, segmentation, vocabulary, pack, scratch, None) else {
        return Vec::new();
    };
    let example = |name: Named<'_>| {
        let own = tokens.get(name.candidate.first..name.candidate.end)?;
        let first = own.first()?;
        let mut features = Vec::new();
        weigh::features(&tokens, &name, |feature| features.push(feature));
        let span = Span::new(first.span.start, name.end);
        let counts = !name.candidate.demonym && first.part != Part::Metadata;
        counts.then_some(Example { span, kind: name.guess.kind, sure: name.guess.sure, features })
    };
    names.into_iter().filter_map(example).collect()
}

/// The words of an article and the candidates among them, by rules alone; texts are lent to their forms.
#[inline(never)]
fn read<'s, 'p>(
    text: &str,
    article: &Article,
    segmentation: &Segmentation,
    vocabulary: &Vocabulary,
    pack: &Pack<'p>,
    scratch: &'s mut Scratch,
    texts: Option<&mut Vocabulary>,
) -> Option<(Vec<Token<'s>>, Vec<Named<'p>>, &'s mut Forms)> {
    let (lexicon, forms) = Lexicon::of(&mut scratch.lexicons, pack)?;
    if let Some(texts) = texts {
        forms.lend(texts);
    }
    forms.reserve(vocabulary.len());
    lexicon.learn(article.tokens.of(&segmentation.tokens.types), vocabulary, pack);
    let (words, mut seen) = lexicon.begin(article.tokens.len());
    let tokens = token::tokens(text, article, segmentation, vocabulary, words, &mut seen, !pack.inflects());
    let seen = &seen;
    let evidence = Evidence {
        inside: &|t| {
            seen.times(t.id) > 0 || t.loud && t.word.shape == Shape::Capitals && capital_of(t, seen, vocabulary)
        },
        lower: &|t| seen.times(t.word.lower) > seen.times(t.id),
        english: pack.language() == "en",
    };
    name::candidates(text, &tokens, pack, &evidence, &mut scratch.candidates);
    let mut names: Vec<Named<'p>> = Vec::with_capacity(scratch.candidates.len());
    for c in scratch.candidates.drain(..) {
        named(text, &tokens, c, pack, forms, seen, &mut names);
    }
    if pack.inflects() {
        inflected::weigh(text, &tokens, &mut names, &evidence, pack);
    }
    // `Lunda`, where the article says `Lundan` as well, is a country, unless persons are called so: `Julia`, `Julian`.
    let persons = Flags::GIVEN.with(Flags::FAMILY);
    for name in names.iter_mut().filter(|n| n.guess.sure < weigh::SURE && n.candidate.end == n.candidate.first + 1) {
        let Some(t) = tokens.get(name.candidate.first).filter(|t| !t.word.flags.any(persons)) else { continue };
        let form = t.bare().of(text);
        let people = |form: &str| vocabulary.find(&[form, "n"].concat());
        if form.ends_with('a')
            && people(form)
                .is_some_and(|id| seen.times(id) > 0 && !words.get(id.0 as usize).unwrap_or(&PLAIN).flags.any(persons))
        {
            (name.guess.kind, name.guess.sure) = (Kind::Place, weigh::SURE);
        }
    }
    Some((tokens, names, forms))
}

/// A name for show: the longest surface, of those in the base form, the commonest of those, of these the first by its
/// bytes.
#[inline(never)]
fn name_for_show(entities: &mut [Entity], surfaces: &mut Vec<u64>, forms: &Forms) {
    ascending(surfaces);
    let parts = |key: u64| ((key >> 32) as u32, key as u32);
    let mut best = ((0, false, 0, 0), NONE.0);
    let mut last = surfaces.first().map_or(0, |key| parts(*key).0);
    let mut show = |entity: u32, surface: u32| {
        if let Some(entity) = entities.get_mut(entity as usize) {
            entity.name = forms.get(surface).shown;
        }
    };
    for run in surfaces.chunk_by(|a, b| a == b) {
        let Some((number, surface)) = run.first().map(|key| parts(*key)) else { continue };
        if number != last {
            show(last, best.1);
            (last, best) = (number, ((0, false, 0, 0), NONE.0));
        }
        let form = forms.get(surface);
        let rank = (form.written, !form.shouted, u32::MAX - form.far, run.len());
        if rank > best.0 || rank == best.0 && forms.surface(surface) < forms.surface(best.1) {
            best = (rank, surface);
        }
    }
    if !surfaces.is_empty() {
        show(last, best.1);
    }
    for entity in entities.iter_mut().filter(|e| e.name == NONE) {
        entity.name = entity.key;
    }
}

/// Whether a word in capitals stands elsewhere with one: `LAVROV` where the text has `Lavrov`.
fn capital_of(t: &Token<'_>, seen: &Seen, vocabulary: &Vocabulary) -> bool {
    let form = vocabulary.get(t.id);
    let form = form.get(..form.len().saturating_sub(t.word.possessive.into())).unwrap_or(form);
    let (first, rest) = form.split_at(form.chars().next().map_or(0, char::len_utf8));
    vocabulary.find(&[first, &lowered(rest)].concat()).is_some_and(|id| seen.times(id) > 0)
}

/// Adds a candidate with its kind, but for what turns out to be no name.
#[inline(never)]
fn named<'p>(
    text: &str,
    tokens: &[Token<'_>],
    c: Candidate,
    pack: &Pack<'p>,
    forms: &mut Forms,
    seen: &Seen<'_>,
    names: &mut Vec<Named<'p>>,
) {
    let own = tokens.get(c.first..c.end).unwrap_or(&[]);
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
    // Letters without capitals are none in lower case.
    let small = |t: &Token<'_>| t.word.shape == Shape::Lower && !bare(t.span.of(text));
    let all = |f: Flags| own.iter().all(|t| t.word.flags.any(f) || small(t));
    let ending = listed::with_ending(text, own, pack);
    let listed = match ending {
        Some(found) => found,
        None if c.unlisted => (Flags::NONE, ""),
        None => listed::listed(text, tokens, c.first, c.end, pack),
    };
    let guess = kind(text, tokens, &c, listed);
    let named = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION).with(Flags::OTHER_NAME);
    let mut doubtful = false;
    if c.demonym && guess.usual.is_empty() {
        return;
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
        if no_name || own.len() == 1 && first.bare().len() == 1 {
            return;
        }
        // `Root` where `Joe Root` stands inside a sentence.
        if ordinary && (seen.times(first.id) == 0 || first.word.flags.any(Flags::STOP)) {
            return;
        }
        doubtful = ordinary;
    }
    let (bare, end) =
        if ending.is_some() { (last.span.end, last.span.end) } else { (last.bare().end, last.name_end(text)) };
    let surface = Span::new(first.span.start, bare).of(text);
    let form = if own.len() == 1 && ending.is_none() {
        forms.number_of(first, surface, pack)
    } else {
        forms.number(surface, (first, last), pack)
    };
    let shown =
        if end == bare { form } else { forms.number(Span::new(first.span.start, end).of(text), (first, last), pack) };
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
    // In this article: what others have says nothing about it.
    let known = seen.times(first.word.lower) > 0;
    // `Deutschlands`: a letter that stands without an apostrophe is of the word.
    let end = end + u32::from(last.word.possessive == 1 && ending.is_none());
    let (listed, scores) = (listed.0, [0; 4]);
    names.push(Named { candidate: c, end, guess, listed, form, shown, acronym, namesake, doubtful, known, scores });
}
