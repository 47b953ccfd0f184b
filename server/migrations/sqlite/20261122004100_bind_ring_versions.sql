-- No product key is sealed by a version of the key ring that was given up, and none is given up that seals one.
-- SQLite adds no reference to a table that is there: it is made anew, with the same rows.
CREATE TABLE bound_software_keys (
    key_id          TEXT NOT NULL PRIMARY KEY,
    product         TEXT NOT NULL,
    company_id      TEXT REFERENCES companies (company_id),
    benefit_id      TEXT REFERENCES benefits (benefit_id),
    number          INTEGER,
    ring_version    INTEGER NOT NULL CONSTRAINT software_keys_ring_version_known REFERENCES ring_versions (ring_version),
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

INSERT INTO bound_software_keys (
    key_id, product, company_id, benefit_id, number, ring_version, nonce, ciphertext, stocked_at, issued_at, issued_by,
    first_viewed_at, first_viewed_on, first_viewed_by
)
SELECT
    key_id, product, company_id, benefit_id, number, ring_version, nonce, ciphertext, stocked_at, issued_at, issued_by,
    first_viewed_at, first_viewed_on, first_viewed_by
FROM software_keys;

DROP TABLE software_keys;

ALTER TABLE bound_software_keys RENAME TO software_keys;

CREATE INDEX software_keys_stock ON software_keys (product) WHERE company_id IS NULL;
