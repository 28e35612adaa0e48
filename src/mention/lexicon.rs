//! What is known of a word form by itself: its lists and its shape, looked up once and kept.

use crate::lang::pack::{SEED, mix};
use crate::lang::{Entry, Flags, Pack};
use crate::mention::form::{Forms, NONE};
use crate::mention::inflected;
use crate::mention::name::NAMED;
use crate::mention::weigh;
use crate::span::to_u32;
use crate::text::case;
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

/// What is counted of a word form.
pub(crate) mod class {
    use super::Shape;

    /// Counts wherever it stands; begins with a capital and counts inside a sentence.
    pub(crate) const LOWER: u8 = 8;
    pub(crate) const UPPER: u8 = 16;
    /// No name begins with it.
    pub(crate) const SMALL: u8 = 32;
    /// It was looked up.
    pub(crate) const KNOWN: u8 = 64;

    /// Of a word of so many bytes, in the lower three bits: 0 for what does not say whether capitals say anything (a
    /// number, a possessive), else how it is written (see `loud`).
    pub(crate) fn of(shape: Shape, possessive: u8, length: u32) -> u8 {
        let own = match shape {
            Shape::Lower => LOWER | if length > 4 { 2 } else { 1 },
            Shape::Capitals if length > 1 => UPPER | 4,
            Shape::Capital | Shape::Capitals => UPPER | 3,
            Shape::Mixed => 5,
            Shape::Number => 0,
        };
        if possessive == 0 { own } else { own & (LOWER | UPPER) }
    }
}

/// What every word of a text is asked for: little, so that it stays near the processor.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mark {
    /// How often the form stands where it counts in the article that was counted last, after the number that was the
    /// article's own.
    seen: u32,
    /// What is counted of it.
    pub class: u8,
    /// Bytes of what is put before it with an apostrophe and is no part of it: `l'` of `l'Allemagne`.
    pub elision: u8,
    /// Its bytes, if there are fewer than [`u16::MAX`].
    pub length: u16,
}

impl Mark {
    /// Counts a word of an article if it counts where it stands.
    #[inline]
    pub(crate) fn count(&mut self, article: u32, counts: bool) {
        self.seen = self.seen.max(article) + u32::from(counts);
    }
}

/// What is known of the forms of an article, and how often each stands in it with a capital inside a sentence, or in
/// lower case.
pub(crate) struct Seen<'l> {
    pub marks: &'l mut [Mark],
    /// The number of the article: no form was counted up to it before.
    pub article: u32,
}

impl Seen<'_> {
    /// Takes back that a form was counted.
    pub(crate) fn take_back(&mut self, id: TypeId) {
        if let Some(mark) = self.marks.get_mut(id.0 as usize) {
            mark.seen -= 1;
        }
    }

    /// How often a form stands where it counts: with a capital, inside a sentence; in lower case, anywhere.
    pub(crate) fn times(&self, id: TypeId) -> u32 {
        self.marks.get(id.0 as usize).map_or(0, |mark| mark.seen.saturating_sub(self.article))
    }
}

/// A word form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Of ASCII letters, and not all in capitals: what was looked up is all of it in lower case.
    pub plain: bool,
    pub shape: Shape,
    /// Of the form without its possessive, folded, and as written where that is in capitals.
    pub flags: Flags,
    /// Of the form as written, where that is in capitals: `WHO`, `US`.
    pub capitals: Flags,
    /// The entry of the folded form, or of the form as written where that is a name in capitals.
    pub entry: Entry,
    /// Bytes of a possessive ending (`'s`, `’s`, `’`).
    pub possessive: u8,
    /// The form in lower case; [`NONE`] if the text lacks it.
    pub lower: TypeId,
    /// Ends as words do that are no names: `-ing`, `-ed`, `-ly`, or the plural of a listed word.
    pub ordinary: bool,
    /// The Arabic article, which names begin with in lower case: `al-Sadr`, `az-Zaman`.
    pub article: bool,
    /// An entry of several words may begin with it.
    pub leads: bool,
    /// A hash of the folded form, and of its last three letters.
    pub hash: u32,
    pub tail: u32,
}

/// Word forms of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    language: String,
    words: Vec<Word>,
    marks: Vec<Mark>,
    article: u32,
    folded: String,
    /// How many forms there were when capitalised forms were last told their form in lower case.
    forms: usize,
    /// All forms with smaller numbers are known.
    below: u32,
    /// The forms that were looked up for the last article, in the order of its words.
    learned: Vec<TypeId>,
}

impl Lexicon {
    /// The table for the pack's language.
    pub(crate) fn of<'a>(all: &'a mut Vec<(Lexicon, Forms)>, pack: &Pack<'_>) -> Option<&'a mut (Lexicon, Forms)> {
        let at = match all.iter().position(|(l, _)| l.language == pack.language()) {
            Some(at) => at,
            None => {
                let language = pack.language().to_string();
                all.push((Lexicon { language, ..Lexicon::default() }, Forms::default()));
                all.len() - 1
            }
        };
        all.get_mut(at)
    }

    /// Looks up the forms that are not known yet.
    pub(crate) fn learn(&mut self, types: &[TypeId], vocabulary: &Vocabulary, pack: &Pack<'_>) {
        if self.forms < vocabulary.len() {
            self.forms = vocabulary.len();
            self.words.resize(self.forms, UNKNOWN);
            self.marks.resize(self.forms, Mark::default());
            self.below = 0;
            // A later text may have the form in lower case that an earlier one lacked.
            for (word, mark) in self.words.iter().zip(&mut self.marks) {
                if word.lower == NONE && mark.class & class::UPPER != 0 {
                    *mark = Mark::default();
                }
            }
        }
        self.learned.clear();
        for id in types {
            if id.0 >= self.below && self.marks.get(id.0 as usize).is_some_and(|mark| mark.class == 0) {
                self.learn_one(*id, vocabulary, pack);
                self.learned.push(*id);
            }
        }
        while self.marks.get(self.below as usize).is_some_and(|mark| mark.class != 0) {
            self.below += 1;
        }
    }

    #[inline(never)]
    fn learn_one(&mut self, id: TypeId, vocabulary: &Vocabulary, pack: &Pack<'_>) {
        let at = id.0 as usize;
        if let (Some(word), Some(mark)) = (self.words.get_mut(at), self.marks.get_mut(at)) {
            look_up(vocabulary.get(id), vocabulary, pack, &mut self.folded, word, mark);
        }
    }

    /// Of which language they are.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// What is known of the forms, by their numbers.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The forms that were not known before the last article.
    pub(crate) fn learned(&self) -> &[TypeId] {
        &self.learned
    }

    /// Begins an article of so many words: what is known of the forms, and what is to be counted.
    pub(crate) fn begin(&mut self, words: usize) -> (&[Word], Seen<'_>) {
        let words = to_u32(words);
        if self.article > u32::MAX - words {
            self.article = 0;
            self.marks.iter_mut().for_each(|mark| mark.seen = 0);
        }
        let article = self.article;
        self.article += words;
        (&self.words, Seen { marks: &mut self.marks, article })
    }
}

/// A word of which nothing is known.
pub(crate) static PLAIN: Word = UNKNOWN;
pub(crate) const UNKNOWN: Word = Word {
    plain: false,
    shape: Shape::Lower,
    flags: Flags::NONE,
    capitals: Flags::NONE,
    entry: Entry::NONE,
    possessive: 0,
    lower: NONE,
    ordinary: false,
    article: false,
    leads: true,
    hash: 2,
    tail: 2,
};

/// The bytes of a possessive ending.
pub(crate) fn possessive(form: &str) -> usize {
    ["'s", "’s", "'S", "’S"].iter().find(|e| form.ends_with(**e) && form.len() > e.len()).map_or(0, |e| e.len())
}

/// What follows an apostrophe in a form, where what stands before it is no part of the word: `agence` of `l'agence`.
fn elided<'f>(form: &'f str, pack: &Pack<'_>) -> Option<&'f str> {
    let at = form.find(['\'', '’']).filter(|at| *at > 0 && *at < 8)?;
    let (before, rest) = form.split_at(at);
    let after = rest.trim_start_matches(['\'', '’']);
    (pack.lookup_folded(before).0.any(Flags::ELISION) && !after.is_empty()).then_some(after)
}

/// How a form without a digit at its beginning is written, of which it is known how many capitals it has where it is of ASCII letters alone.
fn shape(form: &str, capitals: Option<usize>) -> Shape {
    let (mut upper, mut lower) = (capitals.unwrap_or(0), 0);
    if capitals.is_some() {
        lower = form.len() - upper;
    } else {
        for c in form.chars() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        }
    }
    match (form.starts_with(char::is_uppercase), upper, lower) {
        (true, _, 0) => Shape::Capitals,
        (true, _, _) => Shape::Capital,
        (false, 1.., _) => Shape::Mixed,
        _ => Shape::Lower,
    }
}

/// What is known of a form: all of it, where it is a number or of small letters, as most are.
#[inline(never)]
fn look_up(
    form: &str,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    folded: &mut String,
    word: &mut Word,
    mark: &mut Mark,
) {
    // The hash is that of the folded form, if all are letters.
    let (mut plain, mut upper, mut hash) = (true, 0, SEED);
    for byte in form.bytes() {
        hash = mix(hash, byte | 0x20);
        plain &= byte.is_ascii_alphabetic();
        upper += usize::from(byte & 0x20 == 0);
    }
    *word = UNKNOWN;
    let mut elision = 0;
    if form.starts_with(|c: char| c.is_ascii_digit()) {
        word.shape = Shape::Number;
    } else if plain && upper == 0 {
        word.plain = true;
        listed(form, Some(hash), pack, word);
        word.article = form.len() < 4 && ARTICLES.contains(&form);
    } else {
        folded.clear();
        elision = told(form, plain.then_some((upper, hash)), vocabulary, pack, folded, word);
    }
    if pack.inflects() {
        inflected::word(if word.plain && upper == 0 { form } else { folded }, pack, word);
    }
    if word.flags == Flags::NONE
        && matches!(word.shape, Shape::Capital | Shape::Lower)
        && COMPOUNDS.contains(&pack.language())
    {
        compound(if word.plain && upper == 0 { form } else { folded }, pack, word);
    }
    let length = to_u32(form.len());
    let class = class::of(word.shape, word.possessive, length - u32::from(elision));
    let lower = matches!(word.shape, Shape::Lower | Shape::Number);
    // Where letters have no capitals, a name is written like any other word.
    let uncapitalised = || bare(form) && (word.flags.any(LISTED) || pack.leads(&[form, " "].concat()));
    let small = lower && !word.article && !word.flags.any(Flags::COUNTRY) && !uncapitalised();
    let class = class::KNOWN | if small { class | class::SMALL } else { class };
    *mark = Mark { class, elision, length: length.min(u16::MAX.into()) as u16, ..Mark::default() };
}

/// What is a name where nothing but a list can tell.
pub(crate) const LISTED: Flags = Flags(Flags::COUNTRY.0 | Flags::PLACE.0 | Flags::ORGANIZATION.0 | Flags::OTHER_NAME.0);

/// Whether a word is of letters without capitals, from Hebrew on, between which blanks stand.
pub(crate) fn bare(form: &str) -> bool {
    form.as_bytes().first().is_some_and(|first| matches!(first, 0xd6..=0xe0))
}

/// The Arabic article.
const ARTICLES: &[&str] = &["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul"];

/// What the lists say of a folded word, the hash of which may be known.
#[inline(never)]
fn listed(folded: &str, hash: Option<u32>, pack: &Pack<'_>, word: &mut Word) {
    weigh::hashes(folded, hash, word);
    word.entry = pack.entry_of(folded, word.hash);
    word.flags = pack.flags_of(word.entry);
    word.leads = hash.is_none() && !folded.is_ascii() || pack.begins(word.hash);
}

/// What is told of a word with capitals or other signs; `plain`: how many capitals it has and its hash, where it is of
/// ASCII letters alone. Returns the bytes of what is put before it.
#[inline(never)]
fn told(
    form: &str,
    plain: Option<(usize, u32)>,
    vocabulary: &Vocabulary,
    pack: &Pack<'_>,
    folded: &mut String,
    word: &mut Word,
) -> u8 {
    let (elision, bare) = match plain {
        Some(_) => (0, form),
        None => match signs(form, pack, word) {
            Some(found) => found,
            None => return 0,
        },
    };
    let shape = shape(bare, plain.map(|(upper, _)| upper));
    word.shape = shape;
    word.plain = plain.is_some() && shape == Shape::Capital;
    fold(bare, folded);
    listed(folded, plain.map(|(_, hash)| hash), pack, word);
    if shape == Shape::Capitals {
        let entry = pack.entry(bare);
        word.capitals = pack.flags_of(entry);
        word.flags = word.flags.with(word.capitals);
        if word.capitals.any(NAMED) {
            word.entry = entry;
        }
    }
    let capital = matches!(shape, Shape::Capital | Shape::Capitals);
    let long = shape == Shape::Capital || capital && bare.len() > 4;
    word.ordinary = long && word.flags == Flags::NONE && ordinary(folded, pack);
    word.lower = Some(folded).filter(|_| capital).and_then(|form| vocabulary.find(form)).unwrap_or(NONE);
    elision
}

/// Takes from a word with other signs than letters what is put before it, of which it gives the bytes, and a possessive
/// ending; `None` where nothing more is to be said of it.
#[inline(never)]
fn signs<'f>(form: &'f str, pack: &Pack<'_>, word: &mut Word) -> Option<(u8, &'f str)> {
    let elided = elided(form, pack);
    // `L'agence` begins a sentence.
    if elided.is_some_and(|after| after.starts_with(char::is_lowercase)) {
        return None;
    }
    let own = elided.filter(|after| after.starts_with(char::is_uppercase)).unwrap_or(form);
    let cut = possessive(own);
    let bare = own.get(..own.len() - cut).unwrap_or(own);
    word.possessive = cut as u8;
    // `example.com`, `report.pdf`: an address or a file.
    let address = bare.split('.').skip(1).any(|part| part.starts_with(|c: char| c.is_lowercase()));
    (!address).then_some(((form.len() - own.len()) as u8, bare))
}

/// Languages that write in one what others write in two words.
const COMPOUNDS: &[&str] = &["de", "nl", "sv"];

/// What a folded word ends in: an office, a word for bodies or an ordinary word (`Arbeitsministerin`, `Linkspartei`,
/// `Chipfabrikant`); and whose name is before a genitive (`Sveriges`).
#[inline(never)]
fn compound(folded: &str, pack: &Pack<'_>, word: &mut Word) {
    let lower = word.shape == Shape::Lower;
    if lower && (folded.len() < 8 || pack.language() == "de") {
        return;
    }
    let own = pack.entry(folded.strip_suffix('s').filter(|_| pack.language() != "nl").unwrap_or(""));
    let named = pack.at(own).0;
    let bodies = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION);
    if !lower && named.any(bodies) && !named.any(Flags::COMMON.with(Flags::STOP).with(Flags::GIVEN)) {
        (word.entry, word.flags, word.possessive) = (own, named, 1);
        return;
    }
    // `des Sozialverbands`, `Torhüterin`, `Präsidenten`; `tränaren`
    let forms = ["", "s", "in", "en", "n"].into_iter().filter_map(|end| folded.strip_suffix(end));
    let ends = forms.flat_map(|form| form.char_indices().filter_map(|(at, _)| form.get(at..).map(|end| (at, end))));
    let found = ends.filter(|(at, end)| end.len() > 3 && *at != 1).map(|(at, end)| (at, end, pack.flags(end)));
    // Families are called by shorter ones.
    let told = |(at, end, flags): (usize, &str, Flags)| {
        let long = at == 0 || end.len() > 5;
        // `klimaatminister Rob Dorn`
        let nouns = if lower { 0 } else { Flags::ORG_WORD.0 | if long { Flags::COMMON.0 } else { 0 } };
        let lists = nouns | Flags::OFFICE.0;
        Some(Flags(flags.0 & lists)).filter(|flags| *flags != Flags::NONE)
    };
    if let Some(flags) = found.filter_map(told).next() {
        (word.flags, word.ordinary) = (flags, false);
    }
}

/// In lower case, with plain apostrophes.
#[inline(never)]
pub(crate) fn fold(bare: &str, out: &mut String) {
    out.clear();
    if bare.is_ascii() {
        out.push_str(bare);
        out.make_ascii_lowercase();
    } else {
        out.extend(bare.chars().flat_map(case::lower).map(|c| if c == '’' { '\'' } else { c }));
    }
}

/// Whether a folded word is an inflected ordinary word.
#[inline(never)]
fn ordinary(folded: &str, pack: &Pack<'_>) -> bool {
    if !folded.ends_with(['s', 'd', 'g', 'y', 'r', 't']) {
        return false;
    }
    let listed = Flags::COMMON.with(Flags::STOP).with(Flags::OFFICE).with(Flags::SAYING).with(Flags::ORG_WORD);
    // A stem alone is looked up where it stands.
    let stem = |end: &str, new: &str| {
        folded.strip_suffix(end).filter(|s| s.len() > 2).is_some_and(|s| {
            let flags = if new.is_empty() { pack.flags(s) } else { pack.flags(&[s, new].concat()) };
            flags.any(listed)
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
        || folded.ends_with("n't")
}
