//! What the lists say of several words together.

use crate::lang::{Flags, Pack};
use crate::mention::inflected;
use crate::mention::token::Token;
use crate::span::Span;
use crate::text::bytes::{self, eight, equal, low, wide};
use crate::text::folded::folded;

/// What has a usual name.
const VALUED: Flags =
    Flags(Flags::COUNTRY.0 | Flags::PLACE.0 | Flags::ORGANIZATION.0 | Flags::DEMONYM.0 | Flags::ACROSS.0);

/// What the pack's lists say of several words together, folded or as written.
#[inline(never)]
pub(crate) fn listed<'p>(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    pack: &Pack<'p>,
) -> (Flags, &'p str) {
    match tokens.get(first..end).unwrap_or(&[]) {
        [] => (Flags::NONE, ""),
        // Others have no value that is asked for.
        [a] if a.word.capitals == Flags::NONE && !a.word.flags.any(VALUED) => (a.word.flags, ""),
        [a] => pack.at(a.word.entry),
        [a, ..] if !a.word.leads => (Flags::NONE, ""),
        [a, .., b] => look_up(Span::new(a.span.start, b.bare().end).of(text), pack),
    }
}

/// What the lists say of a name that ends as a possessive does: `McDonald's`, `Standard & Poor's`.
pub(crate) fn with_ending<'p>(text: &str, own: &[Token<'_>], pack: &Pack<'p>) -> Option<(Flags, &'p str)> {
    let (first, last) = (own.first()?, own.last().filter(|t| t.word.possessive > 0)?);
    let written = Span::new(first.span.start, last.span.end).of(text);
    let found = if written.is_ascii() { pack.lookup_folded(written) } else { pack.lookup(&folded(written)) };
    found.0.any(Flags::ORGANIZATION.with(Flags::OTHER_NAME).with(Flags::PLACE)).then_some(found)
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// No list has an entry of more bytes.
const LONGEST_ENTRY: usize = 80;

/// What the lists say of several words as they stand.
pub(super) fn look_up<'p>(written: &str, pack: &Pack<'p>) -> (Flags, &'p str) {
    let found = as_it_stands(written, pack);
    if found.0 == Flags::NONE && pack.inflects() { inflected::look_up(written, pack) } else { found }
}

fn as_it_stands<'p>(written: &str, pack: &Pack<'p>) -> (Flags, &'p str) {
    if written.len() > LONGEST_ENTRY {
        return (Flags::NONE, "");
    }
    if even(written.as_bytes()) {
        return pack.lookup_folded(written);
    }
    if let Some((before, rest)) = bytes::parted(written, " (") {
        // Without a definition inside it.
        return as_it_stands(&[before, rest.split_once(')').map_or("", |(_, after)| after)].concat(), pack);
    }
    pack.lookup(&folded(written))
}

/// Whether a text is of ASCII, without other white space than single blanks and without definitions.
fn even(text: &[u8]) -> bool {
    let last = text.len().saturating_sub(8);
    // Letters after the end of a short one.
    let after = (ONES * u64::from(b'a')).checked_shl(8 * text.len() as u32).unwrap_or(0);
    let (mut at, mut odd) = (0, 0);
    // Each two bytes are in one block.
    while at < text.len() {
        let block = eight(text, at.min(last)) | after;
        let blanks = equal(block, b' ');
        odd |= wide(block) | low(block) | equal(block, b'(') | blanks & blanks >> 8;
        at += 7;
    }
    odd == 0
}
