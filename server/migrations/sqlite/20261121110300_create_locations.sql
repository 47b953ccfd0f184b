-- Locations: flat under the company; caps count per country (R6).
CREATE TABLE locations (
    location_id TEXT NOT NULL PRIMARY KEY,
    company_id  TEXT NOT NULL REFERENCES companies (company_id),
    name        TEXT NOT NULL,
    country     TEXT NOT NULL CHECK (length(country) = 2),
    created_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX locations_company ON locations (company_id);
