CREATE TABLE question (
    id             TEXT NOT NULL PRIMARY KEY,
    binder         TEXT NOT NULL,
    code           TEXT NOT NULL,
    clause         TEXT NOT NULL,
    position       INTEGER NOT NULL,
    text           TEXT NOT NULL,
    look_for       TEXT,
    method         TEXT NOT NULL,
    population     TEXT,
    origin         TEXT NOT NULL,
    dropped_reason TEXT NOT NULL,
    verdict        TEXT,
    reason         TEXT NOT NULL,
    notes          TEXT NOT NULL,
    with_whom      TEXT NOT NULL,
    place          TEXT NOT NULL,
    site           TEXT,
    seen_at        TEXT,
    remote         INTEGER NOT NULL,
    answered_by    TEXT,
    answered_at    TEXT
) STRICT;
-- The counts of a list of audits and the clauses that a programme covers need no more than this.
CREATE INDEX question_of_audit ON question (binder, dropped_reason, verdict, clause);
