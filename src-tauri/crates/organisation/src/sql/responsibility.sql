CREATE TABLE responsibility (
    id         TEXT NOT NULL PRIMARY KEY,
    binder     TEXT NOT NULL,
    person     TEXT NOT NULL,
    "of"       TEXT NOT NULL,
    object     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT
) STRICT;
CREATE INDEX responsibility_of_person ON responsibility (person);
