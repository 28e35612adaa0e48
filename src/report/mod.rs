//! Answers: rows in which every number can be opened, and the columns that carry them.
//!
//! A question is a name and [`Options`]; [`ask`] answers it from a [`Corpus`]. Absent from here: JavaScript.

pub mod articles;
pub mod columns;
pub mod communities;
pub mod compare;
pub mod contexts;
pub mod corrections;
mod dump;
pub mod entities;
pub mod explain;
pub mod intervals;
pub mod keywords;
pub mod network;
pub mod pairs;
pub mod positions;
pub mod query;
pub mod reference;
pub mod rules;
pub mod salience;
pub mod setting;
pub mod stopwords;
pub mod suggestions;
pub mod surfaces;
pub mod timeline;
pub mod triads;
pub mod whole;
pub mod yake;

use columns::Value;
pub use query::{Options, Query, Setting};

use crate::corpus::Corpus;
use crate::count::Counts;
use crate::error::Error;
use crate::later;

/// The version of the engine.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The questions that [`ask`] answers.
pub const QUESTIONS: &[&str] = &[
    "articles",
    "notices",
    "totals",
    "entities",
    "mentions",
    "suggestions",
    "stopwords",
    "keywords",
    "pairs",
    "network",
    "contexts",
    "explain",
    "timeline",
    "communities",
    "compare",
    "triads",
    "positions",
    "report",
    "segment",
    "counts",
];

/// Answers a question about a corpus; `nested` and `pronouns` count what was looked for before: see [`answer`].
///
/// # Errors
/// [`Error::Option`] for an unknown question, or options that it does not accept; [`Error::Later`] for what the
/// first part of the engine does not answer alone.
pub fn ask(corpus: &Corpus, question: &str, options: &Options) -> Result<Value, Error> {
    let mut query = Query::new(question, options)?;
    // What an article is about, its words say.
    query.scope.pronouns &= question != "keywords";
    if query.intervals || query.backbone != query::Backbone::None {
        later::needed()?;
    }
    Ok(match question {
        "articles" => Value::Table(articles::table(&articles::rows(corpus, &query))),
        "notices" => Value::Table(articles::notices(corpus)),
        "totals" => articles::totals(corpus, &query),
        "entities" => Value::Table(entities::table(&entities::rows(corpus, &query))),
        "mentions" => Value::Table(entities::mentions(corpus, &query)),
        "keywords" => Value::Table(keywords::table(&keywords::rows(corpus, &query))),
        "pairs" => Value::Table(pairs::table(&pairs::rows(corpus, &query))),
        "network" => network::value(&network::of(corpus, &query)?),
        "report" => whole::answer(corpus, &query)?,
        _ => {
            later::needed()?;
            more(corpus, question, &query)?
        }
    })
}

/// Answers a question after looking for what it wants besides names: names inside names, pronouns.
///
/// # Errors
/// Those of [`ask`], and [`Error::Option`] where the lists of pronouns are wanted and not there.
pub fn answer(corpus: &mut Corpus, question: &str, options: &Options) -> Result<Value, Error> {
    let on = |name: &str| matches!(options.get(name), Some(Setting::Bool(true)));
    if on("nested") || on("pronouns") {
        later::needed()?;
        corpus.look_closer(on("pronouns"))?;
    }
    ask(corpus, question, options)
}

/// The questions of the second part of the engine: those that a person asks of what is there.
#[inline(never)]
fn more(corpus: &Corpus, question: &str, query: &Query) -> Result<Value, Error> {
    Ok(match question {
        "segment" => articles::segmentation(corpus),
        "suggestions" => Value::Table(suggestions::table(corpus, query)),
        "stopwords" => Value::Table(stopwords::table(corpus)),
        "contexts" => contexts::answer(corpus, query)?,
        "explain" => explain::answer(corpus, query)?,
        "timeline" => timeline::answer(corpus, query)?,
        "communities" => Value::Table(communities::answer(corpus, query)?),
        "compare" => compare::answer(corpus, query)?,
        "triads" => Value::Table(triads::answer(corpus, query)?),
        "positions" => positions::answer(corpus, query)?,
        "counts" => Value::Bytes(Counts::of(corpus, query.window, &query.scope).to_bytes()),
        other => {
            return Err(Error::option("question", format!("{other:?}"), format!("one of {}", QUESTIONS.join(", "))));
        }
    })
}
