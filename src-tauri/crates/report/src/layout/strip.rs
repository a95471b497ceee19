//! A strip: a band across the page that is never broken.

use std::rc::Rc;

use super::{Colour, NodeId, Style};

/// One thing to draw. In a strip, `y` runs down from the strip's top; on a sheet it runs up from the page's foot.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// What follows belongs to that node; to none when it only decorates.
    Open(Option<NodeId>),
    /// Ends what [`Mark::Open`] began.
    Close,
    /// A line of text with its baseline at `y`.
    Text { x: f32, y: f32, style: Style, words: String },
    /// The page number of a heading, ending at `right`.
    PageOf { right: f32, y: f32, style: Style, heading: usize },
    /// A polygon, filled, outlined or both.
    Shape { points: Vec<(f32, f32)>, fill: Option<Colour>, outline: Option<(Colour, f32)> },
    /// The picture of that number, in an area: left, one edge, right, other edge.
    Picture { number: usize, area: [f32; 4] },
    /// A big word, turned by so many degrees around its start.
    Turned { x: f32, y: f32, degrees: f32, style: Style, words: String },
}

/// A place that leads to a heading.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) node: NodeId,
    /// Left, one edge, right, other edge; in the same direction as the marks around it.
    pub(crate) area: [f32; 4],
    pub(crate) heading: usize,
    pub(crate) words: String,
}

/// A place reserved for a signature.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) node: NodeId,
    pub(crate) area: [f32; 4],
    pub(crate) name: &'static str,
    pub(crate) words: String,
}

/// A band across the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    /// White above, dropped at the head of a page.
    pub(crate) gap: f32,
    /// Whether it stays on one page with the next strip.
    pub(crate) glued: bool,
    /// Whether it begins a page.
    pub(crate) fresh_page: bool,
    pub(crate) marks: Vec<Mark>,
    pub(crate) links: Vec<Link>,
    pub(crate) fields: Vec<Field>,
    /// The heading that this strip is.
    pub(crate) heading: Option<usize>,
    /// The figure that this strip is, with its left and right edge.
    pub(crate) figure: Option<(NodeId, f32, f32)>,
    /// The header to repeat when this strip heads a page.
    pub(crate) header: Option<Rc<Strip>>,
}

impl Strip {
    /// An empty band of that height.
    pub(crate) fn blank(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// Draws content that belongs to a node.
    pub(crate) fn content(&mut self, node: NodeId, marks: impl IntoIterator<Item = Mark>) {
        self.marks.push(Mark::Open(Some(node)));
        self.marks.extend(marks);
        self.marks.push(Mark::Close);
    }

    /// Draws what only decorates.
    pub(crate) fn decoration(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.marks.push(Mark::Open(None));
        self.marks.extend(marks);
        self.marks.push(Mark::Close);
    }

    /// Draws what only decorates, under what is there already.
    pub(crate) fn ground(&mut self, marks: impl IntoIterator<Item = Mark>) {
        let mut under = vec![Mark::Open(None)];
        under.extend(marks);
        under.push(Mark::Close);
        self.marks.splice(0..0, under);
    }

    /// Moves everything down and makes the band higher by as much.
    pub(crate) fn pushed_down(mut self, by: f32) -> Self {
        for mark in &mut self.marks {
            mark.shift(by);
        }
        for area in self.links.iter_mut().map(|link| &mut link.area).chain(self.fields.iter_mut().map(|f| &mut f.area))
        {
            area[1] += by;
            area[3] += by;
        }
        self.height += by;
        self
    }
}

impl Mark {
    fn shift(&mut self, by: f32) {
        match self {
            Self::Open(_) | Self::Close => {}
            Self::Text { y, .. } | Self::PageOf { y, .. } | Self::Turned { y, .. } => *y += by,
            Self::Shape { points, .. } => points.iter_mut().for_each(|point| point.1 += by),
            Self::Picture { area, .. } => {
                area[1] += by;
                area[3] += by;
            }
        }
    }
}

/// A filled rectangle.
pub(crate) fn filled(left: f32, top: f32, right: f32, bottom: f32, colour: Colour) -> Mark {
    Mark::Shape {
        points: vec![(left, top), (right, top), (right, bottom), (left, bottom)],
        fill: Some(colour),
        outline: None,
    }
}

/// A straight line.
pub(crate) fn ruled(from: (f32, f32), to: (f32, f32), colour: Colour, thickness: f32) -> Mark {
    Mark::Shape { points: vec![from, to], fill: None, outline: Some((colour, thickness)) }
}
