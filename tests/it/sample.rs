//! The real pasted article, where it is beside the project: what a reader would find in it.

use comention::report::{self, Options};

use crate::corpus;

#[test]
fn the_real_article_reads_as_a_person_would() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/samples/wang-lavrov-2021-07-16.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        return println!("skipped: no article at {path}");
    };
    let corpus = corpus(&[&text]);
    let views: Vec<_> = corpus.live().filter_map(|r| corpus.view(r)).collect();
    assert_eq!(views.len(), 1);
    let (a, record) = (views[0].article, views[0].record);
    assert_eq!(a.headline.as_ref().unwrap().value, "Chinese FM calls for elevating bilateral relations with Russia");
    assert_eq!(a.date.as_ref().unwrap().value.to_string(), "2021-07-16");
    assert_eq!(a.time.as_ref().unwrap().value.to_string(), "14:19");
    assert_eq!(a.source.as_ref().unwrap().value, "Xinhua");
    let dateline = a.dateline.as_ref().unwrap();
    assert_eq!(dateline.place.as_ref().unwrap().value, "TASHKENT");
    assert_eq!(dateline.date.as_ref().unwrap().value.to_string(), "2021-07-16");
    assert_eq!((record.body.paragraphs, record.body.sentences), (11, 11));

    let query = report::Query::new("entities", &Options::new()).unwrap();
    let entities = report::entities::rows(&corpus, &query);
    let named = |name: &str| entities.iter().find(|e| e.name == name).unwrap_or_else(|| panic!("no {name}"));
    let surface = |name: &str, s: &str| named(name).aliases.iter().find(|a| a.0 == s).map_or(0, |a| a.1);
    assert_eq!((named("Wang Yi").count, surface("Wang Yi", "Wang")), (6, 5));
    assert_eq!(named("Sergei Lavrov").count, 3);
    assert_eq!(
        (
            surface("Shanghai Cooperation Organization", "SCO"),
            surface("Shanghai Cooperation Organization", "Shanghai Cooperation Organization")
        ),
        (3, 1)
    );
    for person in ["Xi Jinping", "Vladimir Putin", "Wang Yi", "Sergei Lavrov"] {
        assert_eq!(named(person).kind, comention::mention::Kind::Person, "{person}");
    }
    let options: Options =
        [("kinds".to_string(), report::Setting::List(vec![report::Setting::Text("place".into())]))].into();
    let pairs = report::pairs::rows(&corpus, &report::Query::new("pairs", &options).unwrap());
    assert_eq!(pairs[0].terms, ["China".to_string(), "Russia".to_string()]);
}
