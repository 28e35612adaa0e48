//! Counts that can be added up: what statistics need, and nothing more.
//!
//! [`Counts`] is a commutative monoid: [`Counts::default`] is empty, [`Counts::merge`] adds. Parts of a
//! corpus can be counted apart (by workers, files, machines) as long as no article is counted twice, and
//! `merge(of(A), of(B)) == of(A + B)`. For that, terms are counted under the kind that the article itself
//! gives; which kinds of one key are one entity is settled afterwards. Articles that repeat another are
//! counted, since a part cannot see the others.

use crate::corpus::Corpus;
use crate::count::tally::{PairRule, tally};
use crate::count::term::Terms;
use crate::count::{Scope, Window};
use crate::error::Error;
use crate::order::sort_rows;
use crate::segment::Date;

/// What begins the bytes of counts.
const MAGIC: &[u8; 8] = b"cmncount";
/// The version of the bytes.
const VERSION: u32 = 1;

/// How much of everything there is of one term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermTotals {
    /// Mentions.
    pub mentions: u64,
    /// Windows with at least one.
    pub windows: u64,
    /// Articles with at least one.
    pub articles: u64,
}

/// How much there is of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairTotals {
    /// Windows with both.
    pub windows: u64,
    /// Articles with such a window.
    pub articles: u64,
}

/// Mergeable counts of the entities of some articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Windows in all.
    pub windows: u64,
    /// Articles in all.
    pub articles: u64,
    /// Words in all windows.
    pub words: u64,
    /// By id (`person:wang yi`), ascending.
    pub terms: Vec<(String, TermTotals)>,
    /// By the ids of both, the smaller first; ascending.
    pub pairs: Vec<((String, String), PairTotals)>,
    /// Mentions of a term in articles of one date, by id and date; ascending.
    pub dates: Vec<((String, Date), u64)>,
}

impl Counts {
    /// Counts all entities of a corpus over windows of one kind. A window of words counts as the sentences
    /// that bound it.
    #[must_use]
    pub fn of(corpus: &Corpus, window: Window, scope: &Scope) -> Self {
        let scope = Scope { duplicates: true, ..scope.clone() };
        let views = scope.articles(corpus);
        let terms = Terms::unresolved(corpus);
        let rule = PairRule { min_windows: 1, min_count: 1 };
        let counted = tally(&views, &terms, window, &scope, Some(rule));
        let mut out =
            Counts { windows: counted.windows, articles: counted.articles, words: counted.words, ..Counts::default() };
        let id = |term: u32| terms.id(term);
        for (term, count) in (0u32..).zip(&counted.terms).filter(|(_, c)| c.mentions > 0) {
            let totals = TermTotals {
                mentions: count.mentions.into(),
                windows: count.windows.into(),
                articles: count.articles.into(),
            };
            out.terms.push((id(term), totals));
        }
        for pair in &counted.pairs {
            let (a, b) = (id(pair.a), id(pair.b));
            let key = if a <= b { (a, b) } else { (b, a) };
            out.pairs.push((key, PairTotals { windows: pair.windows.into(), articles: pair.articles.into() }));
        }
        let mut hits = Vec::new();
        for view in views {
            let Some(date) = view.date() else { continue };
            terms.hits(view, &scope, &mut hits);
            for hit in &hits {
                out.dates.push(((id(hit.term), date), 1));
            }
        }
        out.settle();
        out
    }

    /// In order, and what has one key added up.
    fn settle(&mut self) {
        in_order(&mut self.terms, |own, other| {
            own.mentions += other.mentions;
            own.windows += other.windows;
            own.articles += other.articles;
        });
        in_order(&mut self.pairs, |own, other| {
            own.windows += other.windows;
            own.articles += other.articles;
        });
        in_order(&mut self.dates, |own, other| *own += other);
    }

    /// Adds other counts to these.
    pub fn merge(&mut self, other: &Counts) {
        self.windows += other.windows;
        self.articles += other.articles;
        self.words += other.words;
        self.terms.extend_from_slice(&other.terms);
        self.pairs.extend_from_slice(&other.pairs);
        self.dates.extend_from_slice(&other.dates);
        self.settle();
    }

    /// The counts as bytes: magic `cmncount`, version, then little-endian numbers and length-prefixed ids.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        let number = |out: &mut Vec<u8>, n: u64| out.extend_from_slice(&n.to_le_bytes());
        for n in [self.windows, self.articles, self.words, self.terms.len() as u64] {
            number(&mut out, n);
        }
        // Ids are written once; pairs and dates name them by number.
        for (id, count) in &self.terms {
            number(&mut out, id.len() as u64);
            out.extend_from_slice(id.as_bytes());
            for n in [count.mentions, count.windows, count.articles] {
                number(&mut out, n);
            }
        }
        let at = |id: &str| self.terms.binary_search_by(|(own, _)| own.as_str().cmp(id)).map_or(u64::MAX, |n| n as u64);
        number(&mut out, self.pairs.len() as u64);
        for ((a, b), count) in &self.pairs {
            for n in [at(a), at(b), count.windows, count.articles] {
                number(&mut out, n);
            }
        }
        number(&mut out, self.dates.len() as u64);
        for ((id, date), n) in &self.dates {
            let day = u64::from(date.year.cast_unsigned()) << 16 | u64::from(date.month) << 8 | u64::from(date.day);
            for n in [at(id), day, *n] {
                number(&mut out, n);
            }
        }
        out
    }

    /// Reads what [`Counts::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Format`] for other bytes, another version, or bytes cut short; it names the place.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader { bytes, at: 0 };
        let magic = reader.take(8)?;
        if magic != MAGIC {
            return Err(reader.error(format!("the first 8 bytes are {magic:?}, expected {MAGIC:?}")));
        }
        let version = reader.take(4)?;
        if version != VERSION.to_le_bytes() {
            return Err(reader.error(format!("version {version:?}, expected {VERSION}")));
        }
        let mut out = Counts {
            windows: reader.number()?,
            articles: reader.number()?,
            words: reader.number()?,
            ..Counts::default()
        };
        let mut ids: Vec<String> = Vec::new();
        for _ in 0..reader.number()? {
            let length = reader.number()?;
            let id = reader.take(usize::try_from(length).unwrap_or(usize::MAX))?;
            let id = String::from_utf8(id.to_vec()).map_err(|e| reader.error(format!("an id that is no text: {e}")))?;
            let totals =
                TermTotals { mentions: reader.number()?, windows: reader.number()?, articles: reader.number()? };
            ids.push(id.clone());
            out.terms.push((id, totals));
        }
        for _ in 0..reader.number()? {
            let key = (reader.id(&ids)?, reader.id(&ids)?);
            out.pairs.push((key, PairTotals { windows: reader.number()?, articles: reader.number()? }));
        }
        for _ in 0..reader.number()? {
            let id = reader.id(&ids)?;
            let day = reader.number()?;
            let date = Date { year: ((day >> 16) as u16).cast_signed(), month: (day >> 8) as u8, day: day as u8 };
            out.dates.push(((id, date), reader.number()?));
        }
        match bytes.len() - reader.at {
            0 => {
                out.settle();
                Ok(out)
            }
            left => Err(reader.error(format!("{left} bytes too many"))),
        }
    }
}

/// Sorts by key and adds up what has the same.
fn in_order<K: Ord, V: Copy>(list: &mut Vec<(K, V)>, add: fn(&mut V, V)) {
    sort_rows(list, &mut |x, y| x.0.cmp(&y.0));
    list.dedup_by(|next, own| {
        let same = next.0 == own.0;
        if same {
            add(&mut own.1, next.1);
        }
        same
    });
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn error(&self, found: String) -> Error {
        Error::Format { what: "counts", found: format!("{found}, at byte {}", self.at) }
    }

    fn take(&mut self, n: usize) -> Result<&'a [u8], Error> {
        let end = self.at.saturating_add(n);
        match self.bytes.get(self.at..end) {
            Some(bytes) => {
                self.at = end;
                Ok(bytes)
            }
            None => Err(self.error(format!("{} bytes left, expected {n}", self.bytes.len() - self.at))),
        }
    }

    fn number(&mut self) -> Result<u64, Error> {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(self.take(8)?);
        Ok(u64::from_le_bytes(bytes))
    }

    fn id(&mut self, ids: &[String]) -> Result<String, Error> {
        let n = self.number()?;
        let id = usize::try_from(n).ok().and_then(|i| ids.get(i)).cloned();
        id.ok_or_else(|| self.error(format!("term {n}, expected less than {}", ids.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Counts {
        let totals = TermTotals { mentions: 3, windows: 2, articles: 1 };
        let pair = PairTotals { windows: 2, articles: 1 };
        let date = Date { year: 2021, month: 7, day: 16 };
        Counts {
            windows: 12,
            articles: 1,
            words: 300,
            terms: [("person:wang yi".into(), totals), ("place:china".into(), totals)].into(),
            pairs: [(("person:wang yi".into(), "place:china".into()), pair)].into(),
            dates: [(("place:china".into(), date), 3)].into(),
        }
    }

    #[test]
    fn bytes_come_back() {
        let counts = sample();
        assert_eq!(Counts::from_bytes(&counts.to_bytes()), Ok(counts));
    }

    #[test]
    fn other_bytes_are_refused_with_the_place() {
        let bytes = sample().to_bytes();
        for end in 0..bytes.len() {
            assert!(Counts::from_bytes(&bytes[..end]).is_err(), "{end} of {} bytes", bytes.len());
        }
        let mut later = bytes.clone();
        later[8] = 2;
        assert!(Counts::from_bytes(&later).is_err_and(|e| e.to_string().contains("version")));
        let mut longer = bytes;
        longer.push(0);
        assert!(Counts::from_bytes(&longer).is_err_and(|e| e.to_string().contains("1 bytes too many")));
    }

    #[test]
    fn empty_is_neutral_and_merging_adds() {
        let mut counts = Counts::default();
        counts.merge(&sample());
        assert_eq!(counts, sample());
        counts.merge(&sample());
        assert_eq!(counts.pairs.first().map(|(_, p)| p.windows), Some(4));
    }
}
