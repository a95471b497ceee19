//! Pictures: a figure in its own proportions, with what is said about it below.

use super::{
    HAIRLINE, Mark, Paper, Role,
    strip::{Strip, ruled},
};

/// A picture of few pixels is not blown up further than this: 96 of them to the inch.
const POINTS_PER_PIXEL: f32 = 0.75;

impl Paper<'_> {
    /// The picture of that number, as wide as the text and as high as `most` at the most. It stays with the next block.
    pub(crate) fn picture(&mut self, number: usize, most: f32, description: &str) {
        let Some(plate) = self.plates.get(number) else { return };
        let (wide, high) = (plate.width.max(1) as f32, plate.height.max(1) as f32);
        let scale = (self.width() / wide).min(most / high).min(POINTS_PER_PIXEL);
        let (right, foot) = (self.left + wide * scale, high * scale);
        let node = self.tree.grow(self.parent, Role::Figure);
        self.tree.describe(node, self.letters.printable(description));
        let mut strip = Strip::blank(foot);
        strip.glued = true;
        strip.figure = Some((node, self.left, right));
        strip.content(node, [Mark::Picture { number, area: [self.left, 0.0, right, foot] }]);
        let corners = [(self.left, 0.0), (right, 0.0), (right, foot), (self.left, foot), (self.left, 0.0)];
        strip.decoration(corners.windows(2).map(|edge| ruled(edge[0], edge[1], HAIRLINE, 0.5)));
        self.put(strip);
        self.gap(5.0);
    }

    /// What is written last stays with whatever comes next.
    pub(crate) fn hold(&mut self) {
        if let Some(strip) = self.strips.last_mut() {
            strip.glued = true;
        }
    }
}
