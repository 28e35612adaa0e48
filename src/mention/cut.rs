//! Runs of words cut into names: where titles, demonyms and listed names say so.

use crate::lang::{Flags, Pack};
use crate::mention::headed::cut_headed;
use crate::mention::inflected;
use crate::mention::kind::{SEATED, leads};
use crate::mention::lexicon::Shape;
use crate::mention::listed::listed;
use crate::mention::name::{Candidate, HEADS, NAMED};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::bytes::List;

/// Cuts a run into the names it holds. Most are one word.
#[inline(never)]
pub(super) fn split(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    pack: &Pack<'_>,
    out: &mut Vec<Candidate>,
) {
    let titled = Flags::OFFICE.with(Flags::HONORIFIC).with(Flags::DEMONYM);
    if pack.language() != "en" && cut_headed(text, tokens, (first, end), pack, out) {
        return;
    }
    if end - first == 1 && !tokens.get(first).is_some_and(|t| t.word.flags.any(titled)) {
        out.push(Candidate::new(first, end));
    } else {
        parts(text, tokens, first, end, pack, out);
    }
}

/// Adds a name, unless it has no words.
#[inline(never)]
fn add(out: &mut Vec<Candidate>, name: Candidate) {
    if name.first < name.end {
        out.push(name);
    }
}

/// The same of words that may be several names, or a title.
#[inline(never)]
fn parts(text: &str, tokens: &[Token<'_>], first: usize, end: usize, pack: &Pack<'_>, out: &mut Vec<Candidate>) {
    let run = (first, end);
    let mut first = first;
    let flags = |i: usize| tokens.get(i).map_or(Flags::NONE, |t| t.word.flags);
    let whole = if end - first == 1 { Flags::NONE } else { listed(text, tokens, first, end, pack).0 };
    let unlisted = end - first > 1 && whole == Flags::NONE;
    let mut push = |first: usize, end: usize, title: Option<Span>, person: bool, demonym: bool| {
        let unlisted = unlisted && (first, end) == run;
        add(out, Candidate { first, end, title, person, demonym, unlisted });
    };
    if whole.any(NAMED) {
        return push(
            first,
            end,
            None,
            false,
            whole.any(Flags::DEMONYM) && !whole.any(Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION)),
        );
    }
    // `Jason Beer KC`
    if end - first > 2 && tokens.get(end - 1).is_some_and(|t| AFTER.has(t.bare().of(text))) {
        return split(text, tokens, first, end - 1, pack, out);
    }
    if end - first > 1 && tokens.get(first).is_some_and(|t| SHIPS.has(t.span.of(text))) {
        return push(first, end, None, false, false);
    }
    if let Some((middle, title)) = of_whom(text, tokens, first, end, pack) {
        let own = listed(text, tokens, first, middle, pack).0.any(NAMED);
        // `Archbishop of Canterbury`; `Minister of Energy` is of no name.
        let seated =
            SEATED.words.split(' ').any(|o| title.of(text).get(..o.len()).is_some_and(|t| t.eq_ignore_ascii_case(o)));
        let plain = Flags::COMMON.with(Flags::OFFICE).with(HEADS);
        let word = middle == first + 1 && seated && !flags(first).any(plain);
        if own || word || middle > first + 1 && flags(middle - 1).any(Flags::ORG_WORD) {
            push(first, middle, None, false, false);
        }
        if flags(middle).any(Flags::OFFICE.with(Flags::HONORIFIC)) {
            return split(text, tokens, middle, end, pack, out);
        }
        return push(middle, end, Some(title), true, false);
    }
    let cases = pack.inflects();
    if cases && let Some(middle) = inflected::apart(text, tokens, first, end, pack) {
        split(text, tokens, first, middle, pack, out);
        return split(text, tokens, middle, end, pack, out);
    }
    // In English such names mostly are one: `Paris Hilton`.
    if pack.language() != "en"
        && let Some(given) = in_a_row(tokens, first, end, pack)
    {
        let own = (first..given).rev().find(|i| tokens.get(*i).is_some_and(Token::capital)).map_or(first, |i| i + 1);
        if own > first {
            split(text, tokens, first, own, pack, out);
        }
        return split(text, tokens, given, end, pack, out);
    }
    // `The Independent` is a name that a list knows, `The Independent Water Authority` is not.
    if end - first > 1 && tokens.get(first).is_some_and(|t| t.gap == Gap::Start && t.span.of(text) == "The") {
        return split(text, tokens, first + 1, end, pack, out);
    }
    // `China-Russia`, `Sino-Russian`, `U.S.-Soviet`: each for itself.
    let place = Flags::COUNTRY.with(Flags::DEMONYM).with(Flags::PLACE);
    // `EU-Mercosur`, `NATO-Russia`
    let body =
        |i: usize| flags(i).any(Flags::ORGANIZATION) && tokens.get(i).is_some_and(|t| t.word.shape == Shape::Capitals);
    let mut i = first + 1;
    while i < end {
        let hyphen = tokens.get(i).is_some_and(|t| t.gap == Gap::Hyphen);
        let own = hyphen && (flags(i - 1).any(place) || body(i - 1));
        if own && (flags(i).any(place) || body(i) || body(i - 1) && flags(i).any(Flags::ORGANIZATION)) {
            // `China-Russia Treaty of Friendship`, `Iran-Iraq War`: what is between them has a name.
            let of = (i + 1..end).find(|j| !tokens.get(*j).is_some_and(Token::capital)).unwrap_or(end);
            // `U.S.-China Business Council`; in `Iran-Palestinian Liberation Army talks` each is for itself.
            let body = of > i + (if body(i - 1) { 1 } else { 2 })
                && flags(of - 1).any(Flags::ORG_WORD)
                && flags(i).any(Flags::COUNTRY);
            if i == first + 1 && of > i + 1 && (body || flags(of - 1).any(Flags::OTHER_WORD)) {
                return push(first, end, None, false, false);
            }
            split(text, tokens, first, i, pack, out);
            return split(text, tokens, i, end, pack, out);
        }
        i += 1;
    }
    // `Bank of England Governor Andrew Bailey`, `UN Secretary-General`, `Hong Kong Chief Executive Carrie Lam`: whose
    // office it is has a name.
    if let Some(middle) = (first + 1..end).rev().find(|i| whose(text, tokens, first, *i, end, pack)) {
        push(first, middle, None, false, false);
        return split(text, tokens, middle, end, pack, out);
    }
    // `U.S. Officials Leave`: what capitals say nothing of is of no name.
    let ordinary =
        |t: &Token<'_>| t.loud && (t.word.ordinary || t.word.flags.any(Flags::COMMON)) && !t.word.flags.any(HEADS);
    if flags(first).any(Flags::COUNTRY) && tokens.get(first + 1..end).is_some_and(|rest| rest.iter().all(ordinary)) {
        return push(first, first + 1, None, false, false);
    }
    // An adjective before a title or person stands for itself; before the rest of an organisation it is of the name.
    let two = if end - first > 2 && listed(text, tokens, first, first + 2, pack).0.any(Flags::DEMONYM) { 2 } else { 1 };
    let lead = if two == 2 { Flags::DEMONYM } else { flags(first) };
    let caps = tokens.get(first).is_some_and(|t| t.word.shape == Shape::Capitals);
    // `Christian Lindner`
    let named = two == 1
        && end - first == 2
        && lead.any(Flags::GIVEN)
        && !flags(first + 1).any(Flags::COMMON.with(Flags::OFFICE).with(Flags::HONORIFIC).with(HEADS))
        && !tokens.get(first + 1).is_some_and(|t| t.word.ordinary);
    if lead.any(Flags::DEMONYM) && !lead.any(Flags::COUNTRY.with(Flags::PLACE)) && !named {
        let rest = first + two;
        let ends = rest < end
            && (rest..end).any(|j| flags(j).any(HEADS))
            && !(rest..end).any(|j| flags(j).any(Flags::OFFICE) && flags(end - 1).any(HEADS) == flags(j).any(HEADS));
        if !ends {
            push(first, rest.min(end), None, false, true);
            if rest < end {
                split(text, tokens, rest, end, pack, out);
            }
            return;
        }
    } else if lead.any(Flags::COUNTRY)
        && (caps || end - first > 2)
        && (first + 1..end).any(|j| flags(j).any(Flags::OFFICE.with(Flags::HONORIFIC)))
    {
        // `U.S. President Joe Biden`
        push(first, first + 1, None, false, false);
        return split(text, tokens, first + 1, end, pack, out);
    }
    // Titles before a name.
    let title_end = title(text, tokens, first, end, whole, pack);
    // `Secretary of State for Health Jane Roe`
    let joins = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.span.of(text), "for" | "of" | "the"));
    if title_end > first && joins(title_end) {
        let of_what = (title_end..end).find(|i| !joins(*i)).unwrap_or(end);
        return split(text, tokens, of_what, end, pack, out);
    }
    if title_end > first {
        let all = tokens.get(first).zip(tokens.get(title_end - 1)).map(|(a, b)| Span::new(a.span.start, b.span.end));
        if title_end == end {
            // `Toronto Star`, `Burger King`; `Los Angeles Sheriff` is an office there.
            let names = tokens
                .get(end - 1)
                .is_some_and(|t| matches!(t.bare().of(text), "Star" | "King" | "Queen" | "Prince" | "Pilot"));
            let known = (first + 1..end).rev().find(|m| listed(text, tokens, first, *m, pack).0.any(NAMED));
            if end - first > 1 && names {
                return push(first, end, None, false, false);
            }
            if let Some(middle) = known {
                push(first, middle, None, false, false);
            }
            return;
        }
        let rest = (title_end..end).any(|j| flags(j).any(HEADS)) && !flags(title_end).any(Flags::GIVEN);
        // `Prezes PiS`, `Olympiasieger Kroatien`
        let bodies =
            if pack.language() == "en" { Flags::ORGANIZATION } else { Flags::ORGANIZATION.with(Flags::COUNTRY) };
        let body = title_end + 1 == end
            && flags(title_end).any(bodies)
            && !flags(title_end).any(Flags::GIVEN.with(Flags::FAMILY));
        if body {
            return push(title_end, end, None, false, false);
        }
        if cases {
            // `Глава Минобрнауки`: whose office it is, as often as who has it.
            let person = !rest && (title_end..end).any(|i| flags(i).any(Flags::GIVEN.with(Flags::FAMILY)));
            return push(title_end, end, all.filter(|_| !rest), person, false);
        }
        if !rest {
            // `Minister Pavel Dorn`; `Mr. and Mrs. Xi` comes apart before.
            return push(title_end, end, all, true, false);
        }
        first = title_end.min(first);
    }
    push(first, end, None, nicknamed(text, tokens.get(first + 1..end).unwrap_or(&[])), false);
}

/// Where somebody's name stands right after another one: `in Paris Emmanuel Macron`, `szef PiS Jarosław Kaczyński`,
/// `ad Arcore Silvio Berlusconi`; in German, which writes every noun with a capital, after any other word.
#[inline(never)]
fn in_a_row(tokens: &[Token<'_>], first: usize, end: usize, pack: &Pack<'_>) -> Option<usize> {
    let is = |i: usize, flags: Flags| tokens.get(i).is_some_and(|t| t.word.flags.any(flags));
    let before = Flags::GIVEN.with(Flags::OFFICE).with(Flags::HONORIFIC);
    let other = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION);
    let letters = |i: usize| tokens.get(i).is_some_and(|t| t.word.shape == Shape::Capitals && t.span.len() > 1);
    let at = first.checked_sub(1).is_some_and(|i| is(i, Flags::AT));
    (first + 1..end.saturating_sub(1)).find(|i| {
        let apart = tokens.get(*i).is_some_and(|t| t.gap == Gap::Blank && t.capital());
        let after = pack.language() == "de" || is(i - 1, other) || letters(i - 1) || at && *i == first + 1;
        apart && after && is(*i, Flags::GIVEN) && !is(i - 1, before)
    })
}

/// What the names of ships begin with.
pub(crate) const SHIPS: List = List::of("HMAS HMCS HMS INS RMS USCGC USNS USS");

/// Where somebody's own name begins after what he or she is the head of, and the title before it:
/// `Mayor of London Jane Roe`, `Secretary of Defense Jane Roe`.
fn of_whom(text: &str, tokens: &[Token<'_>], first: usize, end: usize, pack: &Pack<'_>) -> Option<(usize, Span)> {
    if end - first < 3 {
        return None;
    }
    let at = |i: usize| tokens.get(i);
    let is = |i: usize, words: &[&str]| at(i).is_some_and(|t| t.gap == Gap::Blank && words.contains(&t.span.of(text)));
    let of = first.checked_sub(if is(first.checked_sub(1)?, &["the"]) { 2 } else { 1 })?;
    let titled = |i: usize| at(i).filter(|t| t.word.flags.any(Flags::OFFICE.with(Flags::HONORIFIC)));
    // `Secretary of State for Health Jane Roe`
    let back = of.checked_sub(if of > 2 && is(of - 2, &["of"]) { 3 } else { 1 })?;
    let office = titled(back).or_else(|| titled(of - 1))?;
    if !is(of, &["of", "for"]) || !at(first).is_some_and(|t| t.gap == Gap::Blank) {
        return None;
    }
    let flags = |i: usize| at(i).map_or(Flags::NONE, |t| t.word.flags);
    // A name of two words or more, and not the rest of that of a body.
    let places = first + 1..end - 1;
    if flags(end - 1).any(HEADS) {
        return None;
    }
    let body = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION);
    let known = places.clone().rev().find(|m| listed(text, tokens, first, *m, pack).0.any(body));
    let given = || places.clone().find(|m| flags(*m).any(Flags::GIVEN)).filter(|_| !flags(first).any(Flags::GIVEN));
    // `Minister of Energy Anneke Vos`: ordinary words, and then others.
    let ordinary = |i: usize| flags(i).any(Flags::COMMON.with(HEADS)) || at(i).is_some_and(|t| t.word.ordinary);
    let unknown = || places.clone().find(|m| !ordinary(*m)).filter(|m| (first..*m).all(ordinary));
    let middle = known.or_else(given).or_else(unknown)?;
    let (before, next) = (tokens.get(first..middle)?, tokens.get(middle..end)?);
    let joins = |t: &Token<'_>| matches!(t.span.of(text), "of" | "for" | "and" | "the");
    let apart = before.iter().all(Token::capital) && next.len() < 5 && !next.iter().any(joins);
    let starts = next.first()?;
    let title = Span::new(office.span.start, before.last()?.span.end);
    (apart && starts.capital() && starts.gap == Gap::Blank).then_some((middle, title))
}

/// What stands after a person's name and is no part of it.
const AFTER: List = List::of("CBE DBE KBE KC MBE MD MEP MP MSP OBE PhD QC");

/// Whether an office stands at `middle`, and before it the name of a country or of a body.
fn whose(text: &str, tokens: &[Token<'_>], first: usize, middle: usize, end: usize, pack: &Pack<'_>) -> bool {
    let flags = |i: usize| tokens.get(i).map_or(Flags::NONE, |t| t.word.flags);
    let titled = Flags::OFFICE.with(Flags::HONORIFIC);
    let two =
        |i: usize| i + 1 < end && flags(i + 1).any(titled) && listed(text, tokens, i, i + 2, pack).0.any(Flags::OFFICE);
    let office = flags(middle).any(Flags::OFFICE) || two(middle);
    let before = !(first..middle).any(|i| flags(i).any(Flags::OFFICE));
    if !before || !office && !flags(middle).any(titled) || two(middle - 1) {
        return false;
    }
    let own = listed(text, tokens, first, middle, pack).0;
    let one = middle == first + 1;
    // `Texas Gov. Jane Roe`, `London Mayor Jane Roe`; `Virginia King` is a person, `Boston General Hospital` a body.
    let name = Flags::GIVEN.with(Flags::FAMILY);
    let whole = one && flags(first).any(name) && flags(middle).any(name)
        || flags(end - 1).any(HEADS) && !(middle + 1..end - 1).any(|i| flags(i).any(Flags::GIVEN))
        || tokens.get(middle + 1).is_none_or(|t| middle + 1 == end || t.gap == Gap::Hyphen);
    if !office || own.any(Flags::PLACE) {
        return own.any(Flags::PLACE) && !whole;
    }
    // `Harris County Sheriff`; `U.S. District Judge` is of the country.
    let country = middle == first + 2 && flags(first).any(Flags::COUNTRY);
    let heads = if country { Flags::ORG_WORD } else { Flags::ORG_WORD.with(Flags::PLACE_WORD) };
    // `Halvex Chairman Jane Roe`
    let unknown = || {
        let word = tokens.get(first).filter(|t| one && t.word.flags == Flags::NONE && !t.word.ordinary && !t.loud);
        word.is_some_and(|t| t.word.shape == Shape::Capital) && tokens.get(middle).is_some_and(|t| leads(text, t))
    };
    own.any(Flags::ORGANIZATION) || !one && (own.any(Flags::COUNTRY) || flags(middle - 1).any(heads)) || unknown()
}

/// Where the titles at the beginning of a run end: after the last office or form of address that is
/// followed by words that are neither; `whole` is what the lists say of all of it, where it is several words.
fn title(text: &str, tokens: &[Token<'_>], first: usize, end: usize, whole: Flags, pack: &Pack<'_>) -> usize {
    let mut found = first;
    let mut at = first;
    // `Tal al-Sultan` is no sultan.
    let before = |i: usize| i.checked_sub(1).and_then(|i| tokens.get(i));
    let joined =
        |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Hyphen) && before(i).is_some_and(|t| t.word.article);
    let one = |i: usize| tokens.get(i).filter(|_| !joined(i)).map_or(Flags::NONE, |t| t.word.flags);
    let several = |at: usize, to: usize| {
        if (at, to) == (first, end) { whole } else { listed(text, tokens, at, to, pack).0 }
    };
    while at < end {
        let mut step = 0;
        for length in (1..=4usize).rev() {
            if at + length <= end
                && (length == 1 && one(at).any(Flags::OFFICE.with(Flags::HONORIFIC))
                    || length > 1 && several(at, at + length).any(Flags::OFFICE))
            {
                step = length;
                break;
            }
        }
        if step > 0 {
            at += step;
            found = at;
        } else if at - found < 2
            && at + 1 < end
            && tokens.get(at).is_some_and(Token::capital)
            && !one(at).any(Flags::GIVEN.with(Flags::FAMILY))
            && (at + 1..end.min(at + 3)).any(|j| one(j).any(Flags::OFFICE))
        {
            // `Transport Minister`, `NASA Administrator`: words that say of what.
            at += 1;
        } else {
            break;
        }
    }
    // A given name that is also a title, and titles that are companies (`General Motors`), stay.
    if found == first + 1 && one(first).any(Flags::GIVEN) && end - first >= 2 && !one(first).any(Flags::HONORIFIC) {
        first
    } else {
        found
    }
}

/// Whether a nickname is among the words of a name after the first.
fn nicknamed(text: &str, rest: &[Token<'_>]) -> bool {
    rest.iter().any(|t| matches!(t.gap, Gap::Start | Gap::Break) && t.quoted(text))
}
