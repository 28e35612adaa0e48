//! Words that say of a person `he` or `she`: pronouns, and what tells whom they may stand for. They are a pack of their
//! own, for all languages that say such pronouns of persons alone, and come only when they are asked for.

use crate::lang::Pack;

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

/// What the pack of these words is called.
pub const NAME: &str = "he-and-she";

/// In Wasm it comes as a file.
#[cfg(not(target_arch = "wasm32"))]
pub(super) static GENDERS: &str = include_str!("../../data/he-and-she.pack");

/// What a word in lower case says in a language; `None` where it is not listed.
#[must_use]
pub fn says(pack: &Pack<'_>, language: &str, word: &str) -> Option<Says> {
    let entry = [language, " ", word].concat();
    Some(match pack.lookup(&entry) {
        (_, "he") => Says::Subject(Gender::He),
        (_, "she") => Says::Subject(Gender::She),
        (_, "him") => Says::Object(Gender::He),
        (_, "her") => Says::Object(Gender::She),
        (_, "his") => Says::Own(Gender::He),
        (_, "hers") => Says::Own(Gender::She),
        (_, "m") => Says::Noun(Some(Gender::He)),
        (_, "f") => Says::Noun(Some(Gender::She)),
        (flags, _) => return (flags != crate::lang::Flags::NONE).then_some(Says::Noun(None)),
    })
}
