//! Three desks that work apart and hand each other their changes in every way a wire can get them wrong.
//!
//! `TICKMARK_LONG=1` runs ten times as many cases.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod notebook;

use std::collections::{BTreeMap, BTreeSet};

use ground::{Explain, Id};
use notebook::{Desk, Note, desk};
use proptest::{collection::vec, prelude::*, sample::Index, test_runner::Config};
use rusqlite::Connection;

const DESKS: usize = 3;
const GRADES: [&str; 4] = ["minor", "major", "observation", "good"];
const CLAUSES: [&str; 3] = ["8.5.1", "9.1", "10.2"];

/// One thing that happens at a desk. Notes are picked among those the desk has by then.
#[derive(Debug, Clone)]
enum Step {
    Add,
    Grade {
        note: Index,
        grade: usize,
    },
    /// Three letters that nobody types twice, put somewhere into the words.
    Type {
        note: Index,
        place: Index,
    },
    Tag {
        note: Index,
        clause: usize,
        on: bool,
    },
    Assign {
        note: Index,
        clause: usize,
        person: Option<usize>,
    },
    Remote {
        note: Index,
        remote: bool,
    },
    LookFor {
        note: Index,
        count: usize,
    },
    Place {
        note: Index,
        there: bool,
    },
    Settle {
        question: Index,
        answer: Index,
    },
    Undo,
    Redo,
    Wait,
    Reopen,
    Send {
        to: usize,
        delivery: Delivery,
    },
}

/// How changes arrive.
#[derive(Debug, Clone)]
enum Delivery {
    AsSent,
    OneByOne,
    Doubled,
    Reversed,
    /// Some are lost on the way, until the next sending brings them.
    WithGaps(u64),
}

fn a_delivery() -> impl Strategy<Value = Delivery> {
    prop_oneof![
        Just(Delivery::AsSent),
        Just(Delivery::OneByOne),
        Just(Delivery::Doubled),
        Just(Delivery::Reversed),
        any::<u64>().prop_map(Delivery::WithGaps),
    ]
}

fn a_step() -> impl Strategy<Value = Step> {
    let note = any::<Index>;
    let clause = || 0..CLAUSES.len();
    prop_oneof![
        2 => Just(Step::Add),
        4 => (note(), 0..GRADES.len()).prop_map(|(note, grade)| Step::Grade { note, grade }),
        6 => (note(), any::<Index>()).prop_map(|(note, place)| Step::Type { note, place }),
        2 => (note(), clause(), any::<bool>()).prop_map(|(note, clause, on)| Step::Tag { note, clause, on }),
        2 => (note(), clause(), proptest::option::of(0..3_usize))
            .prop_map(|(note, clause, person)| Step::Assign { note, clause, person }),
        1 => (note(), any::<bool>()).prop_map(|(note, remote)| Step::Remote { note, remote }),
        1 => (note(), 0..3_usize).prop_map(|(note, count)| Step::LookFor { note, count }),
        1 => (note(), any::<bool>()).prop_map(|(note, there)| Step::Place { note, there }),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(question, answer)| Step::Settle { question, answer }),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Wait),
        1 => Just(Step::Reopen),
        5 => (0..DESKS, a_delivery()).prop_map(|(to, delivery)| Step::Send { to, delivery }),
    ]
}

fn cases(number: u32) -> Config {
    let times = if std::env::var("TICKMARK_LONG").is_ok_and(|value| value == "1") { 10 } else { 1 };
    Config { failure_persistence: None, max_shrink_iters: 400, ..Config::with_cases(number * times) }
}

/// Three desks and what was typed at each and not taken back.
struct Team {
    desks: Vec<Desk>,
    typed: Vec<BTreeSet<char>>,
    next_letter: u32,
}

impl Team {
    fn gathered() -> Self {
        let mut first = desk();
        first.add("", "minor");
        let others: Vec<Desk> = (1..DESKS).map(|_| first.twin()).collect();
        let mut desks = vec![first];
        desks.extend(others);
        for (number, desk) in desks.iter_mut().enumerate() {
            desk.author.name = format!("person {number}");
        }
        Self { desks, typed: vec![BTreeSet::new(); DESKS], next_letter: 0x4E00 }
    }

    fn notes(&self, at: usize) -> Vec<Note> {
        self.desks[at].book.reading().all::<Note>().unwrap()
    }

    fn letters(&self, at: usize) -> BTreeSet<char> {
        self.notes(at).iter().flat_map(|note| note.words.chars().collect::<Vec<_>>()).collect()
    }

    fn change(&mut self, at: usize, note: Index, change: impl FnOnce(&mut Note)) {
        let notes = self.notes(at);
        if notes.is_empty() {
            return;
        }
        self.desks[at].change(note.get(&notes).id, change);
    }

    fn take(&mut self, at: usize, step: Step) {
        match step {
            Step::Add => {
                self.desks[at].add("", "minor");
            }
            Step::Grade { note, grade } => self.change(at, note, |note| note.grade = GRADES[grade].to_owned()),
            Step::Type { note, place } => {
                let letters: Vec<char> =
                    (0..3).map(|more| char::from_u32(self.next_letter + more).expect("a letter")).collect();
                self.next_letter += 3;
                let notes = self.notes(at);
                if notes.is_empty() {
                    return;
                }
                self.typed[at].extend(&letters);
                self.change(at, note, |note| {
                    let mut words: Vec<char> = note.words.chars().collect();
                    let start = place.index(words.len() + 1);
                    words.splice(start..start, letters);
                    note.words = words.into_iter().collect();
                });
            }
            Step::Tag { note, clause, on } => self.change(at, note, |note| {
                if on {
                    note.tags.insert(CLAUSES[clause].to_owned());
                } else {
                    note.tags.remove(CLAUSES[clause]);
                }
            }),
            Step::Assign { note, clause, person } => self.change(at, note, |note| {
                match person {
                    Some(person) => note.assigned.insert(CLAUSES[clause].to_owned(), format!("person {person}")),
                    None => note.assigned.remove(CLAUSES[clause]),
                };
            }),
            Step::Remote { note, remote } => self.change(at, note, |note| note.remote = remote),
            Step::LookFor { note, count } => {
                self.change(at, note, |note| note.look_for = vec!["a log".to_owned(); count]);
            }
            Step::Place { note, there } => self.change(at, note, |note| note.place = there.then(|| "hall".to_owned())),
            Step::Settle { question, answer } => {
                let desk = &mut self.desks[at];
                let questions = desk.book.open_questions(Some(desk.binder)).unwrap();
                if !questions.is_empty() {
                    let question = question.get(&questions);
                    let answer = answer.index(question.answers.len());
                    desk.settle(question, answer).unwrap();
                }
            }
            Step::Undo => self.go_back(at, true),
            Step::Redo => self.go_back(at, false),
            Step::Wait => self.desks[at].wait(),
            Step::Reopen => self.desks[at].reopen(),
            Step::Send { to, delivery } => self.send(at, to, &delivery),
        }
    }

    /// Undo or redo; what vanishes by it must be one's own.
    fn go_back(&mut self, at: usize, undo: bool) {
        let before = self.letters(at);
        let promised = self.desks[at].book.undo_state().unwrap();
        let promised = if undo { promised.undo } else { promised.redo };
        let desk = &mut self.desks[at];
        let done = if undo { desk.book.undo(&desk.author) } else { desk.book.redo(&desk.author) };
        match done {
            Ok(act) => assert_eq!(Some(act), promised, "what is taken back is what was announced"),
            Err(refused) => {
                assert!(
                    ["undo.nothing", "redo.nothing", "undo.changed-since", "redo.changed-since"]
                        .contains(&refused.code()),
                    "{refused}"
                );
                assert!(!refused.to_string().contains("someone"), "the history knows who it was: {refused}");
                assert_eq!(before, self.letters(at), "a refused undo changes nothing");
            }
        }
        let after = self.letters(at);
        for letter in before.difference(&after) {
            assert!(self.typed[at].remove(letter), "an undo took back what someone else had typed");
        }
        self.typed[at].extend(after.difference(&before));
    }

    fn send(&mut self, from: usize, to: usize, delivery: &Delivery) {
        if from == to {
            return;
        }
        let binder = self.desks[from].binder;
        let have = self.desks[to].book.heads(binder).unwrap();
        let mut changes = self.desks[from].book.changes_since(binder, &have).unwrap();
        let to = &mut self.desks[to].book;
        match delivery {
            Delivery::AsSent => {}
            Delivery::OneByOne => {
                for change in &changes {
                    to.take_in(binder, std::slice::from_ref(change)).unwrap();
                }
            }
            Delivery::Doubled => {
                to.take_in(binder, &changes).unwrap();
                changes.extend(changes.clone());
            }
            Delivery::Reversed => changes.reverse(),
            Delivery::WithGaps(mask) => {
                let mut number = 0;
                changes.retain(|_| {
                    number += 1;
                    mask >> (number % 64) & 1 == 1
                });
            }
        }
        to.take_in(binder, &changes).unwrap();
    }

    fn send_everything(&mut self) {
        for _ in 0..2 {
            for from in 0..DESKS {
                for to in 0..DESKS {
                    self.send(from, to, &Delivery::AsSent);
                }
            }
        }
    }

    /// Everyone has the same, everyone's file is sound, and nothing that was typed is missing.
    fn assert_one(&mut self) {
        let first = told(&self.desks[0]);
        for (at, desk) in self.desks.iter().enumerate() {
            assert!(desk.is_sound(), "the check finds something at desk {at}");
            assert_eq!(told(desk), first, "desk {at} tells something else than desk 0");
            assert_eq!(desk.book.heads(desk.binder).unwrap(), self.desks[0].book.heads(desk.binder).unwrap());
        }
        let letters = self.letters(0);
        for (at, typed) in self.typed.iter().enumerate() {
            let missing: String = typed.difference(&letters).collect();
            assert_eq!(missing, "", "what was typed at desk {at} is missing");
        }
        let before = index_of(&self.desks[1]);
        self.desks[1].book.rebuild().unwrap();
        assert_eq!(index_of(&self.desks[1]), before, "a rebuild makes the very same index");
        for note in self.notes(2) {
            let history = self.desks[2].book.history_of("note", note.id.uuid()).unwrap();
            assert!(!history.is_empty(), "every note has a history");
        }
    }
}

/// Every row that a query gives, as text.
fn rows(desk: &Desk, sql: &str) -> Vec<String> {
    let connection = Connection::open(&desk.path).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement
        .query_map([], |row| {
            let cells: Vec<_> =
                (0..columns).map(|place| row.get::<_, rusqlite::types::Value>(place).unwrap()).collect();
            Ok(format!("{cells:?}"))
        })
        .unwrap();
    rows.map(Result::unwrap).collect()
}

/// What a desk's index says, in words that are the same at every desk.
fn told(desk: &Desk) -> Vec<Vec<String>> {
    [
        "SELECT * FROM note ORDER BY id",
        "SELECT * FROM open_question ORDER BY record, kind, field",
        "SELECT searched.kind, searched.record, searched.binder, words FROM searched JOIN search ON search.rowid = number ORDER BY record",
        "SELECT touched.kind, touched.record, change.hash FROM touched JOIN change USING (position) ORDER BY 2, 3",
        "SELECT id, kind, title, heads FROM binder ORDER BY id",
        "SELECT hash FROM waiting ORDER BY hash",
    ]
    .map(|sql| rows(desk, sql))
    .into()
}

/// The whole index of a desk, down to its own positions.
fn index_of(desk: &Desk) -> Vec<Vec<String>> {
    let mut all = told(desk);
    all.push(rows(desk, "SELECT * FROM touched ORDER BY position, kind, record"));
    all
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn three_desks_come_together_whatever_the_wire_does(
        steps in vec((0..DESKS, a_step()), 1..60),
    ) {
        let mut team = Team::gathered();
        for (at, step) in steps {
            team.take(at, step);
        }
        team.send_everything();
        team.assert_one();
    }
}

type Set = fn(&mut Note, usize);

/// Fields that are registers, by their name in an open question, and how to set one to the value of that number.
const REGISTERS: [(&str, Set); 5] = [
    ("grade", |note, value| note.grade = GRADES[value].to_owned()),
    ("place", |note, value| note.place = [None, Some("hall"), Some("office"), Some("yard")][value].map(str::to_owned)),
    ("remote", |note, value| note.remote = value % 2 == 1),
    ("assigned/9.1", |note, value| {
        note.assigned.insert("9.1".to_owned(), GRADES[value].to_owned());
    }),
    ("look_for", |note, value| note.look_for = vec!["a log".to_owned(); value]),
];

fn register(note: &Note, field: &str) -> serde_json::Value {
    let value = match field {
        "grade" => serde_json::to_value(&note.grade),
        "place" => serde_json::to_value(&note.place),
        "remote" => serde_json::to_value(note.remote),
        "assigned/9.1" => serde_json::to_value(note.assigned.get("9.1")),
        _ => serde_json::to_value(&note.look_for).map(|list| list.to_string().into()),
    };
    value.unwrap()
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn fields_set_apart_are_asked_about_with_every_value_and_settled_for_everyone(
        writes in vec((0..DESKS, 0..2_usize, 0..REGISTERS.len(), 0..GRADES.len()), 1..24),
        settled_at in 0..DESKS,
        answer in any::<Index>(),
    ) {
        let mut team = Team::gathered();
        let second = team.desks[0].add("", "minor");
        team.send_everything();
        let notes: Vec<Id<Note>> = team.notes(0).iter().map(|note| note.id).collect();
        prop_assert!(notes.contains(&second));

        let mut written: BTreeMap<(Id<Note>, &str), [Option<serde_json::Value>; DESKS]> = BTreeMap::new();
        for (at, note, field, value) in writes {
            let (name, set) = REGISTERS[field];
            let before = register(&team.desks[at].read(notes[note]), name);
            team.desks[at].change(notes[note], |note| set(note, value));
            let after = register(&team.desks[at].read(notes[note]), name);
            if before != after {
                written.entry((notes[note], name)).or_default()[at] = Some(after);
            }
        }
        team.send_everything();
        team.assert_one();

        let questions = team.desks[settled_at].book.open_questions::<notebook::Notebook>(None).unwrap();
        let asked: BTreeMap<(uuid::Uuid, &str), BTreeSet<String>> = questions
            .iter()
            .map(|question| {
                let values = question.answers.iter().map(|answer| answer.value.to_string()).collect();
                ((question.record, question.field.as_str()), values)
            })
            .collect();
        let expected: BTreeMap<(uuid::Uuid, &str), BTreeSet<String>> = written
            .iter()
            .map(|((note, field), values)| {
                ((note.uuid(), *field), values.iter().flatten().map(ToString::to_string).collect::<BTreeSet<_>>())
            })
            .filter(|(_, values)| values.len() > 1)
            .collect();
        prop_assert_eq!(asked, expected);

        let mut chosen = BTreeMap::new();
        for question in &questions {
            let answer = answer.index(question.answers.len());
            team.desks[settled_at].settle(question, answer).unwrap();
            chosen.insert((question.record, question.field.clone()), question.answers[answer].value.clone());
        }
        team.send_everything();
        team.assert_one();
        for desk in &team.desks {
            prop_assert_eq!(desk.book.open_questions::<notebook::Notebook>(None).unwrap(), vec![]);
            for ((note, field), value) in &chosen {
                prop_assert_eq!(&register(&desk.read(Id::from_uuid(*note)), field), value);
            }
        }
    }
}
