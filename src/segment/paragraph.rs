//! Lines to paragraphs: one line each, or several that were wrapped.

use crate::segment::Part;
use crate::segment::line::Line;
use crate::span::Span;

/// Lines longer than this were not wrapped by hand or mail.
const WRAPPED: u16 = 110;

/// Joins the lines of an article: a paragraph's span, part and what characters it holds. Only lines of the same part are joined, and
/// only where the lines look wrapped: none much longer than the others, and the first not ending early.
#[inline(never)]
pub(crate) fn paragraphs(text: &str, lines: &[Line], parts: &[Part]) -> Vec<(Span, Part, u16)> {
    let longest = lines.iter().zip(parts).filter(|(_, p)| **p == Part::Body).map(|(l, _)| l.width).max().unwrap_or(0);
    let wrapped = (45..=WRAPPED).contains(&longest) && full_lines(lines, parts, longest);
    let mut out: Vec<(Span, Part, u16)> = Vec::with_capacity(lines.len());
    let (mut last_width, mut last_indented) = (0, true);
    for (l, part) in lines.iter().zip(parts) {
        let indented = text.get(..l.span.start as usize).is_some_and(|before| before.ends_with("  "));
        let joins = l.gap == 0 && *part == Part::Body && wrapped && !item(l.span.of(text));
        let joins = joins && (last_indented || !indented);
        last_indented = indented;
        match out.last_mut() {
            Some((span, Part::Body, marks)) if joins && u32::from(last_width) * 100 >= u32::from(longest) * 72 => {
                span.end = l.span.end;
                *marks |= l.marks;
            }
            _ => out.push((l.span, *part, l.marks)),
        }
        last_width = l.width;
    }
    out
}

/// Whether enough lines that another follows at once are nearly as long as the longest.
fn full_lines(lines: &[Line], parts: &[Part], longest: u16) -> bool {
    let followed =
        lines.iter().zip(lines.iter().skip(1)).zip(parts).filter(|((_, next), p)| next.gap == 0 && **p == Part::Body);
    let (mut all, mut full) = (0u32, 0u32);
    for ((l, _), _) in followed {
        all += 1;
        full += u32::from(u32::from(l.width) * 100 >= u32::from(longest) * 75);
    }
    all > 0 && full * 10 >= all * 6
}

/// An item of a list begins a paragraph of its own.
fn item(line: &str) -> bool {
    line.starts_with(['•', '-', '*', '–', '·', '‣', '▪']) && line.chars().nth(1).is_some_and(char::is_whitespace)
}
