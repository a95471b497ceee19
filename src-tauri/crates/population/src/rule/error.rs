use std::fmt;

use ground::Explain;
use table::ColumnKind;

use super::{DEEPEST, LONGEST, MOST_TESTS};

/// Why a rule is refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The place in the text as typed, counted in characters from 1.
    pub position: usize,
    /// What is the matter there.
    pub trouble: RuleTrouble,
}

/// What can be the matter with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleTrouble {
    /// Nothing but blanks.
    Empty,
    /// More characters than a rule may have.
    TooLong {
        /// How many it has.
        length: usize,
    },
    /// Parentheses and `not` inside each other too often.
    TooDeep,
    /// More tests than a rule may have.
    TooManyTests,
    /// Something else should stand here.
    Expected {
        /// What could stand here.
        expected: &'static str,
        /// What stands here.
        found: String,
    },
    /// A character that no rule has outside of quotes.
    Character {
        /// The character.
        character: char,
    },
    /// A quotation mark as word processors print it.
    PrintedQuote {
        /// The mark.
        quote: char,
    },
    /// A quotation mark that is never closed.
    UnclosedQuote {
        /// The mark.
        quote: char,
    },
    /// A square bracket that is never closed.
    UnclosedBracket,
    /// A text with nothing in it.
    EmptyText,
    /// Digits that are no day and no moment.
    Date {
        /// The digits as typed.
        written: String,
    },
    /// A number with too many digits, or one that must be whole.
    Number {
        /// The number as typed.
        written: String,
    },
    /// A name that is no canonical field.
    UnknownField {
        /// The name.
        name: String,
        /// Names that look like it.
        near: Vec<String>,
        /// Whether it stands where a value could stand, so that quotes may be missing.
        as_value: bool,
    },
    /// A canonical field that no column is mapped to.
    UnmappedField {
        /// The field.
        name: String,
    },
    /// A column that the table lacks.
    UnknownColumn {
        /// The name in the brackets.
        name: String,
        /// Names that look like it.
        near: Vec<String>,
    },
    /// A comparison that the column's kind does not allow.
    Mismatch {
        /// The field or column.
        name: String,
        /// What its cells are.
        kind: ColumnKind,
        /// What it is compared with.
        with: Operand,
    },
    /// A `<` or `>` between texts.
    NoOrder {
        /// The field or column.
        name: String,
        /// What its cells are.
        kind: ColumnKind,
    },
    /// A move in time of something that is no moment.
    NoMove {
        /// The field or column.
        name: String,
    },
}

/// What a column is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A day or a moment.
    Moment,
    /// Another column.
    Column {
        /// Its name as the rule has it.
        name: String,
        /// What its cells are.
        kind: ColumnKind,
    },
}

impl RuleError {
    pub(super) const fn at(position: usize, trouble: RuleTrouble) -> Self {
        Self { position, trouble }
    }
}

impl std::error::Error for RuleError {}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = self.position;
        match &self.trouble {
            RuleTrouble::Empty => f.write_str("The rule has no words."),
            RuleTrouble::TooLong { length } => {
                write!(f, "The rule has {length} characters when written out; {LONGEST} is the most.")
            }
            RuleTrouble::TooDeep => write!(
                f,
                "At character {position} the rule goes deeper than {DEEPEST} levels of parentheses and “not”."
            ),
            RuleTrouble::TooManyTests => {
                write!(f, "At character {position} the rule has more than {MOST_TESTS} tests.")
            }
            RuleTrouble::Expected { expected, found } => {
                write!(f, "At character {position} the rule has {found}, where {expected} is expected.")
            }
            RuleTrouble::Character { character } => {
                write!(f, "At character {position} the rule has “{}”, which means nothing.", shown(*character))
            }
            RuleTrouble::PrintedQuote { quote } => {
                write!(f, "At character {position} the rule has {quote}, a quotation mark made for print.")
            }
            RuleTrouble::UnclosedQuote { quote } => {
                write!(f, "The quotation mark {quote} at character {position} is never closed.")
            }
            RuleTrouble::UnclosedBracket => {
                write!(f, "The square bracket at character {position} is never closed.")
            }
            RuleTrouble::EmptyText => write!(f, "The text at character {position} is empty."),
            RuleTrouble::Date { written } => {
                write!(f, "At character {position} “{written}” is neither a number nor a day of the calendar.")
            }
            RuleTrouble::Number { written } => {
                write!(f, "At character {position} the number {written} can’t be used.")
            }
            RuleTrouble::UnknownField { name, .. } => {
                write!(f, "“{name}” at character {position} is not a field.")
            }
            RuleTrouble::UnmappedField { name } => {
                write!(f, "No column is mapped to “{name}”, which stands at character {position}.")
            }
            RuleTrouble::UnknownColumn { name, .. } => {
                write!(f, "The table has no column “{name}”, which stands at character {position}.")
            }
            RuleTrouble::Mismatch { name, kind, with } => {
                write!(f, "“{name}” at character {position} holds {}, but is compared with ", kind_said(*kind))?;
                match with {
                    Operand::Text => f.write_str("a text in quotes."),
                    Operand::Number => f.write_str("a number."),
                    Operand::Moment => f.write_str("a date."),
                    Operand::Column { name, kind } => write!(f, "“{name}”, which holds {}.", kind_said(*kind)),
                }
            }
            RuleTrouble::NoOrder { name, .. } => {
                write!(f, "“{name}” at character {position} is compared by order, but texts have none.")
            }
            RuleTrouble::NoMove { name } => {
                write!(f, "“{name}” at character {position} is moved in time, but holds no dates.")
            }
        }
    }
}

impl Explain for RuleError {
    fn code(&self) -> &'static str {
        match self.trouble {
            RuleTrouble::Empty => "rule.empty",
            RuleTrouble::TooLong { .. } => "rule.too-long",
            RuleTrouble::TooDeep => "rule.too-deep",
            RuleTrouble::TooManyTests => "rule.too-many-tests",
            RuleTrouble::Expected { .. } => "rule.expected",
            RuleTrouble::Character { .. } => "rule.character",
            RuleTrouble::PrintedQuote { .. } => "rule.printed-quote",
            RuleTrouble::UnclosedQuote { .. } => "rule.unclosed-quote",
            RuleTrouble::UnclosedBracket => "rule.unclosed-bracket",
            RuleTrouble::EmptyText => "rule.empty-text",
            RuleTrouble::Date { .. } => "rule.date",
            RuleTrouble::Number { .. } => "rule.number",
            RuleTrouble::UnknownField { .. } => "rule.unknown-field",
            RuleTrouble::UnmappedField { .. } => "rule.unmapped-field",
            RuleTrouble::UnknownColumn { .. } => "rule.unknown-column",
            RuleTrouble::Mismatch { .. } => "rule.type-mismatch",
            RuleTrouble::NoOrder { .. } => "rule.no-order",
            RuleTrouble::NoMove { .. } => "rule.no-move",
        }
    }

    fn remedy(&self) -> String {
        match &self.trouble {
            RuleTrouble::Empty => "Write a test, such as closed_at < opened_at.".to_owned(),
            RuleTrouble::TooLong { .. } | RuleTrouble::TooManyTests => {
                "Split it into several rules, or use in (…) for a list of values.".to_owned()
            }
            RuleTrouble::TooDeep => "Take away needless parentheses, or split the rule.".to_owned(),
            RuleTrouble::Expected { .. } => format!(
                "Change it at character {}. A test looks like priority = \"1 - Critical\" or closed_at is empty.",
                self.position
            ),
            RuleTrouble::Character { .. } => {
                "Remove it, or put texts in quotes and column names in square brackets.".to_owned()
            }
            RuleTrouble::PrintedQuote { .. } => "Type \" or ' instead.".to_owned(),
            RuleTrouble::UnclosedQuote { quote } => {
                format!("Close it with {quote}; the same mark inside the text is written twice.")
            }
            RuleTrouble::UnclosedBracket => {
                "Close it with ]; a ] that belongs to the column’s name is written ]].".to_owned()
            }
            RuleTrouble::EmptyText => "Say is empty or is not empty instead.".to_owned(),
            RuleTrouble::Date { .. } => {
                "Write days as 2026-01-31, moments as 2026-01-31 14:00, and numbers as 12.5.".to_owned()
            }
            RuleTrouble::Number { .. } => {
                "Use at most 30 digits; days, hours and minutes are whole numbers up to 9999999.".to_owned()
            }
            RuleTrouble::UnknownField { name, near, as_value } => {
                let mut ways = Vec::new();
                if !near.is_empty() {
                    ways.push(format!("Try {}.", one_of(near)));
                }
                if *as_value {
                    ways.push(format!("Put \"{name}\" in quotes if it is a text."));
                }
                ways.push(format!("Write [{name}] in square brackets if it is a column."));
                ways.join(" ")
            }
            RuleTrouble::UnmappedField { .. } => {
                "Map a column to it, or name the column in square brackets.".to_owned()
            }
            RuleTrouble::UnknownColumn { near, .. } if !near.is_empty() => format!("Try {}.", one_of(near)),
            RuleTrouble::UnknownColumn { .. } => "Write the name as the preview shows it.".to_owned(),
            RuleTrouble::Mismatch { kind, with, .. } => mismatch_remedy(*kind, with),
            RuleTrouble::NoOrder { kind: ColumnKind::Number, .. } => "Write the number without quotes.".to_owned(),
            RuleTrouble::NoOrder { .. } => {
                "Use =, in or starts with; or set the column to numbers or dates in the preview.".to_owned()
            }
            RuleTrouble::NoMove { .. } => "Set the column to dates in the preview, or take the move away.".to_owned(),
        }
    }
}

fn mismatch_remedy(kind: ColumnKind, with: &Operand) -> String {
    match (kind, with) {
        (ColumnKind::Text, Operand::Number) => {
            "Compare it with text in quotes, or set the column to numbers in the preview.".to_owned()
        }
        (ColumnKind::Text, Operand::Moment) => {
            "Set the column to dates in the preview, or compare it with text in quotes.".to_owned()
        }
        (ColumnKind::Number, _) => "Compare it with a number, or set the column to what it holds.".to_owned(),
        (ColumnKind::Moment, Operand::Text) => {
            "Write the date without quotes, as 2026-01-31; or use contains or starts with.".to_owned()
        }
        (ColumnKind::Moment, _) => "Compare it with a date such as 2026-01-31.".to_owned(),
        (ColumnKind::Text, _) => "Set both columns to the same kind in the preview.".to_owned(),
    }
}

/// What the cells of a column are, in words.
const fn kind_said(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Number => "numbers",
        ColumnKind::Moment => "dates",
    }
}

fn one_of(names: &[String]) -> String {
    names.join(" or ")
}

/// The character, or its number where it can't be seen.
fn shown(character: char) -> String {
    if character.is_control() { format!("U+{:04X}", u32::from(character)) } else { character.to_string() }
}
