//! The house look: one accent, calm greys, a handful of text sizes. Lengths are points, 1/72 inch.

use super::Face;

/// A colour as `0xRRGGBB` in sRGB.
pub(crate) type Colour = u32;

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.276;
/// A4.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// White to the left of the text.
pub(crate) const LEFT: f32 = 62.0;
/// Where the text ends at the right.
pub(crate) const RIGHT: f32 = PAGE_WIDTH - 62.0;
/// White above the text, with the header in it.
pub(crate) const TOP_MARGIN: f32 = 78.0;
/// White below the text, with the footer in it.
pub(crate) const BOTTOM_MARGIN: f32 = 68.0;
/// Height of the text area.
pub(crate) const TEXT_HEIGHT: f32 = PAGE_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN;

/// The one accent.
pub(crate) const ACCENT: Colour = 0x0f4c5c;
/// Body text.
pub(crate) const INK: Colour = 0x1f2933;
/// Labels, captions, sources.
pub(crate) const QUIET: Colour = 0x52606d;
/// Hairlines.
pub(crate) const HAIRLINE: Colour = 0xc9d2d9;
/// A tint behind every second row and behind call-outs.
pub(crate) const TINT: Colour = 0xf3f6f8;
/// What a reader must not overlook.
pub(crate) const WARNING: Colour = 0x9a_5b00;
/// The big word across a draft. Light, so that the text over it stays readable.
pub(crate) const WATERMARK: Colour = 0xedf0f2;
/// Text on the accent.
pub(crate) const PAPER_WHITE: Colour = 0xffffff;

/// A size and its leading, a face and a colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) colour: Colour,
}

impl Style {
    const fn of(face: Face, size: f32, leading: f32, colour: Colour) -> Self {
        Self { face, size, leading, colour }
    }
    /// The same in another colour.
    pub(crate) const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }
    /// The same in bold.
    pub(crate) const fn bold(self) -> Self {
        Self { face: Face::Bold, ..self }
    }
}

/// Running text.
pub(crate) const BODY: Style = Style::of(Face::Regular, 9.5, 13.8, INK);
/// The first sentence a reader should see.
pub(crate) const LEAD: Style = Style::of(Face::Regular, 11.0, 16.2, INK);
/// Labels before values.
pub(crate) const LABEL: Style = Style::of(Face::Bold, 8.2, 13.8, QUIET);
/// Text in tables.
pub(crate) const TABLE: Style = Style::of(Face::Regular, 8.0, 11.2, INK);
/// A fingerprint in hex: 64 signs in two lines of a column.
pub(crate) const HASH: Style = Style::of(Face::Regular, 6.9, 10.6, INK);
/// What a program reads: a filter, a seed, a command.
pub(crate) const MONO: Style = Style::of(Face::Mono, 7.6, 11.6, INK);
/// The header of a table.
pub(crate) const TABLE_HEADER: Style = Style::of(Face::Bold, 7.6, 10.4, PAPER_WHITE);
/// Notes under tables and charts.
pub(crate) const NOTE: Style = Style::of(Face::Regular, 7.8, 11.0, QUIET);
/// Header and footer.
pub(crate) const FURNITURE: Style = Style::of(Face::Regular, 7.4, 10.0, QUIET);
/// A section of the report.
pub(crate) const HEADING_1: Style = Style::of(Face::Bold, 17.0, 22.0, ACCENT);
/// A part of a section, a finding.
pub(crate) const HEADING_2: Style = Style::of(Face::Bold, 11.2, 15.4, ACCENT);
/// The title on the cover.
pub(crate) const TITLE: Style = Style::of(Face::Bold, 27.0, 34.0, ACCENT);
/// A number in a tile of the summary.
pub(crate) const BIG_NUMBER: Style = Style::of(Face::Bold, 23.0, 28.0, INK);
