-- A person who signs in. Identity is account_id: the address may change hands, the account may not.
CREATE TABLE accounts (
    account_id     TEXT    NOT NULL,
    email          TEXT    NOT NULL,
    email_key      TEXT    NOT NULL,
    full_name      TEXT    NOT NULL,
    password_hash  TEXT,
    language       TEXT,
    operator_since INTEGER,
    created_at     INTEGER NOT NULL,
    CONSTRAINT accounts_primary PRIMARY KEY (account_id),
    CONSTRAINT accounts_email_key_unique UNIQUE (email_key),
    CONSTRAINT accounts_language_known CHECK (language IN ('en-US', 'fr-FR')),
    CONSTRAINT accounts_password_hash_phc CHECK (password_hash LIKE '$argon2id$%')
) STRICT;
