//! What a line of a page is besides news: credits, buttons, links, the end of the article.

use crate::lang::{Flags, Pack};
use crate::segment::dateline::agency;
use crate::segment::leads::Leads;
use crate::segment::line::{self, Line, label as labels, marks};
use crate::text::bytes;
use crate::text::case::lowered;

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
    ]);
    let line = l.span.of(text);
    let inner = line.trim_start_matches(['(', '[', '*', '_', '（', '【', ' ', '-']);
    // The short ones only alone: `Ends.`
    if LEADS.of(inner).is_some_and(|lead| lead.len() > 5 || inner.len() <= lead.len() + 2) {
        return true;
    }
    const INSIDE: &[&str] =
        &["Photograph: ", "Photo: ", "Photo by ", "Picture: ", "Foto: ", "Photo : ", "Illustration: "];
    if l.has(marks::COLON) && l.words >= 4 && INSIDE.iter().any(|lead| bytes::has(line, lead)) {
        return true;
    }
    // A note of an editor to others.
    const NOTES: Leads =
        Leads::new(&["(adds ", "(attn:", "(updates ", "(recasts", "(repeats", "(corrects", "(refiles", "(writes "]);
    // Signs of who wrote it: `kgp/dpa`, `to/ml`, `ilse@example.com`.
    let sign = |b: u8| b.is_ascii_lowercase() || matches!(b, b'/' | b' ');
    let signed = l.words <= 3 && (line.contains('@') || l.width < 16 && line.contains('/') && line.bytes().all(sign));
    if line.starts_with("![") || signed || NOTES.of(line).is_some() {
        return true;
    }
    // `Owen Bright reported from Kesh.`
    let reported = || {
        let after = bytes::parted(line, " contributed ").map_or("", |(_, after)| after);
        after.starts_with("to this ") || after.starts_with("reporting") || bytes::has(line, " reported from ")
    };
    if l.width < 120 && l.words > 3 && line.starts_with(char::is_uppercase) && reported() {
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
        return false;
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
    ]);
    // `---------- Forwarded message ---------`
    let ruled = line.starts_with("---") && line.ends_with("---");
    if LEADS.of(line).is_some() || counted(line) || ruled {
        return true;
    }
    if !l.has(marks::MENU | marks::WIDE | marks::BRACKET) {
        return false;
    }
    // `Home > World > Europe`, `Subscribe | Log in`: short parts.
    const MARKS: [char; 6] = ['>', '|', '·', '›', '»', '/'];
    let parts = || line.split(MARKS);
    // The first part is short. A slash stands between blanks.
    line.char_indices().take_while(|(at, _)| *at <= 30).any(|(_, c)| MARKS.contains(&c))
        && (line.split('/').skip(1).all(|after| after.starts_with(' ')))
        && (line.rsplit('/').skip(1).all(|before| before.ends_with(' ')))
        && parts().all(|p| p.len() <= 30 && p.split_whitespace().count() <= 4)
        && match parts().count() {
            0 | 1 => false,
            2 => parts().any(|p| pack.lookup_folded(p.trim()).0.any(Flags::BOILERPLATE)),
            _ => true,
        }
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
    const LEADS: Leads = Leads::new(&["copyright ", "all rights reserved", "our standards:"]);
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
    ]);
    let line = l.span.of(text);
    let bare = || line.trim_end_matches([':', '：', ' ']);
    l.width <= 32 && WHOLE.of(line).is_some_and(|w| lowered(bare()).len() == w.len())
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
