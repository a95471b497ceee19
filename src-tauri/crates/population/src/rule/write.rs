//! The canonical text. It is hashed into every draw: what is written here never changes.

use std::fmt::{Formatter, Result, Write};

use chrono::{NaiveDateTime, Timelike};

use super::tree::{Literal, Move, Name, Says, Test, Tree, Value};

pub(super) fn rule(tree: &Tree, f: &mut Formatter<'_>) -> Result {
    match tree {
        Tree::All(parts) => {
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    f.write_str(" and ")?;
                }
                if matches!(part, Tree::Any(_)) {
                    f.write_char('(')?;
                    rule(part, f)?;
                    f.write_char(')')?;
                } else {
                    rule(part, f)?;
                }
            }
            Ok(())
        }
        Tree::Any(parts) => {
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    f.write_str(" or ")?;
                }
                rule(part, f)?;
            }
            Ok(())
        }
        Tree::Not(inner) => {
            f.write_str("not (")?;
            rule(inner, f)?;
            f.write_char(')')
        }
        Tree::Test(test) => self::test(test, f),
    }
}

fn test(test: &Test, f: &mut Formatter<'_>) -> Result {
    name(&test.name, f)?;
    match &test.says {
        Says::IsEmpty => f.write_str(" is empty"),
        Says::IsNotEmpty => f.write_str(" is not empty"),
        Says::Compare(sign, value) => {
            write!(f, " {} ", sign.word())?;
            self::value(value, f)
        }
        Says::Contains(value) => {
            f.write_str(" contains ")?;
            self::value(value, f)
        }
        Says::StartsWith(value) => {
            f.write_str(" starts with ")?;
            self::value(value, f)
        }
        Says::In(values) => {
            f.write_str(" in (")?;
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    f.write_str(", ")?;
                }
                literal(value, f)?;
            }
            f.write_char(')')
        }
    }
}

fn name(name: &Name, f: &mut Formatter<'_>) -> Result {
    match name {
        Name::Field(field) => f.write_str(field),
        Name::Column(column) => enclosed(column, '[', ']', f),
    }
}

fn value(value: &Value, f: &mut Formatter<'_>) -> Result {
    match value {
        Value::Literal(literal) => self::literal(literal, f),
        Value::Other { name, moved } => {
            self::name(name, f)?;
            let Some(Move { amount, unit }) = moved else { return Ok(()) };
            let sign = if *amount < 0 { '-' } else { '+' };
            let plural = if amount.unsigned_abs() == 1 { "" } else { "s" };
            write!(f, " {sign} {} {}{plural}", amount.unsigned_abs(), unit.word())
        }
    }
}

fn literal(literal: &Literal, f: &mut Formatter<'_>) -> Result {
    match literal {
        Literal::Text(text) => enclosed(text, '"', '"', f),
        Literal::Number(digits) => f.write_str(digits),
        Literal::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
        Literal::Moment(moment) => self::moment(*moment, f),
    }
}

fn moment(moment: NaiveDateTime, f: &mut Formatter<'_>) -> Result {
    let form = if moment.second() == 0 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
    write!(f, "{}", moment.format(form))
}

fn enclosed(text: &str, opening: char, closing: char, f: &mut Formatter<'_>) -> Result {
    f.write_char(opening)?;
    for letter in text.chars() {
        if letter == closing {
            f.write_char(closing)?;
        }
        f.write_char(letter)?;
    }
    f.write_char(closing)
}
