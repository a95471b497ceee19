CREATE TABLE organisation (
    id              TEXT NOT NULL PRIMARY KEY,
    binder          TEXT NOT NULL,
    name            TEXT NOT NULL,
    scope_statement TEXT NOT NULL,
    timezone        TEXT NOT NULL,
    demo            INTEGER NOT NULL
) STRICT;
