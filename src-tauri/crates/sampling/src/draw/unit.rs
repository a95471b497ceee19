use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A record that may be drawn. The order of its parts is the order of the draw: by id, byte for byte, then by row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// The record's id as the client's tool gives it, as text: `INC0010023`.
    pub id: String,
    /// The row in the imported file, which tells two records of one id apart.
    pub row: u64,
}

/// Puts records into the order that the draw's indices count through.
pub fn in_draw_order(units: &mut [Unit]) {
    // Text is compared byte for byte, so no language setting changes a draw.
    units.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_ordered_byte_for_byte_and_then_by_row() {
        let unit = |id: &str, row| Unit { id: id.to_owned(), row };
        let mut units = [unit("é", 1), unit("b", 2), unit("10", 3), unit("B", 4), unit("9", 5), unit("b", 1)];

        in_draw_order(&mut units);

        let order: Vec<_> = units.iter().map(|unit| (unit.id.as_str(), unit.row)).collect();
        assert_eq!(order, [("10", 3), ("9", 5), ("B", 4), ("b", 1), ("b", 2), ("é", 1)]);
    }
}
