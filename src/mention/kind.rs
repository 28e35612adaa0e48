//! What a name names: a person, an organisation, a place or something else.

use crate::lang::Flags;
use crate::mention::Kind;
use crate::mention::cut::SHIPS;
use crate::mention::lexicon::Shape;
use crate::mention::name::{Candidate, HEADS};
use crate::mention::token::{Gap, Token};
use crate::text::bytes::List;

/// A kind with how sure it is (0 to 10), and the usual name where a list gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guess<'p> {
    pub kind: Kind,
    pub sure: u8,
    pub usual: &'p str,
}

pub(super) fn guess(kind: Kind, sure: u8) -> Guess<'static> {
    Guess { kind, sure, usual: "" }
}

/// The kind of a candidate from its own words and those around it, and what the lists say of it.
#[inline(never)]
pub(crate) fn kind<'p>(text: &str, tokens: &[Token<'_>], c: &Candidate, (flags, value): (Flags, &'p str)) -> Guess<'p> {
    let own = tokens.get(c.first..c.end).unwrap_or(&[]);
    // What it is called in English is no name for it here.
    let value = if flags.any(Flags::ACROSS) { "" } else { value };
    if c.demonym {
        return Guess { kind: Kind::Place, sure: 10, usual: value };
    }
    let named = |kind: Kind, sure: u8| Guess { kind, sure, usual: value };
    if !c.person {
        if flags.any(Flags::COUNTRY) {
            return named(Kind::Place, 10);
        }
        if flags.any(Flags::ORGANIZATION) && (own.len() > 1 || !flags.any(Flags::GIVEN.with(Flags::FAMILY))) {
            return named(Kind::Organization, 9);
        }
        if flags.any(Flags::OTHER_NAME) {
            return guess(Kind::Other, 9);
        }
        // Whoever is known in several languages, and is neither country nor organisation.
        if flags.any(Flags::ACROSS) && own.len() > 1 && !flags.any(Flags::PLACE) {
            return guess(Kind::Person, 9);
        }
        if flags.any(Flags::PLACE)
            && (own.len() > 1 || !flags.any(Flags::GIVEN.with(Flags::FAMILY)) || located(text, tokens, c))
        {
            return named(Kind::Place, 8);
        }
    }
    if c.person {
        return guess(Kind::Person, 9);
    }
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return guess(Kind::Other, 0) };
    // Most are one word.
    let several = own.len() > 1;
    let has_of = several && own.iter().any(|t| t.span.of(text) == "of");
    if several && let Some(found) = composed(text, tokens, c, own, has_of) {
        return found;
    }
    // `"Memories of Murder"`
    if !first.word.flags.any(Flags::GIVEN) && quoted(text, first, last) {
        return guess(Kind::Other, 7);
    }
    // `the Tal al-Sultan neighbourhood`; `Thornton Heath, south London`
    let next = tokens.get(c.end).filter(|n| n.sentence == first.sentence && last.word.possessive == 0);
    let (after, beyond) = (next.map_or("", |n| n.span.of(text)), tokens.get(c.end + 1));
    let situated = match next.map(|n| n.gap) {
        Some(Gap::Blank) => SITUATED.has(after),
        Some(Gap::Comma) => {
            SIDES.has(after) && beyond.is_some_and(|t| t.word.flags.any(Flags::COUNTRY.with(Flags::PLACE)))
        }
        _ => false,
    };
    if situated {
        return guess(Kind::Place, 8);
    }
    if several {
        if let Some(found) = joined(text, own, has_of) {
            return found;
        }
    } else {
        // `Chillicothe, OH`
        let state = first.word.shape == Shape::Capitals && first.bare().len() == 2;
        let city = c.first.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.word.shape == Shape::Capital);
        if state && city && first.gap == Gap::Comma && !first.loud {
            return guess(Kind::Place, 6);
        }
        if acronym(first) && !first.loud {
            // `L2`, `IE6`: a model, a section, a level.
            let digits = first.bare().of(text).bytes().any(|b| b.is_ascii_digit());
            return if digits { guess(Kind::Other, 3) } else { guess(Kind::Organization, 5) };
        }
        if first.word.flags.any(Flags::GIVEN.with(Flags::FAMILY)) && !flags.any(Flags::PLACE) {
            return guess(Kind::Person, 5);
        }
    }
    around(text, tokens, c, has_of)
}

/// Whether a word is written as acronyms are.
pub(crate) fn acronym(t: &Token<'_>) -> bool {
    t.word.shape == Shape::Capitals && t.bare().len() > 1
}

/// What several words are by the first of them, the last, and the office before them.
#[inline(never)]
fn composed(
    text: &str,
    tokens: &[Token<'_>],
    c: &Candidate,
    own: &[Token<'_>],
    has_of: bool,
) -> Option<Guess<'static>> {
    let (first, last) = (own.first()?, own.last()?);
    let any = |f: Flags| own.iter().any(|t| t.word.flags.any(f) && t.capital());
    let given = first.word.flags.any(Flags::GIVEN);
    // `Hollis & Vane`: two who are a firm.
    if own.iter().skip(1).any(|t| t.gap == Gap::And) {
        return Some(guess(Kind::Organization, 8));
    }
    // `Hurricane Milton`, `Tropical Storm Debby`
    let storm = own.iter().rev().skip(1).any(|t| STORMS.has(t.span.of(text)));
    if storm && !last.word.flags.any(Flags::ORG_WORD) {
        return Some(guess(Kind::Other, 8));
    }
    // `Ambrian Airlines Flight 370`, `Apollo 11`
    let numbered = own.iter().rev().nth(1).is_some_and(|t| matches!(t.span.of(text), "Apollo" | "Expo" | "Flight"));
    if last.word.shape == Shape::Number && numbered {
        return Some(guess(Kind::Other, 8));
    }
    if SHIPS.has(first.span.of(text)) {
        return Some(guess(Kind::Other, 8));
    }
    // `JD Vance`, `BJ Novak`: with a J it is short for names.
    let letters = first.word.shape == Shape::Capitals && first.span.len() == 2 && first.span.of(text).contains('J');
    if letters && own.len() == 2 && first.word.flags == Flags::NONE && !last.word.flags.any(HEADS) {
        return Some(guess(Kind::Person, 8));
    }
    let personal = own.len() <= 4 && given && !last.word.flags.any(Flags::ORG_WORD.with(Flags::OTHER_WORD)) && !has_of;
    // `Harry Brook`
    if personal && (!last.word.flags.any(Flags::PLACE_WORD) || last.word.flags.any(Flags::FAMILY) && own.len() == 2) {
        return Some(guess(Kind::Person, 8));
    }
    // The head of a name with `of` is what stands before it.
    let small = |t: &&Token<'_>| matches!(t.span.of(text), "of" | "for");
    // `Moon Jae-in`
    if own.len() > 2 && last.gap == Gap::Hyphen && last.word.shape == Shape::Lower {
        return Some(guess(Kind::Person, 8));
    }
    let head = if has_of { own.iter().take_while(|t| !small(t)).last().unwrap_or(last) } else { last };
    if head.word.flags.any(Flags::OTHER_WORD) {
        return Some(guess(Kind::Other, 8));
    }
    if head.word.flags.any(Flags::ORG_WORD) {
        return Some(guess(Kind::Organization, 8));
    }
    if head.word.flags.any(Flags::PLACE_WORD)
        || first.word.flags.any(Flags::PLACE_WORD) && !last.word.flags.any(Flags::FAMILY) && first.gap != Gap::Start
    {
        return Some(guess(Kind::Place, 7));
    }
    if any(Flags::ORG_WORD) {
        return Some(guess(Kind::Organization, 6));
    }
    // `the defence minister, Israel Katz`
    let office = previous(text, tokens, c).is_some_and(|(_, flags, gap)| {
        flags.any(Flags::OFFICE.with(Flags::HONORIFIC)) && matches!(gap, Gap::Blank | Gap::Comma)
    });
    if office && own.len() <= 3 && !has_of && !last.word.flags.any(HEADS) {
        return Some(guess(Kind::Person, 7));
    }
    None
}

/// What several words are by all of them.
#[inline(never)]
fn joined(text: &str, own: &[Token<'_>], has_of: bool) -> Option<Guess<'static>> {
    let first = own.first()?;
    let found = parted(text, own, has_of);
    if found.is_some() {
        return found;
    }
    // `J.K. Rowling`, `A.P.J. Abdul Kalam`
    if own.len() <= 4 && !has_of && initials(text, first) {
        return Some(guess(Kind::Person, 7));
    }
    // `Jaish-e-Mohammed`
    if own.iter().any(|t| t.gap == Gap::Hyphen && matches!(t.span.of(text), "e" | "i")) {
        return Some(guess(Kind::Organization, 7));
    }
    // `JPMorgan Chase`, `Nasdaq Composite`
    let body = first.word.flags.any(Flags::ORGANIZATION) && !first.word.flags.any(Flags::GIVEN.with(Flags::FAMILY));
    if body && own.len() <= 3 && own.get(1).is_some_and(|t| t.gap == Gap::Blank) {
        return Some(guess(Kind::Organization, 3));
    }
    if own.len() <= 4 && own.iter().any(|t| t.word.flags.any(Flags::FAMILY)) && !has_of && !own.iter().any(acronym) {
        return Some(guess(Kind::Person, 6));
    }
    if own.iter().any(acronym) && !own.iter().any(|t| t.bare().len() == 1) {
        return Some(guess(Kind::Organization, 4));
    }
    None
}

/// Whether a word is initials with full stops between them, and no list knows it: not `U.S`, `U.N`.
fn initials(text: &str, t: &Token<'_>) -> bool {
    let mut parts = t.bare().of(text).split('.');
    t.word.shape == Shape::Capitals
        && t.word.capitals == Flags::NONE
        && t.word.flags == Flags::NONE
        && t.span.of(text).contains('.')
        && parts.all(|part| part.chars().count() == 1)
}

/// Two words or three of which the first or last says what the whole is: `West Oakland`, `Fort Lee`, `Air Canada`,
/// `Toronto Blue Jays`.
fn parted(text: &str, own: &[Token<'_>], has_of: bool) -> Option<Guess<'static>> {
    let ([first, .., last], false) = (own, has_of || own.len() > 3) else { return None };
    let place = Flags::COUNTRY.with(Flags::PLACE);
    let person = Flags::GIVEN.with(Flags::FAMILY);
    let word = first.bare().of(text);
    if COMPASS.has(word) && !last.word.flags.any(Flags::ORG_WORD.with(Flags::OTHER_WORD)) {
        return Some(guess(Kind::Place, 5));
    }
    if SITES.has(word) {
        return Some(guess(Kind::Place, 6));
    }
    if last.word.flags.any(Flags::COUNTRY) && !first.word.flags.any(person.with(place)) {
        return Some(guess(Kind::Organization, 5));
    }
    if first.word.flags.any(place) && !first.word.flags.any(person) && !last.word.flags.any(person.with(place)) {
        return Some(guess(Kind::Organization, 4));
    }
    None
}

/// What says of a place which part of it, or which of several.
pub(crate) const COMPASS: List = List::of(
    "North South East West Northern Southern Eastern Western Northeast Northwest Southeast Southwest \
    Upper Lower Greater Central Old Inner Outer Downtown",
);

/// What stands before a place for a part of it.
const SIDES: List = List::of("central east eastern north northern south southern west western");

/// What names of places begin with, whatever follows.
const SITES: List = List::of("Fort Mount Port Cape San Santa Los Las Rio Lake Camp");

/// Whether quotes stand right before a name and right after it, as those of works have.
fn quoted(text: &str, first: &Token<'_>, last: &Token<'_>) -> bool {
    let before = text.get(..first.span.start as usize).unwrap_or("");
    let before = before.strip_suffix("The ").unwrap_or(before);
    let after = || text.get(last.span.end as usize..).unwrap_or("").trim_start_matches([',', '.', '!', '?']);
    before.ends_with(['"', '“', '\'', '‘', '«']) && after().starts_with(['"', '”', '\'', '’', '»'])
}

/// What is said of places after their names.
const SITUATED: List = List::of(
    "county district neighborhood neighbourhood peninsula prefecture province provinces region suburb \
    village",
);

/// What stands before the names of storms.
const STORMS: List = List::of("Cyclone Hurricane Storm Typhoon");

/// Those who are of a place: others (a president, a director) may be of a firm or a university.
pub(crate) const SEATED: List = List::of(
    "ambassador archbishop bishop capital citizens duchess duke earl emperor governor inhabitants king \
    mayor premier prince princess queen residents",
);

/// Those who lead a body or are of a team.
const LEADS: List =
    List::of("boss captain chair chairman chief coach director manager president spokesman spokeswoman");

/// Whether a word says that somebody leads what is named before it.
#[inline(never)]
pub(super) fn leads(text: &str, t: &Token<'_>) -> bool {
    t.word.flags.any(Flags::OFFICE.with(Flags::COMMON)) && LEADS.has(&t.span.of(text).to_ascii_lowercase())
}

fn previous<'t>(text: &'t str, tokens: &[Token<'_>], c: &Candidate) -> Option<(&'t str, Flags, Gap)> {
    let first = tokens.get(c.first)?;
    let before = c.first.checked_sub(1).and_then(|i| tokens.get(i)).filter(|b| b.sentence == first.sentence)?;
    Some((before.span.of(text), before.word.flags, first.gap))
}

/// What stands before places, in English and in languages that have no weights.
const AT: &[&str] = &["in", "near", "across", "throughout", "outside", "à", "en", "em", "в", "во"];

/// Whether a preposition of place stands before it.
pub(crate) fn located(text: &str, tokens: &[Token<'_>], c: &Candidate) -> bool {
    previous(text, tokens, c).is_some_and(|(word, _, gap)| {
        gap == Gap::Blank && (AT.contains(&word) || matches!(word, "to" | "from" | "into" | "around"))
    })
}

/// Unknown words: by the company they keep.
#[inline(never)]
fn around(text: &str, tokens: &[Token<'_>], c: &Candidate, has_of: bool) -> Guess<'static> {
    let length = c.end - c.first;
    let before = previous(text, tokens, c);
    let last = c.end.checked_sub(1).and_then(|i| tokens.get(i));
    let next = tokens.get(c.end).filter(|n| last.is_some_and(|l| l.sentence == n.sentence));
    let says = next.is_some_and(|n| n.gap == Gap::Blank && n.word.flags.any(Flags::SAYING));
    let says_before = before.is_some_and(|(_, flags, gap)| gap == Gap::Blank && flags.any(Flags::SAYING));
    // `Miramar, Florida`, `Chillicothe, OH`
    let place = |n: &Token<'_>| n.word.flags.any(Flags::COUNTRY.with(Flags::PLACE));
    let comma = next.filter(|n| n.gap == Gap::Comma && length <= 3);
    let state =
        |n: &Token<'_>| n.word.shape == Shape::Capitals && n.bare().len() == 2 && n.word.capitals == Flags::NONE;
    if comma.is_some_and(|n| state(n) || place(n)) {
        return guess(Kind::Place, 5);
    }
    // `Halvex chief Jane Roe`
    let whose = next.filter(|n| n.gap == Gap::Blank && length <= 2 && leads(text, n));
    if whose.is_some() && tokens.get(c.end + 1).is_some_and(|n| n.gap == Gap::Blank && n.word.shape == Shape::Capital) {
        return guess(Kind::Organization, 8);
    }
    if let Some((word, flags, Gap::Blank)) = before {
        // `state television MRTV`, `the lender Halvex`
        if flags.any(Flags::ORG_WORD) && length <= 3 && word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
            return guess(Kind::Organization, 5);
        }
        if flags.any(Flags::OFFICE.with(Flags::HONORIFIC)) && length <= 4 && !has_of {
            return guess(Kind::Person, 7);
        }
        if matches!(word, "the" | "The") && !says {
            return guess(if length == 1 { Kind::Organization } else { Kind::Other }, 2);
        }
        // `60 km west of Kesh Dara`
        let side = c.first.checked_sub(2).and_then(|i| tokens.get(i)).is_some_and(|t| SIDES.has(t.span.of(text)));
        if word == "of" && side && length <= 3 {
            return guess(Kind::Place, 8);
        }
        if length == 1 && word == "of" && !says {
            // `the government of Merovia`, `the port of Halden`, `Governor of Kalora`
            let back = |n: usize| c.first.checked_sub(n).and_then(|i| tokens.get(i));
            let of_place = back(2).is_some_and(|t| {
                let head_of = t.word.shape == Shape::Lower && t.word.flags.any(Flags::ORG_WORD.with(Flags::PLACE_WORD));
                let head = t.span.of(text).to_ascii_lowercase();
                // Other ministers are of what they see to: `Minister of Energy`.
                let prime = || back(3).is_some_and(|t| t.span.of(text).eq_ignore_ascii_case("prime"));
                head_of || SEATED.has(&head) || head == "minister" && prime()
            });
            return guess(Kind::Place, if of_place { 8 } else { 3 });
        }
        // `in Lidova`, `In Lidova, the mayor`; of a headline's `Stake In Primagaz` nothing is told.
        let begins = || c.first.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.gap == Gap::Start);
        if length <= 2 && AT.iter().any(|at| word == *at || word.eq_ignore_ascii_case(at) && begins()) {
            return guess(Kind::Place, 5);
        }
    }
    let based = next
        .is_some_and(|n| n.gap == Gap::Hyphen && matches!(n.span.of(text), "based" | "born" | "controlled" | "held"));
    if based {
        return guess(Kind::Place, 6);
    }
    // `Marek Svoboda, the leader`; `Bruno Keller, who runs`
    let apposed = next.is_some_and(|n| matches!(n.gap, Gap::Break | Gap::Comma))
        && (c.end..c.end + 5)
            .map_while(|i| tokens.get(i).filter(|t| last.is_some_and(|l| l.sentence == t.sentence)))
            .any(|t| t.word.shape == Shape::Lower && (t.word.flags.any(Flags::OFFICE) || t.span.of(text) == "who"));
    // `Halden Cement`: an ordinary word at the end is what a company makes, not a family name.
    let own = tokens.get(c.first..c.end).unwrap_or(&[]);
    if length >= 2 && !apposed && own.last().is_some_and(|t| t.word.flags.any(Flags::COMMON) || t.word.ordinary) {
        return guess(Kind::Organization, 3);
    }
    // `Luiz Inácio Lula da Silva`: small words of a family name count for nothing.
    let small = |t: &Token<'_>| t.word.shape == Shape::Lower;
    let particles = own.iter().filter(|t| small(t)).count();
    let family = particles > 0 && !own.iter().any(|t| small(t) && matches!(t.span.of(text), "and" | "for" | "the"));
    if ((2..=3).contains(&length) || family && (2..=4).contains(&(length - particles))) && !has_of {
        return guess(Kind::Person, if says || says_before || apposed { 6 } else { 3 });
    }
    if length == 1 && (says || says_before || apposed) {
        return guess(Kind::Person, 4);
    }
    // `Paul and Elyse`, `Basra, Samarra`: as the one before it.
    let back = match before {
        Some((_, _, Gap::Comma)) => 1,
        Some(("and" | "or" | "&", _, _)) => 2,
        _ => usize::MAX,
    };
    if length == 1
        && let Some(other) = c.first.checked_sub(back).and_then(|i| tokens.get(i)).filter(|t| t.capital())
    {
        let person = other.word.flags.any(Flags::GIVEN.with(Flags::FAMILY));
        if person || other.word.flags.any(Flags::COUNTRY.with(Flags::PLACE)) {
            return guess(if person { Kind::Person } else { Kind::Place }, 3);
        }
    }
    // `Faz will`, `Budjana was`
    let acts = next.is_some_and(|n| {
        n.gap == Gap::Blank
            && matches!(
                n.span.of(text),
                "who" | "will" | "was" | "is" | "had" | "has" | "would" | "did" | "does" | "and" | "could"
            )
    });
    if length == 1 && (acts || last.is_some_and(|l| l.word.possessive > 0)) {
        return guess(Kind::Person, 2);
    }
    // A line of its own: how letters end, and how they begin.
    if length == 1 && before.is_none() && next.is_none() && !tokens.get(c.first).is_some_and(|t| t.loud) {
        return guess(Kind::Person, 3);
    }
    if length == 1 {
        let to = before.is_some_and(|(word, _, gap)| gap == Gap::Blank && matches!(word, "to" | "from" | "at"));
        return if to { guess(Kind::Place, 2) } else { guess(Kind::Other, 1) };
    }
    guess(if has_of { Kind::Organization } else { Kind::Other }, 2)
}
