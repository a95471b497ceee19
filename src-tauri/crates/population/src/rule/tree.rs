use chrono::{NaiveDate, NaiveDateTime};

/// A rule in its parts. `All` and `Any` have at least two members and never hold one of their own sort directly, so that
/// what reads the same is the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Test(Test),
}

/// One field and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Test {
    pub name: Name,
    pub says: Says,
}

/// How a rule names a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Name {
    /// By the canonical field: lower-case ASCII letters, digits and underscores.
    Field(String),
    /// By the name that the table gives it.
    Column(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Says {
    IsEmpty,
    IsNotEmpty,
    Compare(Sign, Value),
    /// The value is a text or a name without a move.
    Contains(Value),
    /// As for `Contains`.
    StartsWith(Value),
    In(Vec<Literal>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    Equal,
    Differs,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Sign {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Differs => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }

    /// Whether it asks for an order rather than for sameness.
    pub(super) const fn orders(self) -> bool {
        !matches!(self, Self::Equal | Self::Differs)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    Literal(Literal),
    Other { name: Name, moved: Option<Move> },
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Literal {
    Text(String),
    /// Digits with a point, without needless zeros.
    Number(String),
    Day(NaiveDate),
    Moment(NaiveDateTime),
}

/// How far a moment is moved; never by nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Move {
    /// Negative for earlier.
    pub amount: i32,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
}

impl Unit {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }

    pub(super) const fn minutes(self) -> i64 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 24 * 60,
        }
    }
}

/// Where a test stood in the text, counted in characters from 1.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    pub name: usize,
    /// Where its value began; the name's place when it has none.
    pub value: usize,
}

impl Tree {
    /// Visits every name in reading order.
    pub(super) fn each_name<'a>(&'a self, see: &mut dyn FnMut(&'a Name)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.each_name(see)),
            Self::Not(inner) => inner.each_name(see),
            Self::Test(test) => {
                see(&test.name);
                if let Says::Compare(_, Value::Other { name, .. })
                | Says::Contains(Value::Other { name, .. })
                | Says::StartsWith(Value::Other { name, .. }) = &test.says
                {
                    see(name);
                }
            }
        }
    }
}
