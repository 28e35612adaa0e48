//! Every distinct word form once: from here on words are numbers.

use crate::span::to_u32;
use crate::text::bytes::{eight, same};

/// The number of a word form (a type, as opposed to its tokens) in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// Distinct word forms, numbered from 0 in the order in which they were first seen.
///
/// Forms differ when their bytes differ: `China`, `CHINA` and `china` are three.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    bytes: String,
    /// `ends[i]` is where form `i` ends in `bytes`; it begins where form `i - 1` ends.
    ends: Vec<u32>,
    /// Open addressing: the key of a form (its bytes where it has up to eight, so that nothing else is read, else a hash
    /// of them) in two halves, and its number plus one, 0 where free; for a long form with [`LONG`]. The length is a
    /// power of two, or 0.
    slots: Vec<[u32; 3]>,
    /// Seven bits of what each slot holds, with [`TAKEN`], 0 where it is free: what is new, as half of the forms are that
    /// are looked up, is known to be so near the processor.
    tags: Vec<u8>,
}

/// What marks a form that its key does not tell apart from all others.
const LONG: u32 = 1 << 31;

/// What marks a slot that is not free.
const TAKEN: u8 = 1 << 7;

impl Vocabulary {
    /// An empty vocabulary.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for the forms of a text of so many bytes, as far as news needs it.
    pub fn reserve(&mut self, bytes: usize) {
        let forms = (bytes / 80).min(1 << 16);
        let slots = (forms * 2).next_power_of_two();
        if self.slots.len() < slots {
            self.resize(slots);
            self.ends.reserve(slots / 4);
            self.bytes.reserve(slots * 2);
        }
    }

    /// The bytes that it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        let numbers = self.ends.capacity() + 3 * self.slots.capacity();
        self.bytes.capacity() + self.tags.capacity() + numbers * size_of::<u32>()
    }

    /// How many forms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no form yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All forms one after the other, in the order of their numbers.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.bytes
    }

    /// The form with this number; empty when there is none.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &str {
        let (start, end) = self.place(id);
        self.bytes.get(start..end).unwrap_or("")
    }

    /// The bytes of the form with this number, none when there is none: for what only compares them.
    #[inline]
    #[must_use]
    pub fn bytes_of(&self, id: TypeId) -> &[u8] {
        let (start, end) = self.place(id);
        self.bytes.as_bytes().get(start..end).unwrap_or(&[])
    }

    /// How many bytes the form with this number has; 0 when there is none.
    #[must_use]
    pub fn length(&self, id: TypeId) -> u32 {
        let (start, end) = self.place(id);
        to_u32(end - start)
    }

    /// Where the form with this number stands among the others.
    #[inline]
    fn place(&self, id: TypeId) -> (usize, usize) {
        let i = id.0 as usize;
        let start = if i == 0 { 0 } else { self.ends.get(i - 1).copied().unwrap_or(0) };
        let end = self.ends.get(i).copied().unwrap_or(start);
        (start as usize, end as usize)
    }

    /// The number of a form that is there.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<TypeId> {
        let word = word.as_bytes();
        self.look_up(word, key(word, 0, word.len())).ok()
    }

    /// The number of a form, given to it now if it is new.
    pub fn intern(&mut self, word: &str) -> TypeId {
        self.intern_at(word, 0, word.len())
    }

    /// The number of the form at `[start, end)` of a text, given to it now if it is new; that of the empty
    /// form where the text has no such part.
    #[inline(never)]
    pub fn intern_at(&mut self, text: &str, start: usize, end: usize) -> TypeId {
        self.intern_key(key(text.as_bytes(), start, end), text, start, end)
    }

    /// The same where the eight bytes from `start` on are read already, the first lowest; the form has one or more, the
    /// last of them not zero.
    #[inline]
    pub(crate) fn intern_block(&mut self, block: u64, text: &str, start: usize, end: usize) -> TypeId {
        // Most words are short, were seen before, and stand where they belong.
        let length = end - start;
        if length > 8 {
            return self.intern_at(text, start, end);
        }
        let key = block & u64::MAX >> ((64 - 8 * length) % 64);
        let (known, form) = self.slot(self.at(spread(key)));
        if known == key && form.wrapping_sub(1) < LONG - 1 {
            return TypeId(form - 1);
        }
        self.intern_key(key, text, start, end)
    }

    #[inline(never)]
    fn intern_key(&mut self, key: u64, text: &str, start: usize, end: usize) -> TypeId {
        let word = text.get(start..end).unwrap_or("");
        self.look_up(word.as_bytes(), key).unwrap_or_else(|free| self.add(word, key, free))
    }

    /// What a slot holds: a key, and the number with its mark.
    #[inline]
    fn slot(&self, at: usize) -> (u64, u32) {
        let [low, high, form] = self.slots.get(at).copied().unwrap_or_default();
        (u64::from(high) << 32 | u64::from(low), form)
    }

    /// The slot where what has this hash belongs.
    #[inline]
    fn at(&self, hash: usize) -> usize {
        hash & self.slots.len().wrapping_sub(1)
    }

    /// The number of the form with this key, or the slot where it belongs.
    #[inline]
    fn look_up(&self, word: &[u8], key: u64) -> Result<TypeId, usize> {
        let (own, mark) = (tag(key), mark(word));
        let mut at = self.at(spread(key));
        while let Some(tag) = self.tags.get(at).copied().filter(|tag| *tag != 0) {
            if tag == own {
                let (known, form) = self.slot(at);
                let id = TypeId((form & !LONG).wrapping_sub(1));
                if known == key && (form | mark) == form && (form < LONG || same(self.bytes_of(id), word)) {
                    return Ok(id);
                }
            }
            at = self.at(at + 1);
        }
        Err(at)
    }

    #[inline(never)]
    fn add(&mut self, word: &str, key: u64, free: usize) -> TypeId {
        self.bytes.push_str(word);
        self.ends.push(to_u32(self.bytes.len()));
        let form = to_u32(self.ends.len());
        // A third of the slots is free, and half of them or more after the table has grown.
        if self.ends.len() * 3 > self.slots.len() * 2 {
            self.resize((self.slots.len() * 2).max(256));
        } else {
            self.fill(free, key, form | mark(word.as_bytes()));
        }
        TypeId(form - 1)
    }

    /// Fills a free slot.
    #[inline]
    fn fill(&mut self, at: usize, key: u64, form: u32) {
        if let (Some(slot), Some(own)) = (self.slots.get_mut(at), self.tags.get_mut(at)) {
            (*slot, *own) = ([key as u32, (key >> 32) as u32, form], tag(key));
        }
    }

    /// Forms are put back in the order of their numbers: the common words, which come early, stand where they belong.
    #[inline(never)]
    fn resize(&mut self, size: usize) {
        (self.slots, self.tags) = (vec![[0; 3]; size], vec![0; size]);
        let mut start = 0;
        for form in 0..self.ends.len() {
            let bytes = self.bytes.as_bytes();
            let end = self.ends.get(form).map_or(start, |end| *end as usize);
            let key = key(bytes, start, end);
            let mark = mark(bytes.get(start..end).unwrap_or(&[]));
            start = end;
            let mut at = self.at(spread(key));
            while self.tags.get(at).is_some_and(|tag| *tag != 0) {
                at = self.at(at + 1);
            }
            self.fill(at, key, to_u32(form + 1) | mark);
        }
    }
}

/// The bytes of a form of up to eight, else a hash of them.
#[inline]
fn key(text: &[u8], start: usize, end: usize) -> u64 {
    let length = end.saturating_sub(start);
    if length == 0 {
        return 0;
    }
    if length <= 8 {
        return eight(text, start) & u64::MAX >> (64 - 8 * length);
    }
    let mut h = length as u64;
    let mut at = start;
    while at + 8 < end {
        h = (h ^ eight(text, at)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        at += 8;
    }
    // The last eight, of which some were read already.
    (h ^ eight(text, end - 8)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// [`LONG`], but for a form that has its key alone: up to eight bytes, not ending in zero.
#[inline]
fn mark(word: &[u8]) -> u32 {
    if word.len() <= 8 && word.last() != Some(&0) { 0 } else { LONG }
}

/// What keys are multiplied with to spread them.
const SPREAD: u64 = 0x517c_c1b7_2722_0a95;

/// What a key is first told apart by: bits that do not say where it belongs.
#[inline]
fn tag(key: u64) -> u8 {
    (key.wrapping_mul(SPREAD) >> 31) as u8 | TAKEN
}

/// Where a key belongs: of 32 bits, whatever the machine.
#[inline]
fn spread(key: u64) -> usize {
    key.wrapping_mul(SPREAD).rotate_left(26) as u32 as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_numbered_once() {
        let mut v = Vocabulary::new();
        let words: Vec<String> = (0..5000).map(|i| format!("w{i}")).collect();
        let ids: Vec<_> = words.iter().map(|w| v.intern(w)).collect();
        let again: Vec<_> = words.iter().map(|w| v.intern(w)).collect();
        assert_eq!(ids, again);
        assert_eq!(v.get(ids[4321]), "w4321");
        assert_eq!(v.find("w17"), Some(ids[17]));
        assert_eq!(v.find("absent"), None);
        let odd = ["", "a", "a\0", "a\0\0", "12345678", "123456789", "12345678\0"];
        let ids: Vec<_> = odd.iter().map(|w| v.intern(w)).collect();
        for (word, id) in odd.iter().zip(ids) {
            assert_eq!(v.get(id), *word);
        }
    }
}
