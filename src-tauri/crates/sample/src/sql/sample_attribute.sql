CREATE TABLE sample_attribute (
    id             TEXT NOT NULL PRIMARY KEY,
    binder         TEXT NOT NULL,
    sample         TEXT NOT NULL,
    position       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    guidance       TEXT NOT NULL,
    dropped_reason TEXT NOT NULL
) STRICT;
CREATE INDEX sample_attribute_of_sample ON sample_attribute (sample, position);
