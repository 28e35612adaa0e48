//! A language pack: sorted text that is searched in place, so that loading it costs nothing.
//!
//! `xtask` builds a pack from the lists in `data/<lang>/`. A pack is UTF-8 text:
//! the line `comention-pack 1 <lang>`, then one line per entry, sorted by bytes:
//! `entry TAB flags-in-hex [TAB value]`. Entries are words (`minister`), or several words with single
//! spaces (`hong kong`). Entries whose list is case-folded are in lower case; a lookup gives the form
//! to look up (callers fold it first where they want that).

use std::sync::{Arc, OnceLock};

use crate::error::Error;
use crate::lang::model::Model;
use crate::lang::words::Words;

/// What the lists of a pack say of an entry: one bit a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u32);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:expr, $file:expr;)*) => {
        impl Flags {
            $($(#[$doc])* pub const $name: Flags = Flags(1 << $bit);)*
            /// The lists of a pack: the name of the file in `data/<lang>/` (without `.txt`) and its flag.
            pub const LISTS: &'static [(&'static str, Flags)] = &[$(($file, Flags::$name)),*];
        }
    };
}

flags! {
    /// A word too common to be a keyword.
    STOP = 0, "stopwords";
    /// An abbreviation that a sentence rarely ends with (`Mr`, `Gen`), written without its last full stop.
    ABBREVIATION = 1, "abbreviations";
    /// An abbreviation after which a capital begins a new sentence as often as not (`Inc`, `U.S`).
    ABBREVIATION_END = 2, "abbreviations-end";
    /// A month; the value is its number.
    MONTH = 3, "months";
    /// A day of the week.
    WEEKDAY = 4, "weekdays";
    /// A form of address before a person's name (`Mr`, `Dr`).
    HONORIFIC = 5, "honorifics";
    /// An office or role that stands before or after a person's name (`president`, `foreign minister`).
    OFFICE = 6, "offices";
    /// A given name.
    GIVEN = 7, "given-names";
    /// A family name.
    FAMILY = 8, "family-names";
    /// A country or territory; the value is its usual name.
    COUNTRY = 9, "countries";
    /// A city, region, river or other place; the value, where given, is its usual name.
    PLACE = 10, "places";
    /// An adjective or noun for the people of a country; the value is the country (`chinese` - `China`).
    DEMONYM = 11, "demonyms";
    /// An organisation known by name; the value, where given, is its usual name.
    ORGANIZATION = 12, "organizations";
    /// A word that heads or ends the name of an organisation (`ministry`, `corp`, `university`).
    ORG_WORD = 13, "organization-words";
    /// A word that heads or ends the name of a place (`river`, `province`).
    PLACE_WORD = 14, "place-words";
    /// A word inside names that is not capitalised (`of`, `de`, `bin`).
    PARTICLE = 15, "particles";
    /// A news agency or other source of articles; the value is its usual name.
    SOURCE = 16, "sources";
    /// A line or beginning of a line that is not news (`advertisement`, `read more`).
    BOILERPLATE = 17, "boilerplate";
    /// A verb of saying, which has a person or organisation for its subject (`said`).
    SAYING = 18, "saying-verbs";
    /// An event, work, product or other name that is neither person, organisation nor place.
    OTHER_NAME = 19, "other-names";
    /// A word that is common in lower case, so that a capital at a sentence start means nothing.
    COMMON = 20, "common-words";
    /// A name suffix (`Jr`, `III`).
    NAME_SUFFIX = 21, "name-suffixes";
    /// A word that heads or ends a name of kind other (`treaty`, `olympics`, `war`).
    OTHER_WORD = 22, "other-words";
    /// An irregular inflection; the value is its base form (`men` - `man`).
    IRREGULAR = 23, "irregular";
    /// What stands before an apostrophe and is no part of the word after it (`l` of `l'eau`).
    ELISION = 24, "elisions";
    /// The ending of an inflected form, after a hyphen; the value is the ending of its base form (`-ies` - `y`).
    INFLECTION = 25, "inflections";
}

impl Flags {
    /// No list.
    pub const NONE: Flags = Flags(0);

    /// Whether any of `other`'s lists holds the entry.
    #[must_use]
    pub fn any(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

/// A loaded pack.
#[derive(Clone, Copy, Debug)]
pub struct Pack<'a> {
    language: &'a str,
    body: &'a str,
    /// What makes lookups fast; `None`: not indexed.
    index: Option<&'a Index>,
}

/// What makes lookups in a pack fast.
#[derive(Clone, Debug, Default)]
struct Index {
    /// Where each entry begins, by its hash; open addressing, `u32::MAX` where free.
    slots: Vec<u32>,
    /// One bit for the hash of the beginning of every entry of several words.
    leads: Vec<u64>,
}

/// Where an entry of a pack stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(u32);

impl Entry {
    /// No entry.
    pub const NONE: Entry = Entry(u32::MAX);
}

impl<'a> Pack<'a> {
    /// Reads the head of a pack. Lookups search it in place.
    ///
    /// # Errors
    /// [`Error::Format`] when the first line is not `comention-pack 1 <lang>`.
    pub fn new(text: &'a str) -> Result<Self, Error> {
        let (head, body) = text.split_once('\n').unwrap_or((text, ""));
        match head.strip_prefix("comention-pack 1 ") {
            Some(language) => Ok(Pack { language: language.trim(), body, index: None }),
            None => Err(Error::Format {
                what: "language pack",
                found: format!(
                    "first line {:?}, expected `comention-pack 1 <lang>`",
                    head.chars().take(40).collect::<String>()
                ),
            }),
        }
    }

    /// A pack without entries.
    #[must_use]
    pub fn empty(language: &'a str) -> Self {
        Pack { language, body: "", index: None }
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &'a str {
        self.language
    }

    /// What the lists say of an entry, and its value where a list gives one (else empty).
    #[must_use]
    pub fn lookup(&self, entry: &str) -> (Flags, &'a str) {
        self.at(self.entry(entry))
    }

    /// Where an entry stands; [`Entry::NONE`] where there is no such entry.
    #[must_use]
    pub fn entry(&self, entry: &str) -> Entry {
        let Some(index) = self.index else { return self.search(entry).unwrap_or(Entry::NONE) };
        let mask = index.slots.len().wrapping_sub(1);
        let mut at = hash(entry) & mask;
        while let Some(start) = index.slots.get(at) {
            let Some(line) = self.body.as_bytes().get(*start as usize..) else { break };
            if line.get(entry.len()) == Some(&b'\t') && line.starts_with(entry.as_bytes()) {
                return Entry(start + crate::span::to_u32(entry.len()) + 1);
            }
            at = (at + 1) & mask;
        }
        Entry::NONE
    }

    /// What the lists say of an entry, and its value.
    #[must_use]
    pub fn at(&self, entry: Entry) -> (Flags, &'a str) {
        let Some(rest) = self.body.get(entry.0 as usize..) else { return (Flags::NONE, "") };
        let (mut flags, mut length) = (0u32, 0usize);
        for byte in rest.bytes() {
            match char::from(byte).to_digit(16) {
                Some(digit) => flags = flags << 4 | digit,
                None => break,
            }
            length += 1;
        }
        let value = match rest.as_bytes().get(length) {
            Some(b'\t') => {
                let rest = rest.get(length + 1..).unwrap_or("");
                rest.get(..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())).unwrap_or("")
            }
            _ => "",
        };
        (Flags(flags), value)
    }

    /// Whether an entry of several words may begin like this text, case and kind of blank aside; a cheap
    /// question before a text is folded and looked up.
    #[must_use]
    pub fn leads(&self, text: &str) -> bool {
        let Some(index) = self.index else { return true };
        let Some(bit) = lead(text.as_bytes()) else { return true };
        index.leads.get(bit / 64).is_none_or(|word| word >> (bit % 64) & 1 != 0)
    }

    /// The same by halving the sorted lines.
    fn search(&self, entry: &str) -> Option<Entry> {
        let (mut low, mut high) = (0usize, self.body.len());
        let bytes = self.body.as_bytes();
        while low < high {
            let middle = low + (high - low) / 2;
            // `low` is always at the start of a line, so the line around `middle` begins at or after it.
            let start = bytes.get(low..middle).and_then(|b| memchr::memrchr(b'\n', b)).map_or(low, |i| low + i + 1);
            let end = bytes.get(middle..).and_then(|b| memchr::memchr(b'\n', b)).map_or(bytes.len(), |i| middle + i);
            let (key, _) = self.body.get(start..end)?.split_once('\t')?;
            match key.as_bytes().cmp(entry.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(Entry(crate::span::to_u32(start + key.len() + 1))),
                std::cmp::Ordering::Less => low = (end + 1).min(bytes.len()),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }

    /// The flags alone.
    #[must_use]
    pub fn flags(&self, entry: &str) -> Flags {
        self.lookup(entry).0
    }
}

/// A hash of an entry (FNV-1a).
fn hash(entry: &str) -> usize {
    let h = entry.bytes().fold(0x811c_9dc5u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    (h ^ (h >> 15)) as usize
}

/// Bits for the beginnings of entries.
const LEADS: usize = 1 << 15;

/// The bit of a beginning: of four characters, or fewer for what is shorter; `None` where they are not ASCII.
fn lead(text: &[u8]) -> Option<usize> {
    let mut h = 0u32;
    for byte in text.iter().take(4) {
        h = match byte {
            b'A'..=b'Z' => h << 8 | u32::from(byte | 0x20),
            b'\t' | b'\n' | b'\r' => h << 8 | 0x20,
            0..=127 => h << 8 | u32::from(*byte),
            _ => return None,
        };
    }
    Some((h.wrapping_mul(0x9e37_79b1) >> 17) as usize % LEADS)
}

/// The index of a pack's body: three slots for every entry.
fn index(body: &str) -> Index {
    let entries = memchr::memchr_iter(b'\n', body.as_bytes()).count();
    let size = (entries * 3).next_power_of_two();
    let mut out = Index { slots: vec![u32::MAX; size], leads: vec![0; LEADS / 64] };
    let mut start = 0usize;
    for line in body.lines() {
        let entry = line.split('\t').next().unwrap_or("");
        let mut at = hash(entry) & (size - 1);
        while out.slots.get(at).is_some_and(|s| *s != u32::MAX) {
            at = (at + 1) & (size - 1);
        }
        if let Some(slot) = out.slots.get_mut(at) {
            *slot = crate::span::to_u32(start);
        }
        if let Some(bit) = lead(entry.as_bytes())
            && let Some(word) = out.leads.get_mut(bit / 64)
        {
            // An entry of one word is asked for with a hyphen inside, too.
            *word |= if entry.bytes().all(|b| b.is_ascii_alphanumeric()) { 0 } else { 1 << (bit % 64) };
        }
        start += line.len() + 1;
    }
    out
}

/// The English pack, which is part of the engine.
pub static ENGLISH: &str = include_str!("../../data/en.pack");

/// The English pack, read.
#[must_use]
pub fn english() -> Pack<'static> {
    let (_, body) = ENGLISH.split_once('\n').unwrap_or(("", ""));
    Pack { language: "en", body, index: None }
}

/// The packs that are loaded, indexed; English always is. A clone shares them.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    others: Vec<Arc<(String, Index)>>,
    words: Vec<Arc<Words>>,
    models: Vec<Arc<Model>>,
}

/// The indices of the packs that are part of the engine, made once for all corpora.
fn english_index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| index(english().body))
}

fn undetermined_index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| index(undetermined().body))
}

impl Packs {
    /// Adds a pack, a dictionary or a model of names, or puts it in the place of the one for the same language.
    ///
    /// # Errors
    /// [`Error::Format`] when the text is none of these.
    pub fn add(&mut self, text: String) -> Result<(), Error> {
        if text.starts_with("comention-words ") {
            let words = Words::new(&text)?;
            self.words.retain(|other| other.language() != words.language());
            self.words.push(Arc::new(words));
            return Ok(());
        }
        if text.starts_with("comention-names ") {
            let model = Model::new(&text)?;
            self.models.retain(|other| other.language() != model.language());
            self.models.push(Arc::new(model));
            return Ok(());
        }
        let pack = Pack::new(&text)?;
        let (language, index) = (pack.language().to_string(), index(pack.body));
        self.others.retain(|other| Pack::new(&other.0).is_ok_and(|p| p.language() != language));
        self.others.push(Arc::new((text, index)));
        Ok(())
    }

    /// The pack for a language, else an empty one for it. Latin text too short to tell its language (an
    /// empty name) is read as English.
    #[must_use]
    pub fn for_language<'a>(&'a self, language: &'a str) -> Pack<'a> {
        if language == "en" || language.is_empty() {
            return Pack { index: Some(english_index()), ..english() };
        }
        let mut others =
            self.others.iter().filter_map(|other| Some(Pack { index: Some(&other.1), ..Pack::new(&other.0).ok()? }));
        others.find(|p| p.language() == language).unwrap_or(Pack::empty(language))
    }

    /// The dictionary of a language, where it has one.
    #[must_use]
    pub fn words(&self, language: &str) -> Option<&Words> {
        self.words.iter().find(|words| words.language() == language).map(Arc::as_ref)
    }

    /// The model of names of a language, where it has one.
    #[must_use]
    pub fn model(&self, language: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.language() == language).map(Arc::as_ref)
    }

    /// Whether there is a pack for a language.
    #[must_use]
    pub fn has(&self, language: &str) -> bool {
        language == "en" || self.others.iter().any(|other| Pack::new(&other.0).is_ok_and(|p| p.language() == language))
    }

    /// The pack for text whose language is not known yet.
    #[must_use]
    pub fn undetermined(&self) -> Pack<'_> {
        Pack { index: Some(undetermined_index()), ..undetermined() }
    }
}

/// What is needed before the language is known (months, agencies, buttons of pages), for all languages.
static UNDETERMINED: &str = include_str!("../../data/und.pack");

/// The pack for text whose language is not known yet.
#[must_use]
pub fn undetermined() -> Pack<'static> {
    let (_, body) = UNDETERMINED.split_once('\n').unwrap_or(("", ""));
    Pack { language: "und", body, index: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_in_place() {
        let text = "comention-pack 1 en\nchina\t200\tChina\nhong kong\t600\nthe\t1\n";
        let found = Pack::new(text).unwrap();
        let index = index(found.body);
        for pack in [found, Pack { index: Some(&index), ..found }] {
            assert_eq!(pack.lookup("china"), (Flags::COUNTRY, "China"));
            assert_eq!(pack.lookup("hong kong").0, Flags::COUNTRY.with(Flags::PLACE));
            assert_eq!(pack.flags("the"), Flags::STOP);
            for absent in ["", "a", "hong", "hong konga", "zebra"] {
                assert_eq!(pack.flags(absent), Flags::NONE, "{absent}");
            }
            assert!(pack.leads("Hong\nKong"));
        }
    }
}
