CREATE TABLE team_member (
    id          TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    person      TEXT NOT NULL,
    role        TEXT NOT NULL,
    conflicts   TEXT,
    accepted    TEXT,
    left_reason TEXT NOT NULL
) STRICT;
CREATE INDEX team_member_of_audit ON team_member (binder);
