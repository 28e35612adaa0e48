//! What a person decides about entities, and that taking it back takes back all of it.

use comention::corpus::Corpus;
use comention::report::columns::{Column, Value};
use comention::report::{self, Options, rules};

use crate::corpus;

const TEXT: &str = "Pavel Dorn met Vesna Horvat in Kesh. Dorn praised Horvat. The grain board of Kesh met Mr. Dorn.

Later Dorn flew to Kesh. Anna Dorn stayed. The grain board said nothing.";

/// Every entity as `id=count (name)`, by id.
fn entities(corpus: &Corpus) -> Vec<String> {
    let Value::Table(table) = report::ask(corpus, "entities", &Options::new()).unwrap() else { panic!() };
    let column = |name: &str| &table.columns.iter().find(|(n, _)| *n == name).unwrap().1;
    let (Column::Text(ids), Column::Text(names), Column::U32(counts)) = (column("id"), column("name"), column("count"))
    else {
        panic!()
    };
    let rows = ids.cells().into_iter().zip(names.cells()).zip(counts);
    let mut out: Vec<String> = rows.map(|((id, name), n)| format!("{}={n} ({})", id.unwrap(), name.unwrap())).collect();
    out.sort();
    out
}

fn apply(corpus: &mut Corpus, json: &str) -> Result<(), comention::error::Error> {
    corpus.set_rules(rules::read(&serde_json::from_str(json).unwrap())?);
    Ok(())
}

#[test]
fn rules_change_what_they_name_and_nothing_else() {
    let plain = entities(&corpus(&[TEXT]));
    for (rules, gone, come) in [
        (
            r#"[{"entity": "person:vesna horvat", "into": "person:pavel dorn"}]"#,
            &["person:pavel dorn=4 (Pavel Dorn)", "person:vesna horvat=2 (Vesna Horvat)"][..],
            &["person:pavel dorn=6 (Pavel Dorn)"][..],
        ),
        (
            r#"[{"entity": "person:anna dorn", "name": "Anna Dorn-Weiss"}]"#,
            &["person:anna dorn=1 (Anna Dorn)"],
            &["person:anna dorn-weiss=1 (Anna Dorn-Weiss)"],
        ),
        (
            r#"[{"entity": "person:anna dorn", "kind": "other"}]"#,
            &["person:anna dorn=1 (Anna Dorn)"],
            &["other:anna dorn=1 (Anna Dorn)"],
        ),
        (r#"[{"entity": "person:vesna horvat", "hide": true}]"#, &["person:vesna horvat=2 (Vesna Horvat)"], &[]),
        (
            r#"[{"entity": "person:pavel dorn", "surface": "Dorn", "name": "Petra Dorn"}]"#,
            &["person:pavel dorn=4 (Pavel Dorn)"],
            &["person:pavel dorn=1 (Pavel Dorn)", "person:petra dorn=3 (Petra Dorn)"],
        ),
        (
            r#"[{"surface": "grain board", "kind": "organization", "name": "Grain Board"}]"#,
            &[],
            &["organization:grain board=2 (Grain Board)"],
        ),
        // One after the other.
        (
            r#"[{"entity": "person:anna dorn", "name": "A. Weiss"}, {"entity": "person:a weiss", "into": "person:vesna horvat"}]"#,
            &["person:anna dorn=1 (Anna Dorn)", "person:vesna horvat=2 (Vesna Horvat)"],
            &["person:vesna horvat=3 (Vesna Horvat)"],
        ),
        (r#"[{"entity": "person:nobody", "hide": true}]"#, &[], &[]),
    ] {
        let mut expected: Vec<String> = plain.iter().filter(|row| !gone.contains(&row.as_str())).cloned().collect();
        assert_eq!(expected.len() + gone.len(), plain.len(), "{plain:?}");
        expected.extend(come.iter().map(|row| (*row).to_string()));
        expected.sort();

        let mut before = corpus(&[TEXT]);
        apply(&mut before, rules).unwrap();
        assert_eq!(entities(&before), expected, "{rules}");
        // The same for text that comes later.
        let mut after = Corpus::new();
        apply(&mut after, rules).unwrap();
        after.add(TEXT.into(), &mut |_, _, _| {}).unwrap();
        assert_eq!(entities(&after), expected, "{rules}");
        // Again and again changes nothing; without rules all is as it was.
        apply(&mut before, rules).unwrap();
        assert_eq!(entities(&before), expected, "{rules}");
        apply(&mut before, "[]").unwrap();
        assert_eq!(entities(&before), plain, "{rules}");
    }
}

#[test]
fn a_wrong_rule_is_named() {
    let mut corpus = Corpus::new();
    for (rules, message) in [
        (r#"{}"#, "option `rules`: got {}, expected a list of rules"),
        (r#"[{"entity": "Wang", "hide": true}]"#, "option `rules[0].entity`: got \"Wang\", expected an id"),
        (
            r#"[{"entity": "person:x", "kind": "company"}]"#,
            "option `rules[0].kind`: got \"company\", expected one of person",
        ),
        (r#"[{"entity": "person:x", "colour": 1}]"#, "option `rules[0].colour`: got 1, expected no such field"),
        (r#"[{"entity": "person:x"}]"#, "option `rules[0].into`: got null, expected one of into"),
        (r#"[{"name": "x"}]"#, "option `rules[0].entity`: got null, expected an id"),
    ] {
        let got = apply(&mut corpus, rules).unwrap_err().to_string();
        assert!(got.starts_with(message), "{got}");
    }
}
