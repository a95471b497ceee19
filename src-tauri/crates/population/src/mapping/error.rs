use ground::Explain;

/// Why a mapping is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// The field is none of the canonical ones.
    #[error("There is no field “{field}”.")]
    NoField {
        /// The field.
        field: String,
    },
    /// The table has no such column.
    #[error("“{field}” is mapped to “{column}”, but the table has no such column.")]
    NoColumn {
        /// The field.
        field: String,
        /// The column.
        column: String,
    },
    /// One column for two fields.
    #[error("The column “{column}” is mapped to both “{first}” and “{second}”.")]
    Twice {
        /// The column.
        column: String,
        /// One of the fields.
        first: String,
        /// The other one.
        second: String,
    },
}

impl Explain for MappingError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoField { .. } => "mapping.unknown-field",
            Self::NoColumn { .. } => "mapping.unknown-column",
            Self::Twice { .. } => "mapping.column-twice",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoField { .. } => "Choose one of the fields in the list.".to_owned(),
            Self::NoColumn { .. } => "Choose a column that the preview shows.".to_owned(),
            Self::Twice { first, second, .. } => format!("Take it away from “{first}” or from “{second}”."),
        }
    }
}
