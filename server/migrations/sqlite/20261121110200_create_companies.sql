-- Member companies. Deadlines are civil dates in `time_zone` (an IANA name).
CREATE TABLE companies (
    company_id TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    mpn_id     TEXT NOT NULL,
    time_zone  TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT companies_mpn_id_unique UNIQUE (mpn_id)
) STRICT;
