//! What labels, stamps and datelines say in the head of an article.

use crate::later;
use crate::segment::dateline;
use crate::segment::head::names::ROLES;
use crate::segment::head::{Reader, at, field};
use crate::segment::label;
use crate::segment::line::{self, Line, label as labels};
use crate::segment::stamp;
use crate::segment::{Date, Dateline, Field, Part};
use crate::span::{Span, to_u32};
use crate::text::bytes;

impl Reader<'_> {
    /// A line of the front matter of a text in Markdown.
    #[inline(never)]
    pub(super) fn front(&mut self, l: &Line) {
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

    /// A line of an export below the length: date, perhaps a time, source, then what ends with the rights. Gives the first
    /// line of the text where it is known.
    #[inline(never)]
    pub(super) fn below_length(&mut self, i: usize, counted: usize) -> Option<usize> {
        let (text, pack) = (self.text, self.pack);
        let l = self.lines.get(i)?;
        let rights = |l: &Line| label::boilerplate(text, l, pack) || label::closes(text, l, pack, false);
        let last = self.lines.iter().take(counted + 10).skip(counted).position(rights).map(|n| n + counted);
        let stamp = stamp::stamp(text, l, pack).filter(|s| s.date.is_some() || s.time.is_some());
        if i > counted && stamp.is_none() && self.head.source.is_none() {
            self.head.source = field(text, l.span, "after the date of an export");
        } else if let Some(stamp) = stamp {
            self.stamp(l, &stamp);
        } else if last.is_none() && l.prose {
            return Some(i);
        }
        self.set(i, Part::Metadata);
        (last == Some(i)).then_some(i + 1)
    }

    /// What a label below the text says, where none above it did.
    pub(super) fn labelled_late(&mut self, l: &Line, kinds: u16, from: usize) {
        let head = &self.head;
        let empty = [
            (labels::SOURCE, head.source.is_none()),
            (labels::DATE, head.date.is_none()),
            (labels::SECTION, head.section.is_none()),
            (labels::URL, head.url.is_none()),
        ];
        let wanted = empty.iter().filter(|(_, empty)| *empty).fold(0, |all, (kind, _)| all | kind);
        if kinds & wanted != 0 && later::here() {
            self.labelled(l, kinds & wanted, from, None);
        }
    }

    /// What a label says of the line after it.
    #[inline(never)]
    pub(super) fn labelled(&mut self, l: &Line, kinds: u16, from: usize, next: Option<&Line>) {
        let text = self.text;
        let value = at(l, from, l.span.len() as usize);
        let own = value.of(text);
        let has = |kind: u16| kinds & kind != 0;
        if has(labels::SUBJECT) {
            let bare = ["Fwd: ", "FW: ", "Fw: ", "Re: ", "RE: ", "AW: ", "WG: "]
                .iter()
                .fold(own, |s, p| s.strip_prefix(p).unwrap_or(s));
            let span = at(l, from + own.len() - bare.len(), l.span.len() as usize);
            self.head.headline = self.head.headline.take().or_else(|| field(text, span, "label"));
        } else if has(labels::BYLINE) {
            let bare = ["By ", "by ", "BY "].iter().find_map(|p| own.strip_prefix(p)).unwrap_or(own);
            // `...; Astrid Lund contributed reporting.`
            let names = bare.split(';').next().filter(|_| bytes::has(bare, "contribut")).unwrap_or(bare);
            // `Marta Ellison, Industrial Editor`
            let office = bytes::last(names, ", ").and_then(|i| names.split_at_checked(i));
            let office = office.filter(|(_, office)| ROLES.iter().any(|role| bytes::has(office, role)));
            let names = office.map_or(names, |(names, _)| names);
            let start = from + own.len() - bare.len();
            self.byline(at(l, start, start + names.len()), "label");
            if l.span.of(text).starts_with("Au") && bytes::has(names, ", ") && later::here() {
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
        } else {
            if has(labels::DATE | labels::SENT) {
                self.dated(&l.part(text, value));
            }
            if has(labels::SOURCE) {
                // `Source: Xinhua| 2024-03-05 14:19:02|Editor: huaxia`, `Quelle: Kieler Bote vom 05.03.2024, S. 4`
                self.dated(&l.part(text, value));
                let date = crate::segment::date::find(own, self.pack);
                let name = own.get(..date.map_or(own.len(), |d| d.start)).unwrap_or(own);
                let name = name.split([';', '(', '|']).next().unwrap_or(name).trim_end_matches([' ', '.', ',']);
                let name = name.strip_suffix(" vom").unwrap_or(name);
                self.head.source = field(text, at(l, from, from + name.len()), "label");
            }
        }
    }

    /// A line that is an address: the first is the article's.
    pub(super) fn address(&mut self, i: usize, span: Span) {
        self.head.url = self.head.url.take().or_else(|| field(self.text, span, "line of its own"));
        self.set(i, Part::Metadata);
    }

    /// A line that is a date, and perhaps a time.
    #[inline(never)]
    pub(super) fn dated(&mut self, l: &Line) {
        let own = l.span.of(self.text);
        let (date, time) = (crate::segment::date::find(own, self.pack), crate::segment::date::time(own));
        self.stamp(l, &stamp::Stamp { date, time, ..stamp::Stamp::default() });
    }

    #[inline(never)]
    pub(super) fn stamp(&mut self, l: &Line, stamp: &stamp::Stamp) {
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
        // `VARRONA March 5, 2024`
        let own = l.span.of(self.text);
        let before = stamp.date.and_then(|d| own.get(..d.start)).unwrap_or("");
        let place = before.trim_end_matches([' ', ',', '-', '–', '—']);
        let month = own.get(before.len()..).is_some_and(|date| date.chars().any(char::is_lowercase));
        if self.head.dateline.is_none() && place.len() > 2 && place.len() < 30 && month && dateline::capitals(place) {
            let (span, rule) = (at(l, 0, place.len()), "line with a date");
            // `KYODO NEWS - Mar 5, 2024`
            if let Some(value) = dateline::agency(place, self.pack) {
                self.head.source = self.head.source.take().or(Some(Field { value, span, rule }));
            } else {
                self.head.dateline =
                    Some(Dateline { span, place: field(self.text, span, rule), date: None, agency: None });
            }
        }
    }

    #[inline(never)]
    pub(super) fn dateline(&mut self, l: &Line, parts: &dateline::Parts) {
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

    /// Without a date at the top, `来源` and dates right below the text's end are not looked for: a date
    /// inside the text is not the article's.
    pub(super) fn dates(&mut self) {
        if let Some(d) = &self.head.dateline
            && self.head.date.is_none()
            && let Some(date) = &d.date
            && date.rule == "label"
        {
            self.head.date = Some(date.clone());
        }
    }
}
