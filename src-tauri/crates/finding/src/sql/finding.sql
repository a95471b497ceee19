CREATE TABLE finding (
    id               TEXT NOT NULL PRIMARY KEY,
    binder           TEXT NOT NULL,
    reference        TEXT NOT NULL,
    final_reference  INTEGER NOT NULL,
    grade            TEXT NOT NULL,
    grade_reason     TEXT NOT NULL,
    clauses          TEXT NOT NULL,
    title            TEXT NOT NULL,
    requirement      TEXT NOT NULL,
    evidence_words   TEXT NOT NULL,
    statement        TEXT NOT NULL,
    extent           TEXT NOT NULL,
    site             TEXT,
    process          TEXT,
    service          TEXT,
    evidence         TEXT NOT NULL,
    question         TEXT,
    repeat_of        TEXT NOT NULL,
    auditee_position TEXT NOT NULL,
    auditee_comment  TEXT NOT NULL,
    raised_by        TEXT,
    raised_by_name   TEXT NOT NULL,
    raised_at        TEXT NOT NULL,
    issued_at        TEXT,
    withdrawn_reason TEXT NOT NULL,
    stage            TEXT NOT NULL
) STRICT;
CREATE INDEX finding_of_audit ON finding (binder);
CREATE INDEX finding_of_question ON finding (question);
-- For lists over the whole workspace, which are filtered and sorted by these.
CREATE INDEX finding_by_reference ON finding (reference);
CREATE INDEX finding_by_grade ON finding (grade, reference);
CREATE INDEX finding_by_stage ON finding (stage, reference);
CREATE INDEX finding_by_time ON finding (raised_at);
