//! What a page has around its headline and above its text: menus, buttons, captions.

use crate::segment::article::{Below, Cut};
use crate::segment::byline;
use crate::segment::dateline;
use crate::segment::head::{Reader, at, field};
use crate::segment::label;
use crate::segment::line::{self, Line};
use crate::segment::stamp;
use crate::segment::{Field, Part};
use crate::span::Span;
use crate::text::bytes;
use crate::text::bytes::characters;

/// Lines that are looked through for menus, and for where the text begins.
const LINES: usize = 28;

impl Reader<'_> {
    /// Whether the first lines are so short that they may be the menus of a page.
    pub(super) fn may_be_menus(&self) -> bool {
        let menu = |l: &Line| label::boilerplate(self.text, l, self.pack) || line::short(self.text, l);
        self.lines.len() > 3 && self.lines.iter().take(2).all(menu)
    }

    /// How many lines at the top are the menus of a page and the name of the paper: short ones, down to one that can be
    /// a headline.
    #[inline(never)]
    pub(super) fn menus(&self) -> usize {
        let (text, pack) = (self.text, self.pack);
        let (mut short, mut told) = (0, 0);
        for (i, l) in self.lines.iter().enumerate().take(LINES) {
            let own = l.span.of(text);
            if label::boilerplate(text, l, pack) {
                told += 1;
            } else if byline::byline(own).is_some()
                || line::dump(own).is_some()
                || own.starts_with('#')
                || label::credit(text, l, pack)
            {
                return 0;
            } else if line::short(text, l) {
                let dated = stamp::stamp(text, l, pack).is_some_and(|s| s.date.is_some() || s.time.is_some());
                if dated && short == 1 {
                    // It was the headline.
                    return 0;
                }
                short += usize::from(!dated);
            } else if stamp::stamp(text, l, pack).is_some() {
                if short == 1 {
                    return 0;
                }
            } else {
                // `Port of Varrona:` stands above its headline.
                let kicker = i == 1 && self.lines.first().is_some_and(|f| f.span.of(text).ends_with(':'));
                let menus = short >= 2 || short == 1 && told >= 2 || kicker;
                return if menus && line::headline_like(text, l) && !l.prose { i } else { 0 };
            }
        }
        0
    }

    /// A line above the headline of a page, unless it tells when the article was written.
    #[inline(never)]
    pub(super) fn above(&mut self, i: usize) -> bool {
        let Some(l) = self.lines.get(i) else { return false };
        let own = l.span.of(self.text);
        let known = dateline::agency(own, self.pack);
        let mut part = Part::Boilerplate;
        if known.is_some() || byline::masthead(self.text, l) {
            part = Part::Metadata;
            let value = known.unwrap_or_else(|| own.to_string());
            self.head.source = self.head.source.take().or(Some(Field { value, span: l.span, rule: "masthead" }));
        } else if stamp::stamp(self.text, l, self.pack)
            .is_some_and(|s| s.date.is_some() || s.time.is_some() || s.source.is_some())
        {
            return false;
        } else if let Some(next) =
            self.lines.get(i + 1).filter(|_| own.len() == 4 && own.bytes().all(|b| b.is_ascii_digit()))
        {
            // The year, and in the line below month and day: `2024`, `03/05`.
            let both = l.part(self.text, Span::new(l.span.start, next.span.end));
            self.dated(&both);
        }
        self.set(i, part);
        true
    }

    /// Whether nothing but what a page has stands between the headline and a line.
    pub(super) fn below_headline(&self, i: usize) -> bool {
        let before = self.head.parts.get(..i).unwrap_or(&[]);
        before.iter().rfind(|p| **p != Part::Boilerplate) == Some(&Part::Headline)
    }

    /// The line on which the text begins, looked for from a line of the head on: past what a page has there (standfirst,
    /// captions, summaries), where other lines tell that it is the head of an article. The line itself where nothing
    /// does.
    pub(super) fn text_from(&mut self, from: usize) -> usize {
        if self.text_at > from {
            return self.text_at;
        }
        // Most often the line is text, and nothing was or is to come that tells more of the article.
        let Some(l) = self.lines.get(from) else { return from };
        let begins = l.running() || self.wrapped(from);
        let known = self.head.byline.is_some() || self.head.time.is_some();
        if begins && (known || l.width > 240 || !self.signs_below(from)) {
            return from;
        }
        self.text_at = self.text_below(from);
        self.text_at
    }

    #[inline(never)]
    fn text_below(&self, from: usize) -> usize {
        let (text, pack) = (self.text, self.pack);
        let above = self.head.parts.get(..from).unwrap_or(&[]);
        let headline = above.iter().rposition(|p| *p == Part::Headline).unwrap_or(0);
        let above = above.get(headline..).unwrap_or(&[]);
        let mut signs = self.head.byline.is_some() || self.head.time.is_some() || above.contains(&Part::Metadata);
        for (i, l) in self.lines.iter().enumerate().skip(from).take(LINES) {
            if dateline::find(text, l, pack).is_some() {
                return i;
            }
            if self.sign(i, l) {
                signs = true;
            } else if label::boilerplate(text, l, pack)
                || label::credit(text, l, pack)
                || l.span.of(text).starts_with(['*', '•']) && self.summary(i)
            {
            } else if l.span.of(text).starts_with(['-', '•', '*', '"', '“']) {
                return if signs { i } else { from };
            } else if l.running() || self.wrapped(i) {
                // What leads into the text stands above the byline or date.
                if signs || l.width > 240 || !self.signs_below(i) {
                    return if signs { i } else { from };
                }
            }
        }
        from
    }

    /// Whether a line is one of the points above a dateline that sum the text up.
    fn summary(&self, i: usize) -> bool {
        let mut below = self.lines.iter().skip(i).take(8);
        below.any(|l| dateline::find(self.text, l, self.pack).is_some())
    }

    /// Whether a line is a byline, or tells a date or time.
    pub(super) fn sign(&self, i: usize, l: &Line) -> bool {
        // Known to be nothing of it.
        if self.below.get(i) == Some(&Some(Below::Other)) {
            return false;
        }
        let stamped = |s: stamp::Stamp| s.date.is_some_and(|d| d.year.is_some()) || s.time.is_some();
        l.width < 120
            && (byline::byline(l.span.of(self.text)).is_some()
                || !l.running() && stamp::stamp(self.text, l, self.pack).is_some_and(stamped))
    }

    /// Whether a byline or date stands within a few lines below, and text below that.
    fn signs_below(&self, i: usize) -> bool {
        let (mut signs, mut texts) = (false, 0);
        for (n, l) in self.lines.iter().enumerate().skip(i + 1).take(12) {
            let begins = l.running() || self.wrapped(n);
            texts += usize::from(begins);
            if signs && (begins || dateline::find(self.text, l, self.pack).is_some()) {
                return true;
            }
            signs |= texts < 3 && self.sign(n, l);
        }
        false
    }

    /// Whether a line goes on in the next: the lines up to the next empty one hold a sentence, which captions often do not.
    fn wrapped(&self, i: usize) -> bool {
        let (Some(l), Some(next)) = (self.lines.get(i), self.lines.get(i + 1)) else { return false };
        let mut block = self.lines.iter().skip(i + 1).take_while(|l| l.gap == 0);
        next.gap == 0
            && block.any(|l| l.prose)
            && l.width >= 50
            && next.width >= 20
            && !self.sign(i + 1, next)
            && !label::boilerplate(self.text, next, self.pack)
            && !label::credit(self.text, next, self.pack)
    }

    /// A line as the headline: without the number of an item and the name of the paper.
    #[inline(never)]
    pub(super) fn headline(&mut self, l: &Line, cut: &Cut) {
        let (text, pack) = (self.text, self.pack);
        let own = l.span.of(text);
        let from = if cut.rule == "numbered item" { line::item(own).map_or(0, |(_, from)| from) } else { 0 };
        let rest = own.get(from..).unwrap_or("");
        // `◆ Port reopens`
        let bare = rest.trim_start_matches(
            |c| matches!(c, ' ' | '*' | '•' | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'),
        );
        // `• 3. Wash it`: of a list.
        let bare = if bare.starts_with(|c: char| c.is_ascii_digit()) { rest } else { bare };
        let from = own.len() - bare.len() + byline::markers(bare);
        let mut to = own.len();
        // `Port reopens - BBC News`, `Port reopens | The Brennick Herald`
        // `Port reopens (The Brennick Herald, 5.3.2024)`
        use line::marks::{BRACKET, DASH, MENU, WIDE};
        let marks = [(" - ", DASH), (" | ", MENU), (" — ", WIDE), (" – ", WIDE), (" (", BRACKET), (" [", BRACKET)];
        let marks = marks.into_iter();
        let marks = marks.filter(|(_, own)| l.has(*own)).map(|(mark, _)| mark);
        if let Some(found) = marks.filter_map(|mark| Some((bytes::last(own, mark)?, mark.len()))).max()
            && let Some(rest) = own.get(found.0 + found.1..)
        {
            let name = rest.split(',').next().unwrap_or(rest);
            let known = dateline::agency(name, pack);
            let paper = l.part(text, at(l, found.0 + found.1, found.0 + found.1 + name.len()));
            if known.is_some() || byline::masthead(text, &paper) {
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

    /// Whether a headline is still to come after a line of one word.
    #[inline(never)]
    pub(super) fn menu(&self, i: usize) -> bool {
        let own = self.lines.get(i).map_or("", |l| l.span.of(self.text));
        let word =
            !own.ends_with(['.', '!', '?', '。', ':']) && characters(own) < 24 && own.starts_with(char::is_uppercase);
        let mut rest = self.lines.get(i + 1..).unwrap_or(&[]).iter().enumerate().take(8);
        word && rest.any(|(n, l)| l.words > 2 && line::headline_like(self.text, l) && !self.is_text(i + 1 + n))
    }

    /// Whether a line is a place in capitals between the date and the text.
    #[inline(never)]
    pub(super) fn place(&self, i: usize) -> bool {
        let Some(l) = self.lines.get(i) else { return false };
        let own = l.span.of(self.text);
        let capitals = own.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '/' | '-' | '\''));
        let text = self.lines.get(i + 1).is_some_and(|n| n.prose && n.width > 60);
        let spoken = i.checked_sub(1).and_then(|j| self.head.parts.get(j)) == Some(&Part::Metadata);
        capitals && own.len() > 2 && text && spoken
    }

    /// Whether a headline follows within a few lines, with what a page has between: menus, dates.
    #[inline(never)]
    pub(super) fn headed(&self, i: usize) -> bool {
        let lines = self.lines.get(i + 1..).unwrap_or(&[]).iter().take(6).enumerate();
        let mut rest = lines.filter(|(_, l)| {
            let own = l.span.of(self.text);
            l.words > 1
                && !label::boilerplate(self.text, l, self.pack)
                && byline::byline(own).is_none()
                && stamp::stamp(self.text, l, self.pack).is_none()
                && dateline::find(self.text, l, self.pack).is_none()
        });
        rest.next().is_some_and(|(n, _)| !self.is_text(i + 1 + n))
    }

    /// Whether a line is the beginning of the text rather than a headline.
    pub(super) fn is_text(&self, i: usize) -> bool {
        let Some(l) = self.lines.get(i) else { return true };
        let own = l.span.of(self.text);
        let wrapped = self.lines.get(i + 1).is_some_and(|n| {
            let next = n.span.of(self.text);
            n.gap == 0 && l.width >= 50 && next.starts_with(char::is_lowercase) && byline::byline(next).is_none()
        });
        // Thai ends no sentence by a mark, so that a long headline looks like text.
        let next = self.lines.get(i + 1).filter(|n| n.gap == 0 && l.width <= 180 && l.has(line::marks::WIDE));
        if next.is_some_and(|n| self.sign(i + 1, n)) && line::cjk(own, 12) && line::headline_like(self.text, l) {
            return false;
        }
        let alone = self.lines.len() == 1;
        let quoted = own.starts_with(['"', '“']) && own.ends_with(['"', '”', '.']);
        l.width > 200
            || l.prose && !(l.width < 120 && own.ends_with(['?', '!', ':']))
            || wrapped
            || quoted
            || (alone && own.ends_with(['.', '!', '?', '。']))
            || l.words < 2 && !own.chars().any(|c| u32::from(c) > 0x2e80)
            || own.chars().next().is_some_and(char::is_lowercase)
    }

    /// An article of a headline alone: with nothing else, the line is text.
    pub(super) fn only_lines(&mut self) {
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
}
