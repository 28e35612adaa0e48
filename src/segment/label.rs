//! What a line of a page says besides news: bylines, dates, sources, credits, buttons.

use crate::lang::{Flags, Pack};
use crate::segment::date;
use crate::segment::dateline::agency;
use crate::segment::line::{self, Line, label as labels, marks};
use crate::text::bytes;
use crate::text::case::{lower, lowered};

/// Leads in lower case that lines are compared with, and a bit for the beginning of each.
struct Leads {
    leads: &'static [&'static str],
    beginnings: [u64; 8],
}

/// The bit of the first three bytes of a line, case of letters aside.
const fn beginning(first: u8, second: u8, third: u8) -> usize {
    let h = (first | 0x20) as usize * 59 + (second | 0x20) as usize * 7 + (third | 0x20) as usize * 31;
    h % 512
}

impl Leads {
    const fn new(leads: &'static [&'static str]) -> Leads {
        let mut beginnings = [0u64; 8];
        let mut i = 0;
        while i < leads.len() {
            #[allow(clippy::indexing_slicing)] // at compile time, below the length; no lead is shorter
            {
                let lead = leads[i].as_bytes();
                // What is not ASCII is not asked for here.
                if lead[0] < 128 {
                    let bit = beginning(lead[0], lead[1], lead[2]);
                    beginnings[bit / 64] |= 1 << (bit % 64);
                }
            }
            i += 1;
        }
        Leads { leads, beginnings }
    }

    /// The lead that a line begins with, case aside.
    fn of(&self, line: &str) -> Option<&'static str> {
        let bytes = line.as_bytes();
        if let [first @ 0..=127, second, third, ..] = bytes {
            let bit = beginning(*first, *second, *third);
            if self.beginnings.get(bit / 64).is_none_or(|word| word >> (bit % 64) & 1 == 0) {
                return None;
            }
        }
        let first = bytes.first()?.to_ascii_lowercase();
        let begins = |lead: &str| {
            if lead.as_bytes().first().is_some_and(|b| *b != first && b.is_ascii()) {
                return false;
            }
            if lead.is_ascii() {
                return bytes.get(..lead.len()).is_some_and(|own| own.eq_ignore_ascii_case(lead.as_bytes()));
            }
            let mut folded = line.chars().flat_map(lower);
            lead.chars().all(|c| folded.next() == Some(c))
        };
        self.leads.iter().find(|lead| begins(lead)).copied()
    }
}

/// The names of a byline: `By Marta Ellison and Owen Bright`; its place in the line.
pub(crate) fn byline(line: &str) -> Option<(usize, usize)> {
    if !matches!(line.as_bytes().first(), Some(b'B' | b'V' | b'P' | b'D' | b'W' | b'S' | b'*' | b'_' | 0xe4..)) {
        return None;
    }
    if let Some(rest) = ["作者：", "作者:", "记者：", "記者："].iter().find_map(|lead| line.strip_prefix(lead))
    {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return (end > 0).then_some((line.len() - rest.len(), line.len() - rest.len() + end));
    }
    const LEADS: &[&str] =
        &["By", "BY", "Von", "VON", "Par", "PAR", "Por", "POR", "Di", "Written by", "Story by", "Door"];
    let own = line.trim_start_matches(['*', '_']);
    let lead = LEADS.iter().find(|l| own.strip_prefix(**l).is_some_and(|r| r.starts_with([' ', '\u{a0}'])))?;
    names(line, line.len() - own.len() + lead.len())
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

/// Words that the names of newspapers end in.
const PAPERS: &[&str] = &[
    "herald",
    "post",
    "times",
    "courier",
    "tribune",
    "gazette",
    "journal",
    "observer",
    "chronicle",
    "telegraph",
    "news",
    "independent",
    "standard",
    "globe",
    "mail",
    "zeitung",
    "nachrichten",
    "tageblatt",
];

/// Whether a line is the name of a newspaper, as pages have it above everything: `THE TALLIS HERALD`.
pub(crate) fn masthead(text: &str, l: &Line) -> bool {
    if l.words > 5 {
        return false;
    }
    let words = l.span.of(text).split_whitespace();
    let proper = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "and" | "&" | "the");
    (2..=5).contains(&words.clone().count())
        && words.clone().all(proper)
        && words.last().is_some_and(|word| PAPERS.contains(&lowered(word).as_str()))
}

/// Whether a text is the name of a person, or of several, and nothing else: `Owen Bright and Astrid Lund`.
pub(crate) fn bare_names(text: &str) -> bool {
    let (mut words, mut names, mut all, mut fits) = (0, 0, 0, true);
    for w in text.split_whitespace() {
        all += 1;
        if matches!(w, "and" | "und" | "et" | "y" | "e" | "и" | "&" | "en") {
            fits &= words >= 2;
            words = 0;
            continue;
        }
        if words == 0 {
            names += 1;
        }
        let particle =
            matches!(w, "de" | "van" | "von" | "der" | "bin" | "al" | "del" | "la" | "da" | "di" | "dos" | "el");
        let bare = w.trim_end_matches(',');
        fits &= (bare.starts_with(char::is_uppercase) || particle && words > 0)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
            && (words > 0 || bare.chars().count() > 1);
        words += 1;
        fits &= words <= 4;
        if bare.len() < w.len() {
            fits &= words >= 2;
            words = 0;
        }
    }
    fits && words >= 2 && names <= 4 && (2..=14).contains(&all)
}

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
        told = out.source.as_ref().is_some_and(|(from, ..)| *from < 14);
    }
    let bare = line.trim_matches(|c: char| matches!(c, '(' | ')' | '*' | '_' | ' ' | '.' | '[' | ']'));
    if out.source.is_none() {
        let mut seen = 0;
        // The whole line, its first part, or its last; most lines are of one part.
        for which in 0..if l.has(marks::PART | marks::WIDE) { 4 } else { 1 } {
            let part = match which {
                0 => bare,
                1 => bare.split([',', '|', ')', '·']).next().unwrap_or(""),
                2 => bare.rsplit(['|', '·', '(']).next().unwrap_or(""),
                _ => bytes::last(bare, "  ").and_then(|i| bare.get(i + 2..)).unwrap_or(bare),
            };
            let part = part.trim();
            if part.len() == seen || part.len() > SOURCE {
                continue;
            }
            seen = part.len();
            if let Some(name) = agency(part, pack)
                && let Some(at) = line.find(part)
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
    let published = relative(line);
    if digits && (published || line.len().saturating_sub(used) <= STAMP) {
        (out.date, out.time) = (date::find(line, pack), date::time(line));
    }
    // `Marta Ellison | March 5, 2024`
    if let (None, Some(found)) = (out.byline, out.date.filter(|d| d.year.is_some()).or_else(|| ago(line)))
        && let Some(name) = line.get(..found.start).map(|n| n.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        && bare_names(name)
        && agency(name, pack).is_none()
        && let Some(at) = line.find(name)
    {
        let paper = name.starts_with("The ")
            || name.rsplit(' ').next().is_some_and(|last| PAPERS.contains(&lowered(last).as_str()));
        if !paper {
            out.byline = Some((at, at + name.len()));
        } else if out.source.is_none() {
            out.source = Some((at, at + name.len(), name.to_string()));
        }
    }
    let used = out.source.as_ref().map_or(0, |(a, b, _)| b - a) + out.byline.map_or(0, |(a, b)| b - a);
    let used = used + out.date.map_or(0, |d| d.end - d.start) + out.time.map_or(0, |(_, a, b)| b - a);
    let left = line.len().saturating_sub(used);
    let whole = out.source.as_ref().is_some_and(|(a, b, _)| b - a == bare.len());
    let dated = out.date.is_some_and(|d| d.year.is_some()) || out.time.is_some() || (out.date.is_some() && left < 12);
    let placed = out.source.is_some() && left < 40 && line.contains(',') && !dated;
    // A second date, of an update.
    let most = if out.date.is_some() && out.time.is_some() && l.words < 9 { 60 } else { 36 };
    ((dated && left <= most) || whole || placed || published || told).then_some(out)
}

/// The number before `hours ago`, which no date can be made of.
fn ago(line: &str) -> Option<date::Found> {
    if !line.ends_with(" ago") {
        return None;
    }
    let start = line.bytes().position(|b| b.is_ascii_digit())?;
    Some(date::Found { start, end: line.len(), year: None, month: 0, day: 0 })
}

/// `来源：新华网`, `Source: Reuters`: the place of the name in the line, and the usual name.
fn source(line: &str, pack: &Pack<'_>) -> Option<(usize, usize, String)> {
    const LEADS: &[&str] = &["来源", "來源", "稿源", "Source", "SOURCE", "Quelle", "Источник"];
    let marks = line.char_indices().filter(|(_, c)| matches!(c, ':' | '：'));
    let mut after = marks.filter_map(|(i, c)| {
        let own = LEADS.iter().find(|lead| line.get(..i).is_some_and(|before| before.ends_with(**lead)))?;
        let rest = line.get(i + c.len_utf8()..)?;
        (!own.is_ascii() || rest.starts_with(' ')).then_some(rest)
    });
    let value = after.next()?.split_whitespace().next()?;
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

/// `3 hours ago`, `Yesterday`, `Published`, `Last updated 2 days ago`: when it was, with no date or none yet.
pub(crate) fn relative(line: &str) -> bool {
    const LEADS: Leads = Leads::new(&[
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
    ]);
    const SHORT: Leads = Leads::new(&["il y a ", "hace ", "vor ", "há ", "发布于", "發布於"]);
    const AGO: &[&str] = &[" atrás", " назад", "天前", "时前", "時前", "钟前", "鐘前"];
    const WHOLE: &[&str] = &[
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
    ];
    let ends = |l: &str, end: &str| {
        l.len() > end.len()
            && l.as_bytes().get(l.len() - end.len()..).is_some_and(|e| e.eq_ignore_ascii_case(end.as_bytes()))
    };
    line.len() < 150 && LEADS.of(line).is_some() && (line.len() < 60 || line.bytes().any(|b| b.is_ascii_digit()))
        || line.len() < 60 && (ends(line, " ago") || ends(line, " min read"))
        || line.len() < 34 && AGO.iter().any(|end| ends(line, end))
        || line.len() < 40 && SHORT.of(line).is_some() && !line.ends_with('.')
        || line.len() < 24 && WHOLE.contains(&lowered(line).as_str())
}

/// Credits at the end, captions and editors: about the article, not of it.
#[inline(never)]
pub(crate) fn credit(text: &str, l: &Line, pack: &Pack<'_>) -> bool {
    const LEADS: Leads = Leads::new(&[
        "reporting by",
        "additional reporting",
        "editing by",
        "writing by",
        "compiled by",
        "web editor",
        "editor:",
        "editors:",
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
        "with reporting by",
        "contributed to this report",
        "end)",
        "end it",
        "фото:",
        "（完）",
        "(完)",
        "-30-",
        "ends",
    ]);
    let line = l.span.of(text);
    let inner = line.trim_start_matches(['(', '[', '*', '_', '（', ' ']);
    // The short ones only alone: `Ends.`
    if LEADS.of(inner).is_some_and(|lead| lead.len() > 5 || inner.len() <= lead.len() + 2) {
        return true;
    }
    const INSIDE: &[&str] =
        &["Photograph: ", "Photo: ", "Photo by ", "Picture: ", "Foto: ", "Photo : ", "Illustration: "];
    if l.has(marks::COLON) && l.words >= 4 && INSIDE.iter().any(|lead| line.contains(lead)) {
        return true;
    }
    if line.starts_with("![") {
        return true;
    }
    // `Reach her at rkeln@example.com.`
    if l.span.len() < 240
        && line.contains('@')
        && ["Reach", "Contact", "Follow", "Email", "mail"].iter().any(|w| line.contains(w))
    {
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

/// Words of the longest entry of the pack's boilerplate.
const BUTTON: u8 = 6;

/// Menus, buttons, advertisements, links to other pages.
#[inline(never)]
pub(crate) fn boilerplate(text: &str, l: &Line, pack: &Pack<'_>) -> bool {
    if l.span.len() > 200 {
        return false;
    }
    let line = l.span.of(text);
    if l.words <= BUTTON {
        let bare = line.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
        if (!bare.contains(' ') || pack.leads(bare)) && pack.lookup_folded(bare).0.any(Flags::BOILERPLATE) {
            return true;
        }
    }
    const LEADS: Leads = Leads::new(&[
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
        "unsubscribe",
        "to unsubscribe",
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
    ]);
    // `---------- Forwarded message ---------`
    let ruled = line.starts_with("---") && line.ends_with("---");
    if LEADS.of(line).is_some() || counted(line) || ruled {
        return true;
    }
    if !l.has(marks::MENU | marks::WIDE) {
        return false;
    }
    // `Home > World > Europe`, `Subscribe | Log in`: short parts.
    let parts = || line.split(['>', '|', '·', '›', '»']);
    // The first part is short.
    line.char_indices().take_while(|(at, _)| *at <= 30).any(|(_, c)| matches!(c, '>' | '|' | '·' | '›' | '»'))
        && parts().all(|p| p.len() <= 30 && p.split_whitespace().count() <= 4)
        && match parts().count() {
            0 | 1 => false,
            2 => parts().any(|p| pack.lookup_folded(p.trim()).0.any(Flags::BOILERPLATE)),
            _ => true,
        }
}

/// `12 comments`, `1.2K shares`, `3 min read`.
fn counted(line: &str) -> bool {
    if line.len() >= 24 || !line.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    line.split_once(' ').is_some_and(|(_, what)| {
        matches!(
            what.to_ascii_lowercase().as_str(),
            "comments"
                | "comment"
                | "shares"
                | "views"
                | "likes"
                | "min read"
                | "minute read"
                | "kommentare"
                | "commentaires"
        )
    })
}

/// Whether everything from this line on is the end of the article: labels of an export, the rights of the page.
pub(crate) fn closes(text: &str, l: &Line, pack: &Pack<'_>, export: bool) -> bool {
    const LEADS: Leads = Leads::new(&["copyright ", "all rights reserved"]);
    const WHOLE: Leads = Leads::new(&["end of document", "classification"]);
    let line = l.span.of(text);
    let whole = || l.words <= 4 && WHOLE.of(line).is_some_and(|w| line.trim_end_matches(':').len() == w.len());
    let ends = if export { labels::END | labels::URL | labels::NOTE } else { labels::END };
    line::labelled(text, l, pack).is_some_and(|(kinds, _)| kinds & ends != 0)
        || LEADS.of(line).is_some()
        || whole()
        || factiva_end(line)
}

/// Whether links to other articles follow: `Related stories`, `Most viewed`.
pub(crate) fn links(text: &str, l: &Line) -> bool {
    const WHOLE: Leads = Leads::new(&[
        "related stories",
        "related articles",
        "related topics",
        "related internet links",
        "related content",
        "related news",
        "more on this story",
        "more stories",
        "more news",
        "most viewed",
        "most read",
        "most popular",
        "top stories",
        "recommended",
        "trending",
        "you may also like",
        "you might also like",
        "photos",
        "read next",
        "相关新闻",
        "相关阅读",
        "相关报道",
        "推荐阅读",
        "热门文章",
        "関連記事",
        "читайте также",
        "mehr zum thema",
        "lire aussi",
        "sur le même sujet",
        "lea también",
        "te puede interesar",
        "leia também",
        "leggi anche",
    ]);
    let line = l.span.of(text);
    let bare = line.trim_end_matches([':', '：', ' ']);
    l.width <= 32 && WHOLE.of(line).is_some_and(|w| lowered(bare).len() == w.len())
}

/// `Document IINM000020171113edbd0000d`, the last line of an article of Factiva.
pub(crate) fn factiva_end(line: &str) -> bool {
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    line.starts_with('D')
        && line.split_once(' ').is_some_and(|(lead, code)| {
            matches!(lead, "Document" | "Dokument" | "Documento")
                && code.len() >= 10
                && code.bytes().all(|b| b.is_ascii_alphanumeric())
                && code.bytes().any(|b| b.is_ascii_digit())
        })
}
