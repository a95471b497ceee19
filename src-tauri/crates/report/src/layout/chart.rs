//! Pictures of counts: bars, a divided bar, tiles with big numbers. Every picture also says its numbers in words.

use super::{
    BIG_NUMBER, Colour, HAIRLINE, INK, Mark, NOTE, Paper, QUIET, Role, Style, TABLE, TINT,
    strip::{Strip, filled, ruled},
};

/// One bar: a sign, a word, a count.
pub(crate) struct Bar {
    pub(crate) sign: &'static str,
    pub(crate) words: String,
    pub(crate) count: usize,
    pub(crate) colour: Colour,
}

/// One share of a divided bar.
pub(crate) type Share = Bar;

/// A big number and what it counts.
pub(crate) struct Tile {
    pub(crate) number: String,
    pub(crate) words: String,
    pub(crate) colour: Colour,
}

impl Paper<'_> {
    /// Big numbers side by side.
    pub(crate) fn tiles(&mut self, tiles: &[Tile]) {
        const SPACE: f32 = 8.0;
        if tiles.is_empty() {
            return;
        }
        let width = (self.width() - SPACE * (tiles.len() - 1) as f32) / tiles.len() as f32;
        let mut strip = Strip::default();
        let mut height: f32 = 0.0;
        let mut written = Vec::new();
        for (index, tile) in tiles.iter().enumerate() {
            let left = self.left + (width + SPACE) * index as f32;
            let mut style = BIG_NUMBER.in_colour(tile.colour);
            let number = self.letters.printable(&tile.number);
            while style.size > 11.0 && self.letters.width(&number, style) > width - 18.0 {
                style.size -= 1.0;
            }
            let mut marks = vec![Mark::Text { x: left + 9.0, y: 30.0, style, words: format!("{number} ") }];
            let mut y = 45.0;
            for words in self.letters.wrap(&self.letters.printable(&tile.words), NOTE, width - 16.0) {
                marks.push(Mark::Text { x: left + 9.0, y, style: NOTE, words });
                y += NOTE.leading;
            }
            height = height.max(y);
            written.push((left, tile.colour, marks));
        }
        for (left, colour, marks) in written {
            strip.decoration([
                filled(left, 0.0, left + width, height, TINT),
                filled(left, 0.0, left + width, 2.4, colour),
            ]);
            let node = self.tree.grow(self.parent, Role::Paragraph);
            strip.content(node, marks);
        }
        strip.height = height;
        self.put(strip);
        self.gap(14.0);
    }

    /// Counts as bars under each other.
    pub(crate) fn bars(&mut self, title: &str, bars: &[Bar]) {
        const ROW: f32 = 17.0;
        const WORDS: f32 = 168.0;
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let room = self.width() - WORDS - 34.0;
        let mut marks = vec![caption(self.left, title)];
        for (index, bar) in bars.iter().enumerate() {
            let top = 20.0 + ROW * index as f32;
            let sign = TABLE.bold().in_colour(bar.colour);
            marks.push(Mark::Text { x: self.left, y: top + 9.0, style: sign, words: format!("{} ", bar.sign) });
            marks.push(self.clipped(self.left + 15.0, top + 9.0, TABLE, &bar.words, WORDS - 20.0));
            let left = self.left + WORDS;
            let length = room * bar.count as f32 / most as f32;
            marks.push(ruled((left, top - 2.0), (left, top + ROW - 3.0), HAIRLINE, 0.6));
            if bar.count > 0 {
                marks.push(filled(left, top, left + length, top + 11.0, bar.colour));
            }
            let style = TABLE.bold().in_colour(if bar.count > 0 { INK } else { QUIET });
            marks.push(Mark::Text { x: left + length + 6.0, y: top + 9.0, style, words: format!("{} ", bar.count) });
        }
        let height = 22.0 + ROW * bars.len() as f32;
        self.figure(height, in_words(title, bars), marks);
    }

    /// Counts as one bar of shares, with a legend.
    pub(crate) fn shares(&mut self, title: &str, shares: &[Share]) {
        const BAR_TOP: f32 = 20.0;
        const BAR_HEIGHT: f32 = 15.0;
        let whole = shares.iter().map(|share| share.count).sum::<usize>().max(1);
        let mut marks = vec![caption(self.left, title)];
        marks.push(filled(self.left, BAR_TOP, self.right, BAR_TOP + BAR_HEIGHT, TINT));
        let mut x = self.left;
        for share in shares.iter().filter(|share| share.count > 0) {
            let length = self.width() * share.count as f32 / whole as f32;
            marks.push(filled(x, BAR_TOP, x + length - 1.2, BAR_TOP + BAR_HEIGHT, share.colour));
            x += length;
        }
        let (mut x, mut y) = (self.left, BAR_TOP + BAR_HEIGHT + 15.0);
        for share in shares {
            let words = self.letters.printable(&format!("{}: {}   ", share.words, share.count));
            let needed = 20.0 + self.letters.width(&words, NOTE);
            if x + needed > self.right && x > self.left {
                x = self.left;
                y += 13.0;
            }
            let sign = NOTE.bold().in_colour(share.colour);
            marks.push(Mark::Text { x, y, style: sign, words: format!("{} ", share.sign) });
            marks.push(Mark::Text { x: x + 13.0, y, style: NOTE.in_colour(INK), words });
            x += needed;
        }
        self.figure(y + 6.0, in_words(title, shares), marks);
    }

    /// A line that has to fit: its letters become smaller, they are never cut.
    fn clipped(&self, x: f32, y: f32, style: Style, words: &str, width: f32) -> Mark {
        let words = self.letters.printable(words).replace('\n', " ");
        let wide = self.letters.width(&words, style);
        let size = if wide > width { style.size * width / wide } else { style.size };
        Mark::Text { x, y, style: Style { size, ..style }, words: format!("{words} ") }
    }
}

fn caption(left: f32, title: &str) -> Mark {
    Mark::Text { x: left, y: 9.0, style: TABLE.bold().in_colour(QUIET), words: format!("{title} ") }
}

fn in_words(title: &str, counts: &[Bar]) -> String {
    let counts: Vec<String> = counts.iter().map(|bar| format!("{} {}", bar.words, bar.count)).collect();
    format!("{title}: {}.", counts.join(", "))
}
