//! Where the cells of a text table begin and end.
//!
//! A quotation mark counts only at the beginning of a cell; inside, two stand for one. What follows a closing mark
//! belongs to the cell as it is, and a mark in the middle of a word (5" disk) is a letter like any other.

use memchr::{memchr, memchr2};

use crate::{
    limits::{LARGEST_CELL_BYTES, LARGEST_ROW_BYTES},
    row::Span,
};

/// What stands between cells, around them and between rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Splitter {
    pub(crate) delimiter: u8,
    pub(crate) quote: Option<u8>,
    pub(crate) line_end: u8,
}

/// What was found at the beginning of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// A whole row, which takes this many bytes.
    Row { bytes: usize },
    /// The bytes end before the row does; inside quotation marks or not.
    More { quoted: bool },
}

/// The cells of one row, kept from row to row so that none of them takes new memory.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    /// Where each cell stands in the bytes of the row.
    spans: Vec<Span>,
    /// The cells that still hold quotation marks to be taken away, by position, in order.
    rough: Vec<u32>,
    /// Whether letters follow a closing mark, and lines stand before it.
    loose: bool,
    /// The text of a row after that, and where its cells stand in it.
    smooth: Vec<u8>,
    smooth_spans: Vec<Span>,
}

/// Why a row is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Bytes that the encoding does not have.
    Encoding,
    /// A cell that is too long, counted from 0.
    LongCell(usize),
    /// The cells of one row of a workbook together are too long.
    LongRow,
    /// Letters follow a closing quotation mark, and lines stand within: rows may have run together.
    LooseQuote,
    /// A quotation mark opens in the last line and never closes.
    OpenQuote,
}

impl Splitter {
    /// Whether lines end with a line feed, as nearly everywhere, or with a carriage return alone.
    ///
    /// Looks at the beginning only, so that the answer does not depend on how the file is handed over.
    pub(crate) fn line_end_of(bytes: &[u8]) -> u8 {
        let beginning = &bytes[..bytes.len().min(LINE_END_BYTES)];
        if memchr(b'\n', beginning).is_none() && memchr(b'\r', beginning).is_some() { b'\r' } else { b'\n' }
    }

    /// Finds the cells of the first row of `bytes`; `at_end` says that no more bytes follow.
    pub(crate) fn cut(&self, bytes: &[u8], at_end: bool, cells: &mut Cells) -> Cut {
        cells.spans.clear();
        cells.rough.clear();
        cells.loose = false;
        let mut from = 0;
        loop {
            if self.quote.is_some() && bytes.get(from).copied() == self.quote {
                match self.quoted(bytes, from, at_end) {
                    Quoted::Open => return Cut::More { quoted: true },
                    Quoted::More => return Cut::More { quoted: false },
                    Quoted::Closed { span, rough, loose, next, last } => {
                        cells.loose |= loose;
                        if rough {
                            cells.rough.push(cells.spans.len() as u32);
                        }
                        cells.spans.push(span);
                        if last {
                            return Cut::Row { bytes: next };
                        }
                        from = next;
                    }
                }
                continue;
            }
            match memchr2(self.delimiter, self.line_end, &bytes[from..]) {
                Some(length) => {
                    let to = from + length;
                    if bytes[to] == self.delimiter {
                        cells.spans.push((from as u32, to as u32));
                        from = to + 1;
                    } else {
                        cells.spans.push(self.without_return(bytes, from, to));
                        return Cut::Row { bytes: to + 1 };
                    }
                }
                None if at_end => {
                    cells.spans.push(self.without_return(bytes, from, bytes.len()));
                    return Cut::Row { bytes: bytes.len() };
                }
                None => return Cut::More { quoted: false },
            }
        }
    }

    fn without_return(&self, bytes: &[u8], from: usize, to: usize) -> Span {
        let to = if self.line_end == b'\n' && to > from && bytes[to - 1] == b'\r' { to - 1 } else { to };
        (from as u32, to as u32)
    }

    /// A cell that begins with a quotation mark at `from`.
    fn quoted(&self, bytes: &[u8], from: usize, at_end: bool) -> Quoted {
        let Some(quote) = self.quote else { return Quoted::More };
        let mut doubled = false;
        let mut at = from + 1;
        let close = loop {
            let Some(length) = memchr(quote, &bytes[at..]) else { return Quoted::Open };
            let found = at + length;
            match bytes.get(found + 1) {
                Some(&next) if next == quote => {
                    doubled = true;
                    at = found + 2;
                }
                None if !at_end => return Quoted::More,
                _ => break found,
            }
        };
        let inside = (from as u32 + 1, close as u32);
        let around = (from as u32, close as u32 + 1);
        let span = if doubled { around } else { inside };
        let closed = |next, last| Quoted::Closed { span, rough: doubled, loose: false, next, last };
        let after = close + 1;
        match bytes.get(after) {
            None => return closed(after, true),
            Some(&next) if next == self.delimiter => return closed(after + 1, false),
            Some(&next) if next == self.line_end => return closed(after + 1, true),
            Some(b'\r') if self.line_end == b'\n' => match bytes.get(after + 1) {
                Some(b'\n') => return closed(after + 2, true),
                None if at_end => return closed(after + 1, true),
                None => return Quoted::More,
                Some(_) => {}
            },
            Some(_) => {}
        }
        // Letters follow the closing mark; they are kept.
        let loose = memchr(self.line_end, &bytes[from..close]).is_some();
        let rough = |to: Span, next, last| Quoted::Closed { span: to, rough: true, loose, next, last };
        match memchr2(self.delimiter, self.line_end, &bytes[after..]) {
            Some(length) if bytes[after + length] == self.delimiter => {
                rough((from as u32, (after + length) as u32), after + length + 1, false)
            }
            Some(length) => rough(self.without_return(bytes, from, after + length), after + length + 1, true),
            None if at_end => rough(self.without_return(bytes, from, bytes.len()), bytes.len(), true),
            None => Quoted::More,
        }
    }
}

/// How far the beginning of a file reaches in which the end of a line is looked for.
pub(crate) const LINE_END_BYTES: usize = 64 << 10;

enum Quoted {
    /// The bytes end inside the quotation marks.
    Open,
    /// The bytes end after them, and it can't be said yet what follows.
    More,
    Closed {
        span: Span,
        rough: bool,
        loose: bool,
        /// Where the next cell or row begins.
        next: usize,
        /// Whether the row ends here.
        last: bool,
    },
}

impl Cells {
    /// Whether nothing stands in any of them.
    pub(crate) fn are_empty(&self) -> bool {
        self.rough.is_empty() && self.spans.iter().all(|(from, to)| from == to)
    }

    /// The cells as text: the bytes of the row as [`Splitter::cut`] saw them, without their quotation marks.
    pub(crate) fn text<'a>(&'a mut self, bytes: &'a [u8], quote: Option<u8>) -> Result<(&'a str, &'a [Span]), Broken> {
        let text = std::str::from_utf8(bytes).map_err(|_| Broken::Encoding)?;
        if self.loose {
            return Err(Broken::LooseQuote);
        }
        if bytes.len() > LARGEST_CELL_BYTES {
            let long = self.spans.iter().position(|(from, to)| (to - from) as usize > LARGEST_CELL_BYTES);
            if let Some(column) = long {
                return Err(Broken::LongCell(column));
            }
        }
        let Some(quote) = quote.filter(|_| !self.rough.is_empty()) else { return Ok((text, &self.spans)) };
        self.smooth.clear();
        self.smooth_spans.clear();
        let mut rough = self.rough.iter().copied().peekable();
        for (&(from, to), column) in self.spans.iter().zip(0_u32..) {
            let cell = &bytes[from as usize..to as usize];
            let begin = self.smooth.len() as u32;
            if rough.next_if_eq(&column).is_some() {
                smoothed(cell, quote, &mut self.smooth);
            } else {
                self.smooth.extend_from_slice(cell);
            }
            self.smooth_spans.push((begin, self.smooth.len() as u32));
        }
        // Only whole ASCII characters were taken away.
        let text = std::str::from_utf8(&self.smooth).map_err(|_| Broken::Encoding)?;
        Ok((text, &self.smooth_spans))
    }
}

/// A cell that begins with a quotation mark, without it and with every doubled one once.
fn smoothed(cell: &[u8], quote: u8, into: &mut Vec<u8>) {
    let mut at = 1;
    loop {
        let Some(length) = memchr(quote, &cell[at..]) else {
            into.extend_from_slice(&cell[at..]);
            return;
        };
        into.extend_from_slice(&cell[at..at + length]);
        at += length + 1;
        if cell.get(at) == Some(&quote) {
            into.push(quote);
            at += 1;
        } else {
            into.extend_from_slice(&cell[at..]);
            return;
        }
    }
}

impl Broken {
    /// Why the row is set aside; `encoding` is the one it was read in.
    pub(crate) fn reason(self, encoding: &str) -> String {
        match self {
            Self::Encoding => format!("holds bytes that {encoding} does not have"),
            Self::LongCell(_) => format!("holds a cell longer than {} MB", LARGEST_CELL_BYTES >> 20),
            Self::LongRow => format!("is longer than {} MB", LARGEST_ROW_BYTES >> 20),
            Self::LooseQuote => {
                "holds a quotation mark that closes in another line and within a cell, so rows may have run together"
                    .to_owned()
            }
            Self::OpenQuote => "holds a quotation mark that opens and never closes".to_owned(),
        }
    }
}
