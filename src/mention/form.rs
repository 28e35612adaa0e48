//! What the surfaces of names come apart into, worked out once for each and kept from article to article.

use crate::lang::{Flags, Pack};
use crate::mention::lexicon::fold;
use crate::mention::token::Token;
use crate::span::to_u32;
use crate::text::case::lowered;
use crate::text::folded;
use crate::text::{TypeId, Vocabulary};

/// A surface of a name. Its words are folded and without what stands around them (in languages that inflect names,
/// their stems); texts are numbers in [`Forms`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// As it is written, and the same on one line.
    pub surface: TypeId,
    pub shown: TypeId,
    /// All its words, a blank between each two.
    pub words: TypeId,
    /// How many.
    pub count: u32,
    /// Its words without an article before them.
    pub key: TypeId,
    pub first: TypeId,
    pub last: TypeId,
    /// The last word that is no suffix such as `Jr.`
    pub surname: TypeId,
    /// What follows a hyphen in the surname.
    pub tail: TypeId,
    /// What the lists say of its words together, where it is one.
    pub flags: Flags,
    /// The words of the surface as it is written, without an article before them.
    pub written: u32,
    /// How far its words are from their base forms.
    pub far: u32,
    /// In capitals throughout: `KYIV` in a dateline is shown as `Kyiv` where the text has that as well.
    pub shouted: bool,
}

/// No text has this number.
pub(crate) const NONE: TypeId = TypeId(u32::MAX);

/// What an article says of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    article: u32,
    /// The group with this key.
    pub group: u32,
    /// The group that this acronym stands for.
    pub stands: u32,
    /// Of the groups by their ends: where those with this word begin, and how many there are.
    pub begin: u32,
    pub length: u32,
    /// The entity with this key.
    pub entity: u32,
}

/// Nothing has this number.
pub(crate) const ABSENT: u32 = u32::MAX;

const FRESH: Mark = Mark { article: 0, group: ABSENT, stands: ABSENT, begin: 0, length: 0, entity: ABSENT };

/// All surfaces that were seen in a language.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    /// The texts of entities, which are lent while an article is read.
    texts: Vocabulary,
    forms: Vec<Form>,
    /// By the number of a text: that of the surface which it is.
    numbers: Vec<TypeId>,
    /// By the number of a word form: that of the surface which is this word alone.
    words_alone: Vec<TypeId>,
    /// By the number of a word form of letters alone: that of the text which is this word folded.
    folded: Vec<TypeId>,
    /// By the number of a surface: the key and the name of what a list says that it is usually called.
    usual: Vec<(TypeId, TypeId)>,
    marks: Vec<Mark>,
    article: u32,
    words: String,
    letters: String,
}

/// The number of a folded word at one end of a surface, where this token is: of most words it is known already.
#[inline(never)]
fn end_of(folded: &mut [TypeId], t: &Token<'_>, own: &str, texts: &mut Vocabulary) -> TypeId {
    // There is room for every word form.
    let mut slot = folded.get_mut(t.id.0 as usize).filter(|_| whole(t, own));
    if let Some(known) = slot.as_ref().filter(|known| ***known != NONE) {
        return **known;
    }
    let id = texts.intern(own);
    if let Some(slot) = &mut slot {
        **slot = id;
    }
    id
}

/// Whether a folded word is all of a token of letters alone.
fn whole(t: &Token<'_>, own: &str) -> bool {
    t.word.plain && t.span.len() as usize == own.len()
}

/// A text on one line.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    folded::one_line(text, &mut out);
    out
}

/// What may follow a family name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

impl Forms {
    /// Gets ready for the names of texts of so many word forms.
    pub(crate) fn reserve(&mut self, words: usize) {
        if self.words_alone.len() >= words {
            return;
        }
        self.forms.reserve(words / 4);
        self.texts.reserve(64 * words);
        self.numbers.reserve(words);
        self.marks.reserve(words);
        for known in [&mut self.words_alone, &mut self.folded] {
            known.resize(words, NONE);
        }
    }

    /// Lends the texts of entities, or takes them back.
    pub(crate) fn lend(&mut self, texts: &mut Vocabulary) {
        std::mem::swap(&mut self.texts, texts);
    }

    /// Forgets what the last article said.
    pub(crate) fn begin(&mut self) {
        self.article = self.article.wrapping_add(1);
        if self.article == 0 {
            self.marks.clear();
            self.article = 1;
        }
    }

    /// The number of a surface, which begins and ends with these words.
    pub(crate) fn number(&mut self, surface: &str, ends: (&Token<'_>, &Token<'_>), pack: &Pack<'_>) -> u32 {
        let id = self.texts.intern(surface);
        if self.numbers.len() < self.texts.len() {
            self.numbers.resize(self.texts.len().next_power_of_two(), NONE);
        }
        let Some(number) = self.numbers.get_mut(id.0 as usize) else { return NONE.0 };
        if *number == NONE {
            *number = TypeId(to_u32(self.forms.len()));
            let form = self.take_apart(id, surface, ends, pack);
            self.forms.push(form);
            return to_u32(self.forms.len() - 1);
        }
        number.0
    }

    /// The number of a surface that is one word, by the number of its form.
    pub(crate) fn number_of(&mut self, t: &Token<'_>, surface: &str, pack: &Pack<'_>) -> u32 {
        // There is room for every word form.
        let at = t.id.0 as usize;
        let known = self.words_alone.get(at).map_or(NONE, |known| *known);
        if known != NONE {
            return known.0;
        }
        let number = self.number(surface, (t, t), pack);
        if let Some(slot) = self.words_alone.get_mut(at) {
            *slot = TypeId(number);
        }
        number
    }

    /// The number of a text that some surface has given one.
    pub(crate) fn known(&self, text: &str) -> Option<TypeId> {
        self.texts.find(text)
    }

    pub(crate) fn get(&self, number: u32) -> &Form {
        static EMPTY: Form = Form {
            surface: NONE,
            shown: NONE,
            words: NONE,
            count: 0,
            key: NONE,
            first: NONE,
            last: NONE,
            surname: NONE,
            tail: NONE,
            flags: Flags::NONE,
            written: 0,
            far: 0,
            shouted: false,
        };
        self.forms.get(number as usize).unwrap_or(&EMPTY)
    }

    /// A surface as it is written.
    pub(crate) fn surface(&self, number: u32) -> &str {
        self.texts.get(self.get(number).surface)
    }

    /// The number of a title as it is shown.
    pub(crate) fn title(&mut self, title: &str) -> TypeId {
        self.texts.intern(&one_line(title))
    }

    pub(crate) fn text(&self, id: TypeId) -> &str {
        self.texts.get(id)
    }

    /// What this article says of a text.
    #[inline]
    pub(crate) fn mark(&self, id: TypeId) -> Mark {
        self.marks.get(id.0 as usize).copied().filter(|m| m.article == self.article).unwrap_or(FRESH)
    }

    /// Changes what this article says of a text.
    #[inline]
    pub(crate) fn set(&mut self, id: TypeId, change: impl FnOnce(&mut Mark)) {
        if self.marks.len() < self.texts.len() {
            self.marks.resize(self.texts.len().next_power_of_two(), FRESH);
        }
        if let Some(mark) = self.marks.get_mut(id.0 as usize) {
            if mark.article != self.article {
                *mark = Mark { article: self.article, ..FRESH };
            }
            change(mark);
        }
    }

    /// The key and the name of what a surface is usually called, by the list that gives one.
    pub(crate) fn usual(&mut self, number: u32, usual: &str) -> (TypeId, TypeId) {
        if self.usual.len() < self.forms.len() {
            self.usual.resize(self.forms.len().next_power_of_two(), (NONE, NONE));
        }
        let Some(known) = self.usual.get_mut(number as usize) else { return (NONE, NONE) };
        if known.1 == NONE || self.texts.get(known.1) != usual {
            *known = (self.texts.intern(&lowered(usual)), self.texts.intern(usual));
        }
        *known
    }

    #[inline(never)]
    fn take_apart(
        &mut self,
        id: TypeId,
        surface: &str,
        (one, other): (&Token<'_>, &Token<'_>),
        pack: &Pack<'_>,
    ) -> Form {
        let words = &mut self.words;
        let bytes = surface.as_bytes();
        // Letters, digits and single blanks.
        let (mut even, mut written, mut last) = (true, 1, b' ');
        for byte in bytes {
            let blank = *byte == b' ';
            even &= byte.is_ascii_alphanumeric() || blank && last != b' ';
            written += u32::from(blank);
            last = *byte;
        }
        if even {
            fold(surface, words);
        } else {
            // `United Nations (UN) Security Council`: a definition inside a name is none of its words.
            let inside = |w: &&str| !(w.starts_with('(') && w.ends_with(')'));
            written = 0;
            self.letters.clear();
            for word in surface.split_whitespace().filter(inside) {
                written += 1;
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.is_empty() && !self.letters.is_empty() {
                    self.letters.push(' ');
                }
                self.letters.push_str(word);
            }
            fold(&self.letters, words);
        }
        let small = !bytes.iter().any(u8::is_ascii_lowercase) && !surface.chars().any(char::is_lowercase);
        let (folded_words, mut words, mut far) = (words.as_str(), words.as_str(), 0);
        let stems = if !small && pack.inflects() { pack.stems(words) } else { Default::default() };
        if !stems.0.is_empty() {
            (words, far) = (stems.0.as_str(), stems.1);
        }
        let texts = &mut self.texts;
        let folded = &mut self.folded;
        let all = end_of(folded, one, words, texts);
        let count = if even { written } else { 1 + words.bytes().filter(|b| *b == b' ').count() as u32 };
        let (mut first, mut last, mut key, mut surname) = (all, all, all, all);
        let mut end = words;
        if count > 1 {
            let letters = |b: &u8| *b != b' ';
            end = words.get(words.len() - words.bytes().rev().take_while(letters).count()..).unwrap_or(words);
            first = end_of(folded, one, words.get(..words.bytes().take_while(letters).count()).unwrap_or(words), texts);
            last = end_of(folded, other, end, texts);
            key = words.strip_prefix("the ").map_or(all, |rest| texts.intern(rest));
            surname = last;
        }
        let mut family = Some(end);
        if end.len() <= 3 && SUFFIXES.contains(&end) {
            family = words.rsplit(' ').find(|w| !SUFFIXES.contains(w));
            surname = family.map_or(NONE, |family| texts.intern(family));
        }
        let tail = family.filter(|_| !even).and_then(|w| w.rsplit_once('-')).map(|(_, tail)| tail);
        Form {
            surface: id,
            shown: if even { id } else { texts.intern(&one_line(surface)) },
            words: all,
            count,
            key,
            first,
            last,
            surname,
            tail: tail.map_or(NONE, |tail| texts.intern(tail)),
            flags: match count {
                1 if whole(one, folded_words) => one.word.flags,
                1 => pack.flags(folded_words),
                _ => Flags::NONE,
            },
            // An article is no reason to show a name with it.
            written: written - u32::from(key != all),
            far,
            shouted: small,
        }
    }
}
