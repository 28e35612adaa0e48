//! Names as they sound: what spellings and alphabets make different is made the same.

use crate::text::case::lower;

/// Cyrillic letters from `а` to `я`, as Latin ones.
const CYRILLIC: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];

/// Latin letters with marks, after the letter that they are of.
const MARKED: &[&str] = &[
    "aàáâãäåāăąǎ",
    "cçćĉċč",
    "dďđð",
    "eèéêëēĕėęě",
    "gĝğġģ",
    "hĥħ",
    "iìíîïĩīĭįıǐ",
    "jĵ",
    "kķ",
    "lĺļľŀł",
    "nñńņňŉŋ",
    "oòóôõöøōŏőǒ",
    "rŕŗř",
    "sśŝşšș",
    "tţťŧț",
    "uùúûüũūŭůűųǔ",
    "wŵ",
    "yýŷÿ",
    "zźżž",
];

/// Spellings of one sound, longest first where one begins another.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "s"),
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("dzh", "j"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("cz", "c"),
    ("ts", "z"),
    ("tz", "z"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ß", "s"),
    ("æ", "e"),
    ("œ", "e"),
    ("þ", "t"),
];

/// The letters of a name in lower case, Latin without marks; those of other alphabets than Latin and Cyrillic as
/// they are. Whatever is no letter and no blank is left out.
fn latin(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(lower) {
        match c {
            c if c.is_whitespace() => out.push(' '),
            c if c.is_ascii() => out.extend(c.is_ascii_alphanumeric().then_some(c)),
            'ё' => out.push('e'),
            'є' | 'э' => out.push('e'),
            'і' | 'ї' => out.push('i'),
            'ґ' => out.push('g'),
            'а'..='я' => {
                out.push_str(CYRILLIC.get((c as usize).wrapping_sub('а' as usize)).copied().unwrap_or(""));
            }
            c => {
                let base = MARKED.iter().find(|row| row.chars().skip(1).any(|m| m == c)).and_then(|r| r.chars().next());
                out.extend(base.or(c.is_alphanumeric().then_some(c)));
            }
        }
    }
    out
}

/// One word as it sounds.
fn sound(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let (sounds, after) = SOUNDS
            .iter()
            .find_map(|(written, sound)| Some((*sound, rest.strip_prefix(written)?)))
            .unwrap_or_else(|| rest.split_at(c.len_utf8()));
        for s in sounds.chars() {
            // A letter said twice sounds once.
            if !out.ends_with(s) {
                out.push(s);
            }
        }
        rest = after;
    }
    // `Poutine` ends as `Putin` does.
    if out.len() > 4 && out.ends_with('e') {
        out.pop();
    }
    out
}

/// The words of a name as they sound, in alphabetical order; empty words are left out.
///
/// ```
/// use comention::text::spelling::sounds;
/// assert_eq!(sounds("Sergey Lavrov"), sounds("Сергей Лавров"));
/// assert_eq!(sounds("Poutine"), sounds("Putin"));
/// assert_ne!(sounds("Iran"), sounds("Iraq"));
/// ```
#[must_use]
pub fn sounds(name: &str) -> Vec<String> {
    let mut words: Vec<String> = latin(name).split(' ').map(sound).filter(|w| !w.is_empty()).collect();
    crate::order::sort_rows(&mut words, &mut |a, b| a.cmp(b));
    words
}

/// A word as it sounds, but for its first letter and its consonants.
#[must_use]
pub fn consonants(sound: &str) -> String {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    sound.chars().enumerate().filter(|(i, c)| *i == 0 || !vowel(*c)).map(|(_, c)| c).collect()
}

/// Whether one letter put in, left out or changed makes one text of the other.
#[must_use]
pub fn one_apart(a: &str, b: &str) -> bool {
    let head = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.as_bytes().get(head..).unwrap_or(&[]), b.as_bytes().get(head..).unwrap_or(&[]));
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - tail == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_the_same() {
        for (a, b) in [
            ("Sergei Lavrov", "Sergey Lavrov"),
            ("Сергей Лавров", "Sergei Lavrov"),
            ("Владимир Путин", "Vladimir Putin"),
            ("Poutine", "Putin"),
            ("Zelensky", "Zelenskyy"),
            ("Zelenskiy", "Зеленский"),
            ("Xi Jinping", "Jinping Xi"),
            ("Mei-Ling Zhao", "Meiling Zhao"),
            ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
            ("Chrouchtchev", "Chruchtchev"),
            ("Khashoggi", "Kashoggi"),
        ] {
            let same = sounds(a) == sounds(b);
            assert_eq!(same, a != "Khashoggi", "{a} {:?}, {b} {:?}", sounds(a), sounds(b));
        }
    }

    #[test]
    fn other_names_do_not() {
        for (a, b) in [("Iran", "Iraq"), ("Austria", "Australia"), ("Wang Yi", "Wang Li"), ("王毅", "王力")] {
            assert_ne!(sounds(a), sounds(b));
        }
    }

    #[test]
    fn vowels_and_letters() {
        assert_eq!(consonants("mohamed"), consonants("muhamad"));
        assert_ne!(consonants("amed"), consonants("omed"));
        for (a, b, apart) in [
            ("abc", "abd", true),
            ("abc", "abcd", true),
            ("abc", "abc", false),
            ("abc", "bc", true),
            ("abc", "acb", false),
        ] {
            assert_eq!(one_apart(a, b), apart, "{a} {b}");
        }
    }
}
