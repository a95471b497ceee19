use std::{borrow::Cow, cmp::Ordering, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::layout::DecimalSign;

/// The most digits after the sign that a number may have.
const MOST_DIGITS: u32 = 38;

/// An exact decimal number: what the file says, not what a binary fraction makes of it.
///
/// Up to 38 digits, which is what an `i128` holds. `1.50` and `1.5` are the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// Without trailing zeros after the sign, so that equal numbers are equal bytes.
    mantissa: i128,
    /// How many of the digits stand after the sign.
    scale: u32,
}

impl Decimal {
    /// The number `mantissa / 10^scale`, or nothing if `scale` is above 38.
    #[must_use]
    pub const fn new(mut mantissa: i128, mut scale: u32) -> Option<Self> {
        if scale > MOST_DIGITS {
            return None;
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Some(Self { mantissa, scale })
    }

    /// Reads a number as people write it: with a sign, with or without groups of three digits, and with a fraction
    /// after `sign`.
    ///
    /// Groups may be set apart by a space, a no-break space (wide or narrow), an apostrophe, or whichever of point
    /// and comma is not the decimal sign. A number with an exponent, a currency or a per cent sign is not read, nor is
    /// one with more than 38 digits.
    #[must_use]
    pub fn parse(text: &str, sign: DecimalSign) -> Option<Self> {
        let text = text.trim_matches(is_blank);
        let (negative, digits) = match text.chars().next()? {
            '-' | '\u{2212}' => (true, text.trim_start_matches(['-', '\u{2212}'])),
            '+' => (false, &text[1..]),
            _ => (false, text),
        };
        // "--5" is no number.
        if negative && text.chars().nth(1).is_some_and(|second| matches!(second, '-' | '\u{2212}')) {
            return None;
        }
        let point = match sign {
            DecimalSign::Point => '.',
            DecimalSign::Comma => ',',
        };
        let (whole, fraction) = match digits.split_once(point) {
            Some((_, "")) => return None,
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        };
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut mantissa = grouped(whole, sign)?;
        for byte in fraction.bytes() {
            mantissa = appended(mantissa, byte)?;
        }
        let scale = u32::try_from(fraction.len()).ok()?;
        Self::new(if negative { -mantissa } else { mantissa }, scale)
    }

    /// The number as a whole number of `10^-scale`: 1.5 at scale 2 is 150. Nothing if that loses digits, or if it is
    /// too large.
    #[must_use]
    pub fn to_scaled(self, scale: u32) -> Option<i128> {
        let more = scale.checked_sub(self.scale)?;
        if self.mantissa == 0 {
            return Some(0);
        }
        self.mantissa.checked_mul(10_i128.checked_pow(more)?)
    }

    /// The part before the sign, and the part after it in units of 10^-38, both with the sign of the number.
    fn parts(self) -> (i128, i128) {
        // A scale above 38 can't be said, and 10^38 is below what an i128 holds.
        let unit = 10_i128.pow(self.scale);
        (self.mantissa / unit, (self.mantissa % unit) * 10_i128.pow(MOST_DIGITS - self.scale))
    }
}

fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\r' | '\n')
}

fn appended(mantissa: i128, digit: u8) -> Option<i128> {
    if !digit.is_ascii_digit() {
        return None;
    }
    mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
}

/// The whole part, with or without groups of three digits that all are set apart by the same character.
fn grouped(whole: &str, sign: DecimalSign) -> Option<i128> {
    let mut mantissa = 0_i128;
    let mut separator = None;
    let mut in_group = 0_u32;
    for letter in whole.chars() {
        match letter {
            '0'..='9' => {
                mantissa = appended(mantissa, letter as u8)?;
                in_group += 1;
            }
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}' | '.' | ',' => {
                let other_sign = match sign {
                    DecimalSign::Point => ',',
                    DecimalSign::Comma => '.',
                };
                if matches!(letter, '.' | ',') && letter != other_sign {
                    return None;
                }
                let whole_group = match separator {
                    None => (1..=3).contains(&in_group),
                    Some(seen) => seen == letter && in_group == 3,
                };
                if !whole_group {
                    return None;
                }
                separator = Some(letter);
                in_group = 0;
            }
            _ => return None,
        }
    }
    if separator.is_some() && in_group != 3 {
        return None;
    }
    Some(mantissa)
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}
impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self { mantissa: i128::from(whole), scale: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let unit = 10_u128.pow(self.scale);
        let digits = self.mantissa.unsigned_abs();
        let minus = if self.mantissa < 0 { "-" } else { "" };
        write!(f, "{minus}{}.{:0width$}", digits / unit, digits % unit, width = self.scale as usize)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text, DecimalSign::Point).ok_or_else(|| D::Error::custom(format!("“{text}” is not a number")))
    }
}
impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "An exact decimal number with a point before its fraction." })
    }
}
