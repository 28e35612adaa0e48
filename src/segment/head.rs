//! The head of an article: headline, date, source, byline, dateline; and which lines are what.

use crate::lang::Pack;
use crate::later;
use crate::segment::article::Cut;
use crate::segment::damage;
use crate::segment::dateline;
use crate::segment::label;
use crate::segment::line::{self, Line, label as labels, prose};
use crate::segment::{Date, Dateline, Field, Part, Time};
use crate::span::{Span, to_u32};
use crate::text::bytes;
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
    let mut value = String::new();
    one_line(span.of(text), &mut value);
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
    pack: &'a Pack<'a>,
    /// The article comes from a database, with labels.
    export: bool,
    head: Head,
}

/// Reads the head of the article that the lines make, and gives every line its part.
#[inline(never)]
pub(crate) fn read(text: &str, lines: &[Line], cut: &Cut, pack: &Pack<'_>) -> Head {
    let mut reader = Reader {
        text,
        lines,
        pack,
        export: false,
        head: Head { parts: vec![Part::Body; lines.len()], ..Head::default() },
    };
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
        let first = self.lines.iter().take(14);
        let kinds = first.filter_map(|l| line::labelled(text, l, pack)).map(|(kinds, _)| kinds);
        let all = kinds.clone().fold(0, |all, kinds| all | kinds);
        let fields = kinds.clone().filter(|k| k & !(labels::MAIL | labels::SUBJECT | labels::SENT) != 0).count();
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
                        && matches!(
                            unit,
                            "words" | "mots" | "Wörter" | "palabras" | "parole" | "palavras" | "слов" | "woorden"
                        )
                })
        };
        // What no label tells stands in the order of the database: headline, names, length, date, source.
        let plain = self.lines.iter().take(6).position(words);
        // The labels that must come before the text are past.
        let mut past = false;
        let mut i = 0;
        while let Some(l) = self.lines.get(i).copied() {
            let own = l.span.of(text);
            let next = self.lines.get(i + 1);
            let heading = line::heading(own);
            let source_first = (numbered && fields > 0 || archive) && self.head.headline.is_none();
            if i < front {
                self.set(i, Part::Metadata);
                if later::here() {
                    self.front(&l);
                }
            } else if numbered && i == 0 || line::rule(own).is_some() {
                self.set(i, Part::Boilerplate);
            } else if let Some((from, to)) = line::dump(own) {
                let date = at(&l, from, from + 10);
                self.head.date =
                    Date::from_iso(date.of(text)).map(|value| Field { value, span: date, rule: "dump line" });
                self.head.headline = field(text, at(&l, to, own.len()), "dump line");
                self.set(i, if self.head.headline.is_some() { Part::Headline } else { Part::Metadata });
            } else if let Some((kinds, from)) = line::labelled(text, &l, pack)
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
                self.labelled(&l, kinds, from, next);
            } else if self.export && matches!(own, "Body" | "BODY" | "Text" | "Full text") {
                self.set(i, Part::Metadata);
                return i + 1;
            } else if let Some(counted) = plain.filter(|counted| i >= *counted) {
                // Length, date, perhaps a time, source, then what ends with the rights.
                let rights = |l: &Line| label::boilerplate(text, l, pack) || label::closes(text, l, pack, false);
                let last = self.lines.iter().take(counted + 10).skip(counted).position(rights).map(|n| n + counted);
                let stamp = label::stamp(text, &l, pack).filter(|s| s.date.is_some() || s.time.is_some());
                if i > counted && stamp.is_none() && self.head.source.is_none() {
                    self.head.source = field(text, l.span, "after the date of an export");
                } else if let Some(stamp) = stamp {
                    self.stamp(&l, &stamp);
                } else if last.is_none() && prose(text, &l) {
                    return i;
                }
                self.set(i, Part::Metadata);
                if last == Some(i) {
                    return i + 1;
                }
            } else if line::url(own) {
                self.address(i, l.span);
            } else if label::boilerplate(text, &l, pack) {
                self.set(i, Part::Boilerplate);
            } else if past && self.head.headline.is_some() {
                return i;
            } else if let Some(parts) = dateline::find(text, &l, pack) {
                self.dateline(&l, &parts);
                if parts.end < own.len() {
                    return i;
                }
                // A dateline of its own.
                self.head.body_start = None;
                self.set(i, Part::Metadata);
            } else if label::credit(text, &l, pack) {
                self.set(i, Part::Metadata);
            } else if let Some((from, to)) = label::byline(own) {
                self.set(i, Part::Metadata);
                self.byline(at(&l, from, to), "byline");
                // `By Sophie Arkwright | September 30, 2022`
                if own.len() - to > 6 {
                    self.dated(&l);
                }
            } else if let Some(stamp) = label::stamp(text, &l, pack).filter(|_| heading.is_none() && !prose(text, &l)) {
                self.set(i, Part::Metadata);
                self.stamp(&l, &stamp);
            } else if let Some((_, from)) = heading.filter(|_| self.head.headline.is_none()) {
                self.head.headline = field(text, at(&l, from, own.trim_end_matches(['#', ' ']).len()), "heading");
                self.set(i, Part::Headline);
            } else if source_first && self.head.source.is_none() && self.head.date.is_none() {
                let name = own.split([',', '(']).next().unwrap_or(own).split(" -- ").next().unwrap_or(own);
                self.head.source = field(text, at(&l, 0, name.len()), "first line of an export");
                self.set(i, Part::Metadata);
            } else if source_first && l.gap == 0 && self.head.date.is_some() {
                // `Late Edition`
                self.set(i, Part::Metadata);
            } else if self.export && i == 1 && fields > 0 && self.head.source.is_none() && !self.is_text(i) {
                self.head.source = field(text, l.span, "second line of an export");
                self.set(i, Part::Metadata);
            } else if self.head.headline.as_ref().is_some_and(|h| h.value == own) {
                // The title of a page, and its headline.
                self.set(i, Part::Boilerplate);
            } else if let Some(name) = self.named(i, archive) {
                self.set(i, Part::Metadata);
                self.byline(at(&l, 0, name), "name before the date");
            } else if self.head.headline.is_none() && l.words < 2 && self.lines.len() > i + 2 && self.menu(i) {
                // The part of a page: `Politics`.
                self.set(i, Part::Boilerplate);
            } else if self.head.headline.is_some() && self.head.dateline.is_none() && self.place(i) {
                self.head.dateline = Some(Dateline {
                    span: l.span,
                    place: field(text, l.span, "line of its own"),
                    date: None,
                    agency: None,
                });
                self.set(i, Part::Metadata);
            } else if self.head.headline.is_none()
                && self.head.source.is_none()
                && label::masthead(text, &l)
                && self.headed(i)
            {
                self.head.source = field(text, l.span, "masthead");
                self.set(i, Part::Metadata);
            } else if self.head.headline.is_none() && !self.is_text(i) {
                self.headline(&l, cut);
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

    /// A line as the headline: without the number of an item and the name of the paper.
    #[inline(never)]
    fn headline(&mut self, l: &Line, cut: &Cut) {
        let (text, pack) = (self.text, self.pack);
        let own = l.span.of(text);
        let from = if cut.rule == "numbered item" { line::item(own).map_or(0, |(_, from)| from) } else { 0 };
        let mut to = own.len();
        // `Port reopens - BBC News`, `Port reopens | The Brennick Herald`
        const MARKS: &[&str] = &[" - ", " | ", " — ", " – "];
        let marked = l.has(line::marks::DASH | line::marks::MENU | line::marks::WIDE);
        let marks = MARKS.iter().filter(|_| marked);
        if let Some(found) = marks.filter_map(|mark| Some((bytes::last(own, mark)?, mark.len()))).max()
            && let Some(rest) = own.get(found.0 + found.1..)
        {
            let name = rest.split(',').next().unwrap_or(rest);
            let known = dateline::agency(name, pack);
            let paper = l.part(text, at(l, found.0 + found.1, found.0 + found.1 + name.len()));
            if known.is_some() || label::masthead(text, &paper) {
                to = found.0;
                let value = known.unwrap_or_else(|| name.to_string());
                self.head.source =
                    self.head.source.take().or(Some(Field { value, span: paper.span, rule: "after the headline" }));
                let found = crate::segment::date::find(rest, pack);
                if let (None, Some((d, value))) = (&self.head.date, found.and_then(|d| Some((d, d.date()?)))) {
                    let start = own.len() - rest.len();
                    let span = at(l, start + d.start, start + d.end);
                    self.head.date = Some(Field { value, span, rule: "after the headline" });
                }
            }
        }
        self.head.headline = field(text, at(l, from, to), "first line");
    }

    /// How much of a line is names of writers: before a line with a date, or in an export where they come after
    /// the headline.
    fn named(&self, i: usize, archive: bool) -> Option<usize> {
        let l = self.lines.get(i).filter(|l| l.width < 90)?;
        let own = l.span.of(self.text);
        self.head.headline.as_ref()?;
        let next = self.lines.get(i + 1);
        if archive && self.head.byline.is_none() && label::bare_names(own) && next.is_some_and(|n| prose(self.text, n))
        {
            return Some(own.len());
        }
        // `Marta Ellison in Varrona`
        let name = own.split(" in ").next().unwrap_or(own);
        let fits = label::bare_names(name) && (name.len() == own.len() || own.len() - name.len() < 40);
        let stamped = |l: &Line| label::stamp(self.text, l, self.pack).is_some();
        let stamp = next.map_or(i == 1, stamped)
            || l.gap == 0
                && i > 1
                && self.lines.get(i - 1).is_some_and(stamped)
                && next.is_some_and(|n| prose(self.text, n));
        (fits && stamp).then_some(name.len())
    }

    /// Whether a headline is still to come after a line of one word.
    fn menu(&self, i: usize) -> bool {
        let own = self.lines.get(i).map_or("", |l| l.span.of(self.text));
        let word = !own.ends_with(['.', '!', '?', '。', ':'])
            && own.chars().count() < 24
            && own.starts_with(char::is_uppercase);
        let mut rest = self.lines.get(i + 1..).unwrap_or(&[]).iter().enumerate().take(8);
        word && rest.any(|(n, l)| l.words > 2 && line::headline_like(self.text, l) && !self.is_text(i + 1 + n))
    }

    /// Whether a line is a place in capitals between the date and the text.
    fn place(&self, i: usize) -> bool {
        let Some(l) = self.lines.get(i).filter(|l| l.words <= 3 && l.width < 30) else { return false };
        let own = l.span.of(self.text);
        let capitals = own.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '/' | '-' | '\''));
        let text = self.lines.get(i + 1).is_some_and(|n| prose(self.text, n) && n.width > 60);
        let spoken = self.lines.get(i.wrapping_sub(1)).is_some_and(|b| label::stamp(self.text, b, self.pack).is_some());
        capitals && own.len() > 2 && text && spoken
    }

    /// A line of the front matter of a text in Markdown.
    #[inline(never)]
    fn front(&mut self, l: &Line) {
        let own = l.span.of(self.text);
        let Some((name, value)) = own.split_once(':') else { return };
        let value = value.trim().trim_matches(['"', '\'']);
        let Some(start) = bytes::last(own, value) else { return };
        let span = at(l, start, start + value.len());
        const RULE: &str = "front matter";
        match name {
            "title" | "headline" => self.head.headline = field(self.text, span, RULE),
            "author" | "authors" | "byline" => self.byline(span, RULE),
            "source" | "publisher" | "publication" => self.head.source = field(self.text, span, RULE),
            "url" | "link" | "canonical_url" => self.head.url = field(self.text, span, RULE),
            "section" | "category" => self.head.section = field(self.text, span, RULE),
            "date" | "published" | "pubdate" | "publishDate" => self.dated(&l.part(self.text, span)),
            _ => {}
        }
    }

    /// A line that is a date, and perhaps a time.
    #[inline(never)]
    fn dated(&mut self, l: &Line) {
        let own = l.span.of(self.text);
        let (date, time) = (crate::segment::date::find(own, self.pack), crate::segment::date::time(own));
        self.stamp(l, &label::Stamp { date, time, ..label::Stamp::default() });
    }

    /// Whether a headline follows within a few lines, with what a page has between: menus, dates.
    fn headed(&self, i: usize) -> bool {
        let lines = self.lines.get(i + 1..).unwrap_or(&[]).iter().take(6).enumerate();
        let mut rest = lines.filter(|(_, l)| {
            let own = l.span.of(self.text);
            l.words > 1
                && !label::boilerplate(self.text, l, self.pack)
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
        // The last line leaves nothing to be the text.
        let last = self.lines.len().saturating_sub(1);
        self.lines.get(i + 1..(i + 5).min(last)).unwrap_or(&[]).iter().take_while(|n| n.width < 120).any(|n| {
            let next = n.span.of(text);
            label::byline(next).is_some()
                || label::stamp(text, n, pack)
                    .is_some_and(|s| s.date.is_some() || s.time.is_some() || s.source.is_some())
        })
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

    /// What a label says of the line after it.
    fn labelled(&mut self, l: &Line, kinds: u16, from: usize, next: Option<&Line>) {
        let text = self.text;
        let value = at(l, from, l.span.len() as usize);
        let own = value.of(text);
        let has = |kind: u16| kinds & kind != 0;
        if has(labels::SUBJECT) {
            let bare = ["Fwd: ", "FW: ", "Fw: ", "Re: ", "RE: ", "AW: ", "WG: "]
                .iter()
                .fold(own, |s, p| s.trim_start_matches(p));
            let span = at(l, from + own.len() - bare.len(), l.span.len() as usize);
            self.head.headline = self.head.headline.take().or_else(|| field(text, span, "label"));
        } else if has(labels::BYLINE) {
            let bare = ["By ", "by ", "BY "].iter().find_map(|p| own.strip_prefix(p)).unwrap_or(own);
            // `...; Astrid Lund contributed reporting.`
            let names = bare.split(';').next().filter(|_| bare.contains("contribut")).unwrap_or(bare);
            let start = from + own.len() - bare.len();
            self.byline(at(l, start, start + names.len()), "label");
            if l.span.of(text).starts_with("Au") && names.contains(", ") && later::here() {
                self.usual();
            }
        } else if has(labels::HEADLINE) {
            // A headline may go on in the line after it.
            let longer = next.filter(|n| {
                l.span.of(text).starts_with("HD") && n.gap == 0 && line::labelled(text, n, self.pack).is_none()
            });
            let end = longer.map_or(value.end, |n| n.span.end);
            self.head.headline = field(text, Span::new(value.start, end), "label");
        } else if has(labels::SECTION) {
            self.head.section = field(text, value, "label");
        } else if has(labels::HIGHLIGHT) {
            self.head.standfirst = field(text, value, "label");
        } else if has(labels::DATELINE) {
            let found = crate::segment::date::find(own, self.pack);
            let place = own
                .get(..found.map_or(own.len(), |d| d.start))
                .unwrap_or("")
                .split(',')
                .next()
                .unwrap_or("")
                .trim_end();
            let span = Span::new(value.start, value.start + to_u32(place.len()));
            let date = found.and_then(|d| Some((d.date()?, d))).map(|(value_date, d)| Field {
                value: value_date,
                span: Span::new(value.start + to_u32(d.start), value.start + to_u32(d.end)),
                rule: "label",
            });
            self.head.dateline = Some(Dateline { span: value, place: field(text, span, "label"), date, agency: None });
        } else if has(labels::URL) {
            if line::url(own) {
                self.head.url = field(text, value, "label");
            }
        } else if has(labels::DATE | labels::SENT) {
            self.dated(&l.part(text, value));
        } else if has(labels::SOURCE) {
            let name = own.split(';').next().unwrap_or(own);
            self.head.source = field(text, at(l, from, from + name.len()), "label");
        }
    }

    /// A line that is an address: the first is the article's.
    fn address(&mut self, i: usize, span: Span) {
        self.head.url = self.head.url.take().or_else(|| field(self.text, span, "line of its own"));
        self.set(i, Part::Metadata);
    }

    #[inline(never)]
    fn byline(&mut self, span: Span, rule: &'static str) {
        if self.head.byline.is_some() {
            return;
        }
        self.head.byline = field(self.text, span, rule);
        let rest = self.text.get(span.end as usize..).unwrap_or("");
        if rest.starts_with(" in ") && later::here() {
            self.elsewhere(rest);
        }
    }

    /// The names after a place: `Marta Ellison in Varrona and Priya Venkat in Ostrand`.
    #[inline(never)]
    fn elsewhere(&mut self, rest: &str) {
        let Some(byline) = &mut self.head.byline else { return };
        let mut rest = rest.split(['\n', '\r']).next().unwrap_or("");
        let begun = byline.span.end;
        let all = rest.len();
        while let Some(place) = rest.strip_prefix(" in ") {
            let before = place.len();
            let Some(after) = label::after_place(place) else { return };
            let Some((from, to)) = label::names(place, before - after.len()) else { return };
            let (Some(names), Some(left)) = (place.get(from..to), place.get(to..)) else { return };
            byline.value.push_str(" and ");
            byline.value.push_str(names);
            byline.span.end = begun + to_u32(all - left.len());
            rest = left;
        }
    }

    /// Names of a database in their usual order: `Ellison, Marta; Bright, Owen`, where each is a family name of one
    /// word, and given names.
    #[inline(never)]
    fn usual(&mut self) {
        let Some(byline) = &mut self.head.byline else { return };
        let mut out = String::new();
        for name in byline.value.split("; ") {
            let Some((family, given)) = name.split_once(", ") else { return };
            let certain = !family.contains(' ')
                && given.split(' ').count() <= 2
                && label::bare_names(&[given, " ", family].concat())
                && dateline::agency(family, self.pack).is_none();
            if !certain {
                return;
            }
            for part in [if out.is_empty() { "" } else { " and " }, given, " ", family] {
                out.push_str(part);
            }
        }
        byline.value = out;
    }

    #[inline(never)]
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

    #[inline(never)]
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
        let mut links = false;
        let mut seen = 0;
        for i in body..self.lines.len() {
            let Some(l) = self.lines.get(i).copied() else { break };
            let own = l.span.of(text);
            closed |= seen > 0 && label::closes(text, &l, pack, self.export);
            if !closed && line::url(own) {
                self.address(i, l.span);
                continue;
            }
            // After `Related stories` come headlines, until there is text again.
            links = label::links(text, &l) || links && !prose(text, &l);
            let label =
                self.export && line::labelled(text, &l, pack).is_some_and(|(kinds, _)| kinds & labels::SURE != 0);
            let part = if closed || links || line::rule(own).is_some() || label::boilerplate(text, &l, pack) {
                Part::Boilerplate
            } else if label || label::credit(text, &l, pack) {
                Part::Metadata
            } else if own.starts_with(['来', '來', '稿', '作', '記', '记'])
                && let Some(stamp) = label::stamp(text, &l, pack).filter(|s| s.source.is_some())
            {
                self.stamp(&l, &stamp);
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
            && date.rule == "label"
        {
            self.head.date = Some(date.clone());
        }
    }
}
