//! The articles: what was found of each, where, and by which rule.

use crate::corpus::{Corpus, View};
use crate::count::window::windows;
use crate::report::columns::{Column, Table, Value};
use crate::report::query::Query;
use crate::segment::{Article, Field, Part};
use crate::span::{Span, to_u32};

/// An article of a report.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The article.
    pub view: View<'a>,
    /// The number of the article that it repeats.
    pub duplicate_of: Option<u32>,
}

/// The articles within the dates asked for, in the order of adding; copies are listed and marked.
#[must_use]
pub fn rows<'a>(corpus: &'a Corpus, query: &Query) -> Vec<Row<'a>> {
    let scope = crate::count::Scope { duplicates: true, ..query.scope };
    let views = scope.articles(corpus).into_iter();
    views.map(|view| Row { view, duplicate_of: corpus.copy_of(view.record.id).map(|id| id.0) }).collect()
}

fn start(view: &View<'_>, span: Span) -> u32 {
    view.paste.utf16.offset(&view.paste.text, span.start)
}

fn end(view: &View<'_>, span: Span) -> u32 {
    view.paste.utf16.offset(&view.paste.text, span.end)
}

fn found<T>(rows: &[Row<'_>], field: impl Fn(&Article) -> Option<&Field<T>>) -> Column {
    let fields: Vec<Option<(u32, u32, &'static str)>> = rows
        .iter()
        .map(|r| field(r.view.article).map(|f| (start(&r.view, f.span), end(&r.view, f.span), f.rule)))
        .collect();
    Column::Struct(
        vec![
            ("start", Column::U32(fields.iter().map(|f| f.map_or(0, |f| f.0)).collect())),
            ("end", Column::U32(fields.iter().map(|f| f.map_or(0, |f| f.1)).collect())),
            ("rule", Column::Text(fields.iter().map(|f| Some(f.map_or("", |f| f.2).into())).collect())),
        ],
        fields.iter().map(Option::is_some).collect(),
    )
}

fn head(rows: &[Row<'_>]) -> Table {
    let text = |field: &dyn Fn(&Article) -> Option<String>| -> Vec<Option<String>> {
        rows.iter().map(|r| field(r.view.article)).collect()
    };
    let present = vec![true; rows.len()];
    let dateline = Column::Struct(
        vec![
            ("place", Column::Text(text(&|a| a.dateline.as_ref()?.place.as_ref().map(|f| f.value.clone())))),
            ("date", Column::Text(text(&|a| a.dateline.as_ref()?.date.as_ref().map(|f| f.value.to_string())))),
        ],
        rows.iter().map(|r| r.view.article.dateline.is_some()).collect(),
    );
    let body = Column::Struct(
        vec![
            ("start", Column::U32(rows.iter().map(|r| start(&r.view, r.view.article.body)).collect())),
            ("end", Column::U32(rows.iter().map(|r| end(&r.view, r.view.article.body)).collect())),
        ],
        present.clone(),
    );
    let cut = Column::Struct(
        vec![
            ("rule", Column::Text(text(&|a| Some(a.cut.rule.into())))),
            ("start", Column::U32(rows.iter().map(|r| start(&r.view, r.view.article.cut.span)).collect())),
            ("end", Column::U32(rows.iter().map(|r| end(&r.view, r.view.article.cut.span)).collect())),
        ],
        present.clone(),
    );
    let found = Column::Struct(
        vec![
            ("headline", found(rows, |a| a.headline.as_ref())),
            ("date", found(rows, |a| a.date.as_ref())),
            ("time", found(rows, |a| a.time.as_ref())),
            ("source", found(rows, |a| a.source.as_ref())),
            ("byline", found(rows, |a| a.byline.as_ref())),
            ("dateline", found(rows, |a| a.dateline.as_ref()?.place.as_ref())),
        ],
        present,
    );
    Table::new(rows.len())
        .u32("id", rows.iter().map(|r| r.view.record.id.0))
        .u32("paste", rows.iter().map(|r| r.view.record.paste))
        .u32("start", rows.iter().map(|r| start(&r.view, r.view.article.span)))
        .u32("end", rows.iter().map(|r| end(&r.view, r.view.article.span)))
        .maybe_text("headline", text(&|a| Some(a.headline.as_ref()?.value.clone())).into_iter())
        .maybe_text("date", text(&|a| Some(a.date.as_ref()?.value.to_string())).into_iter())
        .maybe_text("time", text(&|a| Some(a.time.as_ref()?.value.to_string())).into_iter())
        .maybe_text("source", text(&|a| Some(a.source.as_ref()?.value.clone())).into_iter())
        .maybe_text("byline", text(&|a| Some(a.byline.as_ref()?.value.clone())).into_iter())
        .with("dateline", dateline)
        .maybe_text("language", text(&|a| Some(a.language.as_ref()?.value.clone())).into_iter())
        .with("body", body)
        .with("cut", cut)
        .with("found", found)
        .with("duplicateOf", Column::OptionU32(rows.iter().map(|r| r.duplicate_of).collect()))
}

/// The rows as columns, with the size of each article's running text.
#[must_use]
pub fn table(rows: &[Row<'_>]) -> Table {
    head(rows)
        .u32("paragraphs", rows.iter().map(|r| r.view.record.body.paragraphs))
        .u32("sentences", rows.iter().map(|r| r.view.record.body.sentences))
        .u32("words", rows.iter().map(|r| r.view.record.body.words))
}

const PARTS: &[&str] = &["headline", "body", "metadata", "boilerplate"];

fn spans(view: &View<'_>, list: impl Iterator<Item = Span>, starts: &mut Vec<u32>, ends: &mut Vec<u32>) {
    for span in list {
        starts.push(start(view, span));
        ends.push(end(view, span));
    }
}

/// Every article taken apart: body paragraphs, all sentences with their part, and all words as one array
/// of starts and ends.
#[must_use]
pub fn segmentation(corpus: &Corpus) -> Value {
    let rows: Vec<Row<'_>> =
        corpus.live().filter_map(|r| corpus.view(r)).map(|view| Row { view, duplicate_of: None }).collect();
    let (mut p_ends, mut p_start, mut p_end) = (Vec::new(), Vec::new(), Vec::new());
    let (mut s_ends, mut s_start, mut s_end, mut s_part) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut w_ends, mut words) = (Vec::new(), Vec::new());
    for row in &rows {
        let view = &row.view;
        let all = &view.paste.segmentation;
        let paragraphs = view.article.paragraphs.of(&all.paragraphs).iter();
        spans(view, paragraphs.filter(|p| p.part == Part::Body).map(|p| p.span), &mut p_start, &mut p_end);
        p_ends.push(to_u32(p_start.len()));
        let sentences = view.article.sentences.of(&all.sentences);
        spans(view, sentences.iter().map(|s| s.span), &mut s_start, &mut s_end);
        s_part.extend(sentences.iter().map(|s| s.part as u8));
        s_ends.push(to_u32(s_start.len()));
        let tokens = view.article.tokens;
        for (begin, id) in tokens.of(&all.tokens.starts).iter().zip(tokens.of(&all.tokens.types)) {
            let span = Span::new(*begin, begin + to_u32(corpus.vocabulary().get(*id).len()));
            words.extend([start(view, span), end(view, span)]);
        }
        w_ends.push(to_u32(words.len()));
    }
    let (p, s) = (vec![true; p_start.len()], vec![true; s_start.len()]);
    let paragraphs = Column::Struct(vec![("start", Column::U32(p_start)), ("end", Column::U32(p_end))], p);
    let sentences = Column::Struct(
        vec![("start", Column::U32(s_start)), ("end", Column::U32(s_end)), ("part", Column::Choice(PARTS, s_part))],
        s,
    );
    let table = head(&rows)
        .with("paragraphs", Column::List(p_ends, Box::new(paragraphs)))
        .with("sentences", Column::List(s_ends, Box::new(sentences)))
        .with("words", Column::Array(w_ends, words));
    Value::Object(vec![("articles", Value::Table(table)), ("notices", Value::Table(notices(corpus)))])
}

/// What was odd in the pastes.
#[must_use]
pub fn notices(corpus: &Corpus) -> Table {
    let rows: Vec<_> = corpus.notices().collect();
    let at =
        |paste: u32, byte: u32| corpus.pastes().get(paste as usize).map_or(byte, |p| p.utf16.offset(&p.text, byte));
    Table::new(rows.len())
        .text("code", rows.iter().map(|(_, n)| n.code))
        .text("message", rows.iter().map(|(_, n)| n.message.clone()))
        .u32("start", rows.iter().map(|(p, n)| at(*p, n.span.start)))
        .u32("end", rows.iter().map(|(p, n)| at(*p, n.span.end)))
        .u32("paste", rows.iter().map(|(p, _)| *p))
}

/// How much of everything is in scope.
#[must_use]
pub fn totals(corpus: &Corpus, query: &Query) -> Value {
    let views = query.scope.articles(corpus);
    let sum = |f: &dyn Fn(&View<'_>) -> u64| Value::Number(Some(views.iter().map(f).sum::<u64>() as f64));
    Value::Object(vec![
        ("bytes", sum(&|v| v.article.span.len().into())),
        ("articles", Value::Number(Some(views.len() as f64))),
        ("paragraphs", sum(&|v| v.record.body.paragraphs.into())),
        ("sentences", sum(&|v| v.record.body.sentences.into())),
        ("words", sum(&|v| v.record.body.words.into())),
        ("types", Value::Number(Some(corpus.vocabulary().len() as f64))),
        ("windows", sum(&|v| windows(*v, query.window, &query.scope).len() as u64)),
    ])
}
