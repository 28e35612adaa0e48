//! The tables of `docs/measures.md` are what the engine computes; `UPDATE_DOCS=1` writes them anew.

use comention::stats::dispersion::dispersion;
use comention::stats::formula::{FORMULAS, number};
use comention::stats::keyness::{Frequencies, keyness};
use comention::stats::table::Table;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/measures.md");

fn value(value: Option<f64>) -> String {
    value.map_or_else(|| "undefined".into(), number)
}

fn pairs() -> String {
    let table = Table::new(3, 4, 5, 11).unwrap();
    let mut out = String::from("| measure | formula | range | unit | example | source |\n|---|---|---|---|---|---|\n");
    for f in FORMULAS {
        let (formula, example) = (f.formula, f.filled(&table));
        out += &format!("| `{}` | {formula} | {} | {} | {example} | {} |\n", f.name, f.range, f.unit, f.source);
    }
    out
}

fn rows(head: &str, values: &[(&str, Option<f64>)], about: &[(&str, &str)]) -> String {
    let mut out = format!("| measure | what it is | {head} |\n|---|---|---|\n");
    for (name, got) in values {
        let what = about.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name} is not described")).1;
        out += &format!("| `{name}` | {what} | {} |\n", value(*got));
    }
    out
}

const KEYNESS: &[(&str, &str)] = &[
    ("logLikelihood", "G² over the four cells; 0 or more (Dunning 1993)"),
    ("logLikelihood2", "G² over the two cells of the term; 0 or more (Rayson & Garside 2000)"),
    ("logLikelihoodP", "P(χ² with 1 df ≥ G²); 0 to 1"),
    ("chiSquared", "Pearson's X², no correction; 0 or more"),
    ("logRatio", "log2 of the ratio of relative frequencies, a 0 counted as ½; bits (Hardie 2014)"),
    ("logRatioWalter", "the same with ½ added to all counts and sizes; bits (Walter 1975)"),
    ("percentDiff", "difference in percent of the second; -100 or more, undefined at b = 0 (Gabrielatos 2018)"),
    ("simpleMaths1", "(per million + 1) over the same of the second; above 0 (Kilgarriff 2009)"),
    ("simpleMaths100", "(per million + 100) over the same of the second; above 0 (Kilgarriff 2009)"),
    ("bic", "G² - ln(sizeA + sizeB); any number (Wilson 2013)"),
    ("logOddsRatio", "ln of the odds ratio, ½ added to all cells when one is 0; nats (Haldane 1956)"),
];

const DISPERSION: &[(&str, &str)] = &[
    ("range", "articles with a mention; a whole number"),
    ("dp", "½ Σ of the differences between share of mentions and share of words; 0 even to 1 (Gries 2008)"),
    ("dpNorm", "dp / (1 - smallest share of words); 0 to 1 (Lijffijt & Gries 2012)"),
    (
        "juillandD",
        "1 - (deviation / mean of the rates) / √(n - 1); 1 even, 0 in one place (Juilland & Chang-Rodríguez 1964)",
    ),
    ("carrollD2", "entropy of the rates / log2 n; 1 even, 0 in one place (Carroll 1970)"),
];

#[test]
fn the_tables_are_what_the_engine_computes() {
    let mut page = std::fs::read_to_string(PATH).unwrap();
    let keyness = keyness(&Frequencies::new(10, 5, 100, 200).unwrap());
    let dispersion = dispersion(&[0, 0, 1, 2, 5], &[10; 5]).unwrap();
    let mut stale = Vec::new();
    for (name, fresh) in [
        ("pairs", pairs()),
        ("keyness", rows("10 of 100 against 5 of 200", &keyness, KEYNESS)),
        ("dispersion", rows("(0, 0, 1, 2, 5)", &dispersion, DISPERSION)),
    ] {
        let (begin, end) =
            (format!("<!-- {name}: written by tests/it/measures_doc.rs -->\n"), format!("<!-- /{name} -->"));
        let from = page.find(&begin).unwrap_or_else(|| panic!("no `{begin}`")) + begin.len();
        let to = page.find(&end).unwrap_or_else(|| panic!("no `{end}`"));
        if page[from..to] != fresh {
            stale.push(name);
            page.replace_range(from..to, &fresh);
        }
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PATH, page).unwrap();
    } else {
        assert!(stale.is_empty(), "stale in docs/measures.md: {stale:?}; UPDATE_DOCS=1 writes them anew");
    }
}
