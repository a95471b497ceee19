//! Large files in a workspace: kept in parts, read as a stream, and proven.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod notebook;

use std::{
    fs,
    io::{Cursor, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use book::{Access, BlobRef, Book, BookError, LARGEST_BLOB_BYTES, params};
use ground::{Explain, Fault, Secret, Severity};
use notebook::{ADD, Desk, Note, an_author, desk, opening};
use proptest::{collection::vec, prelude::*};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

const PART: usize = 1024 * 1024;

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Rows as an export has them; no two parts are alike.
fn rows(length: usize) -> Vec<u8> {
    (0_u32..).flat_map(|row| format!("INC{row:07};approved;2026-03-01;Lind\n").into_bytes()).take(length).collect()
}

fn keep(desk: &mut Desk, bytes: &[u8], media_type: &str) -> BlobRef {
    acting(desk, |writing| writing.keep_bytes(bytes, media_type)).unwrap()
}

fn acting<R, E: From<Fault>>(
    desk: &mut Desk,
    verb: impl FnOnce(&mut book::Writing<'_>) -> Result<R, E>,
) -> Result<R, E> {
    desk.book.act(desk.binder, ADD, &an_author(), None, verb)
}

fn count(book: &Book, sql: &str) -> i64 {
    book.reading().count(sql, params![]).unwrap()
}

fn parts(book: &Book) -> i64 {
    count(book, "SELECT count(*) FROM blob_part")
}

fn pages(book: &Book) -> i64 {
    count(book, "SELECT page_count FROM pragma_page_count")
}

fn read_all(book: &Book, sha256: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    book.blob_reader(sha256).unwrap().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The code of the fault that a stream ended with.
fn code_of(error: std::io::Error) -> String {
    error.into_inner().unwrap().downcast::<Fault>().unwrap().code().to_owned()
}

fn beside(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.path.with_file_name(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn bytes_of_every_length_come_back_as_they_were_whichever_way_they_went_in() {
    let mut desk = desk();
    let mut number = 0;
    for length in [0, 1, 4096, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 500_000] {
        for media_type in ["text/csv", "image/png"] {
            for way in 0..4 {
                number += 1;
                let mut bytes = rows(length);
                // No two alike, so that each is really kept.
                bytes.splice(..bytes.len().min(4), format!("{number:04}").into_bytes().into_iter().take(length));
                let file = beside(&desk, "export", &bytes);
                let kept: BlobRef = acting(&mut desk, |writing| match way {
                    0 => writing.keep_bytes(&bytes, media_type),
                    1 => writing.keep_file(&file, media_type),
                    2 => {
                        let mut blob = writing.begin_blob(media_type)?;
                        for chunk in bytes.chunks(300_007) {
                            blob.add(chunk)?;
                        }
                        assert_eq!(blob.size_bytes(), length as u64);
                        Ok(blob.finish()?)
                    }
                    _ => {
                        let mut kept = writing.open_and_keep(&file, media_type)?;
                        let mut read = Vec::new();
                        kept.read_to_end(&mut read).unwrap();
                        assert_eq!(read, bytes);
                        Ok(kept.finish()?)
                    }
                })
                .unwrap();
                assert_eq!(kept, BlobRef { sha256: hex(&bytes), size_bytes: length as u64 }, "{way} {media_type}");
                assert_eq!(desk.book.blob(&kept.sha256).unwrap(), bytes, "{way} {media_type} {length}");
                assert_eq!(read_all(&desk.book, &kept.sha256).unwrap(), bytes);
            }
        }
    }
    assert!(desk.is_sound());
    let raw = count(
        &desk.book,
        "SELECT sum(length(bytes)) FROM blob_part JOIN blob ON blob.number = blob WHERE media_type = 'image/png'",
    );
    let packed = count(
        &desk.book,
        "SELECT sum(length(bytes)) FROM blob_part JOIN blob ON blob.number = blob WHERE media_type = 'text/csv'",
    );
    assert!(packed < raw / 3, "rows are packed, {packed} of {raw}; pictures are not");
}

#[test]
fn the_same_bytes_take_no_room_the_second_time() {
    let mut desk = desk();
    let bytes = rows(3 * PART);
    let first = keep(&mut desk, &bytes, "text/csv");
    let before = (parts(&desk.book), pages(&desk.book));
    let file = beside(&desk, "again.csv", &bytes);
    let again = acting(&mut desk, |writing| writing.keep_file(&file, "text/plain")).unwrap();
    assert_eq!(again, first);
    assert_eq!((parts(&desk.book), pages(&desk.book)), before);
    assert!(desk.is_sound());
}

#[test]
fn a_file_that_is_given_up_halfway_leaves_no_part_though_the_act_goes_on() {
    let mut desk = desk();
    keep(&mut desk, b"a small one before", "text/plain");
    let before = (parts(&desk.book), pages(&desk.book));
    let note = Note { words: "written all the same".to_owned(), ..Note::default() };
    acting(&mut desk, |writing| {
        let mut blob = writing.begin_blob("image/png")?;
        blob.add(&rows(5 * PART))?;
        drop(blob);
        writing.put(&note)?;
        Ok::<_, BookError>(())
    })
    .unwrap();
    assert_eq!(desk.read(note.id).words, "written all the same");
    assert_eq!(parts(&desk.book), before.0);
    assert!(pages(&desk.book) < before.1 + 10, "the file has not grown by what was taken back");
    assert!(desk.is_sound());
    keep(&mut desk, &rows(2 * PART), "text/csv");
    assert!(desk.is_sound());
}

#[test]
fn a_cancelled_act_keeps_nothing_and_says_that_it_was_stopped() {
    let mut desk = desk();
    let bytes = rows(4 * PART);
    let file = beside(&desk, "export.csv", &bytes);
    let before = (parts(&desk.book), pages(&desk.book));
    let stopped = acting(&mut desk, |writing| {
        let mut kept = writing.open_and_keep(&file, "text/csv")?;
        let mut chunk = vec![0; 100_000];
        while kept.read(&mut chunk).unwrap() > 0 {
            if kept.kept_bytes() > kept.file_size_bytes() / 2 {
                return Err(BookError::Cancelled { what: "Bringing the file in" });
            }
        }
        kept.finish()
    })
    .unwrap_err();
    assert_eq!((stopped.code(), stopped.severity()), ("cancelled", Severity::Cancelled));
    assert_eq!((parts(&desk.book), pages(&desk.book)), before);
    let kept = acting(&mut desk, |writing| writing.keep_file(&file, "text/csv")).unwrap();
    assert_eq!(desk.book.blob(&kept.sha256).unwrap(), bytes);
    assert!(desk.is_sound());
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut desk = desk();
    let path = desk.path.with_file_name("large.csv");
    fs::File::create(&path).unwrap().set_len(LARGEST_BLOB_BYTES + 1).unwrap();
    let refused = acting(&mut desk, |writing| writing.keep_file(&path, "text/csv")).unwrap_err();
    assert_eq!(refused.code(), "blob.too-large");
    let refused = acting(&mut desk, |writing| {
        let mut blob = writing.begin_blob("text/csv")?;
        blob.add(&rows(2 * PART))?;
        // Never touched, so it takes no memory.
        let most = vec![0; usize::try_from(LARGEST_BLOB_BYTES).unwrap()];
        assert!(blob.write_all(&most).is_err());
        assert!(blob.add(b"more").is_err(), "after a failure nothing is taken any more");
        blob.finish()
    })
    .unwrap_err();
    assert_eq!(refused.code(), "blob.too-large", "what went wrong while writing is told in full at the end");
    assert_eq!(parts(&desk.book), 0);
    assert!(desk.is_sound());
}

#[test]
fn a_disk_that_fills_up_on_the_way_keeps_nothing_of_the_file() {
    let mut desk = desk();
    let note = desk.add("saved", "minor");
    let file = beside(&desk, "film.mp4", &rows(6 * PART));
    desk.let_the_disk_be_full();
    let refused: Result<BlobRef, Fault> = acting(&mut desk, |writing| {
        let mut kept = writing.open_and_keep(&file, "video/mp4")?;
        let mut bytes = Vec::new();
        assert!(kept.read_to_end(&mut bytes).is_err(), "the reader is told");
        Ok(kept.finish()?)
    });
    assert_eq!(refused.unwrap_err().code(), "workspace.disk-full");
    desk.let_the_disk_have_room();
    assert_eq!((parts(&desk.book), desk.read(note).words.as_str()), (0, "saved"));
    desk.change(note, |note| note.words = "saved again".to_owned());
    assert!(desk.is_sound());
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let mut desk = desk();
    let file = beside(&desk, "growing.csv", &rows(3 * PART));
    let refused: Result<BlobRef, BookError> = acting(&mut desk, |writing| {
        let mut kept = writing.open_and_keep(&file, "text/csv")?;
        kept.read_exact(&mut [0; 1000]).unwrap();
        let mut same = fs::OpenOptions::new().append(true).open(&file).unwrap();
        same.write_all(b"INC9999999;late\n").unwrap();
        kept.finish()
    });
    let refused = refused.unwrap_err();
    assert_eq!(refused.code(), "file.unreadable");
    assert!(refused.to_string().contains("changed"), "{refused}");
    assert_eq!(parts(&desk.book), 0);
    let folder = desk.path.parent().unwrap().to_owned();
    let refused: Result<BlobRef, Fault> = acting(&mut desk, |writing| writing.keep_file(&folder, "text/csv"));
    assert_eq!(refused.unwrap_err().code(), "file.unreadable");
}

/// A workspace with one blob of three packed parts and a rest, and one of three raw parts; closed.
fn two_blobs() -> (PathBuf, String, String) {
    let mut desk = desk();
    let rows = keep(&mut desk, &rows(3 * PART + 777), "text/csv");
    let picture = keep(&mut desk, &[&rows_from(9)[..], &[5; PART], &[6; PART]].concat(), "image/png");
    assert!(desk.is_sound());
    (desk.close(), rows.sha256, picture.sha256)
}

fn rows_from(seed: u8) -> Vec<u8> {
    (0..PART).map(|at| (at % 251) as u8 ^ seed).collect()
}

#[test]
fn whatever_is_done_to_a_part_is_found_by_the_check_and_by_reading() {
    let (path, rows, picture) = two_blobs();
    let whole = fs::read(&path).unwrap();
    let flip = |blob: i64, part: i64, at: usize| {
        format!(
            "UPDATE blob_part
                SET bytes = CAST(substr(bytes, 1, {at}) || x'07' || substr(bytes, {at} + 2) AS BLOB)
              WHERE blob = {blob} AND part = {part}"
        )
    };
    let swap = "UPDATE blob_part SET part = part + 10 WHERE blob = 2;
                UPDATE blob_part SET part = CASE part WHEN 10 THEN 0 WHEN 11 THEN 2 ELSE 1 END WHERE blob = 2";
    let forgeries = [
        (flip(1, 0, 5_000), &rows),
        (flip(1, 3, 20), &rows),
        (flip(2, 0, 0), &picture),
        (flip(2, 1, 500_000), &picture),
        (flip(2, 2, PART - 1), &picture),
        (swap.to_owned(), &picture),
        ("UPDATE blob_part SET part = 9 WHERE blob = 1 AND part = 1".to_owned(), &rows),
        ("DELETE FROM blob_part WHERE blob = 2 AND part = 0".to_owned(), &picture),
        ("DELETE FROM blob_part WHERE blob = 1 AND part = 3".to_owned(), &rows),
        ("UPDATE blob_part SET packing = 1 WHERE blob = 2".to_owned(), &picture),
        ("UPDATE blob_part SET packing = 0 WHERE blob = 1".to_owned(), &rows),
        ("UPDATE blob_part SET packing = 7 WHERE blob = 1 AND part = 2".to_owned(), &rows),
        ("UPDATE blob_part SET bytes = zeroblob(200000000) WHERE blob = 2 AND part = 1".to_owned(), &picture),
        ("UPDATE blob SET size_bytes = size_bytes - 1 WHERE number = 1".to_owned(), &rows),
        ("UPDATE blob SET size_bytes = 2097152 WHERE number = 2".to_owned(), &picture),
        ("UPDATE blob SET size_bytes = size_bytes + 1048576 WHERE number = 2".to_owned(), &picture),
        ("UPDATE blob SET size_bytes = 0 WHERE number = 2".to_owned(), &picture),
    ];
    for (forgery, hurt) in forgeries {
        fs::write(&path, &whole).unwrap();
        Connection::open(&path).unwrap().execute_batch(&forgery).unwrap();
        let book = Book::open(&path, opening(None, Access::Read)).unwrap();
        let problems = book.check().unwrap().problems;
        assert!(problems.iter().any(|problem| problem.contains(hurt.as_str())), "{forgery}: {problems:?}");
        assert_eq!(book.blob(hurt).unwrap_err().problem().code, "blob.damaged", "{forgery}");
        if let Ok(mut reader) = book.blob_reader(hurt) {
            let mut bytes = Vec::new();
            let read = reader.read_to_end(&mut bytes);
            assert_eq!(code_of(read.unwrap_err()), "blob.damaged", "{forgery}");
            assert!(reader.read_to_end(&mut bytes).is_err(), "it does not get better by trying again: {forgery}");
        }
        let other = if *hurt == rows { &picture } else { &rows };
        book.blob(other).unwrap();
    }
}

#[test]
fn parts_that_belong_to_nothing_are_named_by_the_check() {
    let (path, rows, _) = two_blobs();
    let whole = fs::read(&path).unwrap();
    for (forgery, named) in [
        ("INSERT INTO blob_part SELECT 1, 4, packing, bytes FROM blob_part WHERE blob = 1 AND part = 3", "in 5 parts"),
        ("INSERT INTO blob_part VALUES (1, -1, 0, x'00')", "in 5 parts"),
        ("INSERT INTO blob_part VALUES (3, 0, 0, x'00')", "blob_part"),
    ] {
        fs::write(&path, &whole).unwrap();
        Connection::open(&path).unwrap().execute_batch(&format!("PRAGMA foreign_keys = OFF; {forgery}")).unwrap();
        let book = Book::open(&path, opening(None, Access::Write)).unwrap();
        let problems = book.check().unwrap().problems;
        assert!(problems.iter().any(|problem| problem.contains(named)), "{forgery}: {problems:?}");
        assert!(book.blob(&rows).is_ok(), "the bytes themselves are whole: {forgery}");
    }
}

/// A frame of Zstandard that unpacks to so many runs of 131,072 zeros, written byte by byte.
fn frame_of_zeros(runs: usize) -> Vec<u8> {
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD];
    // The length in eight bytes, and a window of one mebibyte.
    frame.extend([0b1100_0000, 0x50]);
    frame.extend((runs as u64 * 131_072).to_le_bytes());
    for run in 1..=runs {
        let header = (131_072_u32 << 3) | (1 << 1) | u32::from(run == runs);
        frame.extend(&header.to_le_bytes()[..3]);
        frame.push(0);
    }
    frame
}

#[test]
fn a_forged_part_that_would_unpack_to_ten_gigabytes_is_stopped_at_one_mebibyte() {
    let fits = frame_of_zeros(8);
    let bomb = frame_of_zeros(80_000);
    assert!(bomb.len() < PART, "it is small enough to be read at all");
    let mut desk = desk();
    let zeros = keep(&mut desk, &vec![0; PART], "text/plain");
    let path = desk.close();
    for (frame, is_bomb) in [(fits, false), (bomb, true)] {
        let connection = Connection::open(&path).unwrap();
        connection.execute("UPDATE blob_part SET packing = 1, bytes = ?1", [frame]).unwrap();
        drop(connection);
        let book = Book::open(&path, opening(None, Access::Read)).unwrap();
        if is_bomb {
            assert_eq!(book.blob(&zeros.sha256).unwrap_err().problem().code, "blob.damaged");
            assert!(!book.check().unwrap().is_clean());
        } else {
            assert_eq!(book.blob(&zeros.sha256).unwrap(), vec![0; PART], "the frame is well made");
        }
    }
}

/// A copy of a workspace as format 1 kept it: notes with a population, a photo and an empty file.
fn of_format_1(name: &str, folder: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let to = folder.join(name);
    fs::copy(from, &to).unwrap();
    to
}

fn old_rows(length: usize) -> Vec<u8> {
    (0_u32..).flat_map(|row| format!("{row};approved;2026-03-01;Lind\n").into_bytes()).take(length).collect()
}

#[test]
fn a_workspace_of_format_1_is_brought_up_when_it_is_opened_for_writing() {
    let folder = tempfile::tempdir().unwrap();
    let key = || Some(Secret::new("correct horse battery".to_owned()));
    for (name, passphrase, length) in
        [("format-1.tickmark", None, 1_150_000), ("format-1-secret.tickmark", key(), 20_000)]
    {
        let path = of_format_1(name, folder.path());
        let before = fs::read(&path).unwrap();
        let refused = Book::open(&path, opening(passphrase.clone(), Access::Read)).unwrap_err();
        assert_eq!(refused.code(), "workspace.older");
        assert_eq!(fs::read(&path).unwrap(), before, "who may only read changes nothing");

        let mut book = Book::open(&path, opening(passphrase.clone(), Access::Write)).unwrap();
        let report = book.check().unwrap();
        assert!(report.is_clean(), "{:?}", report.problems);
        assert_eq!((report.blobs, parts(&book)), (3, if length > PART { 3 } else { 2 }));
        assert_eq!(book.blob(&hex(&old_rows(length))).unwrap(), old_rows(length));
        assert_eq!(book.blob(&hex(&[7; 9_000])).unwrap(), [7; 9_000]);
        assert_eq!(book.blob(&hex(b"")).unwrap(), b"");
        let notes: Vec<Note> = book.reading().all().unwrap();
        assert_eq!((notes.len(), notes[3].grade.as_str()), (4, "major"));
        book.undo(&an_author()).unwrap();
        drop(book);

        drop(Book::open(&path, opening(passphrase.clone(), Access::Read)).unwrap());
        let book = Book::open(&path, opening(passphrase.clone(), Access::Write)).unwrap();
        assert!(book.check().unwrap().is_clean());
        let copy = folder.path().join("copy.tickmark");
        book.back_up(&copy, passphrase.as_ref()).unwrap();
        let copied = Book::open(&copy, opening(passphrase, Access::Write)).unwrap();
        assert!(copied.check().unwrap().is_clean());
        assert_eq!(copied.blob(&hex(&old_rows(length))).unwrap(), old_rows(length));
        fs::remove_file(copy).unwrap();
    }
}

#[test]
fn a_workspace_of_format_1_has_the_same_tables_as_a_new_one_once_it_is_brought_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = of_format_1("format-1.tickmark", folder.path());
    drop(Book::open(&path, opening(None, Access::Write)).unwrap());
    let tables = |path: &Path| -> Vec<(String, Option<String>)> {
        let connection = Connection::open(path).unwrap();
        let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(tables(&path), tables(&desk().close()));
}

#[test]
fn a_hurt_blob_of_format_1_is_brought_up_as_it_is_and_named_by_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let path = of_format_1("format-1.tickmark", folder.path());
    let photo = hex(&[7; 9_000]);
    Connection::open(&path)
        .unwrap()
        .execute("UPDATE blob SET bytes = zeroblob(8999) WHERE sha256 = ?1", [&photo])
        .unwrap();
    let book = Book::open(&path, opening(None, Access::Write)).unwrap();
    let problems = book.check().unwrap().problems;
    assert!(problems.len() == 1 && problems[0].contains(&photo), "{problems:?}");
    assert_eq!(book.blob(&photo).unwrap_err().problem().code, "blob.damaged");
    assert_eq!(book.blob(&hex(&old_rows(1_150_000))).unwrap().len(), 1_150_000);
}

#[test]
fn a_workspace_of_format_1_that_can_not_be_brought_up_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = of_format_1("format-1.tickmark", folder.path());
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE blob_part (number INTEGER)").unwrap();
    assert!(Book::open(&path, opening(None, Access::Write)).is_err());
    let connection = Connection::open(&path).unwrap();
    let (format, bytes): (i64, i64) = connection
        .query_row("SELECT (SELECT user_version FROM pragma_user_version), sum(length(bytes)) FROM blob", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!((format, bytes), (1, 1_159_000));
}

#[test]
fn a_backup_where_nothing_can_be_written_says_so() {
    let mut desk = desk();
    desk.add("kept", "minor");
    let nowhere = desk.path.with_file_name("no such folder").join("backup.tickmark");
    let refused = desk.book.back_up(&nowhere, None).unwrap_err();
    assert_eq!(refused.code(), "file.unwritable");
    assert!(refused.remedy().starts_with("Choose a folder"), "{}", refused.remedy());
    assert!(refused.to_string().contains("can’t be written"), "{refused}");
}

#[test]
fn the_bytes_of_an_encrypted_workspace_are_readable_nowhere_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.tickmark");
    let key = Secret::new("correct horse battery".to_owned());
    let mut desk = Desk::at(&path, Some(key), tempfile::tempdir().unwrap());
    let mut bytes = rows(4 * PART);
    let words = b"zebra-crossing-in-a-picture";
    bytes[2_000_000..2_000_000 + words.len()].copy_from_slice(words);
    let file = tempfile::tempdir().unwrap().keep().join("picture.png");
    fs::write(&file, &bytes).unwrap();
    acting(&mut desk, |writing| {
        let kept = writing.keep_file(&file, "image/png")?;
        for entry in fs::read_dir(folder.path()).unwrap() {
            let raw = fs::read(entry.unwrap().path()).unwrap();
            assert!(!raw.windows(words.len()).any(|window| window == words), "not while it is being written");
        }
        Ok::<_, Fault>(kept)
    })
    .unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let raw = fs::read(entry.unwrap().path()).unwrap();
        assert!(!raw.windows(words.len()).any(|window| window == words), "nor afterwards");
    }
}

#[derive(Debug, Clone)]
enum Step {
    Read(usize),
    Start(u64),
    Current(i64),
    End(i64),
}

fn steps(length: i64) -> impl Strategy<Value = Vec<Step>> {
    let near_a_seam = (0..8_i64, -3..4_i64).prop_map(|(part, off)| part * PART as i64 + off);
    let place = prop_oneof![-5..length + 2_000_000, near_a_seam];
    let step = prop_oneof![
        4 => prop_oneof![0..40_usize, 0..3 * PART].prop_map(Step::Read),
        1 => place.clone().prop_map(|place| Step::Start(place.unsigned_abs())),
        1 => (-length..length).prop_map(Step::Current),
        1 => place.prop_map(move |place| Step::End(place - length)),
    ];
    vec(step, 1..14)
}

/// Walks over the bytes as the steps say, and over the same bytes in memory; both must tell the same.
fn walk(reader: &mut (impl Read + Seek), bytes: &[u8], steps: &[Step]) -> Result<(), TestCaseError> {
    let mut same = Cursor::new(bytes);
    for step in steps {
        let to = match step {
            Step::Read(most) => {
                let (mut here, mut there) = (Vec::new(), Vec::new());
                reader.by_ref().take(*most as u64).read_to_end(&mut here).unwrap();
                same.by_ref().take(*most as u64).read_to_end(&mut there).unwrap();
                prop_assert!(here == there, "{step:?} in {steps:?}");
                continue;
            }
            Step::Start(place) => SeekFrom::Start(*place),
            Step::Current(by) => SeekFrom::Current(*by),
            Step::End(by) => SeekFrom::End(*by),
        };
        prop_assert_eq!(reader.seek(to).ok(), same.seek(to).ok());
    }
    Ok(())
}

fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, max_shrink_iters: 100, ..ProptestConfig::with_cases(number) }
}

const WALKED: usize = 6 * PART + 12_345;
const FILED: usize = 2 * PART + 12_345;

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_reader_that_jumps_about_reads_what_is_there(steps in steps(WALKED as i64)) {
        thread_local!(static KEPT: (Desk, BlobRef, Vec<u8>) = {
            let (mut desk, bytes) = (desk(), rows(WALKED));
            let kept = keep(&mut desk, &bytes, "text/csv");
            (desk, kept, bytes)
        });
        KEPT.with(|(desk, kept, bytes)| {
            let mut reader = desk.book.blob_reader(&kept.sha256).unwrap();
            walk(&mut reader, bytes, &steps)?;
            // However it jumped, from the first byte to the last it reads the whole.
            reader.rewind().unwrap();
            let mut all = Vec::new();
            reader.read_to_end(&mut all).unwrap();
            prop_assert!(all == *bytes);
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_file_is_kept_whole_whatever_way_its_reader_takes(
        steps in steps(FILED as i64),
        length in prop_oneof![Just(FILED), Just(PART), 0..FILED],
    ) {
        thread_local!(static DESK: std::cell::RefCell<(Desk, u32)> = std::cell::RefCell::new((desk(), 0)));
        DESK.with_borrow_mut(|(desk, number)| {
            *number += 1;
            let mut bytes = rows(length);
            bytes.splice(..length.min(4), format!("{number:04}").into_bytes().into_iter().take(length));
            let file = beside(desk, "walked.csv", &bytes);
            let mut walked = Ok(());
            let kept: BlobRef = acting(desk, |writing| {
                let mut kept = writing.open_and_keep(&file, "text/csv")?;
                walked = walk(&mut kept, &bytes, &steps);
                kept.finish()
            })
            .unwrap();
            walked?;
            prop_assert_eq!(&kept.sha256, &hex(&bytes));
            prop_assert!(desk.book.blob(&kept.sha256).unwrap() == bytes);
            Ok(())
        })?;
    }
}
