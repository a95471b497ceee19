CREATE TABLE sampled_item (
    id              TEXT NOT NULL PRIMARY KEY,
    binder          TEXT NOT NULL,
    sample          TEXT NOT NULL,
    place           INTEGER NOT NULL,
    record_id       TEXT NOT NULL,
    row             INTEGER NOT NULL,
    stratum         TEXT NOT NULL,
    hits            INTEGER NOT NULL,
    value           TEXT NOT NULL,
    value_found     TEXT NOT NULL,
    seen            TEXT NOT NULL,
    marks           TEXT NOT NULL,
    notes           TEXT NOT NULL,
    tested_by       TEXT NOT NULL,
    cited           TEXT NOT NULL,
    replaces        TEXT,
    replaced_reason TEXT NOT NULL
) STRICT;
CREATE INDEX sampled_item_of_sample ON sampled_item (sample, place);
