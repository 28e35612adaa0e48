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

/// How many leads there are.
const COUNT: usize = {
    let (mut count, mut list) = (0, 0);
    while list < LISTS.len() {
        #[allow(clippy::indexing_slicing)] // at compile time, below the length
        let Leads(own, leads) = LISTS[list];
        assert!(*own as usize == list);
        count += leads.len();
        list += 1;
    }
    count
};

/// The leads of all lists, each with its list and with the one before it of the same kind, counted from one; and the
/// last of every kind.
struct Chains {
    leads: [(u8, u8, &'static str); COUNT],
    last: [u8; KINDS],
}

static CHAINS: Chains = {
    let mut chains = Chains { leads: [(0, 0, ""); COUNT], last: [0; KINDS] };
    let (mut count, mut list) = (0, 0);
    while list < LISTS.len() {
        let mut i = 0;
        #[allow(clippy::indexing_slicing)] // at compile time, below the lengths
        while i < LISTS[list].1.len() {
            let lead = LISTS[list].1[i];
            let kind = kind(lead.as_bytes());
            chains.leads[count] = (list as u8, chains.last[kind], lead);
            count += 1;
            assert!(count < 256);
            chains.last[kind] = count as u8;
            i += 1;
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
    /// The lead that a line begins with, case aside; `beginning` is what is told of the line.
    pub(super) fn of(&self, beginning: u8, line: &str) -> Option<&'static str> {
        let mut next = beginning;
        while let Some((list, before, lead)) = CHAINS.leads.get(usize::from(next).wrapping_sub(1)) {
            if *list == self.0 && begins(line, lead) {
                return Some(lead);
            }
            next = *before;
        }
        None
    }
}

#[inline(never)]
fn begins(line: &str, lead: &str) -> bool {
    if lead.is_ascii() {
        return line.as_bytes().get(..lead.len()).is_some_and(|own| own.eq_ignore_ascii_case(lead.as_bytes()));
    }
    let mut folded = line.chars().flat_map(lower);
    lead.chars().all(|c| folded.next() == Some(c))
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
                    assert_eq!(list.of(beginning(&line), &line), Some(*lead), "{line}");
                }
            }
            assert_eq!(list.of(beginning("Port reopens"), "Port reopens"), None);
        }
    }
}
