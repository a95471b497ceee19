//! The book's own promises, told with a small notebook of its own.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod notebook;

use book::{Access, Act, Book, BookError, params};
use ground::{Explain, Fault, Id, Secret};
use notebook::{ADD, Desk, KINDS, Note, an_author, desk, opening};

#[test]
fn what_was_acted_is_there_after_reopening() {
    let mut desk = desk();
    let note = desk.add("Three of sixty changes went live unapproved.", "minor");
    let path = desk.close();

    let book = Book::open(&path, opening(None, Access::Write)).unwrap();

    let read = book.reading().need(note).unwrap();
    assert_eq!(read.words, "Three of sixty changes went live unapproved.");
    assert!(book.check().unwrap().is_clean(), "{:?}", book.check().unwrap().problems);
}

#[test]
fn an_encrypted_workspace_shows_nothing_without_its_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.tickmark");
    let key = || Some(Secret::new("correct horse battery".to_owned()));
    let mut desk = Desk::at(&path, key(), folder);
    desk.add("zebra-crossing", "minor");
    let path = desk.close();

    let raw = std::fs::read(&path).unwrap();
    assert!(!raw.windows(5).any(|window| window == b"zebra"), "typed words must not be readable in the raw file");
    assert!(matches!(Book::open(&path, opening(None, Access::Write)), Err(BookError::NeedsPassphrase)));
    let wrong = Book::open(&path, opening(Some(Secret::new("wrong horse".to_owned())), Access::Write)).unwrap_err();
    assert_eq!(wrong.code(), "workspace.wrong-passphrase");
    assert!(Book::open(&path, opening(key(), Access::Write)).unwrap().check().unwrap().is_clean());
}

#[test]
fn the_passphrase_can_be_changed_and_taken_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.tickmark");
    let first = Secret::new("first passphrase".to_owned());
    let second = Secret::new("second passphrase".to_owned());
    let mut desk = Desk::at(&path, Some(first.clone()), folder);
    let note = desk.add("kept", "minor");

    let refused = desk.book.change_passphrase(Some(&second), Some(&second)).unwrap_err();
    assert_eq!(refused.code(), "workspace.wrong-passphrase");
    desk.book.change_passphrase(Some(&first), Some(&second)).unwrap();
    desk.change(note, |note| note.grade = "major".to_owned());
    let path = desk.close();

    assert!(matches!(Book::open(&path, opening(Some(first), Access::Write)), Err(BookError::WrongPassphrase)));
    let mut book = Book::open(&path, opening(Some(second.clone()), Access::Write)).unwrap();
    assert_eq!(book.reading().need(note).unwrap().grade, "major");
    book.change_passphrase(Some(&second), None).unwrap();
    assert!(!book.is_encrypted());
    drop(book);
    let book = Book::open(&path, opening(None, Access::Write)).unwrap();
    assert!(book.check().unwrap().is_clean());
}

#[test]
fn a_refused_act_leaves_no_trace() {
    let mut desk = desk();
    let note = desk.add("before", "minor");
    let binder = desk.binder;
    let refused: Result<(), Fault> = desk.book.act(binder, ADD, &an_author(), None, |writing| {
        let mut note: Note = writing.need(note)?;
        note.words = "after".to_owned();
        writing.put(&note)?;
        writing.keep_bytes(b"evidence", "text/plain")?;
        Err(Fault::new("test.no", "No.", "Stop."))
    });
    assert_eq!(refused.unwrap_err().code(), "test.no");
    assert_eq!(desk.read(note).words, "before");
    let report = desk.book.check().unwrap();
    assert!(report.is_clean(), "{:?}", report.problems);
    assert_eq!(report.blobs, 0, "the bytes of a refused act are not kept");
    desk.change(note, |note| note.grade = "major".to_owned());
    assert_eq!(desk.read(note).words, "before", "nothing of the refused act rides along with the next one");
}

#[test]
fn undo_puts_back_what_the_last_act_changed_and_redo_does_it_again() {
    let mut desk = desk();
    let note = desk.add("before", "minor");
    desk.wait();
    desk.change(note, |note| {
        note.grade = "major".to_owned();
        note.tags.insert("8.5.1".to_owned());
    });
    desk.book.undo(&an_author()).unwrap();
    let read = desk.read(note);
    assert_eq!((read.grade.as_str(), read.tags.len()), ("minor", 0));
    desk.book.redo(&an_author()).unwrap();
    let read = desk.read(note);
    assert_eq!((read.grade.as_str(), read.tags.len()), ("major", 1));
    desk.book.undo(&an_author()).unwrap();
    desk.book.undo(&an_author()).unwrap();
    assert!(desk.book.reading().get(note).unwrap().is_none(), "undoing its making hides the record");
    assert!(desk.book.undo_state().unwrap().undo.is_none(), "the binder itself is not undone");
    assert_eq!(desk.book.undo(&an_author()).unwrap_err().code(), "undo.nothing");
    desk.book.redo(&an_author()).unwrap();
    assert_eq!(desk.read(note).words, "before");
    let report = desk.book.check().unwrap();
    assert!(report.is_clean(), "{:?}", report.problems);
}

#[test]
fn undo_is_refused_where_someone_else_changed_the_field_since() {
    let mut here = desk();
    let note = here.add("before", "minor");
    let mut there = here.twin();
    here.wait();
    here.change(note, |note| note.grade = "major".to_owned());
    here.pass_on_to(&mut there);
    there.change(note, |note| note.grade = "observation".to_owned());
    there.pass_on_to(&mut here);

    let refused = here.book.undo(&an_author()).unwrap_err();

    assert_eq!(refused.problem().code, "undo.changed-since");
    assert!(refused.to_string().contains("Mia Lind has changed grade"), "{refused}");
    assert_eq!(here.read(note).grade, "observation");
}

#[test]
fn redo_is_refused_where_someone_else_changed_the_field_since() {
    let mut here = desk();
    let note = here.add("before", "minor");
    let mut there = here.twin();
    here.wait();
    here.change(note, |note| note.grade = "major".to_owned());
    here.book.undo(&an_author()).unwrap();
    here.pass_on_to(&mut there);
    there.change(note, |note| note.grade = "observation".to_owned());
    there.pass_on_to(&mut here);

    let refused = here.book.redo(&an_author()).unwrap_err();

    assert_eq!(refused.code(), "redo.changed-since");
    assert!(refused.to_string().contains("Mia Lind"), "{refused}");
    assert!(here.is_sound());
}

#[test]
fn typing_in_one_go_is_undone_as_a_whole_and_redone_as_a_whole() {
    let mut desk = desk();
    let note = desk.add("", "minor");
    desk.wait();
    for words in ["T", "Th", "Three", "Three of sixty"] {
        desk.change(note, |note| note.words = words.to_owned());
    }
    desk.book.undo(&an_author()).unwrap();
    assert_eq!(desk.read(note).words, "");
    desk.book.redo(&an_author()).unwrap();
    assert_eq!(desk.read(note).words, "Three of sixty");
    assert!(desk.is_sound());
}

#[test]
fn what_came_in_while_someone_typed_is_not_undone_with_the_typing() {
    let mut here = desk();
    let note = here.add("", "minor");
    let mut there = here.twin();
    here.wait();
    here.change(note, |note| note.words = "Th".to_owned());
    there.change(note, |note| note.grade = "major".to_owned());
    there.pass_on_to(&mut here);
    here.change(note, |note| note.words = "Three".to_owned());

    here.book.undo(&an_author()).unwrap();

    let read = here.read(note);
    assert_eq!((read.words.as_str(), read.grade.as_str()), ("Th", "major"));
    assert!(here.is_sound());
}

#[test]
fn typing_that_came_to_nothing_does_not_hold_up_the_next_undo() {
    let mut desk = desk();
    let note = desk.add("before", "minor");
    desk.wait();
    desk.change(note, |note| note.grade = "major".to_owned());
    desk.wait();
    for words in ["before!", "before"] {
        desk.change(note, |note| note.words = words.to_owned());
    }
    desk.book.undo(&an_author()).unwrap();
    assert_eq!(desk.read(note).grade, "major");
    desk.book.undo(&an_author()).unwrap();
    assert_eq!(desk.read(note).grade, "minor");
    assert!(desk.is_sound());
}

#[test]
fn what_someone_wrote_apart_shows_a_record_again_whose_making_was_undone() {
    let mut here = desk();
    here.wait();
    let note = here.add("mine", "minor");
    let mut there = here.twin();
    here.book.undo(&an_author()).unwrap();
    there.change(note, |note| note.words = "mine and yours".to_owned());

    here.pass_on_to(&mut there);
    there.pass_on_to(&mut here);

    for desk in [&here, &there] {
        assert_eq!(desk.read(note).words, "mine and yours", "nobody's words vanish by another's undo");
        assert!(desk.is_sound());
    }
}

#[test]
fn an_undo_of_a_set_and_a_map_puts_back_their_members_one_by_one() {
    let mut desk = desk();
    let note = desk.add("before", "minor");
    desk.change(note, |note| note.tags = ["8.5.1".to_owned(), "9.1".to_owned()].into());
    desk.wait();
    desk.change(note, |note| {
        note.tags = ["9.1".to_owned(), "10.2".to_owned()].into();
        note.assigned.insert("8.5.1".to_owned(), "Mia".to_owned());
        note.photo = Some("none".to_owned());
    });
    desk.book.undo(&an_author()).unwrap();
    let read = desk.read(note);
    assert_eq!(read.tags, ["8.5.1".to_owned(), "9.1".to_owned()].into());
    assert!(read.assigned.is_empty() && read.photo.is_none());
    desk.book.redo(&an_author()).unwrap();
    let read = desk.read(note);
    assert_eq!(read.tags, ["9.1".to_owned(), "10.2".to_owned()].into());
    assert_eq!(read.assigned["8.5.1"], "Mia");
}

#[test]
fn undo_reaches_only_what_was_done_at_this_desk() {
    let mut here = desk();
    here.add("before", "minor");
    let mut there = here.twin();
    assert!(there.book.undo_state().unwrap().undo.is_none());
    assert_eq!(there.book.undo(&an_author()).unwrap_err().code(), "undo.nothing");
}

#[test]
fn two_grades_set_apart_are_an_open_question_until_someone_settles_it() {
    let mut here = desk();
    let note = here.add("before", "minor");
    let mut there = here.twin();
    here.change(note, |note| note.grade = "major".to_owned());
    there.change(note, |note| note.grade = "observation".to_owned());
    here.pass_on_to(&mut there);
    there.pass_on_to(&mut here);

    let questions = here.book.open_questions(Some(here.binder)).unwrap();
    assert_eq!(questions, there.book.open_questions(Some(there.binder)).unwrap());
    let question = questions.into_iter().next().expect("the grade is open");
    let answers: Vec<(&str, &str)> =
        question.answers.iter().map(|answer| (answer.value.as_str().unwrap(), answer.by.as_str())).collect();
    assert_eq!(question.field, "grade");
    assert!(answers.contains(&("major", "Jonas Berg")) && answers.contains(&("observation", "Mia Lind")));
    assert_eq!(answers.last().unwrap().0, here.read(note).grade, "the last one stands until then");

    here.change(note, |note| note.words = "after".to_owned());
    assert_eq!(here.book.open_questions(Some(here.binder)).unwrap().len(), 1, "another field settles nothing");

    for answer in [1, 0] {
        let mut settling = here.twin();
        settling.settle(&question, answer).unwrap();
        assert_eq!(settling.read(note).grade, answers[answer].0);
        assert!(settling.is_sound());
    }
    here.settle(&question, 1).unwrap();
    here.pass_on_to(&mut there);
    for desk in [&here, &there] {
        assert_eq!(desk.book.open_questions(Some(desk.binder)).unwrap(), []);
        assert_eq!(desk.read(note).grade, answers[1].0);
        assert!(desk.is_sound());
    }
    assert_eq!(here.settle(&question, 1).unwrap_err().code(), "question.not-open");
}

#[test]
fn setting_the_field_to_a_third_value_settles_it_too() {
    let mut here = desk();
    let note = here.add("before", "minor");
    let mut there = here.twin();
    here.change(note, |note| note.grade = "major".to_owned());
    there.change(note, |note| note.grade = "observation".to_owned());
    there.pass_on_to(&mut here);
    here.change(note, |note| note.grade = "minor".to_owned());
    assert_eq!(here.book.open_questions(Some(here.binder)).unwrap(), []);
    assert!(here.is_sound());
}

#[test]
fn changes_wait_for_their_parents_also_over_a_reopening() {
    let mut here = desk();
    let binder = here.binder;
    let note = here.add("one", "minor");
    here.change(note, |note| note.grade = "major".to_owned());
    let changes = here.book.changes_since(binder, &[]).unwrap();
    let mut there = desk();
    let taken = there.book.take_in(binder, &changes[1..]).unwrap();
    assert_eq!((taken.new, taken.waiting), (0, 2), "without the beginning nothing is known of the binder");
    let path = there.close();

    let mut there = Book::open(&path, opening(None, Access::Write)).unwrap();
    let taken = there.take_in(binder, &changes[..1]).unwrap();

    assert_eq!((taken.new, taken.waiting), (3, 0));
    assert_eq!(there.reading().need(note).unwrap().grade, "major");
    assert_eq!(there.heads(binder).unwrap(), here.book.heads(binder).unwrap());
    assert!(there.check().unwrap().is_clean());
}

#[test]
fn changes_of_another_binder_are_refused_whole() {
    let mut here = desk();
    here.add("here", "minor");
    let mut stranger = desk();
    stranger.add("strange", "minor");
    let mine = here.book.changes_since(here.binder, &[]).unwrap();
    let theirs = stranger.book.changes_since(stranger.binder, &[]).unwrap();
    let mut there = desk();

    let mixed: Vec<Vec<u8>> = mine.iter().chain(&theirs).cloned().collect();
    assert_eq!(there.book.take_in(here.binder, &mixed).unwrap_err().code(), "change.not-a-change");
    assert_eq!(there.book.take_in(here.binder, &theirs).unwrap_err().code(), "change.not-a-change");
    assert!(there.book.heads(here.binder).unwrap().is_empty());
    there.book.take_in(here.binder, &mine).unwrap();
    assert_eq!(there.book.take_in(here.binder, &theirs).unwrap_err().code(), "change.not-a-change");
    there.book.take_in(stranger.binder, &theirs).unwrap();
    assert_eq!(there.book.take_in(here.binder, &theirs[1..]).unwrap_err().code(), "change.not-a-change");
    assert!(there.is_sound());
    there.add("and it still writes", "minor");
    assert!(there.is_sound());
}

#[test]
fn a_record_of_one_binder_is_not_written_into_another() {
    let mut desk = desk();
    let note = desk.add("here", "minor");
    let other: Id<notebook::Notebook> = Id::new();
    let refused: Result<(), Fault> =
        desk.book.act_in_new(other, book::BinderKind("notebook"), "Other", ADD, &an_author(), |writing| {
            writing.put(&Note { id: note, ..Note::default() })
        });
    assert_eq!(refused.unwrap_err().code(), "record.elsewhere");
    assert_eq!(desk.read(note).words, "here");
    assert!(desk.is_sound());
}

#[test]
fn a_snapshot_that_is_stale_damaged_or_strange_never_becomes_truth() {
    let mut desk = desk();
    let note = desk.add("", "minor");
    for number in 0..220 {
        desk.change(note, |note| note.grade = format!("grade {number}"));
    }
    let binder = desk.binder;
    let mut stranger = notebook::desk();
    stranger.add("strange", "minor");
    for number in 0..220 {
        let note = stranger.book.reading().all::<Note>().unwrap()[0].id;
        stranger.change(note, |note| note.grade = format!("strange {number}"));
    }
    let path = desk.close();
    let other = stranger.close();
    for path in [&path, &other] {
        let mut book = Book::open(path, opening(None, Access::Write)).unwrap();
        for view in book.binders(book::BinderKind("notebook")).unwrap() {
            book.changes_since(Id::<()>::from_uuid(view.id), &[]).unwrap();
        }
    }
    let saved = |path: &std::path::Path| -> Vec<u8> {
        let connection = rusqlite::Connection::open(path).unwrap();
        connection.query_row("SELECT bytes FROM snapshot", [], |row| row.get(0)).expect("a snapshot was saved")
    };
    let good = saved(&path);
    let mut flipped = good.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x40;
    // What came after the saving is what a stale one would lose.
    let mut book = Book::open(&path, opening(None, Access::Write)).unwrap();
    book.act(binder, notebook::CHANGE, &an_author(), None, |writing| {
        let mut note: Note = writing.need(note)?;
        note.grade = "last".to_owned();
        writing.put(&note)
    })
    .unwrap();
    drop(book);
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("damaged", flipped, "position"),
        ("of another binder", saved(&other), "position"),
        ("empty", Vec::new(), "position"),
        ("said to be newer than it is", good.clone(), "position + 1000"),
        ("said to be older than it is", good, "1"),
    ];
    for (case, bytes, position) in cases {
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute(&format!("UPDATE snapshot SET bytes = ?1, position = {position}"), params![bytes]).unwrap();
        drop(connection);
        let mut book = Book::open(&path, opening(None, Access::Write)).unwrap();
        // Changes that are read twice do no harm.
        if case != "said to be older than it is" {
            let report = book.check().unwrap();
            assert!(report.problems.iter().any(|problem| problem.contains("saved copy")), "{case}: {report:?}");
        }
        let read: Note = book.act(binder, notebook::CHANGE, &an_author(), None, |writing| writing.need(note)).unwrap();
        assert_eq!(read.grade, "last", "{case}");
        assert_eq!(book.changes_since(binder, &[]).unwrap().len(), 223, "{case}");
        book.rebuild().unwrap();
        assert!(book.check().unwrap().is_clean(), "{case}");
        book.changes_since(binder, &[]).unwrap();
    }
}

#[test]
fn check_names_a_row_that_tells_another_author_than_its_change() {
    let mut desk = desk();
    desk.add("true words", "minor");
    let path = desk.close();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("UPDATE change SET stamp = replace(stamp, 'Jonas Berg', 'Mia Lind')").unwrap();
    drop(connection);
    let book = Book::open(&path, opening(None, Access::Write)).unwrap();
    let report = book.check().unwrap();
    assert!(report.problems.iter().any(|problem| problem.contains("tells another act")), "{:?}", report.problems);
}

#[test]
fn a_file_with_a_trigger_in_it_is_refused() {
    let mut desk = desk();
    desk.add("true words", "minor");
    let path = desk.close();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("CREATE TRIGGER unseen AFTER INSERT ON change BEGIN DELETE FROM note; END").unwrap();
    drop(connection);
    assert_eq!(Book::open(&path, opening(None, Access::Write)).unwrap_err().problem().code, "workspace.damaged");
}

#[test]
fn the_passphrase_is_not_changed_while_another_program_reads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.tickmark");
    let key = Secret::new("first passphrase".to_owned());
    let mut desk = Desk::at(&path, Some(key.clone()), folder);
    let note = desk.add("kept", "minor");
    let reader = Book::open(&desk.path, opening(Some(key.clone()), Access::Read)).unwrap();
    assert_eq!(desk.book.change_passphrase(Some(&key), None).unwrap_err().problem().code, "workspace.busy");
    desk.change(note, |note| note.grade = "major".to_owned());
    drop(reader);
    desk.book.change_passphrase(Some(&key), None).unwrap();
    assert_eq!(desk.read(note).grade, "major");
    assert!(desk.is_sound());
}

#[test]
fn a_lasting_act_is_not_undone() {
    let mut desk = desk();
    let note = desk.add("before", "minor");
    let binder = desk.binder;
    desk.book
        .act(binder, Act::lasting("notebook.sign"), &an_author(), None, |writing| {
            let mut note: Note = writing.need(note)?;
            note.grade = "signed".to_owned();
            writing.put(&note)
        })
        .unwrap();
    assert_eq!(desk.book.undo(&an_author()).unwrap_err().code(), "undo.lasting");
    assert!(desk.book.undo_state().unwrap().undo.is_none());
}

#[test]
fn history_tells_who_changed_what_from_what_to_what() {
    let mut desk = desk();
    let note = desk.add("", "minor");
    for words in ["T", "Th", "Three of sixty"] {
        desk.change(note, |note| note.words = words.to_owned());
    }
    desk.change(note, |note| note.grade = "major".to_owned());

    let history = desk.book.history_of("note", note.uuid()).unwrap();

    let acts: Vec<&str> = history.iter().map(|entry| entry.act.as_str()).collect();
    assert_eq!(acts, ["notebook.add", "notebook.change", "notebook.change"], "a note typed in one go is told as one");
    assert_eq!(history[1].fields[0].to, "Three of sixty");
    assert_eq!((history[2].fields[0].from.as_str(), history[2].fields[0].to.as_str()), (Some("minor"), Some("major")));
    assert_eq!(history[2].by, "Jonas Berg");
}

#[test]
fn what_people_typed_is_found_by_the_beginning_of_a_word() {
    let mut desk = desk();
    desk.add("Emergency changes lack approval; Übergabe fehlt", "minor");
    let binder = desk.binder;
    assert_eq!(desk.book.find("emerg appr", None, 10).unwrap().len(), 1);
    assert_eq!(desk.book.find("ubergabe", Some(binder.of()), 10).unwrap().len(), 1, "accents don't hide words");
    assert!(desk.book.find("NEAR(\"", None, 10).unwrap().is_empty());
}

#[test]
fn a_second_program_is_told_who_has_the_workspace_and_may_read() {
    let mut desk = desk();
    let note = desk.add("seen", "minor");
    let path = desk.path.clone();
    let held = Book::open(&path, opening(None, Access::Write)).unwrap_err();
    assert_eq!(held.code(), "workspace.held");
    assert!(held.to_string().contains("tests"), "{held}");
    let mut reader = Book::open(&path, opening(None, Access::Read)).unwrap();
    assert_eq!(reader.reading().need(note).unwrap().words, "seen");
    let refused: Result<(), Fault> = reader.act(desk.binder, ADD, &an_author(), None, |_| Ok(()));
    assert_eq!(refused.unwrap_err().code(), "workspace.read-only");
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let mut desk = desk();
    let note = desk.add("saved", "minor");
    desk.let_the_disk_be_full();
    let binder = desk.binder;
    let refused: Result<(), Fault> = desk.book.act(binder, ADD, &an_author(), None, |writing| {
        // A picture is kept as it is, so the disk needs room for all of it.
        writing.keep_bytes(&vec![7; 3_000_000], "image/png")?;
        Ok(())
    });
    assert_eq!(refused.unwrap_err().code(), "workspace.disk-full");
    assert_eq!(desk.read(note).words, "saved");
    let report = desk.book.check().unwrap();
    assert!(report.is_clean(), "{:?}", report.problems);
    desk.let_the_disk_have_room();
    desk.change(note, |note| note.words = "saved again".to_owned());
    assert_eq!(desk.read(note).words, "saved again");
}

#[test]
fn a_file_that_is_no_workspace_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [(&str, &[u8], &str); 4] = [
        ("empty", b"", "workspace.not-a-workspace"),
        ("letter.txt", b"Dear auditor, this is a letter and not a workspace at all.", "workspace.not-a-workspace"),
        ("report.pdf", b"%PDF-1.7 and then something that looks like a report", "workspace.not-a-workspace"),
        ("half", b"SQLite format 3\0 and then nothing", "workspace.damaged"),
    ];
    for (name, bytes, code) in cases {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let problem = Book::open(&path, opening(None, Access::Write)).unwrap_err().problem();
        assert_eq!(problem.code, code, "{name}: {problem}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name} must not be touched");
    }
    let nowhere = Book::open(&folder.path().join("nowhere"), opening(None, Access::Write)).unwrap_err();
    assert_eq!(nowhere.code(), "workspace.no-such-file");
}

#[test]
fn a_workspace_from_a_newer_program_is_refused() {
    let mut desk = desk();
    desk.add("seen", "minor");
    let path = desk.close();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(connection);
    assert_eq!(Book::open(&path, opening(None, Access::Write)).unwrap_err().code(), "workspace.newer");
}

#[test]
fn check_names_a_row_that_was_tampered_with_and_a_rebuild_mends_it() {
    let mut desk = desk();
    desk.add("true words", "minor");
    let path = desk.close();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("UPDATE note SET grade = 'none'").unwrap();
    drop(connection);
    let mut book = Book::open(&path, opening(None, Access::Write)).unwrap();
    let report = book.check().unwrap();
    assert!(report.problems.iter().any(|problem| problem.contains("row of note/")), "{:?}", report.problems);
    book.rebuild().unwrap();
    assert!(book.check().unwrap().is_clean());
}

#[test]
fn check_names_a_change_whose_bytes_were_altered() {
    let mut desk = desk();
    desk.add("true words", "minor");
    let path = desk.close();
    let connection = rusqlite::Connection::open(&path).unwrap();
    let (position, mut bytes): (i64, Vec<u8>) = connection
        .query_row("SELECT position, bytes FROM change ORDER BY position DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    connection.execute("UPDATE change SET bytes = ?2 WHERE position = ?1", params![position, bytes]).unwrap();
    drop(connection);
    let book = Book::open(&path, opening(None, Access::Write)).unwrap();
    assert!(!book.check().unwrap().is_clean());
}

#[test]
fn a_backup_opens_under_the_same_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.tickmark");
    let to = folder.path().join("backup.tickmark");
    let key = Secret::new("correct horse battery".to_owned());
    let mut desk = Desk::at(&path, Some(key.clone()), tempfile::tempdir().unwrap());
    let note = desk.add("kept", "minor");
    let wrong = desk.book.back_up(&to, Some(&Secret::new("something else".to_owned()))).unwrap_err();
    assert_eq!(wrong.code(), "workspace.wrong-passphrase");
    assert!(!to.exists());
    desk.book.back_up(&to, Some(&key)).unwrap();
    assert_eq!(desk.book.back_up(&to, Some(&key)).unwrap_err().code(), "workspace.already-there");
    let copy = Book::open(&to, opening(Some(key), Access::Write)).unwrap();
    assert_eq!(copy.reading().need(note).unwrap().words, "kept");
    assert!(copy.check().unwrap().is_clean());
}

#[test]
fn the_same_bytes_are_kept_once_and_proven() {
    let mut desk = desk();
    let binder = desk.binder;
    let file = desk.path.with_file_name("photo.png");
    std::fs::write(&file, vec![1; 2_500_000]).unwrap();
    let kept = desk
        .book
        .act(binder, ADD, &an_author(), None, |writing| {
            let first = writing.keep_file(&file, "image/png")?;
            let second = writing.keep_bytes(&vec![1; 2_500_000], "image/png")?;
            assert_eq!(first, second);
            writing.put(&Note { id: Id::new(), photo: Some(first.sha256.clone()), ..Note::default() })?;
            Ok::<_, Fault>(first)
        })
        .unwrap();
    assert_eq!(desk.book.blob(&kept.sha256).unwrap().len(), 2_500_000);
    assert_eq!(desk.book.check().unwrap().blobs, 1);
}

#[test]
fn hostile_text_is_refused_and_the_rest_is_kept_as_typed() {
    let mut desk = desk();
    let note = desk.add("plain", "minor");
    let million = "x".repeat(1_000_000);
    assert_eq!(desk.try_change(note, |note| note.words = million).unwrap_err().code(), "text.too-long");
    assert_eq!(
        desk.try_change(note, |note| note.words = "bell \u{7}".to_owned()).unwrap_err().code(),
        "text.control-character"
    );
    let odd = "שלום \u{202e}evil\u{202c} <script>alert(1)</script> 'quote\" \u{1F469}\u{200D}\u{1F52C}\n\ttab";
    desk.change(note, |note| note.words = odd.to_owned());
    assert_eq!(desk.read(note).words, odd);
    assert!(desk.book.check().unwrap().is_clean());
}

#[test]
fn the_index_is_made_anew_when_the_program_keeps_records_differently() {
    let mut desk = desk();
    let note = desk.add("kept", "minor");
    let path = desk.close();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("UPDATE local SET value = 'older' WHERE name = 'index_fingerprint'; DELETE FROM note;")
        .unwrap();
    drop(connection);
    let book = Book::open(&path, opening(None, Access::Write)).unwrap();
    assert_eq!(book.reading().need(note).unwrap().words, "kept");
    assert_eq!(KINDS.len(), 1);
}

#[test]
fn history_tells_the_same_whether_changes_follow_each_other_or_not() {
    let mut here = desk();
    let note = here.add("", "minor");
    let mut there = here.twin();
    let mut told = vec![("minor".to_owned(), Vec::new())];
    for number in 0..12 {
        here.wait();
        match number % 4 {
            0 => here.change(note, |note| note.grade = format!("grade {number}")),
            1 => here.change(note, |note| note.tags = [format!("8.{number}")].into()),
            2 => here.change(note, |note| note.words.push_str("more ")),
            _ => here.change(note, |note| note.place = (number % 8 == 3).then(|| "hall".to_owned())),
        }
        if number == 6 {
            there.change(note, |note| note.remote = true);
            there.pass_on_to(&mut here);
        }
        let read = here.read(note);
        told.push((read.grade, read.tags.into_iter().collect::<Vec<String>>()));
    }

    let history = here.book.history_of("note", note.uuid()).unwrap();

    // Played forward from nothing, the history gives what each act left.
    let mut grade = String::new();
    let mut tags = std::collections::BTreeSet::new();
    let mut played = Vec::new();
    for entry in history.iter().filter(|entry| entry.by == "Jonas Berg") {
        for change in &entry.fields {
            match change.field.split_once('/') {
                Some(("tags", tag)) if change.to == true => drop(tags.insert(tag.to_owned())),
                Some(("tags", tag)) => drop(tags.remove(tag)),
                _ if change.field == "grade" => change.to.as_str().unwrap().clone_into(&mut grade),
                _ => {}
            }
        }
        played.push((grade.clone(), tags.iter().cloned().collect()));
    }
    assert_eq!(played, told);
}
