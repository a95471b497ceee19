//! A program that is killed at any moment: what was acknowledged is there, and the file is sound.
//!
//! The test runs itself again as the program to be killed. `TICKMARK_LONG=1` kills ten times as often.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod notebook;

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    time::Duration,
};

use book::{Access, Book};
use ground::{Fault, Id, Secret};
use notebook::{CHANGE, Desk, Note, Notebook, an_author, opening};

const KILLS: u32 = 200;
const KILLS_BETWEEN_CHECKS: u32 = 20;
const PASSPHRASES: [&str; 2] = ["correct horse battery", "staple in the hay"];
/// Where the child finds its workspace; without it the child's tests do nothing.
const WORKSPACE: &str = "TICKMARK_TEST_WORKSPACE";
const ENCRYPTED: &str = "TICKMARK_TEST_ENCRYPTED";
const FIRST_NUMBER: &str = "TICKMARK_TEST_FIRST_NUMBER";

fn passphrase(number: usize) -> Secret {
    Secret::new(PASSPHRASES[number].to_owned())
}

fn times() -> u32 {
    if std::env::var("TICKMARK_LONG").is_ok_and(|value| value == "1") { 10 } else { 1 }
}

/// A small generator of numbers, so that a run can be told apart from the next only by the machine's own timing.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// The child: acts until it is killed, and says each act's number after it returned.
#[test]
#[ignore = "run by the test that kills it"]
fn a_child_that_acts() {
    let Ok(path) = std::env::var(WORKSPACE) else { return };
    let secret = std::env::var(ENCRYPTED).is_ok().then(|| passphrase(0));
    let first: u64 = std::env::var(FIRST_NUMBER).unwrap().parse().unwrap();
    let mut book = Book::open(Path::new(&path), opening(secret, Access::Write)).unwrap();
    let binder: Id<Notebook> = Id::from_uuid(book.binders(book::BinderKind("notebook")).unwrap()[0].id);
    let counter = book.reading().all::<Note>().unwrap()[0].id;
    for number in first.. {
        act(&mut book, binder, counter, number);
        say(number);
    }
}

/// The child: changes the passphrase to and fro until it is killed.
#[test]
#[ignore = "run by the test that kills it"]
fn a_child_that_changes_its_passphrase() {
    let Ok(path) = std::env::var(WORKSPACE) else { return };
    let (mut book, mut now) = open_under_either(Path::new(&path));
    for number in 0.. {
        say(number);
        book.change_passphrase(Some(&passphrase(now)), Some(&passphrase(1 - now))).unwrap();
        now = 1 - now;
    }
}

/// The child: opens a workspace of format 1 for writing, which brings it up.
#[test]
#[ignore = "run by the test that kills it"]
fn a_child_that_brings_a_workspace_up() {
    let Ok(path) = std::env::var(WORKSPACE) else { return };
    say(0);
    let _book = Book::open(Path::new(&path), opening(None, Access::Write)).unwrap();
    say(1);
    std::thread::sleep(Duration::from_secs(60));
}

fn say(number: u64) {
    let mut out = std::io::stdout();
    writeln!(out, "acted {number}").unwrap();
    out.flush().unwrap();
}

fn act(book: &mut Book, binder: Id<Notebook>, counter: Id<Note>, number: u64) {
    book.act(binder, CHANGE, &an_author(), Some(&number.to_string()), |writing| {
        let mut note: Note = writing.need(counter)?;
        note.grade = number.to_string();
        if number.is_multiple_of(7) {
            // Many pages at once, so that some kills fall into a checkpoint.
            let bytes: Vec<u8> = (0..20_000_u64).map(|at| (at.wrapping_mul(number) % 251) as u8).collect();
            note.photo = Some(writing.keep_bytes(&bytes, "image/png")?.sha256);
        }
        writing.put(&note)?;
        if number.is_multiple_of(11) {
            // In parts, packed on threads of their own.
            let rows: Vec<u8> = (0..150_000_u64).flat_map(|row| format!("{row};{number}\n").into_bytes()).collect();
            note.photo = Some(writing.keep_bytes(&rows, "text/csv")?.sha256);
        }
        if number.is_multiple_of(5) {
            let words = format!("note {number}");
            writing.put(&Note { id: writing.new_id(), words, ..Note::default() })?;
        }
        Ok::<_, Fault>(())
    })
    .unwrap();
}

/// Starts this very test program again as a child; its lines come through the channel.
fn start(child: &str, path: &Path, encrypted: bool, first: u64) -> (Child, mpsc::Receiver<u64>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", child, "--ignored", "--nocapture", "--test-threads", "1"])
        .env(WORKSPACE, path)
        .env(FIRST_NUMBER, first.to_string())
        .env_remove(ENCRYPTED)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if encrypted {
        command.env(ENCRYPTED, "yes");
    }
    let mut child = command.spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            // The first line of the test program's own begins the line, so the words are looked for at its end.
            if let Some((_, number)) = line.rsplit_once("acted ")
                && tell.send(number.parse().unwrap()).is_err()
            {
                break;
            }
        }
    });
    (child, told)
}

/// Lets the child run for a while after its first act, or kills it before; answers what it acknowledged.
fn kill_at_some_moment(mut child: Child, told: &mpsc::Receiver<u64>, dice: &mut Dice) -> Vec<u64> {
    let mut acknowledged = Vec::new();
    if dice.below(8) == 0 {
        std::thread::sleep(Duration::from_millis(dice.below(60)));
    } else {
        acknowledged.extend(told.recv_timeout(Duration::from_secs(60)).ok());
        std::thread::sleep(Duration::from_micros(dice.below(25_000)));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.extend(told.iter());
    acknowledged
}

struct Victim {
    path: PathBuf,
    encrypted: bool,
    acknowledged: Vec<u64>,
}

impl Victim {
    fn new(folder: &Path, encrypted: bool) -> Self {
        let path = folder.join(if encrypted { "secret.tickmark" } else { "plain.tickmark" });
        let mut desk = Desk::at(&path, encrypted.then(|| passphrase(0)), tempfile::tempdir().unwrap());
        desk.add("the counter", "0");
        Self { path: desk.close(), encrypted, acknowledged: Vec::new() }
    }

    /// What was acknowledged is there; at most the one act under way is there besides. Answers the newest number.
    fn assert_kept(&self, with_check: bool) -> u64 {
        let secret = self.encrypted.then(|| passphrase(0));
        let book = Book::open(&self.path, opening(secret, Access::Write)).expect("a killed writer locks nobody out");
        let history = book.recent(None, None, u32::MAX).unwrap();
        let kept: std::collections::BTreeSet<u64> =
            history.iter().filter_map(|entry| entry.why.as_deref()?.parse().ok()).collect();
        for number in &self.acknowledged {
            assert!(kept.contains(number), "act {number} was acknowledged and is gone");
        }
        let newest = kept.last().copied().unwrap_or_default();
        assert_eq!(kept.len() as u64, newest, "the acts are there without a gap");
        let counter = book.reading().all::<Note>().unwrap().remove(0);
        assert_eq!(counter.grade, newest.to_string(), "the row tells the newest act");
        if with_check {
            let report = book.check().unwrap();
            assert!(report.is_clean(), "{:?}", report.problems);
        }
        newest
    }
}

#[test]
fn what_was_acknowledged_survives_being_killed_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(20_260_101);
    let mut victims = [Victim::new(folder.path(), false), Victim::new(folder.path(), true)];
    let mut in_time = 0;
    for kill in 0..KILLS * times() {
        let victim = &mut victims[kill as usize % 2];
        let first = victim.assert_kept(kill % KILLS_BETWEEN_CHECKS < 2) + 1;
        let (child, told) = start("a_child_that_acts", &victim.path, victim.encrypted, first);
        let acknowledged = kill_at_some_moment(child, &told, &mut dice);
        in_time += u32::from(!acknowledged.is_empty());
        victim.acknowledged.extend(acknowledged);
    }
    for victim in &victims {
        victim.assert_kept(true);
    }
    assert!(in_time > KILLS * times() / 2, "most children were killed at work: {in_time}");
}

fn open_under_either(path: &Path) -> (Book, usize) {
    let opened = [0, 1].map(|number| Book::open(path, opening(Some(passphrase(number)), Access::Write)));
    let [first, second] = opened;
    match (first, second) {
        (Ok(book), _) => (book, 0),
        (_, Ok(book)) => (book, 1),
        (Err(first), Err(second)) => panic!("neither passphrase opens the workspace: {first}; {second}"),
    }
}

#[test]
fn a_passphrase_change_that_is_killed_leaves_the_old_one_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(20_260_102);
    let victim = Victim::new(folder.path(), true);
    for _ in 0..8 * times() {
        let (mut child, told) = start("a_child_that_changes_its_passphrase", &victim.path, true, 0);
        told.recv_timeout(Duration::from_secs(60)).expect("the child begins");
        std::thread::sleep(Duration::from_millis(dice.below(1_500)));
        child.kill().unwrap();
        child.wait().unwrap();
        let (mut book, _) = open_under_either(&victim.path);
        let report = book.check().unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);
        let before = book.reading().all::<Note>().unwrap();
        let note = before[0].id;
        let binder: Id<Notebook> = Id::from_uuid(book.binders(book::BinderKind("notebook")).unwrap()[0].id);
        let number = before[0].grade.parse::<u64>().unwrap() + 1;
        act(&mut book, binder, note, number);
    }
}

#[test]
fn a_workspace_of_format_1_that_is_being_brought_up_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("format-1.tickmark");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1.tickmark");
    let mut dice = Dice(20_260_102);
    let mut halfway = 0;
    for _ in 0..30 * times() {
        std::fs::copy(&fixture, &path).unwrap();
        let (mut child, told) = start("a_child_that_brings_a_workspace_up", &path, false, 0);
        told.recv_timeout(Duration::from_secs(60)).unwrap();
        std::thread::sleep(Duration::from_micros(dice.below(40_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        halfway += u32::from(told.iter().next().is_none());
        let book = Book::open(&path, opening(None, Access::Write)).unwrap();
        let report = book.check().unwrap();
        assert!(report.is_clean() && report.blobs == 3, "{:?}", report.problems);
        drop(book);
        for left in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.path().join(format!("format-1.tickmark{left}")));
        }
    }
    assert!(halfway > 0, "some were killed before it was done");
}
