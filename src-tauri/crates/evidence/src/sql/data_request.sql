CREATE TABLE data_request (
    id               TEXT NOT NULL PRIMARY KEY,
    binder           TEXT NOT NULL,
    reference        TEXT NOT NULL,
    what             TEXT NOT NULL,
    population       TEXT NOT NULL,
    clauses          TEXT NOT NULL,
    person           TEXT,
    from_whom        TEXT NOT NULL,
    asked_on         TEXT NOT NULL,
    asked_by         TEXT,
    asked_by_name    TEXT NOT NULL,
    due              TEXT NOT NULL,
    received_on      TEXT,
    evidence         TEXT NOT NULL,
    remark           TEXT NOT NULL,
    withdrawn_reason TEXT NOT NULL
) STRICT;
CREATE INDEX data_request_of_audit ON data_request (binder);
-- A reference is looked up as people type it, in capitals or not.
CREATE INDEX data_request_by_reference ON data_request (reference COLLATE NOCASE);
