CREATE TABLE service (
    id          TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    name        TEXT NOT NULL,
    owner       TEXT,
    criticality INTEGER NOT NULL,
    status      TEXT NOT NULL,
    customers   TEXT NOT NULL
) STRICT;
