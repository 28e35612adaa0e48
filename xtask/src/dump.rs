//! Every answer about a text as lines with the bits of every number: what JavaScript must get, too.

use std::path::Path;

use comention::corpus::Corpus;
use comention::lang::detect;
use comention::report::{self, Options};

/// The questions of the parity test, with their options.
const QUESTIONS: &[(&str, &str)] = &[
    ("segment", "{}"),
    ("entities", "{}"),
    ("mentions", "{}"),
    ("suggestions", "{}"),
    ("report", "{}"),
    ("report", r#"{"window":"paragraph","measure":"npmi"}"#),
    ("pairs", r#"{"window":"words","measure":"dice"}"#),
    ("pairs", r#"{"window":"article","measure":"pmi"}"#),
    ("pairs", r#"{"intervals":true,"limit":10,"minArticles":1}"#),
    ("keywords", r#"{"measure":"tfidf"}"#),
    ("keywords", r#"{"measure":"yake"}"#),
    ("timeline", r#"{"period":"day"}"#),
    ("timeline", r#"{"of":"pairs","minArticles":1}"#),
    ("compare", r#"{"a":{"articles":[0,2]}}"#),
    ("triads", r#"{"minArticles":1}"#),
    ("stopwords", "{}"),
    ("pairs", r#"{"headline":0,"minArticles":1}"#),
    ("positions", "{}"),
    ("network", r#"{"backbone":"sdsm","minArticles":1,"alpha":0.5}"#),
    ("network", r#"{"backbone":"disparity","minArticles":1,"alpha":0.5}"#),
    ("communities", r#"{"minArticles":1}"#),
    ("counts", "{}"),
];

/// Prints the answers about the text of a file, each after a line `# question {options}`, which the
/// parity test asks as well.
pub fn print(file: &str) -> Result<(), String> {
    let bytes = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut corpus = Corpus::new();
    for language in detect::languages(&text) {
        // English is part of the engine, and not every language has a pack.
        for name in [language.to_string(), format!("{language}-words"), format!("{language}-names")] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../data/{name}.pack"));
            if let Ok(pack) = std::fs::read_to_string(path) {
                corpus.add_pack(pack).map_err(|e| e.to_string())?;
            }
        }
    }
    corpus.add(text, &mut |_, _, _| {}).map_err(|e| e.to_string())?;
    for (question, settings) in QUESTIONS {
        let options: Options = serde_json::from_str(settings).map_err(|e| format!("{settings}: {e}"))?;
        let answer = report::ask(&corpus, question, &options).map_err(|e| e.to_string())?;
        println!("# {question} {settings}");
        print!("{}", answer.dump());
    }
    Ok(())
}
