-- A person who signs in. Identity is account_id: the address may change hands, the account may not.
CREATE TABLE accounts (
    account_id     TEXT COLLATE "C" NOT NULL,
    email          TEXT COLLATE "C" NOT NULL,
    email_key      TEXT COLLATE "C" NOT NULL,
    full_name      TEXT COLLATE "C" NOT NULL,
    password_hash  TEXT COLLATE "C",
    language       TEXT COLLATE "C",
    operator_since BIGINT,
    created_at     BIGINT NOT NULL,
    CONSTRAINT accounts_primary PRIMARY KEY (account_id),
    CONSTRAINT accounts_email_key_unique UNIQUE (email_key),
    CONSTRAINT accounts_language_known CHECK (language IN ('en-US', 'fr-FR')),
    CONSTRAINT accounts_password_hash_phc CHECK (password_hash LIKE '$argon2id$%')
);
