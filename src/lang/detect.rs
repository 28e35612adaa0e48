//! Which language a text is in: by script, and among those of one script by its commonest words.

use crate::span::Span;

/// Bytes that are looked at.
const SAMPLE: usize = 900;

/// Function words that few other languages share.
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "is", "was", "that", "for", "with", "on", "by", "it", "are", "be", "this",
            "have", "from", "said", "has", "he", "not", "you", "my",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "und", "das", "den", "von", "ist", "mit", "ein", "eine", "nicht", "auf", "dem", "im", "für",
            "sich", "des", "zu", "auch", "wurde", "ich",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "des", "et", "une", "est", "dans", "pour", "que", "du", "qui", "sur", "au", "pas",
            "par", "ce", "sont", "avec", "aux", "je", "il",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "que", "del", "una", "por", "con", "para", "es", "se", "su", "lo", "como", "más", "en",
            "fue", "al", "la", "y", "pero",
        ],
    ),
    (
        "pt",
        &[
            "o", "os", "do", "da", "que", "em", "um", "uma", "não", "com", "para", "dos", "das", "ao", "se", "mais",
            "foi", "são", "pela", "e", "na", "no",
        ],
    ),
    (
        "it",
        &[
            "il", "di", "che", "la", "per", "non", "una", "della", "con", "sono", "nel", "gli", "del", "è", "alla",
            "dei", "anche", "più", "le", "ha", "si",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "niet", "dat", "op", "te", "zijn", "voor", "met", "aan", "ook", "door",
            "werd", "er", "naar", "ik",
        ],
    ),
    ("sv", &["och", "att", "det", "som", "är", "för", "på", "med", "den", "inte", "av", "till", "ett", "har", "om"]),
    ("pl", &["w", "na", "się", "nie", "jest", "że", "do", "oraz", "przez", "dla", "po", "jak", "z", "ze", "i"]),
    ("tr", &["ve", "bir", "bu", "için", "ile", "olarak", "da", "de", "olan", "daha", "çok", "gibi", "sonra"]),
    ("id", &["yang", "dan", "di", "dengan", "untuk", "dari", "pada", "ini", "itu", "dalam", "tidak", "akan", "oleh"]),
];

/// The language of the spans of a text, as an ISO 639-1 code; `None` where there is too little to tell.
#[must_use]
pub fn language(text: &str, spans: impl Iterator<Item = Span>) -> Option<&'static str> {
    let (mut latin, mut cyrillic, mut han, mut kana, mut hangul) = (0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut arabic, mut persian, mut devanagari, mut greek, mut hebrew, mut thai, mut ukrainian) =
        (0u32, 0u32, 0u32, 0u32, 0u32, 0u32, 0u32);
    let mut votes = [0u32; WORDS.len()];
    let mut words = 0u32;
    let mut left = SAMPLE;
    let mut word = String::new();
    for span in spans {
        for c in span.of(text).chars().chain([' ']) {
            left = left.saturating_sub(c.len_utf8());
            match u32::from(c) {
                0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f => latin += 1,
                0x400..=0x52f => {
                    cyrillic += 1;
                    ukrainian += u32::from(matches!(c, 'і' | 'ї' | 'є' | 'ґ'));
                }
                0x4e00..=0x9fff | 0x3400..=0x4dbf => han += 1,
                0x3040..=0x30ff => kana += 1,
                0xac00..=0xd7af => hangul += 1,
                0x600..=0x6ff => {
                    arabic += 1;
                    persian += u32::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک'));
                }
                0x900..=0x97f => devanagari += 1,
                0x370..=0x3ff => greek += 1,
                0x590..=0x5ff => hebrew += 1,
                0xe00..=0xe7f => thai += 1,
                _ => {}
            }
            if c.is_alphabetic() {
                word.extend(c.to_lowercase());
            } else if !word.is_empty() {
                words += 1;
                // No word of the lists is longer.
                if word.len() <= 8 {
                    for (vote, (_, list)) in votes.iter_mut().zip(WORDS) {
                        *vote += u32::from(list.contains(&word.as_str()));
                    }
                }
                word.clear();
            }
            if left == 0 {
                break;
            }
        }
        if left == 0 {
            break;
        }
    }
    let scripts = [
        (latin, ""),
        (cyrillic, if ukrainian * 30 > cyrillic { "uk" } else { "ru" }),
        // One sign of Chinese is worth about three letters.
        ((han + kana) * 3, if kana * 8 > han { "ja" } else { "zh" }),
        (hangul * 2, "ko"),
        (arabic, if persian * 20 > arabic { "fa" } else { "ar" }),
        (devanagari, "hi"),
        (greek, "el"),
        (hebrew, "he"),
        (thai, "th"),
    ];
    let (most, code) = scripts.into_iter().rev().max_by_key(|(n, _)| *n)?;
    if most < 2 {
        return None;
    }
    if !code.is_empty() {
        return Some(code);
    }
    let best = votes.iter().zip(WORDS).rev().max_by_key(|(n, _)| **n)?;
    // One word in twelve at least; two words do for a line.
    (*best.0 >= 2 && *best.0 * 12 >= words || *best.0 >= 1 && words <= 8).then_some(best.1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_a_sentence() {
        for (text, expected) in [
            ("The port reopened on Tuesday after dock workers accepted a deal.", Some("en")),
            ("Der Hafen wurde am Dienstag wieder geöffnet, und die Arbeiter sind zufrieden.", Some("de")),
            ("Le port a rouvert mardi après une grève des dockers dans la ville.", Some("fr")),
            ("El puerto reabrió el martes tras una huelga de los estibadores.", Some("es")),
            ("O porto reabriu na terça-feira depois de uma greve dos estivadores.", Some("pt")),
            ("Il porto ha riaperto martedì dopo lo sciopero della settimana.", Some("it")),
            ("Порт Варрона во вторник возобновил работу.", Some("ru")),
            ("瓦罗纳港5日恢复作业。", Some("zh")),
            ("港は火曜日に再開した。", Some("ja")),
            ("123 456", None),
        ] {
            assert_eq!(language(text, [Span::new(0, text.len() as u32)].into_iter()), expected, "{text}");
        }
    }
}
