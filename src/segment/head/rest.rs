//! The lines of an article from its text on.

use crate::segment::Part;
use crate::segment::head::Reader;
use crate::segment::label;
use crate::segment::line::{self, label as labels, marks};
use crate::segment::stamp;

/// Labels that stand nowhere in a text.
const LABELS: u16 = labels::SURE | labels::SOURCE | labels::DATE;

impl Reader<'_> {
    /// The lines from the text on: credits, boilerplate, and the end of the page.
    pub(super) fn rest(&mut self, body: usize) {
        let (text, pack) = (self.text, self.pack);
        // Below the last line of prose stand the date and the writer once more.
        let last = self.lines.iter().rposition(|l| l.prose).unwrap_or(0);
        let mut closed = false;
        let mut links = false;
        let mut seen = 0;
        for i in body..self.lines.len() {
            let Some(l) = self.lines.get(i).copied() else { break };
            let own = l.span.of(text);
            // Most lines are none of all that.
            if l.plain && !closed && !self.export && !label::credit(text, &l, pack) {
                (links, seen) = (false, seen + 1);
                self.set(i, Part::Body);
                continue;
            }
            closed |= seen > 0 && label::closes(text, &l, pack, self.export);
            if !closed && line::url(own) {
                self.address(i, l.span);
                continue;
            }
            if self.export
                && let Some((kinds, from)) = line::labelled(text, &l, pack)
            {
                self.labelled_late(&l, kinds, from);
            }
            // After `Related stories` come headlines, until there is text again.
            links = label::links(text, &l) || links && !l.prose;
            let label = self.export && line::labelled(text, &l, pack).is_some_and(|(kinds, _)| kinds & LABELS != 0);
            let stamped = || stamp::stamp(text, &l, pack).filter(|_| !l.prose);
            let part = if closed || links || line::rule(own).is_some() || label::boilerplate(text, &l, pack) {
                Part::Boilerplate
            } else if label || label::credit(text, &l, pack) {
                Part::Metadata
            } else if stamp::sourced(own)
                && let Some(stamp) = stamped().filter(|s| s.source.is_some())
            {
                // An agency that stood alone above may have been that of a picture.
                self.head.source.take_if(|source| source.rule == "line with a source" && own.is_ascii());
                self.stamp(&l, &stamp);
                Part::Metadata
            } else if i > last
                && i > body
                && l.width < 50
                && l.has(marks::DIGIT)
                && let Some(stamp) = stamped()
            {
                // The date below the text.
                self.stamp(&l, &stamp);
                Part::Metadata
            } else {
                seen += 1;
                Part::Body
            };
            self.set(i, part);
        }
    }
}
