//! Reads tokens as a rule.

use super::{
    DEEPEST, LONGEST, MOST_TESTS, Rule,
    error::{RuleError, RuleTrouble},
    token::{Token, tokens},
    tree::{Literal, Move, Name, Says, Spot, Test, Tree, Unit, Value},
};

/// Words that are no field, because the language needs them.
const RESERVED: [&str; 9] = ["and", "or", "not", "is", "empty", "in", "contains", "starts", "with"];
/// The furthest a moment is moved, in whichever unit.
const FURTHEST: i32 = 9_999_999;

const A_TEST: &str = "a test such as closed_at is empty";
const A_FIELD: &str = "a field, or a column in square brackets,";
const AN_OPERATOR: &str = "=, !=, <, <=, >, >=, contains, starts with, in, is empty or is not empty";
const A_VALUE: &str = "a text in quotes, a number, a date or a field";
const A_TEXT: &str = "a text in quotes or a field";
const A_LIST_VALUE: &str = "a text in quotes, a number or a date";
const MORE_OR_END: &str = "and, or or the end of the rule";

pub(super) fn read(text: &str) -> Result<Rule, RuleError> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(RuleError::at(LONGEST + 1, RuleTrouble::TooLong { length }));
    }
    let tokens = tokens(text)?;
    if tokens.len() == 1 {
        return Err(RuleError::at(1, RuleTrouble::Empty));
    }
    let mut reader = Reader { tokens, next: 0, spots: Vec::new() };
    let tree = reader.any(0)?;
    if *reader.peek() != Token::End {
        return Err(reader.expected(MORE_OR_END));
    }
    Ok(Rule { tree, spots: reader.spots })
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    next: usize,
    spots: Vec<Spot>,
}

impl Reader {
    fn peek(&self) -> &Token {
        // The last token is `End`, and nothing moves past it.
        &self.tokens[self.next].1
    }

    fn place(&self) -> usize {
        self.tokens[self.next].0
    }

    fn step(&mut self) {
        if self.next + 1 < self.tokens.len() {
            self.next += 1;
        }
    }

    fn is_word(&self, wanted: &str) -> bool {
        matches!(self.peek(), Token::Word(word) if word == wanted)
    }

    fn take_word(&mut self, wanted: &str) -> bool {
        let there = self.is_word(wanted);
        if there {
            self.step();
        }
        there
    }

    fn take(&mut self, wanted: &Token) -> bool {
        let there = self.peek() == wanted;
        if there {
            self.step();
        }
        there
    }

    fn expected(&self, expected: &'static str) -> RuleError {
        RuleError::at(self.place(), RuleTrouble::Expected { expected, found: self.peek().said() })
    }

    /// One level further down, if that is allowed.
    fn down(&self, depth: usize) -> Result<usize, RuleError> {
        if depth < DEEPEST { Ok(depth + 1) } else { Err(RuleError::at(self.place(), RuleTrouble::TooDeep)) }
    }

    fn any(&mut self, depth: usize) -> Result<Tree, RuleError> {
        let first = self.all(depth)?;
        if !self.is_word("or") {
            return Ok(first);
        }
        let mut parts = members_of_any(first);
        while self.take_word("or") {
            parts.extend(members_of_any(self.all(depth)?));
        }
        Ok(Tree::Any(parts))
    }

    fn all(&mut self, depth: usize) -> Result<Tree, RuleError> {
        let first = self.one(depth)?;
        if !self.is_word("and") {
            return Ok(first);
        }
        let mut parts = members_of_all(first);
        while self.take_word("and") {
            parts.extend(members_of_all(self.one(depth)?));
        }
        Ok(Tree::All(parts))
    }

    fn one(&mut self, depth: usize) -> Result<Tree, RuleError> {
        match self.peek() {
            Token::Word(word) if word == "not" => {
                let depth = self.down(depth)?;
                self.step();
                // The parentheses of `not (…)` are no level of their own, because the canonical text always has them.
                let inner = if self.take(&Token::Open) { self.group(depth)? } else { self.one(depth)? };
                Ok(Tree::Not(Box::new(inner)))
            }
            Token::Open => {
                let depth = self.down(depth)?;
                self.step();
                self.group(depth)
            }
            _ => self.test(depth),
        }
    }

    /// What stands in parentheses, the opening one already taken.
    fn group(&mut self, depth: usize) -> Result<Tree, RuleError> {
        let inner = self.any(depth)?;
        if self.take(&Token::Close) { Ok(inner) } else { Err(self.expected("and, or or a closing parenthesis")) }
    }

    fn test(&mut self, depth: usize) -> Result<Tree, RuleError> {
        let place = self.place();
        if self.spots.len() >= MOST_TESTS {
            return Err(RuleError::at(place, RuleTrouble::TooManyTests));
        }
        let Some(name) = self.take_name() else {
            return Err(self.expected(if *self.peek() == Token::End { A_TEST } else { A_FIELD }));
        };
        let spot = self.spots.len();
        self.spots.push(Spot { name: place, value: place });
        let turned = self.is_word("not");
        if turned {
            self.down(depth)?;
            self.step();
        }
        let says = self.says(spot, turned)?;
        let test = Tree::Test(Test { name, says });
        Ok(if turned { Tree::Not(Box::new(test)) } else { test })
    }

    /// What is said of the field; after `not` only what can be turned round.
    fn says(&mut self, spot: usize, turned: bool) -> Result<Says, RuleError> {
        if let Token::Sign(sign) = *self.peek()
            && !turned
        {
            self.step();
            self.spots[spot].value = self.place();
            return Ok(Says::Compare(sign, self.value()?));
        }
        if self.is_word("is") && !turned {
            self.step();
            let filled = self.take_word("not");
            if !self.take_word("empty") {
                return Err(self.expected(if filled { "empty" } else { "empty or not empty" }));
            }
            return Ok(if filled { Says::IsNotEmpty } else { Says::IsEmpty });
        }
        if self.take_word("contains") {
            self.spots[spot].value = self.place();
            return Ok(Says::Contains(self.text()?));
        }
        if self.take_word("starts") {
            if !self.take_word("with") {
                return Err(self.expected("with"));
            }
            self.spots[spot].value = self.place();
            return Ok(Says::StartsWith(self.text()?));
        }
        if self.take_word("in") {
            self.spots[spot].value = self.place();
            return Ok(Says::In(self.list()?));
        }
        Err(self.expected(if turned { "in, contains or starts with" } else { AN_OPERATOR }))
    }

    fn take_name(&mut self) -> Option<Name> {
        let name = match self.peek() {
            Token::Word(word) if !RESERVED.contains(&word.as_str()) => Name::Field(word.clone()),
            Token::Column(column) => Name::Column(column.clone()),
            _ => return None,
        };
        self.step();
        Some(name)
    }

    fn value(&mut self) -> Result<Value, RuleError> {
        if let Some(literal) = self.literal()? {
            return Ok(Value::Literal(literal));
        }
        let Some(name) = self.take_name() else { return Err(self.expected(A_VALUE)) };
        Ok(Value::Other { name, moved: self.moved()? })
    }

    /// The value of `contains` and `starts with`. Blanks are a text here: one may look for them.
    fn text(&mut self) -> Result<Value, RuleError> {
        if let Token::Text(text) = self.peek() {
            if text.is_empty() {
                return Err(RuleError::at(self.place(), RuleTrouble::EmptyText));
            }
            let literal = Literal::Text(text.clone());
            self.step();
            return Ok(Value::Literal(literal));
        }
        let name = self.take_name().ok_or_else(|| self.expected(A_TEXT))?;
        Ok(Value::Other { name, moved: None })
    }

    fn literal(&mut self) -> Result<Option<Literal>, RuleError> {
        let literal = match self.peek() {
            Token::Text(text) if text.trim().is_empty() => {
                return Err(RuleError::at(self.place(), RuleTrouble::EmptyText));
            }
            Token::Text(text) => Literal::Text(text.clone()),
            Token::Number(digits) => Literal::Number(digits.clone()),
            Token::Day(day) => Literal::Day(*day),
            Token::Moment(moment) => Literal::Moment(*moment),
            Token::Minus => {
                self.step();
                let Token::Number(digits) = self.peek() else { return Err(self.expected("a number")) };
                let minus = if digits == "0" { "" } else { "-" };
                Literal::Number(format!("{minus}{digits}"))
            }
            _ => return Ok(None),
        };
        self.step();
        Ok(Some(literal))
    }

    fn moved(&mut self) -> Result<Option<Move>, RuleError> {
        let earlier = match self.peek() {
            Token::Plus => false,
            Token::Minus => true,
            _ => return Ok(None),
        };
        self.step();
        let place = self.place();
        let Token::Number(digits) = self.peek().clone() else {
            return Err(self.expected("a number of days, hours or minutes"));
        };
        let Some(amount) = digits.parse::<i32>().ok().filter(|amount| *amount <= FURTHEST) else {
            return Err(RuleError::at(place, RuleTrouble::Number { written: digits }));
        };
        self.step();
        let unit = match self.peek() {
            Token::Word(word) => match word.as_str() {
                "minute" | "minutes" => Some(Unit::Minute),
                "hour" | "hours" => Some(Unit::Hour),
                "day" | "days" => Some(Unit::Day),
                _ => None,
            },
            _ => None,
        };
        let Some(unit) = unit else { return Err(self.expected("days, hours or minutes")) };
        self.step();
        let amount = if earlier { -amount } else { amount };
        Ok((amount != 0).then_some(Move { amount, unit }))
    }

    fn list(&mut self) -> Result<Vec<Literal>, RuleError> {
        if !self.take(&Token::Open) {
            return Err(self.expected("an opening parenthesis"));
        }
        let mut values = Vec::new();
        loop {
            let Some(literal) = self.literal()? else { return Err(self.expected(A_LIST_VALUE)) };
            values.push(literal);
            if self.take(&Token::Close) {
                return Ok(values);
            }
            if !self.take(&Token::Comma) {
                return Err(self.expected("a comma or a closing parenthesis"));
            }
        }
    }
}

fn members_of_any(tree: Tree) -> Vec<Tree> {
    if let Tree::Any(parts) = tree { parts } else { vec![tree] }
}

fn members_of_all(tree: Tree) -> Vec<Tree> {
    if let Tree::All(parts) = tree { parts } else { vec![tree] }
}
