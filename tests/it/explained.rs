//! Every row opens: its arithmetic with the numbers filled in, and the windows that were counted.

use comention::corpus::Corpus;
use comention::report::columns::{Table, Value};
use comention::report::{self, Options, Setting, stopwords};

use crate::questions::{ask, field, four, group, list, numbers, paste, rows, text, texts};

/// Measure and filled formula of every step.
fn steps(answer: &Value) -> Vec<(String, String)> {
    let steps = rows(answer, "steps");
    texts(steps, "measure").into_iter().zip(texts(steps, "filled")).collect()
}

fn step(answer: &Value, measure: &str) -> String {
    let steps = steps(answer);
    steps.iter().find(|(m, _)| m == measure).unwrap_or_else(|| panic!("{measure}: {steps:?}")).1.clone()
}

/// `grain` and `timber` are both in two articles of four, grain in the first two.
#[test]
fn a_row_of_a_comparison() {
    let options = [("term", text("grain")), ("a", group("sources", list(&["Reuters"])))];
    let found = ask(&four(), "explain", &options);
    let [a, of_a, words] = ["n11", "n1p", "npp"].map(|n| match field(field(&found, "table"), n) {
        Value::Number(Some(x)) => *x,
        other => panic!("{other:?}"),
    });
    assert_eq!(
        step(&found, "logRatio"),
        format!("log2((2 / {of_a}) / (0.5000 / {})) = {}", words - of_a, value(&found, "logRatio"))
    );
    assert!(step(&found, "percentDiff").ends_with("= undefined"));
    // The same numbers as in the row.
    let compared = ask(&four(), "compare", &options[1..]);
    let Value::Number(Some(first)) = field(field(&compared, "a"), "words") else { panic!() };
    let Value::Number(Some(second)) = field(field(&compared, "b"), "words") else { panic!() };
    assert_eq!((a, of_a, words), (2.0, *first, first + second));
    let terms = rows(&compared, "keywords");
    let at = texts(terms, "term").iter().position(|t| t == "grain").unwrap();
    for measure in ["logLikelihood", "logRatio", "simpleMaths1", "simpleMaths100", "bic"] {
        let own = numbers(rows(&found, "steps"), "value");
        let place = texts(rows(&found, "steps"), "measure").iter().position(|m| m == measure).unwrap();
        assert_eq!(own[place], numbers(terms, measure)[at], "{measure}");
    }
    assert_eq!(rows(&found, "windows").rows, 2);
}

fn value(answer: &Value, measure: &str) -> String {
    let steps = rows(answer, "steps");
    let at = texts(steps, "measure").iter().position(|m| m == measure).unwrap();
    comention::stats::formula::number(numbers(steps, "value")[at])
}

#[test]
fn a_row_of_a_timeline() {
    // Horvat is in both articles of the fourth month and in none of the two before it.
    let found = ask(&four(), "explain", &[("term", text("Vesna Horvat")), ("period", text("month"))]);
    // N = 4, X = 2, A = 2 x 3, B = 0 + 1 + 2 x 3, C = 1 + 2 x 9.
    assert_eq!(step(&found, "trend"), "(4 × 6 - 2 × 7) / √(0.5000 × (1 - 0.5000) × 4 × (4 × 19 - 7²)) = 1.925");
    let line = ask(&four(), "timeline", &[("kinds", list(&["person"]))]);
    let at = texts(rows(&line, "rows"), "term").iter().position(|t| t == "Vesna Horvat").unwrap();
    assert_eq!(numbers(rows(&line, "rows"), "trend")[at], numbers(rows(&found, "steps"), "value")[0]);
    let pair = [("pair", list(&["Vesna Horvat", "Pavel Dorn"])), ("period", text("month"))];
    assert_eq!(step(&ask(&four(), "explain", &pair), "trend"), step(&found, "trend"));
}

#[test]
fn a_triad_and_a_pair_list_their_windows() {
    let names = ["Pavel Dorn", "Daniel Okoro", "Vesna Horvat"];
    let found = ask(&four(), "explain", &[("terms", list(&names))]);
    // Four headlines and eight sentences: Dorn in 5, Okoro in 4, Horvat in 4.
    assert_eq!(step(&found, "expected"), "5 × 4 × 4 / (12 × 12) = 0.5556");
    assert_eq!(step(&found, "logLikelihood"), "2 × (1 × ln(1 / 0.5556) - (1 - 0.5556)) = 0.2867");
    assert_eq!(numbers(rows(&found, "windows"), "article"), [3.0]);
    let pair = ask(&four(), "explain", &[("pair", list(&names[..2]))]);
    let total = ask(&four(), "contexts", &[("pair", list(&names[..2]))]);
    assert_eq!(field(&total, "total"), &Value::Number(Some(rows(&pair, "windows").rows as f64)));
}

#[test]
fn a_keyword_of_one_article_is_a_product() {
    let one = "Ferry strike\n\nThe ferry crews went on with their strike. The ferry was late.";
    let found = ask(one, "explain", &[("term", text("keyword:ferry"))]);
    assert!(step(&found, "perMillion").starts_with("3 × 1000000 / "), "{:?}", steps(&found));
    assert_eq!(step(&found, "tfidf"), "3 × ln(1 / 1) = 0");
    // What is no number is not taken for one: `words` is.
    assert!(step(&found, "dpNorm").contains("smallest share of text"), "{:?}", steps(&found));
    let Value::Table(all) = ask(one, "keywords", &[]) else { panic!() };
    let at = texts(&all, "term").iter().position(|t| t == "ferry").unwrap();
    assert!(step(&found, "salience").ends_with(&format!("= {}", value(&found, "salience"))));
    assert_eq!(numbers(rows(&found, "steps"), "value").last(), numbers(&all, "score").get(at));
}

#[test]
fn a_headline_counts_as_often_as_asked() {
    let text_ = paste(&[
        ("2024-01-10", "AFP", "Pavel Dorn met Daniel Okoro."),
        ("2024-02-10", "AFP", "It rained all day in the north of the country, said Pavel Dorn. It snowed. It froze."),
    ])
    .replace("Talks go on in the north", "Pavel Dorn meets Daniel Okoro");
    let of = |headline: f64| {
        let options = [("headline", Setting::Number(headline)), ("minCount", Setting::Number(1.0))];
        let options = [options.as_slice(), &[("minArticles", Setting::Number(1.0))]].concat();
        let Value::Table(pairs) = ask(&text_, "pairs", &options) else { panic!() };
        let ask_contexts = [options.as_slice(), &[("pair", list(&["Pavel Dorn", "Daniel Okoro"]))]].concat();
        let total = field(&ask(&text_, "contexts", &ask_contexts), "total").clone();
        assert_eq!(total, Value::Number(Some(numbers(&pairs, "count")[0])));
        (numbers(&pairs, "count")[0], numbers(&pairs, "npp")[0])
    };
    assert_eq!([of(0.0), of(1.0), of(3.0)], [(1.0, 4.0), (2.0, 6.0), (4.0, 10.0)]);
}

#[test]
fn contexts_of_a_community_hold_some_of_it() {
    let members = [("terms", list(&["Pavel Dorn", "Daniel Okoro", "Vesna Horvat"]))];
    let total = |least: f64| {
        let options = [members.as_slice(), &[("least", Setting::Number(least))]].concat();
        field(&ask(&four(), "contexts", &options), "total").clone()
    };
    assert_eq!(total(3.0), *field(&ask(&four(), "contexts", &members), "total"));
    // Dorn and Okoro three times, Dorn and Horvat once, all three once; and three sentences with one of them.
    assert_eq!([1.0, 2.0, 3.0].map(total), [7.0, 5.0, 1.0].map(|n| Value::Number(Some(n))));
}

fn terms(corpus: &Corpus) -> Vec<String> {
    let Ok(Value::Table(found)) = report::ask(corpus, "keywords", &Options::new()) else { panic!() };
    texts(&found, "id")
}

fn words(corpus: &Corpus, origin: &str) -> Vec<String> {
    let Ok(Value::Table(found)) = report::ask(corpus, "stopwords", &Options::new()) else { panic!() };
    let origins = found.columns.iter().find(|(n, _)| *n == "origin").unwrap();
    let comention::report::columns::Column::Choice(names, of) = &origins.1 else { panic!() };
    let all = texts(&found, "word");
    of.iter().zip(all).filter(|(o, _)| names[**o as usize] == origin).map(|(_, word)| word).collect()
}

#[test]
fn stop_words_can_be_seen_and_changed() {
    let mut corpus = crate::corpus(&["The ferry was late. The ferries were full, and the crews would strike."]);
    assert!(words(&corpus, "list").contains(&"the".to_string()) && words(&corpus, "added").is_empty());
    assert!(terms(&corpus).contains(&"keyword:ferry".to_string()));
    let decided =
        Setting::Map([("add".to_string(), list(&["Ferry"])), ("remove".to_string(), list(&["would"]))].into());
    corpus.set_stopwords(stopwords::read(&decided).unwrap());
    let found = terms(&corpus);
    assert!(!found.iter().any(|t| t.contains("ferr")), "{found:?}");
    assert!(found.contains(&"keyword:would strike".to_string()), "{found:?}");
    assert_eq!((words(&corpus, "added"), words(&corpus, "removed")), (vec!["ferry".into()], vec!["would".into()]));
    // Text that comes later follows them, and taking them back takes back all they did.
    corpus.add("Another ferry came in the night. The ferry was new.".into(), &mut |_, _, _| {}).unwrap();
    assert!(!terms(&corpus).iter().any(|t| t.contains("ferr")));
    corpus.set_stopwords(stopwords::read(&Setting::Map(Options::new())).unwrap());
    assert!(terms(&corpus).contains(&"keyword:ferry".to_string()));
    let wrong = stopwords::read(&Setting::Map([("add".to_string(), text("the"))].into())).unwrap_err().to_string();
    assert_eq!(wrong, "option `stopwords`: got \"the\", expected an object with any of add, remove: lists of words");
}

#[test]
fn a_corpus_is_compared_with_a_language() {
    let reference = "comention-frequencies 1 en 1000000\n5000\tlate said\n100\tgrain timber\n20\tferry ferries\n";
    let found = ask(&four(), "compare", &[("reference", text(reference))]);
    let terms: &Table = rows(&found, "keywords");
    let of = |name: &str| {
        let at = texts(terms, "id").iter().position(|t| t == name).unwrap_or_else(|| panic!("{terms:?}"));
        (numbers(terms, "countA")[at], numbers(terms, "countB")[at], numbers(terms, "score")[at])
    };
    assert_eq!((of("keyword:grain").0, of("keyword:grain").1), (2.0, 100.0));
    // What is not listed counts as the rarest that is, a name as its rarest word.
    assert_eq!(of("person:pavel dorn").1, 20.0);
    assert!(of("person:pavel dorn").2 > of("keyword:grain").2);
    assert_eq!(field(field(&found, "b"), "words"), &Value::Number(Some(1e6)));
    let opened = ask(&four(), "explain", &[("term", text("keyword:grain")), ("reference", text(reference))]);
    let steps = rows(&opened, "steps");
    let g2 = texts(steps, "measure").iter().position(|m| m == "logLikelihood").unwrap();
    assert_eq!(numbers(steps, "value")[g2], of("keyword:grain").2);
    let options = Options::from([("reference".to_string(), text("tlh"))]);
    let error = report::ask(&crate::corpus(&[&four()]), "compare", &options).unwrap_err().to_string();
    assert_eq!(
        error,
        "option `reference`: got \"tlh\", expected the code of a language that has a list of frequencies"
    );
}
