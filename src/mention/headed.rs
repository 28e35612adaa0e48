//! Of what somebody holds an office, in languages that say so by a small word: `ministro dell'Economia Carlo Dorn`,
//! `présidente de la Banque centrale`.

use crate::lang::{Entry, Flags, Pack};
use crate::mention::Kind;
use crate::mention::alias::Named;
use crate::mention::cut::split;
use crate::mention::kind::{Guess, acronym, guess, located};
use crate::mention::lexicon::{Shape, bare};
use crate::mention::listed::{listed, look_up};
use crate::mention::name::{Candidate, HEADS, NAMED};
use crate::mention::token::{Gap, Token};
use crate::span::Span;
use crate::text::bytes::List;
use crate::text::case::lower;
use crate::text::folded::folded;

/// What begins what is of a place: mayors and governors, courts, schools.
const SEATED: List = List::of(
    "aeropu alcald audien ayunta borgmä burgem bürger carabi comune corte cour gendar gobern gouver \
    govern habita hospit interc juzgad maire préfet prefei prefet procur questo sindac tribun univer \
    vecino vereado évêque",
);

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
    let office = |n: usize| {
        let holder = before(n)?;
        let letters: String = holder.span.of(text).chars().take(6).flat_map(lower).collect();
        let known = holder.word.flags.any(Flags::OFFICE.with(Flags::PLACE_WORD));
        // `carabinieri di Treviso`, but `carabinieri del Nas`
        let town = !joined && !last.word.flags.any(Flags::ARTICLE);
        (known || town && SEATED.has(&letters)).then_some((letters, holder.word.flags))
    };
    office(words + 1).or_else(|| office(words + 2))
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
    if let Some(own) = led(text, tokens, (first, end), pack) {
        if own < end {
            split(text, tokens, own, end, pack, out);
        }
        return true;
    }
    // `in Essen Pläne`, `beim Landgericht Essen Klage`
    let town = |i: usize| is(i, PLACES) && !is(i, Flags::GIVEN.with(Flags::COMMON));
    let noun =
        |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Blank && t.capital()) && !is(i, NAMED.with(HEADS));
    let own = usize::from(is(first, Flags::ORG_WORD));
    let at = pack.language() == "de" && (own > 0 || word_of(tokens, first, Flags::AT));
    let middle = first + own + 1;
    if at && middle < end && town(middle - 1) && noun(middle) && !listed(text, tokens, first, end, pack).0.any(NAMED) {
        split(text, tokens, first, middle, pack, out);
        split(text, tokens, middle, end, pack, out);
        return true;
    }
    // `Podporujeme Ukrajinu`: what begins a sentence, and a country.
    let begins = tokens.get(first).is_some_and(|t| t.gap == Gap::Start && t.word.flags == Flags::NONE);
    if begins && end == first + 2 && town(first + 1) && LEADING.contains(&pack.language()) {
        split(text, tokens, first + 1, end, pack, out);
        return true;
    }
    // `Vereinten Nationen Ban Ki-moon`: a list has two words or more, and two follow.
    let plain = |i: usize| {
        let syllable = |t: &Token<'_>| t.gap == Gap::Hyphen || t.gap == Gap::Blank && t.word.shape == Shape::Capital;
        tokens.get(i).is_some_and(syllable) && !is(i, HEADS.with(Flags::OFFICE))
    };
    let body = |middle: &usize| {
        let own = listed(text, tokens, first, *middle, pack).0;
        own.any(PLACES.with(Flags::ORGANIZATION)) && (*middle..end).all(plain)
    };
    if end > first + 3
        && !listed(text, tokens, first, end, pack).0.any(NAMED)
        && let Some(middle) = (first + 2..end - 1).rev().find(body)
    {
        split(text, tokens, first, middle, pack, out);
        split(text, tokens, middle, end, pack, out);
        return true;
    }
    // `Champions League l'Inter`
    let elided = |i: &usize| {
        if !tokens.get(*i - 1).is_some_and(Token::capital) {
            return false;
        }
        let before = tokens.get(*i).filter(|t| t.gap == Gap::Blank).and_then(|t| text.get(..t.span.start as usize));
        before
            .is_some_and(|before| before.ends_with(['\'', '’']) && before.trim_end_matches(['\'', '’']).ends_with('l'))
    };
    if let Some(middle) = (first + 1..end).find(elided) {
        split(text, tokens, first, middle, pack, out);
        split(text, tokens, middle, end, pack, out);
        return true;
    }
    // Somebody's name: a given name after words of which none is one, and another word.
    let given = (first..end).find(|i| is(*i, Flags::GIVEN));
    let name = given.filter(|i| {
        let blank = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Blank);
        *i > first && *i + 1 < end && capital(*i) && blank(*i) && capital(*i + 1)
    });
    // `Barça de Hansi Dorn`
    let name = name.or_else(|| {
        let small = (first + 1..end).find(|i| !capital(*i))?;
        let two = small + 3 == end && capital(small + 1) && capital(small + 2);
        let plain = !(small + 1..end).any(|i| is(i, NAMED.with(HEADS)));
        let body = |i: usize, end: usize, flags: Flags| listed(text, tokens, i, end, pack).0.any(flags);
        let own = two && plain && body(first, small, Flags::ORGANIZATION) && !body(small + 1, end, PLACES);
        own.then_some(small + 1)
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

/// Countries and places.
const PLACES: Flags = Flags(Flags::COUNTRY.0 | Flags::PLACE.0);

/// How words for who does something end in German, Dutch and Swedish.
const ROLES: &[&str] = &["an", "ant", "are", "en", "ent", "er", "et", "eur", "in", "ist", "man", "oge", "or", "ör"];

/// Where the name in a run begins, where what it begins with is ordinary: in German, where every noun has a capital, and
/// elsewhere at the beginning of a sentence. `Autozulieferer Helion`, `Facket Unionen`, `Schrijver Tommy Dorn`.
fn led(text: &str, tokens: &[Token<'_>], (first, end): (usize, usize), pack: &Pack<'_>) -> Option<usize> {
    let (one, next) = (tokens.get(first)?, tokens.get(first + 1).filter(|_| first + 1 < end)?);
    let flags = one.word.flags;
    let plain = one.word.shape == Shape::Capital && !flags.any(NAMED.with(Flags::OFFICE)) && one.word.possessive == 0;
    // `Zahlen der Deutschen Bahn`, `minister van Financiën Eelco Dorn`
    let begin = (first + 1..end).find(|i| tokens.get(*i).is_some_and(Token::capital))?;
    let office = || headed(text, tokens, first).is_some_and(|(_, flags)| flags.any(Flags::OFFICE));
    // `het Franse Lidovaux`: in Dutch such adjectives have a capital.
    let heads = |i: usize| tokens.get(i).is_some_and(|t| t.word.flags.any(HEADS));
    let people = pack.language() == "nl" && plain && flags == Flags::NONE && one.span.of(text).ends_with("se");
    let people = people && one.span.len() > 5 && begin == first + 1 && next.gap == Gap::Blank;
    if people && !(begin..end).any(heads) && !listed(text, tokens, first, end, pack).0.any(NAMED) {
        return Some(begin);
    }
    let noun = plain && (one.gap == Gap::Start || pack.language() == "de" || office());
    if !noun || next.gap != Gap::Blank || listed(text, tokens, first, end, pack).0.any(NAMED) {
        return None;
    }
    let rest = listed(text, tokens, begin, end, pack).0;
    let body = rest.any(Flags::ORGANIZATION) && !rest.any(PLACES);
    // `Stadtteil Gorbitz`; `Polizei Dresden` is a body of the town.
    let ordinary = flags.any(Flags::COMMON) && (flags.any(Flags::PLACE_WORD) || !rest.any(PLACES) || office());
    // `Skispringer Domen Dorn`: three words of which nothing is known, the first like who does something.
    let known = |i: usize, flags: Flags| tokens.get(i).is_some_and(|t| t.word.flags.any(flags));
    let blank = |t: &Token<'_>| t.gap == Gap::Blank && t.word.shape == Shape::Capital;
    let three = end == first + 3 && tokens.get(first + 1..end).is_some_and(|rest| rest.iter().all(blank));
    let three = three && (known(first + 1, Flags::GIVEN) || (first + 1..end).all(|i| !known(i, NAMED.with(HEADS))));
    let word = one.span.of(text);
    let role = flags == Flags::NONE && word.len() > 6 && ROLES.iter().any(|end| word.ends_with(end));
    let role = role && matches!(pack.language(), "de" | "nl" | "sv");
    // `Chipbedrijf NXP`
    let letters = end == first + 2 && acronym(next) && flags.any(Flags::ORG_WORD) && pack.language() != "de";
    // `Regierung Tunesiens`
    let whose = end == first + 2 && next.word.possessive == 1 && next.word.flags.any(PLACES);
    // `Theologe Prof. Jürgen Dorn`, `Weltmeister Spanien`
    let holds = pack.language() == "de" && flags == Flags::NONE && next.word.flags.any(Flags::HONORIFIC);
    let country = role && rest.any(Flags::COUNTRY);
    // `der Jungen Union`, `Berliner Charité`
    let adjective = pack.language() == "de" && flags == Flags::NONE && word.ends_with(['e', 'm', 'n', 'r', 's']);
    let body = body && begin == first + 1 && one.span.len() > 4 && !adjective;
    (body || letters || ordinary || whose || holds || country || three && role).then_some(begin)
}

/// Whether the word right before a name is in a list.
fn word_of(tokens: &[Token<'_>], first: usize, list: Flags) -> bool {
    let blank = tokens.get(first).is_some_and(|t| t.gap == Gap::Blank);
    blank && first.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.word.flags.any(list))
}

/// Whether a word of a list says what a name names that stands right after it or, in Romance languages, after an
/// adjective.
fn of_kind(tokens: &[Token<'_>], first: usize, list: Flags, romance: bool) -> bool {
    let between = first.checked_sub(1).and_then(|i| tokens.get(i)).filter(|_| romance);
    let adjective = |t: &Token<'_>| {
        t.word.shape == Shape::Lower && t.span.len() > 4 && t.gap == Gap::Blank && t.word.flags == Flags::NONE
    };
    let blank = tokens.get(first).is_some_and(|t| t.gap == Gap::Blank);
    word_of(tokens, first, list) || blank && between.is_some_and(adjective) && word_of(tokens, first - 1, list)
}

/// How German towns end, and how nouns do.
const TOWNS: &[&str] =
    &["au", "bach", "berg", "burg", "dorf", "feld", "furt", "hafen", "hausen", "heim", "ingen", "itz", "ow", "stadt"];
const NOUNS: &[&str] = &["form", "heit", "höhe", "ion", "keit", "nis", "schaft", "smus", "tät", "ung", "ungen", "zeit"];

/// Languages in which an unknown word that begins a sentence is mostly no name.
const LEADING: &[&str] = &["bg", "cs", "da", "el", "fi", "hu", "id", "nl", "no", "ro", "sv", "tr"];

/// Puts right what rules and lists say where there are no weights: names with small words in which no word is somebody's
/// are no persons, nor is what somebody is the head of; what begins with an ordinary word may be no name.
#[inline(never)]
pub(super) fn put_right<'p>(text: &str, tokens: &[Token<'_>], names: &mut [Named<'p>], pack: &Pack<'p>) {
    let romance = matches!(pack.language(), "es" | "fr" | "it" | "pt");
    // `el Getafe`, where towns have no article: the club that a list has as `getafe fc`.
    let town = |n: &Named<'_>| n.listed.any(Flags::PLACE) && word_of(tokens, n.candidate.first, Flags::ARTICLE);
    for name in names.iter_mut().filter(|n| town(n) && matches!(pack.language(), "es" | "it")) {
        let own = tokens.get(name.candidate.first).map_or("", |t| t.bare().of(text));
        let (club, usual) = pack.lookup(&[&folded(own), " fc"].concat());
        if club.any(Flags::ORGANIZATION) && name.candidate.end == name.candidate.first + 1 {
            (name.guess, name.namesake) = (Guess { kind: Kind::Organization, sure: 9, usual }, false);
        }
    }
    for name in names.iter_mut().filter(|n| n.guess.sure < 8 && !n.candidate.person) {
        let first = name.candidate.first;
        let own = tokens.get(first..name.candidate.end).unwrap_or(&[]);
        let is = |flags: Flags| own.iter().any(|t| t.word.flags.any(flags));
        // `Saint-Julien-de-Lidove`
        let saint = own.len() > 2 && own.first().is_some_and(|t| matches!(t.span.of(text), "Saint" | "Sainte"));
        if saint && own.iter().skip(1).all(|t| t.gap == Gap::Hyphen) {
            name.guess = guess(Kind::Place, 7);
            continue;
        }
        if is(Flags::GIVEN.with(Flags::FAMILY)) {
            // `Sérgio Vale`: what names of places begin with ends those of persons.
            let whose = own.len() == 2 && own.first().is_some_and(|t| t.word.flags.any(Flags::GIVEN));
            if whose && name.guess.kind == Kind::Place && romance {
                name.guess = guess(Kind::Person, 6);
            }
            continue;
        }
        let small = |t: &Token<'_>| t.word.shape == Shape::Lower;
        let (person, other) = (name.guess.kind == Kind::Person, name.guess.kind == Kind::Other);
        let office = if person || other { headed(text, tokens, first) } else { None };
        let seated = |(letters, flags): &(String, Flags)| flags.any(Flags::PLACE_WORD) || SEATED.has(letters);
        // `Stadtteil Gorbitz`, `à Fontenay-sous-Bois`
        let site = word_of(tokens, first, Flags::PLACE_WORD);
        // `in De Kuip`
        let article = own.len() == 2 && word_of(tokens, first + 1, Flags::ARTICLE);
        let one = article || own.iter().skip(1).all(|t| t.gap == Gap::Hyphen);
        // Of German nouns what stands before them says less.
        let noun = |ends: &[&str]| own.last().is_some_and(|t| ends.iter().any(|end| t.span.of(text).ends_with(end)));
        let joined = own.len() > 1 && own.iter().skip(1).all(|t| t.gap == Gap::Hyphen);
        let near = || word_of(tokens, first, Flags::AT) && (pack.language() != "de" || joined || noun(TOWNS));
        let at = one && !name.acronym && (near() || located(text, tokens, &name.candidate));
        let weak = (person || other) && name.guess.sure < 5;
        // `..., sagt Dorn`
        let verb = first.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.gap != Gap::Blank);
        let says = own.len() == 1 && verb && word_of(tokens, first, Flags::SAYING) && !noun(NOUNS);
        let told =
            office.as_ref().is_some_and(seated) || weak && site || at && (weak || name.guess.kind == Kind::Place);
        if !is(NAMED) && told {
            name.guess = guess(Kind::Place, 6);
        } else if weak && says && !name.acronym && !is(NAMED.with(Flags::COMMON)) {
            name.guess = guess(Kind::Person, 6);
        } else if weak && !is(NAMED) && of_kind(tokens, first, Flags::ORG_WORD, romance) && !own.iter().any(small) {
            // `la empresa Talgo`, `la compagnia genovese Costa Crociere`
            name.guess = guess(Kind::Organization, 6);
        } else if romance
            && own.len() > 1
            && own.first().is_some_and(|t| t.word.flags.any(Flags::OTHER_WORD) && !t.word.flags.any(Flags::ORG_WORD))
        {
            // `Copa Oceanía`
            name.guess = guess(Kind::Other, 7);
        } else if romance
            && name.guess.kind == Kind::Place
            && own.first().is_some_and(|t| t.word.flags.any(Flags::ORG_WORD))
        {
            // `Câmara do Porto`
            name.guess = guess(Kind::Organization, 7);
        } else if person && (office.is_some() || own.last().is_some_and(|t| t.word.flags.any(Flags::PLACE))) {
            // `Staatsanwaltschaft Dresden`
            name.guess = guess(Kind::Organization, 3);
        } else if person && name.guess.sure < 5 && (own.iter().any(small) || joined) {
            // `Rijeka-West`
            name.guess = guess(Kind::Other, 2);
        } else if person && name.guess.sure < 7 && own.len() > 1 && word_of(tokens, first, Flags::ARTICLE) {
            // `la Rete Ferroviaria ha detto`
            name.guess = guess(if name.guess.sure > 5 { Kind::Organization } else { Kind::Other }, 2);
        } else if person && name.guess.sure < 5 && own.len() > 1 && own.iter().any(|t| ordinary(text, t, pack)) {
            name.guess = guess(Kind::Other, 2);
        }
        // `Kosten der Reform`
        let ordinary = own.first().is_some_and(|t| t.word.flags.any(Flags::COMMON));
        // `in Zukunft`; `Zahlreiche Menschen`
        let sure = if own.len() == 1 { 7 } else { 5 };
        let begins = own.len() == 2 && own.first().is_some_and(|t| self::ordinary(text, t, pack)) && is(Flags::COMMON);
        name.doubtful |= (ordinary || begins) && name.guess.sure < sure && !is(NAMED);
        // `in Milliardenhöhe`
        name.doubtful |=
            pack.language() == "de" && own.len() == 1 && name.guess.kind == Kind::Place && noun(NOUNS) && !is(NAMED);
        // `Kommunstyrelsen beslutade`: what begins a sentence has a capital.
        let begins = own.len() == 1 && own.first().is_some_and(|t| t.gap == Gap::Start && t.word.flags == Flags::NONE);
        name.doubtful |= begins && !name.acronym && name.guess.sure < 4 && LEADING.contains(&pack.language());
    }
    let mut begin = 0;
    for next in 1..=names.len() {
        let end = |n: usize| names.get(n).map_or(0, |n| n.candidate.end);
        let between = names.get(next).and_then(|b| tokens.get(end(next - 1)..=b.candidate.first));
        if !between.is_some_and(|between| enumerated(text, between)) {
            alike(text, tokens, names.get_mut(begin..next).unwrap_or(&mut []));
            begin = next;
        }
    }
}

/// Words that join the last of several.
const JOINTS: &[&str] =
    &["e", "ed", "en", "et", "i", "och", "of", "oder", "oraz", "ou", "und", "y", "и", "й", "та", "і"];

/// Whether what stands between two names is a comma, or a word like `and`, and an article.
fn enumerated(text: &str, between: &[Token<'_>]) -> bool {
    let joint = |t: &Token<'_>| JOINTS.contains(&t.span.of(text));
    let small = |t: &Token<'_>| t.word.flags.any(Flags::ARTICLE.with(Flags::AT).with(Flags::PARTICLE)) || joint(t);
    let [first, .., last] = between else { return between.first().is_some_and(|t| t.gap == Gap::Comma) };
    let begins = first.gap == Gap::Comma || first.gap == Gap::Blank && joint(first);
    begins && last.gap == Gap::Blank && between.len() < 4 && between.iter().rev().skip(1).all(small)
}

/// Gives the names of a row the kind that one of them has, where nothing is known of the others: `en Brisbane, Lidova y
/// Melbourne`, `Viduka, Moore y Craig Vidmar`.
#[inline(never)]
fn alike(text: &str, tokens: &[Token<'_>], row: &mut [Named<'_>]) {
    let Some(begin) = row.first().filter(|_| row.len() > 1).map(|n| n.candidate.first) else { return };
    let at = word_of(tokens, begin, Flags::AT.with(Flags::PLACE_WORD))
        || headed(text, tokens, begin).is_some_and(|(_, flags)| flags.any(Flags::PLACE_WORD));
    let weak = |n: &Named<'_>| {
        let known = n.known || n.listed.any(NAMED) || n.acronym || n.guess.sure > 4;
        !known && n.candidate.end - n.candidate.first < if at { 3 } else { 2 }
    };
    let mut kind = None;
    for name in row.iter().filter(|n| !weak(n)) {
        if kind.is_some_and(|k| k != name.guess.kind) || name.guess.sure < 5 {
            return;
        }
        kind = Some(name.guess.kind);
    }
    let Some(kind) = kind.filter(|k| *k != Kind::Other) else { return };
    if row.len() > 2 || at && kind == Kind::Place {
        row.iter_mut().filter(|n| weak(n)).for_each(|n| n.guess = guess(kind, 6));
    }
}

/// Whether a word ends as nouns and adjectives do and families do not.
fn ordinary(text: &str, t: &Token<'_>, pack: &Pack<'_>) -> bool {
    let word = t.span.of(text);
    pack.language() == "de" && t.word.flags == Flags::NONE && t.gap == Gap::Start
        || ENDINGS.iter().any(|end| word.ends_with(end))
}

/// What nouns and adjectives end with.
const ENDINGS: &[&str] = &[
    "ción", "ciones", "sión", "ógica", "ógico", "ística", "zione", "zioni", "sione", "ità", "iaria", "ção", "ções",
    "dade", "tion", "tions", "ité", "ogique", "ung", "ungen", "heit", "keit", "schaft", "werk", "haus", "heid",
    "iteit", "skap",
];

/// Whether small words join what stands on either side, in other languages than English; `None` where the rules for all
/// languages tell.
#[inline(never)]
pub(super) fn bridged(
    text: &str,
    left: &[Token<'_>],
    small: &[&str],
    next: &Token<'_>,
    pack: &Pack<'_>,
) -> Option<bool> {
    let (first, last) = (left.first()?, left.last()?);
    let (language, hyphen) = (pack.language(), next.gap == Gap::Hyphen);
    let any = |flags: Flags| left.iter().any(|t| t.word.flags.any(flags));
    let rest = next.word.flags;
    match small {
        _ if pack.inflects() => return None,
        // `Atalanta en Ligue des champions`, `Loir-et-Cher`
        ["en"] if language != "nl" => return Some(hyphen),
        ["et"] if hyphen => return Some(true),
        // `Instituto de Geografia e Estatística`
        ["et" | "y" | "e" | "und" | "och" | "en"] => {
            let inside = any(HEADS) && any(Flags::PARTICLE) && !last.word.flags.any(NAMED) && !rest.any(NAMED);
            // `Santé et l'Agence`: no name has an article inside it.
            let article = next.span.of(text).contains(['\'', '’']) && matches!(language, "fr" | "it");
            return if article { Some(false) } else { inside.then_some(true) };
        }
        _ => {}
    }
    let letters = |t: &Token<'_>| t.word.shape == Shape::Capitals && t.span.len() > 1;
    // `Martin Werding von der Universität`, `Henri Bontenbal van het CDA`, `D66 van Rob Jetten`: who is of what is no part
    // of a name of two words or of letters.
    let title = Flags::OFFICE.with(Flags::HONORIFIC).with(Flags::COMMON);
    let own = || left.iter().skip_while(|t| t.word.flags.any(title));
    let plain = || own().filter(|t| t.capital()).count() > 1 && !own().any(|t| t.word.flags.any(HEADS));
    let two = || !last.word.flags.any(Flags::GIVEN) && plain();
    if matches!(language, "de" | "nl") && (letters(next) || letters(last) || two()) {
        return Some(false);
    }
    // `Kosten der Reform`: in German any noun may stand there.
    let noun = left.len() == 1 && first.word.flags == Flags::NONE && first.word.shape == Shape::Capital;
    let whose = || small.iter().all(|w| matches!(*w, "der" | "des" | "dem" | "den"));
    if language == "de" && noun && (whose() || rest.any(NAMED)) {
        return Some(false);
    }
    // `Kilometer von Lidov`, `Rathaus zu Lidov`, `nach Deutschland zu Borussia Dortmund`
    let unknown = left.len() == 1 && first.word.entry == Entry::NONE && first.word.shape == Shape::Capital;
    let alone = left.len() == 1 && !first.word.flags.any(Flags::GIVEN);
    if language == "de" && (unknown && *small == ["von"] || alone && *small == ["zu"]) {
        return Some(false);
    }
    // `Copa Confederaciones de la Federación Internacional`, `Leeds United de Inglaterra`: whose it is, and where.
    let romance = matches!(language, "es" | "fr" | "it" | "pt");
    if romance && !hyphen && left.iter().filter(|t| t.capital()).count() > 1 && !any(Flags::ORG_WORD) {
        let country = rest.any(Flags::COUNTRY) && !any(HEADS.with(Flags::PARTICLE));
        if rest.any(Flags::ORG_WORD) || country {
            return Some(false);
        }
    }
    // `Champions League van Galatasaray`
    if left.len() > 1 && look_up(Span::new(first.span.start, last.bare().end).of(text), pack).0.any(Flags::OTHER_NAME) {
        return Some(false);
    }
    // `Dolf van den Dorn`
    (language == "nl" && *small == ["van", "den"]).then_some(true)
}

/// Where the title of a work ends that begins here, in quotes after what it is: `le film « La Maison vide »`; so is a
/// body called where names have cases: `партия «Новый курс»`. Or where a name ends that only a sentence's beginning has.
#[inline(never)]
pub(super) fn work(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    pack: &Pack<'_>,
    out: &mut Vec<Candidate>,
) -> Option<usize> {
    if let Some(end) = van(text, tokens, first, pack, out) {
        return Some(end);
    }
    let own = tokens.get(first)?;
    let before = tokens.get(first.checked_sub(1)?)?;
    let quote = Span::new(before.span.end, own.span.start).of(text).trim();
    let body = pack.inflects() && own.capital() && (before.word.flags.any(HEADS) || acronym(before));
    if !body && !before.word.flags.any(Flags::OTHER_WORD) || !matches!(quote, "«" | "“" | "„" | "\"" | "»" | "”")
    {
        return None;
    }
    let closed = |i: &usize| {
        let rest = tokens.get(*i).and_then(|t| text.get(t.span.end as usize..)).unwrap_or("");
        rest.trim_start().starts_with(['»', '”', '“', '"', '«'])
    };
    let end = (first..first + 8).find(closed)? + 1;
    out.push(Candidate::new(first, end));
    Some(end)
}

/// Where a Dutch family name ends whose small word begins the sentence: `Van Dorn won`.
fn van(text: &str, tokens: &[Token<'_>], first: usize, pack: &Pack<'_>, out: &mut Vec<Candidate>) -> Option<usize> {
    let family = |t: &&Token<'_>| t.gap == Gap::Blank && t.word.shape == Shape::Capital && t.word.flags == Flags::NONE;
    let own = tokens.get(first).filter(|t| t.gap == Gap::Start && pack.language() == "nl")?;
    tokens.get(first + 1).filter(|next| own.span.of(text) == "Van" && family(next))?;
    out.push(Candidate { person: true, ..Candidate::new(first, first + 2) });
    Some(first + 2)
}

/// How adjectives end in French and Italian, as few verbs do.
const ADJECTIVES: &[&str] = &[
    "ais", "aise", "al", "ale", "ali", "aux", "ien", "ienne", "éen", "éenne", "aine", "ique", "ise", "iste", "ista",
    "ive", "ême", "ico", "ieur", "ieure", "ajeure", "opea",
];

/// How many small words after a body are of its name, in languages that write those without capitals: `Organisation
/// coréenne de baseball`, `Conseil de sécurité`.
#[inline(never)]
pub(super) fn small_words(text: &str, tokens: &[Token<'_>], end: usize, pack: &Pack<'_>) -> usize {
    let head = end.checked_sub(1).and_then(|i| tokens.get(i));
    let body = |t: &Token<'_>| t.gap != Gap::Start && !t.loud && t.word.flags.any(Flags::ORG_WORD);
    if !matches!(pack.language(), "fr" | "it") || !head.is_some_and(body) {
        return 0;
    }
    let word = |i: usize| {
        let own = tokens.get(i).filter(|t| t.gap == Gap::Blank && t.word.shape == Shape::Lower);
        own.map_or(("", Flags::STOP), |t| (t.span.of(text), t.word.flags))
    };
    let ends = |i: usize, list: &[&str]| list.iter().any(|end| word(i).0.ends_with(end));
    let plain = |i: usize| !word(i).1.any(Flags::STOP.with(Flags::SAYING).with(Flags::WEEKDAY).with(Flags::MONTH));
    let adjectives = (end..end + 2).take_while(|i| plain(*i) && ends(*i, ADJECTIVES)).count();
    let of = end + adjectives;
    // `de la recherche`
    let noun = of + if matches!(word(of + 1).0, "la" | "les") { 2 } else { 1 };
    let verb = ends(noun, &["er", "ir", "re", "ant"]);
    let known = word(of).1.any(Flags::PARTICLE) && plain(noun) && word(noun).0.len() > 2 && !verb;
    if known { noun + 1 - end } else { adjectives }
}

/// A name of several words in letters without capitals, where a list has it whole: `الولايات المتحدة`.
#[inline(never)]
pub(super) fn uncased(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    pack: &Pack<'_>,
    out: &mut Vec<Candidate>,
) -> Option<usize> {
    if !tokens.get(first).is_some_and(|t| bare(t.span.of(text))) {
        return None;
    }
    let rest = tokens.get(first + 1..).unwrap_or(&[]);
    let blanks = rest.iter().take(3).take_while(|t| t.gap == Gap::Blank).count();
    let lists = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION);
    let known = |end: &usize| listed(text, tokens, first, *end, pack).0.any(lists);
    let end = (first + 2..first + 2 + blanks).rev().find(known)?;
    out.push(Candidate::new(first, end));
    Some(end)
}
