CREATE TABLE evidence (
    id               TEXT NOT NULL PRIMARY KEY,
    binder           TEXT NOT NULL,
    reference        TEXT NOT NULL,
    kind             TEXT NOT NULL,
    description      TEXT NOT NULL,
    source           TEXT NOT NULL,
    place            TEXT NOT NULL,
    provided_by      TEXT NOT NULL,
    remark           TEXT NOT NULL,
    seen_at          TEXT NOT NULL,
    captured_at      TEXT NOT NULL,
    seen_by          TEXT,
    seen_by_name     TEXT NOT NULL,
    remote           INTEGER NOT NULL,
    classification   TEXT NOT NULL,
    sha256           TEXT,
    size_bytes       INTEGER,
    file_name        TEXT,
    media_type       TEXT,
    questions        TEXT NOT NULL,
    pictured         TEXT,
    boxes            TEXT NOT NULL,
    redaction_note   TEXT NOT NULL,
    report_copy      TEXT,
    report_copy_sha256 TEXT,
    withdrawn_reason TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_of_audit ON evidence (binder);
-- How much evidence a question has is asked after every keystroke: this index alone answers it, row by row of one audit,
-- without a look at the long rows themselves.
CREATE INDEX evidence_of_questions ON evidence (binder, withdrawn_reason, questions);
-- A reference is looked up as people type it, in capitals or not.
CREATE INDEX evidence_by_reference ON evidence (reference COLLATE NOCASE);
