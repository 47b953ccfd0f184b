-- The offers that companies hold. `anniversary` is the next one (R17).
CREATE TABLE memberships (
    membership_id TEXT NOT NULL PRIMARY KEY,
    company_id    TEXT NOT NULL REFERENCES companies (company_id),
    offer         TEXT NOT NULL,
    level         TEXT NOT NULL CHECK (level IN ('action-pack', 'silver', 'gold')),
    competency    TEXT,
    purchased_on  TEXT NOT NULL,
    activated_on  TEXT NOT NULL,
    anniversary   TEXT NOT NULL,
    recorded_at   INTEGER NOT NULL,
    CHECK (purchased_on <= activated_on AND activated_on < anniversary)
) STRICT;

CREATE INDEX memberships_company ON memberships (company_id);
