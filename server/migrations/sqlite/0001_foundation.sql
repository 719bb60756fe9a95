-- The server's life: which epoch it is in, and the last place given out in its history.
CREATE TABLE server (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    epoch BLOB NOT NULL,
    highest_sequence INTEGER NOT NULL
) STRICT;

-- Every epoch there ever was. A cursor of one that is not here was read before a restore.
CREATE TABLE epochs (
    epoch BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Who devices act for. A citizen's account holds nothing about the person.
CREATE TABLE accounts (
    row INTEGER PRIMARY KEY,
    account BLOB NOT NULL UNIQUE,
    recovery_hash BLOB UNIQUE
) STRICT;

-- One credential each. A withdrawn device keeps its row, for the name on what it wrote.
CREATE TABLE devices (
    row INTEGER PRIMARY KEY,
    device BLOB NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES accounts (row),
    name TEXT NOT NULL,
    token_hash BLOB UNIQUE,
    created_at_ms INTEGER NOT NULL,
    last_seen_day INTEGER NOT NULL
) STRICT;

CREATE INDEX devices_of_account ON devices (account);

-- Attempts to link one more device.
CREATE TABLE links (
    link BLOB PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (row),
    code_hash BLOB UNIQUE,
    claim_hash BLOB UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'confirmed', 'rejected', 'used')),
    device_name TEXT,
    matching_word TEXT,
    expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX links_of_account ON links (account);

-- The unit of access and of numbering.
CREATE TABLE spaces (
    row INTEGER PRIMARY KEY,
    space BLOB NOT NULL UNIQUE,
    highest_number INTEGER NOT NULL
) STRICT;

-- Who may see and write in a space. `since` is the place in the history from which the account
-- sees it: what is older is read as if it stood there.
CREATE TABLE members (
    account INTEGER NOT NULL REFERENCES accounts (row),
    space INTEGER NOT NULL REFERENCES spaces (row),
    since INTEGER NOT NULL,
    PRIMARY KEY (account, space)
) STRICT, WITHOUT ROWID;

CREATE INDEX members_of_space ON members (space, account);

-- The history. `id` is the writer (16 bytes) and the counter (8 bytes, big-endian); `bytes` is the
-- whole operation as the protocol writes it. What is removed keeps its row without `bytes`, so that
-- its number is known never to come, and a stale device does not bring it back.
CREATE TABLE operations (
    sequence INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    space INTEGER NOT NULL REFERENCES spaces (row),
    number INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES accounts (row),
    device INTEGER REFERENCES devices (row),
    document BLOB NOT NULL,
    bytes BLOB
) STRICT;

-- Reads of a space go on from a place in the history.
CREATE INDEX operations_of_space ON operations (space, sequence);
