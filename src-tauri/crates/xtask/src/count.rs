//! How many tests a runner says it ran.

use std::ops::AddAssign;

/// Tests that passed, failed and were skipped.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Count {
    /// What this line adds, if it is the closing line of cargo test, of nextest or of Vitest.
    pub fn of_line(line: &str) -> Option<Self> {
        let line = without_colour(line);
        // cargo test: `test result: ok. 8 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 6.22s`
        // nextest:    `Summary [   3.214s] 42 tests run: 41 passed, 1 failed, 2 skipped`
        // Vitest:     `Tests  1 failed | 44 passed (45)`
        // nextest shows the first of them too, indented, for a test that failed; its summary counts that one already.
        let counts = match (line.strip_prefix("test result:"), line.trim_start().strip_prefix("Tests ")) {
            (Some(counts), _) | (None, Some(counts)) => counts,
            (None, None) => line.trim_start().strip_prefix("Summary [")?.split_once("run:")?.1,
        };
        let words: Vec<_> = counts.split([' ', ';', ',', '|', '.']).filter(|word| !word.is_empty()).collect();
        let mut count = Self::default();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" => count.passed += number,
                "failed" | "timed" => count.failed += number,
                "ignored" | "skipped" | "todo" => count.skipped += number,
                _ => {}
            }
        }
        Some(count)
    }

    /// The plain closing line.
    pub fn closing_line(self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

fn without_colour(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u64, failed: u64, skipped: u64) -> Option<Count> {
        Some(Count { passed, failed, skipped })
    }

    #[test]
    fn the_closing_lines_of_three_runners_are_understood() {
        assert_eq!(
            Count::of_line(
                "test result: ok. 8 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 6.22s"
            ),
            count(8, 0, 1)
        );
        assert_eq!(
            Count::of_line("     Summary [   3.214s] 42 tests run: 41 passed (1 slow), 1 failed, 2 skipped"),
            count(41, 1, 2)
        );
        assert_eq!(Count::of_line("      Tests  1 failed | 44 passed (45)"), count(44, 1, 0));
    }

    #[test]
    fn colours_do_not_hide_a_number() {
        assert_eq!(
            Count::of_line(
                "\u{1b}[32m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32mpassed\u{1b}[0m, \u{1b}[1m0\u{1b}[0m skipped"
            ),
            count(2, 0, 0)
        );
    }

    #[test]
    fn what_nextest_quotes_of_a_failed_test_is_not_counted_twice() {
        assert_eq!(Count::of_line("    test result: FAILED. 0 passed; 1 failed; 0 ignored"), None);
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(Count::of_line("running 8 tests"), None);
        assert_eq!(Count::of_line(" Test Files  3 passed (3)"), None);
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(Count { passed: 3, failed: 0, skipped: 1 }.closing_line(), "3 passed, 0 failed, 1 skipped");
    }
}
