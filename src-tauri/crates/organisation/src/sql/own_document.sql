CREATE TABLE own_document (
    id      TEXT NOT NULL PRIMARY KEY,
    binder  TEXT NOT NULL,
    title   TEXT NOT NULL,
    version TEXT NOT NULL,
    dated   TEXT
) STRICT;
