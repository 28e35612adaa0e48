//! What an article is about, on articles short enough to judge by eye.

use comention::report::{Options, Setting};
use comention::report::{Query, keywords};

use crate::corpus;

fn first(text: &str, n: usize) -> Vec<String> {
    let options = Options::from([("limit".to_string(), Setting::Number(n as f64))]);
    let query = Query::new("keywords", &options).unwrap();
    keywords::rows(&corpus(&[text]), &query).into_iter().map(|r| r.term).collect()
}

/// News is about names and single words, prose full of compounds about compounds.
#[test]
fn compounds_count_as_the_text_uses_them() {
    let news = "Ferry strike enters second week\n\nThe ferry crews of Kesh went on with their strike on Monday. \
        Anna Brandt said the strike would end when Kesh paid. Passengers waited for the ferry. Kesh did not pay, \
        and passengers left. The night ferry was late, said Anna Brandt.";
    assert_eq!(first(news, 4), ["strike", "ferry", "Kesh", "passengers"]);
    let prose = "Error recovery in packet radio networks\n\nWe describe an adaptive error recovery for packet radio \
        networks. Sliding window protocols and forward error correction are compared by discrete event simulation. \
        The mean packet delay is lower with selective repeat requests than with cumulative acknowledgement timers.";
    let found = first(prose, 6);
    for phrase in ["packet radio networks", "adaptive error recovery", "discrete event simulation"] {
        assert!(found.iter().any(|f| f == phrase), "{phrase}: {found:?}");
    }
    assert!(found.iter().all(|f| f.contains(' ')), "{found:?}");
}

/// Of two words that are mentioned alike, the longer one says more; a part of a longer phrase says less.
#[test]
fn long_words_and_whole_phrases_come_first() {
    let text = "The mill was old. A drought came, and an irrigation plan. They saw the dam. \
        The irrigation was late, and the mill stood still. The river dam broke.";
    let order = first(text, 20);
    let at = |term: &str| order.iter().position(|t| t == term).unwrap_or_else(|| panic!("{term}: {order:?}"));
    assert!(at("irrigation") < at("mill"), "{order:?}");
    assert!(at("drought") < at("plan"), "{order:?}");
}

/// A name that is a man's in one article and a city's in another is one keyword: that of the two that is more.
#[test]
fn a_name_of_two_kinds_is_one_keyword() {
    let city = "The talks were held in Washington. Officials flew to Washington on Monday.";
    let man = "Denzel Washington won a prize. Washington thanked the jury, and Mr. Washington left.";
    let other = "Mr. Washington spoke. The mayor met Mr. Washington again.";
    for pastes in [[city, man, other], [other, man, city]] {
        let corpus = corpus(&pastes);
        let options = Options::from([("measure".to_string(), Setting::Text("count".into()))]);
        let query = Query::new("keywords", &options).unwrap();
        let rows = keywords::rows(&corpus, &query);
        let found: Vec<String> = rows.iter().filter(|r| r.term == "Washington").map(|r| r.id.clone()).collect();
        assert_eq!(found.len(), 1, "{:?}", rows.iter().map(|r| (&r.id, r.count)).collect::<Vec<_>>());
    }
}
