CREATE TABLE population (
    id               TEXT NOT NULL PRIMARY KEY,
    binder           TEXT NOT NULL,
    reference        TEXT NOT NULL,
    title            TEXT NOT NULL,
    record_type      TEXT NOT NULL,
    tool             TEXT NOT NULL,
    query            TEXT NOT NULL,
    supplied_by      TEXT NOT NULL,
    extracted_at     TEXT,
    timezone         TEXT NOT NULL,
    file_name        TEXT NOT NULL,
    sha256           TEXT NOT NULL,
    size_bytes       INTEGER NOT NULL,
    shape            TEXT NOT NULL,
    mapping          TEXT NOT NULL,
    rows             INTEGER NOT NULL,
    set_aside_count  INTEGER NOT NULL,
    set_aside        TEXT NOT NULL,
    duplicates       INTEGER NOT NULL,
    unreadable_cells INTEGER NOT NULL,
    unreadable       TEXT NOT NULL,
    tool_count       INTEGER,
    completeness     TEXT NOT NULL,
    question         TEXT,
    brought_at       TEXT NOT NULL,
    brought_by       TEXT,
    brought_by_name  TEXT NOT NULL,
    withdrawn_reason TEXT NOT NULL
) STRICT;
CREATE INDEX population_of_audit ON population (binder);
-- A reference is looked up as people type it, in capitals or not.
CREATE INDEX population_by_reference ON population (reference COLLATE NOCASE);
