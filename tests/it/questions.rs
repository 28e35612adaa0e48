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
fn a_pair_and_a_term_are_spread_over_articles_and_over_sources() {
    // A headline and two sentences an article. Dorn and Okoro are together in 2, 1, 0, 1 of them: in 3 of the 6 that
    // Reuters has, in 1 of AFP's 6. DP over articles: (|2/4 - 1/4| + 0 + 1/4 + 0) / 2, over sources 1/4.
    let pair = |text_: &str| {
        let options = [("pair", list(&["Pavel Dorn", "Daniel Okoro"])), ("intervals", Setting::Bool(true))];
        let found = ask(text_, "explain", &options);
        let row = rows(&found, "pair");
        (["dp", "dpNorm", "dpSources", "dpNormSources"].map(|name| numbers(row, name)[0]), found)
    };
    let (of_four, found) = pair(&four());
    assert_eq!(of_four, [0.25, 0.25 / 0.75, 0.25, 0.5]);
    let sources = rows(&found, "sources");
    assert_eq!(texts(sources, "source"), ["Reuters", "AFP"]);
    assert_eq!((numbers(sources, "count"), numbers(sources, "size")), (vec![3.0, 1.0], vec![6.0, 6.0]));
    // `REUTERS` is no other source, and an article without a source is in none: it counts for articles alone.
    let written = four().replacen("Reuters", "REUTERS", 1);
    assert_eq!(pair(&written).0, of_four);
    let more = written + " date 2024-04-20 Talks go on in the north\n\nPavel Dorn met Daniel Okoro again. It rained.\n";
    let (of_five, found) = pair(&more);
    assert_eq!(of_five[2..], [0.25, 0.5]);
    assert_eq!(texts(rows(&found, "sources"), "source"), ["Reuters", "AFP"]);
    assert!(of_five[0] != 0.25, "{of_five:?}");
    // One source is nothing to be spread over.
    let (of_one, found) = pair(&four().replace("AFP", "Reuters"));
    assert!(of_one[0] == 0.25 && of_one[2].is_nan() && of_one[3].is_nan());
    let Value::Object(fields) = found else { panic!() };
    assert!(fields.iter().all(|(name, _)| *name != "sources"));

    // All three mentions of timber are AFP's: DP is the share of the words that are Reuters'.
    let found = ask(&four(), "explain", &[("term", text("keyword:timber"))]);
    let sources = rows(&found, "sources");
    assert_eq!(
        (texts(sources, "source"), numbers(sources, "count")),
        (vec!["Reuters".into(), "AFP".into()], vec![0.0, 3.0])
    );
    let [reuters, afp] = [0, 1].map(|i| numbers(sources, "size")[i]);
    let Value::Table(all) = ask(&four(), "keywords", &[]) else { panic!() };
    let at = texts(&all, "id").iter().position(|id| id == "keyword:timber").unwrap();
    let spread = numbers(&all, "dpSources")[at];
    assert!((spread - reuters / (afp + reuters)).abs() < 1e-15, "{spread}");
    assert_eq!(numbers(&all, "dpNormSources")[at], reuters / (afp + reuters - afp.min(reuters)));
    let steps = rows(&found, "steps");
    let step = texts(steps, "measure").iter().position(|m| m == "dpSources").unwrap();
    assert_eq!(numbers(steps, "value")[step], spread);
}

#[test]
fn pairs_that_stay_apart_are_told_even_when_they_never_meet() {
    let text_ = paste(&[
        (
            "2024-01-10",
            "AFP",
            "Pavel Dorn left. Pavel Dorn and Vesna Horvat came. Daniel Okoro slept. Pavel Dorn met Vesna Horvat.",
        ),
        (
            "2024-01-12",
            "AFP",
            "Daniel Okoro left. Pavel Dorn met Daniel Okoro. Vesna Horvat spoke. Vesna Horvat went. Daniel Okoro stayed.",
        ),
    ]);
    let options =
        [("apart", Setting::Bool(true)), ("headline", Setting::Number(0.0)), ("minCount", Setting::Number(1.0))];
    let Value::Table(apart) = ask(&text_, "pairs", &options) else { panic!() };
    let found: Vec<_> =
        texts(&apart, "terms").into_iter().zip(numbers(&apart, "count")).zip(numbers(&apart, "expected")).collect();
    // Of nine sentences each is in four; Dorn and Horvat are together in two, more than expected.
    let e = 16.0 / 9.0;
    assert_eq!(
        found,
        [(("Daniel Okoro + Vesna Horvat".into(), 0.0), e), (("Daniel Okoro + Pavel Dorn".into(), 1.0), e)]
    );
    // Three pairs were tested, the one that is attracted too.
    let (p, q) = (numbers(&apart, "pValue"), numbers(&apart, "qValue"));
    assert!((q[0] - 3.0 * p[0]).abs() < 1e-15, "{p:?} {q:?}");
    // What is opened says the same.
    let opened =
        ask(&text_, "explain", &[&options[1..], &[("pair", list(&["Daniel Okoro", "Vesna Horvat"]))]].concat());
    let row = rows(&opened, "pair");
    assert_eq!((numbers(row, "count")[0], numbers(row, "qValue")[0]), (0.0, q[0]));
    // With a floor of 2 windows nothing is expected often enough.
    let Value::Table(none) = ask(&text_, "pairs", &options[..2]) else { panic!() };
    assert_eq!(none.rows, 0);
}

#[test]
fn by_count_pairs_are_listed_however_often_they_are_expected() {
    let text = "The hall was full. Pavel Dorn met Vesna Horvat. Pavel Dorn left. Pavel Dorn and Daniel Okoro came. \
                Vesna Horvat and Ilse Hartog spoke. Ilse Hartog thanked Ruth Adeyemi.";
    let by = |measure: &str| {
        let options = [("measure", Setting::Text(measure.into())), ("minCount", Setting::Number(1.0))];
        let Value::Table(pairs) = ask(text, "pairs", &options) else { panic!() };
        texts(&pairs, "terms")
    };
    // Of six sentences Dorn is in three and Horvat in two: together in one, as expected.
    let dorn_and_horvat = "Pavel Dorn + Vesna Horvat".to_string();
    assert!(!by("logLikelihood").contains(&dorn_and_horvat));
    // All are together once: those that are named more often come first, then it goes by name.
    assert_eq!(
        by("count"),
        [
            dorn_and_horvat,
            "Ilse Hartog + Vesna Horvat".into(),
            "Pavel Dorn + Daniel Okoro".into(),
            "Ilse Hartog + Ruth Adeyemi".into(),
        ]
    );
}

#[test]
fn the_table_of_articles_is_of_articles() {
    // Both are in ten articles of twenty, in eight of them in one sentence; the others mention neither.
    let together = [("2024-01-10", "AFP", "Pavel Dorn met Daniel Okoro. It rained."); 8];
    let beside = [("2024-01-10", "AFP", "Pavel Dorn left. Daniel Okoro came."); 2];
    let neither = [("2024-01-10", "AFP", "It rained. It snowed."); 10];
    let text_ = paste(&[together.as_slice(), &beside, &neither].concat());
    let pair = [("duplicates", Setting::Bool(true)), ("pair", list(&["Pavel Dorn", "Daniel Okoro"]))];
    let found = ask(&text_, "explain", &pair);
    let cells = |found: &Value| ["n11", "n1p", "np1", "npp"].map(|n| field(field(found, "articles"), n).clone());
    assert_eq!(cells(&found), [10.0, 10.0, 10.0, 20.0].map(|n| Value::Number(Some(n))));
    let row = rows(&found, "pair");
    assert_eq!((numbers(row, "count")[0], numbers(row, "articles")[0]), (8.0, 8.0));
    // G2 = 2 x 20 ln 2 over articles, whose p is erfc(sqrt(G2 / 2)).
    let p = numbers(row, "pValue")[0];
    assert!((p / 1.397_796_334e-7 - 1.0).abs() < 1e-9, "{p:e}");
    let Value::Table(pairs) = ask(&text_, "pairs", &pair[..1]) else { panic!() };
    assert_eq!(numbers(&pairs, "pValue"), [p]);

    // Both in every article, and in one sentence in one: there is a table, and nothing that articles could tell.
    let everywhere = paste(&[together[0], beside[0], beside[1]]);
    let found = ask(&everywhere, "explain", &pair);
    assert_eq!(cells(&found), [3.0; 4].map(|n| Value::Number(Some(n))));
    // In one article of twenty alone, and never in one sentence: that articles attract speaks for no being apart.
    let apart = paste(&[&beside[..1], &[neither[0]; 19]].concat());
    assert_eq!(numbers(rows(&ask(&apart, "explain", &pair), "pair"), "pValue"), [1.0]);
}

#[test]
fn pairs_can_be_asked_of_some_strength_and_surety() {
    let floors = [("minArticles", Setting::Number(1.0)), ("minCount", Setting::Number(1.0)), ("measure", text("npmi"))];
    let pairs = |more: &[(&'static str, Setting)]| {
        let Value::Table(pairs) = ask(&four(), "pairs", &[&floors, more].concat()) else { panic!() };
        (numbers(&pairs, "npmi"), numbers(&pairs, "qValue"))
    };
    let (strength, surety) = pairs(&[]);
    let (middle, level) = (strength[0], surety.iter().copied().fold(1.0, f64::min));
    let (strong, _) = pairs(&[("minScore", Setting::Number(middle))]);
    assert!(
        strong.len() < strength.len() && strong == strength[..strong.len()] && strong.iter().all(|s| *s >= middle),
        "{strong:?} {strength:?}"
    );
    let (_, sure) = pairs(&[("maxQ", Setting::Number(level))]);
    // q is over all pairs tested, whichever are then shown.
    let expected: Vec<f64> = surety.iter().copied().filter(|q| *q <= level).collect();
    assert!(sure.len() < surety.len() && sure == expected, "{sure:?} {expected:?}");
    let network = [&floors, [("maxQ", Setting::Number(level))].as_slice()].concat();
    assert!(rows(&ask(&four(), "network", &network), "edges").rows <= sure.len());
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
fn how_often_terms_are_mentioned_has_an_interval_over_articles() {
    let days = ["2024-01-10", "2024-01-11", "2024-01-12", "2024-01-13", "2024-01-14"];
    let body = |i: usize| match i {
        0 => "Pavel Dorn left. Pavel Dorn came back. Pavel Dorn left. Mira Kol spoke.",
        _ => "Mira Kol spoke to Nobody Else.",
    };
    let several = |n: usize| {
        let list: Vec<_> = days.iter().take(n).enumerate().map(|(i, day)| (*day, "AFP", body(i))).collect();
        paste(&list)
    };
    let options = |on: bool| [("terms", list(&["Pavel Dorn", "Mira Kol"])), ("intervals", Setting::Bool(on))];
    let ends = |articles: usize, on: bool| {
        let found = ask(&several(articles), "positions", &options(on));
        let rows = rows(&found, "rows");
        [numbers(rows, "low"), numbers(rows, "high")]
    };
    let [low, high] = ends(5, true);
    // All mentions of the first are in one article, which may not be drawn, or thrice; the second is in each once.
    assert_eq!((low[0], high[0]), (0.0, 9.0));
    assert_eq!((low[1], high[1]), (5.0, 5.0));
    assert!(ends(4, true).iter().flatten().all(|n| n.is_nan()), "four articles are too few");
    assert!(ends(5, false).iter().flatten().all(|n| n.is_nan()), "nobody asked");
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
