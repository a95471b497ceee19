/// The lines of a text file with separated cells.
#[derive(Debug)]
pub(super) struct Lines {
    pub text: String,
    separator: char,
    /// Whether every cell stands in quotation marks, or only those that need them.
    quoted: bool,
}

impl Lines {
    /// As ServiceNow writes them.
    pub fn service_now(header: &[&str]) -> Self {
        Self { text: String::new(), separator: ',', quoted: true }.begun(header)
    }

    /// As programs write them that leave the comma to numbers.
    pub fn with_semicolons(header: &[&str]) -> Self {
        Self { text: String::new(), separator: ';', quoted: false }.begun(header)
    }

    fn begun(mut self, header: &[&str]) -> Self {
        self.row(header);
        self
    }

    pub fn row<C: AsRef<str>>(&mut self, cells: &[C]) {
        let line = self.line(cells);
        self.text.push_str(&line);
    }

    /// A row as it would be written.
    pub fn line<C: AsRef<str>>(&self, cells: &[C]) -> String {
        let mut line = String::with_capacity(256);
        for (place, cell) in cells.iter().map(AsRef::as_ref).enumerate() {
            if place > 0 {
                line.push(self.separator);
            }
            if self.quoted || cell.contains([self.separator, '"', '\n']) {
                line.push('"');
                line.push_str(&cell.replace('"', "\"\""));
                line.push('"');
            } else {
                line.push_str(cell);
            }
        }
        line.push_str("\r\n");
        line
    }
}
