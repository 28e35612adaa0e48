//! Datelines: `TASHKENT, July 16 (Xinhua) -- `, `OSTRAND (AP) — `, `BEIJING, July 15. /TASS/. `, `新华社北京7月16日电 `.

use crate::lang::{Flags, Pack};
use crate::later;
use crate::segment::date::{self, Found};
use crate::segment::line::{Line, marks};
use crate::text::bytes;
use crate::text::bytes::List;

/// What a paragraph begins with, in bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Where the dateline ends and the text begins.
    pub end: usize,
    pub place: Option<(usize, usize)>,
    pub date: Option<Found>,
    /// The agency's place, and its usual name.
    pub agency: Option<(usize, usize, String)>,
    /// A reporter named in it (`记者李明`).
    pub byline: Option<(usize, usize)>,
}

/// The agency that a text names, by its usual name.
#[inline(never)]
pub(crate) fn agency(text: &str, pack: &Pack<'_>) -> Option<String> {
    let text = text.trim();
    let (flags, value) = pack.lookup_folded(text);
    // `PA` and `dpa` are agencies, `Pa` is not.
    let written = || text.len() > 4 || text == value || !text.bytes().any(|b| b.is_ascii_lowercase());
    (flags.any(Flags::SOURCE) && written()).then(|| value.to_string())
}

/// The agency in brackets or slashes: `Xinhua`, `dpa/tk`, `TASS Correspondent Oleg Marin`.
#[inline(never)]
fn bracketed(inner: &str, pack: &Pack<'_>) -> Option<String> {
    agency(inner, pack).or_else(|| agency(inner.split(['/', ' ']).next().filter(|_| inner.len() <= 40)?, pack))
}

/// The dateline that a paragraph begins with.
pub(crate) fn find(text: &str, l: &Line, pack: &Pack<'_>) -> Option<Parts> {
    let line = l.span.of(text);
    // `新华社瓦罗纳3月5日电`, `【バローナ共同】`, `(바로나=연합뉴스)`
    let mut first = line.chars();
    let wide = |c: Option<char>| c.is_some_and(|c| u32::from(c) >= 0x3000);
    let begins = l.has(marks::WIDE) && (wide(first.next()) || line.starts_with('(') && wide(first.next()));
    let wide = if begins && later::here() { chinese(line, pack) } else { None };
    wide.or_else(|| latin(line, l, pack))
}

/// How far into a paragraph a dateline may reach, in bytes.
const REACH: usize = 140;

fn latin(text: &str, l: &Line, pack: &Pack<'_>) -> Option<Parts> {
    if text.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
        return None;
    }
    let mut limit = text.len().min(REACH);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = text.get(..limit)?;
    // The agency in brackets or slashes, then what parts it from the text.
    let pairs = [('(', ')'), ('/', '/'), ('[', ']')].into_iter().filter(|_| l.has(marks::BRACKET));
    let closing = pairs.filter_map(|(open, close)| {
        // `Seville (Spain) (AFP)`
        let mut opened = head.match_indices(open).take(2);
        opened.find_map(|(from, _)| {
            let to = from + 1 + head.get(from + 1..)?.find(close)?;
            Some((from, to + 1, bracketed(head.get(from + 1..to)?, pack)?))
        })
    });
    let closing = closing.min_by_key(|(from, _, _)| *from);
    let half = || l.has(marks::DASH) && l.has(marks::PART) && head.contains('(') != head.contains(')');
    let closing = closing.or_else(|| if half() { half_bracketed(head, pack) } else { None });
    if let Some((from, to, name)) = closing {
        let before = head.get(..from)?.trim_end();
        let parted = separator(text, to);
        if before.is_empty() {
            let inner = (from + 1, to - 1, name);
            return agency_first(text, head, inner, to, pack);
        }
        let (place, date) = match place_and_date(before, parted.is_some(), pack) {
            Some((place, date)) => (Some(place), date),
            // `March 5 (UPI) -- `
            None => (None, Some(date::find(before, pack).filter(|d| d.end - d.start == before.len())?)),
        };
        let end = parted.unwrap_or_else(|| {
            to + (text.get(to..).map_or(0, |r| r.len() - r.trim_start_matches(['.', ' ', '\u{a0}', ':']).len()))
        });
        let inner = (from + 1).min(to)..to.saturating_sub(1).max(from + 1);
        return Some(Parts { end, place, date, agency: Some((inner.start, inner.end, name)), byline: None });
    }
    // Most paragraphs begin with a word that is not in capitals.
    if head.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) || !l.has(marks::DASH | marks::WIDE) {
        return None;
    }
    // No agency: capitals, then a dash with blanks or two hyphens: `TASHKENT — `, `BEIJING, March 1 -- `.
    if !head.split([' ', ',', '.', '/']).next().is_some_and(capitals) {
        return None;
    }
    for mark in [" -- ", " — ", " – ", " --", "— ", " - ", " _ "] {
        let Some(at) = bytes::find(head, mark) else { continue };
        let before = head.get(..at)?;
        let (place, date) = match place_and_date(before, false, pack) {
            Some(found) if capitals(before.get(found.0.0..found.0.1)?) => found,
            _ => continue,
        };
        // `AFP - Journal Internet`
        if agency(before, pack).is_some() {
            return None;
        }
        let end = separator(text, at)?;
        if let Some((end, agency)) = after_dash(text, end, pack) {
            return Some(Parts { end, place: Some(place), date, agency: Some(agency), byline: None });
        }
        return Some(Parts {
            end,
            place: Some(place),
            date,
            agency: if before.trim_end().ends_with(')') { unlisted(before) } else { after_comma(before, pack) },
            byline: None,
        });
    }
    None
}

/// An agency of whose brackets one was lost: `VARRONA, March 5 Xinhua) -- `, `OSTRAND (AP -- `.
#[inline(never)]
fn half_bracketed(head: &str, pack: &Pack<'_>) -> Option<(usize, usize, String)> {
    let (from, to, end) = match (head.find('('), head.find(')')) {
        (None, Some(close)) => (head.get(..close)?.rfind(' ')? + 1, close, close + 1),
        (Some(open), None) => {
            let to = open + bytes::find(head.get(open..)?, " -")?;
            (open + 1, to, to)
        }
        _ => return None,
    };
    let name = agency(head.get(from..to)?, pack)?;
    separator(head, end)?;
    Some((from, end, name))
}

/// `(ANSA) - IDU, MAR 7 - `: the agency, then place and date; `(Bloomberg) -- ` alone.
#[inline(never)]
fn agency_first(
    text: &str,
    head: &str,
    agency: (usize, usize, String),
    after: usize,
    pack: &Pack<'_>,
) -> Option<Parts> {
    let from = separator(text, after)?;
    let rest = head.get(from..)?;
    let dash = [" - ", " – ", " — ", " -- "].into_iter().filter_map(|mark| bytes::find(rest, mark)).min();
    let told = dash.and_then(|dash| {
        let ((start, stop), date) = place_and_date(rest.get(..dash)?, false, pack)?;
        let place = (from + start, from + stop);
        let date = date.map(|d| Found { start: d.start + from, end: d.end + from, ..d });
        capitals(text.get(place.0..place.1)?).then_some((separator(text, from + dash)?, place, date))
    });
    let (end, place, date) = told.map_or((from, None, None), |(end, place, date)| (end, Some(place), date));
    Some(Parts { end, place, date, agency: Some(agency), byline: None })
}

/// The agency that stands between the dash and the text: `ВАРРОНА, 5 мар - РИА Новости. Порт`.
fn after_dash(text: &str, at: usize, pack: &Pack<'_>) -> Option<(usize, (usize, usize, String))> {
    let rest = text.get(at..)?;
    let stop = rest.find(['.', ',']).filter(|stop| *stop <= 48)?;
    let name = agency(rest.get(..stop)?, pack)?;
    let text_from = rest.get(stop + 1..)?;
    Some((text.len() - text_from.trim_start().len(), (at, at + stop, name)))
}

/// An agency without brackets before the dash: `KESH, March 5, Kyodo - `.
fn after_comma(before: &str, pack: &Pack<'_>) -> Option<(usize, usize, String)> {
    let from = bytes::last(before, ", ")? + 2;
    Some((from, before.len(), agency(before.get(from..)?, pack)?))
}

/// An agency in brackets that no list has, right before the dash: `KESH, March 5 (Merovian News Agency) -- `.
#[inline(never)]
fn unlisted(before: &str) -> Option<(usize, usize, String)> {
    let inside = before.trim_end().strip_suffix(')')?;
    let from = inside.rfind('(')? + 1;
    let name = inside.get(from..)?;
    let proper = |word: &str| word.starts_with(char::is_uppercase) || const { List::of("of the de and") }.has(word);
    let fits = name.split(' ').all(proper) && (2..=40).contains(&name.len()) && name.split(' ').count() <= 5;
    fits.then(|| (from, inside.len(), name.to_string()))
}

/// The end of the dash or colon that follows, blanks included.
#[inline(never)]
fn separator(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let marks = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    let after = marks.trim_start_matches(['-', '—', '–', '_', ':', '−']);
    if after.len() == marks.len() {
        return None;
    }
    Some(text.len() - after.trim_start().len())
}

pub(crate) fn capitals(place: &str) -> bool {
    place.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !place.chars().any(char::is_lowercase)
}

/// A place of one to five words, then perhaps a region, then perhaps a date; `certain` where an agency and a dash follow.
#[inline(never)]
fn place_and_date(before: &str, certain: bool, pack: &Pack<'_>) -> Option<((usize, usize), Option<Found>)> {
    if before.is_empty() || before.len() > 90 || before.contains(['"', '“', '!', '?', ';']) {
        return None;
    }
    let date = date::find(before, pack);
    let place = before.get(..date.map_or(before.len(), |d| d.start))?;
    let first = place.trim_start_matches(['(', '[', ' ', '*', '_']);
    // `Redacción Kesh`
    let first = first.strip_prefix("Redacción ").unwrap_or(first);
    let start = place.len() - first.len();
    // `ISLAMABAD, Pakistan`: the place is what stands before the comma.
    let name = first
        .split([',', '(', '،'])
        .next()?
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | '—' | '*' | '_'));
    let name = name.strip_suffix(" في").unwrap_or(name);
    let words = name.split_whitespace().count();
    let named = name.split_whitespace().all(|w| {
        let c = w.chars().find(|c| c.is_alphanumeric());
        // Letters that have no capitals, from Hebrew to those of India, where there is more of a dateline.
        c.is_some_and(|c| c.is_uppercase() || (certain || date.is_some()) && matches!(u32::from(c), 0x590..=0xdff))
            || const { List::of("de do del la am of e") }.has(w)
    });
    if words == 0 || words > 4 || !named || name.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(((start, start + name.len()), date))
}

/// `新华社瓦罗纳3月5日电（记者 李明 王芳）`, `新华社北京7月16日电 `, `中新社北京3月5日电`.
#[inline(never)]
fn chinese(text: &str, pack: &Pack<'_>) -> Option<Parts> {
    if let Some(parts) = reported(text, pack) {
        return Some(parts);
    }
    let head: String = text.chars().take(60).collect();
    let stop = ["电", "電", "讯", "訊"].into_iter().filter_map(|m| Some((bytes::find(&head, m)?, m.len()))).min()?;
    let before = head.get(..stop.0)?;
    let date = date::find(before, pack)?;
    if before.get(date.end..)?.chars().any(|c| !c.is_whitespace()) {
        return None;
    }
    let name = before.get(..date.start)?;
    let mut ends: Vec<usize> = name.char_indices().skip(2).map(|(i, _)| i).collect();
    ends.push(name.len());
    let split = ends.into_iter().rev().find_map(|i| {
        let agency = agency(name.get(..i)?, pack)?;
        Some((i, agency))
    });
    // `本报瓦罗纳3月5日电`: the paper itself.
    let own = ["本报", "本報", "本台"].iter().find(|own| name.starts_with(**own)).map(|own| own.len());
    let (from, agency) = split.map_or((own, None), |(i, a)| (Some(i), Some((0, i, a))));
    let from = from?;
    let mut end = stop.0 + stop.1;
    let mut byline = None;
    end += text.get(end..).map_or(0, |after| after.len() - after.trim_start_matches(' ').len());
    let after = text.get(end..)?;
    if let Some(open) = after.chars().next().filter(|c| matches!(c, '（' | '('))
        && let Some(close) = after.find(['）', ')'])
    {
        let inner = after.get(open.len_utf8()..close)?;
        let person = unsaid(inner).trim_start_matches([' ', '：', ':', '\u{3000}']);
        let begin = end + open.len_utf8() + (inner.len() - person.len());
        byline = Some((begin, begin + person.len()));
        end += close + after.get(close..)?.chars().next().map_or(1, char::len_utf8);
    }
    let rest = text.get(end..)?;
    end += rest.len() - rest.trim_start_matches([' ', '\u{3000}', '：', ':', '-', '—']).len();
    let place = (from < date.start).then_some((from, date.start));
    Some(Parts { end, place, date: Some(date), agency, byline })
}

/// `国际在线消息（记者赵颖）：`, `参考消息网7月17日报道 `, `【バローナ共同】`, `（時事）`: agency, perhaps a date, no place
/// but in Japanese.
fn reported(text: &str, pack: &Pack<'_>) -> Option<Parts> {
    let korean = text.starts_with('(') && text.chars().take(24).any(|c| c == '=');
    if let Some(inner) = text.strip_prefix(['【', '（']).or_else(|| text.strip_prefix('(').filter(|_| korean)) {
        let open = text.len() - inner.len();
        let (inner, rest) = inner.split_once(['】', '）', ')'])?;
        let mut end = text.len() - rest.trim_start().len();
        // `（中央社記者李明瓦羅納5日電）`: where the name ends and the place begins cannot be told.
        let agency_of = |i: usize| Some((i, agency(inner.get(..i)?, pack)?));
        let named = ["記者", "记者"].iter().find_map(|word| agency_of(bytes::find(inner, word)?));
        if let Some((to, name)) = named {
            return Some(Parts { end, place: None, date: None, agency: Some((open, open + to, name)), byline: None });
        }
        // The agency is what the brackets end with; the place stands before it.
        let mut places = inner.char_indices().map(|(i, _)| i);
        let Some(from) = places.find(|i| inner.get(*i..).is_some_and(|n| agency(n, pack).is_some())) else {
            // `【バローナ＝山田太郎】`
            let (place, person) = inner.split_once('＝')?;
            let (place, to) = (Some((open, open + place.len())), open + inner.len());
            return Some(Parts { end, place, date: None, agency: None, byline: Some((to - person.len(), to)) });
        };
        let name = agency(inner.get(from..)?, pack)?;
        let place = inner.get(..from)?.trim_end_matches(['＝', '=', ' ', '・']);
        let place = (!place.is_empty()).then_some((open, open + place.len()));
        // `(바로나=연합뉴스) 김민서 특파원 = 바로나항이`
        let mut byline = None;
        if let Some((person, after)) = bytes::parted(rest.trim_start(), " = ").filter(|(person, _)| person.len() < 60) {
            let name = person.split(' ').next().unwrap_or(person);
            byline = Some((end, end + name.len()));
            end = text.len() - after.len();
        }
        return Some(Parts { end, place, date: None, agency: Some((open + from, open + inner.len(), name)), byline });
    }
    let ends = text.char_indices().skip(2).take(9).map(|(i, _)| i);
    let (from, name) = ends.filter_map(|i| Some((i, agency(text.get(..i)?, pack)?))).last()?;
    let mut rest = text.get(from..)?;
    let date = date::find(rest.get(..rest.floor_char_boundary(36))?, pack).filter(|d| d.start == 0);
    rest = rest.get(date.map_or(0, |d| d.end)..)?;
    rest = rest.trim_start_matches(['号', '日']);
    rest = ["消息", "报道", "報道", "讯", "訊"].into_iter().find_map(|word| rest.strip_prefix(word))?;
    let mut byline = None;
    if let Some(inner) = rest.strip_prefix(['（', '(']) {
        let (inner, after) = inner.split_once(['）', ')'])?;
        let person = unsaid(inner).trim_start();
        let start = person.as_ptr() as usize - text.as_ptr() as usize;
        byline = Some((start, start + person.len()));
        rest = after;
    }
    let after = rest.trim_start_matches([' ', '\u{3000}', '：', ':', '，']);
    let date = date.map(|d| Found { start: d.start + from, end: d.end + from, ..d });
    (after.len() < rest.len()).then_some(Parts {
        end: text.len() - after.len(),
        place: None,
        date,
        agency: Some((0, from, name)),
        byline,
    })
}

/// A name without the word for a reporter before it.
fn unsaid(name: &str) -> &str {
    name.strip_prefix("记者").or(name.strip_prefix("記者")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::pack::undetermined;

    #[test]
    fn datelines_of_the_agencies() {
        for (text, expected) in [
            ("TASHKENT, July 16 (Xinhua) -- China and", "TASHKENT|7-16|Xinhua|China and"),
            ("OSTRAND (AP) — Helion", "OSTRAND||AP|Helion"),
            ("VARRONA, March 5 (Reuters) - The port", "VARRONA|3-5|Reuters|The port"),
            ("Ostrand, Jan 22, 2025 (AFP) - Helion", "Ostrand|1-22|AFP|Helion"),
            ("BEIJING, July 15. /TASS/. The", "BEIJING|7-15|TASS|The"),
            ("ВАРРОНА, 5 марта. /ТАСС/. Порт", "ВАРРОНА|3-5|ТАСС|Порт"),
            ("KESH, Jan. 14 (Merovian News Agency) -- A", "KESH|1-14|Merovian News Agency|A"),
            ("KESH, Jan. 14 (by phone) -- A", "KESH|1-14||A"),
            ("ISLAMABAD, Pakistan (AP) - A", "ISLAMABAD||AP|A"),
            ("TASHKENT — China", "TASHKENT|||China"),
            ("新华社瓦罗纳3月5日电（记者 李明 王芳）新一轮", "瓦罗纳|3-5|新华社|新一轮"),
            ("(ANSA) - IDU, MAR 7 - The bridge", "IDU|3-7|ANSA|The bridge"),
            ("KESH, July 16. /TASS Correspondent Oleg Marin/. The", "KESH|7-16|TASS|The"),
            ("Kesh (dpa/tk) - Der Minister", "Kesh||dpa|Der Minister"),
            ("ВАРРОНА, 5 мар - РИА Новости. Порт", "ВАРРОНА|3-5|РИА Новости|Порт"),
            ("Redacción Kesh, 6 mar (EFE).- El", "Kesh|3-6|EFE|El"),
            ("国际在线消息（记者赵颖）：瓦罗纳", "||国际在线|瓦罗纳"),
            ("参考消息网2025-07-17号报道 据外媒", "|7-17|参考消息网|据外媒"),
            ("【バローナ共同】バローナ港", "バローナ||共同|バローナ港"),
            ("(Bloomberg) -- Helion - a company - fell", "||Bloomberg|Helion - a company - fell"),
            ("March 5 (UPI) -- The port", "|3-5|UPI|The port"),
            ("नई दिल्ली, 5 मार्च (भाषा) बंदरगाह", "नई दिल्ली|3-5|भाषा|बंदरगाह"),
            ("دبي 5 مارس آذار (رويترز) - أعيد", "دبي|3-5|رويترز|أعيد"),
            ("وقال منصور (رويترز) أمس", "none"),
            ("Shares of the company (NYSE) fell - again", "none"),
            ("He left - she stayed (Reuters) at home", "none"),
            ("The U.S. said - no", "none"),
        ] {
            let line = crate::segment::line::lines(text).0.remove(0);
            let got = find(text, &line, &undetermined()).map_or("none".into(), |p| {
                let part = |s: Option<(usize, usize)>| s.map_or("", |(a, b)| text.get(a..b).unwrap()).to_string();
                let date = p.date.map_or(String::new(), |d| format!("{}-{}", d.month, d.day));
                let agency = p.agency.clone().map_or(String::new(), |a| a.2);
                format!("{}|{date}|{agency}|{}", part(p.place), text.get(p.end..).unwrap())
            });
            assert_eq!(got, expected);
        }
    }
}
