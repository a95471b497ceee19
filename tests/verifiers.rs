//! The independent verifiers are understood: what is sound is called sound, and one changed byte is not.

use std::{fs, path::PathBuf};

use tests::verifiers::{Verdict, pdfsig, pyhanko, qpdf};

fn signed() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "fixtures", "signed-by-another-program.pdf"].iter().collect()
}

fn both(pdf: &std::path::Path) -> Vec<Verdict> {
    [pdfsig(pdf), pyhanko(pdf)].into_iter().flatten().collect()
}

#[test]
fn a_file_signed_by_another_program_is_sound() {
    for verdict in both(&signed()) {
        assert!(verdict.sound, "{}", verdict.words);
        assert_eq!(verdict.signatures, 1);
    }
    assert!(qpdf(&signed()).is_none_or(|verdict| verdict.sound));
}

#[test]
fn one_changed_byte_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let changed = folder.path().join("changed.pdf");
    let mut bytes = fs::read(signed()).unwrap();
    bytes[60] ^= 1;
    fs::write(&changed, bytes).unwrap();

    for verdict in both(&changed) {
        assert!(!verdict.sound, "{}", verdict.words);
    }
}

#[test]
fn what_is_no_pdf_is_not_sound() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = folder.path().join("nothing.pdf");
    fs::write(&nothing, "no PDF at all").unwrap();

    for verdict in both(&nothing).into_iter().chain(qpdf(&nothing)) {
        assert!(!verdict.sound, "{}", verdict.words);
    }
}
