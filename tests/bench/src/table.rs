//! The table of figures: what was measured, what it is held against, and whether it holds.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

/// What a figure is held against.
#[derive(Clone, Copy)]
pub enum Against {
    /// It may be as large as this.
    Limit(f64),
    /// It may be so many times what a peer needs in the same run.
    Peer { peer: f64, most: f64 },
    /// Nothing; it is only told.
    Nothing,
}

/// The figures so far, each printed as it comes.
#[derive(Default)]
pub struct Table {
    lines: String,
    over: Vec<String>,
}

impl Table {
    /// Begins a group of figures.
    pub fn group(&mut self, title: &str) {
        let header = format!("\n{title:<58} {:>10} {:>10} {:>10} {:>7}", "median", "95th", "limit/peer", "ratio");
        self.say(&header);
    }

    /// A line of words.
    pub fn say(&mut self, line: &str) {
        println!("{line}");
        self.lines.push_str(line);
        self.lines.push('\n');
    }

    /// A time, in milliseconds.
    pub fn times(&mut self, title: &str, times: &Times, against: Against) {
        let slow = format!("{:.2}", times.slow());
        self.figure(title, times.median(), "ms", &slow, against);
    }

    /// A size, in megabytes of a million bytes.
    pub fn size(&mut self, title: &str, megabytes: f64, against: Against) {
        self.figure(title, megabytes, "MB", "", against);
    }

    fn figure(&mut self, title: &str, value: f64, unit: &str, slow: &str, against: Against) {
        let mut line = format!("{title:<58} {value:>7.2} {unit} {slow:>10}");
        let judged = match against {
            Against::Limit(limit) => Some((limit, value / limit, 1.0)),
            Against::Peer { peer, most } => Some((peer, value / peer, most)),
            Against::Nothing => None,
        };
        if let Some((held_against, ratio, most)) = judged {
            let holds = ratio <= most;
            let _ = write!(line, " {held_against:>10.2} {ratio:>6.2}× {}", if holds { "ok" } else { "OVER" });
            if !holds {
                self.over.push(title.to_owned());
            }
        }
        self.say(&line);
    }

    /// What lies over its limit, and everything as it was printed.
    pub fn close(mut self) -> (Vec<String>, String) {
        let closing = match self.over.as_slice() {
            [] => "\nEvery figure holds.".to_owned(),
            over => format!("\nOver their limit: {}.", over.join("; ")),
        };
        self.say(&closing);
        (self.over, self.lines)
    }
}

/// How long something took, several times over, in milliseconds.
#[derive(Default)]
pub struct Times(Vec<f64>);

impl Times {
    /// Does something and notes how long it took.
    pub fn of<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let answer = act();
        self.note(begun.elapsed());
        answer
    }

    /// Notes a time.
    pub fn note(&mut self, took: Duration) {
        self.millis(took.as_secs_f64() * 1000.0);
    }

    /// Notes a time in milliseconds.
    pub fn millis(&mut self, took: f64) {
        self.0.push(took);
    }

    /// The middle one; of an even number the later of the two.
    pub fn median(&self) -> f64 {
        self.place(50)
    }

    /// The one that 95 of 100 do not exceed.
    pub fn slow(&self) -> f64 {
        self.place(95)
    }

    fn place(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(of: &[u64]) -> Times {
        let mut times = Times::default();
        of.iter().for_each(|millis| times.note(Duration::from_millis(*millis)));
        times
    }

    #[test]
    fn the_middle_of_five_is_the_third() {
        assert!((times(&[9, 1, 5, 3, 7]).median() - 5.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_figure_over_its_limit_is_named_at_the_end() {
        let mut table = Table::default();
        table.times("quick", &times(&[10]), Against::Limit(50.0));
        table.times("slow", &times(&[60]), Against::Limit(50.0));
        table.times("twice the peer", &times(&[60]), Against::Peer { peer: 30.0, most: 2.0 });
        table.times("thrice the peer", &times(&[60]), Against::Peer { peer: 20.0, most: 2.0 });
        let (over, text) = table.close();
        assert_eq!(over, ["slow", "thrice the peer"]);
        assert!(text.contains("Over their limit: slow; thrice the peer."), "{text}");
    }
}
