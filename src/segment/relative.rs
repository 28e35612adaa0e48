//! Dates that a page tells by words (`3 hours ago`, `yesterday`), worked out from the day that the paste says it was
//! saved on. Where the paste does not say so, there is no date: the clock is never asked.

use crate::lang::{Flags, Pack, Packs};
use crate::segment::correct::Corrections;
use crate::segment::{Article, Date, Field, Part, Segmentation, Time, date, leads, stamp};
use crate::span::{Span, to_u32};
use crate::text::case::lower;

/// The rule of a date that stands in a line of the head.
const DATED: &str = "line with a date";
/// The rule of a date that was worked out.
const WORKED_OUT: &str = "worked out from the day of saving";
/// The rule of the date that it was worked out from.
const SAVED: &str = "day of saving";

/// Bytes of the longest line that may say when a page was saved or published.
const LINE: usize = 120;
/// More days or hours than a page counts.
const MOST: u32 = 1000;
/// Bytes of the longest phrase of a pack, with some room.
const PHRASE: usize = 48;

/// Whether the date of an article may have to be worked out: a line of its head says when by words, or what was taken
/// for its date is the day of saving.
#[inline(never)]
pub(crate) fn wanted(text: &str, packs: &Packs, out: &Segmentation) -> bool {
    out.articles.iter().any(|a| match &a.date {
        Some(found) => {
            let before = text.get(..found.span.start as usize).unwrap_or("");
            let line = memchr::memrchr2(b'\n', b'\r', before.as_bytes()).map_or(0, |i| i + 1);
            found.rule == DATED && of_saving(before.get(line..).unwrap_or(""), packs, a)
        }
        None => heads(out, a).map(|line| line.of(text)).any(|line| stamp::relative(leads::beginning(line), line)),
    })
}

/// The lines of an article's head.
fn heads<'a>(out: &'a Segmentation, a: &Article) -> impl Iterator<Item = Span> + use<'a> {
    let lines = a.paragraphs.of(&out.paragraphs).iter();
    let head = lines.take_while(|p| p.part != Part::Body);
    head.filter(|p| p.part == Part::Metadata && p.span.len() as usize <= LINE).map(|p| p.span)
}

/// The lists of an article's language, and those of English: a browser writes in the language of whoever saves.
#[inline(never)]
fn lists<'a>(packs: &'a Packs, a: &'a Article) -> [Pack<'a>; 2] {
    [a.language.as_ref().map_or("", |l| &l.value), "en"].map(|name| packs.for_language(name))
}

/// Whether these are words for the day of saving; a day of the week may follow them.
#[inline(never)]
fn of_saving(mut words: &str, packs: &Packs, a: &Article) -> bool {
    if words.len() > PHRASE {
        return false;
    }
    for _ in 0..2 {
        words = words.trim_matches(|c: char| !c.is_alphanumeric());
        if lists(packs, a).iter().any(|pack| pack.lookup_folded(words).1 == "saved") {
            return true;
        }
        words = words.get(..memchr::memrchr(b' ', words.as_bytes()).unwrap_or(0)).unwrap_or("");
    }
    false
}

/// A day that the paste says it was saved on: the line, the day, and the time.
type Saved = (Span, Field<Date>, Option<Time>);

/// The day of saving and its time.
type Day<'a> = (&'a Field<Date>, Option<Time>);

/// Every line that tells when it was saved.
fn saved(text: &str, packs: &Packs, out: &Segmentation) -> Vec<Saved> {
    let pack = packs.undetermined();
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + to_u32(line.len()));
        start = span.end + 1;
        if line.len() > LINE {
            continue;
        }
        let Some(found) = date::find(line, &pack) else { continue };
        let time = date::time(line);
        let end = time.map_or(found.start, |(_, at, _)| at.min(found.start));
        let own = out.articles.iter().rev().find(|a| a.span.start <= span.start).or(out.articles.first());
        if let (Some(value), Some(a), Some(before)) = (found.date(), own, line.get(..end))
            && of_saving(before, packs, a)
        {
            all.push((span, Field { value, span: part(span, found.start, found.end), rule: SAVED }, time.map(|t| t.0)));
        }
    }
    all
}

/// A part of a line, as a span of the paste.
fn part(line: Span, start: usize, end: usize) -> Span {
    Span::new(line.start + to_u32(start), line.start + to_u32(end))
}

/// The one day that all lines within a span tell, with its time where they agree on that, too; and whether there is any
/// such line.
fn agreed(all: &[Saved], within: Span) -> (bool, Option<Day<'_>>) {
    let mut found: Option<Day<'_>> = None;
    for (_, field, time) in all.iter().filter(|(line, ..)| within.contains(*line)) {
        found = match found {
            Some((first, _)) if first.value != field.value => return (true, None),
            Some((first, agreed)) => Some((first, agreed.filter(|_| agreed == *time))),
            None => Some((field, *time)),
        };
    }
    (found.is_some(), found)
}

/// Takes no day of saving for the date of an article, and works out what lines tell by words: from the day that the article
/// itself says it was saved on, else from the only one of the paste. Not where a person said what the date is.
#[inline(never)]
pub(crate) fn work_out(text: &str, packs: &Packs, corrections: &Corrections, out: &mut Segmentation) {
    let all = saved(text, packs, out);
    let within = |s: Span| all.iter().any(|(line, ..)| line.contains(s));
    let everything = Span::new(0, to_u32(text.len()));
    let mut articles = std::mem::take(&mut out.articles);
    for a in articles.iter_mut().filter(|a| !corrections.date(a.span)) {
        if a.time.as_ref().is_some_and(|t| within(t.span)) {
            a.time = None;
        }
        let saving = a.date.as_ref().is_some_and(|d| within(d.span));
        if saving {
            a.date = None;
        }
        let reference = match agreed(&all, a.span) {
            (true, own) => own,
            (false, _) => agreed(&all, everything).1,
        };
        for line in heads(out, a).filter(|line| !within(*line)) {
            if a.date.is_some() {
                break;
            }
            // Another date may stand below the day of saving.
            let found = if saving { date::find(line.of(text), &packs.undetermined()) } else { None };
            if let Some((value, d)) = found.and_then(|d| Some((d.date()?, d))) {
                a.date = Some(Field { value, span: part(line, d.start, d.end), rule: DATED });
            } else if let Some((day, time)) = reference
                && let Some((span, ago)) = phrase(text, line, &lists(packs, a))
                && let Some(value) = ago.before(day.value, time)
            {
                a.date = Some(Field { value, span, rule: WORKED_OUT });
                a.reference = Some(Box::new(day.clone()));
            }
        }
    }
    out.articles = articles;
}

/// How long ago something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ago {
    Days(u32),
    Minutes(u32),
}

impl Ago {
    /// What the value of a list says, of the number in the phrase: `days`, `1 hours`.
    fn new(value: &str, number: Option<u32>) -> Option<Ago> {
        let own = value.chars().next().and_then(|c| c.to_digit(10));
        let n = own.or(number).filter(|n| *n < MOST)?;
        match value.get(if own.is_some() { 2.. } else { 0.. })? {
            "days" => Some(Ago::Days(n)),
            "hours" => Some(Ago::Minutes(n * 60)),
            "minutes" => Some(Ago::Minutes(n)),
            _ => None,
        }
    }

    /// The day that is so long before a day and time. Hours and minutes are counted down to the whole, so that
    /// `3 hours` may be all but four; `None` where it is not certain which day that was.
    fn before(self, day: Date, time: Option<Time>) -> Option<Date> {
        let minutes = match self {
            Ago::Days(n) => return Some(earlier(day, n)),
            Ago::Minutes(0) => return Some(day),
            Ago::Minutes(n) => n,
        };
        let time = time?;
        let now = u32::from(time.hour) * 60 + u32::from(time.minute);
        // Midnights passed on the way back.
        let days = |minutes: u32| minutes.saturating_sub(now).div_ceil(24 * 60);
        let most = minutes + if minutes < 60 { 1 } else { 59 };
        (days(minutes) == days(most)).then(|| earlier(day, days(minutes)))
    }
}

/// A day so many days before another.
fn earlier(mut day: Date, days: u32) -> Date {
    for _ in 0..days {
        if day.day > 1 {
            day.day -= 1;
            continue;
        }
        (day.year, day.month) = if day.month == 1 { (day.year - 1, 12) } else { (day.year, day.month - 1) };
        let leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
        day.day = match day.month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
    }
    day
}

/// The first phrase of a line that tells how long ago something was, by the lists of its language or of English.
fn phrase(text: &str, line: Span, lists: &[Pack<'_>]) -> Option<(Span, Ago)> {
    let own = line.of(text);
    // A place where a word may begin or end; of Chinese every character.
    let spaced = |c: char| c.is_alphanumeric() && u32::from(c) < 0x2e80;
    let bound = |i: &usize| {
        own.split_at_checked(*i).is_some_and(|(before, after)| {
            !(before.chars().next_back().is_some_and(spaced) && after.chars().next().is_some_and(spaced))
        })
    };
    for from in (0..own.len()).filter(bound) {
        // The longest first: a phrase may begin another.
        for to in (from + 1..=own.len().min(from + PHRASE)).rev().filter(bound) {
            let (key, number) = keyed(own.get(from..to)?);
            for pack in lists {
                let (flags, value) = pack.lookup(&key);
                if let (true, Some(ago)) = (flags.any(Flags::RELATIVE), Ago::new(value, number)) {
                    return Some((part(line, from, to), ago));
                }
            }
        }
    }
    None
}

/// A phrase as lists have it, in lower case and with `0` for each number; and the last number.
fn keyed(phrase: &str) -> (String, Option<u32>) {
    let (mut key, mut number) = (String::new(), None);
    for c in phrase.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                if !key.ends_with('0') {
                    key.push('0');
                    number = Some(0);
                }
                number = number.map(|n: u32| (n * 10 + digit).min(MOST));
            }
            None => key.extend(lower(c)),
        }
    }
    (key, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_back() {
        let day = Date { year: 2024, month: 3, day: 2 };
        for (ago, time, expected) in [
            (Ago::Days(0), None, "2024-03-02"),
            (Ago::Days(2), None, "2024-02-29"),
            (Ago::Days(62), None, "2023-12-31"),
            (Ago::Minutes(0), None, "2024-03-02"),
            (Ago::Minutes(180), None, "-"),
            (Ago::Minutes(180), Some("14:30"), "2024-03-02"),
            (Ago::Minutes(180), Some("02:30"), "2024-03-01"),
            // From three to four hours before: before midnight, or after it.
            (Ago::Minutes(180), Some("03:30"), "-"),
            (Ago::Minutes(5), Some("00:02"), "2024-03-01"),
            (Ago::Minutes(30 * 60), Some("08:00"), "2024-03-01"),
        ] {
            let time = time.and_then(Time::from_iso);
            let got = ago.before(day, time).map_or("-".to_string(), |d| d.to_string());
            assert_eq!(got, expected, "{ago:?} before {time:?}");
        }
    }
}
