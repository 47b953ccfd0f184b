-- The offers that companies hold. `anniversary` is the next one (R17).
CREATE TABLE memberships (
    membership_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    company_id    TEXT COLLATE "C" NOT NULL REFERENCES companies (company_id),
    offer         TEXT COLLATE "C" NOT NULL,
    level         TEXT COLLATE "C" NOT NULL CHECK (level IN ('action-pack', 'silver', 'gold')),
    competency    TEXT COLLATE "C",
    purchased_on  TEXT COLLATE "C" NOT NULL,
    activated_on  TEXT COLLATE "C" NOT NULL,
    anniversary   TEXT COLLATE "C" NOT NULL,
    recorded_at   BIGINT NOT NULL,
    CHECK (purchased_on <= activated_on AND activated_on < anniversary)
);

CREATE INDEX memberships_company ON memberships (company_id);
