-- Files beside documents: photos and attachments, by the hash of their content. Each space has its
-- own: who may see one space learns nothing of what lies in another.
CREATE TABLE blobs (
    row INTEGER PRIMARY KEY,
    space INTEGER NOT NULL REFERENCES spaces (row),
    hash BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
    UNIQUE (space, hash)
) STRICT;

-- Their content in parts, as it arrived: each begins where the one before it ends.
CREATE TABLE blob_parts (
    row INTEGER PRIMARY KEY,
    blob INTEGER NOT NULL REFERENCES blobs (row),
    start INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (blob, start)
) STRICT;
