//! Words of a text without blanks: the most probable way through a dictionary.
//!
//! UAX #29 makes every character of Chinese and Thai and every hiragana a word; katakana it keeps together. Runs of
//! them are cut anew: of all ways to make a run from words of the dictionary and single characters, the one whose words
//! are most probable together (maximum-probability segmentation: Chang, Chen & Chen 1991), found from the end of the
//! run backwards. In Thai a vowel is never cut from its consonant, and what no word fits stays together.

use crate::lang::words::Words;
use crate::segment::{Start, Tokens};
use crate::text::Vocabulary;

/// The step of a word of the dictionary's total frequency, and of a character that is not in it.
const TOTAL: i32 = 29;
const UNKNOWN: i32 = 0;

/// Whether a character is written without blanks around it and stands in dictionaries.
fn han(text: &str, at: u32) -> bool {
    let bytes = text.as_bytes();
    match bytes.get(at as usize) {
        Some(0xe4..=0xe9) => true,
        Some(0xe0 | 0xe3 | 0xef) => {
            let c = text.get(at as usize..).and_then(|s| s.chars().next());
            c.is_some_and(|c| {
                thai(c) || matches!(u32::from(c), 0x3005 | 0x3041..=0x309e | 0x3400..=0x3fff | 0xf900..=0xfaff)
            })
        }
        _ => false,
    }
}

/// The first byte of every letter of Thai.
const THAI: u8 = 0xe0;

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
    let (mut bounds, mut best, mut found) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    while let (Some(start), Some(id)) = (starts.get(at), types.get(at)) {
        // A run: characters one after the other.
        let mut end = start.byte();
        let mut run = 0;
        while let (Some(s), Some(t)) = (starts.get(at + run), types.get(at + run)) {
            if s.byte() != end || !han(text, end) {
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
        bounds.clear();
        bounds.extend(starts.get(at..at + run).unwrap_or(&[]).iter().map(|start| start.byte()));
        let start = start.byte();
        let thai = text.as_bytes().get(start as usize..end as usize).is_some_and(|run| run.contains(&THAI));
        if thai {
            bounds.retain(|s| *s == start || begins(text, *s));
        }
        bounds.push(end);
        path(text, &bounds, words, &mut best);
        found.clear();
        let mut i = 0;
        while let (Some(from), Some(way)) = (bounds.get(i), best.get(i)) {
            let next = i + way.length.max(1) as usize;
            let Some(to) = bounds.get(next) else { break };
            found.push((*from, *to));
            i = next;
        }
        if thai {
            together(text, &mut found, words);
        }
        for (from, to) in &found {
            tokens.starts.push(Start::new(*from, false));
            tokens.types.push(vocabulary.intern_at(text, *from as usize, *to as usize));
        }
        at += run;
    }
}

/// The best way from a character to the end of its run: its score, and of how many characters its first word is.
#[derive(Clone, Copy, Default)]
struct Way {
    score: i32,
    length: u32,
}

/// The best ways from each character of a run, given where its characters begin and it ends.
#[inline(never)]
fn path(text: &str, bounds: &[u32], words: &Words, best: &mut Vec<Way>) {
    best.clear();
    best.resize(bounds.len(), Way::default());
    for (i, from) in bounds.iter().enumerate().rev().skip(1) {
        let from = *from as usize;
        let here = words.beginning(text, from);
        let mut found: Option<Way> = None;
        for (length, (to, rest)) in (1u32..).zip(bounds.iter().zip(&*best).skip(i + 1)) {
            let to = *to as usize;
            let step = words.step_at(text, from, to, &here).map(i32::from);
            if let Some(step) = step.or(if length == 1 { Some(UNKNOWN) } else { None }) {
                let score = step - TOTAL + rest.score;
                // Of equal ways the longer word.
                if found.is_none_or(|top| score >= top.score) {
                    found = Some(Way { score, length });
                }
            }
            if !here.goes_on(to - from) {
                break;
            }
        }
        if let (Some(slot), Some(found)) = (best.get_mut(i), found) {
            *slot = found;
        }
    }
}

/// Thai that is no word stays together with such before it, and the marks of repetition and of abbreviation (`ๆ`, `ฯ`)
/// with their word.
fn together(text: &str, found: &mut Vec<(u32, u32)>, words: &Words) {
    let mut open = false;
    let mut kept: Vec<(u32, u32)> = Vec::with_capacity(found.len());
    for (from, to) in found.iter().copied() {
        let word = text.get(from as usize..to as usize).unwrap_or("");
        let mark = word.starts_with(['ๆ', 'ฯ']);
        let unknown = !mark && word.starts_with(thai) && words.step(word).is_none();
        match kept.last_mut() {
            Some(last) if mark || unknown && open => last.1 = to,
            _ => kept.push((from, to)),
        }
        open = unknown;
    }
    *found = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word;
    use crate::span::Span;

    #[test]
    fn words_longer_than_their_beginnings_tell_apart() {
        let long = "กขค".repeat(14);
        let words = Words::new(&format!("comention-words 1 th\nกขคZ\n{long}M\n")).unwrap();
        let (mut vocabulary, mut tokens) = (Vocabulary::new(), Tokens::default());
        word::words(&long, Span::new(0, long.len() as u32), &mut vocabulary, &mut tokens);
        join(&long, 0, &words, &mut vocabulary, &mut tokens);
        assert_eq!(tokens.types.iter().map(|id| vocabulary.get(*id)).collect::<Vec<_>>(), [long.as_str()]);
    }

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
                assert!(text.get(start.byte() as usize..).is_some_and(|rest| rest.starts_with(vocabulary.get(*id))));
            }
        }
    }
}
