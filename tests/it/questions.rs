//! Questions over groups, periods and three terms, on articles short enough to count by hand.

use comention::report::columns::{Column, Table, Value};
use comention::report::{self, Options, Setting};

use crate::corpus;

/// A paste of articles: date, source and sentences.
pub(crate) fn paste(articles: &[(&str, &str, &str)]) -> String {
    let one = |(date, source, text): &(&str, &str, &str)| {
        format!(" date {date} Talks go on in the north\n\nKESH, March 5 ({source}) -- {text}\n\n")
    };
    articles.iter().map(one).collect()
}

/// Four months; Dorn and Okoro meet in the first two, Dorn and Horvat in the last.
pub(crate) fn four() -> String {
    paste(&[
        ("2024-01-10", "Reuters", "Pavel Dorn met Daniel Okoro. Pavel Dorn was pleased with Daniel Okoro."),
        ("2024-02-10", "Reuters", "Daniel Okoro and Pavel Dorn spoke about grain. The grain was late."),
        ("2024-04-10", "AFP", "Pavel Dorn met Vesna Horvat about timber. The timber was late, said Vesna Horvat."),
        (
            "2024-04-12",
            "AFP",
            "Vesna Horvat said the timber would come. Pavel Dorn, Vesna Horvat and Daniel Okoro met.",
        ),
    ])
}

pub(crate) fn ask(text: &str, question: &str, options: &[(&str, Setting)]) -> Value {
    let options: Options = options.iter().map(|(k, v)| ((*k).to_string(), v.clone())).collect();
    report::ask(&corpus(&[text]), question, &options).unwrap()
}

pub(crate) fn field<'a>(value: &'a Value, name: &str) -> &'a Value {
    let Value::Object(fields) = value else { panic!("no object: {value:?}") };
    &fields.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("no {name}")).1
}

pub(crate) fn rows<'a>(value: &'a Value, name: &str) -> &'a Table {
    let Value::Table(table) = field(value, name) else { panic!("{name} is no table") };
    table
}

pub(crate) fn texts(table: &Table, name: &str) -> Vec<String> {
    match &table.columns.iter().find(|(n, _)| *n == name).unwrap().1 {
        Column::Text(t) => t.cells().iter().map(|c| c.unwrap_or("-").to_string()).collect(),
        Column::List(ends, inner) => {
            let Column::Text(t) = inner.as_ref() else { panic!("{name}: {inner:?}") };
            let (cells, mut from) = (t.cells(), 0);
            let mut list = |end: &u32| cells[std::mem::replace(&mut from, *end as usize)..*end as usize].to_vec();
            ends.iter().map(|end| list(end).iter().map(|c| c.unwrap_or("-")).collect::<Vec<_>>().join(" + ")).collect()
        }
        other => panic!("{name}: {other:?}"),
    }
}

pub(crate) fn numbers(table: &Table, name: &str) -> Vec<f64> {
    match &table.columns.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("no {name}")).1 {
        Column::U32(v) => v.iter().map(|n| f64::from(*n)).collect(),
        Column::F64(v) => v.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

fn arrays(table: &Table, name: &str) -> Vec<Vec<u32>> {
    match &table.columns.iter().find(|(n, _)| *n == name).unwrap().1 {
        Column::Array(ends, values) => {
            let mut from = 0;
            ends.iter().map(|end| values[std::mem::replace(&mut from, *end as usize)..*end as usize].to_vec()).collect()
        }
        other => panic!("{name}: {other:?}"),
    }
}

pub(crate) fn text(value: &str) -> Setting {
    Setting::Text(value.into())
}

pub(crate) fn list(values: &[&str]) -> Setting {
    Setting::List(values.iter().map(|v| text(v)).collect())
}

pub(crate) fn group(name: &str, value: Setting) -> Setting {
    Setting::Map([(name.to_string(), value)].into())
}

#[test]
fn timelines_keep_empty_periods_and_count_what_they_are_of() {
    let terms = ask(&four(), "timeline", &[("kinds", list(&["person"]))]);
    assert_eq!(field(&terms, "periods").dump().matches("2024-").count(), 4);
    let people = rows(&terms, "rows");
    assert_eq!(texts(people, "term"), ["Pavel Dorn", "Daniel Okoro", "Vesna Horvat"]);
    assert_eq!(arrays(people, "counts"), [[2, 1, 0, 2], [2, 1, 0, 1], [0, 0, 0, 4]]);
    assert_eq!(arrays(people, "articles"), [[1, 1, 0, 2], [1, 1, 0, 1], [0, 0, 0, 2]]);
    assert_eq!(texts(people, "firstDate"), ["2024-01-10", "2024-01-10", "2024-04-10"]);
    assert_eq!(texts(people, "lastDate"), ["2024-04-12", "2024-04-12", "2024-04-12"]);
    let trend = numbers(people, "trend");
    // In every article: nothing can rise or fall.
    assert!(trend[0].is_nan() && trend[1] < 0.0 && trend[2] > 0.0, "{trend:?}");

    let options = [("of", text("pairs")), ("minArticles", Setting::Number(1.0)), ("kinds", list(&["person"]))];
    let pairs = ask(&four(), "timeline", &options);
    let pairs = rows(&pairs, "rows");
    let horvat = texts(pairs, "terms").iter().position(|t| t.contains("Horvat") && t.contains("Dorn")).unwrap();
    assert_eq!(arrays(pairs, "counts")[horvat], [0, 0, 0, 2]);
    let weeks = ask(&four(), "timeline", &[("period", text("week"))]);
    assert_eq!(arrays(rows(&weeks, "rows"), "counts")[0].len(), 14);
}

#[test]
fn groups_are_compared_by_what_each_has_more_of() {
    for (a, b) in [
        (group("sources", list(&["reuters"])), None),
        (group("to", text("2024-03-01")), Some(group("from", text("2024-03-01")))),
        (
            group("articles", Setting::List(vec![Setting::Number(0.0), Setting::Number(1.0)])),
            Some(group("search", text("TIMBER"))),
        ),
    ] {
        let mut options = vec![("a", a)];
        options.extend(b.map(|b| ("b", b)));
        let found = ask(&four(), "compare", &options);
        for name in ["a", "b"] {
            assert_eq!(field(field(&found, name), "articles"), &Value::Number(Some(2.0)), "{name}");
        }
        let terms = rows(&found, "keywords");
        let (names, score) = (texts(terms, "term"), numbers(terms, "score"));
        assert!(score.is_sorted_by(|x, y| x >= y));
        let of = |name: &str| names.iter().position(|n| n == name).unwrap_or_else(|| panic!("{name}: {names:?}"));
        assert_eq!((numbers(terms, "countA")[of("grain")], numbers(terms, "countB")[of("grain")]), (2.0, 0.0));
        assert_eq!((numbers(terms, "countA")[of("timber")], numbers(terms, "countB")[of("timber")]), (0.0, 3.0));
        assert!(score[of("grain")] > 0.0 && score[of("timber")] < 0.0);
        let pairs = rows(&found, "pairs");
        let horvat = texts(pairs, "terms").iter().position(|t| t.contains("Horvat") && t.contains("Dorn")).unwrap();
        assert_eq!((numbers(pairs, "countA")[horvat], numbers(pairs, "countB")[horvat]), (0.0, 2.0));
    }
}

#[test]
fn three_together_are_counted() {
    let text_of = |sentence: &str| paste(&[("2024-01-10", "AFP", sentence), ("2024-01-12", "AFP", sentence)]);
    let all = text_of("Pavel Dorn, Vesna Horvat and Daniel Okoro met. Nobody else came. The rest stayed away.");
    let Value::Table(triads) = ask(&all, "triads", &[("duplicates", Setting::Bool(true))]) else { panic!() };
    assert_eq!(texts(&triads, "terms"), ["Daniel Okoro + Pavel Dorn + Vesna Horvat"]);
    assert_eq!((numbers(&triads, "count"), numbers(&triads, "articles")), (vec![2.0], vec![2.0]));
    // Two headlines and six sentences, each name in two.
    assert_eq!(numbers(&triads, "expected"), [8.0 / 64.0]);
    let ids = texts(&triads, "ids")[0].split(" + ").map(text).collect();
    let options = [("terms", Setting::List(ids)), ("duplicates", Setting::Bool(true))];
    assert_eq!(field(&ask(&all, "contexts", &options), "total"), &Value::Number(Some(2.0)));
}

#[test]
fn intervals_hold_the_measure_and_are_the_same_every_time() {
    let options =
        [("intervals", Setting::Bool(true)), ("measure", text("npmi")), ("minArticles", Setting::Number(1.0))];
    let Value::Table(pairs) = ask(&four(), "pairs", &options) else { panic!() };
    let (low, npmi, high) = (numbers(&pairs, "low"), numbers(&pairs, "npmi"), numbers(&pairs, "high"));
    assert!(pairs.rows > 0);
    for i in 0..pairs.rows {
        assert!(low[i] <= npmi[i] && npmi[i] <= high[i] && low[i] < high[i], "{} {} {}", low[i], npmi[i], high[i]);
    }
    assert!(numbers(&pairs, "dp").iter().all(|dp| (0.0..=1.0).contains(dp)));
    assert_eq!(ask(&four(), "pairs", &options), Value::Table(pairs));
    // One article cannot be drawn twice in different ways.
    let one = paste(&[(
        "2024-01-10",
        "AFP",
        "Pavel Dorn met Daniel Okoro. Pavel Dorn was pleased with Daniel Okoro. It rained.",
    )]);
    let Value::Table(pairs) = ask(&one, "pairs", &options) else { panic!() };
    assert!(pairs.rows > 0 && numbers(&pairs, "low").iter().all(|x| x.is_nan()));
}

#[test]
fn pairs_can_be_asked_of_one_term_or_between_kinds() {
    let wide = |more: (&'static str, Setting)| {
        [("minArticles", Setting::Number(1.0)), ("minCount", Setting::Number(1.0)), more]
    };
    let of = |options: &[(&str, Setting)]| {
        let Value::Table(pairs) = ask(&four(), "pairs", options) else { panic!() };
        texts(&pairs, "terms")
    };
    let horvat = of(&wide(("term", text("Vesna Horvat"))));
    assert!(!horvat.is_empty() && horvat.iter().all(|t| t.contains("Horvat")), "{horvat:?}");
    let places = paste(&[
        ("2024-01-10", "AFP", "Pavel Dorn flew to China with Daniel Okoro. It rained. It snowed."),
        ("2024-01-11", "AFP", "The grain came from China, said Pavel Dorn. It rained again. It was late."),
    ]);
    let options = [
        ("minArticles", Setting::Number(1.0)),
        ("minCount", Setting::Number(1.0)),
        ("kinds", list(&["person"])),
        ("with", list(&["place"])),
    ];
    let Value::Table(between) = ask(&places, "pairs", &options) else { panic!() };
    assert!(between.rows > 0 && texts(&between, "terms").iter().all(|t| t.contains("China")), "{between:?}");
}

#[test]
fn contexts_sort_by_their_neighbours() {
    let text_ = paste(&[(
        "2024-01-10",
        "AFP",
        "Yesterday Pavel Dorn left. Again Pavel Dorn came back. Monday saw Pavel Dorn arrive.",
    )]);
    for (sort, expected) in [
        ("left", ["Again", "Monday", "Yesterday"]),
        ("right", ["Monday", "Again", "Yesterday"]),
        ("text", ["Yesterday", "Again", "Monday"]),
    ] {
        let found = ask(&text_, "contexts", &[("term", text("Pavel Dorn")), ("sort", text(sort))]);
        let starts: Vec<String> = texts(rows(&found, "rows"), "text")
            .iter()
            .map(|t| t.rsplit("-- ").next().unwrap().split(' ').next().unwrap().into())
            .collect();
        assert_eq!(starts, expected, "{sort}");
    }
}

#[test]
fn positions_follow_the_articles_in_order_of_date() {
    let text_ =
        paste(&[("2024-05-10", "AFP", "Pavel Dorn left."), ("2024-01-10", "AFP", "Nobody came but Pavel Dorn.")]);
    let found = ask(&text_, "positions", &[("terms", list(&["Pavel Dorn"]))]);
    let articles = rows(&found, "articles");
    assert_eq!(texts(articles, "date"), ["2024-01-10", "2024-05-10"]);
    let places = &arrays(rows(&found, "rows"), "places")[0];
    let second = numbers(articles, "start")[1] as u32;
    assert!(places.len() == 2 && places[0] < second && places[1] >= second, "{places:?} {second}");
}

#[test]
fn backbones_leave_out_what_chance_explains() {
    let edges = |backbone: &str, alpha: f64| {
        let options = [
            ("backbone", text(backbone)),
            ("alpha", Setting::Number(alpha)),
            ("minArticles", Setting::Number(1.0)),
            ("minCount", Setting::Number(1.0)),
        ];
        rows(&ask(&four(), "network", &options), "edges").rows
    };
    assert!(edges("none", 0.05) > 0);
    for backbone in ["disparity", "sdsm"] {
        assert!(edges(backbone, 1.0) <= edges("none", 0.05), "{backbone}");
        assert_eq!(edges(backbone, 0.0), 0, "{backbone}");
    }
}

#[test]
fn wrong_groups_and_windows_are_told() {
    let error = |question: &str, options: &[(&str, Setting)]| {
        let options: Options = options.iter().map(|(k, v)| ((*k).to_string(), v.clone())).collect();
        report::ask(&corpus(&[&four()]), question, &options).unwrap_err().to_string()
    };
    for (question, options, message) in [
        ("compare", vec![], "option `a`: got nothing, expected an object"),
        ("compare", vec![("a", group("colour", text("red")))], "option `a`: got {colour: \"red\"}, expected an object"),
        (
            "compare",
            vec![("a", group("sources", text("AFP")))],
            "option `sources`: got \"AFP\", expected a list of texts",
        ),
        ("triads", vec![("window", text("words"))], "option `window`: got words"),
        ("network", vec![("window", text("words")), ("backbone", text("sdsm"))], "option `backbone`"),
    ] {
        let got = error(question, &options);
        assert!(got.starts_with(message), "{got}");
    }
}

#[test]
fn words_of_a_dateline_are_no_keywords() {
    let text = paste(&[
        ("2024-01-10", "Gazette", "The grain was late. The grain came."),
        ("2024-01-11", "Gazette", "The grain was good. More grain came."),
    ]);
    let found = |metadata: bool| {
        let answer =
            report::ask(&corpus(&[&text]), "keywords", &Options::from([("metadata".into(), Setting::Bool(metadata))]));
        let Ok(Value::Table(table)) = answer else { panic!() };
        texts(&table, "id")
    };
    let plain = found(false);
    assert!(plain.contains(&"keyword:grain".to_string()), "{plain:?}");
    assert!(!plain.iter().any(|id| id.contains("kesh") || id.contains("gazette") || id.contains("march")), "{plain:?}");
    assert!(found(true).iter().any(|id| id.contains("kesh")));
}
