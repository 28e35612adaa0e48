//! What a person corrects of a paste: cuts, joins, fields.

use comention::corpus::Corpus;
use comention::report::corrections::read;
use comention::report::setting::Setting;
use serde_json::{Value, json};

/// A café in the first line makes bytes and UTF-16 offsets differ.
const PASTE: &str = "Café owners meet in Port Elian\n\nPORT ELIAN, May 2 (Xinhua) -- Owners of cafés met on Thursday to talk about rents in the old town.\n\nHarbour opens after repairs\n\nThe harbour of Varrona opened again on Friday after repairs of two months, the mayor Ilse Hartog said.\n\nHartog said that ferries would run from Monday.\n";

fn setting(value: &Value) -> Setting {
    serde_json::from_value(value.clone()).unwrap()
}

/// The UTF-16 offset of a phrase of the paste.
fn at(phrase: &str) -> usize {
    PASTE[..PASTE.find(phrase).unwrap()].encode_utf16().count()
}

/// The paste with corrections: headline, date and source of every article.
fn heads(corrections: &Value) -> Vec<String> {
    let mut corpus = Corpus::new();
    let read = read(PASTE, &setting(corrections)).unwrap();
    corpus.add_corrected(PASTE.into(), &read, &mut |_, _, _| {}).unwrap();
    let show = |value: Option<String>| value.unwrap_or("-".into());
    let articles = corpus.live().filter_map(|r| corpus.view(r)).map(|v| {
        let a = v.article;
        format!(
            "{} | {} | {} | {}",
            show(a.headline.as_ref().map(|f| f.value.clone())),
            show(a.date.as_ref().map(|f| f.value.to_string())),
            show(a.source.as_ref().map(|f| f.value.clone())),
            a.cut.rule
        )
    });
    articles.collect()
}

#[test]
fn cuts_and_joins() {
    let harbour = at("Harbour opens");
    let found = heads(&json!({}));
    assert_eq!(found, ["Café owners meet in Port Elian | - | Xinhua | start of paste"]);
    let two = [
        "Café owners meet in Port Elian | - | Xinhua | start of paste",
        "Harbour opens after repairs | - | - | by hand",
    ];
    assert_eq!(heads(&json!({ "cuts": [harbour] })), two);
    assert_eq!(heads(&json!({ "cuts": [harbour + 9] })), two, "anywhere in the line");
    assert_eq!(heads(&json!({ "cuts": [harbour - 1] })), two, "in the gap before it");
    assert_eq!(heads(&json!({ "cuts": [harbour, harbour] })), two, "twice is once");
    assert_eq!(heads(&json!({ "cuts": [0, 4_000_000] })), found, "where one begins already, and past the end");
    assert_eq!(heads(&json!({ "joins": [0, harbour] })), found, "the first has nothing before it");
}

#[test]
fn records_are_articles_and_nothing_else_is() {
    let text = "One\n\n---\n\nTRESK, May 3 (Xinhua) -- A bridge opened in Tresk on Friday.\n\nTwo\n\nBy Ada Osei\n\nThe bridge closed again.\n";
    let two = text.find("Two").unwrap();
    let mut corpus = Corpus::new();
    let given = json!({ "cuts": [0, two], "only": true, "fields": [{ "at": two, "field": "byline", "value": "M. Ellison", "given": true }] });
    let read = read(text, &setting(&given)).unwrap();
    corpus.add_corrected(text.into(), &read, &mut |_, _, _| {}).unwrap();
    let found: Vec<_> = corpus.live().filter_map(|r| corpus.view(r)).collect();
    let rules: Vec<_> = found.iter().map(|v| v.article.cut.rule).collect();
    assert_eq!(rules, ["start of paste", "given by the file"]);
    let byline = found[1].article.byline.as_ref().unwrap();
    assert_eq!((byline.value.as_str(), byline.rule), ("M. Ellison", "given by the file"));
}

#[test]
fn a_joined_article_is_text_of_the_one_before() {
    let text = format!(
        "{PASTE}\n---\n\nTitle of another one\n\nTRESK, May 3 (Xinhua) -- A bridge opened in Tresk on Friday.\n"
    );
    let whole = |corrections: &Value| {
        let mut corpus = Corpus::new();
        let read = read(&text, &setting(corrections)).unwrap();
        corpus.add_corrected(text.clone(), &read, &mut |_, _, _| {}).unwrap();
        corpus.live().map(|r| r.body.words).collect::<Vec<_>>()
    };
    let apart = whole(&json!({}));
    let joined = whole(&json!({ "joins": [text[..text.find("A bridge").unwrap()].encode_utf16().count()] }));
    assert_eq!((apart.len(), joined.len()), (2, 1));
    assert!(joined[0] > apart[0] + apart[1], "{joined:?} {apart:?}: its headline is text now");
}

#[test]
fn fields() {
    let first = |field: &str, value: &Value| {
        heads(&json!({ "fields": [{ "at": 3, "field": field, "value": value }] })).remove(0)
    };
    assert_eq!(
        first("date", &json!("2024-05-02")),
        "Café owners meet in Port Elian | 2024-05-02 | Xinhua | start of paste"
    );
    assert_eq!(first("source", &json!("Port Post")), "Café owners meet in Port Elian | - | Port Post | start of paste");
    assert_eq!(first("source", &json!(null)), "Café owners meet in Port Elian | - | - | start of paste");
    // A line of the text as headline: what was one before no longer is.
    assert_eq!(
        first("headline", &json!("Harbour opens after repairs")),
        "Harbour opens after repairs | - | Xinhua | start of paste"
    );
    let elsewhere = heads(&json!({ "fields": [{ "at": 100_000, "field": "source", "value": "Post" }] }));
    assert_eq!(elsewhere, heads(&json!({})), "in no article");
}

#[test]
fn what_is_wrong_is_named() {
    let cases = [
        (json!([]), "option `corrections`: got [], expected an object with any of cuts, joins, only, fields"),
        (
            json!({ "cut": [1] }),
            "option `corrections.cut`: got [1], expected no such part; there are cuts, joins, only, fields",
        ),
        (json!({ "cuts": [1.5] }), "option `corrections.cuts[0]`: got 1.5, expected an offset of the paste, from 0"),
        (json!({ "joins": [0, -1] }), "option `corrections.joins[1]`: got -1, expected an offset of the paste, from 0"),
        (
            json!({ "fields": [{ "at": 0, "field": "colour", "value": "red" }] }),
            "option `corrections.fields[0].field`: got \"colour\", expected one of headline, date, time, source, byline, place, url",
        ),
        (
            json!({ "fields": [{ "at": 0, "field": "date", "value": "2 May" }] }),
            "option `corrections.fields[0].value`: got \"2 May\", expected a date such as 2021-07-16",
        ),
        (
            json!({ "fields": [{ "at": 0, "field": "time", "value": "25:00" }] }),
            "option `corrections.fields[0].value`: got \"25:00\", expected a time such as 14:19",
        ),
    ];
    for (given, message) in cases {
        assert_eq!(read(PASTE, &setting(&given)).unwrap_err().to_string(), message);
    }
}
