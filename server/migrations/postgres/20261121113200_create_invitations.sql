-- A single-use link with which a person sets a password: nobody is ever given a temporary one.
CREATE TABLE invitations (
    invitation_id TEXT COLLATE "C" NOT NULL,
    account_id    TEXT COLLATE "C" NOT NULL,
    token_hash    BYTEA    NOT NULL,
    created_at    BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL,
    accepted_at   BIGINT,
    CONSTRAINT invitations_primary PRIMARY KEY (invitation_id),
    CONSTRAINT invitations_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT invitations_account_id_known FOREIGN KEY (account_id) REFERENCES accounts (account_id),
    CONSTRAINT invitations_token_hash_length CHECK (length(token_hash) = 32),
    CONSTRAINT invitations_expire_after_creation CHECK (expires_at > created_at),
    CONSTRAINT invitations_accepted_in_time CHECK (accepted_at <= expires_at)
);

CREATE INDEX invitations_account_id ON invitations (account_id);
