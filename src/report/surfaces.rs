//! How the terms of a question are written, and where they are mentioned.

use crate::corpus::View;
use crate::count::phrase::Phrases;
use crate::count::{Hit, Scope, Terms};
use crate::order::{ascending, sort_rows};
use crate::span::to_u32;
use crate::text::folded::one_line;
use crate::text::{TypeId, Vocabulary};

/// A mention, with the number of its article among those of the question.
pub type Place = (u32, Hit);

/// Every mention of the terms: article by article, and of each term in order. The phrases counted before save
/// taking the articles apart again.
#[must_use]
#[inline(never)]
pub fn places(views: &[View<'_>], terms: &Terms<'_>, scope: &Scope, counted: Option<&Phrases>) -> Vec<Place> {
    let mut out = Vec::new();
    let mut hits = Vec::new();
    for (i, view) in views.iter().enumerate() {
        match counted {
            Some(phrases) => {
                terms.names(*view, scope, &mut hits);
                let (lexemes, tokens) = phrases.slots(i);
                terms.phrases(*view, lexemes, tokens, &mut hits);
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
pub fn surfaces(views: &[View<'_>], places: &[Place], terms: usize) -> Vec<Vec<(String, u32)>> {
    // Counted as written, and then by what is the same on one line.
    let mut written = Vocabulary::new();
    let mut seen: Vec<u64> = Vec::with_capacity(places.len());
    for (number, hit) in places {
        let Some(view) = views.get(*number as usize) else { continue };
        let (start, end) = (hit.span.start as usize, hit.span.end as usize);
        let text = written.intern_at(&view.paste.text, start, end);
        seen.push(u64::from(hit.term) << 32 | u64::from(text.0));
    }
    ascending(&mut seen);
    let mut line = String::new();
    let mut lines = Vocabulary::new();
    // For each line, the last term that had it, and where among that term's.
    let mut at: Vec<(u32, u32)> = Vec::new();
    let mut out: Vec<Vec<(String, u32)>> = vec![Vec::new(); terms];
    for run in seen.chunk_by(|a, b| a == b) {
        let key = run.first().copied().unwrap_or(0);
        let (term, count) = ((key >> 32) as u32, to_u32(run.len()));
        one_line(written.get(TypeId(key as u32)), &mut line);
        let number = lines.intern(&line).0 as usize;
        at.resize(lines.len(), (u32::MAX, 0));
        let (Some(list), Some(known)) = (out.get_mut(term as usize), at.get_mut(number)) else { continue };
        match list.get_mut(known.1 as usize).filter(|_| known.0 == term) {
            Some((_, all)) => *all += count,
            None => {
                *known = (term, to_u32(list.len()));
                list.push((line.clone(), count));
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
