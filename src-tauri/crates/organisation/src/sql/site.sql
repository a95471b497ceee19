CREATE TABLE site (
    id        TEXT NOT NULL PRIMARY KEY,
    binder    TEXT NOT NULL,
    code      TEXT NOT NULL,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    address   TEXT NOT NULL,
    headcount INTEGER
) STRICT;
