//! Of what somebody holds an office, in languages that say so by a small word: `ministro dell'Economia Carlo Dorn`,
//! `présidente de la Banque centrale`.

use crate::lang::Flags;
use crate::lang::Pack;
use crate::mention::Kind;
use crate::mention::alias::Named;
use crate::mention::cut::split;
use crate::mention::kind::guess;
use crate::mention::lexicon::Shape;
use crate::mention::name::{Candidate, HEADS, NAMED};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::case::lower;

/// What offices begin with whose holders are of a place: mayors and governors.
const SEATED: &[&str] = &["alcald", "borgmä", "burgem", "bürger", "gobern", "gouver", "govern", "prefei", "sindac"];

/// The first letters of an office or of a word for places, where it stands before a word with a small word between, and
/// what lists say of it.
fn headed(text: &str, tokens: &[Token<'_>], first: usize) -> Option<(String, Flags)> {
    let own = tokens.get(first)?;
    let small = |t: &Token<'_>| t.word.shape == Shape::Lower && t.word.flags.any(Flags::PARTICLE);
    let blank = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Blank);
    let before = |n: usize| first.checked_sub(n).filter(|i| blank(i + 1)).and_then(|i| tokens.get(i));
    let last = before(1)?;
    // `dell'Economia`: the small word is written in one with what follows.
    let joined = Span::new(last.span.end, own.span.start).of(text).ends_with(['\'', '’']);
    let words = (1..3).take_while(|n| before(*n).is_some_and(small)).count();
    if words == 0 && !joined {
        return None;
    }
    // `secretario general del`, `ministre délégué aux`: a word may stand between.
    let office = |n: usize| before(n).filter(|t| t.word.flags.any(Flags::OFFICE.with(Flags::PLACE_WORD)));
    let holder = office(words + 1).or_else(|| office(words + 2))?;
    Some((holder.span.of(text).chars().take(6).flat_map(lower).collect(), holder.word.flags))
}

/// Cuts a run of which the first words say of what somebody holds an office, or whose it is, and the rest is a name:
/// `ministro dell'Economia Carlo Dorn`, `Real Madrid de Xabi Dorn`. Whether it was such a run.
#[inline(never)]
pub(super) fn cut_headed(
    text: &str,
    tokens: &[Token<'_>],
    (first, end): (usize, usize),
    pack: &Pack<'_>,
    out: &mut Vec<Candidate>,
) -> bool {
    let is = |i: usize, flags: Flags| tokens.get(i).is_some_and(|t| t.word.flags.any(flags));
    let capital = |i: usize| tokens.get(i).is_some_and(Token::capital);
    // Somebody's name: a given name after words of which none is one, and another word.
    let given = (first..end).find(|i| is(*i, Flags::GIVEN));
    let name = given.filter(|i| {
        let apart = |i: usize| capital(i) && tokens.get(i).is_some_and(|t| t.gap == Gap::Blank);
        *i > first && *i + 1 < end && apart(*i) && apart(*i + 1)
    });
    let office = headed(text, tokens, first).filter(|(_, flags)| flags.any(Flags::OFFICE));
    let minister = office.as_ref().is_some_and(|(letters, _)| letters == "minist");
    // Streets and towers are called after somebody.
    let whose = |i: &usize| !capital(i - 1) && !(first..*i).any(|i| is(i, Flags::PLACE_WORD));
    let Some(middle) = name.filter(|i| office.is_some() || whose(i)) else {
        // What ministers see to has no name.
        return minister && !(first..end).any(|i| is(i, NAMED.with(HEADS)));
    };
    let body = (first..middle).rev().find(|i| capital(*i)).map_or(first, |i| i + 1);
    if !minister && body > first {
        split(text, tokens, first, body, pack, out);
    }
    split(text, tokens, middle, end, pack, out);
    true
}

/// Puts right what rules and lists say where there are no weights: names with small words in which no word is somebody's
/// are no persons, nor is what somebody is the head of; what begins with an ordinary word may be no name.
#[inline(never)]
pub(super) fn put_right(text: &str, tokens: &[Token<'_>], names: &mut [Named<'_>]) {
    for name in names.iter_mut().filter(|n| n.guess.sure < 8 && !n.candidate.person) {
        let own = tokens.get(name.candidate.first..name.candidate.end).unwrap_or(&[]);
        let is = |flags: Flags| own.iter().any(|t| t.word.flags.any(flags));
        if is(Flags::GIVEN.with(Flags::FAMILY)) {
            continue;
        }
        let (person, other) = (name.guess.kind == Kind::Person, name.guess.kind == Kind::Other);
        let office = if person || other { headed(text, tokens, name.candidate.first) } else { None };
        let seated =
            |(letters, flags): &(String, Flags)| flags.any(Flags::PLACE_WORD) || SEATED.contains(&letters.as_str());
        if !is(NAMED) && office.as_ref().is_some_and(seated) {
            name.guess = guess(Kind::Place, 3);
        } else if person && (office.is_some() || own.last().is_some_and(|t| t.word.flags.any(Flags::PLACE))) {
            // `Staatsanwaltschaft Dresden`
            name.guess = guess(Kind::Organization, 3);
        } else if person && name.guess.sure < 5 && own.iter().any(|t| t.word.shape == Shape::Lower) {
            name.guess = guess(Kind::Other, 2);
        }
        // `Kosten der Reform`
        let ordinary = own.first().is_some_and(|t| t.word.flags.any(Flags::COMMON));
        name.doubtful |= ordinary && name.guess.sure < 5 && !is(NAMED);
    }
}
