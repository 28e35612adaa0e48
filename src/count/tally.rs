//! Counting terms and pairs over windows.

use crate::corpus::View;
use crate::count::Scope;
use crate::count::numbering::Numbering;
use crate::count::term::Terms;
use crate::count::window::{Hit, Window, windows};
use crate::order::by_keys;
use crate::segment::{Date, Part};
use crate::span::to_u32;

/// How much of everything there is of one term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermCount {
    /// Mentions.
    pub mentions: u32,
    /// Windows with at least one.
    pub windows: u32,
    /// Articles with at least one.
    pub articles: u32,
    /// Date of the first such article that has one.
    pub first: Option<Date>,
    /// Date of the last.
    pub last: Option<Date>,
}

/// How much of everything there is of two terms together; `a < b`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairCount {
    /// Into the terms.
    pub a: u32,
    /// Into the terms.
    pub b: u32,
    /// Windows with both; for a window of words, pairs of mentions, none used twice.
    pub windows: u32,
    /// Articles with such a window.
    pub articles: u32,
    /// Date of the first such article that has one.
    pub first: Option<Date>,
    /// Date of the last.
    pub last: Option<Date>,
}

/// Terms and pairs over all windows in scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Windows in all.
    pub windows: u64,
    /// Articles in all.
    pub articles: u64,
    /// Words in all windows.
    pub words: u64,
    /// Whether the windows are of words, where a window is a pair of mentions.
    pub windows_of_words: bool,
    /// How many different terms each window has, where pairs are counted; windows without any are left out.
    pub sizes: Vec<u32>,
    /// By the number of the term.
    pub terms: Vec<TermCount>,
    /// Ascending by `a`, then `b`.
    pub pairs: Vec<PairCount>,
    /// The articles that mention each term, term by term and ascending, where pairs are counted; and where each
    /// term's end.
    pub mentioned: (Vec<u32>, Vec<u32>),
}

impl Tally {
    /// The count of a pair of terms, in either order.
    #[must_use]
    pub fn pair(&self, x: u32, y: u32) -> Option<&PairCount> {
        let key = (x.min(y), x.max(y));
        let at = self.pairs.binary_search_by(|p| (p.a, p.b).cmp(&key)).ok()?;
        self.pairs.get(at)
    }

    fn mentioning(&self, term: u32) -> &[u32] {
        let (articles, ends) = &self.mentioned;
        let end = |t: u32| ends.get(t as usize).map_or(0, |end| *end as usize);
        articles.get(term.checked_sub(1).map_or(0, end)..end(term)).unwrap_or(&[])
    }

    /// How many articles mention both terms, in one window or not; 0 where pairs were not counted.
    #[must_use]
    #[inline(never)]
    pub fn articles_with_both(&self, x: u32, y: u32) -> u32 {
        let (mut few, mut many) = (self.mentioning(x), self.mentioning(y));
        if few.len() > many.len() {
            (few, many) = (many, few);
        }
        let mut both = 0;
        for article in few {
            many = many.get(many.partition_point(|other| other < article)..).unwrap_or(&[]);
            both += u32::from(many.first() == Some(article));
        }
        both
    }

    /// Lays out which articles mention each term, from pairs of both in the order of the articles.
    #[inline(never)]
    fn lay_out(&mut self, mentions: &[(u32, u32)]) {
        let mut places = Vec::with_capacity(self.terms.len());
        let mut next = 0;
        for term in &self.terms {
            places.push(next);
            next += term.articles;
        }
        let mut articles = vec![0; mentions.len()];
        for (term, article) in mentions {
            if let Some(place) = places.get_mut(*term as usize) {
                if let Some(slot) = articles.get_mut(*place as usize) {
                    *slot = *article;
                }
                *place += 1;
            }
        }
        // Each has come to where the next begins.
        self.mentioned = (articles, places);
    }
}

/// Most visits to a pair in one count. Beyond it (a single window that names thousands) the rarest terms
/// are left out of the pairs, so that no text can take all memory.
const VISITS: u64 = 1 << 26;

/// What to count of pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairRule {
    /// Terms in fewer windows make no pair.
    pub min_windows: u32,
    /// Pairs in fewer windows are left out.
    pub min_count: u32,
}

/// Counts `terms` over the windows of `views`; pairs when `pairs` says how.
#[must_use]
#[inline(never)]
pub fn tally(views: &[View<'_>], terms: &Terms<'_>, window: Window, scope: &Scope, pairs: Option<PairRule>) -> Tally {
    let mut out =
        Tally { articles: views.len() as u64, terms: vec![TermCount::default(); terms.len()], ..Tally::default() };
    out.windows_of_words = matches!(window, Window::Words(_));
    let mut sets = Sets::default();
    let mut hits: Vec<Hit> = Vec::new();
    let mut seen_window: Vec<u32> = vec![0; terms.len()];
    let mut seen_article: Vec<u32> = vec![0; terms.len()];
    let mut window_number = 0u32;
    let mut mentions: Vec<(u32, u32)> = Vec::new();
    for (article, view) in (1u32..).zip(views) {
        terms.hits(*view, scope, &mut hits);
        let date = view.date();
        let mut rest = hits.as_slice();
        for at in windows(*view, window, scope) {
            out.windows += 1;
            window_number += 1;
            let sentences = at.sentences.of(&view.paste.segmentation.sentences);
            out.words +=
                sentences.iter().filter(|s| s.part != Part::Boilerplate).map(|s| s.tokens.len() as u64).sum::<u64>();
            // Windows come in order, a headline as often as it counts.
            while let Some((_, later)) = rest.split_first().filter(|(hit, _)| hit.sentence < at.sentences.start) {
                rest = later;
            }
            let end = rest.iter().position(|hit| hit.sentence >= at.sentences.end).unwrap_or(rest.len());
            let inside = rest.get(..end).unwrap_or(&[]);
            for hit in inside {
                let i = hit.term as usize;
                let (Some(count), Some(w), Some(a)) =
                    (out.terms.get_mut(i), seen_window.get_mut(i), seen_article.get_mut(i))
                else {
                    continue;
                };
                count.mentions += 1;
                if *w != window_number {
                    *w = window_number;
                    count.windows += 1;
                    if pairs.is_some() && !matches!(window, Window::Words(_)) {
                        sets.terms.push(hit.term);
                    }
                }
                if *a != article {
                    *a = article;
                    count.articles += 1;
                    (count.first, count.last) = widen(count.first, count.last, date);
                    if pairs.is_some() {
                        mentions.push((hit.term, article));
                    }
                }
            }
            if pairs.is_some() {
                if let Window::Words(_) = window {
                    sets.spots.extend(inside.iter().map(|h| (h.term, h.token)));
                }
                sets.close(article, date);
            }
        }
    }
    if let Some(rule) = pairs {
        out.lay_out(&mentions);
        out.pairs = sets.pairs(&out.terms, window, rule);
        let mut start = 0;
        out.sizes = sets.ends.iter().map(|e| to_u32(e.0 - std::mem::replace(&mut start, e.0))).collect();
    }
    out
}

fn widen(first: Option<Date>, last: Option<Date>, date: Option<Date>) -> (Option<Date>, Option<Date>) {
    match date {
        None => (first, last),
        Some(d) => (Some(first.map_or(d, |f| f.min(d))), Some(last.map_or(d, |l| l.max(d)))),
    }
}

/// The terms of every window, kept until it is known which are frequent enough to make pairs.
#[derive(Debug, Default)]
struct Sets {
    terms: Vec<u32>,
    /// For windows of words: term and token of every mention.
    spots: Vec<(u32, u32)>,
    /// Per window with a term: its end in `terms`, its end in `spots`, article and date.
    ends: Vec<(usize, usize, u32, Option<Date>)>,
}

impl Sets {
    fn close(&mut self, article: u32, date: Option<Date>) {
        let last = self.ends.last().map_or((0, 0), |e| (e.0, e.1));
        if last != (self.terms.len(), self.spots.len()) {
            self.ends.push((self.terms.len(), self.spots.len(), article, date));
        }
    }

    #[inline(never)]
    fn pairs(&self, counts: &[TermCount], window: Window, rule: PairRule) -> Vec<PairCount> {
        let mut floor = rule.min_windows.max(1);
        let frequent = |term: u32, floor: u32| counts.get(term as usize).is_some_and(|c| c.windows >= floor);
        loop {
            let mut visits = 0u64;
            let mut start = 0;
            for (end, _, _, _) in &self.ends {
                let inside = self.terms.get(start..*end).unwrap_or(&[]);
                let n = inside.iter().filter(|t| frequent(**t, floor)).count() as u64;
                visits += n * n / 2;
                start = *end;
            }
            if visits <= VISITS {
                break;
            }
            floor *= 2;
        }
        let mut index = Numbering::default();
        let mut pairs: Vec<PairCount> = Vec::new();
        let mut articles: Vec<u32> = Vec::new();
        let mut add = |x: u32, y: u32, article: u32, date: Option<Date>| {
            let (a, b) = (x.min(y), x.max(y));
            let at = index.number(a, b) as usize;
            if at == pairs.len() {
                pairs.push(PairCount { a, b, ..PairCount::default() });
                articles.push(0);
            }
            if let (Some(pair), Some(last)) = (pairs.get_mut(at), articles.get_mut(at)) {
                pair.windows += 1;
                if *last != article {
                    *last = article;
                    pair.articles += 1;
                    (pair.first, pair.last) = widen(pair.first, pair.last, date);
                }
            }
        };
        let (mut start, mut spot) = (0, 0);
        let mut inside: Vec<u32> = Vec::new();
        for (end, spot_end, article, date) in &self.ends {
            if let Window::Words(k) = window {
                let spots = self.spots.get(spot..*spot_end).unwrap_or(&[]);
                within(spots, k, &|t| frequent(t, floor), &mut |x, y| add(x, y, *article, *date));
            } else {
                inside.clear();
                inside.extend(self.terms.get(start..*end).unwrap_or(&[]).iter().filter(|t| frequent(**t, floor)));
                for (i, x) in inside.iter().enumerate() {
                    for y in inside.get(i + 1..).unwrap_or(&[]) {
                        add(*x, *y, *article, *date);
                    }
                }
            }
            (start, spot) = (*end, *spot_end);
        }
        pairs.retain(|p| p.windows >= rule.min_count);
        let rows = by_keys(&mut pairs.iter().map(|p| u64::from(p.a) << 32 | u64::from(p.b)));
        rows.into_iter().filter_map(|i| pairs.get(i as usize).copied()).collect()
    }
}

/// Pairs of mentions at most `k` words apart in one sentence. Each mention of a pair of terms is used once:
/// going left to right, a mention is matched with the nearest free earlier mention of the other term.
#[inline(never)]
fn within(spots: &[(u32, u32)], k: u32, frequent: &dyn Fn(u32) -> bool, add: &mut dyn FnMut(u32, u32)) {
    /// Mentions further back than this are not looked at, however many fit within `k` words.
    const BACK: usize = 256;
    let mut used: Vec<(u32, u32, u32)> = Vec::new();
    for (i, (term, token)) in spots.iter().enumerate() {
        if !frequent(*term) {
            continue;
        }
        let mut matched: Vec<u32> = Vec::new();
        for (other, at) in spots.get(i.saturating_sub(BACK)..i).unwrap_or(&[]).iter().rev() {
            if token.saturating_sub(*at) > k {
                break;
            }
            let free = !used.contains(&(*at, *other, *term));
            if other != term && free && !matched.contains(other) && frequent(*other) {
                matched.push(*other);
                used.push((*at, *other, *term));
                used.push((*token, *term, *other));
                add(*term, *other);
            }
        }
        used.retain(|(at, _, _)| token.saturating_sub(*at) <= k);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_is_matched_once_for_each_other_term() {
        // A A B: one pair (the nearer A); A B A B: two.
        for (spots, k, expected) in [
            (vec![(0, 0), (0, 1), (1, 2)], 5, 1),
            (vec![(0, 0), (1, 1), (0, 2), (1, 3)], 5, 2),
            (vec![(0, 0), (1, 6)], 5, 0),
            (vec![(0, 0), (1, 5)], 5, 1),
            (vec![(0, 0), (1, 1), (2, 2)], 5, 3),
        ] {
            let mut n = 0;
            within(&spots, k, &|_| true, &mut |_, _| n += 1);
            assert_eq!(n, expected, "{spots:?}");
        }
    }
}
