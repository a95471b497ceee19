use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{SamplingError, share::Share};

/// How many millionths of a percent make up the whole.
const WHOLE: u64 = 100_000_000;

/// A share in percent, from 0 to 100, with at most six decimals: `5`, `2.5` or, as it is written in much of Europe, `3,5`.
/// It is kept exactly and travels as text, because 3.5 has no exact float.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Percent {
    millionths: u64,
}

impl Percent {
    /// Reads a percentage as a person types it: decimal point or comma, with or without the sign.
    ///
    /// # Errors
    /// Refuses what is no number from 0 to 100 with at most six decimals.
    pub fn parse(text: &str) -> Result<Self, SamplingError> {
        let unreadable = || SamplingError::UnreadablePercent { text: text.chars().take(20).collect() };
        let number = text.trim();
        let number = number.strip_suffix('%').unwrap_or(number).trim_end();
        let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !are_digits(whole) || !are_digits(decimals) || whole.len() > 3 || decimals.len() > 6 {
            return Err(unreadable());
        }
        let millionths: u64 = format!("{whole}{decimals:0<6}").parse().map_err(|_| unreadable())?;
        if millionths > WHOLE { Err(unreadable()) } else { Ok(Self { millionths }) }
    }

    /// For showing and drawing only: 5 % is 0.05.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.millionths as f64 / WHOLE as f64
    }

    pub(crate) fn share(self) -> Share {
        Share::new(self.millionths.into(), WHOLE.into())
    }

    pub(crate) fn is_nothing(self) -> bool {
        self.millionths == 0
    }

    pub(crate) fn is_everything(self) -> bool {
        self.millionths == WHOLE
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, decimals) = (self.millionths / 1_000_000, self.millionths % 1_000_000);
        if decimals == 0 {
            return write!(f, "{whole}");
        }
        let decimals = format!("{decimals:06}");
        write!(f, "{whole}.{}", decimals.trim_end_matches('0'))
    }
}

impl TryFrom<String> for Percent {
    type Error = SamplingError;
    fn try_from(text: String) -> Result<Self, SamplingError> {
        Self::parse(&text)
    }
}
impl From<Percent> for String {
    fn from(percent: Percent) -> Self {
        percent.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_read_as_people_write_it() {
        for (typed, shown) in
            [("5", "5"), ("2.5", "2.5"), ("3,5", "3.5"), (" 95 % ", "95"), ("0.000001", "0.000001"), ("007.50", "7.5")]
        {
            assert_eq!(Percent::parse(typed).expect(typed).to_string(), shown);
        }
        assert!((Percent::parse("3,5").unwrap().to_f64() - 0.035).abs() < 1e-15);
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        let overlong = "9".repeat(100_000);
        for typed in
            ["", " ", "%", "five", "-1", "+5", "1.", ".5", "100.000001", "101", "1,000.5", "1e1", "5%%", "٥", &overlong]
        {
            assert!(Percent::parse(typed).is_err(), "{typed:.20}");
        }
    }

    #[test]
    fn a_percentage_travels_as_text() {
        let percent: Percent = serde_json::from_str("\"3,5\"").unwrap();
        assert_eq!(serde_json::to_string(&percent).unwrap(), "\"3.5\"");
        assert!(serde_json::from_str::<Percent>("\"lots\"").is_err());
        assert!(serde_json::from_str::<Percent>("5").is_err(), "a number may already have lost a digit");
        assert_eq!(schemars::schema_for!(Percent).get("type"), Some(&"string".into()));
    }
}
