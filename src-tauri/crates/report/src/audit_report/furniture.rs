//! What stands on every page beside its text: header, footer, and the words DRAFT and DEMO.

use super::{Printing, audience, words::joined};
use crate::{
    facts::AuditReportFacts,
    layout::{
        FURNITURE, HAIRLINE, LEFT, Letters, Mark, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, Style, TITLE, WARNING, WATERMARK,
    },
};

const HEADER: f32 = PAGE_HEIGHT - 40.0;
const FOOTER: f32 = 36.0;
/// The angle of the word across the page.
const SLOPE: f32 = 52.0;

/// Draws one page's share. Sheets count from 0.
pub(super) fn draw(
    letters: &Letters,
    facts: &AuditReportFacts,
    state: Printing,
    sheet: usize,
    count: usize,
) -> Vec<Mark> {
    let control = &facts.control;
    let mut words = Vec::new();
    if state == Printing::Draft {
        words.push("DRAFT");
    }
    if facts.demo {
        words.push("DEMO");
    }
    let mut marks = Vec::new();
    if let Some(word) = words.first() {
        marks.push(across(letters, word));
    }
    if sheet > 0 {
        let reference = format!("{}   rev {}", control.reference, control.revision);
        let reference = joined(&[&reference, audience::mark(control).unwrap_or_default()], "   ");
        marks.push(line(letters, &reference, FURNITURE.bold(), HEADER, Place::Left));
        marks.push(line(letters, &words.join("   "), FURNITURE.bold().in_colour(WARNING), HEADER, Place::Middle));
        marks.push(line(letters, &control.classification, FURNITURE, HEADER, Place::Right));
        marks.push(hairline(HEADER - 7.0));
    }
    marks.push(hairline(FOOTER + 13.0));
    words.push(&control.organisation);
    let left = format!("{}   {}   rev {}", words.join("   "), control.reference, control.revision);
    marks.push(line(letters, &left, FURNITURE, FOOTER, Place::Left));
    marks.push(line(letters, &format!("Page {} of {count}", sheet + 1), FURNITURE.bold(), FOOTER, Place::Right));
    marks
}

#[derive(Clone, Copy)]
enum Place {
    Left,
    Middle,
    Right,
}

fn hairline(y: f32) -> Mark {
    Mark::Shape { points: vec![(LEFT, y), (RIGHT, y)], fill: None, outline: Some((HAIRLINE, 0.5)) }
}

/// One line, never wider than its share of the page: its letters become smaller instead, none is cut.
fn line(letters: &Letters, words: &str, style: Style, y: f32, place: Place) -> Mark {
    let words = letters.printable(words).replace('\n', " ");
    let room = (RIGHT - LEFT) * if y > FOOTER { 0.4 } else { 0.8 };
    let wide = letters.width(&words, style);
    let style = if wide > room { Style { size: style.size * room / wide, ..style } } else { style };
    let wide = letters.width(&words, style);
    let x = match place {
        Place::Left => LEFT,
        Place::Middle => (LEFT + RIGHT - wide) / 2.0,
        Place::Right => RIGHT - wide,
    };
    Mark::Text { x, y, style, words: format!("{words} ") }
}

/// The big word across the page, centred.
fn across(letters: &Letters, words: &str) -> Mark {
    let style = Style { size: 150.0, ..TITLE.in_colour(WATERMARK) };
    let half = letters.width(words, style) / 2.0;
    let (sin, cos) = SLOPE.to_radians().sin_cos();
    // The letters are as high as 0.71 of their size; half of that is taken off at a right angle to the line.
    let rise = style.size * 0.355;
    let x = PAGE_WIDTH / 2.0 - cos * half + sin * rise;
    let y = PAGE_HEIGHT / 2.0 - sin * half - cos * rise;
    Mark::Turned { x, y, degrees: SLOPE, style, words: words.to_owned() }
}
