CREATE TABLE process (
    id          TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    name        TEXT NOT NULL,
    owner       TEXT,
    clauses     TEXT NOT NULL,
    sites       TEXT NOT NULL,
    criticality INTEGER NOT NULL
) STRICT;
