//! Who wrote an article, as its head tells.

use crate::later;
use crate::segment::byline;
use crate::segment::dateline;
use crate::segment::head::{Reader, field};
use crate::segment::label;
use crate::segment::line::Line;
use crate::segment::stamp;
use crate::span::{Span, to_u32};
use crate::text::bytes;

/// What a line says that tells who the person of the line before it is.
pub(super) const ROLES: &[&str] = &["orrespondent", "eporter", "ditor", "edakteur", "orresponsal", "taff"];

impl Reader<'_> {
    /// How much of a line is names of writers: beside a line with a date, before what they are, or in an export where
    /// they come after the headline.
    pub(super) fn named(&mut self, i: usize, archive: bool) -> Option<usize> {
        let l = self.lines.get(i).filter(|l| l.width < 90)?;
        let own = l.span.of(self.text);
        self.head.headline.as_ref()?;
        let next = self.lines.get(i + 1);
        if archive && self.head.byline.is_none() && byline::bare_names(own) && next.is_some_and(|n| n.prose) {
            return Some(own.len());
        }
        // `Marta Ellison in Varrona`
        let name = bytes::ahead(own, " in ");
        if !byline::bare_names(name)
            || name.ends_with(" Edition")
            || name.len() < own.len() && own.len() - name.len() >= 40
        {
            return None;
        }
        let stamped = |l: &Line| stamp::stamp(self.text, l, self.pack).is_some();
        let before = i.checked_sub(1).and_then(|j| self.lines.get(j)).filter(|_| i > 1);
        let role = |n: &Line| n.width < 60 && ROLES.iter().any(|role| bytes::has(n.span.of(self.text), role));
        if next.map_or(i == 1, stamped)
            || next.is_some_and(role)
            || l.gap == 0 && before.is_some_and(stamped) && next.is_some_and(|n| n.prose)
        {
            return Some(name.len());
        }
        // On a page buttons stand between: `3 hours ago`, `Share`, `Marta Ellison`.
        let earlier = self.lines.get(..i)?.iter().rev().take(5);
        let mut earlier = earlier.filter(|l| !label::boilerplate(self.text, l, self.pack));
        (earlier.next().is_some_and(stamped) && self.text_from(i) > i).then_some(name.len())
    }

    #[inline(never)]
    pub(super) fn byline(&mut self, span: Span, rule: &'static str) {
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
    pub(super) fn elsewhere(&mut self, rest: &str) {
        let Some(byline) = &mut self.head.byline else { return };
        let mut rest = rest.split(['\n', '\r']).next().unwrap_or("");
        let begun = byline.span.end;
        let all = rest.len();
        while let Some(place) = rest.strip_prefix(" in ") {
            let before = place.len();
            let Some(after) = byline::after_place(place) else { return };
            let Some((from, to)) = byline::names(place, before - after.len()) else { return };
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
    pub(super) fn usual(&mut self) {
        let Some(byline) = &mut self.head.byline else { return };
        let mut out = String::new();
        for name in byline.value.split(';').map(str::trim_start) {
            let Some((family, given)) = bytes::parted(name, ", ") else { return };
            let certain = !family.contains(' ')
                && given.split(' ').count() <= 2
                && byline::bare_names(&[given, " ", family].concat())
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
}
