//! Every distinct word form once: from here on words are numbers.

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
    /// Open addressing: number of a form plus one, 0 where free. The length is a power of two.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// An empty vocabulary.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// The form with this number; empty when there is none.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &str {
        let i = id.0 as usize;
        let start = if i == 0 { 0 } else { self.ends.get(i - 1).copied().unwrap_or(0) };
        let end = self.ends.get(i).copied().unwrap_or(start);
        self.bytes.get(start as usize..end as usize).unwrap_or("")
    }

    /// The number of a form that is there.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<TypeId> {
        if self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash(word.as_bytes()) as usize & mask;
        loop {
            match self.slots.get(at).copied().unwrap_or(0) {
                0 => return None,
                n if self.get(TypeId(n - 1)) == word => return Some(TypeId(n - 1)),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// The number of a form, given to it now if it is new.
    pub fn intern(&mut self, word: &str) -> TypeId {
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = hash(word.as_bytes()) as usize & mask;
        loop {
            match self.slots.get(at).copied().unwrap_or(0) {
                0 => break,
                n if self.get(TypeId(n - 1)) == word => return TypeId(n - 1),
                _ => at = (at + 1) & mask,
            }
        }
        self.bytes.push_str(word);
        self.ends.push(crate::span::to_u32(self.bytes.len()));
        let n = crate::span::to_u32(self.ends.len());
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = n;
        }
        TypeId(n - 1)
    }

    /// All forms, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &str)> {
        (0..crate::span::to_u32(self.len())).map(|i| (TypeId(i), self.get(TypeId(i))))
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        let mask = size - 1;
        let mut slots = vec![0u32; size];
        for (id, word) in self.iter() {
            let mut at = hash(word.as_bytes()) as usize & mask;
            while slots.get(at).copied().unwrap_or(0) != 0 {
                at = (at + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = id.0 + 1;
            }
        }
        self.slots = slots;
    }
}

/// Multiply-and-rotate over 8 bytes at a time; the tail is one more block.
fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x517c_c1b7_2722_0a95;
    let mut h = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut block = [0u8; 8];
        block.copy_from_slice(chunk);
        h = (h.rotate_left(5) ^ u64::from_le_bytes(block)).wrapping_mul(K);
    }
    let mut block = [0u8; 8];
    for (to, from) in block.iter_mut().zip(chunks.remainder()) {
        *to = *from;
    }
    h = (h.rotate_left(5) ^ u64::from_le_bytes(block)).wrapping_mul(K);
    h ^ (h >> 32)
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
    }
}
