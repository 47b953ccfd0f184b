-- Product keys, sealed. Without a company a key is in stock; the seal names the company, the key and the ring's version.
CREATE TABLE software_keys (
    key_id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    product         TEXT COLLATE "C" NOT NULL,
    company_id      TEXT COLLATE "C" REFERENCES companies (company_id),
    benefit_id      TEXT COLLATE "C" REFERENCES benefits (benefit_id),
    number          BIGINT,
    ring_version    BIGINT NOT NULL,
    nonce           BYTEA NOT NULL,
    ciphertext      BYTEA NOT NULL,
    stocked_at      BIGINT NOT NULL,
    issued_at       BIGINT,
    issued_by       TEXT COLLATE "C" REFERENCES users (user_id),
    first_viewed_at BIGINT,
    first_viewed_on TEXT COLLATE "C",
    first_viewed_by TEXT COLLATE "C" REFERENCES users (user_id),
    CONSTRAINT software_keys_number_unique UNIQUE (benefit_id, number),
    CHECK ((company_id IS NULL) = (issued_at IS NULL) AND (company_id IS NULL) = (benefit_id IS NULL)),
    CHECK (first_viewed_at IS NULL OR issued_at IS NOT NULL)
);

CREATE INDEX software_keys_stock ON software_keys (product) WHERE company_id IS NULL;
