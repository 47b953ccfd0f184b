-- The seats of a pool, numbered from 1: as many rows as are granted, so that the limit is the table itself (R45).
CREATE TABLE seats (
    seat_id    TEXT NOT NULL PRIMARY KEY,
    benefit_id TEXT NOT NULL REFERENCES benefits (benefit_id),
    company_id TEXT NOT NULL REFERENCES companies (company_id),
    product    TEXT NOT NULL,
    number     INTEGER NOT NULL CHECK (number >= 1),
    CONSTRAINT seats_number_unique UNIQUE (benefit_id, number)
) STRICT;

CREATE INDEX seats_company ON seats (company_id);
