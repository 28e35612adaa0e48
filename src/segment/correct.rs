//! What a person corrects of a paste: where articles begin, and what their heads say.
//!
//! Corrections are put over what is found, so that everything that follows (the parts of the text, names,
//! statistics) sees an article as the person does.

use crate::order::ascending;
use crate::segment::article::Cut;
use crate::segment::head::Head;
use crate::segment::line::Line;
use crate::segment::{Date, Dateline, Field, Part, Time};
use crate::span::Span;

/// The rule of whatever a person decided.
const BY_HAND: &str = "by hand";
/// The rule of what came with the text: a column of a table, a field of a feed or a mail.
const FROM_FILE: &str = "given by the file";

/// The corrections of one paste. Places are bytes of the paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// An article begins with the line that holds this place.
    pub cuts: Vec<u32>,
    /// The article that holds this place goes on from the one before it.
    pub joins: Vec<u32>,
    /// No article begins anywhere else: the text was put together from records.
    pub only: bool,
    /// What heads say, in the order of their places.
    pub fields: Vec<Correction>,
}

/// A field of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// A place in the article.
    pub at: u32,
    /// What it is.
    pub value: Value,
    /// It came with the text, and is no person's decision.
    pub given: bool,
}

/// A field and what it is; with `None` the article has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The headline. Where it is a line of the article, that line becomes the headline of the text, too.
    Headline(Option<String>),
    /// The date.
    Date(Option<Date>),
    /// The time.
    Time(Option<Time>),
    /// Agency or paper.
    Source(Option<String>),
    /// Who wrote it.
    Byline(Option<String>),
    /// The place of the dateline.
    Place(Option<String>),
    /// Its address.
    Url(Option<String>),
}

/// The line that holds a place, or the first after it.
fn line_at(lines: &[Line], at: u32) -> Option<usize> {
    let line = lines.partition_point(|l| l.span.end <= at);
    (line < lines.len()).then_some(line)
}

impl Corrections {
    /// Moves the cuts to where the person wants them. The first is never joined: there is nothing before it.
    #[inline(never)]
    pub(crate) fn cut(&self, lines: &[Line], cuts: &mut Vec<Cut>) {
        for at in &self.joins {
            let Some(line) = line_at(lines, *at) else { continue };
            let own = cuts.partition_point(|c| c.line <= line);
            if own > 1 {
                cuts.remove(own - 1);
            }
        }
        if self.only {
            cuts.truncate(1);
        }
        let rule = if self.only { FROM_FILE } else { BY_HAND };
        let mut wanted: Vec<usize> = self.cuts.iter().filter_map(|at| line_at(lines, *at)).collect();
        ascending(&mut wanted);
        wanted.dedup();
        let mut found = std::mem::take(cuts).into_iter().peekable();
        for line in wanted {
            while let Some(before) = found.next_if(|c| c.line < line) {
                cuts.push(before);
            }
            if found.peek().is_none_or(|c| c.line != line)
                && let Some(own) = lines.get(line)
            {
                cuts.push(Cut { line, rule, marker: Span::new(own.span.start, own.span.start) });
            }
        }
        cuts.extend(found);
    }

    /// Whether the date of an article is given, or that it has none.
    pub(crate) fn date(&self, article: Span) -> bool {
        let within = |c: &&Correction| article.start <= c.at && c.at < article.end;
        self.fields.iter().filter(within).any(|c| matches!(c.value, Value::Date(_)))
    }

    /// Puts the fields of one article in the place of those found.
    #[inline(never)]
    pub(crate) fn head(&self, text: &str, article: Span, lines: &[Line], head: &mut Head) {
        let first = self.fields.partition_point(|c| c.at < article.start);
        let nowhere = Span::new(article.start, article.start);
        for correction in self.fields.iter().skip(first).take_while(|c| c.at < article.end) {
            let rule = if correction.given { FROM_FILE } else { BY_HAND };
            let written =
                |value: &Option<String>| value.as_ref().map(|v| Field { value: v.clone(), span: nowhere, rule });
            match &correction.value {
                Value::Headline(value) => {
                    head.headline = written(value);
                    let own = lines.iter().position(|l| value.as_deref() == Some(l.span.of(text)));
                    if let Some((line, found)) = own.and_then(|i| Some((i, lines.get(i)?)))
                        && let Some(headline) = &mut head.headline
                    {
                        headline.span = found.span;
                        for (i, part) in head.parts.iter_mut().enumerate() {
                            match part {
                                _ if i == line => *part = Part::Headline,
                                // What was taken for the headline is a line above it, or text.
                                Part::Headline => *part = if i < line { Part::Metadata } else { Part::Body },
                                _ => {}
                            }
                        }
                    }
                }
                Value::Date(value) => head.date = value.map(|value| Field { value, span: nowhere, rule }),
                Value::Time(value) => head.time = value.map(|value| Field { value, span: nowhere, rule }),
                Value::Source(value) => head.source = written(value),
                Value::Byline(value) => head.byline = written(value),
                Value::Url(value) => head.url = written(value),
                Value::Place(value) => match &mut head.dateline {
                    Some(dateline) => dateline.place = written(value),
                    none => {
                        *none = written(value).map(|place| Dateline {
                            span: nowhere,
                            place: Some(place),
                            date: None,
                            agency: None,
                        });
                    }
                },
            }
        }
    }
}
