CREATE TABLE corrective_action (
    id             TEXT NOT NULL PRIMARY KEY,
    binder         TEXT NOT NULL,
    reference      TEXT NOT NULL,
    source         TEXT NOT NULL,
    source_words   TEXT NOT NULL,
    finding        TEXT,
    audit          TEXT,
    owner          TEXT NOT NULL,
    description    TEXT NOT NULL,
    due            TEXT NOT NULL,
    original_due   TEXT NOT NULL,
    due_changes    TEXT,
    raised_at      TEXT NOT NULL,
    implemented_on TEXT,
    verified_by    TEXT,
    verified_on    TEXT,
    verification   TEXT NOT NULL,
    stage          TEXT NOT NULL
) STRICT;
CREATE INDEX corrective_action_of_finding ON corrective_action (finding, stage);
-- A reference is looked up as people type it, in capitals or not.
CREATE INDEX corrective_action_by_reference ON corrective_action (reference COLLATE NOCASE);
CREATE INDEX corrective_action_by_due ON corrective_action (due);
