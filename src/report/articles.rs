//! The articles: what was found of each, where, and by which rule.

use crate::corpus::{Corpus, Record, View};
use crate::count::window::windows;
use crate::report::columns::{Cell, Field as Name, Table, Type, Value};
use crate::report::query::Query;
use crate::segment::{Field, Part};
use crate::span::Span;

/// An article of a report.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The article.
    pub view: View<'a>,
    /// The number of the article that it repeats, and the share of the shorter one's text that both have.
    pub duplicate_of: Option<(u32, f64)>,
}

/// The articles within the dates asked for, in the order of adding; copies are listed and marked.
#[must_use]
pub fn rows<'a>(corpus: &'a Corpus, query: &Query) -> Vec<Row<'a>> {
    let scope = crate::count::Scope { duplicates: true, ..query.scope.clone() };
    let views = scope.articles(corpus).into_iter();
    views.map(|view| row(corpus, view)).collect()
}

fn row<'a>(corpus: &'a Corpus, view: View<'a>) -> Row<'a> {
    Row { view, duplicate_of: corpus.copy_of(view.record.id).map(|copy| (copy.of.0, copy.shared)) }
}

/// The rows of some records of the corpus.
#[must_use]
pub fn listed<'a>(corpus: &'a Corpus, records: &'a [Record]) -> Vec<Row<'a>> {
    let views = records.iter().filter_map(|r| corpus.view(r));
    views.map(|view| row(corpus, view)).collect()
}

const SPAN: Type = Type::Struct(&[("start", Type::U32), ("end", Type::U32)]);
const CUT: Type = Type::Struct(&[("rule", Type::Text), ("start", Type::U32), ("end", Type::U32)]);
const FOUND: Type = Type::Struct(&[("start", Type::U32), ("end", Type::U32), ("rule", Type::Text)]);

/// What is told of every article.
const HEAD: &[Name] = &[
    ("id", Type::U32),
    ("paste", Type::U32),
    ("start", Type::U32),
    ("end", Type::U32),
    ("headline", Type::Text),
    ("date", Type::Text),
    ("time", Type::Text),
    ("source", Type::Text),
    ("byline", Type::Text),
    ("dateline", Type::Struct(&[("place", Type::Text), ("date", Type::Text)])),
    ("standfirst", Type::Text),
    ("section", Type::Text),
    ("url", Type::Text),
    ("language", Type::Text),
    ("body", SPAN),
    ("cut", CUT),
    (
        "found",
        Type::Struct(&[
            ("headline", FOUND),
            ("date", FOUND),
            ("reference", FOUND),
            ("time", FOUND),
            ("source", FOUND),
            ("byline", FOUND),
            ("dateline", FOUND),
            ("standfirst", FOUND),
            ("section", FOUND),
            ("url", FOUND),
        ]),
    ),
    ("duplicateOf", Type::OptionU32),
    ("shared", Type::F64),
];

/// The UTF-16 offsets of a span.
fn at(view: &View<'_>, span: Span) -> [u32; 2] {
    [span.start, span.end].map(|byte| view.paste.utf16.offset(&view.paste.text, byte))
}

fn found<T>(view: &View<'_>, field: Option<&Field<T>>) -> Cell<'static> {
    place(view, field.map(|f| (f.span, f.rule)))
}

fn place(view: &View<'_>, field: Option<(Span, &'static str)>) -> Cell<'static> {
    field.map_or(Cell::None, |(span, rule)| Cell::Place(at(view, span), rule))
}

fn text(field: Option<&Field<String>>) -> Cell<'_> {
    Cell::OptionText(field.map(|f| f.value.as_str()))
}

/// Puts the cells of [`HEAD`] in the place of those of another row.
#[inline(never)]
fn head<'a>(row: &Row<'a>, cells: &mut Vec<Cell<'a>>) {
    let view = &row.view;
    let a = view.article;
    let [start, end] = at(view, a.span);
    let dateline = a.dateline.as_deref();
    let place = dateline.and_then(|d| d.place.as_ref());
    cells.clear();
    cells.extend([
        Cell::U32(view.record.id.0),
        Cell::U32(view.record.paste),
        Cell::U32(start),
        Cell::U32(end),
        text(a.headline.as_ref()),
        Cell::Date(a.date.as_ref().map(|f| f.value)),
        Cell::Time(a.time.as_ref().map(|f| f.value)),
        text(a.source.as_deref()),
        text(a.byline.as_deref()),
        dateline.map_or(Cell::None, |d| {
            Cell::Row(vec![text(d.place.as_ref()), Cell::Date(d.date.as_ref().map(|f| f.value))])
        }),
        text(a.standfirst.as_deref()),
        text(a.section.as_deref()),
        text(a.url.as_deref()),
        text(a.language.as_ref()),
        Cell::Place(at(view, a.body), ""),
        Cell::Place(at(view, a.cut.span), a.cut.rule),
        Cell::Row(vec![
            found(view, a.headline.as_ref()),
            found(view, a.date.as_ref()),
            found(view, a.reference.as_deref()),
            found(view, a.time.as_deref()),
            found(view, a.source.as_deref()),
            found(view, a.byline.as_deref()),
            found(view, place),
            found(view, a.standfirst.as_deref()),
            found(view, a.section.as_deref()),
            found(view, a.url.as_deref()),
        ]),
        Cell::OptionU32(row.duplicate_of.map(|(id, _)| id)),
        Cell::F64(row.duplicate_of.map(|(_, shared)| shared)),
    ]);
}

/// The fields of an article and some more.
fn with_head(more: &[Name]) -> Table {
    Table::new(&[HEAD, more].concat())
}

/// The rows as columns, with the size of each article's running text.
#[must_use]
#[inline(never)]
pub fn table(rows: &[Row<'_>]) -> Table {
    let mut table = with_head(&[("paragraphs", Type::U32), ("sentences", Type::U32), ("words", Type::U32)]);
    let mut cells = Vec::new();
    for row in rows {
        let size = row.view.record.body;
        head(row, &mut cells);
        cells.extend([size.paragraphs, size.sentences, size.words].map(Cell::U32));
        table.push(&cells);
    }
    table
}

const PARTS: &[&str] = &["headline", "body", "metadata", "boilerplate"];

/// Every article taken apart: body paragraphs, all sentences with their part, and all words as one array
/// of starts and ends.
#[must_use]
pub fn segmentation(corpus: &Corpus) -> Value {
    let mut table = with_head(&[
        ("paragraphs", Type::List(&SPAN)),
        (
            "sentences",
            Type::List(&Type::Struct(&[("start", Type::U32), ("end", Type::U32), ("part", Type::Choice(PARTS))])),
        ),
        ("words", Type::Array),
    ]);
    for view in corpus.live().filter_map(|r| corpus.view(r)) {
        let all = &view.paste.segmentation;
        let mut cells = Vec::new();
        head(&Row { view, duplicate_of: None }, &mut cells);
        let paragraphs = view.article.paragraphs.of(&all.paragraphs).iter().filter(|p| p.part == Part::Body);
        cells.push(Cell::Row(paragraphs.map(|p| Cell::Place(at(&view, p.span), "")).collect()));
        let mut sentences = Vec::new();
        for s in view.article.sentences.of(&all.sentences) {
            let [start, end] = at(&view, s.span);
            sentences.push(Cell::Row(vec![Cell::U32(start), Cell::U32(end), Cell::Choice(s.part as u8)]));
        }
        cells.push(Cell::Row(sentences));
        let mut words = Vec::new();
        let tokens = view.article.tokens;
        for (begin, id) in view.paste.starts.of(tokens).zip(tokens.of(&all.tokens.types)) {
            let end = begin + corpus.vocabulary().length(*id);
            words.extend([begin, end].map(|byte| view.paste.utf16.offset(&view.paste.text, byte)));
        }
        cells.push(Cell::Array(&words));
        table.push(&cells);
    }
    Value::Object(vec![("articles", Value::Table(table)), ("notices", Value::Table(notices(corpus)))])
}

/// What was odd in the pastes.
#[must_use]
pub fn notices(corpus: &Corpus) -> Table {
    let mut table = Table::new(&[
        ("code", Type::Text),
        ("message", Type::Text),
        ("start", Type::U32),
        ("end", Type::U32),
        ("paste", Type::U32),
    ]);
    for (number, notice) in corpus.notices() {
        let Some(paste) = corpus.pastes().get(number as usize) else { continue };
        let at = |byte| Cell::U32(paste.utf16.offset(&paste.text, byte));
        table.push(&[
            Cell::Text(notice.code),
            Cell::Text(&notice.message),
            at(notice.span.start),
            at(notice.span.end),
            Cell::U32(number),
        ]);
    }
    table
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
