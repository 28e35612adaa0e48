//! What a line of a page is besides news: credits, buttons, links, the end of the article.

use crate::lang::{Flags, Pack};
use crate::segment::date;
use crate::segment::dateline::agency;
use crate::segment::leads::{self, Leads};
use crate::segment::line::{self, Line, label as labels, marks};
use crate::text::bytes;
use crate::text::case::lowered;

/// What credits begin with, leading brackets aside.
pub(super) const CREDITS: Leads = Leads(
    0,
    &[
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
        "纠错",
        "redaktion:",
        "with reporting by",
        "end)",
        "end it",
        "фото:",
        "（完）",
        "(完)",
        "30-",
        "with assistance from",
        "lusa/fim",
        "(more)",
        "ends",
    ],
);

/// What notes of an editor to others begin with.
pub(super) const NOTES: Leads =
    Leads(1, &["(adds ", "(attn:", "(updates ", "(recasts", "(repeats", "(corrects", "(refiles", "(writes "]);

/// What menus, buttons and advertisements begin with.
pub(super) const BUTTONS: Leads = Leads(
    2,
    &[
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
        "we use cookies",
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
        "this article is",
        "this story was",
        "home > ",
        "home >>",
        "home>>",
        "comments (",
        "view comments",
        "tags:",
        "topics:",
        "categories:",
        "about people's daily",
        "join our",
        "for more information",
        "most read",
        "recommended for you",
        "more from ",
        "see more on:",
        "bc-",
        "our standards:",
        "a version of this article",
        "you are receiving this",
        "the bbc is not responsible",
        "cet article est paru",
        "le présent document",
        "temps de lecture",
        "contact proquest",
        "proquest document link",
        "字体",
        "<저작권자",
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
    ],
);

/// What the rights of a page begin with.
pub(super) const ENDS: Leads = Leads(3, &["copyright ", "all rights reserved", "our standards:"]);

/// Lines that end an article, whole.
pub(super) const WHOLE_ENDS: Leads = Leads(4, &["end of document", "classification"]);

/// Lines that links to other articles follow, whole.
pub(super) const LINKS: Leads = Leads(
    5,
    &[
        "related stories",
        "related articles",
        "related topics",
        "related internet links",
        "related content",
        "related news",
        "more on this story",
        "explore more on these topics",
        "keep reading",
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
        "лента новостей",
        "te puede interesar",
        "leia também",
        "leggi anche",
        "lees ook",
        "czytaj także",
        "اقرأ أيضا",
        "यह भी पढ़ें",
        "관련기사",
    ],
);

/// Credits at the end, captions and editors: about the article, not of it.
#[inline(never)]
pub(crate) fn credit(text: &str, l: &Line, pack: &Pack<'_>) -> bool {
    let line = l.span.of(text);
    if l.plain {
        return reported(line, l);
    }
    let inner = line.trim_start_matches(['(', '[', '*', '_', '（', '【', ' ', '-']);
    let beginning = if inner.len() < line.len() { leads::beginning(inner) } else { l.beginning };
    // The short ones only alone: `Ends.`
    if CREDITS.of(beginning, inner).is_some_and(|lead| lead > 5 || inner.len() <= lead + 2) {
        return true;
    }
    const INSIDE: &[&str] =
        &["Photograph: ", "Photo: ", "Photo by ", "Picture: ", "Foto: ", "Photo : ", "Illustration: "];
    if l.has(marks::COLON) && l.words >= 4 && INSIDE.iter().any(|lead| bytes::has(line, lead)) {
        return true;
    }
    // Signs of who wrote it: `kgp/dpa`, `to/ml`, `ilse@example.com`.
    let sign = |b: u8| b.is_ascii_lowercase() || matches!(b, b'/' | b' ');
    let signed = l.words <= 3 && (line.contains('@') || l.width < 16 && line.contains('/') && line.bytes().all(sign));
    if line.starts_with("![") || signed || NOTES.of(l.beginning, line).is_some() {
        return true;
    }
    // `Owen Bright reported from Kesh.`
    if reported(line, l) {
        return true;
    }
    // `Reach her at rkeln@example.com.`
    if l.span.len() < 240
        && l.has(marks::AT)
        && ["Reach", "Contact", "Follow", "Email", "mail"].iter().any(|w| bytes::has(line, w))
    {
        return true;
    }
    // `... at a ceremony. (Xinhua/Zhang Tao)`, `(AP Photo/...)`, `[File: Zhang Tao/AFP]`
    if !line.ends_with([')', '）', ']']) {
        // Below pictures of a site: `... REUTERS/Zhang Tao Purchase Licensing Rights`
        let sold = line.strip_suffix(", opens new tab").unwrap_or(line);
        return l.words > 4 && sold.ends_with(" Purchase Licensing Rights");
    }
    let Some(open) = line.rfind(['(', '（', '[']) else { return false };
    let inner = line
        .get(open..)
        .unwrap_or("")
        .trim_matches(|c: char| matches!(c, '(' | ')' | '（' | '）' | '[' | ']' | '.' | ' '));
    inner.split_once(['/', '／']).is_some_and(|(a, b)| {
        agency(a.strip_suffix(" Photo").or(a.strip_suffix(" photo")).unwrap_or(a), pack).is_some() && !b.is_empty()
            || agency(b, pack).is_some()
    }) && line.len() < 600
}

/// Whether a line tells where someone reported from, or who helped.
#[inline(never)]
fn reported(line: &str, l: &Line) -> bool {
    if l.width >= 120 || l.words <= 3 || !line.starts_with(char::is_uppercase) {
        return false;
    }
    const HELPED: &[u8] = b" contributed ";
    const THERE: &[u8] = b" reported from ";
    let own = line.as_bytes();
    let from = |at: usize, before: usize| own.get(at.wrapping_sub(before)..).unwrap_or(&[]);
    let told = |at: usize| {
        let after = from(at, 7).strip_prefix(HELPED).unwrap_or(&[]);
        after.starts_with(b"to this ") || after.starts_with(b"reporting") || from(at, 3).starts_with(THERE)
    };
    // By the rarest letter of each, of eight at a time.
    (0..own.len()).step_by(8).any(|at| {
        let block = bytes::eight(own, at);
        let mut found = bytes::equal(block, b'b') | bytes::equal(block, b'p');
        while found != 0 {
            if told(at + bytes::before(found)) {
                return true;
            }
            found &= found - 1;
        }
        false
    })
}

/// Words of the longest entry of the packs' boilerplate, and its bytes with room to spare: of a language without blanks
/// whole paragraphs are one word.
const BUTTON: u8 = 6;
const LONGEST: usize = 96;

/// Menus, buttons, advertisements, links to other pages.
#[inline(never)]
pub(crate) fn boilerplate(text: &str, l: &Line, pack: &Pack<'_>) -> bool {
    if l.span.len() > 200 {
        return false;
    }
    let line = l.span.of(text);
    if l.words <= BUTTON {
        let bare = line.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
        if bare.len() <= LONGEST && pack.lookup_folded(bare).0.any(Flags::BOILERPLATE) {
            return true;
        }
    }
    // `---------- Forwarded message ---------`
    let ruled = line.starts_with("---") && line.ends_with("---");
    if BUTTONS.of(l.beginning, line).is_some() || counted(line) || ruled {
        return true;
    }
    if !l.has(marks::MENU | marks::WIDE | marks::BRACKET) {
        return false;
    }
    trail(line, pack)
}

/// Bytes of the longest part of a trail.
const PART: usize = 30;

/// `Home > World > Europe`, `Subscribe | Log in`: short parts.
#[inline(never)]
fn trail(line: &str, pack: &Pack<'_>) -> bool {
    let own = line.as_bytes();
    let blank = |at: usize| own.get(at) == Some(&b' ');
    // How many marks there are, the first part, where the last begins, and what is not looked at yet.
    let (mut marks, mut first, mut from, mut at) = (0, "", 0, 0);
    while let Some(rest) = own.get(at..own.len().min(from + PART + 1))
        && let Some(next) = rest.iter().position(|b| matches!(b, b'>' | b'|' | b'/' | 0xc2 | 0xe2))
    {
        at += next;
        let length = match own.get(at..) {
            // A slash stands between blanks.
            Some([b'/', ..]) if !(blank(at + 1) && blank(at.wrapping_sub(1))) => return false,
            Some([0xc2, 0xb7 | 0xbb, ..]) => "·".len(),
            Some([0xe2, 0x80, 0xba, ..]) => "›".len(),
            Some([0xc2 | 0xe2, ..]) | None => 0,
            _ => 1,
        };
        if length > 0 {
            if marks == 0 {
                first = line.get(..at).unwrap_or("");
            }
            marks += 1;
            from = at + length;
        }
        at += length.max(1);
    }
    let last = line.get(from..).unwrap_or("");
    if marks == 0 || last.len() > PART {
        return false;
    }
    // Of two parts one is known.
    let known = |part: &str| pack.lookup_folded(part).0.any(Flags::BOILERPLATE);
    let mut parts = line.split(['>', '|', '·', '›', '»', '/']);
    // `The Brennick Herald · 5 Mar 2024 · 4`
    let dated = || line.bytes().any(|b| b.is_ascii_digit()) && date::find(line, pack).is_some_and(|d| d.year.is_some());
    (marks > 1 && !dated() || line.ends_with('›') || known(first.trim()) || known(last.trim()))
        && parts.all(|p| p.split_whitespace().count() <= 4)
}

/// `12 comments`, `1.2K shares`, `3 min read`.
fn counted(line: &str) -> bool {
    // `Page 1 of 2`
    let digits = |n: &str| n.bytes().all(|b| b.is_ascii_digit());
    let page = |n| bytes::parted(n, " of ").map_or(digits(n), |(n, all)| digits(n) && digits(all));
    if line.strip_prefix("Page ").is_some_and(page) {
        return true;
    }
    if line.len() >= 24 || !line.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    line.split_once(' ').is_some_and(|(_, what)| {
        let list = "comments|comment|shares|views|likes|min read|minute read|kommentare|commentaires";
        list.split('|').any(|own| own.eq_ignore_ascii_case(what))
    })
}

/// Whether everything from this line on is the end of the article: labels of an export, the rights of the page.
pub(crate) fn closes(text: &str, l: &Line, pack: &Pack<'_>, export: bool) -> bool {
    let line = l.span.of(text);
    let whole = || {
        l.words <= 4 && WHOLE_ENDS.of(l.beginning, line).is_some_and(|whole| line.trim_end_matches(':').len() == whole)
    };
    let ends = if export { labels::END | labels::URL | labels::NOTE } else { labels::END };
    line::labelled(text, l, pack).is_some_and(|(kinds, _)| kinds & ends != 0)
        || ENDS.of(l.beginning, line).is_some()
        || whole()
        || factiva_end(line)
}

/// Whether links to other articles follow: `Related stories`, `Most viewed`.
pub(crate) fn links(text: &str, l: &Line) -> bool {
    let line = l.span.of(text);
    let bare = || line.trim_end_matches([':', '：', ' ']);
    l.width <= 32 && LINKS.of(l.beginning, line).is_some_and(|whole| lowered(bare()).len() == whole)
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
