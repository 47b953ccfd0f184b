-- Where a benefit comes from: what each membership grants of it, and what a cap has cut off (R5 to R7).
CREATE TABLE grants (
    benefit_id    TEXT COLLATE "C" NOT NULL REFERENCES benefits (benefit_id),
    membership_id TEXT COLLATE "C" NOT NULL REFERENCES memberships (membership_id),
    benefit_type  TEXT COLLATE "C" NOT NULL CHECK (benefit_type IN ('core', 'incremental')),
    quantity      BIGINT CHECK (quantity >= 0),
    cut           BIGINT NOT NULL CHECK (cut >= 0),
    cap_country   BIGINT,
    cap_in_all    BIGINT,
    PRIMARY KEY (benefit_id, membership_id, benefit_type)
);
