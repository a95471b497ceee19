//! What the eye sees of a signature: a block of words, drawn as outlines so that no font has to be embedded.

use std::fmt::Write as _;

use ground::Fault;
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
    outline::{DrawSettings, OutlineGlyphCollection, OutlinePen},
};

use crate::error::SealError;

const LARGEST_TYPE_POINTS: f32 = 9.0;
const STEP_POINTS: f32 = 0.25;
const LINE_HEIGHT: f32 = 1.22;
const PADDING_POINTS: f32 = 4.0;
const BAR_POINTS: f32 = 2.5;
/// A block smaller than this shows nothing: the signature is there, but nobody sees it on the page.
const SMALLEST_BLOCK_POINTS: f32 = 4.0;

/// One paragraph of the block: its words, its size relative to the others, and its colour.
pub(crate) struct Paragraph {
    pub(crate) words: String,
    pub(crate) scale: f32,
    pub(crate) tone: Tone,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Accent,
    Plain,
    Quiet,
}

impl Tone {
    const fn fill(self) -> &'static str {
        match self {
            Self::Accent => "0.059 0.298 0.361 rg",
            Self::Plain => "0.13 0.13 0.13 rg",
            Self::Quiet => "0.35 0.35 0.35 rg",
        }
    }
}

/// Draws the block. Everything is shown: words wrap, and all of it shrinks until it fits.
///
/// # Errors
/// Only where the font handed in is none.
pub(crate) fn draw(width: f32, height: f32, paragraphs: &[Paragraph], font: &[u8]) -> Result<Vec<u8>, SealError> {
    if !(width >= SMALLEST_BLOCK_POINTS && height >= SMALLEST_BLOCK_POINTS) {
        return Ok(Vec::new());
    }
    let face = Face::read(font)?;
    let padding = PADDING_POINTS.min(width / 8.0).min(height / 8.0);
    let left = padding + BAR_POINTS.min(width / 16.0);
    let (room_across, room_down) = (width - left - padding, height - 2.0 * padding);
    let mut size = LARGEST_TYPE_POINTS;
    let lines = loop {
        let lines = lines(&face, paragraphs, size, room_across);
        let down: f32 = lines.iter().map(|line| line.size * LINE_HEIGHT).sum();
        if down <= room_down {
            break lines;
        }
        // Steps while the words can be read, then by a tenth, until even the smallest block holds them.
        size = if size > 2.0 { size - STEP_POINTS } else { size * 0.9 };
    };

    let mut content = String::from("q\n");
    // Writing to a String can't fail; so the results below are let go.
    let _ = writeln!(content, "0.72 0.78 0.80 RG 0.5 w 0.25 0.25 {:.2} {:.2} re S", width - 0.5, height - 0.5);
    let _ = writeln!(content, "{} 0 0 {:.2} {height:.2} re f", Tone::Accent.fill(), left - padding);
    let mut baseline = height - padding;
    for line in &lines {
        baseline -= line.size * LINE_HEIGHT;
        let _ = writeln!(content, "{}", line.tone.fill());
        // The letters stand on the line with room below for those that hang.
        face.write(&line.words, left, baseline + line.size * 0.27, line.size, &mut content);
    }
    content.push_str("Q\n");
    Ok(content.into_bytes())
}

struct Line {
    words: String,
    size: f32,
    tone: Tone,
}

fn lines(face: &Face<'_>, paragraphs: &[Paragraph], size: f32, room: f32) -> Vec<Line> {
    paragraphs
        .iter()
        .flat_map(|paragraph| {
            let size = size * paragraph.scale;
            wrap(face, &paragraph.words, size, room).into_iter().map(move |words| Line {
                words,
                size,
                tone: paragraph.tone,
            })
        })
        .collect()
}

/// Breaks at blanks; a word that is wider than the block breaks where it must.
fn wrap(face: &Face<'_>, words: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for word in words.split_whitespace() {
        let blank = if line.is_empty() { 0.0 } else { face.width(" ", size) };
        let wide = face.width(word, size);
        if used + blank + wide <= room {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            used += blank + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        used = 0.0;
        for letter in word.chars() {
            let wide = face.advance(letter, size);
            if used + wide > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(letter);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A font as far as drawing words needs it.
struct Face<'a> {
    letters: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
    outlines: OutlineGlyphCollection<'a>,
    units_per_em: f32,
}

impl<'a> Face<'a> {
    fn read(font: &'a [u8]) -> Result<Self, SealError> {
        let unreadable = || Fault::bug("the font for the visible signature can't be read.");
        let font = FontRef::new(font).map_err(|error| unreadable().because(error))?;
        let units_per_em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        if units_per_em <= 0.0 {
            return Err(unreadable().into());
        }
        Ok(Self {
            letters: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            outlines: font.outline_glyphs(),
            units_per_em,
        })
    }

    /// A letter the font lacks is drawn as its empty box, never left out.
    fn glyph(&self, letter: char) -> GlyphId {
        self.letters.map(letter).unwrap_or(GlyphId::NOTDEF)
    }

    fn advance(&self, letter: char, size: f32) -> f32 {
        self.metrics.advance_width(self.glyph(letter)).unwrap_or(0.0) * size / self.units_per_em
    }

    fn width(&self, words: &str, size: f32) -> f32 {
        words.chars().map(|letter| self.advance(letter, size)).sum()
    }

    /// Draws one line. The letters are written in the font's own units, so that the same letter is the same bytes
    /// each time and the picture compresses well.
    fn write(&self, words: &str, left: f32, baseline: f32, size: f32, content: &mut String) {
        let scale = size / self.units_per_em;
        let _ = writeln!(content, "q {scale:.7} 0 0 {scale:.7} {left:.2} {baseline:.2} cm");
        for letter in words.chars() {
            let glyph = self.glyph(letter);
            if let Some(outline) = self.outlines.get(glyph) {
                let mut pen = Pen { content, at: (0.0, 0.0) };
                // A glyph that can't be drawn leaves its blank; the words stand in the signature as well.
                let _ = outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen);
                content.push_str("f\n");
            }
            let _ = writeln!(content, "1 0 0 1 {:.0} 0 cm", self.metrics.advance_width(glyph).unwrap_or(0.0));
        }
        content.push_str("Q\n");
    }
}

/// Writes outlines as the path operators of a PDF.
struct Pen<'a> {
    content: &'a mut String,
    at: (f32, f32),
}

impl Pen<'_> {
    fn cubic(&mut self, a: (f32, f32), b: (f32, f32), to: (f32, f32)) {
        let _ = writeln!(self.content, "{:.0} {:.0} {:.0} {:.0} {:.0} {:.0} c", a.0, a.1, b.0, b.1, to.0, to.1);
        self.at = to;
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let _ = writeln!(self.content, "{x:.0} {y:.0} m");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let _ = writeln!(self.content, "{x:.0} {y:.0} l");
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        // A PDF knows no curves with one control point; the same curve with two has them at two thirds.
        let (from, control, to) = (self.at, (cx, cy), (x, y));
        let towards =
            |end: (f32, f32)| (end.0 + (control.0 - end.0) * 2.0 / 3.0, end.1 + (control.1 - end.1) * 2.0 / 3.0);
        self.cubic(towards(from), towards(to), to);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.cubic((ax, ay), (bx, by), (x, y));
    }

    fn close(&mut self) {
        self.content.push_str("h\n");
    }
}
