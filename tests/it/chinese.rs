//! Chinese, with its packs: words, names, and what they stand for.

use std::path::Path;

use comention::corpus::Corpus;
use comention::report::{self, Options, Query};

const NEWS: &str = "新华社北京3月5日电 外交部长王毅5日在北京会见俄罗斯外长拉夫罗夫。王毅表示，中国愿同俄罗斯加强合作。拉夫罗夫感谢中国政府的支持。";

fn chinese(text: &str) -> Corpus {
    let mut corpus = Corpus::new();
    for name in ["zh", "zh-words", "zh-names"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.pack"));
        corpus.add_pack(std::fs::read_to_string(path).unwrap()).unwrap();
    }
    corpus.add(text.to_string(), &mut |_, _, _| {}).unwrap();
    corpus
}

#[test]
fn words_are_those_of_the_dictionary() {
    let corpus = chinese("中国愿同俄罗斯加强合作。");
    let paste = &corpus.pastes()[0];
    let words: Vec<&str> = paste.segmentation.tokens.types.iter().map(|t| corpus.vocabulary().get(*t)).collect();
    assert_eq!(words.join("|"), "中国|愿|同|俄罗斯|加强|合作");
    assert_eq!(paste.segmentation.notices, []);
}

#[test]
fn names_are_found_and_counted() {
    let corpus = chinese(NEWS);
    let rows = report::entities::rows(&corpus, &Query::new("entities", &Options::new()).unwrap());
    let found: Vec<String> = rows.iter().map(|r| format!("{} {}", r.id, r.count)).collect();
    for expected in ["person:wang yi 2", "person:sergei lavrov 2", "place:china 2", "place:北京 1"] {
        assert!(found.iter().any(|f| f == expected), "{expected} in {found:?}");
    }
}
