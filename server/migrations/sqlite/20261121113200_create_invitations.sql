-- A single-use link with which a person sets a password: nobody is ever given a temporary one.
CREATE TABLE invitations (
    invitation_id TEXT    NOT NULL,
    account_id    TEXT    NOT NULL,
    token_hash    BLOB    NOT NULL,
    created_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    accepted_at   INTEGER,
    CONSTRAINT invitations_primary PRIMARY KEY (invitation_id),
    CONSTRAINT invitations_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT invitations_account_id_known FOREIGN KEY (account_id) REFERENCES accounts (account_id),
    CONSTRAINT invitations_token_hash_length CHECK (length(token_hash) = 32),
    CONSTRAINT invitations_expire_after_creation CHECK (expires_at > created_at),
    CONSTRAINT invitations_accepted_in_time CHECK (accepted_at <= expires_at)
) STRICT;

CREATE INDEX invitations_account_id ON invitations (account_id);
