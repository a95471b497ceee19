use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A rectangle in the pixels of a picture that stands upright, measured from its upper left corner.
///
/// As text it reads `left,top,width,height`: `120,40,300,80`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Pixels from the left edge.
    pub left: u32,
    /// Pixels from the top edge.
    pub top: u32,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

impl Area {
    /// The part of it that lies in a picture of that size; none where no pixel does.
    #[must_use]
    pub fn inside(self, width: u32, height: u32) -> Option<Self> {
        let right = self.left.saturating_add(self.width).min(width);
        let bottom = self.top.saturating_add(self.height).min(height);
        (self.left < right && self.top < bottom).then(|| Self {
            left: self.left,
            top: self.top,
            width: right - self.left,
            height: bottom - self.top,
        })
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{},{}", self.left, self.top, self.width, self.height)
    }
}

impl FromStr for Area {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(4, ',').map(str::parse);
        let mut next = || parts.next().unwrap_or_else(|| "".parse());
        Ok(Self { left: next()?, top: next()?, width: next()?, height: next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::Area;

    #[test]
    fn an_area_reads_back_as_it_was_written() {
        let area = Area { left: 120, top: 40, width: 300, height: 80 };
        assert_eq!(area.to_string(), "120,40,300,80");
        assert_eq!("120,40,300,80".parse(), Ok(area));
        for odd in ["", "1,2,3", "1,2,3,4,5", "-1,2,3,4", "a,b,c,d"] {
            assert!(odd.parse::<Area>().is_err(), "“{odd}” is no area");
        }
    }

    #[test]
    fn an_area_is_cut_to_its_picture_and_one_beside_it_is_none() {
        let area = |left, top, width, height| Area { left, top, width, height };
        assert_eq!(area(90, 90, 20, 20).inside(100, 100), Some(area(90, 90, 10, 10)));
        assert_eq!(area(0, 0, u32::MAX, u32::MAX).inside(100, 50), Some(area(0, 0, 100, 50)));
        assert_eq!(area(100, 0, 5, 5).inside(100, 100), None);
        assert_eq!(area(5, 5, 0, 5).inside(100, 100), None);
    }
}
