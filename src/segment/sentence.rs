//! Sentences: where a paragraph is cut, from the terminator and what stands around it.

use crate::lang::{Flags, Pack};
use crate::segment::line::marks;
use crate::span::{Span, to_u32};
use crate::text::bytes;
use crate::text::bytes::characters;

/// Closing marks that belong to the sentence they end.
const CLOSERS: &[char] = &['"', '\'', '”', '’', '»', ')', ']', '}', '」', '』', '）', '】', '》', '〉', '›', '*', '_'];
/// Marks that end a sentence without a blank after them.
const FULL: &[char] = &['。', '！', '？', '｡', '︒', '။', '។'];
/// Other marks that end a sentence.
const STOPS: &[char] = &['.', '!', '?', '…', '؟', '۔', '।', '॥', '።', '፧', '։', '⸮', '‽'];

/// Cuts a paragraph into sentences, which together cover it but for the blanks between them. Of `stops`, the places in
/// the text where marks stand that may end one, what stands before the end of the paragraph is used up; `holds` are the
/// marks of its lines.
#[inline(never)]
pub(crate) fn sentences(
    text: &str,
    stops: &mut &[u32],
    paragraph: Span,
    holds: u16,
    pack: &Pack<'_>,
    out: &mut Vec<Span>,
) {
    let inner = paragraph.of(text);
    let quotes = holds & (marks::QUOTE | marks::WIDE) != 0 && pack.language() == "en";
    let opens = inner.len() < 400 && inner.starts_with(['"', '“']);
    if opens && !inner.trim_end_matches(CLOSERS).ends_with(STOPS) && pulled(inner) {
        return push(text, paragraph, 0, inner.len(), out);
    }
    let mut start = 0usize;
    let mut at = 0usize;
    let mut list = Marker::at(inner, 0);
    loop {
        let from = paragraph.start + to_u32(at);
        while let Some((_, rest)) = stops.split_first().filter(|(stop, _)| **stop < from) {
            *stops = rest;
        }
        let stop = stops.first().map(|stop| (*stop - paragraph.start) as usize).filter(|stop| *stop < inner.len());
        let item = list.as_ref().and_then(|m| m.next_in(inner, at));
        if let Some(found) = item.filter(|item| stop.is_none_or(|stop| *item <= stop)) {
            // The next item of a list that runs on in one line.
            push(text, paragraph, start, found, out);
            start = found;
            list = Marker::at(inner, start);
            at = list.as_ref().map_or(found + 1, |m| m.end).max(found + 1);
            continue;
        }
        let Some(found) = stop else { break };
        let end = stop_end(inner, found);
        let end = match inner.as_bytes().get(end..) {
            Some([b'[', ..] | [b' ', b'[' | b' ', ..]) => end + references(inner.get(end..).unwrap_or("")),
            _ => end,
        };
        if ends_here(inner, start, found, end, quotes, pack) {
            push(text, paragraph, start, end, out);
            start = end;
            let rest = inner.get(start..).unwrap_or("");
            start += rest.len() - rest.trim_start().len();
            list = Marker::at(inner, start);
        }
        at = end.max(found + 1);
    }
    push(text, paragraph, start, inner.len(), out);
}

fn push(text: &str, paragraph: Span, start: usize, end: usize, out: &mut Vec<Span>) {
    // After the last full stop there is nothing.
    if start >= end {
        return;
    }
    let span = Span::new(paragraph.start + to_u32(start), paragraph.start + to_u32(end));
    // Most have nothing to be taken off.
    let solid = |byte: Option<&u8>| byte.is_some_and(|b| matches!(b, 33..=126));
    let own = span.of(text).as_bytes();
    let span = if solid(own.first()) && solid(own.last()) { span } else { span.trimmed(text) };
    if !span.is_empty() {
        out.push(span);
    }
}

/// Whether a mark may end a sentence.
pub(crate) fn may_end(mark: char) -> bool {
    STOPS.contains(&mark) || FULL.contains(&mark)
}

/// The same of a mark of ASCII: Greek asks by a semicolon, and where Armenian is typed a colon is its full stop.
pub(crate) fn ascii_may_end(mark: u8, before: &[u8]) -> bool {
    match (mark, before) {
        (b';', [.., lead, _]) => matches!(lead, 0xce | 0xcf),
        (b':', [.., lead, _]) => matches!(lead, 0xd4..=0xd6),
        _ => !matches!(mark, b';' | b':'),
    }
}

/// The end of a run of terminators with their closing marks.
fn stop_end(inner: &str, found: usize) -> usize {
    let mut end = found;
    let rest = inner.get(found..).unwrap_or("");
    // Most have a blank and a word after them.
    if let [b'.' | b'!' | b'?', b' ', after, ..] = rest.as_bytes()
        && *after != b'.'
    {
        return found + 1;
    }
    // `compounds. . . . The practice`: a full stop, and then words left out.
    if rest.starts_with(". . . . ") && !inner.get(..found).is_some_and(|before| before.ends_with(' ')) {
        return found + 1;
    }
    let mut closed = false;
    for (i, c) in rest.char_indices() {
        let stop = STOPS.contains(&c) || FULL.contains(&c);
        // `. . .` with blanks between.
        let spaced = c == ' '
            && rest
                .get(i + 1..)
                .is_some_and(|r| r.starts_with(". ") || r == "." || r.starts_with(".”") || r.starts_with(".\""));
        // `“` closes where it opens nothing: `„Ja.“ Er ging.`
        let after = || rest.get(i + c.len_utf8()..).and_then(|r| r.chars().next());
        let german =
            matches!(c, '“' | '‘') && i > 0 && after().is_none_or(|n| n.is_whitespace() || CLOSERS.contains(&n));
        if (stop && !closed)
            || german
            || (spaced && !closed && rest.starts_with(". "))
            || (CLOSERS.contains(&c) && i > 0)
        {
            closed |= german || CLOSERS.contains(&c);
            end = found + i + c.len_utf8();
        } else {
            break;
        }
    }
    end.max(found + rest.chars().next().map_or(1, char::len_utf8))
}

/// The word before a place: back to the last blank or opening mark.
fn word_before(inner: &str, at: usize) -> &str {
    let head = inner.get(..at).unwrap_or("");
    let start = head
        .char_indices()
        .rev()
        .take(40)
        .find(|(_, c)| {
            c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '“' | '\'' | '‘' | '«' | '/' | '—' | '–')
        })
        .map_or_else(|| if head.len() > 160 { head.len() } else { 0 }, |(i, c)| i + c.len_utf8());
    head.get(start..).unwrap_or("")
}

/// The next word: letters and digits after blanks and opening marks.
fn word_after(inner: &str, at: usize) -> &str {
    let rest = inner.get(at..).unwrap_or("");
    let rest = rest.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '['
                    | '{'
                    | '"'
                    | '“'
                    | '\''
                    | '‘'
                    | '«'
                    | '„'
                    | '¿'
                    | '¡'
                    | '—'
                    | '–'
                    | '-'
                    | '*'
                    | '_'
                    | ')'
            )
    });
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').unwrap_or(rest.len());
    rest.get(..end).unwrap_or("")
}

/// What follows the next word.
fn after_word(inner: &str, at: usize) -> &str {
    let word = word_after(inner, at);
    let end = (word.as_ptr() as usize - inner.as_ptr() as usize) + word.len();
    inner.get(end..).unwrap_or("")
}

#[inline(never)]
fn ends_here(inner: &str, start: usize, found: usize, end: usize, quotes: bool, pack: &Pack<'_>) -> bool {
    let after = inner.get(end..).unwrap_or("");
    let Some(next) = after.chars().next() else { return true };
    let mark = inner.get(found..).and_then(|s| s.chars().next()).unwrap_or('.');
    if FULL.contains(&mark) {
        // Speech that goes on: `“……。”他说` ends at the closing mark all the same; a comma does not.
        return !matches!(next, '，' | '、' | '；' | ',');
    }
    if !next.is_whitespace() {
        return glued(inner, found, end, mark, next);
    }
    let word = word_after(inner, end);
    let first = after.trim_start().chars().next().unwrap_or(' ');
    let lead = word.chars().next().unwrap_or(first);
    if lead.is_lowercase() {
        return false;
    }
    if closes_with_name(after) || quotes && goes_on_quoting(inner, start, end, pack) {
        return false;
    }
    let run = inner.get(found..end).unwrap_or("");
    // `"It's over." - Ilse Hartog`, `«Всё!» — сказала она`: who says it.
    let spoken = after.trim_start().strip_prefix(['-', '–', '—']).is_some_and(|r| r.starts_with(' '));
    if spoken && run.ends_with(['"', '”', '»', '’', '“']) {
        return false;
    }
    let dots = run.chars().filter(|c| *c == '.').count();
    let before = inner.get(..found).unwrap_or("");
    if mark == '…' || dots >= 3 {
        if before.ends_with(['[', '(']) {
            return false;
        }
        // Three dots apart from the word are words left out, a fourth is the full stop.
        return dots >= 4 || !before.ends_with(' ') || mark == '…';
    }
    if mark != '.' || run.starts_with(".\u{2026}") {
        return lead.is_uppercase() || !lead.is_alphabetic() || lead as u32 > 0x24f;
    }
    full_stop(inner, start, found, run, word, pack)
}

/// Bytes of the longest mark of a reference.
const MARK: usize = 24;

/// How far the marks of references reach that stand after a sentence and belong to it: `[6]`, ` [4] [7]`,
/// `[citation needed]`.
fn references(after: &str) -> usize {
    let mut rest = after;
    while let Some(inside) = rest.trim_start_matches(' ').strip_prefix('[')
        && let Some(close) = inside.bytes().take(MARK).position(|b| b == b']')
        && let (Some(mark), Some(next)) = (inside.get(..close), inside.get(close + 1..))
        && mark.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
    {
        rest = next;
    }
    after.len() - rest.len()
}

/// Whether a paragraph is a quotation that was set apart, of one or two sentences, with who said it: no sentence of its
/// own.
#[inline(never)]
fn pulled(inner: &str) -> bool {
    let Some(quoted) = inner.strip_prefix(['"', '“']) else { return false };
    quoted.split_once(['"', '”']).is_some_and(|(quoted, after)| {
        quoted.ends_with(STOPS) && after.starts_with(' ') && after.len() < 100 && stops(quoted) < 2 && stops(after) == 0
    })
}

/// Marks that end sentences, with a blank after them.
fn stops(text: &str) -> usize {
    text.as_bytes().windows(2).filter(|two| matches!(two, [b'.' | b'!' | b'?', b' '])).count()
}

/// Whether all that is left of a paragraph is who said what stands before: `— Ilse Hartog`.
fn closes_with_name(after: &str) -> bool {
    if after.len() > 60 || after.ends_with(STOPS) {
        return false;
    }
    let Some(name) = after.trim_start().strip_prefix(['-', '–', '—']) else { return false };
    let words = name.trim_start().split(' ');
    words.clone().count() <= 4 && words.clone().all(|w| w.starts_with(char::is_uppercase))
}

/// Whether a quotation goes on that a verb of saying stands right before, and that ends with its second sentence:
/// `He said, "It is over. We won."` is one sentence, as treebanks of English have it.
fn goes_on_quoting(inner: &str, start: usize, end: usize, pack: &Pack<'_>) -> bool {
    let Some(own) = inner.get(start..end) else { return false };
    let Some(at) = own.rfind(['"', '“']).filter(|at| *at > 0) else { return false };
    let (before, quoted) = own.split_at(at);
    if bytes::has(quoted, "”") || quoted.starts_with('"') && before.matches('"').count() % 2 == 1 {
        return false;
    }
    let before = before.trim_end().trim_end_matches(',');
    let verb = word_before(before, before.len());
    if verb != "that" && !pack.flags(verb).any(Flags::SAYING) || stops(quoted) > 0 {
        return false;
    }
    let rest = inner.get(end..).and_then(|rest| rest.split_once(['"', '”']));
    rest.is_some_and(|(rest, _)| rest.ends_with(STOPS) && stops(rest) == 0)
}

/// Whether a terminator with no blank after it ends a sentence: only where someone forgot the blank, in
/// scripts without capitals, or before a reference mark.
fn glued(inner: &str, found: usize, end: usize, mark: char, next: char) -> bool {
    if mark == '।' || mark == '॥' || mark == '؟' || mark == '۔' {
        return true;
    }
    if FULL.contains(&next) || STOPS.contains(&next) || next.is_lowercase() || next.is_numeric() {
        return false;
    }
    // Chinese and Japanese with the marks of a Western keyboard.
    if mark != '.' && matches!(u32::from(next), 0x3040..=0x30ff | 0x3400..=0x9fff) {
        return true;
    }
    let closed = end > found + mark.len_utf8();
    // `Jane.Doe@example.com`, `www.Example.org/page` are of one piece.
    let piece = inner.get(end..).and_then(|r| r.split(char::is_whitespace).next()).unwrap_or("");
    if piece.contains(['@', '/']) || piece.trim_end_matches('.').bytes().any(|b| b == b'.') {
        return false;
    }
    // `word.Next`: both sides long enough to be words, and no name of a site.
    let (left, right) = (word_before(inner, found), word_after(inner, end));
    let plain = |w: &str| characters(w) >= 3 && w.chars().all(char::is_alphabetic);
    let begins = right.chars().next().is_some_and(char::is_uppercase) && right.chars().skip(1).all(char::is_lowercase);
    let lower = left.chars().skip(1).all(char::is_lowercase);
    (mark != '…'
        && plain(left)
        && plain(right)
        && begins
        && lower
        && !inner.get(end..).is_some_and(|r| r.starts_with(['(', '[', '\'', '’', ','])))
        || (closed && next.is_uppercase() && mark != '.')
}

/// A full stop before a blank and a word that is not in lower case.
fn full_stop(inner: &str, start: usize, found: usize, run: &str, word: &str, pack: &Pack<'_>) -> bool {
    let left = word_before(inner, found).trim_start_matches(['•', '⁃']);
    if left.is_empty() || left.ends_with(['°', 'º']) {
        return !left.ends_with(['°', 'º']);
    }
    let closed = characters(run) > 1;
    let digit_next = word.chars().next().is_some_and(|c| c.is_ascii_digit());
    let starter = || starts_sentences(word, pack);
    // The number or letter of a list item.
    if inner.get(start..found).is_some_and(|s| s.trim_start_matches(['•', '⁃', ' ', '-']) == left)
        && characters(left) <= 3
        && (left.chars().all(|c| c.is_ascii_digit()) || characters(left) == 1)
    {
        return false;
    }
    // The first letter of two: `z. B.`, `А. И. Семенов`.
    let lone = |w: &str| characters(w) == 1 && w.chars().all(char::is_alphabetic);
    if !closed && lone(left) && lone(word) && after_word(inner, found + run.len()).starts_with('.') {
        return false;
    }
    let mut letters = left.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        if letter.is_uppercase() {
            let earlier = inner.get(..found - left.len()).unwrap_or("").trim_end();
            let name = word_before(earlier, earlier.len());
            let capital = name.chars().next().is_some_and(char::is_uppercase);
            // `He posted it on X. Senators answered.`
            let site = letter == 'X' && matches!(name, "on" | "via");
            return closed || site || if letter == 'I' { !capital || starter() } else { !capital && starter() };
        }
        // `и т. п. Затем`: an abbreviation of two words that may end a sentence.
        let earlier = inner.get(..found - left.len()).unwrap_or("").trim_end();
        let before = word_before(earlier, earlier.len());
        let pair = || inner.get(found.checked_sub(left.len() + 1 + before.len())?..found);
        if letter.is_alphabetic()
            && earlier.ends_with('.')
            && word.starts_with(char::is_uppercase)
            && pair().is_some_and(|two| pack.flags(two).any(Flags::ABBREVIATION_END))
        {
            return true;
        }
        if letter.is_alphabetic() {
            return closed || (!digit_next && starter());
        }
    }
    let mut flags = pack.lookup_folded(left).0;
    if left.bytes().any(|b| !b.is_ascii_lowercase()) {
        flags = flags.with(pack.flags(left));
    }
    if flags.any(Flags::MONTH) && digit_next && !closed {
        return false;
    }
    if flags.any(Flags::ABBREVIATION) && !closed {
        // `No. 5` but `He said no. Then`; months: `on Feb. 27` but `in Feb. The`.
        let is = |words: &[&str]| words.iter().any(|word| left.eq_ignore_ascii_case(word));
        if flags.any(Flags::MONTH) || is(&["no", "nos", "art", "sec", "fig", "p", "pp"]) {
            return !digit_next && (is(&["no", "art"]) || starter());
        }
        return false;
    }
    let inner_dot =
        left.trim_end_matches('.').bytes().any(|b| b == b'.') && left.chars().all(|c| c.is_alphabetic() || c == '.');
    if (flags.any(Flags::ABBREVIATION_END) || inner_dot) && !closed {
        // `in Washington D.C. Image: US Navy.`
        let credit = matches!(word, "Image" | "Photo" | "Photograph" | "Picture" | "Credit" | "Source");
        return starter() || credit && after_word(inner, found + run.len()).starts_with(':');
    }
    // An ordinal number before a noun, where the language writes `3. Oktober`.
    if left.chars().all(|c| c.is_ascii_digit()) && left.len() <= 2 && ordinals(pack.language()) {
        return starter();
    }
    true
}

/// Languages that write ordinals with a full stop.
fn ordinals(language: &str) -> bool {
    matches!(language, "de" | "da" | "nb" | "no" | "fi" | "cs" | "sk" | "pl" | "hu" | "sl" | "hr" | "tr" | "et" | "lv")
}

/// Whether a capitalised word is one that begins sentences rather than continues a name.
fn starts_sentences(word: &str, pack: &Pack<'_>) -> bool {
    let own = word.split(['\'', '’']).next().unwrap_or("");
    !own.is_empty() && pack.lookup_folded(own).0.any(Flags::STOP) && word.chars().skip(1).all(|c| !c.is_uppercase())
}

/// The marker of a list item that stands in running text: `1.`, `2)`, `3.)`, `a.`, after an optional bullet.
#[derive(Clone, Debug)]
struct Marker {
    /// Bullet with its blank, if any.
    bullet: Option<char>,
    value: u32,
    letter: bool,
    tail: &'static str,
    end: usize,
}

impl Marker {
    fn at(inner: &str, start: usize) -> Option<Marker> {
        // Most sentences begin with a capital.
        if inner.as_bytes().get(start)?.is_ascii_uppercase() {
            return None;
        }
        let rest = inner.get(start..)?;
        let bullet = rest.chars().next().filter(|c| matches!(c, '•' | '⁃' | '‣' | '◦'));
        let body = bullet.map_or(rest, |b| rest.get(b.len_utf8()..).unwrap_or("").trim_start());
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let (value, letter, length) = match digits {
            0 => {
                let c = body.bytes().next().filter(u8::is_ascii_lowercase)?;
                (u32::from(c - b'a') + 1, true, 1)
            }
            1..=3 => (body.get(..digits)?.parse().ok()?, false, digits),
            _ => return None,
        };
        let after = body.get(length..)?;
        let tail = [".)", ")", "."].into_iter().find(|t| after.starts_with(t))?;
        let blank = after.get(tail.len()..)?.starts_with(' ');
        let end = start + (rest.len() - body.len()) + length + tail.len();
        blank.then_some(Marker { bullet, value, letter, tail, end })
    }

    /// Where the next item of the same list begins, at or after `from`.
    fn next_in(&self, inner: &str, from: usize) -> Option<usize> {
        let number = if self.letter {
            char::from_u32(u32::from(b'a') + self.value).filter(char::is_ascii_lowercase)?.to_string()
        } else {
            (self.value + 1).to_string()
        };
        let needle = match self.bullet {
            Some(b) => format!("{b}"),
            None => format!(" {number}{} ", self.tail),
        };
        let from = from.max(self.end);
        let rest = inner.get(from..)?;
        // An item within reach: a list that goes on after pages of text is none.
        let reach = rest.char_indices().nth(400).map_or(rest.len(), |(i, _)| i);
        let at = bytes::find(rest.get(..reach)?, &needle)?;
        Some(from + at + usize::from(self.bullet.is_none()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Packs;

    /// Cuts a text that is given with a bar at each end of a sentence, in the place of what stands between sentences.
    fn check(cut: &str, between: &str) {
        let text = cut.replace('|', between);
        let mut spans = Vec::new();
        let (_, stops, _) = crate::segment::line::lines(&text);
        let whole = Span::new(0, text.len() as u32);
        sentences(&text, &mut stops.as_slice(), whole, u16::MAX, &Packs::default().for_language("en"), &mut spans);
        let got: Vec<&str> = spans.iter().map(|s| s.of(&text)).collect();
        assert_eq!(got.join("|"), cut);
    }

    #[test]
    fn sentences_by_hand() {
        for cut in [
            "He met Mr. Smith.|They spoke at 5 p.m. on Monday.|It went well.",
            "The U.S. Government paid.|She lives in the U.S.|He does not.",
            "“We got it.”|“Nobody wanted another week of this.”",
            "\"We got most of what we asked for,\" said Ilse Hartog.|\"Nobody wanted it.\"",
            "It is No. 5 on the list.|He said no.|Then he left.",
            "John F. Kennedy spoke.|So did J. R. Smith Jr. of Texas.",
            "Prices rose 3.5 percent...|Then they fell.|Why?|Nobody knows!",
            "She posted it on X.|Senators answered.|The X. Dorn Museum is shut.",
            "On Jan. 12 it rained.|The sum was $4.|It was paid.",
            "Helion Energy Inc. said so.|He works for Helion Inc.|It pays well.",
            "Is it \"over?\" he asked.|Yes (he is sure.) and no.",
            "Write to Jane.Doe@example.com today.|She will answer.",
            "\"It is a long game.\" - Ilse Hartog, who led the strike.|She won.",
            "They renumbered it. (*) until 2007",
            // Words left out after a full stop, and before one.
            "It was that of combining words.|. . . The practice was not abandoned.",
            "One habit . . . was that of combining words.|It went on.",
            // A reference mark belongs to what it stands for.
            "He left in 1971. [6]|She stayed.[7][8]|Both came back. [citation needed]|It rained.",
            // A quotation of two sentences right after a verb of saying, and one of three.
            "The mayor said, \"It is over. We won.\"|He left.",
            "The mayor said \"It is over.|We won.|Go home.\"",
            "“It is over.|We won,” said the mayor.",
            // A quotation that was set apart, with who said it.
            "\"It is over. But it was a long game.\" - Ilse Hartog",
            "It is over. — Ilse Hartog",
            "A match in Washington D.C.|Image: US Navy.",
            "⁃9. The first item|⁃10. The second item",
            // Honorifics of other languages.
            "She met la Dra. Perez and Dhr. Jansen.|They left.",
            // Marks of other scripts, and marks that are something else in Latin letters.
            "ወደቡ ተከፈተ፧|አዎ።|ሰራተኞች ተመለሱ።",
            "Άνοιξε το λιμάνι;|Ναι, την Τρίτη.|Έτσι είπαν; το είπαν.",
            "Նավահանգիստը բացվեց:|Բանվորները վերադարձան։|Ժամը 10:30 էր:",
            "It opened; The port said so: Yes.",
        ] {
            check(cut, " ");
        }
    }

    #[test]
    fn sentences_without_blanks() {
        for cut in [
            "新一轮谈判达成协议。|罢工结束！|“我们得到了。”|政府将审议。",
            "क्या हुआ।|कुछ नहीं।",
            "ဆိပ်ကမ်း ပြန်ဖွင့်သည်။|အလုပ်သမားများ ပြန်လာသည်။",
        ] {
            check(cut, "");
        }
    }
}
