//! Names in languages that inflect them: what is known of words in their cases, where one name ends and another
//! begins, and of what kind they are by what stands around them. All of it is called only where the pack says that
//! its language inflects names.

use crate::lang::{Entry, Flags, Pack};
use crate::mention::Kind;
use crate::mention::alias::Named;
use crate::mention::kind::acronym;
use crate::mention::lexicon::{Shape, Word};
use crate::mention::listed::listed;
use crate::mention::name::{Evidence, HEADS, NAMED};
use crate::mention::token::{Gap, Token};
use crate::text::bytes;
use crate::text::folded::folded;

/// What is known of a word in a case, by its base form (`Москве`, `президенту`), or of how families are called
/// (`Чемезовым`).
#[inline(never)]
pub(super) fn word(folded: &str, pack: &Pack<'_>, word: &mut Word) {
    // Entries of several words stand by the stems of those.
    let leads = |begin: &str| [" ", "-"].iter().any(|joint| pack.leads(&[begin, joint].concat()));
    word.leads = leads(folded) || leads(&pack.stems(folded).0);
    let capital = word.shape == Shape::Capital;
    let lists = HEADS.with(Flags::OFFICE).with(Flags::HONORIFIC);
    let lists = if capital { lists.with(NAMED) } else { lists };
    if word.flags != Flags::NONE || !capital && word.shape != Shape::Lower {
        return;
    }
    if let Some(base) = pack.base(folded, lists) {
        word.entry = pack.entry(&base);
        word.flags = pack.flags_of(word.entry);
    } else if capital && pack.ends_as(folded, Flags::FAMILY) {
        word.flags = Flags::FAMILY;
    }
}

/// What the lists say of words in a case: `Верховного суда`, `Prawa i Sprawiedliwości`.
#[inline(never)]
pub(super) fn look_up<'p>(written: &str, pack: &Pack<'p>) -> (Flags, &'p str) {
    let words = folded(written);
    let several = words.contains(' ');
    let base = if several { Some(pack.stems(&words).0) } else { pack.base(&words, NAMED) };
    base.map_or((Flags::NONE, ""), |base| pack.lookup(&base))
}

/// Whether a word is written as acronyms are, and is no initials.
fn letters(text: &str, t: &Token<'_>) -> bool {
    acronym(t) && !t.letter(text) && !t.span.of(text).contains('.')
}

/// Where another name begins in a run.
#[inline(never)]
pub(super) fn apart(text: &str, tokens: &[Token<'_>], first: usize, end: usize, pack: &Pack<'_>) -> Option<usize> {
    let known = Flags::COUNTRY.with(Flags::PLACE).with(Flags::ORGANIZATION);
    let is = |i: usize, flags: Flags| tokens.get(i).is_some_and(|t| t.word.flags.any(flags));
    // `Актриса Чулпан Хаматова`, `Ростеха Сергей Чемезов`: a given name, but `Иванов Иван Иванович` is one.
    let father = |i: usize| {
        let word = tokens.get(i).map_or("", |t| t.span.of(text));
        bytes::has(word, "вич") || ["вна", "вны", "вне", "вну", "вной"].iter().any(|end| word.ends_with(end))
    };
    let before = Flags::GIVEN.with(Flags::OFFICE).with(Flags::HONORIFIC);
    let given = (first + 1..end.saturating_sub(1)).find(|i| {
        let own = tokens.get(*i).is_some_and(|t| t.gap == Gap::Blank && t.capital());
        own && is(*i, Flags::GIVEN) && !is(i - 1, before) && !father(i + 1)
    });
    if given.is_some() {
        return given;
    }
    // `Власти Москвы`: a word that begins a sentence is of no name by itself.
    let starts = |t: &Token<'_>| t.gap == Gap::Start && !t.word.flags.any(NAMED.with(HEADS).with(Flags::OFFICE));
    let short = |i: usize| end == i + 1 && tokens.get(i).is_some_and(|t| t.gap == Gap::Blank && letters(text, t));
    let body = short(first + 1) || listed(text, tokens, first + 1, end, pack).0.any(known);
    if tokens.get(first).is_some_and(starts) && body {
        return Some(first + 1);
    }
    // `Дональда Трампа New York Times`
    let latin = |i: usize| tokens.get(i).is_some_and(|t| t.span.of(text).is_ascii());
    let script = (first + 1..end).find(|i| {
        let blank = tokens.get(*i).is_some_and(|t| t.gap == Gap::Blank && t.capital());
        blank && latin(*i) != latin(i - 1) && pack.language() != "pl"
    });
    if script.is_some() {
        return script;
    }
    // `В Варшаве Зеленский встретился`
    let at = first.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| AT.contains(&t.span.of(text)));
    let site = at && end > first + 1 && is(first, Flags::COUNTRY.with(Flags::PLACE));
    let next = tokens.get(first + 1).filter(|t| t.gap == Gap::Blank && t.capital() && !t.word.flags.any(HEADS));
    if site && next.is_some() {
        return Some(first + 1);
    }
    // `Франции Емманюелем Макроном`, `МИД Ирана Аббас Аракчи`, `Domu Maklerskiego BOŚ Sobiesław Kozłowski`
    let titled = |i: &usize| is(*i, Flags::OFFICE.with(Flags::HONORIFIC));
    let from = (first..end).find(|i| !titled(i)).unwrap_or(first);
    // `МИД Китая Ван И`
    let word = |t: &Token<'_>| t.word.shape == Shape::Capital || t.gap == Gap::Blank && t.letter(text);
    let plain = |t: &Token<'_>| word(t) && t.gap != Gap::Hyphen && !t.word.flags.any(HEADS.with(known));
    let middle = (from + 1..end.saturating_sub(1)).rev().find(|middle| {
        let own = listed(text, tokens, from, *middle, pack).0;
        let each = (from..*middle).all(|i| is(i, known));
        let body = tokens.get(middle - 1).is_some_and(|t| letters(text, t) && !t.word.flags.any(HEADS));
        let rest = tokens.get(*middle..end).unwrap_or(&[]);
        (own.any(known) && !own.any(Flags::GIVEN.with(Flags::FAMILY)) || each || body) && rest.iter().all(plain)
    });
    if middle.is_some() {
        return middle;
    }
    // `Встреча Путина`: a word that begins a sentence, and a name in a case.
    let cased = |t: &Token<'_>| {
        let word = folded(t.span.of(text));
        t.gap == Gap::Blank && t.word.shape == Shape::Capital && pack.stems(&word).0.len() < word.len()
    };
    let noun = |t: &Token<'_>| t.gap == Gap::Start && t.word.shape == Shape::Capital && t.word.flags == Flags::NONE;
    let two = end == first + 2 && tokens.get(first).is_some_and(noun) && tokens.get(first + 1).is_some_and(cased);
    two.then_some(first + 1)
}

/// Where the last name of a run begins and ends, where the small words after the run are of it.
#[inline(never)]
pub(super) fn grown(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    pack: &Pack<'_>,
) -> Option<(usize, usize)> {
    let small = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Blank && t.word.shape == Shape::Lower);
    if !small(end) {
        return None;
    }
    // `Глава Офиса президента`, `Национальный банк Украины`
    for from in first..end {
        let known = |e: &usize| listed(text, tokens, from, *e, pack).0.any(NAMED);
        if let Some(after) = (end + 1..end + 4).rev().find(known) {
            return Some((from, after));
        }
    }
    // `Свердловской области`, `Тверского районного суда`, `в Копейске Челябинской области`
    let given = end - first > 1 && tokens.get(end - 2).is_some_and(|t| t.word.flags.any(Flags::GIVEN));
    let lists = tokens.get(end - 1).filter(|_| !given).and_then(|t| adjective(text, t, pack))?;
    let head = |i: &usize| tokens.get(*i).is_some_and(|t| t.word.flags.any(lists));
    let last = (end..end + 2).take_while(|i| small(*i)).find(head)?;
    // `Санкт-Петербургский`
    let joined = |i: &usize| tokens.get(*i).is_some_and(|t| t.gap == Gap::Hyphen);
    Some(((first..end).rev().find(|i| !joined(i)).unwrap_or(first), last + 1))
}

/// What may follow an adjective that begins a name: anything after that of a place (`Свердловская`), a body after another
/// inside a sentence (`Следственный`).
fn adjective(text: &str, t: &Token<'_>, pack: &Pack<'_>) -> Option<Flags> {
    let word = folded(t.span.of(text));
    let stem = pack.stems(&word).0;
    let ending = word.len().saturating_sub(stem.len());
    let place = ["ск", "цк", "ськ", "цьк"].iter().any(|end| stem.ends_with(end));
    let lists = if place { HEADS } else { Flags::ORG_WORD };
    let inside = place || t.gap != Gap::Start && t.word.flags == Flags::NONE;
    (t.word.entry == Entry::NONE && ending > 2 && inside).then_some(lists)
}

/// What stands before places.
const AT: &[&str] = &["w", "W", "we", "We", "в", "В", "во", "Во", "у", "У"];

/// Of what kind names are by what stands around them, where the rules for all languages are not sure; and which are
/// doubtful: what begins a sentence has a capital, so one word that no list of names knows is a name there only where
/// the article has it inside a sentence as well, or where it is short for one.
#[inline(never)]
pub(super) fn weigh(
    text: &str,
    tokens: &[Token<'_>],
    names: &mut [Named<'_>],
    evidence: &Evidence<'_>,
    pack: &Pack<'_>,
) {
    for name in names.iter_mut().filter(|n| n.guess.sure < 8) {
        let (c, guess) = (&name.candidate, &mut name.guess);
        let own = tokens.get(c.first..c.end).unwrap_or(&[]);
        let Some(first) = own.first() else { continue };
        let before = c.first.checked_sub(1).and_then(|i| tokens.get(i)).filter(|b| b.sentence == first.sentence);
        let head = before.map_or(Flags::NONE, |b| b.word.flags);
        let next = tokens.get(c.end).filter(|n| n.gap == Gap::Blank);
        let one = own.len() == 1;
        // `Иванов А.А.`: a letter that is none of ASCII is two bytes.
        let initials = |t: &Token<'_>| t.word.shape == Shape::Capitals && !letters(text, t);
        let body = own.iter().any(|t| letters(text, t) || t.word.flags.any(HEADS));
        if !one && guess.kind == Kind::Organization && !body && own.iter().any(initials) {
            (guess.kind, guess.sure) = (Kind::Person, 7);
        }
        let headed = head.any(Flags::ORG_WORD) || before.is_some_and(acronym);
        // `компания «Роснефть»`, `«Спартак»`; `фильм «Сталкер»`
        let before_it = text.get(..first.span.start as usize).unwrap_or("");
        let angled = before_it.ends_with('«') || headed && before_it.ends_with(['"', '„', '“']);
        let short = own.len() < if headed { 8 } else { 3 };
        if angled && guess.kind == Kind::Other && guess.sure == 7 && short && !head.any(Flags::OTHER_WORD) {
            guess.kind = if head.any(Flags::PLACE_WORD) { Kind::Place } else { Kind::Organization };
        }
        // `Pałacu Prezydenckim` ends as families do.
        if !one && guess.kind == Kind::Person && first.word.flags.any(Flags::PLACE_WORD.with(Flags::ORG_WORD)) {
            let site = first.word.flags.any(Flags::PLACE_WORD);
            (guess.kind, guess.sure) = (if site { Kind::Place } else { Kind::Organization }, 6);
        }
        // `телеканал Fox News` among Cyrillic letters; `Тернопільська ОВА`; `глава Роскомнадзора Андрей Липов`
        let latin = first.word.plain && pack.language() != "pl" && (guess.sure < 6 || head.any(Flags::ORG_WORD));
        let whose = one && head.any(Flags::OFFICE) && next.is_some_and(Token::capital);
        if guess.kind == Kind::Person && (latin || !one && own.iter().any(|t| letters(text, t)) || whose) {
            (guess.kind, guess.sure) = (Kind::Organization, 5);
        }
        if !one || guess.sure > 5 {
            continue;
        }
        // `в городе Лидове`, `улица Чехова`; `в Лидове` only ends as families do.
        let site = |b: &Token<'_>| b.word.shape == Shape::Lower && head.any(Flags::PLACE_WORD);
        let at = |b: &Token<'_>| first.word.entry == Entry::NONE && AT.contains(&b.span.of(text));
        if first.gap == Gap::Blank && before.is_some_and(|b| site(b) || at(b)) {
            (guess.kind, guess.sure) = (Kind::Place, 5);
        }
        // `ТОВ «Версаль»`: of what kind of body, and its name.
        let opens =
            text.get(first.span.end as usize..).is_some_and(|rest| rest.trim_start().starts_with(['«', '"', '„', '“']));
        let person = first.word.flags.any(Flags::GIVEN.with(Flags::FAMILY));
        let says = person && next.is_some_and(|n| n.word.flags.any(Flags::SAYING));
        let begins = !name.acronym && !says && first.gap == Gap::Start && !(evidence.inside)(first);
        name.doubtful = begins || name.acronym && opens && !first.word.flags.any(NAMED);
    }
}
