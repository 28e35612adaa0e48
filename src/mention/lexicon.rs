//! What is known of a word form by itself: its lists and its shape, looked up once and kept.

use crate::lang::{Entry, Flags, Pack};
use crate::text::{TypeId, Vocabulary};

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// No capital at the beginning, or no letter.
    #[default]
    Lower,
    /// `Wang`, `McDonald`, `YouTube`.
    Capital,
    /// `SCO`, `U.S`, `F`: two letters or more, or one with a dot or alone.
    Capitals,
    /// `iPhone`: a capital inside.
    Mixed,
    /// `2021`, `14:19`.
    Number,
}

/// A word form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub known: bool,
    pub shape: Shape,
    /// Of the form without its possessive, folded, and as written where that is in capitals.
    pub flags: Flags,
    /// Of the form as written, where that is in capitals: `WHO`, `US`.
    pub capitals: Flags,
    /// The entry of the folded form, and of the form as written where that is in capitals.
    pub entries: [Entry; 2],
    /// Bytes of a possessive ending (`'s`, `’s`, `’`).
    pub possessive: u8,
    /// The form in lower case, if the text has it.
    pub lower: Option<TypeId>,
    /// Ends as words do that are no names: `-ing`, `-ed`, `-ly`, or the plural of a listed word.
    pub ordinary: bool,
}

impl Default for Word {
    fn default() -> Self {
        Word {
            known: false,
            shape: Shape::Lower,
            flags: Flags::NONE,
            capitals: Flags::NONE,
            entries: [Entry::NONE; 2],
            possessive: 0,
            lower: None,
            ordinary: false,
        }
    }
}

/// Word forms of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    language: String,
    words: Vec<Word>,
    folded: String,
}

impl Lexicon {
    /// Readies the table for an article in the pack's language.
    pub(crate) fn begin(&mut self, pack: &Pack<'_>, vocabulary: &Vocabulary) {
        if self.language != pack.language() {
            self.language = pack.language().to_string();
            self.words.clear();
        }
        if self.words.len() < vocabulary.len() {
            self.words.resize(vocabulary.len(), Word::default());
        }
    }

    /// What is known of a form.
    pub(crate) fn word(&mut self, id: TypeId, vocabulary: &Vocabulary, pack: &Pack<'_>) -> Word {
        match self.words.get(id.0 as usize) {
            Some(word) if word.known => *word,
            _ => {
                let word = look_up(vocabulary.get(id), vocabulary, pack, &mut self.folded);
                if let Some(slot) = self.words.get_mut(id.0 as usize) {
                    *slot = word;
                }
                word
            }
        }
    }
}

/// The bytes of a possessive ending.
pub(crate) fn possessive(form: &str) -> usize {
    ["'s", "’s", "'S", "’S"].iter().find(|e| form.ends_with(**e) && form.len() > e.len()).map_or(0, |e| e.len())
}

fn shape(form: &str) -> Shape {
    let mut chars = form.chars();
    let Some(first) = chars.next() else { return Shape::Lower };
    if first.is_ascii_digit() {
        return Shape::Number;
    }
    let (mut upper, mut lower) = (u32::from(first.is_uppercase()), u32::from(first.is_lowercase()));
    for c in chars {
        upper += u32::from(c.is_uppercase());
        lower += u32::from(c.is_lowercase());
    }
    match (first.is_uppercase(), upper, lower) {
        (true, _, 0) => Shape::Capitals,
        (true, _, _) => Shape::Capital,
        (false, 1.., _) => Shape::Mixed,
        _ => Shape::Lower,
    }
}

fn look_up(form: &str, vocabulary: &Vocabulary, pack: &Pack<'_>, folded: &mut String) -> Word {
    let cut = possessive(form);
    let bare = form.get(..form.len() - cut).unwrap_or(form);
    let shape = shape(bare);
    if shape == Shape::Number {
        return Word { known: true, shape, ..Word::default() };
    }
    folded.clear();
    if bare.is_ascii() {
        folded.push_str(bare);
        folded.make_ascii_lowercase();
    } else {
        folded.extend(bare.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
    if bare.contains('.') && bare.split('.').skip(1).any(|part| part.starts_with(|c: char| c.is_lowercase())) {
        // `example.com`, `report.pdf`: an address or a file.
        return Word { known: true, possessive: cut as u8, ..Word::default() };
    }
    let entries = [pack.entry(folded), if shape == Shape::Capitals { pack.entry(bare) } else { Entry::NONE }];
    let [(flags, _), (capitals, _)] = entries.map(|entry| pack.at(entry));
    let flags = flags.with(capitals);
    let long = shape == Shape::Capital || shape == Shape::Capitals && bare.len() > 4;
    let ordinary = long && flags == Flags::NONE && ordinary(folded, pack);
    let lower = if shape == Shape::Capital || shape == Shape::Capitals { vocabulary.find(folded) } else { None };
    Word { known: true, shape, flags, capitals, entries, possessive: cut as u8, lower, ordinary }
}

/// Whether a folded word is an inflected ordinary word.
fn ordinary(folded: &str, pack: &Pack<'_>) -> bool {
    let listed = Flags::COMMON.with(Flags::STOP).with(Flags::OFFICE).with(Flags::SAYING).with(Flags::ORG_WORD);
    let mut form = String::with_capacity(folded.len() + 1);
    let mut stem = |end: &str, new: &str| {
        folded.strip_suffix(end).is_some_and(|s| {
            form.clear();
            form.push_str(s);
            form.push_str(new);
            s.len() > 2 && pack.flags(&form).any(listed)
        })
    };
    stem("s", "")
        || stem("es", "")
        || stem("ies", "y")
        || stem("ed", "")
        || stem("ed", "e")
        || stem("ing", "")
        || stem("ing", "e")
        || stem("ly", "")
        || stem("er", "")
        || stem("ers", "")
        || stem("n't", "")
        || folded.ends_with("ingly")
        || folded.contains('\'') && folded.ends_with('t')
}
