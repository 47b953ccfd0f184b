-- A person's place in a company. `search_key` is the folded name and address, so that a picker ignores accents.
CREATE TABLE users (
    user_id      TEXT NOT NULL PRIMARY KEY,
    company_id   TEXT NOT NULL REFERENCES companies (company_id),
    account_id   TEXT NOT NULL REFERENCES accounts (account_id),
    location_id  TEXT NOT NULL REFERENCES locations (location_id),
    search_key   TEXT NOT NULL,
    is_guest     INTEGER NOT NULL CHECK (is_guest IN (0, 1)),
    invited_at   INTEGER NOT NULL,
    accepted_at  INTEGER,
    suspended_at INTEGER,
    removed_at   INTEGER,
    CONSTRAINT users_account_unique UNIQUE (company_id, account_id)
) STRICT;

CREATE INDEX users_account ON users (account_id);
