//! Cuts the text of a rule into words, signs and values, each with its place.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{
    error::{RuleError, RuleTrouble},
    tree::Sign,
};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Letters, digits, underscores: a word of the language or a canonical field, in lower case.
    Word(String),
    /// A name in square brackets.
    Column(String),
    /// Text in quotes.
    Text(String),
    /// Digits, perhaps with a point and more digits.
    Number(String),
    Day(NaiveDate),
    Moment(NaiveDateTime),
    Sign(Sign),
    Plus,
    Minus,
    Open,
    Close,
    Comma,
    End,
}

impl Token {
    /// The token as a refusal names it.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Word(word) => format!("“{}”", short(word)),
            Self::Column(name) => format!("“[{}]”", short(name)),
            Self::Text(text) => format!("the text “{}”", short(text)),
            Self::Number(digits) => format!("the number {}", short(digits)),
            Self::Day(_) => "a day".to_owned(),
            Self::Moment(_) => "a moment".to_owned(),
            Self::Sign(sign) => format!("“{}”", sign.word()),
            Self::Plus => "“+”".to_owned(),
            Self::Minus => "“-”".to_owned(),
            Self::Open => "“(”".to_owned(),
            Self::Close => "“)”".to_owned(),
            Self::Comma => "a comma".to_owned(),
            Self::End => "the end".to_owned(),
        }
    }
}

/// The beginning of a text, short enough to stand in a sentence.
pub(super) fn short(text: &str) -> String {
    const SHOWN: usize = 40;
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN).chain(['…']).collect() }
}

/// All tokens with their places (characters from 1), the last one being `End`.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, RuleError> {
    let letters: Vec<char> = text.chars().collect();
    let mut cutter = Cutter { letters: &letters, next: 0 };
    let mut found = Vec::new();
    loop {
        cutter.skip_blanks();
        let place = cutter.next + 1;
        let token = cutter.token()?;
        let last = token == Token::End;
        found.push((place, token));
        if last {
            return Ok(found);
        }
    }
}

struct Cutter<'a> {
    letters: &'a [char],
    next: usize,
}

impl Cutter<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.next + ahead).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek(0).is_some_and(char::is_whitespace) {
            self.next += 1;
        }
    }

    /// Takes letters while they fit.
    fn run(&mut self, fits: impl Fn(char) -> bool) -> String {
        let from = self.next;
        while self.peek(0).is_some_and(&fits) {
            self.next += 1;
        }
        self.letters[from..self.next].iter().collect()
    }

    fn token(&mut self) -> Result<Token, RuleError> {
        let Some(first) = self.peek(0) else { return Ok(Token::End) };
        if first.is_ascii_digit() {
            return self.figure();
        }
        if first.is_ascii_alphabetic() || first == '_' {
            let word = self.run(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            return Ok(Token::Word(word.to_ascii_lowercase()));
        }
        let (token, length) = match (first, self.peek(1)) {
            ('"' | '\'', _) => {
                return self.enclosed(first, RuleTrouble::UnclosedQuote { quote: first }).map(Token::Text);
            }
            ('[', _) => return self.enclosed(']', RuleTrouble::UnclosedBracket).map(Token::Column),
            ('<', Some('=')) => (Token::Sign(Sign::AtMost), 2),
            ('>', Some('=')) => (Token::Sign(Sign::AtLeast), 2),
            ('!', Some('=')) | ('<', Some('>')) => (Token::Sign(Sign::Differs), 2),
            ('=', Some('=')) => (Token::Sign(Sign::Equal), 2),
            ('=', _) => (Token::Sign(Sign::Equal), 1),
            ('<', _) => (Token::Sign(Sign::Less), 1),
            ('>', _) => (Token::Sign(Sign::More), 1),
            ('≤', _) => (Token::Sign(Sign::AtMost), 1),
            ('≥', _) => (Token::Sign(Sign::AtLeast), 1),
            ('≠', _) => (Token::Sign(Sign::Differs), 1),
            ('+', _) => (Token::Plus, 1),
            ('-' | '−', _) => (Token::Minus, 1),
            ('(', _) => (Token::Open, 1),
            (')', _) => (Token::Close, 1),
            (',', _) => (Token::Comma, 1),
            ('“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»', _) => {
                return Err(self.here(RuleTrouble::PrintedQuote { quote: first }));
            }
            _ => return Err(self.here(RuleTrouble::Character { character: first })),
        };
        self.next += length;
        Ok(token)
    }

    fn here(&self, trouble: RuleTrouble) -> RuleError {
        RuleError::at(self.next + 1, trouble)
    }

    /// What stands up to the closing character, which is written twice where it belongs to the text.
    fn enclosed(&mut self, closing: char, unclosed: RuleTrouble) -> Result<String, RuleError> {
        let opened = self.next + 1;
        self.next += 1;
        let mut inside = String::new();
        loop {
            match (self.peek(0), self.peek(1)) {
                (None, _) => return Err(RuleError::at(opened, unclosed)),
                (Some(letter), Some(after)) if letter == closing && after == closing => {
                    inside.push(closing);
                    self.next += 2;
                }
                (Some(letter), _) if letter == closing => {
                    self.next += 1;
                    return Ok(inside);
                }
                (Some(letter), _) => {
                    inside.push(letter);
                    self.next += 1;
                }
            }
        }
    }

    /// A number, a day or a moment. Everything that sticks to the digits belongs to them, so that a date written another
    /// way is named as one instead of being read as a sum.
    fn figure(&mut self) -> Result<Token, RuleError> {
        let place = self.next + 1;
        let figure = self.run(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | ':' | '/' | '-'));
        if let Some(number) = number(&figure) {
            return if number.len() > 30 {
                Err(RuleError::at(place, RuleTrouble::Number { written: short(&figure) }))
            } else {
                Ok(Token::Number(number))
            };
        }
        let no_date = |written: &str| RuleError::at(place, RuleTrouble::Date { written: short(written) });
        match figure.split_once(['T', 't']) {
            Some((day, time)) => match (self::day(day), self::time(time)) {
                (Some(day), Some(time)) => Ok(Token::Moment(day.and_time(time))),
                _ => Err(no_date(&figure)),
            },
            None => {
                let Some(day) = day(&figure) else { return Err(no_date(&figure)) };
                match self.time_after_blanks() {
                    None => Ok(Token::Day(day)),
                    Some((written, None)) => Err(no_date(&format!("{figure} {written}"))),
                    Some((_, Some(time))) => Ok(Token::Moment(day.and_time(time))),
                }
            }
        }
    }

    /// The clock time behind a day; what looks like one and is none comes back as written.
    fn time_after_blanks(&mut self) -> Option<(String, Option<NaiveTime>)> {
        let before = self.next;
        self.skip_blanks();
        if self.next > before && self.peek(0).is_some_and(|letter| letter.is_ascii_digit()) {
            let written = self.run(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '.'));
            let time = time(&written);
            return Some((short(&written), time));
        }
        self.next = before;
        None
    }
}

/// The number without needless zeros.
fn number(figure: &str) -> Option<String> {
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

fn day(figure: &str) -> Option<NaiveDate> {
    let [year, month, day] = parts(figure, '-', [4, 2, 2])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn time(figure: &str) -> Option<NaiveTime> {
    if let Some([hour, minute, second]) = parts(figure, ':', [2, 2, 2]) {
        return NaiveTime::from_hms_opt(hour, minute, second);
    }
    let [hour, minute] = parts(figure, ':', [2, 2])?;
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Digits in groups of just these widths.
fn parts<const N: usize>(figure: &str, between: char, widths: [usize; N]) -> Option<[u32; N]> {
    let mut groups = figure.split(between);
    let mut found = [0; N];
    for (place, width) in found.iter_mut().zip(widths) {
        let group = groups.next()?;
        if group.len() != width || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *place = group.parse().ok()?;
    }
    groups.next().is_none().then_some(found)
}
