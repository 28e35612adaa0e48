//! Words that lines begin with, compared with many lines fast.

use crate::text::case::lower;

/// Leads in lower case that lines are compared with, and a bit for the beginning of each.
pub(super) struct Leads {
    leads: &'static [&'static str],
    beginnings: [u64; 8],
}

/// The bit of the first three bytes of a line, case of letters aside.
const fn beginning(first: u8, second: u8, third: u8) -> usize {
    let h = (first | 0x20) as usize * 59 + (second | 0x20) as usize * 7 + (third | 0x20) as usize * 31;
    h % 512
}

/// Whether the beginnings tell of lines that begin so: letters of two bytes have capitals that begin otherwise.
const fn asked(first: u8) -> bool {
    first < 128 || first >= 0xe3
}

impl Leads {
    pub(super) const fn new(leads: &'static [&'static str]) -> Leads {
        let mut beginnings = [0u64; 8];
        let mut i = 0;
        while i < leads.len() {
            #[allow(clippy::indexing_slicing)] // at compile time, below the length; no lead is shorter
            {
                let lead = leads[i].as_bytes();
                if asked(lead[0]) {
                    let bit = beginning(lead[0], lead[1], lead[2]);
                    beginnings[bit / 64] |= 1 << (bit % 64);
                }
            }
            i += 1;
        }
        Leads { leads, beginnings }
    }

    /// The lead that a line begins with, case aside.
    pub(super) fn of(&self, line: &str) -> Option<&'static str> {
        let bytes = line.as_bytes();
        if let [first, second, third, ..] = bytes
            && asked(*first)
        {
            let bit = beginning(*first, *second, *third);
            if self.beginnings.get(bit / 64).is_none_or(|word| word >> (bit % 64) & 1 == 0) {
                return None;
            }
        }
        let first = bytes.first()?.to_ascii_lowercase();
        let begins = |lead: &str| {
            // Characters of three bytes have no capitals.
            if lead.as_bytes().first().is_some_and(|b| *b != first && (b.is_ascii() || first >= 0xe3)) {
                return false;
            }
            if lead.is_ascii() {
                return bytes.get(..lead.len()).is_some_and(|own| own.eq_ignore_ascii_case(lead.as_bytes()));
            }
            let mut folded = line.chars().flat_map(lower);
            lead.chars().all(|c| folded.next() == Some(c))
        };
        self.leads.iter().find(|lead| begins(lead)).copied()
    }
}
