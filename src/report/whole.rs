//! The report: every answer under one set of options.

use crate::corpus::Corpus;
use crate::count::Window;
use crate::count::term::kind_name;
use crate::error::Error;
use crate::report::columns::Value;
use crate::report::query::{BACKBONES, Backbone, PAIR_MEASURES, Query};
use crate::report::{VERSION, articles, entities, keywords, network, pairs};
use crate::segment::Date;

/// Articles, notices, entities, keywords, pairs and the network, with the options in force.
///
/// # Errors
/// Those of the network.
pub fn answer(corpus: &Corpus, query: &Query) -> Result<Value, Error> {
    let counted = pairs::count(corpus, query, query.pair_floor());
    let pairs = pairs::counted(corpus, query, &counted);
    let network = match query.backbone {
        Backbone::Sdsm => network::of(corpus, query)?,
        _ => network::build(&pairs, query),
    };
    // Unless some kinds are asked for, the pairs were counted over the very entities of the lists.
    let same =
        query.kinds.is_none() && query.with.is_none() && query.window == Window::Sentence && !query.scope.pronouns;
    let lists = |query| (entities::counted(corpus, query, &counted), keywords::counted(corpus, query, Some(&counted)));
    let (entities, keywords) = if same && query.min_count.is_none() && query.min_articles.is_none() {
        lists(query)
    } else {
        // `kinds` and the floors are those of pairs; the lists of entities and keywords stay whole.
        let mut whole = whole(query);
        if same {
            lists(&whole)
        } else {
            let entities = entities::rows(corpus, &whole);
            // What an article is about, its words say.
            whole.scope.pronouns = false;
            (entities, keywords::rows(corpus, &whole))
        }
    };
    Ok(Value::Object(vec![
        ("version", Value::Text(VERSION.into())),
        ("options", options(corpus, query)),
        ("totals", articles::totals(corpus, query)),
        ("articles", Value::Table(articles::table(&articles::rows(corpus, query)))),
        ("notices", Value::Table(articles::notices(corpus))),
        ("entities", Value::Table(entities::table(&entities))),
        ("keywords", Value::Table(keywords::table(&keywords))),
        ("pairs", Value::Table(pairs::table(&pairs))),
        ("network", network::value(&network)),
    ]))
}

/// The same question without what leaves out entities and keywords.
#[inline(never)]
fn whole(query: &Query) -> Query {
    Query { min_count: None, min_articles: None, kinds: None, ..query.clone() }
}

fn options(corpus: &Corpus, query: &Query) -> Value {
    let number = |n: f64| Value::Number(Some(n));
    let selection = &query.scope.selection;
    let texts = |list: Option<&Vec<String>>| {
        list.map_or(Value::Null, |list| Value::List(list.iter().map(|t| Value::Text(t.clone())).collect()))
    };
    let date = |d: Option<Date>| d.map_or(Value::Null, |d| Value::Text(d.to_string()));
    let (window, span) = match query.window {
        Window::Sentence => ("sentence", 10),
        Window::Paragraph => ("paragraph", 10),
        Window::Article => ("article", 10),
        Window::Words(k) => ("words", k),
    };
    let articles = query.scope.articles(corpus).len();
    let kinds = query.kinds_of_pairs().into_iter().map(|k| Value::Text(kind_name(k).into())).collect();
    let mut out = vec![
        ("window", Value::Text(window.into())),
        ("span", number(span.into())),
        ("kinds", Value::List(kinds)),
        ("minCount", number(query.pair_floor().into())),
        ("minArticles", number(query.article_floor(articles).into())),
        ("from", date(selection.from)),
        ("to", date(selection.to)),
        ("sources", texts(selection.sources.as_ref())),
        (
            "articles",
            selection
                .articles
                .as_ref()
                .map_or(Value::Null, |list| Value::List(list.iter().map(|n| number(f64::from(*n))).collect())),
        ),
        ("search", selection.search.clone().map_or(Value::Null, Value::Text)),
        ("demonyms", Value::Bool(query.scope.demonyms)),
        ("metadata", Value::Bool(query.scope.metadata)),
        ("duplicates", Value::Bool(query.scope.duplicates)),
        ("headline", number(query.scope.headline.unwrap_or(1).into())),
        ("limit", number(query.limit as f64)),
        ("measure", Value::Text(PAIR_MEASURES.get(query.pair_measure as usize).copied().unwrap_or("").into())),
        ("apart", Value::Bool(query.apart)),
        ("intervals", Value::Bool(query.intervals)),
        ("backbone", Value::Text(BACKBONES.get(query.backbone as usize).copied().unwrap_or("").into())),
        ("alpha", number(query.alpha)),
        ("nodes", number(query.nodes as f64)),
        ("resolution", number(query.resolution)),
        ("seed", number(query.seed as f64)),
    ];
    // Told only where they are on.
    for (name, on) in [("nested", query.scope.nested), ("pronouns", query.scope.pronouns)] {
        if on {
            out.push((name, Value::Bool(true)));
        }
    }
    Value::Object(out)
}
