//! Names in small texts: each line a text with its names marked `[surface|kind|number]`, entities numbered
//! in order of first mention; `~` before the kind is an adjective of a country.

use crate::corpus;
use comention::corpus::Corpus;
use comention::mention::{Kind, Role};
use comention::report;
use proptest::prelude::*;

const CASES: &str = include_str!("../fixtures/mentions.txt");
const OTHER: &str = include_str!("../fixtures/mentions-other.txt");
const CHINESE: &str = include_str!("../fixtures/mentions-zh.txt");

/// A corpus of one text that knows Chinese, too.
pub(crate) fn chinese(text: &str) -> Corpus {
    let mut corpus = Corpus::new();
    for pack in [
        include_str!("../../data/zh.pack"),
        include_str!("../../data/zh-words.pack"),
        include_str!("../../data/zh-names.pack"),
    ] {
        corpus.add_pack(pack.to_string()).unwrap();
    }
    corpus.add(text.to_string(), &mut |_, _, _| {}).unwrap();
    corpus
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organization => "organization",
        Kind::Place => "place",
        Kind::Other => "other",
        Kind::Keyword => "keyword",
    }
}

/// The text without marks.
fn plain(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let close = open + rest[open..].find(']').unwrap();
        out.push_str(&rest[..open]);
        out.push_str(rest[open + 1..close].split('|').next().unwrap());
        rest = &rest[close + 1..];
    }
    out + rest
}

/// The text with what was found marked; entities are numbered in order of first mention.
fn found(text: &str, corpus: &Corpus) -> String {
    let mut out = String::new();
    let (mut at, mut order) = (0usize, Vec::new());
    for view in corpus.live().filter_map(|r| corpus.view(r)) {
        for m in view.mentions {
            let number = order.iter().position(|e| *e == m.entity).unwrap_or_else(|| {
                order.push(m.entity);
                order.len() - 1
            });
            let tilde = if m.role == Role::Demonym { "~" } else { "" };
            out.push_str(&text[at..m.span.start as usize]);
            let name = kind(corpus.entities().kind(m.entity).unwrap());
            out.push_str(&format!("[{}|{tilde}{name}|{}]", m.span.of(text), number + 1));
            at = m.span.end as usize;
        }
    }
    out + &text[at..]
}

/// Holds the names found in each marked text against its marks.
fn check(cases: &str, corpus: &dyn Fn(&str) -> Corpus) {
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let text = plain(line).replace("\\n", "\n");
        let got = found(&text, &corpus(&text)).replace('\n', "\\n");
        if got != line {
            wrong.push(format!("expected {line}\n     got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_by_hand() {
    check(CASES, &|text| corpus(&[text]));
}

#[test]
fn chinese_names_by_hand() {
    check(CHINESE, &chinese);
}

#[test]
fn a_name_is_shown_as_it_mostly_stands_and_whole() {
    for (text, shown) in [
        ("The show was of The Post Office. People of the Post Office left, and the Post Office paid.", "Post Office"),
        ("Workers of The Hague left. Others came to The Hague.", "The Hague"),
        ("Lena Vogt left. Vogt smiled, and Vogt waved.", "Lena Vogt"),
    ] {
        let query = report::Query::new("entities", &report::Options::new()).unwrap();
        let rows = report::entities::rows(&corpus(&[text]), &query);
        assert_eq!(rows.first().map(|r| r.name.as_str()), Some(shown), "{text}");
    }
}

#[test]
fn titles_before_any_form_of_a_name_are_kept() {
    let corpus = corpus(&["Senator Barack Obama spoke on Monday. Later President Barack Hussein Obama left."]);
    let titles: Vec<&str> = corpus
        .live()
        .filter_map(|r| corpus.view(r))
        .flat_map(|view| view.titles)
        .map(|(_, title)| corpus.entities().text(*title))
        .collect();
    assert_eq!(titles, ["Senator", "President"]);
}

#[test]
fn names_of_other_languages_by_hand() {
    check(OTHER, &|text| {
        let mut corpus = Corpus::new();
        for pack in crate::PACKS {
            corpus.add_pack(pack.to_string()).unwrap();
        }
        corpus.add(text.to_string(), &mut |_, _, _| {}).unwrap();
        corpus
    });
}

proptest! {
    #[test]
    fn mentions_are_in_order_and_apart(text in "(\\PC|Mr\\. |Wang |of the |[A-Z]{1,3} |China-|\\(SCO\\) |[王李中国市州·习近平在克拉尔公司]{1,8}|, |\\. ){0,40}") {
        let corpus = corpus(&[&text]);
        for view in corpus.live().filter_map(|r| corpus.view(r)) {
            for pair in view.mentions.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for m in view.mentions {
                prop_assert!(text.get(m.span.start as usize..m.span.end as usize).is_some_and(|s| !s.is_empty()));
            }
        }
    }
}
