//! The head of an article: headline, date, source, byline, dateline; and which lines are what.

use crate::lang::Pack;
use crate::segment::article::Cut;
use crate::segment::dateline;
use crate::segment::label;
use crate::segment::line::{self, Line, prose};
use crate::segment::{Date, Dateline, Field, Part, Time};
use crate::span::{Span, to_u32};
use crate::text::folded::one_line;

/// What was found at the top of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub headline: Option<Field<String>>,
    pub date: Option<Field<Date>>,
    pub time: Option<Field<Time>>,
    pub source: Option<Field<String>>,
    pub byline: Option<Field<String>>,
    pub dateline: Option<Dateline>,
    pub standfirst: Option<Field<String>>,
    pub section: Option<Field<String>>,
    pub url: Option<Field<String>>,
    /// The part of every line of the article.
    pub parts: Vec<Part>,
    /// Bytes of the first line of the body that its dateline takes.
    pub body_start: Option<u32>,
}

/// A place in a line as a span of the paste.
fn at(line: &Line, start: usize, end: usize) -> Span {
    Span::new(line.span.start + to_u32(start), line.span.start + to_u32(end))
}

fn field(text: &str, span: Span, rule: &'static str) -> Option<Field<String>> {
    let mut value = String::new();
    one_line(span.of(text), &mut value);
    (!value.is_empty()).then_some(Field { value, span, rule })
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a [Line],
    pack: &'a Pack<'a>,
    head: Head,
}

/// Reads the head of the article that the lines make, and gives every line its part.
#[inline(never)]
pub(crate) fn read(text: &str, lines: &[Line], cut: &Cut, pack: &Pack<'_>) -> Head {
    let mut reader =
        Reader { text, lines, pack, head: Head { parts: vec![Part::Body; lines.len()], ..Head::default() } };
    let body = reader.top(cut);
    reader.rest(body);
    reader.dates();
    reader.head
}

impl Reader<'_> {
    fn set(&mut self, i: usize, part: Part) {
        if let Some(slot) = self.head.parts.get_mut(i) {
            *slot = part;
        }
    }

    /// The lines before the text; gives the first line of the text.
    fn top(&mut self, cut: &Cut) -> usize {
        let (text, pack) = (self.text, self.pack);
        let export = cut.rule == "numbered heading"
            && self.lines.iter().take(14).any(|l| line::tag(text, l).is_some_and(|(t, _)| !matches!(t, "END" | "URL")));
        let tagged =
            self.lines.iter().take(14).any(|l| line::tag(text, l).is_some_and(|(t, _)| matches!(t, "BODY" | "LENGTH")));
        let mut i = 0;
        while let Some(l) = self.lines.get(i).copied() {
            let own = l.span.of(text);
            let next = self.lines.get(i + 1);
            let heading = line::heading(own);
            if cut.rule == "numbered heading" && i == 0 || line::rule(own).is_some() {
                self.set(i, Part::Boilerplate);
            } else if let Some((from, to)) = line::dump(own) {
                let date = at(&l, from, from + 10);
                self.head.date =
                    Date::from_iso(date.of(text)).map(|value| Field { value, span: date, rule: "dump line" });
                self.head.headline = field(text, at(&l, to, own.len()), "dump line");
                self.set(i, if self.head.headline.is_some() { Part::Headline } else { Part::Metadata });
            } else if let Some((name, from)) = line::tag(text, &l).filter(|_| export || tagged || i > 0) {
                self.set(i, Part::Metadata);
                if self.tag(&l, name, from) {
                    return i + 1;
                }
            } else if line::url(own) {
                self.address(i, l.span);
            } else if label::boilerplate(text, &l, pack) {
                self.set(i, Part::Boilerplate);
            } else if let Some(parts) = dateline::find(text, &l, pack) {
                self.dateline(&l, &parts);
                return i;
            } else if label::credit(text, &l, pack) {
                self.set(i, Part::Metadata);
            } else if let Some((from, to)) = label::byline(own) {
                self.set(i, Part::Metadata);
                self.byline(at(&l, from, to), "byline");
            } else if let Some(stamp) = label::stamp(text, &l, pack).filter(|_| heading.is_none() && !prose(text, &l)) {
                self.set(i, Part::Metadata);
                self.stamp(&l, &stamp);
            } else if let Some((_, from)) = heading.filter(|_| self.head.headline.is_none()) {
                self.head.headline = field(text, at(&l, from, own.trim_end_matches(['#', ' ']).len()), "heading");
                self.set(i, Part::Headline);
            } else if self.head.headline.is_some()
                && label::bare_name(text, &l)
                && next.map_or(i == 1, |n| label::stamp(text, n, pack).is_some())
            {
                self.set(i, Part::Metadata);
                self.byline(at(&l, 0, own.len()), "name before the date");
            } else if export && self.head.headline.is_none() && self.head.source.is_none() && self.head.date.is_none() {
                self.head.source = field(text, l.span, "first line of an export");
                self.set(i, Part::Metadata);
            } else if self.head.headline.is_none()
                && self.head.source.is_none()
                && label::masthead(text, &l)
                && self.headed(i)
            {
                self.head.source = field(text, l.span, "masthead");
                self.set(i, Part::Metadata);
            } else if self.head.headline.is_none() && !self.is_text(i) {
                self.head.headline = field(text, l.span, "first line");
                self.set(i, Part::Headline);
            } else if self.standfirst(i) {
                self.head.standfirst = self.head.standfirst.take().or_else(|| field(text, l.span, "before the byline"));
                self.set(i, Part::Metadata);
            } else {
                return i;
            }
            i += 1;
        }
        self.only_lines();
        self.lines.len()
    }

    /// Whether a headline follows within a few lines, with what a page has between: menus, dates.
    fn headed(&self, i: usize) -> bool {
        let lines = self.lines.get(i + 1..).unwrap_or(&[]).iter().take(4).enumerate();
        let mut rest = lines.filter(|(_, l)| {
            let own = l.span.of(self.text);
            !label::boilerplate(self.text, l, self.pack)
                && label::byline(own).is_none()
                && label::stamp(self.text, l, self.pack).is_none()
                && dateline::find(self.text, l, self.pack).is_none()
        });
        rest.next().is_some_and(|(n, _)| !self.is_text(i + 1 + n))
    }

    /// Whether a line is the beginning of the text rather than a headline.
    fn is_text(&self, i: usize) -> bool {
        let Some(l) = self.lines.get(i) else { return true };
        let own = l.span.of(self.text);
        let wrapped = self.lines.get(i + 1).is_some_and(|n| {
            n.gap == 0 && l.width >= 50 && n.span.of(self.text).chars().next().is_some_and(char::is_lowercase)
        });
        let alone = self.lines.len() == 1;
        let quoted = own.starts_with(['"', '“']) && own.ends_with(['"', '”', '.']);
        l.width > 200
            || prose(self.text, l) && !(l.width < 120 && own.ends_with(['?', '!', ':']))
            || wrapped
            || quoted
            || (alone && own.ends_with(['.', '!', '?', '。']))
            || l.words < 2 && !own.chars().any(|c| u32::from(c) > 0x2e80)
            || own.chars().next().is_some_and(char::is_lowercase)
    }

    /// A short line between headline and text that is neither: no full stop, and metadata or a byline follow.
    fn standfirst(&self, i: usize) -> bool {
        let (text, pack) = (self.text, self.pack);
        let Some(l) = self.lines.get(i) else { return false };
        if self.head.headline.is_none() || i > 6 || l.width > 200 {
            return false;
        }
        self.lines.get(i + 1..(i + 5).min(self.lines.len())).unwrap_or(&[]).iter().take_while(|n| n.width < 120).any(
            |n| {
                let next = n.span.of(text);
                label::byline(next).is_some()
                    || label::stamp(text, n, pack)
                        .is_some_and(|s| s.date.is_some() || s.time.is_some() || s.source.is_some())
            },
        )
    }

    /// An article of a headline alone: with nothing else, the line is text.
    fn only_lines(&mut self) {
        if self.head.headline.as_ref().is_some_and(|h| h.rule == "first line") && !self.head.parts.contains(&Part::Body)
        {
            let lone =
                self.head.parts.iter().filter(|p| **p == Part::Headline).count() == 1 && self.head.parts.len() == 1;
            if lone {
                self.head.headline = None;
                self.set(0, Part::Body);
            }
        }
    }

    /// A tag and its value; `true` when the text begins after it.
    fn tag(&mut self, l: &Line, name: &str, from: usize) -> bool {
        let (text, pack) = (self.text, self.pack);
        let value = at(l, from, l.span.len() as usize);
        match name {
            "BYLINE" => {
                let own = value.of(text);
                let skip = ["By ", "by ", "BY "].iter().find(|p| own.starts_with(*p)).map_or(0, |p| p.len());
                self.byline(at(l, from + skip, l.span.len() as usize), "tag");
            }
            "HEADLINE" => {
                self.head.headline = field(text, value, "tag");
            }
            "SECTION" => self.head.section = field(text, value, "tag"),
            "HIGHLIGHT" => self.head.standfirst = field(text, value, "tag"),
            "URL" if line::url(value.of(text)) => self.head.url = field(text, value, "tag"),
            "SOURCE" => self.head.source = field(text, value, "tag"),
            "DATE" => {
                let line = l.part(text, value);
                if let Some(stamp) = label::stamp(text, &line, pack) {
                    self.stamp(&line, &stamp);
                }
            }
            "DATELINE" => {
                let inner = value.of(text);
                let found = crate::segment::date::find(inner, pack);
                let place = inner
                    .get(..found.map_or(inner.len(), |d| d.start))
                    .unwrap_or("")
                    .split(',')
                    .next()
                    .unwrap_or("")
                    .trim_end();
                let span = Span::new(value.start, value.start + to_u32(place.len()));
                let date = found.and_then(|d| Some((d.date()?, d))).map(|(value_date, d)| Field {
                    value: value_date,
                    span: Span::new(value.start + to_u32(d.start), value.start + to_u32(d.end)),
                    rule: "tag",
                });
                self.head.dateline =
                    Some(Dateline { span: value, place: field(text, span, "tag"), date, agency: None });
            }
            "BODY" => return true,
            _ => {}
        }
        false
    }

    /// A line that is an address: the first is the article's.
    fn address(&mut self, i: usize, span: Span) {
        self.head.url = self.head.url.take().or_else(|| field(self.text, span, "line of its own"));
        self.set(i, Part::Metadata);
    }

    fn byline(&mut self, span: Span, rule: &'static str) {
        if self.head.byline.is_none() {
            self.head.byline = field(self.text, span, rule);
        }
    }

    fn stamp(&mut self, l: &Line, stamp: &label::Stamp) {
        if let (None, Some((value, found))) = (&self.head.date, stamp.date.and_then(|d| Some((d.date()?, d)))) {
            self.head.date = Some(Field { value, span: at(l, found.start, found.end), rule: "line with a date" });
        }
        if let (None, Some((value, from, to))) = (&self.head.time, stamp.time) {
            self.head.time = Some(Field { value, span: at(l, from, to), rule: "line with a time" });
        }
        if let (None, Some((from, to, name))) = (&self.head.source, &stamp.source) {
            self.head.source = Some(Field { value: name.clone(), span: at(l, *from, *to), rule: "line with a source" });
        }
        if let Some((from, to)) = stamp.byline {
            self.byline(at(l, from, to), "byline");
        }
    }

    fn dateline(&mut self, l: &Line, parts: &dateline::Parts) {
        let text = self.text;
        let end = l.span.start + to_u32(parts.end);
        let date = parts.date.map(|d| (d, at(l, d.start, d.end)));
        let agency = parts.agency.as_ref().map(|(from, to, name)| Field {
            value: name.clone(),
            span: at(l, *from, *to),
            rule: "dateline",
        });
        if self.head.source.is_none() {
            self.head.source.clone_from(&agency);
        }
        if let Some((from, to)) = parts.byline {
            self.byline(at(l, from, to), "dateline");
        }
        let own = date.and_then(|(d, span)| Some(Field { value: d.date()?, span, rule: "dateline" }));
        if self.head.date.is_none() {
            self.head.date.clone_from(&own);
        }
        // A dateline without a year has that of the article, if the article has one.
        let year = self.head.date.as_ref().map(|d| d.value.year);
        let date = own.or_else(|| {
            let (d, span) = date?;
            Some(Field {
                value: Date { year: year?, month: d.month, day: d.day },
                span,
                rule: "dateline, year of the article",
            })
        });
        self.head.dateline = Some(Dateline {
            span: Span::new(l.span.start, end).trimmed(text),
            place: parts.place.and_then(|(from, to)| field(text, at(l, from, to), "dateline")),
            date,
            agency,
        });
        self.head.body_start = Some(end);
    }

    /// The lines from the text on: credits, boilerplate, and the end of the page.
    fn rest(&mut self, body: usize) {
        let (text, pack) = (self.text, self.pack);
        let mut closed = false;
        let mut seen = 0;
        for i in body..self.lines.len() {
            let Some(l) = self.lines.get(i) else { break };
            closed |= seen > 0 && label::closes(text, l);
            if !closed && line::url(l.span.of(text)) {
                self.address(i, l.span);
                continue;
            }
            let part = if closed || line::rule(l.span.of(text)).is_some() || label::boilerplate(text, l, pack) {
                Part::Boilerplate
            } else if label::credit(text, l, pack) {
                Part::Metadata
            } else {
                seen += 1;
                Part::Body
            };
            self.set(i, part);
        }
    }

    /// Without a date at the top, `来源` and dates right below the text's end are not looked for: a date
    /// inside the text is not the article's.
    fn dates(&mut self) {
        if let Some(d) = &self.head.dateline
            && self.head.date.is_none()
            && let Some(date) = &d.date
            && date.rule == "tag"
        {
            self.head.date = Some(date.clone());
        }
    }
}
