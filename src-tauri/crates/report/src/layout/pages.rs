//! Strips become sheets.

use super::{
    Kid, Link, Mark, PAGE_HEIGHT, Paper, TEXT_HEIGHT, TOP_MARGIN, Tree,
    strip::{Field, Strip},
};
use crate::plate::Plate;

/// A sheet of paper. Here `y` runs up from the foot of the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) marks: Vec<Mark>,
    pub(crate) links: Vec<Link>,
    pub(crate) fields: Vec<Field>,
}

/// A heading and where it came to stand.
#[derive(Debug, Clone)]
pub(crate) struct PlacedHeading {
    pub(crate) level: u8,
    pub(crate) words: String,
    pub(crate) sheet: usize,
    /// The upper edge, from the foot of the page.
    pub(crate) y: f32,
}

/// A paper laid out on sheets.
#[derive(Debug, Clone)]
pub(crate) struct Laid<'a> {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) plates: &'a [Plate<'a>],
    pub(crate) tree: Tree,
    pub(crate) headings: Vec<PlacedHeading>,
}

/// What stands on a sheet beside its text: under it and around it. Given the sheet's number from 0 and how many there are.
pub(crate) type Furniture<'a> = &'a dyn Fn(usize, usize) -> Vec<Mark>;

struct Pager {
    sheets: Vec<Sheet>,
    tree: Tree,
    headings: Vec<PlacedHeading>,
    /// How much of the sheet's text area is filled.
    filled: f32,
}

impl<'a> Paper<'a> {
    /// Lays everything out. `furniture` draws header, footer and whatever lies under the text.
    pub(crate) fn lay_out(mut self, furniture: Furniture<'_>) -> Laid<'a> {
        self.put_contents_in();
        let headings = self
            .headings
            .into_iter()
            .map(|heading| PlacedHeading { level: heading.level, words: heading.words, sheet: 0, y: 0.0 })
            .collect();
        let mut pager = Pager { sheets: vec![Sheet::default()], tree: self.tree, headings, filled: 0.0 };
        let mut strips = self.strips.into_iter().peekable();
        let mut group = Vec::new();
        while let Some(strip) = strips.next() {
            let goes_on = strip.glued && strips.peek().is_some_and(|next| !next.fresh_page);
            group.push(strip);
            if !goes_on {
                pager.place_group(std::mem::take(&mut group));
            }
        }
        let Pager { mut sheets, mut tree, headings, .. } = pager;
        let count = sheets.len();
        for (number, sheet) in sheets.iter_mut().enumerate() {
            let mut marks = vec![Mark::Open(None)];
            marks.extend(furniture(number, count));
            marks.push(Mark::Close);
            marks.append(&mut sheet.marks);
            sheet.marks = marks;
        }
        number_contents(&sheets, &mut tree);
        Laid { sheets, plates: self.plates, tree, headings }
    }
}

impl Pager {
    fn place_group(&mut self, group: Vec<Strip>) {
        let gap = group.first().map_or(0.0, |strip| strip.gap);
        let inner: f32 = group.iter().map(|strip| strip.height + strip.gap).sum::<f32>() - gap;
        let fresh = group.first().is_some_and(|strip| strip.fresh_page);
        let fits = self.filled + gap + inner <= TEXT_HEIGHT;
        if self.filled > 0.0 && (fresh || (!fits && inner <= TEXT_HEIGHT)) {
            self.turn();
        }
        for strip in group {
            self.place(strip);
        }
    }

    fn turn(&mut self) {
        self.sheets.push(Sheet::default());
        self.filled = 0.0;
    }

    fn place(&mut self, strip: Strip) {
        if self.filled > 0.0 && self.filled + strip.gap + strip.height > TEXT_HEIGHT {
            self.turn();
        }
        if self.filled > 0.0 {
            self.filled += strip.gap;
        } else if self.sheets.len() > 1
            && let Some(header) = &strip.header
        {
            let header = Strip::clone(header);
            self.draw(header);
        }
        self.draw(strip);
    }

    fn draw(&mut self, strip: Strip) {
        let top = PAGE_HEIGHT - TOP_MARGIN - self.filled;
        let number = self.sheets.len() - 1;
        let Some(sheet) = self.sheets.last_mut() else { return };
        for mark in strip.marks {
            join(&mut sheet.marks, mark.measured_from_foot(top));
        }
        sheet.links.extend(strip.links.into_iter().map(|link| Link { area: turned(link.area, top), ..link }));
        sheet.fields.extend(strip.fields.into_iter().map(|field| Field { area: turned(field.area, top), ..field }));
        if let Some(heading) = strip.heading.and_then(|heading| self.headings.get_mut(heading)) {
            heading.sheet = number;
            heading.y = top;
        }
        if let Some((node, left, right)) = strip.figure
            && let Some(node) = self.tree.nodes.get_mut(node)
        {
            node.bounds = Some([left, top - strip.height, right, top]);
        }
        self.filled += strip.height;
    }
}

impl Mark {
    /// The same mark, measured from the foot of the page.
    fn measured_from_foot(self, top: f32) -> Self {
        match self {
            Self::Text { x, y, style, words } => Self::Text { x, y: top - y, style, words },
            Self::PageOf { right, y, style, heading } => Self::PageOf { right, y: top - y, style, heading },
            Self::Picture { number, area } => Self::Picture { number, area: turned(area, top) },
            Self::Turned { x, y, degrees, style, words } => Self::Turned { x, y: top - y, degrees, style, words },
            Self::Shape { points, fill, outline } => {
                let points = points.into_iter().map(|(x, y)| (x, top - y)).collect();
                Self::Shape { points, fill, outline }
            }
            other => other,
        }
    }
}

fn turned(area: [f32; 4], top: f32) -> [f32; 4] {
    [area[0], top - area[3], area[2], top - area[1]]
}

/// Adds a mark; content of the same node in a row becomes one piece.
fn join(marks: &mut Vec<Mark>, mark: Mark) {
    if let Mark::Open(node) = mark
        && matches!(marks.last(), Some(Mark::Close))
        && let Some(Mark::Open(before)) = marks.iter().rev().find(|mark| matches!(mark, Mark::Open(_)))
        && *before == node
    {
        marks.pop();
        return;
    }
    marks.push(mark);
}

/// Gives every piece of marked content its number and hangs it under its node, in the order of the pages.
fn number_contents(sheets: &[Sheet], tree: &mut Tree) {
    for (sheet, page) in sheets.iter().enumerate() {
        let mut number = 0;
        for mark in &page.marks {
            if let Mark::Open(Some(node)) = mark {
                tree.hang(*node, Kid::Content { sheet, number });
                number += 1;
            }
        }
        for (number, link) in page.links.iter().enumerate() {
            tree.hang(link.node, Kid::Link { sheet, number });
        }
        for (number, field) in page.fields.iter().enumerate() {
            tree.hang(field.node, Kid::Field { sheet, number });
        }
    }
}
