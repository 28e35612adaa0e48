//! Texts that nobody would write, made from the fixtures by a seeded generator, to see whether segmentation keeps its
//! invariants: words stand where their forms are, spans are in order and on the boundaries of characters.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use comention::lang::Packs;
use comention::rng::Rng;
use comention::segment::correct::Corrections;
use comention::segment::segment;
use comention::text::Vocabulary;

/// What is put in: marks that rules look for, and characters that are easily mistaken.
const ODD: &[&str] = &[
    "\n",
    "\r\n",
    "\n\n\n",
    "\u{c}",
    "\t",
    "  ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "é",
    "е\u{301}",
    "中",
    "あ",
    "가",
    "ع",
    "😀",
    "👩‍👩‍👧",
    "\u{fffd}",
    "\"",
    "“",
    "”",
    "«",
    "(",
    ")",
    "（",
    "】",
    "<",
    ">",
    "<p>",
    "</p>",
    "<script>",
    "&amp;",
    "&#x41;",
    "&",
    ";",
    ":",
    "：",
    ".",
    "...",
    "。",
    "!",
    "?",
    "-",
    "--",
    " — ",
    "/",
    "|",
    "#",
    "# ",
    "1. ",
    "(Xinhua) -- ",
    "By ",
    "March 5, 2024",
    "14:19",
    "2024年3月5日",
    "---",
    "***",
    "1 of 3 DOCUMENTS",
    "date 2021-07-16 ",
    "HD  ",
    "LP",
    "^ИС: ",
    "End of Document",
    "Full text: ",
    "Subject: ",
    "From: ",
    "words",
    "808 words",
    "电",
    "報道",
    "т. п. ",
    "e.g. ",
    "Ã©",
    "news·2",
];

fn pick(rng: &mut Rng, below: usize) -> usize {
    (rng.unit() * below as f64) as usize
}

/// A place in a text on the boundary of a character.
fn place(rng: &mut Rng, text: &str) -> usize {
    text.floor_char_boundary(pick(rng, text.len() + 1))
}

/// One change: something put in, taken out, doubled, or brought from another text.
fn changed(rng: &mut Rng, text: &mut String, others: &[String]) {
    let (a, b) = (place(rng, text), place(rng, text));
    let (from, to) = (a.min(b), a.max(b).min(text.floor_char_boundary(a.min(b) + 200)));
    match pick(rng, 6) {
        0 | 1 => text.insert_str(a, ODD[pick(rng, ODD.len())]),
        2 => text.replace_range(from..to.max(from), ""),
        3 => {
            let part = text[from..to.max(from)].to_string();
            text.insert_str(b, &part);
        }
        4 => text.replace_range(from..to.max(from), ODD[pick(rng, ODD.len())]),
        _ => {
            let other = &others[pick(rng, others.len())];
            let (c, d) = (place(rng, other), place(rng, other));
            text.insert_str(a, &other[c.min(d)..c.max(d)]);
        }
    }
}

/// What is wrong with how a text comes apart, if anything.
fn wrong(text: &str, packs: &Packs) -> Option<String> {
    let mut vocabulary = Vocabulary::new();
    let all = segment(text, packs, &Corrections::default(), &mut vocabulary, &mut |_| {});
    let mut last = 0;
    for (start, id) in all.tokens.starts.iter().zip(&all.tokens.types) {
        let (start, form, spaced) = (start.byte(), vocabulary.get(*id), start.spaced());
        // The bracket that opens a link is read as a blank.
        let apart = spaced && !matches!(text.get(last as usize..start as usize), Some(" " | "["));
        if start < last || apart || text.get(start as usize..start as usize + form.len()) != Some(form) {
            return Some(format!("the word {form:?} at {start}"));
        }
        last = start + form.len() as u32;
    }
    let inside = |span: comention::span::Span| text.get(span.start as usize..span.end as usize).is_some();
    let mut end = 0;
    for sentence in &all.sentences {
        if sentence.span.start < end || !inside(sentence.span) {
            return Some(format!("the sentence {:?}", sentence.span));
        }
        end = sentence.span.end;
    }
    let fields = |a: &comention::segment::Article| {
        [a.span, a.body, a.cut.span].into_iter().all(inside)
            && [&a.source, &a.byline, &a.standfirst, &a.section, &a.url].into_iter().flatten().all(|f| inside(f.span))
            && a.headline.as_ref().is_none_or(|f| inside(f.span))
            && a.date.as_ref().is_none_or(|f| inside(f.span))
            && a.dateline.as_ref().is_none_or(|d| inside(d.span) && d.place.as_ref().is_none_or(|f| inside(f.span)))
    };
    all.articles.iter().find(|a| !fields(a)).map(|a| format!("the fields of the article {:?}", a.span))
}

/// Makes and tries texts for so many seconds; says how many, or shows the first that is wrong.
pub fn run(seconds: &str) -> Result<(), String> {
    let seconds: u64 = seconds.parse().map_err(|e| format!("{seconds:?}: {e}"))?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut packs = Packs::default();
    for name in ["de", "ru", "zh", "ja", "ja-words"] {
        let pack = fs::read_to_string(root.join(format!("data/{name}.pack"))).map_err(|e| e.to_string())?;
        packs.add(pack).map_err(|e| e.to_string())?;
    }
    let folder = fs::read_dir(root.join("tests/fixtures/articles")).map_err(|e| e.to_string())?;
    let mut paths: Vec<_> = folder.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().filter_map(|p| fs::read_to_string(p).ok()).collect();
    let (mut rng, begun, mut tried, mut bytes) = (Rng::new(1), Instant::now(), 0u64, 0u64);
    while begun.elapsed() < Duration::from_secs(seconds) {
        let mut text = texts[pick(&mut rng, texts.len())].clone();
        for _ in 0..1 + pick(&mut rng, 20) {
            changed(&mut rng, &mut text, &texts);
        }
        text.truncate(text.floor_char_boundary(20_000));
        // A panic would not say which text it was.
        let found = std::panic::catch_unwind(|| wrong(&text, &packs)).unwrap_or_else(|_| Some("a panic".to_string()));
        if let Some(what) = found {
            return Err(format!("text {tried} is wrong in {what}:\n{text:?}"));
        }
        tried += 1;
        bytes += text.len() as u64;
    }
    println!("{tried} texts of {bytes} bytes in {seconds} s: every one came apart whole");
    Ok(())
}
