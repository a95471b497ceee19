//! The rows of a text file, one after the other, in memory that does not grow with the file.

use std::io::SeekFrom;

use crate::{
    encoding::{decode, decoder, mark_length},
    error::{TableError, read_failed},
    layout::{Encoding, Layout},
    limits::LARGEST_ROW_BYTES,
    row::Span,
    source::Source,
    split::{Broken, Cells, Cut, Splitter},
};

/// How many bytes are asked for at a time. More than the beginning in which the end of a line is looked for.
const CHUNK_BYTES: usize = 256 << 10;

/// How many bytes are asked for first where reading begins in the middle, for one row or a few.
const FIRST_CHUNK_BYTES: usize = 32 << 10;

/// Where a row stands: its number, and the byte at which it begins where one can begin there again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Where {
    pub(crate) number: u64,
    pub(crate) place: Option<u64>,
}

/// A row as it stands in the file, or as a workbook's cells make it.
pub(crate) enum Found<'a> {
    /// A row of text and where its cells stand in it; empty lines are rows without a single cell.
    Row { text: &'a str, spans: &'a [Span] },
    /// A row that is no text.
    Broken(Broken),
}

/// Reads a text file row by row.
pub(crate) struct Rows<'a> {
    source: &'a mut dyn Source,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    encoding: Encoding,
    splitter: Splitter,
    /// What was read and not handed out yet is `bytes[from..to]`.
    bytes: Vec<u8>,
    from: usize,
    to: usize,
    at_end: bool,
    cells: Cells,
    number: u64,
    read_bytes: u64,
    /// How many bytes are asked for next.
    chunk_bytes: usize,
}

/// The splitter of a layout; refuses characters that can't stand between or around cells.
pub(crate) fn splitter_of(layout: &Layout, line_end: u8) -> Result<Splitter, TableError> {
    let delimiter = ascii(layout.delimiter)?;
    let quote = if layout.quote == '\0' { None } else { Some(ascii(layout.quote)?) };
    if quote == Some(delimiter) || delimiter == 0 {
        return Err(TableError::Delimiter { given: layout.delimiter.to_string() });
    }
    Ok(Splitter { delimiter, quote, line_end })
}

fn ascii(letter: char) -> Result<u8, TableError> {
    match u8::try_from(letter) {
        Ok(byte) if byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'\n' | b'\r') => Ok(byte),
        _ => Err(TableError::Delimiter { given: letter.escape_debug().to_string() }),
    }
}

impl<'a> Rows<'a> {
    /// Begins at the beginning of the source.
    pub(crate) fn new(source: &'a mut dyn Source, layout: &Layout) -> Result<Self, TableError> {
        let mut rows = Self {
            source,
            decoder: decoder(layout.encoding),
            raw: Vec::new(),
            encoding: layout.encoding,
            splitter: splitter_of(layout, b'\n')?,
            bytes: Vec::new(),
            from: 0,
            to: 0,
            at_end: false,
            cells: Cells::default(),
            number: 0,
            read_bytes: 0,
            chunk_bytes: CHUNK_BYTES,
        };
        rows.fill()?;
        rows.from = mark_length(rows.encoding, &rows.bytes[..rows.to]);
        rows.splitter.line_end = Splitter::line_end_of(&rows.bytes[rows.from..rows.to]);
        Ok(rows)
    }

    /// How many bytes of the file were read so far.
    pub(crate) const fn read_bytes(&self) -> u64 {
        self.read_bytes
    }

    /// Goes to a row whose number and place are known.
    pub(crate) fn go_to(&mut self, number: u64, place: u64) -> Result<(), TableError> {
        self.source.seek(SeekFrom::Start(place)).map_err(read_failed)?;
        (self.from, self.to, self.at_end) = (0, 0, false);
        (self.read_bytes, self.number) = (place, number.saturating_sub(1));
        self.chunk_bytes = FIRST_CHUNK_BYTES;
        self.fill()?;
        self.chunk_bytes = CHUNK_BYTES;
        Ok(())
    }

    /// The next row and where it stands, empty lines counted; nothing at the end.
    pub(crate) fn next(&mut self) -> Result<Option<(Where, Found<'_>)>, TableError> {
        let length = loop {
            if self.from == self.to && self.at_end {
                return Ok(None);
            }
            match self.splitter.cut(&self.bytes[self.from..self.to], self.at_end, &mut self.cells) {
                Cut::Row { bytes } => break bytes,
                // At the end only an open quotation mark leaves a row unfinished.
                Cut::More { .. } if self.at_end => return self.open_quote(),
                Cut::More { quoted } => {
                    if self.to - self.from > LARGEST_ROW_BYTES {
                        let row = self.number + 1;
                        return Err(if quoted { TableError::OpenQuote { row } } else { TableError::LongRow { row } });
                    }
                    self.fill()?;
                }
            }
        };
        // What was decoded stands at another byte in the file, and may be longer than what was read of it.
        let place = self.decoder.is_none().then(|| self.read_bytes - (self.to - self.from) as u64);
        let row = &self.bytes[self.from..self.from + length];
        self.from += length;
        self.number += 1;
        let stands = Where { number: self.number, place };
        if self.cells.are_empty() {
            return Ok(Some((stands, Found::Row { text: "", spans: &[] })));
        }
        Ok(Some((
            stands,
            match self.cells.text(row, self.splitter.quote) {
                Ok((text, spans)) => Found::Row { text, spans },
                Err(broken) => Found::Broken(broken),
            },
        )))
    }

    /// The file ends inside quotation marks. If they open in its last line, that line is set aside: it was cut off. If
    /// they have swallowed whole lines, nobody can say which rows are missing, so the file is refused.
    fn open_quote(&mut self) -> Result<Option<(Where, Found<'_>)>, TableError> {
        self.number += 1;
        let rest = &self.bytes[self.from..self.to];
        let last_line = rest.strip_suffix(b"\n").or_else(|| rest.strip_suffix(b"\r")).unwrap_or(rest);
        if memchr::memchr(self.splitter.line_end, last_line).is_some() {
            return Err(TableError::OpenQuote { row: self.number });
        }
        self.from = self.to;
        Ok(Some((Where { number: self.number, place: None }, Found::Broken(Broken::OpenQuote))))
    }

    /// Reads on, so that more bytes stand behind those not handed out yet.
    fn fill(&mut self) -> Result<(), TableError> {
        self.bytes.copy_within(self.from..self.to, 0);
        self.to -= self.from;
        self.from = 0;
        if self.decoder.is_some() { self.fill_decoded() } else { self.fill_directly() }
    }

    fn fill_directly(&mut self) -> Result<(), TableError> {
        let wanted = self.to + self.chunk_bytes;
        if self.bytes.len() < wanted {
            self.bytes.resize(wanted, 0);
        }
        let got = read_fully(self.source, &mut self.bytes[self.to..wanted])?;
        self.at_end = got < self.chunk_bytes;
        self.to += got;
        self.read_bytes += got as u64;
        Ok(())
    }

    fn fill_decoded(&mut self) -> Result<(), TableError> {
        self.raw.resize(CHUNK_BYTES, 0);
        let got = read_fully(self.source, &mut self.raw)?;
        self.at_end = got < CHUNK_BYTES;
        self.read_bytes += got as u64;
        self.bytes.truncate(self.to);
        if let Some(decoder) = &mut self.decoder {
            decode(decoder, &self.raw[..got], self.at_end, &mut self.bytes);
        }
        self.to = self.bytes.len();
        Ok(())
    }
}

/// Fills `into`, or reads to the end.
pub(crate) fn read_fully(source: &mut dyn Source, into: &mut [u8]) -> Result<usize, TableError> {
    let mut got = 0;
    while got < into.len() {
        match source.read(&mut into[got..]) {
            Ok(0) => break,
            Ok(more) => got += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(read_failed(error)),
        }
    }
    Ok(got)
}
