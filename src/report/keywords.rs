//! What the articles are about: entities and phrases of one to three words.
//!
//! The default ranking (`auto`) is TF-IDF over several articles and salience within one.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::corpus::{Corpus, LexemeId, View};
use crate::count::phrase::{self, Gram, PhraseCount};
use crate::count::tally::tally;
use crate::count::term::{KINDS, Source, Term, Terms, phrase_key, term_id};
use crate::count::window::Hit;
use crate::count::{Scope, Window};
use crate::mention::Kind;
use crate::num::{exp, ln};
use crate::order::sort_rows;
use crate::report::columns::{Column, Table, texts};
use crate::report::entities::one_line;
use crate::report::query::{KeywordMeasure, Query};
use crate::report::yake::Yake;
use crate::segment::Part;
use crate::span::to_u32;
use crate::stats::dispersion;

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
    /// Lower is better; `None` where it was not computed (several articles, another measure).
    pub yake: Option<f64>,
    /// Gries' DP over articles, over paragraphs where there is one article.
    pub dp: Option<f64>,
    /// The surfaces that are counted together, commonest first.
    pub forms: Vec<String>,
}

#[derive(Clone, Debug)]
struct Candidate {
    term: Term,
    mentions: u32,
    articles: u32,
    /// The order of first mention, for ties.
    first: u32,
    yake: Option<f64>,
    /// Of the first mention in its article, in [0, 1].
    place: f64,
    score: f64,
}

/// The keywords, best first; ties by mentions, then first mention, then id.
#[must_use]
pub fn rows(corpus: &Corpus, query: &Query) -> Vec<Row> {
    let views = query.scope.articles(corpus);
    let kinds = query
        .kinds
        .clone()
        .unwrap_or_else(|| vec![Kind::Person, Kind::Organization, Kind::Place, Kind::Other, Kind::Keyword]);
    let words: u64 = views.iter().map(|v| u64::from(v.record.words)).sum();
    let floor = query.min_count.unwrap_or(if words > SINGLE_MENTIONS { 2 } else { 1 });
    let entities = Terms::entities(corpus, &kinds);
    let mut candidates = names(corpus, query, &views, &entities, floor);
    if kinds.contains(&Kind::Keyword) {
        let found = phrase::phrases(corpus, &views, &query.scope, floor);
        candidates.extend(independent(found).into_iter().map(|p| Candidate {
            term: Term {
                id: term_id(Kind::Keyword, &phrase_key(corpus, &p.gram)),
                name: String::new(),
                kind: Kind::Keyword,
                source: Source::Phrase(p.gram),
            },
            mentions: p.mentions,
            articles: p.articles,
            first: p.first,
            yake: None,
            place: 1.0,
            score: 0.0,
        }));
    }
    candidates.retain(|c| c.articles >= query.min_articles.unwrap_or(1));
    score(corpus, query, &views, &mut candidates);
    // Over several articles the order of first mention is that of adding, which must not show.
    if views.len() > 1 {
        candidates.iter_mut().for_each(|c| c.first = 0);
    }
    sort_rows(&mut candidates, &mut |a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| b.mentions.cmp(&a.mentions))
            .then_with(|| a.first.cmp(&b.first))
            .then_with(|| a.term.id.cmp(&b.term.id))
    });
    candidates.truncate(query.limit);
    shown(corpus, query, &views, candidates)
}

fn names(corpus: &Corpus, query: &Query, views: &[View<'_>], terms: &Terms, floor: u32) -> Vec<Candidate> {
    let counted = tally(corpus, views, terms, Window::Sentence, &query.scope, None);
    let mut first: Vec<u32> = vec![u32::MAX; terms.len()];
    let mut hits = Vec::new();
    let mut at = 0;
    for view in views {
        terms.hits(corpus, *view, &query.scope, &mut hits);
        for hit in &hits {
            at += 1;
            if let Some(slot) = first.get_mut(hit.term as usize) {
                *slot = (*slot).min(at);
            }
        }
    }
    let rows = terms.rows().iter().zip(counted.terms).zip(first);
    rows.filter(|((_, count), _)| count.mentions >= floor.max(1))
        .map(|((term, count), first)| Candidate {
            term: term.clone(),
            mentions: count.mentions,
            articles: count.articles,
            first,
            yake: None,
            place: 1.0,
            score: 0.0,
        })
        .collect()
}

/// Leaves out a phrase that, with two mentions or more, only ever stands in a longer one.
fn independent(found: Vec<PhraseCount>) -> Vec<PhraseCount> {
    let mut longest: FxHashMap<Gram, u32> = FxHashMap::default();
    for p in found.iter().filter(|p| p.mentions > 1) {
        let [a, b, c] = p.gram;
        let none = LexemeId::NONE;
        let parts: &[Gram] = match (b == none, c == none) {
            (true, _) => &[],
            (_, true) => &[[a, none, none], [b, none, none]],
            _ => &[[a, none, none], [b, none, none], [c, none, none], [a, b, none], [b, c, none]],
        };
        for part in parts {
            let most = longest.entry(*part).or_default();
            *most = (*most).max(p.mentions);
        }
    }
    found.into_iter().filter(|p| longest.get(&p.gram).is_none_or(|most| *most < p.mentions)).collect()
}

fn tfidf(mentions: u32, articles: u32, all: usize) -> f64 {
    f64::from(mentions) * ln(all as f64 / f64::from(articles.max(1)))
}

fn score(corpus: &Corpus, query: &Query, views: &[View<'_>], candidates: &mut [Candidate]) {
    let single = views.len() == 1;
    let measure = query.keyword_measure;
    if single || measure == KeywordMeasure::Yake {
        let yake = Yake::new(corpus, views);
        let example = examples(corpus, query, views, candidates);
        for (candidate, (types, place)) in candidates.iter_mut().zip(example) {
            candidate.place = place;
            candidate.yake = match candidate.term.source {
                Source::Phrase(gram) => yake.phrase(&gram, candidate.mentions),
                Source::Entity(_) => yake.name(&types, candidate.mentions),
            };
        }
    }
    for c in candidates.iter_mut() {
        c.score = match measure {
            KeywordMeasure::Count => f64::from(c.mentions),
            KeywordMeasure::Articles => f64::from(c.articles),
            // Lower YAKE is better, so the score is its reciprocal.
            KeywordMeasure::Yake => c.yake.map_or(0.0, |y| 1.0 / y),
            KeywordMeasure::Auto if single => salience(c),
            KeywordMeasure::TfIdf | KeywordMeasure::Auto => tfidf(c.mentions, c.articles, views.len()),
        };
    }
}

/// How much one article is about a term: the root of its mentions, since the tenth says less than the
/// second; less the later it is first mentioned, since news puts first what matters most (a term first
/// mentioned at the end counts e^-2 = 0.14 of one in the headline); and 1.3 times as much for a name.
fn salience(c: &Candidate) -> f64 {
    let name = if c.term.kind == Kind::Keyword { 1.0 } else { 1.3 };
    f64::from(c.mentions).sqrt() * exp(-2.0 * c.place) * name
}

/// The word forms of the first mention of each term, and its place in its article: 0 first, 1 last.
fn examples(
    corpus: &Corpus,
    query: &Query,
    views: &[View<'_>],
    candidates: &[Candidate],
) -> Vec<(Vec<crate::text::TypeId>, f64)> {
    let mut out = vec![(Vec::new(), 1.0); candidates.len()];
    let terms = Terms::of(corpus, candidates.iter().map(|c| &c.term));
    let mut hits: Vec<Hit> = Vec::new();
    for view in views {
        terms.hits(corpus, *view, &query.scope, &mut hits);
        let tokens = &view.paste.segmentation.tokens;
        let own = view.article.tokens;
        for hit in &hits {
            let Some(slot) = out.get_mut(hit.term as usize).filter(|s| s.0.is_empty()) else { continue };
            let starts = tokens.starts.get(hit.token as usize..).unwrap_or(&[]);
            let types = tokens.types.get(hit.token as usize..).unwrap_or(&[]);
            let inside = starts.iter().take_while(|s| **s < hit.span.end).count();
            slot.0.extend_from_slice(types.get(..inside).unwrap_or(&[]));
            slot.1 = f64::from(hit.token.saturating_sub(own.start)) / own.len().max(1) as f64;
        }
    }
    out
}

/// Every surface of the given terms (numbers in `terms`) in scope with its count, commonest first; ties go
/// to the surface that is less capitalised, then by bytes.
#[must_use]
pub fn surfaces(corpus: &Corpus, scope: &Scope, terms: &Terms, wanted: &[u32]) -> Vec<Vec<(String, u32)>> {
    let mut place = vec![usize::MAX; terms.len()];
    for (i, term) in wanted.iter().enumerate() {
        if let Some(slot) = place.get_mut(*term as usize) {
            *slot = i;
        }
    }
    let mut found: Vec<BTreeMap<String, u32>> = vec![BTreeMap::new(); wanted.len()];
    let mut hits = Vec::new();
    for view in scope.articles(corpus) {
        terms.hits(corpus, view, scope, &mut hits);
        for hit in &hits {
            let at = place.get(hit.term as usize).copied().unwrap_or(usize::MAX);
            if let Some(map) = found.get_mut(at) {
                *map.entry(one_line(hit.span.of(&view.paste.text))).or_default() += 1;
            }
        }
    }
    let capitals = |s: &str| s.chars().filter(|c| c.is_uppercase()).count();
    let order = |a: &(String, u32), b: &(String, u32)| -> Ordering {
        b.1.cmp(&a.1).then_with(|| capitals(&a.0).cmp(&capitals(&b.0))).then_with(|| a.0.cmp(&b.0))
    };
    found
        .into_iter()
        .map(|map| {
            let mut forms: Vec<(String, u32)> = map.into_iter().collect();
            sort_rows(&mut forms, &mut |a, b| order(a, b));
            forms
        })
        .collect()
}

fn shown(corpus: &Corpus, query: &Query, views: &[View<'_>], candidates: Vec<Candidate>) -> Vec<Row> {
    let terms = Terms::of(corpus, candidates.iter().map(|c| &c.term));
    let numbers: Vec<u32> = (0..to_u32(terms.len())).collect();
    let forms = surfaces(corpus, &query.scope, &terms, &numbers);
    let dp = dispersions(corpus, query, views, &terms);
    candidates
        .into_iter()
        .zip(forms)
        .zip(dp)
        .map(|((c, forms), dp)| {
            let forms: Vec<String> = forms.into_iter().map(|(surface, _)| surface).collect();
            let common = if c.term.kind == Kind::Keyword { forms.first().cloned() } else { None };
            Row {
                id: c.term.id,
                term: common.unwrap_or(c.term.name),
                kind: c.term.kind,
                count: c.mentions,
                articles: c.articles,
                score: c.score,
                tfidf: tfidf(c.mentions, c.articles, views.len()),
                yake: c.yake,
                dp,
                forms,
            }
        })
        .collect()
}

/// Gries' DP of every term: over the words of articles, or of paragraphs where there is one article.
fn dispersions(corpus: &Corpus, query: &Query, views: &[View<'_>], terms: &Terms) -> Vec<Option<f64>> {
    let single = views.len() == 1;
    let mut sizes: Vec<u64> = Vec::new();
    let mut found: Vec<BTreeMap<u32, u64>> = vec![BTreeMap::new(); terms.len()];
    let mut hits = Vec::new();
    for view in views {
        terms.hits(corpus, *view, &query.scope, &mut hits);
        let all = &view.paste.segmentation;
        let base = sizes.len();
        let mut bounds: Vec<u32> = Vec::new();
        if single {
            for p in view.article.paragraphs.of(&all.paragraphs) {
                if matches!(p.part, Part::Headline | Part::Body) {
                    sizes.push(p.sentences.of(&all.sentences).iter().map(|s| s.tokens.len() as u64).sum());
                    bounds.push(p.sentences.end);
                }
            }
        } else {
            sizes.push(view.record.words.into());
            bounds.push(u32::MAX);
        }
        for hit in &hits {
            let part = base + bounds.partition_point(|end| *end <= hit.sentence);
            if let Some(map) = found.get_mut(hit.term as usize)
                && part < sizes.len()
            {
                *map.entry(to_u32(part)).or_default() += 1;
            }
        }
    }
    let total: u64 = sizes.iter().sum();
    found
        .into_iter()
        .map(|counts| {
            // DP = 1 - sum over the parts that hold the term of min(share of mentions, share of words).
            let parts: Vec<(u64, u64)> =
                counts.into_iter().filter_map(|(part, n)| Some((n, *sizes.get(part as usize)?))).collect();
            dispersion::gries_dp(&parts, total)
        })
        .collect()
}

/// The rows as columns.
#[must_use]
pub fn table(rows: &[Row]) -> Table {
    Table::new(rows.len())
        .text("id", rows.iter().map(|r| r.id.as_str()))
        .text("term", rows.iter().map(|r| r.term.as_str()))
        .with("kind", Column::Choice(KINDS, rows.iter().map(|r| r.kind as u8).collect()))
        .u32("count", rows.iter().map(|r| r.count))
        .u32("articles", rows.iter().map(|r| r.articles))
        .f64("score", rows.iter().map(|r| Some(r.score)))
        .f64("tfidf", rows.iter().map(|r| Some(r.tfidf)))
        .f64("yake", rows.iter().map(|r| r.yake))
        .f64("dp", rows.iter().map(|r| r.dp))
        .with("forms", texts(rows.iter().map(|r| r.forms.clone())))
}
