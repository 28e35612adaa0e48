//! Japanese, with its packs: words by a dictionary.

use std::path::Path;

use comention::corpus::Corpus;

#[test]
fn words_are_those_of_the_dictionary() {
    let mut corpus = Corpus::new();
    for name in ["ja", "ja-words"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.pack"));
        corpus.add_pack(std::fs::read_to_string(path).unwrap()).unwrap();
    }
    for cut in [
        "港|は|火曜|日|に|再開|し|まし|た",
        "外務|大臣|は|3|月|5|日|東京|で|会見|し|た",
        "データベース|を|使っ|て|いる|人々",
    ] {
        let first = corpus.pastes().len();
        corpus.add(format!("{}。", cut.replace('|', "")), &mut |_, _, _| {}).unwrap();
        let paste = &corpus.pastes()[first];
        let words: Vec<&str> = paste.segmentation.tokens.types.iter().map(|t| corpus.vocabulary().get(*t)).collect();
        assert_eq!(words.join("|"), cut);
        assert_eq!(paste.segmentation.notices, []);
    }
}
