
-- The bytes of files, named by the SHA-256 of what they are unpacked.
CREATE TABLE blob (
    number      INTEGER NOT NULL PRIMARY KEY,
    sha256      TEXT NOT NULL UNIQUE,
    media_type  TEXT NOT NULL,
    size_bytes  INTEGER NOT NULL
) STRICT;

-- Parts of 1,048,576 bytes, the last of a blob shorter; numbered from 0.
CREATE TABLE blob_part (
    -- Deferred, because the hash that names the blob is known when its last part is written.
    blob        INTEGER NOT NULL REFERENCES blob (number) DEFERRABLE INITIALLY DEFERRED,
    part        INTEGER NOT NULL,
    -- 0: as it is. 1: one frame of Zstandard.
    packing     INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    PRIMARY KEY (blob, part)
) STRICT;
