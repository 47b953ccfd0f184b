-- A person's place in a company. `search_key` is the folded name and address, so that a picker ignores accents.
CREATE TABLE users (
    user_id      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    company_id   TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    account_id   TEXT COLLATE "C" NOT NULL REFERENCES accounts (account_id),
    location_id  TEXT COLLATE "C" NOT NULL REFERENCES locations (location_id),
    search_key   TEXT COLLATE "C" NOT NULL,
    is_guest     BIGINT NOT NULL CHECK (is_guest IN (0, 1)),
    invited_at   BIGINT NOT NULL,
    accepted_at  BIGINT,
    suspended_at BIGINT,
    removed_at   BIGINT,
    CONSTRAINT users_account_unique UNIQUE (company_id, account_id)
);

CREATE INDEX users_account ON users (account_id);
