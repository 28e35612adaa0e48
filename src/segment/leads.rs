//! Words that lines begin with, compared with many lines fast.

use crate::segment::{byline, label, stamp};
use crate::text::case::lower;

/// A list of leads in lower case, by its place among all.
pub(super) struct Leads(pub u8, pub &'static [&'static str]);

/// Every list, so that the beginning of a line is looked at once for all of them.
const LISTS: [&Leads; 10] = [
    &label::CREDITS,
    &label::NOTES,
    &label::BUTTONS,
    &label::ENDS,
    &label::WHOLE_ENDS,
    &label::LINKS,
    &stamp::TIMES,
    &stamp::SHORT_TIMES,
    &stamp::WHOLE_TIMES,
    &byline::MARKERS,
];

/// Kinds of beginnings; the first is that of letters of two bytes, whose capitals begin otherwise.
const KINDS: usize = 512;

/// The kind of what a line begins with, case of letters aside.
const fn kind(line: &[u8]) -> usize {
    match line {
        [first, second, third, ..] if *first < 128 || *first >= 0xe1 => {
            let h = (*first | 0x20) as usize * 59 + (*second | 0x20) as usize * 7 + (*third | 0x20) as usize * 31;
            1 + h % (KINDS - 1)
        }
        _ => 0,
    }
}

/// How many leads there are, and how many bytes they have.
const SIZES: (usize, usize) = {
    let (mut count, mut bytes, mut list) = (0, 0, 0);
    #[allow(clippy::indexing_slicing)] // at compile time, below the lengths
    while list < LISTS.len() {
        let Leads(own, leads) = LISTS[list];
        assert!(*own as usize == list);
        let mut i = 0;
        while i < leads.len() {
            (count, bytes, i) = (count + 1, bytes + leads[i].len(), i + 1);
        }
        list += 1;
    }
    (count, bytes)
};

/// A lead among those of all lists.
#[derive(Clone, Copy)]
struct Lead {
    /// Where it ends in the bytes of all leads; it begins where the one before it ends.
    end: u16,
    list: u8,
    /// The one before it of the same kind.
    before: u8,
}

/// The leads of all lists, from one on, and the last of every kind: numbers without places in memory, of which a
/// compressed file has less.
struct Chains {
    bytes: [u8; SIZES.1],
    leads: [Lead; SIZES.0 + 1],
    last: [u8; KINDS],
}

static CHAINS: Chains = {
    let none = Lead { end: 0, list: 0, before: 0 };
    let mut chains = Chains { bytes: [0; SIZES.1], leads: [none; SIZES.0 + 1], last: [0; KINDS] };
    let (mut count, mut end, mut list) = (0, 0, 0);
    #[allow(clippy::indexing_slicing)] // at compile time, below the lengths
    while list < LISTS.len() {
        let mut i = 0;
        while i < LISTS[list].1.len() {
            let lead = LISTS[list].1[i].as_bytes();
            let mut at = 0;
            while at < lead.len() {
                chains.bytes[end] = lead[at];
                (end, at) = (end + 1, at + 1);
            }
            (count, i) = (count + 1, i + 1);
            assert!(count < 256 && end < 65536);
            let last = &mut chains.last[kind(lead)];
            chains.leads[count] = Lead { end: end as u16, list: list as u8, before: *last };
            *last = count as u8;
        }
        list += 1;
    }
    chains
};

/// What a line begins with: the last lead that it may be.
pub(super) fn beginning(line: &str) -> u8 {
    CHAINS.last.get(kind(line.as_bytes())).copied().unwrap_or(0)
}

impl Leads {
    /// The length of the lead that a line begins with, case aside; `beginning` is what is told of the line.
    #[inline]
    pub(super) fn of(&self, beginning: u8, line: &str) -> Option<usize> {
        if beginning == 0 { None } else { found(self.0, beginning, line) }
    }
}

#[inline(never)]
fn found(list: u8, beginning: u8, line: &str) -> Option<usize> {
    let mut next = usize::from(beginning);
    while next > 0 {
        let lead = CHAINS.leads.get(next)?;
        if lead.list == list {
            let start = usize::from(CHAINS.leads.get(next - 1)?.end);
            let own = CHAINS.bytes.get(start..usize::from(lead.end))?;
            if begins(line, own) {
                return Some(own.len());
            }
        }
        next = usize::from(lead.before);
    }
    None
}

/// Whether a line begins with a lead, case aside.
fn begins(line: &str, lead: &[u8]) -> bool {
    if lead.is_ascii() {
        return line.as_bytes().get(..lead.len()).is_some_and(|own| own.eq_ignore_ascii_case(lead));
    }
    let (mut left, mut own) = (lead, [0; 4]);
    for c in line.chars().flat_map(lower) {
        match left.strip_prefix(c.encode_utf8(&mut own).as_bytes()) {
            Some([]) => return true,
            Some(rest) => left = rest,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::case::upper;

    #[test]
    fn every_lead_is_found_in_capitals_and_small() {
        for list in LISTS {
            for lead in list.1 {
                for line in [lead.to_string(), lead.chars().map(upper).collect(), format!("{lead} and more")] {
                    assert_eq!(list.of(beginning(&line), &line), Some(lead.len()), "{line}");
                }
            }
            assert_eq!(list.of(beginning("Port reopens"), "Port reopens"), None);
        }
    }
}
