//! The letters we ship: how wide they are, which of them we have, where a line may break.

use std::{cell::RefCell, collections::BTreeMap};

use skrifa::{
    FontRef, MetadataProvider, charmap::Charmap, instance::LocationRef, instance::Size, metrics::GlyphMetrics,
};
use unicode_linebreak::BreakOpportunity;
use unicode_normalization::UnicodeNormalization;

use super::Style;
use crate::ReportError;

/// Regular, bold, or letters of one width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Regular,
    Bold,
    /// For what a program reads: filters, seeds, commands.
    Mono,
}

/// One of the font files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Typeface {
    Regular,
    Bold,
    Mono,
    /// What the others lack: arrows, shapes, marks.
    Symbols,
}

impl Typeface {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Mono, Self::Symbols];

    /// The file, a TrueType program.
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            Self::Bold => include_bytes!("../../fonts/NotoSans-Bold.ttf"),
            Self::Mono => include_bytes!("../../fonts/DejaVuSansMono.ttf"),
            Self::Symbols => include_bytes!("../../fonts/DejaVuSans-Symbols.ttf"),
        }
    }

    /// The name under which pages call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans",
            Self::Bold => "NotoSansBold",
            Self::Mono => "Mono",
            Self::Symbols => "Symbols",
        }
    }
}

/// A piece of a line in one typeface.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) typeface: Typeface,
    pub(crate) words: String,
}

struct Measured {
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units_per_em: f32,
}

impl Measured {
    fn of(typeface: Typeface) -> Result<Self, ReportError> {
        let font = FontRef::new(typeface.bytes()).map_err(|cause| ReportError::broken("a shipped font", cause))?;
        let units_per_em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { charmap: font.charmap(), metrics, units_per_em })
    }
    fn advance(&self, letter: char) -> Option<f32> {
        let glyph = self.charmap.map(letter)?;
        Some(self.metrics.advance_width(glyph).unwrap_or(0.0) / self.units_per_em)
    }
}

/// In which typeface a letter is and how wide it is there, in parts of the size; nothing where no typeface has it.
type Found = Option<(Typeface, f32)>;

/// The letters, and a count of those that were asked for and don't exist.
pub(crate) struct Letters {
    regular: Measured,
    bold: Measured,
    mono: Measured,
    symbols: Measured,
    known: RefCell<BTreeMap<(Face, char), Found>>,
    replaced: RefCell<BTreeMap<char, u64>>,
}

/// Stands in for a letter that can't be printed.
const REPLACEMENT: char = '\u{FFFD}';

impl Letters {
    /// Opens the shipped fonts.
    pub(crate) fn open() -> Result<Self, ReportError> {
        Ok(Self {
            regular: Measured::of(Typeface::Regular)?,
            bold: Measured::of(Typeface::Bold)?,
            mono: Measured::of(Typeface::Mono)?,
            symbols: Measured::of(Typeface::Symbols)?,
            known: RefCell::default(),
            replaced: RefCell::default(),
        })
    }

    fn glyph(&self, face: Face, letter: char) -> Found {
        if let Some(known) = self.known.borrow().get(&(face, letter)) {
            return *known;
        }
        let regular = (Typeface::Regular, &self.regular);
        let first = match face {
            Face::Regular => regular,
            Face::Bold => (Typeface::Bold, &self.bold),
            Face::Mono => (Typeface::Mono, &self.mono),
        };
        // Regular is asked too: what can be printed there can be printed in every face.
        let found = [first, regular, (Typeface::Symbols, &self.symbols)]
            .into_iter()
            .find_map(|(typeface, measured)| Some((typeface, measured.advance(letter)?)));
        self.known.borrow_mut().insert((face, letter), found);
        found
    }

    /// The text as it can be printed. A letter and the accent behind it become the one letter that they are (Unicode's
    /// composed form), because accents are not set by themselves. Line ends become `\n`, a tab becomes four spaces, and a
    /// control character or a letter that we have no shape for becomes U+FFFD. None is dropped; each is counted.
    pub(crate) fn printable(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut letters = text.nfc().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\r' => {
                    letters.next_if_eq(&'\n');
                    out.push('\n');
                }
                '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
                '\t' => out.push_str("    "),
                _ if self.glyph(Face::Regular, letter).is_some() && !letter.is_control() => out.push(letter),
                _ => {
                    out.push(REPLACEMENT);
                    *self.replaced.borrow_mut().entry(letter).or_default() += 1;
                }
            }
        }
        out
    }

    /// Every letter that could not be printed as it is, and how often.
    pub(crate) fn replaced(&self) -> BTreeMap<char, u64> {
        self.replaced.borrow().clone()
    }

    /// How wide a printable line is.
    pub(crate) fn width(&self, words: &str, style: Style) -> f32 {
        words.chars().map(|letter| self.advance(style.face, letter)).sum::<f32>() * style.size
    }

    fn advance(&self, face: Face, letter: char) -> f32 {
        self.glyph(face, letter).map_or(0.0, |(_, advance)| advance)
    }

    /// A printable line in pieces of one typeface each.
    pub(crate) fn runs(&self, words: &str, face: Face) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for letter in words.chars() {
            // A line is made of printable letters; should one slip through, its stand-in is shown.
            let (letter, typeface) = match self.glyph(face, letter) {
                Some((typeface, _)) => (letter, typeface),
                None => (REPLACEMENT, Typeface::Symbols),
            };
            match runs.last_mut() {
                Some(run) if run.typeface == typeface => run.words.push(letter),
                _ => runs.push(Run { typeface, words: letter.to_string() }),
            }
        }
        runs
    }

    /// Breaks a printable text into lines no wider than `width`. Spaces at a line's end stay in the line, so that the
    /// words read back from the page stay apart. A word wider than the line is broken between letters. What a program
    /// reads is broken at spaces only, so that `--size 40` or a hyphened seed can be copied in one piece.
    pub(crate) fn wrap(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut line, mut filled, mut start) = (String::new(), 0.0_f32, 0);
        for (end, opportunity) in unicode_linebreak::linebreaks(text) {
            let at_word_end = text[..end].ends_with(char::is_whitespace) || end == text.len();
            if style.face == Face::Mono && !at_word_end {
                continue;
            }
            let piece = text[start..end].trim_end_matches('\n');
            let must_break = opportunity == BreakOpportunity::Mandatory && end < text.len();
            start = end;
            let visible = self.width(piece.trim_end(), style);
            if filled + visible > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                filled = 0.0;
            }
            if visible > width {
                for letter in piece.chars() {
                    let advance = self.advance(style.face, letter) * style.size;
                    if filled + advance > width && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        filled = 0.0;
                    }
                    line.push(letter);
                    filled += advance;
                }
            } else {
                line.push_str(piece);
                filled += self.width(piece, style);
            }
            if must_break {
                lines.push(std::mem::take(&mut line));
                filled = 0.0;
            }
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{BODY, MONO};

    #[test]
    fn no_letter_is_lost_when_lines_break() {
        let letters = Letters::open().unwrap();
        let text = "Two of  sixty changes went live unapproved; Ωμέγα, Київ, a-very-long-word-with-hyphens → done.   ";
        for width in [1.0, 12.0, 40.0, 90.0, 300.0, 2000.0] {
            assert_eq!(letters.wrap(text, BODY, width).concat(), text, "at a width of {width}");
        }
    }

    #[test]
    fn a_line_is_no_wider_than_it_may_be() {
        let letters = Letters::open().unwrap();
        let text = "Priority is not set from impact and urgency in all cases. ".repeat(20);
        for line in letters.wrap(&text, BODY, 120.0) {
            assert!(letters.width(line.trim_end(), BODY) <= 120.0, "{line}");
        }
    }

    #[test]
    fn line_ends_of_every_kind_break_the_line_and_empty_lines_stay() {
        let letters = Letters::open().unwrap();
        let text = letters.printable("one\r\ntwo\rthree\n\nfive\u{2028}six");
        assert_eq!(letters.wrap(&text, BODY, 500.0), ["one", "two", "three", "", "five", "six"]);
    }

    #[test]
    fn a_letter_without_a_shape_has_a_stand_in_and_is_counted() {
        let letters = Letters::open().unwrap();
        assert_eq!(letters.printable("a\u{0}\u{202e}b✓"), "a\u{fffd}\u{fffd}b✓");
        assert_eq!(letters.replaced().into_keys().collect::<Vec<_>>(), ['\u{0}', '\u{202e}']);
    }

    #[test]
    fn an_accent_behind_its_letter_is_set_as_one_letter() {
        let letters = Letters::open().unwrap();
        assert_eq!(letters.printable("Ma\u{308}kela\u{308}"), "M\u{e4}kel\u{e4}");
    }

    #[test]
    fn what_a_program_reads_is_broken_at_spaces_only() {
        let letters = Letters::open().unwrap();
        let command = "tick sample draw --file incidents-2025.csv --seed IA-2026-01/2026-02-09 --where 'a = \"b\"'";
        let lines = letters.wrap(command, MONO, 180.0);
        assert_eq!(lines.concat(), command);
        assert!(lines.len() > 2 && lines.iter().rev().skip(1).all(|line| line.ends_with(' ')), "{lines:?}");
        assert!(
            letters.wrap(&"x".repeat(100), MONO, 60.0).len() > 5,
            "a word wider than the line is broken all the same"
        );
    }

    #[test]
    fn every_letter_that_can_be_printed_can_be_printed_in_every_face() {
        let letters = Letters::open().unwrap();
        for letter in ('\u{20}'..'\u{2fff}').filter(|letter| letters.glyph(Face::Regular, *letter).is_some()) {
            for face in [Face::Bold, Face::Mono] {
                assert!(letters.glyph(face, letter).is_some(), "{letter:?} is missing in {face:?}");
            }
        }
    }

    #[test]
    fn a_sign_that_the_text_letters_lack_comes_from_the_symbols() {
        let letters = Letters::open().unwrap();
        let runs = letters.runs("a→b", Face::Bold);
        let typefaces: Vec<Typeface> = runs.iter().map(|run| run.typeface).collect();
        assert_eq!(typefaces, [Typeface::Bold, Typeface::Symbols, Typeface::Bold]);
    }
}
