//! The head of an article: headline, date, source, byline, dateline; and which lines are what.

mod names;
mod page;
mod rest;
mod told;

use crate::lang::Pack;
use crate::later;
use crate::segment::article::{Below, Cut};
use crate::segment::byline;
use crate::segment::damage;
use crate::segment::dateline;
use crate::segment::label;
use crate::segment::line::{self, Line, label as labels};
use crate::segment::stamp;
use crate::segment::{Date, Dateline, Field, Part, Time};
use crate::span::{Span, to_u32};
use crate::text::bytes;
use crate::text::bytes::List;
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
    /// Where the text begins in its first line, after a dateline or label.
    pub body_start: Option<u32>,
    /// The label before the text in the same line.
    pub lead: Option<Span>,
}

/// A place in a line as a span of the paste.
fn at(line: &Line, start: usize, end: usize) -> Span {
    Span::new(line.span.start + to_u32(start), line.span.start + to_u32(end))
}

fn field(text: &str, span: Span, rule: &'static str) -> Option<Field<String>> {
    let own = span.of(text);
    let mut value = String::new();
    // Most are on one line.
    if own.bytes().all(|b| matches!(b, b' '..=b'~')) && bytes::doubled(own, b' ') == 0 && own.trim().len() == own.len()
    {
        value.push_str(own);
    } else {
        one_line(own, &mut value);
    }
    let odd = value.contains('&') && value.contains(';')
        || !value.is_ascii() && (value.contains(['\u{200b}', '\u{ad}', '\u{feff}']) || damage::suspected(&value));
    if odd && later::here() {
        value = damage::mended(&value);
    }
    (!value.is_empty()).then_some(Field { value, span, rule })
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a [Line],
    /// What was found of the lines when the articles were cut.
    below: &'a [Option<Below>],
    pack: &'a Pack<'a>,
    /// The article comes from a database, with labels.
    export: bool,
    /// Where the text begins, once that was looked for.
    text_at: usize,
    head: Head,
}

/// Reads the head of the article that the lines make, and gives every line its part.
#[inline(never)]
pub(crate) fn read(text: &str, lines: &[Line], below: &[Option<Below>], cut: &Cut, pack: &Pack<'_>) -> Head {
    let mut reader = Reader {
        text,
        lines,
        below,
        pack,
        export: false,
        text_at: 0,
        head: Head { parts: vec![Part::Body; lines.len()], ..Head::default() },
    };
    let body = reader.top(cut);
    if let Some(l) = lines.get(body).filter(|_| reader.head.body_start.is_none())
        && let Some(parts) = dateline::find(text, l, pack)
    {
        reader.dateline(l, &parts);
    }
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

    /// A dump line, of which it is known where date and headline begin.
    #[inline(never)]
    fn dump(&mut self, i: usize, l: &Line, from: usize, to: usize) {
        let date = at(l, from, from + 10);
        let value = Date::from_iso(date.of(self.text));
        self.head.date = value.map(|value| Field { value, span: date, rule: "dump line" });
        self.head.headline = field(self.text, Span::new(l.span.start + to_u32(to), l.span.end), "dump line");
        self.set(i, if self.head.headline.is_some() { Part::Headline } else { Part::Metadata });
    }

    /// The lines before the text; gives the first line of the text.
    fn top(&mut self, cut: &Cut) -> usize {
        let (text, pack) = (self.text, self.pack);
        let first = self.lines.iter().take(14);
        let (mut all, mut fields) = (0, 0);
        for (kinds, _) in first.filter(|l| !l.plain).filter_map(|l| line::labelled(text, l, pack)) {
            all |= kinds;
            fields += usize::from(kinds & !(labels::MAIL | labels::SUBJECT | labels::SENT) != 0);
        }
        let numbered = cut.rule == "numbered heading";
        self.export = fields >= 2 || numbered && fields > 0 || all & labels::SURE != 0;
        let archive = self.lines.iter().rev().take(4).any(|l| l.span.of(text).starts_with("news·2"));
        self.export |= archive;
        let mail = all & labels::MAIL != 0 && all & (labels::SUBJECT | labels::SENT) != 0;
        let wanted = match (self.export, mail) {
            (_, true) => !(labels::END | labels::NOTE),
            (true, _) => !(labels::MAIL | labels::SUBJECT | labels::SENT),
            _ => !(labels::MAIL | labels::SUBJECT | labels::SENT | labels::NOTE),
        };
        let front = line::front_matter(text, self.lines);
        let words = |l: &Line| {
            l.words == 2
                && l.span.of(text).split_once(' ').is_some_and(|(n, unit)| {
                    n.bytes().all(|b| b.is_ascii_digit() || b == b',')
                        && const { List::of("words mots Wörter palabras parole palavras слов woorden") }.has(unit)
                })
        };
        // What no label tells stands in the order of the database: headline, names, length, date, source.
        let plain = self.lines.iter().take(6).position(words);
        let sure = all & labels::SURE != 0;
        let page = !(self.export || mail || front > 0 || plain.is_some());
        let menus = if page && self.may_be_menus() { self.menus() } else { 0 };
        // The labels that must come before the text are past.
        let mut past = false;
        let mut i = 0;
        while let Some(l) = self.lines.get(i).copied() {
            let own = l.span.of(text);
            let next = self.lines.get(i + 1);
            let heading = line::heading(own);
            // Most headlines are known to be nothing of what is asked here.
            let other = self.below.get(i) == Some(&Some(Below::Other));
            let source_first = (numbered && fields > 0 || archive) && self.head.headline.is_none();
            if i < front {
                self.set(i, Part::Metadata);
                if later::here() {
                    self.front(&l);
                }
            } else if numbered && i == 0 || line::rule(own).is_some() {
                self.set(i, Part::Boilerplate);
            } else if let Some((from, to)) = line::dump(own) {
                self.dump(i, &l, from, to);
            } else if let Some((kinds, from)) = line::labelled(text, &l, pack)
                .or_else(|| match own.as_bytes() {
                    [b'T', b'i', b't', b'l', b'e', b':', b' ', ..] if self.export => Some((labels::HEADLINE, 7)),
                    [b'T', b'e', b'x', b't', b':', b' ', ..] if self.export => Some((labels::BODY, 6)),
                    _ if sure => line::code(own, true),
                    _ => None,
                })
                .map(|(kinds, from)| (kinds & wanted, from))
                .filter(|(kinds, _)| *kinds != 0 && (i > 0 || self.export || mail))
            {
                self.set(i, Part::Metadata);
                past |= kinds & (labels::LENGTH | labels::DATELINE) != 0 && numbered;
                if kinds & labels::BODY != 0 {
                    if from < own.len() {
                        self.set(i, Part::Body);
                        self.head.lead = Some(at(&l, 0, from));
                        self.head.body_start = Some(l.span.start + to_u32(from));
                        return i;
                    }
                    return i + 1;
                }
                // A code on a line of its own, and its value below.
                let below = next.filter(|n| from == own.len() && n.gap == 0 && line::labelled(text, n, pack).is_none());
                let known = later::here();
                if let Some(below) = below.copied().filter(|_| kinds & labels::SURE != 0) {
                    if known {
                        self.labelled(&below, kinds, 0, None);
                    }
                    i += 1;
                    self.set(i, Part::Metadata);
                } else if known {
                    let next = next.filter(|n| !sure || line::code(n.span.of(text), true).is_none());
                    self.labelled(&l, kinds, from, next);
                }
            } else if mail
                && l.gap > 0
                && self.head.headline.as_ref().is_some_and(|h| h.rule == "label")
                && line::headline_like(text, &l)
                && next.is_some_and(|n| n.gap == 0 && !n.prose && self.sign(i + 1, n))
            {
                // Below the head of a mail the headline of an article; what the mail is about was another.
                self.headline(&l, cut);
                self.set(i, Part::Headline);
            } else if self.export && matches!(own, "Body" | "BODY" | "Text" | "Full text") {
                self.set(i, Part::Metadata);
                return i + 1;
            } else if let Some(counted) = plain.filter(|counted| i >= *counted) {
                let ends = if later::here() { self.below_length(i, counted) } else { None };
                if let Some(body) = ends {
                    return body;
                }
            } else if !other && line::url(own) {
                self.address(i, l.span);
            } else if !other && label::boilerplate(text, &l, pack) {
                self.set(i, Part::Boilerplate);
            } else if i < menus && line::short(text, &l) && self.above(i) {
            } else if past && self.head.headline.is_some() {
                return i;
            } else if !other && let Some(parts) = dateline::find(text, &l, pack) {
                self.dateline(&l, &parts);
                if parts.end < own.len() {
                    return i;
                }
                // A dateline of its own.
                self.head.body_start = None;
                self.set(i, Part::Metadata);
            } else if label::credit(text, &l, pack) {
                self.set(i, Part::Metadata);
            } else if !other && let Some((from, to)) = byline::byline(own) {
                self.set(i, Part::Metadata);
                self.byline(at(&l, from, to), "byline");
                // `By Sophie Arkwright | September 30, 2022`
                if own.len() - to > 6 {
                    self.dated(&l);
                    // `By Sophie Arkwright | The Brennick Herald`
                    if let Some(bar) = own.get(to..).and_then(|rest| bytes::find(rest, " | ")) {
                        let paper = l.part(text, at(&l, to + bar + 3, own.len()));
                        if byline::masthead(text, &paper) {
                            self.head.source = self.head.source.take().or_else(|| field(text, paper.span, "byline"));
                        }
                    }
                }
            } else if !other
                && heading.is_none()
                && !l.prose
                && let Some(stamp) = stamp::stamp(text, &l, pack)
            {
                self.set(i, Part::Metadata);
                self.stamp(&l, &stamp);
            } else if let Some((_, from)) = heading.filter(|_| self.head.headline.is_none()) {
                self.head.headline = field(text, at(&l, from, own.trim_end_matches(['#', ' ']).len()), "heading");
                self.set(i, Part::Headline);
            } else if source_first && self.head.source.is_none() && self.head.date.is_none() {
                let name = bytes::ahead(own.split([',', '(']).next().unwrap_or(own), " -- ");
                self.head.source = field(text, at(&l, 0, name.len()), "first line of an export");
                self.set(i, Part::Metadata);
            } else if source_first && l.gap == 0 && self.head.date.is_some() {
                // `Late Edition`
                self.set(i, Part::Metadata);
            } else if self.head.headline.as_ref().is_some_and(|h| h.value == own) {
                // The title of a page, and its headline.
                self.set(i, Part::Boilerplate);
            } else if self.export
                && self.below_headline(i)
                && fields > 0
                && self.head.source.is_none()
                && !self.is_text(i)
            {
                let name = own.split('(').next().unwrap_or(own).trim_end();
                self.head.source = field(text, at(&l, 0, name.len()), "second line of an export");
                self.dated(&l);
                self.set(i, Part::Metadata);
            } else if plain == Some(i + 1) && self.head.headline.is_some() && byline::bare_names(own) {
                self.set(i, Part::Metadata);
                self.byline(l.span, "name before the length");
            } else if let Some(name) = self.named(i, archive) {
                self.set(i, Part::Metadata);
                self.byline(at(&l, 0, name), "name before the date");
            } else if self.head.headline.is_none() && l.words < 2 && self.lines.len() > i + 2 && self.menu(i) {
                // The part of a page: `Politics`.
                self.set(i, Part::Boilerplate);
            } else if self.head.headline.is_some()
                && self.head.dateline.is_none()
                && (l.words <= 3 && l.width < 30 && !own.chars().any(char::is_lowercase))
                && self.place(i)
            {
                let place = field(text, l.span, "line of its own");
                self.head.dateline = Some(Dateline { span: l.span, place, date: None, agency: None });
                self.set(i, Part::Metadata);
            } else if self.head.source.is_none()
                && byline::masthead(text, &l)
                && if self.head.headline.is_none() { self.headed(i) } else { self.below_headline(i) }
            {
                self.head.source = field(text, l.span, "masthead");
                self.set(i, Part::Metadata);
            } else if self.head.headline.is_none() && (!self.is_text(i) || source_first && own.ends_with(';')) {
                // In an export a headline may go on in the next line.
                let longer = next.filter(|n| source_first && n.gap == 0 && line::labelled(text, n, pack).is_none());
                if let Some(longer) = longer {
                    self.head.headline = field(text, Span::new(l.span.start, longer.span.end), "first line");
                    self.set(i + 1, Part::Headline);
                } else {
                    self.headline(&l, cut);
                }
                self.set(i, Part::Headline);
                i += usize::from(longer.is_some());
            } else if self.head.headline.is_some() && self.text_from(i) > i {
                // A word alone is a button, or how many comments there are.
                let alone = l.words < 2 && !line::cjk(own, 12);
                if self.below_headline(i) && (l.words >= 4 || line::cjk(own, 12)) {
                    self.head.standfirst = field(text, l.span, "before the byline");
                }
                self.set(i, if alone { Part::Boilerplate } else { Part::Metadata });
            } else {
                return i;
            }
            i += 1;
        }
        self.only_lines();
        self.lines.len()
    }
}
