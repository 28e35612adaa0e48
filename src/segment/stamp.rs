//! Lines about an article: a date or a time with little else, an agency, a source.

use crate::lang::Pack;
use crate::later;
use crate::segment::byline::{PAPERS, bare_names, names};
use crate::segment::date;
use crate::segment::dateline::agency;
use crate::segment::leads::Leads;
use crate::segment::line::{Line, cjk, marks};
use crate::text::bytes;
use crate::text::bytes::List;
use crate::text::bytes::characters;
use crate::text::case::lowered;

/// What a line of metadata holds, all places in bytes of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stamp {
    pub date: Option<date::Found>,
    pub time: Option<(crate::segment::Time, usize, usize)>,
    pub source: Option<(usize, usize, String)>,
    pub byline: Option<(usize, usize)>,
}

/// The longest date and time with what stands around them, in bytes: a longer line has to say more.
const STAMP: usize = 80;
/// The longest name of a source, in bytes.
const SOURCE: usize = 48;

/// A line that is about the article: a date or time with little else, an agency, a source.
#[inline(never)]
pub(crate) fn stamp(text: &str, l: &Line, pack: &Pack<'_>) -> Option<Stamp> {
    let digits = l.has(marks::DIGIT);
    // Without a number only a source, a byline or words such as `an hour ago` can make it one.
    if l.width > 120 || l.span.len() > 360 || !digits && l.words >= 8 {
        return None;
    }
    let line = l.span.of(text);
    let mut out = Stamp::default();
    // `来源：新华网`, `Source: Reuters`
    let mut told = false;
    if l.has(marks::COLON | marks::WIDE) {
        out.source = source(line, pack);
        // `来源：参考消息网 责任编辑：张华`
        told = out.source.as_ref().is_some_and(|(from, ..)| *from < 20);
    }
    let bare =
        line.trim_matches(|c: char| matches!(c, '(' | ')' | '*' | '_' | ' ' | '.' | '[' | ']' | '—' | '–' | '-'));
    // Blanks stand where tags were.
    let blanks = if l.has(marks::PART) { bytes::doubled(line, b' ') } else { 0 };
    if out.source.is_none() {
        let mut seen = 0;
        // The whole line, its first part, or its last; most lines are of one part.
        for which in 0..if l.has(marks::PART | marks::WIDE | marks::DASH) { 5 } else { 1 } {
            let part = match which {
                0 => bare,
                1 => bare.find([',', '|', ')', '·']).and_then(|at| bare.get(..at)).unwrap_or(bare),
                2 => bare
                    .char_indices()
                    .rfind(|(_, c)| matches!(c, '|' | '·' | '('))
                    .and_then(|(at, c)| bare.get(at + c.len_utf8()..))
                    .unwrap_or(bare),
                // `Varrona - Reuters`
                3 if l.has(marks::DASH) => {
                    bytes::parted(bare, " - ").filter(|(place, _)| !place.contains(' ')).map_or("", |(_, name)| name)
                }
                4 if blanks > 0 => bytes::last(bare, "  ").and_then(|i| bare.get(i + 2..)).unwrap_or(bare),
                _ => continue,
            };
            let part = part.trim();
            if part.len() == seen || part.len() > SOURCE {
                continue;
            }
            seen = part.len();
            if let Some(name) = agency(part, pack)
                && let Some(at) = bytes::find(line, part)
            {
                out.source = Some((at, at + part.len(), name));
                break;
            }
        }
    }
    if let Some(at) = by(line) {
        out.byline = names(line, at + 3);
    }
    let used = out.source.as_ref().map_or(0, |(a, b, _)| b - a) + out.byline.map_or(0, |(a, b)| b - a);
    let published = relative(l.beginning, line);
    let used = used + blanks;
    if digits && (published || line.len().saturating_sub(used) <= STAMP) {
        (out.date, out.time) = (date::find(line, pack), date::time(line));
    }
    // Most lines are none.
    if out.source.is_none() && out.date.is_none() && out.time.is_none() && !published && !line.ends_with(" ago") {
        return None;
    }
    if l.has(marks::WIDE) && digits && cjk(line, 40) && later::here() {
        out.byline = out.byline.or_else(|| reporter(line, out.date));
    }
    // `Marta Ellison | March 5, 2024`
    if let (None, Some(found)) = (out.byline, out.date.filter(|d| d.year.is_some()).or_else(|| ago(line)))
        && let Some(name) = line.get(..found.start).map(|n| n.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        && bare_names(name)
        // `Updated On Mar 05`, `Son Güncelleme: 5 Mart`
        && TIMES.of(l.beginning, line).is_none()
        && !line.get(..found.start).is_some_and(|before| before.trim_end().ends_with(':'))
        && agency(name, pack).is_none()
        && let Some(at) = bytes::find(line, name)
    {
        let paper = name.starts_with("The ") || name.rsplit(' ').next().is_some_and(|last| PAPERS.has(&lowered(last)));
        if !paper {
            out.byline = Some((at, at + name.len()));
        } else if out.source.is_none() {
            out.source = Some((at, at + name.len(), name.to_string()));
        }
    }
    let used = out.source.as_ref().map_or(0, |(a, b, _)| b - a) + out.byline.map_or(0, |(a, b)| b - a);
    let used = used + blanks + out.date.map_or(0, |d| d.end - d.start) + out.time.map_or(0, |(_, a, b)| b - a);
    // What tells of an update stands after a bar or in brackets: `5 March 2024 | Updated 6 March`.
    let seen = out.date.map_or(0, |d| d.end).max(out.time.map_or(0, |t| t.2));
    let update = line.get(seen..).and_then(|rest| rest.find(['|', '('])).filter(|_| out.date.is_some());
    let length = update.map_or(line.len(), |at| seen + at);
    // Letters of other scripts take two bytes or three.
    let left = length.saturating_sub(used) * usize::from(l.width) / line.len().max(1);
    let whole = out.source.as_ref().is_some_and(|(a, b, _)| b - a == bare.len());
    let dated = out.date.is_some_and(|d| d.year.is_some()) || out.time.is_some() || (out.date.is_some() && left < 12);
    let placed = out.source.as_ref().is_some_and(|(_, to, _)| line.contains(',') || l.words == 3 && line.len() == *to);
    let placed = placed && left < 40 && !dated;
    // A second date, of an update.
    let most =
        if out.date.is_some() && (out.time.is_some() && line.len() < 72 || bytes::has(line, "№")) { 60 } else { 36 };
    ((dated && left <= most) || whole || placed || published || told).then_some(out)
}

/// Who wrote it, in Chinese and Japanese: `聯合報 記者陳靜／瓦羅納報導`, `バローナ=山田太郎2024年3月5日`.
#[inline(never)]
fn reporter(line: &str, date: Option<date::Found>) -> Option<(usize, usize)> {
    if let Some(before) = date.and_then(|d| line.get(..d.start))
        && let Some((at, mark)) = before.char_indices().find(|(_, c)| matches!(c, '=' | '＝'))
    {
        return Some((at + mark.len_utf8(), before.len()));
    }
    let at = bytes::find(line, "記者").or_else(|| bytes::find(line, "记者"))? + "記者".len();
    let name = line.get(at..)?.split(['／', '/', ' ']).next()?;
    (2..=4).contains(&characters(name)).then_some((at, at + name.len()))
}

/// The number before `hours ago`, which no date can be made of.
fn ago(line: &str) -> Option<date::Found> {
    if !line.ends_with(" ago") {
        return None;
    }
    let start = line.bytes().position(|b| b.is_ascii_digit())?;
    Some(date::Found { start, end: line.len(), year: None, month: 0, day: 0 })
}

/// What stands before the name of a source.
const SOURCES: List =
    List::of("来源 來源 稿源 Source SOURCE Quelle Fuente Fonte Источник Źródło Kaynak Bron المصدر स्रोत 출처");

/// Whether a line may tell its source, or who wrote it, below the text.
pub(crate) fn sourced(line: &str) -> bool {
    SOURCES.begins(line) || line.starts_with(['作', '記', '记'])
}

/// `来源：新华网`, `Source: Reuters`: the place of the name in the line, and the usual name.
fn source(line: &str, pack: &Pack<'_>) -> Option<(usize, usize, String)> {
    let marks = line.char_indices().filter(|(_, c)| matches!(c, ':' | '：'));
    let mut after = marks.filter_map(|(i, c)| {
        let own = SOURCES
            .words
            .split(' ')
            .find(|lead| line.get(..i).is_some_and(|before| before.trim_end().ends_with(lead)))?;
        let rest = line.get(i + c.len_utf8()..)?;
        let spaced = !own.starts_with(['来', '來', '稿']);
        (!spaced || rest.starts_with(' ')).then_some((rest.trim_start(), spaced))
    });
    let (value, spaced) = after.next()?;
    let value = if spaced {
        let value = bytes::ahead(value.split(['|', ',', ';', '(', '·', '+']).next()?, "  ");
        bytes::ahead(value, " and ").trim_end()
    } else {
        value.split_whitespace().next()?
    };
    if value.is_empty() {
        return None;
    }
    let from = value.as_ptr() as usize - line.as_ptr() as usize;
    Some((from, from + value.len(), agency(value, pack).unwrap_or_else(|| value.to_string())))
}

/// Where ` by ` or ` By ` stands as a word.
fn by(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let word = |i: &usize| {
        matches!(bytes.get(*i..i + 3), Some(b"by " | b"By "))
            && (*i == 0 || matches!(bytes.get(i - 1), Some(b' ' | b',' | b'*')))
    };
    memchr::memchr_iter(b'y', bytes).filter_map(|y| y.checked_sub(1)).find(word)
}

/// What tells when an article came out, before the date or without one.
pub(super) const TIMES: Leads = Leads(
    6,
    &[
        "published",
        "updated",
        "last updated",
        "first published",
        "last modified",
        "posted",
        "modified",
        "veröffentlicht",
        "aktualisiert",
        "stand:",
        "publié",
        "mis à jour",
        "publicado",
        "actualizado",
        "atualizado",
        "pubblicato",
        "aggiornato",
        "опубликовано",
        "обновлено",
        "发布时间",
        "發布時間",
        "更新",
    ],
);

/// The same in short lines.
pub(super) const SHORT_TIMES: Leads = Leads(7, &["il y a ", "hace ", "vor ", "há ", "发布于", "發布於"]);

/// Lines that tell it whole.
pub(super) const WHOLE_TIMES: Leads = Leads(
    8,
    &[
        "yesterday",
        "today",
        "just now",
        "gestern",
        "vorgestern",
        "heute",
        "hier",
        "aujourd'hui",
        "aujourd’hui",
        "ayer",
        "hoy",
        "ontem",
        "hoje",
        "вчера",
        "позавчера",
        "сегодня",
        "только что",
        "昨天",
        "今天",
        "刚刚",
    ],
);

/// `3 hours ago`, `Yesterday`, `Published`, `Last updated 2 days ago`: when it was, with no date or none yet.
pub(crate) fn relative(beginning: u8, line: &str) -> bool {
    const AGO: &[&str] = &[" atrás", " назад", "天前", "时前", "時前", "钟前", "鐘前"];
    let ends = |l: &str, end: &str| {
        l.len() > end.len()
            && l.as_bytes().get(l.len() - end.len()..).is_some_and(|e| e.eq_ignore_ascii_case(end.as_bytes()))
    };
    line.len() < 150
        && TIMES.of(beginning, line).is_some()
        && (line.len() < 60 || line.bytes().any(|b| b.is_ascii_digit()))
        || line.len() < 60 && (ends(line, " ago") || ends(line, " min read"))
        || line.len() < 34
            && matches!(line.as_bytes().last(), Some(b's' | b'S' | 128..))
            && AGO.iter().any(|end| ends(line, end))
        || line.len() < 40 && SHORT_TIMES.of(beginning, line).is_some() && !line.ends_with('.')
        || line.len() < 24 && WHOLE_TIMES.of(beginning, line).is_some_and(|whole| lowered(line).len() == whole)
}
