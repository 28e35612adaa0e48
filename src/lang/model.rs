//! A trained model that tells names from the characters around them.
//!
//! A text: the line `comention-names 1 <lang>`, a line with the weights of one label after another (seven by
//! seven numbers), then a character for the weight of each feature for each label: `@` is 0, the ones after it in
//! ASCII 1 and more, the ones before it -1 and less.

use crate::error::Error;

/// Labels: outside, then the beginning and the inside of a person, an organisation, a place.
pub const LABELS: usize = 7;
/// The character of the weight 0.
pub const ZERO: u8 = b'@';

/// Weights of features, by their hash.
#[derive(Clone, Debug)]
pub struct Model {
    language: String,
    /// By the label before and the label after.
    pub(crate) after: [[i32; LABELS]; LABELS],
    /// For each feature the weight of every label.
    weights: Vec<u8>,
}

impl Model {
    /// Reads a model.
    ///
    /// # Errors
    /// [`Error::Format`] when the first line is not `comention-names 1 <lang>`, or numbers are missing.
    pub fn new(text: &str) -> Result<Self, Error> {
        let wrong = |found: &str| Error::Format { what: "model of names", found: found.chars().take(40).collect() };
        let mut lines = text.splitn(3, '\n');
        let head = lines.next().unwrap_or("");
        let language = head.strip_prefix("comention-names 1 ").ok_or_else(|| wrong(head))?;
        let (numbers, weights) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
        let mut given = numbers.split(' ').map(str::parse::<i32>);
        let mut after = [[0; LABELS]; LABELS];
        for number in after.iter_mut().flatten() {
            *number = given.next().and_then(Result::ok).ok_or_else(|| wrong(numbers))?;
        }
        let weights = weights.trim_end().as_bytes().to_vec();
        if weights.is_empty() || weights.len() % LABELS != 0 {
            return Err(wrong("no whole number of weights"));
        }
        Ok(Model { language: language.trim().to_string(), after, weights })
    }

    /// The language, as an ISO 639-1 code.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Adds the weights of a feature to the scores of the labels.
    pub(crate) fn add(&self, feature: u32, scores: &mut [i32; LABELS]) {
        let at = feature as usize % (self.weights.len() / LABELS) * LABELS;
        let own = self.weights.get(at..at + LABELS).unwrap_or(&[]);
        for (score, weight) in scores.iter_mut().zip(own) {
            *score += i32::from(*weight) - i32::from(ZERO);
        }
    }
}
