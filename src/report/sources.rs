//! Sources as the parts of a corpus: whether something is every source's story or one's.

use crate::corpus::View;
use crate::stats::dispersion::{Gries, Whole, gries};
use crate::text::Vocabulary;
use crate::text::case::lowered;

/// What stands for no source.
const NONE: u32 = u32::MAX;

/// The sources of some articles, case aside, and how much there is of each. An article without a source is in no
/// part: its mentions and its size count nowhere.
pub struct Sources {
    /// Of each article the number of its source, numbered as they come, or `NONE`.
    pub of: Vec<u32>,
    /// Of each source its words or windows.
    pub sizes: Vec<u64>,
}

impl Sources {
    /// The sources of the articles, of which each has so many words or windows; `None` where there are fewer than two.
    #[must_use]
    #[inline(never)]
    pub fn new(views: &[View<'_>], sizes: &[u64]) -> Option<Sources> {
        let mut known = Vocabulary::new();
        let mut out = Sources { of: Vec::with_capacity(views.len()), sizes: Vec::new() };
        for view in views {
            let source = view.article.source.as_ref();
            out.of.push(source.map_or(NONE, |source| known.intern(&lowered(&source.value)).0));
        }
        out.sizes.resize(known.len(), 0);
        for (source, size) in out.of.iter().zip(sizes) {
            if let Some(sum) = out.sizes.get_mut(*source as usize) {
                *sum += size;
            }
        }
        (out.sizes.len() > 1).then_some(out)
    }

    /// How much of something each source has, from how much each article has that has any.
    #[must_use]
    #[inline(never)]
    pub fn sums(&self, articles: &[(u32, u64)]) -> Vec<u64> {
        let mut sums = vec![0; self.sizes.len()];
        for (article, n) in articles {
            let source = self.of.get(*article as usize).copied().unwrap_or(NONE);
            if let Some(sum) = sums.get_mut(source as usize) {
                *sum += n;
            }
        }
        sums
    }

    /// Gries' DP over the sources; `None` where no article with a source has any.
    #[must_use]
    #[inline(never)]
    pub fn dispersion(&self, articles: &[(u32, u64)]) -> Option<Gries> {
        let mut parts = Vec::new();
        for (sum, size) in self.sums(articles).into_iter().zip(&self.sizes) {
            parts.push((sum, *size));
        }
        gries(&parts, Whole::of(&self.sizes))
    }
}

/// Gries' DP over articles or other parts of these sizes, of what is in some of them.
#[must_use]
#[inline(never)]
pub fn over_parts(found: &[(u32, u64)], sizes: &[u64], whole: Whole) -> Option<Gries> {
    let mut parts = Vec::with_capacity(found.len());
    for (part, n) in found {
        parts.push((*n, sizes.get(*part as usize).copied().unwrap_or(0)));
    }
    gries(&parts, whole)
}
