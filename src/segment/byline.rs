//! Who wrote an article, and in which paper: names as lines have them.

use crate::segment::leads::{self, Leads};
use crate::segment::line::Line;
use crate::text::bytes;
use crate::text::bytes::List;
use crate::text::bytes::characters;
use crate::text::case::lowered;

/// The names of a byline: `By Marta Ellison and Owen Bright`; its place in the line.
pub(crate) fn byline(line: &str) -> Option<(usize, usize)> {
    if !matches!(
        line.as_bytes().first(),
        Some(b'B' | b'V' | b'P' | b'D' | b'W' | b'S' | b'*' | b'_' | b'b' | b'v' | b'p' | b'd' | 0xe4..)
    ) {
        return None;
    }
    if let Some(rest) = ["作者：", "作者:", "记者：", "記者："].iter().find_map(|lead| line.strip_prefix(lead))
    {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return (end > 0).then_some((line.len() - rest.len(), line.len() - rest.len() + end));
    }
    // `김민서 기자`
    if let Some(name) = [" 기자", " 특파원"].iter().find_map(|role| line.strip_suffix(role)) {
        return (characters(name) <= 5).then_some((0, name.len()));
    }
    const LEADS: &str = "By|BY|Von|VON|Par|PAR|Por|POR|Di|Written by|Story by|Door";
    let own = line.trim_start_matches(['*', '_']);
    // Most lines begin otherwise.
    let may = matches!(own.as_bytes(), [b'B', b'y' | b'Y', ..] | [b'V' | b'P' | b'D' | b'W' | b'S', ..]);
    let leads = |l: &&str| own.strip_prefix(*l).is_some_and(|r| r.starts_with([' ', '\u{a0}']));
    let Some(lead) = may.then(|| LEADS.split('|').find(leads)).flatten() else {
        // `di Chiara Bellandi`, and nothing else.
        let (lead, name) = line.split_once(' ')?;
        let known = const { List::of("by von par por di door") }.has(lead);
        return (known && bare_names(name)).then_some((lead.len() + 1, line.len()));
    };
    names(line, line.len() - own.len() + lead.len())
}

/// What agencies have before a headline.
pub(super) const MARKERS: Leads = Leads(
    9,
    &[
        "update",
        "wrapup",
        "brief",
        "rpt",
        "refile",
        "corrected",
        "urgent",
        "breaking",
        "(lead)",
        "(2nd ld)",
        "(3rd ld)",
        "(urgent)",
        "(wrapup 1)",
        "(wrapup 2)",
        "(corrected)",
    ],
);

/// Markers of agencies before a headline, which are no part of it: `UPDATE 2-`, `RPT-`, `(LEAD) `, `URGENT: `. How many
/// bytes they are.
pub(crate) fn markers(headline: &str) -> usize {
    let next = |rest: &str| {
        let (lead, next) = rest.split_at_checked(MARKERS.of(leads::beginning(rest), rest)?)?;
        let told = || next.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit()).strip_prefix(['-', ':']);
        let next = if lead.ends_with(')') { next } else { told()? }.trim_start();
        (!next.is_empty()).then_some(rest.len() - next.len())
    };
    let mut from = 0;
    while let Some(length) = headline.get(from..).and_then(next) {
        from += length;
    }
    from
}

/// What follows a place and `and` or a comma; `None` where something else does.
pub(crate) fn after_place(place: &str) -> Option<&str> {
    let mut rest = place;
    while rest.starts_with(char::is_uppercase) {
        let (word, after) = rest.split_once(' ')?;
        rest = after;
        if let Some(names) = rest.strip_prefix("and ") {
            return Some(names);
        }
        if word.ends_with(',') {
            return Some(rest);
        }
    }
    None
}

/// Capitalised words from `start` on, up to a comma, bar or word that ends a byline.
pub(crate) fn names(line: &str, start: usize) -> Option<(usize, usize)> {
    let rest = line.get(start..)?;
    let from = start + (rest.len() - rest.trim_start_matches([' ', '\u{a0}', '*', '_', '[']).len());
    let rest = line.get(from..)?;
    let mut end = 0;
    let mut count = 0;
    for word in rest.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let link = const { List::of("and und et y e de van von der bin al del la da di dos") }.has(bare);
        let name = bare.chars().next().is_some_and(char::is_uppercase) && !bare.chars().any(|c| c.is_ascii_digit());
        if !(link || name) || word.starts_with('(') {
            break;
        }
        end += word.len();
        count += usize::from(name);
        if word.trim_end().ends_with([',', '|', ';', '*'])
            && !rest.get(end..).is_some_and(|r| r.starts_with("and ") || another_name(r))
        {
            break;
        }
    }
    let found = rest
        .get(..end)?
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | ';' | '*' | '_' | ']' | '.'));
    let found = [" and", " de"].into_iter().fold(found, |s, word| s.strip_suffix(word).unwrap_or(s));
    ((1..=12).contains(&count) && !found.is_empty() && (rest.len() - end < 60)).then_some((from, from + found.len()))
}

/// `, Owen Bright and ...`: a list of reporters goes on; a place or paper after the comma does not.
fn another_name(rest: &str) -> bool {
    bytes::has(rest, " and ")
        && rest.split_whitespace().take(2).all(|w| w.chars().next().is_some_and(char::is_uppercase))
}

/// Words that the names of newspapers end in.
pub(super) const PAPERS: List = List::of(
    "herald post times courier tribune gazette journal observer chronicle telegraph news independent standard globe mail zeitung nachrichten \
    tageblatt daily ledger mercury dispatch examiner monitor weekly star sun review express record sentinel register press today",
);

/// Whether a line is the name of a newspaper, as pages have it above everything: `THE TALLIS HERALD`.
pub(crate) fn masthead(text: &str, l: &Line) -> bool {
    if l.words > 5 {
        return false;
    }
    let words = l.span.of(text).split_whitespace();
    let proper = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "and" | "&" | "the");
    (2..=5).contains(&words.clone().count())
        && words.clone().all(proper)
        && words.last().is_some_and(|word| PAPERS.has(&lowered(word)))
}

/// Whether a text is the name of a person, or of several, and nothing else: `Owen Bright and Astrid Lund`.
pub(crate) fn bare_names(text: &str) -> bool {
    let (mut words, mut names, mut all, mut fits) = (0, 0, 0, true);
    for w in text.split_whitespace() {
        all += 1;
        if const { List::of("and und et y e и & en") }.has(w) {
            fits &= words >= 2;
            words = 0;
            continue;
        }
        if words == 0 {
            names += 1;
        }
        let particle = const { List::of("de van von der bin al del la da di dos el") }.has(w);
        let bare = w.trim_end_matches(',');
        fits &= (bare.starts_with(char::is_uppercase) || particle && words > 0)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
            && (words > 0 || characters(bare) > 1);
        words += 1;
        fits &= words <= 4;
        if bare.len() < w.len() {
            fits &= words >= 2;
            words = 0;
        }
    }
    fits && words >= 2 && names <= 4 && (2..=14).contains(&all)
}
