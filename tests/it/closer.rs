//! Names inside longer names, and pronouns: each line a text with its mentions marked `[surface|kind|number]`,
//! where `+` before the kind is a name inside another and `=` a pronoun.

use crate::corpus;
use comention::corpus::{Corpus, Rule};
use comention::mention::{Kind, Role};
use comention::report::{self, Options, Setting};
use proptest::prelude::*;

const CASES: &str = include_str!("../fixtures/closer.txt");
const CHINESE: &str = include_str!("../fixtures/closer-zh.txt");

/// The text without marks.
fn plain(marked: &str) -> String {
    let (mut out, mut hidden) = (String::new(), false);
    for c in marked.chars() {
        match c {
            '[' | ']' => hidden = false,
            '|' => hidden = true,
            c if !hidden => out.push(c),
            _ => {}
        }
    }
    out
}

/// The text with every mention marked; entities are numbered in the order of their first.
fn found(text: &str, corpus: &mut Corpus) -> String {
    corpus.look_closer(true).unwrap();
    let mut order = Vec::new();
    let mut marks: Vec<(usize, usize, String)> = Vec::new();
    for view in corpus.live().filter_map(|r| corpus.view(r)) {
        for m in view.mentions {
            let number = order.iter().position(|e| *e == m.entity).unwrap_or_else(|| {
                order.push(m.entity);
                order.len() - 1
            });
            let sign = match m.role {
                Role::Plain | Role::Metadata => "",
                Role::Demonym => "~",
                Role::Nested => "+",
                Role::Pronoun => "=",
            };
            let kind = match corpus.entities().kind(m.entity).unwrap() {
                Kind::Person => "person",
                Kind::Organization => "organization",
                Kind::Place => "place",
                Kind::Other | Kind::Keyword => "other",
            };
            marks.push((m.span.start as usize, m.span.end as usize, format!("|{sign}{kind}|{}]", number + 1)));
        }
    }
    let mut out = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        // What is inside another stands after it and ends first.
        out.extend(marks.iter().rev().filter(|m| m.1 == at).map(|m| m.2.as_str()));
        out.extend(marks.iter().filter(|m| m.0 == at).map(|_| "["));
        out.push(c);
    }
    out.pop();
    out
}

fn check(cases: &str, corpus: &dyn Fn(&str) -> Corpus) {
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let text = plain(line).replace("\\n", "\n");
        let got = found(&text, &mut corpus(&text)).replace('\n', "\\n");
        if got != line {
            wrong.push(format!("expected {line}\n     got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_inside_names_and_pronouns_by_hand() {
    check(CASES, &|text| corpus(&[text]));
}

#[test]
fn the_same_in_chinese() {
    check(CHINESE, &crate::mentions::chinese);
}
const TEXT: &str = "Mary Stone spoke at the Bank of England on Monday. She said that England was ready.\n\n\
    Mary Stone left London. In her view the Bank of England should act, but Peter Hall of Norway said nothing. It rained. It rained again.";

fn options(on: &[&str]) -> Options {
    on.iter().map(|name| (name.to_string(), Setting::Bool(true))).collect()
}

#[test]
fn switched_off_they_change_no_answer() {
    let (mut asked, plain) = (corpus(&[TEXT]), corpus(&[TEXT]));
    report::answer(&mut asked, "report", &options(&["nested", "pronouns"])).unwrap();
    for question in ["report", "entities", "mentions", "keywords", "pairs", "suggestions", "positions", "triads"] {
        let answer = |corpus: &Corpus| report::ask(corpus, question, &Options::new()).unwrap().dump();
        assert_eq!(answer(&asked), answer(&plain), "{question}");
    }
}

/// The count of an entity and its surfaces.
fn entity(corpus: &mut Corpus, on: &[&str], id: &str) -> (u32, Vec<(String, u32)>) {
    let on = options(on);
    report::answer(corpus, "entities", &on).unwrap();
    let query = report::Query::new("entities", &on).unwrap();
    let row = report::entities::rows(corpus, &query).into_iter().find(|row| row.id == id).unwrap();
    (row.count, row.aliases)
}

#[test]
fn they_count_when_switched_on_and_a_pronoun_is_no_surface() {
    let mut corpus = corpus(&[TEXT]);
    let surface = |text: &str, n: u32| vec![(text.to_string(), n)];
    assert_eq!(entity(&mut corpus, &[], "place:england"), (1, surface("England", 1)));
    assert_eq!(entity(&mut corpus, &["nested"], "place:england"), (3, surface("England", 3)));
    assert_eq!(entity(&mut corpus, &["nested"], "person:mary stone"), (2, surface("Mary Stone", 2)));
    assert_eq!(entity(&mut corpus, &["pronouns"], "person:mary stone"), (4, surface("Mary Stone", 2)));
    assert_eq!(entity(&mut corpus, &["pronouns"], "place:england"), (1, surface("England", 1)));
}

#[test]
fn every_count_with_them_is_the_number_of_its_contexts() {
    let mut on = options(&["nested", "pronouns"]);
    on.insert("minCount".into(), Setting::Number(1.0));
    let mut corpus = corpus(&[TEXT]);
    report::answer(&mut corpus, "pairs", &on).unwrap();
    let query = report::Query::new("pairs", &on).unwrap();
    let rows = report::pairs::rows(&corpus, &query);
    assert!(rows.iter().any(|row| row.ids.contains(&"person:mary stone".to_string())), "{rows:?}");
    for row in rows {
        let pair = Setting::List(row.ids.iter().map(|id| Setting::Text(id.clone())).collect());
        let mut ask = on.clone();
        ask.insert("pair".into(), pair);
        let found = report::contexts::found(&corpus, &report::Query::new("contexts", &ask).unwrap()).unwrap();
        assert_eq!(found.windows.len() as u64, row.table.n11, "{:?}", row.ids);
    }
}

#[test]
fn what_a_person_decides_holds_for_them_as_well() {
    let rule = |surface: Option<&str>| Rule {
        entity: Some("place:england".into()),
        surface: surface.map(str::to_string),
        into: Some("place:united kingdom".into()),
        ..Rule::default()
    };
    for surface in [None, Some("England")] {
        for rules_first in [true, false] {
            let mut corpus = corpus(&[TEXT]);
            if rules_first {
                corpus.set_rules(vec![rule(surface)]);
            }
            corpus.look_closer(true).unwrap();
            corpus.set_rules(vec![rule(surface)]);
            let (count, _) = entity(&mut corpus, &["nested"], "place:united kingdom");
            assert_eq!(count, 3, "{surface:?} {rules_first}");
            corpus.set_rules(Vec::new());
            assert_eq!(entity(&mut corpus, &["nested"], "place:england").0, 3);
        }
    }
}

#[test]
fn what_is_added_later_is_looked_at_when_asked_for() {
    let mut corpus = corpus(&["It rained on Monday, and the Bank of Norway paid."]);
    for (add, pronouns, expected) in [("", false, 1), (TEXT, false, 3), ("", true, 5), (TEXT, false, 9)] {
        corpus.add(add.to_string(), &mut |_, _, _| {}).unwrap();
        corpus.look_closer(pronouns).unwrap();
        let mentions = corpus.live().filter_map(|r| corpus.view(r)).flat_map(|v| v.mentions);
        assert_eq!(mentions.filter(|m| !m.role.named()).count(), expected);
    }
}

proptest! {
    #[test]
    fn any_text_can_be_looked_at_closely(text in "(\\PC|Mr\\. |Wang |he |she |, who |\"|of the |Bank of |China-|\\(UN\\) |, |\\. |\n\n){0,40}") {
        let mut corpus = corpus(&[&text]);
        corpus.look_closer(true).unwrap();
        for view in corpus.live().filter_map(|r| corpus.view(r)) {
            for m in view.mentions {
                prop_assert!(text.get(m.span.start as usize..m.span.end as usize).is_some_and(|s| !s.is_empty()));
            }
            prop_assert!(view.mentions.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
        }
    }
}
