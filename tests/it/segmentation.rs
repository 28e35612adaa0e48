//! Fixtures of pastes: `tests/fixtures/articles/*.txt`, each a paste, a line `==>`, and for every article
//! one line of what was found, ` | ` between: rule of the cut, headline, date, time, source, byline, place
//! and date of the dateline, language, body paragraphs, beginning of the body (`/` for a line end).

use std::fs;
use std::path::Path;

use comention::lang::Packs;
use comention::segment::correct::Corrections;
use comention::segment::{Part, Segmentation, segment};
use comention::text::Vocabulary;
use proptest::prelude::*;

fn taken_apart(text: &str) -> (Segmentation, Vocabulary) {
    let mut vocabulary = Vocabulary::new();
    let all = segment(text, &Packs::default(), &Corrections::default(), &mut vocabulary, &mut |_| {});
    (all, vocabulary)
}

fn described(text: &str) -> Vec<String> {
    let (all, _) = taken_apart(text);
    let show = |s: Option<String>| s.unwrap_or_else(|| "-".into());
    all.articles
        .iter()
        .map(|a| {
            let place = a.dateline.as_ref().and_then(|d| d.place.as_ref()).map(|f| f.value.clone());
            let date = a.dateline.as_ref().and_then(|d| d.date.as_ref()).map(|f| f.value.to_string());
            let body = all.paragraphs[a.paragraphs.start as usize..a.paragraphs.end as usize]
                .iter()
                .filter(|p| p.part == Part::Body)
                .count();
            let begin = a.body.of(text).trim_start().chars().take(24).collect::<String>().replace('\n', "/");
            [
                a.cut.rule.to_string(),
                show(a.headline.as_ref().map(|f| f.value.clone())),
                show(a.date.as_ref().map(|f| f.value.to_string())),
                show(a.time.as_ref().map(|f| f.value.to_string())),
                show(a.source.as_ref().map(|f| f.value.clone())),
                show(a.byline.as_ref().map(|f| f.value.clone())),
                show(place),
                show(date),
                show(a.language.as_ref().map(|f| f.value.clone())),
                body.to_string(),
                begin,
            ]
            .join(" | ")
            .trim_end()
            .to_string()
        })
        .collect()
}

#[test]
fn pastes_come_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut wrong = String::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (paste, expected) = text.split_once("\n==>\n").unwrap_or_else(|| panic!("{}: no `==>`", path.display()));
        let got = described(paste).join("\n");
        let expected = expected.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        if got != expected {
            wrong.push_str(&format!("{}\n--- got\n{got}\n--- expected\n{expected}\n", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn sentences_with_the_abbreviations_of_a_language() {
    let mut packs = Packs::default();
    for pack in crate::PACKS {
        packs.add(pack.to_string()).unwrap();
    }
    for cut in [
        "Той дойде на ул. Раковски, където проф. Петров го посрещна.|Стойността е 300 лв.|Това е много.",
        "Přišel k prof. Novákovi, a to např. Václav i Jan.|Bydlel na nám. Míru.",
        "Det er hr. Andersen, der kom kl. 10 i går.|De mødtes f.eks. Tirsdag og har ikke set hinanden.",
        "Ο κ. Παπαδόπουλος είπε ότι ήρθε στις 10 π.μ. την Τρίτη.|Τι θα γίνει με το λιμάνι;|Δεν ξέρουμε.",
        "Hän oli prof. Virtanen ja tuli esim. Turusta, mutta ei ole täällä.|Kello oli kymmenen.",
        "Ez a dr. Kovács, aki a kb. Tíz ember közül az egyik volt.|Nem jött el.",
        "Det var prof. Hansen som kom kl. 10 og ikke ble.|Han bodde i Oslo, bl.a. Frogner, etter krigen.",
        "A venit dl. Popescu de pe str. Lungă și nu a spus nimic.|Este târziu.",
        "הוא בא.|למה הוא בא?|לא ידוע.",
        "Ông ấy đã đến TP. Hồ Chí Minh và không nói gì.|Hôm nay trời mưa.",
    ] {
        let text = cut.replace('|', " ");
        let all = segment(&text, &packs, &Corrections::default(), &mut Vocabulary::new(), &mut |_| {});
        let got: Vec<&str> = all.sentences.iter().map(|s| &text[s.span.start as usize..s.span.end as usize]).collect();
        assert_eq!(got.join("|"), cut);
    }
}

/// Every span lies on character boundaries and in order, and words are where their forms are.
fn whole(text: &str) {
    let (all, vocabulary) = taken_apart(text);
    let mut last = 0;
    for (start, id) in all.tokens.starts.iter().zip(&all.tokens.types) {
        let (start, form, spaced) = (start.byte(), vocabulary.get(*id), start.spaced());
        assert!(start >= last, "words out of order at {start} in {text:?}");
        assert_eq!(text.get(start as usize..start as usize + form.len()), Some(form));
        assert!(!spaced || text.get(last as usize..start as usize) == Some(" "), "no blank at {start} in {text:?}");
        last = start + form.len() as u32;
    }
    for sentence in &all.sentences {
        assert!(text.get(sentence.span.start as usize..sentence.span.end as usize).is_some());
    }
    for pair in all.sentences.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "sentences overlap in {text:?}");
    }
}

#[test]
fn no_paste_is_too_odd() {
    let long = "x".repeat(300_000);
    let dots = ". ".repeat(50_000);
    let capitals = "Aa ".repeat(50_000);
    let lines = "\n".repeat(200_000);
    let quotes = "\"'".repeat(50_000);
    for text in [
        "",
        " ",
        "\0\u{1}\u{7f}",
        "\u{202e}abc\u{5d0}",
        "😀👩‍👩‍👧 e\u{301}",
        "<script>alert(1)</script>",
        "\u{fffd}",
        "---",
        "===\n***\n---",
        "1 of 2 DOCUMENTS",
        "# ",
        "By",
        "date 2021-07-16",
        &long,
        &dots,
        &capitals,
        &lines,
        &quotes,
    ] {
        whole(text);
    }
}

#[test]
fn a_found_article_is_one_article() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        let text = fs::read_to_string(&path).unwrap();
        let paste = text.split_once("\n==>\n").unwrap().0;
        for article in &taken_apart(paste).0.articles {
            let again = taken_apart(article.span.of(paste)).0.articles.len();
            assert_eq!(again, 1, "{}: {:?}", path.display(), article.headline);
        }
    }
}

proptest! {
    #[test]
    fn any_text_comes_apart(text in "(\\PC|[\n\r\t .,!?\"'()A-Z0-9-]){0,200}") {
        whole(&text);
    }

    #[test]
    fn any_lines_come_apart(lines in prop::collection::vec(prop_oneof![
        Just("---".to_string()), Just(String::new()), Just("By Marta Ellison".to_string()), Just("KESH, March 5 (CNA) -- Text.".to_string()),
        Just("Document 2 of 3".to_string()), Just("# Head of it".to_string()), Just("Ten ships leave the harbour".to_string()),
        Just("The ships left on Tuesday after a week in the harbour, and nobody knew why they had come.".to_string()), "[a-zA-Z ,.]{0,60}",
    ], 0..30)) {
        whole(&lines.join("\n"));
    }
}

#[test]
fn tags_before_the_text_belong_to_its_article() {
    let paste = "\n<img src=x onerror=\"a()\"> <script>b()</script>\n\nThe talks with <b>Wang Yi</b> were good.";
    let (all, _) = taken_apart(paste);
    let [article] = all.articles.as_slice() else { panic!("{:?}", all.articles) };
    assert!(article.span.of(paste).starts_with("<img"), "{}", article.span.of(paste));
    assert!(article.body.of(paste).starts_with("The talks"), "{}", article.body.of(paste));
}
