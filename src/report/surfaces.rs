//! How the terms of a question are written, and where they are mentioned.

use crate::corpus::View;
use crate::count::phrase::Phrases;
use crate::count::{Hit, Scope, Terms};
use crate::order::{by_keys, sort_rows};
use crate::span::to_u32;
use crate::text::folded::one_line;
use crate::text::{TypeId, Vocabulary};

/// A mention, with the number of its article among those of the question.
pub type Place = (u32, Hit);

/// Every mention of the terms, of which there are about so many: article by article, and of each term in order. The
/// phrases counted before save taking the articles apart again.
#[must_use]
#[inline(never)]
pub fn places(
    views: &[View<'_>],
    terms: &Terms<'_>,
    scope: &Scope,
    about: usize,
    counted: Option<&Phrases>,
) -> Vec<Place> {
    let mut out = Vec::with_capacity(about);
    let mut hits = Vec::new();
    for (i, view) in views.iter().enumerate() {
        match counted {
            Some(phrases) => {
                terms.names(*view, scope, &mut hits);
                terms.phrases(*view, phrases.slots(i), &mut hits);
            }
            None => terms.hits(*view, scope, &mut hits),
        }
        out.extend(hits.iter().map(|hit| (to_u32(i), *hit)));
    }
    out
}

/// Every surface of each of the terms with its count, commonest first; ties go to the surface that is less
/// capitalised, then by bytes.
#[must_use]
#[inline(never)]
pub fn surfaces(views: &[View<'_>], places: &[Place], terms: &Terms<'_>) -> Vec<Vec<(String, u32)>> {
    // Counted as written, and then by what is the same on one line: the term and the number of what is written, how
    // often, and for everything written which of these was the last. Words have their numbers, all else comes after.
    let words = terms.corpus().vocabulary();
    let known_words = to_u32(words.len());
    let mut longer = Vocabulary::new();
    let mut keys: Vec<u64> = Vec::new();
    let mut counts: Vec<u32> = Vec::new();
    let mut last: Vec<u32> = Vec::new();
    for (number, hit) in places {
        let Some(view) = views.get(*number as usize) else { continue };
        let (start, end) = (hit.span.start as usize, hit.span.end as usize);
        let word = view.paste.segmentation.tokens.types.get(hit.token as usize).copied().unwrap_or_default();
        let one =
            words.length(word) == hit.span.len() && view.paste.starts.get(hit.token as usize) == Some(hit.span.start);
        let written = match one {
            true => word.0,
            false => known_words + longer.intern_at(&view.paste.text, start, end).0,
        };
        if last.len() <= written as usize {
            last.resize(words.len() + longer.len(), u32::MAX);
        }
        let Some(known) = last.get_mut(written as usize) else { continue };
        let key = u64::from(hit.term) << 32 | u64::from(written);
        if keys.get(*known as usize) != Some(&key) {
            *known = to_u32(keys.len());
            keys.push(key);
            counts.push(0);
        }
        if let Some(count) = counts.get_mut(*known as usize) {
            *count += 1;
        }
    }
    let mut line = String::new();
    let mut lines = Vocabulary::new();
    // For each line, the last term that had it, and where among that term's.
    let mut at: Vec<(u32, u32)> = Vec::new();
    let mut out: Vec<Vec<(String, u32)>> = vec![Vec::new(); terms.len()];
    for row in by_keys(&mut keys.iter().copied()) {
        let (Some(key), Some(count)) = (keys.get(row as usize), counts.get(row as usize)) else { continue };
        let term = (key >> 32) as u32;
        let written = *key as u32;
        let text = match written.checked_sub(known_words) {
            Some(number) => longer.get(TypeId(number)),
            None => words.get(TypeId(written)),
        };
        one_line(text, &mut line);
        let number = lines.intern(&line).0 as usize;
        at.resize(lines.len(), (u32::MAX, 0));
        let (Some(list), Some(known)) = (out.get_mut(term as usize), at.get_mut(number)) else { continue };
        match list.get_mut(known.1 as usize).filter(|_| known.0 == term) {
            Some((_, all)) => *all += count,
            None => {
                *known = (term, to_u32(list.len()));
                list.push((line.clone(), *count));
            }
        }
    }
    let capitals = |s: &str| s.chars().filter(|c| c.is_uppercase()).count();
    for list in out.iter_mut().filter(|list| list.len() > 1) {
        sort_rows(list, &mut |a, b| {
            b.1.cmp(&a.1).then_with(|| capitals(&a.0).cmp(&capitals(&b.0))).then_with(|| a.0.cmp(&b.0))
        });
    }
    out
}
