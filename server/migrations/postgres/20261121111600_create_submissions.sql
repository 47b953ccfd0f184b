-- Forms that were carried out, by their idempotency key: one sent again gets the same answer and has no second effect.
CREATE TABLE submissions (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (account_id),
    company_id TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    once       TEXT COLLATE "C" NOT NULL CHECK (length(once) BETWEEN 8 AND 64),
    command    TEXT COLLATE "C" NOT NULL,
    digest     BYTEA NOT NULL,
    outcome    TEXT COLLATE "C" NOT NULL,
    sent_at    BIGINT NOT NULL,
    PRIMARY KEY (account_id, company_id, once)
);

CREATE INDEX submissions_sent_at ON submissions (sent_at);
