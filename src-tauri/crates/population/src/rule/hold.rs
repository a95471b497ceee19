use std::{
    cell::{Cell, RefCell},
    cmp::Ordering,
};

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use table::{Decimal, DecimalSign};

use super::{
    fields::Fields,
    text::{Needle, begins, lower_into, same},
    tree::Sign,
};

/// Whether a rule is true of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The row is as the rule says.
    True,
    /// It is not, or could not be read.
    False,
}

impl Verdict {
    /// Whether the row is as the rule says.
    #[must_use]
    pub const fn is_true(self) -> bool {
        matches!(self, Self::True)
    }
}

/// How many cells of a column a rule had to read and could not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UnreadableCells {
    /// The column's name.
    pub column: String,
    /// How many of its cells.
    pub cells: u64,
}

/// A rule that is tied to the columns of one table, ready to be held against its rows.
#[derive(Debug)]
pub struct BoundRule {
    node: Node,
    /// The columns that the rule reads, in the table's order.
    columns: Vec<Reading>,
    decimal: DecimalSign,
    scratch: RefCell<[String; 2]>,
}

#[derive(Debug)]
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Check(Check),
}

#[derive(Debug)]
pub(super) struct Check {
    pub column: usize,
    pub what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Empty,
    Filled,
    /// `wanted` is true for `=` and false for `!=`.
    Text {
        wanted: bool,
        needle: Needle,
    },
    TextOther {
        wanted: bool,
        other: usize,
    },
    Contains(Needle),
    ContainsOther(usize),
    StartsWith(Needle),
    StartsWithOther(usize),
    OneOf {
        texts: Vec<Needle>,
        numbers: Vec<Decimal>,
        stretches: Vec<Stretch>,
    },
    Number {
        sign: Sign,
        number: Decimal,
    },
    NumberOther {
        sign: Sign,
        other: usize,
    },
    Moment {
        sign: Sign,
        stretch: Stretch,
    },
    MomentOther {
        sign: Sign,
        other: usize,
        later: TimeDelta,
    },
}

/// A stretch of time: from, and before what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub from: NaiveDateTime,
    pub before: NaiveDateTime,
}

impl Stretch {
    /// Where a moment lies: before, in or after the stretch.
    fn place(self, moment: NaiveDateTime) -> Ordering {
        if moment < self.from {
            Ordering::Less
        } else if moment < self.before {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    /// The days that the stretch touches.
    fn in_days(self) -> Self {
        let day = self.from.date();
        let next = day.checked_add_days(Days::new(1)).map_or(NaiveDateTime::MAX, |next| next.and_time(NaiveTime::MIN));
        Self { from: day.and_time(NaiveTime::MIN), before: self.before.max(next) }
    }
}

/// How a column is read, and how often that failed.
#[derive(Debug)]
pub(super) struct Reading {
    place: usize,
    name: String,
    form: String,
    precision: Precision,
    unreadable: Cell<u64>,
}

/// Whether the moments of a column have a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Precision {
    Days,
    Times,
    /// ISO 8601 allows both; the cell tells.
    Either,
}

impl Reading {
    pub(super) fn of(place: usize, fields: &Fields) -> Self {
        let column = fields.column(place);
        let precision = if column.form == "ISO 8601" {
            Precision::Either
        } else if column.form.contains(['H', 'h']) {
            Precision::Times
        } else {
            Precision::Days
        };
        Self { place, name: column.name.clone(), form: column.form.clone(), precision, unreadable: Cell::new(0) }
    }

    fn missed<T>(&self) -> Option<T> {
        self.unreadable.set(self.unreadable.get() + 1);
        None
    }

    fn number(&self, cell: &str, sign: DecimalSign) -> Option<Decimal> {
        Decimal::parse(cell, sign).or_else(|| self.missed())
    }

    /// The moment, and whether it is only a day.
    fn moment(&self, cell: &str) -> Option<(NaiveDateTime, bool)> {
        let moment = table::moment(cell, &self.form).or_else(|| self.missed())?;
        let day = match self.precision {
            Precision::Days => true,
            Precision::Times => false,
            Precision::Either => cell.len() == "2026-01-31".len(),
        };
        Some((moment, day))
    }
}

impl BoundRule {
    pub(super) fn new(node: Node, columns: Vec<Reading>, decimal: DecimalSign) -> Self {
        Self { node, columns, decimal, scratch: RefCell::default() }
    }

    /// Whether the rule is true of a row, whose cells are asked for by column, counted from 0.
    ///
    /// Cells that can't be read are counted on the way; see [`BoundRule::unreadable`].
    pub fn holds<'row>(&self, cell: &dyn Fn(usize) -> &'row str) -> Verdict {
        if self.node(&self.node, cell) { Verdict::True } else { Verdict::False }
    }

    /// The cells that had to be read since the rule was bound and could not, by column in the table's order; columns
    /// without any are left out.
    #[must_use]
    pub fn unreadable(&self) -> Vec<UnreadableCells> {
        self.columns
            .iter()
            .filter(|column| column.unreadable.get() > 0)
            .map(|column| UnreadableCells { column: column.name.clone(), cells: column.unreadable.get() })
            .collect()
    }

    /// The columns that the rule reads, counted from 0, in the table's order.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().map(|column| column.place)
    }

    fn node<'row>(&self, node: &Node, cell: &dyn Fn(usize) -> &'row str) -> bool {
        match node {
            Node::All(parts) => parts.iter().all(|part| self.node(part, cell)),
            Node::Any(parts) => parts.iter().any(|part| self.node(part, cell)),
            Node::Not(inner) => !self.node(inner, cell),
            Node::Check(check) => self.check(check, cell),
        }
    }

    /// How the column is read. Every column of a check is among the columns, because binding put it there.
    fn reading(&self, place: usize) -> Option<&Reading> {
        self.columns.iter().find(|column| column.place == place)
    }

    fn check<'row>(&self, check: &Check, cell: &dyn Fn(usize) -> &'row str) -> bool {
        let own = cell(check.column).trim();
        if own.is_empty() {
            return match &check.what {
                What::Empty => true,
                What::Text { wanted, .. } => !wanted,
                What::Number { sign, .. } | What::Moment { sign, .. } => *sign == Sign::Differs,
                What::TextOther { wanted, other } => !wanted && !cell(*other).trim().is_empty(),
                What::NumberOther { sign, other } | What::MomentOther { sign, other, .. } => {
                    *sign == Sign::Differs && !cell(*other).trim().is_empty()
                }
                _ => false,
            };
        }
        match &check.what {
            What::Empty => false,
            What::Filled => true,
            What::Text { wanted, needle } => needle.is(own) == *wanted,
            What::Contains(needle) => needle.is_in(own, &mut self.scratch.borrow_mut()[0]),
            What::StartsWith(needle) => needle.begins(own),
            What::OneOf { texts, numbers, stretches } => self.one_of(check.column, own, texts, numbers, stretches),
            What::Number { sign, number } => {
                self.number(check.column, own).is_some_and(|read| fits(*sign, read.cmp(number)))
            }
            What::Moment { sign, stretch } => {
                self.moment(check.column, own).is_some_and(|(moment, day)| fits(*sign, placed(*stretch, moment, day)))
            }
            What::TextOther { other, .. }
            | What::ContainsOther(other)
            | What::StartsWithOther(other)
            | What::NumberOther { other, .. }
            | What::MomentOther { other, .. } => self.against(check, own, cell(*other).trim()),
        }
    }

    fn number(&self, place: usize, cell: &str) -> Option<Decimal> {
        self.reading(place)?.number(cell, self.decimal)
    }

    fn moment(&self, place: usize, cell: &str) -> Option<(NaiveDateTime, bool)> {
        self.reading(place)?.moment(cell)
    }

    fn one_of(&self, place: usize, own: &str, texts: &[Needle], numbers: &[Decimal], stretches: &[Stretch]) -> bool {
        if texts.iter().any(|text| text.is(own)) {
            return true;
        }
        if !numbers.is_empty() {
            return self.number(place, own).is_some_and(|read| numbers.contains(&read));
        }
        if !stretches.is_empty() {
            let Some((moment, day)) = self.moment(place, own) else { return false };
            return stretches.iter().any(|stretch| placed(*stretch, moment, day) == Ordering::Equal);
        }
        false
    }

    /// A check of a filled cell against another cell of the row.
    fn against(&self, check: &Check, own: &str, other: &str) -> bool {
        if other.is_empty() {
            return match check.what {
                What::TextOther { wanted, .. } => !wanted,
                What::NumberOther { sign, .. } | What::MomentOther { sign, .. } => sign == Sign::Differs,
                _ => false,
            };
        }
        match check.what {
            What::TextOther { wanted, .. } => same(own, other) == wanted,
            What::StartsWithOther(_) => begins(own, other),
            What::ContainsOther(_) => {
                let mut scratch = self.scratch.borrow_mut();
                let [text, part] = &mut *scratch;
                lower_into(own, text);
                lower_into(other, part);
                text.contains(part.as_str())
            }
            What::NumberOther { sign, other: place } => {
                // Both are read even when the first fails, so that both are counted.
                match (self.number(check.column, own), self.number(place, other)) {
                    (Some(one), Some(two)) => fits(sign, one.cmp(&two)),
                    _ => false,
                }
            }
            What::MomentOther { sign, other: place, later } => {
                match (self.moment(check.column, own), self.moment(place, other)) {
                    (Some((one, one_is_day)), Some((two, two_is_day))) => {
                        let Some(two) = two.checked_add_signed(later) else { return false };
                        if one_is_day || two_is_day {
                            fits(sign, one.date().cmp(&two.date()))
                        } else {
                            fits(sign, one.cmp(&two))
                        }
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// Where a cell lies against a literal; a cell that is only a day lies in every stretch of that day.
fn placed(stretch: Stretch, moment: NaiveDateTime, is_day: bool) -> Ordering {
    if is_day { stretch.in_days().place(moment) } else { stretch.place(moment) }
}

const fn fits(sign: Sign, order: Ordering) -> bool {
    match sign {
        Sign::Equal => order.is_eq(),
        Sign::Differs => order.is_ne(),
        Sign::Less => order.is_lt(),
        Sign::AtMost => order.is_le(),
        Sign::More => order.is_gt(),
        Sign::AtLeast => order.is_ge(),
    }
}
