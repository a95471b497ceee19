//! Bytes that nobody meant: a hurt file, a forged one, changes made by chance. Nothing may panic, and nothing may be
//! taken for truth that is not.
//!
//! `TICKMARK_LONG=1` runs ten times as many cases.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod notebook;

use std::{
    io::{Seek, SeekFrom},
    path::{Path, PathBuf},
};

use book::{Access, Book};
use ground::{Explain, Id};
use notebook::{CHANGE, Desk, Note, Notebook, an_author, desk, opening};
use proptest::{collection::vec, prelude::*, sample::Index, test_runner::Config};
use sha2::{Digest, Sha256};

fn cases(number: u32) -> Config {
    let times = if std::env::var("TICKMARK_LONG").is_ok_and(|value| value == "1") { 10 } else { 1 };
    Config { failure_persistence: None, max_shrink_iters: 200, ..Config::with_cases(number * times) }
}

/// A closed workspace with a little of everything in it.
fn a_workspace() -> PathBuf {
    let mut desk = desk();
    for number in 0..8 {
        let note = desk.add(&format!("note {number}: three of sixty changes went live unapproved"), "minor");
        desk.change(note, |note| {
            note.grade = "major".to_owned();
            note.tags.insert("8.5.1".to_owned());
        });
    }
    let binder = desk.binder;
    desk.book
        .act(binder, CHANGE, &an_author(), None, |writing| {
            let photo = writing.keep_bytes(&[7; 9_000], "image/png")?.sha256;
            writing.put(&Note { id: Id::new(), photo: Some(photo), ..Note::default() })
        })
        .unwrap();
    desk.close()
}

/// Asks a book everything it can be asked. Whatever it answers, it must answer.
fn ask_everything(book: &mut Book) {
    let _ = book.check();
    let _ = book.reading().all::<Note>();
    let _ = book.open_questions::<Notebook>(None);
    let _ = book.find("three", None, 10);
    let _ = book.recent(None, None, 50);
    let _ = book.undo_state();
    let _ = book.locals("");
    let blobs: Vec<serde_json::Value> = book.reading().rows("SELECT sha256 FROM blob", []).unwrap_or_default();
    for blob in &blobs {
        let sha256 = blob["sha256"].as_str().unwrap_or_default();
        let _ = book.blob(sha256);
        let _ = book.blob_reader(sha256).map(|mut bytes| {
            let _ = bytes.seek(SeekFrom::End(-5));
            std::io::copy(&mut bytes, &mut std::io::sink())
        });
    }
    let binders = book.binders(book::BinderKind("notebook")).unwrap_or_default();
    for view in &binders {
        let binder: Id<Notebook> = Id::from_uuid(view.id);
        let _ = book.heads(binder);
        let _ = book.changes_since(binder, &[]);
        let notes = book.reading().of_binder::<Note, _>(binder).unwrap_or_default();
        for note in notes.iter().take(2) {
            let _ = book.history_of("note", note.id.uuid());
        }
        let _: Result<(), ground::Fault> =
            book.act(binder, CHANGE, &an_author(), None, |writing| writing.put(&Note::default()));
    }
    for media_type in ["image/png", "text/plain"] {
        let _: Result<(), ground::Fault> = binders.first().map_or(Ok(()), |view| {
            book.act(Id::<Notebook>::from_uuid(view.id), CHANGE, &an_author(), None, |writing| {
                writing.keep_bytes(&[9; 3_000], media_type).map(drop)
            })
        });
    }
    let _ = book.undo(&an_author());
    let _ = book.rebuild();
    let _ = book.check();
}

fn open(path: &Path, access: Access) {
    match Book::open(path, opening(None, access)) {
        Ok(mut book) => ask_everything(&mut book),
        Err(refused) => {
            let problem = refused.problem();
            assert!(!problem.message.is_empty() && !problem.remedy.is_empty() && !problem.code.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_hurt_workspace_is_refused_or_reported_and_never_panics(
        flips in vec((any::<Index>(), any::<u8>()), 0..12),
        cut in proptest::option::weighted(0.3, any::<Index>()),
        access in prop_oneof![Just(Access::Write), Just(Access::Read)],
    ) {
        thread_local!(static WHOLE: Vec<u8> = std::fs::read(a_workspace()).unwrap());
        let mut bytes = WHOLE.with(Clone::clone);
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hurt.tickmark");
        std::fs::write(&path, &bytes).unwrap();
        open(&path, access);
    }
}

/// The rows of a workspace, changed one by one under SQLite's own eyes: what no checksum of the file would show.
#[test]
fn a_forged_cell_is_named_by_the_check_or_changes_nothing() {
    let forgeries = [
        ("UPDATE change SET bytes = x'' WHERE position = 3", true),
        ("UPDATE change SET bytes = zeroblob(100000) WHERE position = 3", true),
        ("UPDATE change SET parents = x'00' WHERE position = 3", true),
        ("UPDATE change SET hash = 'none' WHERE position = 3", true),
        ("UPDATE change SET stamp = '{' WHERE position = 3", true),
        ("UPDATE change SET stamp = '{}' WHERE position = 3", true),
        ("UPDATE change SET at = -9223372036854775808 WHERE position = 3", true),
        ("UPDATE change SET actor = 'zz' WHERE position = 3", true),
        ("UPDATE change SET desk = 'another' WHERE position = 3", true),
        ("DELETE FROM change WHERE position = 3", true),
        ("DELETE FROM change WHERE position = (SELECT max(position) FROM change)", true),
        ("UPDATE binder SET heads = x'01'", true),
        ("UPDATE binder SET heads = x''", true),
        ("UPDATE binder SET title = 'Other'", true),
        ("UPDATE blob_part SET bytes = zeroblob(9000)", true),
        ("UPDATE blob_part SET bytes = zeroblob(100000000)", true),
        ("UPDATE blob_part SET bytes = x''", true),
        ("UPDATE blob_part SET packing = 1", true),
        ("UPDATE blob_part SET packing = 9223372036854775807", true),
        ("UPDATE blob_part SET part = -1", true),
        ("UPDATE blob_part SET blob = 9223372036854775807", true),
        ("INSERT INTO blob_part SELECT blob, 1, packing, bytes FROM blob_part", true),
        ("INSERT INTO blob_part VALUES (77, 0, 0, x'00')", true),
        ("DELETE FROM blob_part", true),
        ("UPDATE blob SET size_bytes = 0", true),
        ("UPDATE blob SET size_bytes = -1", true),
        ("UPDATE blob SET size_bytes = 9223372036854775807", true),
        ("UPDATE blob SET number = 9223372036854775807", true),
        ("DROP TABLE blob_part", true),
        ("DELETE FROM blob", true),
        ("UPDATE note SET tags = 'not json'", true),
        ("DELETE FROM note", true),
        ("UPDATE note SET binder = 'none'", true),
        ("INSERT INTO open_question VALUES ('b', 'note', 'r', 'grade', 'x')", true),
        ("DELETE FROM touched", true),
        ("INSERT INTO touched VALUES ('note', 'none', 99)", true),
        ("DELETE FROM searched", true),
        ("UPDATE search SET words = 'other'", true),
        ("INSERT INTO waiting VALUES ('none', 'none', x'0102')", true),
        ("INSERT INTO snapshot SELECT id, 5, x'0102' FROM binder", true),
        ("DELETE FROM local WHERE name = 'desk'", false),
        ("UPDATE local SET value = '[\"change\", \"binder\"]' WHERE name = 'index_tables'", false),
        ("DROP TABLE change", false),
        ("DROP TABLE search", true),
        ("PRAGMA user_version = -1", false),
        ("PRAGMA user_version = 1", false),
    ];
    let whole = std::fs::read(a_workspace()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forged.tickmark");
    for (forgery, named) in forgeries {
        std::fs::write(&path, &whole).unwrap();
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {forgery}")).unwrap();
        drop(connection);
        match Book::open(&path, opening(None, Access::Write)) {
            Ok(mut book) => {
                let clean = book.check().is_ok_and(|report| report.is_clean());
                assert!(!named || !clean, "{forgery} goes unnoticed");
                ask_everything(&mut book);
            }
            Err(refused) => assert!(!refused.problem().remedy.is_empty(), "{forgery}"),
        }
    }
}

/// The bytes of a change with its checksum made right again, so that what is forged is looked at and not just refused.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() > 8 {
        let seal = Sha256::digest(&bytes[8..]);
        bytes[4..8].copy_from_slice(&seal[..4]);
    }
    bytes
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn bytes_made_by_chance_are_no_changes(changes in vec(vec(any::<u8>(), 0..300), 1..4)) {
        thread_local!(static DESK: std::cell::RefCell<Desk> = std::cell::RefCell::new(desk()));
        DESK.with_borrow_mut(|desk| {
            let refused = desk.book.take_in(desk.binder, &changes).unwrap_err();
            prop_assert_eq!(refused.code(), "change.not-a-change");
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_forged_change_is_refused_or_leaves_a_sound_workspace(
        which in any::<Index>(),
        flips in vec((any::<Index>(), any::<u8>()), 1..4),
        cut in proptest::option::weighted(0.1, any::<Index>()),
    ) {
        let mut here = desk();
        let note = here.add("three of sixty", "minor");
        here.change(note, |note| note.words.push_str(" changes"));
        here.change(note, |note| note.grade = "major".to_owned());
        let mut changes = here.book.changes_since(here.binder, &[]).unwrap();
        let which = which.index(changes.len());
        let forged = &mut changes[which];
        for (place, byte) in flips {
            // The first eight bytes are the file type and the checksum, which is made right below.
            let place = 8 + place.index(forged.len() - 8);
            forged[place] = byte;
        }
        if let Some(cut) = cut {
            forged.truncate(cut.index(forged.len()));
        }
        changes[which] = resealed(std::mem::take(&mut changes[which]));

        let mut there = desk();
        let taken = there.book.take_in(here.binder, &changes);
        prop_assert!(there.is_sound(), "after {taken:?}");
        if let Err(refused) = taken {
            prop_assert!(!refused.problem().remedy.is_empty());
            there.book.take_in(here.binder, &here.book.changes_since(here.binder, &[]).unwrap()).unwrap();
            prop_assert_eq!(there.read(note), here.read(note), "the true ones are taken in all the same");
        }
        ask_everything(&mut there.book);
    }
}
