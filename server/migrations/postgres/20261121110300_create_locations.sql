-- Locations: flat under the company; caps count per country (R6).
CREATE TABLE locations (
    location_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    company_id  TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    name        TEXT COLLATE "C" NOT NULL,
    country     TEXT COLLATE "C" NOT NULL CHECK (length(country) = 2),
    created_at  BIGINT NOT NULL
);

CREATE INDEX locations_company ON locations (company_id);
