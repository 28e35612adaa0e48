//! Korean, with its pack: words with particles are counted with the word.

use std::path::Path;

use comention::lang::Packs;
use comention::mention::term::{Scratch, Stopwords, lexeme_key};

#[test]
fn words_with_particles_are_one_word() {
    let mut packs = Packs::default();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ko.pack");
    packs.add(std::fs::read_to_string(path).unwrap()).unwrap();
    let pack = packs.for_language("ko");
    for (forms, key) in [
        ("협정 협정을 협정은 협정에서 협정으로 협정에는", "협정"),
        ("노동자 노동자는 노동자들 노동자들이 노동자들은 노동자들에게", "노동자"),
        ("항구 항구를 항구는 항구에 항구와 항구까지", "항구"),
        // Words that end like a particle, and particles that many words end like.
        ("아들 아들은 아들이", "아들"),
        ("마을 마을은 마을에서", "마을"),
        ("국가", "국가"),
        ("회의", "회의"),
        ("결과", "결과"),
        ("어린이", "어린이"),
    ] {
        for form in forms.split(' ') {
            let mut scratch = Scratch::default();
            let found = lexeme_key(form, &pack, &Stopwords::default(), &mut scratch);
            assert_eq!(found, Some(key), "{form}");
        }
    }
}
