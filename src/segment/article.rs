//! Where one article ends and the next begins.
//!
//! No sign cuts alone but the explicit ones (numbered headings, dump lines): a rule, a heading or two
//! empty lines cut only where what follows looks like the head of an article.

use crate::lang::Pack;
use crate::later;
use crate::segment::byline;
use crate::segment::date;
use crate::segment::dateline;
use crate::segment::label;
use crate::segment::line::{self, Line, headline_like, label as labels};
use crate::segment::markup;
use crate::segment::stamp;
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

/// The cuts of a paste, the first at its first line.
pub(crate) struct Cuts {
    pub cuts: Vec<Cut>,
    /// How many articles its markers promise.
    pub promised: Option<u32>,
    /// What each line is below a headline, where that was asked.
    pub below: Vec<Option<Below>>,
}

/// Looks for where the articles of a paste begin.
#[inline(never)]
pub(crate) fn cuts(text: &str, lines: &[Line], pack: &Pack<'_>) -> Cuts {
    let Some(first) = lines.first() else { return Cuts { cuts: Vec::new(), promised: None, below: Vec::new() } };
    let start = Cut { line: 0, rule: "start of paste", marker: Span::new(first.span.start, first.span.start) };
    let (numbered, promised) = numbered(text, lines);
    let (mut found, below) = markers(text, lines, &numbered, pack);
    if found.first().is_none_or(|c| c.line > 0) {
        found.insert(0, start);
    }
    // Before the first marker there may be an article, or a cover page, or the greeting of a mail of numbered items.
    if let [head, next, ..] = found.as_slice()
        && head.rule == "start of paste"
        && let above = lines.get(head.line..next.line).unwrap_or(&[])
        && (!holds_text(above) || next.rule == "numbered item" && later::here() && greets(text, above, pack))
        && !above.iter().any(|l| dateline::find(text, l, pack).is_some())
    {
        found.remove(0);
    }
    // What is left without text joins what stands before it.
    let ends: Vec<usize> = found.iter().skip(1).map(|c| c.line).chain([lines.len()]).collect();
    let mut kept: Vec<Cut> = Vec::new();
    for (cut, end) in found.into_iter().zip(ends) {
        let own = lines.get(cut.line..end).unwrap_or(&[]);
        let nothing = |l: &Line| {
            line::rule(l.span.of(text)).is_some()
                || label::closes(text, l, pack, true)
                || label::boilerplate(text, l, pack)
        };
        if kept.is_empty() || own.iter().any(|l| l.plain) || !own.iter().all(nothing) {
            kept.push(cut);
        }
    }
    Cuts { cuts: kept, promised, below }
}

/// Whether lines are no article: the head of a mail, if that, and a line or two of text right below it.
#[inline(never)]
fn greets(text: &str, lines: &[Line], pack: &Pack<'_>) -> bool {
    let head = |l: &&Line| line::labelled(text, l, pack).is_some_and(|(kinds, _)| kinds & labels::MAIL != 0);
    let mail = lines.iter().filter(head).count() > 1;
    let texts = lines.iter().filter(|l| l.prose).count();
    let others = lines.iter().filter(|l| !l.prose && l.words > 3 && line::labelled(text, l, pack).is_none()).count();
    texts <= 2 && others == 0 && (mail || texts == lines.len())
}

/// Whether there is running text: a line of prose, or many words.
fn holds_text(lines: &[Line]) -> bool {
    lines.iter().any(|l| l.running())
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
fn markers(text: &str, lines: &[Line], numbered: &[Cut], pack: &Pack<'_>) -> (Vec<Cut>, Vec<Option<Below>>) {
    let mut cuts: Vec<Cut> = Vec::new();
    let headings = lines.iter().filter(|l| line::heading(l.span.of(text)).is_some_and(|(level, _)| level == 1)).count();
    let mut heads = Heads { text, lines, pack, below: vec![None; lines.len()], links: false };
    let spaced = spaced(&mut heads);
    // Without empty lines every line may be a head that follows a full one.
    let dense = lines.len() > 3 && lines.iter().filter(|l| l.gap > 0).count() * 20 < lines.len();
    let mut front = line::front_matter(text, lines);
    // What the current article has had so far: text, its first line, how many items, a byline or the like.
    let (mut body, mut begun, mut items, mut signs) = (0u32, 0usize, 0u32, false);
    // Whether the items that count up are articles, as the first of them was.
    let mut counts = false;
    for (i, l) in lines.iter().enumerate() {
        let own = l.span.of(text);
        if i > begun && i < front {
            continue;
        }
        let before = i.checked_sub(1).filter(|_| i != front).and_then(|j| lines.get(j));
        let marked = before.filter(|b| !b.plain);
        let ruled = marked.and_then(|b| line::rule(b.span.of(text)));
        let after_end = marked.is_some_and(|b| ends_document(b.span.of(text)));
        let after_credit = || before.is_some_and(|b| label::credit(text, b, pack));
        let open = l.gap > 0 || ruled.is_some() || l.page || i == 0 || dense && body > 0 || body > 0 && after_credit();
        heads.links = body > 0 && (heads.links && !l.running() || !l.plain && label::links(text, l));
        let led = if body > 0 && !l.plain { heads.led(i) } else { None };
        let mut head = if (open || led.is_some()) && !l.plain { heads.at(i) } else { Head::None };
        if led == Some(Head::Plain) && head == Head::Plain {
            head = Head::Strong;
        }
        // `1. Port reopens`, where items count up.
        let item = (head != Head::None).then(|| line::item(own)).flatten().filter(|(n, _)| *n == items + 1);
        items = item.map_or(items, |(n, _)| n);
        counts &= !item.is_some_and(|(n, _)| n == 1 && i > 0);
        counts |= i == 0;
        let cut = if let Ok(at) = numbered.binary_search_by_key(&i, |c| c.line) {
            numbered.get(at).map(|c| (c.rule, c.marker))
        } else if !l.plain && line::dump(own).is_some() {
            Some(("dump line", l.span))
        } else if !l.plain && line::rule(own).is_some() {
            // The front matter of the next text in Markdown.
            let matter = if body > 0 { line::front_matter(text, lines.get(i..).unwrap_or(&[])) } else { 0 };
            front = front.max(i + matter);
            (matter > 0).then_some(("rule", l.span))
        } else if !l.plain && line::record(own) {
            Some(("record of an export", l.span))
        } else if after_end && holds_text(lines.get(i..).unwrap_or(&[])) {
            Some(("end of document", before.map_or(l.span, |b| b.span)))
        } else if let (Some(mark), true) = (ruled, body > 0 || i > 0) {
            let marker = before.map_or(l.span, |b| b.span);
            let long = before.is_some_and(|b| b.width >= 40);
            let enough = match mark {
                '~' | '#' => head == Head::Strong,
                _ => head != Head::None || long,
            } || dateline::find(text, l, pack).is_some();
            (enough && (body > 0 || i == 1)).then_some(("rule", marker))
        } else if l.page
            && text
                .get(..l.span.start as usize)
                .is_some_and(|before| before.ends_with(markup::RECORD) || before.trim_end().ends_with(markup::RECORD))
        {
            Some(("record of an export", l.span))
        } else if l.page && i > 0 && body > 0 {
            Some(("form feed", l.span))
        } else if headings >= 2 && line::heading(own).is_some_and(|(level, _)| level == 1) {
            Some(("heading", Span::new(l.span.start, l.span.start + 1)))
        } else if body > 0
            && !l.plain
            && (own.get(..8).is_some_and(|lead| lead.eq_ignore_ascii_case("skip to ")) || headlined(text, l, pack))
        {
            Some(("headline and dateline or byline", l.span))
        } else if let Some((_, end)) =
            item.filter(|(n, _)| head == Head::Strong || body > 0 && if *n > 1 { counts } else { heads.second(i) })
        {
            counts = true;
            Some(("numbered item", Span::new(l.span.start, l.span.start + to_u32(end))))
        } else if body > 0 && head == Head::Strong && headings < 2 && (signs || body > 1 || !heads.captioned(i)) {
            Some(("headline and dateline or byline", l.span))
        } else if body > 0 && spaced && l.gap >= 2 && head != Head::None {
            Some(("empty lines and headline", l.span))
        } else if body > 0 && l.gap >= 2 && dateline_alone(text, lines, i, begun, pack) {
            Some(("dateline", l.span))
        } else {
            None
        };
        if let Some((rule, marker)) = cut {
            let i = if led.is_some() && rule == "headline and dateline or byline" { i - 1 } else { i };
            if i > 0 || matches!(rule, "dump line" | "heading" | "numbered heading" | "record of an export") {
                cuts.push(Cut { line: i, rule, marker });
            }
            (body, begun, signs, heads.links) = (0, i, false, false);
        }
        // What a page says of cookies is no text.
        let text_begins = || l.plain || !label::boilerplate(text, l, pack);
        body += u32::from(l.prose && (body > 0 || text_begins()));
        signs |= body == 0 && heads.below(i, l) == Below::Strong;
    }
    (cuts, heads.below)
}

/// Whether a label says that a headline follows: `Headline: Port reopens`.
fn headlined(text: &str, l: &Line, pack: &Pack<'_>) -> bool {
    l.gap > 0 && line::labelled(text, l, pack).is_some_and(|(kinds, _)| kinds == labels::HEADLINE)
}

fn ends_document(line: &str) -> bool {
    line.len() >= 15
        && (line.eq_ignore_ascii_case("end of document") || label::factiva_end(line) || line.starts_with("news·2"))
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

/// What a line is below a headline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Below {
    /// A rule or a dump line: there was no head.
    Marker,
    /// A byline, date, source or dateline.
    Strong,
    /// Running text.
    Text,
    /// What a page has between headline and text.
    Page,
    /// Another line that says what it is.
    Told,
    /// No rule, dump line, dateline, text, byline, stamp, label, button or address.
    Other,
}

/// The lines of a paste as rows of a head. Of a table every row is looked at as the first of a head and below the
/// rows before it, so what was found is kept.
struct Heads<'a> {
    text: &'a str,
    lines: &'a [Line],
    pack: &'a Pack<'a>,
    below: Vec<Option<Below>>,
    /// Links to other articles came: a headline needs its text right below.
    links: bool,
}

impl Heads<'_> {
    /// What stands at a line.
    #[inline(never)]
    fn at(&mut self, at: usize) -> Head {
        let Some(first) = self.lines.get(at) else { return Head::None };
        if !self.begins(at, first) {
            return Head::None;
        }
        // `Port reopens (The Brennick Herald, 5.3.2024)`
        let own = first.span.of(self.text);
        let told = own.ends_with([')', ']']) && first.has(line::marks::DIGIT) && {
            let inside = own.rsplit(['(', '[']).next().unwrap_or("");
            date::find(inside, self.pack).is_some_and(|d| d.year.is_some() && d.start > 4)
        };
        if told && self.texts(at + 1) {
            return Head::Strong;
        }
        let (mut shorts, mut seen) = (0, 0);
        for (i, l) in self.lines.iter().enumerate().skip(at + 1).take(2 * HEAD_LINES) {
            // Buttons and the like do not count.
            seen += u32::from(self.below(i, l) != Below::Page);
            match self.below(i, l) {
                _ if seen > HEAD_LINES as u32 => return Head::None,
                Below::Marker => return Head::None,
                Below::Strong if self.links && !self.texts(i) => return Head::None,
                Below::Strong => return Head::Strong,
                Below::Text => return if l.gap > 0 || shorts > 0 { Head::Plain } else { Head::None },
                Below::Page => {}
                Below::Other if i == at + 1 && byline::masthead(self.text, l) && self.texts(i + 1) => {
                    return Head::Strong;
                }
                Below::Told | Below::Other => {
                    shorts += 1;
                    if shorts > 3 {
                        return Head::None;
                    }
                }
            }
        }
        Head::None
    }

    /// Whether the line above a headline is the first of the article: its date, source or address, or a word or two
    /// where a dateline follows the headline.
    ///
    /// What stands at the headline must be as much as this at least.
    fn led(&mut self, at: usize) -> Option<Head> {
        let (text, pack) = (self.text, self.pack);
        let lines = self.lines.get(at.wrapping_sub(1)..).unwrap_or(&[]);
        let [above, l, next, ..] = lines else { return None };
        if !(l.gap == 0 && above.gap > 0) || above.prose {
            return None;
        }
        let stamp = stamp::stamp(text, above, pack).unwrap_or_default();
        if stamp.time.is_some() && stamp.date.is_some_and(|d| d.year.is_some()) {
            return Some(Head::Plain);
        }
        let told = stamp.date.is_some() || stamp.time.is_some() || stamp.source.is_some();
        let led = told
            || line::url(above.span.of(text))
            || line::short(text, above) && dateline::find(text, next, pack).is_some();
        led.then_some(Head::Strong)
    }

    /// Whether text begins within a few lines, buttons aside, with one date at most before it: in a list of links every
    /// one may have its own.
    fn texts(&mut self, at: usize) -> bool {
        let (text, lines, pack) = (self.text, self.lines, self.pack);
        let (mut left, mut dates) = (6, 0);
        for (i, l) in lines.iter().enumerate().skip(at).take(12) {
            let own = self.below(i, l);
            if own == Below::Text || dateline::find(text, l, pack).is_some() {
                return true;
            }
            left -= u32::from(own != Below::Page);
            let dated = own == Below::Strong && stamp::stamp(text, l, pack).is_some_and(|s| s.date.is_some());
            dates += u32::from(dated);
            if left == 0 || dates > 1 {
                return false;
            }
        }
        false
    }

    /// Whether the second item of a list follows, and is a head as well.
    #[inline(never)]
    fn second(&mut self, at: usize) -> bool {
        let (text, lines) = (self.text, self.lines);
        let second = |l: &Line| line::item(l.span.of(text)).is_some_and(|(n, _)| n == 2);
        let found = lines.iter().enumerate().skip(at + 1).take(60).find(|(_, l)| second(l));
        found.is_some_and(|(i, _)| self.at(i) != Head::None)
    }

    /// Whether a line is the caption of a picture: who took it stands in it or in the next.
    #[inline(never)]
    fn captioned(&self, at: usize) -> bool {
        let own = self.lines.get(at..).unwrap_or(&[]).iter().take(2);
        own.filter(|l| l.span.of(self.text).ends_with([']', ')'])).any(|l| label::credit(self.text, l, self.pack))
    }

    /// Whether a line can be a headline.
    fn begins(&mut self, at: usize, first: &Line) -> bool {
        let (text, pack) = (self.text, self.pack);
        // The line of a wrapped paragraph.
        let next = self.lines.get(at + 1).filter(|n| n.gap == 0 && first.width >= 50);
        if next.is_some_and(|n| n.span.of(text).starts_with(char::is_lowercase)) {
            return false;
        }
        let fits = |l: &Line| headline_like(text, l) && !l.prose && !label::credit(text, l, pack);
        let own = first.span.of(text);
        // `## Headline`, `1. Headline`.
        let mark = line::heading(own).or_else(|| line::item(own).map(|(n, from)| (n as usize, from)));
        let mark = mark.map_or_else(|| byline::markers(own), |(_, from)| from);
        if mark > 0 {
            let inner = first.part(text, Span::new(first.span.start + to_u32(mark), first.span.end));
            return fits(&inner) && !ends_document(inner.span.of(text)) && plain(text, &inner, pack);
        }
        // Thai ends no sentence by a mark, so that a long headline looks like text.
        let wide = first.has(line::marks::WIDE) && line::cjk(own, 12) && headline_like(text, first);
        let next = self.lines.get(at + 1).filter(|n| wide && n.gap == 0);
        if next.is_some_and(|n| self.below(at + 1, n) == Below::Strong) {
            return plain(text, first, pack);
        }
        fits(first)
            && !ends_document(own)
            && match self.below(at, first) {
                Below::Other => true,
                Below::Text => plain(text, first, pack),
                _ => false,
            }
    }

    fn below(&mut self, at: usize, l: &Line) -> Below {
        let Some(slot) = self.below.get_mut(at) else { return below(self.text, l, self.pack) };
        *slot.get_or_insert_with(|| below(self.text, l, self.pack))
    }
}

/// Whether a line says nothing of itself.
fn plain(text: &str, l: &Line, pack: &Pack<'_>) -> bool {
    !label::boilerplate(text, l, pack)
        && byline::byline(l.span.of(text)).is_none()
        && stamp::stamp(text, l, pack).is_none()
        && line::labelled(text, l, pack).is_none()
        && dateline::find(text, l, pack).is_none()
}

#[inline(never)]
fn below(text: &str, l: &Line, pack: &Pack<'_>) -> Below {
    let own = l.span.of(text);
    if line::rule(own).is_some() || line::dump(own).is_some() {
        return Below::Marker;
    }
    if dateline::find(text, l, pack).is_some() {
        return Below::Strong;
    }
    if l.running() || l.width > 120 {
        return Below::Text;
    }
    let stamp = stamp::stamp(text, l, pack);
    let kinds = line::labelled(text, l, pack).map(|(kinds, _)| kinds);
    if byline::byline(own).is_some()
        || stamp.as_ref().is_some_and(|s| s.date.is_some() || s.time.is_some() || s.source.is_some())
        || kinds.is_some_and(|kinds| kinds & (labels::BYLINE | labels::DATELINE) != 0)
    {
        Below::Strong
    } else if label::boilerplate(text, l, pack) || line::url(own) {
        Below::Page
    } else if stamp.is_some() || kinds.is_some() {
        Below::Told
    } else {
        Below::Other
    }
}

/// Whether most gaps of two empty lines or more are followed by a headline and prose: then they part
/// articles.
fn spaced(heads: &mut Heads<'_>) -> bool {
    let (mut wide, mut found) = (0u32, 0u32);
    for (i, l) in heads.lines.iter().enumerate().skip(1).filter(|(_, l)| l.gap >= 2).take(200) {
        wide += 1;
        found += u32::from(line::rule(l.span.of(heads.text)).is_none() && heads.at(i) != Head::None);
    }
    let narrow = heads.lines.iter().take(2000).filter(|l| l.gap == 1).count() as u32;
    wide > 0 && found * 4 >= wide * 3 && narrow >= wide
}

/// A second dateline with an agency where the article has one already, and no headline before it.
fn dateline_alone(text: &str, lines: &[Line], at: usize, begun: usize, pack: &Pack<'_>) -> bool {
    let with_agency = |l: &Line| dateline::find(text, l, pack).is_some_and(|d| d.agency.is_some() && d.date.is_some());
    lines.get(at).is_some_and(with_agency) && lines.get(begun..at).unwrap_or(&[]).iter().take(12).any(with_agency)
}
