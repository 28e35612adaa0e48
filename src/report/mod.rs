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
pub mod rules;
pub mod salience;
pub mod setting;
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

/// Answers a question about a corpus.
///
/// # Errors
/// [`Error::Option`] for an unknown question, or options that it does not accept.
pub fn ask(corpus: &Corpus, question: &str, options: &Options) -> Result<Value, Error> {
    let query = Query::new(question, options)?;
    Ok(match question {
        "articles" => Value::Table(articles::table(&articles::rows(corpus, &query))),
        "notices" => Value::Table(articles::notices(corpus)),
        "totals" => articles::totals(corpus, &query),
        "segment" => articles::segmentation(corpus),
        "entities" => Value::Table(entities::table(&entities::rows(corpus, &query))),
        "mentions" => Value::Table(entities::mentions(corpus, &query)),
        "suggestions" => Value::Table(suggestions::table(corpus, &query)),
        "keywords" => Value::Table(keywords::table(&keywords::rows(corpus, &query))),
        "pairs" => Value::Table(pairs::table(&pairs::rows(corpus, &query))),
        "network" => network::value(&network::of(corpus, &query)?),
        "contexts" => contexts::answer(corpus, &query)?,
        "explain" => explain::answer(corpus, &query)?,
        "timeline" => timeline::answer(corpus, &query)?,
        "communities" => Value::Table(communities::answer(corpus, &query)?),
        "compare" => compare::answer(corpus, &query)?,
        "triads" => Value::Table(triads::answer(corpus, &query)?),
        "positions" => positions::answer(corpus, &query)?,
        "report" => whole::answer(corpus, &query)?,
        "counts" => Value::Bytes(Counts::of(corpus, query.window, &query.scope).to_bytes()),
        other => {
            return Err(Error::option("question", format!("{other:?}"), format!("one of {}", QUESTIONS.join(", "))));
        }
    })
}
