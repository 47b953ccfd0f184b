-- What a company is entitled to: a row of the Benefits page. Of Visual Studio there is one pool for each grant, of the
-- other families one row for each product. No limit is an absent `granted`.
CREATE TABLE benefits (
    benefit_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    family     TEXT COLLATE "C" NOT NULL CHECK (family IN ('software', 'cloud', 'visual-studio', 'technical', 'go-to-market')),
    product    TEXT COLLATE "C" NOT NULL,
    pool       TEXT COLLATE "C" NOT NULL,
    granted    BIGINT CHECK (granted >= 0),
    used       BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    CONSTRAINT benefits_pool_unique UNIQUE (company_id, product, pool),
    CONSTRAINT benefits_used_within_granted CHECK (used >= 0 AND (granted IS NULL OR used <= granted))
);

CREATE INDEX benefits_family ON benefits (company_id, family);
