//! Words of a text without blanks: the most probable way through a dictionary.
//!
//! UAX #29 makes every character of Chinese and Thai and every hiragana a word; katakana it keeps together. Runs of
//! them are cut anew: of all ways to make a run from words of the dictionary and single characters, the one whose words
//! are most probable together (maximum-probability segmentation: Chang, Chen & Chen 1991), found from the end of the
//! run backwards. In Thai a vowel is never cut from its consonant, and what no word fits stays together.

use crate::lang::words::Words;
use crate::segment::Tokens;
use crate::text::Vocabulary;

/// The step of a word of the dictionary's total frequency, and of a character that is not in it.
const TOTAL: i32 = 29;
const UNKNOWN: i32 = 0;

/// Whether a character is written without blanks around it and stands in dictionaries.
fn han(text: &str, at: u32) -> bool {
    let c = text.get(at as usize..).and_then(|s| s.chars().next());
    c.is_some_and(|c| thai(c) || matches!(u32::from(c), 0x3005 | 0x3041..=0x309e | 0x3400..=0x9fff | 0xf900..=0xfaff))
}

fn thai(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}')
}

/// Whether a word of Thai may begin here: not with a vowel that follows its consonant, nor between a vowel that is
/// written before it and the consonant.
fn begins(text: &str, at: u32) -> bool {
    let Some((before, after)) = text.split_at_checked(at as usize) else { return true };
    !after.starts_with(['\u{e30}', '\u{e32}', '\u{e33}', '\u{e45}']) && !before.ends_with(['เ', 'แ', 'โ', 'ใ', 'ไ'])
}

/// Joins the single characters among the tokens from `first` on to the words that they make.
#[inline(never)]
pub(crate) fn join(text: &str, first: usize, words: &Words, vocabulary: &mut Vocabulary, tokens: &mut Tokens) {
    let starts = tokens.starts.split_off(first);
    let types = tokens.types.split_off(first);
    let mut at = 0;
    while let (Some(start), Some(id)) = (starts.get(at), types.get(at)) {
        // A run: characters one after the other.
        let mut end = *start;
        let mut run = 0;
        while let (Some(s), Some(t)) = (starts.get(at + run), types.get(at + run)) {
            if *s != end || !han(text, *s) {
                break;
            }
            end += vocabulary.length(*t);
            run += 1;
        }
        if run < 2 {
            tokens.starts.push(*start);
            tokens.types.push(*id);
            at += 1;
            continue;
        }
        let inner = starts.iter().skip(at + 1).take(run - 1).copied().filter(|s| begins(text, *s));
        let bounds: Vec<u32> = std::iter::once(*start).chain(inner).chain([end]).collect();
        for (from, to) in together(text, path(text, &bounds, words), words) {
            tokens.starts.push(from);
            tokens.types.push(vocabulary.intern_at(text, from as usize, to as usize));
        }
        at += run;
    }
}

/// The words of a run, given where its characters begin and it ends.
fn path(text: &str, bounds: &[u32], words: &Words) -> Vec<(u32, u32)> {
    let n = bounds.len() - 1;
    // From each character on: the best score, and how many characters its word has.
    let mut best: Vec<(i32, usize)> = vec![(0, 0); n + 1];
    for i in (0..n).rev() {
        let mut found: Option<(i32, usize)> = None;
        for length in 1..=words.longest().min(n - i) {
            let (Some(from), Some(to), Some(rest)) = (bounds.get(i), bounds.get(i + length), best.get(i + length))
            else {
                break;
            };
            let step = text.get(*from as usize..*to as usize).and_then(|w| words.step(w)).map(i32::from);
            let Some(step) = step.or(if length == 1 { Some(UNKNOWN) } else { None }) else { continue };
            let score = step - TOTAL + rest.0;
            // Of equal ways the longer word.
            if found.is_none_or(|(top, _)| score >= top) {
                found = Some((score, length));
            }
        }
        if let (Some(slot), Some(found)) = (best.get_mut(i), found) {
            *slot = found;
        }
    }
    let mut out = Vec::new();
    let mut i = 0;
    while let (Some(from), Some((_, length))) = (bounds.get(i), best.get(i)) {
        let Some(to) = bounds.get(i + (*length).max(1)) else { break };
        out.push((*from, *to));
        i += (*length).max(1);
    }
    out
}

/// Thai that is no word stays together with such before it, and the marks of repetition and of abbreviation (`ๆ`, `ฯ`)
/// with their word.
fn together(text: &str, found: Vec<(u32, u32)>, words: &Words) -> Vec<(u32, u32)> {
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(found.len());
    let mut open = false;
    for (from, to) in found {
        let word = text.get(from as usize..to as usize).unwrap_or("");
        let mark = word.starts_with(['ๆ', 'ฯ']);
        let unknown = !mark && word.starts_with(thai) && words.step(word).is_none();
        match out.last_mut() {
            Some(last) if mark || unknown && open => last.1 = to,
            _ => out.push((from, to)),
        }
        open = unknown;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word;
    use crate::span::Span;

    #[test]
    fn words_of_a_dictionary() {
        let words = Words::new("comention-words 1 zh\n中O\n中国Ss\n中国人M\n人R\n人民P\n民J\n国M\n的Z\n").unwrap();
        for cut in ["中国|人民|的|中国", "中国人|a|民|。人", "x|中国|鑫|12|的", "。", ""] {
            let text = cut.replace('|', "");
            let (mut vocabulary, mut tokens) = (Vocabulary::new(), Tokens::default());
            word::words(&text, Span::new(0, text.len() as u32), &mut vocabulary, &mut tokens);
            join(&text, 0, &words, &mut vocabulary, &mut tokens);
            let got: Vec<&str> = tokens.types.iter().map(|id| vocabulary.get(*id)).collect();
            let expected: Vec<&str> = cut.split(['|', '。']).filter(|w| !w.is_empty()).collect();
            assert_eq!(got, expected);
            for (start, id) in tokens.starts.iter().zip(&tokens.types) {
                assert!(text.get(*start as usize..).is_some_and(|rest| rest.starts_with(vocabulary.get(*id))));
            }
        }
    }
}
