//! Spans of a paste and the ids that the rooms hand to each other.

/// A half-open range of bytes `[start, end)` in one paste.
///
/// Both ends lie on character boundaries of the paste that the span belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `[start, end)`; an `end` before `start` gives an empty span at `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end: end.max(start) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text of the span; empty where the span does not fit the text.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The span without white space at either end.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start as usize + (inner.len() - inner.trim_start().len());
        let end = start + inner.trim().len();
        Span::new(to_u32(start), to_u32(end))
    }
}

/// A half-open range of indices into one of the columns of a segmentation or corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// First index.
    pub start: u32,
    /// One past the last index.
    pub end: u32,
}

impl Range {
    /// The range `[start, end)`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Range { start: to_u32(start), end: to_u32(end) }
    }

    /// Number of indices.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the range holds no index.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The items of `column` in the range; none where the range does not fit.
    #[must_use]
    pub fn of<T>(self, column: &[T]) -> &[T] {
        column.get(self.start as usize..self.end as usize).unwrap_or(&[])
    }

    /// The indices one by one.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = usize> + Clone {
        self.start as usize..self.end as usize
    }
}

/// A `usize` as `u32`, at most `u32::MAX`; a paste is refused before it can be that long.
#[must_use]
pub fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
