//! Tables: wrapped cells, a header that repeats on every page, rows that break only when they must.

use std::rc::Rc;

use super::{
    HAIRLINE, Letters, Mark, NodeId, Paper, Role, Style, TABLE, TABLE_HEADER, TINT,
    paper::baseline,
    strip::{Strip, filled, ruled},
};

/// A column: its title and its share of the width.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column<'a> {
    pub(crate) title: &'a str,
    pub(crate) share: f32,
}

impl<'a> Column<'a> {
    /// A column of that title and share.
    pub(crate) const fn new(title: &'a str, share: f32) -> Self {
        Self { title, share }
    }
}

/// What stands in one cell: paragraphs, each in its style.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    parts: Vec<(Style, String)>,
    heads_row: bool,
}

impl Cell {
    /// Plain text.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::default().and(TABLE, text)
    }
    /// Bold text.
    pub(crate) fn bold(text: impl Into<String>) -> Self {
        Self::default().and(TABLE.bold(), text)
    }
    /// The label of a row, which reads as its header.
    pub(crate) fn label(style: Style, text: impl Into<String>) -> Self {
        Self { heads_row: true, ..Self::default().and(style, text) }
    }
    /// Whether nothing would be printed.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
    /// One more paragraph. An empty one is left out.
    pub(crate) fn and(mut self, style: Style, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.parts.push((style, text));
        }
        self
    }
}

/// A cell as lines with their styles.
type Lines = Vec<(Style, String)>;

/// A cell that is being written: its node, its left edge, the lines still to come.
type Writing = (NodeId, f32, std::vec::IntoIter<(Style, String)>);

/// White inside a cell.
const PAD_X: f32 = 4.5;
const PAD_Y: f32 = 3.6;
/// A row lower than this does not stand alone at the foot or the head of a page.
const LOW: f32 = 45.0;
/// A row higher than this may break.
const UNBROKEN: f32 = 150.0;

impl Paper<'_> {
    /// A table with a header row. Without rows nothing is printed.
    pub(crate) fn table(&mut self, columns: &[Column], rows: Vec<Vec<Cell>>) {
        if rows.is_empty() {
            return;
        }
        let titles: Vec<String> = columns.iter().map(|column| self.letters.printable(column.title)).collect();
        let columns: Vec<Column<'_>> =
            titles.iter().zip(columns).map(|(title, column)| Column::new(title, column.share)).collect();
        let columns = columns.as_slice();
        let edges = self.edges(columns);
        let table = self.tree.grow(self.parent, Role::Table);
        let head = self.tree.grow(table, Role::TableHead);
        let row = self.tree.grow(head, Role::TableRow);
        let heads: Vec<NodeId> = columns.iter().map(|_| self.tree.grow(row, Role::ColumnHeader)).collect();
        let mut header = header(self.letters, columns, &edges, Some(&heads));
        header.glued = true;
        self.put(header);
        let repeated = Rc::new(header_again(self.letters, columns, &edges));

        let body = self.tree.grow(table, Role::TableBody);
        let count = rows.len();
        for (index, cells) in rows.into_iter().enumerate() {
            self.row(body, &edges, cells, index % 2 == 1, Some(&repeated));
            // A low first or last row is not left alone on a page.
            if (index == 0 || index + 2 == count)
                && index + 1 < count
                && let Some(strip) = self.strips.last_mut()
                && strip.height < LOW
            {
                strip.glued = true;
            }
        }
        self.gap(10.0);
    }

    /// Labels beside values, as in a control block. Without rows nothing is printed.
    pub(crate) fn ledger(&mut self, label_share: f32, rows: Vec<(&str, String)>) {
        let in_body = |(label, value)| (label, Cell::default().and(super::BODY, value));
        self.ledger_of_cells(label_share, rows.into_iter().map(in_body).collect());
    }

    /// The same, with values in styles of their own.
    pub(crate) fn ledger_of_cells(&mut self, label_share: f32, rows: Vec<(&str, Cell)>) {
        let columns = [Column::new("", label_share), Column::new("", 1.0 - label_share)];
        let edges = self.edges(&columns);
        let table = self.tree.grow(self.parent, Role::Table);
        for (label, value) in rows {
            let label = Cell::label(super::LABEL, label);
            self.row(table, &edges, vec![label, value], false, None);
        }
        self.gap(10.0);
    }

    fn edges(&self, columns: &[Column]) -> Vec<f32> {
        let whole: f32 = columns.iter().map(|column| column.share).sum();
        let mut edges = vec![self.left];
        let mut x = self.left;
        for column in columns {
            x += column.share / whole * self.width();
            edges.push(x);
        }
        edges
    }

    fn row(&mut self, parent: NodeId, edges: &[f32], cells: Vec<Cell>, tinted: bool, header: Option<&Rc<Strip>>) {
        let row = self.tree.grow(parent, Role::TableRow);
        let mut columns: Vec<Writing> = Vec::new();
        for (cell, edge) in cells.into_iter().zip(edges.windows(2)) {
            let role = if cell.heads_row { Role::RowHeader } else { Role::TableCell };
            let node = self.tree.grow(row, role);
            let lines = cell_lines(self.letters, cell, edge[1] - edge[0] - 2.0 * PAD_X);
            columns.push((node, edge[0] + PAD_X, lines.into_iter()));
        }
        let height = columns.iter().map(|column| height_of(column.2.as_slice())).fold(0.0, f32::max);
        // A long row is cut into bands of lines; a short one is a single band.
        let band_height = if height > UNBROKEN { 60.0 } else { f32::INFINITY };
        let (left, right) = (edges[0], edges[edges.len() - 1]);
        let mut first = true;
        loop {
            let mut strip = Strip::default();
            let top = if first { PAD_Y } else { 0.0 };
            for (node, x, lines) in &mut columns {
                let mut marks = Vec::new();
                let mut y = top;
                while let Some((style, _)) = lines.as_slice().first() {
                    if y - top + style.leading > band_height {
                        break;
                    }
                    let Some((style, words)) = lines.next() else { break };
                    marks.push(Mark::Text { x: *x, y: y + baseline(style), style, words });
                    y += style.leading;
                }
                if !marks.is_empty() {
                    strip.content(*node, marks);
                }
                strip.height = strip.height.max(y);
            }
            let last = columns.iter().all(|column| column.2.as_slice().is_empty());
            if last {
                strip.height += PAD_Y;
                strip.decoration([ruled((left, strip.height), (right, strip.height), HAIRLINE, 0.5)]);
            }
            if tinted {
                strip.ground([filled(left, 0.0, right, strip.height, TINT)]);
            }
            // The first band of a broken row does not stand alone at the foot of a page.
            strip.glued = first && !last;
            strip.header = header.cloned();
            self.put(strip);
            first = false;
            if last {
                break;
            }
        }
    }
}

fn cell_lines(letters: &Letters, cell: Cell, width: f32) -> Lines {
    let mut lines = Vec::new();
    for (style, text) in cell.parts {
        let text = letters.printable(&text);
        lines.extend(letters.wrap(&text, style, width).into_iter().map(|line| (style, line)));
    }
    lines
}

fn height_of(lines: &[(Style, String)]) -> f32 {
    lines.iter().map(|(style, _)| style.leading).sum()
}

fn header(letters: &Letters, columns: &[Column], edges: &[f32], nodes: Option<&[NodeId]>) -> Strip {
    let mut strip = Strip::default();
    for (index, column) in columns.iter().enumerate() {
        let width = edges[index + 1] - edges[index] - 2.0 * PAD_X;
        let mut y = PAD_Y;
        let mut marks = Vec::new();
        for words in letters.wrap(column.title, TABLE_HEADER, width) {
            marks.push(Mark::Text {
                x: edges[index] + PAD_X,
                y: y + baseline(TABLE_HEADER),
                style: TABLE_HEADER,
                words,
            });
            y += TABLE_HEADER.leading;
        }
        match nodes.and_then(|nodes| nodes.get(index)) {
            Some(node) => strip.content(*node, marks),
            None => strip.decoration(marks),
        }
        strip.height = strip.height.max(y + PAD_Y);
    }
    strip.ground([filled(edges[0], 0.0, edges[edges.len() - 1], strip.height, super::ACCENT)]);
    strip
}

/// The header at the head of a further page: it decorates there, because the reading order has it once.
fn header_again(letters: &Letters, columns: &[Column], edges: &[f32]) -> Strip {
    header(letters, columns, edges, None)
}
