-- The index over all binders that is the same for every kind of record. Rebuilt at will.

-- Which change touched which record, so that the history of one record need not replay all changes.
CREATE TABLE touched (
    kind        TEXT NOT NULL,
    record      TEXT NOT NULL,
    position    INTEGER NOT NULL,
    PRIMARY KEY (record, kind, position)
) STRICT, WITHOUT ROWID;

-- Fields that two people set differently, apart from each other, and nobody has settled.
CREATE TABLE open_question (
    binder      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    record      TEXT NOT NULL,
    field       TEXT NOT NULL,
    -- JSON array of {value, by, at}, the value that stands for now last.
    answers     TEXT NOT NULL,
    PRIMARY KEY (record, kind, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_question_of_binder ON open_question (binder);

CREATE TABLE searched (
    number      INTEGER NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL,
    record      TEXT NOT NULL,
    binder      TEXT NOT NULL,
    UNIQUE (record, kind)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (words, binder, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
