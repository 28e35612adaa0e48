//! One name in several languages.

use std::path::Path;

use comention::corpus::Corpus;
use comention::report::{self, Options, Query};

/// The entities of these pastes as `id articles: name`, those with at least `least` articles.
fn entities(pastes: &[&str], least: u32) -> Vec<String> {
    let mut corpus = Corpus::new();
    for name in ["de", "ru", "zh", "zh-words", "zh-names"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{name}.pack"));
        corpus.add_pack(std::fs::read_to_string(path).unwrap()).unwrap();
    }
    for paste in pastes {
        corpus.add((*paste).to_string(), &mut |_, _, _| {}).unwrap();
    }
    let rows = report::entities::rows(&corpus, &Query::new("entities", &Options::new()).unwrap());
    let mut out: Vec<String> =
        rows.iter().filter(|r| r.articles >= least).map(|r| format!("{} {}: {}", r.id, r.articles, r.name)).collect();
    out.sort();
    out
}

const ENGLISH: &str = "Chinese Foreign Minister Wang Yi met Sergei Lavrov in Kesh on Thursday. Wang Yi said that China and Russia would work together in the Shanghai Cooperation Organization.";
const RUSSIAN: &str = "Министр иностранных дел Ван И встретился в четверг с коллегами из России. Сергей Лавров заявил, что Россия и Китай будут работать вместе. Лавров поблагодарил Китай за помощь.";
const CHINESE: &str = "外交部长王毅5日在北京会见俄罗斯外长拉夫罗夫。王毅表示，中国愿同俄罗斯加强合作。拉夫罗夫感谢中国政府的支持。上合组织秘书长也在北京。上海合作组织发表声明。";
const GERMAN: &str = "Der Außenminister Sergej Lawrow traf am Donnerstag in Kesch mit Vertretern aus China zusammen. Lawrow sagte, dass Russland und China zusammenarbeiten wollen und dass die Gespräche weitergehen.";

#[test]
fn the_best_known_names_are_one_whatever_the_language() {
    assert_eq!(
        entities(&[ENGLISH, RUSSIAN, CHINESE, GERMAN], 2),
        [
            "organization:shanghai cooperation organization 2: Shanghai Cooperation Organization",
            "person:sergei lavrov 4: Sergei Lavrov",
            "person:wang yi 3: Wang Yi",
            "place:china 4: China",
            "place:russia 4: Russia",
        ]
    );
}

#[test]
fn a_name_is_called_what_the_text_calls_it_in_its_base_form() {
    assert_eq!(
        entities(&[RUSSIAN], 1),
        [
            "person:sergei lavrov 1: Сергей Лавров",
            "person:wang yi 1: Ван И",
            "place:china 1: Китай",
            "place:russia 1: Россия"
        ]
    );
}

#[test]
fn an_article_that_is_told_the_kind_counts_for_more_than_one_that_guesses() {
    let guessed = "Tallis recalled its ambassador on Monday. Tallis earns a lot from ships, and Tallis wants more.";
    let told = "The prime minister of Tallis and her guest walked along the harbour.";
    let kinds = |pastes: &[&str]| {
        let found = entities(pastes, 1);
        found.into_iter().filter(|row| row.ends_with("Tallis")).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&[guessed]), ["person:tallis 1: Tallis"]);
    assert_eq!(kinds(&[told]), ["place:tallis 1: Tallis"]);
    assert_eq!(kinds(&[guessed, told]), ["place:tallis 2: Tallis"]);
}
