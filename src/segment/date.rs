//! Dates and times as the news writes them. Nothing is guessed: `05/03/2024` is no date, since it has two readings.

use crate::lang::{Flags, Pack};
use crate::later;
use crate::segment::{Date, Time};
use crate::text::bytes::characters;
use crate::text::case::lower;

/// A date in a line: where it stands (bytes of the line), and its parts; no year where none is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub start: usize,
    pub end: usize,
    pub year: Option<i16>,
    pub month: u8,
    pub day: u8,
}

impl Found {
    pub(crate) fn date(self) -> Option<Date> {
        Some(Date { year: self.year?, month: self.month, day: self.day })
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Number(u32),
    Word,
}

#[derive(Clone, Copy, Debug)]
struct Piece<'a> {
    kind: Kind,
    text: &'a str,
    start: usize,
    end: usize,
}

/// Longest line that is searched for a date.
const LONGEST: usize = 400;

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::with_capacity(16);
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at).filter(|_| at < LONGEST) {
        let start = at;
        if first.is_ascii() {
            let digit = first.is_ascii_digit();
            at += 1;
            if !first.is_ascii_alphanumeric() {
                continue;
            }
            while bytes.get(at).is_some_and(|b| if digit { b.is_ascii_digit() } else { b.is_ascii_alphabetic() }) {
                at += 1;
            }
            if digit {
                let text = line.get(start..at).unwrap_or("");
                let number = if text.len() <= 4 { text.parse().ok() } else { None };
                out.push(Piece { kind: number.map_or(Kind::Word, Kind::Number), text, start, end: at });
                continue;
            }
        }
        // A word, in whatever letters; of Chinese and the like every character.
        let mut rest = line.get(start..).unwrap_or("").chars();
        let Some(c) = rest.next() else { break };
        at = at.max(start + c.len_utf8());
        if c.is_alphanumeric() {
            if bytes.get(at).is_some_and(|b| !b.is_ascii()) || !c.is_ascii() {
                let more = line.get(at..).unwrap_or("");
                // Marks of Hindi that are no letters stand inside words.
                let word = |n: char| n.is_alphabetic() || matches!(n, '\u{93c}' | '\u{94d}');
                let end = more.find(|n: char| !word(n) || cjk(c) || cjk(n));
                at += end.unwrap_or(more.len());
            }
            out.push(Piece { kind: Kind::Word, text: line.get(start..at).unwrap_or(""), start, end: at });
        }
    }
    out
}

fn cjk(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af)
}

fn day(n: u32) -> Option<u8> {
    u8::try_from(n).ok().filter(|d| (1..=31).contains(d))
}

/// Whether what stands between two pieces is one of these, whatever blank is in it.
fn between(gap: Option<&str>, these: &[&str]) -> bool {
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    gap.is_some_and(|gap| these.iter().any(|own| gap == *own || gap.chars().map(plain).eq(own.chars())))
}

/// The number of the month that a piece names.
fn named(piece: &Piece<'_>, pack: &Pack<'_>) -> Option<u8> {
    if piece.kind != Kind::Word {
        return None;
    }
    let (flags, value) = pack.lookup_folded(piece.text);
    if flags.any(Flags::MONTH) { value.parse().ok() } else { None }
}

fn month(n: u32) -> Option<u8> {
    u8::try_from(n).ok().filter(|m| (1..=12).contains(m))
}

/// Years from the death of the Buddha to the common era, as Thailand counts.
const BUDDHIST: u32 = 543;

fn year(piece: Option<&Piece<'_>>) -> Option<i16> {
    match piece {
        Some(Piece { kind: Kind::Number(n), .. }) if (1600..=2199).contains(n) => i16::try_from(*n).ok(),
        Some(Piece { kind: Kind::Number(n), .. }) if (2400..=2699).contains(n) => i16::try_from(*n - BUDDHIST).ok(),
        _ => None,
    }
}

/// The first date of a line.
pub(crate) fn find(line: &str, pack: &Pack<'_>) -> Option<Found> {
    let pieces = pieces(line);
    let gap = |a: &Piece<'_>, b: &Piece<'_>| line.get(a.end..b.start).unwrap_or("");
    for (i, p) in pieces.iter().enumerate() {
        let rest = pieces.get(i..).unwrap_or(&[]);
        if p.kind == Kind::Word && rest.get(1).is_none_or(|next| next.kind == Kind::Word) {
            continue;
        }
        let found = match rest {
            // 2021-07-16, 2021/07/16, 2021.07.16
            [y, m, d, ..]
                if year(Some(y)).is_some()
                    && matches!(gap(y, m), "-" | "/" | "." | "–" | "\n")
                    && (gap(y, m) == gap(m, d) || gap(y, m) == "\n" && gap(m, d) == "/") =>
            {
                numbers(y, m, d)
            }
            // 2021. július 16., as Hungarian has it
            [y, m, d, ..]
                if gap(y, m) == ". "
                    && gap(m, d) == " "
                    && m.text.starts_with(char::is_lowercase)
                    && year(Some(y)).is_some() =>
            {
                let month = named(m, pack).map(u32::from);
                month.and_then(|n| numbers(y, &Piece { kind: Kind::Number(n), ..*m }, d))
            }
            [_, n, ..] if matches!(n.text, "年" | "년" | "月") => {
                if later::here() {
                    eastern(rest)
                } else {
                    None
                }
            }
            // 16.07.2021; 16/07/2021 only where the first cannot be a month
            [d, m, y, ..]
                if m.kind != Kind::Word
                    && year(Some(y)).is_some()
                    && gap(d, m) == gap(m, y)
                    && matches!(gap(d, m), "." | "/" | "-") =>
            {
                let dotted = gap(d, m) == ".";
                let certain = matches!(d.kind, Kind::Number(n) if n > 12) || d.text == m.text;
                let other = matches!(m.kind, Kind::Number(n) if n > 12);
                if dotted || certain {
                    numbers(y, m, d).map(|f| Found { start: d.start, end: y.end, ..f })
                } else if other {
                    numbers(y, d, m).map(|f| Found { start: d.start, end: y.end, ..f })
                } else {
                    None
                }
            }
            [m, d, ..] if matches!((m.kind, d.kind), (Kind::Word, Kind::Number(_))) => month_day(line, rest, pack),
            [d, ..] if matches!(d.kind, Kind::Number(_)) => day_month(line, rest, pack),
            _ => None,
        };
        if let Some(found) = found {
            // `1,200 March` is no date, nor is the end of a longer number.
            let before = line.get(..p.start).unwrap_or("");
            let glued = before.ends_with(['.', ',', ':', '-', '/', '$', '€', '£'])
                && before
                    .trim_end_matches(['.', ',', ':', '-', '/', '$', '€', '£'])
                    .ends_with(|c: char| c.is_ascii_digit());
            if !glued {
                return Some(found);
            }
        }
    }
    None
}

/// `2024年03月05日`, and with blanks; without a year `3月5日`; `2024년 3월 5일`.
#[inline(never)]
fn eastern(rest: &[Piece<'_>]) -> Option<Found> {
    match rest {
        [y, n, m, u, d, v, ..]
            if matches!((n.text, u.text, v.text), ("年", "月", "日" | "号") | ("년", "월", "일")) =>
        {
            numbers(y, m, d).map(|f| Found { end: v.end, ..f })
        }
        [m, u, d, v, ..] if u.text == "月" && v.text == "日" => {
            match (m.kind, d.kind) {
                (Kind::Number(month_n), Kind::Number(day_n)) => month(month_n)
                    .zip(day(day_n))
                    .map(|(month, day)| Found { start: m.start, end: v.end, year: None, month, day }),
                _ => None,
            }
        }
        _ => None,
    }
}

fn numbers(y: &Piece<'_>, m: &Piece<'_>, d: &Piece<'_>) -> Option<Found> {
    match (m.kind, d.kind) {
        (Kind::Number(mm), Kind::Number(dd)) => {
            Some(Found { start: y.start, end: d.end, year: Some(year(Some(y))?), month: month(mm)?, day: day(dd)? })
        }
        _ => None,
    }
}

/// `July 16, 2021`, `Sept. 5 2020`, `July 16`.
fn month_day(line: &str, rest: &[Piece<'_>], pack: &Pack<'_>) -> Option<Found> {
    let (m, d) = (rest.first()?, rest.get(1)?);
    let Kind::Number(n) = d.kind else { return None };
    if !between(line.get(m.end..d.start), &[" ", ". ", ".", "  "]) {
        return None;
    }
    let (day, month) = (day(n)?, named(m, pack)?);
    let mut next = rest.get(2);
    let mut end = d.end;
    if let Some(p) = next.filter(|p| matches!(p.text, "st" | "nd" | "rd" | "th") && p.start == d.end) {
        end = p.end;
        next = rest.get(3);
    }
    let year = next.filter(|p| between(line.get(end..p.start), &[", ", ",", " ", ",  "])).and_then(|p| {
        let y = year(Some(p))?;
        end = p.end;
        Some(y)
    });
    // `May 5 people died`: without a year the number must end there.
    Some(Found { start: m.start, end, year, month, day })
}

/// `16 July 2021`, `16. Juli 2021`, `5 марта 2024`, `5 de marzo de 2024`, `1er novembre 2012`.
fn day_month(line: &str, rest: &[Piece<'_>], pack: &Pack<'_>) -> Option<Found> {
    let d = rest.first()?;
    let Kind::Number(n) = d.kind else { return None };
    let day = day(n)?;
    let mut at = 1;
    let ordinal = |p: &Piece<'_>| matches!(p.text, "er" | "st" | "nd" | "rd" | "th" | "º" | "ª");
    if rest.get(at).is_some_and(|p| ordinal(p) && p.start == d.end) {
        at += 1;
    }
    let of = |p: &Piece<'_>| matches!(p.text, "de" | "of" | "di");
    if rest.get(at).is_some_and(of) {
        at += 1;
    }
    let m = rest.get(at)?;
    if !between(line.get(rest.get(at - 1)?.end..m.start), &[" ", ". ", ".", "-", "º "]) {
        return None;
    }
    // `ม.ค.`: a month of two letters, each with its full stop.
    let two = rest.get(at + 1).filter(|n| n.start == m.end + 1 && m.start + 3 == m.end);
    let two = two.and_then(|n| named(&Piece { text: line.get(m.start..n.end)?, ..*n }, pack));
    let month = two.or_else(|| named(m, pack))?;
    at += 1 + usize::from(two.is_some());
    // `5 مارس/آذار 2024`: the month by both its names.
    let month_end = rest.get(at).filter(|other| named(other, pack) == Some(month)).map(|other| other.end);
    at += usize::from(month_end.is_some());
    // `พ.ศ. 2567`: of the Buddhist era.
    if rest.get(at).is_some_and(|p| p.text == "พ") {
        at += 2;
    }
    if rest.get(at).is_some_and(|p| of(p) || p.text == "del") {
        at += 1;
    }
    let mut end = month_end.unwrap_or(m.end);
    let year = rest
        .get(at)
        .filter(|p| line.get(end..p.start).is_some_and(|g| characters(g) <= 8 && !g.contains(';')))
        .and_then(|p| {
            let y = year(Some(p))?;
            end = p.end;
            Some(y)
        });
    Some(Found { start: d.start, end, year, month, day })
}

/// The first time of a line (24 hours): `14:19`, `9:50 AM`, `7.30 p.m.`, `16h40`, `16時40分`; its place.
pub(crate) fn time(line: &str) -> Option<(Time, usize, usize)> {
    let bytes = line.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while at < bytes.len().min(LONGEST) {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) {
            at += 1;
        }
        let hours = at - start;
        // Most numbers are no hours.
        if hours > 2 || !matches!(bytes.get(at), Some(b':' | b'.' | b'h' | b'H' | 128..)) {
            continue;
        }
        let rest = line.get(at..).unwrap_or("");
        let marks = ["時", "时", "點", "点", "시 ", "시"];
        let wide = rest.as_bytes().first().is_some_and(|b| !b.is_ascii());
        let mark = marks.iter().find(|m| wide && rest.starts_with(**m)).map_or(1, |m| m.len());
        let from = at + mark;
        let dotted = bytes.get(at) == Some(&b'.');
        if !(mark > 1 || dotted || matches!(bytes.get(at), Some(b':' | b'h' | b'H')))
            || !(digit(from) && digit(from + 1))
            || digit(from + 2)
        {
            continue;
        }
        let glued = start > 0 && matches!(bytes.get(start - 1), Some(b':' | b'-' | b'/' | b'.' | b',' | b'$' | b'+'));
        let hour: u8 = line.get(start..at)?.parse().ok()?;
        let minute: u8 = line.get(from..from + 2)?.parse().ok()?;
        let mut end = from + 2;
        if bytes.get(end) == Some(&b':') && digit(end + 1) && digit(end + 2) {
            end += 3;
        }
        let tail = line.get(end..).unwrap_or("").trim_start();
        let half: String = tail.chars().take(4).filter(|c| c.is_alphabetic()).flat_map(lower).collect();
        // `10.05` is a time where something says so.
        const ZONES: &str = "am pm gmt utc bst cet cest est edt ist msk uhr hrs";
        if dotted && !ZONES.split(' ').any(|zone| half.starts_with(zone)) {
            continue;
        }
        at = end;
        let before = line.get(..start).unwrap_or("").trim_end();
        let late = matches!(half.get(..2), Some("pm" | "م"))
            || ["下午", "晚上", "午後", "오후"].iter().any(|half| before.ends_with(half));
        let hour = match half.get(..2) {
            _ if late && hour < 12 => hour + 12,
            Some("am") if hour == 12 => 0,
            _ => hour,
        };
        if hour < 24 && minute < 60 && !glued {
            return Some((Time { hour, minute }, start, end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::pack::undetermined;

    #[test]
    fn dates_as_the_news_writes_them() {
        for (line, expected) in [
            ("date 2021-07-16 Chinese FM", "2021-7-16"),
            ("Xinhua) 14:19, July 16, 2021", "2021-7-16"),
            ("TASHKENT, July 16 (Xinhua)", "-7-16"),
            ("Sept. 5, 2020", "2020-9-5"),
            ("January 11, 2010 Monday", "2010-1-11"),
            ("5 марта 2024, 12:03", "2024-3-5"),
            ("2024年03月05日 16:40 来源", "2024-3-5"),
            ("7. März 2022", "2022-3-7"),
            ("Madrid, 5 de marzo de 2024", "2024-3-5"),
            ("1er novembre 2012. -", "2012-11-1"),
            ("2021. július 16.", "2021-7-16"),
            ("It was in 2021. July 16 was a Friday", "-7-16"),
            ("16.07.2021", "2021-7-16"),
            ("16/07/2021", "2021-7-16"),
            ("07/16/2021", "2021-7-16"),
            ("05/03/2021", "none"),
            ("it lost $1,200 in the May quarter", "none"),
            ("BEIRUT, March 14 2013", "2013-3-14"),
        ] {
            let found = find(line, &undetermined()).map_or("none".into(), |f| {
                format!("{}-{}-{}", f.year.map_or(String::new(), |y| y.to_string()), f.month, f.day)
            });
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn times_as_the_news_writes_them() {
        for (line, expected) in [
            ("14:19, July 16", "14:19"),
            ("9:50 AM", "09:50"),
            ("11:21 PM GMT", "23:21"),
            ("12:05 a.m.", "00:05"),
            ("16h40", "16:40"),
            ("Tue 5 Mar 2024 10.05 GMT", "10:05"),
            ("7.30 p.m.", "19:30"),
            ("2024年3月5日 16時40分", "16:40"),
            ("10.05 percent", "none"),
            ("score 3-1", "none"),
            ("25:10", "none"),
        ] {
            assert_eq!(time(line).map_or("none".into(), |(t, _, _)| t.to_string()), expected, "{line}");
        }
    }
}
