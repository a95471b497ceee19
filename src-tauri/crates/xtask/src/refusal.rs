use std::fmt;

/// Why a command stopped: a sentence and a next step.
#[derive(Debug)]
pub struct Refusal {
    sentence: String,
    remedy: String,
}

impl Refusal {
    /// The sentence ends with a full stop; the remedy starts with a verb.
    pub fn new(sentence: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.sentence, self.remedy)
    }
}
