//! Words that lines begin with, compared with many lines fast.

use crate::text::case::lower;

/// Leads in lower case that lines are compared with, and for each beginning of a line which may be its lead.
pub(super) struct Leads {
    leads: &'static [&'static str],
    beginnings: [u128; BEGINNINGS],
}

/// Kinds of beginnings.
const BEGINNINGS: usize = 64;

/// The kind of the first three bytes of a line, case of letters aside.
const fn beginning(first: u8, second: u8, third: u8) -> usize {
    let h = (first | 0x20) as usize * 59 + (second | 0x20) as usize * 7 + (third | 0x20) as usize * 31;
    h % BEGINNINGS
}

/// Whether the beginnings tell of lines that begin so: letters of two bytes have capitals that begin otherwise.
const fn asked(first: u8) -> bool {
    first < 128 || first >= 0xe3
}

impl Leads {
    pub(super) const fn new(leads: &'static [&'static str]) -> Leads {
        let mut beginnings = [0u128; BEGINNINGS];
        let mut i = 0;
        assert!(leads.len() <= u128::BITS as usize);
        while i < leads.len() {
            #[allow(clippy::indexing_slicing)] // at compile time, below the length; no lead is shorter
            {
                let lead = leads[i].as_bytes();
                if asked(lead[0]) {
                    beginnings[beginning(lead[0], lead[1], lead[2])] |= 1 << i;
                }
            }
            i += 1;
        }
        Leads { leads, beginnings }
    }

    /// The lead that a line begins with, case aside.
    pub(super) fn of(&self, line: &str) -> Option<&'static str> {
        let bytes = line.as_bytes();
        let mut left = match bytes {
            [first, second, third, ..] if asked(*first) => *self.beginnings.get(beginning(*first, *second, *third))?,
            _ => u128::MAX,
        };
        if left == 0 {
            return None;
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
        while left != 0 {
            match self.leads.get(left.trailing_zeros() as usize) {
                Some(lead) if begins(lead) => return Some(lead),
                Some(_) => left &= left - 1,
                None => return None,
            }
        }
        None
    }
}
