-- The seats of a pool, numbered from 1: as many rows as are granted, so that the limit is the table itself (R45).
CREATE TABLE seats (
    seat_id    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    benefit_id TEXT COLLATE "C" NOT NULL REFERENCES benefits (benefit_id),
    company_id TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    product    TEXT COLLATE "C" NOT NULL,
    number     BIGINT NOT NULL CHECK (number >= 1),
    CONSTRAINT seats_number_unique UNIQUE (benefit_id, number)
);

CREATE INDEX seats_company ON seats (company_id);
