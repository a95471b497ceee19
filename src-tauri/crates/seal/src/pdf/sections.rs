//! How a file was appended to. A PDF is changed by adding a section with a table of its own, and readers differ
//! in which odd tables they believe; so the odd ones are told here instead of being guessed at.

/// The table of objects that a section ends with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    /// Where the table begins.
    pub(crate) table: usize,
    /// Where the table of the section before begins.
    pub(crate) before: Option<usize>,
    pub(crate) encrypted: bool,
    /// What makes the table one that readers may read differently, or never finish reading.
    pub(crate) oddity: Option<&'static str>,
}

/// No file was appended to more often than this.
const MOST_SECTIONS: usize = 4096;

/// All sections of the file, the last one first. `None` where one can't be read, or where they run in a circle.
pub(crate) fn sections(bytes: &[u8]) -> Option<Vec<Section>> {
    let mut sections = vec![last_section(bytes)?];
    while let Some(before) = sections.last().and_then(|section| section.before) {
        if sections.len() >= MOST_SECTIONS || sections.iter().any(|section| section.table == before) {
            return None;
        }
        sections.push(section_at(bytes, before)?);
    }
    Some(sections)
}

/// Reads the table that `startxref` at the end of these bytes points at.
pub(crate) fn last_section(bytes: &[u8]) -> Option<Section> {
    let tail = bytes.len().saturating_sub(128);
    let mark = b"startxref";
    let at = tail + bytes[tail..].windows(mark.len()).rposition(|window| window == mark)?;
    let mut lexer = Lexer { bytes, at: at + mark.len() };
    let table = lexer.integer()?;
    // Not as blanks: the end mark is written like a comment.
    while lexer.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
        lexer.at += 1;
    }
    lexer.punctuation(b"%%EOF")?;
    bytes.get(lexer.at..)?.iter().all(u8::is_ascii_whitespace).then(|| section_at(bytes, table))?
}

fn section_at(bytes: &[u8], table: usize) -> Option<Section> {
    let mut lexer = Lexer { bytes, at: table };
    let is_stream = !bytes.get(table..)?.starts_with(b"xref");
    if is_stream {
        // A table as a stream: `12 0 obj << … >> stream`.
        lexer.integer()?;
        lexer.integer()?;
        lexer.keyword(b"obj")?;
    } else {
        lexer.at += 4;
        lexer.skip_table()?;
    }
    let mut section = Section { table, before: None, encrypted: false, oddity: None };
    let mut widths = None;
    let mut seen: Vec<Vec<u8>> = Vec::new();
    lexer.blanks();
    lexer.punctuation(b"<<")?;
    loop {
        lexer.blanks();
        if lexer.punctuation(b">>").is_some() {
            break;
        }
        let key = lexer.name()?;
        match key.as_slice() {
            b"Prev" => section.before = Some(lexer.integer()?),
            b"W" if is_stream => widths = Some(lexer.integers()?),
            _ => lexer.skip_value(0)?,
        }
        match key.as_slice() {
            b"XRefStm" => section.oddity = Some("a second table of objects is hidden behind the first"),
            b"Encrypt" => section.encrypted = true,
            _ if seen.contains(&key) => section.oddity = Some("its table of objects states the same thing twice"),
            _ => {}
        }
        seen.push(key);
    }
    // Columns without any width could be read for ever, and absurdly wide ones would fill the memory.
    let readable = |widths: &[usize]| widths.iter().all(|width| *width <= 8) && widths.iter().any(|width| *width > 0);
    if is_stream && !widths.is_some_and(|widths| readable(&widths)) {
        section.oddity = Some("the columns of its table of objects have absurd widths");
    }
    Some(section)
}

/// Whether the object with that number really begins there, as `12 0 obj`.
pub(crate) fn object_stands_at(bytes: &[u8], offset: usize, number: u32, generation: u16) -> bool {
    let mut lexer = Lexer { bytes, at: offset };
    bytes.get(offset).is_some_and(u8::is_ascii_digit)
        && lexer.integer() == usize::try_from(number).ok()
        && lexer.integer() == Some(usize::from(generation))
        && lexer.keyword(b"obj").is_some()
}

/// Just enough of the notation of ISO 32000-1, 7.2 and 7.3, to find one key in one dictionary.
struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

const DEEPEST: usize = 32;

impl Lexer<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                0 | b'\t' | b'\n' | 12 | b'\r' | b' ' => self.at += 1,
                b'%' => {
                    // A comment runs to the end of its line.
                    while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                        self.at += 1;
                    }
                }
                _ => break,
            }
        }
    }

    fn punctuation(&mut self, mark: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(mark).then(|| self.at += mark.len())
    }

    fn keyword(&mut self, word: &[u8]) -> Option<()> {
        self.blanks();
        self.punctuation(word)
    }

    fn integer(&mut self) -> Option<usize> {
        self.blanks();
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).ok()?.parse().ok()
    }

    /// `[1 4 2]`, of at most eight.
    fn integers(&mut self) -> Option<Vec<usize>> {
        self.keyword(b"[")?;
        let mut numbers = Vec::new();
        while self.keyword(b"]").is_none() {
            numbers.push(self.integer()?);
            if numbers.len() > 8 {
                return None;
            }
        }
        Some(numbers)
    }

    /// The rows of a classical table, up to and with the word `trailer`.
    fn skip_table(&mut self) -> Option<()> {
        loop {
            self.blanks();
            if self.punctuation(b"trailer").is_some() {
                return Some(());
            }
            match self.peek()? {
                b'0'..=b'9' | b'n' | b'f' => self.at += 1,
                _ => return None,
            }
        }
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.punctuation(b"/")?;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            if byte == b'#' {
                let digits = self.bytes.get(self.at..self.at + 2)?;
                name.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
                self.at += 2;
            } else {
                name.push(byte);
            }
        }
        Some(name)
    }

    fn skip_value(&mut self, depth: usize) -> Option<()> {
        self.blanks();
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'/' => self.name().map(drop),
            b'(' => self.skip_literal(),
            b'[' => {
                self.at += 1;
                loop {
                    self.blanks();
                    if self.punctuation(b"]").is_some() {
                        return Some(());
                    }
                    self.skip_value(depth + 1)?;
                }
            }
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                loop {
                    self.blanks();
                    if self.punctuation(b">>").is_some() {
                        return Some(());
                    }
                    self.name()?;
                    self.skip_value(depth + 1)?;
                }
            }
            b'<' => {
                while self.peek()? != b'>' {
                    self.at += 1;
                }
                self.at += 1;
                Some(())
            }
            byte if is_regular(byte) => {
                self.skip_word();
                // `12 0 R` is one value.
                let after_word = self.at;
                let reference = self.integer().and_then(|_| self.keyword(b"R"));
                if reference.is_none() {
                    self.at = after_word;
                }
                Some(())
            }
            _ => None,
        }
    }

    fn skip_word(&mut self) {
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
    }

    fn skip_literal(&mut self) -> Option<()> {
        let mut open = 0usize;
        loop {
            match self.peek()? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }
}

const fn is_regular(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_before_is_found_behind_strings_and_nested_values() {
        let mut file = b"%PDF-1.7\n".to_vec();
        let table = file.len();
        file.extend_from_slice(
            b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</ID[<ab><cd>]/Info 3 0 R/Note(\\)/Prev 7 (x))/Root 1 0 R/Pre#76 17>>\n",
        );
        file.extend_from_slice(format!("startxref\n{table}\n%%EOF\n").as_bytes());
        let section = last_section(&file).expect("a table");
        assert_eq!(section, Section { table, before: Some(17), encrypted: false, oddity: None });
        assert_eq!(sections(&file), None, "there is no table at 17");
    }

    #[test]
    fn a_hidden_second_table_is_told_however_its_name_is_written() {
        let file = b"xref\ntrailer\n<</XRef#53tm 5/Size 2>>\nstartxref\n0\n%%EOF";
        assert!(last_section(file).expect("a table").oddity.is_some_and(|oddity| oddity.contains("hidden")));
        let file = b"xref\ntrailer\n<</Size 2/Size 3>>\nstartxref\n0\n%%EOF";
        assert!(last_section(file).expect("a table").oddity.is_some_and(|oddity| oddity.contains("twice")));
    }

    #[test]
    fn columns_that_nobody_could_finish_reading_are_told() {
        for (widths, readable) in
            [("[1 4 2]", true), ("[0 4 2]", true), ("[0 0 0]", false), ("[1 4 99999999999]", false), ("[]", false)]
        {
            let file = format!("7 0 obj\n<</Type/XRef/W{widths}/Size 2>>stream\nendstream\nstartxref\n0\n%%EOF");
            assert_eq!(last_section(file.as_bytes()).expect("a table").oddity.is_none(), readable, "{widths}");
        }
    }

    #[test]
    fn tables_that_run_in_a_circle_are_none() {
        let file = b"xref\ntrailer\n<</Prev 0>>\nstartxref\n0\n%%EOF";
        assert_eq!(sections(file), None);
    }

    #[test]
    fn bytes_that_are_no_section_are_none() {
        for bytes in [
            &b""[..],
            b"startxref",
            b"startxref 99999999999999999999999 %%EOF",
            b"startxref\n3\n%%EOF",
            b"xref\ntrailer<</A(((\nstartxref\n0\n%%EOF",
        ] {
            assert_eq!(last_section(bytes), None);
        }
    }
}
