-- Forms that were carried out, by their idempotency key: one sent again gets the same answer and has no second effect.
CREATE TABLE submissions (
    account_id TEXT NOT NULL REFERENCES accounts (account_id),
    company_id TEXT NOT NULL REFERENCES companies (company_id),
    once       TEXT NOT NULL CHECK (length(once) BETWEEN 8 AND 64),
    command    TEXT NOT NULL,
    digest     BLOB NOT NULL,
    outcome    TEXT NOT NULL,
    sent_at    INTEGER NOT NULL,
    PRIMARY KEY (account_id, company_id, once)
) STRICT;

CREATE INDEX submissions_sent_at ON submissions (sent_at);
