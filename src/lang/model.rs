//! A trained model that tells names from the characters around them.
//!
//! A text: the line `comention-names 2 <lang>`, a line with the weights of one label after another (seven by
//! seven numbers), then the features that weigh something, by rising hash: how far its hash is from the one before
//! (hexadecimal), then for each label that it speaks for or against a letter (`A` is outside) and a character for
//! the weight ([`ZERO`] is 0, the ones after it in ASCII 1 and more, the ones before it -1 and less).

use crate::error::Error;

/// Labels: outside, then the beginning and the inside of a person, an organisation, a place.
pub const LABELS: usize = 7;
/// The character of the weight 0.
pub const ZERO: u8 = b'O';
/// Bits of the hash of a feature.
pub const BITS: u32 = 24;

/// The bits of a feature's hash that a model knows it by.
#[must_use]
pub fn hash(feature: u32) -> u32 {
    feature >> (32 - BITS)
}

/// Weights of features, by their hash.
#[derive(Clone, Debug)]
pub struct Model {
    language: String,
    /// By the label before and the label after.
    pub(crate) after: [[i32; LABELS]; LABELS],
    /// Hashes of features; open addressing, the length is a power of two, [`FREE`] where a slot is free.
    hashes: Vec<u32>,
    /// By slot, the weight of every label.
    weights: Vec<[i8; LABELS]>,
    /// A bit for all features with the same first [`FILTER`] bits, set where there is one: of ten features nine weigh
    /// nothing, which is known without a look at the large table.
    some: Vec<u64>,
}

/// First bits of a hash that the filter tells apart.
const FILTER: u32 = 18;

/// No hash of a feature: these have [`BITS`] bits.
const FREE: u32 = u32::MAX;

impl Model {
    /// Reads a model.
    ///
    /// # Errors
    /// [`Error::Format`] when the first line is not `comention-names 2 <lang>`, or numbers are missing.
    pub fn new(text: &str) -> Result<Self, Error> {
        let wrong = |found: &str| Error::Format { what: "model of names", found: found.chars().take(40).collect() };
        let mut lines = text.splitn(3, '\n');
        let head = lines.next().unwrap_or("");
        let language = head.strip_prefix("comention-names 2 ").ok_or_else(|| wrong(head))?;
        let (numbers, features) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
        let mut given = numbers.split(' ').map(str::parse::<i32>);
        let mut after = [[0; LABELS]; LABELS];
        for number in after.iter_mut().flatten() {
            *number = given.next().and_then(Result::ok).ok_or_else(|| wrong(numbers))?;
        }
        // A feature takes three bytes at least (the first of all may take two), so that slots stay free.
        let slots = (features.len() / 2 + 1).next_power_of_two();
        let mut out = Model {
            language: language.trim().to_string(),
            after,
            hashes: vec![FREE; slots],
            weights: vec![[0; LABELS]; slots],
            some: vec![0; 1 << (FILTER - 6)],
        };
        let mut bytes = features.trim_end().bytes().peekable();
        let mut hash = 0u32;
        while bytes.peek().is_some() {
            let mut gap = 0u32;
            while let Some(digit) = bytes.next_if(|b| !(b'A'..=b'G').contains(b)) {
                let digit = char::from(digit).to_digit(16).ok_or_else(|| wrong("a hash that is no number"))?;
                gap = gap << 4 | digit;
            }
            hash = hash.wrapping_add(gap) & ((1 << BITS) - 1);
            let mut own = [0i8; LABELS];
            while let Some(label) = bytes.next_if(|b| (b'A'..=b'G').contains(b)) {
                let weight = bytes.next().ok_or_else(|| wrong("a label without weight"))?;
                if let Some(slot) = own.get_mut(usize::from(label - b'A')) {
                    *slot = (i16::from(weight) - i16::from(ZERO)).clamp(-99, 99) as i8;
                }
            }
            let at = out.slot(hash);
            if let (Some(slot), Some(weights)) = (out.hashes.get_mut(at), out.weights.get_mut(at)) {
                *slot = hash;
                *weights = own;
            }
            if let Some(some) = out.some.get_mut((hash >> (BITS - FILTER + 6)) as usize) {
                *some |= 1 << (hash >> (BITS - FILTER) & 63);
            }
        }
        Ok(out)
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Where a feature stands, or belongs.
    fn slot(&self, hash: u32) -> usize {
        let mask = self.hashes.len() - 1;
        let mut at = hash as usize & mask;
        while self.hashes.get(at).is_some_and(|own| *own != FREE && *own != hash) {
            at = (at + 1) & mask;
        }
        at
    }

    /// Adds the weights of a feature to the scores of the labels.
    pub(crate) fn add(&self, feature: u32, scores: &mut [i32; LABELS]) {
        let hash = hash(feature);
        let some = self.some.get((hash >> (BITS - FILTER + 6)) as usize).copied().unwrap_or(0);
        if some >> (hash >> (BITS - FILTER) & 63) & 1 == 0 {
            return;
        }
        let at = self.slot(hash);
        if self.hashes.get(at) == Some(&hash) {
            let own = self.weights.get(at).unwrap_or(&[0; LABELS]);
            for (score, weight) in scores.iter_mut().zip(own) {
                *score += i32::from(*weight);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(features: &str) -> Result<Model, Error> {
        Model::new(&format!("comention-names 2 zh\n{}\n{features}\n", ["0"; LABELS * LABELS].join(" ")))
    }

    #[test]
    fn weights_are_found_by_hash() {
        // The features 1a and 1a + 5, of which the second speaks against the outside and for persons.
        let model = model("1aAP5ANBQCR").unwrap();
        for (hash, expected) in [(0x1a, [1, 0, 0, 0, 0, 0, 0]), (0x1f, [-1, 2, 3, 0, 0, 0, 0]), (0x1b, [0; LABELS])] {
            let mut scores = [0; LABELS];
            model.add(hash << (32 - BITS), &mut scores);
            assert_eq!(scores, expected, "{hash:x}");
        }
    }

    #[test]
    fn what_is_no_model_is_refused() {
        for features in ["1aA", "xyzAP", "1aAP5!"] {
            assert!(model(features).is_err(), "{features}");
        }
        assert!(Model::new("comention-names 1 zh\n").is_err());
        assert!(model("").is_ok());
        assert!(model("1A").is_err());
    }

    #[test]
    fn the_shortest_features_leave_slots_free() {
        for features in ["", "AP", "AP1AP", "AP1AP1AP", "AP1AP1AP1AP1AP1AP1AP1AP1AP"] {
            // What no slot has is looked for to the end.
            let mut scores = [0; LABELS];
            model(features).unwrap().add(u32::MAX, &mut scores);
            assert_eq!(scores, [0; LABELS], "{features}");
            assert!(model(features).unwrap().hashes.contains(&FREE), "{features}");
        }
    }
}
