//! How much of a file is let in, so that a broken or hostile one ends in a sentence and not in a full memory.

/// The largest file that is read: 512 MiB.
pub const LARGEST_FILE_BYTES: u64 = 512 << 20;
/// The most columns a table may have. Wider exports exist, but nobody samples from them.
pub const MOST_COLUMNS: usize = 4_096;
/// The longest cell: 1 MiB. A row with a longer one is set aside.
pub const LARGEST_CELL_BYTES: usize = 1 << 20;
/// The longest row of a text file: 8 MiB. A longer one is a quotation mark that was never closed.
pub const LARGEST_ROW_BYTES: usize = 8 << 20;
/// The most that a workbook may unpack to: 1 GiB.
pub const LARGEST_UNPACKED_BYTES: u64 = 1 << 30;
/// How many rows that could not be read are listed one by one; the others are counted.
pub const MOST_SET_ASIDE: usize = 1_000;

/// The most that the shared texts of a workbook may unpack to, because they are held in memory.
pub(crate) const LARGEST_SHARED_TEXTS_BYTES: u64 = 256 << 20;
/// The most that any other part that is held in memory (styles, list of sheets) may unpack to.
pub(crate) const LARGEST_SMALL_PART_BYTES: u64 = 16 << 20;
/// The most parts that a workbook may have.
pub(crate) const MOST_PARTS: usize = 20_000;
/// How much of a text file is looked at to recognise it.
pub(crate) const PREFIX_BYTES: usize = 4 << 20;
/// How many rows are looked at to tell numbers, dates and words apart.
pub(crate) const SAMPLE_ROWS: usize = 5_000;
/// How many bytes of cells these rows may hold.
pub(crate) const SAMPLE_BYTES: usize = 4 << 20;
/// How many rows a preview shows.
pub(crate) const PREVIEW_ROWS: usize = 50;
/// How many bytes of cells a preview shows.
pub(crate) const PREVIEW_BYTES: usize = 1 << 20;
/// How many bytes pass between two calls of `progress`.
pub(crate) const PROGRESS_BYTES: u64 = 1 << 20;
