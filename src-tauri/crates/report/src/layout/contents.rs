//! The contents: every heading with its page, each a link. Written last, put in where they belong.

use super::{
    BODY, HAIRLINE, Link, Mark, Paper, Role, TABLE,
    paper::baseline,
    strip::{Strip, ruled},
};

/// Room for the page number.
const NUMBER: f32 = 34.0;

impl Paper<'_> {
    /// The contents will stand here.
    pub(crate) fn contents_here(&mut self) {
        let node = self.tree.grow(self.parent, Role::Contents);
        self.contents_at = Some((self.strips.len(), node));
    }

    /// Puts the contents in. Called once, when all headings are known.
    pub(crate) fn put_contents_in(&mut self) {
        let Some((at, node)) = self.contents_at.take() else { return };
        let mut rows = Vec::new();
        let headings = self.headings.clone().into_iter().enumerate();
        for (number, heading) in headings.filter(|(_, heading)| heading.listed) {
            let entry = self.tree.grow(node, Role::ContentsEntry);
            let reference = self.tree.grow(entry, Role::Reference);
            let link = self.tree.grow(reference, Role::Link);
            let (style, indent, gap) = if heading.level == 1 { (BODY.bold(), 0.0, 6.0) } else { (TABLE, 14.0, 1.0) };
            let left = self.left + indent;
            let lines = self.letters.wrap(&heading.words, style, self.right - NUMBER - left);
            let last = lines.len().saturating_sub(1);
            for (index, words) in lines.into_iter().enumerate() {
                let y = baseline(style);
                let mut strip = Strip::blank(style.leading);
                strip.gap = if index == 0 { gap } else { 0.0 };
                strip.links.push(Link {
                    node: link,
                    area: [left, 0.0, self.right, strip.height],
                    heading: number,
                    words: heading.words.clone(),
                });
                let mut marks = Vec::new();
                if index == last {
                    let from = left + self.letters.width(&words, style) + 6.0;
                    let to = self.right - NUMBER + 8.0;
                    strip.decoration([ruled((from.min(to), y), (to, y), HAIRLINE, 0.4)]);
                    marks.push(Mark::PageOf { right: self.right, y, style, heading: number });
                }
                marks.insert(0, Mark::Text { x: left, y, style, words: format!("{words} ") });
                strip.content(link, marks);
                rows.push(strip);
            }
        }
        self.strips.splice(at..at, rows);
    }
}
