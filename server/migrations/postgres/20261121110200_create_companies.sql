-- Member companies. Deadlines are civil dates in `time_zone` (an IANA name).
CREATE TABLE companies (
    company_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name       TEXT COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    mpn_id     TEXT COLLATE "C" NOT NULL,
    time_zone  TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT companies_mpn_id_unique UNIQUE (mpn_id)
);
