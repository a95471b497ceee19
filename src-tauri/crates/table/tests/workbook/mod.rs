//! Workbooks made by hand, part by part, where a writer of workbooks would refuse to make them.
#![allow(dead_code)]

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

pub const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
pub const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
pub const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
pub const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
pub const TEXTS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3"><si><t>id</t></si><si><t>opened</t></si><si><t>INC1</t></si></sst>"#;
pub const SHEET: &str = r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:B3"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>46082.5</v></c></row><row r="3"><c r="A3" t="str"><f>"INC"&amp;2</f><v>INC2</v></c><c r="B3" s="1"><v>46083.25</v></c></row></sheetData></worksheet>"#;

/// A workbook of these parts, in place of or beside the usual ones.
pub fn of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let usual: [(&str, &[u8]); 7] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", TEXTS.as_bytes()),
        ("xl/worksheets/sheet1.xml", SHEET.as_bytes()),
    ];
    let replaced = |name: &str| parts.iter().any(|(part, _)| *part == name);
    let kept = usual.iter().filter(|(name, _)| !replaced(name));
    archive(&kept.chain(parts).copied().collect::<Vec<_>>())
}

pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // Large parts are not packed, which takes its time in a test.
        let packing = if bytes.len() > 64 << 10 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(*name, SimpleFileOptions::default().compression_method(packing)).expect("a part begins");
        archive.write_all(bytes).expect("a part is written");
    }
    archive.finish().expect("an archive ends").into_inner()
}

/// The usual workbook with these rows: `<row>…</row>` as it stands in a sheet.
pub fn with_rows(rows: &str) -> Vec<u8> {
    let (begin, rest) = SHEET.split_once("<sheetData>").expect("a sheet has data");
    let end = rest.split_once("</sheetData>").expect("and it ends").1;
    let sheet = format!("{begin}<sheetData>{rows}</sheetData>{end}");
    of(&[("xl/worksheets/sheet1.xml", sheet.as_bytes())])
}

/// An archive with one part of zeros that says it has `declared` bytes and unpacks to more than `bytes`.
///
/// Written bit by bit: a zero, and then copies of 258 bytes from one byte before, thirteen bits each.
pub fn lying(name: &str, bytes: usize, declared: u32) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(1, 1);
    bits.put(1, 2);
    bits.put_code(0x30, 8);
    for _ in 0..bytes.div_ceil(258) {
        bits.put_code(0b1100_0101, 8);
        bits.put(0, 5);
    }
    bits.put_code(0, 7);
    let packed = bits.done();
    let size = u32::try_from(packed.len()).expect("a small archive");
    let mut archive = Vec::new();
    let entry = |archive: &mut Vec<u8>| {
        for half in [20_u16, 0, 8, 0, 0] {
            archive.extend_from_slice(&half.to_le_bytes());
        }
        for word in [0, size, declared] {
            archive.extend_from_slice(&word.to_le_bytes());
        }
        archive.extend_from_slice(&(name.len() as u16).to_le_bytes());
        archive.extend_from_slice(&0_u16.to_le_bytes());
    };
    archive.extend_from_slice(b"PK\x03\x04");
    entry(&mut archive);
    archive.extend_from_slice(name.as_bytes());
    archive.extend_from_slice(&packed);
    let directory = archive.len() as u32;
    archive.extend_from_slice(b"PK\x01\x02\x14\x00");
    entry(&mut archive);
    archive.extend_from_slice(&[0; 14]);
    archive.extend_from_slice(name.as_bytes());
    let directory_size = archive.len() as u32 - directory;
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    archive.extend_from_slice(&directory_size.to_le_bytes());
    archive.extend_from_slice(&directory.to_le_bytes());
    archive.extend_from_slice(&[0, 0]);
    archive
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> bit & 1) as u8) << (self.used % 8);
            }
            self.used += 1;
        }
    }
    /// Codes stand with their first bit first.
    fn put_code(&mut self, code: u32, count: u32) {
        self.put(code.reverse_bits() >> (32 - count), count);
    }
    fn done(self) -> Vec<u8> {
        self.bytes
    }
}
