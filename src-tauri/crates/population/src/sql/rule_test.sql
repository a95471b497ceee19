CREATE TABLE rule_test (
    id          TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    population  TEXT NOT NULL,
    title       TEXT NOT NULL,
    rule        TEXT NOT NULL,
    filter      TEXT NOT NULL,
    rows        INTEGER NOT NULL,
    hit_count   INTEGER NOT NULL,
    hits        TEXT NOT NULL,
    conclusion  TEXT NOT NULL,
    run_at      TEXT NOT NULL,
    run_by_name TEXT NOT NULL
) STRICT;
CREATE INDEX rule_test_of_population ON rule_test (population);
