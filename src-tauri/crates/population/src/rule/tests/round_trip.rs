//! Whatever is typed, nothing breaks; whatever is a rule reads the same from its canonical text.

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::fields;
use crate::rule::{
    DEEPEST, LONGEST, Rule,
    tree::{Literal, Move, Name, Says, Sign, Test, Tree, Unit, Value},
};

/// How many inputs to try; `TICKMARK_FUZZ_CASES` asks for more.
fn cases() -> ProptestConfig {
    let cases = std::env::var("TICKMARK_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Bits of rules, and of what is nearly one.
fn bit() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "priority", "closed_at", "opened_at", "due_at", "reopen_count", "service", "[Note]", "[Budget [€]]]",
            "[x", "]", "record_id", "note",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "=", "!=", "<", "<=", ">", ">=", "<>", "==", "≤", "is empty", "is not empty", "contains", "starts with",
            "starts", "in", "in (", "is", "with", "empty",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec!["and", "or", "not", "(", ")", ",", "AND", "Or", "not ("]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "\"a\"", "'b'", "\"\"", "'it''s'", "5", "-2.50", "2026-01-31", "2026-01-31 14:00", "2026-02-30",
            "+ 5 days", "- 30 minutes", "+ 1 hour", "\"", "'", "“x”", "9999-12-31", "0000-01-01", "1.", "-",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

/// A text that a person or an enemy might type.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::collection::vec((bit(), " {0,2}"), 0..24)
            .prop_map(|bits| bits.into_iter().map(|(bit, blanks)| bit + &blanks).collect()),
        1 => "\\PC{0,80}",
        1 => prop::collection::vec(any::<char>(), 0..40).prop_map(|letters| letters.into_iter().collect()),
        2 => (tree(), prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(any::<char>())), 0..4))
            .prop_map(|(tree, wounds)| wounded(&text_of(tree), &wounds)),
    ]
}

/// A text with some of its letters changed or taken away.
fn wounded(text: &str, wounds: &[(prop::sample::Index, Option<char>)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, letter) in wounds {
        if letters.is_empty() {
            break;
        }
        let place = place.index(letters.len());
        match letter {
            Some(letter) => letters[place] = *letter,
            None => {
                letters.remove(place);
            }
        }
    }
    letters.into_iter().collect()
}

fn name() -> impl Strategy<Value = Name> {
    prop_oneof![
        prop::sample::select(vec!["priority", "closed_at", "opened_at", "due_at", "reopen_count", "a", "_b1"])
            .prop_map(|field| Name::Field(field.to_owned())),
        "\\PC{0,8}".prop_map(Name::Column),
        "[\\]\\[\"' a]{0,5}".prop_map(Name::Column),
    ]
}

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        "\\PC{0,10}[a-z\"']".prop_map(Literal::Text),
        (any::<i64>(), 0..4_u32).prop_map(|(whole, scale)| {
            let number = table::Decimal::new(i128::from(whole), scale).unwrap();
            Literal::Number(number.to_string())
        }),
        (0..10_000, 1..=366_u32)
            .prop_filter_map("a day of that year", |(year, day)| NaiveDate::from_yo_opt(year, day))
            .prop_map(Literal::Day),
        (0..10_000, 1..=365_u32, 0..86_400_u32).prop_filter_map("a moment", |(year, day, second)| {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0)?;
            Some(Literal::Moment(NaiveDate::from_yo_opt(year, day)?.and_time(time)))
        }),
    ]
}

fn test() -> impl Strategy<Value = Tree> {
    let sign =
        prop::sample::select(vec![Sign::Equal, Sign::Differs, Sign::Less, Sign::AtMost, Sign::More, Sign::AtLeast]);
    let moved = prop::option::of(
        (1..=9_999_999_i32, any::<bool>(), prop::sample::select(vec![Unit::Minute, Unit::Hour, Unit::Day]))
            .prop_map(|(amount, earlier, unit)| Move { amount: if earlier { -amount } else { amount }, unit }),
    );
    let text = || {
        prop_oneof![
            "\\PC{1,10}".prop_map(|text| Value::Literal(Literal::Text(text))),
            name().prop_map(|name| Value::Other { name, moved: None }),
        ]
    };
    let says = prop_oneof![
        Just(Says::IsEmpty),
        Just(Says::IsNotEmpty),
        (sign.clone(), literal()).prop_map(|(sign, literal)| Says::Compare(sign, Value::Literal(literal))),
        (sign, name(), moved).prop_map(|(sign, name, moved)| Says::Compare(sign, Value::Other { name, moved })),
        text().prop_map(Says::Contains),
        text().prop_map(Says::StartsWith),
        prop::collection::vec(literal(), 1..4).prop_map(Says::In),
    ];
    (name(), says).prop_map(|(name, says)| Tree::Test(Test { name, says }))
}

fn tree() -> impl Strategy<Value = Tree> {
    test().prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| {
                Tree::All(
                    parts
                        .into_iter()
                        .flat_map(|part| if let Tree::All(parts) = part { parts } else { vec![part] })
                        .collect(),
                )
            }),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| {
                Tree::Any(
                    parts
                        .into_iter()
                        .flat_map(|part| if let Tree::Any(parts) = part { parts } else { vec![part] })
                        .collect(),
                )
            }),
            inner.prop_map(|inner| Tree::Not(Box::new(inner))),
        ]
    })
}

fn text_of(tree: Tree) -> String {
    Rule { tree, spots: Vec::new() }.to_string()
}

/// A cell as files have them.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "", " ", "a", "B", "it's", "5", "-2,5", "2026-01-31 14:00:00", "31.01.2026", "2026-01-31T14:00Z", "x",
            "9999-12-31 23:59:59", "İstanbul", "K",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_text_breaks_the_reader_and_every_rule_reads_the_same_from_its_canonical_text(
        typed in typed(),
        cells in prop::collection::vec(cell(), 9),
    ) {
        match Rule::parse(&typed) {
            Ok(rule) => {
                let canonical = rule.to_string();
                let again = Rule::parse(&canonical);
                prop_assert_eq!(again.as_ref(), Ok(&rule), "{} was read differently", canonical);
                prop_assert_eq!(again.unwrap().to_string(), canonical, "the canonical text is a fixed point");
                match rule.bind(&fields()) {
                    Ok(bound) => {
                        let first = bound.holds(&|column| cells[column].as_str());
                        prop_assert_eq!(first, bound.holds(&|column| cells[column].as_str()));
                    }
                    Err(error) => prop_assert!((1..=typed.chars().count()).contains(&error.position), "{error}"),
                }
            }
            Err(error) => {
                prop_assert!((1..=typed.chars().count() + 1).contains(&error.position), "{error} in {typed}");
            }
        }
    }

    #[test]
    fn every_rule_that_can_be_said_is_read_back_from_what_is_written(tree in tree()) {
        let canonical = text_of(tree.clone());
        prop_assume!(canonical.chars().count() <= LONGEST);
        match Rule::parse(&canonical) {
            Ok(rule) => prop_assert_eq!(rule.tree, tree),
            Err(error) => prop_assert!(false, "{canonical} was refused: {error} ({DEEPEST} levels are allowed)"),
        }
    }

    #[test]
    fn a_rule_and_its_opposite_never_agree(tree in tree(), cells in prop::collection::vec(cell(), 9)) {
        let text = text_of(tree);
        prop_assume!(text.chars().count() + 6 <= LONGEST);
        let Ok(bound) = Rule::parse(&text).unwrap().bind(&fields()) else { return Ok(()) };
        let turned = Rule::parse(&format!("not ({text})")).unwrap().bind(&fields()).unwrap();
        let cell = |column: usize| cells[column].as_str();
        prop_assert_ne!(bound.holds(&cell), turned.holds(&cell));
    }
}
