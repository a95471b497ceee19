CREATE TABLE programme (
    id             TEXT NOT NULL PRIMARY KEY,
    binder         TEXT NOT NULL,
    reference      TEXT NOT NULL,
    title          TEXT NOT NULL,
    revision       INTEGER NOT NULL,
    period_start   TEXT NOT NULL,
    period_end     TEXT NOT NULL,
    objectives     TEXT NOT NULL,
    scope          TEXT NOT NULL,
    methods        TEXT NOT NULL,
    resources_days REAL,
    manager        TEXT,
    approved_by    TEXT,
    approved_on    TEXT,
    change_reason  TEXT NOT NULL,
    stage          TEXT NOT NULL
) STRICT;
