//! Texts compared without regard to capitals.

/// A text of the rule, in lower case once and for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    lower: String,
}

impl Needle {
    pub(super) fn of(text: &str) -> Self {
        Self { lower: text.chars().flat_map(char::to_lowercase).collect() }
    }

    /// Whether the cell, already without outer blanks, is this text. Allocates nothing.
    pub(super) fn is(&self, cell: &str) -> bool {
        // A cell of ASCII stays as long in lower case, so that most cells are told apart by their length.
        if cell.is_ascii() {
            return cell.eq_ignore_ascii_case(&self.lower);
        }
        cell.chars().flat_map(char::to_lowercase).eq(self.lower.chars())
    }

    /// Whether the cell begins with this text.
    pub(super) fn begins(&self, cell: &str) -> bool {
        // As above: where the beginning is ASCII, its bytes are its letters.
        if let Some(beginning) = cell.as_bytes().get(..self.lower.len())
            && beginning.is_ascii()
        {
            return beginning.eq_ignore_ascii_case(self.lower.as_bytes());
        }
        let mut letters = cell.chars().flat_map(char::to_lowercase);
        self.lower.chars().all(|letter| letters.next() == Some(letter))
    }

    /// Whether the cell has this text in it; `scratch` is a buffer that is kept from row to row.
    pub(super) fn is_in(&self, cell: &str, scratch: &mut String) -> bool {
        lower_into(cell, scratch);
        scratch.contains(self.lower.as_str())
    }
}

/// Whether two texts are the same but for capitals.
pub(super) fn same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// Whether the first text begins with the second but for capitals.
pub(super) fn begins(text: &str, beginning: &str) -> bool {
    let mut letters = text.chars().flat_map(char::to_lowercase);
    beginning.chars().flat_map(char::to_lowercase).all(|letter| letters.next() == Some(letter))
}

/// The text in lower case, in a buffer that is used again.
pub(super) fn lower_into(text: &str, buffer: &mut String) {
    buffer.clear();
    if text.is_ascii() {
        buffer.push_str(text);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(text.chars().flat_map(char::to_lowercase));
    }
}
