//! The tables of `docs/measures.md` are what the engine computes; `UPDATE_DOCS=1` writes them anew.

use comention::network::{Edge, Graph, Incidence};
use comention::rng::Rng;
use comention::stats::adjust::{benjamini_hochberg, holm};
use comention::stats::association::{association_strength, log_likelihood, npmi, pmi, simple_log_likelihood};
use comention::stats::dispersion::{Whole, dispersion, gries};
use comention::stats::formula::{self, MAIN, MORE, number};
use comention::stats::interval::{clopper_pearson, percentile_interval, resample};
use comention::stats::keyness::{Frequencies, keyness};
use comention::stats::table::Table;
use comention::stats::trend::{bursts, trend};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/measures.md");

fn value(value: Option<f64>) -> String {
    value.map_or_else(|| "undefined".into(), number)
}

fn pairs() -> String {
    let table = Table::new(3, 4, 5, 11).unwrap();
    let mut out = String::from("| measure | formula | range | unit | example | source |\n|---|---|---|---|---|---|\n");
    for f in MAIN.iter().chain(MORE) {
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
    ("conservativeLogRatio", "its 95 % bound nearer to 0, 0 where that spans 0; bits (Evert 2022)"),
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

/// Rows of what is asked, the numbers at hand, and what comes out.
fn examples(rows: &[(&str, &str, String)]) -> String {
    let mut out = String::from("| | the numbers | what comes out |\n|---|---|---|\n");
    for (what, numbers, result) in rows {
        out += &format!("| {what} | {numbers} | {result} |\n");
    }
    out
}

fn between((low, high): (f64, f64)) -> String {
    format!("{} to {}", number(low), number(high))
}

fn listed(values: impl IntoIterator<Item = f64>) -> String {
    values.into_iter().map(number).collect::<Vec<_>>().join(", ")
}

fn graph(nodes: usize, edges: &[(u32, u32, f64)]) -> Graph {
    Graph::new(nodes, edges.iter().map(|(a, b, weight)| Edge { a: *a, b: *b, weight: *weight }).collect()).unwrap()
}

/// NPMI of the articles drawn, each drawn so often: windows with both, with the first, with the second, in all.
fn drawn(articles: &[[u64; 4]], times: &[u32]) -> Option<f64> {
    let sum = |i: usize| articles.iter().zip(times).map(|(a, n)| a[i] * u64::from(*n)).sum();
    npmi(&Table::new(sum(0), sum(1), sum(2), sum(3)).ok()?)
}

fn surer() -> String {
    let wide = Table::new(30, 100, 40, 1000).unwrap();
    let p = [0.005, 0.01, 0.03, 0.04].map(Some);
    let q = |values: Vec<Option<f64>>| listed(values.into_iter().flatten());
    let articles = [[2, 3, 3, 10], [1, 2, 1, 8], [0, 1, 2, 9], [2, 2, 4, 12], [0, 3, 0, 7], [1, 1, 1, 6]];
    let mut rng = Rng::new(1);
    let values: Vec<_> = (0..1000).map(|_| drawn(&articles, &resample(6, &mut rng))).collect();
    let within = Table::new(4, 20, 6, 200).unwrap();
    let of = |v: Option<f64>| number(v.unwrap());
    examples(&[
        (
            "share with its interval (Clopper & Pearson 1934)",
            "3 of 5, 95 %",
            between(clopper_pearson(3, 5, 0.95).unwrap()),
        ),
        (
            "`conservativeLogRatio` (Evert 2022)",
            "30 together, the first in 100 and the second in 40 of 1,000",
            formula::of("conservativeLogRatio").unwrap().filled(&wide),
        ),
        (
            "interval by bootstrap over articles (Efron 1979)",
            "six articles; together in 2, 1, 0, 2, 0, 1 of their windows; NPMI",
            format!(
                "{}, and in the middle 95 % of 1,000 draws {}",
                number(drawn(&articles, &[1; 6]).unwrap()),
                between(percentile_interval(&values, 0.95).unwrap())
            ),
        ),
        ("q by Benjamini & Hochberg 1995", "p = 0.005, 0.01, 0.03, 0.04", q(benjamini_hochberg(&p))),
        ("p by Holm 1979", "the same", q(holm(&p))),
        (
            "dispersion of a pair: DP over articles (Gries 2008)",
            "together in 3 windows of an article of 10 and in 1 of one of 20, of 60 windows in all",
            of(gries(&[(3, 10), (1, 20)], Whole::of(&[10, 20, 30])).map(|d| d.dp)),
        ),
        (
            "the same over sources, and DPnorm",
            "together in 3 of one's 15 windows and in 1 of the other's 45",
            listed(gries(&[(3, 15), (1, 45)], Whole::of(&[15, 45])).map(|d| [d.dp, d.norm.unwrap()]).unwrap()),
        ),
        (
            "window of k words (Evert 2008)",
            "k = 5, 200 words; the first twice: a span of 2 × 2 × 5 = 20; the second 6 times, 4 of them within the span",
            format!("expected 20 × 6 / 200 = 0.6; PMI {}, G² {}", of(pmi(&within)), of(log_likelihood(&within))),
        ),
        (
            "three together (Evert 2005)",
            "each in 2 of 8 windows, in 2 all three: E = 2 × 2 × 2 / 8² = 0.125",
            // The simple log-likelihood of a table whose E11 is 0.125.
            of(simple_log_likelihood(&Table::new(2, 2, 2, 32).unwrap())),
        ),
        (
            "TF-IDF",
            "6 mentions, in 2 of 20 articles",
            format!("6 × ln(20 / 2) = {}", number(6.0 * comention::num::ln(10.0))),
        ),
    ])
}

fn timely() -> String {
    let found = trend(&[0, 1, 2, 4], &[5; 4]).unwrap().unwrap();
    let burst = &bursts(&[1, 1, 6, 7, 1], &[10; 5], 2.0, 1.0).unwrap()[0];
    examples(&[
        (
            "trend (Cochran 1954; Armitage 1955)",
            "in 0, 1, 2, 4 of five articles a month",
            format!("z = {}, p = {}", number(found.z), number(found.p_value)),
        ),
        (
            "burst (Kleinberg 2002)",
            "in 1, 1, 6, 7, 1 of ten articles a month",
            format!("months {} to {}, weight {}", burst.start + 1, burst.end, number(burst.weight)),
        ),
    ])
}

fn linked() -> String {
    let triangles = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)].map(|(a, b)| (a, b, 1.0));
    let two = graph(6, &triangles);
    let star = graph(4, &[(0, 1, 8.0), (0, 2, 1.0), (0, 3, 1.0)]);
    let terms = Incidence::new(&[4, 4, 2, 2], &[2; 6]).unwrap();
    examples(&[
        ("weighted degree", "a star: links of 8, 1, 1", listed(star.weighted_degree())),
        ("PageRank", "the same", listed(star.page_rank())),
        ("betweenness", "two triangles 1 2 3 and 4 5 6, and a link from 3 to 4", listed(two.betweenness())),
        ("betweenness of links", "the same; the last is the bridge", listed(two.edge_betweenness())),
        ("clustering", "the same", listed(two.clustering())),
        (
            "modularity and communities",
            "the same",
            format!(
                "{} in {} communities",
                number(two.modularity(&two.communities(1.0, 1), 1.0).unwrap()),
                two.communities(1.0, 1).iter().max().unwrap() + 1
            ),
        ),
        (
            "association strength",
            "a link of 3 between nodes of 8 and 6; all nodes together 40",
            format!("40 × 3 / (8 × 6) = {}", number(association_strength(3.0, 8.0, 6.0, 40.0).unwrap())),
        ),
        ("disparity filter: α of each link", "the star: (1 - 8/10)² for the first", listed(star.disparity_alpha())),
        (
            "SDSM",
            "six windows of two terms; A and B in four of them each, C and D in two; A and B together in all four",
            format!("expected {}; P(4 or more) = {}", number(terms.expected(0, 1)), number(terms.p_value(0, 1, 4))),
        ),
    ])
}

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
        ("surer", surer()),
        ("timely", timely()),
        ("linked", linked()),
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
