use std::{fs, path::PathBuf};

/// What the program and its page wrote while the window was open.
#[derive(Debug)]
pub struct Said {
    lines: Vec<String>,
}

impl Said {
    pub(super) fn read(file: &PathBuf) -> Self {
        let written = fs::read(file).unwrap_or_default();
        Self { lines: String::from_utf8_lossy(&written).lines().map(str::to_owned).collect() }
    }

    /// Every line.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The lines that no good day has: errors and refusals of the page, and mistakes of the program.
    #[must_use]
    pub fn complaints(&self) -> Vec<&str> {
        self.lines
            .iter()
            .map(String::as_str)
            .filter(|line| is_an_error_of_the_page(line) || line.starts_with("Tickmark made a mistake"))
            .collect()
    }
}

/// WebKit writes `tauri://localhost/x.js:2:35: CONSOLE JS ERROR words`, and without a source for `console.error`.
fn is_an_error_of_the_page(line: &str) -> bool {
    line.split_once("CONSOLE ").is_some_and(|(_, said)| said.split(' ').take(2).any(|word| word == "ERROR"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_from_other_words_on_the_console() {
        assert!(is_an_error_of_the_page("tauri://localhost/x.js:2:35: CONSOLE JS ERROR Error: it broke"));
        assert!(is_an_error_of_the_page("CONSOLE SECURITY ERROR Refused to load https://example.com/"));
        assert!(is_an_error_of_the_page("x.js:1:1: CONSOLE ERROR it broke"));
        assert!(!is_an_error_of_the_page("x.js:1:1: CONSOLE LOG there was no ERROR"));
        assert!(!is_an_error_of_the_page("an ERROR that is not the page's"));
    }
}
