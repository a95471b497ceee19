//! Making, opening and re-keying the file.

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use ground::{Clock, Fault, Secret};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::{
    Book, BookError, Holder, Kind,
    error::fault,
    format::{self, FORMAT},
    index, lock,
};

/// `Tick` in ASCII, so that `file` and SQLite's own tools can name a workspace.
const APPLICATION: i64 = 0x5469_636B;
const SHORTEST_PASSPHRASE_CHARS: usize = 8;

/// Whether a workspace may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// For writing: one program at a time.
    Write,
    /// For reading only: any number of programs.
    Read,
}

/// How a workspace is to be opened.
pub struct Opening {
    /// The passphrase; none for a workspace that is not encrypted.
    pub passphrase: Option<Secret>,
    /// For writing or for reading.
    pub access: Access,
    /// The kinds of record the program knows.
    pub kinds: &'static [&'static Kind],
    /// Where the time comes from.
    pub clock: Box<dyn Clock>,
    /// The program's name, for whoever finds the workspace open.
    pub program: &'static str,
}

impl std::fmt::Debug for Opening {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opening").field("access", &self.access).field("program", &self.program).finish_non_exhaustive()
    }
}

impl Book {
    /// Makes a new, empty workspace and opens it for writing. A passphrase encrypts it.
    ///
    /// # Errors
    /// Refuses a path where a file already is, and a passphrase of fewer than 8 characters. Leaves no file behind then.
    pub fn create(path: &Path, opening: Opening) -> Result<Self, BookError> {
        if path.exists() {
            return Err(BookError::AlreadyThere { path: path.to_owned() });
        }
        if let Some(passphrase) = &opening.passphrase {
            refuse_short(passphrase)?;
        }
        // Made under another name first: a power cut leaves no half-made workspace under the real one.
        let making = beside(path, ".making");
        let _ = fs::remove_file(&making);
        let made = make(&making, &opening).and_then(|()| {
            fs::rename(&making, path)
                .map_err(|error| BookError::Unwritable { path: path.to_owned(), reason: error.to_string() })
        });
        if let Err(error) = made {
            let _ = fs::remove_file(&making);
            return Err(error);
        }
        Self::open(path, opening)
    }

    /// Opens a workspace. One from an older program is brought up to this program's format when opened for writing.
    ///
    /// # Errors
    /// Refuses what is no workspace, a wrong passphrase, a file from a newer program, for reading one from an older
    /// program, and for writing one that another program has open or that lies where nothing can be written.
    pub fn open(path: &Path, opening: Opening) -> Result<Self, BookError> {
        let encrypted = looks_encrypted(path)?;
        if encrypted && opening.passphrase.as_ref().is_none_or(Secret::is_empty) {
            return Err(BookError::NeedsPassphrase);
        }
        let passphrase = opening.passphrase.filter(|_| encrypted);
        let lock = match opening.access {
            Access::Read => None,
            Access::Write => {
                let holder = Holder::this_process(opening.program, opening.clock.now());
                match lock::try_lock(path, &holder) {
                    lock::Locking::Ours(lock) => Some(lock),
                    lock::Locking::Held(holder) => {
                        // The passphrase is proven first: who may not open it learns nothing about who did.
                        connect(path, passphrase.as_ref(), Access::Read)?;
                        let unknown = || Holder {
                            user: "someone".to_owned(),
                            computer: "this computer".to_owned(),
                            ..Holder::this_process("another program", opening.clock.now())
                        };
                        return Err(BookError::Held { holder: holder.unwrap_or_else(unknown) });
                    }
                    lock::Locking::Impossible => return Err(BookError::Fault(not_writable())),
                }
            }
        };
        if lock.is_some() {
            // Left over by a change of passphrase that was cut off; under the lock nobody else is making one.
            let _ = fs::remove_file(beside(path, ".rekeyed"));
        }
        let connection = connect(path, passphrase.as_ref(), opening.access)?;
        let format: i64 = connection
            .query_row("SELECT user_version FROM pragma_user_version", [], |row| row.get(0))
            .map_err(fault)?;
        let application: i64 = connection
            .query_row("SELECT application_id FROM pragma_application_id", [], |row| row.get(0))
            .map_err(fault)?;
        if application != APPLICATION {
            return Err(BookError::NotAWorkspace { path: path.to_owned() });
        }
        if format > FORMAT {
            return Err(BookError::Newer { found: format, known: FORMAT });
        }
        if format < format::OLDEST {
            return Err(BookError::NotAWorkspace { path: path.to_owned() });
        }
        refuse_own_code(&connection)?;
        if opening.access == Access::Write && connection.is_readonly(rusqlite::MAIN_DB).map_err(fault)? {
            return Err(BookError::Fault(not_writable()));
        }
        if format < FORMAT {
            if opening.access == Access::Read {
                return Err(BookError::Older { found: format, known: FORMAT });
            }
            format::bring_up(&connection)?;
        }
        Self::over(connection, path.to_owned(), lock, encrypted, opening.kinds, opening.clock)
    }

    /// Encrypts the workspace under another passphrase, or takes the encryption off.
    ///
    /// The whole file is written anew beside the old one and then put in its place, so that a power cut leaves either
    /// the old or the new one.
    ///
    /// # Errors
    /// Refuses a wrong old passphrase and a short new one; the workspace is then as before.
    pub fn change_passphrase(&mut self, old: Option<&Secret>, new: Option<&Secret>) -> Result<(), BookError> {
        self.refuse_reading_only()?;
        if self.encrypted && old.is_none_or(Secret::is_empty) {
            return Err(BookError::NeedsPassphrase);
        }
        if let Some(new) = new {
            refuse_short(new)?;
        }
        let old = old.filter(|_| self.encrypted);
        drop(connect(&self.path, old, Access::Read)?);
        // Without a write-ahead log beside it: one left over from the old file would be played into the new one.
        set_journal(&self.connection, "DELETE")?;
        let making = beside(&self.path, ".rekeyed");
        let _ = fs::remove_file(&making);
        let exported = export(&self.connection, &making, new);
        if exported.is_err() {
            let _ = fs::remove_file(&making);
            set_journal(&self.connection, "WAL")?;
            return exported;
        }
        // The old file is closed before the new one takes its place: Windows replaces no open file.
        let stand_in = Connection::open_in_memory().map_err(fault)?;
        let old_connection = std::mem::replace(&mut self.connection, stand_in);
        old_connection.close().map_err(|(_, error)| fault(error))?;
        let swapped = fs::rename(&making, &self.path);
        let key = if swapped.is_ok() { new } else { old };
        self.connection = connect(&self.path, key, Access::Write)?;
        swapped.map_err(|error| {
            let _ = fs::remove_file(&making);
            BookError::Unwritable { path: self.path.clone(), reason: error.to_string() }
        })?;
        self.encrypted = new.is_some();
        Ok(())
    }
}

/// Changes how the database keeps its journal. SQLite does so only when nobody else has the file open.
fn set_journal(connection: &Connection, mode: &str) -> Result<(), Fault> {
    let now: String =
        connection.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| row.get(0)).map_err(fault)?;
    if now.eq_ignore_ascii_case(mode) {
        return Ok(());
    }
    Err(Fault::new(
        "workspace.busy",
        "Another program has the workspace open, if only for reading.",
        "Close it there, then try again.",
    ))
}

/// Writes the whole database to another file under another key.
pub(crate) fn export(connection: &Connection, to: &Path, key: Option<&Secret>) -> Result<(), BookError> {
    // This connection may not make files, so the empty one is made for it.
    let unwritable = |error: std::io::Error| BookError::Unwritable { path: to.to_owned(), reason: error.to_string() };
    File::create_new(to).map_err(unwritable)?;
    let target = to.to_string_lossy();
    connection
        .execute("ATTACH DATABASE ?1 AS target KEY ?2", [&*target, key.map_or("", Secret::reveal)])
        .map_err(fault)?;
    let copied = connection.query_row("SELECT sqlcipher_export('target')", [], |_| Ok(())).and_then(|()| {
        connection.execute_batch(&format!(
            "PRAGMA target.application_id = {APPLICATION}; PRAGMA target.user_version = {FORMAT};"
        ))
    });
    let detached = connection.execute_batch("DETACH DATABASE target");
    copied.and(detached).map_err(|error| BookError::Fault(fault(error)))?;
    // Opened for writing, because Windows flushes no file that is open for reading only.
    File::options().write(true).open(to).and_then(|file| file.sync_all()).map_err(unwritable)
}

fn make(path: &Path, opening: &Opening) -> Result<(), BookError> {
    let connection = Connection::open(path).map_err(fault)?;
    key(&connection, opening.passphrase.as_ref())?;
    connection
        .execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; BEGIN; {}",
            format::schema_sql()
        ))
        .map_err(fault)?;
    index::make_tables(&connection, opening.kinds)?;
    connection
        .execute("INSERT INTO local (name, value) VALUES ('desk', ?1)", [uuid::Uuid::now_v7().to_string()])
        .and_then(|_| connection.execute_batch("COMMIT"))
        .map_err(fault)?;
    connection.close().map_err(|(_, error)| BookError::sqlite(error))
}

pub(crate) fn connect(path: &Path, passphrase: Option<&Secret>, access: Access) -> Result<Connection, BookError> {
    let flags = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    match try_connect(&path.to_string_lossy(), flags, passphrase, access) {
        // On a disk that can't be written SQLite can't make the files it shares with a writer. There is no writer then,
        // so the file may be taken as it is.
        Err(BookError::Fault(fault)) if access == Access::Read && fault.code() == "workspace.not-writable" => {
            // Taken as it is, the file would lack what is still in the log beside it.
            if fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) {
                return Err(BookError::Fault(Fault::new(
                    "workspace.log-not-readable",
                    "The last acts in this workspace are still in the log beside it, and it lies where the log can’t be read in.",
                    "Copy the file and the one that ends in -wal together to a folder you may write to, and open it there.",
                )));
            }
            let uri = format!("file:{}?immutable=1", percent(&path.to_string_lossy()));
            try_connect(&uri, flags | OpenFlags::SQLITE_OPEN_URI, passphrase, access)
        }
        other => other,
    }
}

fn try_connect(
    name: &str,
    flags: OpenFlags,
    passphrase: Option<&Secret>,
    access: Access,
) -> Result<Connection, BookError> {
    let connection = Connection::open_with_flags(name, flags).map_err(fault)?;
    key(&connection, passphrase)?;
    let tables = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    match tables {
        Ok(_) => {}
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(if passphrase.is_some() { BookError::WrongPassphrase } else { BookError::Fault(fault(error)) });
        }
        Err(error) => return Err(BookError::sqlite(error)),
    }
    connection
        .execute_batch(
            "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
             PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384;",
        )
        .map_err(fault)?;
    if access == Access::Write {
        // `fullfsync` is for macOS, whose plain fsync leaves the bytes in the disk's own memory.
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;")
            .map_err(fault)?;
    }
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

fn key(connection: &Connection, passphrase: Option<&Secret>) -> Result<(), BookError> {
    if let Some(passphrase) = passphrase {
        connection.pragma_update(None, "key", passphrase.reveal()).map_err(|_| {
            // The error would name the statement, and the statement the passphrase.
            BookError::Fault(Fault::bug("the database did not take a key"))
        })?;
        let _ = connection.execute_batch("PRAGMA cipher_log_level = NONE");
    }
    Ok(())
}

/// A plain SQLite file names itself in its first bytes; an encrypted one begins with its random salt.
fn looks_encrypted(path: &Path) -> Result<bool, BookError> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => BookError::NoSuchFile { path: path.to_owned() },
        _ => BookError::Unreadable { path: path.to_owned(), reason: error.to_string() },
    })?;
    let not_one = || BookError::NotAWorkspace { path: path.to_owned() };
    if !about.is_file() {
        return Err(not_one());
    }
    let mut start = [0; 16];
    let unreadable = |error: std::io::Error| BookError::Unreadable { path: path.to_owned(), reason: error.to_string() };
    let mut file = File::open(path).map_err(unreadable)?;
    file.read_exact(&mut start).map_err(|_| not_one())?;
    if &start == b"SQLite format 3\0" {
        return Ok(false);
    }
    let known_others: [&[u8]; 6] = [b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xFF\xD8\xFF", b"\xD0\xCF\x11\xE0", b"{"];
    // SQLCipher's pages have 4096 bytes; a text file rarely has a whole number of them, random salt is never plain text.
    let is_text = start.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace());
    if about.len() % 4096 != 0 || is_text || known_others.iter().any(|magic| start.starts_with(magic)) {
        return Err(not_one());
    }
    Ok(true)
}

/// A workspace has tables and nothing that runs by itself: a trigger in a file from elsewhere would act unseen.
fn refuse_own_code(connection: &Connection) -> Result<(), Fault> {
    let found: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')", [], |row| row.get(0))
        .map_err(fault)?;
    if found == 0 {
        return Ok(());
    }
    Err(Fault::new(
        "workspace.damaged",
        "The workspace file holds triggers or views, which Tickmark never makes.",
        "Ask whoever gave you the file where it comes from, and open a backup.",
    ))
}

fn refuse_short(passphrase: &Secret) -> Result<(), BookError> {
    if passphrase.reveal().chars().count() < SHORTEST_PASSPHRASE_CHARS {
        return Err(BookError::PassphraseTooShort { least: SHORTEST_PASSPHRASE_CHARS });
    }
    Ok(())
}

fn not_writable() -> Fault {
    Fault::new(
        "workspace.not-writable",
        "The workspace lies where nothing can be written.",
        "Open it for reading only, or copy it to a folder you may write to.",
    )
}

pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(ending);
    path.with_file_name(name)
}

fn percent(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
