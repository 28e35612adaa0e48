//! Texts with what does not matter taken away: case, line breaks; and where words stand in a text.

use crate::span::{Span, to_u32};
use crate::text::bytes;
use crate::text::case::lower;

/// In lower case, with one blank for a run of white space and a straight apostrophe for a curly one.
#[must_use]
pub fn folded(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    for c in written.chars() {
        match c {
            '’' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(lower(c)),
        }
    }
    out
}

/// A text on one line: runs of white space (a name broken over two lines) become one blank.
pub fn one_line(text: &str, out: &mut String) {
    out.clear();
    out.reserve(text.len());
    for part in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(part);
    }
}

/// Whether a span begins and ends where words do. Scripts without blanks between words have no ends of words
/// to go by.
#[must_use]
pub fn whole_words(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2e80}');
    let (before, rest) = (text.get(..start).unwrap_or(""), text.get(start..).unwrap_or(""));
    let (inside, after) = (text.get(start..end).unwrap_or(""), text.get(end..).unwrap_or(""));
    !(letter(before.chars().next_back()) && letter(rest.chars().next())
        || letter(inside.chars().next_back()) && letter(after.chars().next()))
}

/// Words to be found as they are written, whatever white space is between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    /// A needle for these words.
    #[must_use]
    pub fn new(words: &str) -> Self {
        let mut line = String::new();
        one_line(words, &mut line);
        Needle(line)
    }

    /// The words with one blank between them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Where the words stand in a text, in order, none over another; nowhere for no words.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Span> {
        let mut out = Vec::new();
        let Some(first) = self.0.split(' ').next().filter(|w| !w.is_empty()) else { return out };
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| bytes::find(rest, first)).map(|at| from + at) {
            from = start + first.len();
            if let Some(end) = self.end(text, start).filter(|end| whole_words(text, start, *end)) {
                out.push(Span::new(to_u32(start), to_u32(end)));
                from = end;
            }
        }
        out
    }

    /// Where the words end when they begin at `start`.
    fn end(&self, text: &str, start: usize) -> Option<usize> {
        let rest = text.get(start..)?;
        let mut at = 0;
        for (i, word) in self.0.split(' ').enumerate() {
            let left = rest.get(at..)?;
            let trimmed = if i > 0 { left.trim_start() } else { left };
            if i > 0 && trimmed.len() == left.len() || !trimmed.starts_with(word) {
                return None;
            }
            at = rest.len() - trimmed.len() + word.len();
        }
        Some(start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_over_lines() {
        for (needle, text, expected) in [
            ("Port Elian", "In Port Elian and Port\n Elian, not Port Elians.", &["Port Elian", "Port\n Elian"][..]),
            ("SCO", "The SCO, the SCOs, SCO's.", &["SCO", "SCO"]),
            ("上合", "上合组织", &["上合"]),
            ("", "anything", &[]),
            ("a a", "a a a", &["a a"]),
        ] {
            let found: Vec<&str> = Needle::new(needle).find(text).into_iter().map(|s| s.of(text)).collect();
            assert_eq!(found, expected, "{needle}");
        }
    }
}
