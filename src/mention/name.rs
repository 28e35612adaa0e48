//! Which words can be of names, and the candidates of an article: runs of such words, cut into names.

use crate::lang::{Flags, Pack};
use crate::mention::cut::split;
use crate::mention::headed;
use crate::mention::inflected;
use crate::mention::lexicon::{LISTED, Shape, bare, class};
use crate::mention::listed::listed;
use crate::mention::run::{article, run_end, spells};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::TypeId;
use crate::text::bytes::List;

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
    /// It is known that no list has it.
    pub unlisted: bool,
}

impl Candidate {
    /// A run of words of which nothing more is known.
    pub(crate) fn new(first: usize, end: usize) -> Candidate {
        Candidate { first, end, title: None, person: false, demonym: false, unlisted: false }
    }
}

/// What the article shows of a word form elsewhere.
pub(crate) struct Evidence<'a> {
    /// By the number of a form: whether it stands inside a sentence with a capital, and whether in lower case.
    pub inside: &'a dyn Fn(&Token<'_>) -> bool,
    pub lower: &'a dyn Fn(&Token<'_>) -> bool,
    /// It is in English, where an article is no small word of a name.
    pub english: bool,
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
const DATES: Flags = Flags(Flags::MONTH.0 | Flags::WEEKDAY.0);
pub(crate) const HEADS: Flags = Flags(Flags::ORG_WORD.0 | Flags::OTHER_WORD.0 | Flags::PLACE_WORD.0);

/// What family names begin with.
const PARTICLES: List = List::of("Da De Del Des Di Du Le Van Von");

/// Whether a word can be of a name where it stands.
#[inline(never)]
pub(super) fn namey(text: &str, t: &Token<'_>, next: Option<&Token<'_>>, evidence: &Evidence<'_>) -> bool {
    let flags = t.word.flags;
    if !t.capital() {
        // `malaysia`, as people write who care little for capitals; `turkey`, `china`, `jordan` may be none.
        let country = flags.any(Flags::COUNTRY) && !flags.any(Flags::COMMON.with(Flags::DEMONYM));
        // Without capitals there is nothing but the list to go by.
        let listed = || flags.any(LISTED) && !flags.any(Flags::STOP.with(Flags::COMMON)) && bare(t.span.of(text));
        return t.word.shape == Shape::Mixed && t.span.len() > 3
            || t.word.shape == Shape::Lower && (country && t.span.len() > 6 || listed());
    }
    // `Mar-a-Lago`
    let joined = next.is_some_and(|n| n.gap == Gap::Hyphen && n.span.len() == 1);
    if flags.any(DATES) && !flags.any(Flags::GIVEN.with(Flags::FAMILY)) && !t.loud && !joined {
        return false;
    }
    let short = t.letter(text);
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
        // `Des Vals`, where `Anne des Vals` stands as well.
        let family = |n: &Token<'_>| n.gap == Gap::Blank && n.capital() && !n.word.flags.any(NAMED);
        let small = evidence.english && PARTICLES.has(t.span.of(text));
        if small && next.is_some_and(|n| family(n) && (evidence.inside)(n)) {
            return true;
        }
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
        // `Born Amara Osei`
        let whose = next.is_some_and(|n| n.word.flags.any(Flags::GIVEN) && !n.word.flags.any(Flags::COMMON));
        return !common || followed && !whose && !t.word.ordinary && !(evidence.lower)(t);
    }
    // `The Globe and Mail`, inside a sentence.
    if stop
        && t.gap == Gap::Blank
        && t.word.shape == Shape::Capital
        && next.is_some_and(|n| matches!(n.gap, Gap::Blank | Gap::Hyphen) && n.capital())
    {
        return true;
    }
    !(stop && t.word.shape != Shape::Capitals && !flags.any(NAMED.with(Flags::HONORIFIC)))
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
    let mut defined = UNSEEN;
    let mut at = 0;
    while let Some(next) = tokens.get(at..).and_then(|rest| rest.iter().position(|t| t.class & class::SMALL == 0)) {
        at += next;
        let Some(t) = tokens.get(at) else { break };
        if party(text, t, tokens.get(at + 1)) {
            at += 2;
            continue;
        }
        let after = matches!(t.gap, Gap::Start | Gap::Break) && pack.language() != "en";
        if after && let Some(end) = headed::work(text, tokens, at, pack, out) {
            at = end;
            continue;
        }
        if pack.language() != "en"
            && let Some(end) = headed::uncased(text, tokens, at, pack, out)
        {
            at = end;
            continue;
        }
        // `New York` begins with a word that is no name by itself; so does `Al Qaeda` where the text has `al` as well.
        let stop = t.capital() && (t.word.flags.any(Flags::STOP) || t.gap == Gap::Start) && !t.loud;
        let second = tokens.get(at + 1).filter(|n| stop && n.gap == Gap::Blank && n.capital());
        // `Free Legal Aid Group (FLAG)`: an ordinary word is an acronym from there on.
        if t.gap == Gap::Open
            && t.word.shape == Shape::Capitals
            && t.word.flags.any(Flags::COMMON)
            && acronym(text, tokens, at, out)
        {
            defined = t.id;
        }
        let begins = t.id == defined
            || namey(text, t, tokens.get(at + 1), evidence)
            || article(text, t, tokens.get(at + 1), pack)
            || second.is_some() && (2..4).any(|n| listed(text, tokens, at, at + n, pack).0.any(NAMED));
        if !begins {
            at += 1;
            continue;
        }
        let end = run_end(text, tokens, at, pack, evidence);
        let grown = if pack.language() == "en" { None } else { grown(text, tokens, (at, end), pack, out) };
        let end = grown.unwrap_or(end);
        let cased = if pack.inflects() { inflected::grown(text, tokens, at, end, pack) } else { None };
        let (own, end) = cased.unwrap_or((at, end));
        if out.last().is_some_and(|c| c.end > at) {
            at = end.max(at + 1);
            continue;
        }
        if own > at {
            split(text, tokens, at, own, pack, out);
        }
        split(text, tokens, own, end, pack, out);
        at = end.max(at + 1);
    }
}

/// No word has this number.
const UNSEEN: TypeId = TypeId(u32::MAX);

/// Whether the capitals of the name that ends before a word are its letters.
#[inline(never)]
fn acronym(text: &str, tokens: &[Token<'_>], at: usize, out: &[Candidate]) -> bool {
    let own = out.last().filter(|c| c.end == at).and_then(|c| tokens.get(c.first..c.end));
    own.zip(tokens.get(at)).is_some_and(|(own, t)| spells(text, own, t))
}

/// Where a run ends with the small words after it, if a list knows them together: `Parti socialiste`. English writes such
/// names with capitals throughout. Where a list knows it with the small words before it (`rechtbank Amsterdam`, `musée du
/// Louvre`), it is a name with them.
#[inline(never)]
fn grown(
    text: &str,
    tokens: &[Token<'_>],
    (first, end): (usize, usize),
    pack: &Pack<'_>,
    out: &mut Vec<Candidate>,
) -> Option<usize> {
    let small = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Blank && t.word.shape == Shape::Lower);
    let known = |e: &usize| listed(text, tokens, first, *e, pack).0.any(NAMED);
    // `Fontenoy-sous-Mer`: between hyphens any word is of the name. `Stefan Kurz`: so it is after a given name.
    let joined = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Hyphen);
    let family = |t: &Token<'_>| {
        let stop = t.gap == Gap::Blank && t.word.shape == Shape::Capital && t.word.flags.any(Flags::STOP);
        stop && !matches!(t.span.of(text), "Sie" | "Ihr" | "Ihre" | "Ihren" | "Ihrer" | "Ihnen")
    };
    let given = end.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.word.flags.any(Flags::GIVEN));
    let end = if joined(end) && joined(end + 1) && tokens.get(end + 1).is_some_and(Token::capital) {
        end + 2
    } else {
        end + usize::from(given && pack.language() == "de" && tokens.get(end).is_some_and(family))
    };
    let end = end + headed::small_words(text, tokens, end, pack);
    // `Rio de Janeiro` ends as a month is called.
    let joined = |e: &usize| {
        small(e - 1) || tokens.get(e - 1).is_some_and(|t| t.capital() && matches!(t.gap, Gap::Blank | Gap::Hyphen))
    };
    // `Movimento 5 Stelle`
    let number = |t: &Token<'_>| t.gap == Gap::Blank && t.word.shape == Shape::Number;
    // `Göteborgs-Posten`
    let hyphen = |t: &Token<'_>| t.gap == Gap::Hyphen && t.capital();
    let goes_on = small(end) || tokens.get(end).is_some_and(|t| number(t) || hyphen(t));
    let end = (end + 1..end + 3).rev().filter(|_| goes_on).filter(joined).find(known).unwrap_or(end);
    let after = out.last().map_or(0, |c| c.end);
    let body = |i: &usize| {
        let article = tokens.get(*i).is_none_or(|t| t.word.flags.any(Flags::STOP.with(Flags::PARTICLE)));
        !article && listed(text, tokens, *i, end, pack).0.any(Flags::ORGANIZATION.with(Flags::OTHER_NAME))
    };
    let lower = |i: &usize| tokens.get(*i).is_some_and(|t| t.word.shape == Shape::Lower || t.gap == Gap::Start);
    let back = (after..first).rev().take(if pack.inflects() { 0 } else { 3 }).take_while(lower).filter(body).last();
    if let Some(first) = back {
        out.push(Candidate::new(first, end));
    }
    Some(end)
}

/// Whether a word and the next say of which party and state somebody is: `(D-N.Y.)`, `, R-Calif.,`.
fn party(text: &str, t: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let state = |n: &Token<'_>| n.gap == Gap::Hyphen && n.capital() && (2..6).contains(&n.span.len());
    matches!(t.gap, Gap::Open | Gap::Comma) && matches!(t.span.of(text), "D" | "I" | "R") && next.is_some_and(state)
}
