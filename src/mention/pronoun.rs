//! Whom `he` and `she` stand for, where that is certain.
//!
//! A pronoun of the running text is taken to stand for a person only where one person and nobody else is spoken of
//! in the same paragraph, in its own sentence before it and in the sentence before that. Who is known to be of the
//! other gender (by a form of address or a given name) does not count; a noun for somebody (`the minister`, `his
//! wife`) does, and so does a pronoun whose person is not known. Not read are pronouns inside quotation marks, where
//! somebody else speaks.

use crate::lang::gender::{Gender, Says};
use crate::lang::{Flags, Pack};
use crate::mention::inside::Words;
use crate::mention::{Mention, Role};
use crate::segment::{Article, Part, Segmentation};
use crate::span::Span;
use crate::text::Vocabulary;
use crate::text::case::lowered;

/// Somebody who was spoken of: a person of the article, or somebody else.
#[derive(Clone, Copy, Debug)]
struct Spoken {
    who: Option<u32>,
    gender: Option<Gender>,
    sentence: u32,
}

/// A person of the article, as far as names tell: `None` for what is no person, else the gender where it is known.
pub type Person<'a> = &'a dyn Fn(u32) -> Option<Option<Gender>>;

/// What a word in lower case says of a person.
pub type Speaks<'a> = &'a dyn Fn(&str) -> Option<Says>;

/// The pronouns that stand for persons of an article, in order of position. `names` are all its mentions in order.
#[must_use]
pub fn pronouns(
    (text, article, all): (&str, &Article, &Segmentation),
    own: Words<'_>,
    vocabulary: &Vocabulary,
    (pack, says): (&Pack<'_>, Speaks<'_>),
    names: &[Mention],
    person: Person<'_>,
) -> Vec<Mention> {
    let mut found: Vec<(Mention, Gender)> = Vec::new();
    let mut next = 0;
    for paragraph in article.paragraphs.of(&all.paragraphs).iter().filter(|p| p.part == Part::Body) {
        let mut spoken: Vec<Spoken> = Vec::new();
        let mut quoted = false;
        let mut end = paragraph.span.start;
        for (number, sentence) in (paragraph.sentences.start..).zip(paragraph.sentences.of(&all.sentences)) {
            let words: Vec<Span> = own.of(sentence.tokens, vocabulary).collect();
            spoken.retain(|s| s.sentence + 1 >= number);
            for (i, word) in words.iter().enumerate() {
                quoted = marks(Span::new(end.min(word.start), word.start).of(text), quoted);
                end = word.end;
                while names.get(next).is_some_and(|name| name.span.end <= word.start) {
                    next += 1;
                }
                if let Some(name) = names.get(next).filter(|name| name.span.start <= word.start) {
                    if let Some(gender) = person(name.entity).filter(|_| name.span.start == word.start) {
                        spoken.push(Spoken { who: Some(name.entity), gender, sentence: number });
                    }
                    continue;
                }
                let near = Near { text, words: &words, at: i, names, next, person };
                let form = lowered(short(word.of(text)));
                let word_says = says(&form);
                let (gender, subject) = match word_says {
                    Some(Says::Noun(gender)) if !near.of_a_name(gender) => {
                        spoken.push(Spoken { who: None, gender, sentence: number });
                        continue;
                    }
                    None if pack.flags(&form).any(Flags::OFFICE) && !near.of_a_name(None) => {
                        spoken.push(Spoken { who: None, gender: None, sentence: number });
                        continue;
                    }
                    Some(Says::Subject(gender)) => (gender, Some(true)),
                    Some(Says::Own(gender)) => (gender, None),
                    Some(Says::Object(gender)) => (gender, Some(false)),
                    _ => continue,
                };
                if quoted || near.either(says, gender) {
                    continue;
                }
                let who = near.only(&spoken, gender, subject, number);
                spoken.push(Spoken { who, gender: Some(gender), sentence: number });
                if let Some(entity) = who {
                    let span = Span::new(word.start, word.start + short(word.of(text)).len() as u32);
                    let token = sentence.tokens.start + i as u32;
                    found.push((Mention { span, sentence: number, token, entity, role: Role::Pronoun }, gender));
                }
            }
            quoted = marks(Span::new(end.min(sentence.span.end), sentence.span.end).of(text), quoted);
            end = sentence.span.end;
        }
    }
    // Nobody is both: where texts seem to say so, neither is certain.
    let both = |entity: u32| {
        let of = |gender: Gender| found.iter().any(|(m, g)| m.entity == entity && *g == gender);
        of(Gender::He) && of(Gender::She)
    };
    found.iter().filter(|(m, _)| !both(m.entity)).map(|(m, _)| *m).collect()
}

/// Whether what follows some text is inside quotation marks.
fn marks(between: &str, quoted: bool) -> bool {
    between.chars().fold(quoted, |quoted, c| match c {
        // Swedish has the same sign at both ends.
        '"' | '”' => !quoted,
        '“' | '«' | '„' | '「' => true,
        '»' | '」' => false,
        _ => quoted,
    })
}

/// A word up to an apostrophe: `he` of `he's`.
fn short(word: &str) -> &str {
    word.find(['\'', '’']).and_then(|at| word.get(..at)).unwrap_or(word)
}

/// A word and what stands around it.
struct Near<'a> {
    text: &'a str,
    words: &'a [Span],
    at: usize,
    names: &'a [Mention],
    /// The first name that is not before the word.
    next: usize,
    person: Person<'a>,
}

impl Near<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |span| span.of(self.text))
    }

    /// Whether a noun belongs to a person's name: `Prime Minister May`, `Wang Yi, the foreign minister`.
    fn of_a_name(&self, gender: Option<Gender>) -> bool {
        let of_person = |name: &Mention| {
            (self.person)(name.entity).is_some_and(|own| own.is_none() || gender.is_none() || own == gender)
        };
        if let Some(name) = self.names.get(self.next).filter(|name| of_person(name)) {
            let between = self.words.iter().skip(self.at + 1).take_while(|word| word.start < name.span.start);
            let title = |word: &Span| word.of(self.text).starts_with(char::is_uppercase);
            let after = self.words.get(self.at).map_or(0, |word| word.end);
            let plain = Span::new(after.min(name.span.start), name.span.start).of(self.text);
            if between.clone().all(title) && between.count() < 4 && !plain.contains([',', ';', ':', '"', '”', '(']) {
                return true;
            }
        }
        let before = self.next.checked_sub(1).and_then(|i| self.names.get(i)).filter(|name| of_person(name));
        before.is_some_and(|name| {
            let between = self.words.iter().take(self.at).rev().take_while(|word| word.start >= name.span.end).count();
            let comma = self.text.get(name.span.end as usize..).is_some_and(|rest| rest.starts_with(", "));
            comma && between < 5 && self.words.first().is_some_and(|first| first.start <= name.span.start)
        })
    }

    /// `he or she`, `his/her`
    fn either(&self, says: Speaks<'_>, gender: Gender) -> bool {
        let other = |at: Option<usize>| match at.and_then(|at| says(&lowered(self.word(at)))) {
            Some(Says::Subject(g) | Says::Object(g) | Says::Own(g)) => g != gender,
            _ => false,
        };
        let near = [self.at.checked_sub(2), self.at.checked_sub(1), Some(self.at + 1), Some(self.at + 2)];
        near.into_iter().any(other)
    }

    /// The only person that a pronoun may stand for.
    fn only(&self, spoken: &[Spoken], gender: Gender, subject: Option<bool>, sentence: u32) -> Option<u32> {
        let fits = |g: Option<Gender>| g.is_none_or(|g| g == gender);
        let mut all = spoken.iter().filter(|s| fits(s.gender));
        let who = all.next()?.who?;
        if !all.all(|s| s.who == Some(who)) {
            return None;
        }
        // Of several, that only one may be a man says nothing of whoever may be either.
        let unknown = (self.person)(who).is_none_or(|gender| gender.is_none());
        if unknown && spoken.iter().any(|s| s.who.is_some_and(|other| other != who)) {
            return None;
        }
        let here = spoken.iter().any(|s| s.sentence == sentence && s.who == Some(who));
        let later = self.names.iter().skip(self.next).take_while(|name| name.sentence == sentence);
        let mut later = later.filter_map(|name| (self.person)(name.entity).map(|g| (name.entity, g)));
        match subject {
            // `Wang met him`: somebody else. `He told Wang`: he is another, too.
            Some(false) if here => return None,
            Some(true) | Some(false) if later.clone().any(|(entity, _)| entity == who) => return None,
            _ => {}
        }
        // `In his speech, Lavrov said`: who comes after it, where nobody was named in the sentence yet.
        let own = spoken.iter().any(|s| s.sentence == sentence && s.who.is_some());
        let other = !own && later.any(|(entity, g)| entity != who && fits(g));
        (!other).then_some(who)
    }
}
