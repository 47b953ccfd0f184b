-- Where a benefit comes from: what each membership grants of it, and what a cap has cut off (R5 to R7).
CREATE TABLE grants (
    benefit_id    TEXT NOT NULL REFERENCES benefits (benefit_id),
    membership_id TEXT NOT NULL REFERENCES memberships (membership_id),
    benefit_type  TEXT NOT NULL CHECK (benefit_type IN ('core', 'incremental')),
    quantity      INTEGER CHECK (quantity >= 0),
    cut           INTEGER NOT NULL CHECK (cut >= 0),
    cap_country   INTEGER,
    cap_in_all    INTEGER,
    PRIMARY KEY (benefit_id, membership_id, benefit_type)
) STRICT;
