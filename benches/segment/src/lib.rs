//! Segmentation alone beside a bare walk over words, for `benches/segment.mjs`, and what a corpus weighs, for
//! `benches/weight.mjs`: the same text in the same memory, by the same compiler. No part of what ships.

use std::sync::Mutex;

use comention::corpus::Corpus;
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

static WEIGHT: Mutex<String> = Mutex::new(String::new());

/// Adds a language pack, which stands where a text would.
#[unsafe(no_mangle)]
pub extern "C" fn pack() -> u32 {
    let text = TEXT.lock().map_or_else(|_| String::new(), |mut text| std::mem::take(&mut *text));
    let Ok(mut packs) = PACKS.lock() else { return 0 };
    // The engine is whole here.
    #[cfg(target_arch = "wasm32")]
    comention::later::arrived();
    packs.get_or_insert_with(Packs::default).add(text).is_ok().into()
}

/// Makes a corpus of the text; tells what its columns weigh, each as `name\tbytes\n`. Gives the length of that.
#[unsafe(no_mangle)]
pub extern "C" fn weigh() -> usize {
    let text = TEXT.lock().map_or_else(|_| String::new(), |mut text| std::mem::take(&mut *text));
    let packs = PACKS.lock().map_or_else(|_| Packs::default(), |mut packs| packs.take().unwrap_or_default());
    let mut corpus = Corpus::with_packs(packs);
    let _ = corpus.add(text, &mut |_, _, _| {});
    let told: Vec<String> = corpus.weight().iter().map(|(name, bytes)| format!("{name}\t{bytes}\n")).collect();
    WEIGHT.lock().map_or(0, |mut out| {
        *out = told.concat();
        out.len()
    })
}

/// Where what [`weigh`] tells stands in memory.
#[unsafe(no_mangle)]
pub extern "C" fn weight() -> usize {
    WEIGHT.lock().map_or(0, |text| text.as_ptr() as usize)
}
