-- What the sign-in throttle counts. Hashed, because people type passwords into the address field.
CREATE TABLE sign_in_attempts (
    sign_in_attempt_id TEXT COLLATE "C" NOT NULL,
    account_hash       BYTEA    NOT NULL,
    address_hash       BYTEA    NOT NULL,
    created_at         BIGINT NOT NULL,
    succeeded_at       BIGINT,
    CONSTRAINT sign_in_attempts_primary PRIMARY KEY (sign_in_attempt_id),
    CONSTRAINT sign_in_attempts_account_hash_length CHECK (length(account_hash) = 32),
    CONSTRAINT sign_in_attempts_address_hash_length CHECK (length(address_hash) = 32)
);

CREATE INDEX sign_in_attempts_account_hash ON sign_in_attempts (account_hash, created_at);
CREATE INDEX sign_in_attempts_address_hash ON sign_in_attempts (address_hash, created_at);
CREATE INDEX sign_in_attempts_created_at ON sign_in_attempts (created_at);
