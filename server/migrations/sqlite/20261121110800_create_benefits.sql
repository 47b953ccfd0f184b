-- What a company is entitled to: a row of the Benefits page. Of Visual Studio there is one pool for each grant, of the
-- other families one row for each product. No limit is an absent `granted`.
CREATE TABLE benefits (
    benefit_id TEXT NOT NULL PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES companies (company_id),
    family     TEXT NOT NULL CHECK (family IN ('software', 'cloud', 'visual-studio', 'technical', 'go-to-market')),
    product    TEXT NOT NULL,
    pool       TEXT NOT NULL,
    granted    INTEGER CHECK (granted >= 0),
    used       INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    CONSTRAINT benefits_pool_unique UNIQUE (company_id, product, pool),
    CONSTRAINT benefits_used_within_granted CHECK (used >= 0 AND (granted IS NULL OR used <= granted))
) STRICT;

CREATE INDEX benefits_family ON benefits (company_id, family);
