//! How long one small act takes beside the least that a safe commit can cost. Run with
//! `cargo test --release -p book -- --ignored speed --nocapture --test-threads 1`.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod notebook;

use std::{
    fs::File,
    io::{BufRead, BufWriter, Write},
    path::Path,
    time::{Duration, Instant},
};

use book::{Access, Book};
use ground::{Id, Secret};
use notebook::{Desk, Note, an_author, opening};
use rusqlite::{Connection, params};

const RECORDS: usize = 171;
const ROUNDS: usize = 12;
const ACTS_IN_A_ROUND: usize = 40;
/// An act may take twice as long as the bare commit.
const MOST: f64 = 2.0;

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// One row in one table, saved as safely as the book saves: the least a kept act can cost on this disk.
fn a_bare_table(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
             CREATE TABLE line (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;",
        )
        .unwrap();
    connection
}

fn a_binder_of(records: usize, path: &Path, passphrase: Option<Secret>) -> (Desk, Vec<Id<Note>>) {
    let mut desk = Desk::at(path, passphrase, tempfile::tempdir().unwrap());
    let notes = (0..records).map(|number| desk.add(&format!("Question {number}: what was seen?"), "minor")).collect();
    (desk, notes)
}

#[test]
#[ignore = "measures time"]
fn speed_of_a_small_act() {
    let folder = tempfile::tempdir().unwrap();
    let bare = a_bare_table(&folder.path().join("bare.sqlite"));
    let key = Secret::new("correct horse battery".to_owned());
    let mut failed = Vec::new();
    for (name, passphrase) in [("plain", None), ("encrypted", Some(key))] {
        let (mut desk, notes) = a_binder_of(RECORDS, &folder.path().join(format!("{name}.tickmark")), passphrase);
        let (mut acts, mut commits) = (Vec::new(), Vec::new());
        // Turn by turn, so that what else the machine does falls on both alike.
        for round in 0..ROUNDS {
            for number in 0..ACTS_IN_A_ROUND {
                let note = notes[(round * ACTS_IN_A_ROUND + number) * 7 % notes.len()];
                acts.push(timed(|| desk.change(note, |note| note.grade = format!("{round} {number}"))));
            }
            for number in 0..ACTS_IN_A_ROUND {
                commits.push(timed(|| {
                    bare.prepare_cached("INSERT INTO line (words) VALUES (?1)")
                        .unwrap()
                        .execute(params![format!("{round} {number}")])
                        .unwrap();
                }));
            }
        }
        let sum = |times: &[Duration]| times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap();
        let means = sum(&acts).as_secs_f64() / sum(&commits).as_secs_f64();
        let (act, commit) = (median(acts), median(commits));
        let times = act.as_secs_f64() / commit.as_secs_f64();
        println!("{name}: act {act:?}, bare commit {commit:?}: {times:.2} times (means {means:.2})");
        if times > MOST {
            failed.push(format!("{name}: {times:.2}"));
        }
    }
    assert_eq!(failed, Vec::<String>::new(), "a small act takes more than {MOST} times a bare commit");
}

#[test]
#[ignore = "measures time"]
fn speed_of_opening_and_telling() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.tickmark");
    let (mut desk, notes) = a_binder_of(RECORDS, &path, None);
    for round in 0..5 {
        for note in &notes {
            desk.change(*note, |note| note.grade = format!("grade {round}"));
        }
    }
    let mut slow = Vec::new();
    let mut tell = |what: &str, most: u64, took: Duration| {
        println!("{what}: {took:?}");
        if took > Duration::from_millis(most) {
            slow.push(format!("{what}: {took:?}"));
        }
    };
    let binder = desk.binder;
    let path = desk.close();
    let open = || Book::open(&path, opening(None, Access::Write)).unwrap();
    for times in ["first, from the changes", "second, from the saved copy"] {
        let mut book = open();
        let took = timed(|| drop(book.changes_since(binder, &book.heads(binder).unwrap()).unwrap()));
        tell(&format!("load 171 records × 5 changes, the {times}"), 50, took);
    }

    let mut book = open();
    let one = notes[0];
    for number in 0..3_000 - 6 * RECORDS {
        book.act(binder, notebook::CHANGE, &an_author(), None, |writing| {
            let mut note: Note = writing.need(one)?;
            note.grade = format!("grade {}", number % 9);
            writing.put(&note)
        })
        .unwrap();
    }
    drop(book);
    let mut book = open();
    let took = timed(|| drop(book.changes_since(binder, &book.heads(binder).unwrap()).unwrap()));
    tell("load 3,000 changes, from the saved copy and 1,800 more", 100, took);
    drop(book);
    let mut book = open();
    tell("recent", 50, timed(|| drop(book.recent(Some(Id::from_uuid(binder.uuid())), None, 200).unwrap())));
    tell("undo_state", 50, timed(|| drop(book.undo_state().unwrap())));
    tell("the first history_of", 50, timed(|| drop(book.history_of("note", notes[1].uuid()).unwrap())));
    tell("history_of a record with 6 changes", 50, timed(|| drop(book.history_of("note", notes[1].uuid()).unwrap())));
    let mut told = 0;
    let took = timed(|| told = book.history_of("note", one.uuid()).unwrap().len());
    tell("history_of the record with 1,980 changes", 50, took);
    assert!(told > 0);
    tell("undo", 50, timed(|| drop(book.undo(&an_author()).unwrap())));
    tell("redo", 50, timed(|| drop(book.redo(&an_author()).unwrap())));
    let took = timed(|| book.rebuild().unwrap());
    println!("rebuild of 3,000 changes: {took:?}");
    let took = timed(|| assert!(book.check().unwrap().is_clean()));
    println!("check of 3,000 changes: {took:?}");
    let there = folder.path().join("there.tickmark");
    let changes = book.changes_since(binder, &[]).unwrap();
    let mut there = Book::create(&there, opening(None, Access::Write)).unwrap();
    let took = timed(|| drop(there.take_in(binder, &changes).unwrap()));
    println!("take_in of {} changes: {took:?}", changes.len());
    assert_eq!(slow, Vec::<String>::new());
}

/// A million rows of twelve columns, as a service desk exports them.
fn an_export(path: &Path) -> u64 {
    const WORDS: [&str; 16] = [
        "printer", "does", "not", "answer", "after", "update", "login", "fails", "user", "cannot", "open", "mail",
        "slow", "since", "monday", "vpn",
    ];
    const CATEGORIES: [&str; 5] = ["Hardware", "Software", "Network", "Access", "Database"];
    let mut out = BufWriter::new(File::create(path).unwrap());
    let mut state = 88_172_645_463_325_252_u64;
    let mut dice = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for row in 0..1_000_000 {
        let (a, b, c, mut words) = (dice(), dice(), dice(), dice());
        let moment = |x: u64| {
            let (month, day) = (x % 12 + 1, x / 12 % 28 + 1);
            format!("2025-{month:02}-{day:02} {:02}:{:02}:{:02}", x >> 20 & 15, x >> 24 & 31, x >> 30 & 31)
        };
        let category = CATEGORIES[(a >> 43) as usize % 5];
        write!(out, "INC{row:07},{},{},P{},{category},Group {},", moment(a), moment(b), a >> 40 & 3, b >> 40 & 31)
            .unwrap();
        write!(out, "user{:05},caller{:05},Closed,{:08x},", (a >> 32) % 9_000, (b >> 32) % 30_000, c as u32).unwrap();
        for _ in 0..7 {
            write!(out, "{} ", WORDS[words as usize % 16]).unwrap();
            words >>= 4;
        }
        writeln!(out, ",{}.{:02}", b % 100_000, a % 100).unwrap();
    }
    out.flush().unwrap();
    out.into_inner().unwrap().metadata().unwrap().len()
}

/// The most memory this process has had, where the system tells.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("memory unknown").to_owned()
}

#[test]
#[ignore = "measures time"]
fn speed_of_a_large_file() {
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("export.csv");
    let size_bytes = an_export(&export);
    println!("{size_bytes} bytes; {} before", most_memory());
    let key = Secret::new("correct horse battery".to_owned());
    for (name, passphrase) in [("plain", None), ("encrypted", Some(key))] {
        for round in 0..3 {
            let path = folder.path().join(format!("{name}{round}.tickmark"));
            let mut desk = Desk::at(&path, passphrase.clone(), tempfile::tempdir().unwrap());
            let binder = desk.binder;
            let mut kept = None;
            let mut within = Duration::ZERO;
            let whole = timed(|| {
                kept = Some(
                    desk.book
                        .act(binder, notebook::ADD, &an_author(), None, |writing| {
                            let start = Instant::now();
                            let kept = writing.keep_file(&export, "text/csv");
                            within = start.elapsed();
                            kept
                        })
                        .unwrap(),
                );
            });
            let sha256 = kept.unwrap().sha256;
            let mut lines = 0;
            let read = timed(|| {
                let mut reader = desk.book.blob_reader(&sha256).unwrap();
                loop {
                    let bytes = reader.fill_buf().unwrap();
                    if bytes.is_empty() {
                        break;
                    }
                    lines += bytes.iter().filter(|byte| **byte == b'\n').count();
                    let length = bytes.len();
                    reader.consume(length);
                }
            });
            assert_eq!(lines, 1_000_000);
            let check = timed(|| assert!(desk.book.check().unwrap().is_clean()));
            let size = std::fs::metadata(&path).unwrap().len();
            println!(
                "{name}: kept in {within:?}, with the commit {whole:?}; read in {read:?}; checked in {check:?}; the workspace has {size} bytes; {}",
                most_memory()
            );
            drop(desk);
            std::fs::remove_file(&path).unwrap();
        }
    }
}
