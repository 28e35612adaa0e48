//! What must hold of any corpus: order does not matter, parts add up, and every number opens.

use comention::corpus::Mention;
use comention::count::{Counts, Scope, Window};
use comention::report::columns::{Column, Table, Value};
use comention::report::{self, Options, Setting};
use proptest::prelude::*;

use crate::corpus;

const ONE: &str = include_str!("../../www/public/samples/one.txt");
const FIVE: &str = include_str!("../../www/public/samples/five.txt");

fn ask(pastes: &[&str], question: &str, options: &[(&str, Setting)]) -> Value {
    let options: Options = options.iter().map(|(k, v)| ((*k).to_string(), v.clone())).collect();
    report::ask(&corpus(pastes), question, &options).unwrap()
}

fn text(value: &str) -> Setting {
    Setting::Text(value.into())
}

fn table(value: Value) -> Table {
    match value {
        Value::Table(table) => table,
        other => panic!("no table: {other:?}"),
    }
}

fn column<'a>(table: &'a Table, name: &str) -> &'a Column {
    &table.columns.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("no column {name}")).1
}

fn numbers(table: &Table, name: &str) -> Vec<u32> {
    match column(table, name) {
        Column::U32(values) => values.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

fn pairs_of_texts(table: &Table, name: &str) -> Vec<[String; 2]> {
    match column(table, name) {
        Column::List(_, inner) => match inner.as_ref() {
            Column::Text(flat) => {
                flat.cells().chunks(2).map(|c| [c[0].unwrap().to_string(), c[1].unwrap().to_string()]).collect()
            }
            other => panic!("{name}: {other:?}"),
        },
        other => panic!("{name}: {other:?}"),
    }
}

fn total(value: &Value) -> u32 {
    match value {
        Value::Object(fields) => match fields.iter().find(|(n, _)| *n == "total") {
            Some((_, Value::Number(Some(n)))) => *n as u32,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_order_of_adding_changes_no_count_and_no_statistic() {
    for question in ["pairs", "entities", "keywords"] {
        let wide: &[(&str, Setting)] = &[("minArticles", Setting::Number(1.0))];
        let mut measure = wide.to_vec();
        if question == "keywords" {
            measure.push(("measure", text("tfidf")));
        }
        let dump = |pastes: &[&str]| ask(pastes, question, &measure).dump();
        assert_eq!(dump(&[ONE, FIVE]), dump(&[FIVE, ONE]), "{question}");
    }
}

#[test]
fn what_is_named_in_an_article_hangs_on_no_other_article() {
    let names = |others: &[&str], text: &str| {
        let corpus = corpus(&[others, &[text]].concat());
        let of = |m: &Mention| format!("{} {:?}", m.span.of(text), corpus.entities().kind(m.entity));
        let own = corpus.live().filter_map(|r| corpus.view(r)).filter(|v| v.paste.text == text);
        own.map(|v| v.mentions.iter().map(of).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let cases = include_str!("../fixtures/mentions.txt").replace("==>", "");
    for text in [ONE, FIVE, include_str!("../../www/public/samples/twelve.txt"), &cases] {
        // The same words in lower case, and in capitals.
        for other in [text.to_ascii_lowercase(), text.to_ascii_uppercase()] {
            assert_eq!(names(&[&other], text), names(&[], text));
        }
    }
}

#[test]
fn counts_of_parts_add_up_to_the_counts_of_the_whole() {
    for window in [Window::Sentence, Window::Paragraph, Window::Article] {
        let scope = Scope { duplicates: true, ..Scope::default() };
        let mut parts = Counts::of(&corpus(&[ONE]), window, &scope);
        parts.merge(&Counts::of(&corpus(&[FIVE]), window, &scope));
        let whole = Counts::of(&corpus(&[ONE, FIVE]), window, &scope);
        assert_eq!(parts, whole);
        assert!(!whole.pairs.is_empty());
        assert_eq!(Counts::from_bytes(&whole.to_bytes()).unwrap(), whole);
    }
}

/// Every pair's count is the number of windows that a click on it lists, and its margins those of its terms.
fn opens(pastes: &[&str], window: &str) -> usize {
    let wide = [
        ("window", text(window)),
        ("minCount", Setting::Number(1.0)),
        ("minArticles", Setting::Number(1.0)),
        ("limit", Setting::Number(40.0)),
    ];
    let rows = table(ask(pastes, "pairs", &wide));
    let (count, n1p, np1) = (numbers(&rows, "count"), numbers(&rows, "n1p"), numbers(&rows, "np1"));
    for (i, ids) in pairs_of_texts(&rows, "ids").iter().enumerate() {
        let list = Setting::List(ids.iter().map(|id| text(id)).collect());
        assert_eq!(total(&ask(pastes, "contexts", &[("window", text(window)), ("pair", list)])), count[i], "{ids:?}");
        for (id, margin) in ids.iter().zip([n1p[i], np1[i]]) {
            assert_eq!(
                total(&ask(pastes, "contexts", &[("window", text(window)), ("term", text(id))])),
                margin,
                "{id}"
            );
        }
    }
    rows.rows
}

#[test]
fn every_number_opens_the_windows_it_counts() {
    for window in ["sentence", "paragraph", "article"] {
        assert!(opens(&[FIVE], window) > 5, "{window}");
    }
    for window in ["sentence", "paragraph"] {
        assert!(opens(&[ONE], window) > 5, "{window}");
    }
}

#[test]
fn a_pair_explains_itself_with_the_same_numbers() {
    let rows = table(ask(&[ONE], "pairs", &[]));
    let ids = &pairs_of_texts(&rows, "ids")[0];
    let list = Setting::List(ids.iter().map(|id| text(id)).collect());
    let Value::Object(fields) = ask(&[ONE], "explain", &[("pair", list)]) else { panic!() };
    let Some((_, Value::Table(own))) = fields.iter().find(|(n, _)| *n == "pair") else { panic!() };
    for (name, values) in &own.columns {
        if let (Column::F64(got), Column::F64(expected)) = (values, column(&rows, name)) {
            assert_eq!(got[0].to_bits(), expected[0].to_bits(), "{name}");
        }
    }
}

#[test]
fn a_removed_article_is_as_if_it_had_never_been() {
    let mut with = corpus(&[ONE, FIVE]);
    let ids: Vec<_> = with.live().filter(|r| r.paste == 1).map(|r| r.id).collect();
    assert!(ids.iter().all(|id| with.remove(*id)));
    assert!(!with.remove(ids[0]));
    let ask = |corpus: &comention::corpus::Corpus| report::ask(corpus, "pairs", &Options::new()).unwrap().dump();
    assert_eq!(ask(&with), ask(&corpus(&[ONE])));
}

#[test]
fn a_copy_counts_once() {
    let rows = table(ask(&[ONE, ONE], "articles", &[]));
    assert_eq!(column(&rows, "duplicateOf"), &Column::OptionU32(vec![u32::MAX, 0]));
    let twice = ask(&[ONE, ONE], "pairs", &[("minArticles", Setting::Number(1.0))]);
    assert_eq!(twice.dump(), ask(&[ONE], "pairs", &[]).dump());
}

#[test]
fn unknown_questions_and_terms_are_errors_that_say_so() {
    let error = |question: &str, options: &[(&str, Setting)]| {
        let options: Options = options.iter().map(|(k, v)| ((*k).to_string(), v.clone())).collect();
        report::ask(&corpus(&[ONE]), question, &options).unwrap_err().to_string()
    };
    assert!(error("weather", &[]).starts_with("option `question`: got \"weather\", expected one of articles"));
    assert!(error("contexts", &[("term", text("Nobody"))]).contains("got \"Nobody\""));
    assert!(error("contexts", &[]).contains("one of the three"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn numbers_open_in_random_corpora(texts in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![
        "Wang Yi met Sergei Lavrov.", "Lavrov praised China.", "Russia and China agreed.", "Nothing happened.", "Wang said so.", "The SCO met in Tashkent.",
    ]), 1..8), 1..4)) {
        let pastes: Vec<String> = texts.iter().map(|s| s.join(" ")).collect();
        let pastes: Vec<&str> = pastes.iter().map(String::as_str).collect();
        opens(&pastes, "sentence");
    }
}

/// Some 500 kB of made-up news: words by their rank as languages have them, names, short articles.
fn many_articles() -> String {
    let syllables = ["ka", "ren", "to", "mis", "al", "vo", "den", "shi", "pra", "lun", "or", "tek"];
    let mut seed = 7u64;
    let mut below = |n: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % n
    };
    let word = |mut rank: u64| {
        let mut word = String::new();
        while word.is_empty() || rank > 0 {
            word.push_str(syllables[(rank % 12) as usize]);
            rank /= 12;
        }
        word
    };
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let mut text = String::new();
    for article in 0..200 {
        text.push_str(&format!("KESH, March {} (Reuters) - ", 1 + article % 28));
        for _ in 0..20 {
            let name = format!("{} {}", capital(&word(below(12))), capital(&word(below(60))));
            text.push_str(&format!("Minister {name} said"));
            for _ in 0..14 {
                let most = 1 << below(12);
                text.push_str(&format!(" {}", word(below(most))));
            }
            text.push_str(&format!(" the port of {}. ", capital(&word(below(80)))));
        }
        text.push_str("\n\n\n");
    }
    text
}

/// A corpus keeps what questions read, and gives back what adding needed.
#[test]
fn a_corpus_weighs_at_most_three_bytes_a_byte_of_text() {
    let text = many_articles();
    let bytes = text.len();
    let corpus = corpus(&[&text]);
    let weight = corpus.weight();
    assert_eq!(weight[0].0, "text");
    let beside: usize = weight[1..].iter().map(|(_, bytes)| bytes).sum();
    assert!(corpus.records().len() > 100 && bytes > 300_000, "{} articles, {bytes} bytes", corpus.records().len());
    assert!(beside <= 3 * bytes, "{:.2}: {weight:?}", beside as f64 / bytes as f64);
}
