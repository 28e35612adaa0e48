//! The report: every answer under one set of options.

use crate::corpus::Corpus;
use crate::count::Window;
use crate::count::term::kind_name;
use crate::report::columns::Value;
use crate::report::query::{PAIR_MEASURES, Query};
use crate::report::{VERSION, articles, entities, keywords, network, pairs};
use crate::segment::Date;

/// Articles, notices, entities, keywords, pairs and the network, with the options in force.
#[must_use]
pub fn answer(corpus: &Corpus, query: &Query) -> Value {
    let pairs = pairs::rows(corpus, query);
    // `kinds` and the floors are those of pairs; the lists of entities and keywords stay whole.
    let lists = Query { min_count: None, min_articles: None, kinds: None, ..query.clone() };
    Value::Object(vec![
        ("version", Value::Text(VERSION.into())),
        ("options", options(corpus, query)),
        ("totals", articles::totals(corpus, query)),
        ("articles", Value::Table(articles::table(&articles::rows(corpus, query)))),
        ("notices", Value::Table(articles::notices(corpus))),
        ("entities", Value::Table(entities::table(&entities::rows(corpus, &lists)))),
        ("keywords", Value::Table(keywords::table(&keywords::rows(corpus, &lists)))),
        ("pairs", Value::Table(pairs::table(&pairs))),
        ("network", network::value(&network::build(&pairs, query))),
    ])
}

fn options(corpus: &Corpus, query: &Query) -> Value {
    let number = |n: f64| Value::Number(Some(n));
    let date = |d: Option<Date>| d.map_or(Value::Null, |d| Value::Text(d.to_string()));
    let (window, span) = match query.window {
        Window::Sentence => ("sentence", 10),
        Window::Paragraph => ("paragraph", 10),
        Window::Article => ("article", 10),
        Window::Words(k) => ("words", k),
    };
    let articles = query.scope.articles(corpus).len();
    let kinds = query.kinds_of_pairs().into_iter().map(|k| Value::Text(kind_name(k).into())).collect();
    Value::Object(vec![
        ("window", Value::Text(window.into())),
        ("span", number(span.into())),
        ("kinds", Value::List(kinds)),
        ("minCount", number(query.pair_floor().into())),
        ("minArticles", number(query.article_floor(articles).into())),
        ("from", date(query.scope.from)),
        ("to", date(query.scope.to)),
        ("demonyms", Value::Bool(query.scope.demonyms)),
        ("metadata", Value::Bool(query.scope.metadata)),
        ("duplicates", Value::Bool(query.scope.duplicates)),
        ("limit", number(query.limit as f64)),
        ("measure", Value::Text(PAIR_MEASURES.get(query.pair_measure as usize).copied().unwrap_or("").into())),
        ("nodes", number(query.nodes as f64)),
        ("resolution", number(query.resolution)),
        ("seed", number(query.seed as f64)),
    ])
}
