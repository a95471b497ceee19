CREATE TABLE participant (
    id          TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    name        TEXT NOT NULL,
    job_title   TEXT NOT NULL,
    person      TEXT,
    opening     INTEGER NOT NULL,
    closing     INTEGER NOT NULL,
    interviewed INTEGER NOT NULL,
    removed     INTEGER NOT NULL
) STRICT;
CREATE INDEX participant_of_audit ON participant (binder);
