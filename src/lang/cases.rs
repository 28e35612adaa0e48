//! Names in their cases, for languages that inflect them: by a list of endings, and what those are in the base form.

use crate::lang::{Flags, Pack};

/// What is left of a word without its ending is no shorter, in characters.
const STEM: usize = 3;

/// What stems do not end with.
const SOFT: &[char] = &[
    'а', 'е', 'ё', 'и', 'й', 'о', 'у', 'ы', 'ь', 'э', 'ю', 'я', 'є', 'і', 'ї', 'a', 'e', 'i', 'o', 'u', 'y', 'ó', 'ą',
    'ę',
];

/// The lists of names and of words of names.
pub const INFLECTED: Flags = Flags(
    Flags::GIVEN.0
        | Flags::OFFICE.0
        | Flags::COUNTRY.0
        | Flags::PLACE.0
        | Flags::ORGANIZATION.0
        | Flags::OTHER_NAME.0
        | Flags::ORG_WORD.0
        | Flags::PLACE_WORD.0
        | Flags::OTHER_WORD.0
        | Flags::ACROSS.0,
);

impl Pack<'_> {
    /// Whether the language has a list of the endings of cases.
    #[must_use]
    pub fn inflects(&self) -> bool {
        self.language() != "en" && self.has_cases()
    }

    #[inline(never)]
    fn has_cases(&self) -> bool {
        self.flags("-").any(Flags::CASE)
    }

    /// The entry of these lists that a folded word is a case of.
    #[must_use]
    #[inline(never)]
    pub fn base(&self, word: &str, lists: Flags) -> Option<String> {
        ends(word, STEM - 1).find_map(|(stem, ending)| {
            let (flags, bases) = self.lookup(&["-", ending].concat());
            let mut forms = bases.split(' ').filter(|_| flags.any(Flags::CASE)).map(|base| [stem, base].concat());
            forms.find(|form| self.flags(form).any(lists))
        })
    }

    /// What a folded name is called in English, in whatever case it stands: see [`Pack::across`].
    #[must_use]
    #[inline(never)]
    pub(crate) fn across_cases(&self, name: &str) -> Option<(&str, Option<&str>)> {
        self.across(name).or_else(|| self.across(&self.base(name, Flags::ACROSS)?))
    }

    /// Whether a folded word ends as the entries of a list do that begin with a hyphen.
    #[must_use]
    pub fn ends_as(&self, word: &str, list: Flags) -> bool {
        ends(word, STEM).any(|(_, ending)| self.flags(&["-", ending].concat()).any(list))
    }

    /// What all cases of some folded words have in common, and how far the words are from their base forms: a text with
    /// a blank between each two.
    #[must_use]
    #[inline(never)]
    pub fn stems(&self, words: &str) -> (String, u32) {
        let (mut out, mut far) = (String::new(), 0);
        for word in words.split(' ') {
            // `Sergey Lavrov` among Cyrillic letters is in no case.
            let foreign = word.is_ascii() && self.language() != "pl";
            let listed = foreign || self.flags(word) != Flags::NONE;
            let base = if listed { None } else { self.base(word, INFLECTED) };
            let mut own = base.as_deref().unwrap_or(word);
            // Endings that begin otherwise are for what lists know: `-ła` for `Paweł`.
            let case = |ending: &str| {
                !foreign && ending.starts_with(SOFT) && self.flags(&["-", ending].concat()).any(Flags::CASE)
            };
            while let Some((stem, _)) = ends(own, STEM).find(|(_, ending)| case(ending)) {
                own = stem;
            }
            let soft = own.trim_end_matches(SOFT);
            let own = if foreign || soft.chars().count() < STEM { own } else { soft };
            if !listed {
                far += 2 * (word.len().saturating_sub(own.len())) as u32 + u32::from(!word.ends_with(['а', 'я', 'a']));
            }
            if !out.is_empty() {
                out.push(' ');
            }
            // `Павел`, `Павла`; `Marek`, `Marka`
            let mut back = own.char_indices().rev();
            match (back.next(), back.next()) {
                (Some((last, _)), Some((at, 'е' | 'ё' | 'о' | 'e'))) if !foreign && own.chars().count() > STEM => {
                    out.push_str(own.get(..at).unwrap_or(""));
                    out.push_str(own.get(last..).unwrap_or(""));
                }
                _ => out.push_str(own),
            }
        }
        (out, far)
    }
}

/// A word cut in two after so many characters or more, the longest ending first.
fn ends(word: &str, stem: usize) -> impl Iterator<Item = (&str, &str)> {
    word.char_indices().skip(stem).filter_map(|(at, _)| word.split_at_checked(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_one_name_have_one_stem() {
        for (pack, names) in [
            (
                include_str!("../../data/ru.pack"),
                &[
                    "владимир путин|владимира путина|владимиру путину|владимиром путиным|владимире путине",
                    "мария захарова|марии захаровой|марию захарову|марией захаровой",
                    "павел дуров|павла дурова|павлу дурову|павлом дуровым",
                    "сергей собянин|сергея собянина|сергеем собяниным",
                    "верховный суд|верховного суда|верховному суду|верховным судом",
                ][..],
            ),
            (
                include_str!("../../data/uk.pack"),
                &["андрій єрмак|андрія єрмака|андрію єрмаку|андрієм єрмаком", "київ|києва|києві"],
            ),
            (
                include_str!("../../data/pl.pack"),
                &[
                    "włodzimierz czarzasty|włodzimierza czarzastego|włodzimierzowi czarzastemu|włodzimierzem czarzastym",
                    "marek belka|marka belki|markiem belką",
                    "prawo i sprawiedliwość|prawa i sprawiedliwości|prawu i sprawiedliwości",
                ],
            ),
        ] {
            let pack = Pack::new(pack).unwrap();
            for cases in names {
                let mut stems = cases.split('|').map(|case| pack.stems(case).0);
                let base = stems.next();
                stems.for_each(|stem| assert_eq!(Some(stem), base, "{cases}"));
            }
        }
    }

    #[test]
    fn of_cases_the_base_form_is_the_nearest() {
        let pack = Pack::new(include_str!("../../data/ru.pack")).unwrap();
        for cases in ["владимир чемезов|владимира чемезова", "мария захарова|марии захаровой|марию захарову"]
        {
            let mut far = cases.split('|').map(|case| pack.stems(case).1);
            let base = far.next();
            far.for_each(|far| assert!(Some(far) > base, "{cases}"));
        }
    }
}
