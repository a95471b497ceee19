-- The truth: binders and their changes. Append only.
CREATE TABLE binder (
    id          TEXT NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    -- The hashes of the newest changes, 32 bytes each, in ascending order.
    heads       BLOB NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE change (
    -- The order in which this workspace took the changes in; parents always before children.
    position    INTEGER NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL REFERENCES binder (id),
    hash        TEXT NOT NULL UNIQUE,
    parents     BLOB NOT NULL,
    actor       TEXT NOT NULL,
    desk        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    -- The message inside the bytes, as JSON: act, who, when, why. Repeated here so that a list need not decode changes.
    stamp       TEXT NOT NULL,
    bytes       BLOB NOT NULL
) STRICT;
CREATE INDEX change_of_binder ON change (binder, position);

-- Changes from elsewhere whose parents have not arrived yet.
CREATE TABLE waiting (
    hash        TEXT NOT NULL PRIMARY KEY,
    binder      TEXT NOT NULL,
    bytes       BLOB NOT NULL
) STRICT;

-- What belongs to this file on this machine and never travels: the desk's own name, signing identities, settings.
CREATE TABLE local (
    name        TEXT NOT NULL PRIMARY KEY,
    value       TEXT NOT NULL
) STRICT;

-- A binder's document saved whole, so that opening it need not replay every change. A cache: may be deleted.
CREATE TABLE snapshot (
    binder      TEXT NOT NULL PRIMARY KEY REFERENCES binder (id),
    position    INTEGER NOT NULL,
    bytes       BLOB NOT NULL
) STRICT;
