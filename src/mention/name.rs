//! Which spans are names: runs of capitalised words, cut where titles, demonyms and listed names say so.

use crate::lang::{Flags, Pack};
use crate::mention::kind::SEATED;
use crate::mention::lexicon::{Shape, class};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::bytes::{self, eight, equal, low, wide};
use crate::text::folded::folded;

/// A run of words that names something.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Into the article's tokens.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// A title before it, as it stands.
    pub title: Option<Span>,
    /// A form of address or an office says that it is a person.
    pub person: bool,
    /// It is an adjective of a country or people.
    pub demonym: bool,
}

/// What the article shows of a word form elsewhere.
pub(crate) struct Evidence<'a> {
    /// By the number of a form: whether it stands inside a sentence with a capital, and whether in lower case.
    pub inside: &'a dyn Fn(&Token<'_>) -> bool,
    pub lower: &'a dyn Fn(&Token<'_>) -> bool,
}

pub(crate) const NAMED: Flags = Flags(
    Flags::GIVEN.0
        | Flags::FAMILY.0
        | Flags::COUNTRY.0
        | Flags::PLACE.0
        | Flags::ORGANIZATION.0
        | Flags::OTHER_NAME.0
        | Flags::DEMONYM.0,
);
/// What has a usual name.
const VALUED: Flags =
    Flags(Flags::COUNTRY.0 | Flags::PLACE.0 | Flags::ORGANIZATION.0 | Flags::DEMONYM.0 | Flags::ACROSS.0);
const DATES: Flags = Flags(Flags::MONTH.0 | Flags::WEEKDAY.0);
pub(crate) const HEADS: Flags = Flags(Flags::ORG_WORD.0 | Flags::OTHER_WORD.0 | Flags::PLACE_WORD.0);

/// Whether a word can be of a name where it stands.
#[inline(never)]
fn namey(text: &str, t: &Token<'_>, next: Option<&Token<'_>>, evidence: &Evidence<'_>) -> bool {
    let flags = t.word.flags;
    if !t.capital() {
        // `malaysia`, as people write who care little for capitals; `turkey`, `china`, `jordan` may be none.
        let country = flags.any(Flags::COUNTRY) && !flags.any(Flags::COMMON.with(Flags::DEMONYM));
        return t.word.shape == Shape::Mixed && t.span.len() > 3
            || t.word.shape == Shape::Lower && country && t.span.len() > 6;
    }
    if flags.any(DATES) && !flags.any(Flags::GIVEN.with(Flags::FAMILY)) && !t.loud {
        return false;
    }
    let short = t.bare().len() == 1;
    let shouted = t.word.shape == Shape::Capitals && !short;
    if shouted && t.word.capitals.any(NAMED) {
        return true;
    }
    if t.loud {
        let seen = (evidence.inside)(t);
        return (seen || flags.any(NAMED) && !flags.any(Flags::STOP.with(Flags::COMMON)))
            && !(evidence.lower)(t)
            && !short
            || flags.any(Flags::COUNTRY.with(Flags::DEMONYM));
    }
    // `MPs`, `NGOs`
    let several = t.word.shape == Shape::Capital && flags == Flags::NONE && t.span.len() < 6;
    if several && t.span.of(text).strip_suffix('s').is_some_and(|own| own.bytes().all(|b| b.is_ascii_uppercase())) {
        return false;
    }
    let stop = flags.any(Flags::STOP);
    if shouted && !flags.any(NAMED) && (stop || t.word.ordinary || flags.any(Flags::COMMON.with(Flags::SAYING))) {
        // `WITHOUT`, `CEO`.
        return false;
    }
    if t.gap == Gap::Start {
        if stop || short {
            return false;
        }
        if (evidence.inside)(t) || flags.any(NAMED) && !flags.any(Flags::COMMON) {
            return true;
        }
        // Unknown words that begin a sentence: names unless they are seen to be ordinary words.
        let followed = next.is_some_and(|n| {
            matches!(n.gap, Gap::Blank | Gap::Hyphen | Gap::Dot | Gap::And)
                && n.capital()
                && !n.word.flags.any(Flags::STOP.with(DATES))
        });
        let common = flags.any(Flags::COMMON.with(Flags::SAYING)) || t.word.ordinary || (evidence.lower)(t);
        if flags.any(Flags::HONORIFIC.with(Flags::OFFICE).with(HEADS)) {
            return followed;
        }
        return !common || followed && !t.word.ordinary && !(evidence.lower)(t);
    }
    // `The Globe and Mail`, inside a sentence.
    if stop
        && t.gap == Gap::Blank
        && t.word.shape == Shape::Capital
        && next.is_some_and(|n| matches!(n.gap, Gap::Blank | Gap::Hyphen) && n.capital())
    {
        return true;
    }
    !(stop && t.word.shape != Shape::Capitals && !flags.any(NAMED))
        && !(short && stop && t.word.shape == Shape::Capitals && t.gap == Gap::Break)
}

/// The candidates of an article in order; none overlap.
#[inline(never)]
pub(crate) fn candidates(
    text: &str,
    tokens: &[Token<'_>],
    pack: &Pack<'_>,
    evidence: &Evidence<'_>,
    out: &mut Vec<Candidate>,
) {
    out.clear();
    let mut at = 0;
    while let Some(next) = tokens.get(at..).and_then(|rest| rest.iter().position(|t| t.class & class::SMALL == 0)) {
        at += next;
        let Some(t) = tokens.get(at) else { break };
        if party(text, t, tokens.get(at + 1)) {
            at += 2;
            continue;
        }
        // `New York` begins with a word that is no name by itself; so does `Al Qaeda` where the text has `al` as well.
        let stop = t.capital() && (t.word.flags.any(Flags::STOP) || t.gap == Gap::Start) && !t.loud;
        let second = tokens.get(at + 1).filter(|n| stop && n.gap == Gap::Blank && n.capital());
        let begins = namey(text, t, tokens.get(at + 1), evidence)
            || article(text, t, tokens.get(at + 1))
            || second.is_some() && listed(text, tokens, at, at + 2, pack).0.any(NAMED);
        if !begins {
            at += 1;
            continue;
        }
        let end = run_end(text, tokens, at, pack, evidence);
        split(text, tokens, at, end, pack, out);
        at = end.max(at + 1);
    }
}

/// Whether a word and the next say of which party and state somebody is: `(D-N.Y.)`, `, R-Calif.,`.
fn party(text: &str, t: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let state = |n: &Token<'_>| n.gap == Gap::Hyphen && n.capital() && (2..6).contains(&n.span.len());
    matches!(t.gap, Gap::Open | Gap::Comma) && matches!(t.span.of(text), "D" | "I" | "R") && next.is_some_and(state)
}

/// Longest run, in words.
const LONGEST: usize = 12;

/// Where the run that begins at `first` ends.
#[inline(never)]
fn run_end(text: &str, tokens: &[Token<'_>], first: usize, pack: &Pack<'_>, evidence: &Evidence<'_>) -> usize {
    let mut end = first + 1;
    while end - first < LONGEST {
        let (Some(last), Some(t)) = (tokens.get(end - 1), tokens.get(end)) else { break };
        if last.word.possessive > 0 {
            // `Sayler's Creek`, `Mayor's Office`: neither somebody's nor some country's.
            let plain = !last.word.flags.any(NAMED) && last.gap != Gap::Start && end == first + 1;
            let heads = if last.word.flags.any(Flags::COMMON) { HEADS } else { Flags::PLACE_WORD };
            if plain && t.gap == Gap::Blank && t.capital() && t.word.flags.any(heads) {
                end += 1;
                continue;
            }
            // `People's Liberation Army`, `Lloyd's of London`
            let known = |e: &usize| listed(text, tokens, first, *e, pack).0.any(NAMED);
            if t.gap == Gap::Blank
                && (t.capital() || t.span.of(text) == "of")
                && let Some(after) = (end + 1..end + 4).rev().find(known)
            {
                end = after;
            }
            break;
        }
        // `Helion, Inc.`, `Martin Luther King, Jr.`; `Washington, D.C.`
        if t.gap == Gap::Comma
            && t.capital()
            && (legal(text, t) || listed(text, tokens, first, end + 1, pack).0.any(Flags::PLACE))
        {
            end += 1;
            break;
        }
        let inside = defined_inside(text, tokens, first, end).or_else(|| nickname(text, tokens, first, end));
        if let Some(after) = inside.or_else(|| epithet(text, tokens, first, end)) {
            end = after;
            continue;
        }
        // `Ann Weber & Carl Lang`: two persons, where `Hollis & Vane` is a firm.
        let given = |i: usize| tokens.get(i).is_some_and(|t| t.word.flags.any(Flags::GIVEN));
        if t.gap == Gap::And && end - first > 1 && given(first) && given(end) {
            break;
        }
        let joined = matches!(t.gap, Gap::Blank | Gap::Hyphen | Gap::Dot | Gap::And);
        // `Ван И. Лавров`: a list knows the whole, which ends here, and so does the sentence.
        let known = t.gap == Gap::Dot && listed(text, tokens, first, end, pack).0.any(Flags::ACROSS);
        if !joined || known {
            break;
        }
        if namey(text, t, tokens.get(end + 1), evidence) {
            end += 1;
            continue;
        }
        // `Yim Soon-rye`, `Yu In-chon`: an ordinary word is the first half of a given name.
        if t.gap == Gap::Blank
            && t.word.shape == Shape::Capital
            && tokens.get(end + 1).is_some_and(|n| halves(text, last, t, n))
        {
            end += 2;
            continue;
        }
        if t.word.shape == Shape::Number && t.gap == Gap::Hyphen && t.span.len() <= 3 {
            end += 1;
            continue;
        }
        // `Jaish-e-Mohammed`, `Zia-ul-Haq`
        if t.gap == Gap::Hyphen
            && matches!(t.span.of(text), "e" | "i" | "ul" | "ud" | "ur")
            && tokens.get(end + 1).is_some_and(|n| n.gap == Gap::Hyphen && n.capital())
        {
            end += 2;
            continue;
        }
        if syllable(text, tokens.get(first..end).unwrap_or(&[]), t) {
            end += 1;
            continue;
        }
        // `Ван И`: a list knows the whole, of which the last word is none by itself; `San Francisco 49ers`.
        let known = NAMED.with(Flags::ACROSS);
        if (t.capital() || t.word.shape == Shape::Number)
            && t.gap == Gap::Blank
            && listed(text, tokens, first, end + 1, pack).0.any(known)
        {
            end += 1;
            continue;
        }
        if t.gap == Gap::Blank && article(text, t, tokens.get(end + 1)) {
            end += 2;
            continue;
        }
        // Small words between capitalised ones.
        let mut after = end;
        while after - end < 2
            && tokens.get(after).is_some_and(|p| {
                p.word.flags.any(Flags::PARTICLE)
                    && p.word.shape == Shape::Lower
                    && matches!(p.gap, Gap::Blank | Gap::Hyphen)
            })
        {
            after += 1;
        }
        let Some(next) = tokens.get(after).filter(|n| {
            after > end && matches!(n.gap, Gap::Blank | Gap::Hyphen) && namey(text, n, tokens.get(after + 1), evidence)
        }) else {
            break;
        };
        let small: Vec<&str> = tokens.get(end..after).unwrap_or(&[]).iter().map(|p| p.span.of(text)).collect();
        let left = tokens.get(first..end).unwrap_or(&[]);
        if !bridges(text, left, &small, next, tokens, after, pack) {
            break;
        }
        end = after + 1;
    }
    end
}

/// What follows a name and a hyphen and is no syllable.
const ADJECTIVES: &[&str] =
    &["area", "born", "built", "era", "esque", "held", "ish", "led", "like", "made", "run", "style", "wide"];

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
        && !ADJECTIVES.contains(&word)
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

/// Where a name goes on after a definition inside it: `United Nations (UN) Security Council`.
fn defined_inside(text: &str, tokens: &[Token<'_>], first: usize, end: usize) -> Option<usize> {
    let t = tokens.get(end).filter(|t| t.gap == Gap::Open && t.word.shape == Shape::Capitals)?;
    let letters = |t: &Token<'_>| t.span.of(text).chars().next();
    let own = tokens.get(first..end)?.iter().filter(|t| t.capital());
    if !own.filter_map(letters).eq(t.span.of(text).chars()) || end - first < 2 {
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
fn article(text: &str, t: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let joined = |n: &Token<'_>| n.gap == Gap::Hyphen || n.gap == Gap::Blank && t.span.of(text) == "al";
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

/// Whether a nickname is among the words of a name after the first.
fn nicknamed(text: &str, rest: &[Token<'_>]) -> bool {
    let quoted = |t: &&Token<'_>| text.get(..t.span.start as usize).is_some_and(|b| b.ends_with(['"', '“', '\'', '‘']));
    rest.iter().filter(|t| matches!(t.gap, Gap::Start | Gap::Break)).any(|t| quoted(&t))
}

/// What rulers and others are called by after a given name.
const EPITHETS: &[&str] = &[
    "Bald",
    "Baptist",
    "Bold",
    "Confessor",
    "Conqueror",
    "Elder",
    "Fair",
    "Great",
    "Hun",
    "Impaler",
    "Lionheart",
    "Magnificent",
    "Ripper",
    "Terrible",
    "Wise",
    "Younger",
];

/// Where a name with an epithet ends: `Alexander the Great`.
fn epithet(text: &str, tokens: &[Token<'_>], first: usize, end: usize) -> Option<usize> {
    let ([one], [the, word, ..]) = (tokens.get(first..end)?, tokens.get(end..)?) else { return None };
    let own = one.word.flags.any(Flags::GIVEN) && the.gap == Gap::Blank && word.gap == Gap::Blank;
    (own && the.span.of(text) == "the" && EPITHETS.contains(&word.bare().of(text))).then_some(end + 2)
}

/// Small words of other languages that are of a name only between hyphens.
const PREPOSITIONS: &[&str] = &["à", "au", "aux", "en", "sur", "in", "im", "an", "dem", "den", "em", "na", "no"];

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
    match small {
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
        ["and" | "und" | "et" | "y" | "e" | "i" | "och" | "en" | "и"] => {
            let inside = left.iter().any(|t| matches!(t.span.of(text), "of" | "for"));
            let body = left.iter().any(|t| t.word.flags.any(HEADS));
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
                    && !body
                    && !starts.any(Flags::HONORIFIC.with(Flags::OFFICE))
        }
        ["the"] | ["the", _] | ["and", _] => false,
        // `Macron à Paris` are two, `Aix-en-Provence` is one.
        _ if next.gap != Gap::Hyphen && small.iter().any(|w| PREPOSITIONS.contains(w)) => false,
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
    at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.span.of(text) == "the")
}

/// What the pack's lists say of several words together, folded or as written.
#[inline(never)]
pub(crate) fn listed<'p>(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    pack: &Pack<'p>,
) -> (Flags, &'p str) {
    match tokens.get(first..end).unwrap_or(&[]) {
        [] => (Flags::NONE, ""),
        // Others have no value that is asked for.
        [a] if a.word.capitals == Flags::NONE && !a.word.flags.any(VALUED) => (a.word.flags, ""),
        [a] => pack.at(a.word.entry),
        [a, ..] if !a.word.leads => (Flags::NONE, ""),
        [a, .., b] => look_up(Span::new(a.span.start, b.bare().end).of(text), pack),
    }
}

/// What the lists say of a name that ends as a possessive does: `McDonald's`, `Standard & Poor's`.
pub(crate) fn with_ending<'p>(text: &str, own: &[Token<'_>], pack: &Pack<'p>) -> Option<(Flags, &'p str)> {
    let (first, last) = (own.first()?, own.last().filter(|t| t.word.possessive > 0)?);
    let written = Span::new(first.span.start, last.span.end).of(text);
    let found = if written.is_ascii() { pack.lookup_folded(written) } else { pack.lookup(&folded(written)) };
    found.0.any(Flags::ORGANIZATION.with(Flags::OTHER_NAME).with(Flags::PLACE)).then_some(found)
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// No list has an entry of more bytes.
const LONGEST_ENTRY: usize = 80;

/// What the lists say of several words as they stand.
fn look_up<'p>(written: &str, pack: &Pack<'p>) -> (Flags, &'p str) {
    if written.len() > LONGEST_ENTRY {
        return (Flags::NONE, "");
    }
    if even(written.as_bytes()) {
        return pack.lookup_folded(written);
    }
    if let Some((before, rest)) = bytes::parted(written, " (") {
        // Without a definition inside it.
        return look_up(&[before, rest.split_once(')').map_or("", |(_, after)| after)].concat(), pack);
    }
    pack.lookup(&folded(written))
}

/// Whether a text is of ASCII, without other white space than single blanks and without definitions.
fn even(text: &[u8]) -> bool {
    let last = text.len().saturating_sub(8);
    // Letters after the end of a short one.
    let after = (ONES * u64::from(b'a')).checked_shl(8 * text.len() as u32).unwrap_or(0);
    let (mut at, mut odd) = (0, 0);
    // Each two bytes are in one block.
    while at < text.len() {
        let block = eight(text, at.min(last)) | after;
        let blanks = equal(block, b' ');
        odd |= wide(block) | low(block) | equal(block, b'(') | blanks & blanks >> 8;
        at += 7;
    }
    odd == 0
}

/// Cuts a run into the names it holds.
#[inline(never)]
fn split(text: &str, tokens: &[Token<'_>], first: usize, end: usize, pack: &Pack<'_>, out: &mut Vec<Candidate>) {
    let mut first = first;
    let flags = |i: usize| tokens.get(i).map_or(Flags::NONE, |t| t.word.flags);
    let mut push = |first: usize, end: usize, title: Option<Span>, person: bool, demonym: bool| {
        if first < end {
            out.push(Candidate { first, end, title, person, demonym });
        }
    };
    // Most are one word.
    let one = end - first == 1;
    if one && !flags(first).any(Flags::OFFICE.with(Flags::HONORIFIC).with(Flags::DEMONYM)) {
        return push(first, end, None, false, false);
    }
    let whole = if one { Flags::NONE } else { listed(text, tokens, first, end, pack).0 };
    if whole.any(NAMED) {
        return push(
            first,
            end,
            None,
            false,
            whole.any(Flags::DEMONYM) && !whole.any(Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION)),
        );
    }
    if end - first > 1 && tokens.get(first).is_some_and(|t| SHIPS.contains(&t.span.of(text))) {
        return push(first, end, None, false, false);
    }
    if let Some((middle, title)) = of_whom(text, tokens, first, end, pack) {
        let own = listed(text, tokens, first, middle, pack).0.any(NAMED);
        // `Archbishop of Canterbury`; `Minister of Energy` is of no name.
        let seated = SEATED.iter().any(|o| title.of(text).get(..o.len()).is_some_and(|t| t.eq_ignore_ascii_case(o)));
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
    let title_end = title(text, tokens, first, end, pack);
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
        if !rest {
            // `Minister Pavel Dorn`; `Mr. and Mrs. Xi` comes apart before.
            return push(title_end, end, all, true, false);
        }
        first = title_end.min(first);
    }
    // `Jason Beer KC`
    let title = |t: &Token<'_>| AFTER.contains(&t.bare().of(text));
    let end = if end - first > 2 && tokens.get(end - 1).is_some_and(title) { end - 1 } else { end };
    push(first, end, None, nicknamed(text, tokens.get(first + 1..end).unwrap_or(&[])), false);
}

/// What the names of ships begin with.
pub(crate) const SHIPS: &[&str] = &["HMAS", "HMCS", "HMS", "INS", "RMS", "USCGC", "USNS", "USS"];

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
const AFTER: &[&str] = &["CBE", "DBE", "KBE", "KC", "MBE", "MD", "MEP", "MP", "MSP", "OBE", "PhD", "QC"];

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
    let heads = Flags::ORG_WORD.with(Flags::PLACE_WORD);
    own.any(Flags::ORGANIZATION) || !one && (own.any(Flags::COUNTRY) || flags(middle - 1).any(heads))
}

/// Where the titles at the beginning of a run end: after the last office or form of address that is
/// followed by words that are neither.
fn title(text: &str, tokens: &[Token<'_>], first: usize, end: usize, pack: &Pack<'_>) -> usize {
    let mut found = first;
    let mut at = first;
    // `Tal al-Sultan` is no sultan.
    let before = |i: usize| i.checked_sub(1).and_then(|i| tokens.get(i));
    let joined =
        |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Hyphen) && before(i).is_some_and(|t| t.word.article);
    let one = |i: usize| tokens.get(i).filter(|_| !joined(i)).map_or(Flags::NONE, |t| t.word.flags);
    while at < end {
        let mut step = 0;
        for length in (1..=4usize).rev() {
            if at + length <= end
                && (length == 1 && one(at).any(Flags::OFFICE.with(Flags::HONORIFIC))
                    || length > 1 && listed(text, tokens, at, at + length, pack).0.any(Flags::OFFICE))
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
