//! A paper being written: block after block becomes strips.

use super::{
    BODY, Colour, HEADING_1, HEADING_2, LABEL, LEFT, Letters, Mark, NodeId, RIGHT, Role, Style, Tree, strip::Strip,
};
use crate::plate::Plate;

/// A heading, as contents and bookmarks name it.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) words: String,
    /// Whether the contents name it. Bookmarks name every heading.
    pub(crate) listed: bool,
}

/// A paper being written.
pub(crate) struct Paper<'a> {
    pub(crate) letters: &'a Letters,
    /// The pictures, which blocks name by their number.
    pub(crate) plates: &'a [Plate<'a>],
    pub(crate) tree: Tree,
    pub(crate) strips: Vec<Strip>,
    pub(crate) headings: Vec<Heading>,
    /// The edges between which blocks are set at the moment.
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// The node under which new nodes hang.
    pub(crate) parent: NodeId,
    /// Where the contents will be put in, under which node.
    pub(crate) contents_at: Option<(usize, NodeId)>,
    /// White above the next block.
    pub(crate) next_gap: f32,
    pub(crate) next_on_fresh_page: bool,
}

impl<'a> Paper<'a> {
    /// An empty paper.
    pub(crate) fn new(letters: &'a Letters) -> Self {
        Self {
            letters,
            plates: &[],
            tree: Tree::new(),
            strips: Vec::new(),
            headings: Vec::new(),
            left: LEFT,
            right: RIGHT,
            parent: 0,
            contents_at: None,
            next_gap: 0.0,
            next_on_fresh_page: false,
        }
    }

    /// The width that a block has.
    pub(crate) fn width(&self) -> f32 {
        self.right - self.left
    }

    /// How high the strips are from that one on, with the white between them.
    pub(crate) fn height_since(&self, start: usize) -> f32 {
        self.strips.iter().skip(start).map(|strip| strip.height + strip.gap).sum()
    }

    /// How many lines a text takes at that width.
    pub(crate) fn lines(&self, text: &str, style: Style, width: f32) -> usize {
        self.letters.wrap(&self.letters.printable(text), style, width).len()
    }

    /// Puts a strip behind the others.
    pub(crate) fn put(&mut self, mut strip: Strip) {
        strip.gap = strip.gap.max(std::mem::take(&mut self.next_gap));
        strip.fresh_page |= std::mem::take(&mut self.next_on_fresh_page);
        self.strips.push(strip);
    }

    /// White before the next block, at least so much.
    pub(crate) fn gap(&mut self, height: f32) {
        self.next_gap = self.next_gap.max(height);
    }

    /// The next block begins a page.
    pub(crate) fn fresh_page(&mut self) {
        self.next_on_fresh_page = true;
    }

    /// Writes blocks under a node of their own.
    pub(crate) fn under(&mut self, role: Role, write: impl FnOnce(&mut Self)) {
        let before = self.parent;
        self.parent = self.tree.grow(before, role);
        write(self);
        self.parent = before;
    }

    /// The heading of a section. It stays with the block below it.
    pub(crate) fn section(&mut self, words: &str) {
        self.heading(1, words, true, 26.0);
    }

    /// A heading in a section, which the contents leave out.
    pub(crate) fn part(&mut self, words: &str) {
        self.heading(2, words, false, 16.0);
    }

    /// A heading in a section, which the contents name.
    pub(crate) fn listed_part(&mut self, words: &str) {
        self.heading(2, words, true, 3.0);
    }

    fn heading(&mut self, level: u8, words: &str, listed: bool, gap: f32) {
        let words = self.letters.printable(words);
        let style = if level == 1 { HEADING_1 } else { HEADING_2 };
        let node = self.tree.grow(self.parent, Role::Heading(level));
        let number = self.headings.len();
        let lines = self.letters.wrap(&words, style, self.width());
        self.gap(gap);
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            let mut strip = self.line(node, style, self.left, line);
            strip.glued = true;
            strip.heading = (index == 0).then_some(number);
            if level == 1 && index == last {
                let y = strip.height + 3.0;
                strip.decoration([super::strip::filled(self.left, y, self.left + 34.0, y + 2.2, super::ACCENT)]);
                strip.height += 8.0;
            }
            self.put(strip);
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.headings.push(Heading { level, words, listed });
        self.gap(if level == 1 { 8.0 } else { 3.0 });
    }

    /// A strip with one line of text.
    pub(crate) fn line(&self, node: NodeId, style: Style, x: f32, words: String) -> Strip {
        let mut strip = Strip::blank(style.leading);
        strip.content(node, [Mark::Text { x, y: baseline(style), style, words }]);
        strip
    }

    /// A paragraph of body text. An empty one is left out.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.styled(BODY, text);
    }

    /// A paragraph in a style of its own. An empty one is left out.
    pub(crate) fn styled(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        let node = self.tree.grow(self.parent, Role::Paragraph);
        self.flow(node, style, self.left, self.right, text);
        self.gap(style.leading * 0.45);
    }

    /// A line that says what the block below it is, and stays with it.
    pub(crate) fn caption(&mut self, words: &str) {
        self.gap(12.0);
        let node = self.tree.grow(self.parent, Role::Paragraph);
        self.glued(|paper| paper.flow(node, LABEL, paper.left, paper.right, words));
        self.gap(3.0);
    }

    /// Lines of text under a node, of which the first two and the last two stay together.
    pub(crate) fn flow(&mut self, node: NodeId, style: Style, left: f32, right: f32, text: &str) {
        let text = self.letters.printable(text);
        let lines = self.letters.wrap(&text, style, right - left);
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let mut strip = self.line(node, style, left, line);
            strip.glued = index + 1 < count && (index == 0 || index + 2 == count);
            self.put(strip);
        }
    }

    /// A label above a text, as a finding's parts are written.
    pub(crate) fn labelled(&mut self, label: &str, text: &str) {
        let node = self.tree.grow(self.parent, Role::Paragraph);
        let label_style = Style { leading: 12.0, ..LABEL };
        self.glued(|paper| paper.flow(node, label_style, paper.left, paper.right, label));
        let node = self.tree.grow(self.parent, Role::Paragraph);
        self.flow(node, BODY, self.left, self.right, text);
        self.gap(6.5);
    }

    /// Blocks that stay with whatever comes next.
    fn glued(&mut self, write: impl FnOnce(&mut Self)) {
        let start = self.strips.len();
        write(self);
        self.strips.iter_mut().skip(start).for_each(|strip| strip.glued = true);
    }

    /// A list with a mark before each entry.
    pub(crate) fn bullets<S: AsRef<str>>(&mut self, entries: &[S]) {
        self.bullets_in(super::ACCENT, entries);
    }

    fn bullets_in<S: AsRef<str>>(&mut self, colour: Colour, entries: &[S]) {
        if entries.is_empty() {
            return;
        }
        let list = self.tree.grow(self.parent, Role::List);
        for entry in entries {
            let row = self.tree.grow(list, Role::ListEntry);
            let label = self.tree.grow(row, Role::ListLabel);
            let body = self.tree.grow(row, Role::ListBody);
            let at = self.strips.len();
            self.flow(body, BODY, self.left + 13.0, self.right, entry.as_ref());
            let (x, style) = (self.left + 1.0, BODY.bold().in_colour(colour));
            if let Some(strip) = self.strips.get_mut(at) {
                let mut marks = std::mem::take(&mut strip.marks);
                strip.content(label, [Mark::Text { x, y: baseline(style), style, words: "• ".into() }]);
                strip.marks.append(&mut marks);
            }
            self.gap(3.0);
        }
        self.gap(6.0);
    }

    /// A strip drawn by hand, as a figure that is described in words.
    pub(crate) fn figure(&mut self, height: f32, description: String, marks: Vec<Mark>) {
        let node = self.tree.grow(self.parent, Role::Figure);
        self.tree.describe(node, description);
        let mut strip = Strip::blank(height);
        strip.figure = Some((node, self.left, self.right));
        strip.content(node, marks);
        self.put(strip);
        self.gap(10.0);
    }

    /// A place for a signature, with a caption over it.
    pub(crate) fn signature(&mut self, name: &'static str, caption: &str, role: &str, hint: &str) {
        const HEIGHT: f32 = 62.0;
        self.gap(16.0);
        let words = self.letters.printable(caption);
        self.glued(|paper| {
            for (style, text) in [(BODY.bold(), caption), (super::NOTE, role)] {
                let node = paper.tree.grow(paper.parent, Role::Paragraph);
                paper.flow(node, style, paper.left, paper.right, text);
            }
        });
        self.gap(4.0);
        let node = self.tree.grow(self.parent, Role::Form);
        let mut strip = Strip::blank(HEIGHT);
        let right = self.left + self.width() * 0.62;
        strip.fields.push(super::Field {
            node,
            area: [self.left, 0.0, right, HEIGHT],
            name,
            words: format!("Signature: {words}"),
        });
        let node = self.tree.grow(self.parent, Role::Paragraph);
        let x = right + 14.0;
        let mut lines = Vec::new();
        for (index, line) in self.letters.wrap(hint, super::NOTE, self.right - x).into_iter().enumerate() {
            let y = 12.0 + super::NOTE.leading * index as f32;
            lines.push(Mark::Text { x, y, style: super::NOTE, words: line });
        }
        strip.content(node, lines);
        self.put(strip);
    }
}

/// How far under its strip's top a line's baseline runs.
pub(crate) fn baseline(style: Style) -> f32 {
    (style.leading - style.size) / 2.0 + style.size * 0.86
}
