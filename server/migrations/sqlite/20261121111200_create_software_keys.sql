-- Product keys, sealed. Without a company a key is in stock; the seal names the company, the key and the ring's version.
CREATE TABLE software_keys (
    key_id          TEXT NOT NULL PRIMARY KEY,
    product         TEXT NOT NULL,
    company_id      TEXT REFERENCES companies (company_id),
    benefit_id      TEXT REFERENCES benefits (benefit_id),
    number          INTEGER,
    ring_version    INTEGER NOT NULL,
    nonce           BLOB NOT NULL,
    ciphertext      BLOB NOT NULL,
    stocked_at      INTEGER NOT NULL,
    issued_at       INTEGER,
    issued_by       TEXT REFERENCES users (user_id),
    first_viewed_at INTEGER,
    first_viewed_on TEXT,
    first_viewed_by TEXT REFERENCES users (user_id),
    CONSTRAINT software_keys_number_unique UNIQUE (benefit_id, number),
    CHECK ((company_id IS NULL) = (issued_at IS NULL) AND (company_id IS NULL) = (benefit_id IS NULL)),
    CHECK (first_viewed_at IS NULL OR issued_at IS NOT NULL)
) STRICT;

CREATE INDEX software_keys_stock ON software_keys (product) WHERE company_id IS NULL;
