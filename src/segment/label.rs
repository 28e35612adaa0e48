//! What a line of a page says besides news: bylines, dates, sources, credits, buttons.

use crate::lang::{Flags, Pack};
use crate::segment::date;
use crate::segment::dateline::agency;
use crate::segment::line::tag;

/// The names of a byline: `By Marta Ellison and Owen Bright`; its place in the line.
pub(crate) fn byline(line: &str) -> Option<(usize, usize)> {
    const LEADS: &[&str] =
        &["By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Di ", "Written by ", "Story by ", "Door "];
    let lead = LEADS.iter().find(|l| line.starts_with(*l))?;
    names(line, lead.len())
}

/// Capitalised words from `start` on, up to a comma, bar or word that ends a byline.
fn names(line: &str, start: usize) -> Option<(usize, usize)> {
    let rest = line.get(start..)?;
    let from = start + (rest.len() - rest.trim_start_matches([' ', '*', '_', '[']).len());
    let rest = line.get(from..)?;
    let mut end = 0;
    let mut count = 0;
    for word in rest.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let link = matches!(
            bare,
            "and"
                | "und"
                | "et"
                | "y"
                | "e"
                | "de"
                | "van"
                | "von"
                | "der"
                | "bin"
                | "al"
                | "del"
                | "la"
                | "da"
                | "di"
                | "dos"
        );
        let name = bare.chars().next().is_some_and(char::is_uppercase) && !bare.chars().any(|c| c.is_ascii_digit());
        if !(link || name) {
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
    let found = found.trim_end_matches(" and").trim_end_matches(" de");
    ((1..=12).contains(&count) && !found.is_empty() && (rest.len() - end < 60)).then_some((from, from + found.len()))
}

/// `, Owen Bright and ...`: a list of reporters goes on; a place or paper after the comma does not.
fn another_name(rest: &str) -> bool {
    rest.contains(" and ") && rest.split_whitespace().take(2).all(|w| w.chars().next().is_some_and(char::is_uppercase))
}

/// The beginning of a line in lower case, `most` bytes or a little less.
fn beginning(line: &str, most: usize) -> String {
    let end = (0..=most.min(line.len())).rev().find(|i| line.is_char_boundary(*i)).unwrap_or(0);
    line.get(..end).unwrap_or("").to_lowercase()
}

/// Whether a line is a person's name and nothing else.
pub(crate) fn bare_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|w| {
            let mut chars = w.chars();
            chars.next().is_some_and(char::is_uppercase)
                && w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
        })
}

/// What a line of metadata holds, all places in bytes of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stamp {
    pub date: Option<date::Found>,
    pub time: Option<(crate::segment::Time, usize, usize)>,
    pub source: Option<(usize, usize, String)>,
    pub byline: Option<(usize, usize)>,
}

/// A line that is about the article: a date or time with little else, an agency, a source.
pub(crate) fn stamp(line: &str, pack: &Pack<'_>) -> Option<Stamp> {
    if line.len() > 360 || line.chars().count() > 120 {
        return None;
    }
    let digits = line.bytes().any(|b| b.is_ascii_digit());
    // Without a number only a source, a byline or words such as `an hour ago` can make it one.
    let words = line.split_whitespace().take(8).count();
    if !digits && words == 8 {
        return None;
    }
    let mut out = Stamp::default();
    if digits {
        (out.date, out.time) = (date::find(line, pack), date::time(line));
    }
    // `来源：新华网`, `Source: Reuters`
    for lead in ["来源：", "来源:", "來源：", "稿源：", "Source: ", "SOURCE: ", "Quelle: ", "Источник: "]
    {
        if let Some(at) = line.find(lead) {
            let from = at + lead.len();
            let value = line.get(from..)?.split_whitespace().next().unwrap_or("");
            let name = agency(value, pack).unwrap_or_else(|| value.to_string());
            if !value.is_empty() {
                out.source = Some((from, from + value.len(), name));
            }
        }
    }
    let bare = line.trim_matches(|c: char| matches!(c, '(' | ')' | '*' | '_' | ' ' | '.' | '[' | ']'));
    if out.source.is_none() {
        // The whole line, its first part, or the part in brackets.
        let parts = [
            bare,
            bare.split([',', '|', ')', '·']).next().unwrap_or(""),
            bare.rsplit(['|', '·', '(']).next().unwrap_or(""),
        ];
        let last = bare.rsplit("  ").next().unwrap_or("");
        for part in parts.into_iter().chain([last]) {
            let part = part.trim();
            if let (Some(name), Some(at)) = (agency(part, pack), line.find(part)) {
                out.source = Some((at, at + part.len(), name));
                break;
            }
        }
    }
    if let Some(at) = line.find("by ").or_else(|| line.find("By "))
        && (at == 0 || line.get(..at).is_some_and(|b| b.ends_with([' ', ',', '*'])))
    {
        out.byline = names(line, at + 3);
    }
    let used = out.date.map_or(0, |d| d.end - d.start)
        + out.time.map_or(0, |(_, a, b)| b - a)
        + out.source.as_ref().map_or(0, |(a, b, _)| b - a)
        + out.byline.map_or(0, |(a, b)| b - a);
    let left = line.len().saturating_sub(used);
    let whole = out.source.as_ref().is_some_and(|(a, b, _)| b - a == bare.len());
    let dated = out.date.is_some_and(|d| d.year.is_some()) || out.time.is_some() || (out.date.is_some() && left < 12);
    let placed = out.source.is_some() && left < 40 && line.contains(',') && !dated;
    ((dated && left <= 36) || whole || placed || relative(line)).then_some(out)
}

/// `3 hours ago`, `Yesterday`, `Published`, `Last updated 2 days ago`: a time that cannot be resolved.
fn relative(line: &str) -> bool {
    let folded = line.to_lowercase();
    line.len() < 60
        && (folded.ends_with(" ago")
            || folded.starts_with("published")
            || folded.starts_with("updated")
            || folded.starts_with("last updated")
            || folded.starts_with("first published"))
}

/// Credits at the end, captions and editors: about the article, not of it.
pub(crate) fn credit(line: &str, pack: &Pack<'_>) -> bool {
    let folded = beginning(line, 48);
    let folded = folded.trim_start_matches(['(', '[', '*', '_', '（', ' ']);
    const LEADS: &[&str] = &[
        "reporting by",
        "additional reporting",
        "editing by",
        "writing by",
        "compiled by",
        "web editor",
        "editor:",
        "editors:",
        "(reporting",
        "photo by",
        "photo:",
        "photograph:",
        "photos by",
        "image:",
        "caption:",
        "责任编辑",
        "责编",
        "編輯",
        "编辑：",
        "原标题",
        "redaktion:",
        "(editing",
        "with reporting by",
        "contributed to this report",
        "(end)",
        "end it",
        "-30-",
        "ends",
    ];
    if LEADS.iter().any(|l| folded.starts_with(l) && (l.len() > 5 || folded.len() <= l.len() + 2)) {
        return true;
    }
    // `... at a ceremony. (Xinhua/Zhang Tao)`, `(AP Photo/...)`
    if !line.ends_with([')', '）']) {
        return false;
    }
    let Some(open) = line.rfind(['(', '（']) else { return false };
    let inner = line.get(open..).unwrap_or("").trim_matches(|c: char| matches!(c, '(' | ')' | '（' | '）' | '.' | ' '));
    inner.split_once(['/', '／']).is_some_and(|(a, b)| {
        agency(a.trim_end_matches(" Photo").trim_end_matches(" photo"), pack).is_some() && !b.is_empty()
    }) && line.len() < 600
}

/// Menus, buttons, advertisements, links to other pages.
pub(crate) fn boilerplate(line: &str, pack: &Pack<'_>) -> bool {
    if line.len() > 200 {
        return false;
    }
    let folded = line.to_lowercase();
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if pack.flags(bare).any(Flags::BOILERPLATE) {
        return true;
    }
    const LEADS: &[&str] = &[
        "read more:",
        "read more about",
        "read also",
        "also read",
        "more on:",
        "see also:",
        "related:",
        "watch:",
        "listen:",
        "sign up for",
        "sign up to",
        "subscribe to",
        "follow us",
        "share on",
        "share this",
        "click here",
        "image source",
        "image caption",
        "©",
        "copyright ©",
        "copyright 20",
        "copyright 19",
        "copyright (c)",
        "(c) 20",
        "all rights reserved",
        "advertisement",
        "skip to",
        "get our",
        "download our",
        "enter your email",
        "this article was",
        "this story was",
        "home > ",
        "home >>",
        "home>>",
        "comments (",
        "view comments",
        "tags:",
        "topics:",
        "about people's daily",
        "join our",
        "for more information",
        "most read",
        "recommended for you",
        "more from ",
        "weiterlesen",
        "lire aussi",
        "lire la suite",
        "leer más",
        "lea también",
        "mehr zum thema",
        "à lire aussi",
        "читайте также",
        "相关阅读",
        "相关新闻",
        "分享到",
        "扫一扫",
        "more stories",
        "terms of",
    ];
    if LEADS.iter().any(|l| folded.starts_with(l)) {
        return true;
    }
    // `Home > World > Europe`, `Subscribe | Log in`: short parts.
    let parts: Vec<&str> =
        line.split([">", "|", "·", "›", "»"].map(|s| s.chars().next().unwrap_or('|')).as_slice()).collect();
    parts.len() >= 2
        && parts.iter().all(|p| p.split_whitespace().count() <= 4 && p.len() <= 30)
        && (parts.len() >= 3
            || parts.iter().any(|p| pack.flags(p.trim().to_lowercase().as_str()).any(Flags::BOILERPLATE)))
}

/// Whether everything from this line on is the end of the page: tags of an export, links to other stories.
pub(crate) fn closes(line: &str) -> bool {
    let folded = beginning(line, 40);
    tag(line).is_some_and(|(name, _)| name == "END")
        || folded.starts_with("copyright ")
        || folded.starts_with("all rights reserved")
        || matches!(
            folded.trim_end_matches(':'),
            "related stories"
                | "related articles"
                | "more on this story"
                | "related topics"
                | "end of document"
                | "related internet links"
                | "classification"
        )
        || factiva_end(line)
}

/// `Document IINM000020171113edbd0000d`, the last line of an article of Factiva.
pub(crate) fn factiva_end(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(lead, code)| {
        matches!(lead, "Document" | "Dokument" | "Documento")
            && code.len() >= 10
            && code.bytes().all(|b| b.is_ascii_alphanumeric())
            && code.bytes().any(|b| b.is_ascii_digit())
    })
}
