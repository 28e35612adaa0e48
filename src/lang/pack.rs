//! A language pack: sorted text that is searched in place, so that loading it costs nothing.
//!
//! `xtask` builds a pack from the lists in `data/<lang>/`. A pack is UTF-8 text:
//! the line `comention-pack 1 <lang>`, then one line per entry, sorted by bytes:
//! `entry TAB flags-in-hex [TAB value]`. Entries are words (`minister`), or several words with single
//! spaces (`hong kong`). Entries whose list is case-folded are in lower case; a lookup gives the form
//! to look up (callers fold it first where they want that).

use crate::error::Error;

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
#[derive(Clone, Debug)]
pub struct Pack<'a> {
    language: &'a str,
    body: &'a str,
}

impl<'a> Pack<'a> {
    /// Reads the head of a pack.
    ///
    /// # Errors
    /// [`Error::Format`] when the first line is not `comention-pack 1 <lang>`.
    pub fn new(text: &'a str) -> Result<Self, Error> {
        let (head, body) = text.split_once('\n').unwrap_or((text, ""));
        match head.strip_prefix("comention-pack 1 ") {
            Some(language) => Ok(Pack { language: language.trim(), body }),
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
        Pack { language, body: "" }
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &'a str {
        self.language
    }

    /// What the lists say of an entry, and its value where a list gives one (else empty).
    #[must_use]
    pub fn lookup(&self, entry: &str) -> (Flags, &'a str) {
        let (mut low, mut high) = (0usize, self.body.len());
        let bytes = self.body.as_bytes();
        while low < high {
            let middle = low + (high - low) / 2;
            // `low` is always at the start of a line, so the line around `middle` begins at or after it.
            let start = bytes.get(low..middle).and_then(|b| memchr::memrchr(b'\n', b)).map_or(low, |i| low + i + 1);
            let end = bytes.get(middle..).and_then(|b| memchr::memchr(b'\n', b)).map_or(bytes.len(), |i| middle + i);
            let mut fields = self.body.get(start..end).unwrap_or("").split('\t');
            let key = fields.next().unwrap_or("");
            match key.as_bytes().cmp(entry.as_bytes()) {
                std::cmp::Ordering::Equal => {
                    let flags = fields.next().and_then(|f| u32::from_str_radix(f, 16).ok()).unwrap_or(0);
                    return (Flags(flags), fields.next().unwrap_or(""));
                }
                std::cmp::Ordering::Less => low = (end + 1).min(bytes.len()),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        (Flags::NONE, "")
    }

    /// The flags alone.
    #[must_use]
    pub fn flags(&self, entry: &str) -> Flags {
        self.lookup(entry).0
    }
}

/// The English pack, which is part of the engine.
pub static ENGLISH: &str = include_str!("../../data/en.pack");

/// The English pack, read.
#[must_use]
pub fn english() -> Pack<'static> {
    let (_, body) = ENGLISH.split_once('\n').unwrap_or(("", ""));
    Pack { language: "en", body }
}

/// The packs that are loaded; English always is.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    others: Vec<String>,
}

impl Packs {
    /// Adds a pack, or puts it in the place of the one for the same language.
    ///
    /// # Errors
    /// [`Error::Format`] when the text is no pack.
    pub fn add(&mut self, text: String) -> Result<(), Error> {
        let language = Pack::new(&text)?.language().to_string();
        self.others.retain(|other| Pack::new(other).is_ok_and(|p| p.language() != language));
        self.others.push(text);
        Ok(())
    }

    /// All packs, English first.
    #[must_use]
    pub fn all(&self) -> Vec<Pack<'_>> {
        std::iter::once(english()).chain(self.others.iter().filter_map(|text| Pack::new(text).ok())).collect()
    }

    /// The pack for a language, else an empty one for it.
    #[must_use]
    pub fn for_language<'a>(&'a self, language: &'a str) -> Pack<'a> {
        if language == "en" {
            return english();
        }
        let loaded = self.others.iter().filter_map(|text| Pack::new(text).ok()).find(|p| p.language() == language);
        loaded.unwrap_or(Pack::empty(language))
    }
}

/// What is needed before the language is known (months, agencies, buttons of pages), for all languages.
static UNDETERMINED: &str = include_str!("../../data/und.pack");

/// The pack for text whose language is not known yet.
#[must_use]
pub fn undetermined() -> Pack<'static> {
    let (_, body) = UNDETERMINED.split_once('\n').unwrap_or(("", ""));
    Pack { language: "und", body }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_in_place() {
        let pack = Pack::new("comention-pack 1 en\nchina\t200\tChina\nhong kong\t600\nthe\t1\n").unwrap();
        assert_eq!(pack.lookup("china"), (Flags::COUNTRY, "China"));
        assert_eq!(pack.lookup("hong kong").0, Flags::COUNTRY.with(Flags::PLACE));
        assert_eq!(pack.flags("the"), Flags::STOP);
        for absent in ["", "a", "hong", "hong konga", "zebra"] {
            assert_eq!(pack.flags(absent), Flags::NONE, "{absent}");
        }
    }
}
