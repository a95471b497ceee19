CREATE TABLE report (
    id             TEXT NOT NULL PRIMARY KEY,
    binder         TEXT NOT NULL,
    reference      TEXT NOT NULL,
    revision       INTEGER NOT NULL,
    issued_at      TEXT NOT NULL,
    signed_by      TEXT,
    signed_by_name TEXT NOT NULL,
    certificate    TEXT NOT NULL,
    change_note    TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    size_bytes     INTEGER NOT NULL,
    heads          TEXT
) STRICT;
CREATE INDEX report_of_audit ON report (binder, revision);
