//! Reads a printed report as another program does: with pdftotext where it is installed, with lopdf elsewhere.
#![allow(clippy::unwrap_used, reason = "this is a part of tests")]
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::process::Command;

use lopdf::{Document, Object};

/// A report as it reads.
pub struct Read {
    /// Each page's text, with single spaces.
    pub pages: Vec<String>,
    /// All pages in a row.
    pub whole: String,
    /// The attached facts.
    pub attached: Vec<u8>,
}

impl Read {
    /// Whether the report says that, wherever its lines break.
    pub fn says(&self, words: &str) -> bool {
        self.whole.contains(words)
    }
}

pub fn read(bytes: &[u8]) -> Read {
    let file = Document::load_mem(bytes).unwrap();
    let pages: Vec<String> =
        with_pdftotext(bytes).unwrap_or_else(|| with_lopdf(&file)).iter().map(|page| single_spaced(page)).collect();
    assert_eq!(pages.len(), file.get_pages().len(), "every page is read");
    Read { whole: pages.join(" "), pages, attached: attached(&file) }
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn with_pdftotext(bytes: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&path).arg("-").output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

pub fn with_lopdf(file: &Document) -> Vec<String> {
    file.get_pages().keys().map(|number| file.extract_text(&[*number]).unwrap()).collect()
}

fn attached(file: &Document) -> Vec<u8> {
    let files = file.catalog().unwrap().get_deref(b"AF", file).and_then(Object::as_array).unwrap();
    let file_name = file.dereference(&files[0]).unwrap().1.as_dict().unwrap();
    let embedded = file_name.get_deref(b"EF", file).and_then(Object::as_dict).unwrap();
    embedded.get_deref(b"F", file).and_then(Object::as_stream).unwrap().decompressed_content().unwrap()
}
