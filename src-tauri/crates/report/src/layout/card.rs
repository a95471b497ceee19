//! A card: blocks in a frame with a coloured edge. A short card is never broken; a long one stays open where it breaks.

use std::rc::Rc;

use super::{
    Colour, HAIRLINE, PAGE_WIDTH, Paper, Role, TEXT_HEIGHT, TOP_MARGIN,
    strip::{Strip, filled, ruled},
};

/// White between frame and text.
const PAD: f32 = 13.0;
const EDGE: f32 = 4.0;
/// A card up to this share of a page is kept in one piece.
const KEPT_WHOLE: f32 = 0.72;
/// So many strips at the head and at the foot of a long card are not left alone.
const KEPT_AT_HEAD: usize = 6;
const KEPT_AT_FOOT: usize = 2;

impl Paper<'_> {
    /// Writes blocks into a frame.
    pub(crate) fn card(&mut self, colour: Colour, write: impl FnOnce(&mut Self)) {
        let (left, right) = (self.left, self.right);
        let gap = std::mem::take(&mut self.next_gap).max(12.0);
        let fresh_page = std::mem::take(&mut self.next_on_fresh_page);
        let start = self.strips.len();
        self.left = left + EDGE + PAD;
        self.right = right - PAD;
        self.under(Role::Division, write);
        (self.left, self.right) = (left, right);
        self.next_gap = 0.0;

        let inner = self.strips.split_off(start);
        let count = inner.len();
        let height: f32 = inner.iter().map(|strip| strip.height + strip.gap).sum();
        let whole = height < TEXT_HEIGHT * KEPT_WHOLE;
        for (index, strip) in inner.into_iter().enumerate() {
            let (first, last) = (index == 0, index + 1 == count);
            let above = if first { PAD - 2.0 } else { strip.gap };
            let mut strip = strip.pushed_down(above);
            strip.gap = 0.0;
            if last {
                strip.height += PAD - 1.0;
            }
            frame(&mut strip, left, right, colour);
            if first {
                strip.decoration([ruled((left, 0.0), (right, 0.0), HAIRLINE, 0.6)]);
            }
            if last {
                strip.decoration([ruled((left, strip.height), (right, strip.height), HAIRLINE, 0.6)]);
            }
            if let Some(header) = strip.header.take() {
                let mut header = Rc::unwrap_or_clone(header);
                frame(&mut header, left, right, colour);
                strip.header = Some(Rc::new(header));
            }
            strip.glued = !last && (whole || strip.glued || index < KEPT_AT_HEAD || index + KEPT_AT_FOOT >= count);
            strip.gap = if first { gap } else { 0.0 };
            strip.fresh_page = first && fresh_page;
            self.strips.push(strip);
        }
        self.gap(12.0);
    }
}

impl Paper<'_> {
    /// Writes blocks on a band of colour that reaches the edges of the page, upwards as well: the head of a cover.
    pub(crate) fn banner(&mut self, colour: Colour, write: impl FnOnce(&mut Self)) {
        let start = self.strips.len();
        write(self);
        self.next_gap = 0.0;
        let inner = self.strips.split_off(start);
        let count = inner.len();
        for (index, strip) in inner.into_iter().enumerate() {
            let above = strip.gap;
            let mut strip = strip.pushed_down(above);
            strip.gap = 0.0;
            strip.height += if index + 1 == count { 26.0 } else { 0.0 };
            let top = if index == 0 { -TOP_MARGIN } else { -0.5 };
            strip.ground([filled(0.0, top, PAGE_WIDTH, strip.height, colour)]);
            self.strips.push(strip);
        }
        self.gap(24.0);
    }
}

fn frame(strip: &mut Strip, left: f32, right: f32, colour: Colour) {
    let foot = strip.height;
    strip.ground([filled(left, 0.0, left + EDGE, foot, colour), ruled((right, 0.0), (right, foot), HAIRLINE, 0.6)]);
}
