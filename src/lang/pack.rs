//! A language pack: sorted text that is searched in place, so that loading it costs nothing.
//!
//! `xtask` builds a pack from the lists in `data/<lang>/`. A pack is UTF-8 text:
//! the line `comention-pack 1 <lang>`, then one line per entry, sorted by bytes:
//! `entry TAB flags-in-hex [TAB value]`. Entries are words (`minister`), or several words with single
//! spaces (`hong kong`). Entries whose list is case-folded are in lower case; a lookup gives the form
//! to look up (callers fold it first where they want that). A pack whose first line ends in one more word
//! (`comention-pack 1 en names`) is a part: it stands before the pack of its language.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use crate::error::Error;
use crate::lang::gender;
use crate::lang::model::Model;
use crate::lang::words::Words;
use crate::later;
use crate::text::bytes;

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
    /// A name that English has another one for, which is the value; of an inflected form, the value is its base
    /// form, which is an entry as well.
    ACROSS = 26, "across";
    /// The label of a line of an export or mail (`byline`); the value is what kinds of line it may be, parted by `;`,
    /// each after `any ` where the label need not be in capitals.
    TAG = 27, "tags";
    /// How long ago something was (`0 hours ago`, where `0` stands for any number; `yesterday`): the value is the unit
    /// (`days`, `hours`, `minutes`), after the number where the words have one. With the value `saved`: what stands
    /// before the day on which a page was saved.
    RELATIVE = 28, "relative";
    /// The ending of a name in a case, after a hyphen; the value is the endings that its base form may have, parted by
    /// blanks. With the value of `-` alone a language says that it inflects names.
    CASE = 29, "cases";
    /// An article, alone or in one with a preposition (`dem`, `della`): persons have none before their whole names.
    ARTICLE = 30, "articles";
    /// What stands right before places (`in`, `från`).
    AT = 31, "place-prepositions";
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
    /// How much of the body is a part that stands before the pack of its language; each of the two is sorted.
    part: usize,
    /// What makes lookups fast; `None`: not indexed.
    index: Option<&'a Index>,
    /// What its entries that begin with a hyphen are; `None`: not known.
    endings: Option<&'a Endings>,
    /// The weights that tell kinds of names, where the language has them.
    kinds: &'a [u8],
}

/// What makes lookups in a pack fast.
#[derive(Clone, Debug, Default)]
struct Index {
    /// Where each entry begins, by its hash; open addressing, `u32::MAX` where free. The bits that no beginning has are
    /// those of the hash, so that other entries are passed over where they stand.
    slots: Vec<u32>,
    /// The bits of a beginning.
    starts: u32,
    /// One bit for the beginning and the length of every entry: most of what is asked for is none, and is not read to
    /// its end.
    entries: Vec<u64>,
    /// One bit for the hash of every part of an entry before what is neither letter nor digit.
    begins: Vec<u64>,
}

/// What the entries of a pack that begin with a hyphen are.
#[derive(Clone, Debug, Default)]
struct Endings {
    /// One bit for the last byte of each, by its lower six bits.
    last: u64,
    /// By their lengths: one bit for the first and last byte of each.
    ends: [u64; 8],
}

impl Index {
    /// Whether there may be such an entry, case aside: a cheap question.
    #[inline(never)]
    fn may_hold(&self, entry: &str) -> bool {
        holds(&self.entries, bit(bytes::eight(entry.as_bytes(), 0), entry.len()))
    }

    /// The first entry that is this text, which has this hash in lower case or as it stands.
    #[inline(never)]
    fn find(&self, body: &str, text: &str, hash: u32, lower: bool) -> Entry {
        let text = text.as_bytes();
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = spread(hash) & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != u32::MAX) {
            let start = slot & self.starts;
            let rest = body.as_bytes().get(start as usize..).unwrap_or(&[]);
            if (slot ^ hash) & !self.starts == 0
                && let Some((own, [b'\t', ..])) = rest.split_at_checked(text.len())
                && if lower {
                    own.iter().zip(text).all(|(own, byte)| *own == byte.to_ascii_lowercase())
                } else {
                    own == text
                }
            {
                return Entry(start + crate::span::to_u32(text.len()) + 1);
            }
            at = (at + 1) & mask;
        }
        Entry::NONE
    }
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
            Some(rest) => Ok(Pack {
                language: rest.split_whitespace().next().unwrap_or(""),
                body,
                part: 0,
                index: None,
                endings: None,
                kinds: &[],
            }),
            None => Err(Error::Format {
                what: "language pack",
                found: format!(
                    "first line {:?}, expected `comention-pack 1 <lang>`",
                    head.get(..head.floor_char_boundary(40)).unwrap_or("")
                ),
            }),
        }
    }

    /// A pack without entries.
    #[must_use]
    pub fn empty(language: &'a str) -> Self {
        Pack { language, body: "", part: 0, index: None, endings: None, kinds: &[] }
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &'a str {
        self.language
    }

    /// The weights that tell kinds of names, of a file that `xtask train` writes; empty where there are none.
    #[must_use]
    pub fn kinds(&self) -> &'a [u8] {
        self.kinds
    }

    /// What the lists say of an entry, and its value where a list gives one (else empty).
    #[must_use]
    pub fn lookup(&self, entry: &str) -> (Flags, &'a str) {
        self.at(self.entry(entry))
    }

    /// Whether it may have other names for what has one in English.
    pub(crate) fn translates(&self) -> bool {
        self.language != "en"
    }

    /// What a name is called in English, and its base form where it is an inflected one, by the list of names that
    /// are known in several languages.
    #[must_use]
    pub fn across(&self, name: &str) -> Option<(&'a str, Option<&'a str>)> {
        if !self.translates() {
            return None;
        }
        let own = |name: &str| Some(self.lookup(name)).filter(|(f, v)| f.any(Flags::ACROSS) && !v.is_empty());
        let (_, value) = own(name)?;
        Some(own(value).map_or((value, None), |(_, english)| (english, Some(value))))
    }

    /// Where an entry stands; [`Entry::NONE`] where there is no such entry.
    #[must_use]
    pub fn entry(&self, entry: &str) -> Entry {
        let none = self.index.is_some_and(|index| !index.may_hold(entry));
        if none { Entry::NONE } else { self.entry_of(entry, hash(entry)) }
    }

    /// The same, where its hash is known already.
    pub(crate) fn entry_of(&self, entry: &str, hash: u32) -> Entry {
        let Some(index) = self.index else { return self.search(entry) };
        index.find(self.body, entry, hash, false)
    }

    /// What the lists say of the lower-case form of a text, and its value.
    #[must_use]
    pub fn lookup_folded(&self, text: &str) -> (Flags, &'a str) {
        let (Some(index), true) = (self.index, text.is_ascii()) else {
            return self.lookup(&crate::text::case::lowered(text));
        };
        if !index.may_hold(text) {
            return (Flags::NONE, "");
        }
        let hash = text.bytes().fold(SEED, |h, b| mix(h, b.to_ascii_lowercase()));
        self.at(index.find(self.body, text, hash, true))
    }

    /// What the lists say of an entry, and its value.
    #[must_use]
    pub fn at(&self, entry: Entry) -> (Flags, &'a str) {
        let (flags, value) = self.flags_at(entry);
        let rest = self.body.get(value..).unwrap_or("");
        let end = rest.bytes().position(|byte| byte == b'\n');
        (flags, end.and_then(|end| rest.get(..end)).unwrap_or(rest))
    }

    /// What the lists say of an entry.
    #[must_use]
    pub fn flags_of(&self, entry: Entry) -> Flags {
        self.flags_at(entry).0
    }

    /// The same, and where its value begins: behind all where it has none.
    fn flags_at(&self, entry: Entry) -> (Flags, usize) {
        let first = entry.0 as usize;
        let mut flags = 0u32;
        for (after, byte) in (first.wrapping_add(1)..).zip(self.body.as_bytes().get(first..).unwrap_or(&[])) {
            match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                    let digit = if *byte > b'9' { 9 + (byte & 15) } else { byte & 15 };
                    flags = flags << 4 | u32::from(digit);
                }
                b'\t' => return (Flags(flags), after),
                _ => break,
            }
        }
        (Flags(flags), usize::MAX)
    }

    /// The entries of a list, in the order of their bytes.
    #[must_use]
    pub fn listed(&self, list: Flags) -> Vec<&'a str> {
        let lines = self.body.lines().filter_map(|line| line.split_once('\t'));
        let mut found: Vec<&str> = Vec::new();
        for entry in lines.map(|(entry, _)| entry).filter(|entry| self.flags(entry).any(list)) {
            // Those of a part stand before those of the whole, which may have them too.
            if let Err(at) = found.binary_search(&entry) {
                found.insert(at, entry);
            }
        }
        found
    }

    /// Whether an entry of several words may begin with a word in lower case that has this hash.
    pub(crate) fn begins(&self, hash: u32) -> bool {
        self.index.is_none_or(|index| holds(&index.begins, spread(hash) % BITS))
    }

    /// Whether a word may end like an entry that begins with a hyphen: a cheap question before its endings are
    /// looked up one by one.
    #[must_use]
    pub fn may_end(&self, word: &str) -> bool {
        let last = word.bytes().last().unwrap_or(0);
        self.endings.is_none_or(|endings| endings.last >> (last & 63) & 1 != 0)
    }

    /// The same of one ending of a word.
    pub(crate) fn may_end_so(&self, ending: &str) -> bool {
        self.endings.is_none_or(|endings| {
            let own = endings.ends.get(ending.len() & 7).copied().unwrap_or(0);
            own >> ends(ending.as_bytes()) & 1 != 0
        })
    }

    /// The part and the rest of the body, each of them sorted.
    fn parts(&self) -> (&'a [u8], &'a [u8]) {
        self.body.as_bytes().split_at_checked(self.part).unwrap_or_default()
    }

    /// Whether an entry begins so. Searched for, whether there is an index or not.
    pub(crate) fn leads(&self, begin: &str) -> bool {
        let line = lower_bound(self.body.as_bytes(), begin.as_bytes());
        self.body.get(line..).is_some_and(|rest| rest.starts_with(begin))
    }

    /// Where an entry stands, where there is no index: in the part first.
    #[inline(never)]
    fn search(&self, entry: &str) -> Entry {
        let (part, whole) = self.parts();
        for (body, before) in [(part, 0), (whole, self.part)] {
            let line = lower_bound(body, entry.as_bytes());
            let rest = body.get(line..).and_then(|rest| rest.strip_prefix(entry.as_bytes()));
            if rest.is_some_and(|rest| rest.first() == Some(&b'\t')) {
                return Entry(crate::span::to_u32(before + line + entry.len() + 1));
            }
        }
        Entry::NONE
    }

    /// What the entries that begin with a hyphen are.
    fn endings(&self) -> Endings {
        let mut out = Endings::default();
        let (part, whole) = self.parts();
        for body in [part, whole] {
            let lines = body.get(lower_bound(body, b"-")..).unwrap_or(&[]).split(|byte| *byte == b'\n');
            for ending in lines.map_while(|line| line.strip_prefix(b"-")) {
                let ending = ending.split(|byte| *byte == b'\t').next().unwrap_or(&[]);
                if let (Some(last), Some(bits)) = (ending.last(), out.ends.get_mut(ending.len() & 7)) {
                    out.last |= 1 << (last & 63);
                    *bits |= 1 << ends(ending);
                }
            }
        }
        out
    }

    /// The flags alone.
    #[must_use]
    pub fn flags(&self, entry: &str) -> Flags {
        self.flags_of(self.entry(entry))
    }
}

/// Where the first of these sorted lines begins whose entry is not before this one. What follows an entry, a tab, is
/// before all that entries are of.
fn lower_bound(body: &[u8], entry: &[u8]) -> usize {
    let (mut low, mut high) = (0, body.len());
    while low < high {
        let middle = low.midpoint(high);
        let before = body.get(low..middle).unwrap_or(&[]).iter().rposition(|byte| *byte == b'\n');
        let line = before.map_or(low, |at| low + at + 1);
        let rest = body.get(line..high).unwrap_or(&[]);
        if rest.get(..entry.len()).unwrap_or(rest) < entry {
            low = line + rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        } else {
            high = line;
        }
    }
    low
}

/// A hash of an entry or a word (FNV-1a).
pub(crate) fn hash(entry: &str) -> u32 {
    entry.bytes().fold(SEED, mix)
}

pub(crate) const SEED: u32 = 0x811c_9dc5;

pub(crate) fn mix(h: u32, byte: u8) -> u32 {
    (h ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn spread(h: u32) -> usize {
    (h ^ (h >> 15)) as usize
}

/// How many bits there are for entries.
const BITS: usize = 1 << 16;

/// The bit of an entry of so many bytes that begins with these eight, case aside.
fn bit(block: u64, length: usize) -> usize {
    let own = (block | 0x2020_2020_2020_2020).wrapping_add(length as u64);
    (own.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize % BITS
}

/// Whether a bit is set.
fn holds(bits: &[u64], bit: usize) -> bool {
    bits.get(bit / 64).is_none_or(|word| word >> (bit % 64) & 1 != 0)
}

/// Sets a bit.
fn set(bits: &mut [u64], bit: usize) {
    if let Some(word) = bits.get_mut(bit / 64) {
        *word |= 1 << (bit % 64);
    }
}

/// The bit of an ending by its first and last byte.
fn ends(ending: &[u8]) -> u32 {
    let (first, last) = (ending.first().unwrap_or(&0), ending.last().unwrap_or(&0));
    u32::from(first.wrapping_mul(5) ^ last) & 63
}

/// The index of a pack's body: two slots or more for every entry. Of two lines for one entry the first is found.
///
/// It is made in the midst of reading, by code that has only just been translated: so this is one loop over the bytes,
/// which calls nothing.
#[inline(never)]
fn index(body: &str) -> Index {
    let text = body.as_bytes();
    // The last line may end without a line break: a table without a free slot would be looked through for ever.
    let lines = 1 + text.iter().map(|byte| usize::from(*byte == b'\n')).sum::<usize>();
    let size = (lines * 2).next_power_of_two();
    // More than any beginning, so that no entry looks like a free slot.
    let starts = ((text.len() + 1).next_power_of_two() as u32).wrapping_sub(1);
    let bits = || vec![0; BITS / 64];
    let (slots, entries, begins) = (vec![u32::MAX; size], bits(), bits());
    let mut out = Index { slots, starts, entries, begins };
    // Where the line begins; what is known of its entry, until that has ended.
    let (mut start, mut h, mut entry) = (0usize, SEED, true);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'\n' => (start, h, entry) = (at + 1, SEED, true),
            b'\t' if entry => {
                entry = false;
                let mut slot = spread(h) & (size - 1);
                while out.slots.get(slot).is_some_and(|s| *s != u32::MAX) {
                    slot = (slot + 1) & (size - 1);
                }
                if let Some(slot) = out.slots.get_mut(slot) {
                    *slot = start as u32 | h & !starts;
                }
                let entry = text.get(start..at).unwrap_or(&[]);
                set(&mut out.entries, bit(bytes::eight(entry, 0), entry.len()));
            }
            _ if entry => {
                if !byte.is_ascii_alphanumeric() {
                    set(&mut out.begins, spread(h) % BITS);
                }
                h = mix(h, *byte);
            }
            _ => {}
        }
    }
    out
}

/// The English pack without its names, which is part of the engine.
static ENGLISH: &str = include_str!("../../data/en.pack");

/// The names of the English pack. In Wasm they come as a file, like other packs.
#[cfg(not(target_arch = "wasm32"))]
static ENGLISH_NAMES: &str = include_str!("../../data/en-names.pack");

/// The weights of kinds of names in English. In Wasm they come as a file.
#[cfg(not(target_arch = "wasm32"))]
static ENGLISH_KINDS: &str = include_str!("../../data/en-names-kinds.pack");

/// What a file of weights begins with, before its language.
const KINDS: &str = "comention-kinds 1 ";

/// The body of a pack.
fn body(pack: &'static str) -> &'static str {
    pack.split_once('\n').map_or("", |(_, body)| body)
}

/// The English pack as the engine holds it: without names and not indexed, for tests.
#[must_use]
pub fn english() -> Pack<'static> {
    Pack { language: "en", body: body(ENGLISH), part: 0, index: None, endings: None, kinds: &[] }
}

/// The packs that are loaded; English always is, in Wasm without its names until they are added.
/// A clone shares them.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    others: Vec<Arc<Loaded>>,
    words: Vec<Arc<Words>>,
    models: Vec<Arc<Model>>,
    /// Weights of kinds of names: language, weights.
    kinds: Vec<Arc<(String, String)>>,
}

/// A pack with its index, once there is one.
#[derive(Debug)]
struct Loaded {
    language: String,
    text: Cow<'static, str>,
    /// Where the body begins in the text, and where a part ends that stands before the pack of its language.
    head: usize,
    part: usize,
    index: OnceLock<Index>,
    endings: OnceLock<Endings>,
}

/// So many bytes of text are read before packs are indexed: of a short text, less is asked than an index costs.
const SHORT: usize = 1 << 15;

/// How many bytes have been read by all corpora, of which only `SHORT` matter.
static READ: AtomicUsize = AtomicUsize::new(0);

/// Says that a text of so many bytes is going to be read: the more is read, the more lookups should cost little.
pub(crate) fn reading(bytes: usize) {
    let read = READ.load(Ordering::Relaxed).saturating_add(bytes);
    READ.store(read, Ordering::Relaxed);
}

/// The index of a body, where enough is read to be worth it, or there is one already.
fn indexed<'a>(made: &'a OnceLock<Index>, body: &str) -> Option<&'a Index> {
    if READ.load(Ordering::Relaxed) < SHORT { made.get() } else { Some(made.get_or_init(|| index(body))) }
}

impl Loaded {
    fn new(language: &str, text: Cow<'static, str>, head: usize, part: usize) -> Self {
        let (index, endings) = (OnceLock::new(), OnceLock::new());
        Loaded { language: language.to_string(), text, head, part, index, endings }
    }

    fn pack(&self) -> Pack<'_> {
        let body = self.text.get(self.head..).unwrap_or("");
        let part = self.part.saturating_sub(self.head);
        let index = indexed(&self.index, body);
        let pack = Pack { language: &self.language, body, part, index, endings: None, kinds: &[] };
        Pack { endings: Some(self.endings.get_or_init(|| pack.endings())), ..pack }
    }
}

/// English as it is part of the engine, for all corpora.
fn built_in() -> &'static Loaded {
    static PACK: OnceLock<Loaded> = OnceLock::new();
    PACK.get_or_init(|| {
        #[cfg(target_arch = "wasm32")]
        let (whole, part) = (Cow::Borrowed(body(ENGLISH)), 0);
        #[cfg(not(target_arch = "wasm32"))]
        let (whole, part) = (Cow::Owned([body(ENGLISH_NAMES), body(ENGLISH)].concat()), body(ENGLISH_NAMES).len());
        Loaded::new("en", whole, 0, part)
    })
}

impl Packs {
    /// Adds a pack, a dictionary or a model of names, or puts it in the place of the one for the same language.
    ///
    /// # Errors
    /// [`Error::Format`] when the text is none of these; [`Error::Later`] for a dictionary or a model.
    pub fn add(&mut self, mut text: String) -> Result<(), Error> {
        if text.starts_with("comention-words ") || text.starts_with("comention-names ") {
            later::needed()?;
            return self.add_large(&text);
        }
        if let Some((language, weights)) = text.strip_prefix(KINDS).and_then(|rest| rest.split_once('\n')) {
            let (language, head) = (language.to_string(), text.len() - weights.len());
            self.kinds.retain(|other| other.0 != language);
            text.drain(..head);
            self.kinds.push(Arc::new((language, text)));
            return Ok(());
        }
        let pack = Pack::new(&text)?;
        let (language, head) = (pack.language().to_string(), text.len() - pack.body.len());
        let mut part = 0;
        if text.get(..head).is_some_and(|head| head.split(' ').count() > 3) {
            // Before the whole, so that what a part says of an entry is found first: it has all that is known of it.
            let whole = if language == "en" { body(ENGLISH) } else { self.for_language(&language).body };
            part = text.len();
            text.reserve_exact(whole.len());
            text.push_str(whole);
        }
        let loaded = Loaded::new(&language, Cow::Owned(text), head, part);
        self.others.retain(|other| other.language != language);
        self.others.push(Arc::new(loaded));
        Ok(())
    }

    /// Adds a dictionary or a model of names.
    #[inline(never)]
    fn add_large(&mut self, text: &str) -> Result<(), Error> {
        if text.starts_with("comention-words ") {
            let words = Words::new(text)?;
            self.words.retain(|other| other.language() != words.language());
            self.words.push(Arc::new(words));
        } else {
            let model = Model::new(text)?;
            self.models.retain(|other| other.language() != model.language());
            self.models.push(Arc::new(model));
        }
        Ok(())
    }

    /// The pack for a language, else an empty one for it. Latin text too short to tell its language (an
    /// empty name) is read as English.
    #[must_use]
    pub fn for_language<'a>(&'a self, language: &'a str) -> Pack<'a> {
        let language = if language.is_empty() { "en" } else { language };
        let pack = match self.others.iter().find(|other| other.language == language) {
            Some(other) => other.pack(),
            None if language == "en" => built_in().pack(),
            None => Pack::empty(language),
        };
        let kinds = self.kinds.iter().find(|other| other.0 == language).map(|kinds| kinds.1.as_bytes());
        #[cfg(not(target_arch = "wasm32"))]
        let kinds = kinds.or((language == "en").then(|| body(ENGLISH_KINDS).as_bytes()));
        Pack { kinds: kinds.unwrap_or(&[]), ..pack }
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

    /// The words that say `he` or `she` of a person, once they are there.
    #[must_use]
    pub fn genders(&self) -> Option<Pack<'_>> {
        #[cfg(not(target_arch = "wasm32"))]
        if !self.has(gender::NAME) {
            static PACK: OnceLock<Loaded> = OnceLock::new();
            return Some(
                PACK.get_or_init(|| Loaded::new(gender::NAME, Cow::Borrowed(body(gender::GENDERS)), 0, 0)).pack(),
            );
        }
        self.others.iter().find(|other| other.language == gender::NAME).map(|other| other.pack())
    }

    /// Whether there is all there is of packs for a language.
    #[must_use]
    pub fn has(&self, language: &str) -> bool {
        language == "en" && cfg!(not(target_arch = "wasm32"))
            || self.others.iter().any(|other| other.language == language)
    }

    /// The pack for text whose language is not known yet.
    #[must_use]
    pub fn undetermined(&self) -> Pack<'_> {
        static INDEX: OnceLock<Index> = OnceLock::new();
        let pack = undetermined();
        Pack { index: indexed(&INDEX, pack.body), ..pack }
    }
}

/// What is needed before the language is known (months, agencies, buttons of pages), for all languages.
static UNDETERMINED: &str = include_str!("../../data/und.pack");

/// The pack for text whose language is not known yet.
#[must_use]
pub fn undetermined() -> Pack<'static> {
    Pack { language: "und", body: body(UNDETERMINED), part: 0, index: None, endings: None, kinds: &[] }
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
        }
    }

    #[test]
    fn a_search_finds_what_an_index_does() {
        let (text, part) = ([body(ENGLISH_NAMES), body(ENGLISH)].concat(), body(ENGLISH_NAMES).len());
        let found = Pack { language: "en", body: &text, part, index: None, endings: None, kinds: &[] };
        let index = index(&text);
        let fast = Pack { index: Some(&index), ..found };
        for entry in text.lines().filter_map(|line| line.split('\t').next()) {
            for near in [entry, &format!("{entry}s"), entry.get(1..).unwrap_or("")] {
                assert_eq!(found.lookup(near), fast.lookup(near), "{near}");
            }
        }
    }

    #[test]
    fn a_pack_may_end_without_a_line_break() {
        let mut packs = Packs::default();
        packs.add("comention-pack 1 xx\na\t1".into()).unwrap();
        let pack = packs.for_language("xx");
        assert_eq!((pack.flags("a"), pack.flags("b")), (Flags::STOP, Flags::NONE));
    }

    #[test]
    fn a_part_stands_before_its_pack() {
        let mut packs = Packs::default();
        packs.add("comention-pack 1 xx\nb\t1\nd\t1\n".into()).unwrap();
        packs.add("comention-pack 1 xx names\na\t80\nb\t81\nc\t80\ne\t80\n".into()).unwrap();
        let pack = packs.for_language("xx");
        for (entry, flags) in [("a", 0x80), ("b", 0x81), ("c", 0x80), ("d", 1), ("e", 0x80), ("f", 0)] {
            assert_eq!(pack.flags(entry), Flags(flags), "{entry}");
        }
        assert_eq!(pack.listed(Flags::STOP), ["b", "d"]);
        packs.add("comention-pack 1 xx\nf\t1\n".into()).unwrap();
        assert_eq!(packs.for_language("xx").body, "f\t1\n");
    }
}
