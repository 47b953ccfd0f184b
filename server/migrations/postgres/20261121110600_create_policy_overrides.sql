-- One policy value that the operator has set for one company; the latest of its name is in force.
CREATE TABLE policy_overrides (
    event_id   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    value      TEXT COLLATE "C" NOT NULL,
    set_at     BIGINT NOT NULL
);

CREATE INDEX policy_overrides_company ON policy_overrides (company_id, set_at);
