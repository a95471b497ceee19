//! Marks become the operations of a page.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, FontId, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use crate::{
    ReportError,
    layout::{Colour, Laid, Letters, Mark, Style, Typeface},
};

/// Puts the fonts that the sheets use into the document.
pub(super) fn fonts_into(document: &mut PdfDocument, laid: &Laid, letters: &Letters) -> Result<(), ReportError> {
    let mut used = BTreeSet::new();
    for mark in laid.sheets.iter().flat_map(|sheet| &sheet.marks) {
        match mark {
            Mark::Text { style, words, .. } | Mark::Turned { style, words, .. } => {
                used.extend(letters.runs(words, style.face).into_iter().map(|run| run.typeface));
            }
            Mark::PageOf { style, .. } => {
                used.extend(letters.runs("0", style.face).into_iter().map(|run| run.typeface))
            }
            Mark::Open(_) | Mark::Close | Mark::Shape { .. } | Mark::Picture { .. } => {}
        }
    }
    for typeface in Typeface::ALL.into_iter().filter(|typeface| used.contains(typeface)) {
        let font = ParsedFont::from_bytes(typeface.bytes(), 0, &mut Vec::new())
            .ok_or_else(|| ReportError::broken("a shipped font", typeface.name()))?;
        document.resources.fonts.map.insert(FontId(typeface.name().to_owned()), PdfFont::new(font));
    }
    Ok(())
}

/// All pages with their operations.
pub(super) fn pages(laid: &Laid, letters: &Letters) -> Vec<PdfPage> {
    let draw = |sheet: &crate::layout::Sheet| {
        let mut page = Page { letters, laid, ops: Vec::new(), next: 0 };
        for mark in &sheet.marks {
            page.mark(mark);
        }
        PdfPage::new(Mm(210.0), Mm(297.0), page.ops)
    };
    laid.sheets.iter().map(draw).collect()
}

struct Page<'a> {
    letters: &'a Letters,
    laid: &'a Laid<'a>,
    ops: Vec<Op>,
    /// The number of the next piece of marked content.
    next: i64,
}

impl Page<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Open(Some(node)) => {
                let tag = self.laid.tree.nodes.get(*node).map_or("P", |node| node.role.tag());
                self.begin(tag, "MCID", DictItem::Int(self.next));
                self.next += 1;
            }
            Mark::Open(None) => self.begin("Artifact", "Type", DictItem::Name(b"Layout".to_vec())),
            Mark::Close => self.ops.push(Op::EndMarkedContent),
            Mark::Text { x, y, style, words } => self.text(Op::SetTextCursor { pos: point(*x, *y) }, *style, words),
            Mark::Turned { x, y, degrees, style, words } => {
                let (sin, cos) = degrees.to_radians().sin_cos();
                let matrix = TextMatrix::Raw([cos, sin, -sin, cos, *x, *y]);
                self.text(Op::SetTextMatrix { matrix }, *style, words);
            }
            Mark::PageOf { right, y, style, heading } => {
                let number = self.laid.headings.get(*heading).map_or(0, |heading| heading.sheet + 1).to_string();
                let x = right - self.letters.width(&number, *style);
                self.text(Op::SetTextCursor { pos: point(x, *y) }, *style, &format!("{number} "));
            }
            Mark::Picture { number, area } => self.ops.push(Op::UseXobject {
                id: XObjectId(super::pictures::name(*number)),
                transform: XObjectTransform {
                    translate_x: Some(Pt(area[0])),
                    translate_y: Some(Pt(area[1])),
                    scale_x: Some(area[2] - area[0]),
                    scale_y: Some(area[3] - area[1]),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                },
            }),
            Mark::Shape { points, fill, outline } => self.shape(points, *fill, *outline),
        }
    }

    fn begin(&mut self, tag: &str, key: &str, value: DictItem) {
        let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn text(&mut self, place: Op, style: Style, words: &str) {
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFillColor { col: colour(style.colour) });
        self.ops.push(place);
        for run in self.letters.runs(words, style.face) {
            let font = PdfFontHandle::External(FontId(run.typeface.name().to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(style.size) });
            self.ops.push(Op::ShowText { items: vec![TextItem::Text(run.words)] });
        }
        self.ops.push(Op::EndTextSection);
    }

    fn shape(&mut self, points: &[(f32, f32)], fill: Option<Colour>, outline: Option<(Colour, f32)>) {
        if let Some(fill) = fill {
            self.ops.push(Op::SetFillColor { col: colour(fill) });
        }
        if let Some((line, thickness)) = outline {
            self.ops.push(Op::SetOutlineColor { col: colour(line) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
        let mode = match (fill, outline) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            _ => PaintMode::Stroke,
        };
        let points = points.iter().map(|(x, y)| LinePoint { p: point(*x, *y), bezier: false }).collect();
        let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }
}

fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(x), y: Pt(y) }
}

fn colour(colour: Colour) -> Color {
    let part = |shift: u32| ((colour >> shift) & 0xff) as f32 / 255.0;
    Color::Rgb(Rgb::new(part(16), part(8), part(0), None))
}
