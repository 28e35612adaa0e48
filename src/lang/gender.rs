//! Words that say of a person `he` or `she`: pronouns, and what tells whom they may stand for.

use crate::error::Error;

/// What a word says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// A pronoun that is the subject of its clause: `he`, `she`.
    Subject(Gender),
    /// A pronoun that never is, or need not be: `him`, `her`.
    Object(Gender),
    /// A pronoun that says whose something is, or refers back: `his`, `hers`, `himself`.
    Own(Gender),
    /// A given name, a form of address or a noun for a man or a woman, or for somebody (`child`).
    Noun(Option<Gender>),
}

/// Man or woman, as language tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Of whom `he` is said.
    He,
    /// Of whom `she` is said.
    She,
}

/// The lists of all languages that have one: only those in which such pronouns are said of persons alone.
#[derive(Clone, Debug)]
pub struct Genders(String);

/// What the file of these lists begins with.
pub(super) const HEAD: &str = "comention-genders 1\n";

/// In Wasm they come as a file.
#[cfg(not(target_arch = "wasm32"))]
pub(super) static GENDERS: &str = include_str!("../../data/genders.pack");

impl Genders {
    /// Reads the file that `cargo xtask packs` writes.
    ///
    /// # Errors
    /// [`Error::Format`] where it is none.
    pub fn new(text: &str) -> Result<Self, Error> {
        match text.strip_prefix(HEAD) {
            Some(lists) => Ok(Genders(lists.into())),
            None => Err(Error::Format { what: "lists of pronouns", found: "another first line".into() }),
        }
    }

    /// The list of a language: its lines, sorted by bytes; `None` where it has none.
    #[must_use]
    pub fn of(&self, language: &str) -> Option<List<'_>> {
        let mut lists = self.0.split('@').filter_map(|list| list.split_once('\n'));
        lists.find(|(name, _)| *name == language).map(|(_, lines)| List(lines.lines().collect()))
    }
}

/// The words of a language.
#[derive(Clone, Debug)]
pub struct List<'g>(Vec<&'g str>);

impl List<'_> {
    /// What a word in lower case says; `None` where it is not listed.
    #[must_use]
    pub fn look_up(&self, word: &str) -> Option<Says> {
        fn parts(line: &str) -> (&str, &str) {
            line.split_once('\t').unwrap_or((line, ""))
        }
        let at = self.0.binary_search_by(|line| parts(line).0.cmp(word)).ok()?;
        Some(match parts(self.0.get(at)?).1 {
            "he" => Says::Subject(Gender::He),
            "she" => Says::Subject(Gender::She),
            "him" => Says::Object(Gender::He),
            "her" => Says::Object(Gender::She),
            "his" => Says::Own(Gender::He),
            "hers" => Says::Own(Gender::She),
            "m" => Says::Noun(Some(Gender::He)),
            "f" => Says::Noun(Some(Gender::She)),
            _ => Says::Noun(None),
        })
    }
}
