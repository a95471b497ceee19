//! Ties names to columns and checks that each comparison makes sense.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use table::{ColumnKind, Decimal, DecimalSign};

use super::{
    error::{Operand, RuleError, RuleTrouble},
    fields::Fields,
    hold::{BoundRule, Check, Node, Reading, Stretch, What},
    near::near,
    text::Needle,
    tree::{Literal, Move, Name, Says, Sign, Spot, Test, Tree, Value},
};
use crate::mapping;

pub(super) fn bind(tree: &Tree, spots: &[Spot], fields: &Fields) -> Result<BoundRule, RuleError> {
    let mut binder = Binder { fields, spots: spots.iter().copied(), read: BTreeSet::new() };
    let node = binder.node(tree)?;
    let columns = binder.read.iter().map(|&place| Reading::of(place, fields)).collect();
    Ok(BoundRule::new(node, columns, fields.decimal()))
}

struct Binder<'a, S> {
    fields: &'a Fields,
    /// In the order in which the tests stand in the text, which is the order in which the tree is walked.
    spots: S,
    read: BTreeSet<usize>,
}

impl<S: Iterator<Item = Spot>> Binder<'_, S> {
    fn node(&mut self, tree: &Tree) -> Result<Node, RuleError> {
        Ok(match tree {
            Tree::All(parts) => Node::All(parts.iter().map(|part| self.node(part)).collect::<Result<_, _>>()?),
            Tree::Any(parts) => Node::Any(parts.iter().map(|part| self.node(part)).collect::<Result<_, _>>()?),
            Tree::Not(inner) => Node::Not(Box::new(self.node(inner)?)),
            Tree::Test(test) => {
                let spot = self.spots.next().unwrap_or_default();
                Node::Check(self.check(test, spot)?)
            }
        })
    }

    fn check(&mut self, test: &Test, spot: Spot) -> Result<Check, RuleError> {
        let column = self.find(&test.name, spot.name, false)?;
        let what = match &test.says {
            Says::IsEmpty => What::Empty,
            Says::IsNotEmpty => What::Filled,
            Says::Contains(Value::Literal(literal)) => What::Contains(Needle::of(text_of(literal))),
            // A cell is compared without its outer blanks, so a blank at the start would never be met.
            Says::StartsWith(Value::Literal(literal)) => What::StartsWith(Needle::of(text_of(literal).trim_start())),
            Says::Contains(Value::Other { name, .. }) => What::ContainsOther(self.find(name, spot.value, true)?),
            Says::StartsWith(Value::Other { name, .. }) => What::StartsWithOther(self.find(name, spot.value, true)?),
            Says::In(values) => self.one_of(test, column, values, spot)?,
            Says::Compare(sign, Value::Literal(literal)) => self.with_literal(test, column, *sign, literal, spot)?,
            Says::Compare(sign, Value::Other { name, moved }) => {
                self.with_other(test, column, *sign, name, *moved, spot)?
            }
        };
        Ok(Check { column, what })
    }

    fn with_literal(
        &self,
        test: &Test,
        column: usize,
        sign: Sign,
        literal: &Literal,
        spot: Spot,
    ) -> Result<What, RuleError> {
        let kind = self.fields.kind(column);
        match (literal, kind) {
            (Literal::Text(_), ColumnKind::Moment) => Err(mismatch(test, kind, Operand::Text, spot)),
            (Literal::Text(_), _) if sign.orders() => {
                Err(RuleError::at(spot.name, RuleTrouble::NoOrder { name: said(&test.name), kind }))
            }
            (Literal::Text(text), _) => Ok(What::Text { wanted: sign == Sign::Equal, needle: Needle::of(text.trim()) }),
            (Literal::Number(digits), ColumnKind::Number) => Ok(What::Number { sign, number: number(digits, spot)? }),
            (Literal::Number(_), _) => Err(mismatch(test, kind, Operand::Number, spot)),
            (Literal::Day(_) | Literal::Moment(_), ColumnKind::Moment) => {
                Ok(What::Moment { sign, stretch: stretch(literal) })
            }
            (Literal::Day(_) | Literal::Moment(_), _) => Err(mismatch(test, kind, Operand::Moment, spot)),
        }
    }

    fn one_of(&self, test: &Test, column: usize, values: &[Literal], spot: Spot) -> Result<What, RuleError> {
        let kind = self.fields.kind(column);
        let (mut texts, mut numbers, mut stretches) = (Vec::new(), Vec::new(), Vec::new());
        for literal in values {
            match (literal, kind) {
                (Literal::Text(_), ColumnKind::Moment) => return Err(mismatch(test, kind, Operand::Text, spot)),
                (Literal::Text(text), _) => texts.push(Needle::of(text.trim())),
                (Literal::Number(digits), ColumnKind::Number) => numbers.push(number(digits, spot)?),
                (Literal::Number(_), _) => return Err(mismatch(test, kind, Operand::Number, spot)),
                (_, ColumnKind::Moment) => stretches.push(stretch(literal)),
                _ => return Err(mismatch(test, kind, Operand::Moment, spot)),
            }
        }
        Ok(What::OneOf { texts, numbers, stretches })
    }

    fn with_other(
        &mut self,
        test: &Test,
        column: usize,
        sign: Sign,
        other: &Name,
        moved: Option<Move>,
        spot: Spot,
    ) -> Result<What, RuleError> {
        let place = self.find(other, spot.value, true)?;
        let (kind, its_kind) = (self.fields.kind(column), self.fields.kind(place));
        if moved.is_some() && its_kind != ColumnKind::Moment {
            return Err(RuleError::at(spot.value, RuleTrouble::NoMove { name: said(other) }));
        }
        match (kind, its_kind) {
            (ColumnKind::Text, ColumnKind::Text) if sign.orders() => {
                Err(RuleError::at(spot.name, RuleTrouble::NoOrder { name: said(&test.name), kind }))
            }
            (ColumnKind::Text, ColumnKind::Text) => Ok(What::TextOther { wanted: sign == Sign::Equal, other: place }),
            (ColumnKind::Number, ColumnKind::Number) => Ok(What::NumberOther { sign, other: place }),
            (ColumnKind::Moment, ColumnKind::Moment) => {
                let minutes = moved.map_or(0, |by| i64::from(by.amount) * by.unit.minutes());
                Ok(What::MomentOther { sign, other: place, later: TimeDelta::minutes(minutes) })
            }
            _ => Err(mismatch(test, kind, Operand::Column { name: said(other), kind: its_kind }, spot)),
        }
    }

    fn find(&mut self, name: &Name, place: usize, as_value: bool) -> Result<usize, RuleError> {
        let found = match name {
            Name::Field(field) => self.fields.position(field),
            Name::Column(column) => self.fields.column_named(column),
        };
        if let Some(column) = found {
            self.read.insert(column);
            return Ok(column);
        }
        let trouble = match name {
            Name::Field(field) if mapping::field(field).is_some() => RuleTrouble::UnmappedField { name: field.clone() },
            Name::Field(field) => {
                let mut alike = near(field, self.fields.mapped());
                let columns = near(field, self.fields.names());
                alike.extend(columns.into_iter().map(|column| format!("[{}]", column.replace(']', "]]"))));
                if alike.is_empty() {
                    alike = near(field, mapping::fields().iter().map(|known| known.name.as_str()));
                }
                alike.truncate(4);
                RuleTrouble::UnknownField { name: field.clone(), near: alike, as_value }
            }
            Name::Column(column) => {
                let alike = near(column, self.fields.names());
                let alike = alike.into_iter().map(|column| format!("[{}]", column.replace(']', "]]"))).collect();
                RuleTrouble::UnknownColumn { name: column.clone(), near: alike }
            }
        };
        Err(RuleError::at(place, trouble))
    }
}

fn said(name: &Name) -> String {
    match name {
        Name::Field(name) | Name::Column(name) => name.clone(),
    }
}

fn mismatch(test: &Test, kind: ColumnKind, with: Operand, spot: Spot) -> RuleError {
    RuleError::at(spot.name, RuleTrouble::Mismatch { name: said(&test.name), kind, with })
}

/// The text of a literal; the reader gives `contains` and `starts with` nothing else.
fn text_of(literal: &Literal) -> &str {
    if let Literal::Text(text) = literal { text } else { "" }
}

fn number(digits: &str, spot: Spot) -> Result<Decimal, RuleError> {
    Decimal::parse(digits, DecimalSign::Point)
        .ok_or_else(|| RuleError::at(spot.value, RuleTrouble::Number { written: digits.to_owned() }))
}

/// What a literal covers: its whole day, or the very moment.
fn stretch(literal: &Literal) -> Stretch {
    match literal {
        Literal::Day(day) => {
            let from = day.and_time(NaiveTime::MIN);
            let before =
                day.checked_add_days(Days::new(1)).map_or(NaiveDateTime::MAX, |next| next.and_time(NaiveTime::MIN));
            Stretch { from, before }
        }
        Literal::Moment(moment) => Stretch { from: *moment, before: *moment + TimeDelta::nanoseconds(1) },
        Literal::Text(_) | Literal::Number(_) => Stretch { from: NaiveDateTime::MIN, before: NaiveDateTime::MIN },
    }
}
