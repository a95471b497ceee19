//! The reading order: a tree of tagged nodes, filled as the strips are made.

/// Names a node of the tree.
pub(crate) type NodeId = usize;

/// What a node is, in the standard structure types of PDF 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Division,
    Heading(u8),
    Paragraph,
    List,
    ListEntry,
    ListLabel,
    ListBody,
    Table,
    TableHead,
    TableBody,
    TableRow,
    /// A header cell for the column under it.
    ColumnHeader,
    /// A header cell for the row beside it.
    RowHeader,
    TableCell,
    Figure,
    Contents,
    ContentsEntry,
    Reference,
    Link,
    Form,
}

impl Role {
    /// The name in the file.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Division => "Div",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(_) => "H3",
            Self::Paragraph => "P",
            Self::List => "L",
            Self::ListEntry => "LI",
            Self::ListLabel => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableRow => "TR",
            Self::ColumnHeader | Self::RowHeader => "TH",
            Self::TableCell => "TD",
            Self::Figure => "Figure",
            Self::Contents => "TOC",
            Self::ContentsEntry => "TOCI",
            Self::Reference => "Reference",
            Self::Link => "Link",
            Self::Form => "Form",
        }
    }
}

/// What hangs under a node, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kid {
    /// Another node.
    Node(NodeId),
    /// Marked content: the sheet and its number on that sheet.
    Content { sheet: usize, number: i64 },
    /// The link of that number on that sheet.
    Link { sheet: usize, number: usize },
    /// The signature field of that number on that sheet.
    Field { sheet: usize, number: usize },
}

/// A node of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<NodeId>,
    pub(crate) kids: Vec<Kid>,
    /// What a figure says, for whoever can't see it.
    pub(crate) alternative: Option<String>,
    /// Where a figure stands: left, bottom, right, top.
    pub(crate) bounds: Option<[f32; 4]>,
}

/// The whole tree. Node 0 is the document.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    /// A tree with nothing but its root.
    pub(crate) fn new() -> Self {
        let root = Node { role: Role::Document, parent: None, kids: Vec::new(), alternative: None, bounds: None };
        Self { nodes: vec![root] }
    }

    /// Hangs a new node under another, behind what hangs there.
    pub(crate) fn grow(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new(), alternative: None, bounds: None });
        self.hang(parent, Kid::Node(id));
        id
    }

    /// Hangs content, a link or a field under a node.
    pub(crate) fn hang(&mut self, node: NodeId, kid: Kid) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.kids.push(kid);
        }
    }

    /// Says in words what a figure shows.
    pub(crate) fn describe(&mut self, node: NodeId, words: String) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.alternative = Some(words);
        }
    }
}
