//! Options: what may be asked, with every default, and an error for whatever is not accepted.

use crate::count::term::KINDS;
use crate::count::{Scope, Selection, Window};
use crate::error::Error;
use crate::later;
use crate::mention::Kind;
use crate::order::sort_rows;
use crate::report::setting::{Accepted, wrong};
pub use crate::report::setting::{Options, Setting};
use crate::segment::Date;
use crate::text::case::lower;

/// A measure that pairs are ranked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairMeasure {
    /// Log-likelihood G2 (Dunning 1993).
    LogLikelihood,
    /// Normalised pointwise mutual information (Bouma 2009).
    Npmi,
    /// Pointwise mutual information (Church & Hanks 1990).
    Pmi,
    /// Dice's coefficient.
    Dice,
    /// Jaccard's index.
    Jaccard,
    /// Windows with both.
    Count,
}

/// Their names, in the order of [`PairMeasure`].
pub const PAIR_MEASURES: &[&str] = &["logLikelihood", "npmi", "pmi", "dice", "jaccard", "count"];

/// A measure that keywords are ranked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeywordMeasure {
    /// The ranking that suits what is there: see [`crate::report::keywords`].
    Auto,
    /// TF-IDF with idf = ln(N / df).
    TfIdf,
    /// YAKE (Campos et al. 2020).
    Yake,
    /// Mentions.
    Count,
    /// Articles.
    Articles,
}

/// Their names, in the order of [`KeywordMeasure`].
pub const KEYWORD_MEASURES: &[&str] = &["auto", "tfidf", "yake", "count", "articles"];

/// How long a period of a timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A day.
    Day,
    /// A week, which begins on Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What a timeline is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// The most mentioned entities.
    Entities,
    /// The keywords.
    Keywords,
    /// The strongest pairs.
    Pairs,
}

/// Which links of a network are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backbone {
    /// All.
    None,
    /// Those that the disparity filter keeps (Serrano, Boguñá & Vespignani 2009).
    Disparity,
    /// Those that are more than the frequencies of terms and the sizes of windows bring about (Neal 2014).
    Sdsm,
}

/// Their names, in the order of [`Backbone`].
pub const BACKBONES: &[&str] = &["none", "disparity", "sdsm"];

/// The order of contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the text, paste by paste.
    Text,
    /// By date, those without one last.
    Date,
    /// By the words before the first mention, the nearest first.
    Left,
    /// By the words after the first mention.
    Right,
}

/// A question's options, checked, with defaults filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// `window`, `span`: the unit within which two mentions are a pair. Default: sentence.
    pub window: Window,
    /// `from`, `to`, `sources`, `articles`, `search`, `demonyms`, `metadata`, `nested`, `pronouns`, `duplicates`,
    /// `headline`: what counts.
    pub scope: Scope,
    /// `kinds`; `None` where not given.
    pub kinds: Option<Vec<Kind>>,
    /// `minCount`; `None` where not given.
    pub min_count: Option<u32>,
    /// `minArticles`; `None` where not given.
    pub min_articles: Option<u32>,
    /// `limit`: most rows. Default 100.
    pub limit: usize,
    /// `measure`, for pairs. Default: log-likelihood.
    pub pair_measure: PairMeasure,
    /// `measure` of the question `keywords`. Default: auto.
    pub keyword_measure: KeywordMeasure,
    /// `apart`: pairs seen together less than expected, those never seen together among them. Default false.
    pub apart: bool,
    /// `nodes`: most nodes of the network. Default 60.
    pub nodes: usize,
    /// `resolution` of communities: more makes them smaller. Default 1.
    pub resolution: f64,
    /// `seed` of communities and layout. Default 1.
    pub seed: u64,
    /// `term`: an id or a name.
    pub term: Option<String>,
    /// `pair`: two ids or names.
    pub pair: Option<[String; 2]>,
    /// `terms`: ids or names.
    pub terms: Option<Vec<String>>,
    /// `least`: how many of the `terms` a context holds at least; all where not given.
    pub least: Option<u32>,
    /// `with`: the kinds that one term of a pair is to be of, the other of `kinds`; `None` where not given.
    pub with: Option<Vec<Kind>>,
    /// `intervals`: whether pairs get an interval by bootstrap over articles. Default false.
    pub intervals: bool,
    /// `of`: what a timeline is of. Default: entities.
    pub series: Series,
    /// `backbone`: which links a network keeps. Default: all.
    pub backbone: Backbone,
    /// `alpha`: the level at which `backbone` keeps a link, q for SDSM. Default 0.05.
    pub alpha: f64,
    /// `maxQ`: pairs with a higher q are left out, and those without one.
    pub max_q: Option<f64>,
    /// `minScore`: pairs whose `measure` is below, or undefined, are left out.
    pub min_score: Option<f64>,
    /// `sort`: the order of contexts. Default: text.
    pub order: Order,
    /// `a`, `b`: two groups of articles to compare; without `b` it is all the rest.
    pub groups: [Option<Selection>; 2],
    /// `reference`: the text of a list of frequencies to compare with: see [`crate::report::reference`].
    pub reference: Option<String>,
    /// `offset`: rows to pass over. Default 0.
    pub offset: usize,
    /// `article`: its number.
    pub article: Option<u32>,
    /// `period` of a timeline. Default: month.
    pub period: Period,
    /// Whether `period` was given.
    pub over_time: bool,
}

/// Every option, for the error that an unknown one gets.
const NAMES: &[&str] = &[
    "window",
    "span",
    "kinds",
    "minCount",
    "minArticles",
    "from",
    "to",
    "demonyms",
    "metadata",
    "nested",
    "pronouns",
    "duplicates",
    "headline",
    "limit",
    "measure",
    "apart",
    "nodes",
    "resolution",
    "seed",
    "term",
    "pair",
    "offset",
    "article",
    "period",
    "sources",
    "articles",
    "search",
    "terms",
    "least",
    "with",
    "intervals",
    "of",
    "backbone",
    "alpha",
    "maxQ",
    "minScore",
    "sort",
    "a",
    "b",
    "reference",
];

/// The options that the first answer about a text does without: those of what a person then asks.
const LATER: &[&str] = &[
    "from",
    "to",
    "term",
    "pair",
    "offset",
    "article",
    "period",
    "sources",
    "articles",
    "search",
    "terms",
    "least",
    "with",
    "of",
    "backbone",
    "alpha",
    "maxQ",
    "minScore",
    "sort",
    "a",
    "b",
    "reference",
];

/// The options that select articles.
const SELECTS: &[&str] = &["from", "to", "sources", "articles", "search"];

impl Query {
    /// Checks the options of a question; absent ones and `null` take their defaults.
    ///
    /// # Errors
    /// [`Error::Option`] for an unknown name, or a value of the wrong type or out of range; [`Error::Later`] for what
    /// the first part of the engine does not read.
    pub fn new(question: &str, options: &Options) -> Result<Self, Error> {
        if let Some((name, value)) = options.iter().find(|(name, _)| !NAMES.contains(name)) {
            return Err(wrong(name, value, &Accepted::Names(NAMES)));
        }
        let read = Reader(options);
        let span = read.whole("span", 1, 100)?.unwrap_or(10);
        let window = match read.choice("window", &["sentence", "paragraph", "article", "words"])?.unwrap_or(0) {
            0 => Window::Sentence,
            1 => Window::Paragraph,
            2 => Window::Article,
            _ => Window::Words(span),
        };
        let keywords = question == "keywords";
        let pair_measure = match if keywords { None } else { read.choice("measure", PAIR_MEASURES)? } {
            None | Some(0) => PairMeasure::LogLikelihood,
            Some(1) => PairMeasure::Npmi,
            Some(2) => PairMeasure::Pmi,
            Some(3) => PairMeasure::Dice,
            Some(4) => PairMeasure::Jaccard,
            Some(_) => PairMeasure::Count,
        };
        let keyword_measure = match if keywords { read.choice("measure", KEYWORD_MEASURES)? } else { None } {
            None | Some(0) => KeywordMeasure::Auto,
            Some(1) => KeywordMeasure::TfIdf,
            Some(2) => KeywordMeasure::Yake,
            Some(3) => KeywordMeasure::Count,
            Some(_) => KeywordMeasure::Articles,
        };
        let scope = Scope {
            selection: Selection::default(),
            demonyms: read.flag("demonyms")?,
            metadata: read.flag("metadata")?,
            nested: read.flag("nested")?,
            pronouns: read.flag("pronouns")?,
            duplicates: read.flag("duplicates")?,
            headline: read.whole("headline", 0, 100)?,
        };
        let mut query = Query {
            window,
            scope,
            kinds: read.kinds("kinds")?,
            with: None,
            min_count: read.whole("minCount", 1, 1_000_000)?,
            min_articles: read.whole("minArticles", 1, 1_000_000)?,
            limit: read.whole("limit", 1, 1_000_000)?.unwrap_or(100) as usize,
            pair_measure,
            keyword_measure,
            apart: read.flag("apart")?,
            nodes: read.whole("nodes", 1, 5_000)?.unwrap_or(60) as usize,
            resolution: read.number("resolution", 0.01, 100.0)?.unwrap_or(1.0),
            seed: read.whole("seed", 0, u32::MAX)?.unwrap_or(1).into(),
            term: None,
            pair: None,
            terms: None,
            least: None,
            intervals: read.flag("intervals")?,
            series: Series::Entities,
            backbone: Backbone::None,
            alpha: 0.05,
            max_q: None,
            min_score: None,
            order: Order::Text,
            reference: None,
            groups: [None, None],
            offset: 0,
            article: None,
            over_time: false,
            period: Period::Month,
        };
        if LATER.iter().any(|name| read.get(name).is_some()) {
            later::needed()?;
            query.read_on(&read)?;
        }
        Ok(query)
    }

    /// Reads the options of [`LATER`].
    #[inline(never)]
    fn read_on(&mut self, read: &Reader<'_>) -> Result<(), Error> {
        self.scope.selection = read.selection()?;
        self.with = read.kinds("with")?;
        self.term = read.text("term")?;
        self.pair = read.pair()?;
        self.terms = read.texts("terms")?;
        self.least = read.whole("least", 1, 1_000_000)?;
        self.series = match read.choice("of", &["entities", "keywords", "pairs"])? {
            None | Some(0) => Series::Entities,
            Some(1) => Series::Keywords,
            Some(_) => Series::Pairs,
        };
        self.backbone = match read.choice("backbone", BACKBONES)? {
            None | Some(0) => Backbone::None,
            Some(1) => Backbone::Disparity,
            Some(_) => Backbone::Sdsm,
        };
        self.alpha = read.number("alpha", 0.0, 1.0)?.unwrap_or(self.alpha);
        self.max_q = read.number("maxQ", 0.0, 1.0)?;
        self.min_score = read.number("minScore", -1e15, 1e15)?;
        self.order = match read.choice("sort", &["text", "date", "left", "right"])? {
            None | Some(0) => Order::Text,
            Some(1) => Order::Date,
            Some(2) => Order::Left,
            Some(_) => Order::Right,
        };
        self.reference = read.text("reference")?;
        self.groups = [read.group("a")?, read.group("b")?];
        self.offset = read.whole("offset", 0, u32::MAX)?.unwrap_or(0) as usize;
        self.article = read.whole("article", 0, u32::MAX)?;
        let period = read.choice("period", &["day", "week", "month", "year"])?;
        self.over_time = period.is_some();
        self.period = match period {
            Some(0) => Period::Day,
            Some(1) => Period::Week,
            None | Some(2) => Period::Month,
            Some(_) => Period::Year,
        };
        Ok(())
    }

    /// The kinds asked for, else all kinds of entity.
    #[must_use]
    pub fn kinds_of_pairs(&self) -> Vec<Kind> {
        self.kinds.clone().unwrap_or_else(|| vec![Kind::Person, Kind::Organization, Kind::Place, Kind::Other])
    }

    /// Fewest windows of a pair: 2 unless asked otherwise.
    #[must_use]
    pub fn pair_floor(&self) -> u32 {
        self.min_count.unwrap_or(2)
    }

    /// Fewest articles of a pair: 2 unless asked otherwise, 1 where there is only one article.
    #[must_use]
    pub fn article_floor(&self, articles: usize) -> u32 {
        self.min_articles.unwrap_or(if articles > 1 { 2 } else { 1 })
    }
}

struct Reader<'a>(&'a Options);

/// A name without what callers may write differently: `log-likelihood` is `logLikelihood`.
fn folded(name: &str) -> String {
    name.chars().filter(|c| *c != '-' && *c != '_').flat_map(lower).collect()
}

impl Reader<'_> {
    fn get(&self, name: &str) -> Option<&Setting> {
        self.0.get(name).filter(|s| !matches!(s, Setting::Null(())))
    }

    fn flag(&self, name: &str) -> Result<bool, Error> {
        match self.get(name) {
            None => Ok(false),
            Some(Setting::Bool(b)) => Ok(*b),
            Some(other) => Err(wrong(name, other, &Accepted::Text("true or false"))),
        }
    }

    fn number(&self, name: &str, low: f64, high: f64) -> Result<Option<f64>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(Setting::Number(n)) if (low..=high).contains(n) => Ok(Some(*n)),
            Some(other) => Err(wrong(name, other, &Accepted::Number(low, high))),
        }
    }

    fn whole(&self, name: &str, low: u32, high: u32) -> Result<Option<u32>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(Setting::Number(n)) if n.fract() == 0.0 && (f64::from(low)..=f64::from(high)).contains(n) => {
                Ok(Some(*n as u32))
            }
            Some(other) => Err(wrong(name, other, &Accepted::Whole(low, high))),
        }
    }

    fn text(&self, name: &str) -> Result<Option<String>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(Setting::Text(t)) => Ok(Some(t.clone())),
            Some(other) => Err(wrong(name, other, &Accepted::Text("a text"))),
        }
    }

    fn choice(&self, name: &str, names: &[&str]) -> Result<Option<usize>, Error> {
        let Some(given) = self.get(name) else { return Ok(None) };
        let known = match given {
            Setting::Text(t) => names.iter().position(|n| folded(n) == folded(t)),
            _ => None,
        };
        known.map(Some).ok_or_else(|| wrong(name, given, &Accepted::OneOf(names)))
    }

    fn date(&self, name: &str) -> Result<Option<Date>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(Setting::Text(t)) if let Some(date) = Date::from_iso(t) => Ok(Some(date)),
            Some(other) => Err(wrong(name, other, &Accepted::Text("a date such as \"2021-07-16\""))),
        }
    }

    fn texts(&self, name: &str) -> Result<Option<Vec<String>>, Error> {
        let accepted = &Accepted::Text("a list of texts");
        match self.get(name) {
            None => Ok(None),
            Some(Setting::List(items)) => {
                let mut texts = Vec::with_capacity(items.len());
                for item in items {
                    match item {
                        Setting::Text(text) => texts.push(text.clone()),
                        other => return Err(wrong(name, other, accepted)),
                    }
                }
                Ok(Some(texts))
            }
            Some(other) => Err(wrong(name, other, accepted)),
        }
    }

    fn numbers(&self, name: &str) -> Result<Option<Vec<u32>>, Error> {
        let accepted = &Accepted::Text("a list of numbers of articles");
        match self.get(name) {
            None => Ok(None),
            Some(Setting::List(items)) => {
                let mut numbers = Vec::with_capacity(items.len());
                for item in items {
                    match item {
                        Setting::Number(n) if n.fract() == 0.0 && (0.0..4e9).contains(n) => numbers.push(*n as u32),
                        other => return Err(wrong(name, other, accepted)),
                    }
                }
                Ok(Some(numbers))
            }
            Some(other) => Err(wrong(name, other, accepted)),
        }
    }

    fn selection(&self) -> Result<Selection, Error> {
        let selection = Selection {
            from: self.date("from")?,
            to: self.date("to")?,
            sources: self.texts("sources")?,
            articles: self.numbers("articles")?,
            search: self.text("search")?,
        };
        match (selection.from, selection.to) {
            (Some(from), Some(to)) if from > to => {
                Err(wrong("to", self.get("to").unwrap_or(&Setting::Null(())), &Accepted::NotBefore(from)))
            }
            _ => Ok(selection),
        }
    }

    fn group(&self, name: &str) -> Result<Option<Selection>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(Setting::Map(map)) if map.iter().all(|(key, _)| SELECTS.contains(&key)) => {
                Reader(map).selection().map(Some)
            }
            Some(other) => Err(wrong(name, other, &Accepted::AnyOf(SELECTS))),
        }
    }

    fn kinds(&self, name: &str) -> Result<Option<Vec<Kind>>, Error> {
        self.get(name).map(|given| kinds(name, given)).transpose()
    }

    fn pair(&self) -> Result<Option<[String; 2]>, Error> {
        match self.get("pair") {
            None => Ok(None),
            Some(Setting::List(items)) if let [Setting::Text(a), Setting::Text(b)] = items.as_slice() => {
                Ok(Some([a.clone(), b.clone()]))
            }
            Some(other) => Err(wrong("pair", other, &Accepted::Text("a list of two terms, by id or name"))),
        }
    }
}

/// A list of kinds, in their order.
#[inline(never)]
fn kinds(name: &str, given: &Setting) -> Result<Vec<Kind>, Error> {
    const ALL: [Kind; 5] = [Kind::Person, Kind::Organization, Kind::Place, Kind::Other, Kind::Keyword];
    let accepted = &Accepted::ListOf(KINDS);
    let Setting::List(items) = given else { return Err(wrong(name, given, accepted)) };
    let mut kinds = Vec::new();
    for item in items {
        let kind = match item {
            Setting::Text(t) => ALL.into_iter().find(|k| KINDS.get(*k as usize) == Some(&t.as_str())),
            _ => None,
        };
        kinds.push(kind.ok_or_else(|| wrong(name, item, accepted))?);
    }
    sort_rows(&mut kinds, &mut |a, b| a.cmp(b));
    kinds.dedup();
    Ok(kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(options: &[(&str, Setting)]) -> String {
        let options = options.iter().map(|(name, value)| ((*name).to_string(), value.clone())).collect();
        Query::new("pairs", &options).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_option_is_named_with_its_value_and_what_is_accepted() {
        let text = |t: &str| Setting::Text(t.into());
        for (name, value, message) in [
            (
                "window",
                text("page"),
                "option `window`: got \"page\", expected one of sentence, paragraph, article, words",
            ),
            ("limit", Setting::Number(0.5), "option `limit`: got 0.5, expected a whole number from 1 to 1000000"),
            ("demonyms", text("yes"), "option `demonyms`: got \"yes\", expected true or false"),
            ("from", text("July"), "option `from`: got \"July\", expected a date such as \"2021-07-16\""),
            ("pair", text("Wang"), "option `pair`: got \"Wang\", expected a list of two terms, by id or name"),
            (
                "kinds",
                Setting::List(vec![text("company")]),
                "option `kinds`: got \"company\", expected a list of person, organization, place, other, keyword",
            ),
        ] {
            assert_eq!(error(&[(name, value)]), message);
        }
        assert!(
            error(&[("windw", text("sentence"))]).starts_with("option `windw`: got \"sentence\", expected no such")
        );
    }

    #[test]
    fn names_of_measures_may_be_written_with_hyphens() {
        let options = [("measure".to_string(), Setting::Text("log-likelihood".into()))].into();
        assert_eq!(Query::new("pairs", &options).unwrap().pair_measure, PairMeasure::LogLikelihood);
    }
}
