//! Every answer about a text as lines with the bits of every number: what JavaScript must get, too.

use std::path::Path;

use comention::corpus::Corpus;
use comention::lang::detect;
use comention::report::{self, Options, Setting};

/// The questions of the parity test, with their options.
const QUESTIONS: &[(&str, &[(&str, &str)])] = &[
    ("segment", &[]),
    ("entities", &[]),
    ("mentions", &[]),
    ("report", &[]),
    ("report", &[("window", "paragraph"), ("measure", "npmi")]),
    ("pairs", &[("window", "words"), ("measure", "dice")]),
    ("pairs", &[("window", "article"), ("measure", "pmi")]),
    ("keywords", &[("measure", "tfidf")]),
    ("keywords", &[("measure", "yake")]),
    ("timeline", &[("period", "day")]),
    ("counts", &[]),
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
        let options: Options = settings.iter().map(|(k, v)| ((*k).into(), Setting::Text((*v).into()))).collect();
        let answer = report::ask(&corpus, question, &options).map_err(|e| e.to_string())?;
        let json: Vec<String> = settings.iter().map(|(k, v)| format!("{k:?}:{v:?}")).collect();
        println!("# {question} {{{}}}", json.join(","));
        print!("{}", answer.dump());
    }
    Ok(())
}
