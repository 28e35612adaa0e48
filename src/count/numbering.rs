//! Numbers for pairs of numbers: what a hash map would do, with one piece of code for all of them.

/// Pairs of numbers, numbered from 0 in the order in which they first came.
///
/// ```
/// use comention::count::numbering::Numbering;
/// let mut pairs = Numbering::default();
/// assert_eq!([pairs.number(7, 1), pairs.number(1, 7), pairs.number(7, 1)], [0, 1, 0]);
/// assert_eq!([pairs.get(1, 7), pairs.get(7, 7)], [Some(1), None]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    /// Open addressing: both, and the number plus one, 0 where free; the length is 0 or a power of two.
    slots: Vec<[u32; 3]>,
    count: u32,
}

impl Numbering {
    /// With room for so many pairs.
    #[must_use]
    pub fn of(most: usize) -> Self {
        Numbering { slots: vec![[0; 3]; (most * 4 / 3 + 1).next_power_of_two()], count: 0 }
    }

    /// Where a pair is, or the free place where it belongs.
    fn find(&self, a: u32, b: u32) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let key = u64::from(a) << 32 | u64::from(b);
        let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while let Some([first, second, number]) = self.slots.get(at)
            && *number != 0
            && (*first != a || *second != b)
        {
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of a pair, the next one where it is new.
    #[inline(never)]
    pub fn number(&mut self, a: u32, b: u32) -> u32 {
        if self.count as usize * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let at = self.find(a, b);
        let Some(slot) = self.slots.get_mut(at) else { return 0 };
        let [.., number] = slot;
        if *number == 0 {
            self.count += 1;
            *slot = [a, b, self.count];
            return self.count - 1;
        }
        *number - 1
    }

    #[inline(never)]
    fn grow(&mut self) {
        let larger = vec![[0; 3]; (self.slots.len() * 2).max(64)];
        for slot in std::mem::replace(&mut self.slots, larger) {
            let [a, b, number] = slot;
            let at = self.find(a, b);
            if let Some(free) = self.slots.get_mut(at).filter(|_| number != 0) {
                *free = slot;
            }
        }
    }

    /// The number of a pair, if it has one.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, a: u32, b: u32) -> Option<u32> {
        self.slots.get(self.find(a, b))?[2].checked_sub(1)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count as usize
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_keeps_its_number_however_many_there_are() {
        let pair = |n: u32| (n % 37 * 1000, n / 37);
        let mut pairs = Numbering::default();
        assert!(pairs.is_empty() && pairs.get(0, 0).is_none());
        for round in 0..2 {
            for n in 0..5000 {
                let (a, b) = pair(n);
                assert_eq!(pairs.number(a, b), n, "round {round}");
            }
        }
        assert_eq!(pairs.len(), 5000);
        let mut other = Numbering::of(5000);
        for n in 0..5000 {
            let (a, b) = pair(n);
            assert_eq!((other.number(a, b), pairs.get(a, b), pairs.get(a + 1, b)), (n, Some(n), None));
        }
    }
}
