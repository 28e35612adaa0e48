//! Where a run of words that may be names ends.

use std::ops::ControlFlow;

use crate::lang::{Flags, Pack};
use crate::mention::headed::bridged;
use crate::mention::lexicon::{Shape, class};
use crate::mention::listed::{listed, look_up};
use crate::mention::name::{Evidence, HEADS, NAMED, namey};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::bytes::List;

/// Longest run, in words.
const LONGEST: usize = 12;

/// Where the run that begins at `first` ends. Most go on with words that are names themselves, and end before words
/// that are of none.
#[inline(never)]
pub(super) fn run_end(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    pack: &Pack<'_>,
    evidence: &Evidence<'_>,
) -> usize {
    let mut end = first + 1;
    while end - first < LONGEST {
        let (Some(last), Some(t)) = (tokens.get(end - 1), tokens.get(end)) else { break };
        if last.word.possessive == 0 {
            if t.capital() && t.gap == Gap::Blank && namey(text, t, tokens.get(end + 1), evidence) {
                end += 1;
                continue;
            }
            if apart(text, t) {
                break;
            }
        }
        match further(text, tokens, first, end, pack, evidence) {
            ControlFlow::Continue(after) => end = after,
            ControlFlow::Break(after) => return after,
        }
    }
    end
}

/// Whether a word certainly is of no name that stands before it.
fn apart(text: &str, t: &Token<'_>) -> bool {
    match t.gap {
        // A nickname stands in quotes.
        Gap::Start | Gap::Break if t.capital() => !t.quoted(text),
        Gap::Start | Gap::Comma | Gap::Open | Gap::Break => !t.capital(),
        Gap::Blank => {
            t.class & class::SMALL != 0
                && t.word.shape == Shape::Lower
                && !t.word.flags.any(Flags::PARTICLE)
                && !matches!(t.span.of(text), "on" | "the")
        }
        _ => false,
    }
}

/// How far a run goes on after `end`, and whether it may go on from there.
#[inline(never)]
fn further(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    pack: &Pack<'_>,
    evidence: &Evidence<'_>,
) -> ControlFlow<usize, usize> {
    use ControlFlow::{Break, Continue};
    let (Some(last), Some(t)) = (tokens.get(end - 1), tokens.get(end)) else { return Break(end) };
    if last.word.possessive > 0 {
        // `Sayler's Creek`, `Mayor's Office`: neither somebody's nor some country's.
        let plain = !last.word.flags.any(NAMED) && last.gap != Gap::Start && end == first + 1;
        let heads = if last.word.flags.any(Flags::COMMON) { HEADS } else { Flags::PLACE_WORD };
        // `St. Peter's Cathedral`
        let saint = end == first + 2 && tokens.get(first).is_some_and(|t| matches!(t.span.of(text), "St" | "Saint"));
        let heads = if saint { HEADS } else { heads };
        if (plain || saint) && t.gap == Gap::Blank && t.capital() && t.word.flags.any(heads) {
            return Continue(end + 1);
        }
        // `People's Liberation Army`, `Lloyd's of London`
        let known = |e: &usize| listed(text, tokens, first, *e, pack).0.any(NAMED);
        if t.gap == Gap::Blank
            && (t.capital() || t.span.of(text) == "of")
            && let Some(after) = (end + 1..end + 4).rev().find(known)
        {
            return Break(after);
        }
        return Break(end);
    }
    // `Helion, Inc.`, `Martin Luther King, Jr.`; `Washington, D.C.`
    if t.gap == Gap::Comma
        && t.capital()
        && (legal(text, t) || listed(text, tokens, first, end + 1, pack).0.any(Flags::PLACE))
    {
        return Break(end + 1);
    }
    let inside = defined_inside(text, tokens, first, end).or_else(|| nickname(text, tokens, first, end));
    if let Some(after) = inside.or_else(|| epithet(text, tokens, first, end)) {
        return Continue(after);
    }
    // `Ann Weber & Carl Lang`: two persons, where `Hollis & Vane` is a firm.
    let given = |i: usize| tokens.get(i).is_some_and(|t| t.word.flags.any(Flags::GIVEN));
    if t.gap == Gap::And && end - first > 1 && given(first) && given(end) {
        return Break(end);
    }
    let joined = matches!(t.gap, Gap::Blank | Gap::Hyphen | Gap::Dot | Gap::And);
    // `Ван И. Лавров`: a list knows the whole, which ends here, and so does the sentence.
    let known = t.gap == Gap::Dot && listed(text, tokens, first, end, pack).0.any(Flags::ACROSS);
    if !joined || known {
        return Break(end);
    }
    if namey(text, t, tokens.get(end + 1), evidence) {
        return Continue(end + 1);
    }
    // `Yim Soon-rye`, `Yu In-chon`: an ordinary word is the first half of a given name.
    if t.gap == Gap::Blank
        && t.word.shape == Shape::Capital
        && tokens.get(end + 1).is_some_and(|n| halves(text, last, t, n))
    {
        return Continue(end + 2);
    }
    if t.word.shape == Shape::Number && t.gap == Gap::Hyphen && t.span.len() <= 3 {
        return Continue(end + 1);
    }
    // `Jaish-e-Mohammed`, `Zia-ul-Haq`
    if t.gap == Gap::Hyphen
        && matches!(t.span.of(text), "a" | "e" | "i" | "ul" | "ud" | "ur")
        && tokens.get(end + 1).is_some_and(|n| n.gap == Gap::Hyphen && n.capital())
    {
        return Continue(end + 2);
    }
    if syllable(text, tokens.get(first..end).unwrap_or(&[]), t) {
        return Continue(end + 1);
    }
    // `Ван И`: a list knows the whole, of which the last word is none by itself; `San Francisco 49ers`.
    let known = NAMED.with(Flags::ACROSS);
    // `The New York Times`
    let own = first + usize::from(end > first + 1 && tokens.get(first).is_some_and(|t| t.span.of(text) == "The"));
    if (t.capital() || t.word.shape == Shape::Number)
        && t.gap == Gap::Blank
        && let Some(after) = (end + 1..end + 3).rev().find(|e| listed(text, tokens, own, *e, pack).0.any(known))
    {
        return Continue(after);
    }
    // `Citizen TV`
    if t.gap == Gap::Blank && t.word.shape == Shape::Capitals && t.word.flags.any(Flags::ORG_WORD) && !t.loud {
        return Continue(end + 1);
    }
    if t.gap == Gap::Blank && article(text, t, tokens.get(end + 1), pack) {
        return Continue(end + 2);
    }
    // `Interstate 80`, `Flight 370`
    if t.gap == Gap::Blank && t.word.shape == Shape::Number && NUMBERED.has(last.span.of(text)) {
        return Continue(end + 1);
    }
    // Small words between capitalised ones.
    let mut after = end;
    while after - end < 2
        && tokens.get(after).is_some_and(|p| {
            (p.word.flags.any(Flags::PARTICLE) || p.span.of(text) == "on")
                && p.word.shape == Shape::Lower
                && matches!(p.gap, Gap::Blank | Gap::Hyphen)
        })
    {
        after += 1;
    }
    let Some(next) = tokens.get(after).filter(|n| {
        after > end && matches!(n.gap, Gap::Blank | Gap::Hyphen) && namey(text, n, tokens.get(after + 1), evidence)
    }) else {
        return Break(end);
    };
    let word = |i: usize| tokens.get(i).map_or("", |p| p.span.of(text));
    let small = [word(end), word(end + 1)];
    let small = small.get(..after - end).unwrap_or(&small);
    let left = tokens.get(first..end).unwrap_or(&[]);
    if !bridges(text, left, small, next, tokens, after, pack) {
        return Break(end);
    }
    Continue(after + 1)
}

/// What follows a name and a hyphen and is no syllable.
const ADJECTIVES: List = List::of("area born built era esque held ish led like made run style wide");

/// Whether two words can be the halves of a given name after a family name, by how they are written.
fn halves(text: &str, family: &Token<'_>, given: &Token<'_>, t: &Token<'_>) -> bool {
    let word = t.bare().of(text);
    t.gap == Gap::Hyphen
        && t.word.shape == Shape::Lower
        && family.capital()
        && family.span.len() < 7
        && given.word.shape == Shape::Capital
        && (2..=5).contains(&word.len())
        && (2..=5).contains(&given.span.len())
        && !word.ends_with("ed")
        && !ADJECTIVES.has(word)
}

/// Whether a small word after two names is the second half of a given name: `Kim Jong-un`, `Tsai Ing-wen`.
fn syllable(text: &str, before: &[Token<'_>], t: &Token<'_>) -> bool {
    let [.., family, given] = before else { return false };
    if given.gap != Gap::Blank || !halves(text, family, given, t) {
        return false;
    }
    // `Jae-in`; `Jung-kwan`, where the first half is a family name as well.
    let name = Flags::GIVEN.with(Flags::FAMILY);
    let family = given.word.flags.any(Flags::FAMILY) && t.word.flags.with(name) == name;
    !given.word.ordinary && given.word.flags.with(name) == name && (family || !given.word.flags.any(Flags::FAMILY))
}

/// Whether a word is the first letters of others, but for small ones.
#[inline(never)]
pub(super) fn spells(text: &str, own: &[Token<'_>], t: &Token<'_>) -> bool {
    let letters = |t: &Token<'_>| t.span.of(text).chars().next();
    own.iter().filter(|t| t.capital()).filter_map(letters).eq(t.span.of(text).chars())
}

/// Where a name goes on after a definition inside it: `United Nations (UN) Security Council`.
fn defined_inside(text: &str, tokens: &[Token<'_>], first: usize, end: usize) -> Option<usize> {
    let t = tokens.get(end).filter(|t| t.gap == Gap::Open && t.word.shape == Shape::Capitals)?;
    if end - first < 2 || !spells(text, tokens.get(first..end)?, t) {
        return None;
    }
    let mut after = end + 1;
    while tokens.get(after).is_some_and(|n| {
        n.capital()
            && (if after > end + 1 {
                n.gap == Gap::Blank
            } else {
                Span::new(t.span.end, n.span.start).of(text) == ") "
            })
    }) {
        after += 1;
    }
    let rest = tokens.get(end + 1..after)?;
    let body = rest.last()?.word.flags.any(Flags::ORG_WORD);
    let none = Flags::OFFICE.with(Flags::HONORIFIC).with(NAMED);
    (body && !rest.iter().any(|t| t.word.flags.any(none))).then_some(after)
}

/// Whether a word after a comma still is of the name before it.
fn legal(text: &str, t: &Token<'_>) -> bool {
    t.word.flags.any(Flags::NAME_SUFFIX)
        || matches!(t.bare().of(text), "Inc" | "INC" | "LLC" | "Ltd" | "Corp" | "plc" | "LLP")
}

/// Whether a word is the Arabic article before a name: `al-Sadr`, `az-Zaman`, `al Qaeda`.
pub(super) fn article(text: &str, t: &Token<'_>, next: Option<&Token<'_>>, pack: &Pack<'_>) -> bool {
    // `al Congreso` is Spanish.
    let apart = |n: &Token<'_>| n.gap == Gap::Blank && t.span.of(text) == "al" && pack.language() == "en";
    let joined = |n: &Token<'_>| n.gap == Gap::Hyphen || apart(n);
    t.word.article && next.is_some_and(|n| n.capital() && joined(n))
}

/// Where a name goes on after a nickname in quotes: `Dwayne "The Rock" Johnson`.
fn nickname(text: &str, tokens: &[Token<'_>], first: usize, end: usize) -> Option<usize> {
    let own = tokens.get(first..end)?;
    let (one, last) = (own.first()?, own.last()?);
    let open = tokens.get(end).filter(|t| matches!(t.gap, Gap::Start | Gap::Break) && t.capital() && !t.loud)?;
    let between = Span::new(last.span.end, open.span.start).of(text);
    let close = match between.strip_prefix('.').filter(|_| last.span.len() == 1).unwrap_or(between) {
        " \"" => "\" ",
        " “" => "” ",
        " '" => "' ",
        " ‘" => "’ ",
        _ => return None,
    };
    let person = one.word.flags.any(Flags::GIVEN) || own.len() == 1 && !one.word.flags.any(NAMED);
    let after = (end + 1..end + 4).find(|i| tokens.get(*i).is_none_or(|t| t.gap != Gap::Blank))?;
    let (inner, next) = (tokens.get(after - 1)?, tokens.get(after)?);
    let closed = Span::new(inner.span.end, next.span.start).of(text) == close;
    let family = next.word.shape == Shape::Capital && !next.word.flags.any(Flags::STOP.with(Flags::SAYING));
    (person && inner.capital() && closed && family).then_some(after + 1)
}

/// What rulers and others are called by after a given name.
const EPITHETS: List = List::of(
    "Bald Baptist Bold Confessor Conqueror Elder Fair Great Hun Impaler Lionheart Magnificent Ripper \
    Terrible Wise Younger",
);

/// Where a name with an epithet ends: `Alexander the Great`.
fn epithet(text: &str, tokens: &[Token<'_>], first: usize, end: usize) -> Option<usize> {
    let ([one], [the, word, ..]) = (tokens.get(first..end)?, tokens.get(end..)?) else { return None };
    let own = one.word.flags.any(Flags::GIVEN) && the.gap == Gap::Blank && word.gap == Gap::Blank;
    (own && the.span.of(text) == "the" && EPITHETS.has(word.bare().of(text))).then_some(end + 2)
}

/// Small words of other languages that are of a name only between hyphens.
const PREPOSITIONS: List = List::of("à au aux en sous sur in im an dem den em na no на");

/// Of what a number is the name.
const NUMBERED: List = List::of("Apollo Channel Expo Flight Formula Highway Interstate Route");

/// What is on something.
const BODIES: List = List::of(
    "Agreement Center Centre Commission Committee Conference Convention Council Forum Institute Pact \
    Panel Protocol Subcommittee Treaty",
);

/// Whether small words join what stands on either side into one name.
fn bridges(
    text: &str,
    left: &[Token<'_>],
    small: &[&str],
    next: &Token<'_>,
    tokens: &[Token<'_>],
    at: usize,
    pack: &Pack<'_>,
) -> bool {
    let head = left.last().map_or(Flags::NONE, |t| t.word.flags);
    let starts = left.first().map_or(Flags::NONE, |t| t.word.flags);
    let listed = |end: usize| {
        let Some(b) = tokens.get(end) else { return false };
        let joined = |a: &Token<'_>| look_up(Span::new(a.span.start, b.bare().end).of(text), pack).0.any(NAMED);
        // `US Securities and Exchange Commission`: the list knows it without the country.
        left.first().is_some_and(joined) || starts.any(Flags::COUNTRY) && left.get(1).is_some_and(joined)
    };
    if pack.language() != "en"
        && let Some(joined) = bridged(text, left, small, next, pack)
    {
        return joined;
    }
    match small {
        // `an Academy Award for The Prime`
        ["for"] if next.span.of(text) == "The" => false,
        ["of"] | ["of", "the"] | ["for"] | ["for", "the"] => {
            // `U.S. Secretary of State Jane Roe`
            let title = |from: &Token<'_>| look_up(Span::new(from.span.start, next.bare().end).of(text), pack).0;
            let titled = head.any(Flags::OFFICE) && left.last().is_some_and(|t| title(t).any(Flags::OFFICE));
            if titled || listed(at) || listed(at + 1) {
                return true;
            }
            let office = head.any(Flags::OFFICE.with(Flags::HONORIFIC));
            let person =
                left.len() > 1 && left.iter().any(|t| t.word.flags.any(Flags::GIVEN)) && !head.any(Flags::ORG_WORD);
            let place = next.word.flags.any(Flags::COUNTRY) && head.any(Flags::PLACE.with(Flags::COUNTRY));
            // `Daughters of`, `Palace of`: an ordinary word with a capital inside a sentence.
            let last = left.last();
            let word = last.is_some_and(|t| {
                t.gap != Gap::Start && !t.word.flags.any(NAMED) && (head.any(Flags::COMMON) || t.word.ordinary)
            });
            // `Rill District of Ambria`: two places.
            // In `Court for the Rill District of Ambria` there is one.
            let site = left.len() > 1
                && head.any(Flags::PLACE_WORD)
                && !head.any(Flags::ORG_WORD.with(Flags::OTHER_WORD))
                && left.iter().all(Token::capital);
            let acronym =
                left.len() == 1 && left.first().is_some_and(|t| t.word.shape == Shape::Capitals && t.span.len() > 1);
            (head.any(HEADS) || word)
                && !office
                && !person
                && !place
                && !site
                && !acronym
                && !left.iter().any(|t| t.loud)
        }
        ["and" | "und" | "et" | "y" | "e" | "i" | "och" | "en" | "и" | "і"] => {
            let inside = left.iter().any(|t| matches!(t.span.of(text), "of" | "for" | "on"));
            let body = left.iter().any(|t| t.word.flags.any(HEADS));
            // `International Ski and Snowboard Federation`, `Customs and Excise Office`; of `Bennani and Delta Works` the
            // first is somebody.
            let word = head.any(Flags::COMMON) || left.last().is_some_and(|t| t.word.ordinary);
            let word = word || before_is_the(text, tokens, left);
            let ends = (at..at + 3)
                .filter_map(|i| tokens.get(i))
                .take_while(|t| t.capital() && t.gap != Gap::Open)
                .last()
                .is_some_and(|t| t.word.flags.any(Flags::ORG_WORD));
            let plain = |f: Flags| !f.any(NAMED);
            // `the Basing and Alton Railway`
            let line = ends
                && left.len() == 1
                && head.any(Flags::PLACE)
                && !head.any(Flags::COUNTRY)
                && !next.word.flags.any(Flags::COUNTRY.with(Flags::DEMONYM))
                && left.first().is_some_and(|t| t.gap == Gap::Blank)
                && before_is_the(text, tokens, left);
            line || listed(at)
                || listed(at + 1)
                || inside && body && plain(next.word.flags) && plain(head)
                || ends
                    && left.len() <= 2
                    && next.span.of(text) != "The"
                    // `Tim Cook and City Council`: a person, and a body.
                    && !(left.len() == 2 && starts.any(Flags::GIVEN))
                    && plain(head)
                    && plain(next.word.flags)
                    && word
                    && !head.any(HEADS)
                    && !starts.any(Flags::HONORIFIC.with(Flags::OFFICE))
        }
        // `Council on Foreign Relations`
        ["on"] => {
            let place = next.word.flags.any(Flags::COUNTRY.with(Flags::PLACE));
            left.last().is_some_and(|t| BODIES.has(t.span.of(text)) && !t.loud) && !place
        }
        ["the"]
        | ["the", _]
        | ["and" | "on" | "und" | "et" | "y" | "e" | "i" | "och" | "en" | "и" | "і", _]
        | [_, "on"] => false,
        // `Bruxelles la Commissione`: an article alone joins nothing.
        ["la" | "lo" | "il" | "gli" | "el" | "los" | "las" | "les"] if next.gap != Gap::Hyphen => false,
        // `Macron à Paris` are two, `Aix-en-Provence` is one.
        _ if next.gap != Gap::Hyphen && small.iter().any(|w| PREPOSITIONS.has(w)) => false,
        // de, van, bin, al and the like: inside names of persons and places.
        _ => {
            !head.any(Flags::OFFICE)
                && !left.last().is_some_and(|t| t.word.flags.any(Flags::DEMONYM))
                && !small.contains(&"and")
        }
    }
}

/// Whether an article stands before the first of some words.
fn before_is_the(text: &str, tokens: &[Token<'_>], own: &[Token<'_>]) -> bool {
    let Some(first) = own.first() else { return false };
    let at = tokens.partition_point(|t| t.span.start < first.span.start);
    at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| matches!(t.span.of(text), "the" | "The"))
}
