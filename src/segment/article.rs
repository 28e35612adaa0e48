//! Where one article ends and the next begins.
//!
//! No sign cuts alone but the explicit ones (numbered headings, dump lines): a rule, a heading or two
//! empty lines cut only where what follows looks like the head of an article.

use crate::lang::Pack;
use crate::segment::dateline;
use crate::segment::label;
use crate::segment::line::{self, Line, headline_like, prose};
use crate::span::{Span, to_u32};

/// Why an article begins at a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The first line of the article, marker included.
    pub line: usize,
    pub rule: &'static str,
    /// The marker; empty where there is none.
    pub marker: Span,
}

/// The cuts of a paste, the first at its first line, and how many articles its markers promise.
#[inline(never)]
pub(crate) fn cuts(text: &str, lines: &[Line], pack: &Pack<'_>) -> (Vec<Cut>, Option<u32>) {
    let Some(first) = lines.first() else { return (Vec::new(), None) };
    let start = Cut { line: 0, rule: "start of paste", marker: Span::new(first.span.start, first.span.start) };
    let (numbered, promised) = numbered(text, lines);
    let mut found = markers(text, lines, &numbered, pack);
    if found.first().is_none_or(|c| c.line > 0) {
        found.insert(0, start);
    }
    // Before the first marker there may be an article, or a cover page.
    if let [head, next, ..] = found.as_slice()
        && head.rule == "start of paste"
        && !holds_text(text, lines.get(head.line..next.line).unwrap_or(&[]))
    {
        found.remove(0);
    }
    // What is left without text joins what stands before it.
    let ends: Vec<usize> = found.iter().skip(1).map(|c| c.line).chain([lines.len()]).collect();
    let mut kept: Vec<Cut> = Vec::new();
    for (cut, end) in found.into_iter().zip(ends) {
        let own = lines.get(cut.line..end).unwrap_or(&[]);
        if kept.is_empty() || own.iter().any(|l| line::rule(l.span.of(text)).is_none()) {
            kept.push(cut);
        }
    }
    (kept, promised)
}

/// Whether there is running text: a line of prose, or many words.
fn holds_text(text: &str, lines: &[Line]) -> bool {
    lines.iter().any(|l| prose(text, l) && l.width > 60)
}

#[inline(never)]
fn numbered(text: &str, lines: &[Line]) -> (Vec<Cut>, Option<u32>) {
    let mut cuts = Vec::new();
    let mut promised = None;
    let mut bare = 0;
    for (i, l) in lines.iter().enumerate().filter(|(_, l)| l.width <= 60) {
        if let Some((n, of)) = line::numbered(text, l) {
            // `<3>` alone is a marker only where it counts up.
            if of.is_none() {
                if n != bare + 1 {
                    continue;
                }
                bare = n;
            }
            promised = promised.max(of);
            cuts.push(Cut { line: i, rule: "numbered heading", marker: l.span });
        }
    }
    if promised.is_none() && cuts.len() < 2 {
        cuts.clear();
    }
    (cuts, promised)
}

/// Where an article begins: at the numbered headings, and by the other signs.
#[inline(never)]
fn markers(text: &str, lines: &[Line], numbered: &[Cut], pack: &Pack<'_>) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    let headings = lines.iter().filter(|l| line::heading(l.span.of(text)).is_some_and(|(level, _)| level == 1)).count();
    let spaced = spaced_heads(text, lines, pack);
    // What the current article has had so far.
    let (mut body, mut begun) = (false, 0usize);
    for (i, l) in lines.iter().enumerate() {
        let own = l.span.of(text);
        let before = i.checked_sub(1).and_then(|j| lines.get(j));
        let ruled = before.and_then(|b| line::rule(b.span.of(text)));
        let after_end = before.is_some_and(|b| ends_document(b.span.of(text)));
        let head =
            if l.gap > 0 || ruled.is_some() || l.page || i == 0 { head_at(text, lines, i, pack) } else { Head::None };
        let cut = if let Ok(at) = numbered.binary_search_by_key(&i, |c| c.line) {
            numbered.get(at).map(|c| (c.rule, c.marker))
        } else if line::dump(own).is_some() {
            Some(("dump line", l.span))
        } else if line::rule(own).is_some() {
            None
        } else if after_end && holds_text(text, lines.get(i..).unwrap_or(&[])) {
            Some(("end of document", before.map_or(l.span, |b| b.span)))
        } else if let (Some(mark), true) = (ruled, body || i > 0) {
            let marker = before.map_or(l.span, |b| b.span);
            let long = before.is_some_and(|b| b.width >= 40);
            let enough = match mark {
                '*' | '~' | '#' => head == Head::Strong,
                _ => head != Head::None || long,
            };
            (enough && (body || i == 1)).then_some(("rule", marker))
        } else if l.page && i > 0 && body {
            Some(("form feed", l.span))
        } else if headings >= 2 && line::heading(own).is_some_and(|(level, _)| level == 1) {
            Some(("heading", Span::new(l.span.start, l.span.start + 1)))
        } else if body && head == Head::Strong && headings < 2 {
            Some(("headline and dateline or byline", l.span))
        } else if body && spaced && l.gap >= 2 && head != Head::None {
            Some(("empty lines and headline", l.span))
        } else if body && l.gap >= 1 && dateline_alone(text, lines, i, begun, pack) {
            Some(("dateline", l.span))
        } else {
            None
        };
        if let Some((rule, marker)) = cut {
            if i > 0 || matches!(rule, "dump line" | "heading" | "numbered heading") {
                cuts.push(Cut { line: i, rule, marker });
            }
            (body, begun) = (false, i);
        }
        body |= prose(text, l) && l.width > 40;
    }
    cuts
}

fn ends_document(line: &str) -> bool {
    line.len() >= 15 && (line.eq_ignore_ascii_case("end of document") || label::factiva_end(line))
}

/// What stands at a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    None,
    /// A headline and then prose.
    Plain,
    /// A headline and then a byline, date, source or dateline.
    Strong,
}

/// Most lines of a head before its text.
const HEAD_LINES: usize = 8;

#[inline(never)]
fn head_at(text: &str, lines: &[Line], at: usize, pack: &Pack<'_>) -> Head {
    let Some(first) = lines.get(at) else { return Head::None };
    let own = first.span.of(text);
    let heading = line::heading(own).map(|(_, from)| Span::new(first.span.start + to_u32(from), first.span.end));
    let inner = heading.map(|span| first.part(text, span));
    let first = inner.as_ref().unwrap_or(first);
    if !headline_like(text, first)
        || prose(text, first)
        || label::boilerplate(text, first, pack)
        || label::credit(text, first, pack)
    {
        return Head::None;
    }
    let own = first.span.of(text);
    if label::byline(own).is_some()
        || label::stamp(text, first, pack).is_some()
        || line::tag(text, first).is_some()
        || dateline::find(text, first, pack).is_some()
    {
        return Head::None;
    }
    let mut shorts = 0;
    for l in lines.get(at + 1..(at + 1 + HEAD_LINES).min(lines.len())).unwrap_or(&[]) {
        let next = l.span.of(text);
        if line::rule(next).is_some() || line::dump(next).is_some() {
            return Head::None;
        }
        if dateline::find(text, l, pack).is_some() {
            return Head::Strong;
        }
        if prose(text, l) && l.width > 60 || l.width > 120 {
            return if l.gap > 0 || shorts > 0 { Head::Plain } else { Head::None };
        }
        let meta = label::byline(next).is_some()
            || label::stamp(text, l, pack).is_some_and(|s| s.date.is_some() || s.time.is_some() || s.source.is_some());
        if meta || line::tag(text, l).is_some_and(|(t, _)| t == "BYLINE" || t == "DATELINE") {
            return Head::Strong;
        }
        shorts += 1;
        if shorts > 3 {
            return Head::None;
        }
    }
    Head::None
}

/// Whether most gaps of two empty lines or more are followed by a headline and prose: then they part
/// articles.
fn spaced_heads(text: &str, lines: &[Line], pack: &Pack<'_>) -> bool {
    let (mut wide, mut heads) = (0u32, 0u32);
    for (i, l) in lines.iter().enumerate().skip(1).filter(|(_, l)| l.gap >= 2).take(200) {
        wide += 1;
        heads += u32::from(line::rule(l.span.of(text)).is_none() && head_at(text, lines, i, pack) != Head::None);
    }
    let narrow = lines.iter().take(2000).filter(|l| l.gap == 1).count() as u32;
    wide > 0 && heads * 4 >= wide * 3 && narrow >= wide
}

/// A second dateline with an agency where the article has one already, and no headline before it.
fn dateline_alone(text: &str, lines: &[Line], at: usize, begun: usize, pack: &Pack<'_>) -> bool {
    let with_agency = |l: &Line| dateline::find(text, l, pack).is_some_and(|d| d.agency.is_some() && d.date.is_some());
    lines.get(at).is_some_and(|l| l.gap >= 2 && with_agency(l))
        && lines.get(begun..at).unwrap_or(&[]).iter().take(12).any(with_agency)
}
