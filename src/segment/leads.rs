//! Words that lines begin with, compared with many lines fast.

use std::sync::OnceLock;

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
const KINDS: usize = 2048;

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

/// How many bytes the leads of all lists have, with a line break after each and after each list.
const SIZE: usize = {
    let (mut size, mut list, mut all) = (0, 0, 0);
    #[allow(clippy::indexing_slicing)] // at compile time, below the lengths
    while list < LISTS.len() {
        let Leads(own, leads) = LISTS[list];
        assert!(*own as usize == list);
        let mut i = 0;
        while i < leads.len() {
            (size, i) = (size + leads[i].len() + 1, i + 1);
        }
        (size, list, all) = (size + 1, list + 1, all + leads.len());
    }
    // They are counted from one in a byte.
    assert!(all < 256);
    size
};

/// The leads of all lists one after the other, which takes less of a compressed file than their places would.
static LEADS: [u8; SIZE] = {
    let (mut out, mut end, mut list) = ([b'\n'; SIZE], 0, 0);
    #[allow(clippy::indexing_slicing)] // at compile time, below the lengths
    while list < LISTS.len() {
        let mut i = 0;
        while i < LISTS[list].1.len() {
            let lead = LISTS[list].1[i].as_bytes();
            let mut at = 0;
            while at < lead.len() {
                out[end] = lead[at];
                (end, at) = (end + 1, at + 1);
            }
            (end, i) = (end + 1, i + 1);
        }
        (end, list) = (end + 1, list + 1);
    }
    out
};

/// A lead among those of all lists.
struct Lead {
    own: &'static [u8],
    list: u8,
    /// The one before it of the same kind, counted from one.
    before: u8,
}

/// The leads of all lists, and the last of every kind.
struct Chains {
    leads: Vec<Lead>,
    last: [u8; KINDS],
}

fn chains() -> &'static Chains {
    static CHAINS: OnceLock<Chains> = OnceLock::new();
    CHAINS.get_or_init(|| {
        let mut chains = Chains { leads: Vec::with_capacity(256), last: [0; KINDS] };
        let mut list = 0;
        for own in LEADS.split(|byte| *byte == b'\n') {
            if own.is_empty() {
                list += 1;
            } else if let Some(last) = chains.last.get_mut(kind(own)) {
                chains.leads.push(Lead { own, list, before: *last });
                *last = chains.leads.len() as u8;
            }
        }
        chains
    })
}

/// What a line begins with: the last lead, of whatever list.
pub(super) fn beginning(line: &str) -> u8 {
    let Chains { leads, last } = chains();
    let mut next = last.get(kind(line.as_bytes())).copied().unwrap_or(0);
    while let Some(lead) = leads.get(usize::from(next).wrapping_sub(1)).filter(|lead| !begins(line, lead.own)) {
        next = lead.before;
    }
    next
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
    let mut next = beginning;
    while let Some(lead) = chains().leads.get(usize::from(next).wrapping_sub(1)) {
        if lead.list == list && begins(line, lead.own) {
            return Some(lead.own.len());
        }
        next = lead.before;
    }
    None
}

/// Whether a line begins with a lead, case aside.
#[inline(never)]
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
