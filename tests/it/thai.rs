//! Thai, with its packs: words by a dictionary.

use std::path::Path;

use comention::corpus::Corpus;

fn corpus() -> Corpus {
    let mut corpus = Corpus::new();
    for name in ["th", "th-words"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.pack"));
        corpus.add_pack(std::fs::read_to_string(path).unwrap()).unwrap();
    }
    corpus
}

fn words(corpus: &mut Corpus, text: &str) -> Vec<String> {
    let first = corpus.pastes().len();
    corpus.add(text.into(), &mut |_, _, _| {}).unwrap();
    let paste = &corpus.pastes()[first];
    assert_eq!(paste.segmentation.notices, []);
    paste.segmentation.tokens.types.iter().map(|t| corpus.vocabulary().get(*t).to_string()).collect()
}

/// The words as places, counted in characters.
fn places<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let mut at = 0;
    let place = |word: &str| {
        at += word.chars().count();
        (at - word.chars().count(), at)
    };
    words.map(place).collect()
}

#[test]
fn words_are_mostly_those_that_a_person_sees() {
    let mut corpus = corpus();
    let (mut both, mut got, mut wanted) = (0, 0, 0);
    for cut in include_str!("../fixtures/words-th.txt").lines() {
        let found = words(&mut corpus, &cut.replace('|', ""));
        let cut: Vec<&str> = cut.split('|').collect();
        let (own, gold) = (places(found.iter().map(String::as_str)), places(cut.into_iter()));
        both += own.iter().filter(|w| gold.contains(w)).count() as u32;
        got += own.len() as u32;
        wanted += gold.len() as u32;
    }
    // F1 in percent; Intl.Segmenter of Node 20 reaches 80.7.
    let f1 = 200.0 * f64::from(both) / f64::from(got + wanted);
    assert!(f1 > 93.0, "{f1:.1}");
}

#[test]
fn what_is_no_word_stays_together() {
    let mut corpus = corpus();
    for cut in ["ฟฬฟฬ", "เฬฟแฬ|ใน|กรุงเทพฯ"] {
        assert_eq!(words(&mut corpus, &cut.replace('|', "")).join("|"), cut);
    }
}
