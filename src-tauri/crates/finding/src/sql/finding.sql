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
    sample           TEXT,
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
CREATE INDEX finding_of_audit ON finding (binder, stage);
CREATE INDEX finding_of_question ON finding (question);
CREATE INDEX finding_of_sample ON finding (sample) WHERE sample IS NOT NULL;
-- A reference is looked up as people type it, in capitals or not.
CREATE INDEX finding_by_reference ON finding (reference COLLATE NOCASE);
-- Everything that lists over the whole workspace are filtered and sorted by: a row is read only when it is shown.
CREATE INDEX finding_on_lists ON finding (grade, stage, reference, id, binder, clauses, raised_at);
