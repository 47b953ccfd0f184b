-- A signed-in browser. Only the hash of its token is here: a stolen copy of the database opens no session.
CREATE TABLE sessions (
    session_id   TEXT COLLATE "C" NOT NULL,
    token_hash   BYTEA    NOT NULL,
    account_id   TEXT COLLATE "C" NOT NULL,
    user_id      TEXT COLLATE "C",
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    ended_at     BIGINT,
    CONSTRAINT sessions_primary PRIMARY KEY (session_id),
    CONSTRAINT sessions_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT sessions_account_id_known FOREIGN KEY (account_id) REFERENCES accounts (account_id),
    CONSTRAINT sessions_user_id_known FOREIGN KEY (user_id) REFERENCES users (user_id),
    CONSTRAINT sessions_token_hash_length CHECK (length(token_hash) = 32),
    CONSTRAINT sessions_seen_after_creation CHECK (last_seen_at >= created_at)
);

CREATE INDEX sessions_account_id ON sessions (account_id);
