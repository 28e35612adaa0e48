//! Every answer about a text as lines with the bits of every number: what JavaScript must get, too.

use comention::corpus::Corpus;
use comention::report::{self, Options, Setting};

/// The questions of the parity test, with their options; `tests/js/parity.test.mjs` asks the same.
const QUESTIONS: &[(&str, &[(&str, &str)])] = &[
    ("segment", &[]),
    ("report", &[]),
    ("report", &[("window", "paragraph"), ("measure", "npmi")]),
    ("pairs", &[("window", "words"), ("measure", "dice")]),
    ("keywords", &[("measure", "tfidf")]),
    ("keywords", &[("measure", "yake")]),
    ("timeline", &[("period", "day")]),
    ("counts", &[]),
];

/// Prints the answers about the text of a file.
pub fn print(file: &str) -> Result<(), String> {
    let bytes = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
    let mut corpus = Corpus::new();
    corpus.add(String::from_utf8_lossy(&bytes).into_owned(), &mut |_, _, _| {}).map_err(|e| e.to_string())?;
    for (question, settings) in QUESTIONS {
        let options: Options = settings.iter().map(|(k, v)| ((*k).into(), Setting::Text((*v).into()))).collect();
        let answer = report::ask(&corpus, question, &options).map_err(|e| e.to_string())?;
        println!("# {question} {settings:?}");
        print!("{}", answer.dump());
    }
    Ok(())
}
