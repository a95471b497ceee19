CREATE TABLE person (
    id          TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    name        TEXT NOT NULL,
    job_title   TEXT NOT NULL,
    email       TEXT,
    employed_by TEXT NOT NULL,
    active      INTEGER NOT NULL,
    roles       TEXT NOT NULL
) STRICT;
