//! Segmentation alone beside a bare walk over words, for `benches/segment.mjs`: the same text in the same
//! memory, by the same compiler. No part of what ships.

use std::sync::Mutex;

use comention::lang::Packs;
use comention::segment::correct::Corrections;
use comention::segment::segment;
use comention::text::Vocabulary;
use unicode_segmentation::UnicodeSegmentation;

static TEXT: Mutex<String> = Mutex::new(String::new());
static PACKS: Mutex<Option<Packs>> = Mutex::new(None);

fn with_text(work: impl FnOnce(&str) -> usize) -> u32 {
    TEXT.lock().map_or(0, |text| work(&text) as u32)
}

/// Makes room for a text of so many bytes, blank for now; gives where it stands in memory.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> usize {
    TEXT.lock().map_or(0, |mut text| {
        *text = " ".repeat(bytes);
        text.as_ptr() as usize
    })
}

/// Articles, paragraphs, sentences and words of the text; gives how many words.
#[unsafe(no_mangle)]
pub extern "C" fn parts() -> u32 {
    let Ok(mut packs) = PACKS.lock() else { return 0 };
    let packs = packs.get_or_insert_with(Packs::default);
    with_text(|text| {
        let mut vocabulary = Vocabulary::new();
        let all = segment(text, packs, &Corrections::default(), &mut vocabulary, &mut |_| {});
        all.tokens.starts.len()
    })
}

/// Words of the text by the crate alone, none kept; gives how many.
#[unsafe(no_mangle)]
pub extern "C" fn walk() -> u32 {
    with_text(|text| text.unicode_words().count())
}
