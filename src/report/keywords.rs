//! What the articles are about: entities and phrases of one to three words.
//!
//! The default ranking (`auto`) is TF-IDF over several articles and salience within one
//! ([`crate::report::salience`]).

use std::cmp::Ordering;

use crate::corpus::{Corpus, View};
use crate::count::phrase::{PhraseCount, Phrases};
use crate::count::tally::{Tally, tally};
use crate::count::term::{KINDS, NAMED, Source, Terms, by_id};
use crate::count::{Hit, Window};
use crate::mention::Kind;
use crate::num::ln;
use crate::order::{key, last_wanted, sort_rows};
use crate::report::columns::{Cell, Table, Type};
use crate::report::pairs::Counted;
use crate::report::query::{KeywordMeasure, Query};
use crate::report::salience::{Factors, Salience};
use crate::report::sources::{self, Sources};
use crate::report::surfaces::{Place, places, surfaces};
use crate::report::yake::Yake;
use crate::segment::Part;
use crate::span::{Range, to_u32};
use crate::stats::dispersion::{Gries, Whole};

/// Above so many words phrases with a single mention are not candidates: no measure ranks them high, and
/// there are as many of them as words.
const SINGLE_MENTIONS: u64 = 20_000;

/// A keyword of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `kind:key`.
    pub id: String,
    /// An entity's name, or a phrase's commonest surface.
    pub term: String,
    /// Its kind.
    pub kind: Kind,
    /// Mentions.
    pub count: u32,
    /// Articles with one.
    pub articles: u32,
    /// By the measure asked for; higher is better.
    pub score: f64,
    /// count ln(N / articles).
    pub tfidf: f64,
    /// Lower is better; `None` unless it is the measure.
    pub yake: Option<f64>,
    /// What its salience is the product of, where that is the score.
    pub factors: Option<Factors>,
    /// Gries' DP over articles, over paragraphs where there is one article.
    pub dp: Option<Gries>,
    /// Over sources, where there are two or more.
    pub of_sources: Option<Gries>,
    /// The surfaces that are counted together, commonest first.
    pub forms: Vec<String>,
}

/// What may become a keyword.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    source: Source,
    mentions: u32,
    articles: u32,
    /// The first mention of a name where it is needed: the number of the article; for phrases 0.
    article: u32,
    /// Where it stands: into the paste's tokens, and how many of them.
    token: u32,
    words: u32,
    /// Of its mentions, those that the commonest longer phrase accounts for.
    inside: u32,
    yake: Option<f64>,
    score: f64,
    factors: Option<Factors>,
}

impl Candidate {
    /// The number of the name of an entity.
    fn key(&self, corpus: &Corpus) -> Option<u32> {
        match self.source {
            Source::Entity(id) => corpus.entities().key_number(id),
            Source::Phrase(_) => None,
        }
    }
}

/// The keywords, best first; ties by mentions, then, in one article, first mention, then id.
#[must_use]
pub fn rows(corpus: &Corpus, query: &Query) -> Vec<Row> {
    counted(corpus, query, None)
}

/// The same, where the entities of all kinds were counted before.
#[must_use]
#[inline(never)]
pub fn counted(corpus: &Corpus, query: &Query, before: Option<&Counted<'_>>) -> Vec<Row> {
    let views = query.scope.articles(corpus);
    let kinds = query.kinds.clone().unwrap_or_else(|| NAMED.into_iter().chain([Kind::Keyword]).collect());
    let words: u64 = views.iter().map(|v| u64::from(v.record.words)).sum();
    let floor = query.min_count.unwrap_or(if words > SINGLE_MENTIONS { 2 } else { 1 });
    let least = query.min_articles.unwrap_or(1);
    let own;
    let Counted { terms: entities, tally: of_entities } = match before {
        Some(counted) => counted,
        None => {
            let terms = Terms::entities(corpus, &kinds);
            let tally = tally(&views, &terms, Window::Sentence, &query.scope, None);
            own = Counted { terms, tally };
            &own
        }
    };
    let mut candidates = names(query, &views, entities, of_entities);
    candidates.retain(|c| c.mentions >= floor && c.articles >= least);
    let mut phrases = Phrases::default();
    if kinds.contains(&Kind::Keyword) {
        phrases = Phrases::count(corpus, &views, &query.scope, floor);
        // A phrase with two mentions or more that only ever stands in a longer one is left out.
        let wanted = |r: &&PhraseCount| r.mentions >= floor && r.articles >= least && r.inside < r.mentions;
        candidates.reserve(phrases.rows.iter().filter(wanted).count());
        for row in phrases.rows.iter().filter(wanted) {
            candidates.push(Candidate {
                source: Source::Phrase(phrases.gram(row)),
                mentions: row.mentions,
                articles: row.articles,
                article: 0,
                token: phrases.token(row),
                words: row.words.into(),
                inside: row.inside,
                yake: None,
                score: 0.0,
                factors: None,
            });
        }
    }
    let single = if let [view] = views.as_slice() { Some(*view) } else { None };
    if query.keyword_measure == KeywordMeasure::Yake {
        yakes(corpus, &views, &mut candidates);
    }
    score(query, corpus, &views, &phrases, &mut candidates);
    one_kind_each(corpus, &mut candidates);
    strongest(&mut candidates, query.limit);
    sort_rows(&mut candidates, &mut |a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| b.mentions.cmp(&a.mentions))
            // Over several articles the order of first mention is that of adding, which must not show.
            .then_with(|| if single.is_some() { a.token.cmp(&b.token) } else { Ordering::Equal })
            .then_with(|| by_id(corpus, a.source, b.source))
    });
    candidates.truncate(query.limit);
    let terms = entities.pick(candidates.iter().map(|c| c.source));
    let mentions = candidates.iter().map(|c| c.mentions as usize).sum();
    let places = places(&views, &terms, &query.scope, mentions, Some(&phrases));
    shown(&views, &terms, &places, candidates)
}

/// Fills in YAKE's score.
#[inline(never)]
fn yakes(corpus: &Corpus, views: &[View<'_>], candidates: &mut [Candidate]) {
    let yake = Yake::new(corpus, views);
    for c in candidates {
        c.yake = match c.source {
            Source::Phrase(gram) => yake.phrase(&gram, c.mentions),
            Source::Entity(_) => views.get(c.article as usize).and_then(|view| {
                let first = c.token as usize;
                let types = view.paste.segmentation.tokens.types.get(first..first + c.words as usize)?;
                yake.name(types, c.mentions)
            }),
        };
    }
}

#[inline(never)]
fn names(query: &Query, views: &[View<'_>], terms: &Terms<'_>, counted: &Tally) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::with_capacity(terms.len());
    for (term, count) in (0u32..).zip(&counted.terms) {
        if let Some(source) = terms.source(term) {
            let (mentions, articles) = (count.mentions, count.articles);
            out.push(Candidate {
                source,
                mentions,
                articles,
                article: 0,
                token: u32::MAX,
                words: 0,
                inside: 0,
                yake: None,
                score: 0.0,
                factors: None,
            });
        }
    }
    let placed = if views.len() == 1 || query.keyword_measure == KeywordMeasure::Yake { views } else { &[] };
    let mut hits: Vec<Hit> = Vec::new();
    for (article, view) in (0u32..).zip(placed) {
        terms.hits(*view, &query.scope, &mut hits);
        let starts = &view.paste.starts;
        for hit in &hits {
            if let Some(c) = out.get_mut(hit.term as usize).filter(|c| c.words == 0) {
                let first = hit.token as usize;
                let rest = starts.of(Range::new(first, first + hit.span.len() as usize));
                (c.article, c.token) = (article, hit.token);
                c.words = to_u32(rest.take_while(|start| *start < hit.span.end).count());
            }
        }
    }
    out
}

/// Of the entities with one name (`Washington` the man and the city) only the one with the higher score stays, ties by
/// mentions, then by id: a name is one keyword.
fn one_kind_each(corpus: &Corpus, candidates: &mut Vec<Candidate>) {
    let Some(key) = candidates.iter().filter_map(|c| c.key(corpus)).max() else { return };
    // By the number of a key: the candidate that stays, plus one.
    let mut best = vec![0u32; key as usize + 1];
    for (number, c) in (1u32..).zip(candidates.iter()) {
        let Some(slot) = c.key(corpus).and_then(|key| best.get_mut(key as usize)) else { continue };
        let before = (*slot as usize).checked_sub(1).and_then(|at| candidates.get(at));
        let stronger = |b: &Candidate| c.score.total_cmp(&b.score).then(c.mentions.cmp(&b.mentions));
        if before.is_none_or(|b| stronger(b).then_with(|| by_id(corpus, b.source, c.source)).is_gt()) {
            *slot = number;
        }
    }
    let mut number = 0;
    candidates.retain(|c| {
        number += 1;
        c.key(corpus).is_none_or(|key| best.get(key as usize) == Some(&number))
    });
}

/// Leaves out what cannot be among the first `limit` by its score.
fn strongest(candidates: &mut Vec<Candidate>, limit: usize) {
    let place = |c: &Candidate| !key(c.score.max(0.0));
    let places: Vec<u64> = candidates.iter().map(place).collect();
    let last = last_wanted(&places, limit);
    candidates.retain(|c| place(c) <= last);
}

fn tfidf(mentions: u32, articles: u32, all: usize) -> f64 {
    f64::from(mentions) * ln(all as f64 / f64::from(articles.max(1)))
}

fn score(query: &Query, corpus: &Corpus, views: &[View<'_>], phrases: &Phrases, candidates: &mut [Candidate]) {
    let salience = match (query.keyword_measure, views) {
        (KeywordMeasure::Auto, [view]) => Some(Salience::of(corpus, *view, phrases, &query.scope)),
        _ => None,
    };
    // Many terms are in as many articles.
    let mut logs = vec![f64::NAN; views.len() + 1];
    let mut tfidf = |c: &Candidate| match logs.get_mut(c.articles as usize) {
        Some(log) => {
            if log.is_nan() {
                *log = tfidf(1, c.articles, views.len());
            }
            f64::from(c.mentions) * *log
        }
        None => 0.0,
    };
    for c in candidates.iter_mut() {
        c.score = match (query.keyword_measure, &salience) {
            (_, Some(salience)) => {
                let factors = match c.source {
                    Source::Phrase(gram) => salience.phrase(&gram, c.mentions, c.inside, c.token),
                    Source::Entity(_) => salience.name(c.mentions, c.words, c.token),
                };
                c.factors = Some(factors);
                factors.iter().product()
            }
            (KeywordMeasure::Count, _) => f64::from(c.mentions),
            (KeywordMeasure::Articles, _) => f64::from(c.articles),
            // Lower YAKE is better, so the score is its reciprocal.
            (KeywordMeasure::Yake, _) => c.yake.map_or(0.0, |y| 1.0 / y),
            (KeywordMeasure::TfIdf | KeywordMeasure::Auto, _) => tfidf(c),
        };
    }
}

#[inline(never)]
fn shown(views: &[View<'_>], terms: &Terms<'_>, places: &[Place], best: Vec<Candidate>) -> Vec<Row> {
    let forms = surfaces(views, places, terms);
    let dp = dispersions(views, places, &best);
    let mut out = Vec::with_capacity(best.len());
    for (((i, c), forms), [dp, of_sources]) in (0u32..).zip(best).zip(forms).zip(dp) {
        let forms: Vec<String> = forms.into_iter().map(|(surface, _)| surface).collect();
        let kind = terms.kind(i);
        let common = if kind == Kind::Keyword { forms.first().cloned() } else { None };
        out.push(Row {
            id: terms.id(i),
            term: common.unwrap_or_else(|| terms.name(i)),
            kind,
            count: c.mentions,
            articles: c.articles,
            score: c.score,
            tfidf: tfidf(c.mentions, c.articles, views.len()),
            yake: c.yake,
            factors: c.factors,
            dp,
            of_sources,
            forms,
        });
    }
    out
}

/// Gries' DP of every term: over the words of articles (of paragraphs where there is one article), and of sources.
#[inline(never)]
fn dispersions(views: &[View<'_>], places: &[Place], best: &[Candidate]) -> Vec<[Option<Gries>; 2]> {
    let mut sizes: Vec<u64> = views.iter().map(|v| v.record.words.into()).collect();
    let sources = Sources::new(views, &sizes);
    // Where one article's paragraphs end, in sentences.
    let mut bounds: Vec<u32> = Vec::new();
    if let [view] = views {
        let all = &view.paste.segmentation;
        sizes.clear();
        for p in view.article.paragraphs.of(&all.paragraphs) {
            if matches!(p.part, Part::Headline | Part::Body) {
                sizes.push(p.sentences.of(&all.sentences).iter().map(|s| s.tokens.len() as u64).sum());
                bounds.push(p.sentences.end);
            }
        }
    }
    // Per term the parts with it, and the mentions in each: parts come in order.
    let mut found: Vec<Vec<(u32, u64)>> = best.iter().map(|c| Vec::with_capacity(c.articles as usize)).collect();
    for (view, hit) in places {
        let inside = to_u32(bounds.partition_point(|end| *end <= hit.sentence));
        let part = if bounds.is_empty() { *view } else { inside };
        let Some(list) = found.get_mut(hit.term as usize).filter(|_| (part as usize) < sizes.len()) else { continue };
        match list.last_mut() {
            Some((last, mentions)) if *last == part => *mentions += 1,
            _ => list.push((part, 1)),
        }
    }
    let whole = Whole::of(&sizes);
    let of = |list: &Vec<(u32, u64)>| {
        [sources::over_parts(list, &sizes, whole), sources.as_ref().and_then(|s| s.dispersion(list))]
    };
    found.iter().map(of).collect()
}

/// The rows as columns.
#[must_use]
pub fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&[
        ("id", Type::Text),
        ("term", Type::Text),
        ("kind", Type::Choice(KINDS)),
        ("count", Type::U32),
        ("articles", Type::U32),
        ("score", Type::F64),
        ("tfidf", Type::F64),
        ("yake", Type::F64),
        ("dp", Type::F64),
        ("dpNorm", Type::F64),
        ("dpSources", Type::F64),
        ("dpNormSources", Type::F64),
        ("forms", Type::List(&Type::Text)),
    ]);
    for r in rows {
        table.push(&[
            Cell::Text(&r.id),
            Cell::Text(&r.term),
            Cell::kind(r.kind),
            Cell::U32(r.count),
            Cell::U32(r.articles),
            Cell::F64(Some(r.score)),
            Cell::F64(Some(r.tfidf)),
            Cell::F64(r.yake),
            Cell::F64(r.dp.map(|d| d.dp)),
            Cell::F64(r.dp.and_then(|d| d.norm)),
            Cell::F64(r.of_sources.map(|d| d.dp)),
            Cell::F64(r.of_sources.and_then(|d| d.norm)),
            Cell::Row(r.forms.iter().map(|f| Cell::Text(f)).collect()),
        ]);
    }
    table
}
